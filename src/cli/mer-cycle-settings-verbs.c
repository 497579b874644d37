/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli cycle settings and set: what a district decides about a cycle. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-cycle-verbs.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* --- settings -------------------------------------------------------------------------------- */

static char *
choices_text (const MerCycleSetting *setting)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < setting->n_choices; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", setting->choices[i].code);
  return g_string_free (text, FALSE);
}

static void
print_csv (GHashTable *set)
{
  static const char *const head[] = { "key", "value", "default", "values", "title", "what" };
  guint                    n = 0;
  const MerCycleSetting   *settings = mer_cycle_settings (&n);
  g_autoptr (GString) csv = g_string_new (NULL);

  mer_cli_csv_row (csv, head, G_N_ELEMENTS (head));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *choices = choices_text (&settings[i]);
      const char      *title = _(settings[i].title), *what = _(settings[i].what);
      const char      *cells[] = { settings[i].key, mer_cycle_settings_get (set, settings[i].key),
                                   settings[i].otherwise, choices, title, what };

      mer_cli_csv_row (csv, cells, G_N_ELEMENTS (cells));
    }
  mer_cli_print ("%s", csv->str);
}

static void
print_json (GHashTable *set)
{
  guint                  n = 0;
  const MerCycleSetting *settings = mer_cycle_settings (&n);
  g_autoptr (GString) json = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s\n  \"%s\": ", i > 0 ? "," : "", settings[i].key);
      mer_cli_json_string (json, mer_cycle_settings_get (set, settings[i].key));
    }
  mer_cli_print ("%s\n}\n", json->str);
}

static void
print_lines (GHashTable *set)
{
  guint                  n = 0;
  const MerCycleSetting *settings = mer_cycle_settings (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = mer_cli_line (mer_cycle_settings_get (set, settings[i].key));

      mer_cli_print ("%s=%s\n", settings[i].key, line);
    }
}

MerExit
mer_cycle_verb_settings (const MerCliCall *call,
                         int               argc,
                         char            **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GHashTable) set = NULL;
  gint64             cycle_id = 0;
  gboolean           json = FALSE;
  MerExit            status = MER_EXIT_USAGE;
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
      { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
        { NULL },
    };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 1, 1) ||
      !mer_cli_parse_format (&call->command, format, &json))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle (call, doc, cycle, &cycle_id, &status))
    return status;
  set = mer_store_cycle_settings (doc, cycle_id, &error);
  if (set == NULL)
    return mer_cli_fail (error);
  if (json)
    print_json (set);
  else if (format != NULL)
    print_csv (set);
  else
    print_lines (set);
  return MER_EXIT_DONE;
}

/* --- set ------------------------------------------------------------------------------------- */

static gboolean
set_title (MerDocument *doc,
           gint64       cycle_id,
           const char  *title,
           GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  if (cycle == NULL)
    return FALSE;
  g_free (cycle->title);
  cycle->title = g_strstrip (g_strdup (title));
  if (*cycle->title != '\0')
    return mer_store_save_cycle (doc, cycle, error);
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("A cycle needs a title."));
  return FALSE;
}

static MerExit
refuse_key (const MerCliCall *call,
            const char       *key)
{
  guint                  n = 0;
  const MerCycleSetting *settings = mer_cycle_settings (&n);
  g_autoptr (GString) keys = g_string_new ("title");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (keys, ", %s", settings[i].key);
  return mer_cli_usage (&call->command, _("A cycle has no setting “%s”. There are: %s."), key,
                                           keys->str);
}

static MerExit
check_key (const MerCliCall *call,
           const char       *key)
{
  if (g_str_equal (key, MER_SETTING_CLOSED))
    return mer_cli_usage (&call->command, "%s",
                          _("A cycle is closed by “cycle close” and opened by “cycle reopen”."));
  if (!g_str_equal (key, "title") && mer_cycle_setting_find (key) == NULL)
    return refuse_key (call, key);
  return MER_EXIT_DONE;
}

static MerExit
set_setting (MerDocument *doc,
             gint64       cycle_id,
             const char  *key,
             const char  *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf (_("Setting of the cycle: %s is now “%s”"), key, value);
  gboolean         done = FALSE;

  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  done = g_str_equal (key, "title")
           ? set_title (doc, cycle_id, value, &error)
           : mer_store_set_cycle_setting (doc, cycle_id, key, *value != '\0' ? value : NULL,
                                          &error);
  return mer_cli_finish (doc, done, &error);
}

MerExit
mer_cycle_verb_set (const MerCliCall *call,
                    int               argc,
                    char            **argv)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64             cycle_id = 0;
  MerExit            status = MER_EXIT_USAGE;
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
      { NULL },
  };

  for (int i = 1; i < argc; i++)
    if (mer_cli_records_kind (call->records, argv[i]) != NULL)
      return mer_cli_records_generic ("set")->run (call, argc, argv);
  if (!mer_cli_parse (&call->command, options, &argc, &argv, 3, 3) ||
      !mer_cli_check_texts (&call->command, (const char *const *) argv + 2, 2))
    return MER_EXIT_USAGE;
  status = check_key (call, argv[2]);
  if (status != MER_EXIT_DONE)
    return status;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle (call, doc, cycle, &cycle_id, &status))
    return status;
  return set_setting (doc, cycle_id, argv[2], argv[3]);
}
