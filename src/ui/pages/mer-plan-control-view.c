/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How plans are carried out. Rows are filled anew with each book; they are as many as there are
 * organizations, and cells exist only for those that are seen. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-plan-control-view.h"
#include "ui/pages/mer-plan-exchange.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-state-cell.h"
#include "ui/widgets/mer-text-item.h"

#define QUARTERS_WIDTH 248

enum
{
  CELL_ORGANIZATION,
  CELL_DUE,
  CELL_TIMING,
  CELL_ITEMS,
  CELL_DONE,
  CELL_WORK,
  CELL_OVERDUE,
  CELL_SHARE,
  N_CELLS,
};

struct _MerPlanControlView
{
  MerDataView parent_instance;

  /* owned */
  GListStore  *store;
  MerPlanBook *book; /* nullable */

  gboolean filling;

  /* children */
  GtkColumnView *table;
  GtkBox        *quarters;
  GtkStack      *stack;
};

G_DEFINE_FINAL_TYPE (MerPlanControlView, mer_plan_control_view, MER_TYPE_DATA_VIEW)

enum
{
  OPENED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- columns --------------------------------------------------------------------------------- */

#define CELL(name, n)                              \
  static char *text_##name (gpointer item)         \
  {                                                \
    return g_strdup (mer_text_item_get (item, n)); \
  }                                                \
  static guint rank_##name (gpointer item)         \
  {                                                \
    return mer_text_item_get_rank (item, n);       \
  }

CELL (organization, CELL_ORGANIZATION)
CELL (due, CELL_DUE)
CELL (timing, CELL_TIMING)
CELL (items, CELL_ITEMS)
CELL (done, CELL_DONE)
CELL (work, CELL_WORK)
CELL (overdue, CELL_OVERDUE)
CELL (share, CELL_SHARE)

static void
show_timing (GtkWidget *cell,
             gpointer   item)
{
  static const MerRecordState states[MER_N_PLAN_TIMINGS] = {
    [MER_TIMING_AWAITED] = MER_RECORD_STATE_PLANNED,
    [MER_TIMING_IN_TIME] = MER_RECORD_STATE_DONE,
    [MER_TIMING_LATE] = MER_RECORD_STATE_WARNING,
    [MER_TIMING_MISSING] = MER_RECORD_STATE_OVERDUE,
  };

  mer_state_cell_show (cell, states[mer_text_item_get_rank (item, CELL_TIMING)],
                       mer_text_item_get (item, CELL_TIMING));
}

/* clang-format off */
static const MerListColumn columns[] = {
  { .id = "organization", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
    .text = text_organization, .rank = rank_organization },
  { .id = "due", .title = N_("Plan due"), .width = 92, .text = text_due, .rank = rank_due },
  { .id = "timing", .title = N_("Handed in"), .width = 164, .text = text_timing,
    .rank = rank_timing, .make = mer_state_cell_new, .show = show_timing },
  { .id = "items", .title = N_("Items"), .width = 70, .end = TRUE, .text = text_items,
    .rank = rank_items },
  { .id = "done", .title = N_("Done"), .width = 84, .end = TRUE, .text = text_done,
    .rank = rank_done },
  { .id = "work", .title = N_("In work"), .width = 76, .end = TRUE, .text = text_work,
    .rank = rank_work },
  { .id = "overdue", .title = N_("Overdue"), .width = 96, .end = TRUE, .text = text_overdue,
    .rank = rank_overdue },
  { .id = "share", .title = N_("Executed"), .width = 68, .end = TRUE, .text = text_share,
    .rank = rank_share },
};
/* clang-format on */

/* --- filling --------------------------------------------------------------------------------- */

static char *
timing_words (MerPlanTiming timing)
{
  switch (timing)
    {
    case MER_TIMING_AWAITED:
      return g_strdup (_("awaited"));
    case MER_TIMING_IN_TIME:
      return g_strdup (_("in time"));
    case MER_TIMING_LATE:
      return g_strdup (_("late"));
    case MER_TIMING_MISSING:
      return g_strdup (_("not handed in"));
    case MER_TIMING_FREE:
    default:
      return g_strdup ("—");
    }
}

static char *
share_words (const MerExecution *execution)
{
  MerLanguage language = mer_language_of_locale ();
  g_auto (MerRational) share = MER_RATIONAL_ZERO;
  g_autofree char *number = NULL;

  if (!mer_execution_share (execution, &share))
    return g_strdup ("—");
  number = mer_format_rational (language, &share, 1);
  return g_strdup_printf ("%s\302\240%%", number);
}

static void
set_count (MerTextItem *item,
           guint        cell,
           guint        n)
{
  mer_text_item_set (item, cell, g_strdup_printf ("%u", n), n);
}

static MerTextItem *
make_row (const MerPlanSheet *sheet,
          guint               place)
{
  MerTextItem *item =
    mer_text_item_new (sheet->organization != NULL ? sheet->organization->id : 0, N_CELLS);
  char *due = sheet->due != MER_DAY_NONE ? mer_day_to_text (sheet->due) : g_strdup ("—");
  guint n = mer_execution_count (&sheet->execution);

  mer_text_item_set (item, CELL_ORGANIZATION,
                     g_strdup (sheet->organization != NULL ? sheet->organization->name
                                                           : _("The municipality")),
                               place);
  mer_text_item_set (item, CELL_DUE, due, (guint) sheet->due);
  mer_text_item_set (item, CELL_TIMING, timing_words (sheet->timing), sheet->timing);
  set_count (item, CELL_ITEMS, n);
  set_count (item, CELL_DONE, sheet->execution.n[MER_STANDING_DONE]);
  set_count (item, CELL_WORK, sheet->execution.n[MER_STANDING_WORK]);
  set_count (item, CELL_OVERDUE, sheet->execution.n[MER_STANDING_OVERDUE]);
  mer_text_item_set (item, CELL_SHARE, share_words (&sheet->execution),
                     n > 0 ? 1 + sheet->execution.n[MER_STANDING_DONE] * 1000 / n : 0);
  return item;
}

static gboolean
is_same_row (MerPlanControlView *self,
             guint               position,
             MerTextItem        *row)
{
  g_autoptr (MerTextItem) there = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (mer_text_item_get_id (there) != mer_text_item_get_id (row))
    return FALSE;
  for (guint i = 0; i < N_CELLS; i++)
    if (mer_text_item_get_rank (there, i) != mer_text_item_get_rank (row, i) ||
        !g_str_equal (mer_text_item_get (there, i), mer_text_item_get (row, i)))
      return FALSE;
  return TRUE;
}

/* Only the rows that are not as before: one edit changes one. */
static void
fill_rows (MerPlanControlView *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint first = 0, last = 0;

  for (guint i = 0; self->book != NULL && i < self->book->sheets->len; i++)
    g_ptr_array_add (rows, make_row (&g_array_index (self->book->sheets, MerPlanSheet, i), i));
  while (first < MIN (n, rows->len) && is_same_row (self, first, rows->pdata[first]))
    first++;
  while (last < MIN (n, rows->len) - first &&
         is_same_row (self, n - 1 - last, rows->pdata[rows->len - 1 - last]))
    last++;
  if (n > first + last || rows->len > first + last)
    g_list_store_splice (self->store, first, n - first - last, rows->pdata + first,
                         rows->len - first - last);
}

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static void
add_quarter (MerPlanControlView   *self,
             const MerPlanQuarter *one)
{
  static const char *const numerals[] = { "I", "II", "III", "IV" };
  const char              *numeral = numerals[one->quarter - 1];
  g_autofree char         *title = g_strdup_printf (_("quarter %s of %d"), numeral, one->year);
  g_autofree char         *text = NULL;
  GtkWidget               *bar = gtk_progress_bar_new ();

  if (one->ahead)
    text = g_strdup_printf (_("Due by then: %u of %u"), one->due, one->total);
  else
    text = g_strdup_printf (_("Due: %u, of these done: %u; done in all: %u of %u"), one->due,
                               one->kept, one->done, one->total);
  add_label (self->quarters, title, "heading");
  gtk_widget_set_margin_top (gtk_widget_get_last_child (GTK_WIDGET (self->quarters)), 8);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 one->total > 0 ? (double) (one->ahead ? 0 : one->done) / one->total
                                                : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (self->quarters, bar);
  add_label (self->quarters, text, "mer-secondary");
}

static void
add_quarters (MerPlanControlView *self,
              const MerPlanSheet *sheet)
{
  g_autoptr (GArray) quarters = mer_plan_book_quarters (self->book, sheet);

  for (guint i = 0; i < quarters->len; i++)
    add_quarter (self, &g_array_index (quarters, MerPlanQuarter, i));
}

/* The sheet of the selected row; nullable. */
static const MerPlanSheet *
selected_sheet (MerPlanControlView *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->table));
  MerTextItem        *item = gtk_single_selection_get_selected_item (selection);

  return item != NULL && self->book != NULL
           ? mer_plan_book_sheet (self->book, mer_text_item_get_id (item))
           : NULL;
}

