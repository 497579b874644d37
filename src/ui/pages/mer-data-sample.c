/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample table. A row is an organization that takes part in the cycle. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "ui/pages/mer-data-sample-private.h"
#include "ui/pages/mer-recipients-cell.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-numbered-column.h"
#include "ui/widgets/mer-sample-bar.h"
#include "ui/widgets/mer-sample-row.h"
#include "ui/widgets/mer-table-copy.h"

/* --- the table ------------------------------------------------------------- */

enum
{
  COLUMN_NAME,
  COLUMN_RECIPIENTS,
  COLUMN_PLAN,
  COLUMN_FACT,
  COLUMN_PERCENT,
  COLUMN_BAR,
  COLUMN_NOTE,
  N_COLUMNS,
};

/* Below that large letters leave only both ends of a name. */
#define NAME_CHARS 16
#define BAR_WIDTH 196

struct _MerDataSample
{
  MerDataView parent_instance;

  GtkStack            *stack;
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* owned */
  GListStore          *store;              /* owned */
  gint64               cycle_id;
};

G_DEFINE_FINAL_TYPE (MerDataSample, mer_data_sample, MER_TYPE_DATA_VIEW)

/* What is said of a row beside its bar, and whether it is a warning. */
static char *
note_text (const MerSampleRow *row,
           gboolean           *warn)
{
  gint64 lacking = row->plan - row->fact;

  *warn = FALSE;
  if (row->plan < 0)
    return g_strdup (_("no plan"));
  if (lacking <= 0)
    return g_strdup (_("✓ enough"));
  *warn = TRUE;
  return g_strdup_printf (ngettext ("%d lacking", "%d lacking", (unsigned long) lacking),
                          (int) lacking);
}

static char *
cell_text (const MerSampleRow *row,
           guint               column)
{
  g_autofree char *number = NULL;

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_RECIPIENTS:
      return mer_sample_number_text (row->recipients);
    case COLUMN_PLAN:
      return mer_sample_number_text (row->plan);
    case COLUMN_FACT:
      return mer_sample_number_text (row->fact);
    case COLUMN_PERCENT:
    default:
      return mer_sample_number_text (mer_sample_row_percent (row));
    }
}

/* --- sorting --------------------------------------------------------------- */

static gint64
sort_number (const MerSampleRow *row,
             guint               column)
{
  switch (column)
    {
    case COLUMN_RECIPIENTS:
      return row->recipients;
    case COLUMN_PLAN:
      return row->plan;
    case COLUMN_FACT:
      return row->fact;
    default:
      return mer_sample_row_percent (row);
    }
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const MerSampleRow *first = a;
  const MerSampleRow *second = b;
  guint               column = GPOINTER_TO_UINT (user_data);
  gint64              difference = 0;

  if (column == COLUMN_NAME)
    return strcmp (first->sort_key, second->sort_key);
  difference = sort_number (first, column) - sort_number (second, column);
  return difference < 0 ? -1 : difference > 0;
}

/* --- copying and pasting ---------------------------------------------------- */

static GListModel *
shown_rows (MerDataSample *self)
{
  return G_LIST_MODEL (gtk_column_view_get_model (self->view));
}

gint64
mer_data_sample_get_cycle_id (MerDataSample *self)
{
  return self->cycle_id;
}

GArray *
mer_data_sample_get_ids (MerDataSample *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (shown_rows (self)); i++)
    {
      g_autoptr (MerSampleRow) row = g_list_model_get_item (shown_rows (self), i);

      g_array_append_val (ids, row->organization_id);
    }
  return ids;
}

static char *
copied_text (GtkColumnViewColumn *view_column,
             gpointer             item,
             gpointer             user_data)
{
  MerDataSample *self = user_data;
  guint          column = COLUMN_NAME;

  while (column < COLUMN_BAR && self->columns[column] != view_column)
    column++;
  return cell_text (item, column);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerDataSample *self = user_data;

  mer_table_copy_rows (self->view, copied_text, self);
}

guint
mer_data_sample_get_start (MerDataSample *self,
                           GtkWidget     *cell)
{
  const MerSampleRow *focused = cell != NULL ? mer_recipients_cell_get_row (cell) : NULL;
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));

  for (guint i = 0; focused != NULL && i < g_list_model_get_n_items (shown_rows (self)); i++)
    {
      g_autoptr (MerSampleRow) row = g_list_model_get_item (shown_rows (self), i);

      if (row == focused)
        return i;
    }
  return gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_data_sample_start_pasting (user_data, NULL);
}

static const GActionEntry actions[] = {
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
};

