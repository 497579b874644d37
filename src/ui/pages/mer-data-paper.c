/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tab of paper questionnaires. A questionnaire is saved when it is finished or left, each
 * as one action; only the one that is being typed is not in the document. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-paper-private.h"
#include "ui/pages/mer-paper-stacks.h"
#include "ui/pages/mer-paper-totals.h"
#include "ui/widgets/mer-children.h"

#define STACKS_WIDTH 220
#define STACKS_WIDTH_NARROW 164
#define STACKS_WIDTH_LEAST 120 /* px at the usual size of text */
#define TOTALS_WIDTH 252
#define TOTALS_WIDTH_NARROW 188
/* After it a pace is no longer one. */
#define PACE_SECONDS 61

G_DEFINE_FINAL_TYPE (MerDataPaper, mer_data_paper, MER_TYPE_DATA_VIEW)

static MerDocument *
document_of (MerDataPaper *self)
{
  return mer_session_get_document (mer_data_view_get_session (MER_DATA_VIEW (self)));
}

static MerStack *
find_stack (MerDataPaper *self,
            gint64        id)
{
  for (guint i = 0; self->stacks != NULL && i < self->stacks->len; i++)
    {
      MerStack *stack = g_ptr_array_index (self->stacks, i);

      if (stack->id == id)
        return stack;
    }
  return NULL;
}

const MerStack *
mer_data_paper_get_stack (MerDataPaper *self)
{
  return find_stack (self, self->stack_id);
}

gboolean
mer_data_paper_is_editable (MerDataPaper *self)
{
  const MerStack *stack = mer_data_paper_get_stack (self);

  return stack != NULL && stack->batch_id == 0 && self->read_only == NULL;
}

static const MerStackRow *
find_row (MerDataPaper *self,
          gint64        number)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const MerStackRow *row = g_ptr_array_index (self->rows, i);

      if (row->number == number)
        return row;
    }
  return NULL;
}

/* --- the stacks --------------------------------------------------------------------------- */

static void
fill_list (MerDataPaper *self)
{
  MerDocument     *document = document_of (self);
  gboolean         focused = mer_focus_within (GTK_WIDGET (self->list)) != NULL;
  g_autofree char *name = NULL;

  self->filling = TRUE;
  name = mer_paper_stacks_fill (self->list, document, self->stacks, self->stack_id);
  self->filling = FALSE;
  mer_paper_sheet_set_title (self->sheet, name);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

/* --- one questionnaire ---------------------------------------------------------------------- */

static guint
pace (MerDataPaper *self)
{
  return mer_paper_pace ((const gint64 *) (gconstpointer) self->times->data, self->times->len,
                         g_get_monotonic_time ());
}

static void
show_progress (MerDataPaper *self)
{
  MerLanguage      language = mer_language_of_locale ();
  const MerStack  *stack = mer_data_paper_get_stack (self);
  g_autofree char *entered = mer_format_count (language, stack->entered);
  g_autofree char *expected = mer_format_count (language, stack->expected);
  g_autofree char *text = NULL;
  g_autofree char *with_pace = NULL;
  guint            rate = pace (self);

  if (stack->expected >= 0)
    /* Translators: questionnaires entered, how many lie on the table. */
    text = g_strdup_printf (_("entered %s of %s"), entered, expected);
  else
    text = g_strdup_printf (_("entered %s"), entered);
  if (rate > 0)
    /* Translators: questionnaires a minute; "entered 48 of 60". */
    with_pace = g_strdup_printf (ngettext ("%u a minute, %s", "%u a minute, %s", rate), rate,
                                 text);
  mer_paper_sheet_set_progress (self->sheet, with_pace != NULL ? with_pace : text);
}

static gboolean
pace_over_cb (gpointer data)
{
  MerDataPaper *self = data;

  self->pace_timer = 0;
  if (mer_data_paper_get_stack (self) != NULL)
    show_progress (self);
  return G_SOURCE_REMOVE;
}

void
mer_data_paper_count (MerDataPaper *self)
{
  gint64 now = g_get_monotonic_time ();

  g_array_append_val (self->times, now);
  g_clear_handle_id (&self->pace_timer, g_source_remove);
  self->pace_timer = g_timeout_add_seconds (PACE_SECONDS, pace_over_cb, self);
}

static gint64
next_number (MerDataPaper *self)
{
  const MerStackRow *last = self->rows->len > 0
                              ? g_ptr_array_index (self->rows, self->rows->len - 1)
                              : NULL;

  return last != NULL ? last->number + 1 : 1;
}

static const char *
notice (MerDataPaper *self)
{
  const MerStack *stack = mer_data_paper_get_stack (self);

  if (self->read_only != NULL)
    return self->read_only;
  if (stack->batch_id != 0)
    return _("The stack is closed: its questionnaires count and are not changed.");
  return NULL;
}

static void
show_head (MerDataPaper *self)
{
  gint64           number = self->number != 0 ? self->number : next_number (self);
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("Questionnaire no. %lld"), (long long) number);
  mer_paper_sheet_set_number (self->sheet, text);
  mer_paper_sheet_set_notice (self->sheet, notice (self), FALSE);
  show_progress (self);
}

