/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rating page. It holds no data of its own: results come from the session, rows and
 * their order from the table; chart and explanation follow the table's rows and selection.
 * Invariant: chart row n is table row n, and both belong to `results`. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "ui/pages/mer-rating-page-private.h"
#include "ui/pages/mer-rating-words.h"
#include "ui/widgets/mer-list-view.h"

/* Shares of the width that the table takes: 724 of 1048, and 450 of 828 when narrow. */
#define TABLE_SHARE_WIDE 0.69
#define TABLE_SHARE_NARROW 0.545

G_DEFINE_FINAL_TYPE (MerRatingPage, mer_rating_page, MER_TYPE_PAGE)

/* --- rows, chart, explanation ---------------------------------------------- */

const MerScoreRow *
mer_rating_page_get_row (MerRatingPage *self)
{
  GtkSelectionModel *selection = mer_rating_table_get_selection (self->table);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (MerRatingRow) row = NULL;
  int cursor = mer_chart_area_get_cursor (self->chart);

  if (gtk_bitset_is_empty (selected))
    return NULL;
  if (cursor < 0 || !gtk_bitset_contains (selected, (guint) cursor))
    cursor = (int) gtk_bitset_get_minimum (selected);
  row = g_list_model_get_item (G_LIST_MODEL (selection), (guint) cursor);
  return row != NULL ? mer_rating_row_get_score (row) : NULL;
}

void
mer_rating_page_show_selected (MerRatingPage *self)
{
  mer_rating_explanation_set_row (self->explanation, self->results, mer_rating_page_get_row (self),
                                  self->ranks_in_kind);
  mer_rating_page_update_actions (self);
}

static void
rows_changed_cb (MerRatingPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *foot = NULL;

  if (self->results == NULL)
    return;
  rows = mer_rating_table_get_rows (self->table);
  mer_chart_area_set_rows (self->chart, self->results->scores, rows, self->results->past);
  gtk_stack_set_visible_child_name (self->found, rows->len > 0 ? "rows" : "nothing");
  shown = mer_rating_words_shown (self->results->scores, rows->len);
  foot = mer_rating_words_foot (self->results, rows);
  gtk_label_set_text (self->shown, shown);
  gtk_label_set_text (self->mean, foot);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mean), foot);
  mer_rating_page_show_selected (self);
}

/* The chart takes its top, pitch and foot from the table as it really stands. */
static void
geometry_changed_cb (MerRatingPage *self)
{
  g_autofree char *view = mer_rating_page_get_state (self, "view");

  if (g_str_equal (view, "both"))
    mer_chart_area_set_table_geometry (self->chart,
                                       mer_rating_table_get_header_height (self->table),
                                       mer_rating_table_get_pitch (self->table));
  gtk_widget_set_size_request (GTK_WIDGET (self->mean), -1,
                               MAX (44, mer_chart_area_get_footer_height (self->chart)));
}

void
mer_rating_page_apply_view (MerRatingPage *self)
{
  static const char *const views[] = { "chart", "both", "table" };
  g_autofree char         *view = mer_rating_page_get_state (self, "view");
  gboolean                 both = g_str_equal (view, "both");
  gboolean                 chart = both || g_str_equal (view, "chart");
  guint                    i;

  gtk_widget_set_visible (self->table_box, !g_str_equal (view, "chart"));
  gtk_widget_set_visible (self->chart_box, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_scrollbar), chart && !both);
  mer_chart_area_set_style (self->chart,
                            both ? MER_RATING_CHART_BARS : MER_RATING_CHART_LABELLED);
  if (!both)
    mer_chart_area_set_table_geometry (self->chart, 0, 0);
  mer_chart_area_set_vadjustment (self->chart,
                                  both ? mer_rating_table_get_vadjustment (self->table) : NULL);
  gtk_scrollbar_set_adjustment (self->chart_scrollbar,
                                mer_chart_area_get_vadjustment (self->chart));
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i], view))
      gtk_drop_down_set_selected (self->view_drop, i);
  geometry_changed_cb (self);
}

static void
show_filtered (MerRatingPage *self)
{
  MerRatingFilter  filter = { 0 };
  g_autofree char *needle = mer_name_fold (gtk_editable_get_text (self->search), -1);

  filter.kinds = self->choice.kinds;
  filter.organizations = self->choice.organizations;
  filter.needle = needle;
  mer_rating_table_set_filter (self->table, &filter);
}

