/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of files. Newest first; those that were taken out are not shown, the journal
 * and the undo keep them. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "store/mer-batch-store.h"
#include "store/mer-record-store.h"
#include "ui/import/mer-import-state.h"
#include "ui/pages/mer-batch-window.h"
#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-remove-once.h"
#include "ui/pages/mer-repeats-bar.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-numbered-column.h"
#include "ui/widgets/mer-table-copy.h"
#include "ui/widgets/mer-text-rows.h"
#include "ui/widgets/mer-wrap-bar.h"

/* --- rows ------------------------------------------------------------------ */

#define MER_TYPE_FILE_ROW (mer_file_row_get_type ())
G_DECLARE_FINAL_TYPE (MerFileRow, mer_file_row, MER, FILE_ROW, GObject)

struct _MerFileRow
{
  GObject parent_instance;

  MerBatch *batch; /* owned */
};

G_DEFINE_FINAL_TYPE (MerFileRow, mer_file_row, G_TYPE_OBJECT)

static void
mer_file_row_finalize (GObject *object)
{
  g_clear_pointer (&MER_FILE_ROW (object)->batch, mer_batch_unref);
  G_OBJECT_CLASS (mer_file_row_parent_class)->finalize (object);
}

static void
mer_file_row_class_init (MerFileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_file_row_finalize;
}

static void
mer_file_row_init (MerFileRow *self)
{
}

/* --- the table ------------------------------------------------------------- */

enum
{
  COLUMN_FILE,
  COLUMN_KIND,
  COLUMN_TIME,
  COLUMN_WHO,
  COLUMN_ACCEPTED,
  COLUMN_REJECTED,
  COLUMN_DUPLICATES,
  N_COLUMNS,
};

struct _MerDataFiles
{
  MerDataView parent_instance;

  GtkLabel            *summary;
  MerRepeatsBar       *repeats;
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* owned */
  GListStore          *store;              /* owned */
  GtkSingleSelection  *selection;          /* owned */
};

G_DEFINE_FINAL_TYPE (MerDataFiles, mer_data_files, MER_TYPE_DATA_VIEW)

static MerSession *
session_of (MerDataFiles *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

static char *
time_text (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%d.%m.%Y %-H:%M") : g_strdup ("");
}

static char *
cell_text (const MerBatch *batch,
           guint           column)
{
  MerLanguage language = mer_language_of_locale ();

  switch (column)
    {
    case COLUMN_FILE:
      return mer_batch_display_name (batch, language);
    case COLUMN_KIND:
      return g_strdup (mer_import_kind_title (batch->kind));
    case COLUMN_TIME:
      return time_text (batch->imported_at);
    case COLUMN_WHO:
      return g_strdup (batch->who);
    case COLUMN_ACCEPTED:
      return mer_format_count (language, batch->accepted);
    case COLUMN_REJECTED:
      return mer_format_count (language, batch->rejected);
    case COLUMN_DUPLICATES:
    default:
      return mer_format_count (language, batch->duplicates);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = mer_numbered_column_of (factory);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column >= COLUMN_ACCEPTED ? 1 : 0);
  if (column == COLUMN_WHO)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column == COLUMN_FILE)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_width_chars (GTK_LABEL (label), 14);
      gtk_widget_add_css_class (label, "mer-strong");
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  guint             column = mer_numbered_column_of (factory);
  const MerFileRow *row = gtk_list_item_get_item (item);
  GtkWidget        *label = gtk_list_item_get_child (item);
  g_autofree char  *text = cell_text (row->batch, column);
  gboolean          warn = column == COLUMN_REJECTED && row->batch->rejected > 0;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (warn)
    gtk_widget_add_css_class (label, "mer-warning");
  else
    gtk_widget_remove_css_class (label, "mer-warning");
  if (column == COLUMN_FILE)
    gtk_widget_set_tooltip_text (label, text);
}

static const MerCellCallbacks cells = { G_CALLBACK (setup_cb), G_CALLBACK (bind_cb), NULL };

static void
add_column (MerDataFiles *self,
            guint         column,
            const char   *title,
            int           width)
{
  GtkColumnViewColumn *view_column =
    mer_numbered_column_append (self->view, &cells, column, title, width);

  if (column >= COLUMN_ACCEPTED)
    mer_headers_set_numeric (view_column);
  self->columns[column] = view_column;
}

/* --- actions --------------------------------------------------------------- */

static MerBatch *
selected_batch (MerDataFiles *self)
{
  MerFileRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? row->batch : NULL;
}

gboolean
mer_data_files_has_selection (MerDataFiles *self)
{
  g_return_val_if_fail (MER_IS_DATA_FILES (self), FALSE);
  return selected_batch (self) != NULL;
}

static gboolean
remove_batch (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  const MerBatch *batch = user_data;

  return mer_store_remove_batch (document, batch->id, error);
}

