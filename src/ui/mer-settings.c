/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where settings come from: the installed schema, or the one that was compiled beside an
 * uninstalled program; the desktop's settings service, or a key file where there is none. */

#include "config.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "ui/mer-settings.h"

#define SETTINGS_PATH "/io/github/merilo/Merilo/"

/* A build has its schema in data/ beside src/ that the program stands in. */
static GSettingsSchemaSource *
find_uninstalled_source (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : g_strdup (".");

  for (guint up = 0; up < 3; up++)
    {
      g_autofree char *data = g_build_filename (folder, "data", NULL);
      g_autofree char *compiled = g_build_filename (data, "gschemas.compiled", NULL);
      g_autofree char *parent = g_path_get_dirname (folder);

      if (g_file_test (compiled, G_FILE_TEST_IS_REGULAR))
        return g_settings_schema_source_new_from_directory (data,
                                                            g_settings_schema_source_get_default (),
                                                            TRUE, NULL);
      g_free (g_steal_pointer (&folder));
      folder = g_steal_pointer (&parent);
    }
  return NULL;
}

static GSettingsSchema *
find_schema (void)
{
  g_autoptr (GSettingsSchemaSource) beside = find_uninstalled_source ();
  GSettingsSchemaSource *source = beside ? beside : g_settings_schema_source_get_default ();

  return source ? g_settings_schema_source_lookup (source, MER_APP_ID, TRUE) : NULL;
}

/* Without a service GIO would keep settings in memory and forget them. */
static GSettingsBackend *
choose_backend (void)
{
  g_autoptr (GSettingsBackend) backend = g_settings_backend_get_default ();
  g_autofree char *file = NULL;

  if (g_getenv ("GSETTINGS_BACKEND") ||
      !g_str_equal (G_OBJECT_TYPE_NAME (backend), "GMemorySettingsBackend"))
    return g_steal_pointer (&backend);
  file = g_build_filename (g_get_user_config_dir (), "merilo", "settings.ini", NULL);
  return g_keyfile_settings_backend_new (file, SETTINGS_PATH, NULL);
}

/**
 * mer_settings_new:
 *
 * Returns: (transfer full): the program's settings
 */
GSettings *
mer_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();
  g_autoptr (GSettingsBackend) backend = choose_backend ();

  if (schema == NULL)
    g_error ("The settings schema %s is not installed", MER_APP_ID);
  return g_settings_new_full (schema, backend, NULL);
}
