/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli settings: what printed documents say of the department, and their language. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli.h"

static const char *const keys[] = {
  "title",      /* «Верхнеольховский район» */
  "territory",  /* genitive: «Верхнеольховского района» */
  "department", /* who prints */
  "signatory.post",
  "signatory.name",
  "annex", /* lines of the annex mark */
  "language",
  "deadline", /* until when tables that are sent out are awaited */
};

static MerExit
show (MerDocument *doc)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = mer_document_get_setting (doc, keys[i]);
      g_autofree char *line = mer_cli_line (value != NULL ? value : "");

      mer_cli_print ("%s=%s\n", keys[i], line);
    }
  return MER_EXIT_DONE;
}

static gboolean
check (const char *key,
       const char *value)
{
  MerLanguage language = MER_LANGUAGE_RU;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (!g_str_equal (keys[i], key))
        continue;
      if (g_str_equal (key, "language") && !mer_language_from_code (value, &language))
        {
          mer_cli_usage (&mer_command_settings, _("Documents cannot be printed in “%s”."), value);
          return FALSE;
        }
      return TRUE;
    }
  mer_cli_usage (&mer_command_settings, _("There is no setting “%s”."), key);
  return FALSE;
}

static gboolean
set (MerDocument *doc,
     const char  *key,
     const char  *value,
     GError     **error)
{
  g_autofree char *label = g_strdup_printf (_("Setting: %s is now “%s”"), key, value);

  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (mer_document_set_setting (doc, key, *value != '\0' ? value : NULL, error) &&
      mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  const GOptionEntry options[] = { { NULL } };

  if (!mer_cli_parse (&mer_command_settings, options, &argc, &argv, 1, 3))
    return MER_EXIT_USAGE;
  if (argc == 3)
    return mer_cli_usage (&mer_command_settings, "%s", _("An argument is missing."));
  if (argc == 4 && (!mer_cli_check_text (&mer_command_settings, argv[3]) ||
                    !check (argv[2], argv[3])))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], argc == 4 ? MER_OPEN_READ_WRITE : MER_OPEN_READ_ONLY, &error);
  if (doc == NULL || (argc == 4 && !set (doc, argv[2], argv[3], &error)))
    return mer_cli_fail (error);
  return argc == 4 ? MER_EXIT_DONE : show (doc);
}

const MerCommand mer_command_settings = {
  "settings", "DOC [KEY VALUE]", N_("Shows or changes what printed documents say"), run
  };
