/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a table. The page follows the state: what is decided in a head or in the pane
 * goes to the state, and comes back as another preview. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/import/mer-import-column-head.h"
#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-inspector.h"
#include "ui/import/mer-import-sheet.h"
#include "ui/import/mer-import-values.h"
#include "ui/widgets/mer-children.h"

struct _MerImportColumnsPage
{
  GtkBox parent_instance;

  /* template children */
  GtkWidget          *sheet_box;
  GtkDropDown        *sheet;
  GtkSpinButton      *header_row;
  GtkWidget          *source_box;
  GtkEntry           *source;
  GtkWidget          *counted;
  GtkSpinner         *spinner;
  GtkLabel           *rows;
  GtkLabel           *recognized;
  GtkLabel           *undecided;
  GtkLabel           *unneeded;
  GtkStack           *stack;
  MerImportSheet     *sheet_view;
  MerImportInspector *inspector;
  AdwStatusPage      *problem;

  MerImportState         *state;   /* owned, nullable */
  const MerImportPreview *preview; /* borrowed: the one that is shown */
  guint                   selected;
  gboolean                updating; /* controls follow the state, not the user */
};

G_DEFINE_FINAL_TYPE (MerImportColumnsPage, mer_import_columns_page, GTK_TYPE_BOX)

static guint
n_columns (MerImportColumnsPage *self)
{
  return self->preview != NULL ? self->preview->columns->len : 0;
}

static const MerImportColumn *
get_column (MerImportColumnsPage *self,
            guint                 column)
{
  return g_ptr_array_index (self->preview->columns, column);
}

/* --- columns -------------------------------------------------------------------------- */

/* Shows the column in the pane at the side and scrolls to it. */
static void
select_column (MerImportColumnsPage *self,
               guint                 column)
{
  if (column >= n_columns (self))
    return;
  self->selected = column;
  mer_import_sheet_select (self->sheet_view, column);
  mer_import_inspector_show (self->inspector, self->state, column);
}

/* Whether something about the column waits for a decision: what it is, or what its values mean. */
static gboolean
is_open (MerImportColumnsPage *self,
         guint                 column)
{
  return get_column (self, column)->state == MER_COLUMN_DECIDE ||
         mer_import_values_count_open (mer_import_state_get_values (self->state, column)) > 0;
}

/* Goes to the next column that waits for a decision, if any. */
static void
select_next_open (MerImportColumnsPage *self)
{
  guint n = n_columns (self);

  for (guint i = 1; i <= n; i++)
    {
      guint at = (self->selected + i) % n;

      if (!is_open (self, at))
        continue;
      select_column (self, at);
      return;
    }
}

static void
head_chosen_cb (MerImportColumnsPage *self,
                GtkWidget            *head)
{
  select_column (self, mer_import_column_head_get_index (MER_IMPORT_COLUMN_HEAD (head)));
}

static GtkWidget *
make_head (guint    column,
           gpointer user_data)
{
  MerImportColumnsPage *self = user_data;
  GtkWidget            *head = mer_import_column_head_new (self->state, column);

  g_signal_connect_object (head, "chosen", G_CALLBACK (head_chosen_cb), self, G_CONNECT_SWAPPED);
  return head;
}

/* --- options --------------------------------------------------------------- */

static void
fill_sheets (MerImportColumnsPage *self)
{
  const MerTableInfo *info = &self->preview->info;
  g_autoptr (GtkStringList) names = NULL;

  gtk_widget_set_visible (self->sheet_box, info->sheets != NULL);
  if (info->sheets == NULL)
    return;
  names = gtk_string_list_new ((const char *const *) info->sheets);
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
  for (guint i = 0; info->sheets[i] != NULL; i++)
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

  for (guint i = 0; i < n_columns (self); i++)
    counts[get_column (self, i)->state]++;
  certain = counts[MER_COLUMN_EXACT] + counts[MER_COLUMN_SIMILAR];
  show_counter (self->recognized, g_strdup_printf (_("✓ recognized: %u"), certain), certain);
  show_counter (self->undecided,
                g_strdup_printf (_("? to decide: %u"), counts[MER_COLUMN_DECIDE]),
                                 counts[MER_COLUMN_DECIDE]);
  show_counter (self->unneeded,
                g_strdup_printf (_("— not needed: %u"), counts[MER_COLUMN_EXTRA]),
                                 counts[MER_COLUMN_EXTRA]);
}

/* «2 461 строка», once it is known. */
static void
show_rows (MerImportColumnsPage *self)
{
  const MerImportScan *scan = mer_import_state_get_scan (self->state);
  g_autofree char     *count = NULL;
  g_autofree char     *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rows), scan != NULL);
  if (scan == NULL)
    return;
  count = mer_format_count (mer_language_of_locale (), (gint64) scan->n_rows);
  text = g_strdup_printf (ngettext ("%s row", "%s rows", scan->n_rows), count);
  gtk_label_set_text (self->rows, text);
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

static void
source_changed_cb (MerImportColumnsPage *self)
{
  if (self->state != NULL)
    mer_import_state_set_source (self->state, gtk_editable_get_text (GTK_EDITABLE (self->source)));
}

