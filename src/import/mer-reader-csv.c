/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads CSV in any encoding and with any usual separator. The text comes through a window of
 * checked UTF-8; all separators and line ends in it are found at once, and rows are cut at them.
 * A quote opens a quoted cell only at its beginning, so that «Школа "Радуга"» without outer quotes
 * is read as it stands. Cells point into the window, or into `unquoted` where doubled quotes had
 * to be halved; both stay until the next row. */

#include "config.h"

#include "import/mer-csv-scan.h"
#include "import/mer-table-reader-private.h"
#include "import/mer-text-source.h"

#include <glib/gi18n.h>
#include <string.h>

#define DETECTION_ROWS 1000
#define FIRST_CELLS 256

typedef struct
{
  MerTableReader parent;
  char          *name; /* base name, for messages */
  MerTextSource  source;
  guint8         separator;

  guint32 *marks; /* positions of separators and line ends in the window */
  gsize    n_marks;
  gsize    marks_room;
  gsize    next_mark;
  gsize    position;  /* of the next row in the window */
  gboolean ends_open; /* the file does not end with a line end: one was added */
  gsize    skip;      /* bytes of a line «sep=;» in front */

  MerCell *cells;
  guint    n_cells;
  guint    cells_room;
  guint8  *unquoted;
  gsize    unquoted_room;
  gsize    unquoted_used;
  gint64   line;       /* number of the next row's first line */
  gint64   open_quote; /* cells before the quoted cell that has no end in the window, or −1 */
} CsvReader;

typedef enum
{
  ROW_WHOLE,
  ROW_CUT, /* the window ends before the row */
  ROW_TOO_WIDE,
} RowState;

/* --- the window --------------------------------------------------------------------- */

static void
scan_window (CsvReader *self)
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
                                self->separator, self->marks);
  self->next_mark = 0;
  self->position = 0;
}

static gboolean
fill_window (CsvReader *self,
             GError   **error)
{
  /* The line end that was added counts for none. */
  gsize consumed = MIN (self->position, self->source.length);

  if (!mer_text_source_fill (&self->source, consumed, error))
    return FALSE;
  scan_window (self);
  return TRUE;
}

/* --- one row ------------------------------------------------------------------------ */

