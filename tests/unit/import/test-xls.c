/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XLS reader: files of several programs, and streams made by hand, one trait each. */

#include "config.h"

#include <math.h>

#include "xls-files-fixture.h"
#include "xls-stream-fixture.h"

/* --- files of other programs */

static void
test_writers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = written_path (written[i].file);
      g_autofree char *got = fixture_dump (path, NULL);

      g_test_message ("%s", written[i].file);
      g_assert_cmpstr (got, ==, written[i].rows);
    }
}

static void
append_times (GString    *out,
              const char *text,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
}

/* Twice as much text as a record holds: strings are cut in the middle, and go on in the other
 * width. */
static void
test_long_strings (void)
{
  static const char *const names[] = { "gnumeric-long.xls", "libreoffice-long.xls" };
  g_autoptr (GString) expected = g_string_new ("1:Номер|Текст\n");

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (expected, "%u:%u|%s", i + 2, i,
                              i % 3 == 0 ? "latin only text " : "Смешанный текст ");
      append_times (expected, i % 3 == 1 ? "абвгд " : "xyz ", i);
      g_string_append_printf (expected, "№%u\n", i);
    }
  g_string_append (expected, "42:40|");
  append_times (expected, "a", 5000);
  append_times (expected, "я", 20);
  g_string_append (expected, "\n43:41|");
  append_times (expected, "б", 300);
  g_string_append (expected, " end\n");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = written_path (names[i]);
      g_autofree char *got = fixture_dump (path, NULL);

      g_assert_cmpstr (got, ==, expected->str);
    }
}

/* Charts are no sheets; what is hidden can be asked for. */
static void
test_names (void)
{
  g_autofree char *path = written_path ("writeexcel-chart.xls");
  g_autofree char *hidden = fixture_dump (path, "Скрытый");
  g_autofree char *second = fixture_dump (path, "2");
  g_autofree char *third = fixture_dump (path, "3");

  g_assert_cmpstr (hidden, ==, "1:нет\n");
  g_assert_cmpstr (second, ==, FORMULAS ("total"));
  g_assert_cmpstr (third, ==,
                   "The file “writeexcel-chart.xls” has no sheet “3”. "
                   "It has: «Скрытый», «Ответы».");
}

static void
test_info (void)
{
  g_autofree char *old = written_path ("gnumeric-biff7.xls");
  MerTableOptions  options = { .path = old };
  g_autoptr (MerTableReader) reader = mer_table_reader_open (&options, NULL);
  MerRow  row = { 0 };
  guint64 done = 0;
  guint64 total = 0;

  g_assert_cmpstr (reader->info.format, ==, "XLS");
  g_assert_cmpstr (reader->info.encoding, ==, "WINDOWS-1251");
  g_assert_cmpstr (reader->info.sheet, ==, "Ответы");
  g_assert_cmpuint (g_strv_length (reader->info.sheets), ==, 2);
  while (mer_table_reader_next (reader, &row, NULL) > 0)
    {
      reader->position (reader, &done, &total);
      g_assert_cmpuint (done, <=, total);
    }
  reader->position (reader, &done, &total);
  g_assert_cmpuint (done, ==, total);
}

/* A file that says nothing true about its code page is read by what the user says. */
static void
test_encoding (void)
{
  g_autofree char *old = written_path ("gnumeric-biff7.xls");
  MerTableOptions  options = { .path = old, .encoding = "KOI8-R" };
  g_autoptr (MerTableReader) reader = mer_table_reader_open (&options, NULL);
  MerRow row = { 0 };

  g_assert_cmpstr (reader->info.encoding, ==, "KOI8-R");
  g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 1);
  g_assert_cmpint (strncmp (row.cells[0].text, "нПЦЮМХГЮЖХЪ", row.cells[0].length), ==, 0);
}

/* --- cells */

static void
put_rk (GByteArray *stream,
        gint32      value,
        guint       flags)
{
  xls_put (stream, 0, 2);
  xls_put (stream, (guint32) value * 4 + flags, 4);
}

