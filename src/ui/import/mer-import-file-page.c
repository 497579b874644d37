/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of files. Everything about a file is recognized as soon as it is chosen; what was
 * found stands in its row and above the preview, and is corrected there. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-file-page.h"
#include "ui/import/mer-import-file-row.h"
#include "ui/import/mer-import-reading-bar.h"
#include "ui/import/mer-import-sheet.h"

struct _MerImportFilePage
{
  GtkBox parent_instance;

  /* template children */
  GtkWidget           *drop_zone;
  GtkWidget           *hint;
  GtkWidget           *choose;
  GtkWidget           *list_box;
  GtkListBox          *list;
  MerImportReadingBar *bar;
  GtkStack            *stack;
  MerImportSheet      *sheet;
  AdwStatusPage       *problem;

  MerImportQueue         *queue;   /* owned, nullable */
  MerImportState         *state;   /* owned, nullable: the one that is shown */
  const MerImportPreview *preview; /* borrowed: likewise */
  GtkFileChooserNative   *chooser; /* owned, nullable: while it is open */
};

G_DEFINE_FINAL_TYPE (MerImportFilePage, mer_import_file_page, GTK_TYPE_BOX)

/* --- choosing -------------------------------------------------------------- */

static void
chosen_cb (MerImportFilePage *self,
           int                response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

  if (response != GTK_RESPONSE_ACCEPT || self->queue == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        mer_import_queue_add (self->queue, path);
    }
}

static void
add_filter (MerImportFilePage *self,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (; suffixes != NULL && *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

/**
 * mer_import_file_page_choose:
 * @self: a page
 *
 * Opens the file chooser.
 */
void
mer_import_file_page_choose (MerImportFilePage *self)
{
  static const char *const tables[] = { "csv", "tsv", "txt", "tab", "xlsx", "xlsm",
                                        "xls", "ods", "xml", "zip", NULL };
  GtkRoot                 *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow               *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  if (self->chooser != NULL)
    return;
  self->chooser =
    gtk_file_chooser_native_new (_("Choose tables"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                    _("_Open"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  add_filter (self, _("Tables"), tables);
  add_filter (self, _("All files"), NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- the file that is shown ----------------------------------------------------------- */

static void
show_preview (MerImportFilePage *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  const GError           *error = mer_import_state_get_error (self->state);

  if (preview != NULL && preview != self->preview)
    mer_import_sheet_set_table (self->sheet, preview->columns, preview->rows,
                                preview->row_numbers);
  self->preview = preview;
  if (error != NULL)
    adw_status_page_set_description (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), preview != NULL || error != NULL);
  gtk_stack_set_visible_child_name (self->stack, preview != NULL ? "table"
                                                 : error != NULL ? "problem"
                                                                 : "nothing");
}

static void
show_state (MerImportFilePage *self,
            MerImportState    *state)
{
  if (state == self->state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_set_object (&self->state, state);
  self->preview = NULL;
  mer_import_sheet_set_table (self->sheet, NULL, NULL, NULL);
  mer_import_reading_bar_set_state (self->bar, state);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), state != NULL);
  if (state == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }
  g_signal_connect_swapped (state, "changed", G_CALLBACK (show_preview), self);
  show_preview (self);
}

static void
row_selected_cb (MerImportFilePage *self,
                 GtkListBoxRow     *row)
{
  MerImportState *state = NULL;

  if (row != NULL)
    state = mer_import_file_row_get_state (MER_IMPORT_FILE_ROW (row));
  show_state (self, state);
}

/* --- the list ------------------------------------------------------------------------- */

static void
removed_cb (MerImportFilePage *self,
            MerImportFileRow  *row)
{
  g_autoptr (MerImportState) state = g_object_ref (mer_import_file_row_get_state (row));

  mer_import_queue_remove (self->queue, state);
}

static GtkListBoxRow *
row_of (MerImportFilePage *self,
        MerImportState    *state)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (mer_import_file_row_get_state (MER_IMPORT_FILE_ROW (row)) == state)
      return row;
  return NULL;
}

static gboolean
has_state (MerImportFilePage *self,
           MerImportState    *state)
{
  for (guint i = 0; i < mer_import_queue_get_n (self->queue); i++)
    if (mer_import_queue_get (self->queue, i) == state)
      return TRUE;
  return FALSE;
}

static void
drop_rows (MerImportFilePage *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    {
      if (has_state (self, mer_import_file_row_get_state (MER_IMPORT_FILE_ROW (row))))
        i++;
      else
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

static void
queue_changed_cb (MerImportFilePage *self)
{
  guint n = mer_import_queue_get_n (self->queue);

  drop_rows (self);
  for (guint i = 0; i < n; i++)
    {
      MerImportState *state = mer_import_queue_get (self->queue, i);
      GtkWidget      *row = NULL;

      if (row_of (self, state) != NULL)
        continue;
      row = mer_import_file_row_new (state);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (self->list_box, n > 0);
  gtk_widget_set_vexpand (self->drop_zone, n == 0);
  gtk_widget_set_visible (self->hint, n == 0);
  if (n > 0)
    gtk_widget_add_css_class (self->drop_zone, "compact");
  else
    gtk_widget_remove_css_class (self->drop_zone, "compact");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), n > 0);
  if (n > 0 && gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_file_page_dispose (GObject *object)
{
  MerImportFilePage *self = MER_IMPORT_FILE_PAGE (object);

  if (self->queue != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->queue, self);
      show_state (self, NULL);
    }
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_FILE_PAGE);
  g_clear_object (&self->queue);
  G_OBJECT_CLASS (mer_import_file_page_parent_class)->dispose (object);
}

static gboolean
mer_import_file_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MER_IMPORT_FILE_PAGE (widget)->choose);
}

static void
mer_import_file_page_class_init (MerImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_file_page_dispose;
  widget_class->grab_focus = mer_import_file_page_grab_focus;
  g_type_ensure (MER_TYPE_IMPORT_READING_BAR);
  g_type_ensure (MER_TYPE_IMPORT_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, hint);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, choose);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, list_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, list);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, bar);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, problem);
  gtk_widget_class_bind_template_callback (widget_class, mer_import_file_page_choose);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
mer_import_file_page_init (MerImportFilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mer_import_file_page_set_queue:
 * @self: a page without a queue
 * @queue: the files that it shows and adds to; kept
 */
void
mer_import_file_page_set_queue (MerImportFilePage *self,
                                MerImportQueue    *queue)
{
  g_return_if_fail (MER_IS_IMPORT_FILE_PAGE (self) && self->queue == NULL);
  self->queue = g_object_ref (queue);
  g_signal_connect_swapped (queue, "changed", G_CALLBACK (queue_changed_cb), self);
  queue_changed_cb (self);
}