static inline gboolean
add_cell (CsvReader    *self,
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
append_unquoted (CsvReader    *self,
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
read_quoted (CsvReader *self,
             gsize      start,
             gsize     *mark,
             gint64    *n_lines,
             MerCell   *cell)
{
  const guint8 *text = self->source.text;
  const guint8 *end = text + self->source.length;
  const guint8 *from = text + start + 1;
  gsize         used = self->unquoted_used;
  gsize         i = *mark;

  for (;;)
    {
      const guint8 *quote = memchr (from, '"', (gsize) (end - from));

      if (quote == NULL || (quote + 1 == end && !self->source.at_end))
        return FALSE;
      if (quote + 1 < end && quote[1] == '"')
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

/* Cuts the row at `position` into cells and steps behind it. */
static RowState
read_row (CsvReader *self)
{
  const guint8 *text = self->source.text;
  guint8        separator = self->separator;
  gsize         start = self->position;
  gsize         mark = self->next_mark;
  gint64        n_lines = 1;

  self->n_cells = 0;
  self->unquoted_used = 0;
  self->open_quote = -1;
  for (;;)
    {
      MerCell cell = { (const char *) text + start, 0 };
      gsize   end = 0;

      if (G_UNLIKELY (text[start] == '"'))
        {
          if (!read_quoted (self, start, &mark, &n_lines, &cell))
            {
              self->open_quote = self->n_cells;
              return ROW_CUT;
            }
          end = self->marks[mark];
        }
      else
        {
          if (mark == self->n_marks)
            return ROW_CUT;
          end = self->marks[mark];
          cell.length = end - start;
        }
      mark++;
      if (!add_cell (self, (const guint8 *) cell.text, cell.length))
        return ROW_TOO_WIDE;
      start = end + 1;
      if (text[end] == separator)
        continue;
      if (text[end] == '\r')
        {
          if (start == self->source.length && !self->source.at_end)
            return ROW_CUT;
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
  return ROW_WHOLE;
}

static gboolean
is_blank (const CsvReader *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      if (self->cells[i].length > 0)
        return FALSE;
    }
  return TRUE;
}

/* --- errors -------------------------------------------------------------------------- */

static int
fail_damaged (CsvReader *self,
              GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCODING,
               /* Translators: file, row, column, encoding. */
               _("The file “%s”, row %ld, column %u: bytes that are no text in the encoding %s."),
                  self->name, (long) self->line, self->n_cells + 1, self->source.encoding);
  return -1;
}

static int
fail_open_quote (CsvReader *self,
                 GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s”, row %ld, column %u: "
"a quotation mark opens here and is never closed."),
                  self->name, (long) self->line, (guint) self->open_quote + 1);
  return -1;
}

static int
fail_too_wide (CsvReader *self,
               GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s”, row %ld: more than %d cells: this is not a table."),
                  self->name, (long) self->line, MER_TABLE_MAX_CELLS);
  return -1;
}

static int
fail_too_long (CsvReader *self,
               GError   **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” has too many lines: this is not a table."), self->name);
  return -1;
}

/* --- the reader's interface ------------------------------------------------------------ */

static int
csv_next (MerTableReader *reader,
          MerRow         *row,
          GError        **error)
{
  CsvReader *self = (CsvReader *) reader;

  for (;;)
    {
      gint64   number = self->line;
      gsize    left = self->source.length - MIN (self->position, self->source.length);
      gboolean was_at_end = self->source.at_end;
      RowState state = ROW_CUT;

      self->n_cells = 0;
      if (left > 0)
        state = read_row (self);
      if (state == ROW_TOO_WIDE)
        return fail_too_wide (self, error);
      if (number > G_MAXUINT32)
        return fail_too_long (self, error);
      if (state == ROW_WHOLE)
        {
          if (is_blank (self))
            continue;
          row->cells = self->cells;
          row->n_cells = self->n_cells;
          row->number = number;
          return 1;
        }
      if (self->source.damaged)
        return fail_damaged (self, error);
      if (!fill_window (self, error))
        return -1;
      if (self->source.length > left || !was_at_end)
        continue;
      return left == 0 ? 0 : fail_open_quote (self, error);
    }
}

static gboolean
csv_rewind (MerTableReader *reader,
            GError        **error)
{
  CsvReader *self = (CsvReader *) reader;

  if (!mer_text_source_rewind (&self->source, error))
    return FALSE;
  scan_window (self);
  self->line = 1;
  if (self->skip > 0)
    {
      self->position = self->skip;
      while (self->next_mark < self->n_marks && self->marks[self->next_mark] < self->skip)
        self->next_mark++;
      self->line = 2;
    }
  return TRUE;
}

static void
csv_position (MerTableReader *reader,
              guint64        *done,
              guint64        *total)
{
  const CsvReader *self = (const CsvReader *) reader;
  guint64          ahead = self->source.length - self->position;

  *done = self->source.file_done - MIN (ahead, self->source.file_done);
  *total = self->source.file_size;
}

static void
csv_close (MerTableReader *reader)
{
  CsvReader *self = (CsvReader *) reader;

  mer_text_source_clear (&self->source);
  g_free (self->marks);
  g_free (self->cells);
  g_free (self->unquoted);
  g_free (self->name);
  g_free (self);
}

/* --- which separator ------------------------------------------------------------------- */

/* How a sign stands in the rows that were read: beside quotation marks as a separator does, or
 * before a blank as a comma in a sentence. */
typedef struct
{
  guint64 n;
  guint64 n_beside_quotes;
  guint64 n_before_blanks;
} SignCounts;

static SignCounts
count_signs (const CsvReader *self)
{
  const guint8 *text = self->source.text;
  SignCounts    counts = { 0 };

  for (gsize i = 0; i < self->n_marks && self->marks[i] < self->position; i++)
    {
      gsize at = self->marks[i];

      if (text[at] != self->separator)
        continue;
      counts.n++;
      counts.n_beside_quotes += text[at + 1] == '"' || (at > 0 && text[at - 1] == '"');
      counts.n_before_blanks += text[at + 1] == ' ';
    }
  return counts;
}

/* How many of the first rows agree on a width over one; of equals, the wider is better. Quotation
 * marks beside the sign speak for it, and a sign that is mostly a comma of prose hardly counts. */
static guint64
score_separator (CsvReader *self,
                 guint8     separator)
{
  g_autofree guint *n_rows = g_new0 (guint, MER_TABLE_MAX_CELLS + 1);
  SignCounts        signs = { 0 };
  guint64           best = 0;

  self->separator = separator;
  self->line = 1;
  scan_window (self);
  for (guint i = 0; i < DETECTION_ROWS && self->position < self->source.length; i++)
    {
      if (read_row (self) != ROW_WHOLE)
        break;
      n_rows[self->n_cells]++;
    }
  signs = count_signs (self);
  for (guint width = 2; width <= MER_TABLE_MAX_CELLS; width++)
    {
      guint64 score = (n_rows[width] + signs.n_beside_quotes) * (MER_TABLE_MAX_CELLS + 1) + width;

      if (n_rows[width] > 0)
        best = MAX (best, score);
    }
  return signs.n_before_blanks * 2 > signs.n ? best / 8 : best;
}

static guint8
detect_separator (CsvReader *self)
{
  static const guint8 candidates[] = { ';', ',', '\t' };
  guint8              best = ';';
  guint64             best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint64 score = score_separator (self, candidates[i]);

      if (score > best_score)
        {
          best_score = score;
          best = candidates[i];
        }
    }
  return best;
}

