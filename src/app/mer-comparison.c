/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the operator's values with ours. They are compared and never used. */

#include "config.h"

#include "app/mer-comparison.h"

#include <string.h>

#include "store/mer-evidence-store.h"

/* Places that are told of a difference at most. */
#define MAX_PLACES 9

/* One column of ours that the operator's tables may have. */
typedef struct
{
  const char *code;
  const char *symbol;
  gboolean    used;       /* some table of the operator's has it */
  int         indicator;  /* index, or −1 */
  int         criterion;  /* index, or −1 */
  gboolean    calculated; /* a row for information, 2.2 */
} Column;

typedef struct
{
  MerComparison *comparison;
  MerResults    *results;
  GArray        *columns; /* of Column */
  GHashTable    *values;  /* "organization/code" → MerReadyValue, borrowed */
  GHashTable    *places;  /* "batch/code" → decimals that a table gave the column with */
} Compare;

static void
difference_free (gpointer data)
{
  MerDifference *self = data;

  mer_organization_unref (self->organization);
  g_free (self->theirs);
  g_free (self->ours);
  g_free (self->difference);
  g_free (self);
}

/**
 * mer_comparison_free:
 * @self: (transfer full) (nullable): a comparison
 */
void
mer_comparison_free (MerComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->matches);
  g_ptr_array_unref (self->codes);
  mer_methodology_unref (self->methodology);
  g_free (self);
}

/**
 * mer_comparison_get:
 * @self: a comparison
 * @index: of the differences and then the matches
 *
 * Returns: (transfer none) (nullable): the cell, %NULL behind the last
 */
const MerDifference *
mer_comparison_get (const MerComparison *self,
                    guint                index)
{
  if (index < self->differences->len)
    return self->differences->pdata[index];
  index -= self->differences->len;
  return index < self->matches->len ? self->matches->pdata[index] : NULL;
}

/* --- columns ------------------------------------------------------------------------- */

static void
add_column (Compare    *self,
            const char *code,
            const char *symbol,
            int         indicator,
            int         criterion,
            gboolean    calculated)
{
  char  *kept = g_strdup (code);
  Column column = { kept, symbol != NULL ? symbol : kept, FALSE, indicator, criterion,
                    calculated };

  g_ptr_array_add (self->comparison->codes, kept);
  g_array_append_val (self->columns, column);
}

/* In the order of the scores table: indicators with the calculated rows of their criterion,
 * criteria, the total. */
static void
add_columns (Compare *self)
{
  const GPtrArray *criteria = self->results->methodology->criteria;
  int              index = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const MerCriterion *criterion = criteria->pdata[i];

      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = criterion->indicators->pdata[j];

          add_column (self, indicator->code, indicator->code, index++, -1, FALSE);
        }
      for (guint j = 0; j < criterion->calculated->len; j++)
        {
          const MerCalculated *calculated = criterion->calculated->pdata[j];

          add_column (self, calculated->code, calculated->code, -1, -1, TRUE);
        }
    }
  for (guint i = 0; i < criteria->len; i++)
    {
      const MerCriterion *criterion = criteria->pdata[i];

      add_column (self, criterion->code, criterion->symbol, -1, (int) i, FALSE);
    }
  add_column (self, "S", "S", -1, -1, FALSE);
}

static Column *
find_column (Compare    *self,
             const char *code)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (strcmp (column->code, code) == 0)
        return column;
    }
  return NULL;
}

/* --- values --------------------------------------------------------------------------- */

static guint
places_of (const char *decimal)
{
  const char *point = strchr (decimal, '.');

  return point != NULL ? (guint) MIN (strlen (point + 1), MAX_PLACES) : 0;
}

static char *
key_of (gint64      id,
        const char *code)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", id, code);
}

/* The decimals of a column are the most that one of its cells has. */
static void
note_places (Compare             *self,
             const MerReadyValue *value)
{
  char *key = key_of (value->batch_id, value->code);
  guint places = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));

  places = MAX (places, MIN (places_of (value->value), self->results->scores->decimals));
  g_hash_table_replace (self->places, key, GUINT_TO_POINTER (places));
}

/* Later tables win a cell, and what was typed in wins over tables. */
static void
take_values (Compare         *self,
             const GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      MerReadyValue *value = values->pdata[i];
      Column        *column = find_column (self, value->code);

      if (column == NULL || value->organization_id == 0)
        continue;
      column->used = TRUE;
      note_places (self, value);
      g_hash_table_replace (self->values, key_of (value->organization_id, value->code), value);
    }
  self->comparison->n_values = g_hash_table_size (self->values);
}

/* Our value of a cell: TRUE and *out, which the caller clears. */
static gboolean
find_ours (const Compare     *self,
           const MerScoreRow *row,
           const Column      *column,
           MerRational       *out)
{
  const MerScore *score = &row->total;

  if (column->calculated)
    return mer_score_table_calculated (self->results->scores, row, column->code, out);
  if (column->indicator >= 0)
    score = &row->indicators[column->indicator];
  else if (column->criterion >= 0)
    score = &row->criteria[column->criterion];
  if (!score->defined)
    return FALSE;
  *out = mer_rational_copy (&score->value);
  return TRUE;
}

static gboolean
is_same (const MerRational *ours,
         const MerRational *theirs,
         guint              places)
{
  g_auto (MerRational) a = mer_rational_round (ours, places);
  g_auto (MerRational) b = mer_rational_round (theirs, places);

  return mer_rational_cmp (&a, &b) == 0;
}

/* --- differences ------------------------------------------------------------------------ */

