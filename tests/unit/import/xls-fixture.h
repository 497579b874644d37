/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-stdio.h>
#include <string.h>

#include "import/mer-xls-record.h"

/* Streams of workbooks made by hand, record by record, and containers around them. */

static inline void
xls_put (GByteArray *stream,
         guint64     value,
         guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = (guint8) (value >> (8 * i));
      g_byte_array_append (stream, &byte, 1);
    }
}

/* Begins a record; its length is set when it ends. */
static inline guint
xls_begin (GByteArray *stream,
           guint       type)
{
  xls_put (stream, type, 2);
  xls_put (stream, 0, 2);
  return stream->len;
}

static inline void
xls_end (GByteArray *stream,
         guint       start)
{
  guint length = stream->len - start;

  stream->data[start - 2] = (guint8) length;
  stream->data[start - 1] = (guint8) (length >> 8);
}

/* UTF-16 units of a text, without count and flags. */
static inline void
xls_put_wide (GByteArray *stream,
              const char *text)
{
  glong                 n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    xls_put (stream, units[i], 2);
}

static inline void
xls_put_text (GByteArray *stream,
              const char *text)
{
  xls_put (stream, (guint64) g_utf8_strlen (text, -1), 2);
  xls_put (stream, 1, 1);
  xls_put_wide (stream, text);
}

static inline void
xls_bof (GByteArray *stream,
         guint       kind)
{
  guint start = xls_begin (stream, MER_XLS_BOF);

  xls_put (stream, 0x0600, 2);
  xls_put (stream, kind, 2);
  xls_put (stream, 0, 8);
  xls_put (stream, 0, 4);
  xls_end (stream, start);
}

static inline void
xls_eof (GByteArray *stream)
{
  xls_end (stream, xls_begin (stream, MER_XLS_EOF));
}

/* A style of cells, with the number of its format; they are counted from 0. */
static inline void
xls_style (GByteArray *stream,
           guint       format)
{
  guint start = xls_begin (stream, MER_XLS_XF);

  xls_put (stream, 0, 2);
  xls_put (stream, format, 2);
  for (guint i = 0; i < 2; i++)
    xls_put (stream, 0, 8);
  xls_end (stream, start);
}

/* Where the sheet's offset stands, for xls_place_sheet(). */
static inline guint
xls_sheet (GByteArray *stream,
           const char *name,
           guint       hidden,
           guint       kind)
{
  guint start = xls_begin (stream, MER_XLS_BOUNDSHEET);

  xls_put (stream, 0, 4);
  xls_put (stream, hidden, 1);
  xls_put (stream, kind, 1);
  xls_put (stream, (guint64) g_utf8_strlen (name, -1), 1);
  xls_put (stream, 1, 1);
  xls_put_wide (stream, name);
  xls_end (stream, start);
  return start;
}

/* The sheet begins at the end of the stream. */
static inline void
xls_place_sheet (GByteArray *stream,
                 guint       at)
{
  guint32 offset = GUINT32_TO_LE (stream->len);

  memcpy (stream->data + at, &offset, 4);
  xls_bof (stream, 0x10);
}

static inline guint
xls_begin_cell (GByteArray *stream,
                guint       type,
                guint       row,
                guint       column)
{
  guint start = xls_begin (stream, type);

  xls_put (stream, row, 2);
  xls_put (stream, column, 2);
  xls_put (stream, 0, 2);
  return start;
}

static inline void
xls_number (GByteArray *stream,
            guint       row,
            guint       column,
            double      value)
{
  guint   start = xls_begin_cell (stream, MER_XLS_NUMBER, row, column);
  guint64 bits = 0;

  memcpy (&bits, &value, 8);
  xls_put (stream, bits, 8);
  xls_end (stream, start);
}

static inline void
xls_label (GByteArray *stream,
           guint       row,
           guint       column,
           const char *text)
{
  guint start = xls_begin_cell (stream, MER_XLS_LABEL, row, column);

  xls_put_text (stream, text);
  xls_end (stream, start);
}

/* A container whose only stream, of this name, holds these bytes. */
static inline void
xls_write (const char   *path,
           const char   *name,
           const guint8 *bytes,
           gsize         length)
{
  GsfOutput  *file = gsf_output_stdio_new (path, NULL);
  GsfOutfile *container = gsf_outfile_msole_new (file);
  GsfOutput  *stream = gsf_outfile_new_child (container, name, FALSE);

  g_assert_true (gsf_output_write (stream, length, bytes));
  g_assert_true (gsf_output_close (stream));
  g_assert_true (gsf_output_close (GSF_OUTPUT (container)));
  g_object_unref (stream);
  g_object_unref (container);
  g_object_unref (file);
}
