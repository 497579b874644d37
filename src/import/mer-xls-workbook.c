/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of an XLS stream: its version, which sheets there are, what their styles show, and the
 * texts that cells share. */

#include "config.h"

#include "import/mer-xls-workbook.h"

#include <glib/gi18n.h>

#include "import/mer-ole-input.h"
#include "import/mer-table-reader.h"

/* As in XLSX files: all shared texts together. */
#define MAX_STRINGS_SIZE (512 * 1024 * 1024)
#define MAX_SHEETS 1000
#define MAX_STYLES 65536
#define VERSION_95 0x0500
#define VERSION_97 0x0600

/* Numbers of formats are resolved when all descriptions are known. */
typedef struct
{
  MerXlsWorkbook *workbook;
  const char     *encoding;  /* by the user, or NULL */
  GHashTable     *described; /* number of a format → MerXlsxFormat + 1 */
  GArray         *styles;    /* of guint16: number of its format */
  GString        *text;
} Loader;

static void
loader_clear (Loader *self)
{
  g_clear_pointer (&self->described, g_hash_table_unref);
  g_clear_pointer (&self->styles, g_array_unref);
  g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

static void
sheet_free (gpointer data)
{
  MerXlsSheet *self = data;

  g_free (self->name);
  g_clear_pointer (&self->merges, g_array_unref);
  g_free (self);
}

gboolean
mer_xls_workbook_fail (const MerXlsWorkbook *self,
                       GError              **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is damaged or was not copied to its end."), self->file_name);
  return FALSE;
}

gboolean
mer_xls_workbook_text (MerXlsWorkbook *self,
                       MerXlsCursor   *cursor,
                       guint           n,
                       GString        *out)
{
  if (self->wide)
    return mer_xls_cursor_text (cursor, n, out);
  return mer_xls_cursor_bytes (cursor, &self->codepage, n, out);
}

/* --- one record each */

static gboolean
load_sheet (Loader *self)
{
  MerXlsWorkbook *workbook = self->workbook;
  MerXlsCursor    cursor = { &workbook->records, 0 };
  guint8          head[7] = { 0 };
  MerXlsSheet    *sheet = NULL;

  g_string_truncate (self->text, 0);
  if (!mer_xls_cursor_get (&cursor, head, sizeof head) ||
      !mer_xls_workbook_text (workbook, &cursor, head[6], self->text))
    return FALSE;
  /* Charts, macros and modules are no tables. */
  if (head[5] != 0 || workbook->sheets->len >= MAX_SHEETS)
    return TRUE;
  sheet = g_new0 (MerXlsSheet, 1);
  sheet->name = g_strdup (self->text->str);
  sheet->offset = mer_xls_get32 (head);
  sheet->hidden = (head[4] & 3) != 0;
  g_ptr_array_add (workbook->sheets, sheet);
  return TRUE;
}

/* Some programs write descriptions that cannot be read; cells then go by the format's number. */
static void
load_format (Loader *self)
{
  MerXlsWorkbook *workbook = self->workbook;
  MerXlsCursor    cursor = { &workbook->records, 0 };
  guint8          head[4] = { 0 };
  guint           length = 0;

  g_string_truncate (self->text, 0);
  if (!mer_xls_cursor_get (&cursor, head, workbook->wide ? 4 : 3))
    return;
  length = mer_xls_get16 (head + 2);
  if (!mer_xls_workbook_text (workbook, &cursor, length, self->text))
    return;
  g_hash_table_insert (self->described, GUINT_TO_POINTER (mer_xls_get16 (head)),
                       GUINT_TO_POINTER (mer_xlsx_format_parse (self->text->str) + 1u));
}

static gboolean
load_style (Loader *self)
{
  const MerXlsRecords *records = &self->workbook->records;
  guint16              number = 0;

  if (records->length < 4)
    return FALSE;
  number = mer_xls_get16 (records->data + 2);
  if (self->styles->len < MAX_STYLES)
    g_array_append_val (self->styles, number);
  return TRUE;
}

static gboolean
fail_strings (const MerXlsWorkbook *self,
              GError              **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” holds more text than any table has."), self->file_name);
  return FALSE;
}

/* The count at the head may lie: strings are read while there is one, and a cell that asks for
 * one more is damaged. */
static gboolean
load_strings (MerXlsWorkbook *self,
              GError        **error)
{
  MerXlsCursor cursor = { &self->records, 0 };
  guint8       head[8] = { 0 };
  guint32      n = 0;

  if (!mer_xls_cursor_get (&cursor, head, sizeof head))
    return mer_xls_workbook_fail (self, error);
  n = mer_xls_get32 (head + 4);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 end = 0;

      if (!mer_xls_cursor_get (&cursor, head, 2))
        break;
      if (!mer_xls_cursor_text (&cursor, mer_xls_get16 (head), self->strings))
        return mer_xls_workbook_fail (self, error);
      if (self->strings->len > MAX_STRINGS_SIZE)
        return fail_strings (self, error);
      end = (guint32) self->strings->len;
      g_array_append_val (self->string_ends, end);
    }
  return TRUE;
}

