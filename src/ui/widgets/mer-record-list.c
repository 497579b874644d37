/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a table of records: an array of places among the records, made anew by each filter
 * and order; objects exist only for rows that somebody looks at. */

#include "config.h"

#include <string.h>

#include "core/mer-name.h"
#include "ui/widgets/mer-record-list.h"

/* --- a row ----------------------------------------------------------------------------------- */

struct _MerRecordRow
{
  GObject parent_instance;

  GPtrArray    *records; /* owned: they keep the record */
  gconstpointer record;
  gpointer      owner; /* borrowed */
};

G_DEFINE_FINAL_TYPE (MerRecordRow, mer_record_row, G_TYPE_OBJECT)

static void
mer_record_row_finalize (GObject *object)
{
  g_clear_pointer (&MER_RECORD_ROW (object)->records, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_record_row_parent_class)->finalize (object);
}

static void
mer_record_row_class_init (MerRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_record_row_finalize;
}

static void
mer_record_row_init (MerRecordRow *self)
{
}

gconstpointer
mer_record_row_get (MerRecordRow *self)
{
  g_return_val_if_fail (MER_IS_RECORD_ROW (self), NULL);
  return self->record;
}

gpointer
mer_record_row_get_owner (MerRecordRow *self)
{
  g_return_val_if_fail (MER_IS_RECORD_ROW (self), NULL);
  return self->owner;
}

/* --- the list -------------------------------------------------------------------------------- */

struct _MerRecordList
{
  GObject parent_instance;

  guint              n_columns;
  MerRecordTextFunc  text;
  MerRecordRankFunc  rank;
  MerRecordShowsFunc shows; /* nullable */
  gpointer           user_data;

  /* owned */
  GPtrArray *records;
  GArray    *shown; /* of guint */
  guint    **ranks; /* a column each, of as many as there are records; NULL: not asked for yet */
  char     **keys;  /* a record each: what is searched; NULL: the same */
  GStrv      words; /* folded */

  guint    sort;
  gboolean descending;
};

static GType
get_item_type (GListModel *model)
{
  return MER_TYPE_RECORD_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MER_RECORD_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MerRecordList *self = MER_RECORD_LIST (model);
  MerRecordRow  *row = NULL;

  if (position >= self->shown->len)
    return NULL;
  row = g_object_new (MER_TYPE_RECORD_ROW, NULL);
  row->records = g_ptr_array_ref (self->records);
  row->record = mer_record_list_get (self, position);
  row->owner = self->user_data;
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MerRecordList,
                               mer_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
forget_ranks (MerRecordList *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->ranks[i], g_free);
}

/* g_strfreev() ends at the first NULL, and keys have gaps. */
static void
forget_keys (MerRecordList *self)
{
  for (guint i = 0; self->keys != NULL && i < self->records->len; i++)
    g_free (self->keys[i]);
  g_clear_pointer (&self->keys, g_free);
}

static void
mer_record_list_finalize (GObject *object)
{
  MerRecordList *self = MER_RECORD_LIST (object);

  forget_ranks (self);
  g_clear_pointer (&self->ranks, g_free);
  forget_keys (self);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_record_list_parent_class)->finalize (object);
}

static void
mer_record_list_class_init (MerRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_record_list_finalize;
}

static void
mer_record_list_init (MerRecordList *self)
{
  self->records = g_ptr_array_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sort = G_MAXUINT;
}

MerRecordList *
mer_record_list_new (guint             n_columns,
                     MerRecordTextFunc text,
                     MerRecordRankFunc rank,
                     gpointer          user_data)
{
  MerRecordList *self = g_object_new (MER_TYPE_RECORD_LIST, NULL);

  self->n_columns = n_columns;
  self->ranks = g_new0 (guint *, n_columns);
  self->text = text;
  self->rank = rank;
  self->user_data = user_data;
  return self;
}

/* --- ranks ----------------------------------------------------------------------------------- */

typedef struct
{
  guint  place;
  gint64 rank;
  char  *key; /* nullable: the rank decides */
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->key != NULL && right->key != NULL)
    return strcmp (left->key, right->key);
  return left->rank < right->rank ? -1 : left->rank > right->rank;
}

static Ranked *
measure (MerRecordList *self,
         guint          column)
{
  Ranked *list = g_new0 (Ranked, self->records->len);

  for (guint i = 0; i < self->records->len; i++)
    {
      gconstpointer record = self->records->pdata[i];

      list[i].place = i;
      if (!self->rank (record, column, self->user_data, &list[i].rank))
        {
          g_autofree char *text = self->text (record, column, self->user_data);

          list[i].key = mer_name_sort_key (text);
        }
    }
  return list;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  int order = compare_ranked (a, b);

  return order != 0 ? order
                    : (int) ((const Ranked *) a)->place - (int) ((const Ranked *) b)->place;
}

/* Equal ones share a rank, so that the order of the records decides among them. */
static const guint *
ranks_of (MerRecordList *self,
          guint          column)
{
  Ranked *list = NULL;
  guint  *ranks = self->ranks[column];
  guint   rank = 0;

  if (ranks != NULL)
    return ranks;
  list = measure (self, column);
  qsort (list, self->records->len, sizeof *list, compare_places);
  ranks = g_new (guint, self->records->len + 1);
  for (guint i = 0; i < self->records->len; i++)
    {
      if (i > 0 && compare_ranked (&list[i - 1], &list[i]) != 0)
        rank++;
      ranks[list[i].place] = rank;
    }
  for (guint i = 0; i < self->records->len; i++)
    g_free (list[i].key);
  g_free (list);
  self->ranks[column] = ranks;
  return ranks;
}

