/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of records in and out of the window: pasted rows, files that are loaded and saved. What
 * comes in is taken whole or not at all, and everything that is wrong is listed. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-record-tables.h"
#include "core/mer-name.h"
#include "report/mer-report.h"
#include "report/mer-save-path.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-problems-dialog.h"
#include "ui/mer-save-tell.h"
#include "ui/widgets/mer-record-table-private.h"
#include "ui/widgets/mer-table-paste.h"

static GtkWindow *
window_of (MerRecordTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
show_problems (MerRecordTable *self,
               const char     *heading,
               const char     *name,
               GPtrArray      *problems)
{
  g_auto (GStrv) list = g_new0 (char *, problems->len + 1);

  for (guint i = 0; i < problems->len; i++)
    list[i] = g_strdup (problems->pdata[i]);
  mer_problems_dialog_present (window_of (self), heading, name, list);
}

/* --- pasting --------------------------------------------------------------------------------- */

static gboolean
is_title (const char *text,
          const char *title)
{
  g_autofree char *a = mer_name_fold (text, -1);
  g_autofree char *b = mer_name_fold (title, -1);

  return g_str_equal (a, b);
}

static const MerField *
field_titled (const MerRecordKind *kind,
              const char          *text)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MerField *field = &kind->fields[i];

      if (is_title (text, field->key) || is_title (text, field->title) ||
          is_title (text, _(field->title)))
        return field;
    }
  return NULL;
}

/* The fields of a first row that is a header: all that stands in it is the title of a field.
 * (element-type MerField*), NULL for a column without title; NULL when it is no header. */
static GArray *
read_header (const MerRecordKind *kind,
             GStrv                cells)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (const MerField *));
  guint n = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const MerField *field = field_titled (kind, cells[i]);

      if (field == NULL && *cells[i] != '\0' && !is_title (cells[i], "id"))
        return NULL;
      g_array_append_val (fields, field);
      n += field != NULL;
    }
  return n > 0 ? g_steal_pointer (&fields) : NULL;
}

/* The columns that are seen, in their order; what is computed cannot be pasted. */
static GArray *
shown_fields (MerRecordTable *self)
{
  GArray     *fields = g_array_new (FALSE, FALSE, sizeof (const MerField *));
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const MerField *field = mer_record_table_field (self, i);

      if (gtk_column_view_column_get_visible (column))
        g_array_append_val (fields, field);
    }
  return fields;
}

typedef struct
{
  MerRecordTable *table;
  GArray         *fields;   /* of const MerField * */
  GPtrArray      *problems; /* of char * */
  guint           row;      /* from 1 */
} Pasting;

static void
tell (Pasting        *self,
      const MerField *field,
      const char     *reason)
{
  char *sentence = NULL;

  if (field != NULL)
    /* Translators: a row, the title of a column, a sentence. */
    sentence = g_strdup_printf (_("Row %u, “%s”: %s"), self->row, _(field->title), reason);
  else
    sentence = g_strdup_printf (_("Row %u: %s"), self->row, reason);
  g_ptr_array_add (self->problems, sentence);
}

static void
read_cell (Pasting    *self,
           MerRecord  *record,
           guint       column,
           const char *text)
{
  const MerField *field =
    column < self->fields->len ? g_array_index (self->fields, const MerField *, column) : NULL;
  g_autoptr (GError) error = NULL;

  if (field == NULL && column >= self->fields->len && *text != '\0')
    tell (self, NULL, _("There are more cells than columns."));
  else if (field != NULL &&
           !mer_record_names_read (self->table->names, record, field, text, &error))
    tell (self, field, error->message);
}

static MerRecord *
read_row (Pasting *self,
          GStrv    cells)
{
  MerRecord *record = mer_record_table_make_record (self->table);
  g_autoptr (GError) error = NULL;
  guint n = self->problems->len;

  for (guint i = 0; cells[i] != NULL; i++)
    read_cell (self, record, i, cells[i]);
  if (self->problems->len == n && !mer_record_check (record, &error))
    tell (self, NULL, error->message);
  return record;
}

