/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XLSX reader: files made by hand, one trait each, and files that must be refused. */

#include "config.h"

#include <sys/resource.h>
#include <unistd.h>

#include "import/mer-xlsx-format.h"
#include "office-fixture.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* A workbook as it is written; parts that are NULL are left out. */
typedef struct
{
  const char *sheets[3];
  const char *states[3];
  const char *strings;
  const char *styles;
  const char *properties;
  const char *relations; /* instead of the usual ones of the workbook */
  const char *strings_part;
} Book;

static void
write_book (const char *path,
            const Book *book)
{
  int    code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);
  g_autoptr (GString) workbook = g_string_new ("<workbook xmlns:r='" RELATIONS "'>");
  g_autoptr (GString) relations = g_string_new ("<Relationships>");

  g_assert_nonnull (zip);
  g_string_append_printf (workbook, "<workbookPr %s/><sheets>",
                          book->properties != NULL ? book->properties : "");
  for (guint i = 0; i < 3 && book->sheets[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      g_string_append_printf (workbook,
                              "<sheet name='Лист &amp; %u' sheetId='%u' r:id='r%u' state='%s'/>",
                              i + 1, i + 1, i + 1,
                              book->states[i] != NULL ? book->states[i] : "visible");
      g_string_append_printf (relations,
                              "<Relationship Id='r%u' Type='" RELATIONS "/worksheet' "
                              "Target='worksheets/sheet%u.xml'/>",
                              i + 1, i + 1);
      add_part (zip, name, book->sheets[i]);
    }
  g_string_append (workbook, "</sheets></workbook>");
  g_string_append (relations, "</Relationships>");
  add_part (zip, "_rels/.rels",
            "<Relationships><Relationship Id='r' Type='" RELATIONS
            "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
  add_part (zip, "xl/workbook.xml", workbook->str);
  add_part (zip, "xl/_rels/workbook.xml.rels",
            book->relations != NULL ? book->relations : relations->str);
  if (book->strings != NULL)
    add_part (zip, book->strings_part != NULL ? book->strings_part : "xl/sharedStrings.xml",
              book->strings);
  if (book->styles != NULL)
    add_part (zip, "xl/styles.xml", book->styles);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static void
check_book (const Book *book,
            const char *sheet,
            const char *expected)
{
  char            *path = temp_path ("t.xlsx");
  g_autofree char *got = NULL;

  write_book (path, book);
  got = dump (path, sheet);
  g_assert_cmpstr (got, ==, expected);
  remove_file (path);
}

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"

static void
test_cells (void)
{
  Book book = {
    .sheets = { SHEET ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
                       "<row r='3'><c r='A3'><v>5</v></c>"
                       "<c r='B3' t='inlineStr'><is><t>да &amp; </t><t>нет</t></is></c>"
                       "<c r='D3' t='str'><f>A3</f><v>итог</v></c>"
                       "<c r='E3' t='b'><v>1</v></c><c r='F3' t='b'><v>0</v></c>"
                       "<c r='G3' t='e'><v>#N/A</v></c></row>"
                       "<row><c><v>0.5</v></c><c/><c><v>1E-2</v></c></row><row r='9'/>") },
    .strings = "<sst><si><t>Организация</t></si>"
               "<si><r><t xml:space='preserve'>Ответ </t></r><r><t>полностью</t></r>"
               "<rPh><t>читается</t></rPh></si></sst>",
  };

  check_book (&book, NULL,
              "1:Организация||Ответ полностью\n3:5|да & нет||итог|да|нет|#N/A\n4:0,5||0,01\n");
}

static void
test_sheets (void)
{
  Book book = {
    .sheets = { SHEET ("<row><c><v>1</v></c></row>"), SHEET (""),
                SHEET ("<row><c><v>3</v></c></row>") },
    .states = { "hidden", NULL, NULL },
  };

  check_book (&book, NULL, "1:3\n");
  check_book (&book, "Лист & 1", "1:1\n");
  check_book (&book, "3", "1:3\n");
  check_book (&book, "Лист 9",
              "The file “t.xlsx” has no sheet “Лист 9”. It has: "
              "«Лист & 1», «Лист & 2», «Лист & 3».");
}

static void
test_dates (void)
{
  Book book = {
    .sheets = { SHEET ("<row><c s='1'><v>45579</v></c><c s='2'><v>45579.3416666667</v></c>"
                       "<c s='3'><v>45579.342048611</v></c><c s='4'><v>0.25</v></c>"
                       "<c s='5'><v>0.45</v></c><c s='6'><v>45579</v></c>"
                       "<c s='1'><v>-5</v></c><c s='1'><v>1</v></c></row>") },
    .styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='DD.MM.YYYY\\ H:MM:SS'/>"
              "<numFmt numFmtId='165' formatCode='[$-419]#,##0.00&quot; дней&quot;'/></numFmts>"
              "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
              "<xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='20'/>"
              "<xf numFmtId='9'/><xf numFmtId='165'/></cellXfs></styleSheet>",
  };

  check_book (&book, NULL,
              "1:14.10.2024|14.10.2024 8:12|14.10.2024 8:12:33|6:00|45%|45579|-5|01.01.1900\n");
  book.properties = "date1904='1'";
  check_book (&book, NULL,
              "1:15.10.2028|15.10.2028 8:12|15.10.2028 8:12:33|6:00|45%|45579|-5|02.01.1904\n");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    int         format;
  } cases[] = {
    { "General", MER_XLSX_PLAIN },
    { "0.00", MER_XLSX_PLAIN },
    { "0.0%", MER_XLSX_PERCENT },
    { "[Red]0;[Blue]-0", MER_XLSX_PLAIN },
    { "mmm", MER_XLSX_DATE },
    { "mm:ss", MER_XLSX_TIME | MER_XLSX_SECONDS },
    { "[h]:mm", MER_XLSX_TIME | MER_XLSX_ELAPSED },
    { "[mm]", MER_XLSX_TIME | MER_XLSX_ELAPSED },
    { "[Magenta]0", MER_XLSX_PLAIN },
    { "\"дней\" 0", MER_XLSX_PLAIN },
    { "\"days\" 0", MER_XLSX_PLAIN },
    { "yyyy\\-mm\\-dd hh:mm", MER_XLSX_DATE | MER_XLSX_TIME },
    { "0;yyyy", MER_XLSX_PLAIN },
    { "\"unclosed", MER_XLSX_PLAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mer_xlsx_format_parse (cases[i].code), ==, cases[i].format);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { "1", "1" },
    { "123456789012", "123456789012" },
    { "0.1", "0,1" },
    { "0.30000000000000004", "0,3" },
    { "1E3", "1000" },
    { "-2.50", "-2,5" },
    { "nonsense", "nonsense" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      mer_xlsx_format_number (cases[i].text, strlen (cases[i].text), MER_XLSX_PLAIN, FALSE, out);
      g_assert_cmpstr (out->str, ==, cases[i].shown);
    }
}

static void
test_merged (void)
{
  Book book = {
    .sheets = { "<worksheet><sheetData>"
                "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
                "<row r='2'><c r='B2'><v>3</v></c></row><row r='3'><c r='B3'><v>4</v></c></row>"
                "<row r='4'><c r='B4'><v>5</v></c></row></sheetData>"
                "<mergeCells count='2'><mergeCell ref='A1:A3'/>"
                "<mergeCell ref='B4:D4'/></mergeCells>"
                "</worksheet>" },
  };

  check_book (&book, NULL, "1:1|2\n2:1|3\n3:1|4\n4:|5\n");
}

/* «_x000D_» is how Excel writes what XML would lose; what only looks like it stays. */
static void
test_escapes (void)
{
  Book book = {
    .sheets = { SHEET ("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c>"
                       "<c t='str'><v>один_x000D_\nдва_x000d_три</v></c>"
                       "<c t='str'><v>_x005F_x000D_</v></c><c t='str'><v>_x00_ _xzzzz_ _x</v></c>"
                       "<c t='str'><v>_x0000__x0001__xD800_</v></c><c><v>1</v></c></row>") },
    .strings = "<sst><si><t>а_x0009_б</t></si><si><t xml:space='preserve'>_x</t><t>0041_</t></si>"
               "<si><t>конец</t></si></sst>",
  };

  check_book (&book, NULL,
              "1:а\tб|A|конец|один\nдва\nтри|_x000D_|_x00_ _xzzzz_ _x||1\n");
}

/* ISO dates of strict files, and times that show hours of whole days or do not. */
static void
test_moments (void)
{
  Book book = {
    .sheets = { SHEET ("<row><c t='d'><v>2024-10-14</v></c>"
                       "<c t='d' s='1'><v>2024-10-14T08:12:33</v></c>"
                       "<c t='d'><v>2024-10-14T08:12:33Z</v></c>"
                       "<c t='d'><v>позже</v></c>"
                       "<c s='2'><v>45579.3416666667</v></c><c s='3'><v>1.5</v></c>"
                       "<c s='2'><v>1.5</v></c><c s='3'><v>99999</v></c></row>") },
    .styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"
              "<numFmt numFmtId='165' formatCode='h:mm'/>"
              "<numFmt numFmtId='166' formatCode='[h]:mm'/>"
              "</numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/>"
              "<xf numFmtId='166'/></cellXfs></styleSheet>",
  };

  check_book (&book, NULL,
              "1:14.10.2024|14.10.2024|14.10.2024 8:12:33|позже|8:12|36:00|12:00|99999\n");
}

/* Targets from the root and with dots, parts under other names, prefixes and strict names. */
static void
test_places (void)
{
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"
  Book book = {
    .sheets = { "\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><x:worksheet xmlns:x='m'>"
                "<x:dimension ref='A1:XFD1048576'/><x:sheetData><x:row>"
                "<x:c t='s'><x:v>0</x:v></x:c>"
                "<x:c t='b'><x:v>true</x:v></x:c></x:row></x:sheetData></x:worksheet>" },
    .strings = "<sst><si><t>а</t></si></sst>",
    .strings_part = "xl/other/texts.xml",
    .relations = "<Relationships><Relationship Id='r1' Type='" STRICT "/worksheet' "
                 "Target='/xl/worksheets/sheet1.xml'/>"
                 "<Relationship Id='r2' Type='" STRICT "/sharedStrings' "
                 "Target='./worksheets/../other/texts.xml'/></Relationships>",
  };

  check_book (&book, NULL, "1:а|да\n");
}

/* Excel itself writes UTF-8, but any encoding is XML. */
static void
test_encodings (void)
{
  static const char *const encodings[] = { "UTF-16", "UTF-16LE", "WINDOWS-1251", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "<?xml version='1.0' encoding='%s'?>" SHEET ("<row><c t='str'><v>Да</v></c></row>"),
        g_str_has_prefix (encodings[i], "UTF-16") ? "UTF-16" : encodings[i]);
      g_autofree char *got = NULL;
      char            *path = temp_path ("t.xlsx");
      Book             book = { .sheets = { SHEET ("") } };
      int              code = 0;
      gsize            length = 0;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      zip_t           *zip = NULL;

      write_book (path, &book);
      zip = zip_open (path, 0, &code);
      add_bytes (zip, "xl/worksheets/sheet1.xml", bytes, length);
      g_assert_cmpint (zip_close (zip), ==, 0);
      got = dump (path, NULL);
      g_assert_cmpstr (got, ==, "1:Да\n");
      remove_file (path);
    }
}

