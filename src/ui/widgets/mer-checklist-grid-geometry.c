/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cells of the grid of checklists stand: sizes for the present text and width, and how
 * it scrolls. Names and header stay; only the cells move. */

#include "config.h"

#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-checklist-grid-private.h"

#define PITCH 28
#define CELL_WIDTH 84
#define NAME_SHARE 0.26
#define NAME_LEAST 150
#define NAME_MOST 260
#define PLACE_HEIGHT 24
#define HEADER_HEIGHT 108

guint
mer_checklist_grid_n_columns (MerChecklistGrid *self)
{
  return self->data != NULL ? mer_checklist_data_n_columns (self->data) : 0;
}

void
mer_checklist_grid_measure_cells (MerChecklistGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int        width = gtk_widget_get_width (widget);

  self->pitch = mer_text_scale_px (widget, PITCH);
  self->cell_width = mer_text_scale_px (widget, CELL_WIDTH);
  self->place_height = mer_text_scale_px (widget, PLACE_HEIGHT);
  self->header_height = mer_text_scale_px (widget, HEADER_HEIGHT);
  self->name_width = CLAMP ((int) (width * NAME_SHARE), mer_text_scale_px (widget, NAME_LEAST),
                            mer_text_scale_px (widget, NAME_MOST));
  /* on a narrow page with large text a column must still fit beside the names */
  self->name_width = MIN (self->name_width, MAX (0, width - self->cell_width));
}

static void
configure (GtkAdjustment *adjustment,
           double         upper,
           double         page,
           double         step)
{
  double value;

  if (adjustment == NULL)
    return;
  page = MAX (page, 0);
  upper = MAX (upper, page);
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page);
  gtk_adjustment_configure (adjustment, value, 0, upper, step, page * 0.9, page);
}

void
mer_checklist_grid_configure (MerChecklistGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  mer_checklist_grid_measure_cells (self);
  configure (self->hadjustment, (double) mer_checklist_grid_n_columns (self) * self->cell_width,
             width - self->name_width, self->cell_width);
  configure (self->vadjustment, (double) self->rows->len * self->pitch,
             height - self->header_height, self->pitch);
}

void
mer_checklist_grid_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = mer_text_scale_px (widget, wide ? NAME_LEAST + CELL_WIDTH : HEADER_HEIGHT + PITCH);
  *natural = mer_text_scale_px (widget, wide ? NAME_MOST + 6 * CELL_WIDTH
                                             : HEADER_HEIGHT + 10 * PITCH);
}

void
mer_checklist_grid_cell_area (MerChecklistGrid *self,
                              int               row,
                              int               column,
                              GdkRectangle     *out)
{
  double left = self->hadjustment != NULL ? gtk_adjustment_get_value (self->hadjustment) : 0;
  double top = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;

  out->x = self->name_width + column * self->cell_width - (int) left;
  out->y = self->header_height + row * self->pitch - (int) top;
  out->width = self->cell_width;
  out->height = self->pitch;
}

gboolean
mer_checklist_grid_cell_at (MerChecklistGrid *self,
                            double            x,
                            double            y,
                            int              *row,
                            int              *column)
{
  double left = self->hadjustment != NULL ? gtk_adjustment_get_value (self->hadjustment) : 0;
  double top = self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;

  if (self->data == NULL || self->pitch <= 0)
    return FALSE;
  *column = x < self->name_width ? -1 : (int) ((x - self->name_width + left) / self->cell_width);
  *row = y < self->header_height ? -1 : (int) ((y - self->header_height + top) / self->pitch);
  return *column < (int) mer_checklist_grid_n_columns (self) && *row < (int) self->rows->len;
}

void
mer_checklist_grid_scroll_to_cursor (MerChecklistGrid *self)
{
  if (self->row < 0 || self->pitch <= 0 || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  if (self->hadjustment != NULL)
    gtk_adjustment_clamp_page (self->hadjustment, self->column * self->cell_width,
                               (self->column + 1) * self->cell_width);
  if (self->vadjustment != NULL)
    gtk_adjustment_clamp_page (self->vadjustment, self->row * self->pitch,
                               (self->row + 1) * self->pitch);
}

/* A pane that opens beside the grid must not cover the cell that it is of. */
void
mer_checklist_grid_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (widget);
  gboolean          narrower = width < self->last_width;

  self->last_width = width;
  mer_checklist_grid_configure (self);
  if (narrower)
    mer_checklist_grid_scroll_to_cursor (self);
}
