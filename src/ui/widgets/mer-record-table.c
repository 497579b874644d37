/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of records. While nobody sees it, it only remembers that the document has changed; it
 * reads when it is shown or asked. Rows stand in a list of our own, which sorts and filters: see
 * mer-record-list.h. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-record-kinds.h"
#include "ui/mer-ui.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-record-table-private.h"

G_DEFINE_FINAL_TYPE (MerRecordTable, mer_record_table, ADW_TYPE_BIN)

enum
{
  SELECTION_CHANGED,
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- selection ------------------------------------------------------------------------------- */

GPtrArray *
mer_record_table_get_selection (MerRecordTable *self)
{
  GPtrArray *list = NULL;
  g_autoptr (GtkBitset) rows = NULL;

  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  list = g_ptr_array_new ();
  rows = gtk_selection_model_get_selection (self->selection);
  for (guint i = 0; i < gtk_bitset_get_size (rows); i++)
    {
      gpointer record = mer_record_list_get (self->list, gtk_bitset_get_nth (rows, i));

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  return list;
}

gconstpointer
mer_record_table_get_selected (MerRecordTable *self)
{
  guint position = 0;

  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  position = mer_list_view_get_selected (self->view);
  return mer_record_list_get (self->list, position);
}

/* Tells the page whose decisions to show; where there is no page, nobody hears it. */
static void
look_at_selected (MerRecordTable *self)
{
  g_autoptr (GPtrArray) selection = NULL;
  gint64 id = 0;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  selection = mer_record_table_get_selection (self);
  if (selection->len == 1)
    id = ((const MerRecord *) selection->pdata[0])->id;
  gtk_widget_activate_action (GTK_WIDGET (self), "page.look-at", "(sx)", self->kind->id, id);
}

static void
selection_changed_cb (MerRecordTable *self)
{
  if (self->refreshing)
    return;
  mer_record_table_update_actions (self);
  look_at_selected (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static GArray *
selected_ids (MerRecordTable *self)
{
  g_autoptr (GPtrArray) selection = mer_record_table_get_selection (self);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < selection->len; i++)
    g_array_append_val (ids, ((const MerRecord *) selection->pdata[i])->id);
  return ids;
}

/* FALSE: none of them is there. */
static gboolean
select_ids (MerRecordTable *self,
            const GArray   *ids)
{
  gboolean any = FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      guint position = mer_record_list_find (self->list, g_array_index (ids, gint64, i));

      if (position == G_MAXUINT)
        continue;
      gtk_selection_model_select_item (self->selection, position, !any);
      any = TRUE;
    }
  return any;
}

/* --- showing --------------------------------------------------------------------------------- */

static gboolean
shows_cb (gconstpointer record,
          gpointer      user_data)
{
  MerRecordTable *self = user_data;
  guint           filter = gtk_drop_down_get_selected (self->filters);
  guint           line = gtk_drop_down_get_selected (self->organizations);
  const MerField *field = NULL;

  if (self->shows != NULL && !self->shows (self, record))
    return FALSE;
  if (filter != GTK_INVALID_LIST_POSITION && filter > 0 && filter <= self->info->n_filters &&
      !self->info->filters[filter - 1].shows (self, record))
    return FALSE;
  if (line == GTK_INVALID_LIST_POSITION || line == 0 || line > self->organization_ids->len)
    return TRUE;
  field = mer_record_kind_field (self->kind, "organization");
  return mer_record_number (record, field) ==
         g_array_index (self->organization_ids, gint64, line - 1);
}

gboolean
mer_record_table_is_filtered (MerRecordTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) <
         mer_record_list_get_records (self->list)->len;
}

static void
show_outcome (MerRecordTable *self)
{
  g_autofree char *summary = mer_record_table_get_summary (self);
  guint            n = mer_record_list_get_records (self->list)->len;
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n == 0         ? "empty"
                                                 : n_shown == 0 ? "nothing"
                                                                : "table");
}

/* Selection and keyboard stay where they were, on a neighbour when their row is gone. */
void
mer_record_table_show (MerRecordTable *self,
                       GPtrArray      *records)
{
  g_autoptr (GArray) ids = selected_ids (self);
  guint    position = mer_list_view_get_selected (self->view);
  gboolean focused = mer_focus_within (GTK_WIDGET (self->stack)) != NULL;
  guint    n = 0;

  self->refreshing = TRUE;
  mer_record_list_show (self->list, records);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (self->wanted != 0 && mer_record_list_find (self->list, self->wanted) != G_MAXUINT)
    {
      g_array_set_size (ids, 0);
      g_array_append_val (ids, self->wanted);
      position = mer_record_list_find (self->list, self->wanted);
      mer_list_view_select (self->view, position);
      self->wanted = 0;
    }
  if (!select_ids (self, ids) && n > 0)
    gtk_selection_model_select_item (
      self->selection, position == GTK_INVALID_LIST_POSITION ? 0 : MIN (position, n - 1), TRUE);
  self->refreshing = FALSE;
  show_outcome (self);
  if (focused && n > 0)
    mer_list_view_focus (self->view, mer_list_view_get_selected (self->view));
  else if (focused)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  selection_changed_cb (self);
}

