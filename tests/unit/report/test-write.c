/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents as files: formats, repeatability, and files that cannot be written. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "cycle/mer-council.h"
#include "mer-test-report.h"
#include "report/mer-report-private.h"
#include "report/mer-xlsx.h"

static MerScoreTable *
make_district (void)
{
  return mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, NULL, NULL);
}

static void
write_rating (const char *path,
              MerLanguage language)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (GError) error = NULL;
  MerReportInput input = mer_test_input (table, language);

  mer_report_write ("rating", &input, path, &error);
  g_assert_no_error (error);
}

static char *
read_file (const char *path,
           gsize      *size)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, size, &error);
  g_assert_no_error (error);
  return text;
}

static char *
render_html (const char           *kind,
             const MerReportInput *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mer_report_render (kind, input, "html", &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static MerRecordSet *
one_meeting (void)
{
  MerRecordSet *records = mer_record_set_new ();
  GPtrArray    *meetings = g_ptr_array_new_with_free_func (mer_record_free);
  MerMeeting   *meeting = mer_record_new (&mer_record_meeting, 1);

  meeting->day = g_strdup ("2013-10-01");
  g_ptr_array_add (meetings, meeting);
  mer_record_set_take (records, &mer_record_meeting, meetings);
  return records;
}

/* Documents name the procedure as the cycle's settings do, and only so. */
static void
test_procedure (void)
{
  static const char *const kinds[] = { "rating", "protocol", "heads", "control" };
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (GHashTable) settings =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MerRecordSet) records = one_meeting ();
  MerReportInput input = mer_test_input (table, MER_LANGUAGE_EN);

  g_hash_table_insert (settings, g_strdup ("procedure"), g_strdup ("НСОКО"));
  input.records = records;
  input.settings = settings;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = render_html (kinds[i], &input);

      g_test_message ("%s", kinds[i]);
      g_assert_nonnull (strstr (text, "(НСОКО)"));
      g_assert_null (strstr (text, "(НОКО)"));
    }
}

/* Cyrillic comes out of the PDF as it went in; the title is in the document's language. */
static void
test_pdf_text (void)
{
  g_autofree char *path = mer_test_path ("rating.pdf");
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;

  write_rating (path, MER_LANGUAGE_RU);
  text = mer_test_run ("pdftotext", "-layout", path, "-", NULL);
  info = mer_test_run ("pdfinfo", path, NULL);
  fonts = mer_test_run ("pdffonts", path, NULL);
  g_assert_nonnull (strstr (text, "РЕЙТИНГ"));
  g_assert_nonnull (strstr (text, "организаций Верхнеольховского района"));
  g_assert_nonnull (strstr (text, "ДС «Колокольчик»"));
  g_assert_nonnull (strstr (text, "98,30"));
  g_assert_nonnull (strstr (text, "К5"));
  g_assert_nonnull (strstr (text, "Председатель Общественного совета"));
  g_assert_null (strstr (text, "…"));
  g_assert_nonnull (strstr (info, "Рейтинг организаций Верхнеольховского района, 2024"));
  g_assert_nonnull (strstr (info, "Мерило"));
  g_assert_nonnull (strstr (info, "595.276 x 841.89 pts (A4)"));
  g_assert_null (strstr (fonts, " no "));
}

static void
test_pdf_is_repeatable (void)
{
  g_autofree char *first = mer_test_path ("first.pdf");
  g_autofree char *second = mer_test_path ("second.pdf");
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize            n_a, n_b;

  g_setenv ("SOURCE_DATE_EPOCH", "1733961600", TRUE);
  write_rating (first, MER_LANGUAGE_RU);
  write_rating (second, MER_LANGUAGE_RU);
  a = read_file (first, &n_a);
  b = read_file (second, &n_b);
  g_assert_cmpuint (n_a, ==, n_b);
  g_assert_cmpint (memcmp (a, b, n_a), ==, 0);
}

static guint
count_words (const char *text,
             const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* A region: every organization is there, every page of the table has its header, and
 * numbers stand on all pages but the first. */
static void
test_pdf_of_a_region (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores_many (1500);
  MerReportInput   input = mer_test_input (table, MER_LANGUAGE_RU);
  g_autofree char *path = mer_test_path ("region.pdf");
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint with_table = 0;

  g_assert_true (mer_report_write ("rating", &input, path, NULL));
  text = mer_test_run ("pdftotext", "-layout", path, "-", NULL);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 60);
  for (guint i = 0; pages[i] != NULL && *pages[i] != '\0'; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u\n", i + 1);
      gboolean         numbered = g_str_has_prefix (g_strstrip (pages[i]), number);

      g_assert_cmpint (numbered, ==, i > 0);
      g_assert_cmpuint (count_words (pages[i], "Место Организация"), <=, 1);
      with_table += count_words (pages[i], "Место Организация");
    }
  g_assert_cmpuint (with_table, >, 30);
  /* once in the table, once in the figure */
  for (guint i = 2; i <= 1500; i += 331)
    {
      g_autofree char *name = g_strdup_printf ("ДС № %u ", i);

      if (i % 7 != 1)
        g_assert_cmpuint (count_words (text, name), ==, 2);
    }
}