void
mer_data_paper_show_number (MerDataPaper *self,
                            gint64        number)
{
  const MerStackRow *row = find_row (self, number);

  /* a closed stack has no next one */
  if (row == NULL && self->rows->len > 0 && !mer_data_paper_is_editable (self))
    row = g_ptr_array_index (self->rows, self->rows->len - 1);
  self->number = row != NULL ? row->number : 0;
  mer_paper_sheet_load (self->sheet, row != NULL ? row->codes : NULL,
                        row != NULL ? row->comment : NULL);
  show_head (self);
}

/* --- totals -------------------------------------------------------------------------------- */

static void
show_totals (MerDataPaper *self)
{
  const MerStack *stack = mer_data_paper_get_stack (self);
  g_autoptr (MerTally) tally = mer_stack_rows_tally (self->rows, self->methodology);
  g_autofree char *compare = mer_paper_totals_compare (stack->entered, stack->expected);
  /* what is not entered yet is no fault until the stack is closed */
  gboolean differs = stack->expected >= 0 &&
                     (stack->entered > stack->expected ||
                      (stack->batch_id != 0 && stack->entered != stack->expected));

  mer_paper_totals_fill (self->totals, self->methodology, tally);
  gtk_label_set_text (self->compare, compare);
  if (differs)
    gtk_widget_add_css_class (GTK_WIDGET (self->compare), "mer-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->compare), "mer-warning");
}

/* --- leaving --------------------------------------------------------------------------------- */

/* What keeps the window or the cycle where they are is brought before the eyes. */
static void
show_unsaved (MerDataPaper *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), MER_TYPE_DATA_PAGE);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "data");
  if (page != NULL)
    mer_data_page_show_view (MER_DATA_PAGE (page), "paper");
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/* A questionnaire that was begun is kept when its window is closed, as when it is left. */
static gboolean
close_request_cb (MerDataPaper *self)
{
  if (mer_data_paper_save (self))
    return GDK_EVENT_PROPAGATE;
  show_unsaved (self);
  return GDK_EVENT_STOP;
}

static void
mer_data_paper_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mer_data_paper_parent_class)->root (widget);
  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "close-request",
                             G_CALLBACK (close_request_cb), widget, G_CONNECT_SWAPPED);
}

static void
mer_data_paper_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), close_request_cb, widget);
  GTK_WIDGET_CLASS (mer_data_paper_parent_class)->unroot (widget);
}

/* --- everything ----------------------------------------------------------------------------- */

/* Asked of the cycle that was read: the session may be about to show another, and what was begun
 * in this one is to be kept first. */
static const char *
why_read_only (MerDataPaper *self)
{
  const char *reason = mer_session_why_read_only (mer_data_view_get_session (MER_DATA_VIEW (self)));

  if (reason == NULL && self->cycle->approved)
    reason = _("The results of this cycle are approved: its questionnaires cannot be changed.");
  return reason;
}

