/* SPDX-License-Identifier: GPL-3.0-or-later */

/* ZIP and XML of office files under limits. Memory stays at one piece of one part, whatever the
 * archive claims or holds. */

#include "config.h"

#include "import/mer-xml-part.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>

#define CHUNK_SIZE (64 * 1024)
/* A table of a million rows is some hundred megabytes; XML of tables packs 10 to 50 times. */
#define MAX_PART_SIZE (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define MAX_RATIO 250
#define RATIO_FREE_SIZE (16 * 1024 * 1024)
#define MAX_ENTRIES 10000

static gboolean
fail_damaged (MerOfficeArchive *self,
              GError          **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is damaged or was not copied to its end."), self->name);
  return FALSE;
}

static gboolean
fail_limit (MerOfficeArchive *self,
            GError          **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” unpacks to far more than any table has; it is not opened."),
                  self->name);
  return FALSE;
}

static gboolean
is_bomb (guint64 size,
         guint64 packed)
{
  return size > MAX_PART_SIZE || (size > RATIO_FREE_SIZE && size / MAX_RATIO > packed);
}

static gboolean
check_entries (MerOfficeArchive *self,
               GError          **error)
{
  zip_int64_t n = zip_get_num_entries (self->zip, 0);

  if (n > MAX_ENTRIES)
    return fail_limit (self, error);
  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_stat_t status;

      if (zip_stat_index (self->zip, (zip_uint64_t) i, 0, &status) != 0)
        return fail_damaged (self, error);
      if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE)
        {
          g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCRYPTED,
                       _("The file “%s” is encrypted: save it without a password."), self->name);
          return FALSE;
        }
      if ((status.valid & ZIP_STAT_SIZE) && (status.valid & ZIP_STAT_COMP_SIZE) &&
          is_bomb (status.size, status.comp_size))
        return fail_limit (self, error);
    }
  return TRUE;
}

gboolean
mer_office_archive_open (MerOfficeArchive *self,
                         const char       *path,
                         GError          **error)
{
  int code = 0;

  self->name = g_filename_display_basename (path);
  self->zip = zip_open (path, ZIP_RDONLY, &code);
  if (self->zip == NULL)
    return fail_damaged (self, error);
  return check_entries (self, error);
}

void
mer_office_archive_open_flat (MerOfficeArchive *self,
                              const char       *path)
{
  self->name = g_filename_display_basename (path);
  self->path = g_strdup (path);
}

void
mer_office_archive_clear (MerOfficeArchive *self)
{
  if (self->zip != NULL)
    zip_discard (g_steal_pointer (&self->zip));
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
}

gboolean
mer_office_archive_has (MerOfficeArchive *self,
                        const char       *part)
{
  return self->zip != NULL && zip_name_locate (self->zip, part, ZIP_FL_NOCASE) >= 0;
}

GString *
mer_office_archive_read (MerOfficeArchive *self,
                         const char       *part,
                         gsize             max)
{
  zip_int64_t index = 0;
  zip_file_t *file = NULL;
  GString    *text = NULL;
  zip_int64_t n = 0;

  if (!mer_office_archive_has (self, part))
    return NULL;
  index = zip_name_locate (self->zip, part, ZIP_FL_NOCASE);
  file = zip_fopen_index (self->zip, (zip_uint64_t) index, 0);
  if (file == NULL)
    return NULL;
  text = g_string_sized_new (max);
  while (text->len < max && (n = zip_fread (file, text->str + text->len, max - text->len)) > 0)
    g_string_set_size (text, text->len + (gsize) n);
  zip_fclose (file);
  return text;
}

/* A part cannot be opened: Deflate64 and the like are legal, but no spreadsheet writes them. */
static gboolean
fail_open (MerOfficeArchive *archive,
           GError          **error)
{
  if (zip_error_code_zip (zip_get_error (archive->zip)) != ZIP_ER_COMPNOTSUPP)
    return fail_damaged (archive, error);
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is packed in a way that cannot be read: open it in a spreadsheet "
                 "program and save it again."),
                  archive->name);
  return FALSE;
}

