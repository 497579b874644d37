/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns that are told apart by a number, which their factory carries. */

#include "config.h"

#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-numbered-column.h"

#define NUMBER "mer-number"

guint
mer_numbered_column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), NUMBER));
}

GtkColumnViewColumn *
mer_numbered_column_append (GtkColumnView          *view,
                            const MerCellCallbacks *cells,
                            guint                   number,
                            const char             *title,
                            int                     width)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), NUMBER, GUINT_TO_POINTER (number));
  g_signal_connect (factory, "setup", cells->setup, NULL);
  g_signal_connect (factory, "bind", cells->bind, NULL);
  if (cells->unbind != NULL)
    g_signal_connect (factory, "unbind", cells->unbind, NULL);
  gtk_column_view_column_set_expand (column, width < 0);
  gtk_column_view_column_set_fixed_width (
    column, width < 0 ? width : mer_text_scale_px (GTK_WIDGET (view), width));
  gtk_column_view_append_column (view, column);
  return column;
}
