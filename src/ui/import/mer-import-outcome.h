/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportOutcome:
 *
 * What an import does: the progress of the run, then its figures, its problems and, of
 * questionnaires, plan and fact. Shown after the trial and, the same, after the import.
 *
 * Signal `remedy` (guint remedy, int column): see #MerImportReasons; of a trial only.
 * Signal `data-wanted` (): the user wants to see the data page.
 */
#define MER_TYPE_IMPORT_OUTCOME (mer_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MerImportOutcome, mer_import_outcome, MER, IMPORT_OUTCOME, GtkBox)

/* `trial`: nothing has been written. `state` NULL: none. */
void mer_import_outcome_set_state (MerImportOutcome *self,
                                   MerImportState   *state,
                                   gboolean          trial);

G_END_DECLS
