/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of an objection. Scores before and after are calculated from the document when it is
 * saved, and only shown here. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-objections.h"
#include "import/mer-timestamp.h"
#include "report/mer-objection-words.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-objection-dialog.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"

/* A new one has no decision yet. */
#define FORM_WIDTH 600
#define NEW_HEIGHT 500
#define DECISION_HEIGHT 640

struct _MerObjectionDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton     *confirm;
  GtkDropDown   *organization;
  GtkDropDown   *subject;
  GtkWidget     *item_row;
  GtkDropDown   *item;
  GtkEditable   *received;
  GtkTextView   *ground;
  GtkTextBuffer *buffer;
  GtkWidget     *decision_group;
  GtkDropDown   *state;
  GtkWidget     *mark_row;
  GtkDropDown   *mark;
  GtkEditable   *decision;
  GtkEditable   *decided;
  AdwActionRow  *scores;
  GtkLabel      *problem;

  /* owned */
  MerSession   *session;
  MerResults   *results;
  MerObjection *objection;     /* as it was; a new one has id 0 */
  GPtrArray    *organizations; /* of MerOrganization, in the order of the drop-down */
  GPtrArray    *codes;         /* of char*: of the rows of `subject` */
  MerMarkTable *marks;         /* nullable */
  GPtrArray    *items;         /* borrowed from `marks`: of the rows of `item` but the first */
};

G_DEFINE_FINAL_TYPE (MerObjectionDialog, mer_objection_dialog, ADW_TYPE_WINDOW)

/* Of the rows of `mark` but the first, which leaves it as it is. */
static const int mark_states[] = { MER_MARK_PRESENT, MER_MARK_HALF, MER_MARK_ABSENT,
                                   MER_MARK_NOT_REQUIRED };

static char *
ground_text (MerObjectionDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/* FALSE when what is typed is no day; an empty field is none, which is well. */
static gboolean
read_day (GtkEditable *row,
          char       **iso)
{
  g_autofree char *typed = mer_form_text (row);
  g_autoptr (GDateTime) day = NULL;
  gboolean has_time_of_day = FALSE;
  gint64   time = 0;

  *iso = NULL;
  if (*typed == '\0')
    return TRUE;
  /* a bare number is a day's serial number in spreadsheets, and nobody types that */
  if (strspn (typed, "0123456789") == strlen (typed) ||
      !mer_timestamp_parse (typed, strlen (typed), &time, &has_time_of_day))
    return FALSE;
  day = g_date_time_new_from_unix_utc (time);
  *iso = g_date_time_format (day, "%Y-%m-%d");
  return TRUE;
}

static const char *
chosen_code (MerObjectionDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->subject);

  return selected < self->codes->len ? g_ptr_array_index (self->codes, selected) : "S";
}

static const MerCycleItem *
chosen_item (MerObjectionDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->item);

  return selected > 0 && selected <= self->items->len
           ? g_ptr_array_index (self->items, selected - 1)
           : NULL;
}

static MerObjectionState
chosen_state (MerObjectionDialog *self)
{
  return (MerObjectionState) MIN (gtk_drop_down_get_selected (self->state),
                                  MER_OBJECTION_REJECTED);
}

static void
update (MerObjectionDialog *self)
{
  g_autofree char  *ground = ground_text (self);
  g_autofree char  *received = NULL;
  g_autofree char  *decided = NULL;
  MerObjectionState state = chosen_state (self);
  gboolean          dated = FALSE;
  gboolean          may_mark = FALSE;

  if (self->organizations == NULL)
    return; /* not filled yet */
  dated = read_day (self->received, &received) && read_day (self->decided, &decided);
  may_mark = chosen_item (self) != NULL &&
             (state == MER_OBJECTION_ACCEPTED || state == MER_OBJECTION_PARTLY);
  gtk_widget_set_visible (self->item_row, self->items->len > 0);
  gtk_widget_set_visible (self->mark_row, may_mark);
  mer_form_show_problem (self->problem,
                         dated ? NULL : _("This is no day. Write it as 14.10.2024."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm",
                                 dated && *ground != '\0' &&
                                   mer_form_chosen (self->organization, self->organizations) !=
                                     NULL);
}

/* --- what a score is counted from ---------------------------------------------------------- */

static gboolean
takes_place (const MerMethodology *methodology,
             const MerIndicator   *indicator,
             const char           *place)
{
  int index = mer_methodology_find_place (methodology, place);

  for (guint i = 0; index >= 0 && i < indicator->inputs->len; i++)
    if (g_array_index (indicator->inputs, MerMeasureInput, i).place == index)
      return TRUE;
  return FALSE;
}

/* Items of the places that the chosen indicator counts. */
static void
fill_items (MerObjectionDialog *self,
            gint64              selected_id)
{
  const MerMethodology *methodology = self->results->methodology;
  const MerIndicator   *indicator =
    mer_methodology_find_indicator (methodology, chosen_code (self));
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->items, 0);
  gtk_string_list_append (titles, C_("mark", "none"));
  for (guint i = 0; indicator != NULL && self->marks != NULL && i < self->marks->items->len; i++)
    {
      MerCycleItem *item = g_ptr_array_index (self->marks->items, i);

      if (!takes_place (methodology, indicator, item->place))
        continue;
      g_ptr_array_add (self->items, item);
      gtk_string_list_append (titles, item->text);
      if (item->id != 0 && item->id == selected_id)
        selected = self->items->len;
    }
  gtk_drop_down_set_model (self->item, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->item, selected);
}

