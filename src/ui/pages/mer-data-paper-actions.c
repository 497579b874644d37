/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tab of paper questionnaires does to the document, and its actions. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/dialogs/mer-stack-dialog.h"
#include "ui/pages/mer-data-paper-private.h"

static MerSession *
session_of (MerDataPaper *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

/* --- one questionnaire --------------------------------------------------------------------- */

typedef struct
{
  gint64          stack_id;
  MerMethodology *methodology; /* borrowed */
  MerStackRow    *row;         /* borrowed */
} RowChange;

static gboolean
save_row (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const RowChange *change = user_data;

  return mer_store_save_stack_row (document, change->stack_id, change->methodology, change->row,
                                   error);
}

static gboolean
remove_row (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const RowChange *change = user_data;

  return mer_store_remove_stack_row (document, change->stack_id, change->row->number, error);
}

static MerStackRow *
read_form (MerDataPaper       *self,
           const MerPaperForm *form)
{
  guint        n = mer_paper_form_get_n_questions (form);
  MerStackRow *row = mer_stack_row_new (n);

  for (guint i = 0; i < n; i++)
    row->codes[i] = mer_paper_form_get_codes (form)[i];
  row->number = self->number;
  row->comment = g_strstrip (g_strdup (mer_paper_form_get_comment (form)));
  return row;
}

static gint64
number_to_be (MerDataPaper *self)
{
  const MerStackRow *last = NULL;

  if (self->number != 0 || self->rows->len == 0)
    return MAX (self->number, 1);
  last = g_ptr_array_index (self->rows, self->rows->len - 1);
  return last->number + 1;
}

static void
refuse_blank (MerDataPaper *self)
{
  mer_paper_sheet_set_notice (
    self->sheet, _("The questionnaire has no answer: it is not entered."), TRUE);
  gtk_widget_error_bell (GTK_WIDGET (self->sheet));
}

gboolean
mer_data_paper_save (MerDataPaper *self)
{
  MerPaperForm    *form = mer_paper_sheet_get_form (self->sheet);
  g_autofree char *label = NULL;
  g_autoptr (MerStackRow) row = NULL;
  RowChange change = { self->stack_id, self->methodology, NULL };

  if (self->stack_id == 0 || form == NULL || !mer_paper_form_is_changed (form) ||
      !mer_data_paper_is_editable (self))
    return TRUE;
  if (!mer_paper_form_has_answers (form))
    {
      refuse_blank (self);
      return FALSE;
    }
  row = read_form (self, form);
  change.row = row;
  label = g_strdup_printf (_("Questionnaire no. %lld"), (long long) number_to_be (self));
  if (!mer_session_perform (session_of (self), label, NULL, save_row, &change))
    return FALSE;
  if (self->number == 0)
    mer_data_paper_count (self);
  self->number = row->number;
  mer_paper_form_load (form, row->codes, row->comment);
  mer_data_paper_refresh (self);
  return TRUE;
}

/* The number of the questionnaire before or after the one that is shown; 0: the next one. */
static gint64
neighbour (MerDataPaper *self,
           int           direction)
{
  gint64 found = direction < 0 ? self->number : 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerStackRow *row = g_ptr_array_index (self->rows, i);

      if (direction < 0 && (self->number == 0 || row->number < self->number))
        found = row->number;
      if (direction > 0 && self->number != 0 && row->number > self->number)
        return row->number;
    }
  return found;
}

void
mer_data_paper_walk_cb (MerDataPaper *self,
                        int           direction)
{
  gint64 was = self->number;
  gint64 number = 0;

  if (self->stack_id == 0 || !mer_data_paper_save (self))
    return;
  number = neighbour (self, direction);
  if (number != was || number != self->number)
    mer_data_paper_show_number (self, number);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->sheet));
}

void
mer_data_paper_finished_cb (MerDataPaper *self)
{
  MerPaperForm *form = mer_paper_sheet_get_form (self->sheet);

  if (self->stack_id == 0)
    return;
  if (self->number == 0 && mer_data_paper_is_editable (self) && !mer_paper_form_is_changed (form))
    {
      refuse_blank (self);
      return;
    }
  if (mer_data_paper_save (self))
    mer_data_paper_show_number (self, neighbour (self, 1));
}

void
mer_data_paper_removed_cb (MerDataPaper *self)
{
  g_autoptr (MerStackRow) row = mer_stack_row_new (0);
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  RowChange        change = { self->stack_id, self->methodology, row };
  gint64           next = 0;

  if (!mer_data_paper_is_editable (self))
    return;
  if (self->number == 0)
    {
      mer_data_paper_show_number (self, 0);
      return;
    }
  row->number = self->number;
  next = neighbour (self, 1);
  label = g_strdup_printf (_("Removing questionnaire no. %lld"), (long long) row->number);
  done = g_strdup_printf (_("Questionnaire no. %lld was removed"), (long long) row->number);
  if (!mer_session_perform (session_of (self), label, done, remove_row, &change))
    return;
  mer_data_paper_refresh (self);
  mer_data_paper_show_number (self, next);
}

