/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Streams the rows of a sheet: the parser's callbacks gather the cells of one piece of the file.
 * Texts of shared strings are pointed at, not copied. */

#include "config.h"

#include "import/mer-xlsx-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-office-moment.h"
#include "import/mer-sheet-rows.h"
#include "import/mer-table-reader-private.h"
#include "import/mer-xlsx-merge.h"
#include "import/mer-xlsx-text.h"

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE, /* also the result of a formula and an error */
  TYPE_ISO_DATE,
  TYPE_BOOLEAN,
} CellType;

struct _MerXlsxSheetStream
{
  const MerXlsxWorkbook *workbook; /* borrowed */
  MerXmlPart             part;
  MerSheetRows           rows;

  gboolean      in_row;
  gint64        row_number;
  guint         column;
  gboolean      in_cell;
  CellType      type;
  MerXlsxFormat format;
  guint         in_text;
  guint         in_phonetic;
  GString      *text;
};

/* --- gathering */

/* `message`: transfer full. */
static void
stop (MerXlsxSheetStream *self,
      int                 code,
      char               *message)
{
  mer_xml_part_stop (&self->part, g_error_new_literal (MER_IMPORT_ERROR, code, message));
  g_free (message);
}

static void
start_row (MerXlsxSheetStream *self,
           const xmlChar     **attributes,
           int                 n_attributes)
{
  gsize       length = 0;
  const char *text = mer_xml_attribute (attributes, n_attributes, "r", &length);
  gint64      number = 0;

  for (gsize i = 0; text != NULL && i < length && i < 10 && g_ascii_isdigit (text[i]); i++)
    number = number * 10 + (text[i] - '0');
  self->row_number = number > self->row_number ? number : self->row_number + 1;
  self->in_row = TRUE;
  self->column = G_MAXUINT;
}

/* Nearly all elements and attributes have a name of one letter. */
static gboolean
is (const char *name,
    char        letter)
{
  return name[0] == letter && name[1] == 0;
}

static CellType
cell_type (const char *text,
           gsize       length)
{
  if (text == NULL || (length == 1 && text[0] == 'n'))
    return TYPE_NUMBER;
  if (length == 1 && text[0] == 's')
    return TYPE_SHARED;
  if (length == 1 && text[0] == 'b')
    return TYPE_BOOLEAN;
  if (length == 1 && text[0] == 'd')
    return TYPE_ISO_DATE;
  return TYPE_INLINE;
}

static void
start_cell (MerXlsxSheetStream *self,
            const xmlChar     **attributes,
            int                 n_attributes)
{
  const char *type = NULL;
  gsize       type_length = 0;
  guint       style = 0;

  self->column++;
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      const char *name = (const char *) attributes[0];
      const char *value = (const char *) attributes[3];
      gsize       length = (gsize) (attributes[4] - attributes[3]);
      gint64      row = 0;
      guint       column = 0;

      if (is (name, 'r') && mer_xlsx_parse_reference (value, length, &column, &row))
        self->column = column;
      else if (is (name, 't'))
        {
          type = value;
          type_length = length;
        }
      else if (is (name, 's'))
        for (gsize j = 0; j < length && j < 6 && g_ascii_isdigit (value[j]); j++)
          style = style * 10 + (guint) (value[j] - '0');
    }
  self->in_cell = TRUE;
  self->type = cell_type (type, type_length);
  self->format = mer_xlsx_workbook_format (self->workbook, style);
  g_string_truncate (self->text, 0);
}

static gboolean
parse_index (const GString *text,
             guint         *index)
{
  guint64 value = 0;

  for (gsize i = 0; i < text->len; i++)
    {
      if (!g_ascii_isdigit (text->str[i]) || i >= 9)
        return FALSE;
      value = value * 10 + (guint64) (text->str[i] - '0');
    }
  *index = (guint) value;
  return text->len > 0;
}

static void
fail_damaged (MerXlsxSheetStream *self)
{
  stop (self, MER_IMPORT_ERROR_FORMAT,
        g_strdup_printf (_("The file “%s” is damaged in row %ld."), self->part.archive->name,
                            (long) self->row_number));
}

static void
add_shared (MerXlsxSheetStream *self)
{
  const char *text = NULL;
  guint       index = 0;
  gsize       length = 0;

  if (!parse_index (self->text, &index) ||
      !mer_xlsx_workbook_string (self->workbook, index, &text, &length))
    fail_damaged (self);
  else if (length > 0)
    mer_sheet_rows_add_shared (&self->rows, self->column, text, length);
}

static gboolean
is_true (const GString *text)
{
  return g_str_equal (text->str, "1") || g_str_equal (text->str, "true");
}

