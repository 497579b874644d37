/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ODS reader: files made by hand, one trait each, and files that must be refused. */

#include "config.h"

#include <sys/resource.h>

#include "office-fixture.h"

#define KIND "application/vnd.oasis.opendocument.spreadsheet"
#define OTHER_KIND "The file “t.ods” is an archive, but not a spreadsheet."
#define DAMAGED "The file “t.ods” is damaged or was not copied to its end."
#define BOMB "The file “t.ods” unpacks to far more than any table has; it is not opened."
#define LONG_TEXT "The file “t.ods”, row 1: a cell holds more text than any table has."
#define WIDE "The file “t.ods”, row 1: too many cells, this is not a table."

/* Documents are put together of these. */
/* clang-format off */
#define NAMES                                                                            \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "                     \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "                       \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "                         \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "                       \
  "xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0' "                  \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "                      \
  "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
#define BODY(tables)                                                                     \
  "<office:body><office:spreadsheet>" tables "</office:spreadsheet></office:body>"
#define BOOK(styles, tables)                                                             \
  "<?xml version='1.0' encoding='UTF-8'?><office:document-content " NAMES ">"            \
  "<office:automatic-styles>" styles "</office:automatic-styles>"                        \
  BODY (tables) "</office:document-content>"
#define TABLE(rows) "<table:table table:name='Лист &amp; 1'>" rows "</table:table>"
#define SHEET(name, style, rows)                                                         \
  "<table:table table:name=\"" name "\" table:style-name='" style "'>" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define ROWS(n, cells)                                                                   \
  "<table:table-row table:number-rows-repeated='" n "'>" cells "</table:table-row>"
#define CELL(attributes, inner) "<table:table-cell " attributes ">" inner "</table:table-cell>"
#define COVERED(attributes) "<table:covered-table-cell " attributes "/>"
#define P(text) "<text:p>" text "</text:p>"
#define TYPE(type) "office:value-type='" type "' "
#define VALUE(type, value) TYPE (type) "office:value='" value "' "
#define NUMBER(value) VALUE ("float", value)
#define TEXT(text) CELL (TYPE ("string"), P (text))
#define STRING(value) CELL (TYPE ("string") "office:string-value='" value "'", "")
#define BOOLEAN(value, text) CELL (TYPE ("boolean") "office:boolean-value='" value "'", P (text))
#define FORMULA(formula) "table:formula='of:=" formula "' "
#define STYLED(style) "table:style-name='" style "' "
#define DATED(value) TYPE ("date") "office:date-value='" value "' "
#define DATE(style, value) CELL (STYLED (style) DATED (value), "")
#define TIME(style, value) CELL (STYLED (style) TYPE ("time") "office:time-value='" value "' ", "")
#define SPREAD(n) "table:number-columns-repeated='" n "' "
#define EMPTY_TAIL CELL (SPREAD ("16000"), "")
#define DEFAULT "table:default-cell-style-name='day'"
#define NOTE "<office:annotation>" P ("Примечание") "</office:annotation>"
#define FRAME(inner) "<draw:frame><draw:text-box>" inner "</draw:text-box></draw:frame>"
#define STYLE(name, reference)                                                           \
  "<style:style style:name='" name "' style:family='table-cell' style:" reference "/>"
#define DISPLAY(name, value)                                                             \
  "<style:style style:name='" name "' style:family='table'>"                             \
  "<style:table-properties table:display='" value "'/></style:style>"

#define VALUES                                                                           \
  CELL (NUMBER ("5"), P ("5,00")) CELL (NUMBER ("0.30000000000000004"), "")              \
  CELL (VALUE ("currency", "12.5") "office:currency='RUB'", P ("12,50 ₽"))               \
  CELL (VALUE ("percentage", "0.45"), P ("45 %"))                                        \
  BOOLEAN ("true", "ИСТИНА") BOOLEAN ("false", "ЛОЖЬ")                                   \
  CELL (TYPE ("string") "office:string-value='a &amp;amp; b'", P ("c"))                  \
  CELL (TYPE ("string") "office:string-value='' calcext:value-type='error'", P ("#Н/Д")) \
  CELL ("", P ("без типа")) CELL (NUMBER ("-1E-2") "calcext:value-type='float'", "")

