/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a table. Heads, rows and row numbers are three scrolled parts that share adjustments; a
 * column is one head and one painted body of the same width. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-problems.h"
#include "ui/import/mer-import-sheet.h"
#include "ui/widgets/mer-preview-cells.h"
#include "ui/widgets/mer-children.h"

#define NONE G_MAXUINT

struct _MerImportSheet
{
  GtkBox parent_instance;

  /* template children */
  GtkScrolledWindow *heads_scrolled;
  GtkScrolledWindow *bodies_scrolled;
  GtkScrolledWindow *gutter_scrolled;
  MerImportStrip    *heads;
  MerImportStrip    *bodies;
  GtkWidget         *gutter_head;
  MerPreviewCells   *gutter;

  GPtrArray   *columns; /* owned, nullable */
  GPtrArray   *rows;    /* owned, nullable */
  guint        selected;
  MerStripMake make;
  gpointer     make_data;
};

G_DEFINE_FINAL_TYPE (MerImportSheet, mer_import_sheet, GTK_TYPE_BOX)

enum
{
  SIGNAL_COLUMN_CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- columns -------------------------------------------------------------------------- */

static void
mark (GtkWidget *widget,
      guint      column,
      gpointer   user_data)
{
  const MerImportSheet *self = user_data;

  if (column == self->selected)
    gtk_widget_add_css_class (widget, "selected");
  else
    gtk_widget_remove_css_class (widget, "selected");
}

static GtkWidget *
make_words (const MerImportColumn *column)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *letters = mer_import_column_letters (column->index);
  GtkWidget       *letter = gtk_label_new (letters);
  GtkWidget       *header = gtk_label_new (column->header);

  gtk_widget_add_css_class (box, "mer-column-head");
  gtk_widget_add_css_class (letter, "small");
  gtk_widget_add_css_class (letter, "heading");
  gtk_label_set_xalign (GTK_LABEL (letter), 0);
  gtk_widget_add_css_class (header, "small");
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (header), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (header), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (header, column->header);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box), header);
  return box;
}

static GtkWidget *
make_head (guint    column,
           gpointer user_data)
{
  MerImportSheet *self = user_data;
  GtkWidget      *head = self->make != NULL
                           ? self->make (column, self->make_data)
                           : make_words (g_ptr_array_index (self->columns, column));

  mark (head, column, self);
  return head;
}

static void
update_body (GtkWidget *body,
             guint      column,
             gpointer   user_data)
{
  const MerImportSheet  *self = user_data;
  const MerImportColumn *of = g_ptr_array_index (self->columns, column);

  mer_preview_cells_set_masked (MER_PREVIEW_CELLS (body), mer_import_column_is_private (of));
  mer_preview_cells_set_rows (MER_PREVIEW_CELLS (body), self->rows, column);
}

static GtkWidget *
make_body (guint    column,
           gpointer user_data)
{
  MerImportSheet  *self = user_data;
  GtkWidget       *body = mer_preview_cells_new ();
  g_autofree char *letters = mer_import_column_letters (column);
  g_autofree char *name = g_strdup_printf (_("Column %s"), letters);

  update_body (body, column, self);
  gtk_widget_add_css_class (body, "mer-preview-column");
  gtk_accessible_update_property (GTK_ACCESSIBLE (body), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  mark (body, column, self);
  return body;
}

static guint
n_columns (MerImportSheet *self)
{
  return self->columns != NULL ? self->columns->len : 0;
}

static void
pressed_cb (MerImportSheet *self,
            int             n_press,
            double          x,
            double          y)
{
  int pitch = mer_import_strip_get_pitch (self->bodies);

  gtk_widget_grab_focus (GTK_WIDGET (self->bodies));
  if (x >= 0 && (guint) (x / pitch) < n_columns (self))
    g_signal_emit (self, signals[SIGNAL_COLUMN_CHOSEN], 0, (guint) (x / pitch));
}

/* --- the object ----------------------------------------------------------------------- */

static gboolean
mer_import_sheet_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_IMPORT_SHEET (widget)->bodies));
}

static void
mer_import_sheet_dispose (GObject *object)
{
  MerImportSheet *self = MER_IMPORT_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_SHEET);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_import_sheet_parent_class)->dispose (object);
}

