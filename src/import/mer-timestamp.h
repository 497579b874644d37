/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mer_timestamp_parse:
 * @text: (array length=length): a cell, spaces around allowed
 * @out: seconds since 1970-01-01 of the clock that the file shows; a zone, if written, is not
 *   applied
 * @has_time_of_day: FALSE for a bare date
 *
 * Reads dates and times as forms and spreadsheets write them: 2024-03-05, 2024-03-05T14:22:10Z,
 * 05.03.2024 14:22:10, 05.03.2024 14:22, 3/5/2024 14:22:10 (month first, as Google in English has
 * it, unless the first number is over 12), serial numbers of a spreadsheet (45356,599),
 * «5 марта 2024 г., 14:22», «вторник, 5 марта 2024 г., 14:22:10 МСК»,
 * «March 5, 2024 at 2:22 PM», «Tue Mar 05 2024 14:22:10 GMT+0300 (…)», 14:22 05.03.2024. What
 * LimeSurvey writes for each answer to an anonymous questionnaire, 1980-01-01 00:00:00, is a bare
 * date. Fast enough for every row of a region.
 *
 * Returns: FALSE when it is none of these or no day of the calendar
 */
gboolean mer_timestamp_parse (const char *text,
                              gsize       length,
                              gint64     *out,
                              gboolean   *has_time_of_day);
/* The same where the column tells that 3/5/2024 is a day of May. */
gboolean mer_timestamp_parse_day_first (const char *text,
                                        gsize       length,
                                        gint64     *out,
                                        gboolean   *has_time_of_day);
/* Whether a cell proves that its column has the day first: 25/03/2024. */
gboolean mer_timestamp_is_day_first (const char *text,
                                     gsize       length);

G_END_DECLS
