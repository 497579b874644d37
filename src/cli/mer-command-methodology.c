/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli methodology: the rules of a document. Versions are never changed: a setting
 * makes a new version and binds a cycle to it. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "cli/mer-cli-draft.h"
#include "methodology/mer-methodology-xml.h"

/* What the user gave after the verb. */
typedef struct
{
  char      **arguments;
  gint64      cycle_id; /* 0: the latest */
  const char *reason;   /* nullable */
} Given;

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

/* The rules in force in the document that is the first argument. */
static MerMethodology *
read_document (const Given *given,
               GError     **error)
{
  g_autoptr (MerDocument) doc = mer_document_open (given->arguments[0], MER_OPEN_READ_ONLY, error);

  return doc != NULL ? mer_methodology_in_force (doc, given->cycle_id, error) : NULL;
}

static MerExit
show (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_document (given, &error);
  g_auto (GStrv) keys = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("id=%s\ntitle=%s\n", methodology->id, methodology->title);
  keys = mer_methodology_policy_keys (methodology);
  for (guint i = 0; keys[i] != NULL; i++)
    mer_cli_print ("%s=%s\n", keys[i], mer_methodology_policy (methodology, keys[i]));
  return MER_EXIT_DONE;
}

static gboolean
adopt (MerDocument          *doc,
       const Given          *given,
       const char           *label,
       const MerMethodology *methodology,
       GError              **error)
{
  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (mer_change_methodology (doc, given->cycle_id, methodology, given->reason, error) &&
      mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static MerExit
set (const Given *given)
{
  const char *key = given->arguments[1];
  const char *value = given->arguments[2];
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerMethodology) before = NULL;
  g_autoptr (MerMethodology) after = NULL;
  g_autofree char *label = g_strdup_printf (_("Methodology: %s is now “%s”"), key, value);

  doc = mer_document_open (given->arguments[0], MER_OPEN_READ_WRITE, &error);
  before = doc != NULL ? mer_methodology_in_force (doc, given->cycle_id, &error) : NULL;
  after = before != NULL ? mer_methodology_with_policy (before, key, value, &error) : NULL;
  if (after == NULL || !adopt (doc, given, label, after, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerExit
export_xml (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_document (given, &error);
  g_autofree char *xml = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  xml = mer_methodology_to_xml (methodology);
  if (!g_file_set_contents (given->arguments[1], xml, -1, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerMethodology *
read_xml (const char *path,
          GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  gsize            length = 0;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return mer_methodology_from_xml (text, length, name, error);
}

static MerExit
import_xml (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_xml (given->arguments[1], &error);
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *label = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  doc = mer_document_open (given->arguments[0], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  label = g_strdup_printf (_("Methodology “%s”"), methodology->title);
  return adopt (doc, given, label, methodology, &error) ? MER_EXIT_DONE : mer_cli_fail (error);
}

static MerExit
validate (const Given *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_xml (given->arguments[0], &error);

  return methodology != NULL ? MER_EXIT_DONE : mer_cli_fail (error);
}

static const struct
{
  const char *verb;
  int         n_arguments;
  MerExit (*run) (const Given *given);
} verbs[] = {
  { "list", 0, list_shipped },
  { "show", 1, show },
  { "set", 3, set },
  { "export", 2, export_xml },
  { "import", 2, import_xml },
  { "validate", 1, validate },
};

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
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why the rules change"), "TEXT" },
    { "decision", 0, 0, G_OPTION_ARG_FILENAME, &decision, N_("The council's decision in words"),
      "TEXT" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_methodology, options, &argc, &argv, 1, 4) ||
      !mer_cli_parse_id (&mer_command_methodology, cycle, &given.cycle_id) ||
      !check_texts (argc, argv, reason, decision))
    return MER_EXIT_USAGE;
  given.arguments = argv + 2;
  given.reason = reason;
  edited = (MerDraftGiven){ argv + 2, argc - 2, given.cycle_id, reason, decision };
  if (g_str_equal (argv[1], "versions") && argc == 3)
    return mer_cli_versions (&edited);
  if (g_str_equal (argv[1], "draft") && argc > 3 && mer_cli_draft (&edited, &status))
    return status;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, argv[1]) && verbs[i].n_arguments == argc - 2)
      return verbs[i].run (&given);
  return mer_cli_usage (&mer_command_methodology, "%s", _("The arguments fit none of the forms."));
}

const MerCommand mer_command_methodology = {
  "methodology",
  "list | show DOC | set DOC KEY VALUE | export DOC FILE | import DOC FILE | validate FILE | "
  "versions DOC | draft show|check|effect|drop|apply DOC | draft export|import DOC FILE",
  N_("Shows or changes the rules"), run
  };
