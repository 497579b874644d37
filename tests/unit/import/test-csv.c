/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The CSV reader: tables of cases, encodings, and input that no table is made of. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "import/mer-table-reader.h"

static char *
write_file (const char *name,
            const char *bytes,
            gssize      length)
{
  g_autofree char *folder = g_dir_make_tmp ("mer-csv-XXXXXX", NULL);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

static void
remove_file (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

/* «number:cell|cell» a row, one a line; the error's text last. */
static char *
dump (const char *path,
      const char *encoding,
      char        separator)
{
  MerTableOptions options = { path, NULL, encoding, separator };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = mer_table_reader_open (&options, &error);
  GString *out = g_string_new (NULL);
  MerRow   row = { 0 };

  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT ":", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        {
          g_string_append (out, i > 0 ? "|" : "");
          g_string_append_len (out, row.cells[i].text, (gssize) row.cells[i].length);
        }
      g_string_append_c (out, '\n');
    }
  if (error != NULL)
    g_string_append (out, error->message);
  return g_string_free (out, FALSE);
}

static void
check (const char *bytes,
       gssize      length,
       const char *expected)
{
  char            *path = write_file ("t.csv", bytes, length);
  g_autofree char *got = dump (path, NULL, 0);

  g_assert_cmpstr (got, ==, expected);
  remove_file (path);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    { "a;b\n1;2\n", "1:a|b\n2:1|2\n" },
    { "a,b\r\n1,2\r\n", "1:a|b\n2:1|2\n" },
    { "a\tb\r1\t2\r", "1:a|b\n2:1|2\n" },
    { "a;b\n1;2", "1:a|b\n2:1|2\n" },
    { "a;b\n\n;\n1;2\n\n", "1:a|b\n4:1|2\n" },
    { "\xef\xbb\xbfшкола;да\n1;2\n", "1:школа|да\n2:1|2\n" },
    { "a;b\n\"x;y\";\"q\"\"r\"\n", "1:a|b\n2:x;y|q\"r\n" },
    { "a;b\n\"x\ny\";2\n3;4\n", "1:a|b\n2:x\ny|2\n4:3|4\n" },
    { "a;b\n\"x\r\ny\";2\r\n3;4", "1:a|b\n2:x\r\ny|2\n4:3|4\n" },
    { "a;b\n\"\";\"\"\"\"\n", "1:a|b\n2:|\"\n" },
    { "a;b\nШкола \"Радуга\";2\n", "1:a|b\n2:Школа \"Радуга\"|2\n" },
    { "a;b\n\"x\" y;\"z\"\n", "1:a|b\n2:x y|z\n" },
    { "a;b;c\n1;2\n3;4;5;6\n", "1:a|b|c\n2:1|2\n3:3|4|5|6\n" },
    { "sep=;\r\na,x;b\n1;2\n", "2:a,x|b\n3:1|2\n" },
    { "Вопрос, длинный;Ещё, вопрос, тут\nда;нет\nда;нет\n",
      "1:Вопрос, длинный|Ещё, вопрос, тут\n2:да|нет\n3:да|нет\n" },
    { "Да, нет, иногда;Нет, да, редко\n", "1:Да, нет, иногда|Нет, да, редко\n" },
    { "a;\"б,в,г,д\"\n", "1:a|б,в,г,д\n" },
    { "\"a;б;в\",\"г\"\n", "1:a;б;в|г\n" },
    { "a, b, c\n", "1:a| b| c\n" },
    { "один столбец\nда\n", "1:один столбец\n2:да\n" },
    /* separators */
    { "a|b\n1|2\n", "1:a|b\n2:1|2\n" },
    { "a ; b\n1 ; 2\n", "1:a | b\n2:1 | 2\n" },
    { "a , b\n1 , 2\n", "1:a | b\n2:1 | 2\n" },
    { "Имя;Балл\nА;4,5\nБ;3,5\n", "1:Имя|Балл\n2:А|4,5\n3:Б|3,5\n" },
    { "1,5;2,5;3,5\n4,5;5,5;6,5\n", "1:1,5|2,5|3,5\n2:4,5|5,5|6,5\n" },
    { "1,2,3\n4,5,6\n", "1:1|2|3\n2:4|5|6\n" },
    { "Балл\n4,5\n3,5\n", "1:Балл\n2:4,5\n3:3,5\n" },
    { "Организация\nШкола, корпус 1\nШкола, корпус 2\n",
      "1:Организация\n2:Школа, корпус 1\n3:Школа, корпус 2\n" },
    { "Замечания\nНет\nТесно; шумно, темно\nНет\nНет\n",
      "1:Замечания\n2:Нет\n3:Тесно; шумно, темно\n4:Нет\n5:Нет\n" },
    { "Отчёт\n\na;b;c\n1;2;3\n4;5;6\n", "1:Отчёт\n3:a|b|c\n4:1|2|3\n5:4|5|6\n" },
    { "Отчёт\nза\nвесь\nгод\nвот\nон\na\tb\tc\n1\t2\t3\n",
      "1:Отчёт\n2:за\n3:весь\n4:год\n5:вот\n6:он\n7:a|b|c\n8:1|2|3\n" },
    { "a;b;\n1;2;\n", "1:a|b|\n2:1|2|\n" },
    { "SEP=,\na,b\n", "2:a|b\n" },
    { "\"sep=;\"\r\na,x;b\r\n", "2:a,x|b\n" },
    { "sep=\t\na\tb;c\n", "2:a|b;c\n" },
    /* quotation marks */
    { "'a;x';'b'\n'it''s';'2'\n", "1:a;x|b\n2:it's|2\n" },
    { "'a';'б \"в\"'\n'1';'2'\n", "1:a|б \"в\"\n2:1|2\n" },
    { "a;б'в\n'1;2\n", "1:a|б'в\n2:'1|2\n" },
    { "\"a\", \"b, c\", \"d\"\n\"1\", \"2, 3\", \"4\"\n", "1:a|b, c|d\n2:1|2, 3|4\n" },
    { "\"a\" ; \"b;c\"\n\"1\" ; \"2;3\"\n", "1:a |b;c\n2:1 |2;3\n" },
    { "a; \"b\" в кавычках\nи; ещё\n", "1:a| \"b\" в кавычках\n2:и| ещё\n" },
    { "'a';'x\ny'\n'1';'2'\n", "1:a|x\ny\n3:1|2\n" },
    /* line ends of all kinds, and a mark in the middle */
    { "a;b\r\n1;2\n3;4\r5;6", "1:a|b\n2:1|2\n3:3|4\n4:5|6\n" },
    { "\xef\xbb\xbf\xef\xbb\xbf"
      "a;b\n\xef\xbb\xbf\"c\";d\n",
      "1:a|b\n2:c|d\n" },
    { "a;b\n1;\"open\nx;y\n",
      "1:a|b\nThe file “t.csv”, row 2, column 2: a quotation mark opens here and is never "
      "closed." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].text, -1, cases[i].rows);
}

