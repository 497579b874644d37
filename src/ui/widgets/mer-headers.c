/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks the header row, which no API reaches: header › button › box › (label, indicator).
 * Titles stand in the order of the columns. */

#include "config.h"

#include "ui/widgets/mer-headers.h"

#define NUMERIC "mer-numeric"
#define IDLE "mer-headers-idle"

void
mer_headers_set_numeric (GtkColumnViewColumn *column)
{
  g_object_set_data (G_OBJECT (column), NUMERIC, GUINT_TO_POINTER (1));
}

static void
tidy_title (GtkWidget *title,
            gboolean   numeric)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;
  GtkWidget *indicator = box != NULL ? gtk_widget_get_last_child (box) : NULL;

  if (!GTK_IS_LABEL (label))
    return;
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, numeric ? GTK_ALIGN_END : GTK_ALIGN_START);
  if (indicator != label)
    gtk_widget_set_visible (indicator, gtk_widget_has_css_class (indicator, "ascending") ||
                                         gtk_widget_has_css_class (indicator, "descending"));
}

static gboolean
tidy_cb (gpointer user_data)
{
  GtkColumnView *view = user_data;
  GListModel    *columns = gtk_column_view_get_columns (view);
  GtkWidget     *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget     *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  guint          i;

  g_object_set_data (G_OBJECT (view), IDLE, NULL);
  for (i = 0; title != NULL; title = gtk_widget_get_next_sibling (title), i++)
    {
      g_autoptr (GObject) column = g_list_model_get_item (columns, i);

      if (column != NULL)
        tidy_title (title, g_object_get_data (column, NUMERIC) != NULL);
    }
  return G_SOURCE_REMOVE;
}

/* Put off: the toolkit sets the indicators after the sorter has told its change. */
static void
queue_tidy (GtkColumnView *view)
{
  if (g_object_get_data (G_OBJECT (view), IDLE) != NULL)
    return;
  g_object_set_data (G_OBJECT (view), IDLE, GUINT_TO_POINTER (1));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, tidy_cb, g_object_ref (view), g_object_unref);
}

void
mer_headers_follow (GtkColumnView *view)
{
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (queue_tidy), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (queue_tidy), view, G_CONNECT_SWAPPED);
  queue_tidy (view);
}
