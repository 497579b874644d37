/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores of one cycle. Pure: the same methodology and evidence give the same table, on
 * any machine and in any thread. */

#include "scoring/mer-score-table.h"

#include <stdlib.h>

#include "scoring/mer-score-private.h"

G_DEFINE_BOXED_TYPE (MerScoreTable, mer_score_table, mer_score_table_ref, mer_score_table_unref)

/* Where an organization's row is, sorted by organization. */
typedef struct
{
  gint64 id;
  guint  row;
} IdEntry;

static int
compare_ids (const void *a, const void *b)
{
  const IdEntry *x = a, *y = b;

  return x->id < y->id ? -1 : x->id > y->id;
}

/**
 * mer_score_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self; any thread
 */
MerScoreTable *
mer_score_table_ref (MerScoreTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_table (gpointer data)
{
  MerScoreTable *self = data;

  for (guint i = 0; i < self->n_rows * (self->n_indicators + self->n_criteria); i++)
    mer_rational_clear (&self->scores[i].value);
  for (guint i = 0; i < self->n_rows; i++)
    mer_rational_clear (&self->rows[i].total.value);
  g_free (self->scores);
  g_free (self->rows);
  g_free (self->by_id);
  mer_methodology_unref (self->methodology);
  g_ptr_array_unref (self->organizations);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->evidence);
}

/**
 * mer_score_table_unref:
 * @self: (transfer full): a table
 */
void
mer_score_table_unref (MerScoreTable *self)
{
  g_atomic_rc_box_release_full (self, clear_table);
}

static GHashTable *
index_evidence (GPtrArray *evidence)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < evidence->len; i++)
    {
      MerEvidence *one = g_ptr_array_index (evidence, i);

      g_hash_table_insert (index, &one->organization_id, one);
    }
  return index;
}

/* Gives each row its organization and evidence. Both usually come in the same order. */
static void
fill_rows (MerScoreTable *self)
{
  g_autoptr (GHashTable) index = NULL;
  guint next = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      MerScoreRow *row = &self->rows[i];
      MerEvidence *candidate =
        next < self->evidence->len ? g_ptr_array_index (self->evidence, next) : NULL;

      row->organization = g_ptr_array_index (self->organizations, i);
      row->indicators = &self->scores[(gsize) i * (self->n_indicators + self->n_criteria)];
      row->criteria = row->indicators + self->n_indicators;
      if (candidate != NULL && candidate->organization_id == row->organization->id)
        {
          row->evidence = candidate;
          next++;
          continue;
        }
      if (index == NULL)
        index = index_evidence (self->evidence);
      row->evidence = g_hash_table_lookup (index, &row->organization->id);
    }
}

static void
score_rows (MerScoreTable *self, const MerScorePlan *plan)
{
  g_autofree MerPlaceSum *places = g_new (MerPlaceSum, self->methodology->places->len + 1);

  for (guint i = 0; i < self->n_rows; i++)
    {
      MerMeasureContext context;

      mer_score_plan_context (plan, self->rows[i].evidence, places, &context);
      if (!mer_score_row_fast (plan, &context, &self->rows[i]))
        mer_score_row_exact (plan, &context, &self->rows[i]);
    }
}

static void
index_rows (MerScoreTable *self)
{
  IdEntry *entries = g_new (IdEntry, MAX (self->n_rows, 1));

  for (guint i = 0; i < self->n_rows; i++)
    entries[i] = (IdEntry){ self->rows[i].organization->id, i };
  qsort (entries, self->n_rows, sizeof *entries, compare_ids);
  self->by_id = entries;
}

static MerScoreRow *
find_row (const MerScoreTable *self, gint64 organization_id)
{
  IdEntry        key = { organization_id, 0 };
  const IdEntry *found =
    bsearch (&key, self->by_id, self->n_rows, sizeof (IdEntry), compare_ids);

  return found != NULL ? &self->rows[found->row] : NULL;
}

