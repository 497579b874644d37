/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of records, for every kind and at length for a few. */

#include "config.h"

#include <string.h>

#include "app/mer-record-names.h"
#include "ui/dialogs/mer-record-editor.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/widgets/mer-chooser-row.h"
#include "record-fixture.h"

/* --- the form -------------------------------------------------------------------------------- */

static MerRecordForm *
present (Fixture                    *self,
         gconstpointer               record,
         const MerRecordFormOptions *options)
{
  MerRecordForm *form =
    mer_record_form_present (GTK_WINDOW (self->window), self->session, record, options);

  mer_fixture_settle ();
  return form;
}

static void
confirm (MerRecordForm *form,
         const char    *action)
{
  gtk_widget_activate_action (GTK_WIDGET (form), action, NULL);
  mer_fixture_settle ();
}

static GtkEditable *
entry (MerRecordForm *form,
       const char    *key)
{
  GtkWidget *row = mer_record_form_get_row (form, key);

  g_assert_true (GTK_IS_EDITABLE (row));
  return GTK_EDITABLE (row);
}

/* Every kind has a form: a row for what it shows, none for the rest; and nothing is left of it. */
static void
test_every_kind (Fixture      *self,
                 gconstpointer data)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (MerRecord) record = mer_record_new (kinds[i], cycle_of (self));
      MerRecordForm *form = present (self, record, NULL);
      gpointer       left = form;

      for (guint j = 0; j < kinds[i]->n_fields; j++)
        {
          const MerField *field = &kinds[i]->fields[j];
          gboolean        shown = (field->flags & (MER_FIELD_HIDDEN | MER_FIELD_OWNER)) == 0;

          g_assert_true ((mer_record_form_get_row (form, field->key) != NULL) == shown);
        }
      g_object_add_weak_pointer (G_OBJECT (form), &left);
      gtk_window_destroy (GTK_WINDOW (form));
      mer_fixture_settle ();
      g_assert_null (left);
    }
}

static void
test_add (Fixture      *self,
          gconstpointer data)
{
  guint before = count_of (self, &mer_record_event);
  g_autoptr (MerEvent) record = mer_record_new (&mer_record_event, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);
  g_autoptr (GPtrArray) after = NULL;
  const MerEvent *stored = NULL;

  confirm (form, "form.confirm"); /* a name is needed */
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before);
  g_assert_true (gtk_widget_has_css_class (mer_record_form_get_row (form, "title"), "mer-noted"));
  gtk_editable_set_text (entry (form, "title"), "Семинар");
  g_assert_false (gtk_widget_has_css_class (mer_record_form_get_row (form, "title"), "mer-noted"));
  gtk_editable_set_text (entry (form, "held"), "31.02.2024");
  gtk_editable_set_text (entry (form, "participants"), "много");
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before);
  gtk_editable_set_text (entry (form, "held"), "28 февраля 2024 г.");
  gtk_editable_set_text (entry (form, "participants"), "1 045");
  adw_combo_row_set_selected (ADW_COMBO_ROW (mer_record_form_get_row (form, "what")), 1);
  confirm (form, "form.confirm");
  g_assert_null (find_toplevel (MER_TYPE_RECORD_FORM));
  after = records_of (self, &mer_record_event);
  g_assert_cmpuint (after->len, ==, before + 1);
  stored = after->pdata[before];
  g_assert_cmpstr (stored->title, ==, "Семинар");
  g_assert_cmpstr (stored->held, ==, "2024-02-28");
  g_assert_cmpint (stored->participants, ==, 1045);
  g_assert_cmpint (stored->what, ==, 1);
  g_assert_true (mer_document_undo (document_of (self), NULL));
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before);
  g_assert_true (mer_document_redo (document_of (self), NULL));
  g_assert_cmpuint (count_of (self, &mer_record_event), ==, before + 1);
}