static MerDifference *
add_difference (Compare             *self,
                MerDifferenceKind    kind,
                MerOrganization     *organization,
                const Column        *column,
                const MerReadyValue *theirs)
{
  MerDifference *difference = g_new0 (MerDifference, 1);

  difference->kind = kind;
  difference->organization = mer_organization_ref (organization);
  difference->code = column->code;
  difference->symbol = column->symbol;
  if (theirs != NULL)
    {
      difference->theirs = g_strdup (theirs->value);
      difference->batch_id = theirs->batch_id;
      difference->row = theirs->row;
    }
  g_ptr_array_add (kind == MER_DIFFERENCE_NONE ? self->comparison->matches
                                               : self->comparison->differences,
                   difference);
  return difference;
}

/* Both have a value. */
static void
compare_values (Compare             *self,
                MerOrganization     *organization,
                const Column        *column,
                const MerReadyValue *theirs,
                const MerRational   *ours)
{
  g_autofree char *key = key_of (theirs->batch_id, column->code);
  guint            places = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));
  guint            decimals = self->results->scores->decimals;
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  g_auto (MerRational) shown = MER_RATIONAL_ZERO;
  g_auto (MerRational) gap = MER_RATIONAL_ZERO;
  MerDifference *difference = NULL;
  gboolean       same =
    mer_rational_parse (theirs->value, &value) && is_same (ours, &value, places);

  difference = add_difference (self, same ? MER_DIFFERENCE_NONE : MER_DIFFERENCE_VALUE,
                               organization, column, theirs);
  shown = mer_rational_round (ours, decimals);
  gap = mer_rational_sub (&value, &shown);
  difference->ours = mer_rational_to_decimal (&shown, decimals);
  difference->difference =
    mer_rational_to_decimal (&gap, MAX (decimals, places_of (theirs->value)));
}

static void
compare_cell (Compare           *self,
              MerOrganization   *organization,
              const MerScoreRow *row,
              const Column      *column)
{
  g_autofree char     *key = key_of (organization->id, column->code);
  const MerReadyValue *theirs = g_hash_table_lookup (self->values, key);
  g_auto (MerRational) ours = MER_RATIONAL_ZERO;
  gboolean has_ours = row != NULL && find_ours (self, row, column, &ours);

  if (!has_ours && theirs == NULL)
    return;
  self->comparison->n_cells++;
  if (!has_ours)
    add_difference (self, MER_DIFFERENCE_NO_OURS, organization, column, theirs);
  else if (theirs == NULL)
    add_difference (self, MER_DIFFERENCE_NO_THEIRS, organization, column, NULL)->ours =
      mer_rational_to_decimal (&ours, self->results->scores->decimals);
  else
    compare_values (self, organization, column, theirs, &ours);
}

static gboolean
has_theirs (Compare               *self,
            const MerOrganization *organization)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column    *column = &g_array_index (self->columns, Column, i);
      g_autofree char *key = key_of (organization->id, column->code);

      if (g_hash_table_contains (self->values, key))
        return TRUE;
    }
  return FALSE;
}

static void
compare_organization (Compare           *self,
                      MerOrganization   *organization,
                      const MerScoreRow *row)
{
  static const Column whole = { .code = "", .symbol = "" };

  if (!has_theirs (self, organization))
    {
      if (row != NULL)
        add_difference (self, MER_DIFFERENCE_NO_ORGANIZATION, organization, &whole, NULL);
      return;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (column->used)
        compare_cell (self, organization, row, column);
    }
}

/* The rating's rows first, then organizations that only the operator has values of. */
static void
compare (Compare   *self,
         GPtrArray *registry)
{
  const MerScoreTable *scores = self->results->scores;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < registry->len; i++)
    {
      MerOrganization *organization = registry->pdata[i];

      g_hash_table_insert (by_id, &organization->id, organization);
    }
  for (guint i = 0; i < scores->n_rows; i++)
    {
      MerOrganization *organization =
        g_hash_table_lookup (by_id, &scores->rows[i].organization->id);

      if (organization != NULL)
        compare_organization (self, organization, &scores->rows[i]);
    }
  for (guint i = 0; i < registry->len; i++)
    {
      MerOrganization *organization = registry->pdata[i];

      if (mer_score_table_find (scores, organization->id) == NULL)
        compare_organization (self, organization, NULL);
    }
}

/**
 * mer_comparison_new:
 * @results: a scored cycle
 * @doc: its document
 * @error: return location
 *
 * Returns: (transfer full): the comparison, without cells when the operator sent no values
 */
MerComparison *
mer_comparison_new (MerResults  *results,
                    MerDocument *doc,
                    GError     **error)
{
  g_autoptr (MerComparison) comparison = NULL;
  g_autoptr (GPtrArray) values = mer_store_ready_values (doc, results->cycle->id, error);
  g_autoptr (GPtrArray) registry = values != NULL ? mer_store_organizations (doc, error) : NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Compare self = { NULL, results, columns, table, places };

  if (registry == NULL)
    return NULL;
  comparison = g_new0 (MerComparison, 1);
  comparison->differences = g_ptr_array_new_with_free_func (difference_free);
  comparison->matches = g_ptr_array_new_with_free_func (difference_free);
  comparison->codes = g_ptr_array_new_with_free_func (g_free);
  comparison->methodology = mer_methodology_ref (results->methodology);
  self.comparison = comparison;
  add_columns (&self);
  take_values (&self, values);
  if (comparison->n_values > 0)
    compare (&self, registry);
  return g_steal_pointer (&comparison);
}