static gboolean
read_document (MerDataPaper *self,
               GError      **error)
{
  MerDocument *document = document_of (self);
  gint64       id = mer_session_get_cycle_id (mer_data_view_get_session (MER_DATA_VIEW (self)));

  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->stacks, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  if (!mer_store_find_cycle (document, id, &self->cycle, error) || self->cycle == NULL)
    return FALSE;
  self->read_only = why_read_only (self);
  self->methodology = mer_store_methodology (document, self->cycle->methodology_id, error);
  self->stacks = self->methodology != NULL
                   ? mer_store_stacks (document, self->cycle->id, error)
                   : NULL;
  if (self->stacks == NULL)
    return FALSE;
  if (find_stack (self, self->stack_id) == NULL)
    self->stack_id = self->stacks->len > 0
                       ? ((MerStack *) g_ptr_array_index (self->stacks, self->stacks->len - 1))->id
                       : 0;
  if (self->stack_id == 0)
    return TRUE;
  self->rows = mer_store_stack_rows (document, self->stack_id, self->methodology, error);
  return self->rows != NULL;
}

/* What is on the screen is what the document has, unless it is being changed right now. */
static void
show_questionnaire (MerDataPaper *self,
                    gboolean      other_stack)
{
  MerPaperForm      *form = NULL;
  const MerStackRow *row = find_row (self, self->number);

  mer_paper_sheet_set_methodology (self->sheet, self->methodology);
  mer_paper_sheet_set_editable (self->sheet, mer_data_paper_is_editable (self));
  form = mer_paper_sheet_get_form (self->sheet);
  if (other_stack || (self->number != 0 && row == NULL) ||
      (row != NULL && !mer_paper_form_is_changed (form) &&
       !mer_paper_form_has_codes (form, row->codes)))
    mer_data_paper_show_number (self, other_stack ? 0 : self->number);
  else
    show_head (self);
}

/* Another cycle is looked at now. What is being typed goes into its stack first; what cannot be
 * stored there brings its cycle back. */
static gboolean
leave_cycle (MerDataPaper *self)
{
  MerSession *session = mer_data_view_get_session (MER_DATA_VIEW (self));
  g_autoptr (MerCycle) there = NULL;
  g_autoptr (MerCycle) wanted = NULL;
  gint64 id = mer_session_get_cycle_id (session);

  if (self->cycle == NULL || id == self->cycle->id ||
      !mer_store_find_cycle (document_of (self), self->cycle->id, &there, NULL) ||
      !mer_store_find_cycle (document_of (self), id, &wanted, NULL) || wanted == NULL ||
      wanted->id == self->cycle->id || mer_data_paper_save (self))
    return TRUE;
  mer_session_set_cycle_id (session, self->cycle->id);
  show_unsaved (self);
  return FALSE;
}

void
mer_data_paper_refresh (MerDataPaper *self)
{
  g_autoptr (GError) error = NULL;
  gint64   before = 0;
  gboolean read = FALSE;

  if (!leave_cycle (self))
    return;
  before = self->stack_id;
  read = read_document (self, &error);
  if (error != NULL)
    g_message ("%s", error->message);
  if (!read || self->stacks->len == 0)
    {
      self->stack_id = 0;
      gtk_stack_set_visible_child_name (self->pages, self->cycle == NULL ? "no-cycle" : "empty");
    }
  else
    {
      if (before != self->stack_id)
        g_array_set_size (self->times, 0);
      fill_list (self);
      show_questionnaire (self, before != self->stack_id);
      show_totals (self);
      gtk_stack_set_visible_child_name (self->pages, "stacks");
    }
  mer_data_paper_update_actions (self);
  mer_data_view_summary_changed (MER_DATA_VIEW (self));
}

void
mer_data_paper_show_stack (MerDataPaper *self,
                           gint64        stack_id)
{
  if (stack_id == self->stack_id || !mer_data_paper_save (self))
    return;
  self->stack_id = stack_id;
  g_array_set_size (self->times, 0);
  mer_data_paper_refresh (self);
  if (self->rows != NULL)
    mer_data_paper_show_number (self, 0);
}

static void
stack_selected_cb (MerDataPaper  *self,
                   GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  mer_data_paper_show_stack (self, mer_paper_stacks_get (row));
  if (self->stack_id != mer_paper_stacks_get (row))
    fill_list (self); /* what was being typed must be seen to first */
}

