/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points of an expert: typed in, pasted, and what becomes of the scores. */

#include "config.h"

#include <string.h>

#include "methodology/mer-methodology-xml.h"
#include "store/mer-point-store.h"
#include "ui/dialogs/mer-typed-dialog.h"
#include "ui/pages/mer-evidence-paste.h"
#include "ui/pages/mer-evidence-typing.h"
#include "evidence-page-fixture.h"

/* Makes 2.1 an indicator that an expert gives points. */
static gboolean
let_experts_judge (MerDocument *document,
                   gpointer     user_data,
                   GError     **error)
{
  static const char *const changes[][2] = {
    { "measure=\"items\" points=\"20\" cap=\"100\">\n"
      "        <full-title>Обеспечение",
      "measure=\"points\" cap=\"100\">\n        <full-title>Обеспечение" },
    { "        <input place=\"comfort\"/>\n", "" },
  };
  const MerResults *results = user_data;
  g_autofree char  *xml = mer_methodology_to_xml (results->methodology);
  g_autoptr (MerMethodology) changed = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, results->cycle->id, error);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (xml, changes[i][0], 2);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_free (xml);
      xml = g_strjoinv (changes[i][1], parts);
    }
  changed = mer_methodology_from_xml (xml, strlen (xml), "правила", error);
  g_assert_nonnull (changed);
  cycle->methodology_id = mer_store_add_methodology (document, changed, NULL, error);
  return cycle->methodology_id != 0 && mer_store_save_cycle (document, cycle, error);
}

static char *
score_of (Fixture    *self,
          const char *code)
{
  const MerScoreTable *scores = mer_session_get_results (self->session)->scores;
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (scores->methodology);
  g_autoptr (GPtrArray) organizations =
    mer_store_organizations (mer_session_get_document (self->session), NULL);
  const MerScoreRow *row =
    mer_score_table_find (scores, ((MerOrganization *) organizations->pdata[1])->id);

  for (guint i = 0; i < indicators->len; i++)
    {
      if (strcmp (((MerIndicator *) indicators->pdata[i])->code, code) == 0)
        return row->indicators[i].defined ? mer_rational_to_string (&row->indicators[i].value)
                                          : g_strdup ("");
    }
  g_assert_not_reached ();
}

#define assert_score(self, expected)                 \
  G_STMT_START                                       \
  {                                                  \
    g_autofree char *found = score_of (self, "2.1"); \
    g_assert_cmpstr (found, ==, expected);           \
  }                                                  \
  G_STMT_END

/* The section is there when the rules need it. What is typed in enters the scores, more than the
 * indicator takes does not, and undo takes it out again. */
static void
test_points (Fixture      *self,
             gconstpointer data)
{
  MerResults      *results = mer_session_get_results (self->session);
  GtkWidget       *dialog = NULL;
  g_autofree char *point = NULL;

  g_assert_null (mer_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_TOGGLE_BUTTON, "Points"));
  g_assert_true (mer_session_perform (self->session, "Правила", NULL, let_experts_judge, results));
  settle (self);
  assert_score (self, "");
  mer_data_evidence_show_section (self->view, "points");
  mer_fixture_settle ();
  g_assert_true (can (self, "add"));
  g_assert_false (can (self, "edit"));
  g_assert_true (can (self, "paste"));
  g_action_group_activate_action (actions (self), "add", NULL);
  mer_fixture_settle ();
  dialog = find_typed_dialog ();
  g_assert_nonnull (dialog);
  gtk_drop_down_set_selected (typed_child (dialog, "organization"), 2);
  gtk_drop_down_set_selected (typed_child (dialog, "key"), 1);
  gtk_editable_set_text (typed_child (dialog, "source"), "комиссия");
  gtk_editable_set_text (typed_child (dialog, "value"), "сто");
  g_assert_false (gtk_widget_get_sensitive (typed_child (dialog, "confirm")));
  gtk_editable_set_text (typed_child (dialog, "value"), "100,5");
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  g_assert_true (gtk_widget_get_visible (typed_child (dialog, "problem")));
  g_assert_nonnull (find_typed_dialog ());
  gtk_editable_set_text (typed_child (dialog, "value"), "62,5");
  g_assert_true (gtk_widget_activate_action (dialog, "form.confirm", NULL));
  settle (self);
  g_assert_null (find_typed_dialog ());
  assert_score (self, "62.5");
  point = first_key (self, MER_EVIDENCE_TABLE_POINTS);
  mer_evidence_typing_delete (self->session, MER_EVIDENCE_TABLE_POINTS, NULL, point);
  mer_evidence_typing_delete (self->session, MER_EVIDENCE_TABLE_POINTS, NULL, point);
  g_assert_null (find_message ());
  settle (self);
  assert_score (self, "");
  undo (self);
  assert_score (self, "62.5");
  undo (self);
  assert_score (self, "");
}

/* Pastes a table of points, `%s` in it being the organization whose score is looked at. */
static void
paste_points (Fixture    *self,
              const char *format,
              const char *source)
{
  g_autoptr (GPtrArray) organizations =
    mer_store_organizations (mer_session_get_document (self->session), NULL);
  const char *name = ((MerOrganization *) organizations->pdata[1])->name;
  g_auto (GStrv) parts = g_strsplit (format, "%s", -1);
  g_autofree char *text = g_strjoinv (name, parts);

  mer_evidence_paste_text (GTK_WIDGET (self->view), self->session, MER_EVIDENCE_TABLE_POINTS, text,
                           source);
  settle (self);
}

/* A table with an indicator a column, as the template has it, and a row each, as the section shows
 * them; each is one action. What is wrong is told by its row, and then nothing is pasted. */
static void
test_pasted_points (Fixture      *self,
                    gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "Организация\t2.1\n%s\t7\nНет такой\t8\n", "3" },
    { "Организация\t2.1\t1.1\n%s\t7\t8\n", "1.1" },
    { "%s\t2.1\t101\n", "100" },
    { "%s\t2.1\tмного\n", "много" },
  };

  g_assert_true (mer_session_perform (self->session, "Правила", NULL, let_experts_judge,
                                      mer_session_get_results (self->session)));
  settle (self);
  mer_data_evidence_show_section (self->view, "points");
  paste_points (self, "Организация\t2.1 Обеспечение комфортных условий\n%s\t62,5\n", "Комиссия");
  assert_score (self, "62.5");
  paste_points (self, "Организация\tПоказатель\tБаллы\tИсточник\n%s\t2.1\t7\tКомиссия\n", NULL);
  assert_score (self, "7");
  undo (self);
  assert_score (self, "62.5");
  undo (self);
  assert_score (self, "");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkWidget *message = NULL;

      paste_points (self, wrong[i][0], "Комиссия");
      message = find_message ();
      g_assert_nonnull (message);
      g_assert_nonnull (
        strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), wrong[i][1]));
      gtk_window_destroy (GTK_WINDOW (message));
      assert_score (self, "");
    }
}

int
main (int   argc,
      char *argv[])
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/points/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("typed", test_points);
  ADD ("pasted", test_pasted_points);
#undef ADD
  return g_test_run ();
}
