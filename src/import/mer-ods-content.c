/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks through the content part of an ODS file. Where the parser stands is kept as a level; an
 * element that no level knows is skipped with all that it holds, so that annotations, drawings,
 * tracked changes and tables inside them never pass for cells. */

#include "config.h"

#include "import/mer-ods-content.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-ods-cell.h"
#include "import/mer-sheet-rows.h"
#include "import/mer-table-reader-private.h"

#define MAX_SHEETS 1000
#define MAX_COLUMN_RUNS 4096
#define MAX_ROW (16 * 1024 * 1024)
/* Cells that exist only because their row or they themselves are said to repeat. */
#define MAX_REPEATED_CELLS (64 * 1024 * 1024)

typedef enum
{
  OUTSIDE, /* of the tables: the styles come here */
  IN_SPREADSHEET,
  IN_TABLE,
  IN_ROW,
  IN_CELL,
  IN_PARAGRAPH,
} Level;

/* Columns up to `end` whose cells have this format when they name no style. */
typedef struct
{
  guint64       end;
  MerXlsxFormat format;
} ColumnRun;

struct _MerOdsContent
{
  MerXmlPart    part;
  MerOdsStyles *styles; /* borrowed */
  GPtrArray    *sheets; /* of MerOdsSheet, when they are listed; NULL when rows are read */
  guint         n_tables;
  guint         wanted;
  gboolean      finished; /* the table that is read has ended */

  Level   level;
  guint64 skipped; /* open elements that are skipped */
  guint64 inner;   /* open elements inside a paragraph */

  MerSheetRows  rows;
  MerOdsCell    cell;
  GArray       *columns; /* of ColumnRun */
  gint64        row_number;
  gint64        row_repeat;
  gint64        row_width; /* 0: no cell with data */
  MerXlsxFormat row_format;
  guint64       column;
  gint64        repeated; /* cells so far */
};

static void
sheet_free (gpointer data)
{
  MerOdsSheet *self = data;

  g_free (self->name);
  g_free (self->style);
  g_free (self);
}

/* `message`: transfer full. */
static void
stop (MerOdsContent *self,
      char          *message)
{
  mer_xml_part_stop (&self->part,
                     g_error_new_literal (MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT, message));
  g_free (message);
}

static void
stop_at_text (MerOdsContent *self)
{
  stop (self, g_strdup_printf (_("The file “%s”, row %ld: "
"a cell holds more text than any table has."),
                                  self->part.archive->name, (long) self->row_number));
}

/* The element that begins, and what is in it. */
static void
skip_element (MerOdsContent *self)
{
  self->skipped = 1;
  mer_xml_part_skip (&self->part);
}

/* --- tables */

static MerOdsSheet *
listed_sheet (MerOdsContent *self)
{
  return g_ptr_array_index (self->sheets, self->sheets->len - 1);
}

static void
start_table (MerOdsContent  *self,
             const xmlChar **attributes,
             int             n_attributes)
{
  guint index = self->n_tables++;

  if (index >= MAX_SHEETS || (self->sheets == NULL && index != self->wanted))
    {
      skip_element (self);
      return;
    }
  self->level = IN_TABLE;
  self->row_number = 1;
  if (self->sheets != NULL)
    {
      MerOdsSheet *sheet = g_new0 (MerOdsSheet, 1);

      sheet->name = mer_xml_attribute_dup (attributes, n_attributes, "name");
      if (sheet->name == NULL)
        sheet->name = g_strdup ("");
      sheet->style = mer_xml_attribute_dup (attributes, n_attributes, "style-name");
      g_ptr_array_add (self->sheets, sheet);
    }
}

static void
end_table (MerOdsContent *self)
{
  self->level = IN_SPREADSHEET;
  self->finished = self->sheets == NULL;
}

static MerXlsxFormat
default_format (MerOdsContent  *self,
                const xmlChar **attributes,
                int             n_attributes)
{
  g_autofree char *name =
    mer_xml_attribute_dup (attributes, n_attributes, "default-cell-style-name");

  return mer_ods_styles_format (self->styles, name);
}

static void
add_columns (MerOdsContent  *self,
             const xmlChar **attributes,
             int             n_attributes)
{
  ColumnRun run = { 0 };

  if (self->columns->len >= MAX_COLUMN_RUNS)
    return;
  if (self->columns->len > 0)
    run.end = g_array_index (self->columns, ColumnRun, self->columns->len - 1).end;
  run.end += mer_ods_attribute_number (attributes, n_attributes, "number-columns-repeated", 1);
  run.format = default_format (self, attributes, n_attributes);
  g_array_append_val (self->columns, run);
}

static void
start_row (MerOdsContent  *self,
           const xmlChar **attributes,
           int             n_attributes)
{
  guint64 repeat =
    mer_ods_attribute_number (attributes, n_attributes, "number-rows-repeated", 1);

  self->level = IN_ROW;
  self->row_repeat = (gint64) MAX (repeat, 1);
  self->row_width = 0;
  self->row_format = default_format (self, attributes, n_attributes);
  self->column = 0;
}