/* --- a stack -------------------------------------------------------------------------------- */

static gboolean
close_stack (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  return mer_store_close_stack (document, *(gint64 *) user_data, error) != 0;
}

static gboolean
reopen_stack (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  return mer_store_reopen_stack (document, *(gint64 *) user_data, error);
}

static gboolean
remove_stack (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  return mer_store_remove_stack (document, *(gint64 *) user_data, error);
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerDataPaper    *self = user_data;
  gint64           id = self->stack_id;
  g_autofree char *count = NULL;
  g_autofree char *done = NULL;
  const MerStack  *stack = NULL;

  if (!mer_data_paper_save (self))
    return;
  stack = mer_data_paper_get_stack (self);
  count = mer_format_count (mer_language_of_locale (), stack->entered);
  done = g_strdup_printf (ngettext ("The stack was closed: %s questionnaire counts now",
                                    "The stack was closed: %s questionnaires count now",
                                    (unsigned long) stack->entered),
                          count);
  if (mer_session_perform (session_of (self), _("Closing a stack of questionnaires"), done,
                                                 close_stack, &id))
    mer_data_paper_refresh (self);
}

static void
reopen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataPaper *self = user_data;
  gint64        id = self->stack_id;
  const char   *label = _("Opening a stack of questionnaires again");
  const char   *done = _("The stack is open again: its questionnaires do not count");

  if (!mer_session_perform (session_of (self), label, done, reopen_stack, &id))
    return;
  mer_data_paper_refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataPaper    *self = user_data;
  const MerStack  *stack = mer_data_paper_get_stack (self);
  gint64           id = self->stack_id;
  g_autofree char *count = mer_format_count (mer_language_of_locale (), stack->entered);
  g_autofree char *done = NULL;

  done = g_strdup_printf (ngettext ("The stack was deleted with %s questionnaire",
                                    "The stack was deleted with %s questionnaires",
                                    (unsigned long) stack->entered),
                          count);
  if (mer_session_perform (session_of (self), _("Deleting a stack of questionnaires"), done,
                                                 remove_stack, &id))
    mer_data_paper_refresh (self);
}

static void
stored_cb (MerDataPaper *self,
           gint64        id)
{
  if (id != self->stack_id)
    mer_data_paper_show_stack (self, id);
  else
    mer_data_paper_refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
}

static void
present_dialog (MerDataPaper *self,
                gboolean      anew)
{
  GtkRoot        *root = gtk_widget_get_root (GTK_WIDGET (self));
  const MerStack *shown = NULL;
  MerStackDialog *dialog = NULL;

  if (!mer_data_paper_save (self))
    return;
  shown = mer_data_paper_get_stack (self);
  dialog = mer_stack_dialog_present (GTK_WINDOW (root), session_of (self), self->cycle->id,
                                     shown != NULL ? shown->organization_id : 0,
                                     anew ? NULL : shown);
  g_signal_connect_object (dialog, "stored", G_CALLBACK (stored_cb), self, G_CONNECT_SWAPPED);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  present_dialog (user_data, TRUE);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  present_dialog (user_data, FALSE);
}

static const GActionEntry actions[] = {
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "close", close_cb, NULL, NULL, NULL, { 0 } },
  { "reopen", reopen_cb, NULL, NULL, NULL, { 0 } },
};

void
mer_data_paper_add_actions (MerDataPaper *self)
{
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
}

/* Why the stack cannot be closed, or is to be; where nothing can be changed the sheet says so. */
static const char *
reason (MerDataPaper   *self,
        const MerStack *stack)
{
  if (self->read_only != NULL || stack == NULL || stack->batch_id != 0)
    return NULL;
  return stack->entered == 0 ? _("An empty stack cannot be closed.")
                             : _("Until it is closed, its questionnaires do not count.");
}

void
mer_data_paper_update_actions (MerDataPaper *self)
{
  MerDataView    *view = MER_DATA_VIEW (self);
  const MerStack *stack = mer_data_paper_get_stack (self);
  gboolean        writable = self->cycle != NULL && self->read_only == NULL;
  gboolean        open = stack != NULL && stack->batch_id == 0;

  mer_data_view_set_action_enabled (view, "add", writable);
  mer_data_view_set_action_enabled (view, "edit", writable && open);
  mer_data_view_set_action_enabled (view, "delete", writable && open);
  mer_data_view_set_action_enabled (view, "close", writable && open && stack->entered > 0);
  mer_data_view_set_action_enabled (view, "reopen", writable && stack != NULL && !open);
  gtk_widget_set_visible (self->close_button, open);
  gtk_widget_set_visible (self->reopen_button, stack != NULL && !open);
  gtk_widget_set_tooltip_text (self->tools, self->read_only);
  gtk_widget_set_tooltip_text (self->close_button, self->read_only);
  gtk_widget_set_tooltip_text (self->reopen_button, self->read_only);
  gtk_label_set_text (self->reason, reason (self, stack) != NULL ? reason (self, stack) : "");
}