static void
test_csv_russian (void)
{
  g_autofree char *path = mer_test_path ("rating.csv");
  g_autofree char *text = NULL;

  write_rating (path, MER_LANGUAGE_RU);
  text = read_file (path, NULL);
  g_assert_true (g_str_has_prefix (text, "\357\273\277Место;Организация;К1;К2;К3;К4;К5;Балл\r\n"));
  g_assert_nonnull (strstr (text, "\r\n1;СОШ № 8;99,17;98,97;97,50;97,93;97,93;98,30\r\n"));
  g_assert_nonnull (strstr (text, "\r\n—;Вечерняя школа;"));
  g_assert_null (strstr (text, "\302\240"));
}

static void
test_csv_english (void)
{
  g_autofree char *path = mer_test_path ("rating-en.csv");
  g_autofree char *text = NULL;

  write_rating (path, MER_LANGUAGE_EN);
  text = read_file (path, NULL);
  g_assert_nonnull (strstr (text, "Place,Organization,K1,K2,K3,K4,K5,Score\r\n"));
  g_assert_nonnull (strstr (text, "\r\n1,СОШ № 8,99.17,"));
}

/* Quotes, separators and line ends in a name stay within its field. */
static void
test_csv_quotes (void)
{
  const MerTestOrganization odd[] = {
    { "Школа \"А; Б\"", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "Две\nстроки", MER_ORGANIZATION_GENERAL, 100, 5, 80, 10 },
  };
  g_autoptr (MerScoreTable) table = mer_test_scores (odd, 2, NULL, NULL);
  MerReportInput   input = mer_test_input (table, MER_LANGUAGE_RU);
  g_autofree char *path = mer_test_path ("odd.csv");
  g_autofree char *text = NULL;

  g_assert_true (mer_report_write ("rating", &input, path, NULL));
  text = read_file (path, NULL);
  g_assert_nonnull (strstr (text, ";\"Школа \"\"А; Б\"\"\";"));
  g_assert_nonnull (strstr (text, ";\"Две\nстроки\";"));
}

static char *
read_entry (const char *archive,
            const char *name)
{
  zip_t      *zip = zip_open (archive, ZIP_RDONLY, NULL);
  zip_file_t *file;
  zip_stat_t  stat;
  char       *text;

  g_assert_nonnull (zip);
  g_assert_cmpint (zip_stat (zip, name, 0, &stat), ==, 0);
  text = g_malloc0 (stat.size + 1);
  file = zip_fopen (zip, name, 0);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, (gint64) stat.size);
  zip_fclose (file);
  zip_discard (zip);
  return text;
}

static void
test_xlsx (void)
{
  g_autofree char *path = mer_test_path ("rating.xlsx");
  g_autofree char *sheet = NULL;
  g_autofree char *strings = NULL;

  write_rating (path, MER_LANGUAGE_RU);
  sheet = read_entry (path, "xl/worksheets/sheet1.xml");
  strings = read_entry (path, "xl/sharedStrings.xml");
  /* numbers are numbers: 98,30 is 98.3 */
  g_assert_nonnull (strstr (sheet, "<v>98.3"));
  g_assert_nonnull (strstr (strings, "ДС «Колокольчик»"));
  g_assert_null (strstr (strings, "\302\240"));
  g_assert_null (strstr (strings, "98,30"));
}

static void
test_xlsx_sheet (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerXlsx) sheet = mer_xlsx_new ("Анкеты", &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = mer_test_path ("sheet.xlsx");
  g_autofree char *workbook = NULL;

  g_assert_no_error (error);
  mer_xlsx_set_text (sheet, 0, 0, "Организация", TRUE);
  mer_xlsx_set_number (sheet, 1, 0, 0.5, 1, FALSE);
  bytes = mer_xlsx_finish (sheet, &error);
  g_assert_no_error (error);
  g_assert_true (mer_report_save (bytes, path, &error));
  workbook = read_entry (path, "xl/workbook.xml");
  g_assert_nonnull (strstr (workbook, "Анкеты"));
}

