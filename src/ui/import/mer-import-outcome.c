/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress and outcome of a run. A trial and an import show the same figures in the same
 * places, so that what was announced can be compared with what was done. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/import/mer-import-outcome.h"
#include "ui/import/mer-import-plan.h"
#include "ui/import/mer-import-progress.h"
#include "ui/import/mer-import-reasons.h"
#include "ui/import/mer-save-rows.h"
#include "ui/widgets/mer-children.h"

struct _MerImportOutcome
{
  GtkBox parent_instance;

  /* template children */
  GtkStack          *stack;
  MerImportProgress *progress;
  AdwStatusPage     *failure;
  GtkLabel          *headline;
  GtkBox            *figures;
  GtkWidget         *buttons;
  GtkWidget         *undo;
  GtkWidget         *save;
  GtkWidget         *data;
  GtkWidget         *switcher;
  GtkStack          *details;
  MerImportReasons  *reasons;
  MerImportPlan     *plan;
  GtkLabel          *no_problems;
  GtkListView       *changes;

  MerImportState        *state;  /* owned, nullable */
  const MerImportResult *result; /* borrowed, only compared: the one that is shown */
  gboolean               trial;
};

G_DEFINE_FINAL_TYPE (MerImportOutcome, mer_import_outcome, GTK_TYPE_BOX)

enum
{
  SIGNAL_REMEDY,
  SIGNAL_DATA_WANTED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- progress -------------------------------------------------------------- */

static void
show_progress (MerImportOutcome *self)
{
  const MerImportScan *scan = mer_import_state_get_scan (self->state);
  g_autofree char     *name = mer_import_state_get_file_name (self->state);
  g_autofree char     *title =
    g_strdup_printf (self->trial ? _("Checking “%s”") : _("Importing “%s”"), name);

  mer_import_progress_set_texts (self->progress, title,
                                 self->trial
                                 ? _("Nothing is written while it is being checked.")
                                 : _("When it is stopped, nothing of the file stays in the "
                                     "document."));
  mer_import_progress_set_rows (self->progress, scan != NULL ? scan->n_rows : 0);
  mer_import_progress_follow (self->progress, mer_import_state_get_progress (self->state));
  gtk_stack_set_visible_child_name (self->stack, "progress");
}

/* --- result ---------------------------------------------------------------- */

static void
add_figure (MerImportOutcome *self,
            const char       *title,
            guint64           value,
            gboolean          warn)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = mer_format_count (mer_language_of_locale (), (gint64) value);
  GtkWidget       *number = gtk_label_new (text);
  GtkWidget       *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (number, "bigno");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "mer-secondary");
  if (warn && value > 0)
    gtk_widget_add_css_class (number, "mer-warning");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->figures, box);
}

static void
show_figures (MerImportOutcome      *self,
              const MerImportResult *result)
{
  mer_box_clear (self->figures);
  add_figure (self, _("Accepted"), result->accepted, FALSE);
  add_figure (self, _("Rejected"), result->rejected, TRUE);
  add_figure (self, _("Duplicates"), result->duplicates, FALSE);
  add_figure (self, _("Contradictory"), result->contradictions, FALSE);
  if (result->created > 0)
    add_figure (self, _("Organizations created"), result->created, FALSE);
  if (result->changed > 0)
    add_figure (self, _("Organizations changed"), result->changed, FALSE);
}

static char *
headline_text (MerImportOutcome      *self,
               const MerImportResult *result)
{
  g_autofree char *count =
    mer_format_count (mer_language_of_locale (), (gint64) result->accepted);

  if (result->obstacle != NULL)
    return g_strdup (result->obstacle->message);
  if (self->trial)
    return g_strdup_printf (ngettext ("%s row will be imported", "%s rows will be imported",
                                      result->accepted),
                            count);
  if (!mer_import_state_is_imported (self->state))
    return g_strdup (_("The import was undone"));
  return g_strdup_printf (ngettext ("%s row was imported", "%s rows were imported",
                                    result->accepted),
                          count);
}

static void
change_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 16);
  gtk_widget_set_margin_end (label, 16);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_item_set_child (item, label);
}

static void
change_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget  *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/* What an import of organizations does to the registry, a sentence a line. */
static void
show_changes (MerImportOutcome      *self,
              const MerImportResult *result)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  guint n = result->changes != NULL ? result->changes->len : 0;

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (lines, mer_import_change_text (g_ptr_array_index (result->changes, i)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (lines)));
  gtk_list_view_set_model (self->changes, GTK_SELECTION_MODEL (selection));
}

static void
show_page (MerImportOutcome *self,
           const char       *name,
           gboolean          shown)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->details, name);

  gtk_stack_page_set_visible (gtk_stack_get_page (self->details, child), shown);
}