/* What a deadline is taken for stands below it, and so does that it is none; either is kept. */
static void
test_period (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);

  gtk_editable_set_text (entry (form, "deadline"), "август–сентябрь 2025 г.");
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "30.09.2025"));
  gtk_editable_set_text (entry (form, "deadline"), "когда-нибудь потом");
  g_assert_null (mer_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "30.09.2025"));
  g_assert_true (gtk_widget_has_css_class (mer_record_form_get_row (form, "deadline"),
                                           "mer-noted"));
  confirm (form, "form.confirm");
  g_assert_null (find_toplevel (MER_TYPE_RECORD_FORM));
}

/* A line below a row does not keep the keyboard from what follows. */
static void
test_past_note (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerWorkItem) record = mer_record_new (&mer_record_work_item, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);
  GtkWidget     *deadline = mer_record_form_get_row (form, "deadline");
  GtkWidget     *kind = mer_record_form_get_link_row (form, "deadline");

  gtk_editable_set_text (GTK_EDITABLE (deadline), "до 1 марта");
  mer_fixture_settle ();
  gtk_widget_grab_focus (deadline);
  gtk_widget_child_focus (GTK_WIDGET (form), GTK_DIR_TAB_FORWARD);
  while (gtk_root_get_focus (GTK_ROOT (form)) != NULL &&
         gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (form)), deadline))
    gtk_widget_child_focus (GTK_WIDGET (form), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (form)) == kind ||
                 gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (form)), kind));
  gtk_window_destroy (GTK_WINDOW (form));
}

static guint
count_links (Fixture *self,
             gint64   from)
{
  g_autoptr (GPtrArray) links = records_of (self, &mer_record_link);
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    n += ((const MerLink *) links->pdata[i])->from_id == from &&
         ((const MerLink *) links->pdata[i])->role == MER_LINK_DEADLINE;
  return n;
}

static void
choose_meeting (MerRecordForm *form,
                gint64         meeting)
{
  GtkWidget *kind = mer_record_form_get_link_row (form, "deadline");

  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), 2); /* an event comes before it */
  mer_fixture_settle ();
  mer_chooser_row_set_selected (MER_CHOOSER_ROW (gtk_widget_get_next_sibling (kind)), meeting);
}

/* What a deadline counts from is chosen beside it, kept, changed and taken away with the record. */
static void
test_links (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerWorkItem) record = mer_record_new (&mer_record_work_item, cycle_of (self));
  g_autoptr (GPtrArray) meetings = records_of (self, &mer_record_meeting);
  MerRecordForm *form = NULL;
  g_autoptr (GPtrArray) after = NULL;
  gint64 id = 0;

  record->what = g_strdup ("Разослать материалы");
  form = present (self, record, NULL);
  gtk_editable_set_text (entry (form, "deadline"), "за 5 дней до заседания");
  choose_meeting (form, 0);
  confirm (form, "form.confirm"); /* which meeting is not said */
  g_assert_nonnull (find_toplevel (MER_TYPE_RECORD_FORM));
  choose_meeting (form, ((const MerRecord *) meetings->pdata[0])->id);
  confirm (form, "form.confirm");
  g_assert_null (find_toplevel (MER_TYPE_RECORD_FORM));
  after = records_of (self, &mer_record_work_item);
  id = ((const MerRecord *) after->pdata[after->len - 1])->id;
  g_assert_cmpuint (count_links (self, id), ==, 1);
  form = present (self, after->pdata[after->len - 1], NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (
                      ADW_COMBO_ROW (mer_record_form_get_link_row (form, "deadline"))),
                    ==, 2);
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_links (self, id), ==, 1);
  form = present (self, after->pdata[after->len - 1], NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (mer_record_form_get_link_row (form, "deadline")), 0);
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_links (self, id), ==, 0);
  g_assert_true (mer_document_undo (document_of (self), NULL));
  g_assert_cmpuint (count_links (self, id), ==, 1);
}

static void
test_more (Fixture      *self,
           gconstpointer data)
{
  guint before = count_of (self, &mer_record_publication);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordForm *form = NULL;

  record->who = g_strdup ("Сидорова");
  form = present (self, record, NULL);
  gtk_editable_set_text (entry (form, "title"), "Первая");
  confirm (form, "form.confirm-more");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before + 1);
  /* the next begins as this one did */
  g_assert_cmpstr (gtk_editable_get_text (entry (form, "title")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (entry (form, "who")), ==, "Сидорова");
  gtk_editable_set_text (entry (form, "title"), "Вторая");
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before + 2);
}

