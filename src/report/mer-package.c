/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What office documents and web pages are made of: a ZIP in memory, figures as pictures, text as
 * XML. */
#include "config.h"

#include "report/mer-package.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <string.h>
#include <zip.h>

#include "report/mer-report-private.h"

/* Pixels a point: sharp on paper, still small. */
#define PNG_SCALE 3.0
/* Points: a page without its margins and a caption. */
#define PAGE_HEIGHT 640.0

typedef struct
{
  char    *name;
  GBytes  *bytes;
  gboolean stored;
} Part;

struct _MerPackage
{
  GPtrArray *parts; /* of Part */
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
  g_free (part);
}

MerPackage *
mer_package_new (void)
{
  MerPackage *self = g_new0 (MerPackage, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

void
mer_package_free (MerPackage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

void
mer_package_add (MerPackage *self,
                 const char *name,
                 const char *data,
                 gssize      length,
                 gboolean    stored)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);
  part->stored = stored;
  g_ptr_array_add (self->parts, part);
}

static gboolean
write_part (zip_t      *archive,
            const Part *part,
            time_t      when)
{
  gsize         length = 0;
  gconstpointer data = g_bytes_get_data (part->bytes, &length);
  zip_source_t *source = zip_source_buffer (archive, data, length, 0);
  zip_int64_t   index = -1;

  if (source == NULL)
    return FALSE;
  index = zip_file_add (archive, part->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }
  return zip_file_set_mtime (archive, (zip_uint64_t) index, when, 0) == 0 &&
         zip_set_file_compression (archive, (zip_uint64_t) index,
                                   part->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0;
}

/* The bytes of an archive that was closed. */
static GBytes *
read_back (zip_source_t *source)
{
  zip_stat_t       info;
  g_autofree char *data = NULL;

  if (zip_source_stat (source, &info) != 0 || zip_source_open (source) != 0)
    return NULL;
  data = g_malloc (info.size + 1);
  if (zip_source_read (source, data, info.size) != (zip_int64_t) info.size)
    {
      zip_source_close (source);
      return NULL;
    }
  zip_source_close (source);
  return g_bytes_new_take (g_steal_pointer (&data), info.size);
}

static GBytes *
write_all (MerPackage   *self,
           zip_source_t *source)
{
  g_autoptr (GDateTime) now = mer_report_now ();
  zip_t *archive = zip_open_from_source (source, ZIP_TRUNCATE, NULL);

  if (archive == NULL)
    return NULL;
  zip_source_keep (source);
  for (guint i = 0; i < self->parts->len; i++)
    if (!write_part (archive, g_ptr_array_index (self->parts, i),
                     (time_t) g_date_time_to_unix (now)))
      {
        zip_discard (archive);
        return NULL;
      }
  if (zip_close (archive) != 0)
    {
      zip_discard (archive);
      return NULL;
    }
  return read_back (source);
}

/**
 * mer_package_finish:
 * @self: a package
 * @error: IO
 *
 * Returns: (transfer full) (nullable): the archive
 */
GBytes *
mer_package_finish (MerPackage *self,
                    GError    **error)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  GBytes       *bytes = source != NULL ? write_all (self, source) : NULL;

  if (source != NULL)
    zip_source_free (source);
  if (bytes == NULL)
    g_set_error_literal (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                         _("The document could not be packed."));
  return bytes;
}

static cairo_status_t
append_bytes (gpointer             data,
              const unsigned char *bytes,
              unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* How many rows from `first` on fit a page; at least one. */
static guint
rows_of_page (const MerFigure *figure,
              guint            first)
{
  guint n = 1;

  while (first + n < figure->n_rows && figure->height (first, n + 1, figure->data) <= PAGE_HEIGHT)
    n++;
  return n;
}

/**
 * mer_figure_to_png:
 * @figure: a drawing of rows
 * @width: in points
 * @first: (inout): the first row; becomes the one after the picture
 * @height: (out): in points
 *
 * Returns: (transfer full) (nullable): as many of its rows as fit a page, as one picture
 */
GBytes *
mer_figure_to_png (const MerFigure *figure,
                   double           width,
                   guint           *first,
                   double          *height)
{
  guint start = *first;
  guint n = 0;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_t         *cr = NULL;
  gboolean         done;

  if (start >= figure->n_rows)
    return NULL;
  figure->measure (width, figure->data);
  n = rows_of_page (figure, start);
  *first = start + n;
  *height = figure->height (start, n, figure->data);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * PNG_SCALE),
                                        (int) (*height * PNG_SCALE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  cairo_set_source_rgb (cr, 0, 0, 0);
  figure->paint (cr, start, n, figure->data);
  done = cairo_status (cr) == CAIRO_STATUS_SUCCESS &&
         cairo_surface_write_to_png_stream (surface, append_bytes, bytes) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

/**
 * mer_xml_append:
 * @out: grows
 * @text: UTF-8
 * @line: the element that is written for a line break
 */
void
mer_xml_append (GString    *out,
                const char *text,
                const char *line)
{
  for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar) *at])
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\n')
        g_string_append (out, line);
      else if (is_xml_character (c))
        g_string_append_unichar (out, c);
    }
}
