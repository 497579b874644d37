/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of an XLSX file besides its sheets: which sheets there are, what their styles show,
 * and the texts that cells share. */

#include "config.h"

#include "import/mer-xlsx-workbook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-xlsx-text.h"

/* All shared texts together; a table of a million different comments has a tenth of it. */
#define MAX_STRINGS_SIZE (512 * 1024 * 1024)
#define MAX_SHEETS 1000
#define MAX_STYLES 65536

static void
sheet_free (gpointer data)
{
  MerXlsxSheet *self = data;

  g_free (self->name);
  g_free (self->part);
  g_clear_pointer (&self->merges, g_array_unref);
  g_free (self);
}

static guint
attribute_uint (const xmlChar **attributes,
                int             n_attributes,
                const char     *name)
{
  g_autofree char *text = mer_xml_attribute_dup (attributes, n_attributes, name);
  guint64          value = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &value, NULL))
    return 0;
  return (guint) value;
}

static gboolean
attribute_is_true (const xmlChar **attributes,
                   int             n_attributes,
                   const char     *name)
{
  g_autofree char *text = mer_xml_attribute_dup (attributes, n_attributes, name);

  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

static void
ignore_end (gpointer    data,
            const char *name)
{
}

/* --- relations: id → part */

typedef struct
{
  char       *folder; /* that targets are relative to, with its slash */
  GHashTable *parts;  /* id → part */
  char       *workbook;
  char       *styles;
  char       *strings;
} Relations;

static void
relations_clear (Relations *self)
{
  g_free (self->folder);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self->workbook);
  g_free (self->styles);
  g_free (self->strings);
}

/* The part that a target names: from the root, or from the folder, up and down. */
static char *
resolve (const char *folder,
         const char *target)
{
  gboolean         absolute = target[0] == '/';
  g_autofree char *path = g_strconcat (absolute ? "" : "/", absolute ? "" : folder, target, NULL);
  g_autofree char *canonical = g_canonicalize_filename (path, "/");

  return g_strdup (canonical + 1);
}

/* The first of its kind is kept. */
static void
note (char      **part,
      const char *type,
      const char *kind,
      const char *target)
{
  if (*part == NULL && g_str_has_suffix (type, kind))
    *part = g_strdup (target);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relations, relations_clear)

static void
relations_start (gpointer        data,
                 const char     *name,
                 const xmlChar **attributes,
                 int             n_attributes)
{
  Relations       *self = data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  char            *part = NULL;

  if (strcmp (name, "Relationship") != 0)
    return;
  id = mer_xml_attribute_dup (attributes, n_attributes, "Id");
  type = mer_xml_attribute_dup (attributes, n_attributes, "Type");
  target = mer_xml_attribute_dup (attributes, n_attributes, "Target");
  if (id == NULL || type == NULL || target == NULL)
    return;
  part = resolve (self->folder, target);
  note (&self->workbook, type, "/officeDocument", part);
  note (&self->styles, type, "/styles", part);
  note (&self->strings, type, "/sharedStrings", part);
  g_hash_table_insert (self->parts, g_steal_pointer (&id), part);
}

static const MerXmlHandler relations_handler = { relations_start, ignore_end, NULL, FALSE };

/* `part` is "xl/workbook.xml" or "" for the archive itself; missing relations are none. */
static gboolean
relations_load (Relations        *self,
                MerOfficeArchive *archive,
                const char       *part,
                GError          **error)
{
  const char      *slash = strrchr (part, '/');
  g_autofree char *path = NULL;

  self->folder = slash != NULL ? g_strndup (part, (gsize) (slash + 1 - part)) : g_strdup ("");
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  path = g_strconcat (self->folder, "_rels/", slash != NULL ? slash + 1 : part, ".rels", NULL);
  if (!mer_office_archive_has (archive, path))
    return TRUE;
  return mer_xml_part_run (archive, path, &relations_handler, self, error);
}

/* --- the workbook */

typedef struct
{
  MerXlsxWorkbook *workbook;
  GHashTable      *parts;
} WorkbookLoader;

