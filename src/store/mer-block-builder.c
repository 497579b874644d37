/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows in memory on their way into a block. A row is `stride` 32-bit words: the packed answers,
 * the row number less that of the builder's first row, the time, and the respondent where rows
 * have one. A time is one word, its distance to the first; a builder that gets one more than
 * thirty years away has two words for each. Rows lie in chunks of a list that only grows at its
 * end, so an addition touches the end of one chunk and nothing else. */

#include "config.h"

#include "store/mer-block-private.h"

#include <string.h>

#define FIRST_CHUNK_ROWS 24
#define CHUNK_ROWS 64

/* The lowest bit of a stored time: whether it has a time of day. */
#define STORED_NO_TIME G_MININT64
#define NARROW_NO_TIME 0
/* Seconds that a time of one word may be away from the first. */
#define NARROW_REACH (G_GINT64_CONSTANT (1) << 30)

typedef struct _Chunk Chunk;
struct _Chunk
{
  Chunk  *next;
  guint32 n_rows;
  guint32 capacity;
  guint32 words[];
};

/* First what an addition looks at: with a country's organizations in any order, each line of
 * memory that is touched is waited for. */
struct _MerBlockBuilder
{
  guint32 *next; /* where the next row goes: in the last chunk */
  guint32  left; /* rows that it has room for, not yet taken from its count */
  guint32  stride;
  guint32  n_words; /* of the layout */
  guint32  n_riding;
  guint32  n_rows;
  gboolean with_respondents;
  gboolean has_wide_times;
  gint64   base_time; /* MER_BLOCK_NO_TIME: none came yet */
  gint64   base_row;
  gint64   last_row;

  const MerBlockLayout *layout; /* borrowed */
  Chunk                *first;
  Chunk                *last;
  gsize                 memory;
};

MerBlockBuilder *
mer_block_builder_new (const MerBlockLayout *layout,
                       gboolean              with_respondents,
                       guint                 n_riding)
{
  MerBlockBuilder *self = g_new0 (MerBlockBuilder, 1);

  self->layout = layout;
  self->n_words = layout->n_words;
  self->n_riding = n_riding;
  self->with_respondents = with_respondents;
  self->stride = layout->n_words + 1 + 1 + (with_respondents ? 2 : 0) + n_riding;
  self->base_time = MER_BLOCK_NO_TIME;
  self->memory = sizeof *self;
  return self;
}

static void
free_chunks (Chunk *chunk)
{
  while (chunk != NULL)
    {
      Chunk *next = chunk->next;
      g_free (chunk);
      chunk = next;
    }
}

void
mer_block_builder_free (MerBlockBuilder *self)
{
  if (self == NULL)
    return;
  free_chunks (self->first);
  g_free (self);
}

static gsize
chunk_size (const MerBlockBuilder *self,
            guint32                capacity)
{
  return sizeof (Chunk) + (gsize) capacity * self->stride * sizeof (guint32);
}

/* Makes the last chunk's count right before the chunks are walked. */
static void
count_rows (MerBlockBuilder *self)
{
  if (self->last != NULL)
    self->last->n_rows = self->last->capacity - self->left;
}

/* The last chunk takes rows behind those that it has. */
static void
go_on (MerBlockBuilder *self)
{
  self->next = NULL;
  self->left = 0;
  if (self->last == NULL)
    return;
  self->next = self->last->words + (gsize) self->last->n_rows * self->stride;
  self->left = self->last->capacity - self->last->n_rows;
}

static void
add_chunk (MerBlockBuilder *self)
{
  guint32 capacity = self->last == NULL ? FIRST_CHUNK_ROWS : CHUNK_ROWS;
  gsize   size = chunk_size (self, capacity);
  Chunk  *chunk = g_malloc (size);

  count_rows (self);
  chunk->next = NULL;
  chunk->n_rows = 0;
  chunk->capacity = capacity;
  if (self->last != NULL)
    self->last->next = chunk;
  else
    self->first = chunk;
  self->last = chunk;
  self->memory += size;
  go_on (self);
}

