/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads ODS tables: chooses the sheet and streams its rows. The content is unpacked twice: all
 * sheets stand in one part, and their names are to be known before the first row. */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "import/mer-ods-content.h"
#include "import/mer-sheet-names.h"
#include "import/mer-table-reader-private.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define CONTENT "content.xml"
#define MANIFEST "META-INF/manifest.xml"
#define MIMETYPE "mimetype"
#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."
#define SPREADSHEET OPEN_DOCUMENT "spreadsheet"
#define OLD_SPREADSHEET "application/vnd.sun.xml.calc"
#define MAX_SMALL_PART (1024 * 1024)
/* Where the name of a ZIP file's first part stands; its bytes follow when it is not packed. */
#define FIRST_NAME_OFFSET 30
#define FIRST_PART MIMETYPE OPEN_DOCUMENT

typedef struct
{
  MerTableReader   parent;
  MerOfficeArchive archive;
  MerOdsStyles    *styles;
  GPtrArray       *sheets;  /* of MerOdsSheet: all, foreign ones too */
  GArray          *indices; /* of guint: in `sheets`, of those that the user knows of */
  char           **names;   /* of these */
  guint            sheet;   /* that is open: its place among them */
  MerOdsContent   *content;
} OdsReader;

/* --- what the archive is */

static gboolean
is_zip (const guint8 *head,
        gsize         length)
{
  return length >= 4 && memcmp (head, "PK\3\4", 4) == 0;
}

/* A table that is saved as one XML file; its kind may stand far behind the first bytes. */
static gboolean
is_flat (const guint8 *head,
         gsize         length)
{
  static const char root[] = "<office:document ";

  return memmem (head, length, root, strlen (root)) != NULL;
}

static gboolean
ods_probe (const guint8 *head,
           gsize         length,
           const char   *path)
{
  MerOfficeArchive archive = { 0 };
  gboolean         found = FALSE;

  if (!is_zip (head, length))
    return is_flat (head, length);
  if (length > FIRST_NAME_OFFSET + strlen (FIRST_PART) &&
      memcmp (head + FIRST_NAME_OFFSET, FIRST_PART, strlen (FIRST_PART)) == 0)
    return TRUE;
  /* The order of parts is a rule that not every program keeps. */
  found = mer_office_archive_open (&archive, path, NULL) &&
          mer_office_archive_has (&archive, CONTENT) &&
          !mer_office_archive_has (&archive, "[Content_Types].xml");
  mer_office_archive_clear (&archive);
  return found;
}

static gboolean
fail_other_kind (OdsReader *self,
                 GError   **error)
{
  if (self->archive.zip == NULL)
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” is a document, but not a spreadsheet."), self->archive.name);
      return FALSE;
    }
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is an archive, but not a spreadsheet."), self->archive.name);
  return FALSE;
}

/* A file without the entry is judged by its content. */
static gboolean
check_kind (OdsReader *self,
            GError   **error)
{
  g_autoptr (GString) kind = mer_office_archive_read (&self->archive, MIMETYPE, 256);

  if (kind != NULL && g_str_has_prefix (kind->str, OLD_SPREADSHEET))
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                   _("The file “%s” has an old format: save it as XLSX or CSV."),
                      self->archive.name);
      return FALSE;
    }
  if (kind != NULL && kind->len > 0 && !g_str_has_prefix (kind->str, SPREADSHEET))
    return fail_other_kind (self, error);
  return TRUE;
}

/* The parts of an encrypted file are there, but are no XML; its manifest says so in the clear. */
static gboolean
check_encryption (OdsReader *self,
                  GError   **error)
{
  static const char mark[] = "encryption-data";
  g_autoptr (GString) manifest = mer_office_archive_read (&self->archive, MANIFEST, MAX_SMALL_PART);

  if (manifest == NULL || memmem (manifest->str, manifest->len, mark, strlen (mark)) == NULL)
    return TRUE;
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCRYPTED,
               _("The file “%s” is encrypted: save it without a password."), self->archive.name);
  return FALSE;
}