/* --- what a caller may want ------------------------------------------------------------------ */

typedef struct
{
  guint    n_saved;
  gboolean fresh;
  gboolean refuse;
  gboolean destroyed;
} Caller;

static gboolean
also_cb (MerDocument *document,
         gpointer     record,
         gpointer     user_data,
         GError     **error)
{
  if (!((Caller *) user_data)->refuse)
    return TRUE;
  g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID, "nothing of the sort");
  return FALSE;
}

static void
saved_cb (gconstpointer record,
          gboolean      fresh,
          gpointer      user_data)
{
  Caller *caller = user_data;

  g_assert_cmpint (((const MerRecord *) record)->id, !=, 0);
  caller->n_saved++;
  caller->fresh = fresh;
}

static void
destroyed_cb (gpointer user_data)
{
  ((Caller *) user_data)->destroyed = TRUE;
}

static void
test_options (Fixture      *self,
              gconstpointer data)
{
  static const char *const hidden[] = { "note", "organization", NULL };
  Caller                   caller = { .refuse = TRUE };
  guint                    before = count_of (self, &mer_record_publication);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordFormOptions options = {
    .hidden = hidden,
    .also = also_cb,
    .saved = saved_cb,
    .user_data = &caller,
    .destroy = destroyed_cb,
  };
  MerRecordForm *form = present (self, record, &options);

  g_assert_null (mer_record_form_get_row (form, "note"));
  g_assert_null (mer_record_form_get_row (form, "organization"));
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before);
  g_assert_nonnull (mer_fixture_find (GTK_WIDGET (form), GTK_TYPE_LABEL, "nothing of the sort"));
  caller.refuse = FALSE;
  confirm (form, "form.confirm");
  g_assert_cmpuint (count_of (self, &mer_record_publication), ==, before + 1);
  g_assert_cmpuint (caller.n_saved, ==, 1);
  g_assert_true (caller.fresh);
  g_assert_true (caller.destroyed);
}

static gboolean
offers_cb (const MerField *field,
           gconstpointer   target,
           gpointer        user_data)
{
  return g_strcmp0 (((const MerCouncilMember *) target)->name, "Второй") == 0;
}

static void
test_offers (Fixture      *self,
             gconstpointer data)
{
  static const char *const names[] = { "Первый", "Второй", "Третий" };
  g_autoptr (MerVote) vote = mer_record_new (&mer_record_vote, cycle_of (self));
  MerRecordFormOptions options = { .offers = offers_cb };
  MerRecordForm       *form = NULL;
  MerChooserRow       *row = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MerCouncilMember) member = mer_record_new (&mer_record_member, 0);

      member->name = g_strdup (names[i]);
      store (self, member);
    }
  form = present (self, vote, &options);
  row = MER_CHOOSER_ROW (mer_record_form_get_row (form, "member"));
  g_assert_cmpuint (mer_chooser_row_get_n (row), ==, 1);
  gtk_window_destroy (GTK_WINDOW (form));
  mer_fixture_settle ();
}

/* --- choosing -------------------------------------------------------------------------------- */

static void
test_chooser (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle_of (self));
  MerRecordForm *form = present (self, record, NULL);
  MerChooserRow *row = MER_CHOOSER_ROW (mer_record_form_get_row (form, "organization"));
  GtkWidget     *button = mer_fixture_find (GTK_WIDGET (row), GTK_TYPE_MENU_BUTTON, NULL);
  GtkWidget     *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget     *search = NULL;
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (MerRecordNames) names = mer_record_names_new (document_of (self), 0);
  const char *name = NULL;

  g_assert_cmpuint (mer_chooser_row_get_n (row), >, 30);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  mer_fixture_settle ();
  search = mer_fixture_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "«радуга»");
  g_signal_emit_by_name (search, "activate");
  mer_fixture_settle ();
  g_assert_cmpint (mer_chooser_row_get_selected (row), !=, 0);
  confirm (form, "form.confirm");
  stored = records_of (self, &mer_record_publication);
  name = mer_record_names_of_organization (
    names, ((MerPublication *) stored->pdata[stored->len - 1])->organization);
  g_assert_nonnull (strstr (name, "Радуга"));
}

