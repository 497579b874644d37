/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tab of comments. Texts are read once by a worker and read again only when imports or the
 * meaning of spellings have changed; themes and marks are read at each change. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-comment-text.h"
#include "ui/mer-document-work.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-comment-columns.h"
#include "ui/pages/mer-data-comments-private.h"

#define N_THEME_CHOICES 2 /* all, none */
#define MAX_CHOICE_CHARS 18

/* As in the template. */
enum
{
  MARK_ANY,
  MARK_PERSON,
  MARK_HIDDEN,
  MARK_FINDING,
};

G_DEFINE_FINAL_TYPE (MerDataComments, mer_data_comments, MER_TYPE_DATA_VIEW)

static MerSession *
session_of (MerDataComments *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

static gint64
cycle_of (MerSession *session)
{
  MerResults *results = mer_session_get_results (session);

  return results != NULL ? results->cycle->id : mer_session_get_cycle_id (session);
}

/* --- filters -------------------------------------------------------------------------- */

static gint64
chosen_organization (MerDataComments *self)
{
  guint selected = gtk_drop_down_get_selected (self->organization);

  return selected > 0 && selected <= self->organizations->len
           ? g_array_index (self->organizations, gint64, selected - 1)
           : 0;
}

static void
read_filter (MerDataComments  *self,
             MerCommentFilter *filter)
{
  guint theme = gtk_drop_down_get_selected (self->theme);

  filter->search = mer_comment_fold (gtk_editable_get_text (self->search));
  filter->organization_id = chosen_organization (self);
  filter->theme_filter = theme < N_THEME_CHOICES || theme == GTK_INVALID_LIST_POSITION
                           ? (theme == 1 ? MER_COMMENT_THEME_NONE : MER_COMMENT_THEME_ANY)
                           : MER_COMMENT_THEME_ONE;
  if (filter->theme_filter == MER_COMMENT_THEME_ONE)
    filter->theme = g_strdup (g_ptr_array_index (self->themes, theme - N_THEME_CHOICES));
  filter->person = gtk_drop_down_get_selected (self->mark) == MARK_PERSON;
  filter->hidden = gtk_drop_down_get_selected (self->mark) == MARK_HIDDEN;
  filter->finding = gtk_drop_down_get_selected (self->mark) == MARK_FINDING;
  filter->nothing = gtk_toggle_button_get_active (self->nothing);
}

/* Comments are kept by their names, or by their place where they are shown no longer. */
static void
restore_selection (MerDataComments *self,
                   GPtrArray       *selected,
                   guint            position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  for (guint i = 0; i < selected->len; i++)
    {
      const MerCommentEntry *entry = mer_comment_item_get (g_ptr_array_index (selected, i));
      guint                  row = mer_comment_list_find (self->list, entry->batch_id, entry->row);

      if (row != G_MAXUINT)
        gtk_bitset_add (rows, row);
    }
  if (!gtk_bitset_is_empty (rows))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), rows, all);
  else if (selected->len > 0 && n > 0)
    mer_list_view_select (self->table, MIN (position, n - 1));
}

static void
show_list (MerDataComments *self)
{
  MerCommentFilter filter = { 0 };
  g_autoptr (GPtrArray) selected = mer_data_comments_get_selected (self);
  guint position = mer_list_view_get_selected (self->table);

  read_filter (self, &filter);
  mer_comment_list_show (self->list, self->comments, &filter);
  mer_comment_filter_clear (&filter);
  restore_selection (self, selected, position);
  gtk_stack_set_visible_child_name (
    self->table_stack,
    g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0 ? "table" : "nothing");
  mer_data_view_summary_changed (MER_DATA_VIEW (self));
}

static void
filter_changed_cb (MerDataComments *self)
{
  if (!self->is_filling && self->comments != NULL)
    show_list (self);
}

static void
stop_search_cb (MerDataComments *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

void
mer_data_comments_reset_filters (MerDataComments *self)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->organization, 0);
  gtk_drop_down_set_selected (self->theme, 0);
  gtk_drop_down_set_selected (self->mark, MARK_ANY);
  gtk_toggle_button_set_active (self->nothing, FALSE);
  self->is_filling = FALSE;
  filter_changed_cb (self);
}

/* Only organizations about which something was written. */
static void
fill_organizations (MerDataComments *self)
{
  gint64 chosen = chosen_organization (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) written = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint selected = 0;

  for (guint i = 0; i < self->comments->set->n_entries; i++)
    g_hash_table_add (written,
                      (gpointer) (guintptr) &self->comments->set->entries[i].organization_id);
  g_array_set_size (self->organizations, 0);
  gtk_string_list_append (names, _("All organizations"));
  for (guint i = 0; i < self->comments->organizations->len; i++)
    {
      const MerOrganization *organization =
        g_ptr_array_index (self->comments->organizations, i);

      if (!g_hash_table_contains (written, &organization->id))
        continue;
      g_array_append_val (self->organizations, organization->id);
      gtk_string_list_append (names, organization->name);
      if (organization->id == chosen)
        selected = self->organizations->len;
    }
  gtk_drop_down_set_model (self->organization, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->organization, selected);
}

