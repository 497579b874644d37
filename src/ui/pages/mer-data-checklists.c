/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tab of checklists. The grid shows and chooses; here is which organizations it shows. An
 * organization stays shown while it is being filled, until the filters are touched. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "core/mer-name.h"
#include "ui/pages/mer-data-checklists-private.h"
#include "ui/widgets/mer-scope.h"

G_DEFINE_FINAL_TYPE (MerDataChecklists, mer_data_checklists, MER_TYPE_DATA_VIEW)

static MerSession *
session_of (MerDataChecklists *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

/* --- which organizations are shown ---------------------------------------------------- */

static gboolean
fits_search (MerDataChecklists *self,
             guint              row)
{
  g_autofree char *folded = mer_name_fold (gtk_editable_get_text (self->search), -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (g_ptr_array_index (self->data->sort_keys, row), words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
fits (MerDataChecklists *self,
      guint              row)
{
  MerScope              *scope = gtk_drop_down_get_selected_item (self->scope);
  const MerOrganization *organization = mer_checklist_data_organization (self->data, row);

  if (scope != NULL && !mer_scope_contains (scope, organization))
    return FALSE;
  if (gtk_toggle_button_get_active (self->unfilled) &&
      mer_checklist_data_n_missing (self->data, row) == 0 &&
      !g_hash_table_contains (self->kept, &organization->id))
    return FALSE;
  return fits_search (self, row);
}

static void
keep_shown (MerDataChecklists *self)
{
  g_hash_table_remove_all (self->kept);
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      g_hash_table_add (self->kept,
                        g_memdup2 (&mer_checklist_data_organization (self->data, row)->id,
                                   sizeof (gint64)));
    }
}

static void
show_count (MerDataChecklists *self)
{
  MerLanguage      language = mer_language_of_locale ();
  guint            all = self->data->organizations->len;
  g_autofree char *shown_text = mer_format_count (language, self->rows->len);
  g_autofree char *all_text = mer_format_count (language, all);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%s of %s shown", "%s of %s shown", self->rows->len), shown_text,
                     all_text);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->found, self->rows->len > 0 ? "grid" : "nothing");
}

static void
choose_rows (MerDataChecklists *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->data->organizations->len; i++)
    if (fits (self, i))
      g_array_append_val (rows, i);
  g_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  keep_shown (self);
  mer_checklist_grid_set_data (self->grid, self->data, self->rows);
  show_count (self);
}

static void
filter_changed_cb (MerDataChecklists *self)
{
  if (self->updating || self->data == NULL)
    return;
  g_hash_table_remove_all (self->kept);
  choose_rows (self);
}

/* --- details -------------------------------------------------------------------------- */

static void
show_details (MerDataChecklists *self)
{
  guint row = 0;
  guint column = 0;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->inspector)))
    return;
  if (self->data != NULL && mer_checklist_grid_get_cursor (self->grid, &row, &column))
    mer_checklist_inspector_show (self->inspector, self->data,
                                  mer_checklist_grid_data_row (self->grid, row), column);
  else
    mer_checklist_inspector_show (self->inspector, NULL, 0, 0);
}

static void
details_toggled_cb (MerDataChecklists *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->details);

  if (!shown)
    mer_checklist_inspector_save (self->inspector);
  gtk_widget_set_visible (self->separator, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), shown);
  show_details (self);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerDataChecklists *self = user_data;

  gtk_toggle_button_set_active (self->details, TRUE);
  mer_checklist_inspector_edit (self->inspector);
}

/* Esc in the details goes back to the grid. */
static gboolean
inspector_key_cb (MerDataChecklists *self,
                  guint              key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return GDK_EVENT_STOP;
}

/* --- the view ------------------------------------------------------------------------- */

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (MER_DATA_CHECKLISTS (user_data)->search));
}

static void
reset_filters_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  MerDataChecklists *self = user_data;

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->scope, 0);
  gtk_toggle_button_set_active (self->unfilled, FALSE);
  filter_changed_cb (self);
}

/* At a place of the grid: the menu belongs to the view around it. */
static void
popup_at (MerDataChecklists  *self,
          const GdkRectangle *area)
{
  double       x = 0;
  double       y = 0;
  GdkRectangle at = *area;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), area->x, area->y,
                                    &x, &y);
  at.x = (int) x;
  at.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  MerDataChecklists *self = user_data;
  GdkRectangle       area;

  mer_checklist_grid_get_cursor_area (self->grid, &area);
  popup_at (self, &area);
}

