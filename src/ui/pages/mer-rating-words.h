/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* What the rating says of all its rows, and of those shown: (transfer full). */
char *mer_rating_words_subtitle (const MerScoreTable *scores);
/* That, and in which form the rating is shown outside, where that is not by places. */
char *mer_rating_words_with_form (const char  *subtitle,
                                  MerDocument *document,
                                  gint64       cycle_id);
/* «Показано 12 из 36», "" while nothing is hidden. */
char *mer_rating_words_shown (const MerScoreTable *scores,
                              guint                n);
/* "" where there is nothing to average. `rows`: of MerScoreRow. */
char *mer_rating_words_mean (const MerScoreTable *scores,
                             const GPtrArray     *rows);
/* That, and what holds for the differences of all rows. */
char *mer_rating_words_foot (const MerResults *results,
                             const GPtrArray  *rows);

G_END_DECLS
