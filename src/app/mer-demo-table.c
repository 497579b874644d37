/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of the invented district in memory, and the random numbers that fill it. */

#include "config.h"

#include <string.h>

#include "app/mer-demo-private.h"
#include "core/mer-csv.h"
#include "report/mer-xlsx.h"

/* The generator "splitmix64" of Sebastiano Vigna: small, and the same on every machine. */
static guint64
next_random (MerDemoRandom *self)
{
  guint64 z = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

guint
mer_demo_random_below (MerDemoRandom *self,
                       guint          n)
{
  return (guint) (((next_random (self) >> 32) * n) >> 32);
}

void
mer_demo_random_shuffle (MerDemoRandom *self,
                         guint         *array,
                         guint          n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = mer_demo_random_below (self, i);
      guint kept = array[i - 1];

      array[i - 1] = array[j];
      array[j] = kept;
    }
}

MerDemoTable *
mer_demo_table_new (void)
{
  MerDemoTable *self = g_new0 (MerDemoTable, 1);

  self->cells = g_ptr_array_new ();
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
mer_demo_table_free (MerDemoTable *self)
{
  g_ptr_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
mer_demo_table_add (MerDemoTable *self,
                    const char   *text)
{
  g_ptr_array_add (self->cells, g_string_chunk_insert_const (self->strings, text));
}

guint
mer_demo_table_n_rows (const MerDemoTable *self)
{
  return self->cells->len / self->n_columns;
}

const char *
mer_demo_table_cell (const MerDemoTable *self,
                     guint               row,
                     guint               column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

gboolean
mer_demo_table_write_csv (const MerDemoTable *self,
                          const char         *path,
                          gboolean            windows_1251,
                          GError            **error)
{
  g_autoptr (GString) csv = g_string_new (windows_1251 ? "" : "\xef\xbb\xbf");
  g_autofree char *converted = NULL;
  gsize            length = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      mer_csv_append (csv, g_ptr_array_index (self->cells, i), ';');
      g_string_append (csv, (i + 1) % self->n_columns == 0 ? "\r\n" : ";");
    }
  if (!windows_1251)
    return g_file_set_contents (path, csv->str, (gssize) csv->len, error);
  converted = g_convert (csv->str, (gssize) csv->len, "WINDOWS-1251", "UTF-8", NULL, &length,
                         error);
  return converted != NULL && g_file_set_contents (path, converted, (gssize) length, error);
}

/* Whether a spreadsheet would hold the text as a number: not so numbers of registers. */
static gboolean
is_number (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length < 10 && strspn (text, "0123456789") == length;
}

gboolean
mer_demo_table_write_xlsx (const MerDemoTable *self,
                           const char         *path,
                           const char         *sheet,
                           GError            **error)
{
  g_autoptr (MerXlsx) xlsx = mer_xlsx_new (sheet, error);
  g_autoptr (GBytes) bytes = NULL;

  if (xlsx == NULL)
    return FALSE;
  mer_xlsx_freeze_rows (xlsx, 1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *text = g_ptr_array_index (self->cells, i);
      guint       row = i / self->n_columns;
      guint       column = i % self->n_columns;

      if (is_number (text))
        {
          double value = (double) g_ascii_strtoll (text, NULL, 10);

          mer_xlsx_set_number (xlsx, row, column, value, 0, FALSE);
        }
      else if (*text != '\0')
        mer_xlsx_set_text (xlsx, row, column, text, row == 0);
    }
  bytes = mer_xlsx_finish (xlsx, error);
  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes), error);
}
