/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-header-text.h"
#include "import/mer-import-row.h"

#define SHOWN_LETTERS 60

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x200b || c == 0xfeff;
}

char *
mer_row_text (const MerRow          *row,
              const MerImportColumn *column)
{
  const MerCell *cell;
  const char    *start, *end, *last;

  if (column == NULL || column->index >= row->n_cells)
    return g_strdup ("");
  cell = &row->cells[column->index];
  start = cell->text;
  end = cell->text + cell->length;
  while (start < end && is_blank (g_utf8_get_char (start)))
    start = mer_utf8_next (start);
  last = start;
  for (const char *p = start; p < end; p = mer_utf8_next (p))
    {
      if (!is_blank (g_utf8_get_char (p)))
        last = mer_utf8_next (p);
    }
  return g_strndup (start != NULL ? start : "", (gsize) (last - start));
}

gboolean
mer_row_is_ragged (const MerImportJob *job,
                   const MerRow       *row)
{
  guint n = job->columns->columns->len;

  if (job->reader->info.separator == 0)
    return FALSE;
  if (row->n_cells < n)
    return TRUE;
  for (guint i = n; i < row->n_cells; i++)
    {
      if (row->cells[i].length > 0)
        return TRUE;
    }
  return FALSE;
}

void
mer_row_reject_ragged (MerImportJob *job,
                       const MerRow *row)
{
  MerImportProblem *problem =
    mer_import_problems_count (job->problems, MER_PROBLEM_REJECTED, "ragged-row", row->number, NULL,
                               NULL, 1);
  g_autofree char *number = mer_row_number_text (row->number);

  job->result->rejected++;
  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s: the number of cells is %u, in the header %u."),
                                        number,
                                        row->n_cells, job->columns->columns->len);
}

char *
mer_text_shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_LETTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, SHOWN_LETTERS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

char *
mer_row_number_text (gint64 row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, row);
}

gboolean
mer_row_parse_whole (const char *text,
                     gint64      max,
                     gint64     *out)
{
  gint64      value = 0;
  const char *p = text;

  for (; *p != '\0' && *p != '.' && *p != ','; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c < '0' || c > '9' || value > max)
        return FALSE;
      value = value * 10 + (gint64) (c - '0');
    }
  if (p == text || (*p != '\0' && strspn (p + 1, "0") != strlen (p + 1)) || value > max)
    return FALSE;
  *out = value;
  return TRUE;
}
