/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans as a tree. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/pages/mer-plan-tree.h"

G_DEFINE_FINAL_TYPE (MerPlanNode, mer_plan_node, G_TYPE_OBJECT)

static void
mer_plan_node_finalize (GObject *object)
{
  MerPlanNode *self = MER_PLAN_NODE (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->children);
  g_free (self->title);
  mer_plan_book_unref (self->book);
  G_OBJECT_CLASS (mer_plan_node_parent_class)->finalize (object);
}

static void
mer_plan_node_class_init (MerPlanNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_plan_node_finalize;
}

static void
mer_plan_node_init (MerPlanNode *self)
{
}

static MerPlanNode *
node_new (MerPlanBook    *book,
          MerPlanNodeKind kind,
          gint64          key)
{
  MerPlanNode *self = g_object_new (MER_TYPE_PLAN_NODE, NULL);

  self->book = mer_plan_book_ref (book);
  self->kind = kind;
  self->key = key;
  return self;
}

MerPlanNode *
mer_plan_node_of (gpointer row)
{
  g_autoptr (MerPlanNode) node = gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (row));

  return node; /* the row keeps it */
}

/* --- the filter ------------------------------------------------------------------------------ */

/* Texts are folded once for all that is typed: a letter more looks at a region's in a frame. */
GHashTable *
mer_plan_words_new (void)
{
  return g_hash_table_new_full (NULL, NULL, mer_record_free, g_free);
}

static void
add_text (GString    *all,
          const char *text)
{
  g_autofree char *folded = text != NULL ? mer_name_fold (text, -1) : NULL;

  if (folded == NULL)
    return;
  g_string_append (all, folded);
  g_string_append_c (all, '\n');
}

/* Of an item: it never changes, another one comes in its place. */
static const char *
words_of (GHashTable        *known,
          const MerPlanItem *item)
{
  const char *words = g_hash_table_lookup (known, item);
  GString    *all = NULL;

  if (words != NULL)
    return words;
  all = g_string_new (NULL);
  add_text (all, item->measure);
  add_text (all, item->problem);
  add_text (all, item->person);
  add_text (all, item->post);
  g_hash_table_insert (known, mer_record_ref ((gpointer) (guintptr) item), all->str);
  return g_string_free (all, FALSE);
}

static gboolean
has_words (const char *text,
           const char *words)
{
  g_autofree char *folded = text != NULL ? mer_name_fold (text, -1) : NULL;

  return folded != NULL && strstr (folded, words) != NULL;
}

/* (element-type MerOrganization): whose names have the words. */
static GHashTable *
find_organizations (const MerPlanBook *book,
                    const char        *words)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; words != NULL && *words != '\0' && i < book->facts.organizations->len; i++)
    {
      MerOrganization *organization = book->facts.organizations->pdata[i];

      if (has_words (organization->name, words))
        g_hash_table_add (found, organization);
    }
  return found;
}

static gboolean
is_shown (const MerPlanFilter *filter,
          const MerPlanLine   *line)
{
  const MerPlanItem *item = line->item;

  if (filter->standing >= 0 && (int) line->standing != filter->standing)
    return FALSE;
  if (filter->person != NULL && g_strcmp0 (item->person, filter->person) != 0 &&
      g_strcmp0 (item->post, filter->person) != 0)
    return FALSE;
  if (filter->words == NULL || *filter->words == '\0')
    return TRUE;
  return strstr (words_of (filter->known, item), filter->words) != NULL ||
         g_hash_table_contains (filter->found, line->organization);
}

static gboolean
shows_all (const MerPlanFilter *filter)
{
  return filter->standing < 0 && filter->person == NULL &&
         (filter->words == NULL || *filter->words == '\0');
}

/* --- by organization ------------------------------------------------------------------------- */

static GListStore *
tree_of_organizations (MerPlanBook         *book,
                       const MerPlanFilter *filter,
                       guint               *n_shown)
{
  GListStore *roots = g_list_store_new (MER_TYPE_PLAN_NODE);

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (book->sheets, MerPlanSheet, i);
      g_autoptr (MerPlanNode) node = NULL;
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();

      for (guint j = sheet->first_line; j < sheet->first_line + sheet->n_lines; j++)
        if (is_shown (filter, &book->lines[j]))
          g_ptr_array_add (lines, &book->lines[j]);
      *n_shown += lines->len;
      if (lines->len == 0 && !shows_all (filter))
        continue;
      node = node_new (book, MER_PLAN_NODE_SHEET,
                       sheet->organization != NULL ? sheet->organization->id : 0);
      node->sheet = sheet;
      node->lines = g_steal_pointer (&lines);
      node->flat = !shows_all (filter); /* findings are no items that a filter could find */
      g_list_store_append (roots, node);
    }
  return roots;
}

/* --- by deadline ----------------------------------------------------------------------------- */

#define OVERDUE G_MININT
#define NEVER (G_MAXINT - 2)
#define NO_DEADLINE (G_MAXINT - 1)
#define CLOSED G_MAXINT