static void
right_click_cb (MerDataChecklists *self,
                int                n_press,
                double             x,
                double             y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  mer_checklist_grid_choose_at (self->grid, x, y);
  popup_at (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
update_scopes (MerDataChecklists *self)
{
  MerScope        *selected = gtk_drop_down_get_selected_item (self->scope);
  g_autofree char *id = selected != NULL ? g_strdup (mer_scope_get_id (selected)) : NULL;
  g_autoptr (GListModel) scopes =
    mer_scope_list_new (mer_session_get_document (session_of (self)));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->scope, scopes);
  gtk_drop_down_set_selected (self->scope, mer_scope_list_find (scopes, id));
  self->updating = FALSE;
}

static void
count_filled (MerDataChecklists *self)
{
  self->n_filled = self->n_missing = 0;
  for (guint i = 0; i < self->data->organizations->len; i++)
    {
      guint missing = mer_checklist_data_n_missing (self->data, i);

      self->n_filled += missing == 0 ? 1 : 0;
      self->n_missing += missing;
    }
}

static gint64
cycle_of (MerDataChecklists *self)
{
  MerResults *results = mer_session_get_results (session_of (self));

  return results != NULL ? results->cycle->id : mer_session_get_cycle_id (session_of (self));
}

static void
load (MerDataChecklists *self)
{
  g_autoptr (GError) error = NULL;
  MerDocument *document = mer_session_get_document (session_of (self));

  g_clear_pointer (&self->data, mer_checklist_data_unref);
  self->revision = mer_document_get_revision (document);
  self->cycle_id = cycle_of (self);
  self->data = mer_checklist_data_new (document, self->cycle_id, &error);
  if (self->data == NULL && !g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND))
    g_warning ("checklists: %s", error->message);
  if (self->data != NULL && (self->data->organizations->len == 0 ||
                             mer_checklist_data_n_columns (self->data) == 0))
    g_clear_pointer (&self->data, mer_checklist_data_unref);
}

static void
mer_data_checklists_update (MerDataView *view)
{
  MerDataChecklists *self = MER_DATA_CHECKLISTS (view);
  MerDocument       *document = mer_session_get_document (session_of (self));

  /* both the document and the results tell of one change */
  if (self->revision == mer_document_get_revision (document) && self->cycle_id == cycle_of (self))
    return;
  load (self);
  gtk_stack_set_visible_child_name (self->content, self->data != NULL ? "checklists" : "empty");
  mer_data_view_set_action_enabled (view, "export", self->data != NULL);
  mer_data_view_set_action_enabled (view, "find", self->data != NULL);
  if (self->data == NULL)
    mer_checklist_grid_set_data (self->grid, NULL, NULL);
  else
    {
      update_scopes (self);
      count_filled (self);
      choose_rows (self);
    }
  show_details (self);
  mer_data_view_summary_changed (view);
}

/* «заполнено 33 из 36 организаций, не хватает 12 отметок» */
static char *
mer_data_checklists_get_summary (MerDataView *view)
{
  MerDataChecklists *self = MER_DATA_CHECKLISTS (view);
  MerLanguage        language = mer_language_of_locale ();
  g_autofree char   *filled = NULL;
  g_autofree char   *all = NULL;
  g_autofree char   *missing = NULL;

  if (self->data == NULL)
    return NULL;
  all = mer_format_count (language, self->data->organizations->len);
  if (self->n_missing == 0)
    return g_strdup_printf (ngettext ("The checklist of %s organization is filled in",
                                      "The checklists of all %s organizations are filled in",
                                      self->data->organizations->len),
                            all);
  filled = mer_format_count (language, self->n_filled);
  missing = mer_format_count (language, self->n_missing);
  return g_strdup_printf (
    ngettext ("filled in %s of %s organizations, %s mark is missing",
              "filled in %s of %s organizations, %s marks are missing", self->n_missing),
    filled, all, missing);
}

static void
mer_data_checklists_show_organization (MerDataView *view,
                                       gint64       organization_id)
{
  MerDataChecklists *self = MER_DATA_CHECKLISTS (view);

  for (guint i = 0; self->data != NULL && i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);

      if (mer_checklist_data_organization (self->data, row)->id == organization_id)
        mer_checklist_grid_move_to (self->grid, (int) i, 0, FALSE);
    }
}

static gboolean
mer_data_checklists_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_DATA_CHECKLISTS (widget)->grid));
}

