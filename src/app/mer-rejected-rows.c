/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rejected rows as a table to send back: read from the file once more, so that a document holds
 * no row that it did not accept. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-rejected-rows.h"
#include "core/mer-csv.h"
#include "import/mer-file-hash.h"
#include "report/mer-xlsx.h"
#include "store/mer-batch-store.h"

/* Where rows go: text of one kind or cells of the other. */
typedef struct
{
  GString *csv; /* NULL: XLSX */
  MerXlsx *xlsx;
  guint    row;
  guint    column;
} Sink;

static void
sink_clear (Sink *self)
{
  if (self->csv != NULL)
    g_string_free (self->csv, TRUE);
  g_clear_pointer (&self->xlsx, mer_xlsx_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sink, sink_clear)

static gboolean
sink_open (Sink       *self,
           const char *path,
           GError    **error)
{
  if (g_str_has_suffix (path, ".csv"))
    self->csv = g_string_new ("\xef\xbb\xbf");
  else
    self->xlsx = mer_xlsx_new ("1", error);
  return self->csv != NULL || self->xlsx != NULL;
}

static void
sink_cell (Sink       *self,
           const char *text)
{
  if (self->csv == NULL)
    mer_xlsx_set_text (self->xlsx, self->row, self->column, text, self->row == 0);
  else
    {
      if (self->column > 0)
        g_string_append_c (self->csv, ';');
      mer_csv_append (self->csv, text, ';');
    }
  self->column++;
}

static void
sink_end_row (Sink *self)
{
  if (self->csv != NULL)
    g_string_append (self->csv, "\r\n");
  self->row++;
  self->column = 0;
}

static gboolean
sink_write (Sink       *self,
            const char *path,
            GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *base = g_filename_display_basename (path);
  gconstpointer    data;
  gsize            size;

  if (self->csv == NULL)
    {
      mer_xlsx_freeze_rows (self->xlsx, 1);
      bytes = mer_xlsx_finish (self->xlsx, error);
      if (bytes == NULL)
        return FALSE;
    }
  data = bytes != NULL ? g_bytes_get_data (bytes, &size) : self->csv->str;
  if (bytes == NULL)
    size = self->csv->len;
  if (g_file_set_contents (path, data, (gssize) size, &reason))
    return TRUE;
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               _("The file “%s” cannot be written: %s."), base, reason->message);
  return FALSE;
}

/* --- reasons ------------------------------------------------------------------------------ */

/* A sentence speaks of the first row of its group, «Row 5: …»: the same of another row. */
static char *
reason_of_row (const char *text,
               gint64      first,
               gint64      row)
{
  const char      *digits = strpbrk (text, "0123456789");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  gsize            length = strlen (number);

  if (digits == NULL || strncmp (digits, number, length) != 0 ||
      (digits[length] != ':' && digits[length] != ','))
    return g_strdup (text);
  return g_strdup_printf ("%.*s%" G_GINT64_FORMAT "%s", (int) (digits - text), text, row,
                          digits + length);
}

static GHashTable *
reasons_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* Adds a reason to those of a row. */
static void
add_reason (GHashTable *reasons,
            const char *text,
            gint64      first,
            gint64      row)
{
  g_autofree char *reason = reason_of_row (text, first, row);
  const char      *there = g_hash_table_lookup (reasons, &row);

  g_hash_table_replace (reasons, g_memdup2 (&row, sizeof row),
                        there == NULL ? g_steal_pointer (&reason)
                                      : g_strconcat (there, " ", reason, NULL));
}

static GHashTable *
reasons_of_result (const MerImportResult *result)
{
  GHashTable *reasons = reasons_new ();

  for (guint i = 0; i < result->problems->len; i++)
    {
      const MerImportProblem *problem = result->problems->pdata[i];

      if (problem->severity != MER_PROBLEM_REJECTED)
        continue;
      for (guint j = 0; j < problem->rows->len; j++)
        add_reason (reasons, problem->text, problem->row,
                    g_array_index (problem->rows, gint64, j));
    }
  return reasons;
}

/* «214,300-310» */
static void
add_ranges (GHashTable            *reasons,
            const MerBatchProblem *problem)
{
  g_auto (GStrv) ranges = g_strsplit (problem->rows, ",", -1);

  for (guint i = 0; ranges[i] != NULL; i++)
    {
      char  *end = NULL;
      gint64 from = g_ascii_strtoll (ranges[i], &end, 10);
      gint64 to = *end == '-' ? g_ascii_strtoll (end + 1, NULL, 10) : from;

      for (gint64 row = from; row > 0 && row <= MIN (to, from + MER_PROBLEM_REJECTED_ROWS); row++)
        add_reason (reasons, problem->text, problem->row, row);
    }
}

/* --- the table ------------------------------------------------------------------------------ */

