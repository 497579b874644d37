/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"

G_BEGIN_DECLS

/* What respondents tell of themselves: sex, age, who they are, and what a form asks besides. A
 * value is a stable word where it is one of the usual answers, else the words of the form. */

#define MER_PROFILE_SEX "sex"
#define MER_PROFILE_AGE "age"
#define MER_PROFILE_ROLE "role"
/* Answers that too few gave to be kept in their own words, so that no person stands out. */
#define MER_PROFILE_OTHER "other"

/**
 * mer_profile_value:
 * @field: %MER_PROFILE_SEX, %MER_PROFILE_AGE, %MER_PROFILE_ROLE or the title of another question
 * @text: an answer, UTF-8
 * @usual: (out) (optional): whether it is one of the usual answers
 *
 * Ages in years fall into bands, spellings of the sexes into two words.
 *
 * Returns: (transfer full) (nullable): the value that is counted; %NULL when the answer is blank
 */
char *mer_profile_value (const char *field,
                         const char *text,
                         gboolean   *usual);
/* What a field or value is called in print: (transfer none), the word itself where it has no
 * other name. */
const char *mer_profile_field_title (MerLanguage language,
                                     const char *field);
const char *mer_profile_value_title (MerLanguage language,
                                     const char *field,
                                     const char *value);
/* Orders fields (sex, age, role, then by title), and values of one field: bands by age, women
 * first, what has no order of its own by `n`, "other" last. As qsort() has it. */
int mer_profile_compare_fields (const char *first,
                                const char *second);
int mer_profile_compare_values (const char *field,
                                const char *first,
                                gint64      n_first,
                                const char *second,
                                gint64      n_second);

G_END_DECLS