/* Problems are always a page, plan and fact or changes where there are any. */
static void
show_details (MerImportOutcome      *self,
              const MerImportResult *result)
{
  gboolean imported = !self->trial && mer_import_state_is_imported (self->state);
  gboolean plan = result->accepted_of->len > 0;
  gboolean changes = result->changes != NULL && result->changes->len > 0;

  mer_import_reasons_show (self->reasons, self->state, self->trial);
  mer_import_plan_show (self->plan, self->state, result, imported);
  show_changes (self, result);
  show_page (self, "plan", plan);
  show_page (self, "changes", changes);
  gtk_widget_set_visible (self->switcher, plan || changes);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), result->problems->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_problems), result->problems->len == 0);
  gtk_stack_set_visible_child_name (self->details, result->problems->len > 0 ? "problems"
                                                   : plan                    ? "plan"
                                                   : changes                 ? "changes"
                                                                             : "problems");
}

static void
update_buttons (MerImportOutcome      *self,
                const MerImportResult *result)
{
  gboolean imported = mer_import_state_is_imported (self->state);
  gboolean idle = !mer_import_state_is_saving (self->state);

  gtk_widget_set_visible (self->undo, !self->trial && imported);
  gtk_widget_set_visible (self->data, !self->trial && imported);
  gtk_widget_set_visible (self->save, result->rejected > 0);
  gtk_widget_set_visible (self->buttons, result->rejected > 0 || (!self->trial && imported));
  gtk_widget_set_sensitive (self->undo, idle);
  gtk_widget_set_sensitive (self->save, idle);
}

static void
show_result (MerImportOutcome      *self,
             const MerImportResult *result)
{
  g_autofree char *headline = headline_text (self, result);

  gtk_label_set_text (self->headline, headline);
  update_buttons (self, result);
  gtk_stack_set_visible_child_name (self->stack, "result");
  if (result == self->result)
    return;
  self->result = result;
  show_figures (self, result);
  show_details (self, result);
}

static void
show_failure (MerImportOutcome *self,
              const GError     *error)
{
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  adw_status_page_set_title (self->failure,
                             stopped ? _("Stopped")
                                     : self->trial
                             ? _("The table cannot be imported")
                             : _("The table was not imported"));
  adw_status_page_set_description (self->failure,
                                   stopped ? _("The document was not changed.") : error->message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
state_changed_cb (MerImportOutcome *self)
{
  const MerImportResult *result = NULL;
  const GError          *error = NULL;

  if (self->state == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  result = mer_import_state_get_result (self->state);
  error = mer_import_state_get_run_error (self->state);
  if (mer_import_state_is_running (self->state))
    {
      self->result = NULL;
      show_progress (self);
    }
  else if (result != NULL)
    show_result (self, result);
  else if (error != NULL)
    show_failure (self, error);
}

/* --- callbacks ------------------------------------------------------------- */

static void
stop_cb (MerImportOutcome *self)
{
  mer_import_state_cancel (self->state);
}

static void
undo_cb (MerImportOutcome *self)
{
  mer_import_state_undo (self->state);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  MerImportOutcome *self = user_data;

  if (self->state != NULL)
    mer_import_state_save_rejected (self->state, path);
}

static void
save_cb (MerImportOutcome *self)
{
  g_autofree char *name = mer_import_state_get_file_name (self->state);

  mer_save_rows_choose (GTK_WIDGET (self), name, path_chosen_cb, self);
}

static void
remedy_cb (MerImportOutcome *self,
           guint             remedy,
           int               column)
{
  g_signal_emit (self, signals[SIGNAL_REMEDY], 0, remedy, column);
}

static void
data_cb (MerImportOutcome *self)
{
  g_signal_emit (self, signals[SIGNAL_DATA_WANTED], 0);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_outcome_dispose (GObject *object)
{
  MerImportOutcome *self = MER_IMPORT_OUTCOME (object);

  if (self->state != NULL)
    mer_import_outcome_set_state (self, NULL, self->trial);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_OUTCOME);
  G_OBJECT_CLASS (mer_import_outcome_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, progress);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, failure);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, headline);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, figures);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, buttons);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, undo);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, save);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, data);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, switcher);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, details);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, reasons);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, plan);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, no_problems);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, changes);
  gtk_widget_class_bind_template_callback (widget_class, change_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, data_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
}

static void
mer_import_outcome_class_init (MerImportOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_outcome_dispose;
  signals[SIGNAL_REMEDY] =
    g_signal_new ("remedy", MER_TYPE_IMPORT_OUTCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[SIGNAL_DATA_WANTED] =
    g_signal_new ("data-wanted", MER_TYPE_IMPORT_OUTCOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  g_type_ensure (MER_TYPE_IMPORT_PROGRESS);
  g_type_ensure (MER_TYPE_IMPORT_REASONS);
  g_type_ensure (MER_TYPE_IMPORT_PLAN);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-outcome.ui");
  bind_children (widget_class);
}

static void
mer_import_outcome_init (MerImportOutcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (state_changed_cb), NULL);
}

void
mer_import_outcome_set_state (MerImportOutcome *self,
                              MerImportState   *state,
                              gboolean          trial)
{
  g_return_if_fail (MER_IS_IMPORT_OUTCOME (self));
  self->trial = trial;
  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  mer_import_progress_follow (self->progress, NULL);
  mer_import_reasons_clear (self->reasons);
  self->result = NULL;
  g_set_object (&self->state, state);
  if (state != NULL)
    g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
}
