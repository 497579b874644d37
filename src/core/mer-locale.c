/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a program finds its gettext catalogue. */

#include "core/mer-locale.h"

#include "config.h"

#include <libintl.h>
#include <locale.h>

/* A program lies at most so deep in the build tree. */
#define MAX_BUILD_DEPTH 3
#define SAMPLE_CATALOGUE "ru/LC_MESSAGES/" GETTEXT_PACKAGE ".mo"

static char *
existing_folder (const char *parent,
                 const char *name)
{
  g_autofree char *folder = g_build_filename (parent, name, NULL);
  g_autofree char *sample = g_build_filename (folder, SAMPLE_CATALOGUE, NULL);

  return g_file_test (sample, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&folder) : NULL;
}

/**
 * mer_locale_find_folder:
 * @executable: (nullable): absolute path of a program
 *
 * Looks for `po` above the program (a build tree), then for `share/locale` beside its
 * folder (a prefix that was moved).
 *
 * Returns: (transfer full): the folder of catalogues; the configured one when there is no other
 */
char *
mer_locale_find_folder (const char *executable)
{
  g_autofree char *parent = executable != NULL ? g_path_get_dirname (executable) : NULL;

  for (guint depth = 0; parent != NULL && depth < MAX_BUILD_DEPTH; depth++)
    {
      g_autofree char *here = g_steal_pointer (&parent);
      char            *found = existing_folder (here, "po");

      if (found == NULL && depth == 1)
        found = existing_folder (here, "share/locale");
      if (found != NULL)
        return found;
      parent = g_path_get_dirname (here);
    }
  return g_strdup (MER_LOCALE_DIR);
}

/**
 * mer_locale_init:
 *
 * Not thread-safe: first thing in main().
 */
void
mer_locale_init (void)
{
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = mer_locale_find_folder (executable);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
