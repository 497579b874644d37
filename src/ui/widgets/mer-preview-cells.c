/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Painted cells. A label a cell would make thousands of widgets for a wide table; here a
 * column is one widget, whose drawing the toolkit keeps while it scrolls. */

#include "config.h"

#include <string.h>

#include "ui/widgets/mer-preview-cells.h"

#define PITCH_EM 2.03 /* 27 px at the usual text */
#define PADDING 10
/* A cell shows one line; of a longer text no more is laid out. */
#define MOST_BYTES 200

struct _MerPreviewCells
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* owned, nullable */
  guint      column;
  GArray    *numbers; /* owned, nullable */
  gboolean   masked;
};

G_DEFINE_FINAL_TYPE (MerPreviewCells, mer_preview_cells, GTK_TYPE_WIDGET)

static guint
n_cells (MerPreviewCells *self)
{
  if (self->numbers != NULL)
    return self->numbers->len;
  return self->rows != NULL ? self->rows->len : 0;
}

static int
pitch (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return (int) (MAX (size, 8) * PITCH_EM + 0.5);
}

/* The first line of a cell, cut where no letter is split. */
static char *
cell_text (MerPreviewCells *self,
           guint            row)
{
  const char *text = NULL;
  gsize       length = 0;

  if (self->numbers != NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (self->numbers, gint64, row));
  text = ((char **) g_ptr_array_index (self->rows, row))[self->column];
  if (self->masked && *text != '\0')
    return g_strdup ("•••");
  length = strcspn (text, "\r\n");
  if (length > MOST_BYTES)
    length = (gsize) (g_utf8_find_prev_char (text, text + MOST_BYTES) - text);
  return g_strndup (text, length);
}

static void
snapshot_cell (MerPreviewCells *self,
               GtkSnapshot     *snapshot,
               PangoLayout     *layout,
               const GdkRGBA   *color,
               guint            row,
               int              height)
{
  g_autofree char *text = cell_text (self, row);
  int              text_height = 0;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (PADDING, (float) ((int) row * height + (height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
mer_preview_cells_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MerPreviewCells *self = MER_PREVIEW_CELLS (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  int     width = gtk_widget_get_width (widget);
  int     height = pitch (widget);
  GdkRGBA color;
  GdkRGBA rule;
  guint   i;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  rule = color;
  rule.alpha *= 0.1f;
  pango_layout_set_width (layout, MAX (1, width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_alignment (layout, self->numbers != NULL ? PANGO_ALIGN_RIGHT
                                                            : PANGO_ALIGN_LEFT);
  for (i = 0; i < n_cells (self); i++)
    {
      snapshot_cell (self, snapshot, layout, &color, i, height);
      gtk_snapshot_append_color (snapshot, &rule,
                                 &GRAPHENE_RECT_INIT (0, (float) ((int) (i + 1) * height - 1),
                                                      (float) width, 1));
    }
}

/* Row numbers are never cut; the last is the widest. Cells are cut to their column. */
static int
last_number_width (MerPreviewCells *self)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int              width = 0;

  if (self->numbers == NULL || self->numbers->len == 0)
    return 0;
  text = cell_text (self, self->numbers->len - 1);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
mer_preview_cells_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  MerPreviewCells *self = MER_PREVIEW_CELLS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) n_cells (self) * pitch (widget);
  else
    *minimum = *natural = 2 * PADDING + last_number_width (self);
}

static void
mer_preview_cells_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mer_preview_cells_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
mer_preview_cells_dispose (GObject *object)
{
  MerPreviewCells *self = MER_PREVIEW_CELLS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  G_OBJECT_CLASS (mer_preview_cells_parent_class)->dispose (object);
}

static void
mer_preview_cells_class_init (MerPreviewCellsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_preview_cells_dispose;
  widget_class->snapshot = mer_preview_cells_snapshot;
  widget_class->measure = mer_preview_cells_measure;
  widget_class->css_changed = mer_preview_cells_css_changed;
  gtk_widget_class_set_css_name (widget_class, "previewcells");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mer_preview_cells_init (MerPreviewCells *self)
{
}

/**
 * mer_preview_cells_new:
 *
 * Returns: (transfer floating): a column without cells
 */
GtkWidget *
mer_preview_cells_new (void)
{
  return g_object_new (MER_TYPE_PREVIEW_CELLS, NULL);
}

/* What a screen reader says of the column: its first cells. */
static void
update_description (MerPreviewCells *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < MIN (n_cells (self), 5); i++)
    {
      g_autofree char *cell = cell_text (self, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", *cell != '\0' ? cell : "—");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
}

void
mer_preview_cells_set_masked (MerPreviewCells *self,
                              gboolean         masked)
{
  g_return_if_fail (MER_IS_PREVIEW_CELLS (self));
  self->masked = masked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mer_preview_cells_set_rows (MerPreviewCells *self,
                            GPtrArray       *rows,
                            guint            column)
{
  g_return_if_fail (MER_IS_PREVIEW_CELLS (self));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows != NULL ? g_ptr_array_ref (rows) : NULL;
  self->column = column;
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
mer_preview_cells_set_numbers (MerPreviewCells *self,
                               GArray          *numbers)
{
  g_return_if_fail (MER_IS_PREVIEW_CELLS (self));
  g_clear_pointer (&self->numbers, g_array_unref);
  self->numbers = numbers != NULL ? g_array_ref (numbers) : NULL;
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