static void
sheet_left_cb (MerDataPaper *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
stack_activated_cb (MerDataPaper *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

/* --- the view ------------------------------------------------------------------------------- */

static void
mer_data_paper_update (MerDataView *view)
{
  mer_data_paper_refresh (MER_DATA_PAPER (view));
}

/* What does not count yet is said where one looks for the number of questionnaires. */
static char *
mer_data_paper_get_summary (MerDataView *view)
{
  MerDataPaper    *self = MER_DATA_PAPER (view);
  g_autofree char *count = NULL;
  gint64           n = 0;

  for (guint i = 0; self->stacks != NULL && i < self->stacks->len; i++)
    {
      const MerStack *stack = g_ptr_array_index (self->stacks, i);

      n += stack->batch_id == 0 ? stack->entered : 0;
    }
  if (n == 0)
    return NULL;
  count = mer_format_count (mer_language_of_locale (), n);
  return g_strdup_printf (ngettext ("%s questionnaire of open stacks does not count yet",
                                    "%s questionnaires of open stacks do not count yet",
                                    (unsigned long) n),
                          count);
}

static GtkWidget *
mer_data_paper_get_tools (MerDataView *view)
{
  return MER_DATA_PAPER (view)->tools;
}

static void
mer_data_paper_set_narrow (MerDataView *view,
                           gboolean     narrow)
{
  MerDataPaper *self = MER_DATA_PAPER (view);
  int           stacks = mer_text_scale_px (GTK_WIDGET (self), STACKS_WIDTH_LEAST);

  mer_paper_sheet_set_narrow (self->sheet, narrow);
  stacks = MAX (stacks, narrow ? STACKS_WIDTH_NARROW : STACKS_WIDTH);
  gtk_widget_set_size_request (self->stacks_pane, stacks, -1);
  gtk_widget_set_size_request (self->totals_pane, narrow ? TOTALS_WIDTH_NARROW : TOTALS_WIDTH, -1);
}

static void
mer_data_paper_show_organization (MerDataView *view,
                                  gint64       organization_id)
{
  MerDataPaper *self = MER_DATA_PAPER (view);

  for (guint i = 0; self->stacks != NULL && i < self->stacks->len; i++)
    {
      const MerStack *stack = g_ptr_array_index (self->stacks, i);

      if (stack->organization_id == organization_id)
        {
          mer_data_paper_show_stack (self, stack->id);
          return;
        }
    }
}

static gboolean
mer_data_paper_grab_focus (GtkWidget *widget)
{
  MerDataPaper *self = MER_DATA_PAPER (widget);

  if (self->stack_id == 0)
    return gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (mer_data_paper_is_editable (self) ? GTK_WIDGET (self->sheet)
                                                                  : GTK_WIDGET (self->list));
}

static void
mer_data_paper_dispose (GObject *object)
{
  MerDataPaper *self = MER_DATA_PAPER (object);

  g_clear_handle_id (&self->pace_timer, g_source_remove);
  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->stacks, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_object (&self->tools);
  /* the bin would unparent a child that the template has freed */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_DATA_PAPER);
  G_OBJECT_CLASS (mer_data_paper_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MER_TYPE_PAPER_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-data-paper.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, pages);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, stacks_pane);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, list);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, sheet);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, totals_pane);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, totals);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, compare);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, reason);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, close_button);
  gtk_widget_class_bind_template_child (widget_class, MerDataPaper, reopen_button);
  gtk_widget_class_bind_template_callback (widget_class, stack_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stack_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, mer_data_paper_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, mer_data_paper_walk_cb);
  gtk_widget_class_bind_template_callback (widget_class, mer_data_paper_removed_cb);
}

static void
mer_data_paper_class_init (MerDataPaperClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_paper_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_data_paper_grab_focus;
  GTK_WIDGET_CLASS (klass)->root = mer_data_paper_root;
  GTK_WIDGET_CLASS (klass)->unroot = mer_data_paper_unroot;
  view_class->update = mer_data_paper_update;
  view_class->get_summary = mer_data_paper_get_summary;
  view_class->get_tools = mer_data_paper_get_tools;
  view_class->set_narrow = mer_data_paper_set_narrow;
  view_class->show_organization = mer_data_paper_show_organization;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
mer_data_paper_init (MerDataPaper *self)
{
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  mer_data_paper_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tools = g_object_ref_sink (gtk_button_new_with_mnemonic (_("_New stack…")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tools), "view.add");
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->list));
}