static void
workbook_start (gpointer        data,
                const char     *name,
                const xmlChar **attributes,
                int             n_attributes)
{
  WorkbookLoader  *self = data;
  g_autofree char *id = NULL;
  g_autofree char *state = NULL;
  MerXlsxSheet    *sheet = NULL;
  const char      *part = NULL;

  if (strcmp (name, "workbookPr") == 0)
    self->workbook->date1904 = attribute_is_true (attributes, n_attributes, "date1904");
  if (strcmp (name, "sheet") != 0 || self->workbook->sheets->len >= MAX_SHEETS)
    return;
  id = mer_xml_attribute_dup (attributes, n_attributes, "id");
  state = mer_xml_attribute_dup (attributes, n_attributes, "state");
  part = id != NULL ? g_hash_table_lookup (self->parts, id) : NULL;
  if (part == NULL)
    return;
  sheet = g_new0 (MerXlsxSheet, 1);
  sheet->name = mer_xml_attribute_dup (attributes, n_attributes, "name");
  if (sheet->name == NULL)
    sheet->name = g_strdup ("");
  sheet->part = g_strdup (part);
  sheet->hidden = g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0;
  g_ptr_array_add (self->workbook->sheets, sheet);
}

static const MerXmlHandler workbook_handler = { workbook_start, ignore_end, NULL, FALSE };

/* --- styles */

typedef struct
{
  MerXlsxWorkbook *workbook;
  GHashTable      *described; /* number of a format → MerXlsxFormat + 1 */
  gboolean         in_cell_formats;
} StylesLoader;

static void
styles_start (gpointer        data,
              const char     *name,
              const xmlChar **attributes,
              int             n_attributes)
{
  StylesLoader *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cell_formats = TRUE;
  else if (strcmp (name, "numFmt") == 0)
    {
      guint            id = attribute_uint (attributes, n_attributes, "numFmtId");
      g_autofree char *code = mer_xml_attribute_dup (attributes, n_attributes, "formatCode");

      if (code != NULL && g_hash_table_size (self->described) < MAX_STYLES)
        g_hash_table_insert (self->described, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (mer_xlsx_format_parse (code) + 1u));
    }
  else if (self->in_cell_formats && strcmp (name, "xf") == 0 &&
           self->workbook->formats->len < MAX_STYLES)
    {
      guint    id = attribute_uint (attributes, n_attributes, "numFmtId");
      gpointer known = g_hash_table_lookup (self->described, GUINT_TO_POINTER (id));
      guint    described = GPOINTER_TO_UINT (known);
      guint8   format = (guint8) (described > 0 ? described - 1 : mer_xlsx_format_builtin (id));

      g_array_append_val (self->workbook->formats, format);
    }
}

static void
styles_end (gpointer    data,
            const char *name)
{
  StylesLoader *self = data;

  if (strcmp (name, "cellXfs") == 0)
    self->in_cell_formats = FALSE;
}

static const MerXmlHandler styles_handler = { styles_start, styles_end, NULL, FALSE };

/* --- shared texts */

typedef struct
{
  MerXlsxWorkbook *workbook;
  MerXmlPart      *part;
  guint            start; /* of the text at hand */
  guint            in_text;
  guint            in_phonetic; /* readings of Japanese words are no part of the text */
} StringsLoader;

static void
strings_start (gpointer        data,
               const char     *name,
               const xmlChar **attributes,
               int             n_attributes)
{
  StringsLoader *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text++;
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic++;
}

static void
end_string (StringsLoader *self)
{
  GByteArray *strings = self->workbook->strings;

  if (strings->len > self->start)
    {
      gsize length = mer_xlsx_unescape ((char *) strings->data + self->start,
                                        strings->len - self->start);
      g_byte_array_set_size (strings, self->start + (guint) length);
    }
  self->start = strings->len;
  g_array_append_val (self->workbook->string_ends, self->start);
}