typedef struct
{
  const guint *ranks;
  gboolean     descending;
} Order;

static int
compare_shown (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Order *order = user_data;
  guint        left = *(const guint *) a, right = *(const guint *) b;
  guint        left_rank = order->ranks[left], right_rank = order->ranks[right];

  if (left_rank == right_rank)
    return left < right ? -1 : left > right;
  return (left_rank < right_rank) != order->descending ? -1 : 1;
}

/* --- what is shown --------------------------------------------------------------------------- */

static const char *
key_of (MerRecordList *self,
        guint          place)
{
  g_autoptr (GString) all = NULL;

  if (self->keys == NULL)
    self->keys = g_new0 (char *, self->records->len + 1);
  if (self->keys[place] != NULL)
    return self->keys[place];
  all = g_string_new (NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = self->text (self->records->pdata[place], i, self->user_data);

      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
  self->keys[place] = mer_name_fold (all->str, (gssize) all->len);
  return self->keys[place];
}

static gboolean
lets_through (MerRecordList *self,
              guint          place)
{
  const char *key = NULL;

  if (self->shows != NULL && !self->shows (self->records->pdata[place], self->user_data))
    return FALSE;
  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;
  key = key_of (self, place);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static GArray *
run_filter (MerRecordList *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  Order   order = { NULL, self->descending };

  for (guint i = 0; i < self->records->len; i++)
    if (lets_through (self, i))
      g_array_append_val (shown, i);
  if (self->sort < self->n_columns)
    {
      order.ranks = ranks_of (self, self->sort);
      g_array_sort_with_data (shown, compare_shown, &order);
    }
  return shown;
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  const MerRecord     *left = a, *right = b;
  const MerRecordKind *kind = left->kind;

  if (a == b)
    return TRUE;
  if (left->id != right->id || left->position != right->position)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MerField *field = &kind->fields[i];

      if (field->type <= MER_FIELD_CODE
            ? g_strcmp0 (mer_record_text (a, field), mer_record_text (b, field)) != 0
            : mer_record_number (a, field) != mer_record_number (b, field))
        return FALSE;
    }
  return TRUE;
}

static gpointer
at (const GPtrArray *records,
    const GArray    *shown,
    guint            position)
{
  return records->pdata[g_array_index (shown, guint, position)];
}

static void
tell_difference (MerRecordList   *self,
                 const GPtrArray *records,
                 const GArray    *shown)
{
  guint n = self->shown->len;
  guint least = MIN (shown->len, n);
  guint first = 0;
  guint last = 0; /* equal rows at the end */

  while (first < least && is_same (at (records, shown, first), at (self->records, self->shown,
                                                                   first)))
    first++;
  while (last < least - first && is_same (at (records, shown, shown->len - 1 - last),
                                          at (self->records, self->shown, n - 1 - last)))
    last++;
  if (shown->len - first - last > 0 || n - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, shown->len - first - last,
                                n - first - last);
}

void
mer_record_list_show (MerRecordList *self,
                      GPtrArray     *records)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GArray) shown = NULL;

  g_return_if_fail (MER_IS_RECORD_LIST (self) && records != NULL);
  before = g_ptr_array_ref (self->records);
  shown = g_steal_pointer (&self->shown);
  if (records != self->records)
    {
      forget_ranks (self);
      forget_keys (self);
      g_ptr_array_unref (self->records);
      self->records = g_ptr_array_ref (records);
    }
  self->shown = run_filter (self);
  tell_difference (self, before, shown);
}

void
mer_record_list_set_filter (MerRecordList     *self,
                            MerRecordShowsFunc shows)
{
  g_return_if_fail (MER_IS_RECORD_LIST (self));
  self->shows = shows;
}

void
mer_record_list_set_search (MerRecordList *self,
                            const char    *words)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (MER_IS_RECORD_LIST (self));
  folded = mer_name_fold (words, -1);
  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
}

void
mer_record_list_set_sort (MerRecordList *self,
                          guint          column,
                          gboolean       descending)
{
  g_return_if_fail (MER_IS_RECORD_LIST (self));
  self->sort = column;
  self->descending = descending;
}

GPtrArray *
mer_record_list_get_records (MerRecordList *self)
{
  g_return_val_if_fail (MER_IS_RECORD_LIST (self), NULL);
  return self->records;
}

gpointer
mer_record_list_get (MerRecordList *self,
                     guint          position)
{
  g_return_val_if_fail (MER_IS_RECORD_LIST (self), NULL);
  return position < self->shown->len ? at (self->records, self->shown, position) : NULL;
}

guint
mer_record_list_find (MerRecordList *self,
                      gint64         id)
{
  g_return_val_if_fail (MER_IS_RECORD_LIST (self), G_MAXUINT);
  for (guint i = 0; i < self->shown->len; i++)
    if (((const MerRecord *) at (self->records, self->shown, i))->id == id)
      return i;
  return G_MAXUINT;
}