static void
subject_changed_cb (MerObjectionDialog *self)
{
  if (self->organizations == NULL)
    return;
  fill_items (self, 0);
  update (self);
}

static void
add_subject (MerObjectionDialog *self,
             GtkStringList      *titles,
             const char         *code,
             guint              *selected)
{
  g_autoptr (MerObjection) like = mer_objection_new (code, "");
  g_autofree char *title =
    mer_objection_subject_text (like, self->results->methodology, NULL, mer_language_of_locale ());

  if (g_strcmp0 (code, self->objection->subject) == 0)
    *selected = self->codes->len;
  gtk_string_list_append (titles, title);
  g_ptr_array_add (self->codes, g_strdup (code));
}

static void
fill_subjects (MerObjectionDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  add_subject (self, titles, "S", &selected);
  for (guint i = 0; i < self->results->methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->results->methodology->criteria, i);

      add_subject (self, titles, criterion->code, &selected);
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = g_ptr_array_index (criterion->indicators, j);

          add_subject (self, titles, indicator->code, &selected);
        }
    }
  gtk_drop_down_set_model (self->subject, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->subject, selected);
}

/* --- saving -------------------------------------------------------------------------------- */

typedef struct
{
  MerObjection        *objection; /* as the form has it */
  const MerCycleItem  *item;      /* nullable */
  MerObjectionDecision decision;
  gboolean             is_decided; /* whether the decision differs from the stored one */
} Change;

/* Borrows the item of a table that may have no row of it yet. */
static gboolean
settle_item (MerDocument  *document,
             const Change *change,
             GError      **error)
{
  change->objection->item_id = 0;
  if (change->item == NULL)
    return TRUE;
  change->objection->item_id =
    mer_store_mark_item_id (document, change->objection->cycle_id, change->item, error);
  return change->objection->item_id != 0;
}

static gboolean
save (MerDocument *document,
      gpointer     user_data,
      GError     **error)
{
  Change  *change = user_data;
  gboolean fresh = change->objection->id == 0;

  if (!settle_item (document, change, error))
    return FALSE;
  if (fresh ? !mer_objection_enter (document, change->objection, error)
            : !mer_store_save_objection (document, change->objection, error))
    return FALSE;
  change->decision.objection_id = change->objection->id;
  return !change->is_decided || mer_objection_decide (document, &change->decision, error);
}

static void
set_text (char **field,
          char  *value)
{
  g_free (*field);
  *field = value;
}

/* The objection as the form has it, without the decision. */
static MerObjection *
read_form (MerObjectionDialog *self)
{
  MerObjection          *objection = mer_objection_copy (self->objection);
  const MerOrganization *organization = mer_form_chosen (self->organization, self->organizations);

  if (organization != NULL)
    objection->organization_id = organization->id;
  set_text (&objection->subject, g_strdup (chosen_code (self)));
  set_text (&objection->ground, ground_text (self));
  g_clear_pointer (&objection->received, g_free);
  read_day (self->received, &objection->received);
  return objection;
}

