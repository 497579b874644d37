/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of records that come in: each row is read into a copy of the record that its id names,
 * or into a new one, and compared; what is wrong is said of its cell. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "app/mer-record-columns.h"
#include "app/mer-record-name-words.h"
#include "app/mer-record-tables.h"
#include "core/mer-name.h"
#include "core/mer-rational.h"
#include "import/mer-import-problems.h"
#include "store/mer-record-store.h"

/* Sentences that are kept: a file that is wrong throughout tells nothing new after them. */
#define MOST_PROBLEMS 1000
#define AMBIGUOUS G_MAXUINT

typedef struct
{
  MerRecordImport  *import;
  const char       *shown; /* name of the file; NULL: pasted */
  gint64            cycle_id;
  MerRecordNames   *names;
  MerRecordColumns *columns;
  GPtrArray        *there;  /* of MerRecord: as they are stored */
  GHashTable       *by_id;  /* gint64* → MerRecord of `there` */
  GHashTable       *seen;   /* gint64* of `there`: ids that rows had */
  GHashTable       *alike;  /* values → GPtrArray of `there`; NULL before it is needed */
  GHashTable       *above;  /* folded name → index + 1 of a new record of this table */
  const MerField   *parent; /* a reference to records of the same kind; nullable */
  const MerRow     *row;
  gboolean          wrong; /* the row */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->columns, mer_record_columns_free);
  g_clear_pointer (&self->names, mer_record_names_free);
  g_clear_pointer (&self->above, g_hash_table_unref);
  g_clear_pointer (&self->alike, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->there, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static MerRecordImport *
import_new (const MerRecordKind *kind)
{
  MerRecordImport *self = g_new0 (MerRecordImport, 1);

  self->kind = kind;
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->records = g_ptr_array_new_with_free_func (mer_record_free);
  self->places = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mer_record_import_free (MerRecordImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->ignored);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->places);
  g_free (self);
}

/* --- what is wrong --------------------------------------------------------------------------- */

static char *
sentence (const Reading *self,
          const char    *place,
          const char    *reason)
{
  if (self->shown == NULL)
    /* Translators: a row, «column B (Name)» or nothing, a sentence. */
    return g_strdup_printf (_("Row %d%s: %s"), (int) self->row->number, place, reason);
  /* Translators: a file, a row, «column B (Name)» or nothing, a sentence. */
  return g_strdup_printf (_("“%s”, row %d%s: %s"), self->shown, (int) self->row->number, place,
                             reason);
}

/* `column` G_MAXUINT: the whole row. */
static void
tell (Reading    *self,
      guint       column,
      const char *reason)
{
  g_autofree char *letters = NULL;
  g_autofree char *place = NULL;

  self->wrong = TRUE;
  if (self->import->problems->len == MOST_PROBLEMS)
    g_ptr_array_add (self->import->problems, g_strdup (_("More is wrong than is listed here.")));
  if (self->import->problems->len > MOST_PROBLEMS)
    return;
  if (column != G_MAXUINT)
    {
      letters = mer_import_column_letters (column);
      /* Translators: goes behind a row: a column's letter and heading. */
      place = g_strdup_printf (_(", column %s (%s)"), letters,
                                  (char *) self->columns->headings->pdata[column]);
    }
  g_ptr_array_add (self->import->problems, sentence (self, place != NULL ? place : "", reason));
}

/* --- references to rows above ---------------------------------------------------------------- */

static const MerField *
reference_to_its_like (const MerRecordKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MER_FIELD_REFERENCE &&
        g_strcmp0 (kind->fields[i].target, kind->id) == 0)
      return &kind->fields[i];
  return NULL;
}

static void
know_above (Reading         *self,
            const MerRecord *record)
{
  g_autoptr (GPtrArray) names = mer_record_name_others (self->names, record);
  guint index = self->import->records->len;

  for (guint i = 0; i < names->len; i++)
    {
      char *key = mer_name_fold (names->pdata[i], -1);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->above, key));

      g_hash_table_insert (self->above, key,
                           GUINT_TO_POINTER (before == 0 || before == index ? index : AMBIGUOUS));
    }
}

/* A new record has no id before it is stored: its place in the import, below zero, stands for it
 * till then. */
static gboolean
read_above (Reading    *self,
            MerRecord  *record,
            const char *text)
{
  g_autofree char *key = mer_name_fold (text, -1);
  guint            index = GPOINTER_TO_UINT (g_hash_table_lookup (self->above, key));

  if (index == 0 || index == AMBIGUOUS)
    return FALSE;
  mer_record_set_number (record, self->parent, -(gint64) index);
  return TRUE;
}

/* --- a row ----------------------------------------------------------------------------------- */

static char *
cell_text (const MerRow *row,
           guint         column)
{
  if (column >= row->n_cells)
    return g_strdup ("");
  return g_strstrip (g_strndup (row->cells[column].text, row->cells[column].length));
}

