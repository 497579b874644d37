/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads XLSX tables: chooses the sheet and streams its rows. */

#include "config.h"

#include "import/mer-sheet-choice.h"
#include "import/mer-table-reader-private.h"
#include "import/mer-xlsx-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  MerTableReader      parent;
  MerOfficeArchive    archive;
  MerXlsxWorkbook     workbook;
  guint               sheet; /* its index */
  MerXlsxSheetStream *stream;
  char              **names;
} XlsxReader;

/* --- sheets */

static gboolean
xlsx_is_hidden (MerTableReader *reader,
                guint           index)
{
  const XlsxReader *self = (const XlsxReader *) reader;

  return ((const MerXlsxSheet *) self->workbook.sheets->pdata[index])->hidden;
}

static gboolean
xlsx_open_sheet (MerTableReader *reader,
                 guint           index,
                 GError        **error)
{
  XlsxReader   *self = (XlsxReader *) reader;
  MerXlsxSheet *sheet = self->workbook.sheets->pdata[index];

  g_clear_pointer (&self->stream, mer_xlsx_sheet_stream_free);
  self->sheet = index;
  reader->info.sheet = sheet->name;
  self->stream = mer_xlsx_sheet_stream_new (&self->archive, &self->workbook, sheet, error);
  return self->stream != NULL;
}

static const MerSheetMethods xlsx_sheets = { xlsx_is_hidden, xlsx_open_sheet };

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
  return xlsx_open_sheet (reader, ((XlsxReader *) reader)->sheet, error);
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
  if (!mer_sheet_choice_open (reader, &xlsx_sheets, self->archive.name, options->sheet, error))
    return NULL;
  return g_steal_pointer (&reader);
}

const MerTableFormat mer_table_format_xlsx = { "XLSX", xlsx_probe, xlsx_open };
