/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* S against the organization's last assessment before, in whichever year; FALSE where there is
 * nothing to subtract. */
gboolean mer_rating_difference (const MerResults  *results,
                                const MerScoreRow *row,
                                MerRational       *out);
/* The score and year that it is told against, or why it is «—»: (transfer full); NULL where nobody
 * was assessed before. */
char *mer_rating_difference_words (const MerResults  *results,
                                   const MerScoreRow *row);
/* The heading: (transfer full); with the year where it is one. */
char *mer_rating_difference_title (const MerResults *results);
/* Why it is «—» in all rows: (transfer full); "" where it is not, or nobody was assessed before. */
char *mer_rating_difference_note (const MerResults *results);

G_END_DECLS