/* Rows over many pieces of the file, twice. */
static void
test_long (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  Book            book = { .sheets = { NULL } };
  char           *path = temp_path ("t.xlsx");
  MerTableOptions options = { path, NULL, NULL, 0 };
  g_autoptr (MerTableReader) reader = NULL;
  guint n = 20000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sheet,
                            "<row r='%u'><c r='A%u'><v>%u</v></c>"
                            "<c r='C%u' t='inlineStr'><is><t>я%u</t></is></c></row>",
                            i + 1, i + 1, i, i + 1, i % 10);
  g_string_append (sheet, "</sheetData></worksheet>");
  book.sheets[0] = sheet->str;
  write_book (path, &book);
  reader = mer_table_reader_open (&options, NULL);
  for (guint pass = 0; pass < 2; pass++)
    {
      MerRow row = { 0 };

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *expected = g_strdup_printf ("%u||я%u", i, i % 10);
          g_autoptr (GString) got = g_string_new (NULL);

          g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 1);
          g_assert_cmpint (row.number, ==, i + 1);
          for (guint j = 0; j < row.n_cells; j++)
            {
              g_string_append (got, j > 0 ? "|" : "");
              g_string_append_len (got, row.cells[j].text, (gssize) row.cells[j].length);
            }
          g_assert_cmpstr (got->str, ==, expected);
        }
      g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 0);
      g_assert_true (reader->rewind (reader, NULL));
    }
  remove_file (path);
}

