/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerPreliminaryDialog:
 *
 * Preliminary results of the cycle that is looked at: puts them to discussion or withdraws them,
 * lists what has changed since, and the remarks of the discussion.
 */
#define MER_TYPE_PRELIMINARY_DIALOG (mer_preliminary_dialog_get_type ())
/* clang-format off */
G_DECLARE_FINAL_TYPE (MerPreliminaryDialog, mer_preliminary_dialog, MER, PRELIMINARY_DIALOG,
                      AdwWindow)
/* clang-format on */

/* (transfer none) (nullable): nothing happens without results. */
MerPreliminaryDialog *mer_preliminary_dialog_present (GtkWindow  *parent,
                                                      MerSession *session);

G_END_DECLS
