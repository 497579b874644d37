/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rating as a list model. Invariant: item n is row n of the score table, which is in
 * place order; an item, once made, is the same object for as long as the list lives. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/pages/mer-rating-difference.h"
#include "ui/pages/mer-rating-list.h"

struct _MerRatingRow
{
  GObject parent_instance;

  MerResults        *results; /* owned: keeps the score row alive */
  const MerScoreRow *score;   /* of results */
  guint              index;
  char              *folded; /* owned, made by the first search */
};

struct _MerRatingList
{
  GObject parent_instance;

  MerResults    *results; /* owned */
  MerRatingRow **items;   /* owned array of owned, NULL until asked for */
  guint        **orders;  /* owned array, one order a column, NULL until sorted by */
  guint          n_columns;
};

G_DEFINE_FINAL_TYPE (MerRatingRow, mer_rating_row, G_TYPE_OBJECT)

static void mer_rating_list_iface_init (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (MerRatingList,
                               mer_rating_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mer_rating_list_iface_init))

/* --- values ---------------------------------------------------------------- */

static guint32
n_questionnaires (const MerScoreRow *row)
{
  return row->evidence != NULL && row->evidence->tally != NULL ? row->evidence->tally->n : 0;
}

/* The number that a column sorts by; FALSE when the row has none. */
static gboolean
column_value (const MerResults  *results,
              const MerScoreRow *row,
              guint              column,
              MerRational       *out)
{
  const MerScore *score = &row->total;

  if (column == MER_RATING_DIFFERENCE)
    return mer_rating_difference (results, row, out);
  if (column == MER_RATING_N)
    {
      *out = mer_rational_new (n_questionnaires (row), 1);
      return TRUE;
    }
  if (column >= MER_RATING_CRITERION)
    score = &row->criteria[column - MER_RATING_CRITERION];
  if (!score->defined)
    return FALSE;
  *out = mer_rational_copy (&score->value);
  return TRUE;
}

/* --- orders ---------------------------------------------------------------- */

typedef struct
{
  guint       index;
  gboolean    defined;
  MerRational value;
  char       *key;
} SortEntry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const SortEntry *first = a;
  const SortEntry *second = b;
  int              result = 0;

  if (first->key != NULL)
    result = strcmp (first->key, second->key);
  else if (first->defined && second->defined)
    result = mer_rational_cmp (&first->value, &second->value);
  if (result == 0)
    result = first->index < second->index ? -1 : 1;
  return result;
}

/* Equal values share a number, so that a stable sort keeps them in place order. */
static gboolean
same_value (const SortEntry *a,
            const SortEntry *b)
{
  if (a->key != NULL)
    return strcmp (a->key, b->key) == 0;
  return a->defined && b->defined && mer_rational_cmp (&a->value, &b->value) == 0;
}

/* Numbers rows by a column; 0 where the row has no value. */
static guint *
make_order (MerRatingList *self,
            guint          column)
{
  const MerScoreTable  *table = self->results->scores;
  g_autofree SortEntry *entries = g_new0 (SortEntry, table->n_rows + 1);
  guint                *order = g_new0 (guint, table->n_rows + 1);
  guint                 n = 0;
  guint                 rank = 0;
  guint                 i;

  for (i = 0; i < table->n_rows; i++)
    {
      SortEntry *entry = &entries[n];

      entry->index = i;
      entry->value = MER_RATIONAL_ZERO;
      if (column == MER_RATING_NAME)
        entry->key = mer_name_sort_key (table->rows[i].organization->name);
      else
        entry->defined = column_value (self->results, &table->rows[i], column, &entry->value);
      if (entry->key != NULL || entry->defined)
        n++;
    }
  qsort (entries, n, sizeof *entries, compare_entries);
  for (i = 0; i < n; i++)
    {
      if (i == 0 || !same_value (&entries[i - 1], &entries[i]))
        rank++;
      order[entries[i].index] = rank;
    }
  for (i = 0; i < n; i++)
    {
      mer_rational_clear (&entries[i].value);
      g_free (entries[i].key);
    }
  return order;
}

/* --- rows ------------------------------------------------------------------ */

static void
mer_rating_row_finalize (GObject *object)
{
  MerRatingRow *self = MER_RATING_ROW (object);

  mer_results_unref (self->results);
  g_free (self->folded);
  G_OBJECT_CLASS (mer_rating_row_parent_class)->finalize (object);
}

static void
mer_rating_row_class_init (MerRatingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_rating_row_finalize;
}

static void
mer_rating_row_init (MerRatingRow *self)
{
}

/**
 * mer_rating_row_get_score:
 * @self: a row
 *
 * Returns: (transfer none): its scores
 */