/* --- what must be refused */

static void
test_entities (void)
{
  static const char *const sheets[] = {
    "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'>]><worksheet><sheetData><row><c t='str'><v>&a;</v></c>"
    "</row></sheetData></worksheet>",
    "<!DOCTYPE w SYSTEM 'file:///etc/passwd'><worksheet/>",
    "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row>"
    "<c t='str'><v>&a;</v></c></row></sheetData></worksheet>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      Book book = { .sheets = { sheets[i] } };
      check_book (&book, NULL,
                  "The file “t.xlsx” defines entities, which no table needs; it is not opened.");
    }
}

static void
test_broken_xml (void)
{
  static const char *const sheets[] = {
    "<worksheet><sheetData><row><c><v>1</v></c>",
    "<worksheet><sheetData><row><c><v>&undefined;</v></c></row></sheetData></worksheet>",
    "<worksheet><sheetData><row></c></row></sheetData></worksheet>",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      Book book = { .sheets = { sheets[i] } };
      check_book (&book, NULL, "The file “t.xlsx” is damaged or was not copied to its end.");
    }
}

static void
test_bad_references (void)
{
  Book string = { .sheets = { SHEET ("<row r='7'><c t='s'><v>5</v></c></row>") } };
  Book far = { .sheets = { SHEET ("<row><c r='XFD1'><v>1</v></c><c><v>2</v></c></row>") } };

  check_book (&string, NULL, "The file “t.xlsx” is damaged in row 7.");
  check_book (&far, NULL, "The file “t.xlsx”, row 1: too many cells, this is not a table.");
}