static void
test_cells (void)
{
  static const struct
  {
    const char *cell;
    gboolean    number;
    double      value;
    guint       decimals;
  } rows[] = {
    { "92,06", TRUE, 92.06, 2 },
    { "8\302\240706", TRUE, 8706, 0 },
    { "\342\210\2223,32", TRUE, -3.32, 2 },
    { "12.5", TRUE, 12.5, 1 },
    { "—", FALSE, 0, 0 },
    { "", FALSE, 0, 0 },
    { "-", FALSE, 0, 0 },
    { "1,2,3", FALSE, 0, 0 },
    { "СОШ № 3", FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double   value;
      guint    decimals;
      gboolean number = mer_cell_to_number (rows[i].cell, &value, &decimals);

      g_assert_cmpint (number, ==, rows[i].number);
      if (!number)
        continue;
      g_assert_cmpfloat_with_epsilon (value, rows[i].value, 1e-9);
      g_assert_cmpuint (decimals, ==, rows[i].decimals);
    }
}

static void
assert_refused (const char    *kind,
                const char    *path,
                MerReportError code)
{
  MerReportInput input = mer_test_input (NULL, MER_LANGUAGE_RU);
  g_autoptr (GError) error = NULL;

  g_assert_false (mer_report_write (kind, &input, path, &error));
  g_assert_error (error, MER_REPORT_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused (void)
{
  g_autofree char *folder = mer_test_path ("folder.pdf");
  g_autofree char *nowhere = mer_test_path ("nowhere/rating.pdf");
  g_autofree char *unknown = mer_test_path ("rating.doc");
  g_autofree char *bare = mer_test_path ("rating");
  g_autofree char *good = mer_test_path ("good.pdf");
  g_autofree char *pipe = mer_test_path ("pipe.pdf");

  g_assert_cmpint (g_mkdir (folder, 0777), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0666), ==, 0);
  assert_refused ("rating", pipe, MER_REPORT_ERROR_IO);
  assert_refused ("rating", folder, MER_REPORT_ERROR_IO);
  assert_refused ("rating", nowhere, MER_REPORT_ERROR_IO);
  assert_refused ("rating", unknown, MER_REPORT_ERROR_FORMAT);
  assert_refused ("rating", bare, MER_REPORT_ERROR_FORMAT);
  assert_refused ("horoscope", good, MER_REPORT_ERROR_KIND);
  g_assert_false (g_file_test (good, G_FILE_TEST_EXISTS));
}

/* A disk that takes no more leaves the old file as it was, and no litter beside it. */
static void
test_no_space (void)
{
  g_autofree char *path = mer_test_path ("old.pdf");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (200000), 200000);
  g_autoptr (GDir) dir = NULL;
  struct rlimit before, small = { 4096, RLIM_INFINITY };
  const char   *name;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  small.rlim_max = before.rlim_max;
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (mer_report_save (bytes, path, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "old.pdf"));
  text = read_file (path, NULL);
  g_assert_cmpstr (text, ==, "old");
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "old.pdf."));
}

/* A link stays a link; what it leads to gets the new content. */
static void
test_link (void)
{
  g_autofree char *path = mer_test_path ("target.csv");
  g_autofree char *link = mer_test_path ("link.csv");
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);
  write_rating (link, MER_LANGUAGE_RU);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  text = read_file (path, NULL);
  g_assert_nonnull (strstr (text, "СОШ № 8"));
}

/* Each empty document can still be written in each format. */
static void
test_empty (void)
{
  MerReportInput input = mer_test_input (NULL, MER_LANGUAGE_RU);

  for (guint i = 0; mer_renderers ()[i] != NULL; i++)
    {
      const char      *extension = mer_renderers ()[i]->extension;
      g_autofree char *name = g_strdup_printf ("empty.%s", extension);
      g_autofree char *path = mer_test_path (name);
      g_autoptr (GError) error = NULL;

      mer_report_write ("rating", &input, path, &error);
      g_assert_no_error (error);
      if (g_str_equal (extension, "pdf"))
        {
          g_autofree char *text = mer_test_run ("pdftotext", path, "-", NULL);

          g_assert_nonnull (strstr (text, "Рейтинга пока нет"));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/write/procedure", test_procedure);
  g_test_add_func ("/report/write/pdf-text", test_pdf_text);
  g_test_add_func ("/report/write/pdf-repeatable", test_pdf_is_repeatable);
  g_test_add_func ("/report/write/pdf-of-a-region", test_pdf_of_a_region);
  g_test_add_func ("/report/write/csv-russian", test_csv_russian);
  g_test_add_func ("/report/write/csv-english", test_csv_english);
  g_test_add_func ("/report/write/csv-quotes", test_csv_quotes);
  g_test_add_func ("/report/write/xlsx", test_xlsx);
  g_test_add_func ("/report/write/xlsx-sheet", test_xlsx_sheet);
  g_test_add_func ("/report/write/cells", test_cells);
  g_test_add_func ("/report/write/refused", test_refused);
  g_test_add_func ("/report/write/no-space", test_no_space);
  g_test_add_func ("/report/write/link", test_link);
  g_test_add_func ("/report/write/empty", test_empty);
  return g_test_run ();
}
