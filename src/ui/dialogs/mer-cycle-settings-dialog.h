/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerCycleSettingsDialog:
 *
 * Title and settings of the cycle that is looked at, each with what it is for; closing it and
 * opening it again. All that was changed becomes one action.
 */
#define MER_TYPE_CYCLE_SETTINGS_DIALOG (mer_cycle_settings_dialog_get_type ())
/* clang-format off */
G_DECLARE_FINAL_TYPE (MerCycleSettingsDialog, mer_cycle_settings_dialog, MER,
                      CYCLE_SETTINGS_DIALOG, AdwWindow)
/* clang-format on */

void mer_cycle_settings_dialog_present (GtkWindow  *parent,
                                        MerSession *session);

G_END_DECLS