/* --- a part ------------------------------------------------------------------------------ */

static gboolean
open_plain (MerXmlPart *self,
            GError    **error)
{
  struct stat status;

  self->plain = fopen (self->archive->path, "rbe");
  if (self->plain == NULL || fstat (fileno (self->plain), &status) != 0)
    return fail_damaged (self->archive, error);
  self->size = (guint64) status.st_size;
  self->packed = self->size;
  return TRUE;
}

static gboolean
open_packed (MerXmlPart *self,
             const char *part,
             GError    **error)
{
  zip_t      *zip = self->archive->zip;
  zip_int64_t index = zip_name_locate (zip, part, ZIP_FL_NOCASE);
  zip_stat_t  status;

  if (index < 0 || zip_stat_index (zip, (zip_uint64_t) index, 0, &status) != 0)
    return fail_damaged (self->archive, error);
  self->size = status.size;
  self->packed = status.comp_size;
  self->file = zip_fopen_index (zip, (zip_uint64_t) index, 0);
  return self->file != NULL || fail_open (self->archive, error);
}

gboolean
mer_xml_part_open (MerXmlPart          *self,
                   MerOfficeArchive    *archive,
                   const char          *part,
                   const MerXmlHandler *handler,
                   gpointer             data,
                   GError             **error)
{
  memset (self, 0, sizeof *self);
  self->archive = archive;
  self->handler = handler;
  self->data = data;
  if (archive->zip != NULL ? !open_packed (self, part, error) : !open_plain (self, error))
    return FALSE;
  if (handler->bulk)
    self->scanner = mer_xml_scanner_new (handler, data);
  else if (!mer_xml_push_open (&self->push, self->handler, self->data))
    return fail_damaged (archive, error);
  self->chunk = g_malloc (CHUNK_SIZE);
  return TRUE;
}

/* As zip_fread(). */
static zip_int64_t
read_bytes (MerXmlPart *self,
            guint8     *to)
{
  size_t n = 0;

  if (self->plain == NULL)
    return zip_fread (self->file, to, CHUNK_SIZE);
  n = fread (to, 1, CHUNK_SIZE, self->plain);
  return ferror (self->plain) ? -1 : (zip_int64_t) n;
}

static gssize
read_piece (MerXmlPart *self,
            guint8     *to,
            GError    **error)
{
  zip_int64_t n = read_bytes (self, to);

  if (n < 0)
    {
      fail_damaged (self->archive, error);
      return -1;
    }
  self->done += (guint64) n;
  if (is_bomb (self->done, self->packed))
    {
      fail_limit (self->archive, error);
      return -1;
    }
  return (gssize) n;
}

gssize
mer_xml_part_read (MerXmlPart *self,
                   GError    **error)
{
  return read_piece (self, self->chunk, error);
}

static int
fail_refused (MerXmlPart *self,
              GError    **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” defines entities, which no table needs; it is not opened."),
                  self->archive->name);
  return -1;
}

static int
fail_text_limit (MerXmlPart *self,
                 GError    **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” holds more text than any table has."), self->archive->name);
  return -1;
}

/* Whether the first piece of a part says that it is UTF-8, as nearly all are. */
static gboolean
is_utf8 (const guint8 *text,
         gsize         length)
{
  gboolean         marked = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0;
  g_autofree char *head = NULL;
  const char      *encoding = NULL;

  if (length < 4 || text[1] == 0 || (text[0] != '<' && !marked && !g_ascii_isspace (text[0])))
    return FALSE;
  head = g_ascii_strdown ((const char *) text, (gssize) MIN (length, 256));
  if (strstr (head, "?>") == NULL)
    return TRUE;
  *strstr (head, "?>") = 0;
  encoding = strstr (head, "encoding");
  return encoding == NULL || strstr (encoding, "utf-8") != NULL;
}