static void
add_own (MerXlsxSheetStream *self)
{
  GString *arena = self->rows.arena;
  gsize    before = arena->len;

  if (self->type == TYPE_BOOLEAN)
    /* As an answer, so that it is understood wherever one is. */
    g_string_append (arena, is_true (self->text) ? "да" : "нет");
  else if (self->type == TYPE_NUMBER)
    mer_xlsx_format_number (self->text->str, self->text->len, self->format,
                            self->workbook->date1904, arena);
  else if (self->type != TYPE_ISO_DATE ||
           !mer_office_append_iso (self->text->str, self->text->len, self->format, arena))
    g_string_append_len (arena, self->text->str,
                         (gssize) mer_xlsx_unescape (self->text->str, self->text->len));
  if (arena->len > before)
    mer_sheet_rows_add (&self->rows, self->column, 1, before);
}

static void
end_cell (MerXlsxSheetStream *self)
{
  self->in_cell = FALSE;
  if (self->text->len == 0)
    return;
  if (self->column >= MER_TABLE_MAX_CELLS)
    stop (self, MER_IMPORT_ERROR_LIMIT,
          g_strdup_printf (_("The file “%s”, row %ld: too many cells, this is not a table."),
                              self->part.archive->name, (long) self->row_number));
  else if (self->type == TYPE_SHARED)
    add_shared (self);
  else
    add_own (self);
}

static void
end_row (MerXlsxSheetStream *self)
{
  self->in_row = FALSE;
  mer_sheet_rows_end_row (&self->rows, self->row_number, 1);
}

static void
start_cb (gpointer        data,
          const char     *name,
          const xmlChar **attributes,
          int             n_attributes)
{
  MerXlsxSheetStream *self = data;

  if (is (name, 'c') && self->in_row)
    start_cell (self, attributes, n_attributes);
  else if (self->in_cell && (is (name, 'v') || is (name, 't')))
    self->in_text++;
  else if (self->in_cell && strcmp (name, "rPh") == 0)
    self->in_phonetic++;
  else if (strcmp (name, "row") == 0)
    start_row (self, attributes, n_attributes);
}

static void
end_cb (gpointer    data,
        const char *name)
{
  MerXlsxSheetStream *self = data;

  if (self->in_cell && (is (name, 'v') || is (name, 't')))
    self->in_text--;
  else if (is (name, 'c') && self->in_cell)
    end_cell (self);
  else if (self->in_cell && strcmp (name, "rPh") == 0)
    self->in_phonetic--;
  else if (strcmp (name, "row") == 0 && self->in_row)
    end_row (self);
}

static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  MerXlsxSheetStream *self = data;

  if (self->in_text == 0 || self->in_phonetic > 0)
    return;
  if (self->text->len + length > MER_SHEET_MAX_TEXT)
    {
      stop (self, MER_IMPORT_ERROR_LIMIT,
            g_strdup_printf (_("The file “%s”, row %ld: "
"a cell holds more text than any table has."),
                                self->part.archive->name, (long) self->row_number));
      return;
    }
  g_string_append_len (self->text, text, (gssize) length);
}

static const MerXmlHandler handler = { start_cb, end_cb, text_cb, TRUE };

int
mer_xlsx_sheet_stream_next (MerXlsxSheetStream *self,
                            MerRow             *row,
                            GError            **error)
{
  int state = 1;

  for (;;)
    {
      if (mer_sheet_rows_next (&self->rows, row))
        return 1;
      mer_sheet_rows_forget (&self->rows);
      if (state <= 0)
        return state;
      state = mer_xml_part_step (&self->part, error);
      if (state < 0)
        return state;
    }
}

void
mer_xlsx_sheet_stream_position (MerXlsxSheetStream *self,
                                guint64            *done,
                                guint64            *total)
{
  *done = self->part.done;
  *total = self->part.size;
}

MerXlsxSheetStream *
mer_xlsx_sheet_stream_new (MerOfficeArchive      *archive,
                           const MerXlsxWorkbook *workbook,
                           MerXlsxSheet          *sheet,
                           GError               **error)
{
  g_autoptr (MerXlsxSheetStream) self = g_new0 (MerXlsxSheetStream, 1);

  self->workbook = workbook;
  self->text = g_string_new (NULL);
  if (sheet->merges == NULL)
    sheet->merges = mer_xlsx_find_merges (archive, sheet->part, error);
  if (sheet->merges == NULL)
    return NULL;
  mer_sheet_rows_init (&self->rows, g_array_ref (sheet->merges));
  if (!mer_xml_part_open (&self->part, archive, sheet->part, &handler, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
mer_xlsx_sheet_stream_free (MerXlsxSheetStream *self)
{
  if (self == NULL)
    return;
  mer_xml_part_clear (&self->part);
  mer_sheet_rows_clear (&self->rows);
  g_string_free (self->text, TRUE);
  g_free (self);
}