static void
test_numbers (Fixture      *self,
              gconstpointer data)
{
  guint start = 0;

  begin_sheet (self);
  xls_number (self->stream, 0, 0, 0.1 + 0.2);
  xls_number (self->stream, 0, 1, -1e15);
  start = xls_begin (self->stream, MER_XLS_RK);
  xls_put (self->stream, 0, 2);
  xls_put (self->stream, 2, 2);
  put_rk (self->stream, -150, 3);
  xls_end (self->stream, start);
  start = xls_begin (self->stream, MER_XLS_MULRK);
  xls_put (self->stream, 1, 2);
  xls_put (self->stream, 1, 2);
  put_rk (self->stream, 7, 2);
  put_rk (self->stream, 0x3ff80000 / 4, 0); /* the upper half of 1.5 */
  put_rk (self->stream, 0x3ff80000 / 4, 1);
  xls_put (self->stream, 3, 2);
  xls_end (self->stream, start);
  xls_number (self->stream, 2, 0, INFINITY);
  xls_eof (self->stream);
  check (self, NULL, "1:0,3|-1000000000000000|-1,5\n2:|7|1,5|0,015\n3:#NUM!\n");
}

static void
put_formula (GByteArray *stream,
             guint       column,
             guint64     result)
{
  guint start = xls_begin_cell (stream, MER_XLS_FORMULA, 0, column);

  xls_put (stream, result, 8);
  xls_put (stream, 0, 8);
  xls_end (stream, start);
}

static void
put_string (GByteArray *stream,
            const char *text)
{
  guint start = xls_begin (stream, MER_XLS_STRING);

  xls_put_text (stream, text);
  xls_end (stream, start);
}

/* A formula's text stands behind it, perhaps with what formulas share between; a text that
 * belongs to none is no cell. */
static void
test_formulas (Fixture      *self,
               gconstpointer data)
{
  const guint64 special = G_GUINT64_CONSTANT (0xffff) << 48;
  guint         start = 0;

  begin_sheet (self);
  put_string (self->stream, "ничья");
  put_formula (self->stream, 0, special);
  start = xls_begin (self->stream, 0x04bc);
  xls_put (self->stream, 0, 8);
  xls_end (self->stream, start);
  put_string (self->stream, "итог");
  put_string (self->stream, "ещё одна");
  put_formula (self->stream, 1, special | 1 | 1 << 16);
  put_formula (self->stream, 2, special | 2 | 0x2a << 16);
  put_formula (self->stream, 3, special | 3);
  put_formula (self->stream, 4, special);
  xls_number (self->stream, 0, 5, 6);
  put_string (self->stream, "поздно");
  start = xls_begin_cell (self->stream, 0x0406, 0, 6);
  xls_put (self->stream, 0, 6);
  xls_put (self->stream, 0x4000, 2); /* the upper end of 2.0 */
  xls_put (self->stream, 0, 4);
  xls_end (self->stream, start);
  xls_eof (self->stream);
  check (self, NULL, "1:итог|да|#N/A|||6|2\n");
}

/* The cached values of a chart inside a sheet are no cells of it. */
static void
test_chart (Fixture      *self,
            gconstpointer data)
{
  begin_sheet (self);
  xls_number (self->stream, 0, 0, 1);
  xls_bof (self->stream, 0x20);
  xls_number (self->stream, 0, 0, 100);
  xls_bof (self->stream, 0x20);
  xls_eof (self->stream);
  xls_number (self->stream, 5, 0, 100);
  xls_eof (self->stream);
  xls_number (self->stream, 1, 0, 2);
  xls_eof (self->stream);
  check (self, NULL, "1:1\n2:2\n");
}

static void
test_order (Fixture      *self,
            gconstpointer data)
{
  begin_sheet (self);
  xls_label (self->stream, 4, 1, "пять");
  xls_label (self->stream, 0, 1, "раз");
  xls_label (self->stream, 4, 0, "5");
  xls_label (self->stream, 0, 0, "1");
  xls_label (self->stream, 2, 0, "");
  xls_label (self->stream, 4, 1, "позже");
  xls_eof (self->stream);
  check (self, NULL, "1:1|раз\n5:5|позже\n");
}

