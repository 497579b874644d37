/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

#include <string.h>

G_BEGIN_DECLS

/* Bytes behind a cell's text that must be readable to whoever looks it up here; rows that are
 * taken from a MerRowAhead have them. */
#define MER_NEAR_SLACK 8
#define MER_NEAR_SPELLINGS 16

/**
 * MerNearSpellings:
 *
 * The few spellings that nearly all cells of a column have, told by their first eight bytes
 * and their length, which are all of a short one.
 */
typedef struct
{
  guint64 heads[MER_NEAR_SPELLINGS];
  gsize   lengths[MER_NEAR_SPELLINGS];
  guint   codes[MER_NEAR_SPELLINGS];
  char   *texts[MER_NEAR_SPELLINGS];
  guint   n;
} MerNearSpellings;

/* The first eight bytes as they lie in memory, the rest of a shorter text zero. */
static inline guint64
mer_near_head (const char *text,
               gsize       length)
{
  guint64 head = 0;
  guint   missing = length < 8 ? (guint) (8 - length) * 8 : 0;

  memcpy (&head, text, sizeof head);
  if (missing == 64)
    return 0;
  return GUINT64_TO_LE (GUINT64_FROM_LE (head) << missing >> missing);
}

static inline void
mer_near_spellings_init (MerNearSpellings *self)
{
  self->n = 0;
}

static inline void
mer_near_spellings_clear (MerNearSpellings *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->texts[i]);
  mer_near_spellings_init (self);
}

/* Forgets it when there is no room. */
static inline void
mer_near_spellings_add (MerNearSpellings *self,
                        const MerCell    *cell,
                        guint             code)
{
  guint i = self->n;

  if (i == MER_NEAR_SPELLINGS)
    return;
  self->heads[i] = mer_near_head (cell->text, cell->length);
  self->lengths[i] = cell->length;
  self->codes[i] = code;
  self->texts[i] = g_strndup (cell->text, cell->length);
  self->n++;
}

static inline gboolean
mer_near_spellings_equal (const MerNearSpellings *self,
                          guint                   i,
                          const MerCell          *cell,
                          guint64                 head)
{
  return self->heads[i] == head && self->lengths[i] == cell->length &&
         (cell->length <= 8 || memcmp (self->texts[i], cell->text, cell->length) == 0);
}

/* The index of a cell's spelling; −1 when it is none of these. */
static inline int
mer_near_spellings_find (const MerNearSpellings *self,
                         const MerCell          *cell)
{
  guint64 head = mer_near_head (cell->text, cell->length);

  for (guint i = 0; i < self->n; i++)
    {
      if (mer_near_spellings_equal (self, i, cell, head))
        return (int) i;
    }
  return -1;
}

G_END_DECLS
