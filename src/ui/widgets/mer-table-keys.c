/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys of tables. */

#include "config.h"

#include "ui/widgets/mer-table-keys.h"

void
mer_table_keys_bind (GtkWidget    *list,
                     GActionGroup *group,
                     const char   *prefix)
{
  static const struct
  {
    const char *keys;
    const char *action;
  } table[] = {
    { "<Primary>c|<Primary>Insert", "copy" },
    { "<Primary>v|<Shift>Insert", "paste" },
    { "F2", "edit" },
    { "Delete|KP_Delete", "delete" },
    { "<Shift>F10|Menu", "context-menu" },
    { "<Primary>Return|<Primary>KP_Enter", "show-rating" },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *name = g_strconcat (prefix, table[i].action, NULL);

      if (g_action_group_has_action (group, table[i].action))
        gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (keys),
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (table[i].keys),
                            gtk_named_action_new (name)));
    }
  gtk_widget_add_controller (list, keys);
}
