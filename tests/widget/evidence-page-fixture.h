/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The tab of other evidence of the demo district, as its tests go through it. */

#include "store/mer-evidence-store.h"
#include "store/mer-point-store.h"
#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-typed-dialog.h"
#include "ui/pages/mer-data-evidence.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-evidence-typing.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication  *application;
  MerWindow       *window;
  char            *path;
  MerSession      *session;
  MerDataEvidence *view;
} Fixture;

static inline gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data);
}

static inline void
settle (Fixture *self)
{
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  MerDataPage *page = NULL;

  self->application = mer_fixture_application_new ();
  self->path = mer_fixture_demo_path ();
  self->window = mer_fixture_open (self->application, self->path);
  self->session = mer_window_get_session (self->window);
  settle (self);
  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  page = MER_DATA_PAGE (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL));
  self->view = MER_DATA_EVIDENCE (mer_data_page_show_view (page, "evidence"));
  mer_fixture_settle ();
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static inline GActionGroup *
actions (Fixture *self)
{
  return mer_data_view_get_actions (MER_DATA_VIEW (self->view));
}

static inline gboolean
can (Fixture    *self,
     const char *action)
{
  return g_action_group_get_action_enabled (actions (self), action);
}

static inline guint
n_facts (Fixture *self)
{
  MerResults *results = mer_session_get_results (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts =
    mer_store_facts (mer_session_get_document (self->session), results->cycle->id, &error);

  g_assert_no_error (error);
  return facts->len;
}

static inline void
undo (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  settle (self);
}

static inline GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static inline GtkWidget *
find_typed_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (MER_IS_TYPED_DIALOG (window))
        return window;
    }
  return NULL;
}

static inline gpointer
typed_child (GtkWidget  *dialog,
             const char *name)
{
  return gtk_widget_get_template_child (dialog, MER_TYPE_TYPED_DIALOG, name);
}

static inline GtkWidget *
find_message (void)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* What the first row that the document has is of. */
static inline char *
first_key (Fixture         *self,
           MerEvidenceTable table)
{
  gint64       cycle_id = mer_session_get_results (self->session)->cycle->id;
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GPtrArray) rows = NULL;

  if (table == MER_EVIDENCE_TABLE_COUNTS)
    {
      const MerReadyCount *count = NULL;

      rows = mer_store_ready_counts (document, cycle_id, NULL);
      count = g_ptr_array_index (rows, 0);
      return mer_evidence_key (count->organization_id, count->batch_id, count->question);
    }
  rows = mer_store_expert_points (document, cycle_id, NULL);
  return mer_evidence_key (((MerReadyValue *) rows->pdata[0])->organization_id,
                           ((MerReadyValue *) rows->pdata[0])->batch_id,
                           ((MerReadyValue *) rows->pdata[0])->code);
}