/* Of the selected organization, and below it of all. */
static void
fill_quarters (MerPlanControlView *self)
{
  const MerPlanSheet *sheet = selected_sheet (self);
  g_autofree char    *share = NULL;
  g_autofree char    *all = NULL;

  mer_box_clear (self->quarters);
  if (self->book == NULL || self->filling)
    return;
  if (sheet != NULL && sheet->organization != NULL && sheet->n_lines > 0)
    {
      add_label (self->quarters, sheet->organization->name, "title-4");
      add_quarters (self, sheet);
    }
  share = share_words (&self->book->execution);
  all = g_strdup_printf (_("All organizations: %s"), share);
  add_label (self->quarters, all, "title-4");
  gtk_widget_set_margin_top (gtk_widget_get_last_child (GTK_WIDGET (self->quarters)), 8);
  add_quarters (self, NULL);
}

static MerPlanKeeper *
keeper_of (MerPlanControlView *self)
{
  return mer_plan_keeper_of (mer_data_view_get_session (MER_DATA_VIEW (self)));
}

static void
take_book (MerPlanControlView *self)
{
  MerPlanBook *book = mer_plan_keeper_get_book (keeper_of (self));

  if (book != NULL)
    mer_plan_book_ref (book);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = book;
  self->filling = TRUE;
  fill_rows (self);
  self->filling = FALSE;
  fill_quarters (self);
  gtk_stack_set_visible_child_name (self->stack, book != NULL && book->n_lines > 0 ? "table"
                                                                                   : "empty");
  mer_data_view_set_action_enabled (MER_DATA_VIEW (self), "export", book != NULL);
  mer_data_view_summary_changed (MER_DATA_VIEW (self));
}

