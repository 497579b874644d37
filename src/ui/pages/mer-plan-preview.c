/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the form of a plan will look. Pages are painted by what prints them. */

#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-pages.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-plan-preview.h"
#include "ui/print/mer-report-job.h"

#define WIDTH 720
#define HEIGHT 620

struct _MerPlanPreview
{
  AdwWindow parent_instance;

  /* owned */
  MerSession *session;
  char       *kind;
  GArray     *organizations; /* nullable */
  MerBlocks  *blocks;        /* nullable */
  MerPages   *pages;         /* the same; of the blocks */
  guint       page;

  /* children */
  GtkDrawingArea *area;
  GtkLabel       *number;
  GtkWidget      *previous;
  GtkWidget      *next;
};

G_DEFINE_FINAL_TYPE (MerPlanPreview, mer_plan_preview, ADW_TYPE_WINDOW)

guint
mer_plan_preview_get_n_pages (MerPlanPreview *self)
{
  return self->pages != NULL ? mer_pages_count (self->pages) : 0;
}

/* The page on white paper, whatever the colours of the window are. */
static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  MerPlanPreview *self = user_data;
  double          scale = 1;

  if (self->pages == NULL)
    return;
  scale = width / mer_pages_width (self->pages);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, mer_pages_width (self->pages), mer_pages_height (self->pages));
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  mer_pages_paint (self->pages, self->page, cr);
}

static void
show_page (MerPlanPreview *self)
{
  guint            n = mer_plan_preview_get_n_pages (self);
  g_autofree char *text = NULL;

  self->page = n > 0 ? MIN (self->page, n - 1) : 0;
  text = g_strdup_printf (_("Page %u of %u"), n > 0 ? self->page + 1 : 0, n);
  gtk_label_set_text (self->number, text);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n);
  if (n > 0)
    gtk_drawing_area_set_content_height (self->area,
                                         (int) (WIDTH * mer_pages_height (self->pages) /
                                                mer_pages_width (self->pages)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
build (MerPlanPreview *self)
{
  MerResults *results = mer_session_get_results (self->session);
  g_autoptr (MerReportJob) job = NULL;

  if (results == NULL)
    return;
  job = mer_report_job_new (self->kind, results, mer_session_get_document (self->session));
  if (self->organizations != NULL)
    mer_report_job_set_choice (job, MER_REPORT_RANKS_ALL, 0, self->organizations, NULL);
  g_clear_pointer (&self->pages, mer_pages_free);
  g_clear_pointer (&self->blocks, mer_blocks_free);
  self->blocks = mer_report_job_build (job);
  self->pages = mer_pages_new (self->blocks);
  show_page (self);
}

static void
previous_cb (MerPlanPreview *self)
{
  if (self->page > 0)
    self->page--;
  show_page (self);
}

static void
next_cb (MerPlanPreview *self)
{
  self->page++;
  show_page (self);
}

static GtkWidget *
make_button (MerPlanPreview *self,
             const char     *icon,
             const char     *label,
             GCallback       callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  if (g_variant_get_boolean (arguments))
    next_cb (MER_PLAN_PREVIEW (widget));
  else
    previous_cb (MER_PLAN_PREVIEW (widget));
  return TRUE;
}

static void
mer_plan_preview_dispose (GObject *object)
{
  MerPlanPreview *self = MER_PLAN_PREVIEW (object);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_pointer (&self->pages, mer_pages_free);
  g_clear_pointer (&self->blocks, mer_blocks_free);
  g_clear_pointer (&self->organizations, g_array_unref);
  g_clear_pointer (&self->kind, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_plan_preview_parent_class)->dispose (object);
}

static void
mer_plan_preview_class_init (MerPlanPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_plan_preview_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "b", FALSE);
}

static void
mer_plan_preview_init (MerPlanPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->area = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  gtk_drawing_area_set_content_width (self->area, WIDTH);
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
  gtk_widget_set_halign (GTK_WIDGET (self->area), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->area), GTK_ALIGN_START);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  /* clang-format off */
  self->previous = make_button (self, "merilo-previous-symbolic", _("Previous page"),
      G_CALLBACK (previous_cb));
  /* clang-format on */
  self->next = make_button (self, "merilo-next-symbolic", _("Next page"), G_CALLBACK (next_cb));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->previous);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->next);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), GTK_WIDGET (self->number));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->area));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH + 40, HEIGHT);
  mer_text_scale_keep (GTK_WINDOW (self)); /* what it shows is on paper */
  gtk_window_set_title (GTK_WINDOW (self), _("Preview of the form"));
}

MerPlanPreview *
mer_plan_preview_present (GtkWindow  *parent,
                          MerSession *session,
                          const char *kind,
                          gint64      organization)
{
  MerPlanPreview *self = g_object_new (MER_TYPE_PLAN_PREVIEW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->kind = g_strdup (kind);
  if (organization != 0)
    {
      self->organizations = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (self->organizations, organization);
    }
  g_signal_connect_object (session, "results-changed", G_CALLBACK (build), self,
                           G_CONNECT_SWAPPED);
  build (self);
  show_page (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
