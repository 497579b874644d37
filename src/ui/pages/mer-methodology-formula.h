/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-edit.h"

G_BEGIN_DECLS

/* How a row of the rules is calculated, for the pane beside the tree. All (transfer full),
 * NULL where there is nothing to say. */

/* In signs with its own terms: «½·(У(q2)/Ч(q2) + У(q4)/Ч(q4))·100», «0,3·1.1 + 0,3·1.2». */
char *mer_formula_signs (const MerMethodology *methodology,
                         const char           *row);
/* The same in words. */
char *mer_formula_words (const MerMethodology *methodology,
                         const char           *row);
/* What the terms are, a line each. */
char *mer_formula_terms (const MerMethodology *methodology,
                         const char           *row);

G_END_DECLS
