/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ODS reader: files made by hand, one trait each, and files that must be refused. */

#include "config.h"

#include <sys/resource.h>

#include "office-fixture.h"

#define KIND "application/vnd.oasis.opendocument.spreadsheet"
#define NAMES                                                                 \
  "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "          \
  "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "            \
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "              \
  "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "            \
  "xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0' "       \
  "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "           \
  "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"
#define BOOK(styles, tables)                                                                     \
  "<?xml version='1.0' encoding='UTF-8'?><office:document-content " NAMES                        \
  "><office:automatic-styles>" styles "</office:automatic-styles><office:body><office:spreadsheet>" \
  tables "</office:spreadsheet></office:body></office:document-content>"
#define TABLE(rows) "<table:table table:name='Лист &amp; 1'>" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define TEXT(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define DAMAGED "The file “t.ods” is damaged or was not copied to its end."

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
  check (BOOK ("", TABLE (ROW (
    "<table:table-cell office:value-type='float' office:value='5'><text:p>5,00</text:p></table:table-cell>"
    "<table:table-cell office:value-type='float' office:value='0.30000000000000004'/>"
    "<table:table-cell office:value-type='currency' office:currency='RUB' office:value='12.5'>"
    "<text:p>12,50 ₽</text:p></table:table-cell>"
    "<table:table-cell office:value-type='percentage' office:value='0.45'><text:p>45 %</text:p></table:table-cell>"
    "<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>ИСТИНА</text:p></table:table-cell>"
    "<table:table-cell office:value-type='boolean' office:boolean-value='false'/>"
    "<table:table-cell office:value-type='string' office:string-value='a &amp;amp; b'><text:p>c</text:p></table:table-cell>"
    "<table:table-cell office:value-type='string' office:string-value='' calcext:value-type='error'>"
    "<text:p>#Н/Д</text:p></table:table-cell>"
    "<table:table-cell><text:p>без типа</text:p></table:table-cell>"
    "<table:table-cell office:value-type='float' calcext:value-type='float' office:value='-1E-2'/>"))),
    "1:5|0,3|12,5|45%|да|нет|a &amp; b|#Н/Д|без типа|-0,01\n");
}

#define DATE(style, value)                                                                  \
  "<table:table-cell table:style-name='" style "' office:value-type='date' office:date-value='" value "'/>"
#define TIME(style, value)                                                                  \
  "<table:table-cell table:style-name='" style "' office:value-type='time' office:time-value='" value "'/>"

static void
test_formulas (void)
{
  check (BOOK ("", TABLE (ROW (
    "<table:table-cell table:formula='of:=TRUE()' office:value-type='float' office:value='1'><text:p>ИСТИНА</text:p></table:table-cell>"
    "<table:table-cell table:formula='of:=[.A1]>5' office:value-type='float' office:value='0'><text:p>ЛОЖЬ</text:p></table:table-cell>"
    "<table:table-cell table:formula='of:=1' office:value-type='float' office:value='1'><text:p>1,00</text:p></table:table-cell>"
    "<table:table-cell office:value-type='float' office:value='1'><text:p>один</text:p></table:table-cell>"
    "<table:table-cell table:formula='of:=\"a\"' office:value-type='string'><text:p>a</text:p></table:table-cell>"))),
    "1:да|нет|1|1|a\n");
}

