/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-objection.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerObjectionDialog:
 *
 * The form of an objection: whose, to which score or mark, on what ground; and, once it is
 * entered, how it was decided.
 */
#define MER_TYPE_OBJECTION_DIALOG (mer_objection_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerObjectionDialog,
                      mer_objection_dialog,
                      MER,
                      OBJECTION_DIALOG,
                      AdwWindow)

/* Takes `objection`: stored (id not 0), or a new one with whatever is known of it. Needs results
 * in the session. */
void mer_objection_dialog_present (GtkWindow    *parent,
                                   MerSession   *session,
                                   MerObjection *objection);

G_END_DECLS
