/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merged cells of a sheet. */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "import/mer-xlsx-merge.h"

#include <string.h>

#include "import/mer-table-reader-private.h"

#define MAX_ROW 1048576
#define TAG "mergeCell "
/* Longest «mergeCell ref="…"» that is looked for across the pieces. */
#define MAX_TAG 256

gboolean
mer_xlsx_parse_reference (const char *text,
                          gsize       length,
                          guint      *column,
                          gint64     *row)
{
  guint  letters = 0;
  gint64 digits = 0;
  gsize  i = 0;

  for (; i < length && g_ascii_isupper (text[i]); i++)
    {
      letters = letters * 26 + (guint) (text[i] - 'A') + 1;
      if (letters > MER_TABLE_MAX_CELLS)
        return FALSE;
    }
  for (; i < length && g_ascii_isdigit (text[i]); i++)
    {
      digits = digits * 10 + (text[i] - '0');
      if (digits > MAX_ROW)
        return FALSE;
    }
  *column = letters - 1;
  *row = digits;
  return i == length && letters > 0 && digits > 0;
}

/* `text`: behind the tag's name, zero-terminated. */
static void
add_merge (GArray     *merges,
           const char *text)
{
  const char   *reference = strstr (text, "ref=");
  const char   *colon = NULL;
  const char   *end = NULL;
  MerSheetMerge merge = { 0 };
  guint         last_column = 0;

  if (reference == NULL || (reference[4] != '"' && reference[4] != '\''))
    return;
  end = strchr (reference + 5, reference[4]);
  colon = strchr (reference + 5, ':');
  if (end == NULL || colon == NULL || colon > end || merges->len >= MER_SHEET_MAX_MERGES)
    return;
  reference += 5;
  if (mer_xlsx_parse_reference (reference, (gsize) (colon - reference), &merge.column,
                                &merge.first_row) &&
      mer_xlsx_parse_reference (colon + 1, (gsize) (end - colon - 1), &last_column,
                                &merge.last_row) &&
      merge.last_row > merge.first_row)
    g_array_append_val (merges, merge);
}

static void
scan_piece (GArray  *merges,
            GString *window,
            gboolean at_end)
{
  const char *from = window->str;
  const char *end = window->str + window->len;

  for (;;)
    {
      const char *tag = memmem (from, (gsize) (end - from), TAG, strlen (TAG));
      char        text[MAX_TAG + 1] = { 0 };

      if (tag == NULL || (!at_end && end - tag < MAX_TAG))
        {
          from = tag != NULL ? tag : MAX (from, end - MIN ((gsize) MAX_TAG, window->len));
          break;
        }
      from = tag + strlen (TAG);
      memcpy (text, from, MIN ((gsize) (end - from), MAX_TAG));
      if (strchr (text, '>') != NULL)
        *strchr (text, '>') = 0;
      add_merge (merges, text);
    }
  g_string_erase (window, 0, from - window->str);
}

static int
compare_merges (gconstpointer a,
                gconstpointer b)
{
  const MerSheetMerge *first = a;
  const MerSheetMerge *second = b;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static void
ignore_start (gpointer        data,
              const char     *name,
              const xmlChar **attributes,
              int             n_attributes)
{
}

static void
ignore_end (gpointer    data,
            const char *name)
{
}

static const MerXmlHandler no_handler = { ignore_start, ignore_end, NULL, FALSE };

GArray *
mer_xlsx_find_merges (MerOfficeArchive *archive,
                      const char       *part,
                      GError          **error)
{
  g_auto (MerXmlPart) stream = { 0 };
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (MerSheetMerge));
  g_autoptr (GString) window = g_string_new (NULL);
  gssize n = 1;

  if (!mer_xml_part_open (&stream, archive, part, &no_handler, NULL, error))
    return NULL;
  while (n > 0)
    {
      n = mer_xml_part_read (&stream, error);
      if (n < 0)
        return NULL;
      g_string_append_len (window, (const char *) stream.chunk, n);
      scan_piece (merges, window, n == 0);
    }
  g_array_sort (merges, compare_merges);
  return g_steal_pointer (&merges);
}
