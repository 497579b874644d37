/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* S against the cycle before; FALSE where there is nothing to subtract. */
gboolean mer_rating_difference (const MerResults  *results,
                                const MerScoreRow *row,
                                MerRational       *out);
/* Why it is «—»: (transfer full); NULL where it is not. */
char *mer_rating_difference_reason (const MerResults  *results,
                                    const MerScoreRow *row);
/* Why it is «—» in all rows: (transfer full); "" where it is not, or there is no cycle before. */
char *mer_rating_difference_note (const MerResults *results);

G_END_DECLS
