/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the rating page: what is shown and how, the report of it, and what may be done
 * with its rows. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/dialogs/mer-objection-dialog.h"
#include "ui/dialogs/mer-rules-dialog.h"
#include "ui/pages/mer-compare-window.h"
#include "ui/pages/mer-rating-page-private.h"
#include "ui/print/mer-report-actions.h"
#include "ui/widgets/mer-table-copy.h"

char *
mer_rating_page_get_state (MerRatingPage *self,
                           const char    *name)
{
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (mer_page_get_actions (MER_PAGE (self)), name);

  return g_variant_dup_string (state, NULL);
}

static gboolean
may_object (MerRatingPage *self)
{
  return !self->results->cycle->approved &&
         mer_session_may_write (mer_page_get_session (MER_PAGE (self)));
}

void
mer_rating_page_update_actions (MerRatingPage *self)
{
  MerPage *page = MER_PAGE (self);
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (mer_rating_table_get_selection (self->table));
  gboolean some = self->results != NULL && self->results->scores->n_rows > 0;
  gboolean any = some && !gtk_bitset_is_empty (selected);

  mer_page_set_action_enabled (page, "print", some);
  mer_page_set_action_enabled (page, "export", some);
  mer_page_set_action_enabled (page, "find", some);
  mer_page_set_action_enabled (page, "rules", some);
  mer_page_set_action_enabled (page, "compare", some);
  mer_page_set_action_enabled (page, "copy", some);
  mer_page_set_action_enabled (page, "copy-calculation", any);
  mer_page_set_action_enabled (page, "print-calculation", any);
  mer_page_set_action_enabled (page, "export-calculation", any);
  mer_page_set_action_enabled (page, "object", any && may_object (self));
  mer_page_set_action_enabled (page, "open", any);
}

static void
view_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  g_simple_action_set_state (action, value);
  mer_rating_page_apply_view (user_data);
}

static void
choice_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  g_simple_action_set_state (action, value);
  mer_rating_page_apply_choice (user_data);
}

static void
ranks_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  MerRatingPage *self = user_data;

  g_simple_action_set_state (action, value);
  self->ranks_in_kind = g_str_equal (g_variant_get_string (value, NULL), "kind");
  mer_rating_table_set_ranks_in_kind (self->table, self->ranks_in_kind);
  mer_rating_page_show_selected (self);
}

/* The report of what is shown: the chosen kind or group, the chosen places. A search is a
 * way to find a row, not a choice of what to print. */
static MerReportJob *
make_job (MerRatingPage *self)
{
  MerSession   *session = mer_page_get_session (MER_PAGE (self));
  MerReportJob *job =
    mer_report_job_new ("rating", self->results, mer_session_get_document (session));

  mer_report_job_set_choice (job,
                             self->ranks_in_kind ? MER_REPORT_RANKS_IN_KIND
                                                 : MER_REPORT_RANKS_ALL,
                             self->choice.kinds, self->choice.organizations,
                             self->choice.group_name);
  return job;
}

/* «Рейтинг, НОКО 2024» */
static char *
report_name (MerRatingPage *self)
{
  return g_strdup_printf (_("Rating, %s"), self->results->cycle->title);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  MerRatingPage *self = user_data;
  g_autoptr (MerReportJob) job = make_job (self);
  g_autofree char *name = report_name (self);

  mer_report_print (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)), job, name);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  MerRatingPage *self = user_data;
  g_autoptr (MerReportJob) job = make_job (self);
  g_autofree char *name = report_name (self);

  mer_report_export (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)), job, name);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  MerRatingPage *self = user_data;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
mer_rating_page_reset_filters (MerRatingPage *self)
{
  gtk_editable_set_text (self->search, "");
  g_action_group_change_action_state (mer_page_get_actions (MER_PAGE (self)), "choice",
                                      g_variant_new_string ("all"));
}

