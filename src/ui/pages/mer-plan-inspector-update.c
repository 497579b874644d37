/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector of plans from one book to the next: what is being typed goes on while books come
 * and go, and nothing that was typed is lost without a word when something else is selected or the
 * window is closed. */

#include "config.h"

#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-plan-inspector-private.h"
#include "ui/widgets/mer-children.h"

/* --- versions of plans ------------------------------------------------------------------------ */

gint64
mer_plan_inspector_newest (MerPlanInspector *self,
                           gint64            item)
{
  gpointer next = NULL;

  g_return_val_if_fail (MER_IS_PLAN_INSPECTOR (self), item);
  next = g_hash_table_lookup (self->moved, GSIZE_TO_POINTER ((gsize) item));
  /* a version may be replaced in its turn; each has greater ids than the one before */
  while (next != NULL && (gint64) GPOINTER_TO_SIZE (next) > item)
    {
      item = (gint64) GPOINTER_TO_SIZE (next);
      next = g_hash_table_lookup (self->moved, next);
    }
  return item;
}

static gboolean
is_current (MerPlanInspector *self)
{
  MerPlanKeeper *keeper = mer_plan_keeper_of (self->session);

  return mer_plan_keeper_is_current (keeper) && mer_plan_keeper_get_book (keeper) == self->book;
}

void
mer_plan_inspector_forget_moved (MerPlanInspector *self)
{
  if (is_current (self))
    g_hash_table_remove_all (self->moved);
}

/* --- in place --------------------------------------------------------------------------------- */

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_ACTIONABLE (child) &&
        g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
      return child;
  return NULL;
}

/* To the same button, or to the one that has come in its place; where all is new, to none: letters
 * meant for what was there would go into something else. */
static void
give_focus_back (MerPlanInspector *self,
                 GtkWidget        *box,
                 const char       *action)
{
  GtkWidget *button = find_button (box, action);

  if ((button == NULL || !gtk_widget_grab_focus (button)) && box != GTK_WIDGET (self->box))
    gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

void
mer_plan_inspector_refill (MerPlanInspector *self,
                           GtkBox           *box,
                           void (*make) (MerPlanInspector *self))
{
  GtkWidget       *focus = mer_focus_within (GTK_WIDGET (box));
  g_autofree char *action = NULL;

  if (GTK_IS_ACTIONABLE (focus))
    action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)));
  mer_box_clear (box);
  self->target = box;
  if (make != NULL)
    make (self);
  self->target = self->box;
  if (action != NULL)
    give_focus_back (self, GTK_WIDGET (box), action);
}

void
mer_plan_inspector_refresh (MerPlanInspector *self)
{
  /* a book that is on its way knows better what is stored */
  if (!is_current (self))
    return;
  self->filling = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    mer_plan_field_refresh (self->fields->pdata[i]);
  if (self->head != NULL)
    {
      mer_plan_inspector_refill (self, self->head, mer_plan_inspector_fill_head);
      mer_plan_inspector_refill (self, self->state, mer_plan_inspector_fill_state);
      mer_plan_inspector_refill (self, self->foot, mer_plan_inspector_fill_foot);
    }
  self->filling = FALSE;
}

/* --- leaving ---------------------------------------------------------------------------------- */

/* The first field whose text could not be stored. */
static MerPlanField *
find_refused (MerPlanInspector *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (((MerPlanField *) self->fields->pdata[i])->refused)
      return self->fields->pdata[i];
  return NULL;
}

static void
commit_all (MerPlanInspector *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    mer_plan_field_commit (self->fields->pdata[i]);
}

void
mer_plan_inspector_tell_refused (MerPlanInspector *self)
{
  MerPlanField *refused = self->fields != NULL ? find_refused (self) : NULL;

  if (refused != NULL)
    mer_session_tell (self->session, gtk_label_get_text (refused->note), FALSE);
}

void
mer_plan_inspector_leave (MerPlanInspector *self)
{
  if (self->filling)
    return;
  commit_all (self);
  mer_plan_inspector_tell_refused (self);
  self->done_pending = FALSE;
}

/* Once for each text: whoever closes the window again means it. */
static gboolean
close_request_cb (MerPlanInspector *self)
{
  MerPlanField    *refused = NULL;
  g_autofree char *text = NULL;

  commit_all (self);
  refused = find_refused (self);
  text = refused != NULL ? mer_plan_field_get (refused) : NULL;
  if (text == NULL || g_strcmp0 (text, self->warned) == 0)
    return FALSE;
  g_free (self->warned);
  self->warned = g_steal_pointer (&text);
  mer_session_tell (self->session, gtk_label_get_text (refused->note), FALSE);
  gtk_widget_grab_focus (refused->widget);
  return TRUE;
}

void
mer_plan_inspector_watch_window (MerPlanInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    self->close_handler = g_signal_connect_object (root, "close-request",
                                                   G_CALLBACK (close_request_cb), self,
                                                   G_CONNECT_SWAPPED);
}

void
mer_plan_inspector_unwatch_window (MerPlanInspector *self)
{
  if (self->close_handler != 0)
    g_clear_signal_handler (&self->close_handler, gtk_widget_get_root (GTK_WIDGET (self)));
}
