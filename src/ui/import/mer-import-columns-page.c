/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview of a table. Heads, rows and row numbers are three scrolled parts that share
 * adjustments; a column is one head and one painted body of the same width. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-problems.h"
#include "ui/import/mer-import-column-head.h"
#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-inspector.h"
#include "ui/widgets/mer-preview-cells.h"

struct _MerImportColumnsPage
{
  GtkBox parent_instance;

  /* template children */
  GtkWidget          *sheet_box;
  GtkDropDown        *sheet;
  GtkSpinButton      *header_row;
  GtkSpinner         *spinner;
  GtkLabel           *recognized;
  GtkLabel           *undecided;
  GtkLabel           *unneeded;
  GtkStack           *stack;
  GtkScrolledWindow  *heads_scrolled;
  GtkScrolledWindow  *bodies_scrolled;
  GtkScrolledWindow  *gutter_scrolled;
  GtkBox             *heads;
  GtkBox             *bodies;
  GtkWidget          *gutter_head;
  MerPreviewCells    *gutter;
  MerImportInspector *inspector;
  AdwStatusPage      *problem;

  MerImportState         *state;   /* owned, nullable */
  const MerImportPreview *preview; /* borrowed: the one that is shown */
  guint                   selected;
  guint                   scroll_idle;
  gboolean                updating; /* controls follow the state, not the user */
};

G_DEFINE_FINAL_TYPE (MerImportColumnsPage, mer_import_columns_page, GTK_TYPE_BOX)

static GtkWidget *
nth_child (GtkBox *box,
           guint   n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static guint
n_columns (MerImportColumnsPage *self)
{
  return self->preview != NULL ? self->preview->columns->len : 0;
}

/* --- columns --------------------------------------------------------------- */

static void
set_selected_class (MerImportColumnsPage *self,
                    guint                 column,
                    gboolean              selected)
{
  GtkWidget *parts[] = { nth_child (self->heads, column), nth_child (self->bodies, column) };
  guint      i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && selected)
      gtk_widget_add_css_class (parts[i], "selected");
    else if (parts[i] != NULL)
      gtk_widget_remove_css_class (parts[i], "selected");
}

static void
scroll_to_column (MerImportColumnsPage *self,
                  guint                 column)
{
  GtkWidget      *head = nth_child (self->heads, column);
  graphene_rect_t bounds;

  if (head != NULL && gtk_widget_compute_bounds (head, GTK_WIDGET (self->heads), &bounds) &&
      bounds.size.width > 0)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->bodies_scrolled),
                               bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/* Once the columns have got their places. */
static gboolean
scroll_idle_cb (gpointer user_data)
{
  MerImportColumnsPage *self = user_data;

  self->scroll_idle = 0;
  scroll_to_column (self, self->selected);
  return G_SOURCE_REMOVE;
}

/* Shows the column in the pane at the side and scrolls to it. */
static void
select_column (MerImportColumnsPage *self,
               guint                 column)
{
  if (column >= n_columns (self))
    return;
  set_selected_class (self, self->selected, FALSE);
  self->selected = column;
  set_selected_class (self, column, TRUE);
  if (self->scroll_idle == 0)
    self->scroll_idle = g_idle_add (scroll_idle_cb, self);
  mer_import_inspector_show (self->inspector, self->state, column);
}

/* Goes to the next column that waits for a decision, if any. */
static void
select_next_undecided (MerImportColumnsPage *self)
{
  guint n = n_columns (self);

  for (guint i = 1; i <= n; i++)
    {
      guint                  at = (self->selected + i) % n;
      const MerImportColumn *column = g_ptr_array_index (self->preview->columns, at);

      if (column->state != MER_COLUMN_DECIDE)
        continue;
      select_column (self, at);
      return;
    }
}

static void
head_chosen_cb (MerImportColumnsPage *self,
                GtkWidget            *head)
{
  guint n = 0;

  for (; head != NULL; head = gtk_widget_get_prev_sibling (head))
    n++;
  select_column (self, n - 1);
}

