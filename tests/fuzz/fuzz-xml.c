/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scanner of XML beside libxml2, on one part: what the library takes for well-formed, the
 * scanner reads too, and hands out the same. It is fed in pieces of a length that the input
 * gives, which must make no difference either. */

#include "config.h"

#include <string.h>

#include "fuzz-archive.h"
#include "fuzz.h"
#include "import/mer-xml-part.h"

typedef struct
{
  GString       *out;
  guint64        skipped; /* open elements inside one that is skipped, with it */
  MerXmlPart    *part;    /* one of these is asked to skip */
  MerXmlScanner *scanner;
} Sink;

static void
start_cb (gpointer        data,
          const char     *name,
          const xmlChar **attributes,
          int             n_attributes)
{
  Sink *self = data;

  if (self->skipped > 0)
    {
      self->skipped++;
      return;
    }
  g_string_append_printf (self->out, "<%s", name);
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    g_string_append_printf (self->out, " %s|%s='%.*s'", (const char *) attributes[0],
                            attributes[1] != NULL ? (const char *) attributes[1] : "",
                            (int) (attributes[4] - attributes[3]), (const char *) attributes[3]);
  g_string_append_c (self->out, '>');
  if (name[0] != 's')
    return;
  self->skipped = 1;
  if (self->part != NULL)
    mer_xml_part_skip (self->part);
  else
    mer_xml_scanner_skip (self->scanner);
}

static void
end_cb (gpointer    data,
        const char *name)
{
  Sink *self = data;

  if (self->skipped > 0)
    self->skipped--;
  if (self->skipped == 0)
    g_string_append_printf (self->out, "</%s>", name);
}

static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  Sink *self = data;

  if (self->skipped == 0)
    g_string_append_len (self->out, text, (gssize) length);
}

static const MerXmlHandler slow = { start_cb, end_cb, text_cb, FALSE };
static const MerXmlHandler fast = { start_cb, end_cb, text_cb, TRUE };

/* NULL when the part is refused: (transfer full). */
static GString *
by_archive (MerOfficeArchive    *archive,
            const MerXmlHandler *handler)
{
  g_auto (MerXmlPart) part = { 0 };
  g_autoptr (GString) out = g_string_new (NULL);
  Sink sink = { out, 0, &part, NULL };
  int  state = 1;

  if (!mer_xml_part_open (&part, archive, "part.xml", handler, &sink, NULL))
    return NULL;
  while (state > 0)
    state = mer_xml_part_step (&part, NULL);
  return state == 0 ? g_steal_pointer (&out) : NULL;
}

static GString *
by_pieces (const uint8_t *data,
           size_t         size,
           size_t         piece)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Sink sink = { out, 0, NULL, NULL };
  g_autoptr (MerXmlScanner) scanner = mer_xml_scanner_new (&fast, &sink);

  sink.scanner = scanner;
  for (size_t at = 0;; at += piece)
    {
      size_t n = MIN (piece, size - MIN (at, size));

      if (n > 0)
        memcpy (mer_xml_scanner_space (scanner, n), data + at, n);
      if (mer_xml_scanner_feed (scanner, n, n == 0) != MER_XML_SCAN_MORE)
        return NULL;
      if (n == 0)
        return g_steal_pointer (&out);
    }
}

static gboolean
same (GString *a,
      GString *b)
{
  return (a == NULL) == (b == NULL) && (a == NULL || g_string_equal (a, b));
}

/* The library hands out CDATA with the line ends that it has. */
static void
unite_line_ends (GString *text)
{
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
}

static void
free_string (GString *text)
{
  if (text != NULL)
    g_string_free (text, TRUE);
}

static void
compare_with_library (const uint8_t *data,
                      size_t         size)
{
  FuzzArchive      archive;
  MerOfficeArchive office = { NULL, NULL, NULL };
  size_t           archive_size = 0;
  g_autofree void *bytes = NULL;
  GString         *library = NULL;
  GString         *scanner = NULL;

  fuzz_archive_init (&archive);
  fuzz_archive_add (&archive, "part.xml", data, size);
  bytes = fuzz_archive_finish (&archive, &archive_size);
  office.name = g_strdup ("fuzz");
  office.zip = zip_open_from_source (zip_source_buffer_create (bytes, archive_size, 0, NULL),
                                     ZIP_RDONLY, NULL);
  g_assert_nonnull (office.zip);
  library = by_archive (&office, &slow);
  scanner = by_archive (&office, &fast);
  if (library != NULL)
    {
      g_assert_nonnull (scanner);
      unite_line_ends (library);
      unite_line_ends (scanner);
      g_assert_cmpstr (scanner->str, ==, library->str);
    }
  free_string (library);
  free_string (scanner);
  mer_office_archive_clear (&office);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  GString *whole = NULL;
  GString *pieces = NULL;

  /* More could be nested deeper than the scanner goes. */
  if (size < 2 || size > 1700)
    return 0;
  compare_with_library (data + 1, size - 1);
  whole = by_pieces (data + 1, size - 1, size);
  pieces = by_pieces (data + 1, size - 1, data[0] % 64 + 1);
  g_assert_true (same (whole, pieces));
  free_string (whole);
  free_string (pieces);
  return 0;
}
