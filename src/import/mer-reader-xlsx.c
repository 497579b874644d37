/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads XLSX tables: chooses the sheet and streams its rows. */

#include "config.h"

#include "import/mer-sheet-names.h"
#include "import/mer-table-reader-private.h"
#include "import/mer-xlsx-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  MerTableReader      parent;
  MerOfficeArchive    archive;
  MerXlsxWorkbook     workbook;
  MerXlsxSheet       *sheet;
  MerXlsxSheetStream *stream;
  char              **names;
} XlsxReader;

/* --- sheets */

static gboolean
open_sheet (XlsxReader   *self,
            MerXlsxSheet *sheet,
            GError      **error)
{
  g_clear_pointer (&self->stream, mer_xlsx_sheet_stream_free);
  self->sheet = sheet;
  self->parent.info.sheet = sheet->name;
  self->stream = mer_xlsx_sheet_stream_new (&self->archive, &self->workbook, sheet, error);
  return self->stream != NULL;
}

static gboolean
open_named_sheet (XlsxReader *self,
                  const char *wanted,
                  GError    **error)
{
  guint index = 0;

  if (!mer_sheet_names_find (self->names, self->archive.name, wanted, &index, error))
    return FALSE;
  return open_sheet (self, g_ptr_array_index (self->workbook.sheets, index), error);
}

/* The first visible sheet with a row. */
static gboolean
open_first_sheet (XlsxReader *self,
                  GError    **error)
{
  MerXlsxSheet *first = NULL;

  for (guint i = 0; i < self->workbook.sheets->len; i++)
    {
      MerXlsxSheet *sheet = g_ptr_array_index (self->workbook.sheets, i);
      MerRow        row = { 0 };
      int           state = 0;

      if (sheet->hidden)
        continue;
      if (first == NULL)
        first = sheet;
      if (!open_sheet (self, sheet, error))
        return FALSE;
      state = mer_xlsx_sheet_stream_next (self->stream, &row, error);
      if (state < 0)
        return FALSE;
      if (state > 0)
        return open_sheet (self, sheet, error);
    }
  if (first == NULL)
    first = g_ptr_array_index (self->workbook.sheets, 0);
  return open_sheet (self, first, error);
}

/* --- the reader's interface */

static int
xlsx_next (MerTableReader *reader,
           MerRow         *row,
           GError        **error)
{
  return mer_xlsx_sheet_stream_next (((XlsxReader *) reader)->stream, row, error);
}

static gboolean
xlsx_rewind (MerTableReader *reader,
             GError        **error)
{
  XlsxReader *self = (XlsxReader *) reader;

  return open_sheet (self, self->sheet, error);
}

static void
xlsx_position (MerTableReader *reader,
               guint64        *done,
               guint64        *total)
{
  mer_xlsx_sheet_stream_position (((XlsxReader *) reader)->stream, done, total);
}

static void
xlsx_close (MerTableReader *reader)
{
  XlsxReader *self = (XlsxReader *) reader;

  mer_xlsx_sheet_stream_free (self->stream);
  mer_xlsx_workbook_clear (&self->workbook);
  mer_office_archive_clear (&self->archive);
  g_strfreev (self->names);
  g_free (self);
}

static gboolean
xlsx_probe (const guint8 *head,
            gsize         length,
            const char   *path)
{
  return length >= 4 && (memcmp (head, "PK\3\4", 4) == 0 || memcmp (head, "PK\5\6", 4) == 0);
}

static MerTableReader *
xlsx_open (const MerTableOptions *options,
           GError               **error)
{
  g_autoptr (MerTableReader) reader = NULL;
  XlsxReader *self = g_new0 (XlsxReader, 1);

  reader = &self->parent;
  reader->format = &mer_table_format_xlsx;
  reader->next = xlsx_next;
  reader->rewind = xlsx_rewind;
  reader->position = xlsx_position;
  reader->close = xlsx_close;
  if (!mer_office_archive_open (&self->archive, options->path, error) ||
      !mer_xlsx_workbook_load (&self->workbook, &self->archive, error))
    return NULL;
  self->names = g_new0 (char *, self->workbook.sheets->len + 1);
  for (guint i = 0; i < self->workbook.sheets->len; i++)
    {
      MerXlsxSheet *sheet = g_ptr_array_index (self->workbook.sheets, i);
      self->names[i] = g_strdup (sheet->name);
    }
  reader->info.format = reader->format->name;
  reader->info.sheets = self->names;
  if (options->sheet != NULL ? !open_named_sheet (self, options->sheet, error)
                             : !open_first_sheet (self, error))
    return NULL;
  return g_steal_pointer (&reader);
}

const MerTableFormat mer_table_format_xlsx = { "XLSX", xlsx_probe, xlsx_open };
