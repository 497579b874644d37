/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers that were packed by one version of the rules, read by another. A closed question is
 * what its code names, so questions pair by code; options have no code, so they pair by text or
 * spelling, and then by place, since a wording is corrected more often than an option is put in
 * the place of another. What pairs with nothing counts as other: it was an answer. */

#include "config.h"

#include "store/mer-block-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"

#define NONE (-1)

static const MerOption *
option_at (const MerQuestion *question,
           guint              i)
{
  return g_ptr_array_index (question->options, i);
}

static gboolean
is_spelled (const MerOption *option,
            const char      *folded)
{
  g_autofree char *text = mer_name_fold (option->text, -1);

  if (g_str_equal (text, folded))
    return TRUE;
  for (guint i = 0; option->variants[i] != NULL; i++)
    {
      g_autofree char *variant = mer_name_fold (option->variants[i], -1);

      if (g_str_equal (variant, folded))
        return TRUE;
    }
  return FALSE;
}

/* The option of `question` of the same text, else of that spelling, that is not paired yet. */
static int
find_by_text (const MerQuestion *question,
              const char        *text,
              const gboolean    *taken)
{
  g_autofree char *folded = NULL;

  for (guint i = 0; i < question->options->len; i++)
    {
      if (!taken[i] && g_str_equal (option_at (question, i)->text, text))
        return (int) i;
    }
  folded = mer_name_fold (text, -1);
  for (guint i = 0; i < question->options->len; i++)
    {
      if (!taken[i] && is_spelled (option_at (question, i), folded))
        return (int) i;
    }
  return NONE;
}

/* For each option of `packed` the one of `wanted` that it means, or NONE. */
static void
pair_options (const MerQuestion *packed,
              const MerQuestion *wanted,
              int               *pairs)
{
  gboolean taken[MER_ANSWER_MAX_CODES] = { FALSE };

  for (guint i = 0; i < packed->options->len; i++)
    {
      pairs[i] = find_by_text (wanted, option_at (packed, i)->text, taken);
      if (pairs[i] != NONE)
        taken[pairs[i]] = TRUE;
    }
  for (guint i = 0; i < packed->options->len; i++)
    {
      if (pairs[i] != NONE || i >= wanted->options->len || taken[i])
        continue;
      pairs[i] = (int) i;
      taken[i] = TRUE;
    }
}

static void
map_question (MerBlockReading      *self,
              const MerMethodology *packed,
              const MerMethodology *wanted,
              guint                 question)
{
  const MerQuestion *now = g_ptr_array_index (wanted->questions, question);
  int                source = mer_methodology_find_question (packed, now->code);
  const MerQuestion *then = NULL;
  int                pairs[MER_ANSWER_MAX_CODES];

  self->questions[question].question = (gint8) source;
  if (source < 0)
    return;
  then = g_ptr_array_index (packed->questions, (guint) source);
  memset (self->questions[question].codes, MER_ANSWER_OTHER, MER_ANSWER_MAX_CODES);
  self->questions[question].codes[MER_ANSWER_BLANK] = MER_ANSWER_BLANK;
  pair_options (then, now, pairs);
  for (guint i = 0; i < then->options->len; i++)
    {
      if (pairs[i] != NONE)
        self->questions[question].codes[MER_ANSWER_FIRST_OPTION + i] =
          (guint8) (MER_ANSWER_FIRST_OPTION + pairs[i]);
    }
}

/* After all questions are mapped: the wanted filter in the terms of the packed one. */
static void
map_filter (MerBlockReading *self,
            guint            question)
{
  int filter = self->wanted.questions[question].filter;
  int source = filter >= 0 ? self->questions[filter].question : NONE;

  self->questions[question].passing = 0;
  self->questions[question].filter = MER_READING_ALL_PASS;
  if (filter < 0)
    return;
  self->questions[question].filter = MER_READING_NONE_PASSES;
  if (source < 0)
    return;
  self->questions[question].filter = (gint8) source;
  for (guint code = 0; code < self->packed.questions[source].n_codes; code++)
    {
      if (self->wanted.questions[filter].passing >> self->questions[filter].codes[code] & 1)
        self->questions[question].passing |= (guint16) (1u << code);
    }
}