/* Spreadsheets write a first line «sep=;» to tell each other the separator. */
static void
read_separator_line (CsvReader *self)
{
  const guint8 *text = self->source.text;

  if (self->source.length < 6 || memcmp (text, "sep=", 4) != 0 ||
      (text[5] != '\n' && text[5] != '\r'))
    return;
  self->separator = text[4];
  self->skip = text[5] == '\r' && text[6] == '\n' ? 7 : 6;
}

static void
choose_separator (CsvReader *self,
                  char       wanted)
{
  read_separator_line (self);
  if (wanted != 0)
    self->separator = (guint8) wanted;
  else if (self->skip == 0)
    self->separator = detect_separator (self);
}

static gboolean
csv_probe (const guint8 *head,
           gsize         length,
           const char   *path)
{
  return TRUE;
}

static MerTableReader *
csv_open (const MerTableOptions *options,
          GError               **error)
{
  g_autoptr (MerTableReader) reader = NULL;
  CsvReader *self = g_new0 (CsvReader, 1);

  reader = &self->parent;
  reader->format = &mer_table_format_csv;
  reader->next = csv_next;
  reader->rewind = csv_rewind;
  reader->position = csv_position;
  reader->close = csv_close;
  self->name = g_path_get_basename (options->path);
  self->cells_room = FIRST_CELLS;
  self->cells = g_new (MerCell, self->cells_room);
  if (!mer_text_source_open (&self->source, options->path, options->encoding, error))
    return NULL;
  choose_separator (self, options->separator);
  reader->info.format = reader->format->name;
  reader->info.encoding = self->source.encoding;
  reader->info.encoding_certain = self->source.encoding_certain;
  reader->info.separator = (char) self->separator;
  if (!csv_rewind (reader, error))
    return NULL;
  return g_steal_pointer (&reader);
}

const MerTableFormat mer_table_format_csv = { "CSV", csv_probe, csv_open };
