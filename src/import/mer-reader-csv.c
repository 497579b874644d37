/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads CSV in any encoding, with any usual separator and quotation mark. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-csv-dialect.h"
#include "import/mer-table-reader-private.h"

typedef struct
{
  MerTableReader parent;
  char          *name; /* base name, for messages */
  MerCsvRows     rows;
  gsize          skip; /* bytes of a line «sep=;» in front */
} CsvReader;

static gboolean
is_blank (const CsvReader *self)
{
  for (guint i = 0; i < self->rows.n_cells; i++)
    {
      if (self->rows.cells[i].length > 0)
        return FALSE;
    }
  return TRUE;
}

/* --- errors -------------------------------------------------------------------------- */

static int
fail_damaged (CsvReader *self,
              GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCODING,
               /* Translators: file, row, column, encoding. */
               _("The file “%s”, row %ld, column %u: bytes that are no text in the encoding %s."),
                  self->name, (long) self->rows.line, self->rows.n_cells + 1,
                  self->rows.source.encoding);
  return -1;
}

static int
fail_open_quote (CsvReader *self,
                 GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s”, row %ld, column %u: "
"a quotation mark opens here and is never closed."),
                  self->name, (long) self->rows.line, (guint) self->rows.open_quote + 1);
  return -1;
}

static int
fail_too_wide (CsvReader *self,
               GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s”, row %ld: more than %d cells: this is not a table."),
                  self->name, (long) self->rows.line, MER_TABLE_MAX_CELLS);
  return -1;
}

static int
fail_too_long (CsvReader *self,
               GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” has too many lines: this is not a table."), self->name);
  return -1;
}

/* --- the reader's interface ------------------------------------------------------------ */

static int
csv_next (MerTableReader *reader,
          MerRow         *row,
          GError        **error)
{
  CsvReader  *self = (CsvReader *) reader;
  MerCsvRows *rows = &self->rows;

  for (;;)
    {
      gint64         number = rows->line;
      gsize          left = rows->source.length - MIN (rows->position, rows->source.length);
      gboolean       was_at_end = rows->source.at_end;
      MerCsvRowState state = MER_CSV_ROW_CUT;

      rows->n_cells = 0;
      if (left > 0)
        state = mer_csv_rows_read (rows);
      if (state == MER_CSV_ROW_TOO_WIDE)
        return fail_too_wide (self, error);
      if (number > G_MAXUINT32)
        return fail_too_long (self, error);
      if (state == MER_CSV_ROW_WHOLE)
        {
          if (is_blank (self))
            continue;
          row->cells = rows->cells;
          row->n_cells = rows->n_cells;
          row->number = number;
          return 1;
        }
      if (rows->source.damaged)
        return fail_damaged (self, error);
      if (!mer_csv_rows_fill (rows, error))
        return -1;
      if (rows->source.length > left || !was_at_end)
        continue;
      return left == 0 ? 0 : fail_open_quote (self, error);
    }
}

static gboolean
csv_rewind (MerTableReader *reader,
            GError        **error)
{
  CsvReader  *self = (CsvReader *) reader;
  MerCsvRows *rows = &self->rows;

  if (!mer_text_source_rewind (&rows->source, error))
    return FALSE;
  mer_csv_rows_scan (rows);
  rows->line = 1;
  if (self->skip > 0)
    {
      rows->position = self->skip;
      while (rows->next_mark < rows->n_marks && rows->marks[rows->next_mark] < self->skip)
        rows->next_mark++;
      rows->line = 2;
    }
  return TRUE;
}

static void
csv_position (MerTableReader *reader,
              guint64        *done,
              guint64        *total)
{
  const CsvReader *self = (const CsvReader *) reader;
  guint64          ahead = self->rows.source.length - self->rows.position;

  *done = self->rows.source.file_done - MIN (ahead, self->rows.source.file_done);
  *total = self->rows.source.file_size;
}

static void
csv_close (MerTableReader *reader)
{
  CsvReader *self = (CsvReader *) reader;

  mer_csv_rows_clear (&self->rows);
  g_free (self->name);
  g_free (self);
}

static gboolean
csv_probe (const guint8 *head,
           gsize         length,
           const char   *path)
{
  return TRUE;
}

static MerTableReader *
csv_open (const MerTableOptions *options,
          GError               **error)
{
  g_autoptr (MerTableReader) reader = NULL;
  CsvReader *self = g_new0 (CsvReader, 1);

  reader = &self->parent;
  reader->format = &mer_table_format_csv;
  reader->next = csv_next;
  reader->rewind = csv_rewind;
  reader->position = csv_position;
  reader->close = csv_close;
  self->name = g_filename_display_basename (options->path);
  mer_csv_rows_init (&self->rows);
  if (!mer_text_source_open (&self->rows.source, options->path, options->encoding, error))
    return NULL;
  self->skip = mer_csv_dialect_find (&self->rows, options->separator);
  reader->info.format = reader->format->name;
  reader->info.encoding = self->rows.source.encoding;
  reader->info.encoding_certain = self->rows.source.encoding_certain;
  reader->info.separator = (char) self->rows.dialect.separator;
  if (!csv_rewind (reader, error))
    return NULL;
  return g_steal_pointer (&reader);
}

const MerTableFormat mer_table_format_csv = { "CSV", csv_probe, csv_open };
