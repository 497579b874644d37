/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with comments. Whatever is selected is changed by one action, and what follows
 * in the table is selected when the changed ones leave it. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-comment-text.h"
#include "report/mer-report.h"
#include "report/mer-save-path.h"
#include "ui/dialogs/mer-finding-dialog.h"
#include "ui/mer-save-tell.h"
#include "ui/pages/mer-data-comments-private.h"
#include "ui/widgets/mer-list-view.h"

static MerSession *
session_of (MerDataComments *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

/* --- changes --------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray      *items; /* of MerCommentItem */
  const char     *theme; /* with set_themes */
  MerCommentState state; /* with set_states */
} Change;

static gboolean
set_themes (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const Change *change = user_data;

  for (guint i = 0; i < change->items->len; i++)
    {
      const MerCommentEntry *entry = mer_comment_item_get (g_ptr_array_index (change->items, i));

      if (!mer_store_set_comment_theme (document, entry->batch_id, entry->row, change->theme,
                                        error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_states (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const Change *change = user_data;

  for (guint i = 0; i < change->items->len; i++)
    {
      const MerCommentEntry *entry = mer_comment_item_get (g_ptr_array_index (change->items, i));

      if (!mer_store_set_comment_state (document, entry->batch_id, entry->row, change->state,
                                        error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_theme (MerDataComments *self,
             GPtrArray       *items,
             const char      *theme)
{
  Change           change = { items, theme, MER_COMMENT_MASKED };
  g_autofree char *done = NULL;

  if (items->len == 0)
    return FALSE;
  if (theme != NULL && *theme != '\0')
    done = g_strdup_printf (ngettext ("Theme “%s” given to %u comment",
                                      "Theme “%s” given to %u comments", items->len),
                            theme, items->len);
  else
    done = g_strdup (_("The theme was taken away"));
  return mer_session_perform (session_of (self), _("Theme of a comment"), done, set_themes,
                                                    &change);
}

static void
give_theme (MerDataComments *self,
            const char      *theme)
{
  g_autoptr (GPtrArray) items = mer_data_comments_get_selected (self);

  if (store_theme (self, items, theme))
    mer_data_comments_reload (self);
}

/* The table is read again with the next results: it may be just about to select another row. */
static void
theme_typed_cb (MerDataComments *self,
                GPtrArray       *items,
                const char      *theme)
{
  if (mer_session_may_write (session_of (self)))
    store_theme (self, items, theme);
}

static void
theme_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerDataComments *self = user_data;

  give_theme (self, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* 0 takes the theme away. */
static void
theme_number_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  int number = g_variant_get_int32 (parameter);

  if (number >= 0 && number <= MER_N_THEMES)
    give_theme (user_data, number == 0 ? NULL
                                       : mer_theme_title (mer_language_of_locale (),
                                                          (MerTheme) (number - 1)));
}

static void
set_state (MerDataComments *self,
           MerCommentState  state)
{
  static const char *const labels[] = { N_("Withholding names"), N_("Hiding of comments"),
                                                                      N_("Showing of comments") };
  g_autoptr (GPtrArray) items = mer_data_comments_get_selected (self);
  Change           change = { items, NULL, state };
  g_autofree char *done = NULL;

  if (items->len == 0)
    return;
  if (state == MER_COMMENT_HIDDEN)
    done = g_strdup_printf (ngettext ("%u comment hidden", "%u comments hidden", items->len),
                            items->len);
  else if (state == MER_COMMENT_OPEN)
    done = g_strdup_printf (ngettext ("%u comment stands as it was written",
                                      "%u comments stand as they were written", items->len),
                            items->len);
  else
    done = g_strdup (_("Names are withheld again"));
  if (mer_session_perform (session_of (self), _(labels[state]), done, set_states, &change))
    mer_data_comments_reload (self);
}

static void
hide_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  set_state (user_data, MER_COMMENT_HIDDEN);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  set_state (user_data, MER_COMMENT_OPEN);
}

static void
mask_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  set_state (user_data, MER_COMMENT_MASKED);
}

/* --- findings --------------------------------------------------------------------------- */

static void
present_finding (MerDataComments *self,
                 MerFindingKind   kind)
{
  g_autoptr (GPtrArray) items = mer_data_comments_get_selected (self);
  MerResults            *results = mer_session_get_results (session_of (self));
  GtkRoot               *root = gtk_widget_get_root (GTK_WIDGET (self));
  const MerCommentEntry *entry = NULL;
  MerDocument           *document = mer_session_get_document (session_of (self));

  if (items->len != 1 || results == NULL)
    return;
  entry = mer_comment_item_get (g_ptr_array_index (items, 0));
  mer_finding_dialog_present (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session_of (self),
    mer_comments_new_finding (self->comments, entry, results->cycle->id, kind,
                              results->methodology, mer_document_get_language (document)),
    mer_comments_organization (self->comments, entry->organization_id));
}

static void
finding_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  present_finding (user_data, MER_FINDING_FINDING);
}

static void
proposal_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  present_finding (user_data, MER_FINDING_PROPOSAL);
}

/* --- tables ------------------------------------------------------------------------------ */

typedef struct
{
  MerSession  *session;
  MerComments *comments;
  GArray      *indices;
  MerLanguage  language;
  char        *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_object (&export->session);
  g_clear_pointer (&export->comments, mer_comments_unref);
  g_clear_pointer (&export->indices, g_array_unref);
  g_free (export->path);
  g_free (export);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Export *export = task_data;
  g_autoptr (MerBlocks) blocks =
    mer_comments_document (export->comments, export->indices, export->language);
  GError            *error = NULL;
  const MerRenderer *renderer = mer_renderer_for_path (export->path, &error);
  g_autoptr (GBytes) bytes = renderer != NULL ? renderer->render (blocks, &error) : NULL;

  if (bytes != NULL && mer_report_save (bytes, export->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  const Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  mer_session_release_busy (export->session);
  g_task_propagate_boolean (G_TASK (result), &error);
  mer_save_tell (export->session, export->path, error);
}

static void
export_chosen_cb (GtkNativeDialog *dialog,
                  int              response,
                  Export *export)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GTask) task = NULL;

  if (response == GTK_RESPONSE_ACCEPT && chosen != NULL)
    export->path = mer_save_path_table (chosen);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (export->path == NULL)
    {
      export_free (export);
      return;
    }
  mer_session_hold_busy (export->session);
  task = g_task_new (NULL, NULL, exported_cb, NULL);
  g_task_set_source_tag (task, export_chosen_cb);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_in_thread);
}

static void
add_format (GtkFileChooser *chooser,
            const char     *name,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* What is shown, without names and hidden comments. */
static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataComments *self = user_data;
  MerDocument     *document = mer_session_get_document (session_of (self));
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  const GArray    *shown = mer_comment_list_get_shown (self->list);
  Export *export = g_new0 (Export, 1);
  g_autoptr (GFile) file = g_file_new_for_path (mer_document_get_path (document));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GtkWindow            *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  const char           *title = _("Export the comments");
  GtkFileChooserNative *chooser = NULL;

  export->session = g_object_ref (session_of (self));
  export->comments = mer_comments_ref (self->comments);
  export->indices = g_array_copy ((GArray *) (guintptr) shown);
  export->language = mer_document_get_language (document);
  chooser = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Export"), _("_Cancel"));
  add_format (GTK_FILE_CHOOSER (chooser), _("Excel workbook"), "xlsx");
  add_format (GTK_FILE_CHOOSER (chooser), _("CSV table"), "csv");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Comments.xlsx"));
  g_signal_connect (chooser, "response", G_CALLBACK (export_chosen_cb), export);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (MER_DATA_COMMENTS (user_data)->table);
}

/* --- the rest --------------------------------------------------------------------------- */

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_comment_inspector_edit_theme (MER_DATA_COMMENTS (user_data)->inspector);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (MER_DATA_COMMENTS (user_data)->search));
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_popup (MER_DATA_COMMENTS (user_data)->table);
}

static void
reset_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mer_data_comments_reset_filters (user_data);
}