void
mer_record_table_refilter (MerRecordTable *self)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  if (self->stale)
    {
      mer_record_table_refresh (self);
      return;
    }
  mer_record_table_show (self, mer_record_list_get_records (self->list));
  g_signal_emit (self, signals[REFRESHED], 0);
}

void
mer_record_table_tell_refreshed (MerRecordTable *self)
{
  g_signal_emit (self, signals[REFRESHED], 0);
}

/* --- following the document ------------------------------------------------------------------- */

void
mer_record_table_changed (MerRecordTable *self)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  self->stale = TRUE;
  if (self->list != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    mer_record_table_refresh (self);
}

/* Results bring the criteria; and whoever sees a cycle for the first time learns of it by them. */
static void
results_changed_cb (MerRecordTable *self)
{
  if (self->list == NULL)
    return;
  if (self->symbols == NULL || self->cycle_id != mer_record_table_find_cycle (self))
    mer_record_table_changed (self);
}

void
mer_record_table_ensure_fresh (MerRecordTable *self)
{
  if (self->stale)
    mer_record_table_refresh (self);
}

/* --- filters --------------------------------------------------------------------------------- */

static void
filter_changed_cb (MerRecordTable *self)
{
  if (self->list != NULL && !self->refreshing)
    mer_record_table_refilter (self);
}

void
mer_record_table_take_search (MerRecordTable *self)
{
  mer_record_list_set_search (self->list,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)));
  mer_record_table_refilter (self);
}

static void
search_changed_cb (MerRecordTable *self)
{
  mer_record_table_take_search (self);
}

static void
focus_table (MerRecordTable *self)
{
  guint selected = mer_list_view_get_selected (self->view);

  if (selected != GTK_INVALID_LIST_POSITION)
    mer_list_view_focus (self->view, selected);
}

static void
stop_search_cb (MerRecordTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_table (self);
}

static void
search_activate_cb (MerRecordTable *self)
{
  focus_table (self);
}

static void
activate_cb (MerRecordTable *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "edit", NULL);
}

void
mer_record_table_reset_filters (MerRecordTable *self)
{
  self->refreshing = TRUE;
  gtk_drop_down_set_selected (self->filters, 0);
  if (self->organization_ids->len > 0)
    gtk_drop_down_set_selected (self->organizations, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  mer_record_list_set_search (self->list, "");
  self->refreshing = FALSE;
  mer_record_table_refilter (self);
}

static void
reset_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mer_record_table_reset_filters (user_data);
}

static const GActionEntry reset_action[] = {
  { "reset-filters", reset_filters_cb, NULL, NULL, NULL, { 0 } },
};

/* --- sorting --------------------------------------------------------------------------------- */

guint
mer_record_table_column_of (MerRecordTable *self,
                            const char     *id)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (g_array_index (self->columns, MerRecordColumn, i).id, id))
      return i;
  return G_MAXUINT;
}

/* The header tells what it is sorted by only when it has been drawn anew. */
static gboolean
sort_cb (gpointer user_data)
{
  MerRecordTable  *self = user_data;
  g_autofree char *sort = mer_list_view_get_sort (self->view);
  gboolean         descending = *sort == '-';

  self->sort_idle = 0;
  mer_record_list_set_sort (self->list, mer_record_table_column_of (self, sort + descending),
                            descending);
  mer_record_table_refilter (self);
  return G_SOURCE_REMOVE;
}

static void
sorter_changed_cb (MerRecordTable *self)
{
  if (self->sort_idle == 0 && self->list != NULL) /* columns that go change it, too */
    self->sort_idle = g_idle_add (sort_cb, self);
}

/* --- the widget ------------------------------------------------------------------------------ */

static void
mer_record_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mer_record_table_parent_class)->map (widget);
  mer_record_table_ensure_fresh (MER_RECORD_TABLE (widget));
  look_at_selected (MER_RECORD_TABLE (widget));
}

static gboolean
mer_record_table_grab_focus (GtkWidget *widget)
{
  MerRecordTable *self = MER_RECORD_TABLE (widget);

  mer_record_table_ensure_fresh (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->empty_add)) ||
           gtk_widget_grab_focus (self->empty_cycle);
  focus_table (self);
  return TRUE;
}