static gboolean
is_same_number (const char *a,
                const char *b)
{
  g_auto (MerRational) x = MER_RATIONAL_ZERO;
  g_auto (MerRational) y = MER_RATIONAL_ZERO;

  return a != NULL && b != NULL && mer_rational_parse (a, &x) && mer_rational_parse (b, &y) &&
         mer_rational_cmp (&x, &y) == 0;
}

static void
read_cell (Reading        *self,
           MerRecord      *record,
           const MerField *field,
           guint           column)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = cell_text (self->row, column);
  g_autofree char *before =
    field->type == MER_FIELD_DECIMAL ? g_strdup (mer_record_text (record, field)) : NULL;

  if (field == self->parent && read_above (self, record, text))
    return;
  if (!mer_record_names_read (self->names, record, field, text, &problem))
    tell (self, column, problem->message);
  else if (field->type == MER_FIELD_DECIMAL &&
           is_same_number (before, mer_record_text (record, field)))
    mer_record_take_text (record, field, g_steal_pointer (&before)); /* 1250.50 is no change */
}

static void
read_cells (Reading   *self,
            MerRecord *record)
{
  for (guint i = 0; i < self->columns->fields->len; i++)
    {
      guint field = g_array_index (self->columns->fields, guint, i);

      if (field < record->kind->n_fields)
        read_cell (self, record, &record->kind->fields[field], i);
    }
}

static gboolean
is_empty_row (const Reading *self)
{
  for (guint i = 0; i < self->columns->fields->len; i++)
    {
      g_autofree char *text = cell_text (self->row, i);

      if (*text != '\0' &&
          g_array_index (self->columns->fields, guint, i) != MER_RECORD_COLUMN_IGNORED)
        return FALSE;
    }
  return TRUE;
}

static guint
id_column (const Reading *self)
{
  for (guint i = 0; i < self->columns->fields->len; i++)
    if (g_array_index (self->columns->fields, guint, i) == MER_RECORD_COLUMN_ID)
      return i;
  return G_MAXUINT;
}

static const MerRecord *
find_stored (Reading    *self,
             guint       column,
             const char *text)
{
  const char      *digits = *text == '#' ? text + 1 : text;
  gint64           id = 0;
  MerRecord       *stored = NULL;
  g_autofree char *reason = NULL;

  if (!g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, &id, NULL))
    reason = g_strdup_printf (_("“%s” is no id. Leave the cell empty to add a record."), text);
  else if ((stored = g_hash_table_lookup (self->by_id, &id)) == NULL)
    reason = g_strdup_printf (_("There is no record with the id %s. Leave the cell empty to add "
                                "one."),
                                 digits);
  else if (!g_hash_table_add (self->seen, &stored->id))
    reason = g_strdup_printf (_("The id %s stands in a row above already."), digits);
  if (reason != NULL)
    tell (self, column, reason);
  return reason == NULL ? stored : NULL;
}

static void
check_row (Reading   *self,
           MerRecord *record)
{
  g_autoptr (GError) problem = NULL;

  if (!mer_record_check (record, &problem) ||
      !mer_record_names_check (self->names, record, &problem))
    tell (self, G_MAXUINT, problem->message);
}

/* All that a record says. */
static char *
values_of (const MerRecord *record)
{
  const MerRecordKind *kind = record->kind;
  GString             *values = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = mer_record_to_string (record, &kind->fields[i]);

      g_string_append (values, value);
      g_string_append_c (values, '\x1f');
    }
  return g_string_free (values, FALSE);
}

static void
gather_alike (Reading *self)
{
  self->alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->there->len; i++)
    {
      char      *values = values_of (self->there->pdata[i]);
      GPtrArray *list = g_hash_table_lookup (self->alike, values);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->alike, g_strdup (values), list);
        }
      g_ptr_array_add (list, self->there->pdata[i]);
      g_free (values);
    }
}

/* A table without ids that comes in again adds nothing twice: a stored record that says the very
 * same is meant, each by one row. */
static gboolean
is_there (Reading         *self,
          const MerRecord *record)
{
  g_autofree char *values = values_of (record);
  GPtrArray       *list = NULL;

  if (self->alike == NULL)
    gather_alike (self);
  list = g_hash_table_lookup (self->alike, values);
  while (list != NULL && list->len > 0)
    {
      MerRecord *stored = g_ptr_array_steal_index (list, list->len - 1);

      if (g_hash_table_add (self->seen, &stored->id))
        return TRUE;
    }
  return FALSE;
}

static void
keep (Reading         *self,
      MerRecord       *record,
      const MerRecord *stored)
{
  MerRecordImport *import = self->import;

  if (self->wrong)
    import->refused++;
  else if ((stored != NULL && mer_record_equal (record, stored)) ||
           (stored == NULL && is_there (self, record)))
    import->unchanged++;
  else
    {
      g_ptr_array_add (import->records, mer_record_copy (record));
      g_ptr_array_add (import->places, sentence (self, "", ""));
      import->added += stored == NULL ? 1 : 0;
      import->changed += stored != NULL ? 1 : 0;
      if (stored == NULL && self->parent != NULL)
        know_above (self, record);
    }
}

