/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the XLS reader must refuse, in a sentence: what is no table, and what is damaged, wherever
 * it was cut. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include <sys/mman.h>
#include <unistd.h>

#include "xls-files-fixture.h"
#include "xls-stream-fixture.h"

/* Two sheets at one place, or one within another, would be read again and again. */
static void
test_overlap (Fixture      *self,
              gconstpointer data)
{
  guint first = 0;
  guint second = 0;

  xls_bof (self->stream, 5);
  first = xls_sheet (self->stream, "1", 0, 0);
  second = xls_sheet (self->stream, "2", 0, 0);
  xls_eof (self->stream);
  xls_place_sheet (self->stream, first);
  xls_place_sheet (self->stream, second);
  xls_number (self->stream, 0, 0, 1);
  xls_eof (self->stream);
  xls_eof (self->stream);
  check (self, NULL, "The file “t.xls” is damaged or was not copied to its end.");
  check (self, "2", "1:1\n");
  memcpy (self->stream->data + second, self->stream->data + first, 4);
  check (self, "2", "The file “t.xls” is damaged or was not copied to its end.");
}

static void
test_encrypted (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *got = NULL;
  guint            start = 0;

  xls_bof (self->stream, 5);
  start = xls_begin (self->stream, MER_XLS_FILEPASS);
  xls_put (self->stream, 1, 6);
  xls_end (self->stream, start);
  check (self, NULL, "The file “t.xls” is encrypted: save it without a password.");
  xls_write (self->path, "EncryptedPackage", self->stream->data, self->stream->len);
  got = fixture_dump (self->path, NULL);
  g_assert_cmpstr (got, ==, "The file “t.xls” is encrypted: save it without a password.");
}

static void
test_other (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *got = NULL;
  guint            start = xls_begin (self->stream, 0x0409);

  xls_put (self->stream, 0, 8);
  xls_end (self->stream, start);
  check (self, NULL, "The file “t.xls” has an old format: save it as XLSX or CSV.");
  xls_write (self->path, "WordDocument", self->stream->data, self->stream->len);
  got = fixture_dump (self->path, NULL);
  g_assert_cmpstr (got, ==, "The file “t.xls” is an office document, but not a table.");
}

static void
test_no_table (Fixture      *self,
               gconstpointer data)
{
  xls_bof (self->stream, 5);
  xls_sheet (self->stream, "Диаграмма", 0, 2);
  xls_eof (self->stream);
  check (self, NULL, "The file “t.xls” is an office document, but not a table.");
}

static void
test_wide_column (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *blanks = g_strnfill (255, '|');
  g_autofree char *expected = g_strconcat (
    "6:", blanks, "1\nThe file “t.xls”, row 7: too many cells, this is not a table.", NULL);

  begin_sheet (self);
  xls_number (self->stream, 5, 255, 1);
  xls_number (self->stream, 6, 256, 1);
  xls_eof (self->stream);
  check (self, NULL, expected);
}

static void
test_short_record (Fixture      *self,
                   gconstpointer data)
{
  begin_sheet (self);
  xls_end (self->stream, xls_begin_cell (self->stream, MER_XLS_NUMBER, 2, 0));
  xls_eof (self->stream);
  check (self, NULL, "The file “t.xls” is damaged in row 3.");
}

/* A sheet without an end has lost rows, wherever it was cut. */
static void
test_cut_stream (Fixture      *self,
                 gconstpointer data)
{
  guint whole = 0;

  begin_sheet (self);
  for (guint row = 0; row < 20; row++)
    xls_number (self->stream, row, 0, row);
  xls_eof (self->stream);
  whole = self->stream->len;
  for (guint cut = 1; cut < whole; cut += 7)
    {
      g_byte_array_set_size (self->stream, whole - cut);
      check (self, NULL, "The file “t.xls” is damaged or was not copied to its end.");
    }
}

/* Thousands of times, so in memory: what is read of a file that holds these bytes. */
static char *
dump_bytes (const char *bytes,
            gsize       length)
{
  int              file = memfd_create ("xls", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  char            *result = NULL;

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, bytes, length), ==, (gssize) length);
  result = fixture_dump (path, NULL);
  close (file);
  return result;
}

/* Files of every writer, cut anywhere: a sentence, never a part of the rows. */
static void
test_cut_file (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = written_path (written[i].file);
      g_autofree char *bytes = NULL;
      gsize            length = 0;
      guint            n_refused = 0;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (gsize cut = 8; cut < length; cut += 61)
        {
          g_autofree char *got = dump_bytes (bytes, cut);

          /* The last block may be padding. */
          if (g_str_equal (got, written[i].rows))
            continue;
          g_assert_true (g_str_has_suffix (got, " is damaged or was not copied to its end."));
          n_refused++;
        }
      g_assert_cmpuint (n_refused, >, length / 61 / 2);
    }
}

/* Four bytes of a container, set to what is wrong there. */
static void
test_container (void)
{
  static const guint32 values[] = { 0, 1, 2, 0x7f, 0x80, 0x7fffffff, 0xfffffffc, 0xffffffff };
  g_autofree char     *path = written_path ("sheetjs.xls");
  g_autofree char     *bytes = NULL;
  gsize                length = 0;
  guint                n_read = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize at = 24; at < length; at += at == 96 ? 416 : 4)
    {
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree char *copy = g_memdup2 (bytes, length);
          g_autofree char *got = NULL;
          guint32          value = GUINT32_TO_LE (values[i]);

          memcpy (copy + at, &value, 4);
          got = dump_bytes (copy, length);
          n_read += g_str_equal (got, TRUTHS);
        }
    }
  g_assert_cmpuint (n_read, >, 100);
}

static void
add (const char *name,
     void (*test) (Fixture      *self,
                   gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/xls-broken/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("overlap", test_overlap);
  add ("encrypted", test_encrypted);
  add ("other", test_other);
  add ("no-table", test_no_table);
  add ("wide-column", test_wide_column);
  add ("short-record", test_short_record);
  add ("cut-stream", test_cut_stream);
  g_test_add_func ("/xls-broken/cut-file", test_cut_file);
  g_test_add_func ("/xls-broken/container", test_container);
  return g_test_run ();
}
