/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of organizations: registry → filter → sort → selection → table, and the
 * details of what is selected. After each change of the document the rows are made anew
 * and the selection is found again by id. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-organization-columns.h"
#include "ui/pages/mer-organizations-page-private.h"

/* Rows from which on sorting happens in steps. */
#define INCREMENTAL_ROWS 5000
/* The column of bands: least width; what mark and padding take beside the word. */
#define BAND_WIDTH 104
#define BAND_MARK 28

G_DEFINE_FINAL_TYPE (MerOrganizationsPage, mer_organizations_page, MER_TYPE_PAGE)

enum
{
  STATE_WORKING,
  STATE_CLOSED,
  STATE_ALL,
};

/* --- filter ------------------------------------------------------------------------ */

static MerScope *
get_scope (MerOrganizationsPage *self)
{
  return gtk_drop_down_get_selected_item (self->scope);
}

gint64
mer_organizations_page_get_group_id (MerOrganizationsPage *self)
{
  MerScope *scope = get_scope (self);

  return scope ? mer_scope_get_group_id (scope) : 0;
}

/* The drop-down of bands: any, the bands of the methodology, and last those without. */
static gboolean
fits_band (MerOrganizationsPage       *self,
           const MerOrganizationEntry *entry)
{
  guint       chosen = gtk_drop_down_get_selected (self->band);
  GListModel *bands = gtk_drop_down_get_model (self->band);

  if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return TRUE;
  if (chosen == g_list_model_get_n_items (bands) - 1)
    return entry->band_index < 0;
  return entry->band_index == (int) chosen - 1;
}

static gboolean
fits_state (MerOrganizationsPage       *self,
            const MerOrganizationEntry *entry)
{
  guint chosen = gtk_drop_down_get_selected (self->state);

  if (chosen == STATE_WORKING)
    return entry->organization->state == MER_ORGANIZATION_WORKING;
  return chosen != STATE_CLOSED || entry->organization->state != MER_ORGANIZATION_WORKING;
}