static gboolean
is_identity (const MerBlockReading *self)
{
  if (self->packed.n_questions != self->wanted.n_questions)
    return FALSE;
  for (guint q = 0; q < self->wanted.n_questions; q++)
    {
      if (self->questions[q].question != (int) q ||
          self->packed.questions[q].n_codes != self->wanted.questions[q].n_codes)
        return FALSE;
      for (guint code = 0; code < self->packed.questions[q].n_codes; code++)
        {
          if (self->questions[q].codes[code] != code)
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * mer_block_reading_init:
 * @self: filled
 * @packed: the rules whose questions the blocks are packed by
 * @wanted: the rules whose questions are asked for
 *
 * Any thread.
 *
 * Returns: FALSE and %MER_STORE_ERROR_INVALID when one of them has too many questions or options
 */
gboolean
mer_block_reading_init (MerBlockReading      *self,
                        const MerMethodology *packed,
                        const MerMethodology *wanted,
                        GError              **error)
{
  memset (self, 0, sizeof *self);
  if (!mer_block_layout_init (&self->packed, packed, error) ||
      !mer_block_layout_init (&self->wanted, wanted, error))
    return FALSE;
  for (guint i = 0; i < self->wanted.n_questions; i++)
    map_question (self, packed, wanted, i);
  for (guint i = 0; i < self->wanted.n_questions; i++)
    map_filter (self, i);
  self->is_same = is_identity (self);
  return TRUE;
}

void
mer_block_reading_init_same (MerBlockReading      *self,
                             const MerBlockLayout *layout)
{
  self->packed = *layout;
  self->wanted = *layout;
  self->is_same = TRUE;
  for (guint q = 0; q < layout->n_questions; q++)
    {
      self->questions[q].question = (gint8) q;
      for (guint code = 0; code < MER_ANSWER_MAX_CODES; code++)
        self->questions[q].codes[code] = (guint8) code;
      map_filter (self, q);
    }
}

void
mer_block_reading_map (const MerBlockReading *self,
                       const guint8          *packed,
                       guint8                *wanted)
{
  for (guint q = 0; q < self->wanted.n_questions; q++)
    {
      int source = self->questions[q].question;

      wanted[q] = source < 0 ? MER_ANSWER_BLANK
                             : self->questions[q].codes[packed[source] % MER_ANSWER_MAX_CODES];
    }
}

/* The rows in the terms of the rules that are asked for; `packed` is consumed. */
static MerBlockRows *
map_rows (const MerBlockReading *self,
          MerBlockRows          *packed)
{
  MerBlockRows *rows = g_new0 (MerBlockRows, 1);
  gsize         n = packed->n_rows;

  *rows = *packed;
  rows->n_questions = self->wanted.n_questions;
  rows->n_words = self->wanted.n_words;
  rows->codes = g_new (guint8, n * rows->n_questions);
  rows->answers = g_new0 (guint32, n * rows->n_words);
  for (gsize i = 0; i < n; i++)
    {
      guint8 *codes = rows->codes + i * rows->n_questions;

      mer_block_reading_map (self, packed->codes + i * packed->n_questions, codes);
      for (guint q = 0; q < rows->n_questions; q++)
        mer_block_layout_set (&self->wanted, q, codes[q], rows->answers + i * rows->n_words);
    }
  g_free (packed->codes);
  g_free (packed->answers);
  g_free (packed);
  return rows;
}

/**
 * mer_block_reading_unpack:
 * @block: an encoded block, of any origin
 * @reading: how it was packed, and how it is wanted
 *
 * Any thread.
 *
 * Returns: (transfer full): its rows in the order of the file, in the terms that are wanted; NULL
 *   and %MER_STORE_ERROR_DAMAGED when the block is not sound
 */
MerBlockRows *
mer_block_reading_unpack (GBytes                *block,
                          const MerBlockReading *reading,
                          GError               **error)
{
  MerBlockRows *rows = mer_block_unpack (block, &reading->packed, error);

  return rows == NULL || reading->is_same ? rows : map_rows (reading, rows);
}

static void
note_options (const MerQuestion *then,
              const MerQuestion *now,
              GPtrArray         *notes)
{
  int pairs[MER_ANSWER_MAX_CODES];

  if (then->options->len > MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION ||
      now->options->len > MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION)
    return;
  pair_options (then, now, pairs);
  for (guint i = 0; i < then->options->len; i++)
    {
      const char *was = option_at (then, i)->text;

      if (pairs[i] == NONE)
        g_ptr_array_add (notes, /* Translators: a question, an answer. */
                         g_strdup_printf (_("“%s”: who answered “%s” counts as having answered "
                                            "something else."),
                                             now->short_text, was));
      else if (!g_str_equal (was, option_at (now, (guint) pairs[i])->text))
        g_ptr_array_add (notes, /* Translators: a question, two answers. */
                         g_strdup_printf (_("“%s”: the answer “%s” is read as “%s”."),
                                             now->short_text, was,
                                             option_at (now, (guint) pairs[i])->text));
    }
}

/**
 * mer_block_reading_losses:
 * @packed: the rules that answers were collected by
 * @wanted: the rules that they are read by
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each question and option whose
 *   answers do not simply stay
 */
GPtrArray *
mer_block_reading_losses (const MerMethodology *packed,
                          const MerMethodology *wanted)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < packed->questions->len; i++)
    {
      const MerQuestion *then = g_ptr_array_index (packed->questions, i);
      int                now = mer_methodology_find_question (wanted, then->code);

      if (now < 0)
        g_ptr_array_add (notes, g_strdup_printf (_("“%s”: nobody asks this any more; its answers "
                                                   "are kept, but do not count."),
                                                    then->short_text));
      else
        note_options (then, g_ptr_array_index (wanted->questions, (guint) now), notes);
    }
  for (guint i = 0; i < wanted->questions->len; i++)
    {
      const MerQuestion *now = g_ptr_array_index (wanted->questions, i);

      if (mer_methodology_find_question (packed, now->code) < 0)
        g_ptr_array_add (notes, g_strdup_printf (_("“%s”: nobody has answered this yet."),
                                                    now->short_text));
    }
  return notes;
}
