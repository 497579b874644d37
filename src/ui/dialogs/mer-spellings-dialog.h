/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerSpellingsDialog:
 *
 * The names under which files called an organization, with what came under each. Each can be given
 * to another organization, or become one of its own; every choice is an action that can be undone.
 */
#define MER_TYPE_SPELLINGS_DIALOG (mer_spellings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerSpellingsDialog, mer_spellings_dialog, MER, SPELLINGS_DIALOG, AdwWindow)

GtkWidget *mer_spellings_dialog_new (GtkWindow             *parent,
                                     MerSession            *session,
                                     const MerOrganization *organization);

G_END_DECLS