#define FORMULAS                                                                         \
  CELL (FORMULA ("TRUE()") NUMBER ("1"), P ("ИСТИНА"))                                   \
  CELL (FORMULA ("[.A1]>5") NUMBER ("0"), P ("ЛОЖЬ"))                                    \
  CELL (FORMULA ("1") NUMBER ("1"), P ("1,00")) CELL (NUMBER ("1"), P ("один"))          \
  CELL (FORMULA ("A1") TYPE ("string"), P ("a"))

#define DATE_STYLES                                                                      \
  "<number:date-style style:name='N1'><number:day/><number:text>.</number:text>"         \
  "<number:month/><number:year/></number:date-style>"                                    \
  "<number:date-style style:name='N2'><number:day/><number:month/><number:year/>"        \
  "<number:hours/><number:minutes/><number:seconds/></number:date-style>"                \
  "<number:time-style style:name='N3' number:truncate-on-overflow='false'>"              \
  "<number:hours/><number:minutes/></number:time-style>"                                 \
  "<number:time-style style:name='N4'><number:hours/><number:minutes/></number:time-style>"
#define CELL_STYLES                                                                      \
  STYLE ("day", "data-style-name='N1'") STYLE ("child", "parent-style-name='day'")       \
  STYLE ("loop", "parent-style-name='loop'") STYLE ("full", "data-style-name='N2'")      \
  STYLE ("long", "data-style-name='N3'") STYLE ("clock", "data-style-name='N4'")

#define MOMENT "2024-10-14T08:12:33"
#define MOMENTS                                                                          \
  ROW (DATE ("day", MOMENT) DATE ("child", MOMENT) DATE ("full", MOMENT)                 \
       DATE ("full", "2024-10-14") DATE ("loop", "2024-10-14T08:12:00")                  \
       DATE ("none", "2024-10-14T00:00:00"))                                             \
  ROW (DATE ("none", "2024-12-31T23:59:59.7") DATE ("none", "1890-02-28")                \
       DATE ("none", "2024-02-30") DATE ("clock", MOMENT))                               \
  ROW (TIME ("clock", "PT08H12M33S") TIME ("none", "PT08H12M33S")                        \
       TIME ("long", "PT36H05M00S") TIME ("clock", "PT36H05M00S")                        \
       TIME ("none", "PT36H05M00S") TIME ("none", "P1DT1H") TIME ("none", "PTxH"))

#define UNSTYLED                                                                         \
  "<table:table-columns><table:table-column " SPREAD ("2") "/>"                          \
  "<table:table-column " DEFAULT "/></table:table-columns>"                              \
  ROW (CELL (SPREAD ("2"), "") CELL (DATED (MOMENT), ""))                                \
  "<table:table-row " DEFAULT ">" CELL (DATED (MOMENT), "") "</table:table-row>"
#define COMMON_STYLES                                                                    \
  "<office:document-styles " NAMES "><office:styles>" DATE_STYLES                        \
  STYLE ("day", "data-style-name='N1'") "</office:styles></office:document-styles>"

#define TEXTS                                                                            \
  ROW (TEXT ("  один \n  два<text:span> три</text:span> </text:p>"                       \
             "<text:p>четыре<text:s text:c='3'/>пять")                                   \
       TEXT ("a<text:tab/>b<text:line-break/>c<text:s/><text:a>d</text:a>")              \
       TEXT ("<text:ruby><text:ruby-base>字</text:ruby-base>"                            \
             "<text:ruby-text>じ</text:ruby-text></text:ruby>")                          \
       TEXT ("&lt;&#1071;&#x42F;&gt;<![CDATA[<&]]>"))                                    \
  ROW (CELL (TYPE ("string"), NOTE P ("виден") FRAME (P ("рисунок"))))                   \
  "<table:shapes>" FRAME (TABLE (ROW (TEXT ("нет")))) "</table:shapes>"