/* --- in place -------------------------------------------------------------------------------- */

static MerRecordEditor *
edit_in_place (Fixture      *self,
               gconstpointer record)
{
  static const char *const keys[] = { "place", "hour", "day", NULL };
  GtkWidget               *editor = NULL;

  editor = mer_record_editor_new (self->session, &mer_record_meeting, keys, NULL);
  mer_record_editor_show (MER_RECORD_EDITOR (editor), record, TRUE);
  return g_object_ref_sink (MER_RECORD_EDITOR (editor));
}

static void
enter (MerRecordEditor *editor,
       const char      *key,
       const char      *text)
{
  GtkWidget *row = mer_record_editor_get_row (editor, key);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

/* The editor is shown the record anew some time after each change; what it has not heard of yet
 * stays in the document, and what is typed on stays in its row. */
static void
test_in_place (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = records_of (self, &mer_record_meeting);
  MerMeeting *meeting = meetings->pdata[0];
  g_autoptr (MerRecordEditor) editor = edit_in_place (self, meeting);
  GtkEditable *place = GTK_EDITABLE (mer_record_editor_get_row (editor, "place"));
  g_autoptr (MerMeeting) stored = NULL;

  g_free (meeting->note);
  meeting->note = g_strdup ("Note of another window");
  store (self, meeting);
  enter (editor, "hour", "15:30");
  enter (editor, "place", "Актовый зал");
  enter (editor, "day", "1.12.2024");
  gtk_editable_set_text (place, "Актовый зал, 2 этаж");
  stored = mer_store_record (document_of (self), &mer_record_meeting, meeting->record.id, NULL);
  g_assert_cmpstr (stored->note, ==, "Note of another window");
  g_assert_cmpstr (stored->hour, ==, "15:30");
  g_assert_cmpstr (stored->place, ==, "Актовый зал");
  g_assert_cmpstr (stored->day, ==, "2024-12-01");
  mer_record_editor_show (editor, stored, FALSE);
  g_assert_cmpstr (gtk_editable_get_text (place), ==, "Актовый зал, 2 этаж");
  /* and back to what was shown at first */
  enter (editor, "place", "");
  g_clear_pointer (&stored, mer_record_free);
  stored = mer_store_record (document_of (self), &mer_record_meeting, meeting->record.id, NULL);
  g_assert_null (stored->place);
}

static void
told_cb (MerSession *session,
         const char *text,
         gboolean    undoable,
         GString    *told)
{
  g_string_append (told, text);
}

/* A text that could not be stored is told when another record comes. */
static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = records_of (self, &mer_record_meeting);
  g_autoptr (MerRecordEditor) editor = edit_in_place (self, meetings->pdata[0]);
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (self->session, "performed", G_CALLBACK (told_cb), told);
  enter (editor, "day", "31.02.2025");
  g_assert_cmpstr (told->str, ==, ""); /* it stands below the row */
  mer_record_editor_show (editor, meetings->pdata[1], FALSE);
  g_assert_nonnull (strstr (told->str, "31.02.2025"));
  g_signal_handlers_disconnect_by_data (self->session, told);
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
#define ADD(path, test) g_test_add (path, Fixture, "demo", set_up, test, tear_down)
  ADD ("/record-form/every-kind", test_every_kind);
  ADD ("/record-form/add", test_add);
  ADD ("/record-form/period", test_period);
  ADD ("/record-form/past-note", test_past_note);
  ADD ("/record-form/links", test_links);
  ADD ("/record-form/more", test_more);
  ADD ("/record-form/options", test_options);
  ADD ("/record-form/offers", test_offers);
  ADD ("/record-form/chooser", test_chooser);
  ADD ("/record-editor/in-place", test_in_place);
  ADD ("/record-editor/refused", test_refused);
  return g_test_run ();
}