static gboolean
fits_search (MerOrganizationsPage       *self,
             const MerOrganizationEntry *entry)
{
  for (guint i = 0; self->words && self->words[i]; i++)
    if (strstr (entry->search, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  MerOrganizationsPage       *self = user_data;
  const MerOrganizationEntry *entry = mer_organization_item_get (MER_ORGANIZATION_ITEM (item));
  MerScope                   *scope = get_scope (self);

  if (scope && !mer_scope_contains (scope, entry->organization))
    return FALSE;
  return mer_organizations_page_fits_choice (self, entry) && fits_state (self, entry) &&
         fits_band (self, entry) && fits_search (self, entry);
}

static void
update_shown (MerOrganizationsPage *self)
{
  guint            n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint            n_all = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *shown = mer_organization_format_count (n_shown);
  g_autofree char *all = mer_organization_format_count (n_all);
  g_autofree char *text = NULL;

  /* Translators: how many rows of a table a filter lets through */
  text = g_strdup_printf (ngettext ("%s of %s shown", "%s of %s shown", n_shown), shown, all);
  gtk_label_set_label (self->shown, text);
  gtk_stack_set_visible_child_name (self->table_stack, n_shown > 0 ? "table" : "nothing");
}

static void
refilter (MerOrganizationsPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_shown (self);
}

static void
filter_changed_cb (MerOrganizationsPage *self)
{
  g_autofree char *folded = mer_name_fold (gtk_editable_get_text (self->search), -1);

  if (self->refreshing)
    return;
  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  refilter (self);
}

static void
scope_changed_cb (MerOrganizationsPage *self)
{
  if (self->refreshing)
    return;
  refilter (self);
  mer_organizations_page_update_actions (self);
}

void
mer_organizations_page_reset_filters (MerOrganizationsPage *self)
{
  self->refreshing = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->scope, 0);
  gtk_drop_down_set_selected (self->state, STATE_WORKING);
  gtk_drop_down_set_selected (self->band, 0);
  gtk_drop_down_set_selected (self->choice, 0);
  self->refreshing = FALSE;
  filter_changed_cb (self);
  mer_organizations_page_update_actions (self);
}

static void
stop_search_cb (MerOrganizationsPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
search_activate_cb (MerOrganizationsPage *self)
{
  filter_changed_cb (self); /* it may still be waiting for more letters */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  mer_list_view_select (self->table, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* --- selection ----------------------------------------------------------------------- */

static gint64
id_at (MerOrganizationsPage *self,
       guint                 position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const MerOrganizationEntry *entry = item
                                        ? mer_organization_item_get (MER_ORGANIZATION_ITEM (item))
                                        : NULL;

  return entry ? entry->organization->id : 0;
}

MerOrganizationItem *
mer_organizations_page_get_single (MerOrganizationsPage *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) != 1)
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

GArray *
mer_organizations_page_get_selected_ids (MerOrganizationsPage *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      gint64 id = id_at (self, gtk_bitset_get_nth (selected, i));

      g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);
  return ids;
}

/* The foot of the page tells what was decided about the organization. */
static void
look_at_selected (MerOrganizationsPage *self,
                  guint                 n)
{
  gint64 id = 0;

  if (n == 1)
    {
      g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (self);

      id = g_array_index (ids, gint64, 0);
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "page.look-at", "(sx)", "organization", id);
}

static void
selection_changed_cb (MerOrganizationsPage *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (selected);

  look_at_selected (self, n);
  if (n > 1)
    mer_organization_inspector_show_many (self->inspector, n);
  else
    {
      g_autoptr (MerOrganizationItem) item = mer_organizations_page_get_single (self);

      mer_organization_inspector_show_one (self->inspector,
                                           mer_page_get_session (MER_PAGE (self)), item);
    }
  mer_organizations_page_update_actions (self);
}

static void
select_ids (MerOrganizationsPage *self,
            GArray               *ids)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      gint64 id = id_at (self, i);

      if (g_array_binary_search (ids, &id, compare_ids, NULL))
        gtk_bitset_add (selected, i);
    }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
}

/* A row that is wanted but hidden by a filter is worth more than the filter. */
static gboolean
select_wanted (MerOrganizationsPage *self)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

      for (guint i = 0; i < n_rows; i++)
        if (id_at (self, i) == self->wanted)
          {
            self->wanted = 0;
            mer_list_view_select (self->table, i);
            return TRUE;
          }
      mer_organizations_page_reset_filters (self);
      gtk_drop_down_set_selected (self->state, STATE_ALL);
    }
  return FALSE;
}