#define REPEATS                                                                          \
  "<table:table-header-rows>" ROW (TEXT ("а") EMPTY_TAIL) "</table:table-header-rows>"   \
  ROWS ("3", EMPTY_TAIL) "<table:table-row-group>"                                       \
  ROWS ("2", CELL (SPREAD ("2") NUMBER ("1"), "") CELL ("", "") TEXT ("б") EMPTY_TAIL)   \
  "</table:table-row-group><table:table-row table:visibility='collapse'>"                \
  TEXT ("скрыта") "</table:table-row>" ROWS ("1048569", EMPTY_TAIL)

#define MERGES                                                                           \
  ROW (CELL ("table:number-rows-spanned='3' " NUMBER ("1"), "") TEXT ("2"))              \
  ROW (COVERED ("") TEXT ("3")) ROW (COVERED ("") TEXT ("4"))                            \
  ROW (CELL ("", "") CELL ("table:number-columns-spanned='3' " NUMBER ("5"), "")         \
       COVERED (SPREAD ("2")))

#define SHEET_STYLES DISPLAY ("ta1", "true") DISPLAY ("ta2", "false")
#define SHEETS                                                                           \
  SHEET ("Скрыт", "ta2", ROW (TEXT ("1"))) SHEET ("Пуст", "ta1", ROW (STRING ("")))      \
  SHEET ("Третий", "ta1", ROW (TEXT ("3")))                                              \
  SHEET ("'file:///a.ods'#$L", "ta1", "<table:table-source/>" ROW (TEXT ("чужой")))
/* clang-format on */

