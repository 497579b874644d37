/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading blocks: counts by bit operations on whole planes, and rows unpacked again. */

#include "config.h"

#include "store/mer-block-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-bits.h"

/* Where each question's planes begin. */
typedef struct
{
  const guint8 *planes[MER_BLOCK_MAX_QUESTIONS];
} PlaneIndex;

static void
plane_index_init (PlaneIndex           *self,
                  const MerBlockView   *view,
                  const MerBlockLayout *layout)
{
  const guint8 *plane = view->planes;

  for (guint i = 0; i < layout->n_questions; i++)
    {
      self->planes[i] = plane;
      plane += layout->questions[i].bits * view->plane_size;
    }
}

/* For 64 rows from byte `at` of the planes: which of them have each code. */
static inline void
load_codes (const guint8 *planes,
            gsize         plane_size,
            gsize         at,
            guint         bits,
            guint64       valid,
            guint64       codes[MER_ANSWER_MAX_CODES])
{
  codes[0] = valid;
  for (guint bit = 0; bit < bits; bit++)
    {
      guint64 word = mer_bits_load (planes + bit * plane_size + at, plane_size - at);
      for (guint code = 0; code < 1u << bit; code++)
        {
          codes[code + (1u << bit)] = codes[code] & word;
          codes[code] &= ~word;
        }
    }
}

/* Which of 64 rows passed the filter of a question that is wanted. */
static guint64
load_passed (const PlaneIndex      *index,
             const MerBlockView    *view,
             const MerBlockReading *reading,
             guint                  question,
             gsize                  at,
             guint64                valid)
{
  int     filter = reading->questions[question].filter;
  guint64 codes[MER_ANSWER_MAX_CODES];
  guint64 passed = 0;
  guint   bits = 0;

  if (filter < 0)
    return filter == MER_READING_ALL_PASS ? valid : 0;
  bits = reading->packed.questions[filter].bits;
  load_codes (index->planes[filter], view->plane_size, at, bits, valid, codes);
  for (guint code = 0; code < 1u << bits; code++)
    {
      if (reading->questions[question].passing >> code & 1)
        passed |= codes[code];
    }
  return passed;
}

static inline guint64
valid_rows (const MerBlockView *view,
            gsize               at)
{
  guint64 left = view->header.n_rows - at * 8;

  return left >= 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << left) - 1;
}

/* A question that was not asked then is blank in every row. */
static void
tally_blank (const PlaneIndex      *index,
             const MerBlockView    *view,
             const MerBlockReading *reading,
             guint                  question,
             MerQuestionTally      *out)
{
  for (gsize at = 0; at < view->plane_size; at += 8)
    {
      guint64 valid = valid_rows (view, at);
      guint64 passed = load_passed (index, view, reading, question, at, valid);

      out->count[MER_ANSWER_BLANK] += mer_bits_count (valid);
      out->passed[MER_ANSWER_BLANK] += mer_bits_count (passed);
    }
}

/* Counts one question; FALSE when a row has a code that the question does not know. */
static gboolean
tally_question (const PlaneIndex      *index,
                const MerBlockView    *view,
                const MerBlockReading *reading,
                guint                  question,
                MerQuestionTally      *out)
{
  guint         source = (guint) reading->questions[question].question;
  const guint8 *map = reading->questions[question].codes;
  gboolean      filtered = reading->questions[question].filter != MER_READING_ALL_PASS;
  guint         bits = reading->packed.questions[source].bits;
  guint         n_codes = reading->packed.questions[source].n_codes;

  for (gsize at = 0; at < view->plane_size; at += 8)
    {
      guint64 codes[MER_ANSWER_MAX_CODES];
      guint64 valid = valid_rows (view, at);
      guint64 passed = valid;

      load_codes (index->planes[source], view->plane_size, at, bits, valid, codes);
      if (filtered)
        passed = load_passed (index, view, reading, question, at, valid);
      for (guint code = 0; code < 1u << bits; code++)
        {
          if (code >= n_codes && codes[code] != 0)
            return FALSE;
          out->count[map[code]] += mer_bits_count (codes[code]);
          if (filtered)
            out->passed[map[code]] += mer_bits_count (codes[code] & passed);
        }
    }
  if (!filtered)
    memcpy (out->passed, out->count, sizeof out->passed);
  return TRUE;
}

