/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question about a document that is to be issued, and the work behind it. */

#include "config.h"

#include "ui/print/mer-issue-dialog.h"

#include <glib/gi18n.h>

#include "app/mer-issue.h"
#include "core/mer-day.h"
#include "report/mer-report.h"
#include "store/mer-issued-store.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-field.h"
#include "ui/mer-document-work.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"

#define PULSE_MS 100
#define PULSES_UNSEEN 3 /* a short work shows nothing */

enum
{
  ROW_NUMBER,
  ROW_DAY,
  ROW_TITLE,
  N_ROWS,
};

static const char *const keys[N_ROWS] = { "number", "day", "title" };

struct _MerIssueDialog
{
  AdwWindow parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  GtkLabel            *problem;
  GtkWidget           *work;
  GtkProgressBar      *bar;
  GtkWidget           *stop_button;

  MerSession   *session;     /* owned */
  MerIssued    *issued;      /* owned: what the rows began with */
  GCancellable *cancellable; /* owned, nullable: of the worker */
  guint         pulse;       /* source of the bar; 0: none */
  guint         n_pulses;
  char         *proposed; /* owned: the number that nobody has chosen */

  MerRecordField *rows[N_ROWS]; /* borrowed from their rows */
  AdwComboRow    *format;       /* borrowed */
};

G_DEFINE_FINAL_TYPE (MerIssueDialog, mer_issue_dialog, ADW_TYPE_WINDOW)

/* --- the number follows the day -------------------------------------------------------------- */

static GtkEditable *
entry_of (MerIssueDialog *self,
          guint           row)
{
  return GTK_EDITABLE (mer_record_field_get_row (self->rows[row]));
}

/* Numbers run within a year. One that was typed stays. */
static void
day_changed_cb (MerIssueDialog *self)
{
  g_autofree char *typed = mer_form_text (entry_of (self, ROW_DAY));
  g_autofree char *number = mer_form_text (entry_of (self, ROW_NUMBER));
  g_autofree char *day = mer_day_parse (typed);

  if (day == NULL || g_strcmp0 (number, self->proposed) != 0)
    return;
  g_free (self->issued->day);
  self->issued->day = g_steal_pointer (&day);
  if (!mer_issue_renumber (mer_session_get_document (self->session), self->issued, NULL) ||
      g_strcmp0 (self->issued->number, self->proposed) == 0)
    return;
  g_free (self->proposed);
  self->proposed = g_strdup (self->issued->number);
  mer_record_field_show (self->rows[ROW_NUMBER], self->issued);
}

/* --- working --------------------------------------------------------------------------------- */

gboolean
mer_issue_dialog_is_working (MerIssueDialog *self)
{
  g_return_val_if_fail (MER_IS_ISSUE_DIALOG (self), FALSE);
  return self->cancellable != NULL;
}

static gboolean
pulse_cb (gpointer user_data)
{
  MerIssueDialog *self = user_data;

  gtk_progress_bar_pulse (self->bar);
  if (++self->n_pulses != PULSES_UNSEEN)
    return G_SOURCE_CONTINUE;
  gtk_widget_show (self->work);
  gtk_widget_grab_focus (self->stop_button);
  return G_SOURCE_CONTINUE;
}

static void
show_work (MerIssueDialog *self)
{
  gboolean working = mer_issue_dialog_is_working (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", !working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.stop", working);
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* an entry must not lose it by going grey */
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), !working);
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->n_pulses = 0;
  if (working)
    self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  else
    gtk_widget_hide (self->work);
}

static void
stop (MerIssueDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The form is there again, as it was. */
static void
give_back (MerIssueDialog *self)
{
  show_work (self);
  mer_record_field_grab_focus (self->rows[ROW_TITLE]);
}

static gpointer
print (MerDocument  *document,
       gpointer      data,
       GCancellable *cancellable,
       GError      **error)
{
  return mer_issue_print (document, data, cancellable, error);
}

typedef struct
{
  MerIssued *issued;
  GBytes    *content;
} Change;

static gboolean
keep (MerDocument *document,
      gpointer     user_data,
      GError     **error)
{
  const Change *change = user_data;

  return mer_store_issue (document, change->issued, change->content, error);
}

static gboolean
store (MerIssueDialog  *self,
       const MerIssued *issued,
       GBytes          *content,
       GError         **error)
{
  g_autoptr (MerIssued) record = mer_record_copy (issued);
  g_autofree char *done = g_strdup_printf (_("Issued: “%s”"), issued->title);
  Change           change = { record, content };

  return mer_session_try (self->session, _("Issuing a document"), done, keep, &change, error);
}

static void start (MerIssueDialog *self,
                   MerIssued      *issued);

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  MerIssueDialog  *self = MER_ISSUE_DIALOG (source);
  const MerIssued *issued = mer_document_work_get_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *sentence = NULL;

  /* It was stopped; perhaps another one has begun. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (content != NULL && mer_document_work_get_revision (G_TASK (result)) !=
                           mer_document_get_revision (mer_session_get_document (self->session)))
    {
      start (self, mer_record_copy (issued)); /* of what is there now */
      return;
    }
  if (content != NULL && store (self, issued, content, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  give_back (self);
  sentence = mer_error_describe (error);
  mer_form_show_problem (self->problem, sentence);
}

/* Takes the record. */
static void
start (MerIssueDialog *self,
       MerIssued      *issued)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, printed_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_return_on_cancel (task, TRUE);
  show_work (self);
  mer_document_work_run_with (task, mer_session_get_document (self->session), print, issued,
                              mer_record_free, (GDestroyNotify) g_bytes_unref);
}