static void
fill_themes (MerDataComments *self)
{
  guint            before = gtk_drop_down_get_selected (self->theme);
  g_autofree char *chosen = NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = before < N_THEME_CHOICES ? before : 0;

  if (before != GTK_INVALID_LIST_POSITION && before >= N_THEME_CHOICES)
    chosen = g_strdup (g_ptr_array_index (self->themes, before - N_THEME_CHOICES));
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  self->themes = mer_comments_themes (self->comments, mer_language_of_locale ());
  gtk_string_list_append (titles, _("All themes"));
  gtk_string_list_append (titles, _("Without a theme"));
  for (guint i = 0; i < self->themes->len; i++)
    {
      const char *theme = g_ptr_array_index (self->themes, i);

      gtk_string_list_append (titles, theme);
      if (g_strcmp0 (theme, chosen) == 0)
        selected = i + N_THEME_CHOICES;
    }
  gtk_drop_down_set_model (self->theme, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->theme, selected);
}

static void
fill_filters (MerDataComments *self,
              gboolean         with_organizations)
{
  g_autofree char *count =
    mer_format_count (mer_language_of_locale (), self->comments->set->n_nothing);
  /* Translators: a filter: comments that say nothing, and how many they are. */
  g_autofree char *nothing = g_strdup_printf (_("Without content: %s"), count);

  self->is_filling = TRUE;
  if (with_organizations)
    fill_organizations (self);
  fill_themes (self);
  gtk_button_set_label (GTK_BUTTON (self->nothing), nothing);
  self->is_filling = FALSE;
}

/* --- reading -------------------------------------------------------------------------- */

static void
set_comments (MerDataComments *self,
              MerComments     *comments,
              gboolean         with_organizations)
{
  g_clear_pointer (&self->comments, mer_comments_unref);
  self->comments = comments;
  fill_filters (self, with_organizations);
  show_list (self);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack,
                                    comments->set->n_entries > 0 ? "list" : "empty");
  mer_data_comments_update_actions (self);
}

/* With the texts that are there. A change of our own leaves the organizations as they are. */
static void
load_with (MerDataComments *self,
           MerCommentSet   *set,
           gboolean         with_organizations)
{
  MerSession *session = session_of (self);
  g_autoptr (GError) error = NULL;
  MerComments *comments =
    mer_comments_load (mer_session_get_document (session), cycle_of (session), set, &error);

  if (comments == NULL)
    mer_session_fail (session, _("The comments cannot be read"), error);
  else
    set_comments (self, comments, with_organizations);
}

void
mer_data_comments_reload (MerDataComments *self)
{
  if (self->comments != NULL)
    load_with (self, self->comments->set, FALSE);
}

