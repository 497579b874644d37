/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli methodology: the rules of a document. Versions are never changed: a setting
 * makes a new version and binds the latest cycle to it. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "cli/mer-cli.h"
#include "methodology/mer-methodology-xml.h"

static MerExit
list_shipped (void)
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
show (const char *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerMethodology) methodology = NULL;
  g_auto (GStrv) keys = NULL;

  methodology = doc != NULL ? mer_methodology_in_force (doc, 0, &error) : NULL;
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
       const char           *label,
       const MerMethodology *methodology,
       const char           *reason,
       GError              **error)
{
  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (mer_change_methodology (doc, 0, methodology, reason, error) &&
      mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static MerExit
set (const char *document,
     const char *key,
     const char *value,
     const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerMethodology) before = NULL;
  g_autoptr (MerMethodology) after = NULL;
  g_autofree char *label = g_strdup_printf (_("Methodology: %s is now “%s”"), key, value);

  before = doc != NULL ? mer_methodology_in_force (doc, 0, &error) : NULL;
  after = before != NULL ? mer_methodology_with_policy (before, key, value, &error) : NULL;
  if (after == NULL || !adopt (doc, label, after, reason, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerExit export(const char *document,
                      const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerMethodology) methodology = NULL;
  g_autofree char *xml = NULL;

  methodology = doc != NULL ? mer_methodology_in_force (doc, 0, &error) : NULL;
  if (methodology == NULL)
    return mer_cli_fail (error);
  xml = mer_methodology_to_xml (methodology);
  return g_file_set_contents (path, xml, -1, &error) ? MER_EXIT_DONE : mer_cli_fail (error);
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
import (const char *document,
        const char *path,
        const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_xml (path, &error);
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *label = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  doc = mer_document_open (document, MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  label = g_strdup_printf (_("Methodology “%s”"), methodology->title);
  if (!adopt (doc, label, methodology, reason, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerExit
validate (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_xml (path, &error);

  return methodology != NULL ? MER_EXIT_DONE : mer_cli_fail (error);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *reason = NULL;
  const char      *verb = NULL;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why the rules change"), "TEXT" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_methodology, options, &argc, &argv, 1, 4))
    return MER_EXIT_USAGE;
  for (int i = 1; i < argc; i++)
    if (!mer_cli_check_text (&mer_command_methodology, argv[i]))
      return MER_EXIT_USAGE;
  if (!mer_cli_check_text (&mer_command_methodology, reason))
    return MER_EXIT_USAGE;
  verb = argv[1];
  if (g_str_equal (verb, "list") && argc == 2)
    return list_shipped ();
  if (g_str_equal (verb, "show") && argc == 3)
    return show (argv[2]);
  if (g_str_equal (verb, "set") && argc == 5)
    return set (argv[2], argv[3], argv[4], reason);
  if (g_str_equal (verb, "export") && argc == 4)
    return export(argv[2], argv[3]);
  if (g_str_equal (verb, "import") && argc == 4)
    return import (argv[2], argv[3], reason);
  if (g_str_equal (verb, "validate") && argc == 3)
    return validate (argv[2]);
  return mer_cli_usage (&mer_command_methodology, "%s", _("The arguments fit none of the forms."));
}

const MerCommand mer_command_methodology = {
  "methodology",
  "list | show DOC | set DOC KEY VALUE | export DOC FILE | import DOC FILE | validate FILE",
  N_("Shows or changes the rules"), run
  };
