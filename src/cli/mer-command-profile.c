/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli profile: the structure of the sample. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-results.h"
#include "cli/mer-cli.h"
#include "cli/mer-cli-find.h"
#include "core/mer-csv.h"
#include "store/mer-profile-store.h"

static gboolean
is_organization_cb (gint64   organization_id,
                    gpointer user_data)
{
  return organization_id == *(gint64 *) user_data;
}

static void
print (GArray  *shares,
       gboolean json)
{
  mer_cli_print ("%s", json ? "[" : "field,value,n,share\n");
  for (guint i = 0; i < shares->len; i++)
    {
      const MerSampleShare *share = &g_array_index (shares, MerSampleShare, i);
      g_auto (MerRational) percent = mer_sample_share_percent (share);
      g_autofree char *figure = mer_rational_to_decimal (&percent, 1);
      g_autoptr (GString) line = g_string_new (i > 0 && json ? ",\n " : "");

      if (json)
        {
          g_string_append (line, "{\"field\": ");
          mer_cli_json_string (line, share->field);
          g_string_append (line, ", \"value\": ");
          mer_cli_json_string (line, share->value);
          g_string_append_printf (line, ", \"n\": %" G_GINT64_FORMAT ", \"share\": %s}", share->n,
                                  figure);
        }
      else
        {
          mer_csv_append (line, share->field, ',');
          g_string_append_c (line, ',');
          mer_csv_append (line, share->value, ',');
          g_string_append_printf (line, ",%" G_GINT64_FORMAT ",%s\n", share->n, figure);
        }
      mer_cli_print ("%s", line->str);
    }
  if (json)
    mer_cli_print ("]\n");
}

static MerExit
print_profile (MerDocument *doc,
               MerResults  *results,
               const char  *organization,
               gboolean     json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = mer_store_profile (doc, results->cycle->id, &error);
  g_autoptr (GArray) shares = NULL;
  const MerScoreRow *row = NULL;
  gint64             id = 0;

  if (counts == NULL)
    return mer_cli_fail (error);
  if (organization != NULL)
    row = mer_cli_find_row (results, doc, organization, &error);
  if (organization != NULL && row == NULL)
    return mer_cli_fail (error);
  id = row != NULL ? row->organization->id : 0;
  shares = mer_sample_structure (counts, row != NULL ? is_organization_cb : NULL, &id);
  print (shares, json);
  return MER_EXIT_DONE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *organization = NULL;
  g_autofree char *format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerResults) results = NULL;
  gboolean json = FALSE;
  gint64   cycle_id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "organization", 0, 0, G_OPTION_ARG_FILENAME, &organization,
      N_("Only of this organization"), "NAME" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_profile, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&mer_command_profile, cycle, &cycle_id) ||
      !mer_cli_check_text (&mer_command_profile, organization) ||
      !mer_cli_parse_format (&mer_command_profile, format, &json))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  results = doc != NULL ? mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, &error) : NULL;
  if (results == NULL)
    return mer_cli_fail (error);
  return print_profile (doc, results, organization, json);
}

const MerCommand mer_command_profile = { "profile", "DOC", N_("Shows who answered"), run };
