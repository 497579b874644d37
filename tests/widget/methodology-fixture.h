/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The page of the rules on the example, and what tests ask of it. */

#include <string.h>

#include "methodology/mer-methodology-xml.h"
#include "ui/pages/mer-methodology-apply.h"
#include "ui/pages/mer-methodology-field.h"
#include "ui/pages/mer-methodology-findings.h"
#include "ui/pages/mer-methodology-influence.h"
#include "ui/pages/mer-methodology-page.h"
#include "ui/pages/mer-methodology-tree.h"
#include "ui/pages/mer-methodology-versions.h"
#include "ui/widgets/mer-list-view.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication        *application;
  MerWindow             *window;
  MerMethodologyPage    *page;
  MerMethodologyView    *view; /* the criteria */
  MerMethodologyEditing *editing;
  MerDocument           *document;
  char                  *path;
} Fixture;

static G_GNUC_UNUSED void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->application = mer_fixture_application_new ();
  fixture->path = mer_fixture_demo_path ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  mer_window_show_page (fixture->window, "methodology");
  mer_fixture_settle ();
  fixture->page = MER_METHODOLOGY_PAGE (
    mer_fixture_find (GTK_WIDGET (fixture->window), MER_TYPE_METHODOLOGY_PAGE, NULL));
  fixture->editing = mer_methodology_page_get_editing (fixture->page);
  fixture->view = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_CRITERIA);
  fixture->document = mer_session_get_document (mer_window_get_session (fixture->window));
}

static G_GNUC_UNUSED void
set_up_draft (Fixture      *fixture,
              gconstpointer data)
{
  set_up (fixture, data);
  g_assert_true (mer_methodology_editing_begin (fixture->editing));
  mer_fixture_settle ();
}

static G_GNUC_UNUSED void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  mer_fixture_close (fixture->window);
  g_object_unref (fixture->application);
  g_free (fixture->path);
}

static G_GNUC_UNUSED MerMethodologyTree *
tree_of (MerMethodologyView *view)
{
  return MER_METHODOLOGY_TREE (
    mer_fixture_find (GTK_WIDGET (view), MER_TYPE_METHODOLOGY_TREE, NULL));
}

static G_GNUC_UNUSED guint
n_rows (MerMethodologyView *view)
{
  GtkColumnView *table = mer_methodology_tree_get_table (tree_of (view));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table)));
}

static G_GNUC_UNUSED char *
xml (Fixture *fixture)
{
  return mer_methodology_to_xml (mer_methodology_editing_get (fixture->editing));
}

static G_GNUC_UNUSED void
choose (Fixture    *fixture,
        const char *row)
{
  g_assert_true (mer_methodology_view_show (fixture->view, row, NULL));
  mer_fixture_settle ();
  g_assert_cmpstr (mer_methodology_view_get_selected (fixture->view), ==, row);
}

static G_GNUC_UNUSED void
run (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  mer_fixture_settle ();
}

static G_GNUC_UNUSED void
undo (Fixture *fixture)
{
  g_assert_true (mer_document_undo (fixture->document, NULL));
  mer_fixture_settle ();
}

static G_GNUC_UNUSED void
redo (Fixture *fixture)
{
  g_assert_true (mer_document_redo (fixture->document, NULL));
  mer_fixture_settle ();
}

/* Whatever was done is taken back to the very bytes, and done again. */
static G_GNUC_UNUSED void
assert_undoes (Fixture    *fixture,
               const char *before)
{
  g_autofree char *after = xml (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  undo (fixture);
  undone = xml (fixture);
  g_assert_cmpstr (undone, ==, before);
  redo (fixture);
  redone = xml (fixture);
  g_assert_cmpstr (redone, ==, after);
}

static G_GNUC_UNUSED char *
weight_of (Fixture    *fixture,
           const char *path)
{
  return mer_methodology_get (mer_methodology_editing_get (fixture->editing), path, "weight");
}

static G_GNUC_UNUSED MerMethodologyField *
find_field (GtkWidget  *widget,
            const char *property)
{
  if (MER_IS_METHODOLOGY_FIELD (widget))
    return g_strcmp0 (mer_methodology_field_get_property_name (MER_METHODOLOGY_FIELD (widget)),
                      property) == 0
             ? MER_METHODOLOGY_FIELD (widget)
             : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MerMethodologyField *found = find_field (child, property);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The window is closed, and the document opened in another. */
static G_GNUC_UNUSED void
open_again (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  mer_fixture_settle ();
  fixture->window = mer_fixture_open (fixture->application, fixture->path);
  mer_window_show_page (fixture->window, "methodology");
  mer_fixture_settle ();
  fixture->page = MER_METHODOLOGY_PAGE (
    mer_fixture_find (GTK_WIDGET (fixture->window), MER_TYPE_METHODOLOGY_PAGE, NULL));
  fixture->editing = mer_methodology_page_get_editing (fixture->page);
  fixture->view = mer_methodology_page_show_outline (fixture->page, MER_OUTLINE_CRITERIA);
}
