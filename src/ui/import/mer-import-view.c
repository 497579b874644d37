/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import flow as a whole: which step is shown, and whether one may go on. The steps
 * themselves know nothing of each other; all they share is the state of the present file. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-file-page.h"
#include "ui/import/mer-import-mapping-bar.h"
#include "ui/import/mer-import-names-page.h"
#include "ui/import/mer-import-outcome.h"
#include "ui/import/mer-import-reason.h"
#include "ui/import/mer-import-remember.h"
#include "ui/import/mer-import-steps.h"
#include "ui/import/mer-import-view.h"
#include "ui/import/mer-import-words.h"

struct _MerImportView
{
  GtkBox parent_instance;

  /* template children */
  AdwWindowTitle       *title;
  GtkButton            *cancel;
  GtkButton            *next;
  GtkWidget            *back;
  MerImportSteps       *steps;
  MerImportMappingBar  *mapping;
  GtkStack             *stack;
  MerImportFilePage    *file_page;
  MerImportColumnsPage *columns_page;
  MerImportNamesPage   *names_page;
  MerImportOutcome     *check_page;
  MerImportOutcome     *outcome_page;
  GtkWidget            *foot_box;
  GtkLabel             *foot;
  MerImportRemember    *remember;

  MerImportQueue *queue; /* owned */
  MerImportState *state; /* owned, nullable: the file that is worked on */
  MerImportStep   step;
  gboolean        passing; /* names are passed by when none of them is open */
};

