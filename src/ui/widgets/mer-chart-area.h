/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/mer-rating-chart.h"

G_BEGIN_DECLS

/**
 * MerChartArea:
 *
 * The rating bars as a widget: lays them out for its width and paints the
 * visible stretch. It can share rows with a table beside it (one vertical
 * adjustment, one pitch, one selection), or stand alone with names.
 *
 * Signal `activate` (row): Enter or a double click on a mark.
 */
#define MER_TYPE_CHART_AREA (mer_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (MerChartArea, mer_chart_area, MER, CHART_AREA, GtkWidget)

GtkWidget *mer_chart_area_new (void);

void           mer_chart_area_set_rows (MerChartArea  *self,
                                        MerScoreTable *table,
                                        GPtrArray     *rows,
                                        GPtrArray     *past);
void           mer_chart_area_set_title (MerChartArea *self,
                                         const char   *title);
void           mer_chart_area_set_style (MerChartArea       *self,
                                         MerRatingChartStyle style);
void           mer_chart_area_set_selection (MerChartArea      *self,
                                             GtkSelectionModel *selection);
void           mer_chart_area_set_vadjustment (MerChartArea  *self,
                                               GtkAdjustment *adjustment);
GtkAdjustment *mer_chart_area_get_vadjustment (MerChartArea *self);
void           mer_chart_area_set_table_geometry (MerChartArea *self,
                                                  int           header,
                                                  double        pitch);
int            mer_chart_area_get_footer_height (MerChartArea *self);
int            mer_chart_area_get_cursor (MerChartArea *self);
char          *mer_chart_area_describe (MerChartArea *self);

G_END_DECLS
