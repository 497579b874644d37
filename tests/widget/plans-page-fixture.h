/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The page of plans of the demo, as its tests go through it. */

#include "app/mer-plans.h"
#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-plan-inspector-private.h"
#include "ui/pages/mer-plans-page.h"
#include "ui/pages/mer-plans-view-private.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  MerSession     *session;
  MerPlanKeeper  *keeper;
  MerPlansView   *view;
} Fixture;

static inline gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data) && mer_plan_keeper_is_current (mer_plan_keeper_of (data));
}

static inline void
wait (Fixture *self)
{
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = mer_fixture_demo_path ();
  GtkWidget       *page = NULL;

  self->application = mer_fixture_application_new ();
  self->window = mer_fixture_open (self->application, path);
  self->session = mer_window_get_session (self->window);
  self->keeper = mer_plan_keeper_of (self->session);
  wait (self);
  mer_window_show_page (self->window, "plans");
  mer_fixture_settle ();
  page = mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_PLANS_PAGE, NULL);
  self->view = MER_PLANS_VIEW (mer_tab_page_show_tab (MER_TAB_PAGE (page), "plans"));
  mer_fixture_settle ();
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
}

static inline MerPlanBook *
book (Fixture *self)
{
  return mer_plan_keeper_get_book (self->keeper);
}

/* The row of the n-th line of the organization. */
static inline guint
find_line (Fixture    *self,
           const char *organization,
           guint       n)
{
  GListModel *rows = gtk_multi_selection_get_model (self->view->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      if (node->kind == MER_PLAN_NODE_LINE && node->line->organization != NULL &&
          g_str_equal (node->line->organization->name, organization) && n-- == 0)
        return i;
    }
  g_assert_not_reached ();
}

static inline gint64
select_line (Fixture    *self,
             const char *organization,
             guint       n)
{
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->view->selection),
                                   find_line (self, organization, n), TRUE);
  mer_fixture_settle ();
  ids = mer_plans_view_items (self->view);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

/* The n-th one-line field of the inspector: deadline, person, post, per cent, day. */
static inline GtkWidget *
entry_at (GtkWidget *widget,
          guint     *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (GTK_IS_ENTRY (child))
        found = (*n)-- == 0 ? child : NULL;
      else
        found = entry_at (child, n);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
type (Fixture    *self,
      guint       n,
      const char *text)
{
  GtkWidget *entry = entry_at (GTK_WIDGET (self->view->inspector), &n);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  wait (self);
}

static inline void
activate (Fixture    *self,
          const char *action)
{
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (self->view)), action,
                                  NULL);
  wait (self);
}

static inline void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/plans/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
