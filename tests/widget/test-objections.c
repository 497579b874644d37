/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Objections in the window, and rules as files: entering, deciding, taking back; loading what is
 * sound and what is not. */

#include "config.h"

#include <string.h>

#include "app/mer-edit-rules.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-objection-store.h"
#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-methodology-exchange.h"
#include "ui/dialogs/mer-objection-dialog.h"
#include "ui/pages/mer-data-objections.h"
#include "ui/pages/mer-data-page.h"
#include "import-fixture.h"

static GPtrArray *
objections_of (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MerResults *results = mer_session_get_results (self->session);
  GPtrArray  *list = mer_store_objections (mer_session_get_document (self->session),
                                           results->cycle->id, 0, &error);

  g_assert_no_error (error);
  return list;
}

/* A window of that type that is open; NULL: none. */
static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static GtkWidget *
present (Fixture      *self,
         MerObjection *objection)
{
  GtkWidget *dialog = NULL;

  mer_objection_dialog_present (GTK_WINDOW (self->window), self->session, objection);
  dialog = find_toplevel (MER_TYPE_OBJECTION_DIALOG);
  g_assert_nonnull (dialog);
  mer_fixture_settle ();
  return dialog;
}

static GObject *
child (GtkWidget  *dialog,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (dialog, MER_TYPE_OBJECTION_DIALOG, name);

  g_assert_nonnull (object);
  return object;
}

static void
confirm (Fixture   *self,
         GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "form.confirm", NULL);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static void
test_tab (Fixture      *self,
          gconstpointer data)
{
  MerDataView *view = NULL;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  view = mer_data_page_show_view (
    MER_DATA_PAGE (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL)),
    "objections");
  mer_fixture_settle ();
  g_assert_true (MER_IS_DATA_OBJECTIONS (view));
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "Подгорновская"));
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  MerResults   *results = mer_session_get_results (self->session);
  MerObjection *fresh = mer_objection_new ("1.2", "");
  g_autoptr (GPtrArray) before = objections_of (self);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  GtkWidget          *dialog = NULL;
  const MerObjection *stored = NULL;

  fresh->cycle_id = results->cycle->id;
  fresh->organization_id = results->scores->rows[0].organization->id;
  dialog = present (self, fresh);
  confirm (self, dialog); /* nothing without a ground */
  after = objections_of (self);
  g_assert_cmpuint (after->len, ==, before->len);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (child (dialog, "buffer")), "Чат работает", -1);
  gtk_editable_set_text (GTK_EDITABLE (child (dialog, "received")), "29.11.2024");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (child (dialog, "item")), 1);
  confirm (self, dialog);
  g_assert_null (find_toplevel (MER_TYPE_OBJECTION_DIALOG));
  g_ptr_array_unref (after);
  after = objections_of (self);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  stored = g_ptr_array_index (after, after->len - 1);
  g_assert_cmpstr (stored->subject, ==, "1.2");
  g_assert_cmpstr (stored->ground, ==, "Чат работает");
  g_assert_cmpstr (stored->received, ==, "2024-11-29");
  g_assert_cmpint (stored->item_id, !=, 0);
  g_assert_nonnull (stored->before);
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  undone = objections_of (self);
  g_assert_cmpuint (undone->len, ==, before->len);
}

static void
test_decide (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) before = objections_of (self);
  g_autoptr (GPtrArray) after = NULL;
  const MerObjection *open = g_ptr_array_index (before, 1);
  const MerObjection *decided = NULL;
  GtkWidget          *dialog = NULL;

  g_assert_cmpint (open->state, ==, MER_OBJECTION_OPEN);
  dialog = present (self, mer_objection_copy (open));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (child (dialog, "state")), MER_OBJECTION_REJECTED);
  gtk_editable_set_text (GTK_EDITABLE (child (dialog, "decided")), "32.13.2024");
  confirm (self, dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (child (dialog, "problem"))));
  gtk_editable_set_text (GTK_EDITABLE (child (dialog, "decided")), "02.12.2024");
  confirm (self, dialog);
  g_assert_null (find_toplevel (MER_TYPE_OBJECTION_DIALOG));
  after = objections_of (self);
  decided = g_ptr_array_index (after, 1);
  g_assert_cmpint (decided->state, ==, MER_OBJECTION_REJECTED);
  g_assert_cmpstr (decided->decided, ==, "2024-12-02");
  g_assert_cmpstr (decided->after, ==, decided->before);
}

