/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import flow as a whole: which step is shown, whether one may go on, and what the foot
 * says is missing. The steps themselves know nothing of each other; all they share is the
 * state. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-file-page.h"
#include "ui/import/mer-import-outcome.h"
#include "ui/import/mer-import-view.h"
#include "ui/widgets/mer-children.h"

struct _MerImportView
{
  GtkBox parent_instance;

  /* template children */
  AdwWindowTitle       *title;
  GtkWidget            *cancel;
  GtkButton            *next;
  GtkWidget            *back;
  GtkBox               *steps;
  GtkStack             *stack;
  MerImportFilePage    *file_page;
  MerImportColumnsPage *columns_page;
  MerImportOutcome     *check_page;
  MerImportOutcome     *outcome_page;
  GtkLabel             *foot;

  MerImportState *state; /* owned */
  MerImportStep   step;
};

G_DEFINE_FINAL_TYPE (MerImportView, mer_import_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *title;
} steps[MER_N_IMPORT_STEPS] = {
  { "file", N_ ("File") },
    { "columns", N_ ("Columns") },
      { "check", N_ ("Check") },
        { "outcome", N_ ("Summary") },
      };

/* --- steps ----------------------------------------------------------------- */

static GtkWidget *
make_step (guint number,
           guint current)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *digit =
    number < current ? g_strdup ("✓") : g_strdup_printf ("%u", number + 1);
  GtkWidget       *mark = gtk_label_new (digit);
  GtkWidget       *label = gtk_label_new (_(steps[number].title));
  g_autofree char *name =
    g_strdup_printf (number == current ? _("Step %u of %u, %s, current")
                                       : number < current
                     ? _("Step %u of %u, %s, done")
                     : _("Step %u of %u, %s"),
                          number + 1, (guint) MER_N_IMPORT_STEPS, _(steps[number].title));

  gtk_widget_add_css_class (mark, "mer-step-number");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, number == current  ? "mer-step-current"
                                 : number < current ? "mer-step-done"
                                                    : "mer-step-later");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_steps (MerImportView *self)
{
  guint i;

  mer_box_clear (self->steps);
  for (i = 0; i < MER_N_IMPORT_STEPS; i++)
    {
      if (i > 0)
        {
          GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

          gtk_widget_set_size_request (line, 24, -1);
          gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
          gtk_box_append (self->steps, line);
        }
      gtk_box_append (self->steps, make_step (i, self->step));
    }
}

/* --- what may be done ------------------------------------------------------ */

/* Step by step: is there something to decide, is there something to import? */
static gboolean
can_go_on (MerImportView *self)
{
  const MerImportResult *result = mer_import_state_get_result (self->state);
  g_autofree char       *need = NULL;

  if (mer_import_state_is_running (self->state))
    return FALSE;
  switch (self->step)
    {
    case MER_IMPORT_STEP_FILE:
      return mer_import_state_get_preview (self->state) != NULL &&
             !mer_import_state_is_reading (self->state);
    case MER_IMPORT_STEP_COLUMNS:
      need = mer_import_state_get_need (self->state);
      return need == NULL && !mer_import_state_is_reading (self->state);
    case MER_IMPORT_STEP_CHECK:
      return result != NULL && result->obstacle == NULL && result->accepted > 0;
    case MER_IMPORT_STEP_OUTCOME:
    default:
      return TRUE;
    }
}

/* After an import that was stopped or taken back, another try is one step away. */
static gboolean
can_go_back (MerImportView *self)
{
  if (mer_import_state_is_running (self->state) || self->step == MER_IMPORT_STEP_FILE)
    return FALSE;
  return self->step != MER_IMPORT_STEP_OUTCOME || !mer_import_state_is_imported (self->state);
}

static char *
rows_sentence (const MerImportPreview *preview)
{
  gint64 first = g_array_index (preview->row_numbers, gint64, 0);
  gint64 last = g_array_index (preview->row_numbers, gint64, preview->row_numbers->len - 1);

  return g_strdup_printf (_("Rows %d–%d are shown."), (int) first, (int) last);
}

static char *
foot_text (MerImportView *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  g_autofree char        *need = NULL;
  g_autofree char        *rows = NULL;

  if (self->step > MER_IMPORT_STEP_COLUMNS)
    return g_strdup ("");
  if (self->step == MER_IMPORT_STEP_COLUMNS || preview == NULL)
    need = mer_import_state_get_need (self->state);
  if (self->step == MER_IMPORT_STEP_FILE || preview == NULL)
    return g_strdup (need != NULL ? need : "");
  if (preview->rows->len == 0)
    return g_strdup (need != NULL ? need : _("There are no rows under the header."));
  rows = rows_sentence (preview);
  return need != NULL ? g_strdup_printf ("%s %s", need, rows) : g_steal_pointer (&rows);
}

static const char *
next_label (MerImportView *self)
{
  if (self->step == MER_IMPORT_STEP_CHECK)
    return _("_Import");
  return self->step == MER_IMPORT_STEP_OUTCOME ? _("_Done") : _("_Next");
}

