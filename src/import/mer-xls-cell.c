/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of XLS files as the texts that their user sees, the same as of XLSX files. */

#include "config.h"

#include "import/mer-xls-cell.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "import/mer-table-reader.h"

/* One row, or a whole sheet whose rows have no order. */
#define MAX_CELLS (8 * 1024 * 1024)
/* Whole numbers below are exact and have no exponent. */
#define MAX_WHOLE 1e15

void
mer_xls_cells_init (MerXlsCells    *self,
                    MerXlsWorkbook *workbook)
{
  self->workbook = workbook;
  self->cells = g_array_new (FALSE, FALSE, sizeof (MerXlsCell));
  self->arena = g_string_new (NULL);
}

void
mer_xls_cells_clear (MerXlsCells *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  if (self->arena != NULL)
    g_string_free (g_steal_pointer (&self->arena), TRUE);
}

void
mer_xls_cells_forget (MerXlsCells *self)
{
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->arena, 0);
}

gboolean
mer_xls_record_is_cell (const MerXlsRecords *records,
                        guint32             *row)
{
  switch (records->type)
    {
    case MER_XLS_NUMBER:
    case MER_XLS_RK:
    case MER_XLS_MULRK:
    case MER_XLS_LABELSST:
    case MER_XLS_LABEL:
    case MER_XLS_RSTRING:
    case MER_XLS_BOOLERR:
    case MER_XLS_FORMULA:
      *row = records->length >= 2 ? mer_xls_get16 (records->data) : 0;
      return TRUE;
    default:
      return FALSE;
    }
}

/* --- errors */

static gboolean
fail_row (MerXlsCells *self,
          guint32      row,
          GError     **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is damaged in row %ld."), self->workbook->file_name,
                  (long) row + 1);
  return FALSE;
}

static gboolean
fail_many (MerXlsCells *self,
           guint32      row,
           GError     **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s”, row %ld: too many cells, this is not a table."),
                  self->workbook->file_name, (long) row + 1);
  return FALSE;
}

/* --- values */

static gboolean
append_cell (MerXlsCells      *self,
             const MerXlsCell *cell,
             GError          **error)
{
  if (cell->length == 0)
    return TRUE;
  if (cell->column >= MER_XLS_MAX_COLUMNS || self->cells->len >= MAX_CELLS)
    return fail_many (self, cell->row, error);
  g_array_append_vals (self->cells, cell, 1);
  return TRUE;
}

/* The cell's text is what was added to the arena behind its offset. */
static gboolean
append_from_arena (MerXlsCells *self,
                   MerXlsCell   cell,
                   GError     **error)
{
  cell.length = (guint32) (self->arena->len - cell.offset);
  return append_cell (self, &cell, error);
}

static const char *
error_text (guint8 code)
{
  switch (code)
    {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0f:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1d:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    default:
      return "#N/A";
    }
}

/* A truth as an answer, so that it is understood wherever one is. */
static gboolean
add_truth_or_error (MerXlsCells *self,
                    MerXlsCell   cell,
                    guint8       value,
                    gboolean     is_error,
                    GError     **error)
{
  if (is_error)
    g_string_append (self->arena, error_text (value));
  else
    g_string_append (self->arena, value != 0 ? "да" : "нет");
  return append_from_arena (self, cell, error);
}

static gboolean
add_number (MerXlsCells *self,
            MerXlsCell   cell,
            double       value,
            guint        style,
            GError     **error)
{
  MerXlsxFormat format = mer_xls_workbook_format (self->workbook, style);
  char          text[G_ASCII_DTOSTR_BUF_SIZE];

  cell.offset = self->arena->len;
  if (!isfinite (value))
    g_string_append (self->arena, error_text (0x24));
  else if (format == MER_XLSX_PLAIN && fabs (value) < MAX_WHOLE && floor (value) >= value)
    g_string_append_printf (self->arena, "%" G_GINT64_FORMAT, (gint64) value);
  else
    {
      /* As an XLSX file has it. */
      g_ascii_formatd (text, sizeof text, "%.17g", value);
      mer_xlsx_format_number (text, strlen (text), format, self->workbook->date1904, self->arena);
    }
  return append_from_arena (self, cell, error);
}