G_DEFINE_FINAL_TYPE (MerImportView, mer_import_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *const pages[MER_N_IMPORT_STEPS] = { "file", "columns", "names", "check",
                                                       "outcome" };
static const char *const titles[] = {
  N_ ("File"),
      N_ ("Columns"),
          N_ ("Organizations"),
              N_ ("Check"),
                  N_ ("Summary"),
                      NULL,
              };

/* --- what may be done ------------------------------------------------------ */

static MerImportPlace
place_of (MerImportView *self)
{
  return (MerImportPlace){ self->queue, self->state, self->step };
}

static gboolean
is_busy (MerImportView *self)
{
  return self->state != NULL && (mer_import_state_is_running (self->state) ||
                                 mer_import_state_is_saving (self->state));
}

static gboolean
can_go_on (MerImportView *self)
{
  MerImportPlace   place = place_of (self);
  g_autofree char *need = NULL;

  if (is_busy (self))
    return FALSE;
  if (self->step == MER_IMPORT_STEP_COLUMNS && mer_import_state_is_reading (self->state))
    return FALSE;
  need = mer_import_words_need (&place);
  return need == NULL;
}

/* After an import that was stopped or taken back, another try is one step away. */
static gboolean
can_go_back (MerImportView *self)
{
  if (is_busy (self) || self->step == MER_IMPORT_STEP_FILE)
    return FALSE;
  return self->step != MER_IMPORT_STEP_OUTCOME || !mer_import_state_is_imported (self->state);
}

/* --- showing -------------------------------------------------------------------------- */

static void set_step (MerImportView *self,
                      MerImportStep  step);

static void
update (MerImportView *self)
{
  MerImportPlace   place = place_of (self);
  g_autofree char *text = mer_import_words_foot (&place);
  g_autofree char *subtitle = mer_import_words_subtitle (&place);
  gboolean         columns = self->step == MER_IMPORT_STEP_COLUMNS;

  adw_window_title_set_title (self->title, mer_import_words_title (&place));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_text (self->foot, text);
  gtk_widget_set_visible (self->foot_box, *text != '\0' || columns);
  gtk_widget_set_visible (GTK_WIDGET (self->remember), columns);
  gtk_widget_set_visible (GTK_WIDGET (self->mapping), columns);
  gtk_button_set_label (self->next, mer_import_words_next (&place));
  gtk_button_set_label (self->cancel, self->step == MER_IMPORT_STEP_OUTCOME && !is_busy (self)
                        ? _("_Close")
                        : _("_Cancel"));
  gtk_widget_set_visible (self->back, can_go_back (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", can_go_back (self));
}

static void
run_trial (MerImportView *self)
{
  set_step (self, MER_IMPORT_STEP_CHECK);
  if (mer_import_state_get_result (self->state) == NULL)
    mer_import_state_run (self->state, TRUE);
}

static gboolean
names_are_settled (MerImportView *self)
{
  return mer_import_state_get_scan (self->state) != NULL &&
         mer_import_state_count_open_names (self->state) == 0;
}

static void
state_changed_cb (MerImportView *self)
{
  update (self);
  if (self->passing && self->step == MER_IMPORT_STEP_NAMES && names_are_settled (self))
    run_trial (self);
}

/* The file that is worked on from now on; all steps follow it. */
static void
set_state (MerImportView  *self,
           MerImportState *state)
{
  if (state == self->state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_set_object (&self->state, state);
  mer_import_columns_page_set_state (self->columns_page, state);
  mer_import_names_page_set_state (self->names_page, state);
  mer_import_outcome_set_state (self->check_page, state, TRUE);
  mer_import_outcome_set_state (self->outcome_page, state, FALSE);
  mer_import_mapping_bar_set_state (self->mapping, state);
  mer_import_remember_set_state (self->remember, state);
  if (state == NULL)
    return;
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  mer_import_state_want_scan (state);
}

/* In the first step the file that comes first is the one: it is counted while one looks. */
static void
queue_changed_cb (MerImportView *self)
{
  if (self->step != MER_IMPORT_STEP_FILE)
    return;
  if (mer_import_queue_is_read (self->queue))
    set_state (self, mer_import_queue_get_next (self->queue));
  else if (mer_import_queue_get_n (self->queue) == 0)
    set_state (self, NULL);
  update (self);
}

static void
set_step (MerImportView *self,
          MerImportStep  step)
{
  GtkWidget *page = NULL;

  self->passing = FALSE;
  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, pages[step]);
  mer_import_steps_set_current (self->steps, step);
  update (self);
  page = gtk_stack_get_visible_child (self->stack);
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* --- going ----------------------------------------------------------------- */

/* Nothing goes on behind a flow that is closed. */
static void
drop_files (MerImportView *self)
{
  g_signal_handlers_disconnect_by_data (self->queue, self);
  set_state (self, NULL);
  mer_import_queue_close (self->queue);
}

static void
close_view (MerImportView *self,
            const char    *page)
{
  drop_files (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, page);
}

static void
leave_columns (MerImportView *self)
{
  if (!mer_import_state_has_names (self->state) || names_are_settled (self))
    {
      run_trial (self);
      return;
    }
  set_step (self, MER_IMPORT_STEP_NAMES);
  self->passing = mer_import_state_get_scan (self->state) == NULL;
}

/* The next file begins where the one before has left the document. */
static void
leave_outcome (MerImportView *self)
{
  MerImportState *next = NULL;

  mer_import_queue_set_done (self->queue, self->state);
  next = mer_import_queue_get_next (self->queue);
  if (next == NULL)
    {
      close_view (self, mer_import_queue_get_page (self->queue));
      return;
    }
  mer_import_state_read_again (next);
  set_state (self, next);
  set_step (self, MER_IMPORT_STEP_COLUMNS);
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
      set_state (self, mer_import_queue_get_next (self->queue));
      set_step (self, MER_IMPORT_STEP_COLUMNS);
      break;
    case MER_IMPORT_STEP_COLUMNS:
      leave_columns (self);
      break;
    case MER_IMPORT_STEP_NAMES:
      run_trial (self);
      break;
    case MER_IMPORT_STEP_CHECK:
      set_step (self, MER_IMPORT_STEP_OUTCOME);
      mer_import_state_run (self->state, FALSE);
      break;
    case MER_IMPORT_STEP_OUTCOME:
    default:
      leave_outcome (self);
      break;
    }
}

static void
go_back (MerImportView *self)
{
  MerImportStep step = MER_IMPORT_STEP_FILE;

  if (!can_go_back (self))
    return;
  if (self->step == MER_IMPORT_STEP_NAMES)
    step = MER_IMPORT_STEP_COLUMNS;
  else if (self->step > MER_IMPORT_STEP_NAMES)
    step = mer_import_state_has_names (self->state) ? MER_IMPORT_STEP_NAMES
                                                    : MER_IMPORT_STEP_COLUMNS;
  mer_import_state_forget_result (self->state);
  set_step (self, step);
}

static void
remedy_cb (MerImportView *self,
           guint          remedy,
           int            column)
{
  if (remedy == MER_REASON_DUPLICATES)
    {
      mer_import_state_set_keep_duplicates (self->state,
                                            !mer_import_state_get_keep_duplicates (self->state));
      mer_import_state_run (self->state, TRUE);
      return;
    }
  mer_import_state_forget_result (self->state);
  set_step (self, remedy == MER_REASON_NAMES ? MER_IMPORT_STEP_NAMES : MER_IMPORT_STEP_COLUMNS);
  if (remedy == MER_REASON_VALUES && column >= 0)
    mer_import_columns_page_show_column (self->columns_page, (guint) column);
}

static void
data_wanted_cb (MerImportView *self)
{
  close_view (self, "data");
}

static void
leave_response_cb (MerImportView *self,
                   const char    *response)
{
  if (g_str_equal (response, "leave"))
    close_view (self, mer_import_queue_get_page (self->queue));
}

/* Nothing is lost before the columns are decided, so nothing is asked. */
static void
cancel (MerImportView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = NULL;

  if (self->state != NULL && mer_import_state_is_running (self->state))
    {
      mer_import_state_cancel (self->state);
      return;
    }
  if (self->step < MER_IMPORT_STEP_NAMES || self->step == MER_IMPORT_STEP_OUTCOME)
    {
      close_view (self, NULL);
      return;
    }
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   _("Leave the import?"),
                                      _("Nothing of this file has been imported yet, and the "
                                     "decisions about it are not kept."));
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

/* Files may be dropped anywhere, at any step: they join the list. */
static gboolean
drop_cb (MerImportView *self,
         const GValue  *value)
{
  GSList *files = NULL;

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      g_autofree char *path = g_file_get_path (g_value_get_object (value));

      if (path != NULL)
        mer_import_queue_add (self->queue, path);
      return path != NULL;
    }
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *at = files; at != NULL; at = at->next)
    {
      g_autofree char *path = g_file_get_path (at->data);

      if (path != NULL)
        mer_import_queue_add (self->queue, path);
    }
  g_slist_free (files);
  return TRUE;
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_view_dispose (GObject *object)
{
  MerImportView *self = MER_IMPORT_VIEW (object);

  if (self->queue != NULL)
    drop_files (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_VIEW);
  g_clear_object (&self->queue);
  G_OBJECT_CLASS (mer_import_view_parent_class)->dispose (object);
}

/* What its step is about, not «Cancel» above it. */
static gboolean
mer_import_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
    gtk_stack_get_visible_child (MER_IMPORT_VIEW (widget)->stack));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Right, GDK_ALT_MASK, "import.next" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "import.next" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "import.next" },
    { GDK_KEY_Left, GDK_ALT_MASK, "import.back" },
    { GDK_KEY_Escape, 0, "import.cancel" },
    { GDK_KEY_o, GDK_CONTROL_MASK, "import.choose" },
  };

  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action_cb);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerImportView, title);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, cancel);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, next);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, back);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, steps);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, mapping);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, file_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, columns_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, names_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, check_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, outcome_page);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, foot_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, foot);
  gtk_widget_class_bind_template_child (widget_class, MerImportView, remember);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, data_wanted_cb);
}

