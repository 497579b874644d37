/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/mer-chart-area.h"

G_BEGIN_DECLS

struct _MerChartArea
{
  GtkWidget parent_instance;

  MerScoreTable      *table; /* owned, nullable */
  GPtrArray          *rows;  /* owned, of MerScoreRow of table */
  GPtrArray          *past;  /* of MerPastYear; nullable */
  char               *title; /* owned, nullable */
  MerRatingChartStyle style;
  GtkSelectionModel  *selection;      /* owned, nullable: position n is row n */
  GtkAdjustment      *vadjustment;    /* owned */
  gboolean            own_adjustment; /* configured by us, not by a table */
  int                 table_header;   /* height of the table's header row; 0: alone */
  double              table_pitch;    /* of the table's rows; 0: alone */

  MerRatingLayout *layout; /* owned, nullable */
  double           layout_width;
  int              cursor; /* −1: none */
  int              hover;  /* −1: none */
};

/* mer-chart-area.c: the layout for the present size, NULL without rows or width. */
MerRatingLayout *mer_chart_area_ensure_layout (MerChartArea *self);
guint            mer_chart_area_n_rows (MerChartArea *self);
double           mer_chart_area_row_pitch (MerChartArea *self);
double           mer_chart_area_header_height (MerChartArea *self);
double           mer_chart_area_own_footer_height (MerChartArea *self);
double           mer_chart_area_body_height (MerChartArea *self);
/* A reader who does not see it is told what the chart and its cursor say now. */
void mer_chart_area_update_accessible (MerChartArea *self);

/* mer-chart-area-input.c */
void     mer_chart_area_add_controllers (MerChartArea *self);
gboolean mer_chart_area_query_tooltip (GtkWidget  *widget,
                                       int         x,
                                       int         y,
                                       gboolean    keyboard,
                                       GtkTooltip *tooltip);

/* mer-chart-area-paint.c */
void mer_chart_area_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot);

G_END_DECLS
