/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-finding.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerFindingDialog:
 *
 * The form of a new finding or proposal: its criterion and its text, prefilled.
 */
#define MER_TYPE_FINDING_DIALOG (mer_finding_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerFindingDialog, mer_finding_dialog, MER, FINDING_DIALOG, AdwWindow)

/* Takes `finding`, which is not stored yet; `organization`: its name. */
void mer_finding_dialog_present (GtkWindow  *parent,
                                 MerSession *session,
                                 MerFinding *finding,
                                 const char *organization);

G_END_DECLS