static gboolean
open_archive (OdsReader  *self,
              const char *path,
              GError    **error)
{
  guint8 head[4] = { 0 };
  FILE  *file = fopen (path, "rbe");
  gsize  n = file != NULL ? fread (head, 1, sizeof head, file) : 0;

  if (file != NULL)
    fclose (file);
  if (is_zip (head, n))
    return mer_office_archive_open (&self->archive, path, error) &&
           check_encryption (self, error) && check_kind (self, error);
  mer_office_archive_open_flat (&self->archive, path);
  return TRUE;
}

/* --- sheets */

static MerOdsSheet *
sheet_at (OdsReader *self,
          guint      place)
{
  return g_ptr_array_index (self->sheets, g_array_index (self->indices, guint, place));
}

static gboolean
list_sheets (OdsReader *self,
             GError   **error)
{
  self->styles = mer_ods_styles_new ();
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!mer_ods_styles_load (self->styles, &self->archive, error))
    return FALSE;
  self->sheets = mer_ods_content_list (&self->archive, CONTENT, self->styles, error);
  if (self->sheets == NULL)
    return FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const MerOdsSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (!sheet->foreign)
        g_array_append_val (self->indices, i);
    }
  if (self->indices->len == 0)
    return fail_other_kind (self, error);
  self->names = g_new0 (char *, self->indices->len + 1);
  for (guint i = 0; i < self->indices->len; i++)
    self->names[i] = g_strdup (sheet_at (self, i)->name);
  return TRUE;
}

static gboolean
is_hidden (OdsReader *self,
           guint      place)
{
  const char *style = sheet_at (self, place)->style;

  return style != NULL && mer_ods_styles_is_hidden (self->styles, style);
}

/* The first visible sheet with a row, else the first visible one, else the first. */
static guint
first_sheet (OdsReader *self)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->indices->len; i++)
    {
      if (is_hidden (self, i))
        continue;
      if (sheet_at (self, i)->has_data)
        return i;
      first = MIN (first, i);
    }
  return first != G_MAXUINT ? first : 0;
}

static gboolean
open_sheet (OdsReader *self,
            GError   **error)
{
  g_clear_pointer (&self->content, mer_ods_content_free);
  self->parent.info.sheet = self->names[self->sheet];
  self->content = mer_ods_content_new (&self->archive, CONTENT, self->styles,
                                       g_array_index (self->indices, guint, self->sheet), error);
  return self->content != NULL;
}

/* --- the reader's interface */

static int
ods_next (MerTableReader *reader,
          MerRow         *row,
          GError        **error)
{
  return mer_ods_content_next (((OdsReader *) reader)->content, row, error);
}

static gboolean
ods_rewind (MerTableReader *reader,
            GError        **error)
{
  return open_sheet ((OdsReader *) reader, error);
}

static void
ods_position (MerTableReader *reader,
              guint64        *done,
              guint64        *total)
{
  mer_ods_content_position (((OdsReader *) reader)->content, done, total);
}

static void
ods_close (MerTableReader *reader)
{
  OdsReader *self = (OdsReader *) reader;

  mer_ods_content_free (self->content);
  mer_ods_styles_free (self->styles);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  mer_office_archive_clear (&self->archive);
  g_strfreev (self->names);
  g_free (self);
}

static MerTableReader *
ods_open (const MerTableOptions *options,
          GError               **error)
{
  OdsReader *self = g_new0 (OdsReader, 1);
  g_autoptr (MerTableReader) reader = &self->parent;

  reader->format = &mer_table_format_ods;
  reader->next = ods_next;
  reader->rewind = ods_rewind;
  reader->position = ods_position;
  reader->close = ods_close;
  if (!open_archive (self, options->path, error) || !list_sheets (self, error))
    return NULL;
  reader->info.format = reader->format->name;
  reader->info.sheets = self->names;
  self->sheet = first_sheet (self);
  if (options->sheet != NULL && !mer_sheet_names_find (self->names, self->archive.name,
                                                       options->sheet, &self->sheet, error))
    return NULL;
  return open_sheet (self, error) ? g_steal_pointer (&reader) : NULL;
}

const MerTableFormat mer_table_format_ods = { "ODS", ods_probe, ods_open };
