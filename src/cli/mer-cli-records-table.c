/* SPDX-License-Identifier: GPL-3.0-or-later */

/* import and export of records. A table is imported whole or, unless asked otherwise, not at
 * all. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/mer-record-tables.h"
#include "cli/mer-cli-records-private.h"
#include "cli/mer-import-arguments.h"

typedef struct
{
  char    *cycle;
  char    *sheet;
  char    *encoding;
  char    *separator;
  char     separator_sign;
  gboolean dry_run;
  gboolean skip_refused;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->separator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- output ---------------------------------------------------------------------------------- */

/* What was done, not what a table without its wrong rows would have done. */
static void
print_text (const MerRecordImport *import,
            gboolean               kept)
{
  mer_cli_print ("added: %u\n", kept ? import->added : 0);
  mer_cli_print ("changed: %u\n", kept ? import->changed : 0);
  mer_cli_print ("unchanged: %u\n", import->unchanged);
  mer_cli_print ("refused: %u\n", import->refused);
  for (guint i = 0; i < import->ignored->len; i++)
    {
      mer_cli_print (_("The column “%s” was left out: nothing is called so."),
                        (char *) import->ignored->pdata[i]);
      mer_cli_print ("\n");
    }
}

static void
append_strings (GString         *json,
                const char      *key,
                const GPtrArray *strings)
{
  g_string_append_printf (json, "  \"%s\": [", key);
  for (guint i = 0; i < strings->len; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      mer_cli_json_string (json, strings->pdata[i]);
    }
  g_string_append (json, "]");
}

static void
print_json (const MerRecordImport *import,
            gboolean               kept,
            gboolean               dry_run)
{
  g_autoptr (GString) json = g_string_new ("{\n");

  g_string_append_printf (json,
                          "  \"kind\": \"%s\",\n  \"added\": %u,\n  \"changed\": %u,\n"
                          "  \"unchanged\": %u,\n  \"refused\": %u,\n  \"dry run\": %s,\n",
                          import->kind->id, kept ? import->added : 0, kept ? import->changed : 0,
                          import->unchanged, import->refused, dry_run ? "true" : "false");
  append_strings (json, "ignored columns", import->ignored);
  g_string_append (json, ",\n");
  append_strings (json, "problems", import->problems);
  mer_cli_print ("%s\n}\n", json->str);
}

static void
tell_problems (const MerRecordImport *import,
               gboolean               kept,
               gboolean               json)
{
  for (guint i = 0; !json && i < import->problems->len; i++)
    {
      g_autofree char *line = mer_cli_line (import->problems->pdata[i]);

      fprintf (stderr, "%s\n", line);
    }
  if (!kept)
    fprintf (stderr, "%s\n",
             _("Nothing was changed. Mend the table, or leave such rows out by --skip-refused."));
}

/* --- import ---------------------------------------------------------------------------------- */

static gboolean
apply (MerDocument     *doc,
       MerRecordImport *import,
       GError         **error)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", _("Import"), _(import->kind->title));

  if (import->records->len == 0)
    return TRUE;
  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (mer_record_import_apply (import, doc, error) && mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static MerExit
run_import (MerDocument     *doc,
            MerRecordImport *import,
            const Options   *given)
{
  g_autoptr (GError) error = NULL;
  gboolean kept = import->refused == 0 || (given->skip_refused && import->records->len > 0);

  if (kept && !given->dry_run && !apply (doc, import, &error))
    return mer_cli_fail (error);
  if (given->json)
    print_json (import, kept, given->dry_run);
  else
    print_text (import, kept);
  tell_problems (import, kept, given->json);
  if (import->refused == 0)
    return MER_EXIT_DONE;
  return kept ? MER_EXIT_SOME_REJECTED : MER_EXIT_NOTHING_CHANGED;
}

static gboolean
parse (const MerCliCall *call,
       int              *argc,
       char           ***argv,
       Options          *given)
{
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given->cycle, N_("Cycle; the latest by default"),
      "ID" },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given->sheet, N_("Sheet of the workbook"), "NAME|N" },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &given->encoding, N_("Encoding of the text"), "E" },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &given->separator,
      N_("What separates the columns"), "C" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given->dry_run, N_("Only say what would be done"),
      NULL },
    { "skip-refused", 0, 0, G_OPTION_ARG_NONE, &given->skip_refused,
      N_("Import the rows with which nothing is wrong"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &given->json, N_("Print the result as JSON"), NULL },
    { NULL },
  };
  /* clang-format on */
  const char *texts[] = { NULL, NULL };

  if (!mer_cli_parse (&call->command, options, argc, argv, 2, 3))
    return FALSE;
  texts[0] = given->sheet;
  texts[1] = given->encoding;
  if (!mer_cli_check_texts (&call->command, texts, G_N_ELEMENTS (texts)))
    return FALSE;
  if (mer_cli_parse_separator (given->separator, &given->separator_sign))
    return TRUE;
  mer_cli_usage (&call->command, "%s", _("A separator is one character, or “tab”."));
  return FALSE;
}

MerExit
mer_cli_records_import (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  g_auto (Options) given = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerRecordImport) import = NULL;
  const MerRecordKind *kind = NULL;
  MerTableOptions      table = { 0 };
  gint64               cycle_id = 0;
  MerExit              status = MER_EXIT_USAGE;

  if (!parse (call, &argc, &argv, &given))
    return MER_EXIT_USAGE;
  kind = mer_cli_records_take_kind (call, &argc, argv);
  if (argc != 3)
    return argc > 3 ? mer_cli_records_no_kind (call, argv[2])
                    : mer_cli_usage (&call->command, "%s", _("An argument is missing."));
  table = (MerTableOptions){ argv[2], given.sheet, given.encoding, given.separator_sign };
  doc = mer_document_open (argv[1], given.dry_run ? MER_OPEN_READ_ONLY : MER_OPEN_READ_WRITE,
                           &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle_of_kind (call, doc, kind, given.cycle, &cycle_id, &status))
    return status;
  import = mer_record_import_read (doc, kind, cycle_id, &table, &error);
  return import != NULL ? run_import (doc, import, &given) : mer_cli_fail (error);
}

/* --- export ---------------------------------------------------------------------------------- */

MerExit
mer_cli_records_export (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  const MerRecordKind *kind = NULL;
  gint64               cycle_id = 0;
  guint                n = 0;
  MerExit              status = MER_EXIT_USAGE;
  const GOptionEntry   options[] = {
      { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
        { NULL },
  };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 2, 3))
    return MER_EXIT_USAGE;
  kind = mer_cli_records_take_kind (call, &argc, argv);
  if (argc != 3)
    return argc > 3 ? mer_cli_records_no_kind (call, argv[2])
                    : mer_cli_usage (&call->command, "%s", _("An argument is missing."));
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle_of_kind (call, doc, kind, cycle, &cycle_id, &status))
    return status;
  if (!mer_record_table_save (doc, kind, cycle_id, argv[2], &n, &error))
    return mer_cli_fail (error);
  mer_cli_print ("records: %u\n", n);
  return MER_EXIT_DONE;
}