static gboolean
fail_encrypted (const MerXlsWorkbook *self,
                GError              **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCRYPTED,
               _("The file “%s” is encrypted: save it without a password."), self->file_name);
  return FALSE;
}

/* --- all of it */

static gboolean
load_record (Loader  *self,
             GError **error)
{
  MerXlsWorkbook      *workbook = self->workbook;
  const MerXlsRecords *records = &workbook->records;
  guint16              value = records->length >= 2 ? mer_xls_get16 (records->data) : 0;

  switch (records->type)
    {
    case MER_XLS_FILEPASS:
      return fail_encrypted (workbook, error);
    case MER_XLS_CODEPAGE:
      mer_xls_codepage_init (&workbook->codepage, self->encoding, value);
      return TRUE;
    case MER_XLS_DATE1904:
      workbook->date1904 = value == 1;
      return TRUE;
    case MER_XLS_BOUNDSHEET:
      return load_sheet (self) || mer_xls_workbook_fail (workbook, error);
    case MER_XLS_FORMAT:
      load_format (self);
      return TRUE;
    case MER_XLS_XF:
      return load_style (self) || mer_xls_workbook_fail (workbook, error);
    case MER_XLS_SST:
      return load_strings (workbook, error);
    default:
      return TRUE;
    }
}

static void
resolve_styles (Loader *self)
{
  for (guint i = 0; i < self->styles->len; i++)
    {
      guint16  number = g_array_index (self->styles, guint16, i);
      gpointer known = g_hash_table_lookup (self->described, GUINT_TO_POINTER (number));
      guint    described = GPOINTER_TO_UINT (known);
      guint8   format = (guint8) (described > 0 ? described - 1 : mer_xlsx_format_builtin (number));

      g_array_append_val (self->workbook->formats, format);
    }
}

/* Sheets that were said to lie in each other would be read over and over. */
static gboolean
set_limits (MerXlsWorkbook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      MerXlsSheet *sheet = g_ptr_array_index (self->sheets, i);

      sheet->limit = self->records.size;
      for (guint j = 0; j < self->sheets->len; j++)
        {
          const MerXlsSheet *other = g_ptr_array_index (self->sheets, j);

          if (i != j && other->offset == sheet->offset)
            return FALSE;
          if (other->offset > sheet->offset)
            sheet->limit = MIN (sheet->limit, other->offset);
        }
    }
  return TRUE;
}

static gboolean
fail_old (const MerXlsWorkbook *self,
          GError              **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” has an old format: save it as XLSX or CSV."), self->file_name);
  return FALSE;
}

static gboolean
fail_no_sheet (const MerXlsWorkbook *self,
               GError              **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is an office document, but not a table."), self->file_name);
  return FALSE;
}

static gboolean
load_version (MerXlsWorkbook *self,
              GError        **error)
{
  const MerXlsRecords *records = &self->records;
  guint16              version = 0;

  if (!mer_xls_records_next (&self->records) || records->length < 4)
    return mer_xls_workbook_fail (self, error);
  if (records->type != MER_XLS_BOF)
    return (records->type & 0xff) == 0x09 ? fail_old (self, error)
                                          : mer_xls_workbook_fail (self, error);
  version = mer_xls_get16 (records->data);
  if (version != VERSION_95 && version != VERSION_97)
    return fail_old (self, error);
  self->wide = version == VERSION_97;
  return TRUE;
}

static gboolean
load_globals (Loader  *self,
              GError **error)
{
  MerXlsWorkbook *workbook = self->workbook;

  do
    {
      if (!mer_xls_records_next (&workbook->records))
        return mer_xls_workbook_fail (workbook, error);
      if (!load_record (self, error))
        return FALSE;
    }
  while (workbook->records.type != MER_XLS_EOF);
  resolve_styles (self);
  if (workbook->sheets->len == 0)
    return fail_no_sheet (workbook, error);
  return set_limits (workbook) || mer_xls_workbook_fail (workbook, error);
}

gboolean
mer_xls_workbook_load (MerXlsWorkbook *self,
                       const char     *path,
                       const char     *encoding,
                       GError        **error)
{
  GsfInput *stream = mer_ole_open_workbook (path, error);
  g_auto (Loader) loader = { self, encoding, NULL, NULL, g_string_new (NULL) };

  self->file_name = g_filename_display_basename (path);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->strings = g_string_new (NULL);
  self->string_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  loader.described = g_hash_table_new (NULL, NULL);
  loader.styles = g_array_new (FALSE, FALSE, sizeof (guint16));
  if (stream == NULL)
    return FALSE;
  mer_xls_records_init (&self->records, stream);
  mer_xls_codepage_init (&self->codepage, encoding, 0);
  return load_version (self, error) && load_globals (&loader, error);
}

void
mer_xls_workbook_clear (MerXlsWorkbook *self)
{
  mer_xls_records_clear (&self->records);
  mer_xls_codepage_clear (&self->codepage);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
  g_clear_pointer (&self->string_ends, g_array_unref);
  if (self->strings != NULL)
    g_string_free (g_steal_pointer (&self->strings), TRUE);
}
