/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli template: tables to be filled in by those who send data. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-save-template.h"
#include "cli/mer-cli.h"
#include "report/mer-report.h"

static void
print_kinds (void)
{
  const MerTemplateKind *const *kinds = mer_template_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    mer_cli_print ("%s\t%s\n", kinds[i]->id, _(kinds[i]->title));
}

static MerExit
write_template (const MerTemplateKind *kind,
                const char            *document,
                const char            *path,
                gint64                 cycle_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_ONLY, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (doc != NULL)
    bytes = mer_template_of_document (doc, kind, cycle_id, &error);
  if (bytes == NULL || !mer_report_save (bytes, path, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

/* A line a workbook that was written. */
static MerExit
write_set (const char *document,
           const char *folder,
           gint64      cycle_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) written =
    doc != NULL ? mer_save_template_set (doc, cycle_id, folder, &error) : NULL;

  if (written == NULL)
    return mer_cli_fail (error);
  for (guint i = 0; i < written->len; i++)
    mer_cli_print ("written: %s\n", (char *) written->pdata[i]);
  return MER_EXIT_DONE;
}

static MerExit
run (int    argc,
     char **argv)
{
  char    *cycle_text = NULL;
  gboolean list = FALSE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle_text,
      N_("Cycle; the latest by default"), "ID" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the kinds"), NULL },
    { NULL },
  };
  /* clang-format on */
  g_autofree char       *cycle = NULL;
  const MerTemplateKind *kind = NULL;
  gint64                 cycle_id = 0;
  gboolean               parsed = FALSE;

  parsed = mer_cli_parse (&mer_command_template, options, &argc, &argv, 0, 3);
  cycle = cycle_text;
  if (!parsed || !mer_cli_parse_id (&mer_command_template, cycle, &cycle_id))
    return MER_EXIT_USAGE;
  if (list)
    {
      print_kinds ();
      return MER_EXIT_DONE;
    }
  if (argc != 4)
    return mer_cli_usage (&mer_command_template, "%s", _("An argument is missing."));
  if (g_str_equal (argv[1], "all"))
    return write_set (argv[2], argv[3], cycle_id);
  kind = mer_template_kind_find (argv[1]);
  if (kind == NULL)
    return mer_cli_usage (&mer_command_template, _("There is no template “%s”."), argv[1]);
  return write_template (kind, argv[2], argv[3], cycle_id);
}

const MerCommand mer_command_template = {
  "template", "organizations|checklist|survey|recipients|points DOC FILE.xlsx | all DOC FOLDER",
  N_("Writes a table to be filled in and imported"), run
  };