void
mer_block_builder_prefetch (const MerBlockBuilder *self)
{
  /* A row may lie across two lines. */
  if (self->left > 0)
    {
      __builtin_prefetch (self->next, 1);
      __builtin_prefetch (self->next + self->stride - 1, 1);
    }
}

/* FALSE when the time is too far from the first. */
static inline gboolean
narrow_time (const MerBlockBuilder *self,
             const MerBlockRow     *row,
             guint32               *stored)
{
  gint64 distance = 0;

  *stored = NARROW_NO_TIME;
  if (row->time == MER_BLOCK_NO_TIME)
    return TRUE;
  if (__builtin_sub_overflow (row->time, self->base_time, &distance) ||
      distance <= -NARROW_REACH || distance >= NARROW_REACH)
    return FALSE;
  *stored = (guint32) (distance + NARROW_REACH) << 1 | (row->has_time_of_day ? 1 : 0);
  return TRUE;
}

static gint64
widen_time (const MerBlockBuilder *self,
            guint32                stored)
{
  gint64 time = 0;

  if (stored == NARROW_NO_TIME)
    return STORED_NO_TIME;
  time = self->base_time + (gint64) (stored >> 1) - NARROW_REACH;
  return (gint64) ((guint64) time << 1 | (stored & 1));
}

static inline void
put_row (MerBlockBuilder   *self,
         const MerBlockRow *row,
         guint32            narrow)
{
  guint32 *words = NULL;
  guint    n = self->n_words;

  if (self->left == 0)
    add_chunk (self);
  words = self->next;
  for (guint i = 0; i < n; i++)
    words[i] = row->answers[i];
  words[n] = (guint32) (row->number - self->base_row);
  words += n + 1;
  if (G_UNLIKELY (self->has_wide_times))
    {
      gint64 stored = row->time == MER_BLOCK_NO_TIME
                        ? STORED_NO_TIME
                        : (gint64) ((guint64) row->time << 1 | (row->has_time_of_day ? 1 : 0));
      memcpy (words, &stored, sizeof stored);
      words += 2;
    }
  else
    *words++ = narrow;
  if (self->with_respondents)
    {
      memcpy (words, &row->respondent, sizeof row->respondent);
      words += 2;
    }
  for (guint i = 0; i < self->n_riding; i++)
    words[i] = row->riding[i];
  self->next += self->stride;
  self->left--;
}

static void
row_at (const MerBlockBuilder *self,
        const guint32         *words,
        MerBlockRow           *row)
{
  guint  n = self->n_words;
  gint64 stored = 0;

  row->answers = words;
  row->number = self->base_row + words[n];
  words += n + 1;
  if (G_UNLIKELY (self->has_wide_times))
    {
      memcpy (&stored, words, sizeof stored);
      words += 2;
    }
  else
    stored = widen_time (self, *words++);
  row->time = stored == STORED_NO_TIME ? MER_BLOCK_NO_TIME : stored >> 1;
  row->has_time_of_day = stored != STORED_NO_TIME && (stored & 1) != 0;
  row->respondent = 0;
  if (self->with_respondents)
    {
      memcpy (&row->respondent, words, sizeof row->respondent);
      words += 2;
    }
  row->riding = words;
}

/* From one word a time to two, in all rows. */
static void
widen_times (MerBlockBuilder *self)
{
  MerBlockBuilder before;

  count_rows (self);
  before = *self;
  self->first = NULL;
  self->last = NULL;
  go_on (self);
  self->memory = sizeof *self;
  self->has_wide_times = TRUE;
  self->stride++;
  for (const Chunk *chunk = before.first; chunk != NULL; chunk = chunk->next)
    {
      for (guint32 i = 0; i < chunk->n_rows; i++)
        {
          MerBlockRow row = { 0 };

          row_at (&before, chunk->words + (gsize) i * before.stride, &row);
          put_row (self, &row, NARROW_NO_TIME);
        }
    }
  free_chunks (before.first);
}