static gboolean
add_records (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const GPtrArray *records = user_data;

  for (guint i = 0; i < records->len; i++)
    if (!mer_store_save_record (document, records->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
add_pasted (MerRecordTable *self,
            GPtrArray      *records)
{
  g_autofree char *label = g_strdup_printf (_("%s: pasting"), _(self->kind->title));
  g_autofree char *done =
    g_strdup_printf (ngettext ("%u record was added", "%u records were added", records->len),
                     records->len);

  if (mer_session_perform (self->session, label, done, add_records, records))
    mer_record_table_select (self, ((const MerRecord *) records->pdata[0])->id);
}

void
mer_record_table_paste_text (MerRecordTable *self,
                             const char     *text)
{
  g_autoptr (GPtrArray) rows = mer_table_parse (text);
  g_autoptr (GArray) header = NULL;
  g_autoptr (GArray) shown = shown_fields (self);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (mer_record_free);
  Pasting pasting = { self, shown, problems, 0 };

  if (rows->len > 0)
    header = read_header (self->kind, rows->pdata[0]);
  if (header != NULL)
    pasting.fields = header;
  for (guint i = header != NULL ? 1 : 0; i < rows->len; i++)
    {
      pasting.row = i + 1;
      g_ptr_array_add (records, read_row (&pasting, rows->pdata[i]));
    }
  if (problems->len > 0)
    show_problems (self, _("The rows were not pasted"), _("clipboard"), problems);
  else if (records->len > 0)
    add_pasted (self, records);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MerRecordTable) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    mer_record_table_paste_text (self, text);
}

void
mer_record_table_paste (MerRecordTable *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

/* --- files ----------------------------------------------------------------------------------- */

typedef void (*ChosenFunc) (MerRecordTable *self,
                            const char     *path);

static void
answered_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (MerRecordTable) self = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  ChosenFunc       chosen = NULL;

  *(gpointer *) &chosen = g_object_get_data (G_OBJECT (dialog), "mer-chosen");
  gtk_native_dialog_destroy (dialog);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL &&
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    chosen (self, path);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *title,
            const char *const    *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, title);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* Beside the document. */
static void
ask (MerRecordTable       *self,
     GtkFileChooserNative *chooser,
     ChosenFunc            chosen)
{
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (self->session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  g_object_set_data (G_OBJECT (chooser), "mer-chosen", *(gpointer *) &chosen);
  g_signal_connect (chooser, "response", G_CALLBACK (answered_cb), g_object_ref (self));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- out ------------------------------------------------------------------------------------- */

static GPtrArray *
shown_records (MerRecordTable *self)
{
  GPtrArray *records = g_ptr_array_new ();
  guint      n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, mer_record_list_get (self->list, i));
  return records;
}

gboolean
mer_record_table_export_to (MerRecordTable *self,
                            const char     *path,
                            GError        **error)
{
  g_autoptr (GPtrArray) records = shown_records (self);
  g_autoptr (GBytes) bytes = NULL;
  gboolean csv = mer_save_path_ends (path, "csv");

  bytes = mer_record_table_bytes (self->names, self->kind, records,
                                  csv ? MER_RECORD_TABLE_CSV : MER_RECORD_TABLE_XLSX, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}

static void
export_chosen (MerRecordTable *self,
               const char     *path)
{
  g_autofree char *whole = mer_save_path (path, (const char *[]){ "xlsx", "csv", NULL });
  g_autoptr (GError) error = NULL;

  mer_record_table_export_to (self, whole, &error);
  mer_save_tell (self->session, whole, error);
}

void
mer_record_table_export (MerRecordTable *self)
{
  static const char *const workbook[] = { "xlsx", NULL };
  static const char *const text[] = { "csv", NULL };
  g_autofree char         *name = g_strconcat (_(self->kind->title), ".xlsx", NULL);
  GtkFileChooserNative    *chooser =
    gtk_file_chooser_native_new (_("Export as a table"), window_of (self),
                                    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));

  add_filter (chooser, _("Excel workbook"), workbook);
  add_filter (chooser, _("CSV table"), text);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  ask (self, chooser, export_chosen);
}

/* --- in -------------------------------------------------------------------------------------- */

static gboolean
apply_import (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  return mer_record_import_apply (user_data, document, error);
}

static void
apply (MerRecordTable  *self,
       MerRecordImport *import)
{
  g_autofree char *label = g_strdup_printf (_("%s: import of a table"), _(self->kind->title));
  /* Translators: counts of records. */
  g_autofree char *done = g_strdup_printf (_("Added: %u, changed: %u, as before: %u"),
                                              import->added, import->changed, import->unchanged);

  if (import->added + import->changed == 0)
    mer_session_tell (self->session, done, FALSE);
  else
    mer_session_perform (self->session, label, done, apply_import, import);
}

void
mer_record_table_import_from (MerRecordTable *self,
                              const char     *path)
{
  MerTableOptions  options = { .path = path };
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *heading = g_strdup_printf (_("“%s” was not imported"), name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecordImport) import =
    mer_record_import_read (mer_session_get_document (self->session), self->kind,
                            mer_record_table_get_cycle_id (self), &options, &error);

  if (import == NULL)
    mer_session_fail (self->session, heading, error);
  else if (import->problems->len > 0)
    show_problems (self, heading, name, import->problems);
  else
    apply (self, import);
}

void
mer_record_table_import (MerRecordTable *self)
{
  static const char *const tables[] = { "xlsx", "xls", "ods", "csv", "txt", NULL };
  GtkFileChooserNative    *chooser =
    gtk_file_chooser_native_new (_("Import a table"), window_of (self),
                                    GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), _("_Cancel"));

  add_filter (chooser, _("Tables"), tables);
  ask (self, chooser, mer_record_table_import_from);
}
