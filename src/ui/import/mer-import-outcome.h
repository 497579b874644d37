/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportOutcome:
 *
 * What an import does: the progress of the run, then its figures, the names that matched
 * no organization and the problems. Shown after the trial and, the same, after the import.
 */
#define MER_TYPE_IMPORT_OUTCOME (mer_import_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MerImportOutcome, mer_import_outcome, MER, IMPORT_OUTCOME, AdwBin)

/* `trial`: nothing has been written, and names may still be made organizations. */
void mer_import_outcome_set_state (MerImportOutcome *self,
                                   MerImportState   *state,
                                   gboolean          trial);

G_END_DECLS
