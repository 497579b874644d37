/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a document as CSV for a spreadsheet: with a byte-order mark, and in
 * Russian with semicolons and decimal commas, which is what Excel opens there by a
 * double click. (The tool's own `scores` is another thing: fixed, with points.) */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-csv.h"
#include "report/mer-report-private.h"

#define BOM "\357\273\277"
#define NBSP "\302\240"
#define MINUS "\342\210\222"

/**
 * mer_cell_to_number:
 * @cell: a printed number, with either decimal mark
 * @value: (out): its value
 * @decimals: (out): digits after the mark
 *
 * Returns: whether @cell is a number and nothing else
 */
gboolean
mer_cell_to_number (const char *cell,
                    double     *value,
                    guint      *decimals)
{
  g_autoptr (GString) plain = g_string_new (cell);
  const char *mark;
  char       *end;

  g_string_replace (plain, NBSP, "", 0);
  g_string_replace (plain, MINUS, "-", 0);
  g_string_replace (plain, ",", ".", 1);
  if (plain->len == 0 || strspn (plain->str, "+-0123456789.") != plain->len)
    return FALSE;
  *value = g_ascii_strtod (plain->str, &end);
  mark = strchr (plain->str, '.');
  *decimals = mark != NULL ? (guint) strlen (mark + 1) : 0;
  return *end == '\0' && end != plain->str;
}

static void
append_cell (GString    *out,
             const char *cell,
             char        separator)
{
  g_autoptr (GString) plain = g_string_new (cell);
  double value;
  guint  decimals;

  /* a number loses the spaces between its thousands, a text their stiffness */
  g_string_replace (plain, NBSP, mer_cell_to_number (cell, &value, &decimals) ? "" : " ", 0);
  g_string_replace (plain, MINUS, "-", 0);
  mer_csv_append (out, plain->str, separator);
}

static void
append_table (GString        *out,
              const MerTable *table,
              char            separator)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTableColumn *column = g_ptr_array_index (table->columns, i);

      if (i > 0)
        g_string_append_c (out, separator);
      append_cell (out, column->header, separator);
    }
  g_string_append (out, "\r\n");
  for (guint row = 0; row < table->rows->len; row++)
    {
      GStrv cells = g_ptr_array_index (table->rows, row);

      for (guint i = 0; cells[i] != NULL; i++)
        {
          if (i > 0)
            g_string_append_c (out, separator);
          append_cell (out, cells[i], separator);
        }
      g_string_append (out, "\r\n");
    }
}

/* Of a document without any table, what it says instead. */
static void
append_texts (GString         *out,
              const MerBlocks *blocks,
              char             separator)
{
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind != MER_BLOCK_PARAGRAPH && block->kind != MER_BLOCK_NOTE)
        continue;
      append_cell (out, block->text, separator);
      g_string_append (out, "\r\n");
    }
}

static GBytes *
render_csv (const MerBlocks *blocks,
            GError         **error)
{
  GString *out = g_string_new (BOM);
  char     separator = blocks->language == MER_LANGUAGE_RU ? ';' : ',';
  gboolean first = TRUE;

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind != MER_BLOCK_TABLE || (block->table->secondary && !first))
        continue;
      if (!first)
        g_string_append (out, "\r\n");
      append_table (out, block->table, separator);
      first = FALSE;
    }
  if (first)
    append_texts (out, blocks, separator);
  return g_string_free_to_bytes (out);
}

const MerRenderer mer_renderer_csv = {
  .extension = "csv",
  .title = N_("CSV table"),
               .render = render_csv,
  };
