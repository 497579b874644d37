/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The block model: a list of blocks that owns all it holds and knows nothing of pages,
 * files or formats. */
#include "config.h"

#include "report/mer-blocks.h"

/* A table that prints this many numbers in a row does not fit upright paper. */
#define LANDSCAPE_NUMBERS 9

static void
column_free (gpointer data)
{
  MerTableColumn *self = data;

  g_free (self->header);
  g_free (self);
}

MerTable *
mer_table_new (void)
{
  MerTable *self = g_new0 (MerTable, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->sections = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
mer_table_free (MerTable *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->sections);
  g_free (self);
}

/**
 * mer_table_add_column:
 * @self: a table without rows
 * @header: its heading
 * @width: points, or 0 for what the others leave
 * @align: of its cells and heading
 * @bold: whether its cells are bold
 */
void
mer_table_add_column (MerTable   *self,
                      const char *header,
                      double      width,
                      MerAlign    align,
                      gboolean    bold)
{
  MerTableColumn *column = g_new0 (MerTableColumn, 1);

  column->header = g_strdup (header);
  column->width = width;
  column->align = align;
  column->bold = bold;
  g_ptr_array_add (self->columns, column);
}

/**
 * mer_table_add_row:
 * @self: a table
 * @cells: (transfer full): as many strings as there are columns
 */
void
mer_table_add_row (MerTable *self,
                   GStrv     cells)
{
  g_ptr_array_add (self->rows, cells);
}

void
mer_table_add_section (MerTable   *self,
                       const char *heading)
{
  guint row = self->rows->len;
  GStrv cells = g_new0 (char *, self->columns->len + 1);

  cells[0] = g_strdup (heading);
  for (guint i = 1; i < self->columns->len; i++)
    cells[i] = g_strdup ("");
  g_array_append_val (self->sections, row);
  g_ptr_array_add (self->rows, cells);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

gboolean
mer_table_is_section (const MerTable *self,
                      guint           row)
{
  return self->sections->len > 0 &&
         g_array_binary_search (self->sections, &row, compare_rows, NULL);
}

static void
figure_free (MerFigure *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->description);
  g_free (self);
}

static void
block_free (gpointer data)
{
  MerBlock *self = data;

  g_free (self->text);
  g_free (self->name);
  g_clear_pointer (&self->table, mer_table_free);
  g_clear_pointer (&self->figure, figure_free);
  g_free (self);
}

/**
 * mer_blocks_new:
 * @language: of the document
 * @title: for file metadata
 *
 * Returns: (transfer full): an empty A4 document with margins of 30, 15, 20, 20 mm
 */
MerBlocks *
mer_blocks_new (MerLanguage language,
                const char *title)
{
  MerBlocks *self = g_new0 (MerBlocks, 1);

  self->language = language;
  self->title = g_strdup (title);
  self->margin_left = 30;
  self->margin_right = 15;
  self->margin_top = 20;
  self->margin_bottom = 20;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
mer_blocks_free (MerBlocks *self)
{
  g_free (self->title);
  g_free (self->author);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
mer_blocks_set_author (MerBlocks  *self,
                       const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

static MerBlock *
add_block (MerBlocks   *self,
           MerBlockKind kind)
{
  MerBlock *block = g_new0 (MerBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * mer_blocks_add_text:
 * @self: a document
 * @kind: one of those that are text only
 * @text: valid UTF-8; gets its no-break spaces here
 */
void
mer_blocks_add_text (MerBlocks   *self,
                     MerBlockKind kind,
                     const char  *text)
{
  add_block (self, kind)->text = mer_typography (text);
}

void
mer_blocks_add_signature (MerBlocks  *self,
                          const char *post,
                          const char *name)
{
  MerBlock *block = add_block (self, MER_BLOCK_SIGNATURE);

  block->text = mer_typography (post);
  block->name = name != NULL ? mer_typography (name) : NULL;
}

static guint
count_number_columns (const MerTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTableColumn *column = g_ptr_array_index (table->columns, i);

      n += column->align == MER_ALIGN_RIGHT;
    }
  return n;
}

void
mer_blocks_add_table (MerBlocks *self,
                      MerTable  *table)
{
  add_block (self, MER_BLOCK_TABLE)->table = table;
  if (count_number_columns (table) >= LANDSCAPE_NUMBERS)
    self->landscape = TRUE;
}

void
mer_blocks_add_figure (MerBlocks *self,
                       MerFigure *figure)
{
  add_block (self, MER_BLOCK_FIGURE)->figure = figure;
}

void
mer_blocks_add_page_break (MerBlocks *self)
{
  add_block (self, MER_BLOCK_PAGE_BREAK);
}

void
mer_blocks_take (MerBlocks *self,
                 MerBlocks *other)
{
  while (other->blocks->len > 0)
    g_ptr_array_add (self->blocks, g_ptr_array_steal_index (other->blocks, 0));
  self->landscape = self->landscape || other->landscape;
  mer_blocks_free (other);
}
