/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Guesses the separator and the quotation mark of CSV by reading the first rows with each. */

#include "config.h"

#include "import/mer-csv-dialect.h"

#include <string.h>

#include "import/mer-table-reader-private.h"

#define DETECTION_ROWS 1000
/* Stands in no text: for a single column that holds all the usual separators. */
#define NO_SEPARATOR '\x1f'

typedef enum
{
  DOUBLE_QUOTE,
  APOSTROPHE,
  N_QUOTES,
} Quote;

static const guint8 quotes[N_QUOTES] = { '"', '\'' };

/* How marks stand in the rows that were read. */
typedef struct
{
  guint64 n;         /* separators */
  guint64 n_ends;    /* line ends */
  guint64 n_prose;   /* before a blank and not behind one, as a comma in a sentence */
  guint64 n_decimal; /* commas between digits */
  /* marks that a quotation mark follows, blanks aside or with blanks, or stands before */
  guint64 n_opened[N_QUOTES];
  guint64 n_padded[N_QUOTES];
  guint64 n_closed[N_QUOTES];
} MarkCounts;

static void
count_sides (MarkCounts   *counts,
             const guint8 *text,
             gsize         at,
             gsize         length)
{
  gsize behind = at + 1;
  gsize before = at;

  while (behind < length && text[behind] == ' ')
    behind++;
  while (before > 0 && text[before - 1] == ' ')
    before--;
  for (Quote i = 0; i < N_QUOTES; i++)
    {
      if (text[behind] == quotes[i])
        {
          counts->n_opened[i]++;
          counts->n_padded[i] += behind > at + 1;
        }
      if (before > 0)
        counts->n_closed[i] += text[before - 1] == quotes[i];
    }
}

static MarkCounts
count_marks (const MerCsvRows *rows)
{
  const guint8 *text = rows->source.text;
  MarkCounts    counts = { 0 };

  for (gsize i = 0; i < rows->n_marks && rows->marks[i] < rows->position; i++)
    {
      gsize at = rows->marks[i];

      count_sides (&counts, text, at, rows->source.length);
      if (text[at] != rows->dialect.separator)
        {
          counts.n_ends++;
          continue;
        }
      counts.n++;
      counts.n_prose += text[at + 1] == ' ' && at > 0 && text[at - 1] != ' ';
      if (text[at] == ',' && at > 0)
        counts.n_decimal += g_ascii_isdigit (text[at - 1]) && g_ascii_isdigit (text[at + 1]);
    }
  return counts;
}

/* How the first rows fall into cells. */
typedef struct
{
  guint64 n_rows; /* that are not blank */
  guint64 n_wide; /* of more than one cell */
  guint   width;  /* that most of those have; of equals the wider */
  guint64 n_agreed;
  guint   first; /* width of the first row */
} Widths;

static gboolean
is_blank_row (const MerCsvRows *rows)
{
  return rows->n_cells == 1 && rows->cells[0].length == 0;
}

static Widths
read_widths (MerCsvRows *rows)
{
  g_autofree guint *n_rows = g_new0 (guint, MER_TABLE_MAX_CELLS + 1);
  Widths            widths = { 0 };

  rows->line = 1;
  mer_csv_rows_scan (rows);
  for (guint i = 0; i < DETECTION_ROWS && rows->position < rows->source.length; i++)
    {
      if (mer_csv_rows_read (rows) != MER_CSV_ROW_WHOLE)
        break;
      if (is_blank_row (rows))
        continue;
      if (widths.n_rows++ == 0)
        widths.first = rows->n_cells;
      widths.n_wide += rows->n_cells > 1;
      n_rows[rows->n_cells]++;
    }
  for (guint width = 2; width <= MER_TABLE_MAX_CELLS; width++)
    {
      if (n_rows[width] > 0 && n_rows[width] >= widths.n_agreed)
        {
          widths.n_agreed = n_rows[width];
          widths.width = width;
        }
    }
  return widths;
}

static guint64
count_of_sides (const MarkCounts *counts,
                Quote             quote)
{
  return counts->n_opened[quote] + counts->n_closed[quote];
}

