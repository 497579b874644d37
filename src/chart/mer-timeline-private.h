/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/mer-chart-text.h"
#include "chart/mer-timeline-chart.h"

G_BEGIN_DECLS

#define MER_TIMELINE_DIAMOND 10.0
#define MER_TIMELINE_BAR 12.0

struct _MerTimelineLayout
{
  const GPtrArray   *rows;
  MerTimelineOptions options;
  char              *font;
  MerText           *text;
  MerDay             first, last; /* of the scale: whole months */
  int                step;        /* months between lines */
  double             pitch, header;
  double             label_x, label_width;
  double             plot_x, plot_width;
  MerTimelineMark   *marks;
};

G_END_DECLS
