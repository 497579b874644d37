/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerCycleDialog:
 *
 * Asks for title and year of a new cycle, what it begins with and who is chosen for it, and adds
 * it.
 */
#define MER_TYPE_CYCLE_DIALOG (mer_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerCycleDialog, mer_cycle_dialog, MER, CYCLE_DIALOG, AdwWindow)

void mer_cycle_dialog_present (GtkWindow  *parent,
                               MerSession *session);

G_END_DECLS