const MerScoreRow *
mer_rating_row_get_score (MerRatingRow *self)
{
  g_return_val_if_fail (MER_IS_RATING_ROW (self), NULL);
  return self->score;
}

/**
 * mer_rating_row_get_index:
 * @self: a row
 *
 * Returns: its number in the score table
 */
guint
mer_rating_row_get_index (MerRatingRow *self)
{
  g_return_val_if_fail (MER_IS_RATING_ROW (self), 0);
  return self->index;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static gboolean
contains_text (MerRatingRow *self,
               const char   *needle)
{
  const MerOrganization *organization = self->score->organization;

  if (self->folded == NULL)
    {
      g_autofree char *text =
        g_strjoin ("\n", organization->name,
                   organization->full_name != NULL ? organization->full_name : "",
                   organization->inn != NULL ? organization->inn : "", NULL);

      self->folded = mer_name_fold (text, -1);
    }
  return strstr (self->folded, needle) != NULL;
}

/**
 * mer_rating_row_matches:
 * @self: a row
 * @filter: what to let through
 *
 * Returns: whether the row is of a wanted kind, in the wanted group and contains the text
 */
gboolean
mer_rating_row_matches (MerRatingRow          *self,
                        const MerRatingFilter *filter)
{
  const MerOrganization *organization;

  g_return_val_if_fail (MER_IS_RATING_ROW (self), FALSE);
  organization = self->score->organization;
  if (filter->kinds != 0 && (filter->kinds & (1u << organization->kind)) == 0)
    return FALSE;
  if (filter->organizations != NULL &&
      !g_array_binary_search (filter->organizations, &organization->id, compare_ids, NULL))
    return FALSE;
  return filter->needle == NULL || *filter->needle == '\0' ||
         contains_text (self, filter->needle);
}

static char *
score_text (const MerScore *score,
            guint           decimals)
{
  if (!score->defined)
    return g_strdup ("—");
  return mer_format_rational (mer_language_of_locale (), &score->value, decimals);
}

static char *
place_text (guint rank)
{
  return rank == 0 ? g_strdup ("—") : mer_format_count (mer_language_of_locale (), rank);
}

/**
 * mer_rating_row_get_text:
 * @self: a row
 * @column: which of its values
 * @ranks_in_kind: whether places are counted within the kind of organization
 *
 * Returns: (transfer full): the cell's text; «—» for what is undefined
 */
char *
mer_rating_row_get_text (MerRatingRow *self,
                         guint         column,
                         gboolean      ranks_in_kind)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  guint decimals;

  g_return_val_if_fail (MER_IS_RATING_ROW (self), NULL);
  decimals = self->results->scores->decimals;
  switch (column)
    {
    case MER_RATING_PLACE:
      return place_text (ranks_in_kind ? self->score->rank_in_kind : self->score->rank);
    case MER_RATING_NAME:
      return g_strdup (self->score->organization->name);
    case MER_RATING_TOTAL:
      return score_text (&self->score->total, decimals);
    case MER_RATING_DIFFERENCE:
      if (!mer_rating_difference (self->results, self->score, &value))
        return g_strdup ("—");
      return mer_format_difference (mer_language_of_locale (), &value, decimals);
    case MER_RATING_N:
      return mer_format_count (mer_language_of_locale (), n_questionnaires (self->score));
    default:
      g_return_val_if_fail (column - MER_RATING_CRITERION < self->results->scores->n_criteria,
                            NULL);
      return score_text (&self->score->criteria[column - MER_RATING_CRITERION], decimals);
    }
}

/* --- the list -------------------------------------------------------------- */

static GType
mer_rating_list_get_item_type (GListModel *model)
{
  return MER_TYPE_RATING_ROW;
}

static guint
mer_rating_list_get_n_items (GListModel *model)
{
  return MER_RATING_LIST (model)->results->scores->n_rows;
}

static gpointer
mer_rating_list_get_item (GListModel *model,
                          guint       position)
{
  MerRatingList *self = MER_RATING_LIST (model);
  MerRatingRow  *row;

  if (position >= self->results->scores->n_rows)
    return NULL;
  if (self->items[position] == NULL)
    {
      row = g_object_new (MER_TYPE_RATING_ROW, NULL);
      row->results = mer_results_ref (self->results);
      row->score = &self->results->scores->rows[position];
      row->index = position;
      self->items[position] = row;
    }
  return g_object_ref (self->items[position]);
}

static void
mer_rating_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = mer_rating_list_get_item_type;
  iface->get_n_items = mer_rating_list_get_n_items;
  iface->get_item = mer_rating_list_get_item;
}

