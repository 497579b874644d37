/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/mer-timeline-chart.h"

G_BEGIN_DECLS

/**
 * MerTimeline:
 *
 * Deadlines on a time scale: months above, rows below, which scroll. Arrows move between rows.
 *
 * Signal `activate` (gint64 id): Enter or a double click on a row.
 */
#define MER_TYPE_TIMELINE (mer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MerTimeline, mer_timeline, MER, TIMELINE, GtkBox)

GtkWidget *mer_timeline_new (void);
/* Takes the rows (element-type MerTimelineRow). What was selected stays so. */
void mer_timeline_set_rows (MerTimeline *self,
                            GPtrArray   *rows,
                            MerDay       today);
/* 0: none. */
gint64 mer_timeline_get_selected (MerTimeline *self);
void   mer_timeline_select (MerTimeline *self,
                            gint64       id);

G_END_DECLS
