/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a finding. */

#include "config.h"

#include <glib/gi18n.h>

#include "chart/mer-chart-text.h"
#include "store/mer-finding-store.h"
#include "ui/dialogs/mer-finding-dialog.h"
#include "ui/dialogs/mer-form.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"

struct _MerFindingDialog
{
  AdwWindow parent_instance;

  /* template children */
  AdwActionRow *organization;
  AdwComboRow  *criterion;
  GtkTextView  *text;
  GtkLabel     *problem;

  /* owned */
  MerSession *session;
  MerFinding *finding;
  GPtrArray  *codes; /* of char*: of the rows behind «—» */
};

G_DEFINE_FINAL_TYPE (MerFindingDialog, mer_finding_dialog, ADW_TYPE_WINDOW)

static char *
read_text (MerFindingDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
update (MerFindingDialog *self)
{
  g_autofree char *text = read_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", *text != '\0');
}

static gboolean
save_finding (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  return mer_store_save_finding (document, user_data, error);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerFindingDialog *self = MER_FINDING_DIALOG (widget);
  gboolean          is_finding = self->finding->kind == MER_FINDING_FINDING;
  guint             selected = adw_combo_row_get_selected (self->criterion);
  const char       *label = is_finding ? _("Adding a finding") : _("Adding a proposal");
  const char       *done = is_finding ? _("The finding was added") : _("The proposal was added");
  g_autoptr (GError) error = NULL;
  g_autofree char *described = NULL;

  g_free (self->finding->text);
  self->finding->text = read_text (self);
  g_free (self->finding->criterion);
  self->finding->criterion =
    selected > 0 && selected <= self->codes->len
      ? g_strdup (g_ptr_array_index (self->codes, selected - 1))
      : NULL;
  if (mer_session_try (self->session, label, done, save_finding, self->finding, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  described = mer_error_describe (error);
  mer_form_show_problem (self->problem, described);
}

/* --- the object ------------------------------------------------------------------------ */

static void
mer_finding_dialog_dispose (GObject *object)
{
  MerFindingDialog *self = MER_FINDING_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->finding, mer_finding_free);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_FINDING_DIALOG);
  G_OBJECT_CLASS (mer_finding_dialog_parent_class)->dispose (object);
}

static void
mer_finding_dialog_class_init (MerFindingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_finding_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-finding-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerFindingDialog, organization);
  gtk_widget_class_bind_template_child (widget_class, MerFindingDialog, criterion);
  gtk_widget_class_bind_template_child (widget_class, MerFindingDialog, text);
  gtk_widget_class_bind_template_child (widget_class, MerFindingDialog, problem);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_finding_dialog_init (MerFindingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mer_form_capture_keys (GTK_WIDGET (self));
  self->codes = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
}

static void
fill_criteria (MerFindingDialog *self)
{
  MerResults *results = mer_session_get_results (self->session);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (titles, C_("criterion", "none"));
  for (guint i = 0; results != NULL && i < results->methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (results->methodology->criteria, i);
      g_autofree char    *title = g_strdup_printf (
           "%s. %s", mer_chart_criterion_label (mer_language_of_locale (), criterion),
           criterion->title);

      gtk_string_list_append (titles, title);
      g_ptr_array_add (self->codes, g_strdup (criterion->code));
      if (g_strcmp0 (criterion->code, self->finding->criterion) == 0)
        selected = i + 1;
    }
  mer_form_set_choices (self->criterion, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->criterion, selected);
}

/**
 * mer_finding_dialog_present:
 * @parent: (nullable): the window that asks
 * @session: where the finding is stored
 * @finding: (transfer full): prefilled
 * @organization: whose it is, by name
 */
void
mer_finding_dialog_present (GtkWindow  *parent,
                            MerSession *session,
                            MerFinding *finding,
                            const char *organization)
{
  MerFindingDialog *self = g_object_new (MER_TYPE_FINDING_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->finding = finding;
  gtk_window_set_title (GTK_WINDOW (self), finding->kind == MER_FINDING_FINDING
                        ? _("New Finding")
                        : _("New Proposal"));
  adw_action_row_set_subtitle (self->organization, organization);
  fill_criteria (self);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text),
                            finding->text != NULL ? finding->text : "", -1);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
}
