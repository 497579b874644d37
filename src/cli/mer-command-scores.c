/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli scores: every score of a cycle, in rating order, as CSV or JSON. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-results.h"
#include "app/mer-score-csv.h"
#include "cli/mer-cli.h"

/* Decimal text, or NULL when undefined. */
static char *
score_text (const MerScore *score,
            guint           decimals)
{
  return score->defined ? mer_rational_to_decimal (&score->value, decimals) : NULL;
}

static const char *
criterion_code (const MerScoreTable *table,
                guint                index)
{
  return ((const MerCriterion *) g_ptr_array_index (table->methodology->criteria, index))->code;
}

static void
append_json_score (GString        *json,
                   const char     *code,
                   const MerScore *score,
                   guint           decimals)
{
  g_autofree char *text = score_text (score, decimals);

  g_string_append (json, ", ");
  mer_cli_json_string (json, code);
  g_string_append_printf (json, ": %s", text != NULL ? text : "null");
}

static void
append_json_row (GString             *json,
                 const MerScoreTable *table,
                 const MerScoreRow   *row)
{
  g_string_append (json, "{\"organization\": ");
  mer_cli_json_string (json, row->organization->name);
  g_string_append_printf (json, ", \"kind\": \"%s\"",
                          mer_organization_kind_to_code (row->organization->kind));
  for (guint i = 0; i < table->n_indicators; i++)
    append_json_score (json, mer_score_table_indicator_code (table, i), &row->indicators[i],
                       table->decimals);
  for (guint i = 0; i < table->n_criteria; i++)
    append_json_score (json, criterion_code (table, i), &row->criteria[i], table->decimals);
  append_json_score (json, "S", &row->total, table->decimals);
  if (row->rank > 0)
    g_string_append_printf (json, ", \"rank\": %u, \"rank in kind\": %u}", row->rank,
                            row->rank_in_kind);
  else
    g_string_append (json, ", \"rank\": null, \"rank in kind\": null}");
}

static void
print_json (const MerResults *results)
{
  g_autoptr (GString) json = g_string_new ("{\n  \"cycle\": ");

  g_string_append_printf (json, "%" G_GINT64_FORMAT ",\n  \"title\": ", results->cycle->id);
  mer_cli_json_string (json, results->cycle->title);
  g_string_append (json, ",\n  \"methodology\": ");
  mer_cli_json_string (json, results->methodology->id);
  g_string_append (json, ",\n  \"organizations\": [");
  for (guint r = 0; r < results->scores->n_rows; r++)
    {
      g_string_append (json, r > 0 ? ",\n    " : "\n    ");
      append_json_row (json, results->scores, &results->scores->rows[r]);
    }
  g_string_append (json, results->scores->n_rows > 0 ? "\n  ]\n}" : "]\n}");
  mer_cli_print ("%s\n", json->str);
}

static gboolean
parse_rounding (const char *text,
                int        *decimals)
{
  gint64 places = 0;

  if (text == NULL)
    *decimals = MER_RESULTS_AS_RULED;
  else if (g_str_equal (text, "exact"))
    *decimals = MER_RESULTS_EXACT;
  else if (g_ascii_string_to_signed (text, 10, 0, 4, &places, NULL))
    *decimals = (int) places;
  else
    return FALSE;
  return TRUE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *rounding = NULL;
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerResults) results = NULL;
  gboolean json = FALSE;
  gint64   cycle_id = 0;
  int      decimals = MER_RESULTS_AS_RULED;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
    { "stage-rounding", 0, 0, G_OPTION_ARG_FILENAME, &rounding,
      N_("Decimal places at each stage, instead of the methodology's"), "N|exact" },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_scores, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&mer_command_scores, cycle, &cycle_id) ||
      !mer_cli_parse_format (&mer_command_scores, format, &json))
    return MER_EXIT_USAGE;
  if (!parse_rounding (rounding, &decimals))
    return mer_cli_usage (&mer_command_scores, "%s",
                          _("“--stage-rounding” is a number from 0 to 4, or exact."));
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  results = doc != NULL ? mer_results_load (doc, cycle_id, decimals, &error) : NULL;
  if (results == NULL)
    return mer_cli_fail (error);
  if (json)
    print_json (results);
  else
    {
      g_autofree char *csv = mer_score_table_to_csv (results->scores);

      mer_cli_print ("%s", csv);
    }
  return MER_EXIT_DONE;
}

const MerCommand mer_command_scores = { "scores", "DOC", N_("Prints all scores of a cycle"), run };
