/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli mapping: the remembered correspondences of columns. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-cli.h"
#include "import/mer-import-mapping.h"

static MerExit
list (MerDocument *doc,
      int          argc,
      char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings = mer_store_mappings (doc, &error);

  if (mappings == NULL)
    return mer_cli_fail (error);
  for (guint i = 0; i < mappings->len; i++)
    {
      const MerStoredMapping *mapping = mappings->pdata[i];
      g_autofree char        *name = mer_cli_line (mapping->name);

      mer_cli_print ("%s\t%s\t%s\n", name, mapping->kind, mapping->fingerprint);
    }
  return MER_EXIT_DONE;
}

static MerStoredMapping *
find (MerDocument *doc,
      const char  *name)
{
  MerStoredMapping *mapping = mer_store_find_mapping (doc, name);
  g_autoptr (GError) error = NULL;

  if (mapping != NULL)
    return mapping;
  g_set_error (&error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
               _("The document has no correspondence of columns “%s”."), name);
  mer_cli_fail (error);
  return NULL;
}

static MerExit export(MerDocument *doc,
                      int          argc,
                      char       **argv)
{
  g_autoptr (MerStoredMapping) mapping = find (doc, argv[3]);
  g_autoptr (GError) error = NULL;

  if (mapping == NULL)
    return MER_EXIT_NOTHING_CHANGED;
  return mer_import_mapping_export (mapping, argv[4], &error) ? MER_EXIT_DONE
                                                              : mer_cli_fail (error);
}

static MerExit
import (MerDocument *doc,
        int          argc,
        char       **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (mer_document_begin (doc, _("Import of a correspondence of columns"), &error))
    name = mer_import_mapping_import (doc, argv[3], &error);
  if (name == NULL || !mer_document_commit (doc, &error))
    {
      mer_document_rollback (doc);
      return mer_cli_fail (error);
    }
  mer_cli_print ("mapping: %s\n", name);
  return MER_EXIT_DONE;
}

static MerExit delete (MerDocument *doc,
                       int          argc,
                       char       **argv)
{
  g_autoptr (MerStoredMapping) mapping = find (doc, argv[3]);
  g_autoptr (GError) error = NULL;

  if (mapping == NULL)
    return MER_EXIT_NOTHING_CHANGED;
  if (mer_document_begin (doc, _("Removal of a correspondence of columns"), &error) &&
                          mer_store_delete_mapping (doc, mapping->id, &error) &&
                          mer_document_commit (doc, &error))
    return MER_EXIT_DONE;
  mer_document_rollback (doc);
  return mer_cli_fail (error);
}

static const struct
{
  const char *name;
  int         n_arguments; /* its own word included */
  gboolean    writes;
  MerExit (*run) (MerDocument *doc,
                  int          argc,
                  char       **argv);
} actions[] = {
  { "list", 2, FALSE, list },
  { "export", 4, FALSE, export },
  { "import", 3, TRUE, import },
  { "remove", 3, TRUE, delete },
};

static MerExit
run (int    argc,
     char **argv)
{
  static const GOptionEntry none[] = { { NULL } };

  if (!mer_cli_parse (&mer_command_mapping, none, &argc, &argv, 2, 4))
    return MER_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MerDocument) doc = NULL;

      if (!g_str_equal (argv[1], actions[i].name) || argc - 1 != actions[i].n_arguments)
        continue;
      if (argc > 3 && !mer_cli_check_text (&mer_command_mapping, argv[3]))
        return MER_EXIT_USAGE;
      doc = mer_document_open (argv[2],
                               actions[i].writes ? MER_OPEN_READ_WRITE : MER_OPEN_READ_ONLY,
                               &error);
      return doc != NULL ? actions[i].run (doc, argc, argv) : mer_cli_fail (error);
    }
  return mer_cli_usage (&mer_command_mapping, "%s",
                        _("Write list DOC, export DOC NAME FILE, import DOC FILE or remove DOC "
                          "NAME."));
}

const MerCommand mer_command_mapping = { "mapping", "list|export|import|remove DOC …",
                                         N_("Remembered correspondences of columns"), run };