static void
mer_record_table_dispose (GObject *object)
{
  MerRecordTable *self = MER_RECORD_TABLE (object);

  g_clear_handle_id (&self->sort_idle, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->row_menu);
  g_clear_object (&self->all_menu);
  g_clear_object (&self->all_row_menu);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_RECORD_TABLE);
  G_OBJECT_CLASS (mer_record_table_parent_class)->dispose (object);
}

static void
mer_record_table_finalize (GObject *object)
{
  MerRecordTable *self = MER_RECORD_TABLE (object);

  if (self->context != NULL && self->info->unload != NULL)
    self->info->unload (self->context);
  g_clear_pointer (&self->names, mer_record_names_free);
  g_clear_pointer (&self->symbols, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->organization_ids, g_array_unref);
  g_clear_pointer (&self->owner_key, g_free);
  G_OBJECT_CLASS (mer_record_table_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, bar);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, search);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, filters);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, organizations);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, tools);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, summary);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, add);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, more);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, stack);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, empty);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, empty_tools);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, empty_add);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, empty_cycle);
  gtk_widget_class_bind_template_child (widget_class, MerRecordTable, empty_import);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mer_record_table_class_init (MerRecordTableClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mer_record_table_dispose;
  object_class->finalize = mer_record_table_finalize;
  widget_class->map = mer_record_table_map;
  widget_class->grab_focus = mer_record_table_grab_focus;
  signals[SELECTION_CHANGED] =
    g_signal_new ("selection-changed", MER_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  signals[REFRESHED] = g_signal_new ("refreshed", MER_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-record-table.ui"));
  bind_children (widget_class);
}

static void
mer_record_table_init (MerRecordTable *self)
{
  self->stale = TRUE;
  self->organization_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "records", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- construction ---------------------------------------------------------------------------- */

static char *
list_text (gconstpointer record,
           guint         column,
           gpointer      user_data)
{
  return mer_record_table_cell (user_data, record, column);
}

static gboolean
list_rank (gconstpointer record,
           guint         column,
           gpointer      user_data,
           gint64       *rank)
{
  return mer_record_table_rank (user_data, record, column, rank);
}

static void
make_model (MerRecordTable *self)
{
  GListModel *model = NULL;

  self->list = mer_record_list_new (self->columns->len, list_text, list_rank, self);
  mer_record_list_set_filter (self->list, shows_cb);
  model = g_object_ref (G_LIST_MODEL (self->list));
  self->selection = self->info->single ? GTK_SELECTION_MODEL (gtk_single_selection_new (model))
                                       : GTK_SELECTION_MODEL (gtk_multi_selection_new (model));
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
make_filters (MerRecordTable *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, C_("records", "All"));
  for (guint i = 0; i < self->info->n_filters; i++)
    gtk_string_list_append (titles, _(self->info->filters[i].title));
  gtk_drop_down_set_model (self->filters, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->filters), self->info->n_filters > 0);
}

static void
make_words (MerRecordTable *self)
{
  const MerRecordTableInfo *info = self->info;
  g_autofree char          *title = NULL;

  /* Translators: a table is empty; %s is what it is of: «Publications: none yet». */
  title = info->empty_title != NULL ? g_strdup (_(info->empty_title))
                                    : g_strdup_printf (_("%s: none yet"), _(self->kind->title));
  adw_status_page_set_title (self->empty, title);
  if (info->empty_text != NULL)
    adw_status_page_set_description (self->empty, _(info->empty_text));
  if (info->add_label != NULL)
    {
      gtk_button_set_label (self->add, _(info->add_label));
      gtk_button_set_label (self->empty_add, _(info->add_label));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->kind->title), -1);
}

/**
 * mer_record_table_new:
 * @session: whose document and cycle it shows
 * @info: what is special about it; static
 * @user_data: the caller's
 *
 * Returns: (transfer floating): a table, which reads its records when it is first shown
 */
GtkWidget *
mer_record_table_new (MerSession               *session,
                      const MerRecordTableInfo *info,
                      gpointer                  user_data)
{
  MerRecordTable *self = NULL;

  g_return_val_if_fail (MER_IS_SESSION (session), NULL);
  g_return_val_if_fail (mer_record_kind_find (info->kind) != NULL, NULL);
  self = g_object_new (MER_TYPE_RECORD_TABLE, NULL);
  self->session = g_object_ref (session);
  self->info = info;
  self->kind = mer_record_kind_find (info->kind);
  self->user_data = user_data;
  mer_record_table_make_columns (self);
  make_filters (self);
  make_model (self);
  make_words (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), reset_action,
                                   G_N_ELEMENTS (reset_action), self);
  mer_record_table_init_actions (self);
  g_signal_connect_object (mer_session_get_document (session), "changed",
                           G_CALLBACK (mer_record_table_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle-id", G_CALLBACK (mer_record_table_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (results_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