static void
test_truncated (void)
{
  Book  book = { .sheets = { SHEET ("<row><c><v>1</v></c></row>") } };
  char *path = temp_path ("t.xlsx");
  char *bytes = NULL;
  gsize length = 0;

  write_book (path, &book);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = 4; cut < length; cut += 97)
    {
      g_autofree char *got = NULL;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
      got = dump (path, NULL);
      g_assert_cmpstr (got, ==, "The file “t.xlsx” is damaged or was not copied to its end.");
    }
  g_free (bytes);
  remove_file (path);
}

static void
test_other_archive (void)
{
  char            *path = temp_path ("t.xlsx");
  int              code = 0;
  zip_t           *zip = zip_open (path, ZIP_CREATE, &code);
  g_autofree char *got = NULL;

  add_part (zip, "readme.txt", "nothing");
  zip_close (zip);
  got = dump (path, NULL);
  g_assert_cmpstr (got, ==, "The file “t.xlsx” is an archive, but not a spreadsheet.");
  remove_file (path);
}

/* Half a gigabyte of blanks in half a megabyte of archive. */
static void
test_bomb (void)
{
  gsize            size = 512 * 1024 * 1024;
  char            *blanks = malloc (size);
  char            *path = temp_path ("t.xlsx");
  Book             book = { .sheets = { SHEET ("<row><c><v>1</v></c></row>") } };
  int              code = 0;
  zip_t           *zip = NULL;
  zip_source_t    *source = NULL;
  g_autofree char *got = NULL;
  struct rusage    usage = { 0 };

  write_book (path, &book);
  memset (blanks, ' ', size);
  memcpy (blanks, "<sst>", 5);
  zip = zip_open (path, 0, &code);
  source = zip_source_buffer (zip, blanks, size, 1);
  g_assert_cmpint (zip_file_add (zip, "xl/sharedStrings.xml", source, ZIP_FL_OVERWRITE), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
  getrusage (RUSAGE_SELF, &usage);
  got = dump (path, NULL);
  g_assert_cmpstr (got, ==,
                   "The file “t.xlsx” unpacks to far more than any table has; it is not opened.");
  {
    glong before = usage.ru_maxrss;

    getrusage (RUSAGE_SELF, &usage);
    g_assert_cmpint (usage.ru_maxrss - before, <, 20 * 1024);
  }
  remove_file (path);
}

/* The method of compression is changed in the archive's bytes: none that a spreadsheet uses. */
static void
test_packing (void)
{
  Book             book = { .sheets = { SHEET ("<row><c><v>1</v></c></row>") } };
  char            *path = temp_path ("t.xlsx");
  char            *bytes = NULL;
  gsize            length = 0;
  g_autofree char *got = NULL;

  write_book (path, &book);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i + 12 < length; i++)
    {
      if (memcmp (bytes + i, "PK\1\2", 4) == 0)
        bytes[i + 10] = 9; /* Deflate64 */
      else if (memcmp (bytes + i, "PK\3\4", 4) == 0)
        bytes[i + 8] = 9;
    }
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  got = dump (path, NULL);
  g_assert_cmpstr (got, ==,
                   "The file “t.xlsx” is packed in a way that cannot be read: open it in a "
                   "spreadsheet program and save it again.");
  g_free (bytes);
  remove_file (path);
}

