/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as documents and the tool write them: ISO 8601, "2024-10-15". */

/* Whether `text` is a day of the calendar; `day` (nullable) is set then. */
gboolean mer_day_parse (const char *text,
                        GDate      *day);

G_END_DECLS
