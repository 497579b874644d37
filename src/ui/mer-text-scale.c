/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The size of text that the desktop asks for, by font or by resolution. */

#include "config.h"

#include <adwaita.h>

#include "ui/mer-text-scale.h"

#define USUAL_TEXT (10.0 * 96 / 72) /* px: 10 pt at 96 dpi */
#define POINTS_PER_INCH 72.0
#define KEPT "mer-text-scale-kept" /* a window whose size is as it shall be */

/* How large the text is: 1 at the usual 13.3 px, 2 at 200 %. */
static double
scale_of (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = pango_units_to_double (pango_font_description_get_size (font));
  int                         dpi = 0;

  if (size <= 0)
    return 1;
  if (!pango_font_description_get_size_is_absolute (font))
    {
      g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
      size *= (dpi > 0 ? dpi / 1024.0 : 96) / POINTS_PER_INCH;
    }
  return CLAMP (size / USUAL_TEXT, 0.5, 4);
}

int
mer_text_scale_px (GtkWidget *widget,
                   int        px)
{
  return (int) (px * scale_of (widget) + 0.5);
}

void
mer_text_scale_follow (GtkWidget *widget,
                       GCallback  callback,
                       gpointer   object)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);

  g_signal_connect_object (settings, "notify::gtk-xft-dpi", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", callback, object, G_CONNECT_SWAPPED);
}

static int
scale_side (GtkWindow *window,
            int        px,
            int        most)
{
  int scaled = px > 0 ? mer_text_scale_px (GTK_WIDGET (window), px) : px;

  return most > 0 ? MIN (scaled, MAX (most, px)) : scaled;
}

void
mer_text_scale_window (GtkWindow *window,
                       int        width,
                       int        height)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);
  int        most_width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int        most_height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  gtk_window_set_default_size (window, scale_side (window, width, most_width),
                               scale_side (window, height, most_height));
  mer_text_scale_keep (window);
}

void
mer_text_scale_keep (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), KEPT, GINT_TO_POINTER (TRUE));
}

static void
realize_cb (GtkWindow *window)
{
  int width = 0;
  int height = 0;

  if (!ADW_IS_WINDOW (window) || gtk_window_get_transient_for (window) == NULL ||
      g_object_get_data (G_OBJECT (window), KEPT) != NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 || height > 0)
    mer_text_scale_window (window, width, height);
}

/* What kind of window it is, and whose, is not known yet. */
static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       n_removed,
                    guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_handlers_disconnect_by_func (window, realize_cb, NULL);
      g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
    }
}

void
mer_text_scale_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_handlers_disconnect_by_func (windows, windows_changed_cb, NULL);
  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb), NULL);
}