/* The second half of a text, in the other width, and half of a sign at the border. */
static void
test_continued (Fixture      *self,
                gconstpointer data)
{
  guint start = 0;
  guint at = 0;

  xls_bof (self->stream, 5);
  at = xls_sheet (self->stream, "Лист", 0, 0);
  start = xls_begin (self->stream, MER_XLS_SST);
  xls_put (self->stream, 2, 4);
  xls_put (self->stream, 100, 4); /* which is not so */
  xls_put (self->stream, 6, 2);
  xls_put (self->stream, 1 | 4 | 8, 1); /* wide, with readings and formats */
  xls_put (self->stream, 1, 2);
  xls_put (self->stream, 3, 4);
  xls_put_wide (self->stream, "да");
  xls_put (self->stream, 0xd83d, 2);
  xls_end (self->stream, start);
  start = xls_begin (self->stream, MER_XLS_CONTINUE);
  xls_put (self->stream, 1, 1);
  xls_put (self->stream, 0xde00, 2);
  xls_end (self->stream, start);
  start = xls_begin (self->stream, MER_XLS_CONTINUE);
  xls_put (self->stream, 0, 1);
  g_byte_array_append (self->stream, (const guint8 *) "ok....", 6);
  xls_end (self->stream, start);
  start = xls_begin (self->stream, MER_XLS_CONTINUE);
  g_byte_array_append (self->stream, (const guint8 *) "...", 3);
  xls_put (self->stream, 3, 2);
  xls_put (self->stream, 0, 1);
  g_byte_array_append (self->stream, (const guint8 *) "yes", 3);
  xls_end (self->stream, start);
  xls_eof (self->stream);
  xls_place_sheet (self->stream, at);
  for (guint i = 0; i < 3; i++)
    {
      start = xls_begin_cell (self->stream, MER_XLS_LABELSST, i, 0);
      xls_put (self->stream, i, 4);
      xls_end (self->stream, start);
    }
  xls_eof (self->stream);
  check (self, NULL, "1:да😀ok\n2:yes\nThe file “t.xls” is damaged in row 3.");
}

/* A description of a format that cannot be read: the number decides. */
static void
test_format (Fixture      *self,
             gconstpointer data)
{
  guint start = 0;
  guint at = 0;

  xls_bof (self->stream, 5);
  start = xls_begin (self->stream, MER_XLS_FORMAT);
  xls_put (self->stream, 14, 2);
  xls_put (self->stream, 100, 2);
  xls_put (self->stream, 8, 1);
  xls_end (self->stream, start);
  xls_style (self->stream, 14);
  at = xls_sheet (self->stream, "Лист", 0, 0);
  xls_eof (self->stream);
  xls_place_sheet (self->stream, at);
  xls_number (self->stream, 0, 0, 45579);
  xls_eof (self->stream);
  check (self, NULL, "1:14.10.2024\n");
}

/* --- sheets */

static void
test_sheets (Fixture      *self,
             gconstpointer data)
{
  static const guint hidden[] = { 1, 2, 0, 0, 0 };
  static const guint kinds[] = { 0, 0, 2, 0, 0 };
  guint              at[G_N_ELEMENTS (kinds)];

  xls_bof (self->stream, 5);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("№ %u", i);
      at[i] = xls_sheet (self->stream, name, hidden[i], kinds[i]);
    }
  xls_eof (self->stream);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      xls_place_sheet (self->stream, at[i]);
      if (i != 3)
        xls_number (self->stream, 0, 0, i);
      xls_eof (self->stream);
    }
  check (self, NULL, "1:4\n"); /* № 3 is empty */
  check (self, "№ 1", "1:1\n");
  check (self, "№ 2",
         "The file “t.xls” has no sheet “№ 2”. It has: «№ 0», «№ 1», «№ 3», «№ 4».");
}

static void
add (const char *name,
     void (*test) (Fixture      *self,
                   gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/xls/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xls/writers", test_writers);
  g_test_add_func ("/xls/long-strings", test_long_strings);
  g_test_add_func ("/xls/names", test_names);
  g_test_add_func ("/xls/info", test_info);
  g_test_add_func ("/xls/encoding", test_encoding);
  add ("numbers", test_numbers);
  add ("formulas", test_formulas);
  add ("chart", test_chart);
  add ("order", test_order);
  add ("continued", test_continued);
  add ("format", test_format);
  add ("sheets", test_sheets);
  return g_test_run ();
}