void
mer_block_builder_add (MerBlockBuilder   *self,
                       const MerBlockRow *row)
{
  guint32 narrow = NARROW_NO_TIME;

  g_return_if_fail (self->n_rows == 0 ||
                    (row->number > self->last_row &&
                     row->number - self->base_row <= G_MAXUINT32));

  if (self->n_rows == 0)
    self->base_row = row->number;
  self->last_row = row->number;
  if (self->base_time == MER_BLOCK_NO_TIME)
    self->base_time = row->time;
  if (!self->has_wide_times && G_UNLIKELY (!narrow_time (self, row, &narrow)))
    widen_times (self);
  put_row (self, row, narrow);
  self->n_rows++;
}

guint
mer_block_builder_n_rows (const MerBlockBuilder *self)
{
  return self->n_rows;
}

gsize
mer_block_builder_memory (const MerBlockBuilder *self)
{
  return self->memory;
}

guint
mer_block_builder_filter (MerBlockBuilder *self,
                          MerBlockRowFunc  keep,
                          gpointer         user_data)
{
  guint dropped = 0;

  count_rows (self);
  for (Chunk *chunk = self->first; chunk != NULL; chunk = chunk->next)
    {
      guint32 kept = 0;

      for (guint32 i = 0; i < chunk->n_rows; i++)
        {
          guint32    *words = chunk->words + (gsize) i * self->stride;
          MerBlockRow row = { 0 };

          row_at (self, words, &row);
          if (!keep (&row, user_data))
            continue;
          if (kept != i)
            memcpy (chunk->words + (gsize) kept * self->stride, words,
                    self->stride * sizeof (guint32));
          kept++;
        }
      dropped += chunk->n_rows - kept;
      chunk->n_rows = kept;
    }
  self->n_rows -= dropped;
  go_on (self);
  return dropped;
}

/* --- into a block ---------------------------------------------------------------- */

/* Moves rows off the front of the builder into the columns. */
static void
take_rows (MerBlockColumns *self,
           MerBlockBuilder *builder,
           guint            n)
{
  guint n_words = builder->layout->n_words;
  guint done = 0;

  self->n = n;
  self->answers = g_new0 (guint32, (gsize) ((n + 31) & ~31u) * n_words);
  self->numbers = g_new (gint64, n);
  self->times = g_new (gint64, n);
  self->clock = g_new (guint8, n);
  self->respondents = g_new (guint64, n);
  count_rows (builder);
  while (done < n)
    {
      Chunk  *chunk = builder->first;
      guint32 count = MIN (chunk->n_rows, n - done);

      for (guint32 i = 0; i < count; i++, done++)
        {
          MerBlockRow row = { 0 };

          row_at (builder, chunk->words + (gsize) i * builder->stride, &row);
          for (guint word = 0; word < n_words; word++)
            self->answers[(gsize) done * n_words + word] = row.answers[word];
          self->numbers[done] = row.number;
          self->times[done] = row.time;
          self->clock[done] = (guint8) row.has_time_of_day;
          self->respondents[done] = row.respondent;
        }
      if (count < chunk->n_rows)
        {
          memmove (chunk->words, chunk->words + (gsize) count * builder->stride,
                   (gsize) (chunk->n_rows - count) * builder->stride * sizeof (guint32));
          chunk->n_rows -= count;
          continue;
        }
      builder->first = chunk->next;
      if (builder->first == NULL)
        builder->last = NULL;
      builder->memory -= chunk_size (builder, chunk->capacity);
      g_free (chunk);
    }
  builder->n_rows -= n;
  go_on (builder);
}

GBytes *
mer_block_builder_finish (MerBlockBuilder *self)
{
  g_auto (MerBlockColumns) columns = { 0 };

  if (self->n_rows == 0)
    return NULL;
  take_rows (&columns, self, MIN (self->n_rows, MER_BLOCK_MAX_ROWS));
  return mer_block_columns_encode (&columns, self->layout);
}