static void
structure_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  MerDataComments *self = user_data;
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));

  mer_structure_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                session_of (self));
}

static const GActionEntry actions[] = {
  { "find", find_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "delete", hide_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", menu_cb, NULL, NULL, NULL, { 0 } },
  { "theme", theme_cb, "s", NULL, NULL, { 0 } },
  { "theme-number", theme_number_cb, "i", NULL, NULL, { 0 } },
  { "hide", hide_cb, NULL, NULL, NULL, { 0 } },
  { "open", open_cb, NULL, NULL, NULL, { 0 } },
  { "mask", mask_cb, NULL, NULL, NULL, { 0 } },
  { "finding", finding_cb, NULL, NULL, NULL, { 0 } },
  { "proposal", proposal_cb, NULL, NULL, NULL, { 0 } },
  { "reset-filters", reset_filters_cb, NULL, NULL, NULL, { 0 } },
  { "structure", structure_cb, NULL, NULL, NULL, { 0 } },
};

/* Digits give themes before the table takes them for the beginning of a name. */
static void
bind_theme_keys (MerDataComments *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (int i = 0; i <= MER_N_THEMES; i++)
    {
      GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (
        gtk_keyval_trigger_new (GDK_KEY_0 + (guint) i, 0),
        gtk_keyval_trigger_new (GDK_KEY_KP_0 + (guint) i, 0));
      GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (
        trigger, gtk_named_action_new ("view.theme-number"), "i", i);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

void
mer_data_comments_add_actions (MerDataComments *self)
{
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->table));
  bind_theme_keys (self);
  g_signal_connect_object (self->inspector, "theme-typed", G_CALLBACK (theme_typed_cb), self,
                           G_CONNECT_SWAPPED);
  mer_data_comments_update_actions (self);
}

void
mer_data_comments_update_actions (MerDataComments *self)
{
  static const char *const changes[] = { "delete", "theme", "theme-number", "hide",
                                         "open", "mask" };
  static const char *const findings[] = { "finding", "proposal" };
  MerDataView             *view = MER_DATA_VIEW (self);
  MerSession              *session = session_of (self);
  g_autoptr (GtkBitset) rows =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint64  n = gtk_bitset_get_size (rows);
  gboolean writable = FALSE;
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  g_autoptr (MerCommentItem) item = NULL;
  gboolean known = FALSE;

  /* the session comes with the first property, the actions before */
  writable = session != NULL && mer_session_may_write (session);
  if (n > 0)
    item = g_list_model_get_item (G_LIST_MODEL (self->list), gtk_bitset_get_minimum (rows));
  known = item != NULL && mer_comment_item_get (item)->organization_id != 0;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    mer_data_view_set_action_enabled (view, changes[i], writable && n > 0);
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    mer_data_view_set_action_enabled (view, findings[i], writable && n == 1 && known);
  mer_data_view_set_action_enabled (view, "edit", writable && n > 0);
  mer_data_view_set_action_enabled (view, "copy", n > 0);
  mer_data_view_set_action_enabled (view, "export", some);
}
