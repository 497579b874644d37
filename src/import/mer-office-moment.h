/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xlsx-format.h"

G_BEGIN_DECLS

/* All append the moment as «14.10.2024», «14.10.2024 8:12», «8:12:33», and return FALSE without
 * having appended anything when it is none that a calendar has. */

/* A number of days, as a spreadsheet counts them; `format` shows a date, a time or both. */
gboolean mer_office_append_serial (double        serial,
                                   MerXlsxFormat format,
                                   gboolean      date1904,
                                   GString      *out);
/* «2024-10-14» or «2024-10-14T08:12:33.5». A plain format shows what the moment has. */
gboolean mer_office_append_iso (const char   *text,
                                gsize         length,
                                MerXlsxFormat format,
                                GString      *out);
/* «PT08H12M33.5S», with days at most before the hours. */
gboolean mer_office_append_duration (const char   *text,
                                     gsize         length,
                                     MerXlsxFormat format,
                                     GString      *out);

G_END_DECLS
