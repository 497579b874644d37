/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads XLS tables of Excel 5 to 2003: chooses the sheet and streams its rows; older ones are
 * refused. All OLE2 containers come here, because an encrypted XLSX or a text document is one as
 * well, and are told apart by what is in them. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-ole-table.h"
#include "import/mer-sheet-choice.h"
#include "import/mer-table-reader-private.h"
#include "import/mer-xls-sheet.h"

typedef struct
{
  MerTableReader     parent;
  MerXlsWorkbook     workbook;
  guint              sheet; /* its index */
  MerXlsSheetStream *stream;
  char             **names;
} XlsReader;

/* --- sheets */

static gboolean
xls_is_hidden (MerTableReader *reader,
               guint           index)
{
  const XlsReader *self = (const XlsReader *) reader;

  return ((const MerXlsSheet *) self->workbook.sheets->pdata[index])->hidden;
}

static gboolean
xls_open_sheet (MerTableReader *reader,
                guint           index,
                GError        **error)
{
  XlsReader   *self = (XlsReader *) reader;
  MerXlsSheet *sheet = self->workbook.sheets->pdata[index];

  g_clear_pointer (&self->stream, mer_xls_sheet_stream_free);
  self->sheet = index;
  reader->info.sheet = sheet->name;
  self->stream = mer_xls_sheet_stream_new (&self->workbook, sheet, error);
  return self->stream != NULL;
}

static const MerSheetMethods xls_sheets = { xls_is_hidden, xls_open_sheet };

/* --- the reader's interface */

static int
xls_next (MerTableReader *reader,
          MerRow         *row,
          GError        **error)
{
  return mer_xls_sheet_stream_next (((XlsReader *) reader)->stream, row, error);
}

static gboolean
xls_rewind (MerTableReader *reader,
            GError        **error)
{
  return xls_open_sheet (reader, ((XlsReader *) reader)->sheet, error);
}

static void
xls_position (MerTableReader *reader,
              guint64        *done,
              guint64        *total)
{
  mer_xls_sheet_stream_position (((XlsReader *) reader)->stream, done, total);
}

static void
xls_close (MerTableReader *reader)
{
  XlsReader *self = (XlsReader *) reader;

  mer_xls_sheet_stream_free (self->stream);
  mer_xls_workbook_clear (&self->workbook);
  g_strfreev (self->names);
  g_free (self);
}

static gboolean
xls_probe (const guint8 *head,
           gsize         length,
           const char   *path)
{
  return length >= 8 && memcmp (head, MER_OLE_MAGIC, 8) == 0;
}

static MerTableReader *
xls_open (const MerTableOptions *options,
          GError               **error)
{
  g_autoptr (MerTableReader) reader = NULL;
  XlsReader *self = g_new0 (XlsReader, 1);

  reader = &self->parent;
  reader->format = &mer_table_format_xls;
  reader->next = xls_next;
  reader->rewind = xls_rewind;
  reader->position = xls_position;
  reader->close = xls_close;
  if (!mer_xls_workbook_load (&self->workbook, options->path, options->encoding, error))
    return NULL;
  self->names = g_new0 (char *, self->workbook.sheets->len + 1);
  for (guint i = 0; i < self->workbook.sheets->len; i++)
    {
      MerXlsSheet *sheet = g_ptr_array_index (self->workbook.sheets, i);
      self->names[i] = g_strdup (sheet->name);
    }
  reader->info.format = reader->format->name;
  reader->info.encoding = self->workbook.wide ? NULL : self->workbook.codepage.name;
  reader->info.sheets = self->names;
  if (!mer_sheet_choice_open (reader, &xls_sheets, self->workbook.file_name, options->sheet, error))
    return NULL;
  return g_steal_pointer (&reader);
}

/* --- what is older still, and no container */

static gboolean
old_xls_probe (const guint8 *head,
               gsize         length,
               const char   *path)
{
  return length >= 4 && head[0] == 0x09 && (head[1] == 0 || head[1] == 2 || head[1] == 4) &&
         (head[2] == 4 || head[2] == 6 || head[2] == 8) && head[3] == 0;
}

static MerTableReader *
old_xls_open (const MerTableOptions *options,
              GError               **error)
{
  g_autofree char *name = g_filename_display_basename (options->path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” has an old format: save it as XLSX or CSV."), name);
  return NULL;
}

const MerTableFormat mer_table_format_old_xls = { "XLS", old_xls_probe, old_xls_open };
const MerTableFormat mer_table_format_xls = { "XLS", xls_probe, xls_open };
