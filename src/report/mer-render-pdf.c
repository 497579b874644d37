/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF: the pages, painted into a Cairo surface. The same blocks and the same date give
 * the same bytes on one machine. */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "report/mer-pages.h"
#include "report/mer-report-private.h"

static cairo_status_t
append_bytes (gpointer             data,
              const unsigned char *bytes,
              unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface,
              const MerBlocks *blocks)
{
  g_autoptr (GDateTime) now = mer_report_now ();
  g_autofree char *created = g_date_time_format_iso8601 (now);
  g_autofree char *creator = g_strdup_printf ("%s %s", mer_tr (blocks->language, "Merilo"),
                                              MER_VERSION);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, blocks->title);
  if (blocks->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, blocks->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, creator);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/* Titles, headings and captions become the outline that a reader shows beside pages. */
static void
add_outline (cairo_surface_t *surface,
             const MerBlocks *blocks,
             const MerPages  *pages)
{
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock  *block = g_ptr_array_index (blocks->blocks, i);
      g_autofree char *target = NULL;

      if (block->kind != MER_BLOCK_TITLE && block->kind != MER_BLOCK_HEADING &&
          block->kind != MER_BLOCK_CAPTION)
        continue;
      target = g_strdup_printf ("page=%u", mer_pages_of_block (pages, i) + 1);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, block->text, target, 0);
    }
}

static GBytes *
render_pdf (const MerBlocks *blocks,
            GError         **error)
{
  g_autoptr (MerPages) pages = mer_pages_new (blocks);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  mer_pages_width (pages),
                                                                  mer_pages_height (pages));
  cairo_t         *cr = cairo_create (surface);
  cairo_status_t   status;

  set_metadata (surface, blocks);
  add_outline (surface, blocks, pages);
  for (guint i = 0; i < mer_pages_count (pages); i++)
    {
      mer_pages_paint (pages, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                   _("The pages could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

const MerRenderer mer_renderer_pdf = {
  .extension = "pdf",
  .title = N_("PDF document"),
               .render = render_pdf,
  };
