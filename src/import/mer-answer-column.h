/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-near-spellings.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* Spellings of one column that are kept. */
#define MER_ANSWER_MAX_SPELLINGS 4096

typedef struct
{
  char   *text; /* as the file has it */
  gsize   length;
  guint   code;
  guint64 count; /* rows, when the code is MER_ANSWER_OTHER */
  gint64  first_row;
} MerAnswerSpelling;

/**
 * MerAnswerColumn:
 *
 * What the answers of one column mean. A spelling is understood once; every later cell with the
 * same bytes is only compared. Answers: an option's text or variant, equal when folded; an option
 * with something behind it («Да, полностью»), unless what follows takes it back («Да, но …»,
 * «Да/Нет», «Нет претензий»); what was decided; blank, which «Нет ответа» is too; anything else
 * is MER_ANSWER_OTHER and counted by its spelling.
 */
typedef struct
{
  MerNearSpellings   near;
  MerAnswerSpelling *near_of[MER_NEAR_SPELLINGS]; /* NULL for the blank */
  GHashTable        *spellings;                   /* of MerAnswerSpelling: all of them */
  GArray            *options;                     /* of MerAnswerOption */
  GHashTable        *decided;                     /* folded spelling → code + 1 */
  MerAnswerSpelling  rest;                        /* counts what had no room in these */
} MerAnswerColumn;

/* (transfer full): nothing counted yet; borrows the question. */
MerAnswerColumn *mer_answer_column_new (const MerQuestion *question);
void             mer_answer_column_free (MerAnswerColumn *self);

/* Decides what a spelling means, and every other that is equal when folded; a dash only itself,
 * a blank cannot be decided. `code` as stored (core/mer-evidence.h). Before any cell is looked
 * up. */
void mer_answer_column_decide (MerAnswerColumn *self,
                               const char      *spelling,
                               guint            code);
/* The stored code that a decision's option names: an option of the question by its text, "other",
 * "" for no answer; −1 when there is none. */
int mer_answer_column_option_code (const MerQuestion *question,
                                   const char        *option);

/* The code of an answer without counting it. */
guint mer_answer_column_understand (const MerAnswerColumn *self,
                                    const char            *text,
                                    gsize                  length);
/* For a spelling that is not among the near ones. */
guint mer_answer_column_look_up (MerAnswerColumn *self,
                                 const MerCell   *cell,
                                 gint64           row);
/* Calls func for each spelling that was counted as MER_ANSWER_OTHER, by first row. */
void mer_answer_column_foreach_other (MerAnswerColumn *self,
                                      GFunc            func,
                                      gpointer         user_data);

/* The code of a cell, which is counted. MER_NEAR_SLACK bytes behind it are readable. */
static inline guint
mer_answer_column_code (MerAnswerColumn *self,
                        const MerCell   *cell,
                        gint64           row)
{
  int i = mer_near_spellings_find (&self->near, cell);

  if (G_UNLIKELY (i < 0))
    return mer_answer_column_look_up (self, cell, row);
  if (G_UNLIKELY (self->near.codes[i] == MER_ANSWER_OTHER))
    self->near_of[i]->count++;
  return self->near.codes[i];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerAnswerColumn, mer_answer_column_free)

G_END_DECLS