void
mer_rating_page_apply_choice (MerRatingPage *self)
{
  g_autofree char *state = mer_rating_page_get_state (self, "choice");
  g_autofree char *name = NULL;

  mer_rating_choice_parse (&self->choice, state, self->groups);
  gtk_menu_button_set_label (self->kind_button, self->choice.title);
  name = g_strdup_printf (_("Shown: %s"), self->choice.title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_filtered (self);
}

static void
fill_menu (MerRatingPage *self)
{
  MerDocument *document = mer_session_get_document (mer_page_get_session (MER_PAGE (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = mer_store_groups (document, &error);
  if (self->groups == NULL)
    g_warning ("groups of organizations: %s", error->message);
  menu = mer_rating_choice_menu (self->results, self->groups);
  gtk_menu_button_set_menu_model (self->kind_button, menu);
}

static void
show_results (MerRatingPage *self)
{
  g_autoptr (MerRatingList) list = mer_rating_list_new (self->results);
  g_autofree char *scores = mer_rating_words_subtitle (self->results->scores);
  g_autofree char *subtitle = NULL;
  GtkWidget       *view = mer_rating_table_get_view (self->table);
  gboolean         focused = mer_list_view_has_focus (GTK_COLUMN_VIEW (view));

  fill_menu (self);
  mer_chart_area_set_title (self->chart, self->results->cycle->title);
  mer_rating_table_set_list (self->table, list);
  mer_rating_page_apply_choice (self);
  subtitle = mer_rating_words_with_form (
    scores, mer_session_get_document (mer_page_get_session (MER_PAGE (self))),
    self->results->cycle->id);
  mer_page_set_subtitle (MER_PAGE (self), subtitle);
  if (focused) /* the row that had the keyboard is gone */
    gtk_widget_grab_focus (view);
}

/* What there is instead of a rating: nothing yet, an error, or a wait. */
static void
show_absence (MerRatingPage *self)
{
  MerSession   *session = mer_page_get_session (MER_PAGE (self));
  const GError *problem = mer_session_get_problem (session);

  mer_page_set_subtitle (MER_PAGE (self), "");
  if (problem != NULL)
    adw_status_page_set_description (self->empty, problem->message);
  else
    adw_status_page_set_description (
      self->empty, _("It appears when organizations, checklists and questionnaires are loaded."));
  gtk_stack_set_visible_child_name (self->stack,
                                    mer_session_is_current (session) ? "empty" : "wait");
  gtk_spinner_set_spinning (self->spinner, !mer_session_is_current (session));
}

static void
mer_rating_page_refresh (MerPage *page)
{
  MerRatingPage *self = MER_RATING_PAGE (page);
  MerSession    *session = mer_page_get_session (page);
  MerResults    *results = mer_session_get_results (session);

  g_clear_pointer (&self->results, mer_results_unref);
  if (results != NULL)
    self->results = mer_results_ref (results);
  if (self->results != NULL && self->results->scores->n_rows > 0)
    {
      show_results (self);
      gtk_spinner_stop (self->spinner); /* unseen it would go on asking for frames */
      gtk_stack_set_visible_child_name (self->stack, "rating");
    }
  else
    show_absence (self);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_button),
                          g_str_equal (gtk_stack_get_visible_child_name (self->stack), "rating"));
  mer_rating_page_update_actions (self);
}

/* --- callbacks of the template --------------------------------------------- */

static void
search_changed_cb (MerRatingPage *self)
{
  show_filtered (self);
}

static void
stop_search_cb (MerRatingPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (mer_rating_table_get_view (self->table));
}

static void
view_selected_cb (MerRatingPage *self)
{
  static const char *const views[] = { "chart", "both", "table" };
  guint                    selected = gtk_drop_down_get_selected (self->view_drop);
  g_autofree char         *view = mer_rating_page_get_state (self, "view");

  if (selected < G_N_ELEMENTS (views) && !g_str_equal (view, views[selected]))
    g_action_group_change_action_state (mer_page_get_actions (MER_PAGE (self)), "view",
                                        g_variant_new_string (views[selected]));
}

static void
table_activate_cb (MerRatingPage *self,
                   gint64         organization_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-organization", "x", organization_id);
}

static void
chart_activate_cb (MerRatingPage *self,
                   guint          row)
{
  mer_rating_page_open (self);
}

static void
show_data_cb (MerRatingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "data");
}

static void
secondary_click_cb (MerRatingPage *self,
                    int            n_press,
                    double         x,
                    double         y)
{
  mer_rating_page_popup_menu (self, x, y);
}

static void
narrow_changed_cb (MerRatingPage *self)
{
  gboolean narrow = mer_page_get_narrow (MER_PAGE (self));

  mer_rating_table_set_narrow (self->table, narrow);
  gtk_widget_set_visible (self->view_buttons, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->view_drop), narrow);
  self->split_width = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- overrides ------------------------------------------------------------- */

/* Divides the width anew when it changes; in between the user's own division stands. */
static void
mer_rating_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  MerRatingPage *self = MER_RATING_PAGE (widget);
  gboolean       narrow = mer_page_get_narrow (MER_PAGE (self));

  if (width != self->split_width)
    {
      self->split_width = width;
      gtk_paned_set_position (self->horizontal,
                              (int) (width * (narrow ? TABLE_SHARE_NARROW : TABLE_SHARE_WIDE)));
    }
  GTK_WIDGET_CLASS (mer_rating_page_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
mer_rating_page_show_organization (MerPage *page,
                                   gint64   organization_id)
{
  MerRatingPage *self = MER_RATING_PAGE (page);

  if (mer_rating_table_select (self->table, organization_id))
    return;
  mer_rating_page_reset_filters (self);
  mer_rating_table_select (self->table, organization_id);
}

static void
mer_rating_page_constructed (GObject *object)
{
  MerRatingPage *self = MER_RATING_PAGE (object);
  MerSession    *session = mer_page_get_session (MER_PAGE (self));

  G_OBJECT_CLASS (mer_rating_page_parent_class)->constructed (object);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (mer_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (mer_rating_page_update_actions),
                           self, G_CONNECT_SWAPPED);
  mer_page_refresh (MER_PAGE (self));
}

static void
mer_rating_page_dispose (GObject *object)
{
  MerRatingPage *self = MER_RATING_PAGE (object);

  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (mer_rating_table_get_selection (self->table), self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_RATING_PAGE);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->results, mer_results_unref);
  mer_rating_choice_clear (&self->choice);
  G_OBJECT_CLASS (mer_rating_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, kind_button);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, search);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, shown);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, view_buttons);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, view_drop);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, found);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, horizontal);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, table);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, mean);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, chart);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, chart_scrollbar);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, MerRatingPage, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, rows_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, geometry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_data_cb);
}

