/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk over blocks that all formats of word processors share. */
#include "config.h"

#include "report/mer-office-text.h"

#define A4_SHORT_MM 210.0
#define A4_LONG_MM 297.0
#define LEAST_COLUMN 60.0 /* points */

double
mer_blocks_page_width_mm (const MerBlocks *blocks)
{
  return blocks->landscape ? A4_LONG_MM : A4_SHORT_MM;
}

double
mer_blocks_page_height_mm (const MerBlocks *blocks)
{
  return blocks->landscape ? A4_SHORT_MM : A4_LONG_MM;
}

double
mer_blocks_text_width (const MerBlocks *blocks)
{
  return (mer_blocks_page_width_mm (blocks) - blocks->margin_left - blocks->margin_right) * 72 /
         25.4;
}

void
mer_office_text_init (MerOfficeText         *self,
                      const MerOfficeFormat *format,
                      const MerBlocks       *blocks,
                      MerPackage            *package)
{
  *self = (MerOfficeText){ .format = format, .blocks = blocks, .package = package };
  self->body = g_string_new (NULL);
  self->extra = g_string_new (NULL);
}

void
mer_office_text_clear (MerOfficeText *self)
{
  if (self->body != NULL)
    g_string_free (self->body, TRUE);
  if (self->extra != NULL)
    g_string_free (self->extra, TRUE);
  self->body = self->extra = NULL;
}

gboolean
mer_office_text_take_break (MerOfficeText *self)
{
  gboolean breaks = self->new_page;

  self->new_page = FALSE;
  return breaks;
}

/* --- tables -------------------------------------------------------------------------------- */

static const MerTableColumn *
column_at (const MerTable *table,
           guint           index)
{
  return g_ptr_array_index (table->columns, index);
}

/* (transfer full): columns without a width of their own share what the others leave. */
static double *
column_widths (const MerOfficeText *self,
               const MerTable      *table)
{
  double *widths = g_new0 (double, table->columns->len + 1);
  double  fixed = 0;
  guint   n_free = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      widths[i] = column_at (table, i)->width;
      fixed += widths[i];
      n_free += widths[i] <= 0;
    }
  for (guint i = 0; i < table->columns->len; i++)
    if (widths[i] <= 0)
      widths[i] = MAX ((mer_blocks_text_width (self->blocks) - fixed) / n_free, LEAST_COLUMN);
  return widths;
}

static void
write_header (MerOfficeText *self,
              const double  *widths)
{
  self->format->begin_row (self, TRUE);
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const MerTableColumn *column = column_at (self->table, i);

      self->format->cell (self, &(MerOfficeCell){ column->header, widths[i], 1, column->align,
                                                  TRUE });
    }
  self->format->end_row (self, TRUE);
}

static void
write_section (MerOfficeText *self,
               const char    *heading,
               const double  *widths)
{
  MerOfficeCell cell = { heading, 0, self->table->columns->len, MER_ALIGN_LEFT, TRUE };

  for (guint i = 0; i < self->table->columns->len; i++)
    cell.width += widths[i];
  self->format->cell (self, &cell);
}

static void
write_row (MerOfficeText *self,
           guint          row,
           const double  *widths)
{
  GStrv cells = g_ptr_array_index (self->table->rows, row);

  self->format->begin_row (self, FALSE);
  if (mer_table_is_section (self->table, row))
    write_section (self, cells[0], widths);
  else
    for (guint i = 0; i < self->table->columns->len; i++)
      {
        const MerTableColumn *column = column_at (self->table, i);

        self->format->cell (self, &(MerOfficeCell){ cells[i], widths[i], 1, column->align,
                                                    column->bold });
      }
  self->format->end_row (self, FALSE);
}

static void
write_table (MerOfficeText  *self,
             const MerTable *table)
{
  g_autofree double *widths = column_widths (self, table);

  self->table = table;
  self->n_tables++;
  self->format->begin_table (self, table, widths);
  write_header (self, widths);
  for (guint row = 0; row < table->rows->len; row++)
    write_row (self, row, widths);
  self->format->end_table (self);
  self->table = NULL;
}

/* --- the other blocks ---------------------------------------------------------------------- */

static gboolean
write_picture (MerOfficeText   *self,
               const MerFigure *figure,
               guint           *first)
{
  MerOfficePicture picture = { .width = mer_blocks_text_width (self->blocks) };
  g_autoptr (GBytes) png = mer_figure_to_png (figure, picture.width, first, &picture.height);
  g_autofree char *name = g_strdup_printf ("figure%u.png", self->n_pictures + 1);
  g_autofree char *part = g_strconcat (self->format->pictures, name, NULL);
  gsize            length = 0;
  const char      *data = png != NULL ? g_bytes_get_data (png, &length) : NULL;

  if (data == NULL)
    return FALSE;
  mer_package_add (self->package, part, data, (gssize) length, self->format->stored);
  picture.number = ++self->n_pictures;
  picture.name = name;
  picture.description = figure->description != NULL ? figure->description : "";
  self->format->picture (self, &picture);
  return TRUE;
}

static void
write_figure (MerOfficeText   *self,
              const MerFigure *figure)
{
  guint first = 0;

  while (write_picture (self, figure, &first))
    ;
}

static void
write_block (MerOfficeText  *self,
             const MerBlock *block)
{
  if (block->kind == MER_BLOCK_TABLE)
    write_table (self, block->table);
  else if (block->kind == MER_BLOCK_FIGURE)
    write_figure (self, block->figure);
  else if (block->kind == MER_BLOCK_SIGNATURE)
    self->format->signature (self, block);
  else if (block->kind == MER_BLOCK_PAGE_BREAK)
    self->new_page = TRUE;
  else
    self->format->paragraph (self, block->kind, block->text);
}

void
mer_office_text_write (MerOfficeText *self)
{
  for (guint i = 0; i < self->blocks->blocks->len; i++)
    write_block (self, g_ptr_array_index (self->blocks->blocks, i));
}