static void
add_question (MerQuestionTally       *self,
              const MerQuestionTally *other)
{
  for (guint i = 0; i < MER_ANSWER_MAX_CODES; i++)
    {
      self->count[i] += other->count[i];
      self->passed[i] += other->passed[i];
    }
}

/**
 * mer_block_reading_tally:
 * @block: an encoded block, of any origin
 * @reading: how it was packed, and how it is wanted
 * @tally: added to; of as many questions as are wanted
 *
 * Any thread.
 *
 * Returns: FALSE and %MER_STORE_ERROR_DAMAGED when the block is not sound
 */
gboolean
mer_block_reading_tally (GBytes                *block,
                         const MerBlockReading *reading,
                         MerTally              *tally,
                         GError               **error)
{
  MerBlockView     view;
  PlaneIndex       index;
  MerQuestionTally counts[MER_BLOCK_MAX_QUESTIONS];
  guint            n = reading->wanted.n_questions;

  g_return_val_if_fail (tally->n_questions == n, FALSE);

  if (!mer_block_view_init (&view, block, &reading->packed, error))
    return FALSE;
  plane_index_init (&index, &view, &reading->packed);
  for (guint i = 0; i < n; i++)
    {
      memset (&counts[i], 0, sizeof counts[i]);
      if (reading->questions[i].question < 0)
        tally_blank (&index, &view, reading, i, &counts[i]);
      else if (!tally_question (&index, &view, reading, i, &counts[i]))
        return mer_block_damaged (error, _("it has an answer that the question does not know"));
    }
  for (guint i = 0; i < n; i++)
    add_question (&tally->questions[i], &counts[i]);
  tally->n += view.header.n_rows;
  return TRUE;
}

/**
 * mer_block_tally:
 * @block: an encoded block, of any origin
 * @layout: of the methodology that its batch was imported by
 * @tally: added to; of as many questions as the layout
 *
 * Any thread.
 *
 * Returns: FALSE and %MER_STORE_ERROR_DAMAGED when the block is not sound
 */
gboolean
mer_block_tally (GBytes               *block,
                 const MerBlockLayout *layout,
                 MerTally             *tally,
                 GError              **error)
{
  MerBlockReading reading;

  mer_block_reading_init_same (&reading, layout);
  return mer_block_reading_tally (block, &reading, tally, error);
}

/* --- rows ------------------------------------------------------------------------ */

static void
unpack_numbers (const MerBlockView *view,
                gint64             *out)
{
  guint  n = view->header.n_rows;
  guint  width = view->header.gap_bits;
  gsize  size = mer_bits_to_bytes ((guint64) (n - 1) * width);
  gint64 number = view->header.first_row;

  out[0] = number;
  for (guint i = 1; i < n; i++)
    {
      number += 1 + (gint64) mer_bits_get (view->gaps, size, i - 1, width);
      out[i] = number;
    }
}

/* A bit of a run that is left out when all rows have the same. */
static gboolean
flag_at (const MerBlockView *view,
         const guint8       *run,
         guint               row,
         gboolean            without)
{
  return run == NULL ? without : mer_bits_get (run, view->plane_size, row, 1) != 0;
}

/* The time of row `i`, MER_BLOCK_NO_TIME when it has none. */
static gint64
time_at (const MerBlockView *view,
         guint               i,
         guint8             *has_time_of_day)
{
  guint   width = view->header.time_bits;
  gsize   size = mer_bits_to_bytes ((guint64) view->header.n_rows * width);
  guint64 units = 0;

  if (view->times == NULL || !flag_at (view, view->has_time, i, TRUE))
    return MER_BLOCK_NO_TIME;
  units = mer_bits_get (view->times, size, i, width);
  *has_time_of_day =
    (guint8) flag_at (view, view->clock, i, (view->header.flags & MER_BLOCK_CLOCK_ALL) != 0);
  return view->header.base_time + (gint64) (units * view->header.time_unit);
}

static void
unpack_times (const MerBlockView *view,
              MerBlockRows       *rows)
{
  for (guint i = 0; i < view->header.n_rows; i++)
    rows->times[i] = time_at (view, i, &rows->has_time_of_day[i]);
}

