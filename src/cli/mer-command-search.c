/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli search: where in the document a text stands. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-search.h"
#include "cli/mer-cli.h"

static const char *const columns[] = { "kind", "id", "cycle", "name", "field", "text" };

static void
append_hit (GString            *out,
            const MerSearchHit *hit,
            gboolean            json,
            gboolean            first)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
  g_autofree char *cycle =
    hit->cycle_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, hit->cycle_id) : NULL;
  const char *cells[] = { hit->kind, id, cycle, hit->name, _(hit->field), hit->text };

  if (!json)
    {
      mer_cli_csv_row (out, cells, G_N_ELEMENTS (cells));
      return;
    }
  g_string_append (out, first ? "[" : ",\n ");
  mer_cli_json_object (out, columns, cells, G_N_ELEMENTS (cells), 1 << 1 | 1 << 2);
}

static void
print (const GArray *hits,
       gboolean      json)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!json)
    mer_cli_csv_row (out, columns, G_N_ELEMENTS (columns));
  else if (hits->len == 0)
    g_string_append_c (out, '[');
  for (guint i = 0; i < hits->len; i++)
    append_hit (out, &g_array_index (hits, MerSearchHit, i), json, i == 0);
  if (json)
    g_string_append (out, "]\n");
  mer_cli_print ("%s", out->str);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  gboolean           json = FALSE;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
      { NULL },
  };

  if (!mer_cli_parse (&mer_command_search, options, &argc, &argv, 2, 1000) ||
      !mer_cli_parse_format (&mer_command_search, format, &json) ||
      !mer_cli_check_texts (&mer_command_search, (const char *const *) argv + 2,
                            (guint) argc - 2))
    return MER_EXIT_USAGE;
  text = g_strjoinv (" ", argv + 2);
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  search = doc != NULL ? mer_search_new (doc, &error) : NULL;
  if (search == NULL)
    return mer_cli_fail (error);
  hits = mer_search_find (search, text, 0, NULL);
  print (hits, json);
  return MER_EXIT_DONE;
}

const MerCommand mer_command_search = {
  "search", "DOC TEXT…",
  N_("Finds records, organizations, findings and imports by their texts"), run
  };