MerScoreTable *
mer_score_table_new (MerMethodology *methodology,
                     GPtrArray      *organizations,
                     GPtrArray      *items,
                     GPtrArray      *evidence)
{
  MerScoreTable *self = g_atomic_rc_box_new0 (MerScoreTable);
  MerScorePlan   plan;

  mer_score_plan_init (&plan, methodology, items);
  self->methodology = mer_methodology_ref (methodology);
  self->organizations = g_ptr_array_ref (organizations);
  self->items = g_ptr_array_ref (items);
  self->evidence = g_ptr_array_ref (evidence);
  self->n_indicators = plan.indicators->len;
  self->n_criteria = plan.n_criteria;
  self->decimals = plan.decimals;
  self->n_rows = organizations->len;
  self->rows = g_new0 (MerScoreRow, MAX (self->n_rows, 1));
  self->scores =
    g_new0 (MerScore, (gsize) self->n_rows * (self->n_indicators + self->n_criteria) + 1);
  fill_rows (self);
  score_rows (self, &plan);
  mer_score_average_branches (&plan, self);
  mer_score_rank (self);
  index_rows (self);
  mer_score_plan_clear (&plan);
  return self;
}

MerScoreTable *
mer_score_table_new_of_totals (MerMethodology *methodology,
                               GPtrArray      *organizations,
                               const GArray   *totals)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MerScoreTable *self = mer_score_table_new (methodology, organizations, none, none);

  g_return_val_if_fail (totals->len == organizations->len, self);
  /* rows without a total stand in the order of their names: each finds its own */
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);
      MerScoreRow           *row = find_row (self, organization->id);

      mer_rational_clear (&row->total.value);
      row->total.value = mer_rational_copy (&g_array_index (totals, MerRational, i));
      row->total.defined = TRUE;
    }
  g_clear_pointer (&self->by_id, g_free);
  mer_score_rank (self);
  index_rows (self);
  return self;
}

/**
 * mer_score_table_find:
 * @self: a table
 * @organization_id: an organization
 *
 * Returns: (transfer none) (nullable): its row
 */
const MerScoreRow *
mer_score_table_find (const MerScoreTable *self, gint64 organization_id)
{
  return find_row (self, organization_id);
}

/**
 * mer_score_table_mean:
 * @self: a table
 * @out: (out): the exact mean of the totals that are defined
 *
 * Returns: %FALSE when there is none
 */
gboolean
mer_score_table_mean (const MerScoreTable *self, MerRational *out)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) count = mer_rational_new (MAX (self->n_ranked, 1), 1);

  for (guint i = 0; i < self->n_ranked; i++)
    {
      MerRational old = sum;

      sum = mer_rational_add (&old, &self->rows[i].total.value);
      mer_rational_clear (&old);
    }
  if (self->n_ranked == 0)
    return FALSE;
  *out = mer_rational_div (&sum, &count);
  return TRUE;
}

/* The mean of some indicators of a row, which begin at `first`. */
static gboolean
mean_of (const MerScoreTable *self,
         const MerScoreRow   *row,
         guint                first,
         const MerCalculated *calculated,
         MerRational         *out)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) mean = MER_RATIONAL_ZERO;
  g_auto (MerRational) count = mer_rational_new (calculated->indicators->len, 1);

  for (guint i = 0; i < calculated->indicators->len; i++)
    {
      const MerScore *score =
        &row->indicators[first + g_array_index (calculated->indicators, guint, i)];
      MerRational old = sum;

      if (!score->defined)
        return FALSE;
      sum = mer_rational_add (&old, &score->value);
      mer_rational_clear (&old);
    }
  mean = mer_rational_div (&sum, &count);
  *out = strcmp (mer_methodology_policy (self->methodology, "rounding"), "stages") == 0
           ? mer_rational_round (&mean, self->decimals)
           : mer_rational_copy (&mean);
  return TRUE;
}

/**
 * mer_score_table_calculated:
 * @self: a table
 * @row: one of its rows
 * @code: the code of a calculated row of the methodology, as "2.2"
 * @out: (out): its value
 *
 * Returns: %FALSE when there is no such row, or one of what it is the mean of is undefined.
 *   Whether it is shown is policy `show.2.2`; it enters no score (domain A1.2).
 */
gboolean
mer_score_table_calculated (const MerScoreTable *self,
                            const MerScoreRow   *row,
                            const char          *code,
                            MerRational         *out)
{
  guint first = 0;

  for (guint i = 0; i < self->n_criteria; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->methodology->criteria, i);

      for (guint j = 0; j < criterion->calculated->len; j++)
        {
          const MerCalculated *calculated = g_ptr_array_index (criterion->calculated, j);

          if (strcmp (calculated->code, code) == 0)
            return mean_of (self, row, first, calculated, out);
        }
      first += criterion->indicators->len;
    }
  return FALSE;
}