static void
mer_rating_page_class_init (MerRatingPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mer_rating_page_constructed;
  object_class->dispose = mer_rating_page_dispose;
  widget_class->size_allocate = mer_rating_page_size_allocate;
  MER_PAGE_CLASS (klass)->refresh = mer_rating_page_refresh;
  MER_PAGE_CLASS (klass)->decided = MER_ABOUT_RESULTS;
  MER_PAGE_CLASS (klass)->decided_otherwise = MER_ABOUT_PRELIMINARY;
  MER_PAGE_CLASS (klass)->show_organization = mer_rating_page_show_organization;

  g_type_ensure (MER_TYPE_RATING_TABLE);
  g_type_ensure (MER_TYPE_RATING_EXPLANATION);
  g_type_ensure (MER_TYPE_CHART_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-rating-page.ui");
  bind_template (widget_class);
}

static void
mer_rating_page_init (MerRatingPage *self)
{
  GtkSelectionModel *selection = NULL;
  GtkGesture        *secondary = gtk_gesture_click_new ();

  mer_rating_page_init_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = mer_rating_table_get_selection (self->table);
  mer_chart_area_set_selection (self->chart, selection);
  g_signal_connect_swapped (selection, "selection-changed",
                            G_CALLBACK (mer_rating_page_show_selected), self);
  mer_page_bind_table_keys (MER_PAGE (self), mer_rating_table_get_view (self->table));
  mer_page_bind_table_keys (MER_PAGE (self), GTK_WIDGET (self->chart));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
  mer_rating_page_apply_view (self);
}
