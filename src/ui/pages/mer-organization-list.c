/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the page of organizations. Everything that sorting and searching need is
 * computed once for each refresh, so that neither touches a string or an object per
 * comparison. */

#include "config.h"

#include "app/mer-cycle-facts.h"
#include "core/mer-name.h"
#include "cycle/mer-sample-rule.h"
#include "ui/pages/mer-organization-list.h"

/* An immutable array of entries, shared by the list and its items. */
typedef struct
{
  GPtrArray            *organizations;
  MerResults           *results;   /* nullable: owns scores and bands */
  MerSelection         *selection; /* nullable: there is no cycle yet */
  guint                 n_entries;
  MerOrganizationEntry *entries;
} Snapshot;

struct _MerOrganizationItem
{
  GObject parent_instance;

  Snapshot                   *snapshot;
  const MerOrganizationEntry *entry;
};

G_DEFINE_FINAL_TYPE (MerOrganizationItem, mer_organization_item, G_TYPE_OBJECT)

static void
snapshot_clear (gpointer data)
{
  Snapshot *snapshot = data;

  for (guint i = 0; i < snapshot->n_entries; i++)
    g_free (snapshot->entries[i].search);
  g_free (snapshot->entries);
  g_clear_pointer (&snapshot->results, mer_results_unref);
  g_clear_pointer (&snapshot->selection, mer_selection_free);
  g_ptr_array_unref (snapshot->organizations);
}

static void
snapshot_unref (Snapshot *snapshot)
{
  g_rc_box_release_full (snapshot, snapshot_clear);
}

static void
mer_organization_item_finalize (GObject *object)
{
  g_clear_pointer (&MER_ORGANIZATION_ITEM (object)->snapshot, snapshot_unref);
  G_OBJECT_CLASS (mer_organization_item_parent_class)->finalize (object);
}

static void
mer_organization_item_class_init (MerOrganizationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_organization_item_finalize;
}

static void
mer_organization_item_init (MerOrganizationItem *self)
{
}

const MerOrganizationEntry *
mer_organization_item_get (MerOrganizationItem *self)
{
  g_return_val_if_fail (MER_IS_ORGANIZATION_ITEM (self), NULL);
  return self->entry;
}

/* --- making a snapshot --------------------------------------------------------- */

static const MerCycleMember *
find_member (GHashTable *members,
             gint64      organization_id)
{
  return members ? g_hash_table_lookup (members, &organization_id) : NULL;
}

static GHashTable *
index_members (MerResults *results)
{
  GHashTable *members = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < results->members->len; i++)
    {
      MerCycleMember *member = g_ptr_array_index (results->members, i);

      g_hash_table_insert (members, &member->organization_id, member);
    }
  return members;
}

/* Spellings of files, so that a search finds what an operator wrote. */
static GHashTable *
index_spellings (MerDocument *document)
{
  GHashTable *spellings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                 (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) names = mer_store_source_names (document, NULL);

  for (guint i = 0; names && i < names->len; i++)
    {
      const MerSourceName *name = g_ptr_array_index (names, i);
      GPtrArray           *list = g_hash_table_lookup (spellings, &name->organization_id);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (spellings, g_memdup2 (&name->organization_id, sizeof (gint64)),
                               list);
        }
      g_ptr_array_add (list, g_strdup (name->name));
    }
  return spellings;
}

static char *
search_key (const MerOrganization *organization,
            GPtrArray             *spellings)
{
  const char *fields[] = {
    organization->name,
    organization->full_name,
    organization->inn,
    organization->ogrn,
    organization->head,
    organization->address,
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i])
      g_string_append_printf (text, "%s\n", fields[i]);
  for (guint i = 0; spellings && i < spellings->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (spellings, i));
  return mer_name_fold (text->str, (gssize) text->len);
}

static int
band_index (const MerMethodology *methodology,
            const MerBand        *band)
{
  guint position = 0;

  return band && g_ptr_array_find (methodology->bands, band, &position) ? (int) position : -1;
}

static void
fill_scores (MerOrganizationEntry *entry,
             const MerResults     *results)
{
  entry->score = mer_score_table_find (results->scores, entry->organization->id);
  entry->band_index = -1;
  if (entry->score == NULL || !entry->score->total.defined)
    return;
  entry->band = mer_methodology_band_of (results->methodology, &entry->score->total.value);
  entry->band_index = band_index (results->methodology, entry->band);
}

static guint
count_rank (gint64 count)
{
  return (guint) CLAMP (count + 1, 0, G_MAXUINT);
}

static void
fill_ranks (MerOrganizationEntry *entry,
            const MerResults     *results,
            guint                 position)
{
  guint place = entry->score ? entry->score->rank : 0;

  entry->ranks[MER_ORGANIZATION_RANK_NAME] = position;
  entry->ranks[MER_ORGANIZATION_RANK_KIND] = entry->organization->kind;
  entry->ranks[MER_ORGANIZATION_RANK_RECIPIENTS] = count_rank (entry->recipients);
  entry->ranks[MER_ORGANIZATION_RANK_SAMPLE] = count_rank (entry->required);
  entry->ranks[MER_ORGANIZATION_RANK_SCORE] = place ? results->scores->n_ranked + 1 - place : 0;
  entry->ranks[MER_ORGANIZATION_RANK_LAST] = entry->part ? (guint) entry->part->last : 0;
  entry->ranks[MER_ORGANIZATION_RANK_BAND] =
    entry->band ? results->methodology->bands->len - (guint) entry->band_index : 0;
}

static int
compare_inn (gconstpointer a,
             gconstpointer b)
{
  const MerOrganizationEntry *left = *(const MerOrganizationEntry *const *) a;
  const MerOrganizationEntry *right = *(const MerOrganizationEntry *const *) b;

  return g_strcmp0 (left->organization->inn, right->organization->inn);
}

