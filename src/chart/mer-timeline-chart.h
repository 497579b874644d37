/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "chart/mer-chart-theme.h"
#include "core/mer-calendar.h"
#include "core/mer-language.h"

G_BEGIN_DECLS

/* Deadlines on a time scale: a bar from the first day to the last, a diamond where only the last is
 * named, the whole width for what never ends, the phrase itself where it has no day. Data →
 * layout → paint; no GTK. Lengths are pixels at 96 dpi. */

typedef enum
{
  MER_TIMELINE_PLANNED,
  MER_TIMELINE_WORK,
  MER_TIMELINE_DONE,
  MER_TIMELINE_OVERDUE,
} MerTimelineStatus;
#define MER_N_TIMELINE_STATUSES (MER_TIMELINE_OVERDUE + 1)

typedef struct
{
  gint64            id;
  char             *label;  /* «1.1 Письма организациям» */
  char             *phrase; /* as typed; nullable */
  MerDay            first;  /* MER_DAY_NONE: no day is known */
  MerDay            last;
  gboolean          until;      /* only the last day is named */
  gboolean          continuous; /* «постоянно» */
  gboolean          heading;    /* a section: only its name */
  MerTimelineStatus status;
} MerTimelineRow;

void mer_timeline_row_free (MerTimelineRow *self);

typedef struct
{
  MerLanguage language;
  double      width;
  double      em;   /* text size in px */
  const char *font; /* family, NULL: "Sans" */
  MerDay      today;
  MerDay      first, last; /* of the scale; MER_DAY_NONE: as the rows need */
} MerTimelineOptions;

/* Where a row's mark stands, in the body. */
typedef struct
{
  double top, pitch;
  double x, width; /* 0 wide: no bar */
} MerTimelineMark;

typedef struct _MerTimelineLayout MerTimelineLayout;

/* `rows`: (element-type MerTimelineRow), borrowed: they must outlive the layout. */
MerTimelineLayout *mer_timeline_layout_new (const GPtrArray          *rows,
                                            const MerTimelineOptions *options);
void               mer_timeline_layout_free (MerTimelineLayout *self);
guint              mer_timeline_layout_n_marks (const MerTimelineLayout *self);
/* (transfer none) */
const MerTimelineMark *mer_timeline_layout_mark (const MerTimelineLayout *self,
                                                 guint                    i);
double                 mer_timeline_layout_header_height (const MerTimelineLayout *self);
double                 mer_timeline_layout_body_height (const MerTimelineLayout *self);
/* −1 when there is none at this y of the body. */
int mer_timeline_layout_hit (const MerTimelineLayout *self,
                             double                   y);
/* Where a day lies, clamped to the plot. */
double mer_timeline_layout_x (const MerTimelineLayout *self,
                              MerDay                   day);
/* Days between two lines of the grid: months, quarters or years; for tests. */
int mer_timeline_layout_step_months (const MerTimelineLayout *self);
/* The sentence for a screen reader: (transfer full). */
char *mer_timeline_describe (const GPtrArray *rows,
                             MerDay           today,
                             MerLanguage      language);

/* Months and years above; `cr`'s origin is the upper left corner of the header. */
void mer_timeline_paint_header (const MerTimelineLayout *self,
                                cairo_t                 *cr,
                                const MerChartTheme     *theme);
/* Rows between `top` and `top + height` of the body, whose origin `cr` has; `selected`, `hover`:
 * rows, or −1. */
void mer_timeline_paint_body (const MerTimelineLayout *self,
                              cairo_t                 *cr,
                              const MerChartTheme     *theme,
                              double                   top,
                              double                   height,
                              int                      selected,
                              int                      hover);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTimelineLayout, mer_timeline_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTimelineRow, mer_timeline_row_free)

G_END_DECLS
