/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the XML «institutionInfo» of bus.gov.ru as a table of organizations: a header in the
 * words of a registry, then a row a position and a row for each branch that it names. Documents
 * may follow each other in one file, or lie in a ZIP as the portal's dumps of a region do. Rows
 * are numbered as those of a table, the header is row 1: a document may stand in a single line.
 * Where a dump holds several versions of an organization, only the latest is a row. */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "import/mer-busgov-list.h"
#include "import/mer-table-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)
#define MAX_FILE_SIZE (G_GUINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define PROBED 4096

static const char declaration[] = "<?xml ";
#define DECLARATION_LENGTH (sizeof declaration - 1)
/* The declaration of the document itself begins before this, be it behind a mark. */
#define OWN_DECLARATION 8

static const guint8 byte_order_mark[] = { 0xef, 0xbb, 0xbf };

typedef struct
{
  MerTableReader parent;
  char          *name; /* base name, for messages */
  MerBusgovList *list;
  GPtrArray     *records; /* borrowed from list */
  guint          at;      /* rows that were handed out, the header among them */
  MerCell        cells[MER_BUSGOV_N_FIELDS];
} BusgovReader;

/* --- errors -------------------------------------------------------------------------------- */

static gboolean
fail_io (BusgovReader *self,
         int           code,
         GError      **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               _("The file “%s” cannot be read: %s."), self->name, g_strerror (code));
  return FALSE;
}

static gboolean
fail_damaged (BusgovReader *self,
              GError      **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is damaged or was not copied to its end."), self->name);
  return FALSE;
}

static gboolean
fail_refused (BusgovReader *self,
              GError      **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” defines entities, which no table needs; it is not opened."),
                  self->name);
  return FALSE;
}

static gboolean
fail_too_long (BusgovReader *self,
               GError      **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” unpacks to far more than any table has; it is not opened."),
                  self->name);
  return FALSE;
}

static gboolean
fail_no_organization (BusgovReader *self,
                      GError      **error)
{
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_EMPTY,
               /* Translators: institutionInfo is the name of an XML element. */
               _("The file “%s” comes from bus.gov.ru, but describes no organization "
                 "(institutionInfo)."),
                  self->name);
  return FALSE;
}

/* --- documents in a file ---------------------------------------------------------------------- */

/* One document after another through parsers of their own. */
typedef struct
{
  BusgovReader *reader;
  MerXmlPush    push; /* not open before the first byte of a document */
} Documents;

static gboolean
documents_open (Documents *self)
{
  mer_busgov_list_begin (self->reader->list);
  return mer_xml_push_open (&self->push, mer_busgov_list_handler (), self->reader->list);
}

static gboolean
documents_feed (Documents    *self,
                const guint8 *bytes,
                gsize         length,
                gboolean      last,
                GError      **error)
{
  MerXmlScan result = MER_XML_SCAN_MORE;

  if (self->push.parser == NULL && !documents_open (self))
    return fail_damaged (self->reader, error);
  result = mer_xml_push_feed (&self->push, bytes, length, last);
  if (result == MER_XML_SCAN_REFUSED)
    return fail_refused (self->reader, error);
  if (mer_busgov_list_is_too_long (self->reader->list))
    return fail_too_long (self->reader, error);
  if (result != MER_XML_SCAN_MORE)
    return fail_damaged (self->reader, error);
  if (last)
    mer_xml_push_clear (&self->push);
  return TRUE;
}

/* Feeds what is certain to belong to the document, and cuts where the next is declared. What may
 * be the beginning of a declaration stays in `bytes`. */
