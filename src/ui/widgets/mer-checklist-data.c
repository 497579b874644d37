/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the grid of checklists shows, read in one go. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "core/mer-name.h"
#include "store/mer-batch-store.h"
#include "ui/widgets/mer-checklist-data.h"

static void
group_clear (gpointer data)
{
  g_free (((MerChecklistGroup *) data)->title);
}

static guint
note_hash (gconstpointer key)
{
  const MerMarkNote *note = key;

  return (guint) (note->organization_id * 1000003 + note->item_id);
}

static gboolean
note_equal (gconstpointer a,
            gconstpointer b)
{
  const MerMarkNote *left = a;
  const MerMarkNote *right = b;

  return left->organization_id == right->organization_id && left->item_id == right->item_id;
}

static void
data_clear (gpointer data)
{
  MerChecklistData *self = data;

  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->sort_keys, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->marks, mer_mark_table_free);
  g_clear_pointer (&self->noted, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
}

MerChecklistData *
mer_checklist_data_ref (MerChecklistData *self)
{
  return g_rc_box_acquire (self);
}

void
mer_checklist_data_unref (MerChecklistData *self)
{
  g_rc_box_release_full (self, data_clear);
}

/* --- columns -------------------------------------------------------------------------- */

static guint
kinds_of (const MerPlace     *place,
          const MerCycleItem *item)
{
  for (guint i = 0; place != NULL && item->code != NULL && i < place->items->len; i++)
    {
      const MerItem *known = g_ptr_array_index (place->items, i);

      if (g_str_equal (known->code, item->code))
        return known->kinds;
    }
  return 0;
}

static void
add_group (MerChecklistData *self,
           const char       *title,
           const char       *code,
           const MerPlace   *place)
{
  MerChecklistGroup group = { NULL, self->columns->len, 0 };

  for (guint i = 0; i < self->marks->items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (self->marks->items, i);
      guint               kinds = kinds_of (place, item);

      if (!g_str_equal (item->place, code))
        continue;
      g_array_append_val (self->columns, i);
      g_array_append_val (self->kinds, kinds);
    }
  group.n = self->columns->len - group.first;
  if (group.n == 0)
    return;
  group.title = g_strdup (title);
  g_array_append_val (self->groups, group);
}

static gboolean
has_place (const MerMethodology *methodology,
           const char           *code)
{
  return methodology != NULL && mer_methodology_find_place (methodology, code) >= 0;
}

/* Places in the order of the methodology; then what it does not know. */
static void
add_columns (MerChecklistData     *self,
             const MerMethodology *methodology)
{
  g_autoptr (GHashTable) others = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; methodology != NULL && i < methodology->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (methodology->places, i);

      add_group (self, place->title, place->code, place);
    }
  for (guint i = 0; i < self->marks->items->len; i++)
    {
      MerCycleItem *item = g_ptr_array_index (self->marks->items, i);

      if (!has_place (methodology, item->place) && g_hash_table_add (others, item->place))
        add_group (self, item->place, item->place, NULL);
    }
}

/* --- rows ----------------------------------------------------------------------------- */

static GHashTable *
selected_ids (GPtrArray *members)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < members->len; i++)
    {
      MerCycleMember *member = g_ptr_array_index (members, i);

      if (member->selected)
        g_hash_table_add (ids, &member->organization_id);
    }
  return ids;
}

/* Those whom the cycle assesses and those who have a checklist; before anyone was chosen, all
 * that work. */
static void
choose_organizations (MerChecklistData *self,
                      GPtrArray        *registry,
                      GPtrArray        *members)
{
  g_autoptr (GHashTable) selected = selected_ids (members);
  gboolean all = g_hash_table_size (selected) == 0;

  for (guint i = 0; i < registry->len; i++)
    {
      MerOrganization *organization = g_ptr_array_index (registry, i);
      gboolean         shown =
        all ? organization->state == MER_ORGANIZATION_WORKING
                    : g_hash_table_contains (selected, &organization->id);

      if (!shown && !g_hash_table_contains (self->marks->rows, &organization->id))
        continue;
      g_ptr_array_add (self->organizations, mer_organization_ref (organization));
      g_ptr_array_add (self->sort_keys, mer_name_fold (organization->name, -1));
    }
}

static gboolean
load (MerChecklistData *self,
      MerDocument      *doc,
      const MerCycle   *cycle,
      GError          **error)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) registry = NULL;
  g_autoptr (GPtrArray) members = NULL;

  if (cycle->methodology_id != 0)
    {
      methodology = mer_store_methodology (doc, cycle->methodology_id, error);
      if (methodology == NULL)
        return FALSE;
    }
  self->marks = mer_store_mark_table (doc, cycle->id, error);
  self->notes = self->marks != NULL ? mer_store_mark_notes (doc, cycle->id, 0, error) : NULL;
  self->batches = self->notes != NULL ? mer_store_batches (doc, cycle->id, error) : NULL;
  members = self->batches != NULL ? mer_store_members (doc, cycle->id, error) : NULL;
  registry = members != NULL ? mer_store_organizations (doc, error) : NULL;
  if (registry == NULL)
    return FALSE;
  for (guint i = 0; i < self->notes->len; i++)
    g_hash_table_add (self->noted, g_ptr_array_index (self->notes, i));
  add_columns (self, methodology);
  choose_organizations (self, registry, members);
  return TRUE;
}

