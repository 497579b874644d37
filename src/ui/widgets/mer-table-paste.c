/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "ui/widgets/mer-table-paste.h"

/* Reads a cell from *p up to the tab or line end behind it. A quote in front of a cell opens it
 * only when one closes it; else it is a letter as any other («"Радуга" детский сад»). */
static char *
read_cell (const char **p)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *at = *p;

  if (*at == '"')
    {
      for (at++; *at != '\0' && (*at != '"' || at[1] == '"'); at++)
        {
          g_string_append_c (cell, *at);
          if (*at == '"')
            at++;
        }
      if (*at == '"' && (at[1] == '\t' || at[1] == '\n' || at[1] == '\r' || at[1] == '\0'))
        {
          *p = at + 1;
          return g_strdup (g_strstrip (cell->str));
        }
    }
  at = *p + strcspn (*p, "\t\r\n");
  g_string_truncate (cell, 0);
  g_string_append_len (cell, *p, at - *p);
  *p = at;
  return g_strdup (g_strstrip (cell->str));
}

static gboolean
is_empty (GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (*cells[i] != '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * mer_table_parse:
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type GStrv): the rows; each has a cell at least
 */
GPtrArray *
mer_table_parse (const char *text)
{
  GPtrArray  *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *p = text;

  while (*p != '\0')
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      for (gboolean more = TRUE; more;)
        {
          g_autofree char *cell = read_cell (&p);

          g_strv_builder_add (cells, cell);
          more = *p == '\t';
          p += more ? 1 : 0;
        }
      g_ptr_array_add (rows, g_strv_builder_end (cells));
      if (*p == '\r')
        p++;
      if (*p == '\n')
        p++;
    }
  while (rows->len > 0 && is_empty (rows->pdata[rows->len - 1]))
    g_ptr_array_remove_index (rows, rows->len - 1);
  return rows;
}