/* --- the form -------------------------------------------------------------------------------- */

/* (transfer full) (nullable): NULL where something cannot be read, which its row says. */
static MerIssued *
read_form (MerIssueDialog *self)
{
  const MerRenderer *renderer = mer_renderers ()[adw_combo_row_get_selected (self->format)];
  g_autoptr (MerIssued) issued = mer_record_copy (self->issued);

  for (guint i = 0; i < N_ROWS; i++)
    if (!mer_record_field_read (self->rows[i], issued))
      {
        mer_record_field_grab_focus (self->rows[i]);
        return NULL;
      }
  g_free (issued->format);
  issued->format = g_strdup (renderer->extension);
  return g_steal_pointer (&issued);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerIssueDialog *self = MER_ISSUE_DIALOG (widget);
  MerIssued      *issued = NULL;

  mer_form_show_problem (self->problem, NULL);
  issued = read_form (self);
  if (issued != NULL)
    start (self, issued);
}

static void
stop_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MerIssueDialog *self = MER_ISSUE_DIALOG (widget);

  stop (self);
  give_back (self);
}

/* What closes the window stops the work first. */
static gboolean
mer_issue_dialog_close_request (GtkWindow *window)
{
  MerIssueDialog *self = MER_ISSUE_DIALOG (window);

  if (!mer_issue_dialog_is_working (self))
    return GTK_WINDOW_CLASS (mer_issue_dialog_parent_class)->close_request (window);
  stop (self);
  give_back (self);
  return TRUE;
}

static void
make_rows (MerIssueDialog *self)
{
  g_autoptr (MerRecordNames) names = mer_record_names_new (
    mer_session_get_document (self->session), self->issued->record.cycle_id);
  MerRecordFieldContext context = { .names = names };

  for (guint i = 0; i < N_ROWS; i++)
    {
      const MerField *field = mer_record_kind_field (&mer_record_issued, keys[i]);
      GtkWidget      *row = NULL;

      self->rows[i] = mer_record_field_new (&mer_record_issued, field, &context);
      mer_record_field_add_to (self->rows[i], self->group);
      mer_record_field_show (self->rows[i], self->issued);
      row = mer_record_field_get_row (self->rows[i]);
      if (!mer_issue_is_given (self->issued, keys[i]))
        continue;
      gtk_widget_set_sensitive (row, FALSE);
      gtk_widget_set_tooltip_text (row, _("As of the meeting: change it there"));
    }
}

static void
make_format (MerIssueDialog *self)
{
  const MerRenderer *const *renderers = mer_renderers ();
  GtkWidget                *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; renderers[i] != NULL; i++)
    gtk_string_list_append (words, _(renderers[i]->title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Format"));
  self->format = ADW_COMBO_ROW (row);
  mer_form_set_choices (self->format, G_LIST_MODEL (words));
  for (guint i = 0; renderers[i] != NULL; i++)
    if (g_str_equal (renderers[i]->extension, self->issued->format))
      adw_combo_row_set_selected (self->format, i);
  adw_preferences_group_add (self->group, row);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_issue_dialog_dispose (GObject *object)
{
  MerIssueDialog *self = MER_ISSUE_DIALOG (object);

  stop (self);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_ISSUE_DIALOG);
  G_OBJECT_CLASS (mer_issue_dialog_parent_class)->dispose (object);
}

static void
mer_issue_dialog_finalize (GObject *object)
{
  MerIssueDialog *self = MER_ISSUE_DIALOG (object);

  g_clear_pointer (&self->issued, mer_record_free);
  g_free (self->proposed);
  G_OBJECT_CLASS (mer_issue_dialog_parent_class)->finalize (object);
}

static void
mer_issue_dialog_class_init (MerIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_issue_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_issue_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = mer_issue_dialog_close_request;
  g_type_ensure (ADW_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-issue-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerIssueDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MerIssueDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, MerIssueDialog, work);
  gtk_widget_class_bind_template_child (widget_class, MerIssueDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, MerIssueDialog, stop_button);
  mer_form_class_install (widget_class, confirm_cb);
  gtk_widget_class_install_action (widget_class, "form.stop", NULL, stop_cb);
}

static void
mer_issue_dialog_init (MerIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MerIssueDialog *
mer_issue_dialog_present (GtkWindow       *parent,
                          MerSession      *session,
                          const MerIssued *issued)
{
  MerIssueDialog *self = NULL;

  g_return_val_if_fail (MER_IS_SESSION (session) && issued != NULL, NULL);
  self = g_object_new (MER_TYPE_ISSUE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->issued = mer_record_copy (issued);
  self->proposed = g_strdup (issued->number);
  make_rows (self);
  make_format (self);
  show_work (self);
  if (!mer_issue_is_given (issued, "day"))
    g_signal_connect_object (entry_of (self, ROW_DAY), "changed", G_CALLBACK (day_changed_cb), self,
                             G_CONNECT_SWAPPED);
  mer_record_field_grab_focus (
    self->rows[mer_issue_is_given (issued, "number") ? ROW_TITLE : ROW_NUMBER]);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