/* `kind`, `styles` and `manifest` may be NULL, which leaves the part out. */
static void
write_parts (const char *path,
             const char *kind,
             const char *content,
             const char *styles,
             const char *manifest)
{
  zip_t *zip = create_archive (path);

  if (kind != NULL)
    {
      add_part (zip, "mimetype", kind);
      zip_set_file_compression (zip, 0, ZIP_CM_STORE, 0);
    }
  if (content != NULL)
    add_part (zip, "content.xml", content);
  if (styles != NULL)
    add_part (zip, "styles.xml", styles);
  if (manifest != NULL)
    add_part (zip, "META-INF/manifest.xml", manifest);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static void
check_parts (const char *kind,
             const char *content,
             const char *styles,
             const char *manifest,
             const char *sheet,
             const char *expected)
{
  char            *path = temp_path ("t.ods");
  g_autofree char *got = NULL;

  write_parts (path, kind, content, styles, manifest);
  got = dump (path, sheet);
  g_assert_cmpstr (got, ==, expected);
  remove_file (path);
}

static void
check (const char *content,
       const char *expected)
{
  check_parts (KIND, content, NULL, NULL, NULL, expected);
}

static void
test_values (void)
{
  check (BOOK ("", TABLE (ROW (VALUES))),
         "1:5|0,3|12,5|45%|да|нет|a &amp; b|#Н/Д|без типа|-0,01\n");
}

static void
test_formulas (void)
{
  check (BOOK ("", TABLE (ROW (FORMULAS))), "1:да|нет|1|1|a\n");
}

static void
test_moments (void)
{
  check (BOOK (CELL_STYLES DATE_STYLES, TABLE (MOMENTS)),
         "1:14.10.2024|14.10.2024|14.10.2024 8:12:33|14.10.2024 0:00:00|14.10.2024 8:12|"
         "14.10.2024\n"
         "2:01.01.2025|28.02.1890|2024-02-30|8:12\n"
         "3:8:12|8:12:33|36:05|12:05|36:05|25:00|PTxH\n");
}

/* A cell that names no style has that of its row, else of its column. */
static void
test_default_styles (void)
{
  check_parts (KIND, BOOK ("", TABLE (UNSTYLED)), COMMON_STYLES, NULL, NULL,
               "1:||14.10.2024\n2:14.10.2024\n");
}

static void
test_texts (void)
{
  check (BOOK ("", TABLE (TEXTS)),
         "1:один два три\nчетыре   пять|a\tb\nc d|字|<ЯЯ><&\n2:виден\n");
}

static void
test_repeats (void)
{
  check (BOOK ("", TABLE (REPEATS)), "1:а\n5:1|1||б\n6:1|1||б\n7:скрыта\n");
}

static void
test_merged (void)
{
  check (BOOK ("", TABLE (MERGES)), "1:1|2\n2:1|3\n3:1|4\n4:|5\n");
}

static void
test_sheets (void)
{
  static const struct
  {
    const char *sheet;
    const char *expected;
  } cases[] = {
    { NULL, "1:3\n" },
    { "Скрыт", "1:1\n" },
    { "1", "1:1\n" },
    { "Пуст", "" },
    { "3", "1:3\n" },
    { "4", "The file “t.ods” has no sheet “4”. It has: «Скрыт», «Пуст», «Третий»." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_parts (KIND, BOOK (SHEET_STYLES, SHEETS), NULL, NULL, cases[i].sheet, cases[i].expected);
  check (BOOK ("", "<table:tracked-changes/>" TABLE ("")), "");
}

/* The entry that names the kind may be missing or misplaced. */
static void
test_kinds (void)
{
  const char      *book = BOOK ("", TABLE (ROW (TEXT ("а"))));
  const char      *text = "<office:document-content " NAMES "><office:body>"
                          "<office:text/></office:body>"
                          "</office:document-content>";
  char            *path = temp_path ("t.ods");
  zip_t           *zip = create_archive (path);
  g_autofree char *got = NULL;

  add_part (zip, "content.xml", book);
  add_part (zip, "mimetype", KIND);
  zip_close (zip);
  got = dump (path, NULL);
  g_assert_cmpstr (got, ==, "1:а\n");
  remove_file (path);
  check_parts (NULL, book, NULL, NULL, NULL, "1:а\n");
  check_parts (KIND "-template", book, NULL, NULL, NULL, "1:а\n");
  check_parts ("application/vnd.oasis.opendocument.text", text, NULL, NULL, NULL,
               OTHER_KIND);
  check_parts (NULL, text, NULL, NULL, NULL,
               OTHER_KIND);
  check_parts ("application/vnd.sun.xml.calc", book, NULL, NULL, NULL,
               "The file “t.ods” has an old format: save it as XLSX or CSV.");
  check_parts (KIND, NULL, NULL, NULL, NULL, DAMAGED);
}

/* One XML file, not packed. */
static void
test_flat (void)
{
  static const struct
  {
    const char *document;
    const char *expected;
  } cases[] = {
    { "<office:document " NAMES ">" BODY (TABLE (ROW (TEXT ("а")))) "</office:document>", "1:а\n" },
    { "<office:document " NAMES ">" BODY (TABLE (ROW (TEXT ("а")))), DAMAGED },
    { "<office:document " NAMES "><office:body><office:text/></office:body></office:document>",
      "The file “t.ods” is a document, but not a spreadsheet." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char            *path = temp_path ("t.ods");
      g_autofree char *got = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].document, -1, NULL));
      got = dump (path, NULL);
      g_assert_cmpstr (got, ==, cases[i].expected);
      remove_file (path);
    }
}

/* Rows over many pieces of the file, twice. */
static void
test_long (void)
{
  g_autoptr (GString) book = g_string_new ("<office:document-content " NAMES "><office:body>"
                                           "<office:spreadsheet><table:table table:name='a'>");
  char           *path = temp_path ("t.ods");
  MerTableOptions options = { path, NULL, NULL, 0 };
  g_autoptr (MerTableReader) reader = NULL;
  guint n = 20000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (book, ROW (CELL (NUMBER ("%u"), "") CELL ("", "") TEXT ("я &amp; %u")),
                            i, i % 10);
  g_string_append (book, "</table:table></office:spreadsheet></office:body>"
                         "</office:document-content>");
  write_parts (path, KIND, book->str, NULL, NULL);
  reader = mer_table_reader_open (&options, NULL);
  g_assert_cmpstr (reader->info.format, ==, "ODS");
  g_assert_cmpstr (reader->info.sheet, ==, "a");
  for (guint pass = 0; pass < 2; pass++)
    {
      MerRow row = { 0 };

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *expected = g_strdup_printf ("%u:%u||я & %u\n", i + 1, i, i % 10);
          g_autoptr (GString) got = g_string_new (NULL);

          g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 1);
          append_row (got, &row);
          g_assert_cmpstr (got->str, ==, expected);
        }
      g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 0);
      g_assert_cmpint (mer_table_reader_next (reader, &row, NULL), ==, 0);
      g_assert_true (reader->rewind (reader, NULL));
    }
  remove_file (path);
}