static void
mer_import_sheet_class_init (MerImportSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_sheet_dispose;
  widget_class->grab_focus = mer_import_sheet_grab_focus;
  widget_class->focus = mer_children_focus;
  signals[SIGNAL_COLUMN_CHOSEN] =
    g_signal_new ("column-chosen", MER_TYPE_IMPORT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (MER_TYPE_PREVIEW_CELLS);
  g_type_ensure (MER_TYPE_IMPORT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-import-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, heads_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, bodies_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, gutter_scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, heads);
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, bodies);
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, gutter_head);
  gtk_widget_class_bind_template_child (widget_class, MerImportSheet, gutter);
}

static void
mer_import_sheet_init (MerImportSheet *self)
{
  GtkGesture    *click = gtk_gesture_click_new ();
  GtkAdjustment *across = NULL;

  self->selected = NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  across = gtk_scrolled_window_get_hadjustment (self->bodies_scrolled);
  gtk_scrolled_window_set_hadjustment (self->heads_scrolled, across);
  gtk_scrolled_window_set_vadjustment (
    self->gutter_scrolled, gtk_scrolled_window_get_vadjustment (self->bodies_scrolled));
  mer_import_strip_set_adjustment (self->heads, across);
  mer_import_strip_set_adjustment (self->bodies, across);
  mer_import_strip_set_maker (self->heads, make_head, self);
  mer_import_strip_set_maker (self->bodies, make_body, self);
  gtk_widget_set_focusable (GTK_WIDGET (self->bodies), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->bodies), GTK_EVENT_CONTROLLER (click));
}

void
mer_import_sheet_set_maker (MerImportSheet *self,
                            MerStripMake    make,
                            gpointer        user_data)
{
  g_return_if_fail (MER_IS_IMPORT_SHEET (self));
  self->make = make;
  self->make_data = user_data;
}

static void
keep_table (MerImportSheet *self,
            GPtrArray      *columns,
            GPtrArray      *rows)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->columns = columns != NULL ? g_ptr_array_ref (columns) : NULL;
  self->rows = rows != NULL ? g_ptr_array_ref (rows) : NULL;
}

/**
 * mer_import_sheet_set_table:
 * @self: a sheet
 * @columns: (nullable) (element-type MerImportColumn): its columns
 * @rows: (nullable) (element-type GStrv): rows of so many cells
 * @numbers: (nullable) (element-type gint64): their numbers in the file
 */
void
mer_import_sheet_set_table (MerImportSheet *self,
                            GPtrArray      *columns,
                            GPtrArray      *rows,
                            GArray         *numbers)
{
  guint n;

  g_return_if_fail (MER_IS_IMPORT_SHEET (self));
  keep_table (self, columns, rows);
  n = n_columns (self);
  if (self->selected >= n)
    self->selected = NONE;
  mer_import_strip_reset (self->heads, n);
  mer_import_strip_reset (self->bodies, n);
  mer_preview_cells_set_numbers (self->gutter, numbers);
}

void
mer_import_sheet_refresh (MerImportSheet *self,
                          GPtrArray      *columns,
                          GPtrArray      *rows,
                          GArray         *numbers)
{
  g_return_if_fail (MER_IS_IMPORT_SHEET (self) && columns->len == n_columns (self));
  keep_table (self, columns, rows);
  mer_import_strip_update (self->bodies, update_body, self);
  mer_preview_cells_set_numbers (self->gutter, numbers);
}

void
mer_import_sheet_select (MerImportSheet *self,
                         guint           column)
{
  g_return_if_fail (MER_IS_IMPORT_SHEET (self));
  self->selected = column;
  mer_import_strip_update (self->heads, mark, self);
  mer_import_strip_update (self->bodies, mark, self);
  if (column < n_columns (self))
    mer_import_strip_reveal (self->bodies, column);
}

guint
mer_import_sheet_get_selected (MerImportSheet *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_SHEET (self), 0);
  return self->selected;
}

MerImportStrip *
mer_import_sheet_get_heads (MerImportSheet *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_SHEET (self), NULL);
  return self->heads;
}
