/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Streams the rows of an XLS sheet. Its records are passed over once before, which is cheap, for
 * what stands behind the rows that it concerns: merged cells, and whether rows have an order. */

#include "config.h"

#include "import/mer-xls-sheet.h"

#include "import/mer-sheet-merges.h"
#include "import/mer-xls-cell.h"

#define MERGE_SIZE 8

struct _MerXlsSheetStream
{
  MerXlsWorkbook *workbook; /* borrowed */
  MerXlsSheet    *sheet;    /* borrowed */
  MerSheetMerges  merges;

  MerXlsCells cells;
  guint       next_cell;  /* behind those that were handed out */
  gboolean    has_record; /* the record at hand was not looked at yet */
  gboolean    at_end;
  GArray     *out; /* of MerCell: the row that was handed out */
};

/* --- records of the sheet itself */

/* The next record of the sheet, stepping over charts that lie in it: 1, 0 its end, −1 damaged. */
static int
next_record (MerXlsRecords     *records,
             const MerXlsSheet *sheet)
{
  guint depth = 0;

  for (;;)
    {
      if (records->next >= sheet->limit || !mer_xls_records_next (records))
        return -1;
      if (records->type == MER_XLS_BOF)
        depth++;
      else if (records->type == MER_XLS_EOF && depth == 0)
        return 0;
      else if (records->type == MER_XLS_EOF)
        depth--;
      else if (depth == 0)
        return 1;
    }
}

static gboolean
seek_sheet (MerXlsRecords     *records,
            const MerXlsSheet *sheet)
{
  mer_xls_records_seek (records, sheet->offset);
  return mer_xls_records_next (records) && records->type == MER_XLS_BOF;
}

static void
note_merges (const MerXlsRecords *records,
             GArray              *merges)
{
  for (gsize at = 2; at + MERGE_SIZE <= records->length && merges->len < MER_SHEET_MAX_MERGES;
       at += MERGE_SIZE)
    {
      const guint8 *p = records->data + at;
      MerSheetMerge merge = { mer_xls_get16 (p + 4), mer_xls_get16 (p) + 1,
                              mer_xls_get16 (p + 2) + 1 };

      if (merge.last_row > merge.first_row && merge.column < MER_XLS_MAX_COLUMNS)
        g_array_append_val (merges, merge);
    }
}

static int
compare_merges (gconstpointer a,
                gconstpointer b)
{
  const MerSheetMerge *first = a;
  const MerSheetMerge *second = b;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static gboolean
scan (MerXlsWorkbook *workbook,
      MerXlsSheet    *sheet,
      GError        **error)
{
  MerXlsRecords *records = &workbook->records;
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (MerSheetMerge));
  guint32 last = 0;
  guint32 row = 0;
  int     state = seek_sheet (records, sheet) ? 1 : -1;

  while (state > 0 && (state = next_record (records, sheet)) > 0)
    {
      if (records->type == MER_XLS_MERGEDCELLS)
        note_merges (records, merges);
      if (!mer_xls_record_is_cell (records, &row))
        continue;
      sheet->unordered = sheet->unordered || row < last;
      last = row;
    }
  if (state < 0)
    return mer_xls_workbook_fail (workbook, error);
  g_array_sort (merges, compare_merges);
  sheet->end = records->next;
  sheet->merges = g_steal_pointer (&merges);
  return TRUE;
}

/* --- gathering */

/* Stable, so that of two cells in one place the later one counts. */
static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const MerXlsCell *first = a;
  const MerXlsCell *second = b;

  return (first->row > second->row) - (first->row < second->row);
}

/* The cells of the next row that has one, or of all rows if they have no order: FALSE and error,
 * or TRUE, perhaps with no cell at the end. */
static gboolean
gather (MerXlsSheetStream *self,
        GError           **error)
{
  MerXlsRecords *records = &self->workbook->records;
  GArray        *cells = self->cells.cells;
  guint32        row = 0;

  mer_xls_cells_forget (&self->cells);
  self->next_cell = 0;
  while (!self->at_end)
    {
      int state = self->has_record ? 1 : next_record (records, self->sheet);

      if (state < 0)
        return mer_xls_workbook_fail (self->workbook, error);
      self->at_end = state == 0;
      self->has_record = !self->at_end && !self->sheet->unordered && cells->len > 0 &&
                         mer_xls_record_is_cell (records, &row) &&
                         g_array_index (cells, MerXlsCell, 0).row != row;
      if (self->has_record)
        break;
      if (!self->at_end && !mer_xls_cells_add (&self->cells, error))
        return FALSE;
    }
  if (self->sheet->unordered)
    g_qsort_with_data (cells->data, (int) cells->len, sizeof (MerXlsCell), compare_cells, NULL);
  return TRUE;
}

/* --- handing out */

static void
hand_out (MerXlsSheetStream *self,
          MerRow            *row)
{
  const GArray *cells = self->cells.cells;
  guint32       number = g_array_index (cells, MerXlsCell, self->next_cell).row;

  g_array_set_size (self->out, 0);
  for (; self->next_cell < cells->len; self->next_cell++)
    {
      const MerXlsCell *cell = &g_array_index (cells, MerXlsCell, self->next_cell);

      if (cell->row != number)
        break;
      *mer_sheet_reach (self->out, cell->column, 1) =
        (MerCell){ mer_xls_cells_text (&self->cells, cell), cell->length };
    }
  if (mer_sheet_merges_exist (&self->merges))
    mer_sheet_merges_apply (&self->merges, (gint64) number + 1, self->out);
  row->cells = (MerCell *) (void *) self->out->data;
  row->n_cells = self->out->len;
  row->number = (gint64) number + 1;
}

int
mer_xls_sheet_stream_next (MerXlsSheetStream *self,
                           MerRow            *row,
                           GError           **error)
{
  if (self->next_cell >= self->cells.cells->len && !gather (self, error))
    return -1;
  if (self->cells.cells->len == 0)
    return 0;
  hand_out (self, row);
  return 1;
}

void
mer_xls_sheet_stream_position (MerXlsSheetStream *self,
                               guint64           *done,
                               guint64           *total)
{
  *done = self->workbook->records.next - self->sheet->offset;
  *total = self->sheet->end - self->sheet->offset;
}

MerXlsSheetStream *
mer_xls_sheet_stream_new (MerXlsWorkbook *workbook,
                          MerXlsSheet    *sheet,
                          GError        **error)
{
  g_autoptr (MerXlsSheetStream) self = g_new0 (MerXlsSheetStream, 1);

  self->workbook = workbook;
  self->sheet = sheet;
  self->out = g_array_new (FALSE, FALSE, sizeof (MerCell));
  mer_xls_cells_init (&self->cells, workbook);
  if (sheet->merges == NULL && !scan (workbook, sheet, error))
    return NULL;
  mer_sheet_merges_init (&self->merges, g_array_ref (sheet->merges));
  if (!seek_sheet (&workbook->records, sheet))
    {
      mer_xls_workbook_fail (workbook, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
mer_xls_sheet_stream_free (MerXlsSheetStream *self)
{
  if (self == NULL)
    return;
  mer_sheet_merges_clear (&self->merges);
  g_array_unref (self->out);
  mer_xls_cells_clear (&self->cells);
  g_free (self);
}
