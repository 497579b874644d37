/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of files that are about to be written. A dialog asks about replacing the file whose name
 * it shows; one that gets its ending only afterwards was not asked about and is never replaced. */

#include "config.h"

#include <string.h>

#include "report/mer-report.h"
#include "report/mer-save-path.h"

gboolean
mer_save_path_ends (const char *path,
                    const char *ending)
{
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  const char *name = slash != NULL ? slash + 1 : path;
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name && g_ascii_strcasecmp (dot + 1, ending) == 0;
}

char *
mer_save_path_free (const char *stem,
                    const char *ending)
{
  char *path = g_strdup_printf ("%s.%s", stem, ending);

  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = g_strdup_printf ("%s (%u).%s", stem, n, ending);
    }
  return path;
}

/**
 * mer_save_path:
 * @chosen: (type filename): what a dialog answered
 * @endings: (array zero-terminated=1): what may be written, without dots; the first is meant where
 *   the name has none of them
 *
 * Returns: (transfer full) (type filename): @chosen itself, or with an ending and where no file is
 */
char *
mer_save_path (const char        *chosen,
               const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (mer_save_path_ends (chosen, endings[i]))
      return g_strdup (chosen);
  return mer_save_path_free (chosen, endings[0]);
}

char *
mer_save_path_table (const char *chosen)
{
  const MerRenderer *const *renderers = mer_renderers ();

  for (guint i = 0; renderers[i] != NULL; i++)
    if (mer_save_path_ends (chosen, renderers[i]->extension))
      return g_strdup (chosen);
  return mer_save_path_free (chosen, "xlsx");
}
