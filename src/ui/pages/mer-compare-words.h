/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-comparison.h"

G_BEGIN_DECLS

/* (transfer none): the comparable criterion of that number. */
const MerCriterion *mer_compare_words_criterion (const MerCycleComparison *self,
                                                 guint                     index);
/* «Выше стали 23, ниже 10; сравнить нельзя 2»: (transfer full). */
char *mer_compare_words_summary (const MerCycleComparison *self);
/* Where an organization stands in both cycles, and where it does not and why: (transfer full). */
char *mer_compare_words_row (const MerCycleComparison *self,
                             const MerComparedRow     *row);
/* All that was not compared, and why; "" when there is nothing to tell: (transfer full). */
char *mer_compare_words_notes (const MerCycleComparison *self);

G_END_DECLS
