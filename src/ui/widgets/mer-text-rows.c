/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New rows for a table whose selection must not come to lie on another one by itself: Delete would
 * take that. */

#include "config.h"

#include "ui/widgets/mer-text-rows.h"

#include "ui/widgets/mer-list-view.h"

static guint
find_again (GListModel *shown,
            GObject    *before,
            MerSameRow  is_same)
{
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (shown, i);

      if (is_same (item, before))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
mer_rows_replace (GtkColumnView *view,
                  GListStore    *store,
                  GPtrArray     *items,
                  MerSameRow     is_same)
{
  GListModel *shown = G_LIST_MODEL (gtk_column_view_get_model (view));
  guint       place = mer_list_view_get_selected (view);
  gboolean    focused = mer_list_view_has_focus (view);
  guint       found = GTK_INVALID_LIST_POSITION;
  g_autoptr (GObject) before =
    place != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (shown, place) : NULL;

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata,
                       items->len);
  if (before == NULL || items->len == 0)
    return;
  found = find_again (shown, before, is_same);
  if (found == GTK_INVALID_LIST_POSITION)
    found = MIN (place, items->len - 1);
  mer_list_view_select (view, found);
  if (focused)
    mer_list_view_focus (view, found);
}

static gboolean
is_same_text (gpointer row,
              gpointer other)
{
  return mer_text_item_is_same (row, other);
}

void
mer_text_rows_replace (GtkColumnView *view,
                       GListStore    *store,
                       GPtrArray     *items)
{
  mer_rows_replace (view, store, items, is_same_text);
}
