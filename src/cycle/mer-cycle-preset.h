/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-selection.h"

G_BEGIN_DECLS

/* How the four systems (a–d) set up a cycle; their work plans are in mer-work-preset.h. */

gboolean mer_cycle_preset_exists (const char *id);
/* Settings of a cycle of `year`: (transfer full) (nullable): key → value; NULL: no such preset. */
GHashTable *mer_cycle_preset_settings (const char *id,
                                       int         year);
/* Windows of collection: (transfer full) (element-type MerWindowOfKind), perhaps none. */
GPtrArray *mer_cycle_preset_windows (const char *id,
                                     int         year,
                                     gint64      cycle_id);

G_END_DECLS