/**
 * mer_block_times:
 * @block: an encoded block, of any origin
 * @layout: of the methodology that its batch was imported by
 * @rows: (array length=n_rows): row numbers, ascending
 * @n_rows: how many
 * @times: (array length=n_rows): set for rows that the block holds
 * @has_time_of_day: (array length=n_rows): the same
 *
 * Any thread.
 *
 * Returns: FALSE and %MER_STORE_ERROR_DAMAGED when the block is not sound
 */
gboolean
mer_block_times (GBytes               *block,
                 const MerBlockLayout *layout,
                 const gint64         *rows,
                 guint                 n_rows,
                 gint64               *times,
                 guint8               *has_time_of_day,
                 GError              **error)
{
  MerBlockView view;
  gint64       number = 0;
  gsize        size = 0;
  guint        next = 0;

  if (!mer_block_view_init (&view, block, layout, error))
    return FALSE;
  size = mer_bits_to_bytes ((guint64) (view.header.n_rows - 1) * view.header.gap_bits);
  number = view.header.first_row;
  for (guint i = 0; i < view.header.n_rows && next < n_rows; i++)
    {
      if (i > 0)
        number += 1 + (gint64) mer_bits_get (view.gaps, size, i - 1, view.header.gap_bits);
      while (next < n_rows && rows[next] < number)
        next++;
      if (next < n_rows && rows[next] == number)
        times[next] = time_at (&view, i, &has_time_of_day[next]);
    }
  return TRUE;
}

/* FALSE when a row has a code that its question does not know. */
static gboolean
unpack_answers (const MerBlockView   *view,
                const MerBlockLayout *layout,
                MerBlockRows         *rows)
{
  PlaneIndex index;

  plane_index_init (&index, view, layout);
  for (guint q = 0; q < layout->n_questions; q++)
    {
      guint bits = layout->questions[q].bits;

      for (guint i = 0; i < rows->n_rows; i++)
        {
          guint code = 0;

          for (guint bit = 0; bit < bits; bit++)
            code |= (guint) (index.planes[q][bit * view->plane_size + i / 8] >> (i % 8) & 1) << bit;
          if (code >= layout->questions[q].n_codes)
            return FALSE;
          rows->codes[(gsize) i * rows->n_questions + q] = (guint8) code;
          mer_block_layout_set (layout, q, code, rows->answers + (gsize) i * rows->n_words);
        }
    }
  return TRUE;
}

/**
 * mer_block_unpack:
 * @block: an encoded block, of any origin
 * @layout: of the methodology that its batch was imported by
 *
 * Any thread.
 *
 * Returns: (transfer full): its rows in the order of the file; NULL and
 *   %MER_STORE_ERROR_DAMAGED when the block is not sound
 */
MerBlockRows *
mer_block_unpack (GBytes               *block,
                  const MerBlockLayout *layout,
                  GError              **error)
{
  g_autoptr (MerBlockRows) rows = NULL;
  MerBlockView view;
  gsize        n = 0;

  if (!mer_block_view_init (&view, block, layout, error))
    return NULL;
  n = view.header.n_rows;
  rows = g_new0 (MerBlockRows, 1);
  rows->n_rows = view.header.n_rows;
  rows->n_questions = layout->n_questions;
  rows->n_words = layout->n_words;
  rows->codes = g_new (guint8, n * layout->n_questions);
  rows->answers = g_new0 (guint32, n * layout->n_words);
  rows->rows = g_new (gint64, n);
  rows->times = g_new (gint64, n);
  rows->has_time_of_day = g_new0 (guint8, n);
  rows->respondents = g_new0 (guint64, n);
  unpack_numbers (&view, rows->rows);
  unpack_times (&view, rows);
  for (gsize i = 0; view.respondents != NULL && i < n; i++)
    rows->respondents[i] = mer_bits_load (view.respondents + i * 8, 8);
  if (!unpack_answers (&view, layout, rows))
    {
      mer_block_damaged (error, _("it has an answer that the question does not know"));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

void
mer_block_rows_free (MerBlockRows *self)
{
  if (self == NULL)
    return;
  g_free (self->codes);
  g_free (self->answers);
  g_free (self->rows);
  g_free (self->times);
  g_free (self->has_time_of_day);
  g_free (self->respondents);
  g_free (self);
}
