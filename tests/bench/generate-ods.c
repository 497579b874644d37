/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an ODS table of the questionnaires that generate-xlsx writes, in the way of LibreOffice:
 * equal cells beside each other are repeated, and empty rows and columns fill the sheet.
 *
 *   generate-ods FILE ROWS */

#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

#define N_COLUMNS 28
#define KIND "application/vnd.oasis.opendocument.spreadsheet"
#define NAME_SPACE(name) " xmlns:" name "='urn:oasis:names:tc:opendocument:xmlns:" name ":1.0'"
#define NAMES                                                           \
  NAME_SPACE ("office")                                                 \
  NAME_SPACE ("style")                                                  \
  NAME_SPACE ("text")                                                   \
  NAME_SPACE ("table")                                                  \
  " xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'" \
  " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'"

static void
write_text (FILE       *file,
            const char *text,
            guint       repeat)
{
  fputs ("<table:table-cell", file);
  if (repeat > 1)
    fprintf (file, " table:number-columns-repeated=\"%u\"", repeat);
  fprintf (file,
           " office:value-type=\"string\" calcext:value-type=\"string\"><text:p>%s</text:p>"
           "</table:table-cell>",
           text);
}

static const char *
answer (guint row,
        guint column)
{
  return (row ^ column * 5u) % 7 > 1 ? "Да" : "Нет";
}

static void
write_moment (FILE *file,
              guint row)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (2024, 9, 15, 0, 0, 0);
  g_autoptr (GDateTime) moment = g_date_time_add_minutes (start, (int) (row % 86400));
  g_autofree char *value = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *shown = g_date_time_format (moment, "%d.%m.%Y %H:%M:%S");

  fprintf (file,
           "<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" "
           "office:date-value=\"%s\" calcext:value-type=\"date\"><text:p>%s</text:p>"
           "</table:table-cell>",
           value, shown);
}

static void
write_row (FILE *file,
           guint row)
{
  g_autofree char *name =
    g_strdup_printf ("Муниципальное учреждение «Школа № %u»", row * 7919 % 300);

  fputs ("<table:table-row table:style-name=\"ro1\">", file);
  write_text (file, name, 1);
  write_moment (file, row);
  for (guint column = 2; column < N_COLUMNS;)
    {
      const char *text = answer (row, column);
      guint       n = 1;

      while (column + n < N_COLUMNS && answer (row, column + n) == text)
        n++;
      write_text (file, text, n);
      column += n;
    }
  fputs ("<table:table-cell table:number-columns-repeated=\"16356\"/></table:table-row>", file);
}

static void
write_content (FILE *file,
               guint n_rows)
{
  fputs ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content" NAMES
         "><office:automatic-styles><number:date-style style:name=\"N1\"><number:day/>"
         "<number:month/><number:year/><number:hours/><number:minutes/><number:seconds/>"
         "</number:date-style><style:style style:name=\"ce1\" style:family=\"table-cell\" "
         "style:data-style-name=\"N1\"/></office:automatic-styles><office:body>"
         "<office:spreadsheet><table:table table:name=\"Ответы\">"
         "<table:table-column table:number-columns-repeated=\"16384\"/><table:table-row>",
         file);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *header = g_strdup_printf ("Вопрос %u", column);
      write_text (file, header, 1);
    }
  fputs ("</table:table-row>", file);
  for (guint row = 1; row <= n_rows; row++)
    write_row (file, row);
  fprintf (file,
           "<table:table-row table:number-rows-repeated=\"%u\"><table:table-cell "
           "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
           "</office:spreadsheet></office:body></office:document-content>",
           1048575 - MIN (n_rows, 1048574));
}

static gboolean
pack (const char *path,
      FILE       *content)
{
  int    code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  if (zip == NULL ||
      zip_file_add (zip, "mimetype", zip_source_buffer (zip, KIND, sizeof KIND - 1, 0), 0) != 0 ||
      zip_set_file_compression (zip, 0, ZIP_CM_STORE, 0) != 0 ||
      zip_file_add (zip, "content.xml", zip_source_filep (zip, content, 0, -1), 0) != 1 ||
      zip_set_file_compression (zip, 1, ZIP_CM_DEFLATE, 3) != 0)
    return FALSE;
  return zip_close (zip) == 0;
}

int
main (int    argc,
      char **argv)
{
  FILE *content = argc == 3 ? tmpfile () : NULL;

  if (argc != 3)
    return 2;
  if (content == NULL)
    return EXIT_FAILURE;
  write_content (content, (guint) atoi (argv[2]));
  rewind (content);
  return pack (argv[1], content) ? EXIT_SUCCESS : EXIT_FAILURE;
}
