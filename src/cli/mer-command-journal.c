/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli journal: who did what and when, newest first. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli.h"

static void
print_entry (const MerJournalEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (entry->at);
  g_autofree char *at = time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");
  g_autofree char *who = mer_cli_line (entry->who);
  g_autofree char *what = mer_cli_line (entry->what);

  mer_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", entry->id, at, who, what);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int limit = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many entries"), "N" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_journal, options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  if (limit < 0)
    return mer_cli_usage (&mer_command_journal, "%s", _("A limit is a number above zero."));
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  entries = doc != NULL ? mer_document_journal (doc, (guint) limit, &error) : NULL;
  if (entries == NULL)
    return mer_cli_fail (error);
  for (guint i = 0; i < entries->len; i++)
    print_entry (g_ptr_array_index (entries, i));
  return MER_EXIT_DONE;
}

const MerCommand mer_command_journal = {
  "journal", "DOC", N_("Prints who did what and when"), run
  };