static void
test_encodings (void)
{
  static const char *const text = "Наименование организации;Ответ\n"
                                  "Детский сад № 3 «Радуга»;Да, полностью\nШкола № 12;НЕТ\n";
  static const char *const rows = "1:Наименование организации|Ответ\n"
                                  "2:Детский сад № 3 «Радуга»|Да, полностью\n3:Школа № 12|НЕТ\n";
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize       mark_length;
  } cases[] = {
    { "UTF-8", "", 0 },
    { "UTF-8", "\xef\xbb\xbf", 3 },
    { "WINDOWS-1251", "", 0 },
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-16LE", "", 0 },
    { "UTF-16BE", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize            length = 0;
      g_autofree char *bytes =
        g_convert (text, -1, cases[i].encoding, "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) file = g_string_new_len (cases[i].mark, (gssize) cases[i].mark_length);

      g_string_append_len (file, bytes, (gssize) length);
      check (file->str, (gssize) file->len, rows);
    }
}

/* Encodings without «№»: CP866 has it, KOI8-R has not. */
static void
test_older_encodings (void)
{
  static const char *const text = "Организация;Ответ\nДетский сад Радуга;Да\nШкола 12;Нет\n";
  static const char *const rows = "1:Организация|Ответ\n2:Детский сад Радуга|Да\n3:Школа 12|Нет\n";
  static const char *const encodings[] = { "CP866", "KOI8-R" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize            length = 0;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      char            *path = NULL;
      g_autofree char *got = NULL;

      check (bytes, (gssize) length, rows);
      path = write_file ("t.csv", bytes, (gssize) length);
      got = dump (path, encodings[i], ';');
      g_assert_cmpstr (got, ==, rows);
      remove_file (path);
    }
}

static void
test_unknown_encoding (void)
{
  char            *path = write_file ("t.csv", "a;b\n", -1);
  g_autofree char *got = dump (path, "no-such-code", 0);

  g_assert_cmpstr (got, ==,
                   "The file “t.csv” cannot be read: the encoding “NO-SUCH-CODE” is not known.");
  remove_file (path);
}

/* A few bad bytes in a text of UTF-8 are damage with a place, not Windows-1251. */
static void
test_damaged_text (void)
{
  g_autoptr (GString) text = g_string_new ("Организация;Ответ\n");

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "Школа;Да\n");
  g_string_append (text, "Школа;Да\xff\n");
  {
    char            *path = write_file ("t.csv", text->str, (gssize) text->len);
    g_autofree char *got = dump (path, NULL, 0);

    g_assert_true (g_str_has_suffix (got, "The file “t.csv”, row 52, column 2: bytes that are no "
                                          "text in the encoding UTF-8."));
    remove_file (path);
  }
}