static void
body_pressed_cb (MerImportColumnsPage *self,
                 int                   n_press,
                 double                x,
                 double                y)
{
  int   width = gtk_widget_get_width (GTK_WIDGET (self->bodies));
  guint n = n_columns (self);

  gtk_widget_grab_focus (GTK_WIDGET (self->bodies));
  if (n > 0 && width > 0)
    select_column (self, MIN ((guint) (x * n / width), n - 1));
}

/* Makes as many columns as the table has. */
static void
fit_columns (MerImportColumnsPage *self)
{
  guint      n = n_columns (self);
  GtkWidget *extra = NULL;
  guint      i = 0;

  while (nth_child (self->heads, i) != NULL)
    i++;
  for (; i < n; i++)
    {
      GtkWidget *head = mer_import_column_head_new (self->state, i);
      GtkWidget *body = mer_preview_cells_new ();

      g_signal_connect_object (head, "chosen", G_CALLBACK (head_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_add_css_class (body, "mer-preview-column");
      gtk_widget_set_valign (body, GTK_ALIGN_START);
      gtk_box_append (self->heads, head);
      gtk_box_append (self->bodies, body);
    }
  while ((extra = nth_child (self->heads, n)) != NULL)
    gtk_box_remove (self->heads, extra);
  while ((extra = nth_child (self->bodies, n)) != NULL)
    gtk_box_remove (self->bodies, extra);
}

static void
fill_columns (MerImportColumnsPage *self)
{
  GtkWidget *head = NULL;
  GtkWidget *body = NULL;
  guint      i;

  fit_columns (self);
  head = gtk_widget_get_first_child (GTK_WIDGET (self->heads));
  body = gtk_widget_get_first_child (GTK_WIDGET (self->bodies));
  for (i = 0; head != NULL && body != NULL; i++)
    {
      g_autofree char *letters = mer_import_column_letters (i);
      g_autofree char *name = g_strdup_printf (_("Column %s"), letters);

      mer_import_column_head_update (MER_IMPORT_COLUMN_HEAD (head));
      mer_preview_cells_set_rows (MER_PREVIEW_CELLS (body), self->preview->rows, i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (body), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      head = gtk_widget_get_next_sibling (head);
      body = gtk_widget_get_next_sibling (body);
    }
  mer_preview_cells_set_numbers (self->gutter, self->preview->row_numbers);
}

/* --- options --------------------------------------------------------------- */

static void
fill_sheets (MerImportColumnsPage *self)
{
  const MerTableInfo *info = &self->preview->info;
  g_autoptr (GtkStringList) names = NULL;
  guint i;

  gtk_widget_set_visible (self->sheet_box, info->sheets != NULL);
  if (info->sheets == NULL)
    return;
  names = gtk_string_list_new ((const char *const *) info->sheets);
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
  for (i = 0; info->sheets[i] != NULL; i++)
    if (g_strcmp0 (info->sheets[i], info->sheet) == 0)
      gtk_drop_down_set_selected (self->sheet, i);
}

static void
show_counter (GtkLabel *label,
              char     *text,
              guint     count)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
  g_free (text);
}

static void
show_counters (MerImportColumnsPage *self)
{
  guint counts[4] = { 0 };
  guint certain = 0;
  guint i;

  for (i = 0; i < n_columns (self); i++)
    {
      const MerImportColumn *column = g_ptr_array_index (self->preview->columns, i);

      counts[column->state]++;
    }
  certain = counts[MER_COLUMN_EXACT] + counts[MER_COLUMN_SIMILAR];
  show_counter (self->recognized, g_strdup_printf (_("✓ recognized: %u"), certain), certain);
  show_counter (self->undecided,
                g_strdup_printf (_("? to decide: %u"), counts[MER_COLUMN_DECIDE]),
                                 counts[MER_COLUMN_DECIDE]);
  show_counter (self->unneeded,
                g_strdup_printf (_("— not needed: %u"), counts[MER_COLUMN_EXTRA]),
                                 counts[MER_COLUMN_EXTRA]);
}

static void
sheet_selected_cb (MerImportColumnsPage *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->sheet);

  if (!self->updating && item != NULL)
    mer_import_state_set_sheet (self->state, gtk_string_object_get_string (item));
}

static void
header_row_changed_cb (MerImportColumnsPage *self)
{
  if (!self->updating && self->state != NULL)
    mer_import_state_set_header_row (self->state,
                                     (guint) gtk_spin_button_get_value_as_int (self->header_row));
}

/* --- following the state --------------------------------------------------- */

static guint
first_to_look_at (MerImportColumnsPage *self)
{
  guint i;

  for (i = 0; i < n_columns (self); i++)
    {
      const MerImportColumn *column = g_ptr_array_index (self->preview->columns, i);

      if (column->state == MER_COLUMN_DECIDE)
        return i;
    }
  return 0;
}

static void
show_preview (MerImportColumnsPage *self)
{
  gboolean same_table = self->selected < n_columns (self) && self->selected > 0;

  self->updating = TRUE;
  fill_columns (self);
  fill_sheets (self);
  gtk_spin_button_set_value (self->header_row, self->preview->header_row);
  self->updating = FALSE;
  show_counters (self);
  select_column (self, same_table ? self->selected : first_to_look_at (self));
}

static void
state_changed_cb (MerImportColumnsPage *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  const GError           *error = mer_import_state_get_error (self->state);

  gtk_spinner_set_spinning (self->spinner, mer_import_state_is_reading (self->state));
  if (preview == self->preview && preview != NULL)
    return;
  self->preview = preview;
  if (preview != NULL)
    show_preview (self);
  else if (error != NULL)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack,
                                    preview == NULL && error != NULL ? "problem" : "table");
}

