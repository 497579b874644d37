/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in which tables are written as CSV. */
#include "config.h"

#include <string.h>

#include "core/mer-csv.h"

/**
 * mer_csv_append:
 * @csv: grows
 * @text: UTF-8
 * @separator: what stands between fields, ASCII
 */
void
mer_csv_append (GString    *csv,
                const char *text,
                char        separator)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };

  if (strpbrk (text, special) == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}
