/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The approval of a cycle's results, given or taken back. What is said is said of the results that
 * the document has now: until they are computed nothing can be confirmed. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-approval.h"
#include "app/mer-decisions-about.h"
#include "ui/mer-ui.h"
#include "ui/dialogs/mer-approval-dialog.h"
#include "ui/dialogs/mer-form.h"
#include "ui/mer-error-presenter.h"

struct _MerApprovalDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton   *confirm_button;
  GtkLabel    *introduction;
  GtkLabel    *warnings;
  GtkLabel    *problem;
  AdwEntryRow *text_row;

  /* owned */
  MerSession *session;
  char       *proposed; /* nullable: the decision that was filled in */
  MerResults *results;  /* nullable: of the document's present state; NULL while it is awaited */
};

G_DEFINE_FINAL_TYPE (MerApprovalDialog, mer_approval_dialog, ADW_TYPE_WINDOW)

static gboolean
is_approved (MerApprovalDialog *self)
{
  return self->results != NULL && self->results->cycle->approved;
}

/* A decision may follow later on; a reason may not be missing. */
static void
update (MerApprovalDialog *self)
{
  g_autofree char *text = mer_form_text (GTK_EDITABLE (self->text_row));
  gboolean         ready = self->results != NULL && (!is_approved (self) || *text != '\0');

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", ready);
}

typedef struct
{
  gint64      cycle_id;
  const char *text;
} Change;

static gboolean
approve (MerDocument *document,
         gpointer     user_data,
         GError     **error)
{
  const Change *change = user_data;

  return mer_approve_results (document, change->cycle_id, change->text, error);
}

static gboolean
reopen (MerDocument *document,
        gpointer     user_data,
        GError     **error)
{
  const Change *change = user_data;

  return mer_reopen_results (document, change->cycle_id, change->text, error);
}

static gboolean
change_approval (MerApprovalDialog *self,
                 const char        *text,
                 GError           **error)
{
  const MerCycle  *cycle = self->results->cycle;
  Change           change = { cycle->id, text };
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;

  if (is_approved (self))
    {
      label = g_strdup_printf (_("Results of “%s” reopened: %s"), cycle->title, text);
      done = g_strdup_printf (_("Results of “%s” were reopened"), cycle->title);
      return mer_session_try (self->session, label, done, reopen, &change, error);
    }
  label = g_strdup_printf (_("Approval of the results of “%s”"), cycle->title);
  done = g_strdup_printf (_("Results of “%s” were approved"), cycle->title);
  return mer_session_try (self->session, label, done, approve, &change, error);
}

static void show_results (MerApprovalDialog *self);

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerApprovalDialog *self = MER_APPROVAL_DIALOG (widget);
  g_autofree char   *text = mer_form_text (GTK_EDITABLE (self->text_row));
  g_autofree char   *problem = NULL;
  g_autoptr (GError) error = NULL;

  if (self->results == NULL || !mer_session_is_current (self->session))
    {
      show_results (self); /* what was said of the older ones does not hold */
      return;
    }
  if (change_approval (self, text, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  problem = mer_error_describe (error);
  mer_form_show_problem (self->problem, problem);
}

static void
mer_approval_dialog_dispose (GObject *object)
{
  MerApprovalDialog *self = MER_APPROVAL_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->proposed, g_free);
  g_clear_pointer (&self->results, mer_results_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_APPROVAL_DIALOG);
  G_OBJECT_CLASS (mer_approval_dialog_parent_class)->dispose (object);
}

