/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli findings: what comments and checks were turned into. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli.h"
#include "core/mer-csv.h"
#include "store/mer-finding-store.h"
#include "store/mer-registry-store.h"

static char *
comment_of (const MerFinding *finding)
{
  return finding->batch_id == 0
           ? g_strdup ("")
           : g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, finding->batch_id,
                              finding->row);
}

static void
print_csv (GPtrArray *findings,
           GPtrArray *organizations)
{
  mer_cli_print ("finding,kind,organization,criterion,comment,text\n");
  for (guint i = 0; i < findings->len; i++)
    {
      const MerFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char  *comment = comment_of (finding);
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "%" G_GINT64_FORMAT ",%s,", finding->id,
                              mer_finding_kind_to_code (finding->kind));
      mer_csv_append (line, mer_organizations_name (organizations, finding->organization_id), ',');
      g_string_append_c (line, ',');
      mer_csv_append (line, finding->criterion != NULL ? finding->criterion : "", ',');
      g_string_append_printf (line, ",%s,", comment);
      mer_csv_append (line, finding->text, ',');
      mer_cli_print ("%s\n", line->str);
    }
}

static void
print_json (GPtrArray *findings,
            GPtrArray *organizations)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < findings->len; i++)
    {
      const MerFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char  *comment = comment_of (finding);

      g_string_append_printf (json,
                              "%s{\"finding\": %" G_GINT64_FORMAT
                              ", \"kind\": \"%s\", \"organization\": ",
                              i > 0 ? ",\n " : "", finding->id,
                              mer_finding_kind_to_code (finding->kind));
      mer_cli_json_string (json, mer_organizations_name (organizations, finding->organization_id));
      g_string_append (json, ", \"criterion\": ");
      mer_cli_json_string (json, finding->criterion);
      g_string_append (json, ", \"comment\": ");
      mer_cli_json_string (json, *comment != '\0' ? comment : NULL);
      g_string_append (json, ", \"text\": ");
      mer_cli_json_string (json, finding->text);
      g_string_append_c (json, '}');
    }
  mer_cli_print ("%s]\n", json->str);
}

static MerExit
list (const char *path,
      gint64      cycle_id,
      gboolean    json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (path, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerCycle) cycle = doc != NULL ? mer_store_cycle (doc, cycle_id, &error) : NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) organizations = NULL;

  findings = cycle != NULL ? mer_store_findings (doc, cycle->id, 0, &error) : NULL;
  organizations = findings != NULL ? mer_store_organizations (doc, &error) : NULL;
  if (organizations == NULL)
    return mer_cli_fail (error);
  if (json)
    print_json (findings, organizations);
  else
    print_csv (findings, organizations);
  return MER_EXIT_DONE;
}

static MerExit delete (const char *path,
                       gint64      id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (path, MER_OPEN_READ_WRITE, &error);

  if (doc == NULL || !mer_document_begin (doc, _("Deleting a finding"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_delete_finding (doc, id, &error), &error);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *format = NULL;
  gboolean         json = FALSE;
  gint64           cycle_id = 0;
  gint64           id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_findings, options, &argc, &argv, 2, 3) ||
      !mer_cli_parse_id (&mer_command_findings, cycle, &cycle_id) ||
      !mer_cli_parse_format (&mer_command_findings, format, &json))
    return MER_EXIT_USAGE;
  if (g_str_equal (argv[1], "list") && argc == 3)
    return list (argv[2], cycle_id, json);
  if (g_str_equal (argv[1], "delete") && argc == 4)
    return mer_cli_parse_id (&mer_command_findings, argv[3], &id) ? delete (argv[2], id)
                                                                  : MER_EXIT_USAGE;
  return mer_cli_usage (&mer_command_findings, "%s", _("The arguments fit none of the forms."));
}

const MerCommand mer_command_findings = { "findings", "list DOC | delete DOC ID",
                                          N_("Lists findings and proposals"), run };
