/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-work-plan.h"

G_BEGIN_DECLS

/* Work plans that come with the program, made after those of three municipal systems: "a" of
 * 2013 (three years, 18 items), "b" of 2016 (three sections, 21 items), "c" of 2021 (16 items).
 * They are data: data/work-plans. */

/* The year that the plan was of, for a cycle whose year is not known yet; 0: no such preset. */
int mer_work_preset_year (const char *id);

/* (transfer full) (nullable) (element-type MerWorkItem): the lines in order, with the deadlines of
 * a cycle of `year`. A line's `parent` is the number, from 1, of the section's line, not an id:
 * whoever stores them puts ids in. NULL: there is no such preset. */
GPtrArray *mer_work_preset_lines (const char *id,
                                  int         year,
                                  gint64      cycle_id);

G_END_DECLS
