/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli remove-batch: takes an import out of all calculations. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-batch-repeats.h"
#include "cli/mer-cli.h"
#include "store/mer-batch-store.h"

static gboolean
remove_batch (MerDocument *doc,
              gint64       id,
              GError     **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *label = g_strdup_printf (_("Removal of import %s"), number);

  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (mer_store_remove_batch (doc, id, error) && mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static void
tell_of_repeats (MerDocument *doc,
                 gint64       id)
{
  g_autoptr (GPtrArray) words = mer_batch_repeats_words (doc, id);

  for (guint i = 0; i < words->len; i++)
    mer_cli_print ("%s\n", (const char *) words->pdata[i]);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64             id = 0;
  const GOptionEntry options[] = { { NULL } };

  if (!mer_cli_parse (&mer_command_remove_batch, options, &argc, &argv, 2, 2) ||
      !mer_cli_parse_id (&mer_command_remove_batch, argv[2], &id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !remove_batch (doc, id, &error))
    return mer_cli_fail (error);
  tell_of_repeats (doc, id);
  return MER_EXIT_DONE;
}

const MerCommand mer_command_remove_batch = { "remove-batch", "DOC ID",
                                              N_("Takes an import out of the document"), run };