static void
test_moments (void)
{
  check (BOOK ("<number:date-style style:name='N1'><number:day/><number:text>.</number:text>"
               "<number:month/><number:year/></number:date-style>"
               "<style:style style:name='day' style:family='table-cell' style:data-style-name='N1'/>"
               "<style:style style:name='child' style:family='table-cell' style:parent-style-name='day'/>"
               "<style:style style:name='loop' style:family='table-cell' style:parent-style-name='loop'/>"
               "<style:style style:name='full' style:family='table-cell' style:data-style-name='N2'/>"
               "<number:date-style style:name='N2'><number:day/><number:month/><number:year/>"
               "<number:hours/><number:minutes/><number:seconds/></number:date-style>"
               "<number:time-style style:name='N3' number:truncate-on-overflow='false'>"
               "<number:hours/><number:minutes/></number:time-style>"
               "<style:style style:name='long' style:family='table-cell' style:data-style-name='N3'/>"
               "<number:time-style style:name='N4'><number:hours/><number:minutes/></number:time-style>"
               "<style:style style:name='clock' style:family='table-cell' style:data-style-name='N4'/>",
               TABLE (ROW (DATE ("day", "2024-10-14T08:12:33") DATE ("child", "2024-10-14T08:12:33")
                           DATE ("full", "2024-10-14T08:12:33") DATE ("full", "2024-10-14")
                           DATE ("loop", "2024-10-14T08:12:00") DATE ("none", "2024-10-14T00:00:00"))
                      ROW (DATE ("none", "2024-12-31T23:59:59.7") DATE ("none", "1890-02-28")
                           DATE ("none", "2024-02-30") DATE ("clock", "2024-10-14T08:12:33"))
                      ROW (TIME ("clock", "PT08H12M33S") TIME ("none", "PT08H12M33S")
                           TIME ("long", "PT36H05M00S") TIME ("clock", "PT36H05M00S")
                           TIME ("none", "PT36H05M00S") TIME ("none", "P1DT1H") TIME ("none", "PTxH"))
                      "<table:table-column table:default-cell-style-name='day'/>")),
         "1:14.10.2024|14.10.2024|14.10.2024 8:12:33|14.10.2024 0:00:00|14.10.2024 8:12|14.10.2024\n"
         "2:01.01.2025|28.02.1890|2024-02-30|8:12\n"
         "3:8:12|8:12:33|36:05|12:05|36:05|25:00|PTxH\n");
}

/* A cell that names no style has that of its row, else of its column. */
static void
test_default_styles (void)
{
  check_parts (KIND,
               BOOK ("", TABLE ("<table:table-columns><table:table-column table:number-columns-repeated='2'/>"
                                "<table:table-column table:default-cell-style-name='day'/></table:table-columns>"
                                "<table:table-row><table:table-cell table:number-columns-repeated='2'/>"
                                "<table:table-cell office:value-type='date' office:date-value='2024-10-14T08:12:33'/>"
                                "</table:table-row>"
                                "<table:table-row table:default-cell-style-name='day'>"
                                "<table:table-cell office:value-type='date' office:date-value='2024-10-14T08:12:33'/>"
                                "</table:table-row>")),
               "<office:document-styles " NAMES "><office:styles>"
               "<number:date-style style:name='N1'><number:day/></number:date-style>"
               "<style:style style:name='day' style:family='table-cell' style:data-style-name='N1'/>"
               "</office:styles></office:document-styles>",
               NULL, NULL, "1:||14.10.2024\n2:14.10.2024\n");
}

static void
test_texts (void)
{
  check (BOOK ("", TABLE (
    ROW (TEXT ("  один \n  два<text:span> три</text:span> </text:p><text:p>четыре<text:s text:c='3'/>пять")
         TEXT ("a<text:tab/>b<text:line-break/>c<text:s/><text:a>d</text:a>")
         TEXT ("<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>じ</text:ruby-text></text:ruby>")
         TEXT ("&lt;&#1071;&#x42F;&gt;<![CDATA[<&]]>"))
    ROW ("<table:table-cell office:value-type='string'><office:annotation><text:p>Примечание</text:p>"
         "</office:annotation><text:p>виден</text:p><draw:frame><draw:text-box><text:p>рисунок</text:p>"
         "</draw:text-box></draw:frame></table:table-cell>")
    "<table:shapes><draw:frame><table:table table:name='внутри'>" ROW (TEXT ("нет")) "</table:table>"
    "</draw:frame></table:shapes>")),
    "1:один два три\nчетыре   пять|a\tb\nc d|字|<ЯЯ><&\n2:виден\n");
}

#define EMPTY_TAIL "<table:table-cell table:number-columns-repeated='16000'/>"

static void
test_repeats (void)
{
  check (BOOK ("", TABLE (
    "<table:table-header-rows>" ROW (TEXT ("а") EMPTY_TAIL) "</table:table-header-rows>"
    "<table:table-row table:number-rows-repeated='3'>" EMPTY_TAIL "</table:table-row>"
    "<table:table-row-group><table:table-row table:number-rows-repeated='2'>"
    "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1'/>"
    "<table:table-cell/>" TEXT ("б") EMPTY_TAIL "</table:table-row></table:table-row-group>"
    "<table:table-row table:visibility='collapse'>" TEXT ("скрыта") "</table:table-row>"
    "<table:table-row table:number-rows-repeated='1048569'>" EMPTY_TAIL "</table:table-row>")),
    "1:а\n5:1|1||б\n6:1|1||б\n7:скрыта\n");
}

