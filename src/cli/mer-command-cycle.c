/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli cycle: cycles with their settings, and what the choice of organizations goes by.
 * merilo-cli cycles: the short list of the numbers that --cycle takes. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli-records.h"
#include "cli/mer-cycle-verbs.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* --- list ------------------------------------------------------------------------------------ */

static const char *const columns[] = { "id", "title", "year", "procedure", "stage", "approved",
                                       "closed" };

static gboolean
append_cycle (GString        *out,
              MerDocument    *doc,
              const MerCycle *cycle,
              gboolean        json,
              GError        **error)
{
  g_autoptr (GHashTable) set = mer_store_cycle_settings (doc, cycle->id, error);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, cycle->id);
  g_autofree char *year = g_strdup_printf ("%d", cycle->year);
  const char      *cells[] = { id, cycle->title, year,
                               mer_cycle_settings_get (set, MER_SETTING_PROCEDURE),
                               mer_cycle_settings_get (set, MER_SETTING_STAGE),
                          cycle->approved ? "yes" : "no",
                               mer_cycle_settings_get (set, MER_SETTING_CLOSED) };

  if (set == NULL)
    return FALSE;
  if (json)
    mer_cli_json_object (out, columns, cells, G_N_ELEMENTS (cells), 1 << 0 | 1 << 2);
  else
    mer_cli_csv_row (out, cells, G_N_ELEMENTS (cells));
  return TRUE;
}

static MerExit
print_cycles (MerDocument     *doc,
              const GPtrArray *cycles,
              gboolean         json)
{
  g_autoptr (GString) out = g_string_new (json ? "[" : NULL);
  g_autoptr (GError) error = NULL;

  if (!json)
    mer_cli_csv_row (out, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < cycles->len; i++)
    {
      g_string_append (out, json && i > 0 ? ",\n " : "");
      if (!append_cycle (out, doc, cycles->pdata[i], json, &error))
        return mer_cli_fail (error);
    }
  mer_cli_print ("%s%s", out->str, json ? "]\n" : "");
  return MER_EXIT_DONE;
}

static MerExit
run_list (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  g_autofree char *format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  gboolean           json = FALSE;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
      { NULL },
  };

  for (int i = 1; i < argc; i++)
    if (mer_cli_records_kind (call->records, argv[i]) != NULL)
      return mer_cli_records_generic ("list")->run (call, argc, argv);
  if (!mer_cli_parse (&call->command, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_format (&call->command, format, &json))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  cycles = doc != NULL ? mer_store_cycles (doc, &error) : NULL;
  return cycles != NULL ? print_cycles (doc, cycles, json) : mer_cli_fail (error);
}

/* clang-format off */
static const char *const kinds[] = { "window", "earlier", "scheduled", NULL };

static const MerCliVerb verbs[] = {
  { "list", "DOC [KIND] [KEY=VALUE…]", N_("Lists the cycles, or records of a kind"), run_list },
  { "add", "DOC --year YEAR | DOC KIND KEY=VALUE…", N_("Begins a cycle, or adds a record"),
    mer_cycle_verb_add },
  { "close", "DOC", N_("Closes a cycle: from then on it is only read"), mer_cycle_verb_close },
  { "archive", "DOC", N_("Closes a cycle and puts it into the archive"), mer_cycle_verb_archive },
  { "reopen", "DOC", N_("Opens a closed cycle again"), mer_cycle_verb_reopen },
  { "settings", "DOC", N_("Shows the settings of a cycle"), mer_cycle_verb_settings },
  { "set", "DOC KEY VALUE | DOC KIND ID KEY=VALUE…",
    N_("Changes a setting of a cycle, or its title; or a record"), mer_cycle_verb_set },
  { NULL },
};

static const MerCliRecords records = { &mer_command_cycle, kinds, verbs };
/* clang-format on */

static MerExit
run_cycle (int    argc,
           char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_cycle = {
  "cycle", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps cycles, their settings, windows of collection, earlier and coming assessments"),
      run_cycle
  };

/* --- cycles ---------------------------------------------------------------------------------- */

static MerExit
run_cycles (int    argc,
            char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  const GOptionEntry options[] = { { NULL } };

  if (!mer_cli_parse (&mer_command_cycles, options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  cycles = doc != NULL ? mer_store_cycles (doc, &error) : NULL;
  if (cycles == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("cycle\tyear\tapproved\ttitle\n");
  for (guint i = 0; i < cycles->len; i++)
    {
      const MerCycle  *cycle = g_ptr_array_index (cycles, i);
      g_autofree char *title = mer_cli_line (cycle->title);

      mer_cli_print ("%" G_GINT64_FORMAT "\t%d\t%s\t%s\n", cycle->id, cycle->year,
                     cycle->approved ? "yes" : "no", title);
    }
  return MER_EXIT_DONE;
}

const MerCommand mer_command_cycles = {
  "cycles", "DOC", N_("Lists the assessment cycles"), run_cycles
  };
