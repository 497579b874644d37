/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-near-spellings.h"

G_BEGIN_DECLS

/* Codes of answers: 0 is a blank, larger ones count from 1 in the order of their appearance. */
#define MER_PROFILE_BLANK 0
/* Whatever exceeds the number of different answers that are told apart. */
#define MER_PROFILE_REST 255

typedef struct
{
  char    *text;
  gboolean usual;
} MerProfileAnswer;

/**
 * MerProfileColumn:
 *
 * What respondents answered about themselves in one column, as small codes: a spelling is
 * understood once, later cells with the same bytes are only compared.
 */
typedef struct
{
  guint            index; /* of its cell */
  char            *field;
  MerNearSpellings near;
  GHashTable      *spellings; /* char* → code */
  GArray          *answers;   /* of MerProfileAnswer; that of code i at i − 1 */
} MerProfileColumn;

void mer_profile_column_init (MerProfileColumn *self,
                              guint             index,
                              const char       *field);
void mer_profile_column_clear (MerProfileColumn *self);
/* For a spelling that is not among the near ones. */
guint mer_profile_column_look_up (MerProfileColumn *self,
                                  const MerCell    *cell);
/* (transfer none): what a code is counted as, of which there are `n` among all rows: an answer
 * that few gave in their own words becomes MER_PROFILE_OTHER. */
const char *mer_profile_column_value (const MerProfileColumn *self,
                                      guint                   code,
                                      guint64                 n);

/* MER_NEAR_SLACK bytes behind the cell are readable. */
static inline guint
mer_profile_column_code (MerProfileColumn *self,
                         const MerCell    *cell)
{
  int i = mer_near_spellings_find (&self->near, cell);

  return i < 0 ? mer_profile_column_look_up (self, cell) : self->near.codes[i];
}

G_END_DECLS