/* A number in four bytes: whole or the upper half of a fraction, perhaps a hundredfold. */
static double
rk_value (const guint8 *p)
{
  guint32 bits = mer_xls_get32 (p);
  guint8  bytes[8] = { 0, 0, 0, 0, p[0] & 0xfc, p[1], p[2], p[3] };
  double  value = bits & 2 ? (double) ((gint32) bits >> 2) : mer_xls_get_double (bytes);

  return bits & 1 ? value / 100 : value;
}

/* --- records */

static gboolean
add_rk_row (MerXlsCells         *self,
            const MerXlsRecords *records,
            MerXlsCell           cell,
            GError             **error)
{
  if (records->length < 6 || (records->length - 6) % 6 != 0)
    return fail_row (self, cell.row, error);
  for (gsize at = 4; at + 6 < records->length; at += 6, cell.column++)
    {
      if (!add_number (self, cell, rk_value (records->data + at + 2),
                       mer_xls_get16 (records->data + at), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_shared (MerXlsCells *self,
            MerXlsCell   cell,
            guint32      index,
            GError     **error)
{
  gsize length = 0;

  if (!mer_xls_workbook_string (self->workbook, index, &cell.shared, &length))
    return fail_row (self, cell.row, error);
  cell.length = (guint32) length;
  return append_cell (self, &cell, error);
}

/* A text whose count of characters stands here. */
static gboolean
add_text (MerXlsCells *self,
          MerXlsCell   cell,
          gsize        at,
          GError     **error)
{
  MerXlsCursor cursor = { &self->workbook->records, at };
  guint8       count[2] = { 0 };

  cell.offset = self->arena->len;
  if (!mer_xls_cursor_get (&cursor, count, 2) ||
      !mer_xls_workbook_text (self->workbook, &cursor, mer_xls_get16 (count), self->arena))
    return fail_row (self, cell.row, error);
  return append_from_arena (self, cell, error);
}

static gboolean
add_formula (MerXlsCells  *self,
             MerXlsCell    cell,
             guint         style,
             const guint8 *result,
             GError      **error)
{
  if (mer_xls_get16 (result + 6) != 0xffff)
    return add_number (self, cell, mer_xls_get_double (result), style, error);
  switch (result[0])
    {
    case 0:
      self->awaits_text = TRUE;
      self->awaiting = cell;
      return TRUE;
    case 1:
    case 2:
      return add_truth_or_error (self, cell, result[2], result[0] == 2, error);
    default: /* an empty text */
      return TRUE;
    }
}

/* How long a record must be. */
static gsize
least_length (guint16 type)
{
  switch (type)
    {
    case MER_XLS_NUMBER:
    case MER_XLS_FORMULA:
      return 14;
    case MER_XLS_RK:
    case MER_XLS_LABELSST:
      return 10;
    case MER_XLS_MULRK:
      return 6;
    default:
      return 8;
    }
}

static gboolean
add_cell_record (MerXlsCells *self,
                 guint32      row,
                 GError     **error)
{
  const MerXlsRecords *records = &self->workbook->records;
  const guint8        *data = records->data;
  MerXlsCell           cell = { .row = row, .offset = self->arena->len };
  guint                style = 0;

  if (records->length < least_length (records->type))
    return fail_row (self, row, error);
  cell.column = mer_xls_get16 (data + 2);
  style = mer_xls_get16 (data + 4);
  switch (records->type)
    {
    case MER_XLS_NUMBER:
      return add_number (self, cell, mer_xls_get_double (data + 6), style, error);
    case MER_XLS_RK:
      return add_number (self, cell, rk_value (data + 6), style, error);
    case MER_XLS_MULRK:
      return add_rk_row (self, records, cell, error);
    case MER_XLS_LABELSST:
      return add_shared (self, cell, mer_xls_get32 (data + 6), error);
    case MER_XLS_BOOLERR:
      return add_truth_or_error (self, cell, data[6], data[7] != 0, error);
    case MER_XLS_FORMULA:
      return add_formula (self, cell, style, data + 6, error);
    default:
      return add_text (self, cell, 6, error);
    }
}

gboolean
mer_xls_cells_add (MerXlsCells *self,
                   GError     **error)
{
  const MerXlsRecords *records = &self->workbook->records;
  guint32              row = 0;

  if (mer_xls_record_is_cell (records, &row))
    {
      self->awaits_text = FALSE;
      return add_cell_record (self, row, error);
    }
  if (records->type == MER_XLS_STRING && self->awaits_text)
    {
      self->awaits_text = FALSE;
      return add_text (self, self->awaiting, 0, error);
    }
  return TRUE;
}
