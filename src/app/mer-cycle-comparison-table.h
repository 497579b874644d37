/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-comparison.h"
#include "report/mer-blocks.h"

G_BEGIN_DECLS

/* Two cycles side by side as a table to be handed on: what was not compared and why, then a row an
 * organization, with both values and the change of each criterion. */

/* «2024» and «2021»; where the years are the same, the titles of the cycles: (transfer full). */
char *mer_cycle_comparison_name_one (const MerCycleComparison *self);
char *mer_cycle_comparison_name_other (const MerCycleComparison *self);

/* (transfer full) */
MerBlocks *mer_cycle_comparison_blocks (const MerCycleComparison *self,
                                        MerLanguage               language);
/* The format follows from the extension of `path`; an existing file is replaced at once or not at
 * all. Any thread. */
gboolean mer_cycle_comparison_write (const MerCycleComparison *self,
                                     MerLanguage               language,
                                     const char               *path,
                                     GError                  **error);

G_END_DECLS
