/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli scan: what a table holds and how it would be understood, before an import. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-import-arguments.h"
#include "import/mer-import-scan.h"
#include "store/mer-registry-store.h"

static const char *
column_state (MerColumnState state)
{
  static const char *const words[] = { "exact", "similar", "decide", "extra" };

  return words[state];
}

static const char *
name_state (MerImportNameState state)
{
  static const char *const words[] = { "exact", "alias", "similar", "ambiguous",
                                       "unknown", "skipped", "empty" };

  return words[state];
}

/* A line a column: number, state, likeness, code, header. */
static void
print_columns (const MerImportPreview *preview)
{
  for (guint i = 0; i < preview->columns->len; i++)
    {
      const MerImportColumn *column = preview->columns->pdata[i];
      g_autofree char       *header = mer_cli_line (column->header);
      g_autofree char       *code = mer_cli_line (column->code != NULL ? column->code : "");

      mer_cli_print ("column\t%u\t%s\t%u\t%s\t%s\n", column->index + 1,
                     column_state (column->state), column->similarity, code, header);
    }
}

/* What a value means, in the words that --value takes: (transfer full). */
static char *
value_meaning (const MerImportValue *value,
               const MerQuestion    *question)
{
  static const char *const marks[] = { "", "0", "0.5", "1" };

  if (value->option == MER_IMPORT_VALUE_BLANK)
    return g_strdup ("");
  if (value->option < 0)
    return g_strdup (question != NULL ? "other" : "?");
  if (question == NULL)
    return g_strdup (marks[value->option]);
  return mer_cli_line (((const MerOption *) question->options->pdata[value->option])->text);
}

/* A line a spelling: column, rows, first row, spelling, what it means. */
static void
print_values (const MerImportScan    *scan,
              const MerImportPreview *preview,
              const MerMethodology   *methodology)
{
  for (guint i = 0; i < scan->columns->len; i++)
    {
      const MerImportColumnValues *column = scan->columns->pdata[i];
      const MerImportColumn       *head = preview->columns->pdata[column->index];
      int                          question =
        methodology != NULL ? mer_methodology_find_question (methodology, head->code) : -1;

      for (guint j = 0; j < column->values->len; j++)
        {
          const MerImportValue *value = column->values->pdata[j];
          g_autofree char      *spelling = mer_cli_line (value->spelling);
          g_autofree char      *meaning = value_meaning (
                 value, question >= 0 ? methodology->questions->pdata[question] : NULL);

          mer_cli_print ("value\t%u\t%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\n",
                         column->index + 1, value->count, value->first_row, spelling, meaning);
        }
    }
}

/* A line a name: rows, first row, state, name, and whom it means or may mean. */
static void
print_names (const MerImportScan *scan)
{
  for (guint i = 0; i < scan->names->len; i++)
    {
      const MerImportName      *name = scan->names->pdata[i];
      const MerImportCandidate *best =
        name->candidates->len > 0 ? name->candidates->pdata[0] : NULL;
      g_autofree char *shown = mer_cli_line (name->name);
      g_autofree char *found = mer_cli_line (best != NULL ? best->name : "");

      mer_cli_print ("name\t%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%u\n",
                     name->n_rows, name->first_row, name_state (name->state), shown, found,
                     best != NULL ? best->similarity : 0);
    }
}

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

  if (doc != NULL)
    options = mer_import_arguments_options (given, doc, kind, path, &error);
  if (options != NULL)
    preview = mer_import_preview (doc, options, 0, &error);
  if (preview == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("format\t%s\n", preview->info.format);
  mer_cli_print ("header row\t%u\n", preview->header_row);
  if (preview->mapping != NULL)
    mer_cli_print ("mapping\t%s\n", preview->mapping);
  print_columns (preview);
  if (preview->obstacle != NULL)
    return mer_cli_fail (preview->obstacle);
  scan = mer_import_scan (doc, options, NULL, NULL, &error);
  if (scan == NULL)
    return mer_cli_fail (error);
  methodology = methodology_of (doc, given->cycle_id);
  mer_cli_print ("rows\t%" G_GUINT64_FORMAT "\n", scan->n_rows);
  print_values (scan, preview, kind == MER_BATCH_SURVEY ? methodology : NULL);
  print_names (scan);
  return MER_EXIT_DONE;
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
