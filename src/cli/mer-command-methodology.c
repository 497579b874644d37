/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli methodology: the rules of a document. Versions are never changed: a setting
 * makes a new version and binds a cycle to it. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "cli/mer-cli-draft.h"
#include "cli/mer-methodology-verbs.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

typedef MerMethodologyArguments Given;

static MerExit
list_shipped (const Given *given)
{
  const char *const *ids = mer_methodology_shipped_ids ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (MerMethodology) methodology = mer_methodology_shipped (ids[i], &error);

      if (methodology == NULL)
        return mer_cli_fail (error);
      mer_cli_print ("%s\t%s\n", ids[i], methodology->title);
    }
  return MER_EXIT_DONE;
}

static MerExit
show (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_verb_read_document (given, &error);
  g_auto (GStrv) keys = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("id=%s\ntitle=%s\n", methodology->id, methodology->title);
  keys = mer_methodology_keys (methodology);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = mer_methodology_get_key (methodology, keys[i]);

      mer_cli_print ("%s=%s\n", keys[i], value);
    }
  return MER_EXIT_DONE;
}

static MerExit
export_xml (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_verb_read_document (given, &error);
  g_autofree char *xml = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  xml = mer_methodology_to_xml (methodology);
  if (!g_file_set_contents (given->arguments[1], xml, -1, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerExit
import_xml (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_verb_read_xml (given->arguments[1], &error);
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *label = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  doc = mer_document_open (given->arguments[0], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  label = g_strdup_printf (_("Methodology “%s”"), methodology->title);
  return mer_verb_adopt (doc, given, label, methodology, &error) ? MER_EXIT_DONE
                                                                 : mer_cli_fail (error);
}

static const struct
{
  const char *verb;
  int         n_arguments;
  MerExit (*run) (const Given *given);
  int n_repeated; /* as many again, any number of times */
} verbs[] = {
  { "list", 0, list_shipped },
  { "show", 1, show },
  { "set", 3, mer_verb_set, 2 },
  { "edit", 4, mer_verb_edit },
  { "apply", 2, mer_verb_apply },
  { "problems", 1, mer_verb_problems },
  { "diff", 1, mer_verb_diff },
  { "diff", 2, mer_verb_diff },
  { "export", 2, export_xml },
  { "import", 2, import_xml },
  { "validate", 1, mer_verb_validate },
};

static gboolean
fits (guint verb,
      int   n)
{
  int extra = n - verbs[verb].n_arguments;

  return extra == 0 ||
         (extra > 0 && verbs[verb].n_repeated > 0 && extra % verbs[verb].n_repeated == 0);
}

static gboolean
check_texts (int         argc,
             char      **argv,
             const char *reason,
             const char *decision)
{
  return mer_cli_check_texts (&mer_command_methodology, (const char *const *) argv + 1,
                              (guint) MAX (argc - 1, 0)) &&
         mer_cli_check_text (&mer_command_methodology, reason) &&
         mer_cli_check_text (&mer_command_methodology, decision);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *reason = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *cycle = NULL;
  Given            given = { 0 };
  MerDraftGiven    edited = { 0 };
  MerExit          status = MER_EXIT_USAGE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "normalize", 0, 0, G_OPTION_ARG_NONE, &given.normalize,
      N_("Make the weights add up again"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why the rules change"), "TEXT" },
    { "decision", 0, 0, G_OPTION_ARG_FILENAME, &decision, N_("The council's decision in words"),
      "TEXT" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_methodology, options, &argc, &argv, 1, 200) ||
      !mer_cli_parse_id (&mer_command_methodology, cycle, &given.cycle_id) ||
      !check_texts (argc, argv, reason, decision))
    return MER_EXIT_USAGE;
  given.arguments = argv + 2;
  given.n_arguments = argc - 2;
  given.reason = reason;
  edited = (MerDraftGiven){ argv + 2, argc - 2, given.cycle_id, reason, decision };
  if (g_str_equal (argv[1], "versions") && argc == 3)
    return mer_cli_versions (&edited);
  if (g_str_equal (argv[1], "draft") && argc > 3 && mer_cli_draft (&edited, &status))
    return status;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, argv[1]) && fits (i, argc - 2))
      return verbs[i].run (&given);
  return mer_cli_usage (&mer_command_methodology, "%s", _("The arguments fit none of the forms."));
}

const MerCommand mer_command_methodology = {
  "methodology",
  "list | show DOC | set DOC KEY VALUE [KEY VALUE …] | edit DOC PATH PROPERTY VALUE | "
  "apply DOC FILE | problems FILE|DOC | diff DOC [FILE|ID] | export DOC FILE | import DOC FILE | "
  "validate FILE | versions DOC | draft show|check|effect|drop|apply DOC | "
  "draft export|import DOC FILE",
  N_("Shows or changes the rules"), run
  };