static void
activate_cb (MerOrganizationsPage *self,
             guint                 position)
{
  mer_list_view_select (self->table, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.edit", NULL);
}

static void
mer_organizations_page_show_organization (MerPage *page,
                                          gint64   organization_id)
{
  MerOrganizationsPage *self = MER_ORGANIZATIONS_PAGE (page);

  self->wanted = organization_id;
  select_wanted (self);
}

static gboolean
mer_organizations_page_grab_focus (GtkWidget *widget)
{
  MerOrganizationsPage *self = MER_ORGANIZATIONS_PAGE (widget);

  /* a table that is not shown would keep the keyboard: Tab leads out of nothing */
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* --- refreshing ------------------------------------------------------------------------ */

/* The groups that selected organizations can join. */
static void
refresh_join_menu (MerOrganizationsPage *self)
{
  g_menu_remove_all (self->join_menu);
  for (guint i = 0; i < g_list_model_get_n_items (self->scopes); i++)
    {
      g_autoptr (MerScope) scope = g_list_model_get_item (self->scopes, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (mer_scope_get_title (scope), NULL);
      gint64 group_id = mer_scope_get_group_id (scope);

      g_menu_item_set_action_and_target (item, "page.group-join", "x", group_id);
      if (group_id != 0)
        g_menu_append_item (self->join_menu, item);
    }
}

static void
refresh_scopes (MerOrganizationsPage *self,
                MerDocument          *document)
{
  MerScope        *old = get_scope (self);
  g_autofree char *id = g_strdup (old ? mer_scope_get_id (old) : "all");

  g_clear_object (&self->scopes);
  self->scopes = mer_scope_list_new (document);
  gtk_drop_down_set_model (self->scope, self->scopes);
  gtk_drop_down_set_selected (self->scope, mer_scope_list_find (self->scopes, id));
  refresh_join_menu (self);
}

static void
refresh_bands (MerOrganizationsPage *self,
               MerResults           *results)
{
  g_autoptr (GtkStringList) bands = gtk_string_list_new (NULL);
  guint chosen = gtk_drop_down_get_selected (self->band);

  gtk_string_list_append (bands, _("Any score"));
  for (guint i = 0; results && i < results->methodology->bands->len; i++)
    {
      const MerBand *band = g_ptr_array_index (results->methodology->bands, i);

      gtk_string_list_append (bands, band->title);
    }
  gtk_string_list_append (bands, _("no score"));
  gtk_drop_down_set_model (self->band, G_LIST_MODEL (bands));
  if (chosen < g_list_model_get_n_items (G_LIST_MODEL (bands)))
    gtk_drop_down_set_selected (self->band, chosen);
}

/* Words for bands differ much in length, and none may be cut. */
static void
fit_band_column (MerOrganizationsPage *self,
                 const MerResults     *results)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->table), NULL);
  GtkColumnViewColumn *column = NULL;
  int                  width = 0;

  for (guint i = 0; results != NULL && i < results->methodology->bands->len; i++)
    {
      const MerBand *band = g_ptr_array_index (results->methodology->bands, i);
      int            text_width = 0;

      pango_layout_set_text (layout, band->title, -1);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      width = MAX (width, text_width);
    }
  column = mer_list_view_find_column (self->table, "band");
  if (gtk_column_view_column_get_visible (column))
    gtk_column_view_column_set_fixed_width (column,
                                            MAX (mer_text_scale_px (GTK_WIDGET (self), BAND_WIDTH),
                                                 width + BAND_MARK));
}

static void
update_subtitle (MerOrganizationsPage *self)
{
  guint            n_working = mer_organization_list_count_state (self->list,
                                                                  MER_ORGANIZATION_WORKING);
  guint            n_closed = g_list_model_get_n_items (G_LIST_MODEL (self->list)) - n_working;
  g_autofree char *working = g_strdup_printf (ngettext ("%u working", "%u working", n_working),
                                              n_working);
  g_autofree char *closed = g_strdup_printf (ngettext ("%u closed", "%u closed", n_closed),
                                             n_closed);
  g_autofree char *both = NULL;

  /* Translators: «36 working, 2 closed» */
  both = n_closed ? g_strdup_printf (_("%s, %s"), working, closed) : g_steal_pointer (&working);
  mer_page_set_subtitle (MER_PAGE (self), both);
}

static void
mer_organizations_page_refresh (MerPage *page)
{
  MerOrganizationsPage *self = MER_ORGANIZATIONS_PAGE (page);
  MerSession           *session = mer_page_get_session (page);
  MerDocument          *document = mer_session_get_document (session);
  MerResults           *results = mer_session_get_results (session);
  g_autoptr (GArray) selected = mer_organizations_page_get_selected_ids (self);
  g_autoptr (GError) error = NULL;
  gboolean focused = mer_list_view_has_focus (self->table);

  self->refreshing = TRUE;
  refresh_scopes (self, document);
  refresh_bands (self, results);
  self->refreshing = FALSE;
  if (!mer_organization_list_refresh (self->list, document, results, &error))
    {
      mer_session_fail (session, _("The registry was not read"), error);
      return;
    }
  mer_organizations_page_update_choice (self);
  fit_band_column (self, results);
  refilter (self);
  select_ids (self, selected);
  if (self->wanted)
    select_wanted (self);
  if (mer_list_view_get_selected (self->table) == GTK_INVALID_LIST_POSITION &&
      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  update_subtitle (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->list)) ? "list"
                                                                                         : "empty");
  selection_changed_cb (self);
  if (focused) /* the row that had the keyboard is gone */
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* --- overrides --------------------------------------------------------------------------- */