static void
mer_data_checklists_constructed (GObject *object)
{
  MerDataChecklists *self = MER_DATA_CHECKLISTS (object);

  G_OBJECT_CLASS (mer_data_checklists_parent_class)->constructed (object);
  mer_checklist_inspector_set_session (self->inspector, session_of (self));
  /* a note is changed in the details, which do not show it anew themselves */
  g_signal_connect_object (mer_session_get_document (session_of (self)), "changed",
                           G_CALLBACK (mer_data_view_update), self, G_CONNECT_SWAPPED);
}

static void
mer_data_checklists_dispose (GObject *object)
{
  MerDataChecklists *self = MER_DATA_CHECKLISTS (object);

  if (self->menu != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->menu));
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->builder);
  g_clear_pointer (&self->data, mer_checklist_data_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  G_OBJECT_CLASS (mer_data_checklists_parent_class)->dispose (object);
}

static void
mer_data_checklists_class_init (MerDataChecklistsClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mer_data_checklists_constructed;
  G_OBJECT_CLASS (klass)->dispose = mer_data_checklists_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_data_checklists_grab_focus;
  view_class->update = mer_data_checklists_update;
  view_class->get_summary = mer_data_checklists_get_summary;
  view_class->show_organization = mer_data_checklists_show_organization;
}

static const GActionEntry actions[] = {
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "find", find_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", context_menu_cb, NULL, NULL, NULL, { 0 } },
  { "reset-filters", reset_filters_cb, NULL, NULL, NULL, { 0 } },
};

static gpointer
child (MerDataChecklists *self,
       const char        *id)
{
  return gtk_builder_get_object (self->builder, id);
}

static void
take_children (MerDataChecklists *self)
{
  g_type_ensure (MER_TYPE_CHECKLIST_GRID);
  g_type_ensure (MER_TYPE_CHECKLIST_INSPECTOR);
  g_type_ensure (MER_TYPE_SCOPE);
  self->builder =
    gtk_builder_new_from_resource ("/io/github/merilo/Merilo/ui/mer-data-checklists.ui");
  self->content = child (self, "content");
  self->found = child (self, "found");
  self->search = child (self, "search");
  self->scope = child (self, "scope");
  self->unfilled = child (self, "unfilled");
  self->details = child (self, "details");
  self->count = child (self, "count");
  self->separator = child (self, "separator");
  self->grid = child (self, "grid");
  self->inspector = child (self, "inspector");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->content));
}

static void
add_menu (MerDataChecklists *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->menu = gtk_popover_menu_new_from_model (child (self, "cell_menu"));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Primary>v|<Shift>Insert"),
                      gtk_named_action_new ("view.paste")));
  gtk_widget_add_controller (GTK_WIDGET (self->grid), keys);
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->grid));
}

static void
activate_cb (MerDataChecklists *self)
{
  edit_cb (NULL, NULL, self);
}

static void
add_toggle (MerDataChecklists *self,
            const char        *name,
            GtkToggleButton   *button)
{
  GActionMap *map = G_ACTION_MAP (mer_data_view_get_actions (MER_DATA_VIEW (self)));
  g_autoptr (GPropertyAction) action = g_property_action_new (name, button, "active");

  g_action_map_add_action (map, G_ACTION (action));
}

static void
connect_children (MerDataChecklists *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  add_toggle (self, "only-unfilled", self->unfilled);
  add_toggle (self, "details", self->details);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->scope, "notify::selected", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->unfilled, "toggled", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->details, "toggled", G_CALLBACK (details_toggled_cb), self);
  g_signal_connect_swapped (self->grid, "mark", G_CALLBACK (mer_data_checklists_mark), self);
  g_signal_connect_swapped (self->grid, "moved", G_CALLBACK (show_details), self);
  g_signal_connect_swapped (self->grid, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->inspector, "mark", G_CALLBACK (mer_data_checklists_mark_one),
                            self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (inspector_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->inspector), key);
}

static void
mer_data_checklists_init (MerDataChecklists *self)
{
  self->revision = -1;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  mer_data_checklists_add_actions (self);
  take_children (self);
  add_menu (self);
  connect_children (self);
}

MerChecklistGrid *
mer_data_checklists_get_grid (MerDataChecklists *self)
{
  g_return_val_if_fail (MER_IS_DATA_CHECKLISTS (self), NULL);
  return self->grid;
}

MerChecklistInspector *
mer_data_checklists_get_inspector (MerDataChecklists *self)
{
  g_return_val_if_fail (MER_IS_DATA_CHECKLISTS (self), NULL);
  return self->inspector;
}
