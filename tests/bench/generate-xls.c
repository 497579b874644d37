/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an XLS table of questionnaires with 28 columns: generate-xls FILE ROWS. */

#include "config.h"

#include <stdlib.h>

#include "xls-fixture.h"

#define N_COLUMNS 28
#define N_NAMES 300
#define N_HEADERS N_COLUMNS
#define MAX_RECORD 8000
#define N_STYLES 16 /* as many as any program begins with */
#define MOMENT 22

/* Answers, headers, names of organizations, in this order. */
static char *
shared_text (guint index)
{
  if (index < 2)
    return g_strdup (index == 0 ? "Да" : "Нет");
  if (index < 2 + N_HEADERS)
    return g_strdup_printf ("Вопрос %u", index - 2);
  return g_strdup_printf ("Муниципальное учреждение «Школа № %u»", index - 2 - N_HEADERS);
}

static void
put_shared_texts (GByteArray *stream)
{
  guint start = xls_begin (stream, MER_XLS_SST);

  xls_put (stream, 2 + N_HEADERS + N_NAMES, 4);
  xls_put (stream, 2 + N_HEADERS + N_NAMES, 4);
  for (guint i = 0; i < 2 + N_HEADERS + N_NAMES; i++)
    {
      g_autofree char *text = shared_text (i);

      if (stream->len - start > MAX_RECORD)
        {
          xls_end (stream, start);
          start = xls_begin (stream, MER_XLS_CONTINUE);
        }
      xls_put_text (stream, text);
    }
  xls_end (stream, start);
}

static void
put_shared (GByteArray *stream,
            guint       row,
            guint       column,
            guint       index)
{
  guint start = xls_begin_cell (stream, MER_XLS_LABELSST, row, column);

  xls_put (stream, index, 4);
  xls_end (stream, start);
}

/* Other readers miss it. */
static void
put_font (GByteArray *stream)
{
  guint start = xls_begin (stream, 0x31);

  xls_put (stream, 200, 2);
  xls_put (stream, 0, 2);
  xls_put (stream, 0x7fff, 2);
  xls_put (stream, 400, 2);
  xls_put (stream, 0, 6);
  xls_put (stream, 5, 1);
  xls_put (stream, 1, 1);
  xls_put_wide (stream, "Arial");
  xls_end (stream, start);
}

static void
put_row (GByteArray *stream,
         guint       row)
{
  put_shared (stream, row, 0, 2 + N_HEADERS + row * 7919 % N_NAMES);
  xls_number (stream, row, 1, 45550 + row % 86400 / 1440.0);
  for (guint column = 2; column < N_COLUMNS; column++)
    put_shared (stream, row, column, (row ^ column * 5u) % 7 > 1 ? 0 : 1);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GByteArray) stream = g_byte_array_new ();
  guint at = 0;

  if (argc != 3)
    return 2;
  xls_bof (stream, 5);
  put_font (stream);
  for (guint i = 0; i < N_STYLES; i++)
    xls_style (stream, MOMENT);
  at = xls_sheet (stream, "Ответы", 0, 0);
  put_shared_texts (stream);
  xls_eof (stream);
  xls_place_sheet (stream, at);
  for (guint column = 0; column < N_COLUMNS; column++)
    put_shared (stream, 0, column, 2 + column);
  for (guint row = 1; row <= (guint) atoi (argv[2]); row++)
    put_row (stream, row);
  xls_eof (stream);
  xls_write (argv[1], "Workbook", stream->data, stream->len);
  return EXIT_SUCCESS;
}