static void
mapped_cb (MerImportColumnsPage *self)
{
  if (self->scroll_idle == 0)
    self->scroll_idle = g_timeout_add (100, scroll_idle_cb, self);
}

/* --- keys ------------------------------------------------------------------ */

static gboolean
key_pressed_cb (MerImportColumnsPage *self,
                guint                 key,
                guint                 code,
                GdkModifierType       state)
{
  GtkWidget *head = NULL;

  if ((state & GDK_ALT_MASK) != 0 && key == GDK_KEY_Down)
    {
      head = nth_child (self->heads, self->selected);
      if (head != NULL)
        mer_import_column_head_popup (MER_IMPORT_COLUMN_HEAD (head));
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_CONTROL_MASK) != 0 && key == GDK_KEY_Down)
    {
      select_next_undecided (self);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left && self->selected > 0)
    select_column (self, self->selected - 1);
  else if (key == GDK_KEY_Right)
    select_column (self, self->selected + 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_columns_page_dispose (GObject *object)
{
  MerImportColumnsPage *self = MER_IMPORT_COLUMNS_PAGE (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_COLUMNS_PAGE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (mer_import_columns_page_parent_class)->dispose (object);
}

static void
mer_import_columns_page_class_init (MerImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_columns_page_dispose;
  g_type_ensure (MER_TYPE_PREVIEW_CELLS);
  g_type_ensure (MER_TYPE_IMPORT_INSPECTOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, header_row);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, recognized);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, undecided);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, unneeded);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, heads_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, bodies_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, gutter_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, heads);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, bodies);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, gutter_head);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, gutter);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, sheet_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_row_changed_cb);
}

static void
mer_import_columns_page_init (MerImportColumnsPage *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrolled_window_set_hadjustment (
    self->heads_scrolled, gtk_scrolled_window_get_hadjustment (self->bodies_scrolled));
  gtk_scrolled_window_set_vadjustment (
    self->gutter_scrolled, gtk_scrolled_window_get_vadjustment (self->bodies_scrolled));
  gtk_widget_set_focusable (GTK_WIDGET (self->bodies), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (body_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->bodies), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), keys);
}

/**
 * mer_import_columns_page_set_state:
 * @self: a page without a state
 * @state: what it shows and changes; kept
 */
void
mer_import_columns_page_set_state (MerImportColumnsPage *self,
                                   MerImportState       *state)
{
  g_return_if_fail (MER_IS_IMPORT_COLUMNS_PAGE (self) && self->state == NULL);
  self->state = g_object_ref (state);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  state_changed_cb (self);
}
