/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts CSV text into rows and cells: all separators and line ends of the window are found at once,
 * and rows are cut at them. A quote opens a quoted cell only at its beginning, so that
 * «Школа "Радуга"» without outer quotes is read as it stands. */

#include "config.h"

#include "import/mer-csv-rows.h"

#include <string.h>

#include "import/mer-csv-scan.h"
#include "import/mer-table-reader-private.h"

#define FIRST_CELLS 256

void
mer_csv_rows_init (MerCsvRows *self)
{
  self->dialect = (MerCsvDialect){ ';', '"', FALSE };
  self->cells_room = FIRST_CELLS;
  self->cells = g_new (MerCell, self->cells_room);
}

void
mer_csv_rows_clear (MerCsvRows *self)
{
  mer_text_source_clear (&self->source);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->unquoted, g_free);
}

/* --- the window --------------------------------------------------------------------- */

void
mer_csv_rows_scan (MerCsvRows *self)
{
  MerTextSource *source = &self->source;

  self->ends_open = FALSE;
  if (source->at_end && !source->damaged && source->length > 0 &&
      source->text[source->length - 1] != '\n')
    {
      source->text[source->length] = '\n';
      self->ends_open = TRUE;
    }
  if (self->marks_room < source->length + 128)
    {
      self->marks_room = source->length + 128;
      g_free (self->marks);
      self->marks = g_new (guint32, self->marks_room);
    }
  self->n_marks = mer_csv_scan (source->text, source->length + (self->ends_open ? 1 : 0),
                                self->dialect.separator, self->marks);
  self->next_mark = 0;
  self->position = 0;
}

gboolean
mer_csv_rows_fill (MerCsvRows *self,
                   GError    **error)
{
  /* The line end that was added counts for none. */
  gsize consumed = MIN (self->position, self->source.length);

  if (!mer_text_source_fill (&self->source, consumed, error))
    return FALSE;
  mer_csv_rows_scan (self);
  return TRUE;
}

/* --- one row ------------------------------------------------------------------------ */

static inline gboolean
add_cell (MerCsvRows   *self,
          const guint8 *text,
          gsize         length)
{
  if (G_UNLIKELY (self->n_cells == self->cells_room))
    {
      if (self->cells_room >= MER_TABLE_MAX_CELLS)
        return FALSE;
      self->cells_room *= 2;
      self->cells = g_renew (MerCell, self->cells, self->cells_room);
    }
  self->cells[self->n_cells].text = (const char *) text;
  self->cells[self->n_cells].length = length;
  self->n_cells++;
  return TRUE;
}

/* Copies what lies between two quotes, and room is made for a whole window at once: cells that
 * point here stay. */
static void
append_unquoted (MerCsvRows   *self,
                 const guint8 *text,
                 gsize         length)
{
  if (self->unquoted_room < self->source.length)
    {
      g_assert (self->unquoted_used == 0);
      self->unquoted_room = self->source.length;
      g_free (self->unquoted);
      self->unquoted = g_malloc (self->unquoted_room);
    }
  memcpy (self->unquoted + self->unquoted_used, text, length);
  self->unquoted_used += length;
}

/* Reads the quoted cell whose opening quote is at `start`. Gives the mark that ends the cell, and
 * how many line ends are inside it; FALSE when the window ends first. */
static gboolean
read_quoted (MerCsvRows *self,
             gsize       start,
             gsize      *mark,
             gint64     *n_lines,
             MerCell    *cell)
{
  const guint8 *text = self->source.text;
  const guint8 *end = text + self->source.length;
  const guint8 *from = text + start + 1;
  guint8        mark_of_quote = self->dialect.quote;
  gsize         used = self->unquoted_used;
  gsize         i = *mark;

  for (;;)
    {
      const guint8 *quote = memchr (from, mark_of_quote, (gsize) (end - from));

      if (quote == NULL || (quote + 1 == end && !self->source.at_end))
        return FALSE;
      if (quote + 1 < end && quote[1] == mark_of_quote)
        {
          append_unquoted (self, from, (gsize) (quote + 1 - from));
          from = quote + 2;
          continue;
        }
      for (; i < self->n_marks && self->marks[i] < quote - text; i++)
        {
          guint8 byte = text[self->marks[i]];
          *n_lines += byte == '\n' || (byte == '\r' && text[self->marks[i] + 1] != '\n');
        }
      if (i == self->n_marks)
        return FALSE;
      /* Whatever stands between the closing quote and the end of the cell belongs to it. */
      if (self->unquoted_used == used && text + self->marks[i] == quote + 1)
        {
          cell->text = (const char *) from;
          cell->length = (gsize) (quote - from);
        }
      else
        {
          append_unquoted (self, from, (gsize) (quote - from));
          append_unquoted (self, quote + 1, (gsize) (text + self->marks[i] - quote - 1));
          cell->text = (const char *) self->unquoted + used;
          cell->length = self->unquoted_used - used;
        }
      *mark = i;
      return TRUE;
    }
}

/* Files that were put one behind another have a mark in the middle. */
static gsize
byte_order_mark_length (const guint8 *text)
{
  return memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* Blanks before a quotation mark are left out, all others belong to their cell. */
static gsize
skip_padding (const MerCsvRows *self,
              gsize             start)
{
  const guint8 *text = self->source.text;
  gsize         at = start;

  while (text[at] == ' ')
    at++;
  return text[at] == self->dialect.quote ? at : start;
}

MerCsvRowState
mer_csv_rows_read (MerCsvRows *self)
{
  const guint8 *text = self->source.text;
  guint8        separator = self->dialect.separator;
  guint8        quote = self->dialect.quote;
  gsize         start = self->position;
  gsize         mark = self->next_mark;
  gint64        n_lines = 1;

  self->n_cells = 0;
  self->unquoted_used = 0;
  self->open_quote = -1;
  if (G_UNLIKELY (text[start] == 0xef))
    start += byte_order_mark_length (text + start);
  for (;;)
    {
      MerCell cell = { (const char *) text + start, 0 };
      gsize   end = 0;

      if (G_UNLIKELY (self->dialect.padded && text[start] == ' '))
        start = skip_padding (self, start);
      if (G_UNLIKELY (text[start] == quote))
        {
          if (!read_quoted (self, start, &mark, &n_lines, &cell))
            {
              self->open_quote = self->n_cells;
              return MER_CSV_ROW_CUT;
            }
          end = self->marks[mark];
        }
      else
        {
          if (mark == self->n_marks)
            return MER_CSV_ROW_CUT;
          end = self->marks[mark];
          cell.length = end - start;
        }
      mark++;
      if (!add_cell (self, (const guint8 *) cell.text, cell.length))
        return MER_CSV_ROW_TOO_WIDE;
      start = end + 1;
      if (text[end] == separator)
        continue;
      if (text[end] == '\r')
        {
          if (start == self->source.length && !self->source.at_end)
            return MER_CSV_ROW_CUT;
          if (text[start] == '\n' && mark < self->n_marks)
            {
              mark++;
              start++;
            }
        }
      break;
    }
  self->next_mark = mark;
  self->position = start;
  self->line += n_lines;
  return MER_CSV_ROW_WHOLE;
}
