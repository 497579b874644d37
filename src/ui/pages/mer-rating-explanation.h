/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/mer-results.h"

G_BEGIN_DECLS

/**
 * MerRatingExplanation:
 *
 * The pane under the rating: how the score of one organization came about, from the
 * total over a criterion (opened at the weakest) down to the counts and their files.
 *
 * Signal `show-data` (): the user wants to see the files.
 */
#define MER_TYPE_RATING_EXPLANATION (mer_rating_explanation_get_type ())
G_DECLARE_FINAL_TYPE (MerRatingExplanation,
                      mer_rating_explanation,
                      MER,
                      RATING_EXPLANATION,
                      GtkBox)

void mer_rating_explanation_set_row (MerRatingExplanation *self,
                                     MerResults           *results,
                                     const MerScoreRow    *row,
                                     gboolean              ranks_in_kind);
int  mer_rating_explanation_get_criterion (MerRatingExplanation *self);
/* What the user looks at: "K3"; "S" when nothing is open. */
const char *mer_rating_explanation_get_code (MerRatingExplanation *self);
char       *mer_rating_explanation_get_text (MerRatingExplanation *self);

G_END_DECLS