/* The second of the list stays selected over any change, and is deleted once however often the key
 * is pressed. */
static void
test_selection (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GPtrArray) before = objections_of (self);
  g_autoptr (GPtrArray) after = NULL;
  const MerObjection *first = g_ptr_array_index (before, 0);
  const MerObjection *second = g_ptr_array_index (before, 1);
  MerDataView        *view = NULL;
  GActionGroup       *group = NULL;

  mer_window_show_page (self->window, "data");
  mer_fixture_settle ();
  view = mer_data_page_show_view (
    MER_DATA_PAGE (mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_DATA_PAGE, NULL)),
    "objections");
  mer_fixture_settle ();
  group = mer_data_view_get_actions (view);
  mer_data_view_show_record (view, "objection", second->id);
  mer_data_view_update (view);
  g_action_group_activate_action (group, "delete", NULL);
  g_action_group_activate_action (group, "delete", NULL);
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  after = objections_of (self);
  g_assert_cmpuint (after->len, ==, before->len - 1);
  g_assert_cmpint (((MerObjection *) after->pdata[0])->id, ==, first->id);
}

/* Opened and closed again and again without a trace. */
static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) list = objections_of (self);

  for (guint i = 0; i < 10; i++)
    {
      GtkWidget *dialog = present (self, mer_objection_copy (g_ptr_array_index (list, i % 2)));
      gpointer   left = dialog;

      g_object_add_weak_pointer (G_OBJECT (dialog), &left);
      gtk_window_destroy (GTK_WINDOW (dialog));
      mer_fixture_settle ();
      g_assert_null (left);
    }
}

/* --- rules as files ------------------------------------------------------------------------ */

static gboolean
has_draft (Fixture *self)
{
  g_autoptr (MerRulesDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_edit_rules_find (mer_session_get_document (self->session), 0, &draft, &error));
  g_assert_no_error (error);
  return draft != NULL;
}

static void
load (Fixture    *self,
      const char *text)
{
  g_autofree char *path = write_table (self, "rules.xml", text);

  mer_methodology_exchange_load_from (GTK_WIDGET (self->window), self->session, path);
  mer_fixture_settle ();
}

static void
test_load (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerMethodology) shipped = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autoptr (MerMethodology) changed =
    mer_methodology_with_policy (shipped, "base", "all", NULL);
  g_autofree char *xml = mer_methodology_to_xml (changed);

  g_assert_false (has_draft (self));
  load (self, xml);
  g_assert_true (has_draft (self));
  g_assert_true (mer_document_undo (mer_session_get_document (self->session), NULL));
  g_assert_false (has_draft (self));
}

/* Each problem is told, with its line; nothing is changed. */
static void
test_load_problems (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (MerMethodology) shipped = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autofree char *xml = mer_methodology_to_xml (shipped);
  g_autoptr (GString) bad = g_string_new (xml);
  GtkWidget *dialog = NULL;

  g_string_replace (bad, "code=\"K1\" symbol=\"К1\" weight=\"0.2\"",
                    "code=\"K1\" symbol=\"К1\" weight=\"0.3\"", 1);
  g_string_replace (bad, "code=\"2.1\" weight=\"0.5\"", "code=\"2.1\" weight=\"0.4\"", 1);
  load (self, bad->str);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (mer_fixture_find (dialog, GTK_TYPE_LABEL, "K2"));
  g_assert_nonnull (mer_fixture_find (dialog, GTK_TYPE_LABEL, "rules.xml"));
  g_assert_false (has_draft (self));
  gtk_window_destroy (GTK_WINDOW (dialog));
  mer_fixture_settle ();
  load (self, "<methodology");
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  mer_fixture_settle ();
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, "demo", set_up, test, tear_down)
  ADD ("/objections/tab", test_tab);
  ADD ("/objections/add", test_add);
  ADD ("/objections/decide", test_decide);
  ADD ("/objections/selection", test_selection);
  ADD ("/objections/closed", test_closed);
  ADD ("/exchange/load", test_load);
  ADD ("/exchange/problems", test_load_problems);
  return g_test_run ();
}
