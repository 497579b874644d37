/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MerProgress:
 *
 * How far a worker has come. The worker sets it from its thread, cheaply; the
 * main loop is told by one `notify` per 100 ms at most. Properties: `done` and
 * `total` (uint64, total 0 when unknown), `rate` (double, a second).
 */
#define MER_TYPE_PROGRESS (mer_progress_get_type ())
G_DECLARE_FINAL_TYPE (MerProgress, mer_progress, MER, PROGRESS, GObject)

MerProgress *mer_progress_new (void);
/* Any thread. */
void    mer_progress_set (MerProgress *self,
                          guint64      done,
                          guint64      total);
guint64 mer_progress_get_done (MerProgress *self);
guint64 mer_progress_get_total (MerProgress *self);
double  mer_progress_get_rate (MerProgress *self);
/* Seconds still needed, −1 when unknown. */
double mer_progress_get_remaining (MerProgress *self);

G_END_DECLS
