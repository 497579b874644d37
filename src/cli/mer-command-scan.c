/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli scan: what a table holds and how it would be understood, before an import. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-import-arguments.h"
#include "cli/mer-scan-output.h"
#include "store/mer-registry-store.h"

static MerMethodology *
methodology_of (MerDocument *doc,
                gint64       cycle_id)
{
  g_autoptr (MerCycle) cycle = NULL;
  gint64 id;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, NULL))
    return NULL;
  id = cycle != NULL ? cycle->methodology_id : mer_store_latest_methodology_id (doc);
  return id != 0 ? mer_store_methodology (doc, id, NULL) : NULL;
}

/* Reads as much of the table as it allows; the error is why there is no more. */
static gboolean
read_table (MerDocument       *doc,
            MerImportOptions  *options,
            MerImportPreview **preview,
            MerImportScan    **scan,
            GError           **error)
{
  *preview = mer_import_preview (doc, options, 0, error);
  if (*preview == NULL)
    return FALSE;
  if ((*preview)->obstacle != NULL)
    {
      g_propagate_error (error, g_error_copy ((*preview)->obstacle));
      return FALSE;
    }
  *scan = mer_import_scan (doc, options, NULL, NULL, error);
  return *scan != NULL;
}

static MerExit
scan_table (const char               *document,
            MerBatchKind              kind,
            const char               *path,
            const MerImportArguments *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportPreview) preview = NULL;
  g_autoptr (MerImportScan) scan = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  gboolean done;

  if (doc != NULL)
    options = mer_import_arguments_options (given, doc, kind, path, &error);
  if (options == NULL)
    return mer_cli_fail (error);
  done = read_table (doc, options, &preview, &scan, &error);
  if (kind == MER_BATCH_SURVEY)
    methodology = methodology_of (doc, given->cycle_id);
  if (preview != NULL)
    (given->json ? mer_scan_print_json : mer_scan_print) (
      &(MerScanOutput){ preview, scan, methodology });
  return done ? MER_EXIT_DONE : mer_cli_fail (error);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_auto (MerImportArguments) given = { 0 };
  MerBatchKind kind = MER_BATCH_SURVEY;

  if (!mer_import_arguments_parse (&given, &mer_command_scan, &argc, &argv))
    return MER_EXIT_USAGE;
  if (!mer_batch_kind_from_code (argv[1], &kind))
    return mer_cli_usage (&mer_command_scan, _("“%s” cannot be imported."), argv[1]);
  return scan_table (argv[2], kind, argv[3], &given);
}

const MerCommand mer_command_scan = { "scan", "organizations|checklist|survey DOC TABLE",
                                      N_("Tells how a table would be understood"), run };
