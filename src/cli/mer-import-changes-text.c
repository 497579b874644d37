/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import of organizations changes, as merilo-cli prints it. */

#include "config.h"

#include "cli/mer-cli.h"
#include "cli/mer-import-changes-text.h"

void
mer_cli_print_changes (const MerImportResult *result)
{
  mer_cli_print ("added: %" G_GUINT64_FORMAT "\n", result->created);
  mer_cli_print ("changed: %" G_GUINT64_FORMAT "\n", result->changed);
  for (guint i = 0; i < result->changes->len; i++)
    {
      g_autofree char *text = mer_import_change_text (result->changes->pdata[i]);
      g_autofree char *line = mer_cli_line (text);

      mer_cli_print ("%s\n", line);
    }
}

static void
append_member (GString    *json,
               const char *key,
               const char *value)
{
  g_string_append_printf (json, ", \"%s\": ", key);
  mer_cli_json_string (json, value);
}

void
mer_cli_json_changes (GString               *json,
                      const MerImportResult *result)
{
  g_string_append_printf (json, "  \"changed organizations\": %" G_GUINT64_FORMAT ",\n"
                                "  \"changes\": [",
                          result->changed);
  for (guint i = 0; i < result->changes->len; i++)
    {
      const MerImportChange *change = result->changes->pdata[i];

      g_string_append_printf (json, "%s\n    {\"row\": %" G_GINT64_FORMAT, i > 0 ? "," : "",
                              change->row);
      append_member (json, "organization", change->organization);
      append_member (json, "field", change->field);
      append_member (json, "old", change->old_value);
      append_member (json, "new", change->new_value);
      g_string_append_c (json, '}');
    }
  g_string_append (json, result->changes->len > 0 ? "\n  ],\n" : "],\n");
}
