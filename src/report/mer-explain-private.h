/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-explain-text.h"

G_BEGIN_DECLS

/* What an undefined or settled value is shown as. */
#define MER_EXPLAIN_DASH "—"

/* A weight or a number of points, exactly: «0,3», «1/3». */
char *mer_explain_number (const MerRational *number,
                          MerLanguage        language);
/* A score as printed, or the dash. */
char *mer_explain_score (const MerExplanation *explanation,
                         MerLanguage           language);
/* How many of what a term counts: «12,5», «161». */
char *mer_explain_halves (guint64     halves,
                          MerLanguage language);

/* The formula with numbers put in, without the result: for the pane with printed parts, or in
 * full, where exact parts have six places. NULL where there is nothing to put in. */
char *mer_explain_formula (const MerExplanation *explanation,
                           MerLanguage           language,
                           gboolean              in_full);

/* Why it is undefined and how it was settled; NULL when neither. */
char *mer_explain_reason (const MerExplanation *explanation,
                          MerLanguage           language);

G_END_DECLS
