/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Streams the rows of a sheet. The parser's callbacks gather cells of one piece of the file;
 * whole rows are handed out, and the rest of an unfinished row moves to the front before the next
 * piece. Texts of shared strings are pointed at, not copied. */

#include "config.h"

#include "import/mer-xlsx-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-table-reader-private.h"
#include "import/mer-xlsx-merge.h"

#define MAX_CELL_TEXT (1024 * 1024)

/* A cell as gathered: its text lies in the arena or among the shared strings. */
typedef struct
{
  guint32     column;
  guint32     length;
  gsize       offset;
  const char *shared; /* NULL: in the arena */
} Cell;

typedef struct
{
  gint64 number;
  guint  n_cells;
} Row;

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_INLINE, /* also the result of a formula, an error, an ISO date */
  TYPE_BOOLEAN,
} CellType;

struct _MerXlsxSheetStream
{
  const MerXlsxWorkbook *workbook; /* borrowed */
  MerXmlPart             part;
  GArray                *merges; /* of MerXlsxMerge */
  guint                  next_merge;
  GPtrArray             *held; /* of Held: merged texts that still reach down */

  GArray  *rows; /* of Row: whole, not handed out yet */
  guint    next_row;
  GArray  *cells; /* of Cell: of `rows`, then of the row at hand */
  guint    next_cell;
  GString *arena;
  GArray  *out; /* of MerCell: the row that was handed out */

  gboolean      in_row;
  gint64        row_number;
  guint         row_cells;
  guint         column;
  gboolean      in_cell;
  CellType      type;
  MerXlsxFormat format;
  guint         in_text;
  guint         in_phonetic;
  GString      *text;
};

typedef struct
{
  MerXlsxMerge area;
  GString     *text; /* NULL until its first row was met */
} Held;

static void
held_free (gpointer data)
{
  Held *self = data;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

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
  self->row_cells = 0;
  self->column = G_MAXUINT;
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

      if (strcmp (name, "r") == 0 && mer_xlsx_parse_reference (value, length, &column, &row))
        self->column = column;
      else if (strcmp (name, "t") == 0)
        {
          type = value;
          type_length = length;
        }
      else if (strcmp (name, "s") == 0)
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

/* Where the text of the cell lies; FALSE when it has none. */
static gboolean
place_text (MerXlsxSheetStream *self,
            Cell               *cell)
{
  guint index = 0;
  gsize length = 0;
  gsize before = self->arena->len;

  switch (self->type)
    {
    case TYPE_SHARED:
      if (!parse_index (self->text, &index) ||
          !mer_xlsx_workbook_string (self->workbook, index, &cell->shared, &length))
        {
          stop (self, MER_IMPORT_ERROR_FORMAT,
                g_strdup_printf (_("The file “%s” is damaged in row %ld."),
                                    self->part.archive->name, (long) self->row_number));
          return FALSE;
        }
      cell->length = (guint32) length;
      return length > 0;
    case TYPE_BOOLEAN:
      /* As an answer, so that it is understood wherever one is. */
      g_string_append (self->arena, g_str_equal (self->text->str, "1") ? "да" : "нет");
      break;
    case TYPE_NUMBER:
      mer_xlsx_format_number (self->text->str, self->text->len, self->format,
                              self->workbook->date1904, self->arena);
      break;
    case TYPE_INLINE:
    default:
      g_string_append_len (self->arena, self->text->str, (gssize) self->text->len);
      break;
    }
  cell->offset = before;
  cell->length = (guint32) (self->arena->len - before);
  return TRUE;
}

static void
end_cell (MerXlsxSheetStream *self)
{
  Cell cell = { 0 };

  self->in_cell = FALSE;
  if (self->text->len == 0)
    return;
  if (self->column >= MER_TABLE_MAX_CELLS)
    {
      stop (self, MER_IMPORT_ERROR_LIMIT,
            g_strdup_printf (_("The file “%s”, row %ld: too many cells, this is not a table."),
                                self->part.archive->name, (long) self->row_number));
      return;
    }
  cell.column = self->column;
  if (!place_text (self, &cell))
    return;
  g_array_append_val (self->cells, cell);
  self->row_cells++;
}

static void
end_row (MerXlsxSheetStream *self)
{
  Row row = { self->row_number, self->row_cells };

  self->in_row = FALSE;
  g_array_append_val (self->rows, row);
}

static void
start_cb (gpointer        data,
          const char     *name,
          const xmlChar **attributes,
          int             n_attributes)
{
  MerXlsxSheetStream *self = data;

  if (strcmp (name, "c") == 0 && self->in_row)
    start_cell (self, attributes, n_attributes);
  else if (strcmp (name, "row") == 0)
    start_row (self, attributes, n_attributes);
  else if (self->in_cell && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0))
    self->in_text++;
  else if (self->in_cell && strcmp (name, "rPh") == 0)
    self->in_phonetic++;
}

