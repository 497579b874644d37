/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli compare: the scores of two cycles side by side. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-comparison-table.h"
#include "cli/mer-cli.h"
#include "core/mer-csv.h"

#define PLACES 2

static char *
decimal (gboolean           has,
         const MerRational *value)
{
  return has ? mer_rational_to_decimal (value, PLACES) : NULL;
}

static char *
change_text (const MerComparedScore *score)
{
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  return mer_compared_change (score, &change) ? mer_rational_to_decimal (&change, PLACES) : NULL;
}

static void
append_csv (GString                *csv,
            const MerComparedScore *score)
{
  g_autofree char *one = decimal (score->has_one, &score->one);
  g_autofree char *other = decimal (score->has_other, &score->other);
  g_autofree char *change = change_text (score);

  g_string_append_printf (csv, ",%s,%s,%s", one != NULL ? one : "", other != NULL ? other : "",
                          change != NULL ? change : "");
}

/* The places in both cycles and how many of them were gained, below zero: lost. */
static void
append_csv_places (GString                  *csv,
                   const MerCycleComparison *self,
                   const MerComparedRow     *row)
{
  int moved = 0;

  g_string_append_c (csv, ',');
  if (row->place_one > 0)
    g_string_append_printf (csv, "%u", row->place_one);
  g_string_append_c (csv, ',');
  if (row->place_other > 0)
    g_string_append_printf (csv, "%u", row->place_other);
  g_string_append_c (csv, ',');
  if (mer_cycle_comparison_moved (self, row, &moved))
    g_string_append_printf (csv, "%d", moved);
}

static void
print_cycle (const char       *keyword,
             const MerResults *results)
{
  mer_cli_print ("%s: %" G_GINT64_FORMAT " %s (%s)\n", keyword, results->cycle->id,
                 results->cycle->title, results->methodology->id);
}

static void
print_csv (const MerCycleComparison *self)
{
  g_autoptr (GString) csv = g_string_new ("organization,S,S with,S change");

  print_cycle ("cycle", self->one);
  print_cycle ("with", self->other);
  mer_cli_print ("unit: %s\n", self->percent ? "percent of maximum" : "points");
  for (guint i = 0; i < self->notes->len; i++)
    mer_cli_print ("note: %s\n", (const char *) g_ptr_array_index (self->notes, i));
  for (guint i = 0; i < self->codes->len; i++)
    {
      const char *code = g_ptr_array_index (self->codes, i);

      g_string_append_printf (csv, ",%s,%s with,%s change", code, code, code);
    }
  g_string_append (csv, ",rank,rank with,places up\n");
  for (guint i = 0; i < self->n_rows; i++)
    {
      mer_csv_append (csv, self->rows[i].organization->name, ',');
      append_csv (csv, &self->rows[i].total);
      for (guint j = 0; j < self->codes->len; j++)
        append_csv (csv, &self->rows[i].criteria[j]);
      append_csv_places (csv, self, &self->rows[i]);
      g_string_append_c (csv, '\n');
    }
  mer_cli_print ("\n%s", csv->str);
}

static void
append_json (GString                *json,
             const char             *code,
             const MerComparedScore *score)
{
  g_autofree char *one = decimal (score->has_one, &score->one);
  g_autofree char *other = decimal (score->has_other, &score->other);
  g_autofree char *change = change_text (score);

  g_string_append (json, ", ");
  mer_cli_json_string (json, code);
  g_string_append_printf (json, ": {\"value\": %s, \"with\": %s, \"change\": %s}",
                          one != NULL ? one : "null", other != NULL ? other : "null",
                          change != NULL ? change : "null");
}

static void
append_json_place (GString    *json,
                   const char *key,
                   guint       place)
{
  if (place > 0)
    g_string_append_printf (json, ", \"%s\": %u", key, place);
  else
    g_string_append_printf (json, ", \"%s\": null", key);
}

static void
append_json_places (GString                  *json,
                    const MerCycleComparison *self,
                    const MerComparedRow     *row)
{
  int moved = 0;

  append_json_place (json, "rank", row->place_one);
  append_json_place (json, "rank with", row->place_other);
  if (mer_cycle_comparison_moved (self, row, &moved))
    g_string_append_printf (json, ", \"places up\": %d", moved);
  else
    g_string_append (json, ", \"places up\": null");
}

static void
append_json_cycle (GString          *json,
                   const char       *key,
                   const MerResults *results)
{
  g_string_append_printf (json, "  \"%s\": {\"id\": %" G_GINT64_FORMAT ", \"title\": ", key,
                          results->cycle->id);
  mer_cli_json_string (json, results->cycle->title);
  g_string_append (json, ", \"methodology\": ");
  mer_cli_json_string (json, results->methodology->id);
  g_string_append (json, "},\n");
}

static void
print_json (const MerCycleComparison *self)
{
  g_autoptr (GString) json = g_string_new ("{\n");

  append_json_cycle (json, "cycle", self->one);
  append_json_cycle (json, "with", self->other);
  g_string_append_printf (json, "  \"unit\": \"%s\",\n  \"notes\": [",
                          self->percent ? "percent of maximum" : "points");
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      mer_cli_json_string (json, g_ptr_array_index (self->notes, i));
    }
  g_string_append (json, "],\n  \"organizations\": [");
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_string_append (json, i > 0 ? ",\n    {\"organization\": " : "\n    {\"organization\": ");
      mer_cli_json_string (json, self->rows[i].organization->name);
      append_json (json, "S", &self->rows[i].total);
      for (guint j = 0; j < self->codes->len; j++)
        append_json (json, g_ptr_array_index (self->codes, j), &self->rows[i].criteria[j]);
      append_json_places (json, self, &self->rows[i]);
      g_string_append_c (json, '}');
    }
  g_string_append (json, self->n_rows > 0 ? "\n  ]\n}" : "]\n}");
  mer_cli_print ("%s\n", json->str);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *with = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerCycleComparison) comparison = NULL;
  gboolean json = FALSE;
  gint64   cycle_id = 0;
  gint64   other_id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "with", 0, 0, G_OPTION_ARG_FILENAME, &with,
      N_("Cycle to compare it with; the one before by default"), "ID" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write the table to a file, its format by the extension"), "FILE" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_compare, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&mer_command_compare, cycle, &cycle_id) ||
      !mer_cli_parse_id (&mer_command_compare, with, &other_id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  comparison = doc != NULL ? mer_cycle_comparison_new (doc, cycle_id, other_id, &error) : NULL;
  if (comparison == NULL)
    return mer_cli_fail (error);
  if (output != NULL)
    return mer_cycle_comparison_write (comparison, mer_document_get_language (doc), output, &error)
             ? MER_EXIT_DONE
             : mer_cli_fail (error);
  if (json)
    print_json (comparison);
  else
    print_csv (comparison);
  return MER_EXIT_DONE;
}

const MerCommand mer_command_compare = {
  "compare", "DOC", N_("Puts the scores of two cycles side by side"), run
  };