/* The quotation mark that a separator's neighbours speak for. */
static void
choose_quote (MerCsvRows       *rows,
              const MarkCounts *counts)
{
  guint64 n_apostrophes = count_of_sides (counts, APOSTROPHE);
  Quote   quote = DOUBLE_QUOTE;

  if (n_apostrophes > 2 * count_of_sides (counts, DOUBLE_QUOTE) &&
      n_apostrophes >= counts->n + counts->n_ends)
    quote = APOSTROPHE;
  rows->dialect.quote = quotes[quote];
  rows->dialect.padded = counts->n_padded[quote] > 0 &&
                         counts->n_padded[quote] * 4 >= counts->n &&
                         counts->n_closed[quote] >= counts->n_opened[quote];
}

static Widths
try_separator (MerCsvRows *rows,
               guint8      separator,
               MarkCounts *counts)
{
  Widths widths;

  rows->dialect = (MerCsvDialect){ separator, '"', FALSE };
  widths = read_widths (rows);
  *counts = count_marks (rows);
  choose_quote (rows, counts);
  if (rows->dialect.quote == '"' && !rows->dialect.padded)
    return widths;
  widths = read_widths (rows);
  *counts = count_marks (rows);
  return widths;
}

/* 0 when the sign divides no columns. Quotation marks beside it speak for it. */
static guint64
score_of (const Widths     *widths,
          const MarkCounts *counts)
{
  gboolean doubtful = counts->n_prose * 2 > counts->n || counts->n_decimal * 2 > counts->n;
  guint64  n_quotes = MAX (count_of_sides (counts, DOUBLE_QUOTE),
                           count_of_sides (counts, APOSTROPHE));
  guint64  score = (widths->n_agreed + n_quotes) * (MER_TABLE_MAX_CELLS + 1) + widths->width;

  if (widths->n_agreed == 0)
    return 0;
  if (doubtful)
    return widths->first > 1 && widths->n_agreed * 10 >= widths->n_rows * 9 ? score / 8 : 0;
  /* A report may have many lines of a single cell above a narrow table. */
  if (widths->n_wide * 2 >= widths->n_rows || (widths->width >= 3 && widths->n_agreed >= 2))
    return score;
  return 0;
}

static void
detect (MerCsvRows *rows)
{
  static const guint8 candidates[] = { ';', ',', '\t', '|' };
  MerCsvDialect       best = { NO_SEPARATOR, '"', FALSE };
  guint64             best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      MarkCounts counts = { 0 };
      Widths     widths = try_separator (rows, candidates[i], &counts);
      guint64    score = score_of (&widths, &counts);

      /* Where none divides anything, the first that does not occur is as good as any. */
      if (score > best_score ||
          (best_score == 0 && counts.n == 0 && best.separator == NO_SEPARATOR))
        {
          best_score = score;
          best = rows->dialect;
        }
    }
  rows->dialect = best;
}

/* Spreadsheets write a first line «sep=;» to tell each other the separator. */
static gsize
read_separator_line (const MerCsvRows *rows,
                     guint8           *separator)
{
  const guint8 *text = rows->source.text;
  gsize         quote = text[0] == '"' ? 1 : 0;
  gsize         end = quote * 2 + 5;
  const char   *start = (const char *) text + quote;

  if (rows->source.length <= end || g_ascii_strncasecmp (start, "sep=", 4) != 0 ||
      text[quote + 4] >= 0x80 || strchr ("\"'\r\n", text[quote + 4]) != NULL ||
      (quote == 1 && text[6] != '"') || (text[end] != '\n' && text[end] != '\r'))
    return 0;
  *separator = text[quote + 4];
  return text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
}

gsize
mer_csv_dialect_find (MerCsvRows *rows,
                      char        wanted)
{
  guint8     separator = (guint8) wanted;
  guint8     told = 0;
  gsize      skip = read_separator_line (rows, &told);
  MarkCounts counts = { 0 };

  if (wanted == 0)
    separator = told;
  if (separator != 0)
    try_separator (rows, separator, &counts);
  else
    detect (rows);
  return skip;
}
