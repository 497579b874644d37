/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli import: organizations, checklists and questionnaires out of tables. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-rejected-rows.h"
#include "cli/mer-import-arguments.h"
#include "cli/mer-import-changes-text.h"

/* "table.csv:12:5: sentence": the file, the row and the column as a spreadsheet counts. */
static void
print_problem (const char             *file,
               const MerImportProblem *problem)
{
  g_autoptr (GString) line = g_string_new (file);
  g_autofree char *text = mer_cli_line (problem->text);

  if (problem->row > 0 || problem->column > 0)
    g_string_append_printf (line, ":%" G_GINT64_FORMAT, MAX (problem->row, 0));
  if (problem->column > 0)
    g_string_append_printf (line, ":%u", problem->column);
  mer_cli_print ("%s: %s\n", line->str, text);
}

static void
print_text (const char            *file,
            const MerImportResult *result)
{
  mer_cli_print ("accepted: %" G_GUINT64_FORMAT "\n", result->accepted);
  mer_cli_print ("rejected: %" G_GUINT64_FORMAT "\n", result->rejected);
  mer_cli_print ("duplicates: %" G_GUINT64_FORMAT "\n", result->duplicates);
  mer_cli_print ("unmatched organizations: %u\n", result->unmatched->len);
  for (guint i = 0; i < result->problems->len; i++)
    print_problem (file, g_ptr_array_index (result->problems, i));
}

static void
append_problem_json (GString                *json,
                     const char             *file,
                     const MerImportProblem *problem)
{
  g_string_append_printf (json, "{\"severity\": \"%s\", \"code\": ",
                          problem->severity == MER_PROBLEM_REJECTED ? "rejected" : "note");
  mer_cli_json_string (json, problem->code);
  g_string_append (json, ", \"file\": ");
  mer_cli_json_string (json, file);
  g_string_append_printf (json, ", \"row\": %" G_GINT64_FORMAT ", \"column\": %u, \"header\": ",
                          problem->row, problem->column);
  mer_cli_json_string (json, problem->header);
  g_string_append_printf (json, ", \"count\": %" G_GUINT64_FORMAT ", \"text\": ", problem->count);
  mer_cli_json_string (json, problem->text);
  g_string_append_c (json, '}');
}

static void
print_json (const char             *file,
            const MerImportResult  *result,
            const MerImportOptions *options)
{
  g_autoptr (GString) json = g_string_new ("{\n");

  g_string_append_printf (json,
                          "  \"accepted\": %" G_GUINT64_FORMAT ",\n"
                          "  \"rejected\": %" G_GUINT64_FORMAT ",\n"
                          "  \"duplicates\": %" G_GUINT64_FORMAT ",\n"
                          "  \"unmatched organizations\": %u,\n"
                          "  \"contradictions\": %" G_GUINT64_FORMAT ",\n"
                          "  \"created organizations\": %" G_GUINT64_FORMAT ",\n",
                          result->accepted, result->rejected, result->duplicates,
                          result->unmatched->len, result->contradictions, result->created);
  g_string_append_printf (json,
                          "  \"batch\": %" G_GINT64_FORMAT ",\n"
                          "  \"cycle\": %" G_GINT64_FORMAT ",\n"
                          "  \"dry run\": %s,\n",
                          result->batch_id, result->cycle_id, options->dry_run ? "true" : "false");
  if (options->kind == MER_BATCH_ORGANIZATIONS)
    mer_cli_json_changes (json, result);
  g_string_append (json, "  \"unmatched\": [");
  for (guint i = 0; i < result->unmatched->len; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      mer_cli_json_string (json, g_ptr_array_index (result->unmatched, i));
    }
  g_string_append (json, "],\n  \"problems\": [");
  for (guint i = 0; i < result->problems->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      append_problem_json (json, file, g_ptr_array_index (result->problems, i));
    }
  g_string_append (json, result->problems->len > 0 ? "\n  ]\n}" : "]\n}");
  mer_cli_print ("%s\n", json->str);
}

static const char *
action_label (MerBatchKind kind)
{
  switch (kind)
    {
    case MER_BATCH_ORGANIZATIONS:
      return _("Import of organizations");
    case MER_BATCH_CHECKLIST:
      return _("Import of checklists");
    case MER_BATCH_COUNTS:
      return _("Import of ready counts");
    case MER_BATCH_VALUES:
      return _("Import of the operator's values");
    case MER_BATCH_POINTS:
      return _("Import of experts' points");
    case MER_BATCH_FACTS:
      return _("Import of facts");
    case MER_BATCH_RECIPIENTS:
      return _("Import of recipients");
    case MER_BATCH_SURVEY:
    default:
      return _("Import of questionnaires");
    }
}

/* The rejected rows as a table, where the user asked for one. */
static gboolean
write_rejected (MerDocument            *doc,
                const MerImportOptions *options,
                const MerImportResult  *result,
                const char             *path,
                gboolean                json,
                GError                **error)
{
  guint64 n = 0;

  if (path == NULL || result->rejected == 0)
    return TRUE;
  if (!mer_rejected_rows_write (doc, options, result, path, &n, error))
    return FALSE;
  if (!json)
    mer_cli_print ("rejected rows written: %" G_GUINT64_FORMAT "\n", n);
  return TRUE;
}

static MerExit
import_table (const char               *document,
              MerBatchKind              kind,
              const char               *path,
              const MerImportArguments *given)
{
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *file = mer_cli_line (shown);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;

  if (doc != NULL)
    options = mer_import_arguments_options (given, doc, kind, path, &error);
  if (options != NULL)
    result = mer_import_run (doc, options, action_label (kind), NULL, NULL, &error);
  if (result == NULL)
    return mer_cli_fail (error);
  if (given->json)
    print_json (file, result, options);
  else
    print_text (file, result);
  if (!given->json && options->dry_run && kind == MER_BATCH_ORGANIZATIONS)
    mer_cli_print_changes (result);
  if (!write_rejected (doc, options, result, given->rejected, given->json, &error))
    return mer_cli_fail (error);
  /* Nothing was accepted: the counts tell how, the sentence why. */
  if (result->obstacle != NULL)
    return mer_cli_fail (result->obstacle);
  return result->rejected > 0 ? MER_EXIT_SOME_REJECTED : MER_EXIT_DONE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_auto (MerImportArguments) given = { 0 };
  MerBatchKind kind = MER_BATCH_SURVEY;

  if (!mer_import_arguments_parse (&given, &mer_command_import, &argc, &argv))
    return MER_EXIT_USAGE;
  if (!mer_batch_kind_from_code (argv[1], &kind))
    return mer_cli_usage (&mer_command_import, _("“%s” cannot be imported."), argv[1]);
  return import_table (argv[2], kind, argv[3], &given);
}

const MerCommand mer_command_import = {
  "import", "organizations|checklist|survey|counts|values|facts|recipients|points DOC TABLE",
  N_("Reads a table into the document"), run
  };
