/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-person-names.h"

G_BEGIN_DECLS

/* What the parts of mer_comment_names_person() share: words as rules look at them. */

#define MER_PERSON_MAX_WORD 48

typedef struct
{
  const char *start; /* in the text */
  const char *end;   /* behind the last letter; behind the point of an initial */
  const char *last;  /* behind the last letter */
  guint       n_letters;
  gboolean    capital;                     /* begins with a capital letter */
  gboolean    initial;                     /* one capital letter and a point */
  char        folded[MER_PERSON_MAX_WORD]; /* lower case, ё as е; cut when longer */
} MerPersonWord;

/* Ways to know a folded word by the tables of mer-person-words.c. */
gboolean mer_person_is_role (const MerPersonWord *word);
gboolean mer_person_is_given_name (const MerPersonWord *word);
gboolean mer_person_is_patronymic (const MerPersonWord *word);
gboolean mer_person_is_surname (const MerPersonWord *word);
/* Begins like a surname in -ский, but might as well say of which town a school is. */
gboolean mer_person_is_adjective (const MerPersonWord *word);
/* A word whose name follows it: «улица», «имени», «памятник». */
gboolean mer_person_is_bearer (const MerPersonWord *word);
/* The same of what is assessed: «школа», «детский сад». */
gboolean mer_person_is_institution (const MerPersonWord *word);
/* Stands between such a word and a name: «Героя Советского Союза», «академика». */
gboolean mer_person_is_honour (const MerPersonWord *word);
/* Begins a sentence with a capital letter and is nobody: «Спасибо», «Наша». */
gboolean mer_person_is_common (const MerPersonWord *word);

/* Appends the ranges of telephone numbers and e-mail addresses. */
void mer_person_find_contacts (const char *text,
                               GArray     *ranges);

G_END_DECLS