static int
group_of (const MerPlanLine *line)
{
  int year = 0;
  int month = 0;

  if (line->standing == MER_STANDING_DONE || line->standing == MER_STANDING_DROPPED)
    return CLOSED;
  if (line->standing == MER_STANDING_OVERDUE)
    return OVERDUE;
  if (line->item->deadline == NULL)
    return NO_DEADLINE;
  if (!mer_day_split (line->last, &year, &month, NULL))
    return NEVER;
  return year * 4 + (month - 1) / 3;
}

static char *
group_title (int group)
{
  static const char *const numerals[] = { "I", "II", "III", "IV" };

  if (group == OVERDUE)
    return g_strdup (_("Overdue"));
  if (group == NEVER)
    return g_strdup (_("Continuously, or by another schedule"));
  if (group == NO_DEADLINE)
    return g_strdup (_("Without a deadline"));
  if (group == CLOSED)
    return g_strdup (_("Done or dropped"));
  /* Translators: «IV квартал 2024 года» */
  return g_strdup_printf (_("quarter %s of %d"), numerals[group % 4], group / 4);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const MerPlanLine *x = *(const MerPlanLine *const *) a;
  const MerPlanLine *y = *(const MerPlanLine *const *) b;
  int                left = group_of (x);
  int                right = group_of (y);

  if (left != right)
    return left < right ? -1 : 1;
  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  return x < y ? -1 : x > y;
}

static GListStore *
tree_of_deadlines (MerPlanBook         *book,
                   const MerPlanFilter *filter,
                   guint               *n_shown)
{
  GListStore *roots = g_list_store_new (MER_TYPE_PLAN_NODE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  MerPlanNode *group = NULL;

  for (guint i = 0; i < book->n_lines; i++)
    if (is_shown (filter, &book->lines[i]))
      g_ptr_array_add (lines, &book->lines[i]);
  g_ptr_array_sort (lines, compare_lines);
  *n_shown = lines->len;
  for (guint i = 0; i < lines->len; i++)
    {
      int key = group_of (lines->pdata[i]);

      if (group == NULL || group->key != key)
        {
          group = node_new (book, MER_PLAN_NODE_GROUP, key);
          group->title = group_title (key);
          group->lines = g_ptr_array_new ();
          g_list_store_append (roots, group);
          g_object_unref (group); /* the store keeps it */
        }
      g_ptr_array_add (group->lines, lines->pdata[i]);
    }
  return roots;
}

GListStore *
mer_plan_tree_new (MerPlanBook         *book,
                   const MerPlanFilter *filter,
                   guint               *n_shown)
{
  g_autoptr (GHashTable) known = mer_plan_words_new ();
  g_autoptr (GHashTable) found = find_organizations (book, filter->words);
  MerPlanFilter own = *filter;

  own.found = found;
  own.known = filter->known != NULL ? filter->known : known;
  *n_shown = 0;
  return filter->by_deadline ? tree_of_deadlines (book, &own, n_shown)
                             : tree_of_organizations (book, &own, n_shown);
}

/* --- what stands below a row ----------------------------------------------------------------- */

static void
append_line (GListStore        *store,
             MerPlanNode       *parent,
             const MerPlanLine *line)
{
  g_autoptr (MerPlanNode) node = node_new (parent->book, MER_PLAN_NODE_LINE,
                                           line->item->record.id);

  node->line = line;
  node->sheet = mer_plan_book_sheet (parent->book,
                                     line->organization != NULL ? line->organization->id : 0);
  node->flat = parent->kind == MER_PLAN_NODE_GROUP;
  g_list_store_append (store, node);
}

static gboolean
is_answered (const MerPlanBook  *book,
             const MerPlanSheet *sheet,
             const MerFinding   *finding)
{
  for (guint i = sheet->first_line; i < sheet->first_line + sheet->n_lines; i++)
    if (book->lines[i].item->finding == finding->id)
      return TRUE;
  return FALSE;
}

static void
append_findings (GListStore  *store,
                 MerPlanNode *parent)
{
  const MerPlanSheet *sheet = parent->sheet;

  if (sheet->organization == NULL || sheet->n_unanswered == 0)
    return;
  for (guint i = 0; i < parent->book->facts.findings->len; i++)
    {
      const MerFinding *finding = parent->book->facts.findings->pdata[i];
      g_autoptr (MerPlanNode) node = NULL;

      if (finding->organization_id != sheet->organization->id ||
          is_answered (parent->book, sheet, finding))
        continue;
      node = node_new (parent->book, MER_PLAN_NODE_FINDING, finding->id);
      node->finding = finding;
      node->sheet = sheet;
      g_list_store_append (store, node);
    }
}

GListModel *
mer_plan_tree_children (gpointer item,
                        gpointer user_data)
{
  MerPlanNode *node = item;
  GListStore  *store = NULL;

  if (node->lines == NULL)
    return NULL;
  store = g_list_store_new (MER_TYPE_PLAN_NODE);
  for (guint i = 0; i < node->lines->len; i++)
    append_line (store, node, node->lines->pdata[i]);
  if (node->kind == MER_PLAN_NODE_SHEET && !node->flat)
    append_findings (store, node);
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) == 0)
    g_clear_object (&store); /* nothing to open */
  g_set_object (&node->children, store);
  return store != NULL ? G_LIST_MODEL (store) : NULL;
}