/* --- what must be refused */

static void
test_encrypted (void)
{
  check_parts (KIND, "\x01\x02\x03 nonsense", NULL,
               "<manifest:manifest xmlns:manifest='m'><manifest:file-entry>"
               "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
               NULL, "The file “t.ods” is encrypted: save it without a password.");
}

static void
test_broken_xml (void)
{
  static const char *const contents[] = {
    "",
    "<a>",
    "<office:document-content " NAMES "><office:body></office:document-content>",
    BOOK ("", TABLE (ROW (TEXT ("&undefined;")))),
    BOOK ("", TABLE (ROW (TEXT ("\x01")))),
    BOOK ("", TABLE (ROW (TEXT ("\xc3\x28")))),
    BOOK ("", TABLE (ROW (CELL ("office:value-type=float", "")))),
    BOOK ("", TABLE ("")) "<second/>",
    BOOK ("", TABLE ("")) "text",
  };
  static const char *const documents[] = {
    "<!DOCTYPE a [<!ENTITY b 'c'>]>" BOOK ("", TABLE (ROW (TEXT ("&b;")))),
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    check (contents[i], DAMAGED);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    check (documents[i],
           "The file “t.ods” defines entities, which no table needs; it is not opened.");
  check_parts (KIND, BOOK ("", TABLE ("")), "<broken", NULL, NULL, DAMAGED);
}

static void
test_truncated (void)
{
  char *path = temp_path ("t.ods");
  char *bytes = NULL;
  gsize length = 0;

  write_parts (path, KIND, BOOK ("", TABLE (ROW (TEXT ("а")))), NULL, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = 4; cut < length; cut += 53)
    {
      g_autofree char *got = NULL;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) cut, NULL));
      got = dump (path, NULL);
      g_assert_cmpstr (got, ==, DAMAGED);
    }
  g_free (bytes);
  remove_file (path);
}

/* Small files that would fill memory or never end. */
static void
test_bombs (void)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *long_cell = g_strdup_printf (BOOK ("", TABLE (ROW (TEXT ("%s")))), text);
  g_autofree char *long_value = g_strdup_printf (BOOK ("", TABLE (ROW (STRING ("%s")))), text);

  check (long_cell, LONG_TEXT);
  check (long_value, LONG_TEXT);
  check (BOOK ("", TABLE (ROW (TEXT ("a<text:s text:c='99999999999'/>b")))), LONG_TEXT);
  check (BOOK ("", TABLE (ROW (EMPTY_TAIL EMPTY_TAIL TEXT ("a")))), WIDE);
  check (BOOK ("", TABLE (ROW (CELL (SPREAD ("99999999999") NUMBER ("1"), "")))), WIDE);
  check (BOOK ("", TABLE (ROWS ("99999999999", TEXT ("a")))), BOMB);
  check (BOOK ("", TABLE (ROWS ("1000000", CELL (SPREAD ("16384") NUMBER ("1"), "")))), BOMB);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ods/values", test_values);
  g_test_add_func ("/ods/formulas", test_formulas);
  g_test_add_func ("/ods/moments", test_moments);
  g_test_add_func ("/ods/default-styles", test_default_styles);
  g_test_add_func ("/ods/texts", test_texts);
  g_test_add_func ("/ods/repeats", test_repeats);
  g_test_add_func ("/ods/merged", test_merged);
  g_test_add_func ("/ods/sheets", test_sheets);
  g_test_add_func ("/ods/kinds", test_kinds);
  g_test_add_func ("/ods/flat", test_flat);
  g_test_add_func ("/ods/long", test_long);
  g_test_add_func ("/ods/encrypted", test_encrypted);
  g_test_add_func ("/ods/broken-xml", test_broken_xml);
  g_test_add_func ("/ods/truncated", test_truncated);
  g_test_add_func ("/ods/bombs", test_bombs);
  return g_test_run ();
}