static void
mer_approval_dialog_class_init (MerApprovalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_approval_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-approval-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerApprovalDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, MerApprovalDialog, introduction);
  gtk_widget_class_bind_template_child (widget_class, MerApprovalDialog, warnings);
  gtk_widget_class_bind_template_child (widget_class, MerApprovalDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, MerApprovalDialog, text_row);
  gtk_widget_class_bind_template_callback (widget_class, update);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_approval_dialog_init (MerApprovalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_warnings (MerApprovalDialog *self)
{
  g_autoptr (GPtrArray) warnings = mer_approval_warnings (
    mer_session_get_document (self->session), self->results);
  g_autofree char *text = NULL;

  g_ptr_array_add (warnings, NULL);
  text = g_strjoinv ("\n", (char **) warnings->pdata);
  mer_form_show_problem (self->warnings, *text != '\0' ? text : NULL);
}

/* What the council decided on the results is in its minutes; whoever approves need not copy it. */
static void
propose_decision (MerApprovalDialog *self,
                  gint64             cycle_id)
{
  g_autofree char *typed = mer_form_text (GTK_EDITABLE (self->text_row));
  g_autoptr (GPtrArray) decisions = mer_decisions_on (
    mer_session_get_document (self->session), cycle_id, MER_ABOUT_RESULTS, NULL);

  if (*typed != '\0' || decisions == NULL || decisions->len == 0)
    return;
  self->proposed = g_strdup (((const MerDecisionMention *) decisions->pdata[0])->words);
  gtk_editable_set_text (GTK_EDITABLE (self->text_row), self->proposed);
}

/* It was of results that are not shown any longer. */
static void
withdraw_proposal (MerApprovalDialog *self)
{
  g_autofree char *typed = mer_form_text (GTK_EDITABLE (self->text_row));

  if (self->proposed != NULL && g_str_equal (typed, self->proposed))
    gtk_editable_set_text (GTK_EDITABLE (self->text_row), "");
  g_clear_pointer (&self->proposed, g_free);
}

static void
show_approving (MerApprovalDialog *self,
                const MerResults  *results)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("The rules, data and scores of “%s” will be frozen. Approved results "
                            "can be reopened, for a reason that stays in the journal."),
                             results->cycle->title);
  gtk_window_set_title (GTK_WINDOW (self), _("Approve Results"));
  gtk_button_set_label (self->confirm_button, _("_Approve"));
  gtk_label_set_label (self->introduction, text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row),
                                 _("_Decision of the council: minutes, number, day"));
  propose_decision (self, results->cycle->id);
  show_warnings (self);
}

static void
show_reopening (MerApprovalDialog *self,
                const MerResults  *results)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("The results of “%s” are approved. Once they are reopened, rules and "
                            "data can be changed and scores may change with them; the results "
                            "are to be approved again."),
                             results->cycle->title);
  gtk_window_set_title (GTK_WINDOW (self), _("Reopen Results"));
  gtk_button_set_label (self->confirm_button, _("_Reopen"));
  gtk_label_set_label (self->introduction, text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row),
                                 _("_Reason for reopening"));
}

static void
show_waiting (MerApprovalDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Approve Results"));
  gtk_button_set_label (self->confirm_button, _("_Approve"));
  gtk_label_set_label (self->introduction, _("The scores are being computed…"));
  mer_form_show_problem (self->warnings, NULL);
}

static void
show_results (MerApprovalDialog *self)
{
  gboolean    current = mer_session_is_current (self->session);
  MerResults *results = current ? mer_session_get_results (self->session) : NULL;

  g_clear_pointer (&self->results, mer_results_unref);
  self->results = results != NULL ? mer_results_ref (results) : NULL;
  withdraw_proposal (self);
  if (results == NULL)
    show_waiting (self);
  else if (is_approved (self))
    show_reopening (self, results);
  else
    show_approving (self, results);
  update (self);
}

static void
session_cb (MerApprovalDialog *self)
{
  if (self->session != NULL)
    show_results (self);
}

/**
 * mer_approval_dialog_present:
 * @parent: the window that asks
 * @session: whose cycle is approved, or reopened
 */
void
mer_approval_dialog_present (GtkWindow  *parent,
                             MerSession *session)
{
  MerApprovalDialog *self = NULL;

  if (mer_session_get_results (session) == NULL)
    return;
  self = g_object_new (MER_TYPE_APPROVAL_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (session_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "records-read", G_CALLBACK (session_cb), self,
                           G_CONNECT_SWAPPED);
  show_waiting (self);
  update (self);
  show_results (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_row));
  gtk_window_present (GTK_WINDOW (self));
}
