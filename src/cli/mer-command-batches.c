/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli batches: what was imported, a line a batch. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli.h"
#include "store/mer-batch-store.h"

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");
}

static void
print_line (const MerBatch *batch)
{
  g_autofree char *time = format_time (batch->imported_at);
  g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());
  g_autofree char *file = mer_cli_line (name);

  mer_cli_print ("%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%" G_GINT64_FORMAT
                 "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n",
                 batch->id, batch->cycle_id, mer_batch_kind_to_code (batch->kind),
                 batch->removed ? "removed" : "in-use", time, batch->accepted, batch->rejected,
                 batch->duplicates, file);
}

static void
append_json (GString        *json,
             const MerBatch *batch)
{
  g_autofree char *time = format_time (batch->imported_at);
  g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());

  g_string_append_printf (json,
                          "{\"batch\": %" G_GINT64_FORMAT ", \"cycle\": %" G_GINT64_FORMAT
                          ", \"kind\": \"%s\", \"removed\": %s, \"imported\": \"%s\"",
                          batch->id, batch->cycle_id, mer_batch_kind_to_code (batch->kind),
                          batch->removed ? "true" : "false", time);
  g_string_append_printf (json,
                          ", \"accepted\": %" G_GINT64_FORMAT ", \"rejected\": %" G_GINT64_FORMAT
                          ", \"duplicates\": %" G_GINT64_FORMAT
                          ", \"contradictions\": %" G_GINT64_FORMAT ", \"file\": ",
                          batch->accepted, batch->rejected, batch->duplicates,
                          batch->contradictions);
  mer_cli_json_string (json, batch->file_name);
  g_string_append (json, ", \"name\": ");
  mer_cli_json_string (json, name);
  g_string_append (json, ", \"sheet\": ");
  mer_cli_json_string (json, batch->sheet);
  g_string_append (json, ", \"sha256\": ");
  mer_cli_json_string (json, batch->sha256);
  g_string_append_c (json, '}');
}

static void
print_json (GPtrArray *batches)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < batches->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n " : "");
      append_json (json, g_ptr_array_index (batches, i));
    }
  mer_cli_print ("%s]\n", json->str);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  gboolean json = FALSE;
  gint64   cycle_id = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Only of this cycle"), "ID" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_batches, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_id (&mer_command_batches, cycle, &cycle_id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  batches = doc != NULL ? mer_store_batches (doc, cycle_id, &error) : NULL;
  if (batches == NULL)
    return mer_cli_fail (error);
  if (json)
    print_json (batches);
  else
    mer_cli_print ("batch\tcycle\tkind\tstate\timported\taccepted\trejected\tduplicates\tfile\n");
  for (guint i = 0; !json && i < batches->len; i++)
    print_line (g_ptr_array_index (batches, i));
  return MER_EXIT_DONE;
}

const MerCommand mer_command_batches = { "batches", "DOC", N_("Lists what was imported"), run };
