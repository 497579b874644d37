/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds a sheet by what the user calls it. */

#include "config.h"

#include "import/mer-sheet-names.h"

#include <glib/gi18n.h>

gboolean
mer_sheet_names_find (char      **names,
                      const char *file,
                      const char *wanted,
                      guint      *index,
                      GError    **error)
{
  guint64          number = 0;
  g_autofree char *list = NULL;

  for (*index = 0; names[*index] != NULL; (*index)++)
    {
      if (g_str_equal (names[*index], wanted))
        return TRUE;
    }
  if (*index > 0 && g_ascii_string_to_unsigned (wanted, 10, 1, *index, &number, NULL))
    {
      *index = (guint) number - 1;
      return TRUE;
    }
  list = g_strjoinv ("», «", names);
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_SHEET,
               /* Translators: file, what was asked for, the names joined by «», «». */
               _("The file “%s” has no sheet “%s”. It has: «%s»."), file, wanted, list);
  return FALSE;
}