static void
update (MerImportView *self)
{
  g_autofree char *text = foot_text (self);
  g_autofree char *name = mer_import_state_get_file_name (self->state);
  gboolean         last = self->step == MER_IMPORT_STEP_OUTCOME;

  adw_window_title_set_subtitle (self->title, name);
  gtk_label_set_text (self->foot, text);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), *text != '\0');
  gtk_button_set_label (self->next, next_label (self));
  gtk_widget_set_visible (self->cancel, !last);
  gtk_widget_set_visible (self->back, can_go_back (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", can_go_back (self));
}

static void
set_step (MerImportView *self,
          MerImportStep  step)
{
  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, steps[step].name);
  show_steps (self);
  update (self);
}

/* --- going ----------------------------------------------------------------- */

static void
close_view (MerImportView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, mer_import_state_is_imported (self->state));
}

/* What the button at the right end does: the next step, the import itself, or the end. */
static void
go_on (MerImportView *self)
{
  if (!can_go_on (self))
    return;
  switch (self->step)
    {
    case MER_IMPORT_STEP_FILE:
      set_step (self, MER_IMPORT_STEP_COLUMNS);
      break;
    case MER_IMPORT_STEP_COLUMNS:
      set_step (self, MER_IMPORT_STEP_CHECK);
      mer_import_state_run (self->state, TRUE);
      break;
    case MER_IMPORT_STEP_CHECK:
      set_step (self, MER_IMPORT_STEP_OUTCOME);
      mer_import_state_run (self->state, FALSE);
      break;
    case MER_IMPORT_STEP_OUTCOME:
    default:
      close_view (self);
      break;
    }
}

static void
go_back (MerImportView *self)
{
  if (!can_go_back (self))
    return;
  set_step (self, self->step == MER_IMPORT_STEP_COLUMNS ? MER_IMPORT_STEP_FILE
                                                        : MER_IMPORT_STEP_COLUMNS);
}

static void
leave_response_cb (MerImportView *self,
                   const char    *response)
{
  if (g_str_equal (response, "leave"))
    close_view (self);
}

/* Nothing is lost before the columns are decided, so nothing is asked. */
static void
cancel (MerImportView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = NULL;

  if (mer_import_state_is_running (self->state))
    {
      mer_import_state_cancel (self->state);
      return;
    }
  if (self->step < MER_IMPORT_STEP_CHECK || self->step == MER_IMPORT_STEP_OUTCOME)
    {
      close_view (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   _("Leave the import?"),
                                      _("Nothing has been imported yet, and the decisions about "
                                     "columns are not kept."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "leave", _("_Leave"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- actions --------------------------------------------------------------- */

static void
next_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  go_on (MER_IMPORT_VIEW (widget));
}

static void
back_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  go_back (MER_IMPORT_VIEW (widget));
}

static void
cancel_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  cancel (MER_IMPORT_VIEW (widget));
}

static void
choose_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MerImportView *self = MER_IMPORT_VIEW (widget);

  if (self->step == MER_IMPORT_STEP_FILE)
    mer_import_file_page_choose (self->file_page);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_view_dispose (GObject *object)
{
  MerImportView *self = MER_IMPORT_VIEW (object);

  if (self->state != NULL)
    {
      mer_import_state_cancel (self->state);
      g_signal_handlers_disconnect_by_data (self->state, self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_VIEW);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (mer_import_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "import.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "import.choose", NULL);
}

static void
mer_import_view_class_init (MerImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_view_dispose;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", MER_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (MER_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (MER_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (MER_TYPE_IMPORT_OUTCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-import-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportView, title);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, cancel);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, next);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, back);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, steps);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, file_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, columns_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, check_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, outcome_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, foot);
  install_actions (widget_class);
}

static void
mer_import_view_init (MerImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mer_import_view_new:
 * @session: whose document is imported into
 *
 * Returns: (transfer floating): a flow at its first step
 */
GtkWidget *
mer_import_view_new (MerSession *session)
{
  MerImportView *self = g_object_new (MER_TYPE_IMPORT_VIEW, NULL);

  self->state = mer_import_state_new (session);
  mer_import_file_page_set_state (self->file_page, self->state);
  mer_import_columns_page_set_state (self->columns_page, self->state);
  mer_import_outcome_set_state (self->check_page, self->state, TRUE);
  mer_import_outcome_set_state (self->outcome_page, self->state, FALSE);
  g_signal_connect_swapped (self->state, "changed", G_CALLBACK (update), self);
  set_step (self, MER_IMPORT_STEP_FILE);
  return GTK_WIDGET (self);
}

MerImportState *
mer_import_view_get_state (MerImportView *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_VIEW (self), NULL);
  return self->state;
}

MerImportStep
mer_import_view_get_step (MerImportView *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_VIEW (self), MER_IMPORT_STEP_FILE);
  return self->step;
}

gboolean
mer_import_view_can_go_on (MerImportView *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_VIEW (self), FALSE);
  return can_go_on (self);
}