static void
end_row (MerOdsContent *self)
{
  gint64 first = self->row_number;

  self->level = IN_TABLE;
  self->row_number += self->row_repeat;
  if (self->row_width == 0)
    return;
  self->repeated += (self->row_repeat - 1) * self->row_width;
  if (self->row_number > MAX_ROW || self->repeated > MAX_REPEATED_CELLS)
    stop (self, g_strdup_printf (_("The file “%s” unpacks to far more than any table has; it is "
                                   "not opened."),
                                    self->part.archive->name));
  else
    mer_sheet_rows_end_row (&self->rows, first, self->row_repeat);
}

static gboolean
is_row_group (const char *name)
{
  static const char *const groups[] = { "table-rows", "table-row-group", "table-header-rows",
                                        "table-columns", "table-column-group",
                                        "table-header-columns" };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (strcmp (name, groups[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
start_in_table (MerOdsContent  *self,
                const char     *name,
                const xmlChar **attributes,
                int             n_attributes)
{
  /* A list need not look at rows once it knows that there are cells. */
  gboolean known = self->sheets != NULL && listed_sheet (self)->has_data;

  if (strcmp (name, "table-row") == 0 && !known)
    start_row (self, attributes, n_attributes);
  else if (strcmp (name, "table-column") == 0 && self->sheets == NULL)
    {
      add_columns (self, attributes, n_attributes);
      skip_element (self);
    }
  else if (known || !is_row_group (name))
    {
      skip_element (self);
      if (self->sheets != NULL && strcmp (name, "table-source") == 0)
        listed_sheet (self)->foreign = TRUE;
    }
}

/* --- cells */

static void
start_in_row (MerOdsContent  *self,
              const char     *name,
              const xmlChar **attributes,
              int             n_attributes)
{
  if (strcmp (name, "table-cell") != 0 && strcmp (name, "covered-table-cell") != 0)
    {
      skip_element (self);
      return;
    }
  self->level = IN_CELL;
  mer_ods_cell_start (&self->cell, attributes, n_attributes);
}

static MerXlsxFormat
cell_format (MerOdsContent *self)
{
  if (self->cell.type == MER_ODS_TEXT || self->cell.type == MER_ODS_BOOLEAN)
    return MER_XLSX_PLAIN;
  if (self->cell.style->len > 0)
    return mer_ods_styles_format (self->styles, self->cell.style->str);
  if (self->row_format != MER_XLSX_PLAIN)
    return self->row_format;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ColumnRun *run = &g_array_index (self->columns, ColumnRun, i);
      if (self->column < run->end)
        return run->format;
    }
  return MER_XLSX_PLAIN;
}

static void
add_cell (MerOdsContent *self)
{
  GString *arena = self->rows.arena;
  gsize    before = arena->len;

  if (self->cell.text->len > MER_SHEET_MAX_TEXT || self->cell.value->len > MER_SHEET_MAX_TEXT)
    {
      stop_at_text (self);
      return;
    }
  mer_ods_cell_append_to (&self->cell, cell_format (self), arena);
  if (arena->len == before)
    return;
  if (self->column + self->cell.repeat > MER_TABLE_MAX_CELLS)
    {
      stop (self,
            g_strdup_printf (_("The file “%s”, row %ld: too many cells, this is not a table."),
                                self->part.archive->name, (long) self->row_number));
      return;
    }
  mer_sheet_rows_add (&self->rows, (guint) self->column, (guint) self->cell.repeat, before);
  self->row_width = (gint64) (self->column + self->cell.repeat);
  self->repeated += (gint64) self->cell.repeat - 1;
}

static void
end_cell (MerOdsContent *self)
{
  self->level = IN_ROW;
  if (self->sheets != NULL)
    {
      if (self->cell.value->len > 0 || self->cell.text->len > 0)
        listed_sheet (self)->has_data = TRUE;
      return;
    }
  if (self->cell.rows > 1 && self->column < MER_TABLE_MAX_CELLS)
    {
      MerSheetMerge area = { (guint) self->column, self->row_number,
                             self->row_number + self->cell.rows - 1 };

      mer_sheet_rows_add_merge (&self->rows, &area);
    }
  if (self->cell.value->len > 0 || self->cell.text->len > 0)
    add_cell (self);
  self->column += self->cell.repeat;
}

static void
start_in_cell (MerOdsContent *self,
               const char    *name)
{
  if (strcmp (name, "p") != 0 && strcmp (name, "h") != 0)
    {
      skip_element (self);
      return;
    }
  self->level = IN_PARAGRAPH;
  self->inner = 0;
  mer_ods_cell_start_paragraph (&self->cell);
}

static void
start_in_paragraph (MerOdsContent  *self,
                    const char     *name,
                    const xmlChar **attributes,
                    int             n_attributes)
{
  if (strcmp (name, "annotation") == 0 || strcmp (name, "ruby-text") == 0 ||
      strcmp (name, "note") == 0 || strcmp (name, "frame") == 0)
    {
      skip_element (self);
      return;
    }
  self->inner++;
  if (strcmp (name, "s") == 0)
    mer_ods_cell_add_space (&self->cell, ' ',
                            mer_ods_attribute_number (attributes, n_attributes, "c", 1));
  else if (strcmp (name, "tab") == 0)
    mer_ods_cell_add_space (&self->cell, '\t', 1);
  else if (strcmp (name, "line-break") == 0)
    mer_ods_cell_add_space (&self->cell, '\n', 1);
  if (self->cell.text->len > MER_SHEET_MAX_TEXT)
    stop_at_text (self);
}

/* --- the parser's callbacks */

static void
start_cb (gpointer        data,
          const char     *name,
          const xmlChar **attributes,
          int             n_attributes)
{
  MerOdsContent *self = data;

  if (self->skipped > 0)
    {
      self->skipped++;
      return;
    }
  switch (self->level)
    {
    case OUTSIDE:
      if (strcmp (name, "spreadsheet") == 0)
        self->level = IN_SPREADSHEET;
      else if (self->sheets != NULL)
        mer_ods_styles_start (self->styles, name, attributes, n_attributes);
      break;
    case IN_SPREADSHEET:
      if (strcmp (name, "table") == 0)
        start_table (self, attributes, n_attributes);
      else
        skip_element (self);
      break;
    case IN_TABLE:
      start_in_table (self, name, attributes, n_attributes);
      break;
    case IN_ROW:
      start_in_row (self, name, attributes, n_attributes);
      break;
    case IN_CELL:
      start_in_cell (self, name);
      break;
    case IN_PARAGRAPH:
    default:
      start_in_paragraph (self, name, attributes, n_attributes);
      break;
    }
}

static void
end_cb (gpointer    data,
        const char *name)
{
  MerOdsContent *self = data;

  if (self->skipped > 0)
    {
      self->skipped--;
      return;
    }
  switch (self->level)
    {
    case OUTSIDE:
      if (self->sheets != NULL)
        mer_ods_styles_end (self->styles, name);
      break;
    case IN_SPREADSHEET:
      self->level = OUTSIDE;
      break;
    case IN_TABLE:
      /* Ends of groups of rows come here as well. */
      if (strcmp (name, "table") == 0)
        end_table (self);
      break;
    case IN_ROW:
      end_row (self);
      break;
    case IN_CELL:
      end_cell (self);
      break;
    case IN_PARAGRAPH:
    default:
      if (self->inner > 0)
        self->inner--;
      else
        self->level = IN_CELL;
      break;
    }
}

static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  MerOdsContent *self = data;

  if (self->level != IN_PARAGRAPH || self->skipped > 0)
    return;
  mer_ods_cell_add_text (&self->cell, text, length);
  if (self->cell.text->len > MER_SHEET_MAX_TEXT)
    stop_at_text (self);
}

static const MerXmlHandler handler = { start_cb, end_cb, text_cb, TRUE };

/* --- the two ways to walk through it */

static MerOdsContent *
open_content (MerOfficeArchive *archive,
              const char       *part,
              MerOdsStyles     *styles,
              GError          **error)
{
  g_autoptr (MerOdsContent) self = g_new0 (MerOdsContent, 1);

  self->styles = styles;
  self->columns = g_array_new (FALSE, FALSE, sizeof (ColumnRun));
  mer_ods_cell_init (&self->cell);
  mer_sheet_rows_init (&self->rows, g_array_new (FALSE, FALSE, sizeof (MerSheetMerge)));
  if (!mer_xml_part_open (&self->part, archive, part, &handler, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
mer_ods_content_list (MerOfficeArchive *archive,
                      const char       *part,
                      MerOdsStyles     *styles,
                      GError          **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (sheet_free);
  g_autoptr (MerOdsContent) self = open_content (archive, part, styles, error);
  int state = 1;

  if (self == NULL)
    return NULL;
  self->sheets = sheets;
  while (state > 0)
    state = mer_xml_part_step (&self->part, error);
  return state == 0 ? g_steal_pointer (&sheets) : NULL;
}

MerOdsContent *
mer_ods_content_new (MerOfficeArchive *archive,
                     const char       *part,
                     MerOdsStyles     *styles,
                     guint             sheet,
                     GError          **error)
{
  MerOdsContent *self = open_content (archive, part, styles, error);

  if (self != NULL)
    self->wanted = sheet;
  return self;
}

void
mer_ods_content_free (MerOdsContent *self)
{
  if (self == NULL)
    return;
  mer_xml_part_clear (&self->part);
  mer_sheet_rows_clear (&self->rows);
  mer_ods_cell_clear (&self->cell);
  g_array_unref (self->columns);
  g_free (self);
}

int
mer_ods_content_next (MerOdsContent *self,
                      MerRow        *row,
                      GError       **error)
{
  int state = 1;

  for (;;)
    {
      if (mer_sheet_rows_next (&self->rows, row))
        return 1;
      mer_sheet_rows_forget (&self->rows);
      /* What follows the table was read to its end when the sheets were listed. */
      if (state <= 0 || self->finished)
        return 0;
      state = mer_xml_part_step (&self->part, error);
      if (state < 0)
        return state;
    }
}

void
mer_ods_content_position (MerOdsContent *self,
                          guint64       *done,
                          guint64       *total)
{
  *done = self->part.done;
  *total = self->part.size;
}
