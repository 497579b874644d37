/* SPDX-License-Identifier: GPL-3.0-or-later */

/* F6 goes from pane to pane: the sidebar, the header, then the page, whose own panes are those that
 * a handle parts. Tab stays among the widgets of one, which may be hundreds of rows. */

#include "config.h"

#include "ui/mer-window-private.h"

static GtkWidget *
find_paned (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_PANED (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_paned (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
add_pane (GPtrArray *panes,
          GtkWidget *pane)
{
  if (pane != NULL && gtk_widget_get_mapped (pane))
    g_ptr_array_add (panes, pane);
}

/* (transfer container) */
static GPtrArray *
list_panes (MerWindow *self)
{
  GPtrArray *panes = g_ptr_array_new ();
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  GtkWidget *paned = page != NULL ? find_paned (page) : NULL;

  add_pane (panes, GTK_WIDGET (self->sidebar));
  add_pane (panes, GTK_WIDGET (self->header));
  if (paned == NULL)
    add_pane (panes, page);
  else
    {
      add_pane (panes, gtk_paned_get_start_child (GTK_PANED (paned)));
      add_pane (panes, gtk_paned_get_end_child (GTK_PANED (paned)));
    }
  return panes;
}

/* What stands above a page's panes counts to the first of them: the last pane before it is the
 * header's, so that the next one is where the page begins. */
static guint
find_current (MerWindow *self,
              GPtrArray *panes)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  guint      header = 0;

  for (guint i = 0; i < panes->len; i++)
    {
      if (panes->pdata[i] == (gpointer) self->header)
        header = i;
      if (focus != NULL && (focus == panes->pdata[i] ||
                            gtk_widget_is_ancestor (focus, panes->pdata[i])))
        return i;
    }
  return header;
}

/* A page gives the keyboard to what matters most in it, a bar to its first button. */
static gboolean
enter (MerWindow *self,
       GtkWidget *pane)
{
  if (pane == gtk_stack_get_visible_child (self->pages) && gtk_widget_grab_focus (pane))
    return TRUE;
  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

void
mer_window_change_pane (MerWindow *self,
                        gboolean   backward)
{
  g_autoptr (GPtrArray) panes = list_panes (self);
  guint current = panes->len > 0 ? find_current (self, panes) : 0;

  for (guint i = 1; i < panes->len; i++)
    {
      guint step = backward ? panes->len - i : i;

      if (enter (self, panes->pdata[(current + step) % panes->len]))
        return;
    }
}
