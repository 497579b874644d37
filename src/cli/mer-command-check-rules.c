/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli check-rules: what the rules of a cycle say. A broken rule is no failure of the tool:
 * the exit status is 0. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-check-rules.h"
#include "cli/mer-cli.h"

static void
print_line (const MerRuleNote *note)
{
  g_autofree char *text = mer_cli_line (note->text);

  mer_cli_print ("%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\n", note->rule,
                 note->severity == MER_RULE_WARNING ? "warn" : "note",
                 note->kind != NULL ? note->kind : "-", note->id, text);
}

static void
print_object (const MerRuleNote *note,
              gboolean           first)
{
  g_autoptr (GString) json = g_string_new (first ? "\n  {" : ",\n  {");

  g_string_append (json, "\"rule\": ");
  mer_cli_json_string (json, note->rule);
  g_string_append (json, ", \"severity\": ");
  mer_cli_json_string (json, note->severity == MER_RULE_WARNING ? "warn" : "note");
  g_string_append (json, ", \"kind\": ");
  mer_cli_json_string (json, note->kind);
  g_string_append_printf (json, ", \"id\": %" G_GINT64_FORMAT ", \"text\": ", note->id);
  mer_cli_json_string (json, note->text);
  mer_cli_print ("%s}", json->str);
}

static void
print (const GPtrArray *notes,
       gboolean         json)
{
  mer_cli_print (json ? "[" : "rule\tseverity\tkind\tid\ttext\n");
  for (guint i = 0; i < notes->len; i++)
    {
      if (json)
        print_object (notes->pdata[i], i == 0);
      else
        print_line (notes->pdata[i]);
    }
  if (json)
    mer_cli_print (notes->len > 0 ? "\n]\n" : "]\n");
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerCycleFacts) facts = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *cycle = NULL;
  char            *given = NULL;
  gboolean         json = FALSE;
  gint64           cycle_id = 0;
  gboolean         parsed = FALSE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given, N_("Cycle; the latest by default"), "ID" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  parsed = mer_cli_parse (&mer_command_check_rules, options, &argc, &argv, 1, 1);
  cycle = given;
  if (!parsed || !mer_cli_parse_id (&mer_command_check_rules, cycle, &cycle_id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  facts = doc != NULL ? mer_cycle_facts_load (doc, cycle_id, &error) : NULL;
  if (facts == NULL)
    return mer_cli_fail (error);
  notes = mer_check_rules (facts);
  print (notes, json);
  return MER_EXIT_DONE;
}

const MerCommand mer_command_check_rules = {
  "check-rules", "DOC [--cycle ID] [--json]",
  N_("Lists the rules of a cycle that are broken, and what is advised"), run
  };
