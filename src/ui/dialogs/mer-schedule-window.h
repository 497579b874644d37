/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerScheduleWindow:
 *
 * The schedule of assessments as a grid: an organization a row, a year a column. A mark is set by
 * a click, by Space where the keyboard is, or by the digit of the year's column in a selected row.
 */
#define MER_TYPE_SCHEDULE_WINDOW (mer_schedule_window_get_type ())
G_DECLARE_FINAL_TYPE (MerScheduleWindow, mer_schedule_window, MER, SCHEDULE_WINDOW, AdwWindow)

void mer_schedule_window_present (GtkWindow  *parent,
                                  MerSession *session);

G_END_DECLS
