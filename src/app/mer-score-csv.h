/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* All scores as the contract of `merilo-cli scores --format csv` has them: (transfer full). */
char *mer_score_table_to_csv (const MerScoreTable *self);
/* The same with a last column `id`, by which organizations are found again under other names:
 * (transfer full). */
char *mer_score_table_to_csv_with_ids (const MerScoreTable *self);
/* The code of an indicator by its place among all, "" when there is none. */
const char *mer_score_table_indicator_code (const MerScoreTable *self,
                                            guint                index);

G_END_DECLS