static void
rank_by_inn (Snapshot *snapshot)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < snapshot->n_entries; i++)
    g_ptr_array_add (order, &snapshot->entries[i]);
  g_ptr_array_sort (order, compare_inn);
  for (guint i = 0; i < order->len; i++)
    ((MerOrganizationEntry *) g_ptr_array_index (order, i))->ranks[MER_ORGANIZATION_RANK_INN] = i;
}

/* Both are in the order of the registry. */
static const MerSelectionRow *
part_of (const MerSelection *selection,
         gint64              organization_id,
         guint               position)
{
  if (selection == NULL)
    return NULL;
  if (position < selection->rows->len)
    {
      const MerSelectionRow *row = &g_array_index (selection->rows, MerSelectionRow, position);

      if (row->organization->id == organization_id)
        return row;
    }
  return mer_selection_find (selection, organization_id);
}

static Snapshot *
snapshot_new (MerDocument *document,
              MerResults  *results,
              GError     **error)
{
  const MerSampleRule rule = results != NULL ? results->sample : MER_SAMPLE_RULE_DEFAULT;
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document, error);
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GHashTable) spellings = NULL;
  Snapshot *snapshot = NULL;

  if (organizations == NULL)
    return NULL;
  members = results ? index_members (results) : NULL;
  spellings = index_spellings (document);
  snapshot = g_rc_box_new0 (Snapshot);
  snapshot->results = results ? mer_results_ref (results) : NULL;
  snapshot->selection =
    mer_cycle_selection_load (document, results ? results->cycle->id : 0, NULL);
  snapshot->n_entries = organizations->len;
  snapshot->entries = g_new0 (MerOrganizationEntry, organizations->len);
  for (guint i = 0; i < organizations->len; i++)
    {
      MerOrganizationEntry *entry = &snapshot->entries[i];
      const MerCycleMember *member = NULL;

      entry->organization = g_ptr_array_index (organizations, i);
      member = find_member (members, entry->organization->id);
      entry->part = part_of (snapshot->selection, entry->organization->id, i);
      entry->member = member != NULL && member->selected;
      entry->recipients = member ? member->recipients : -1;
      entry->required = mer_sample_rule_required (&rule, entry->recipients);
      entry->search = search_key (entry->organization,
                                  g_hash_table_lookup (spellings, &entry->organization->id));
      entry->band_index = -1;
      if (results)
        fill_scores (entry, results);
      fill_ranks (entry, results, i);
    }
  snapshot->organizations = g_steal_pointer (&organizations);
  rank_by_inn (snapshot);
  return snapshot;
}

/* --- list model -------------------------------------------------------------------- */

struct _MerOrganizationList
{
  GObject parent_instance;

  Snapshot *snapshot; /* nullable */
};

static GType
get_item_type (GListModel *model)
{
  return MER_TYPE_ORGANIZATION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  MerOrganizationList *self = MER_ORGANIZATION_LIST (model);

  return self->snapshot ? self->snapshot->n_entries : 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MerOrganizationList *self = MER_ORGANIZATION_LIST (model);
  MerOrganizationItem *item = NULL;

  if (position >= get_n_items (model))
    return NULL;
  item = g_object_new (MER_TYPE_ORGANIZATION_ITEM, NULL);
  item->snapshot = g_rc_box_acquire (self->snapshot);
  item->entry = &self->snapshot->entries[position];
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (MerOrganizationList, mer_organization_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))
/* clang-format on */

static void
mer_organization_list_finalize (GObject *object)
{
  g_clear_pointer (&MER_ORGANIZATION_LIST (object)->snapshot, snapshot_unref);
  G_OBJECT_CLASS (mer_organization_list_parent_class)->finalize (object);
}

static void
mer_organization_list_class_init (MerOrganizationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_organization_list_finalize;
}

static void
mer_organization_list_init (MerOrganizationList *self)
{
}

MerOrganizationList *
mer_organization_list_new (void)
{
  return g_object_new (MER_TYPE_ORGANIZATION_LIST, NULL);
}

/**
 * mer_organization_list_refresh:
 * @self: a list
 * @document: whose registry
 * @results: (nullable): of the cycle that is looked at
 * @error: why the registry could not be read; the list is then as it was
 *
 * Returns: whether the entries are new
 */
gboolean
mer_organization_list_refresh (MerOrganizationList *self,
                               MerDocument         *document,
                               MerResults          *results,
                               GError             **error)
{
  Snapshot *old = NULL;
  Snapshot *snapshot = NULL;

  g_return_val_if_fail (MER_IS_ORGANIZATION_LIST (self), FALSE);
  snapshot = snapshot_new (document, results, error);
  if (snapshot == NULL)
    return FALSE;
  old = self->snapshot;
  self->snapshot = snapshot;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old ? old->n_entries : 0,
                              snapshot->n_entries);
  g_clear_pointer (&old, snapshot_unref);
  return TRUE;
}

const MerSelection *
mer_organization_list_get_selection (MerOrganizationList *self)
{
  g_return_val_if_fail (MER_IS_ORGANIZATION_LIST (self), NULL);
  return self->snapshot ? self->snapshot->selection : NULL;
}

guint
mer_organization_list_count_state (MerOrganizationList *self,
                                   MerOrganizationState state)
{
  guint n = 0;

  g_return_val_if_fail (MER_IS_ORGANIZATION_LIST (self), 0);
  for (guint i = 0; self->snapshot && i < self->snapshot->n_entries; i++)
    n += self->snapshot->entries[i].organization->state == state;
  return n;
}