/* The scanner knows UTF-8 alone: the library reads the others. */
static gboolean
choose_parser (MerXmlPart   *self,
               const guint8 *text,
               gsize         length)
{
  if (self->scanner == NULL || self->done > length || is_utf8 (text, length))
    return TRUE;
  memcpy (self->chunk, text, length);
  g_clear_pointer (&self->scanner, mer_xml_scanner_free);
  return mer_xml_push_open (&self->push, self->handler, self->data);
}

static MerXmlScan
parse (MerXmlPart *self,
       gsize       n)
{
  if (self->scanner != NULL)
    return mer_xml_scanner_feed (self->scanner, n, n == 0);
  return mer_xml_push_feed (&self->push, self->chunk, n, n == 0);
}

int
mer_xml_part_step (MerXmlPart *self,
                   GError    **error)
{
  guint8    *to = NULL;
  gssize     n = 0;
  MerXmlScan result = MER_XML_SCAN_MORE;

  if (self->at_end)
    return 0;
  to = self->scanner != NULL ? mer_xml_scanner_space (self->scanner, CHUNK_SIZE) : self->chunk;
  n = read_piece (self, to, error);
  if (n < 0)
    return -1;
  self->at_end = n == 0;
  if (!choose_parser (self, to, (gsize) n))
    return fail_damaged (self->archive, error) ? 0 : -1;
  result = parse (self, (gsize) n);
  if (self->error != NULL && result != MER_XML_SCAN_REFUSED)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return -1;
    }
  switch (result)
    {
    case MER_XML_SCAN_MORE:
      return self->at_end ? 0 : 1;
    case MER_XML_SCAN_REFUSED:
      return fail_refused (self, error);
    case MER_XML_SCAN_LIMIT:
      return fail_text_limit (self, error);
    case MER_XML_SCAN_DAMAGED:
    default:
      fail_damaged (self->archive, error);
      return -1;
    }
}

gboolean
mer_xml_part_run (MerOfficeArchive    *archive,
                  const char          *part,
                  const MerXmlHandler *handler,
                  gpointer             data,
                  GError             **error)
{
  g_auto (MerXmlPart) self = { 0 };
  int state = 1;

  if (!mer_xml_part_open (&self, archive, part, handler, data, error))
    return FALSE;
  while (state > 0)
    state = mer_xml_part_step (&self, error);
  return state == 0;
}

void
mer_xml_part_skip (MerXmlPart *self)
{
  if (self->scanner != NULL)
    mer_xml_scanner_skip (self->scanner);
}

void
mer_xml_part_stop (MerXmlPart *self,
                   GError     *error)
{
  if (self->error != NULL)
    {
      g_error_free (error);
      return;
    }
  self->error = error;
  if (self->scanner != NULL)
    mer_xml_scanner_stop (self->scanner);
  else
    mer_xml_push_stop (&self->push);
}

void
mer_xml_part_clear (MerXmlPart *self)
{
  g_clear_pointer (&self->scanner, mer_xml_scanner_free);
  mer_xml_push_clear (&self->push);
  if (self->file != NULL)
    zip_fclose (g_steal_pointer (&self->file));
  if (self->plain != NULL)
    fclose (g_steal_pointer (&self->plain));
  g_clear_pointer (&self->chunk, g_free);
  g_clear_error (&self->error);
}

const char *
mer_xml_attribute (const xmlChar **attributes,
                   int             n_attributes,
                   const char     *name,
                   gsize          *length)
{
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      if (strcmp ((const char *) attributes[0], name) != 0)
        continue;
      *length = (gsize) (attributes[4] - attributes[3]);
      return (const char *) attributes[3];
    }
  return NULL;
}

char *
mer_xml_attribute_dup (const xmlChar **attributes,
                       int             n_attributes,
                       const char     *name)
{
  gsize       length = 0;
  const char *value = mer_xml_attribute (attributes, n_attributes, name, &length);
  GString    *text = NULL;

  if (value == NULL)
    return NULL;
  text = g_string_new_len (value, (gssize) length);
  /* The parser leaves an ampersand escaped, because it does not replace entities. */
  g_string_replace (text, "&#38;", "&", 0);
  return g_string_free (text, FALSE);
}
