/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What merilo-cli scan found out about a table, as lines and as JSON: its columns, the spellings
 * of its answers and the names in it. Both forms tell the same, in the same words. */

#include "config.h"

#include "cli/mer-scan-output.h"

#include "cli/mer-cli.h"

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

/* The question that a column answers: (transfer none) (nullable). */
static const MerQuestion *
question_of (const MerScanOutput *self,
             guint                column)
{
  const MerImportColumn *head = self->preview->columns->pdata[column];
  int                    index = self->methodology != NULL
                                   ? mer_methodology_find_question (self->methodology, head->code)
                                   : -1;

  return index >= 0 ? self->methodology->questions->pdata[index] : NULL;
}

/* What a value means, in the words that --value takes: (transfer none) (nullable). */
static const char *
value_meaning (const MerImportValue *value,
               const MerQuestion    *question)
{
  static const char *const marks[] = { "", "0", "0.5", "1" };

  if (value->option == MER_IMPORT_VALUE_BLANK)
    return "";
  if (value->option < 0)
    return question != NULL ? "other" : NULL;
  if (question == NULL)
    return marks[value->option];
  return ((const MerOption *) question->options->pdata[value->option])->text;
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

/* A line a spelling: column, rows, first row, spelling, what it means. */
static void
print_values (const MerImportColumnValues *column,
              const MerQuestion           *question)
{
  for (guint i = 0; i < column->values->len; i++)
    {
      const MerImportValue *value = column->values->pdata[i];
      const char           *means = value_meaning (value, question);
      g_autofree char      *spelling = mer_cli_line (value->spelling);
      g_autofree char      *meaning = mer_cli_line (means != NULL ? means : "?");

      mer_cli_print ("value\t%u\t%" G_GUINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\n",
                     column->index + 1, value->count, value->first_row, spelling, meaning);
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

/**
 * mer_scan_print:
 * @self: what is known of the table
 *
 * Prints lines of values between tabs, each begun by what it tells of.
 */
void
mer_scan_print (const MerScanOutput *self)
{
  const MerImportPreview *preview = self->preview;

  mer_cli_print ("format\t%s\n", preview->info.format);
  mer_cli_print ("header row\t%u\n", preview->header_row);
  if (preview->mapping != NULL)
    mer_cli_print ("mapping\t%s\n", preview->mapping);
  print_columns (preview);
  if (self->scan == NULL)
    return;
  mer_cli_print ("rows\t%" G_GUINT64_FORMAT "\n", self->scan->n_rows);
  for (guint i = 0; i < self->scan->columns->len; i++)
    {
      const MerImportColumnValues *column = self->scan->columns->pdata[i];

      print_values (column, question_of (self, column->index));
    }
  print_names (self->scan);
}

static void
append_text (GString    *json,
             const char *key,
             const char *text)
{
  g_string_append_printf (json, ", \"%s\": ", key);
  mer_cli_json_string (json, text);
}

/* Begins an element of an array, or its first. */
static void
append_break (GString *json)
{
  g_string_append (json, json->str[json->len - 1] == '[' ? "\n    " : ",\n    ");
}

static void
append_end (GString *json)
{
  g_string_append (json, json->str[json->len - 1] == '[' ? "]" : "\n  ]");
}

static void
append_columns (GString                *json,
                const MerImportPreview *preview)
{
  g_string_append (json, ",\n  \"columns\": [");
  for (guint i = 0; i < preview->columns->len; i++)
    {
      const MerImportColumn *column = preview->columns->pdata[i];

      append_break (json);
      g_string_append_printf (json, "{\"column\": %u, \"state\": \"%s\", \"similarity\": %u",
                              column->index + 1, column_state (column->state),
                              column->similarity);
      append_text (json, "code", column->code);
      append_text (json, "header", column->header);
      g_string_append_c (json, '}');
    }
  append_end (json);
}

static void
append_values (GString                     *json,
               const MerImportColumnValues *column,
               const MerQuestion           *question)
{
  for (guint i = 0; i < column->values->len; i++)
    {
      const MerImportValue *value = column->values->pdata[i];

      append_break (json);
      g_string_append_printf (json,
                              "{\"column\": %u, \"count\": %" G_GUINT64_FORMAT
                              ", \"row\": %" G_GINT64_FORMAT,
                              column->index + 1, value->count, value->first_row);
      append_text (json, "spelling", value->spelling);
      append_text (json, "meaning", value_meaning (value, question));
      g_string_append_c (json, '}');
    }
}

/* Whom a name means or may mean, best first. */
static void
append_candidates (GString         *json,
                   const GPtrArray *candidates)
{
  g_string_append (json, ", \"candidates\": [");
  for (guint i = 0; i < candidates->len; i++)
    {
      const MerImportCandidate *candidate = candidates->pdata[i];

      g_string_append_printf (json, "%s{\"similarity\": %u", i > 0 ? ", " : "",
                              candidate->similarity);
      append_text (json, "organization", candidate->name);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_names (GString             *json,
              const MerImportScan *scan)
{
  g_string_append (json, ",\n  \"names\": [");
  for (guint i = 0; i < scan->names->len; i++)
    {
      const MerImportName *name = scan->names->pdata[i];

      append_break (json);
      g_string_append_printf (json,
                              "{\"count\": %" G_GUINT64_FORMAT ", \"row\": %" G_GINT64_FORMAT
                              ", \"state\": \"%s\"",
                              name->n_rows, name->first_row, name_state (name->state));
      append_text (json, "name", name->name);
      append_candidates (json, name->candidates);
      g_string_append_c (json, '}');
    }
  append_end (json);
}

static void
append_scan (GString             *json,
             const MerScanOutput *self)
{
  const MerImportScan *scan = self->scan;

  g_string_append_printf (json, ",\n  \"rows\": %" G_GUINT64_FORMAT ",\n  \"values\": [",
                          scan->n_rows);
  for (guint i = 0; i < scan->columns->len; i++)
    {
      const MerImportColumnValues *column = scan->columns->pdata[i];

      append_values (json, column, question_of (self, column->index));
    }
  append_end (json);
  append_names (json, scan);
}

/**
 * mer_scan_print_json:
 * @self: what is known of the table
 *
 * Prints the same as one object. Where there is no scan, "obstacle" says why and the members
 * from "rows" on are not there.
 */
void
mer_scan_print_json (const MerScanOutput *self)
{
  const MerImportPreview *preview = self->preview;
  g_autoptr (GString) json = g_string_new ("{\n  \"format\": ");

  mer_cli_json_string (json, preview->info.format);
  g_string_append_printf (json, ",\n  \"header row\": %u,\n  \"mapping\": ", preview->header_row);
  mer_cli_json_string (json, preview->mapping);
  g_string_append (json, ",\n  \"obstacle\": ");
  mer_cli_json_string (json, preview->obstacle != NULL ? preview->obstacle->message : NULL);
  append_columns (json, preview);
  if (self->scan != NULL)
    append_scan (json, self);
  mer_cli_print ("%s\n}\n", json->str);
}
