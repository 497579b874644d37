/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerApprovalDialog:
 *
 * Approves the results of the cycle that is looked at, with the council's decision in words, and
 * says before what one may not want; or, where they are approved, reopens them for a reason.
 */
#define MER_TYPE_APPROVAL_DIALOG (mer_approval_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerApprovalDialog, mer_approval_dialog, MER, APPROVAL_DIALOG, AdwWindow)

/* Nothing happens without results; older ones than the document's are waited for. */
void mer_approval_dialog_present (GtkWindow  *parent,
                                  MerSession *session);

G_END_DECLS