static void
test_merged (void)
{
  check (BOOK ("", TABLE (
    ROW ("<table:table-cell table:number-rows-spanned='3' table:number-columns-spanned='1' "
         "office:value-type='float' office:value='1'/>" TEXT ("2"))
    ROW ("<table:covered-table-cell/>" TEXT ("3"))
    ROW ("<table:covered-table-cell/>" TEXT ("4"))
    ROW ("<table:table-cell/><table:table-cell table:number-columns-spanned='3' office:value-type='float' "
         "office:value='5'/><table:covered-table-cell table:number-columns-repeated='2'/>"))),
    "1:1|2\n2:1|3\n3:1|4\n4:|5\n");
}

#define THREE                                                                               \
  "<table:table table:name='Скрыт' table:style-name='ta2'>" ROW (TEXT ("1")) "</table:table>" \
  "<table:table table:name='Пуст' table:style-name='ta1'>" ROW ("<table:table-cell/>") "</table:table>" \
  "<table:table table:name='Третий' table:style-name='ta1'>" ROW (TEXT ("3")) "</table:table>" \
  "<table:table table:name=\"'file:///a.ods'#$L\"><table:table-source/>" ROW (TEXT ("чужой")) "</table:table>"
#define SHEET_STYLES                                                                        \
  "<style:style style:name='ta1' style:family='table'><style:table-properties table:display='true'/></style:style>" \
  "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>"

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
    check_parts (KIND, BOOK (SHEET_STYLES, THREE), NULL, NULL, cases[i].sheet, cases[i].expected);
  check (BOOK ("", "<table:tracked-changes/>" TABLE ("")), "");
}

/* The entry that names the kind may be missing or misplaced. */
static void
test_kinds (void)
{
  const char *book = BOOK ("", TABLE (ROW (TEXT ("а"))));
  const char *text = "<office:document-content " NAMES "><office:body><office:text/></office:body>"
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
               "The file “t.ods” is an archive, but not a spreadsheet.");
  check_parts (NULL, text, NULL, NULL, NULL,
               "The file “t.ods” is an archive, but not a spreadsheet.");
  check_parts ("application/vnd.sun.xml.calc", book, NULL, NULL, NULL,
               "The file “t.ods” has an old format: save it as XLSX or CSV.");
  check_parts (KIND, NULL, NULL, NULL, NULL, DAMAGED);
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
    g_string_append_printf (book, ROW ("<table:table-cell office:value-type='float' office:value='%u'/>"
                                       "<table:table-cell/>" TEXT ("я &amp; %u")), i, i % 10);
  g_string_append (book, "</table:table></office:spreadsheet></office:body></office:document-content>");
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
               "<manifest:manifest xmlns:manifest='m'><manifest:file-entry manifest:full-path='content.xml'>"
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
    BOOK ("", TABLE (ROW ("<table:table-cell office:value-type=float/>"))),
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
  g_autofree char    *spaces = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char    *long_cell = g_strdup_printf (BOOK ("", TABLE (ROW (TEXT ("%s")))), spaces);
  g_autofree char    *long_value = g_strdup_printf (
    BOOK ("", TABLE (ROW ("<table:table-cell office:value-type='string' office:string-value='%s'/>"))), spaces);
  static const char many[] = "The file “t.ods” unpacks to far more than any table has; it is not opened.";
  static const char text[] = "The file “t.ods”, row 1: a cell holds more text than any table has.";
  static const char wide[] = "The file “t.ods”, row 1: too many cells, this is not a table.";

  check (long_cell, text);
  check (long_value, text);
  check (BOOK ("", TABLE (ROW (TEXT ("a<text:s text:c='99999999999'/>b")))), text);
  check (BOOK ("", TABLE (ROW (EMPTY_TAIL EMPTY_TAIL TEXT ("a")))), wide);
  check (BOOK ("", TABLE (ROW ("<table:table-cell table:number-columns-repeated='99999999999' "
                               "office:value-type='float' office:value='1'/>"))),
         wide);
  check (BOOK ("", TABLE ("<table:table-row table:number-rows-repeated='99999999999'>" TEXT ("a") "</table:table-row>")),
         many);
  check (BOOK ("", TABLE ("<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
                          "table:number-columns-repeated='16384' office:value-type='float' office:value='1'/>"
                          "</table:table-row>")),
         many);
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
  g_test_add_func ("/ods/long", test_long);
  g_test_add_func ("/ods/encrypted", test_encrypted);
  g_test_add_func ("/ods/broken-xml", test_broken_xml);
  g_test_add_func ("/ods/truncated", test_truncated);
  g_test_add_func ("/ods/bombs", test_bombs);
  return g_test_run ();
}