static void
read_row (Reading *self)
{
  guint            column = id_column (self);
  g_autofree char *id = column != G_MAXUINT ? cell_text (self->row, column) : g_strdup ("");
  const MerRecord *stored = NULL;
  g_autoptr (MerRecord) record = NULL;

  if (is_empty_row (self))
    return;
  self->wrong = FALSE;
  if (*id != '\0')
    stored = find_stored (self, column, id);
  record = stored != NULL ? mer_record_copy (stored)
                          : mer_record_new (self->import->kind, self->cycle_id);
  read_cells (self, record);
  if (!self->wrong)
    check_row (self, record);
  keep (self, record, stored);
}

/* --- a table --------------------------------------------------------------------------------- */

static gboolean
load (Reading     *self,
      MerDocument *doc,
      GError     **error)
{
  self->there = mer_store_records (doc, self->import->kind, self->cycle_id, error);
  if (self->there == NULL)
    return FALSE;
  self->names = mer_record_names_new (doc, self->cycle_id);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->above = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parent = reference_to_its_like (self->import->kind);
  for (guint i = 0; i < self->there->len; i++)
    g_hash_table_insert (self->by_id, &((MerRecord *) self->there->pdata[i])->id,
                         self->there->pdata[i]);
  return TRUE;
}

static void
note_ignored (Reading *self)
{
  for (guint i = 0; i < self->columns->fields->len; i++)
    {
      const char *heading = self->columns->headings->pdata[i];

      if (*heading != '\0' &&
          g_array_index (self->columns->fields, guint, i) == MER_RECORD_COLUMN_IGNORED)
        g_ptr_array_add (self->import->ignored, g_strdup (heading));
    }
}

static MerRecordImport *
read_table (MerDocument           *doc,
            const MerRecordKind   *kind,
            gint64                 cycle_id,
            const MerTableOptions *table,
            const char            *shown,
            GError               **error)
{
  g_autoptr (MerRecordImport) import = import_new (kind);
  g_auto (Reading) reading = { .import = import, .shown = shown, .cycle_id = cycle_id };
  g_autoptr (MerTableReader) reader = mer_table_reader_open (table, error);
  MerRow row = { 0 };
  int    more = 0;

  if (reader == NULL || !load (&reading, doc, error))
    return NULL;
  reading.columns =
    mer_record_columns_find (reader, kind, shown != NULL ? shown : _("clipboard"), error);
  if (reading.columns == NULL)
    return NULL;
  note_ignored (&reading);
  reading.row = &row;
  while ((more = mer_table_reader_next (reader, &row, error)) > 0)
    read_row (&reading);
  return more == 0 ? g_steal_pointer (&import) : NULL;
}

MerRecordImport *
mer_record_import_read (MerDocument           *doc,
                        const MerRecordKind   *kind,
                        gint64                 cycle_id,
                        const MerTableOptions *table,
                        GError               **error)
{
  g_autofree char *shown = g_filename_display_basename (table->path);

  return read_table (doc, kind, cycle_id, table, shown, error);
}

/* Readers read files. */
static char *
write_aside (const char *text,
             GError    **error)
{
  g_autofree char *path = NULL;
  int              file = g_file_open_tmp ("merilo-XXXXXX.csv", &path, error);

  if (file < 0)
    return NULL;
  close (file);
  if (g_file_set_contents (path, text, -1, error))
    return g_steal_pointer (&path);
  g_unlink (path);
  return NULL;
}

MerRecordImport *
mer_record_import_read_text (MerDocument         *doc,
                             const MerRecordKind *kind,
                             gint64               cycle_id,
                             const char          *text,
                             GError             **error)
{
  g_autofree char *path = write_aside (text, error);
  MerTableOptions  table = { .path = path,
                             .encoding = "UTF-8",
                             .separator = strchr (text, '\t') != NULL ? '\t' : '\0' };
  MerRecordImport *import = NULL;

  if (path == NULL)
    return NULL;
  import = read_table (doc, kind, cycle_id, &table, NULL, error);
  g_unlink (path);
  return import;
}

/* --- storing --------------------------------------------------------------------------------- */

/* Rows above are stored by now. */
static void
settle_parent (MerRecordImport *self,
               MerRecord       *record,
               const MerField  *parent)
{
  gint64 place = parent != NULL ? mer_record_number (record, parent) : 0;

  if (place < 0)
    mer_record_set_number (record, parent, ((MerRecord *) self->records->pdata[-place - 1])->id);
}

gboolean
mer_record_import_apply (MerRecordImport *self,
                         MerDocument     *doc,
                         GError         **error)
{
  const MerField *parent = reference_to_its_like (self->kind);
  gint64          last = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      MerRecord *record = self->records->pdata[i];
      gboolean   is_new = record->id == 0;

      settle_parent (self, record, parent);
      /* the store looks for the end once, not for each of thousands */
      if (is_new && last > 0)
        record->position = last + 1;
      if (!mer_store_save_record (doc, record, error))
        {
          g_prefix_error_literal (error, self->places->pdata[i]);
          return FALSE;
        }
      last = is_new ? record->position : last;
    }
  return TRUE;
}
