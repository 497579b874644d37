/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Feeds every file of the folders or files given to the target that it is linked with: what
 * libFuzzer's own main does, for builds without libFuzzer. */

#include <gio/gio.h>

#include "fuzz.h"

static guint
replay_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize            size = 0;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &data, &size, &error))
    {
      g_printerr ("%s\n", error->message);
      return 0;
    }
  LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
  return 1;
}

static guint
replay (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint       n = 0;

  if (folder == NULL)
    return replay_file (path);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      n += replay (inner);
    }
  return n;
}

int
main (int argc, char *argv[])
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    n += replay (argv[i]);
  g_print ("%u inputs\n", n);
  return n > 0 ? 0 : 1; /* a corpus that is not found tests nothing */
}
