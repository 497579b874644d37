/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry out of a table: one row an organization, new or known by INN, bus.gov.ru id
 * or name. All rows are read before any is written. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "import/mer-header-text.h"
#include "import/mer-import-changes.h"
#include "import/mer-registry-row.h"
#include "store/mer-registry-store.h"

#define ROWS_A_TICK 200
/* Branches of branches: more than there can be. */
#define MAX_LEVELS 100

typedef struct
{
  MerImportJob     *job;
  MerRegistryIndex *index;
  GPtrArray        *rows;    /* of MerRegistryRow */
  GHashTable       *written; /* MerRegistryEntry → its MerRegistryRow of this table */
} Registry;

/* Counts a problem of a row with a finished sentence; takes `text`. */
static void
tell (Registry          *self,
      MerProblemSeverity severity,
      const char        *problem_code,
      gint64             row,
      const char        *column_code,
      const char        *value,
      char              *text)
{
  MerImportProblem *problem =
    mer_import_problems_count (self->job->problems, severity, problem_code, row,
                               mer_recognition_find (self->job->columns, column_code), value, 1);

  if (problem->text == NULL)
    problem->text = text;
  else
    g_free (text);
  if (severity == MER_PROBLEM_REJECTED)
    self->job->result->rejected++;
}

/* --- whom a row is about ---------------------------------------------------------------- */

/* A branch has the INN of its head organization. */
static gboolean
is_branch (const MerRegistryRow *row)
{
  g_autofree char *key = mer_header_key (row->name);

  return row->parent != NULL || strstr (key, "филиал") != NULL ||
         strstr (key, "структурное подразделение") != NULL;
}

/* Of those that share a name, the ones that the row's INN does not speak against. */
static GPtrArray *
same_name (const GPtrArray      *named,
           const MerRegistryRow *row)
{
  GPtrArray *same = g_ptr_array_new ();

  for (guint i = 0; named != NULL && i < named->len; i++)
    {
      MerRegistryEntry *entry = named->pdata[i];
      const char       *inn = entry->organization->inn;

      if (inn == NULL || row->inn == NULL || strcmp (inn, row->inn) == 0)
        g_ptr_array_add (same, entry);
    }
  return same;
}

/* Adds to `found` what a key gives, keeping each once. */
static void
collect (GPtrArray       *found,
         const GPtrArray *entries)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      if (!g_ptr_array_find (found, entries->pdata[i], NULL))
        g_ptr_array_add (found, entries->pdata[i]);
    }
}

/* All that a row may be about: its number decides, and where that is shared or missing, its
 * name. */
static GPtrArray *
candidates_of (Registry             *self,
               const MerRegistryRow *row)
{
  const GPtrArray *by_inn = mer_registry_index_by_inn (self->index, row->inn);
  g_autoptr (GPtrArray) named =
    same_name (mer_registry_index_by_name (self->index, row->name), row);
  g_autoptr (GPtrArray) full =
    same_name (mer_registry_index_by_name (self->index, row->full_name), row);
  GPtrArray *found = g_ptr_array_new ();

  collect (found, mer_registry_index_by_bus_gov_id (self->index, row->bus_gov_id));
  if (named->len > 0)
    collect (found, named);
  else
    collect (found, full);
  /* Two names with one number in one table are a school and a part of it. */
  if (by_inn != NULL && by_inn->len == 1 && !is_branch (row) &&
      !g_hash_table_contains (self->written, by_inn->pdata[0]))
    collect (found, by_inn);
  return found;
}

static void
reject_several (Registry             *self,
                const MerRegistryRow *row,
                const GPtrArray      *found)
{
  const MerRegistryEntry *first = found->pdata[0], *second = found->pdata[1];
  g_autofree char        *number = mer_row_number_text (row->row);

  tell (self, MER_PROBLEM_REJECTED, "several-organizations", row->row, MER_COLUMN_ORGANIZATION,
        row->name,
        g_strdup_printf (_("Row %s: “%s” may be “%s” or “%s”: its name and its numbers speak of "
                           "different organizations."),
                            number, row->name, first->organization->name,
                            second->organization->name));
}

/* Another organization has the same name and another INN: both stay, but names in tables will not
 * tell them apart. */
