/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The printer's side of a report. The pages are laid out for A4 with their own margins, so
 * the operation takes the full page and paints in points; a printer with other paper gets
 * the page scaled to fit, never cut. */

#include "config.h"

#include "report/mer-pages.h"
#include "ui/print/mer-print-operation.h"

struct _MerPrintOperation
{
  GtkPrintOperation parent_instance;

  MerReportJob *job;    /* owned */
  MerBlocks    *blocks; /* owned: from begin-print on */
  MerPages     *pages;  /* owned: borrows blocks */
};

G_DEFINE_FINAL_TYPE (MerPrintOperation, mer_print_operation, GTK_TYPE_PRINT_OPERATION)

static void
mer_print_operation_begin_print (GtkPrintOperation *operation,
                                 GtkPrintContext   *context)
{
  MerPrintOperation *self = MER_PRINT_OPERATION (operation);

  g_clear_pointer (&self->pages, mer_pages_free);
  g_clear_pointer (&self->blocks, mer_blocks_free);
  self->blocks = mer_report_job_build (self->job);
  self->pages = mer_pages_new (self->blocks);
  gtk_print_operation_set_n_pages (operation, (int) mer_pages_count (self->pages));
}

static void
mer_print_operation_draw_page (GtkPrintOperation *operation,
                               GtkPrintContext   *context,
                               int                page)
{
  MerPrintOperation *self = MER_PRINT_OPERATION (operation);
  cairo_t           *cr = gtk_print_context_get_cairo_context (context);
  double             across = gtk_print_context_get_width (context);
  double             down = gtk_print_context_get_height (context);
  double             scale = MIN (across / mer_pages_width (self->pages),
                                  down / mer_pages_height (self->pages));

  cairo_save (cr);
  if (scale < 0.995)
    cairo_scale (cr, scale, scale);
  mer_pages_paint (self->pages, (guint) page, cr);
  cairo_restore (cr);
}

static void
mer_print_operation_finalize (GObject *object)
{
  MerPrintOperation *self = MER_PRINT_OPERATION (object);

  g_clear_pointer (&self->pages, mer_pages_free);
  g_clear_pointer (&self->blocks, mer_blocks_free);
  g_clear_pointer (&self->job, mer_report_job_unref);
  G_OBJECT_CLASS (mer_print_operation_parent_class)->finalize (object);
}

static void
mer_print_operation_class_init (MerPrintOperationClass *klass)
{
  GtkPrintOperationClass *print_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mer_print_operation_finalize;
  print_class->begin_print = mer_print_operation_begin_print;
  print_class->draw_page = mer_print_operation_draw_page;
}

static void
mer_print_operation_init (MerPrintOperation *self)
{
}

/**
 * mer_print_operation_new:
 * @job: what to print; kept
 *
 * Returns: (transfer full): an operation for gtk_print_operation_run()
 */
MerPrintOperation *
mer_print_operation_new (MerReportJob *job)
{
  MerPrintOperation *self = g_object_new (MER_TYPE_PRINT_OPERATION, NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  self->job = mer_report_job_ref (job);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  gtk_print_operation_set_use_full_page (GTK_PRINT_OPERATION (self), TRUE);
  gtk_print_operation_set_unit (GTK_PRINT_OPERATION (self), GTK_UNIT_POINTS);
  return self;
}