static void
test_not_a_table (void)
{
  GRand *rand = g_rand_new_with_seed (7);
  char   noise[5000];

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (char) g_rand_int_range (rand, 0, 256);
  g_rand_free (rand);
  check ("", 0, "The file “t.csv” is empty.");
  check (noise, sizeof noise, "The file “t.csv” is not a text table.");
  check ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "The file “t.csv” is not a text table.");
  check ("a;b\n1;\0;2\n", 10, "The file “t.csv” is not a text table.");
}

static void
test_missing (void)
{
  g_autofree char *missing = dump ("/nonexistent/t.csv", NULL, 0);
  g_autofree char *folder = dump ("/tmp", NULL, 0);

  g_assert_cmpstr (missing, ==, "The file “t.csv” cannot be read: No such file or directory.");
  g_assert_cmpstr (folder, ==, "The file “tmp” cannot be read: Is a directory.");
}

/* Rows of all lengths, so that every place of a row meets every edge of the window. */
static void
test_window_edges (void)
{
  g_autoptr (GString) text = g_string_new ("номер;текст;ответ\n");
  char           *path = NULL;
  MerTableOptions options = { 0 };
  g_autoptr (MerTableReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  MerRow row = { 0 };
  guint  n = 30000;
  gint64 line = 2;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i % 7 == 0 ? "%u;\"я\"\"%.*s\r\n\";да\r\n" : "%u;я%.*s;да\r\n", i,
                            (int) (i % 29) * 2, "абвгдежзиклмнопрстуфхцчшщыэюя");
  path = write_file ("t.csv", text->str, (gssize) text->len);
  options.path = path;
  reader = mer_table_reader_open (&options, &error);
  g_assert_no_error (error);
  for (guint pass = 0; pass < 2; pass++)
    {
      line = 2;
      g_assert_cmpint (mer_table_reader_next (reader, &row, &error), ==, 1);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *number = g_strdup_printf ("%u", i);

          g_assert_cmpint (mer_table_reader_next (reader, &row, &error), ==, 1);
          g_assert_cmpuint (row.n_cells, ==, 3);
          g_assert_cmpint (row.number, ==, line);
          g_assert_true (row.cells[0].length == strlen (number) &&
                         memcmp (row.cells[0].text, number, row.cells[0].length) == 0);
          g_assert_true (memcmp (row.cells[2].text, "да", 4) == 0);
          line += i % 7 == 0 ? 2 : 1;
        }
      g_assert_cmpint (mer_table_reader_next (reader, &row, &error), ==, 0);
      g_assert_true (reader->rewind (reader, &error));
    }
  remove_file (path);
}

static gsize
peak_memory (void)
{
  struct rusage usage = { 0 };

  getrusage (RUSAGE_SELF, &usage);
  return (gsize) usage.ru_maxrss * 1024;
}

/* 300 megabytes in a single line, and a row of a million cells: refused, and not kept in memory. */
static void
test_huge (void)
{
  char *path = write_file ("t.csv", "a;b\n", -1);
  g_autoptr (GString) wide = g_string_new ("a;b\n");
  g_autofree char *chunk = g_strnfill (1024 * 1024, 'x');
  g_autofree char *got = NULL;
  gsize            before = 0;
  FILE            *file = g_fopen (path, "a");

  for (guint i = 0; i < 300; i++)
    g_assert_cmpuint (fwrite (chunk, 1, 1024 * 1024, file), ==, 1024 * 1024);
  fclose (file);
  before = peak_memory ();
  got = dump (path, NULL, 0);
  g_assert_cmpstr (got, ==,
                   "1:a|b\nThe file “t.csv” has a line of more than 16 megabytes: this is not a "
                   "table.");
  g_assert_cmpuint (peak_memory () - before, <, 150 * 1024 * 1024);
  remove_file (path);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (wide, ';');
  check (wide->str, (gssize) wide->len,
         "1:a|b\nThe file “t.csv”, row 2: more than 16384 cells: this is not a table.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cases", test_cases);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/older-encodings", test_older_encodings);
  g_test_add_func ("/csv/unknown-encoding", test_unknown_encoding);
  g_test_add_func ("/csv/damaged-text", test_damaged_text);
  g_test_add_func ("/csv/not-a-table", test_not_a_table);
  g_test_add_func ("/csv/missing", test_missing);
  g_test_add_func ("/csv/window-edges", test_window_edges);
  g_test_add_func ("/csv/huge", test_huge);
  return g_test_run ();
}