static gpointer
read_set (MerDocument  *document,
          gint64        cycle_id,
          GCancellable *cancellable,
          GError      **error)
{
  return mer_comment_set_load (document, cycle_id, cancellable, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  MerDataComments *self = MER_DATA_COMMENTS (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCommentSet) set = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another reading has begun, or the view is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  if (set != NULL)
    load_with (self, set, TRUE);
  else
    {
      gtk_spinner_stop (self->spinner);
      g_clear_pointer (&self->signature, g_free);
      mer_session_fail (session_of (self), _("The comments cannot be read"), error);
    }
}

static void
cancel_reading (MerDataComments *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
start_reading (MerDataComments *self)
{
  MerSession *session = session_of (self);
  g_autoptr (GTask) task = NULL;

  cancel_reading (self);
  self->reading = g_cancellable_new ();
  if (self->comments == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "reading");
      gtk_spinner_start (self->spinner);
    }
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  mer_document_work_run (task, mer_session_get_document (session), cycle_of (session), read_set,
                         (GDestroyNotify) mer_comment_set_unref);
}

static void
mer_data_comments_update (MerDataView *view)
{
  MerDataComments *self = MER_DATA_COMMENTS (view);
  MerSession      *session = session_of (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *signature = mer_comment_set_signature (mer_session_get_document (session),
                                                          cycle_of (session), &error);

  if (signature != NULL && g_strcmp0 (signature, self->signature) == 0)
    {
      if (self->reading == NULL && self->comments != NULL)
        load_with (self, self->comments->set, TRUE);
      return;
    }
  g_free (self->signature);
  self->signature = g_steal_pointer (&signature);
  start_reading (self);
}

/* --- what is shown ---------------------------------------------------------------------- */

GPtrArray *
mer_data_comments_get_selected (MerDataComments *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) rows =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint         row = 0;
  gboolean      more = gtk_bitset_iter_init_first (&iter, rows, &row);

  for (; more; more = gtk_bitset_iter_next (&iter, &row))
    {
      gpointer item = g_list_model_get_item (G_LIST_MODEL (self->list), row);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

static void
selection_changed_cb (MerDataComments *self)
{
  g_autoptr (GPtrArray) items = mer_data_comments_get_selected (self);

  mer_comment_inspector_show (self->inspector, items,
                              mer_session_get_results (session_of (self)));
  mer_data_comments_update_actions (self);
}

static void
activate_cb (MerDataComments *self)
{
  mer_comment_inspector_edit_theme (self->inspector);
}

/* «Показано 212 из 1 340» */
static char *
mer_data_comments_get_summary (MerDataView *view)
{
  MerDataComments *self = MER_DATA_COMMENTS (view);
  MerLanguage      language = mer_language_of_locale ();
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *shown = mer_format_count (language, n);
  g_autofree char *all = NULL;

  if (self->comments == NULL || self->comments->set->n_entries == 0)
    return NULL;
  all = mer_format_count (language, self->comments->set->n_entries);
  return g_strdup_printf (ngettext ("%s of %s shown", "%s of %s shown", n), shown, all);
}

static GtkWidget *
mer_data_comments_get_tools (MerDataView *view)
{
  return MER_DATA_COMMENTS (view)->tools;
}

static void
mer_data_comments_set_narrow (MerDataView *view,
                              gboolean     narrow)
{
  MerDataComments *self = MER_DATA_COMMENTS (view);

  mer_list_view_show_column (self->table, "theme", !narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), narrow ? 256 : 288, -1);
}

static void
mer_data_comments_show_organization (MerDataView *view,
                                     gint64       organization_id)
{
  MerDataComments *self = MER_DATA_COMMENTS (view);

  for (guint i = 0; i < self->organizations->len; i++)
    {
      if (g_array_index (self->organizations, gint64, i) == organization_id)
        gtk_drop_down_set_selected (self->organization, i + 1);
    }
}

/* --- the object --------------------------------------------------------------------------- */

static gboolean
mer_data_comments_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_DATA_COMMENTS (widget)->table));
}

static void
mer_data_comments_dispose (GObject *object)
{
  MerDataComments *self = MER_DATA_COMMENTS (object);

  cancel_reading (self);
  g_clear_object (&self->tools);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->comments, mer_comments_unref);
  g_clear_pointer (&self->signature, g_free);
  g_clear_pointer (&self->organizations, g_array_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_DATA_COMMENTS);
  G_OBJECT_CLASS (mer_data_comments_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, stack);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, search);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, organization);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, theme);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, mark);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, nothing);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, table_stack);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, table);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, inspector);
  gtk_widget_class_bind_template_child (widget_class, MerDataComments, row_menu);
}

static void
mer_data_comments_class_init (MerDataCommentsClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_comments_dispose;
  widget_class->grab_focus = mer_data_comments_grab_focus;
  view_class->update = mer_data_comments_update;
  view_class->get_summary = mer_data_comments_get_summary;
  view_class->get_tools = mer_data_comments_get_tools;
  view_class->set_narrow = mer_data_comments_set_narrow;
  view_class->show_organization = mer_data_comments_show_organization;
  g_type_ensure (MER_TYPE_COMMENT_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-data-comments.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
choice_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHOICE_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The button keeps its size whatever long name is chosen; its list shows names as a whole. */
static void
keep_small (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (drop_down));
  g_autoptr (GtkListItemFactory) small = gtk_signal_list_item_factory_new ();

  g_signal_connect (small, "setup", G_CALLBACK (choice_setup_cb), NULL);
  g_signal_connect (small, "bind", G_CALLBACK (choice_bind_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, whole);
  gtk_drop_down_set_factory (drop_down, small);
}

static void
make_tools (MerDataComments *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Structure of the sample…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.structure");
  self->tools = g_object_ref_sink (button);
}

static void
mer_data_comments_init (MerDataComments *self)
{
  guint                n_columns = 0;
  const MerListColumn *columns = mer_comment_columns (&n_columns);

  self->organizations = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->themes = g_ptr_array_new_with_free_func (g_free);
  self->list = mer_comment_list_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  mer_list_view_setup (self->table, columns, n_columns);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  mer_list_view_set_menu (self->table, self->row_menu);
  keep_small (self->organization);
  keep_small (self->theme);
  make_tools (self);
  mer_data_comments_add_actions (self);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
}
