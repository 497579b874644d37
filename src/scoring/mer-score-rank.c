/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places by the total as it is printed, so that equal printed totals share a place whatever
 * hides behind the second decimal (domain A1.5 no. 9). */

#include <stdlib.h>

#include "core/mer-name.h"
#include "scoring/mer-score-private.h"

typedef enum
{
  TIES_COMPETITION, /* 1, 2, 2, 4 */
  TIES_DENSE,       /* 1, 2, 2, 3 */
  TIES_ORDINAL,     /* 1, 2, 3, 4 */
} Ties;

/* A row on its way into order. */
typedef struct
{
  gint64 points; /* printed total times 10^decimals, −1 without a total */
  guint  index;
  char  *name; /* sort key, made for equal ones only */
} Entry;

static int
compare_points (const void *a, const void *b)
{
  const Entry *x = a, *y = b;

  if (x->points != y->points)
    return x->points > y->points ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

static int
compare_names (const void *a, const void *b)
{
  const Entry *x = a, *y = b;
  int          order = strcmp (x->name, y->name);

  if (order != 0)
    return order;
  return x->index < y->index ? -1 : 1;
}

static gint64
printed_points (const MerScoreTable *table, const MerScore *total)
{
  g_auto (MerRational) rounded = MER_RATIONAL_ZERO;
  gint64 scale = 1;

  if (!total->defined)
    return -1;
  for (guint i = 0; i < table->decimals; i++)
    scale *= 10;
  if (total->value.big == NULL && scale % total->value.den == 0)
    return total->value.num * (scale / total->value.den);
  rounded = mer_rational_round (&total->value, table->decimals);
  return rounded.num * (scale / rounded.den);
}

/* Equal totals stand in the order of names. */
static void
sort_equal_ones (const MerScoreTable *table, Entry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    entries[i].name = mer_name_sort_key (table->rows[entries[i].index].organization->name);
  qsort (entries, n, sizeof *entries, compare_names);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&entries[i].name, g_free);
}

static Entry *
sorted_entries (const MerScoreTable *table)
{
  Entry *entries = g_new0 (Entry, MAX (table->n_rows, 1));

  for (guint i = 0; i < table->n_rows; i++)
    entries[i] = (Entry){ printed_points (table, &table->rows[i].total), i, NULL };
  qsort (entries, table->n_rows, sizeof *entries, compare_points);
  for (guint i = 0, end = 0; i < table->n_rows; i = end)
    {
      for (end = i + 1; end < table->n_rows && entries[end].points == entries[i].points;)
        end++;
      if (end - i > 1)
        sort_equal_ones (table, &entries[i], end - i);
    }
  return entries;
}

/* Where counting stands, over all or within a kind. */
typedef struct
{
  guint  seen;
  guint  place;
  gint64 points;
} Count;

static guint
next_place (Count *count, gint64 points, Ties ties)
{
  gboolean equal = count->seen > 0 && count->points == points;

  count->seen++;
  count->points = points;
  if (ties == TIES_ORDINAL || (!equal && ties == TIES_COMPETITION))
    count->place = count->seen;
  else if (!equal)
    count->place++;
  return count->place;
}

static Ties
ties_of (const MerMethodology *methodology)
{
  const char *value = mer_methodology_policy (methodology, "ties");

  if (strcmp (value, "dense") == 0)
    return TIES_DENSE;
  return strcmp (value, "ordinal") == 0 ? TIES_ORDINAL : TIES_COMPETITION;
}

void
mer_score_rank (MerScoreTable *table)
{
  Ties              ties = ties_of (table->methodology);
  g_autofree Entry *entries = sorted_entries (table);
  MerScoreRow      *rows = g_new (MerScoreRow, MAX (table->n_rows, 1));
  Count             all = { 0, 0, 0 };
  Count             kinds[MER_N_ORGANIZATION_KINDS] = { { 0, 0, 0 } };

  for (guint i = 0; i < table->n_rows; i++)
    {
      MerScoreRow *row = &rows[i];

      *row = table->rows[entries[i].index];
      if (entries[i].points < 0)
        continue;
      row->rank = next_place (&all, entries[i].points, ties);
      row->rank_in_kind = next_place (&kinds[row->organization->kind], entries[i].points, ties);
      table->n_ranked++;
    }
  g_free (table->rows);
  table->rows = rows;
}