static gboolean
documents_take (Documents  *self,
                GByteArray *bytes,
                gboolean    at_end,
                GError    **error)
{
  for (;;)
    {
      gsize         skip = self->push.parser == NULL ? OWN_DECLARATION : 0;
      const guint8 *next = bytes->len > skip ? memmem (bytes->data + skip, bytes->len - skip,
                                                       declaration, DECLARATION_LENGTH)
                                             : NULL;
      gsize         n = bytes->len;
      gsize         mark = 0;

      if (next != NULL)
        n = (gsize) (next - bytes->data);
      else if (!at_end)
        n -= MIN (n, DECLARATION_LENGTH + sizeof byte_order_mark);
      if (next != NULL && n >= sizeof byte_order_mark &&
          memcmp (next - sizeof byte_order_mark, byte_order_mark, sizeof byte_order_mark) == 0)
        mark = sizeof byte_order_mark;
      if ((n > 0 || next != NULL || at_end) &&
          !documents_feed (self, bytes->data, n - mark, next != NULL || at_end, error))
        return FALSE;
      g_byte_array_remove_range (bytes, 0, (guint) n);
      if (next == NULL)
        return TRUE;
    }
}

static gboolean
read_documents (BusgovReader *self,
                int           fd,
                GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  Documents          documents = { .reader = self };
  guint64            done = 0;
  gboolean           ok = TRUE;

  for (gboolean at_end = FALSE; ok && !at_end;)
    {
      gssize n = read (fd, chunk, CHUNK_SIZE);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        ok = fail_io (self, errno, error);
      else if ((done += (guint64) n) > MAX_FILE_SIZE)
        ok = fail_too_long (self, error);
      else
        {
          at_end = n == 0;
          g_byte_array_append (bytes, chunk, (guint) n);
          ok = documents_take (&documents, bytes, at_end, error);
        }
    }
  mer_xml_push_clear (&documents.push);
  return ok;
}

static gboolean
read_file (BusgovReader *self,
           const char   *path,
           GError      **error)
{
  int      fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean ok = FALSE;

  if (fd < 0)
    return fail_io (self, errno, error);
  ok = read_documents (self, fd, error);
  close (fd);
  return ok;
}

/* --- documents in a ZIP -------------------------------------------------------------------- */

static gboolean
is_document_name (const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;

  return length > 4 && g_ascii_strcasecmp (name + length - 4, ".xml") == 0;
}

static gboolean
read_archive (BusgovReader *self,
              const char   *path,
              GError      **error)
{
  MerOfficeArchive archive = { 0 };
  gboolean         ok = mer_office_archive_open (&archive, path, error);
  zip_int64_t      n = ok ? zip_get_num_entries (archive.zip, 0) : 0;

  for (zip_int64_t i = 0; ok && i < n; i++)
    {
      const char *part = zip_get_name (archive.zip, (zip_uint64_t) i, 0);

      if (!is_document_name (part))
        continue;
      mer_busgov_list_begin (self->list);
      ok = mer_xml_part_run (&archive, part, mer_busgov_list_handler (), self->list, error);
      if (ok && mer_busgov_list_is_too_long (self->list))
        ok = fail_too_long (self, error);
    }
  mer_office_archive_clear (&archive);
  return ok;
}

/* --- probing --------------------------------------------------------------------------------- */

/* NULs are left out, so that UTF-16 is seen through. */
static gboolean
looks_right (const guint8 *head,
             gsize         length)
{
  char  text[PROBED + 1];
  gsize n = 0;
  gsize start = 0;

  for (gsize i = 0; i < MIN (length, PROBED); i++)
    {
      if (head[i] != 0)
        text[n++] = (char) head[i];
    }
  text[n] = '\0';
  start = strcspn (text, "<");
  if (start > 8 || text[start] != '<')
    return FALSE;
  return strstr (text, "institutionInfo") != NULL ||
         (strstr (text, "xmlns") != NULL && strstr (text, "http://bus.gov.ru/") != NULL);
}