static void
update_actions (MerDataSample *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  gboolean     some = g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0;

  mer_data_view_set_action_enabled (view, "copy", some);
  mer_data_view_set_action_enabled (view, "paste",
                                    some && mer_session_may_write (
                                              mer_data_view_get_session (view)));
}

/* --- cells ----------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = mer_numbered_column_of (factory);
  GtkWidget *child = NULL;

  if (column == COLUMN_RECIPIENTS)
    child = mer_recipients_cell_new ();
  else if (column == COLUMN_BAR)
    child = mer_sample_bar_new ();
  else
    {
      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child),
                            column == COLUMN_NAME || column == COLUMN_NOTE ? 0 : 1);
      gtk_label_set_ellipsize (GTK_LABEL (child), column == COLUMN_NAME ? PANGO_ELLIPSIZE_MIDDLE
                                                                        : PANGO_ELLIPSIZE_NONE);
    }
  if (column == COLUMN_NAME)
    {
      gtk_label_set_width_chars (GTK_LABEL (child), NAME_CHARS);
      gtk_widget_add_css_class (child, "mer-strong");
    }
  g_object_set_data (G_OBJECT (child), "column", GUINT_TO_POINTER (column));
  gtk_list_item_set_child (item, child);
}

static void
bind_note (GtkWidget          *label,
           const MerSampleRow *row)
{
  gboolean         warn = FALSE;
  g_autofree char *text = note_text (row, &warn);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (warn)
    gtk_widget_add_css_class (label, "mer-warning");
  else
    gtk_widget_remove_css_class (label, "mer-warning");
}

static void
show_row (GtkWidget    *child,
          MerSampleRow *row)
{
  guint            column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "column"));
  g_autofree char *text = NULL;

  if (column == COLUMN_BAR)
    {
      mer_sample_bar_set (MER_SAMPLE_BAR (child), row->fact, row->plan);
      return;
    }
  if (column == COLUMN_NOTE)
    {
      bind_note (child, row);
      return;
    }
  text = cell_text (row, column);
  gtk_label_set_text (GTK_LABEL (child), text);
  if (column == COLUMN_NAME)
    gtk_widget_set_tooltip_text (child, row->name);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  MerSampleRow *row = gtk_list_item_get_item (item);
  GtkWidget    *child = gtk_list_item_get_child (item);

  if (GTK_IS_TEXT (child))
    {
      mer_recipients_cell_set_row (child, row);
      return;
    }
  g_signal_connect_object (row, "changed", G_CALLBACK (show_row), child, G_CONNECT_SWAPPED);
  show_row (child, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_TEXT (child))
    mer_recipients_cell_set_row (child, NULL);
  else
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, child);
}

static const MerCellCallbacks cells = { G_CALLBACK (setup_cb), G_CALLBACK (bind_cb),
                                        G_CALLBACK (unbind_cb) };

static void
add_column (MerDataSample *self,
            guint          column,
            const char    *title,
            int            width)
{
  GtkColumnViewColumn *view_column =
    mer_numbered_column_append (self->view, &cells, column, title, width);
  g_autoptr (GtkSorter) sorter = NULL;

  if (column < COLUMN_BAR)
    {
      sorter =
        GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (column), NULL));
      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  if (column > COLUMN_NAME && column < COLUMN_BAR)
    mer_headers_set_numeric (view_column);
  self->columns[column] = view_column;
}

/* --- filling it ------------------------------------------------------------ */

/* The rows stay when they are of the same organizations, with whatever is being typed in them. */
static gboolean
follow_rows (MerDataSample   *self,
             const GPtrArray *rows)
{
  GListModel *store = G_LIST_MODEL (self->store);
  gboolean    changed = FALSE;

  if (g_list_model_get_n_items (store) != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (MerSampleRow) there = g_list_model_get_item (store, i);

      if (there->organization_id != ((MerSampleRow *) rows->pdata[i])->organization_id)
        return FALSE;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (MerSampleRow) there = g_list_model_get_item (store, i);

      changed |= mer_sample_row_follow (there, rows->pdata[i]);
    }
  for (guint i = COLUMN_NAME; changed && i < COLUMN_BAR; i++)
    gtk_sorter_changed (gtk_column_view_column_get_sorter (self->columns[i]),
                        GTK_SORTER_CHANGE_DIFFERENT);
  return TRUE;
}

