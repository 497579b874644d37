/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli import: organizations, checklists and questionnaires out of tables. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-cli.h"
#include "import/mer-importer.h"

typedef struct
{
  char    *sheet;
  char    *encoding;
  char    *separator;
  char    *cycle;
  char    *on_duplicate;
  char    *source;
  char   **columns;
  int      header_row;
  gboolean create_organizations;
  gboolean dry_run;
  gboolean not_counted;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->separator);
  g_free (self->cycle);
  g_free (self->on_duplicate);
  g_free (self->source);
  g_strfreev (self->columns);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_separator (const char *text,
                 char       *out)
{
  *out = '\0';
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "tab") || g_str_equal (text, "\\t"))
    *out = '\t';
  else if (strlen (text) == 1 && (guchar) *text < 0x80 && strchr ("\"\r\n", *text) == NULL)
    *out = *text;
  return *out != '\0';
}

static gboolean
check_columns (char **columns)
{
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    {
      const char *equals = strchr (columns[i], '=');

      if (equals == NULL || equals == columns[i] || equals[1] == '\0')
        {
          mer_cli_usage (&mer_command_import, _("“--column %s” is not of the form CODE=HEADER."),
                                                 columns[i]);
          return FALSE;
        }
      if (!mer_cli_check_text (&mer_command_import, columns[i]))
        return FALSE;
    }
  return TRUE;
}

/* Checks the texts of the options; what is wrong has been explained. */
static gboolean
check (const Options *given,
       char          *separator,
       gint64        *cycle_id)
{
  if (!mer_cli_check_text (&mer_command_import, given->sheet) ||
      !mer_cli_check_text (&mer_command_import, given->encoding) ||
      !mer_cli_check_text (&mer_command_import, given->source) ||
      !mer_cli_parse_id (&mer_command_import, given->cycle, cycle_id) ||
      !check_columns (given->columns))
    return FALSE;
  if (!parse_separator (given->separator, separator))
    {
      mer_cli_usage (&mer_command_import, "%s", _("A separator is one character, or “tab”."));
      return FALSE;
    }
  if (given->on_duplicate != NULL && !g_str_equal (given->on_duplicate, "skip") &&
      !g_str_equal (given->on_duplicate, "keep"))
    {
      mer_cli_usage (&mer_command_import, "%s", _("“--on-duplicate” is either skip or keep."));
      return FALSE;
    }
  if (given->header_row < 0)
    {
      mer_cli_usage (&mer_command_import, "%s", _("Rows are counted from 1."));
      return FALSE;
    }
  return TRUE;
}

static MerImportOptions *
make_options (MerBatchKind   kind,
              const char    *path,
              const Options *given,
              char           separator,
              gint64         cycle_id)
{
  MerImportOptions *options = mer_import_options_new (kind, path);

  options->sheet = g_strdup (given->sheet);
  options->encoding = g_strdup (given->encoding);
  options->source = g_strdup (given->source);
  options->not_counted = given->not_counted;
  options->separator = separator;
  options->header_row = (guint) given->header_row;
  options->cycle_id = cycle_id;
  options->create_organizations = given->create_organizations;
  options->dry_run = given->dry_run;
  options->keep_duplicates = g_strcmp0 (given->on_duplicate, "keep") == 0;
  if (given->columns != NULL && options->columns == NULL)
    options->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; given->columns != NULL && given->columns[i] != NULL; i++)
    g_ptr_array_add (options->columns, g_strdup (given->columns[i]));
  return options;
}

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
print_json (const char            *file,
            const MerImportResult *result,
            gboolean               dry_run)
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
                          "  \"dry run\": %s,\n  \"unmatched\": [",
                          result->batch_id, result->cycle_id, dry_run ? "true" : "false");
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
    case MER_BATCH_FACTS:
      return _("Import of facts");
    case MER_BATCH_RECIPIENTS:
      return _("Import of recipients");
    case MER_BATCH_SURVEY:
    default:
      return _("Import of questionnaires");
    }
}

static MerExit
import_table (const char             *document,
              const MerImportOptions *options,
              gboolean                json)
{
  g_autofree char *base = g_path_get_basename (options->path);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *file = mer_cli_line (shown);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerImportResult) result = NULL;

  if (doc == NULL)
    return mer_cli_fail (error);
  result = mer_import_run (doc, options, action_label (options->kind), NULL, NULL, &error);
  if (result == NULL)
    return mer_cli_fail (error);
  if (json)
    print_json (file, result, options->dry_run);
  else
    print_text (file, result);
  /* Nothing was accepted: the counts tell how, the sentence why. */
  if (result->obstacle != NULL)
    return mer_cli_fail (result->obstacle);
  return result->rejected > 0 ? MER_EXIT_SOME_REJECTED : MER_EXIT_DONE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_auto (Options) given = { 0 };
  g_autoptr (MerImportOptions) options = NULL;
  MerBatchKind kind = MER_BATCH_SURVEY;
  gint64       cycle_id = 0;
  char         separator = '\0';
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given.sheet, N_("Sheet of a workbook"), "NAME|N" },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &given.encoding,
      N_("Encoding of a text table"), "E" },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &given.separator,
      N_("Separator of a text table"), "C" },
    { "header-row", 0, 0, G_OPTION_ARG_INT, &given.header_row,
      N_("Row of the column names"), "N" },
    { "column", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.columns,
      N_("Which column is what; repeatable"), "CODE=HEADER|INDEX" },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given.cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "create-organizations", 0, 0, G_OPTION_ARG_NONE, &given.create_organizations,
      N_("Add organizations that are not in the registry"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run,
      N_("Change nothing, only report"), NULL },
    { "on-duplicate", 0, 0, G_OPTION_ARG_FILENAME, &given.on_duplicate,
      N_("What becomes of repeated questionnaires"), "skip|keep" },
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &given.source,
      N_("What the evidence is, in words"), "TEXT" },
    { "not-counted", 0, 0, G_OPTION_ARG_NONE, &given.not_counted,
      N_("Keep ready counts out of the scores"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &given.json, N_("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_import, entries, &argc, &argv, 3, 3))
    return MER_EXIT_USAGE;
  if (!mer_batch_kind_from_code (argv[1], &kind))
    return mer_cli_usage (&mer_command_import, _("“%s” cannot be imported."), argv[1]);
  if (!check (&given, &separator, &cycle_id))
    return MER_EXIT_USAGE;
  options = make_options (kind, argv[3], &given, separator, cycle_id);
  return import_table (argv[2], options, given.json);
}

const MerCommand mer_command_import = {
  "import", "organizations|checklist|survey|counts|values|facts|recipients DOC TABLE",
  N_("Reads a table into the document"), run
};