static void
mer_rating_list_finalize (GObject *object)
{
  MerRatingList *self = MER_RATING_LIST (object);
  guint          i;

  for (i = 0; i < self->results->scores->n_rows; i++)
    g_clear_object (&self->items[i]);
  for (i = 0; i < self->n_columns; i++)
    g_free (self->orders[i]);
  g_free (self->items);
  g_free (self->orders);
  mer_results_unref (self->results);
  G_OBJECT_CLASS (mer_rating_list_parent_class)->finalize (object);
}

static void
mer_rating_list_class_init (MerRatingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_rating_list_finalize;
}

static void
mer_rating_list_init (MerRatingList *self)
{
}

/**
 * mer_rating_list_new:
 * @results: a scored cycle; kept
 *
 * Returns: (transfer full): its rating in place order
 */
MerRatingList *
mer_rating_list_new (MerResults *results)
{
  MerRatingList *self = g_object_new (MER_TYPE_RATING_LIST, NULL);

  self->results = mer_results_ref (results);
  self->n_columns = MER_RATING_CRITERION + results->scores->n_criteria;
  self->items = g_new0 (MerRatingRow *, results->scores->n_rows + 1);
  self->orders = g_new0 (guint *, self->n_columns);
  return self;
}

/**
 * mer_rating_list_get_results:
 * @self: a list
 *
 * Returns: (transfer none): what it shows
 */
MerResults *
mer_rating_list_get_results (MerRatingList *self)
{
  g_return_val_if_fail (MER_IS_RATING_LIST (self), NULL);
  return self->results;
}

/**
 * mer_rating_list_n_columns:
 * @self: a list
 *
 * Returns: how many columns there are, criteria included
 */
guint
mer_rating_list_n_columns (MerRatingList *self)
{
  g_return_val_if_fail (MER_IS_RATING_LIST (self), 0);
  return self->n_columns;
}

/* «К3» for a criterion whose code is "K3": the letter is Latin in files, Cyrillic on screen. What
 * stands beside the total is in brackets. */
static char *
criterion_title (const MerMethodology *methodology,
                 const MerCriterion   *criterion)
{
  g_autofree char *title = NULL;

  if (criterion->code[0] == 'K' && mer_language_of_locale () == MER_LANGUAGE_RU)
    title = g_strconcat ("К", criterion->code + 1, NULL);
  else
    title = g_strdup (criterion->code);
  return mer_methodology_counts (methodology, criterion) ? g_steal_pointer (&title)
                                                         : g_strdup_printf ("(%s)", title);
}

/**
 * mer_rating_list_column_title:
 * @self: a list
 * @column: which
 *
 * Returns: (transfer full): the header of the column, in the user's language
 */
char *
mer_rating_list_column_title (MerRatingList *self,
                              guint          column)
{
  const MerMethodology *methodology = NULL;

  g_return_val_if_fail (MER_IS_RATING_LIST (self), NULL);
  methodology = self->results->scores->methodology;
  switch (column)
    {
    case MER_RATING_PLACE:
      return g_strdup (_("Place"));
    case MER_RATING_NAME:
      return g_strdup (_("Organization"));
    case MER_RATING_TOTAL:
      return g_strdup ("S");
    case MER_RATING_DIFFERENCE:
      return mer_rating_difference_title (self->results);
    case MER_RATING_N:
      return g_strdup ("n");
    default:
      g_return_val_if_fail (column < self->n_columns, NULL);
      return criterion_title (methodology, g_ptr_array_index (methodology->criteria,
                                                              column - MER_RATING_CRITERION));
    }
}

/**
 * mer_rating_list_compare:
 * @self: a list
 * @column: what to compare by
 * @inverted: whether the caller turns the result round
 * @a: a row of @self
 * @b: another row of @self
 *
 * Rows without a value come last whichever way the column is sorted.
 *
 * Returns: less than, equal to or greater than 0
 */
int
mer_rating_list_compare (MerRatingList      *self,
                         guint               column,
                         gboolean            inverted,
                         const MerRatingRow *a,
                         const MerRatingRow *b)
{
  guint first;
  guint second;
  int   last = inverted ? -1 : 1;

  g_return_val_if_fail (column < self->n_columns, 0);
  if (column == MER_RATING_PLACE)
    {
      if (a->score->total.defined != b->score->total.defined)
        return a->score->total.defined ? -last : last;
      return a->index < b->index ? -1 : a->index > b->index;
    }
  if (self->orders[column] == NULL)
    self->orders[column] = make_order (self, column);
  first = self->orders[column][a->index];
  second = self->orders[column][b->index];
  if ((first == 0) != (second == 0))
    return first == 0 ? last : -last;
  return first < second ? -1 : first > second;
}
