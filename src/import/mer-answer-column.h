/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-raw-key.h"
#include "import/mer-table-reader.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* Spellings of one column that are looked for one after the other, and kept at all. */
#define MER_ANSWER_NEAR 8
#define MER_ANSWER_MAX_SPELLINGS 4096

typedef struct
{
  guint64 head;
  guint32 length;
  guint32 code;
  char   *text;  /* as the file has it */
  guint64 count; /* rows, when the code is MER_ANSWER_OTHER */
  gint64  first_row;
} MerAnswerSpelling;

/* A spelling as the inner loop compares it. */
typedef struct
{
  guint64            head;
  guint32            length;
  guint32            code;
  MerAnswerSpelling *spelling;
} MerNearSpelling;

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
  MerNearSpelling   near[MER_ANSWER_NEAR];
  guint             n_near;
  GHashTable       *spellings; /* of MerAnswerSpelling: all of them */
  GArray           *options;   /* of MerAnswerOption */
  GHashTable       *decided;   /* folded spelling → code + 1 */
  MerAnswerSpelling rest;      /* counts what exceeded MER_ANSWER_MAX_SPELLINGS */
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

static inline guint
mer_answer_column_code (MerAnswerColumn *self,
                        const MerCell   *cell,
                        gint64           row)
{
  guint64 head = mer_raw_head (cell->text, cell->length);

  for (guint i = 0; i < self->n_near; i++)
    {
      const MerNearSpelling *near = &self->near[i];

      if (near->head == head && near->length == cell->length &&
          (cell->length <= 8 ||
           memcmp (near->spelling->text, cell->text, cell->length) == 0))
        {
          if (G_UNLIKELY (near->code == MER_ANSWER_OTHER))
            near->spelling->count++;
          return near->code;
        }
    }
  return mer_answer_column_look_up (self, cell, row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerAnswerColumn, mer_answer_column_free)

G_END_DECLS