static void
mer_plan_control_view_update (MerDataView *view)
{
  MerPlanControlView *self = MER_PLAN_CONTROL_VIEW (view);

  if (mer_plan_keeper_get_book (keeper_of (self)) != self->book)
    take_book (self);
}

/* While nobody sees it, it waits until it is shown. */
static void
book_changed_cb (MerPlanControlView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_book (self);
}

static char *
mer_plan_control_view_get_summary (MerDataView *view)
{
  const MerPlanBook *book = MER_PLAN_CONTROL_VIEW (view)->book;
  guint              n = book != NULL ? book->execution.n[MER_STANDING_OVERDUE] : 0;

  if (book == NULL || book->n_lines == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u item is overdue", "%u items are overdue", n), n);
}

static void
mer_plan_control_view_set_narrow (MerDataView *view,
                                  gboolean     narrow)
{
  mer_list_view_show_column (MER_PLAN_CONTROL_VIEW (view)->table, "work", !narrow);
  mer_list_view_show_column (MER_PLAN_CONTROL_VIEW (view)->table, "items", !narrow);
  mer_list_view_show_column (MER_PLAN_CONTROL_VIEW (view)->table, "due", !narrow);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mer_plan_exchange_export (GTK_WIDGET (user_data),
                            mer_data_view_get_session (MER_DATA_VIEW (user_data)), "control",
                            NULL);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (MER_PLAN_CONTROL_VIEW (user_data)->table);
}

static const GActionEntry actions[] = {
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
};

static void
activate_cb (MerPlanControlView *self,
             guint               position)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->table));
  g_autoptr (MerTextItem) item = g_list_model_get_item (model, position);

  if (item != NULL)
    g_signal_emit (self, signals[OPENED], 0, mer_text_item_get_id (item));
}

/* --- the object ------------------------------------------------------------------------------ */

static GtkWidget *
make_table (MerPlanControlView *self)
{
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel   *sorted = NULL;
  GtkSingleSelection *selection = NULL;

  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  mer_list_view_setup (self->table, columns, G_N_ELEMENTS (columns));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (fill_quarters), self,
                           G_CONNECT_SWAPPED);
  g_object_unref (selection);
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->table));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Execution of improvement plans"), -1);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_quarters (MerPlanControlView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->quarters = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->quarters), 16);
  gtk_widget_set_margin_end (GTK_WIDGET (self->quarters), 16);
  gtk_widget_set_margin_top (GTK_WIDGET (self->quarters), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->quarters), 16);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->quarters));
  gtk_widget_set_size_request (scrolled, QUARTERS_WIDTH, -1);
  gtk_widget_add_css_class (scrolled, "mer-pane");
  return scrolled;
}

static gboolean
mer_plan_control_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_PLAN_CONTROL_VIEW (widget)->table));
}

static void
mer_plan_control_view_constructed (GObject *object)
{
  MerPlanControlView *self = MER_PLAN_CONTROL_VIEW (object);
  GtkWidget          *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget          *empty = adw_status_page_new ();

  G_OBJECT_CLASS (mer_plan_control_view_parent_class)->constructed (object);
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  self->store = g_list_store_new (MER_TYPE_TEXT_ITEM);
  gtk_paned_set_start_child (GTK_PANED (paned), make_table (self));
  gtk_paned_set_end_child (GTK_PANED (paned), make_quarters (self));
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("There is nothing to control yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _("It appears when plans have items."));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, paned, "table");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (keeper_of (self), "changed", G_CALLBACK (book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mer_plan_control_view_update), NULL);
  take_book (self);
}

static void
mer_plan_control_view_dispose (GObject *object)
{
  MerPlanControlView *self = MER_PLAN_CONTROL_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  G_OBJECT_CLASS (mer_plan_control_view_parent_class)->dispose (object);
}

static void
mer_plan_control_view_class_init (MerPlanControlViewClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  object_class->constructed = mer_plan_control_view_constructed;
  object_class->dispose = mer_plan_control_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_plan_control_view_grab_focus;
  view_class->update = mer_plan_control_view_update;
  view_class->get_summary = mer_plan_control_view_get_summary;
  view_class->set_narrow = mer_plan_control_view_set_narrow;
  signals[OPENED] = g_signal_new ("opened", MER_TYPE_PLAN_CONTROL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mer_plan_control_view_init (MerPlanControlView *self)
{
}