static void
note_same_name (Registry             *self,
                const MerRegistryRow *row)
{
  const GPtrArray *named = mer_registry_index_by_name (self->index, row->name);
  g_autofree char *number = mer_row_number_text (row->row);

  if (named != NULL && named->len > 0)
    tell (self, MER_PROBLEM_NOTE, "same-name", row->row, MER_COLUMN_ORGANIZATION, row->name,
          g_strdup_printf (_("Row %s: another organization is called “%s” too. Questionnaires that "
                             "give this name cannot be told apart."),
                              number, row->name));
}

static gboolean
resolve (Registry       *self,
         MerRegistryRow *row)
{
  g_autoptr (GPtrArray) found = candidates_of (self, row);

  if (found->len > 1)
    {
      reject_several (self, row, found);
      return FALSE;
    }
  if (found->len == 1)
    {
      row->entry = found->pdata[0];
      return TRUE;
    }
  note_same_name (self, row);
  row->entry = mer_registry_index_add (self->index, mer_organization_new (row->name, row->kind));
  return TRUE;
}

/* --- an organization twice ------------------------------------------------------------------ */

/* The earlier of two rows that differ, among those that their problem stands for. */
static void
note_first (Registry             *self,
            const MerRegistryRow *first,
            const MerRegistryRow *second)
{
  MerImportProblem *problem = mer_import_problems_count (
    self->job->problems, MER_PROBLEM_REJECTED, "different-twice", second->row,
    mer_recognition_find (self->job->columns, MER_COLUMN_ORGANIZATION), second->name, 0);

  mer_import_problem_add_rows (problem, &first->row, 1);
}

static void
settle_twin (Registry       *self,
             MerRegistryRow *first,
             MerRegistryRow *second)
{
  g_autofree char *a = mer_row_number_text (first->row);
  g_autofree char *b = mer_row_number_text (second->row);

  second->usable = FALSE;
  if (mer_registry_row_equal (first, second) && first->usable)
    {
      self->job->result->duplicates++;
      tell (self, MER_PROBLEM_NOTE, "twice", second->row, MER_COLUMN_ORGANIZATION, second->name,
            g_strdup_printf (_("Rows %s and %s are the same organization, “%s”."), a, b,
                                first->name));
      return;
    }
  tell (self, MER_PROBLEM_REJECTED, "different-twice", second->row, MER_COLUMN_ORGANIZATION,
        second->name,
        g_strdup_printf (_("Rows %s and %s are the same organization, “%s”, and they differ. "
                           "Neither was imported."),
                            a, b, first->name));
  if (first->usable)
    {
      self->job->result->rejected++;
      note_first (self, first, second);
    }
  first->usable = FALSE;
}