static void
mer_import_view_class_init (MerImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_view_dispose;
  widget_class->grab_focus = mer_import_view_grab_focus;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", MER_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (MER_TYPE_IMPORT_STEPS);
  g_type_ensure (MER_TYPE_IMPORT_MAPPING_BAR);
  g_type_ensure (MER_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (MER_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (MER_TYPE_IMPORT_NAMES_PAGE);
  g_type_ensure (MER_TYPE_IMPORT_OUTCOME);
  g_type_ensure (MER_TYPE_IMPORT_REMEMBER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-import-view.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
mer_import_view_init (MerImportView *self)
{
  GType          types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  mer_import_steps_set_titles (self->steps, titles);
  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
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

  self->queue = mer_import_queue_new (session);
  mer_import_file_page_set_queue (self->file_page, self->queue);
  g_signal_connect_swapped (self->queue, "changed", G_CALLBACK (queue_changed_cb), self);
  set_step (self, MER_IMPORT_STEP_FILE);
  return GTK_WIDGET (self);
}

MerImportState *
mer_import_view_add_file (MerImportView *self,
                          const char    *path)
{
  g_return_val_if_fail (MER_IS_IMPORT_VIEW (self), NULL);
  return mer_import_queue_add (self->queue, path);
}

MerImportState *
mer_import_view_get_state (MerImportView *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_VIEW (self), NULL);
  return self->state != NULL ? self->state : mer_import_queue_get_next (self->queue);
}

MerImportQueue *
mer_import_view_get_queue (MerImportView *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_VIEW (self), NULL);
  return self->queue;
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