static void
write_cells (Sink         *sink,
             const MerRow *row,
             guint         width)
{
  for (guint i = 0; i < MAX (width, row->n_cells); i++)
    {
      g_autofree char *text =
        i < row->n_cells && row->cells[i].length > 0
          ? g_strndup (row->cells[i].text, row->cells[i].length)
          : g_strdup ("");

      sink_cell (sink, text);
    }
}

static void
write_header (Sink                   *sink,
              const MerImportPreview *preview,
              MerLanguage             language)
{
  for (guint i = 0; i < preview->columns->len; i++)
    sink_cell (sink, ((const MerImportColumn *) preview->columns->pdata[i])->header);
  sink_cell (sink, mer_tr (language, "Row in the file"));
  sink_cell (sink, mer_tr (language, "Why it was rejected"));
  sink_end_row (sink);
}

static gboolean
write_rows (Sink                   *sink,
            MerTableReader         *reader,
            const MerImportPreview *preview,
            GHashTable             *reasons,
            GError                **error)
{
  MerRow row;
  int    result;

  while ((result = mer_table_reader_next (reader, &row, error)) > 0)
    {
      const char      *reason = g_hash_table_lookup (reasons, &row.number);
      g_autofree char *number = NULL;

      if (reason == NULL)
        continue;
      number = g_strdup_printf ("%" G_GINT64_FORMAT, row.number);
      write_cells (sink, &row, preview->columns->len);
      sink_cell (sink, number);
      sink_cell (sink, reason);
      sink_end_row (sink);
    }
  return result == 0;
}

static gboolean
write_table (MerDocument            *doc,
             const MerImportOptions *options,
             GHashTable             *reasons,
             const char             *path,
             guint64                *n_rows,
             GError                **error)
{
  const MerTableOptions table = {
    .path = options->path,
    .sheet = options->sheet,
    .encoding = options->encoding,
    .separator = options->separator,
  };
  g_auto (Sink) sink = { 0 };
  g_autoptr (MerImportPreview) preview = mer_import_preview (doc, options, 0, error);
  g_autoptr (MerTableReader) reader = NULL;

  if (preview == NULL || !sink_open (&sink, path, error))
    return FALSE;
  reader = mer_table_reader_open (&table, error);
  if (reader == NULL)
    return FALSE;
  write_header (&sink, preview, mer_document_get_language (doc));
  if (!write_rows (&sink, reader, preview, reasons, error))
    return FALSE;
  *n_rows = sink.row - 1;
  if (*n_rows == g_hash_table_size (reasons))
    return sink_write (&sink, path, error);
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               _("The file “%s” is not what it was when it was read."), options->path);
  return FALSE;
}

gboolean
mer_rejected_rows_write (MerDocument            *doc,
                         const MerImportOptions *options,
                         const MerImportResult  *result,
                         const char             *path,
                         guint64                *n_rows,
                         GError                **error)
{
  g_autoptr (GHashTable) reasons = reasons_of_result (result);

  return write_table (doc, options, reasons, path, n_rows, error);
}

/* --- an earlier import --------------------------------------------------------------------- */

static MerBatch *
find_batch (MerDocument *doc,
            gint64       batch_id,
            GError     **error)
{
  g_autoptr (GPtrArray) batches = mer_store_batches (doc, 0, error);
  MerBatch *batch = mer_batch_find (batches, batch_id);

  if (batch != NULL)
    return mer_batch_ref (batch);
  if (batches != NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("There is no import %lld."), (long long) batch_id);
  return NULL;
}

static gboolean
check_same_file (const MerBatch *batch,
                 const char     *file,
                 GError        **error)
{
  g_autoptr (MerFileHash) hash = mer_file_hash_start (file);
  g_autofree char *sha256 = mer_file_hash_finish (hash, error);
  g_autofree char *base = g_filename_display_basename (file);

  if (sha256 == NULL || g_strcmp0 (sha256, batch->sha256) == 0)
    return sha256 != NULL;
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("“%s” is not the file that was imported as “%s”."), base, batch->file_name);
  return FALSE;
}

gboolean
mer_rejected_rows_write_batch (MerDocument *doc,
                               gint64       batch_id,
                               const char  *file,
                               const char  *path,
                               guint64     *n_rows,
                               GError     **error)
{
  g_autoptr (MerBatch) batch = find_batch (doc, batch_id, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GHashTable) reasons = reasons_new ();
  g_autoptr (MerImportOptions) options = NULL;

  if (batch == NULL || !check_same_file (batch, file, error))
    return FALSE;
  problems = mer_store_problems (doc, batch_id, error);
  if (problems == NULL)
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const MerBatchProblem *problem = problems->pdata[i];

      if (problem->rows != NULL && problem->rejects)
        add_ranges (reasons, problem);
    }
  options = mer_import_options_new (batch->kind, file);
  options->sheet = g_strdup (batch->sheet);
  options->cycle_id = batch->cycle_id;
  return write_table (doc, options, reasons, path, n_rows, error);
}
