/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a document as a workbook: numbers as numbers, so that one can reckon on. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-report-private.h"
#include "report/mer-xlsx.h"

/* Points of a printed column to characters of a spreadsheet's. */
#define POINTS_A_CHARACTER 5.0
#define NBSP "\302\240"
#define FREE_WIDTH 48.0

static void
write_cell (MerXlsx              *sheet,
            guint                 row,
            guint                 i,
            const MerTableColumn *column,
            const char           *cell)
{
  double value;
  guint  decimals;

  if (column->align == MER_ALIGN_RIGHT && mer_cell_to_number (cell, &value, &decimals))
    mer_xlsx_set_number (sheet, row, i, value, decimals, column->bold);
  else if (*cell != '\0')
    {
      g_autoptr (GString) text = g_string_new (cell);

      /* stiff spaces are for paper; in a cell they would spoil every search */
      g_string_replace (text, NBSP, " ", 0);
      mer_xlsx_set_text (sheet, row, i, text->str, column->bold);
    }
}

/* Returns the row after the table. */
static guint
write_table (MerXlsx        *sheet,
             const MerTable *table,
             guint           row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTableColumn *column = g_ptr_array_index (table->columns, i);
      double                width = FREE_WIDTH;

      if (column->width > 0)
        width = column->width / POINTS_A_CHARACTER;
      mer_xlsx_set_text (sheet, row, i, column->header, TRUE);
      mer_xlsx_set_width (sheet, i, width);
    }
  row++;
  for (guint r = 0; r < table->rows->len; r++, row++)
    {
      GStrv cells = g_ptr_array_index (table->rows, r);

      if (mer_table_is_section (table, r))
        mer_xlsx_set_text (sheet, row, 0, cells[0], TRUE);
      else
        for (guint i = 0; i < table->columns->len; i++)
          write_cell (sheet, row, i, g_ptr_array_index (table->columns, i), cells[i]);
    }
  return row;
}

/* Of a document without any table, what it says instead. */
static void
write_texts (MerXlsx         *sheet,
             const MerBlocks *blocks)
{
  guint row = 0;

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind == MER_BLOCK_PARAGRAPH || block->kind == MER_BLOCK_NOTE)
        mer_xlsx_set_text (sheet, row++, 0, block->text, FALSE);
    }
}

static GBytes *
render_xlsx (const MerBlocks *blocks,
             GError         **error)
{
  g_autoptr (MerXlsx) sheet = mer_xlsx_new (mer_tr (blocks->language, "Table"), error);
  guint row = 0;

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind != MER_BLOCK_TABLE)
        continue;
      if (row == 0)
        mer_xlsx_freeze_rows (sheet, 1);
      row = write_table (sheet, block->table, row) + 1;
    }
  if (row == 0)
    write_texts (sheet, blocks);
  return mer_xlsx_finish (sheet, error);
}

const MerRenderer mer_renderer_xlsx = {
  .extension = "xlsx",
  .title = N_("Excel workbook"),
               .render = render_xlsx,
  };