/**
 * mer_data_files_remove:
 * @self: a table
 *
 * Takes the selected file out of the document: one action that can be undone.
 */
void
mer_data_files_remove (MerDataFiles *self)
{
  MerFileRow *row;
  g_autoptr (MerBatch) batch = NULL;
  g_autofree char *name = NULL;
  g_autofree char *done = NULL;

  g_return_if_fail (MER_IS_DATA_FILES (self));
  row = gtk_single_selection_get_selected_item (self->selection);
  if (row == NULL)
    return;
  /* The row goes away while the change is being told. */
  batch = mer_batch_ref (row->batch);
  name = mer_batch_display_name (batch, mer_language_of_locale ());
  done = g_strdup_printf (batch->file_name != NULL ? _("The file “%s” was taken out")
                                                   : _("“%s” was taken out"),
                                                        name);
  if (mer_remove_once (session_of (self), _("Taking out a file"), done, remove_batch, batch))
    mer_repeats_bar_tell (self->repeats, session_of (self), batch->id);
}

static void
present_batch (MerDataFiles *self,
               MerBatch     *batch,
               GPtrArray    *problems)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window = mer_batch_window_new (session_of (self), batch, problems);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * mer_data_files_show_problems:
 * @self: a table
 *
 * Shows the selected import at length: what was wrong with it, too.
 */
void
mer_data_files_show_problems (MerDataFiles *self)
{
  MerBatch *batch;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MER_IS_DATA_FILES (self));
  batch = selected_batch (self);
  if (batch == NULL)
    return;
  problems =
    mer_store_problems (mer_session_get_document (session_of (self)), batch->id, &error);
  if (problems == NULL)
    mer_session_fail (session_of (self), _("The problems cannot be read"), error);
  else
    present_batch (self, batch, problems);
}

static void
rejected_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerDataFiles *self = user_data;
  MerBatch     *batch = selected_batch (self);

  if (batch != NULL)
    mer_batch_save_rejected (GTK_WIDGET (self), session_of (self), batch);
}

static void
problems_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mer_data_files_show_problems (MER_DATA_FILES (user_data));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mer_data_files_remove (MER_DATA_FILES (user_data));
}

/* The cycle that is shown. */
static gint64
cycle_of (MerSession *session)
{
  MerResults *results = mer_session_get_results (session);

  return results != NULL ? results->cycle->id : mer_session_get_cycle_id (session);
}

/* Files of the registry are shown with each cycle, but came with one that may be closed. */
static gboolean
may_remove (MerSession     *session,
            const MerBatch *batch)
{
  MerDocument *document = mer_session_get_document (session);

  if (batch->cycle_id == cycle_of (session))
    return mer_session_may_write (session);
  return !mer_document_is_read_only (document) &&
         mer_store_require_open_cycle (document, batch->cycle_id, NULL);
}

static void
update_actions (MerDataFiles *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  MerBatch    *batch = selected_batch (self);
  gboolean     some = batch != NULL;

  mer_data_view_set_action_enabled (view, "problems", some);
  mer_data_view_set_action_enabled (view, "rejected",
                                    some && batch->rejected > 0 && batch->file_name != NULL);
  mer_data_view_set_action_enabled (view, "delete", some && may_remove (session_of (self), batch));
}

/* --- filling it ------------------------------------------------------------ */

/* The registry's files belong to no cycle and are shown with each. */
static gboolean
belongs (const MerBatch *batch,
         gint64          cycle_id)
{
  return !batch->removed && (batch->cycle_id == cycle_id || batch->cycle_id == 0 ||
                             batch->kind == MER_BATCH_ORGANIZATIONS);
}

