/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What programs and portals hand out under the name of a table, and what is mistaken for one: told
 * by its first bytes, and refused with what to do about it. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-table-reader-private.h"

#define LOOK_AT 1024

typedef enum
{
  KIND_NONE,
  KIND_WEB_PAGE,
  KIND_XML_TABLE,
  KIND_TEXT_DOCUMENT,
  KIND_PDF,
  KIND_PACKED,
} Kind;

/* In small letters, at the very beginning or behind blanks. */
static const struct
{
  const char *beginning;
  Kind        kind;
} beginnings[] = {
  { "<html", KIND_WEB_PAGE },
  { "<!doctype html", KIND_WEB_PAGE },
  { "<head", KIND_WEB_PAGE },
  { "<body", KIND_WEB_PAGE },
  { "<meta", KIND_WEB_PAGE },
  { "<style", KIND_WEB_PAGE },
  { "<table", KIND_WEB_PAGE },
  { "mime-version:", KIND_WEB_PAGE },
  { "{\\rtf", KIND_TEXT_DOCUMENT },
  { "%pdf-", KIND_PDF },
  { "\x1f\x8b\x08", KIND_PACKED },
  { "rar!\x1a", KIND_PACKED },
  { "7z\xbc\xaf\x27\x1c", KIND_PACKED },
};

/* The beginning of a file in small letters, what makes UTF-16 of it left out. */
static char *
beginning_of (const guint8 *head,
              gsize         length)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize i = 0;

  if (length >= 2 && ((head[0] == 0xff && head[1] == 0xfe) || (head[0] == 0xfe && head[1] == 0xff)))
    i = 2;
  else if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
    i = 3;
  for (; i < length && out->len < LOOK_AT; i++)
    {
      if (head[i] != 0 && (out->len > 0 || !g_ascii_isspace ((char) head[i])))
        g_string_append_c (out, g_ascii_tolower ((char) head[i]));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static Kind
kind_of (const guint8 *head,
         gsize         length)
{
  g_autofree char *text = beginning_of (head, length);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (text, beginnings[i].beginning))
        return beginnings[i].kind;
    }
  if (!g_str_has_prefix (text, "<?xml"))
    return KIND_NONE;
  if (strstr (text, "<html") != NULL)
    return KIND_WEB_PAGE;
  return strstr (text, "<workbook") != NULL || strstr (text, "<ss:workbook") != NULL
           ? KIND_XML_TABLE
           : KIND_NONE;
}

static gboolean
foreign_probe (const guint8 *head,
               gsize         length,
               const char   *path)
{
  return kind_of (head, length) != KIND_NONE;
}

static void
refuse (Kind        kind,
        const char *name,
        GError    **error)
{
  switch (kind)
    {
    case KIND_WEB_PAGE:
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is a web page, whatever its name ends with: open it in "
                     "LibreOffice Calc or Excel and save it as XLSX."),
                      name);
      break;
    case KIND_XML_TABLE:
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is a table in the XML of Excel 2003: open it in LibreOffice "
                     "Calc or Excel and save it as XLSX."),
                      name);
      break;
    case KIND_TEXT_DOCUMENT:
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is a text document: copy its table into a spreadsheet and "
                     "save that as XLSX."),
                      name);
      break;
    case KIND_PDF:
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is a PDF: ask for the table that it was made from."), name);
      break;
    case KIND_PACKED:
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is packed: unpack it and choose the table itself."), name);
      break;
    case KIND_NONE: /* another file by now */
    default:
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is not a text table."), name);
    }
}

static MerTableReader *
foreign_open (const MerTableOptions *options,
              GError               **error)
{
  g_autofree char *name = g_filename_display_basename (options->path);
  guint8           head[MER_TABLE_HEAD_SIZE];
  gsize            length = 0;

  if (mer_table_read_head (options->path, head, &length, error))
    refuse (kind_of (head, length), name, error);
  return NULL;
}

const MerTableFormat mer_table_format_foreign = { "foreign", foreign_probe, foreign_open };