static void
read_decision (MerObjectionDialog *self,
               Change             *change,
               const char         *words,
               const char         *day)
{
  guint mark = gtk_drop_down_get_selected (self->mark);

  change->decision.state = chosen_state (self);
  change->decision.decision = *words != '\0' ? words : NULL;
  change->decision.day = day;
  change->decision.set_mark = gtk_widget_get_visible (self->mark_row) && mark > 0 &&
                              mark <= G_N_ELEMENTS (mark_states);
  if (change->decision.set_mark)
    change->decision.mark = mark_states[mark - 1];
  change->is_decided = change->decision.set_mark ||
                       change->decision.state != self->objection->state ||
                       g_strcmp0 (change->decision.decision, self->objection->decision) != 0 ||
                       g_strcmp0 (day, self->objection->decided) != 0;
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerObjectionDialog *self = MER_OBJECTION_DIALOG (widget);
  gboolean            fresh = self->objection->id == 0;
  g_autoptr (MerObjection) objection = read_form (self);
  g_autofree char *words = mer_form_text (self->decision);
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  Change           change = { .objection = objection, .item = chosen_item (self) };
  const char      *label = fresh ? _("Adding an objection") : _("Change of an objection");
  const char      *done = fresh ? _("The objection was added") : _("The objection was changed");

  read_day (self->decided, &day);
  read_decision (self, &change, words, day);
  if (change.is_decided)
    done = _("The objection was decided");
  if (mer_session_try (self->session, label, done, save, &change, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = mer_error_describe (error);
  mer_form_show_problem (self->problem, sentence);
}

/* --- filling ------------------------------------------------------------------------------- */

static void
fill_states (MerObjectionDialog *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) marks = gtk_string_list_new (NULL);

  for (guint i = 0; i < MER_N_OBJECTION_STATES; i++)
    gtk_string_list_append (
      states, mer_objection_state_words (mer_language_of_locale (), (MerObjectionState) i));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gtk_drop_down_set_selected (self->state, self->objection->state);
  gtk_string_list_append (marks, C_("mark", "as it is"));
  gtk_string_list_append (marks, C_("mark", "present"));
  gtk_string_list_append (marks, C_("mark", "in part"));
  gtk_string_list_append (marks, C_("mark", "absent"));
  gtk_string_list_append (marks, C_("mark", "not required"));
  gtk_drop_down_set_model (self->mark, G_LIST_MODEL (marks));
}

static void
show_scores (MerObjectionDialog *self)
{
  MerLanguage      language = mer_language_of_locale ();
  const char      *code = self->objection->subject;
  g_autofree char *before =
    mer_objection_score_text (self->objection->before, self->results->scores, language);
  g_autofree char *after =
    mer_objection_score_text (self->objection->after, self->results->scores, language);
  g_autofree char *text = NULL;

  if (self->objection->state == MER_OBJECTION_OPEN)
    /* Translators: a score when an objection was received. */
    text = g_strdup_printf (_("%s when the objection was received"), before);
  else
    /* Translators: a score before and after the decision. */
    text = g_strdup_printf (_("%s before, %s after the decision"), before, after);
  adw_action_row_set_subtitle (self->scores, text);
  gtk_widget_set_visible (GTK_WIDGET (self->scores), code != NULL);
}

static void
fill (MerObjectionDialog *self)
{
  MerDocument     *document = mer_session_get_document (self->session);
  g_autofree char *received = mer_objection_day_text (self->objection->received);
  g_autofree char *decided = mer_objection_day_text (self->objection->decided);
  const char      *decision = self->objection->decision;

  self->marks = mer_store_mark_table (document, self->results->cycle->id, NULL);
  fill_subjects (self);
  fill_items (self, self->objection->item_id);
  fill_states (self);
  gtk_editable_set_text (self->received, received);
  gtk_editable_set_text (self->decided, decided);
  gtk_editable_set_text (self->decision, decision != NULL ? decision : "");
  gtk_text_buffer_set_text (self->buffer, self->objection->ground, -1);
  self->organizations = mer_form_fill_organizations (self->organization, document,
                                                     self->objection->organization_id);
  gtk_widget_set_visible (self->decision_group, self->objection->id != 0);
  if (self->objection->id == 0)
    return;
  gtk_button_set_label (self->confirm, _("_Apply"));
  show_scores (self);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_objection_dialog_dispose (GObject *object)
{
  MerObjectionDialog *self = MER_OBJECTION_DIALOG (object);

  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->results, mer_results_unref);
  g_clear_pointer (&self->objection, mer_objection_free);
  g_clear_pointer (&self->marks, mer_mark_table_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_OBJECTION_DIALOG);
  G_OBJECT_CLASS (mer_objection_dialog_parent_class)->dispose (object);
}

static void
mer_objection_dialog_finalize (GObject *object)
{
  MerObjectionDialog *self = MER_OBJECTION_DIALOG (object);

  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_objection_dialog_parent_class)->finalize (object);
}

static void
mer_objection_dialog_class_init (MerObjectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_objection_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_objection_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-objection-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, organization);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, item_row);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, item);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, received);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, ground);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, decision_group);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, state);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, mark);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, decided);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, scores);
  gtk_widget_class_bind_template_child (widget_class, MerObjectionDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, subject_changed_cb);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_objection_dialog_init (MerObjectionDialog *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mer_form_capture_keys (GTK_WIDGET (self));
  mer_form_elide (self->organization);
  mer_form_elide (self->subject);
  mer_form_elide (self->item);
  mer_form_elide (self->state);
  mer_form_elide (self->mark);
}

/**
 * mer_objection_dialog_present:
 * @parent: the window that asks
 * @session: whose results it is about
 * @objection: (transfer full): a stored one, or a new one with whatever is known of it
 */
void
mer_objection_dialog_present (GtkWindow    *parent,
                              MerSession   *session,
                              MerObjection *objection)
{
  MerObjectionDialog *self = NULL;

  g_return_if_fail (mer_session_get_results (session) != NULL);
  self = g_object_new (MER_TYPE_OBJECTION_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->results = mer_results_ref (mer_session_get_results (session));
  self->objection = objection;
  mer_text_scale_window (GTK_WINDOW (self), FORM_WIDTH,
                         objection->id == 0 ? NEW_HEIGHT : DECISION_HEIGHT);
  fill (self);
  update (self);
  gtk_widget_grab_focus (objection->organization_id == 0 ? GTK_WIDGET (self->organization)
                         : objection->id == 0            ? GTK_WIDGET (self->ground)
                                                         : GTK_WIDGET (self->state));
  gtk_window_present (GTK_WINDOW (self));
}
