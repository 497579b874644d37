/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where settings come from: the schema that stands with the program, in a build tree or in its
 * prefix, else the one that the desktop knows. They are kept by the desktop's settings service,
 * or in a key file where there is none. */

#include "config.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "ui/mer-settings.h"

#define SETTINGS_PATH "/io/github/merilo/Merilo/"

/* Where the compiled schema stands as seen from the folders above the program: data/ of a
 * build tree, share/ of a prefix that the desktop may not know of. */
static const char *const schema_folders[] = { "data", "share/glib-2.0/schemas" };

static GSettingsSchemaSource *
open_source (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (schema_folders); i++)
    {
      g_autofree char *schemas = g_build_filename (folder, schema_folders[i], NULL);
      g_autofree char *compiled = g_build_filename (schemas, "gschemas.compiled", NULL);

      if (g_file_test (compiled, G_FILE_TEST_IS_REGULAR))
        return g_settings_schema_source_new_from_directory (schemas,
                                                            g_settings_schema_source_get_default (),
                                                            TRUE, NULL);
    }
  return NULL;
}

static GSettingsSchemaSource *
find_source_beside_program (void)
{
  g_autofree char       *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char       *folder = program ? g_path_get_dirname (program) : g_strdup (".");
  GSettingsSchemaSource *source = open_source (folder);

  for (guint up = 0; source == NULL && up < 2; up++)
    {
      g_autofree char *parent = g_path_get_dirname (folder);

      source = open_source (parent);
      g_free (folder);
      folder = g_steal_pointer (&parent);
    }
  return source;
}

static GSettingsSchema *
find_schema (void)
{
  g_autoptr (GSettingsSchemaSource) beside = find_source_beside_program ();
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
  return g_keyfile_settings_backend_new (file, SETTINGS_PATH, "merilo");
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
