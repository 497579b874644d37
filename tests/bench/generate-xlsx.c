/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an XLSX table of questionnaires with 28 columns, with shared strings as Excel does, in
 * memory that does not grow with the rows.
 *
 *   generate-xlsx FILE ROWS */

#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#define N_COLUMNS 28
#define N_SCHOOLS 300
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define KIND "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Indices of shared strings: headers, schools, then the two answers. */
#define FIRST_SCHOOL N_COLUMNS
#define YES (FIRST_SCHOOL + N_SCHOOLS)
#define NO (YES + 1)

static const char types[] =
  HEAD "<Types xmlns=\"" PACKAGE "/content-types\"><Default Extension=\"xml\" "
       "ContentType=\"application/xml\"/><Default Extension=\"rels\" "
       "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
       "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" KIND "sheet.main+xml\"/>"
       "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" KIND "worksheet+xml\"/>"
       "<Override PartName=\"/xl/styles.xml\" ContentType=\"" KIND "styles+xml\"/>"
       "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" KIND "sharedStrings+xml\"/>"
       "</Types>";
static const char root[] =
  HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"r\" "
       "Type=\"" RELATIONS "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
static const char relations[] =
  HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"r1\" "
       "Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
static const char workbook[] =
  HEAD "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><sheets><sheet name=\"Ответы\" "
       "sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
static const char styles[] =
  HEAD "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
       "formatCode=\"dd.mm.yyyy h:mm:ss\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
       "<xf numFmtId=\"164\"/></cellXfs></styleSheet>";

static void
write_strings (FILE *file)
{
  fputs (HEAD "<sst xmlns=\"" MAIN "\">", file);
  for (guint i = 0; i < N_COLUMNS; i++)
    fprintf (file, "<si><t>Вопрос %u</t></si>", i);
  for (guint i = 0; i < N_SCHOOLS; i++)
    fprintf (file, "<si><t>Муниципальное учреждение «Школа № %u»</t></si>", i);
  fputs ("<si><t>Да</t></si><si><t>Нет</t></si></sst>", file);
}

static void
write_reference (FILE *file,
                 guint column,
                 guint row)
{
  if (column >= 26)
    putc ('A' + (int) (column / 26) - 1, file);
  fprintf (file, "%c%u", 'A' + (int) (column % 26), row + 1);
}

static guint
string_at (guint column,
           guint row)
{
  if (row == 0)
    return column;
  if (column == 0)
    return FIRST_SCHOOL + row * 7919 % N_SCHOOLS;
  return (row ^ column * 5u) % 7 > 1 ? YES : NO;
}

static void
write_row (FILE *file,
           guint row)
{
  fprintf (file, "<row r=\"%u\" spans=\"1:%u\">", row + 1, N_COLUMNS);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      fputs ("<c r=\"", file);
      write_reference (file, column, row);
      if (column == 1 && row > 0)
        fprintf (file, "\" s=\"1\"><v>%.16g</v></c>", 45550 + row % 86400 / 1440.0);
      else
        fprintf (file, "\" t=\"s\"><v>%u</v></c>", string_at (column, row));
    }
  fputs ("</row>", file);
}

static void
write_sheet (FILE *file,
             guint n_rows)
{
  fputs (HEAD "<worksheet xmlns=\"" MAIN "\"><sheetData>", file);
  for (guint row = 0; row <= n_rows; row++)
    write_row (file, row);
  fputs ("</sheetData></worksheet>", file);
}

static gboolean
add (zip_t        *zip,
     const char   *name,
     zip_source_t *source)
{
  zip_int64_t index = zip_file_add (zip, name, source, 0);

  return index >= 0 && zip_set_file_compression (zip, (zip_uint64_t) index, ZIP_CM_DEFLATE, 3) == 0;
}

static gboolean
pack (const char *path,
      FILE       *strings,
      FILE       *sheet)
{
  int    code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  return zip != NULL &&
         add (zip, "[Content_Types].xml", zip_source_buffer (zip, types, sizeof types - 1, 0)) &&
         add (zip, "_rels/.rels", zip_source_buffer (zip, root, sizeof root - 1, 0)) &&
         add (zip, "xl/_rels/workbook.xml.rels",
              zip_source_buffer (zip, relations, sizeof relations - 1, 0)) &&
         add (zip, "xl/workbook.xml", zip_source_buffer (zip, workbook, sizeof workbook - 1, 0)) &&
         add (zip, "xl/styles.xml", zip_source_buffer (zip, styles, sizeof styles - 1, 0)) &&
         add (zip, "xl/sharedStrings.xml", zip_source_filep (zip, strings, 0, -1)) &&
         add (zip, "xl/worksheets/sheet1.xml", zip_source_filep (zip, sheet, 0, -1)) &&
         zip_close (zip) == 0;
}

int
main (int    argc,
      char **argv)
{
  FILE *strings = tmpfile ();
  FILE *sheet = tmpfile ();

  if (argc != 3)
    return 2;
  if (strings == NULL || sheet == NULL)
    return EXIT_FAILURE;
  write_strings (strings);
  write_sheet (sheet, (guint) atoi (argv[2]));
  rewind (strings);
  rewind (sheet);
  return pack (argv[1], strings, sheet) ? EXIT_SUCCESS : EXIT_FAILURE;
}