/* Headings stand again on each printed page, and a heading over several lines is merged. */
static gboolean
repeats_headings (const MerImportJob *job,
                  const MerRow       *row)
{
  static const char *const codes[] = { MER_COLUMN_ORGANIZATION, "full-name" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const MerImportColumn *column = mer_recognition_find (job->columns, codes[i]);
      g_autofree char       *cell = mer_row_text (row, column);
      g_autofree char       *name = mer_name_fold (cell, -1);
      g_autofree char       *heading = NULL;

      if (column == NULL || column->header == NULL || *name == '\0')
        continue;
      heading = mer_name_fold (column->header, -1);
      if (strcmp (heading, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
take_row (Registry     *self,
          const MerRow *row)
{
  g_autoptr (MerRegistryRow) read = NULL;
  g_autofree char *number = mer_row_number_text (row->number);
  MerRegistryRow  *first;

  if (mer_row_is_ragged (self->job, row))
    {
      mer_row_reject_ragged (self->job, row);
      return;
    }
  if (repeats_headings (self->job, row))
    {
      tell (self, MER_PROBLEM_NOTE, "repeated-headings", row->number, MER_COLUMN_ORGANIZATION, NULL,
            g_strdup_printf (_("Row %s repeats the headings. It was left out."), number));
      return;
    }
  read = mer_registry_row_read (self->job, row);
  if (read == NULL)
    {
      tell (self, MER_PROBLEM_REJECTED, "no-organization", row->number, MER_COLUMN_ORGANIZATION,
            NULL, g_strdup_printf (_("Row %s: no organization is named."), number));
      return;
    }
  if (!resolve (self, read))
    return;
  first = g_hash_table_lookup (self->written, read->entry);
  if (first != NULL)
    settle_twin (self, first, read);
  else
    {
      g_hash_table_insert (self->written, read->entry, read);
      mer_registry_row_apply (read);
      mer_registry_index_update (self->index, read->entry, read->name);
    }
  g_ptr_array_add (self->rows, g_steal_pointer (&read));
}

/* --- writing ---------------------------------------------------------------------------------- */

/* A spelling that is not the name under which the organization stands is kept as an alias. */
static gboolean
keep_spelling (Registry             *self,
               const MerRegistryRow *row,
               GError              **error)
{
  const MerOrganization *organization = row->entry->organization;
  g_autofree char       *name = mer_name_fold (organization->name, -1);
  g_autofree char       *spelling = mer_name_fold (row->name, -1);
  g_autofree char       *number = mer_row_number_text (row->row);

  if (strcmp (name, spelling) == 0)
    return TRUE;
  tell (self, MER_PROBLEM_NOTE, "other-name", row->row, MER_COLUMN_ORGANIZATION, row->name,
        g_strdup_printf (_("Row %s: “%s” stands in the registry as “%s” and keeps that name. The "
                           "other spelling was remembered."),
                            number, row->name, organization->name));
  return mer_store_source_name_id (self->job->doc, row->name, organization->id, error) != 0;
}

static gboolean
write_row (Registry             *self,
           const MerRegistryRow *row,
           MerMemberWriter      *members,
           GError              **error)
{
  MerOrganization *organization = row->entry->organization;
  gboolean         fresh = row->entry->fresh;

  if (!mer_store_save_organization (self->job->doc, organization, error) ||
      !keep_spelling (self, row, error) ||
      !mer_member_writer_save (members, organization->id, row->recipients, row->row, error))
    return FALSE;
  if (fresh)
    mer_registry_index_set_stored (self->index, row->entry);
  self->job->result->created += fresh ? 1 : 0;
  self->job->result->accepted++;
  return TRUE;
}

static void
note_unknown_parent (Registry             *self,
                     const MerRegistryRow *row)
{
  g_autofree char *number = mer_row_number_text (row->row);
  g_autofree char *shown = mer_text_shorten (row->parent);

  tell (self, MER_PROBLEM_NOTE, "unknown-parent", row->row, "parent", row->parent,
        g_strdup_printf (_("Row %s: the parent organization “%s” is not in the registry, or not "
                           "the only one of this name. It was left out."),
                            number, shown));
}

static void
note_parent_loop (Registry             *self,
                  const MerRegistryRow *row,
                  const char           *parent)
{
  g_autofree char *number = mer_row_number_text (row->row);

  tell (self, MER_PROBLEM_NOTE, "parent-loop", row->row, "parent", row->parent,
        g_strdup_printf (_("Row %s: “%s” cannot be a branch of “%s”, which is itself a branch of "
                           "it. The parent organization was left out."),
                            number, row->entry->organization->name, parent));
}

/* Of those that a name or number may mean, the only one that is no branch: a branch has the INN
 * of its parent. */
static MerRegistryEntry *
only_head (const GPtrArray      *found,
           const MerRegistryRow *row)
{
  MerRegistryEntry *only = NULL, *head = NULL;
  guint             n = 0, n_heads = 0;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      MerRegistryEntry *entry = found->pdata[i];

      if (entry == row->entry || entry->organization->id == 0)
        continue;
      only = entry;
      n++;
      if (entry->names_parent || entry->organization->parent_id != 0)
        continue;
      head = entry;
      n_heads++;
    }
  if (n == 1)
    return only;
  return n_heads == 1 ? head : NULL;
}

static MerRegistryEntry *
find_parent (Registry             *self,
             const MerRegistryRow *row)
{
  const GPtrArray *found = mer_registry_index_by_name (self->index, row->parent);

  if (found == NULL)
    found = mer_registry_index_by_inn (self->index, row->parent);
  return only_head (found, row);
}

/* Whether an organization is above another, over any number of steps; a document may hold a loop
 * from before they were refused. */
static gboolean
is_above (Registry               *self,
          const MerRegistryEntry *above,
          const MerRegistryEntry *below)
{
  for (guint i = 0; below != NULL && below != above && i < MAX_LEVELS; i++)
    below = mer_registry_index_by_id (self->index, below->organization->parent_id);
  return below != NULL;
}

/* Parents may stand below their branches: they are set when all rows are written. */
static gboolean
write_parent (Registry             *self,
              const MerRegistryRow *row,
              GError              **error)
{
  const MerRegistryEntry *parent = find_parent (self, row);

  if (parent == NULL)
    {
      note_unknown_parent (self, row);
      return TRUE;
    }
  if (is_above (self, row->entry, parent))
    {
      note_parent_loop (self, row, parent->organization->name);
      return TRUE;
    }
  if (row->entry->organization->parent_id == parent->organization->id)
    return TRUE;
  row->entry->organization->parent_id = parent->organization->id;
  return mer_store_save_organization (self->job->doc, row->entry->organization, error);
}

/* --- successors --------------------------------------------------------------------------- */

/* The organization that goes on with the work: one that is not itself, nor succeeded by it. */
static MerRegistryEntry *
find_successor (Registry             *self,
                const MerRegistryRow *row)
{
  const GPtrArray *found = mer_registry_index_by_name (self->index, row->successor);

  if (found == NULL)
    found = mer_registry_index_by_inn (self->index, row->successor);
  return only_head (found, row);
}

static gboolean
succeeds (Registry               *self,
          const MerRegistryEntry *later,
          const MerRegistryEntry *earlier)
{
  for (guint i = 0; earlier != NULL && earlier != later && i < MAX_LEVELS; i++)
    earlier = mer_registry_index_by_id (self->index, earlier->organization->successor_id);
  return earlier != NULL;
}

static void
note_successor (Registry             *self,
                const MerRegistryRow *row)
{
  g_autofree char *number = mer_row_number_text (row->row);
  g_autofree char *shown = mer_text_shorten (row->successor);

  tell (self, MER_PROBLEM_NOTE, "unknown-successor", row->row, "successor", row->successor,
        g_strdup_printf (_("Row %s: the successor “%s” is not in the registry, not the only one of "
                           "this name, or is itself succeeded by this organization. It was left "
                           "out."),
                            number, shown));
}

static gboolean
write_successor (Registry             *self,
                 const MerRegistryRow *row,
                 GError              **error)
{
  MerOrganization        *organization = row->entry->organization;
  const MerRegistryEntry *successor = find_successor (self, row);

  if (successor == NULL || successor == row->entry || succeeds (self, row->entry, successor))
    {
      note_successor (self, row);
      return TRUE;
    }
  if (organization->successor_id == successor->organization->id)
    return TRUE;
  organization->successor_id = successor->organization->id;
  return mer_store_save_organization (self->job->doc, organization, error);
}

static gboolean
write_successors (Registry *self,
                  GError  **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerRegistryRow *row = self->rows->pdata[i];

      if (row->usable && row->successor != NULL && !write_successor (self, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_parents (Registry *self,
               GError  **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerRegistryRow *row = self->rows->pdata[i];

      row->entry->names_parent |= row->usable && row->parent != NULL;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerRegistryRow *row = self->rows->pdata[i];

      if (row->usable && row->parent != NULL && !write_parent (self, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_rows (Registry *self,
            GError  **error)
{
  g_autoptr (MerMemberWriter) members = mer_member_writer_new (self->job, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerRegistryRow *row = self->rows->pdata[i];

      if (row->usable && !write_row (self, row, members, error))
        return FALSE;
      if (i % ROWS_A_TICK == 0 && !mer_import_job_tick (self->job, error))
        return FALSE;
    }
  if (!write_parents (self, error) || !write_successors (self, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerRegistryRow *row = self->rows->pdata[i];

      if (row->usable)
        mer_import_changes_note (self->job, self->index, row,
                                 mer_member_writer_recipients (members,
                                                               row->entry->organization->id));
    }
  return TRUE;
}

gboolean
mer_import_organizations_run (MerImportJob *job,
                              GError      **error)
{
  g_autoptr (MerRegistryIndex) index = mer_registry_index_new (job->doc, error);
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_registry_row_free);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);
  Registry self = { job, index, rows, written };
  MerRow   row;
  int      result;

  if (index == NULL)
    return FALSE;
  for (guint64 n = 1; (result = mer_table_reader_next (job->reader, &row, error)) > 0; n++)
    {
      take_row (&self, &row);
      if (n % ROWS_A_TICK == 0 && !mer_import_job_tick (job, error))
        return FALSE;
    }
  return result == 0 && write_rows (&self, error);
}