/* Parts that an office file begins with: such an archive need not be opened. */
static gboolean
begins_as_office_file (const guint8 *head,
                       gsize         length)
{
  static const char *const names[] = { "mimetype", "[Content_Types]", "_rels", "xl/", "docProps",
                                       "META-INF", "word/", "content.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (length >= 30 + strlen (names[i]) && memcmp (head + 30, names[i], strlen (names[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
archive_looks_right (const char *path)
{
  guint8      head[PROBED];
  int         code = 0;
  zip_t      *zip = zip_open (path, ZIP_RDONLY, &code);
  zip_int64_t n = zip != NULL ? zip_get_num_entries (zip, 0) : 0;
  gboolean    found = FALSE;

  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_file_t *file = NULL;
      zip_int64_t length = 0;

      if (!is_document_name (zip_get_name (zip, (zip_uint64_t) i, 0)))
        continue;
      file = zip_fopen_index (zip, (zip_uint64_t) i, 0);
      if (file == NULL)
        break;
      length = zip_fread (file, head, sizeof head);
      zip_fclose (file);
      found = length > 0 && looks_right (head, (gsize) length);
      break;
    }
  if (zip != NULL)
    zip_discard (zip);
  return found;
}

static gboolean
is_zip (const guint8 *head,
        gsize         length)
{
  return length >= 4 && memcmp (head, "PK\3\4", 4) == 0;
}

static gboolean
busgov_probe (const guint8 *head,
              gsize         length,
              const char   *path)
{
  if (is_zip (head, length))
    return !begins_as_office_file (head, length) && archive_looks_right (path);
  return looks_right (head, length);
}

/* --- the reader's interface ------------------------------------------------------------- */

/* In the order of MerBusgovField; the words are those that a registry is recognized by. */
static const char *const headings[MER_BUSGOV_N_FIELDS] = {
  "Краткое наименование", "Полное наименование", "Вид организации", "ИНН", "ОГРН",
  "Реестровый номер", "Адрес", "Сайт", "Руководитель", "Головная организация"
};

static int
busgov_next (MerTableReader *reader,
             MerRow         *row,
             GError        **error)
{
  BusgovReader          *self = (BusgovReader *) reader;
  const MerBusgovRecord *record = NULL;

  if (self->at > self->records->len)
    return 0;
  if (self->at > 0)
    record = self->records->pdata[self->at - 1];
  for (guint i = 0; i < MER_BUSGOV_N_FIELDS; i++)
    {
      const char *text = record != NULL ? record->fields[i] : headings[i];

      self->cells[i].text = text != NULL ? text : "";
      self->cells[i].length = strlen (self->cells[i].text);
    }
  row->cells = self->cells;
  row->n_cells = MER_BUSGOV_N_FIELDS;
  row->number = ++self->at;
  return 1;
}

static gboolean
busgov_rewind (MerTableReader *reader,
               GError        **error)
{
  ((BusgovReader *) reader)->at = 0;
  return TRUE;
}

/* All was read when the file was opened: rows stand for bytes. */
static void
busgov_position (MerTableReader *reader,
                 guint64        *done,
                 guint64        *total)
{
  const BusgovReader *self = (const BusgovReader *) reader;

  *done = self->at;
  *total = self->records->len + 1;
}

static void
busgov_close (MerTableReader *reader)
{
  BusgovReader *self = (BusgovReader *) reader;

  mer_busgov_list_free (self->list);
  g_free (self->name);
  g_free (self);
}

static gboolean
load (BusgovReader *self,
      const char   *path,
      GError      **error)
{
  guint8   head[4] = { 0 };
  int      fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gssize   n = 0;
  gboolean ok = FALSE;

  if (fd < 0)
    return fail_io (self, errno, error);
  n = read (fd, head, sizeof head);
  close (fd);
  if (n < 0)
    return fail_io (self, errno, error);
  ok = is_zip (head, (gsize) n) ? read_archive (self, path, error) : read_file (self, path, error);
  if (!ok)
    return FALSE;
  self->records = mer_busgov_list_settle (self->list);
  return self->records->len > 0 || fail_no_organization (self, error);
}

static MerTableReader *
busgov_open (const MerTableOptions *options,
             GError               **error)
{
  g_autoptr (MerTableReader) reader = NULL;
  BusgovReader *self = g_new0 (BusgovReader, 1);

  reader = &self->parent;
  reader->format = &mer_table_format_busgov;
  reader->next = busgov_next;
  reader->rewind = busgov_rewind;
  reader->position = busgov_position;
  reader->close = busgov_close;
  reader->info.format = reader->format->name;
  self->name = g_filename_display_basename (options->path);
  self->list = mer_busgov_list_new ();
  return load (self, options->path, error) ? g_steal_pointer (&reader) : NULL;
}

const MerTableFormat mer_table_format_busgov = { "bus.gov.ru XML", busgov_probe, busgov_open };