/* Fills the table from the session's results; without results it is empty. */
static void
mer_data_sample_update (MerDataView *view)
{
  MerDataSample *self = MER_DATA_SAMPLE (view);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  MerResults *results = mer_session_get_results (mer_data_view_get_session (view));

  for (guint i = 0; results != NULL && i < results->scores->n_rows; i++)
    {
      const MerOrganization *organization = results->scores->rows[i].organization;

      g_ptr_array_add (rows,
                       mer_sample_row_new (results, organization->id, organization->name));
    }
  g_ptr_array_sort (rows, mer_sample_row_compare);
  self->cycle_id = results != NULL ? results->cycle->id : 0;
  if (!follow_rows (self, rows))
    g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                         rows->pdata, rows->len);
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "rows" : "empty");
  update_actions (self);
}

static void
mer_data_sample_set_narrow (MerDataView *view,
                            gboolean     narrow)
{
  MerDataSample       *self = MER_DATA_SAMPLE (view);
  GtkColumnViewColumn *column = self->columns[COLUMN_RECIPIENTS];
  gboolean             shown = gtk_column_view_column_get_column_view (column) != NULL;

  /* Taken out, not hidden: GTK 4.8 leaves the room of a hidden column empty. */
  if (narrow && shown)
    gtk_column_view_remove_column (self->view, column);
  else if (!narrow && !shown)
    gtk_column_view_insert_column (self->view, COLUMN_RECIPIENTS, column);
}

/* «План набрали 23 из 36; не хватает 175 анкет» */
static char *
mer_data_sample_get_summary (MerDataView *view)
{
  MerDataSample   *self = MER_DATA_SAMPLE (view);
  guint            n;
  guint            planned = 0;
  guint            reached = 0;
  gint64           lacking = 0;
  guint            i;
  g_autofree char *reached_text = NULL;
  g_autofree char *planned_text = NULL;
  g_autofree char *lacking_text = NULL;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  for (i = 0; i < n; i++)
    {
      g_autoptr (MerSampleRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (row->plan < 0)
        continue;
      planned++;
      if (row->fact >= row->plan)
        reached++;
      else
        lacking += row->plan - row->fact;
    }
  if (planned == 0)
    return g_strdup (n > 0 ? _("No plan: recipients are not known") : "");
  if (lacking == 0)
    return g_strdup (_("All have reached the plan"));
  reached_text = mer_format_count (mer_language_of_locale (), reached);
  planned_text = mer_format_count (mer_language_of_locale (), planned);
  lacking_text = mer_format_count (mer_language_of_locale (), lacking);
  return g_strdup_printf (ngettext ("%s of %s reached the plan; %s questionnaire is lacking",
                                    "%s of %s reached the plan; %s questionnaires are lacking",
                                    (unsigned long) lacking),
                          reached_text, planned_text, lacking_text);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_data_sample_dispose (GObject *object)
{
  MerDataSample *self = MER_DATA_SAMPLE (object);

  guint i;

  for (i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mer_data_sample_parent_class)->dispose (object);
}

/* Never by itself: it would go to a number, and a key that strays would replace it. */
static gboolean
mer_data_sample_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

static void
mer_data_sample_class_init (MerDataSampleClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_sample_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_data_sample_grab_focus;
  view_class->update = mer_data_sample_update;
  view_class->get_summary = mer_data_sample_get_summary;
  view_class->set_narrow = mer_data_sample_set_narrow;
}

/* A fact, a sentence what to do, one button. */
static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Open _organizations"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No organizations are chosen yet"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _("Choose who is assessed in this cycle: the sample follows from their recipients."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "organizations");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
mer_data_sample_init (MerDataSample *self)
{
  GtkWidget        *scrolled = gtk_scrolled_window_new ();
  GtkSorter        *sorter = NULL;
  GtkSortListModel *sorted = NULL;

  self->store = g_list_store_new (MER_TYPE_SAMPLE_ROW);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Required sample"), -1);
  add_column (self, COLUMN_NAME, _("Organization"), -1);
  add_column (self, COLUMN_RECIPIENTS, _("Recipients"), 100);
  add_column (self, COLUMN_PLAN, C_("sample", "Plan"), 72);
  add_column (self, COLUMN_FACT, C_("sample", "Fact"), 72);
  add_column (self, COLUMN_PERCENT, "%", 64);
  add_column (self, COLUMN_BAR, "", BAR_WIDTH);
  /* as it is, however large letters are: a bar has none */
  gtk_column_view_column_set_fixed_width (self->columns[COLUMN_BAR], BAR_WIDTH);
  add_column (self, COLUMN_NOTE, "", 136);
  mer_headers_follow (self->view);
  sorter = gtk_column_view_get_sorter (self->view);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                    g_object_ref (sorter));
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_multi_selection_new (
                               G_LIST_MODEL (sorted))));
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "rows");
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