/**
 * mer_checklist_data_new:
 * @doc: a document
 * @cycle_id: a cycle; 0: the latest
 * @error: return location
 *
 * Returns: (transfer full): what its grid shows now
 */
MerChecklistData *
mer_checklist_data_new (MerDocument *doc,
                        gint64       cycle_id,
                        GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerChecklistData) self = NULL;

  if (cycle == NULL)
    return NULL;
  self = g_rc_box_new0 (MerChecklistData);
  self->cycle_id = cycle->id;
  self->approved = cycle->approved;
  self->organizations = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  self->sort_keys = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (guint));
  self->groups = g_array_new (FALSE, FALSE, sizeof (MerChecklistGroup));
  g_array_set_clear_func (self->groups, group_clear);
  self->noted = g_hash_table_new (note_hash, note_equal);
  return load (self, doc, cycle, error) ? g_steal_pointer (&self) : NULL;
}

/* --- reading it ----------------------------------------------------------------------- */

guint
mer_checklist_data_n_columns (const MerChecklistData *self)
{
  return self->columns->len;
}

const MerOrganization *
mer_checklist_data_organization (const MerChecklistData *self,
                                 guint                   row)
{
  return g_ptr_array_index (self->organizations, row);
}

const MerCycleItem *
mer_checklist_data_item (const MerChecklistData *self,
                         guint                   column)
{
  return g_ptr_array_index (self->marks->items, g_array_index (self->columns, guint, column));
}

const MerMarkCell *
mer_checklist_data_cell (const MerChecklistData *self,
                         guint                   row,
                         guint                   column)
{
  return mer_mark_table_cell (self->marks, mer_checklist_data_organization (self, row)->id,
                              g_array_index (self->columns, guint, column));
}

const MerChecklistGroup *
mer_checklist_data_group (const MerChecklistData *self,
                          guint                   column)
{
  guint i = 0;

  while (i + 1 < self->groups->len &&
         g_array_index (self->groups, MerChecklistGroup, i + 1).first <= column)
    i++;
  return &g_array_index (self->groups, MerChecklistGroup, i);
}

gboolean
mer_checklist_data_is_asked (const MerChecklistData *self,
                             guint                   row,
                             guint                   column)
{
  guint kind = mer_checklist_data_organization (self, row)->kind;

  return (g_array_index (self->kinds, guint, column) & 1u << kind) != 0;
}

gboolean
mer_checklist_data_is_by_hand (const MerChecklistData *self,
                               guint                   row,
                               guint                   column)
{
  const MerMarkLine *line =
    mer_mark_table_line (self->marks, mer_checklist_data_cell (self, row, column));

  return line != NULL && line->by_hand;
}

const MerMarkNote *
mer_checklist_data_note (const MerChecklistData *self,
                         guint                   row,
                         int                     column)
{
  MerMarkNote key = { mer_checklist_data_organization (self, row)->id, 0, NULL, NULL, NULL, NULL };

  if (column >= 0)
    key.item_id = mer_checklist_data_item (self, (guint) column)->id;
  if (column >= 0 && key.item_id == 0)
    return NULL;
  return g_hash_table_lookup (self->noted, &key);
}

guint
mer_checklist_data_n_missing (const MerChecklistData *self,
                              guint                   row)
{
  const MerMarkCell *cells =
    mer_mark_table_row (self->marks, mer_checklist_data_organization (self, row)->id);
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (mer_checklist_data_is_asked (self, row, i) &&
        (cells == NULL || cells[g_array_index (self->columns, guint, i)].line == 0))
      n++;
  return n;
}

/* --- words ---------------------------------------------------------------------------- */

const char *
mer_checklist_sign (const MerMarkCell *cell)
{
  if (cell->line == 0)
    return "";
  switch (cell->mark)
    {
    case MER_MARK_PRESENT:
      return "1";
    case MER_MARK_HALF:
      return "½";
    case MER_MARK_ABSENT:
      return "0";
    case MER_MARK_NOT_REQUIRED:
    default:
      /* Translators: one letter in a cell: not required. */
      return C_("mark", "n");
    }
}

const char *
mer_checklist_state_title (const MerMarkCell *cell)
{
  if (cell->line == 0)
    return C_("mark", "not filled in");
  switch (cell->mark)
    {
    case MER_MARK_PRESENT:
      return C_("mark", "present");
    case MER_MARK_HALF:
      return C_("mark", "in part");
    case MER_MARK_ABSENT:
      return C_("mark", "absent");
    case MER_MARK_NOT_REQUIRED:
    default:
      return C_("mark", "not required");
    }
}

/* As people write it here. */
char *
mer_checklist_day_text (const char *iso)
{
  int year = 0, month = 0, day = 0;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (iso);
  return g_strdup_printf ("%02d.%02d.%04d", day, month, year);
}

char *
mer_checklist_data_source (const MerChecklistData *self,
                           guint                   row,
                           guint                   column)
{
  const MerMarkLine *line =
    mer_mark_table_line (self->marks, mer_checklist_data_cell (self, row, column));
  const MerBatch *batch = line != NULL ? mer_batch_find (self->batches, line->batch_id) : NULL;

  if (batch == NULL)
    return NULL;
  if (batch->file_name == NULL)
    return mer_batch_display_name (batch, mer_language_of_locale ());
  /* Translators: where a mark is from: name of the file, number of its row. */
  return g_strdup_printf (_("From the file “%s”, row %d"), batch->file_name, (int) line->row);
}