static void
strings_end (gpointer    data,
             const char *name)
{
  StringsLoader *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text--;
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic--;
  else if (strcmp (name, "si") == 0)
    end_string (self);
}

static void
strings_text (gpointer    data,
              const char *text,
              gsize       length)
{
  StringsLoader *self = data;

  if (self->in_text == 0 || self->in_phonetic > 0)
    return;
  if (self->workbook->strings->len + length > MAX_STRINGS_SIZE)
    {
      mer_xml_part_stop (self->part,
                         g_error_new (MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
                                      _("The file “%s” holds more text than any table has."),
                                         self->part->archive->name));
      return;
    }
  g_byte_array_append (self->workbook->strings, (const guint8 *) text, (guint) length);
}

static const MerXmlHandler strings_handler = { strings_start, strings_end, strings_text, TRUE };

static gboolean
load_strings (MerXlsxWorkbook  *self,
              MerOfficeArchive *archive,
              const char       *name,
              GError          **error)
{
  g_auto (MerXmlPart) part = { 0 };
  StringsLoader loader = { self, &part, 0, 0, 0 };
  int           state = 1;

  if (!mer_xml_part_open (&part, archive, name, &strings_handler, &loader, error))
    return FALSE;
  while (state > 0)
    state = mer_xml_part_step (&part, error);
  return state == 0;
}

/* --- all of it */

/* The part that the relations name, else the one that is always so named; NULL when there is
 * none: (transfer full). */
static char *
find_part (MerOfficeArchive *archive,
           const char       *workbook,
           const char       *related,
           const char       *name)
{
  const char      *slash = strrchr (workbook, '/');
  int              folder = slash != NULL ? (int) (slash + 1 - workbook) : 0;
  g_autofree char *part = related != NULL ? g_strdup (related)
                                          : g_strdup_printf ("%.*s%s", folder, workbook, name);

  return mer_office_archive_has (archive, part) ? g_steal_pointer (&part) : NULL;
}

static gboolean
fail_no_workbook (MerOfficeArchive *archive,
                  GError          **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is an archive, but not a spreadsheet."), archive->name);
  return FALSE;
}

static gboolean
fail_binary (MerOfficeArchive *archive,
             GError          **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is a binary workbook (XLSB): save it as XLSX."), archive->name);
  return FALSE;
}

gboolean
mer_xlsx_workbook_load (MerXlsxWorkbook  *self,
                        MerOfficeArchive *archive,
                        GError          **error)
{
  g_auto (Relations) root = { 0 };
  g_auto (Relations) relations = { 0 };
  g_autoptr (GHashTable) described = g_hash_table_new (NULL, NULL);
  g_autofree char *styles = NULL;
  g_autofree char *strings = NULL;
  WorkbookLoader   loader = { self, NULL };
  StylesLoader     styles_loader = { self, described, FALSE };

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->strings = g_byte_array_new ();
  self->string_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!relations_load (&root, archive, "", error))
    return FALSE;
  if (root.workbook == NULL || !mer_office_archive_has (archive, root.workbook))
    return fail_no_workbook (archive, error);
  if (g_str_has_suffix (root.workbook, ".bin"))
    return fail_binary (archive, error);
  if (!relations_load (&relations, archive, root.workbook, error))
    return FALSE;
  loader.parts = relations.parts;
  if (!mer_xml_part_run (archive, root.workbook, &workbook_handler, &loader, error))
    return FALSE;
  if (self->sheets->len == 0)
    return fail_no_workbook (archive, error);
  styles = find_part (archive, root.workbook, relations.styles, "styles.xml");
  strings = find_part (archive, root.workbook, relations.strings, "sharedStrings.xml");
  if (styles != NULL &&
      !mer_xml_part_run (archive, styles, &styles_handler, &styles_loader, error))
    return FALSE;
  return strings == NULL || load_strings (self, archive, strings, error);
}

void
mer_xlsx_workbook_clear (MerXlsxWorkbook *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_clear_pointer (&self->strings, g_byte_array_unref);
  g_clear_pointer (&self->string_ends, g_array_unref);
}