static void
reset_filters_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  mer_rating_page_reset_filters (user_data);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  MerRatingPage *self = user_data;
  g_autoptr (GdkContentProvider) content = NULL;

  mer_table_select_current (GTK_COLUMN_VIEW (mer_rating_table_get_view (self->table)));
  content = mer_rating_table_copy (self->table);
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static void
copy_calculation_cb (GSimpleAction *action,
                     GVariant      *value,
                     gpointer       user_data)
{
  MerRatingPage   *self = user_data;
  g_autofree char *text = mer_rating_explanation_get_text (self->explanation);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* «Расчёт баллов» of the selected rows. */
static MerReportJob *
make_calculation_job (MerRatingPage *self)
{
  MerSession        *session = mer_page_get_session (MER_PAGE (self));
  GtkSelectionModel *selection = mer_rating_table_get_selection (self->table);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MerReportJob *job =
    mer_report_job_new ("calculation", self->results, mer_session_get_document (session));
  GtkBitsetIter iter;
  guint         position = 0;
  gboolean      more = gtk_bitset_iter_init_first (&iter, selected, &position);

  for (; more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (MerRatingRow) row = g_list_model_get_item (G_LIST_MODEL (selection), position);

      g_array_append_val (ids, mer_rating_row_get_score (row)->organization->id);
    }
  mer_report_job_set_choice (job, MER_REPORT_RANKS_ALL, 0, ids, NULL);
  return job;
}

static char *
calculation_name (MerRatingPage *self)
{
  return g_strdup_printf (_("Calculation of scores, %s"), self->results->cycle->title);
}

static void
print_calculation_cb (GSimpleAction *action,
                      GVariant      *value,
                      gpointer       user_data)
{
  MerRatingPage *self = user_data;
  g_autoptr (MerReportJob) job = make_calculation_job (self);
  g_autofree char *name = calculation_name (self);

  mer_report_print (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)), job, name);
}

static void
export_calculation_cb (GSimpleAction *action,
                       GVariant      *value,
                       gpointer       user_data)
{
  MerRatingPage *self = user_data;
  g_autoptr (MerReportJob) job = make_calculation_job (self);
  g_autofree char *name = calculation_name (self);

  mer_report_export (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)), job, name);
}

/* Of the organization that is explained, to the criterion that is open. */
static void
object_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       user_data)
{
  MerRatingPage     *self = user_data;
  const MerScoreRow *row = mer_rating_page_get_row (self);
  MerObjection      *objection = NULL;

  if (row == NULL)
    return;
  objection = mer_objection_new (mer_rating_explanation_get_code (self->explanation), "");
  objection->cycle_id = self->results->cycle->id;
  objection->organization_id = row->organization->id;
  mer_objection_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                mer_page_get_session (MER_PAGE (self)), objection);
}

void
mer_rating_page_open (MerRatingPage *self)
{
  const MerScoreRow *row = mer_rating_page_get_row (self);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-organization", "x",
                                row->organization->id);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  mer_rating_page_open (user_data);
}

static void
rules_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  MerRatingPage *self = user_data;
  GtkRoot       *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget     *dialog = mer_rules_dialog_new (mer_page_get_session (MER_PAGE (self)));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The cycle beside another one, at the organization that is explained. */
static void
compare_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  MerRatingPage     *self = user_data;
  const MerScoreRow *row = mer_rating_page_get_row (self);

  mer_compare_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              mer_page_get_session (MER_PAGE (self)),
                              row != NULL ? row->organization->id : 0);
}

/* The menu stands at the cursor's row, or where the pointer is. */
void
mer_rating_page_popup_menu (MerRatingPage *self,
                            double         x,
                            double         y)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self->table));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       user_data)
{
  MerRatingPage *self = user_data;
  GtkAdjustment *adjustment = mer_rating_table_get_vadjustment (self->table);
  int            cursor = MAX (0, mer_chart_area_get_cursor (self->chart));

  mer_rating_page_popup_menu (self, 64,
                              mer_rating_table_get_header_height (self->table) +
                                (cursor + 1) * mer_rating_table_get_pitch (self->table) -
                                gtk_adjustment_get_value (adjustment));
}

static const GActionEntry actions[] = {
  { "view", NULL, "s", "'both'", view_cb, { 0 } },
  { "choice", NULL, "s", "'all'", choice_cb, { 0 } },
  { "ranks", NULL, "s", "'all'", ranks_cb, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
  { "find", find_cb, NULL, NULL, NULL, { 0 } },
  { "reset-filters", reset_filters_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "copy-calculation", copy_calculation_cb, NULL, NULL, NULL, { 0 } },
  { "print-calculation", print_calculation_cb, NULL, NULL, NULL, { 0 } },
  { "export-calculation", export_calculation_cb, NULL, NULL, NULL, { 0 } },
  { "object", object_cb, NULL, NULL, NULL, { 0 } },
  { "open", open_cb, NULL, NULL, NULL, { 0 } },
  { "rules", rules_cb, NULL, NULL, NULL, { 0 } },
  { "compare", compare_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", context_menu_cb, NULL, NULL, NULL, { 0 } },
};

void
mer_rating_page_init_actions (MerRatingPage *self)
{
  mer_page_add_actions (MER_PAGE (self), actions, G_N_ELEMENTS (actions));
}
