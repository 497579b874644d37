/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days without a time of day: stored as ISO 8601 («2024-10-14»), read and shown as «14.10.2024». */

/* Whether the text is a day that there is, as ISO 8601; years 1900–2100. */
gboolean mer_day_is_iso (const char *text);
/* Reads ISO 8601 and day first with points, slashes or blanks, and «14 октября 2024 г.»:
 * (transfer full) ISO, NULL when it is no day. */
char *mer_day_parse (const char *text);
/* «14.10.2024» of an ISO day: (transfer full); what is no day as it is; "" of NULL. */
char *mer_day_to_words (const char *iso);
/* Days since 1970-01-01: for sorting and spreadsheets; FALSE and untouched when it is no day. */
gboolean mer_day_to_number (const char *iso,
                            gint64     *number);
/* The day that it is here and now, or that MERILO_TODAY says: (transfer full) ISO. */
char *mer_today (void);

G_END_DECLS
