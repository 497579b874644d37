/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Characters that XLSX texts hold escaped, because XML cannot hold them or would change them. */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "import/mer-xlsx-text.h"

#include <string.h>

#define ESCAPE_LENGTH 7 /* «_x000D_» */

/* The character of an escape at `p`, or −1. */
static int
escaped (const char *p,
         const char *end)
{
  int value = 0;

  if (end - p < ESCAPE_LENGTH || p[0] != '_' || p[1] != 'x' || p[6] != '_')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (p[i]);
    }
  return value;
}

/* Bytes that were written for it: none for what no text may hold. */
static gsize
put (int         value,
     const char *behind,
     const char *end,
     char       *to)
{
  if (value == '\r')
    {
      if (behind < end && *behind == '\n')
        return 0;
      value = '\n';
    }
  if ((value < 32 && value != '\t' && value != '\n') || !g_unichar_validate ((gunichar) value))
    return 0;
  return (gsize) g_unichar_to_utf8 ((gunichar) value, to);
}

gsize
mer_xlsx_unescape (char *text,
                   gsize length)
{
  const char *end = text + length;
  const char *p = memmem (text, length, "_x", 2);
  char       *to = text;

  if (p == NULL)
    return length;
  to += p - text;
  while (p < end)
    {
      int value = *p == '_' ? escaped (p, end) : -1;

      if (value < 0)
        {
          *to++ = *p++;
          continue;
        }
      p += ESCAPE_LENGTH;
      to += put (value, p, end, to);
    }
  return (gsize) (to - text);
}