static void
test_binary (void)
{
  char            *path = temp_path ("t.xlsb");
  zip_t           *zip = create_archive (path);
  g_autofree char *got = NULL;

  add_part (zip, "_rels/.rels",
            "<Relationships><Relationship Id='r' Type='" RELATIONS
            "/officeDocument' Target='xl/workbook.bin'/></Relationships>");
  add_part (zip, "xl/workbook.bin", "\x83\x01");
  zip_close (zip);
  got = dump (path, NULL);
  g_assert_cmpstr (got, ==, "The file “t.xlsb” is a binary workbook (XLSB): save it as XLSX.");
  remove_file (path);
}

/* Cut by another program after it was opened: the rest is missed, and that is said. */
static void
test_cut_while_read (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = NULL;
  Book            book = { .sheets = { NULL } };
  char           *path = temp_path ("t.xlsx");
  MerTableOptions options = { path, NULL, NULL, 0 };
  MerRow          row = { 0 };
  int             state = 1;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (sheet, "<row><c><v>%u</v></c></row>", g_rand_int (random));
  g_string_append (sheet, "</sheetData></worksheet>");
  book.sheets[0] = sheet->str;
  write_book (path, &book);
  reader = mer_table_reader_open (&options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 1);
  g_assert_cmpint (truncate (path, 1000), ==, 0);
  while (state > 0)
    state = mer_table_reader_next (reader, &row, &error);
  g_assert_cmpint (state, ==, -1);
  g_assert_cmpstr (error->message, ==,
                   "The file “t.xlsx” is damaged or was not copied to its end.");
  remove_file (path);
}

/* The file that is open elsewhere is read; the mark beside it says what it is. */
static void
test_locks (void)
{
  static const char *const marks[] = { "~$t.xlsx", ".~lock.t.xlsx#" };
  Book                     book = { .sheets = { SHEET ("<row><c><v>1</v></c></row>") } };
  char                    *path = temp_path ("t.xlsx");
  g_autofree char         *folder = g_path_get_dirname (path);
  g_autofree char         *table = NULL;

  write_book (path, &book);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, marks[i], NULL);
      g_autofree char *got = NULL;
      g_autofree char *expected =
        g_strdup_printf ("The file “%s” is no table: a program keeps it while the table is open. "
                         "Choose the table itself.",
                         marks[i]);

      g_assert_true (g_file_set_contents (mark, "\x05Иван                ", -1, NULL));
      got = dump (mark, NULL);
      g_assert_cmpstr (got, ==, expected);
      g_clear_pointer (&table, g_free);
      table = dump (path, NULL);
      g_assert_cmpstr (table, ==, "1:1\n");
      g_unlink (mark);
    }
  remove_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/cells", test_cells);
  g_test_add_func ("/xlsx/sheets", test_sheets);
  g_test_add_func ("/xlsx/dates", test_dates);
  g_test_add_func ("/xlsx/formats", test_formats);
  g_test_add_func ("/xlsx/numbers", test_numbers);
  g_test_add_func ("/xlsx/merged", test_merged);
  g_test_add_func ("/xlsx/escapes", test_escapes);
  g_test_add_func ("/xlsx/moments", test_moments);
  g_test_add_func ("/xlsx/places", test_places);
  g_test_add_func ("/xlsx/encodings", test_encodings);
  g_test_add_func ("/xlsx/long", test_long);
  g_test_add_func ("/xlsx/entities", test_entities);
  g_test_add_func ("/xlsx/broken-xml", test_broken_xml);
  g_test_add_func ("/xlsx/bad-references", test_bad_references);
  g_test_add_func ("/xlsx/truncated", test_truncated);
  g_test_add_func ("/xlsx/other-archive", test_other_archive);
  g_test_add_func ("/xlsx/packing", test_packing);
  g_test_add_func ("/xlsx/binary", test_binary);
  g_test_add_func ("/xlsx/cut-while-read", test_cut_while_read);
  g_test_add_func ("/xlsx/locks", test_locks);
  g_test_add_func ("/xlsx/bomb", test_bomb);
  return g_test_run ();
}
