/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as documents write them. */
#include "config.h"

#include "core/mer-day.h"

#include <string.h>

#define PATTERN "dddd-dd-dd"

/**
 * mer_day_parse:
 * @text: (nullable): what may be a day
 * @day: (out) (optional): the day
 *
 * Any thread.
 *
 * Returns: whether @text is a day of the calendar, written as 2024-10-15
 */
gboolean
mer_day_parse (const char *text,
               GDate      *day)
{
  guint parts[3] = { 0, 0, 0 };
  guint n = 0;

  if (text == NULL || strlen (text) != strlen (PATTERN))
    return FALSE;
  for (gsize i = 0; i < strlen (PATTERN); i++)
    {
      if (PATTERN[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != PATTERN[i])
        return FALSE;
      if (PATTERN[i] == 'd')
        parts[n] = parts[n] * 10 + (guint) g_ascii_digit_value (text[i]);
      else
        n++;
    }
  if (!g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return FALSE;
  if (day != NULL)
    g_date_set_dmy (day, (GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]);
  return TRUE;
}