/* Newest first: (transfer full) (element-type MerFileRow). */
static GPtrArray *
read_rows (MerSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = mer_store_batches (mer_session_get_document (session), 0,
                                                     &error);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (batches == NULL)
    g_warning ("imported files: %s", error->message);
  for (guint i = batches != NULL ? batches->len : 0; i > 0; i--)
    {
      MerBatch   *batch = g_ptr_array_index (batches, i - 1);
      MerFileRow *row = NULL;

      if (!belongs (batch, cycle_of (session)))
        continue;
      row = g_object_new (MER_TYPE_FILE_ROW, NULL);
      row->batch = mer_batch_ref (batch);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

gboolean
mer_data_files_any (MerSession *session)
{
  g_autoptr (GPtrArray) rows = read_rows (session);

  return rows->len > 0;
}

static gboolean
is_same_batch (gpointer row,
               gpointer other)
{
  return ((MerFileRow *) row)->batch->id == ((MerFileRow *) other)->batch->id;
}

static void
mer_data_files_update (MerDataView *view)
{
  MerDataFiles *self = MER_DATA_FILES (view);
  g_autoptr (GPtrArray) rows = read_rows (mer_data_view_get_session (view));
  g_autofree char *summary =
    g_strdup_printf (ngettext ("%u import", "%u imports", rows->len), rows->len);

  mer_rows_replace (self->view, self->store, rows, is_same_batch);
  gtk_label_set_text (self->summary, summary);
  mer_repeats_bar_update (self->repeats, mer_data_view_get_session (view));
  update_actions (self);
}

guint
mer_data_files_get_n (MerDataFiles *self)
{
  g_return_val_if_fail (MER_IS_DATA_FILES (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

gint64
mer_data_files_get_id (MerDataFiles *self,
                       guint         position)
{
  g_autoptr (MerFileRow) row = NULL;

  g_return_val_if_fail (MER_IS_DATA_FILES (self), 0);
  row = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  return row != NULL ? row->batch->id : 0;
}

static void
mer_data_files_set_narrow (MerDataView *view,
                           gboolean     narrow)
{
  MerDataFiles      *self = MER_DATA_FILES (view);
  static const guint spared[] = { COLUMN_WHO, COLUMN_DUPLICATES };

  /* Taken out, not hidden: GTK 4.8 leaves the room of a hidden column empty. */
  for (guint i = 0; i < G_N_ELEMENTS (spared); i++)
    {
      GtkColumnViewColumn *column = self->columns[spared[i]];
      gboolean             shown = gtk_column_view_column_get_column_view (column) != NULL;

      if (narrow && shown)
        gtk_column_view_remove_column (self->view, column);
      else if (!narrow && !shown)
        gtk_column_view_insert_column (self->view, spared[i], column);
    }
}

/* --- the object ------------------------------------------------------------ */

static void
mer_data_files_show_record (MerDataView *view,
                            const char  *kind,
                            gint64       id)
{
  MerDataFiles *self = MER_DATA_FILES (view);
  GListModel   *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (model, i);

      if (((MerFileRow *) row)->batch->id != id)
        continue;
      mer_list_view_select (self->view, i);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
}

static void
mer_data_files_dispose (GObject *object)
{
  MerDataFiles *self = MER_DATA_FILES (object);

  guint i;

  for (i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mer_data_files_parent_class)->dispose (object);
}

static void
mer_data_files_class_init (MerDataFilesClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_files_dispose;
  view_class->update = mer_data_files_update;
  view_class->set_narrow = mer_data_files_set_narrow;
  view_class->show_record = mer_data_files_show_record;
}

static char *
copied_text (GtkColumnViewColumn *view_column,
             gpointer             item,
             gpointer             user_data)
{
  MerDataFiles     *self = user_data;
  const MerFileRow *row = item;
  guint             column = 0;

  while (column + 1 < N_COLUMNS && self->columns[column] != view_column)
    column++;
  return cell_text (row->batch, column);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_table_copy_rows (MER_DATA_FILES (user_data)->view, copied_text, user_data);
}

static const GActionEntry actions[] = {
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "rejected", rejected_cb, NULL, NULL, NULL, { 0 } },
  { "problems", problems_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
};

static void
add_button (GtkWidget  *bar,
            const char *label,
            const char *action,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, bar);
}

/* A bar of its own: beside six tabs there is no room for three buttons. */
static GtkWidget *
make_bar (MerDataFiles *self)
{
  GtkWidget *bar = g_object_new (MER_TYPE_WRAP_BAR, NULL);

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "small");
  gtk_widget_add_css_class (bar, "mer-bar");
  gtk_widget_set_parent (GTK_WIDGET (self->summary), bar);
  add_button (bar, _("_Details…"), "view.problems", _("What was read and what was wrong (Enter)"));
  add_button (bar, _("_Save the rejected rows…"), "view.rejected", NULL);
  add_button (bar, _("_Take out the file"), "view.delete",
                      _("Takes the rows of this file out of the document (Delete)"));
  return bar;
}

static void
mer_data_files_init (MerDataFiles *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->store = g_list_store_new (MER_TYPE_FILE_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  self->view =
    GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Imported files"), -1);
  add_column (self, COLUMN_FILE, _("File"), -1);
  add_column (self, COLUMN_KIND, _("Kind"), 156);
  add_column (self, COLUMN_TIME, _("Imported"), 152);
  add_column (self, COLUMN_WHO, _("Who"), 108);
  add_column (self, COLUMN_ACCEPTED, _("Accepted"), 92);
  add_column (self, COLUMN_REJECTED, _("Rejected"), 100);
  add_column (self, COLUMN_DUPLICATES, _("Duplicates"), 92);
  mer_headers_follow (self->view);
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->view));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (mer_data_files_show_problems),
                           self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->repeats = MER_REPEATS_BAR (mer_repeats_bar_new ());
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->repeats));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}