static void
counted_toggled_cb (MerImportColumnsPage *self)
{
  if (self->state != NULL)
    mer_import_state_set_counted (self->state, gtk_check_button_get_active (
                                                 GTK_CHECK_BUTTON (self->counted)));
}

/* --- following the state --------------------------------------------------- */

/* What is no questionnaire and no checklist should say where it is from; facts say it line by
 * line. */
static void
show_source (MerImportColumnsPage *self)
{
  MerBatchKind kind = MER_BATCH_SURVEY;
  gboolean     known = mer_import_state_get_kind (self->state, &kind);

  gtk_widget_set_visible (self->source_box,
                          known && (kind == MER_BATCH_COUNTS || kind == MER_BATCH_VALUES ||
                                    kind == MER_BATCH_POINTS ||
                                    kind == MER_BATCH_RECIPIENTS));
  gtk_widget_set_visible (self->counted, kind == MER_BATCH_COUNTS);
}

static guint
first_to_look_at (MerImportColumnsPage *self)
{
  for (guint i = 0; i < n_columns (self); i++)
    if (get_column (self, i)->state == MER_COLUMN_DECIDE)
      return i;
  return 0;
}

static void
update_head (GtkWidget *head,
             guint      column,
             gpointer   user_data)
{
  mer_import_column_head_update (MER_IMPORT_COLUMN_HEAD (head));
}

/* Heads stay where the table has as many columns as before: one of them has the keyboard. */
static void
show_preview (MerImportColumnsPage *self,
              gboolean              first)
{
  MerImportStrip *heads = mer_import_sheet_get_heads (self->sheet_view);
  gboolean        same = !first && mer_import_strip_get_n (heads) == n_columns (self);

  self->updating = TRUE;
  if (same)
    {
      mer_import_sheet_refresh (self->sheet_view, self->preview->columns, self->preview->rows,
                                self->preview->row_numbers);
      mer_import_strip_update (heads, update_head, self);
    }
  else
    mer_import_sheet_set_table (self->sheet_view, self->preview->columns, self->preview->rows,
                                self->preview->row_numbers);
  fill_sheets (self);
  gtk_spin_button_set_value (self->header_row, self->preview->header_row);
  self->updating = FALSE;
  show_counters (self);
  select_column (self, same ? self->selected : first_to_look_at (self));
}

static void
state_changed_cb (MerImportColumnsPage *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  const GError           *error = mer_import_state_get_error (self->state);
  gboolean                first = self->preview == NULL;

  gtk_spinner_set_spinning (self->spinner, mer_import_state_is_reading (self->state) ||
                                             mer_import_state_is_scanning (self->state));
  show_rows (self);
  show_source (self);
  if (preview != self->preview)
    {
      self->preview = preview;
      if (preview != NULL)
        show_preview (self, first);
    }
  else if (preview != NULL)
    mer_import_inspector_show (self->inspector, self->state, self->selected);
  if (preview == NULL && error != NULL)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack,
                                    preview == NULL && error != NULL ? "problem" : "table");
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
      head = mer_import_strip_get (mer_import_sheet_get_heads (self->sheet_view), self->selected);
      if (head != NULL)
        mer_import_column_head_popup (MER_IMPORT_COLUMN_HEAD (head));
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_CONTROL_MASK) != 0 && key == GDK_KEY_Down)
    {
      select_next_open (self);
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

/* Arrows go over the columns at once. */
static gboolean
mer_import_columns_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_IMPORT_COLUMNS_PAGE (widget)->sheet_view));
}

static void
mer_import_columns_page_dispose (GObject *object)
{
  MerImportColumnsPage *self = MER_IMPORT_COLUMNS_PAGE (object);

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
  widget_class->grab_focus = mer_import_columns_page_grab_focus;
  widget_class->focus = mer_children_focus;
  g_type_ensure (MER_TYPE_IMPORT_SHEET);
  g_type_ensure (MER_TYPE_IMPORT_INSPECTOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, header_row);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, source_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, source);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, counted);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, rows);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, recognized);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, undecided);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, unneeded);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, sheet_view);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnsPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, select_column);
  gtk_widget_class_bind_template_callback (widget_class, sheet_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, counted_toggled_cb);
}

static void
mer_import_columns_page_init (MerImportColumnsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  mer_import_sheet_set_maker (self->sheet_view, make_head, self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), keys);
}

void
mer_import_columns_page_set_state (MerImportColumnsPage *self,
                                   MerImportState       *state)
{
  g_return_if_fail (MER_IS_IMPORT_COLUMNS_PAGE (self));
  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_set_object (&self->state, state);
  self->preview = NULL;
  self->selected = 0;
  mer_import_sheet_set_table (self->sheet_view, NULL, NULL, NULL);
  if (state == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->source), "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->counted),
                               mer_import_state_get_counted (state));
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  state_changed_cb (self);
}

void
mer_import_columns_page_show_column (MerImportColumnsPage *self,
                                     guint                 column)
{
  g_return_if_fail (MER_IS_IMPORT_COLUMNS_PAGE (self));
  select_column (self, column);
}