static void
end_cb (gpointer    data,
        const char *name)
{
  MerXlsxSheetStream *self = data;

  if (self->in_cell && (strcmp (name, "v") == 0 || strcmp (name, "t") == 0))
    self->in_text--;
  else if (strcmp (name, "c") == 0 && self->in_cell)
    end_cell (self);
  else if (strcmp (name, "row") == 0 && self->in_row)
    end_row (self);
  else if (self->in_cell && strcmp (name, "rPh") == 0)
    self->in_phonetic--;
}

static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  MerXlsxSheetStream *self = data;

  if (self->in_text == 0 || self->in_phonetic > 0)
    return;
  if (self->text->len + length > MAX_CELL_TEXT)
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

/* --- handing out */

/* Drops what was handed out; the unfinished row moves to the front. */
static void
forget_rows (MerXlsxSheetStream *self)
{
  gsize from = self->arena->len;

  g_array_remove_range (self->cells, 0, self->next_cell);
  g_array_set_size (self->rows, 0);
  self->next_cell = 0;
  self->next_row = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      if (cell->shared == NULL)
        from = MIN (from, cell->offset);
    }
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, Cell, i).offset -= from;
  g_string_erase (self->arena, 0, (gssize) from);
}

static void
put_cell (MerXlsxSheetStream *self,
          guint               column,
          const char         *text,
          gsize               length)
{
  MerCell cell = { text, length };

  while (self->out->len < column)
    {
      MerCell blank = { "", 0 };
      g_array_append_val (self->out, blank);
    }
  if (self->out->len == column)
    g_array_append_val (self->out, cell);
  else
    g_array_index (self->out, MerCell, column) = cell;
}

/* Merged areas that begin at this row start to be held, those that ended are dropped, and the
 * others write their text into the row. */
static void
apply_merges (MerXlsxSheetStream *self,
              gint64              number)
{
  for (; self->next_merge < self->merges->len; self->next_merge++)
    {
      const MerXlsxMerge *area = &g_array_index (self->merges, MerXlsxMerge, self->next_merge);
      Held               *held = NULL;

      if (area->first_row > number)
        break;
      if (area->first_row < number)
        continue;
      held = g_new0 (Held, 1);
      held->area = *area;
      g_ptr_array_add (self->held, held);
    }
  for (guint i = 0; i < self->held->len;)
    {
      Held *held = g_ptr_array_index (self->held, i);
      guint column = held->area.column;

      if (held->area.last_row < number)
        {
          g_ptr_array_remove_index_fast (self->held, i);
          continue;
        }
      if (held->text != NULL)
        put_cell (self, column, held->text->str, held->text->len);
      else
        {
          held->text = g_string_new (NULL);
          if (column < self->out->len)
            g_string_append_len (held->text, g_array_index (self->out, MerCell, column).text,
                                 (gssize) g_array_index (self->out, MerCell, column).length);
        }
      i++;
    }
}

static gboolean
hand_out (MerXlsxSheetStream *self,
          MerRow             *row)
{
  const Row *gathered = &g_array_index (self->rows, Row, self->next_row++);

  g_array_set_size (self->out, 0);
  for (guint i = 0; i < gathered->n_cells; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, self->next_cell++);

      put_cell (self, cell->column,
                cell->shared != NULL ? cell->shared : self->arena->str + cell->offset,
                cell->length);
    }
  if (self->merges->len > 0)
    apply_merges (self, gathered->number);
  row->cells = (MerCell *) (void *) self->out->data;
  row->n_cells = self->out->len;
  row->number = gathered->number;
  return gathered->n_cells > 0;
}

int
mer_xlsx_sheet_stream_next (MerXlsxSheetStream *self,
                            MerRow             *row,
                            GError            **error)
{
  for (;;)
    {
      int state = 0;

      while (self->next_row < self->rows->len)
        {
          if (hand_out (self, row))
            return 1;
        }
      if (self->rows->len > 0)
        forget_rows (self);
      state = mer_xml_part_step (&self->part, error);
      if (state < 0 || (state == 0 && self->rows->len == 0))
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
  self->held = g_ptr_array_new_with_free_func (held_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->out = g_array_new (FALSE, FALSE, sizeof (MerCell));
  self->arena = g_string_new (NULL);
  self->text = g_string_new (NULL);
  if (sheet->merges == NULL)
    sheet->merges = mer_xlsx_find_merges (archive, sheet->part, error);
  if (sheet->merges == NULL)
    return NULL;
  self->merges = g_array_ref (sheet->merges);
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
  g_clear_pointer (&self->merges, g_array_unref);
  g_ptr_array_unref (self->held);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->out);
  g_string_free (self->arena, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}