static GListModel *
make_model (MerOrganizationsPage *self)
{
  GtkFilterListModel *filtered = NULL;
  GtkSortListModel   *sorted = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (fits_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->list)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  gtk_sort_list_model_set_incremental (sorted,
                                       g_list_model_get_n_items (G_LIST_MODEL (self->list)) >=
                                         INCREMENTAL_ROWS);
  return G_LIST_MODEL (sorted);
}

static void
mer_organizations_page_constructed (GObject *object)
{
  MerOrganizationsPage *self = MER_ORGANIZATIONS_PAGE (object);
  MerSession           *session = mer_page_get_session (MER_PAGE (self));
  const MerListColumn  *columns = NULL;
  guint                 n_columns = 0;

  G_OBJECT_CLASS (mer_organizations_page_parent_class)->constructed (object);
  columns = mer_organization_columns (&n_columns);
  mer_list_view_setup (self->table, columns, n_columns);
  self->selection = gtk_multi_selection_new (make_model (self));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  mer_list_view_set_menu (self->table, G_MENU_MODEL (self->row_menu));
  mer_organizations_page_init_actions (self);
  mer_organizations_page_init_choice (self);
  mer_page_bind_table_keys (MER_PAGE (self), GTK_WIDGET (self->table));
  mer_organizations_page_init_layout (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (mer_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_session_get_document (session), "changed",
                           G_CALLBACK (mer_page_refresh), self, G_CONNECT_SWAPPED);
  /* Results that are on their way bring the rows; making them twice would take twice as long. */
  if (mer_session_is_current (session))
    mer_page_refresh (MER_PAGE (self));
}

static void
mer_organizations_page_dispose (GObject *object)
{
  MerOrganizationsPage *self = MER_ORGANIZATIONS_PAGE (object);

  if (self->table)
    gtk_column_view_set_model (self->table, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->scopes);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_ORGANIZATIONS_PAGE);
  G_OBJECT_CLASS (mer_organizations_page_parent_class)->dispose (object);
}

static void
mer_organizations_page_finalize (GObject *object)
{
  g_strfreev (MER_ORGANIZATIONS_PAGE (object)->words);
  G_OBJECT_CLASS (mer_organizations_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, state);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, band);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, shown);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, rules_bar);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, choice);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, rules);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, table);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, columns_section);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationsPage, join_menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
mer_organizations_page_class_init (MerOrganizationsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mer_organizations_page_constructed;
  object_class->dispose = mer_organizations_page_dispose;
  object_class->finalize = mer_organizations_page_finalize;
  MER_PAGE_CLASS (klass)->refresh = mer_organizations_page_refresh;
  MER_PAGE_CLASS (klass)->decided = MER_ABOUT_SELECTION;
  MER_PAGE_CLASS (klass)->show_organization = mer_organizations_page_show_organization;
  widget_class->grab_focus = mer_organizations_page_grab_focus;
  g_type_ensure (MER_TYPE_SCOPE);
  g_type_ensure (MER_TYPE_ORGANIZATION_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-organizations-page.ui"));
  bind_children (widget_class);
}

static void
mer_organizations_page_init (MerOrganizationsPage *self)
{
  self->list = mer_organization_list_new ();
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->refreshing = FALSE;
}

char *
mer_organizations_page_counter (MerSession *session)
{
  MerDocument *document = mer_session_get_document (session);
  gint64       n = 0;

  mer_store_count_organizations (document, MER_ORGANIZATION_WORKING, &n, NULL);
  return mer_format_count (mer_language_of_locale (), n);
}
