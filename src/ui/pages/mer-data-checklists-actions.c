/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of what is typed and pasted into checklists: one action for all chosen cells; and
 * the table of them as a file. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-checklist-table.h"
#include "report/mer-save-path.h"
#include "ui/pages/mer-data-checklists-private.h"
#include "ui/widgets/mer-checklist-copy.h"

static MerSession *
session_of (MerDataChecklists *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

/* --- changing ------------------------------------------------------------------------- */

typedef struct
{
  gint64  cycle_id;
  GArray *changes; /* of MerMarkChange */
  guint   n_changed;
} MarkAction;

static gboolean
set_marks_cb (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  MarkAction *action = user_data;

  return mer_store_set_marks (document, action->cycle_id,
                              (const MerMarkChange *) (gconstpointer) action->changes->data,
                              action->changes->len, &action->n_changed, error);
}

static gboolean
require_changeable (MerDataChecklists *self)
{
  const char *read_only = mer_session_why_read_only (session_of (self));

  if (read_only != NULL)
    mer_session_tell (session_of (self), read_only, FALSE);
  else if (self->data->approved)
    mer_session_tell (session_of (self),
                      _("The results of this cycle are approved: marks cannot be changed."),
                         FALSE);
  else
    return TRUE;
  return FALSE;
}

/* How many cells would be different: what says the same already is left alone. */
static guint
count_different (MerDataChecklists *self,
                 GArray            *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const MerMarkChange *change = &g_array_index (changes, MerMarkChange, i);
      guint                item = 0;
      const MerMarkCell   *cell = NULL;
      const MerMarkLine   *line = NULL;

      if (!g_ptr_array_find (self->data->marks->items, change->item, &item))
        continue;
      cell = mer_mark_table_cell (self->data->marks, change->organization_id, item);
      line = mer_mark_table_line (self->data->marks, cell);
      if (change->state == MER_MARK_CLEAR)
        n += line != NULL && line->by_hand ? 1 : 0;
      else
        n += line == NULL || (int) cell->mark != change->state ? 1 : 0;
    }
  return n;
}

static void
tell_unchanged (MerDataChecklists *self,
                GArray            *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, MerMarkChange, i).state != MER_MARK_CLEAR)
      return;
  if (changes->len > 0)
    mer_session_tell (session_of (self),
                      _("These marks are from a file: type another over them, or take the file "
                        "out."),
                         FALSE);
}

/* One action; a single cell needs no word, it is before the eyes. */
static void
perform (MerDataChecklists *self,
         GArray            *changes)
{
  MarkAction       action = { self->data->cycle_id, changes, 0 };
  guint            n = count_different (self, changes);
  g_autofree char *done = NULL;

  if (!require_changeable (self))
    return;
  if (n == 0)
    {
      tell_unchanged (self, changes);
      return;
    }
  if (n > 1)
    done = g_strdup_printf (ngettext ("%u mark was changed", "%u marks were changed", n), n);
  mer_session_perform (session_of (self), _("Checklist marks"), done, set_marks_cb, &action);
}

static void
add_change (MerDataChecklists *self,
            guint              row,
            guint              column,
            int                state,
            GArray            *changes)
{
  guint         source = mer_checklist_grid_data_row (self->grid, row);
  MerMarkChange change = { mer_checklist_data_organization (self->data, source)->id,
                           mer_checklist_data_item (self->data, column), state };

  g_array_append_val (changes, change);
}

void
mer_data_checklists_mark (MerDataChecklists *self,
                          int                state)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MerMarkChange));
  MerChecklistRange range;

  if (self->data == NULL || !mer_checklist_grid_get_range (self->grid, &range))
    return;
  for (guint row = range.row; row <= range.last_row; row++)
    for (guint column = range.column; column <= range.last_column; column++)
      add_change (self, row, column, state, changes);
  perform (self, changes);
}

void
mer_data_checklists_mark_one (MerDataChecklists *self,
                              int                state)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MerMarkChange));
  guint row = 0;
  guint column = 0;

  if (self->data == NULL || !mer_checklist_grid_get_cursor (self->grid, &row, &column))
    return;
  add_change (self, row, column, state, changes);
  perform (self, changes);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_data_checklists_mark (user_data, MER_MARK_CLEAR);
}

/* --- the clipboard -------------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_checklist_copy (MER_DATA_CHECKLISTS (user_data)->grid);
}

void
mer_data_checklists_paste_text (MerDataChecklists *self,
                                const char        *text)
{
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MER_IS_DATA_CHECKLISTS (self));
  if (self->data == NULL)
    return;
  changes = mer_checklist_parse (self->grid, text, &error);
  if (changes == NULL)
    mer_session_fail (session_of (self), _("The copied block was not pasted"), error);
  else
    perform (self, changes);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MerDataChecklists) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && mer_data_view_get_session (MER_DATA_VIEW (self)) != NULL)
    mer_data_checklists_paste_text (self, text);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerDataChecklists *self = user_data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

/* --- writing a file ------------------------------------------------------------------- */

static void
write_file (MerDataChecklists *self,
            const char        *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *done = g_strdup_printf (_("The file “%s” was written"), name);
  g_autoptr (GError) error = NULL;

  if (mer_checklist_table_write (mer_session_get_document (session_of (self)),
                                 self->data->cycle_id, path, NULL, &error))
    mer_session_tell (session_of (self), done, FALSE);
  else
    mer_session_fail (session_of (self), _("The checklists were not written"), error);
}

static void
file_chosen_cb (GtkNativeDialog   *dialog,
                int                response,
                MerDataChecklists *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_autofree char *whole =
    path != NULL ? mer_save_path (path, (const char *[]){ "xlsx", "csv", NULL }) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && whole != NULL && self->data != NULL)
    write_file (self, whole);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataChecklists    *self = user_data;
  GtkRoot              *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export the checklists"),
                                    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                    GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (session_of (self))));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  g_autofree char *name = g_strconcat (_("Checklists"), ".xlsx", NULL);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- the actions ---------------------------------------------------------------------- */

static const GActionEntry actions[] = {
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
  { "clear", clear_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
};

void
mer_data_checklists_add_actions (MerDataChecklists *self)
{
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
}
