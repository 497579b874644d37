/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issued documents as a table of records. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-operator.h"
#include "report/mer-report.h"
#include "ui/pages/mer-issued-table.h"
#include "ui/print/mer-issue-action.h"

#define BUTTON "mer-issue-button"

/* --- columns ------------------------------------------------------------------------------- */

static char *
report_text (MerRecordTable *table,
             gconstpointer   record)
{
  const MerIssued     *issued = record;
  const MerReportKind *kind = mer_report_kind_find (issued->report);

  return g_strdup (kind != NULL ? _(kind->title) : issued->report);
}

static char *
format_text (MerRecordTable *table,
             gconstpointer   record)
{
  return g_ascii_strup (((const MerIssued *) record)->format, -1);
}

/* --- opening ------------------------------------------------------------------------------- */

/* A new one: which document is it to be? */
static void
open_issued (MerRecordTable *table,
             gconstpointer   record)
{
  if (((const MerRecord *) record)->id != 0)
    mer_issue_open (GTK_WIDGET (table), mer_record_table_get_session (table), record);
  else
    gtk_menu_button_popup (g_object_get_data (G_OBJECT (table), BUTTON));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const MerIssued *issued = mer_record_table_get_selected (user_data);

  if (issued != NULL)
    mer_issue_open (user_data, mer_record_table_get_session (user_data), issued);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const MerIssued *issued = mer_record_table_get_selected (user_data);

  if (issued != NULL)
    mer_issue_save (user_data, mer_record_table_get_session (user_data), issued);
}

static void
issue_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_issue_present (user_data, mer_record_table_get_session (user_data),
                     g_variant_get_string (parameter, NULL), 0);
}

static const GActionEntry actions[] = {
  { "open-file", open_cb, NULL, NULL, NULL, { 0 } },
  { "save-file", save_cb, NULL, NULL, NULL, { 0 } },
  { "issue", issue_cb, "s", NULL, NULL, { 0 } },
};

static void
update_actions (MerRecordTable *table)
{
  MerSession *session = mer_record_table_get_session (table);
  gboolean    one = mer_record_table_get_selected (table) != NULL;
  gboolean    may_issue = mer_record_table_get_cycle_id (table) != 0 &&
                       mer_session_may_write (session);
  GtkWidget *button = g_object_get_data (G_OBJECT (table), BUTTON);

  mer_record_table_set_action_enabled (table, "open-file", one);
  mer_record_table_set_action_enabled (table, "save-file", one);
  mer_record_table_set_action_enabled (table, "issue", may_issue);
  gtk_widget_set_sensitive (button, may_issue);
  gtk_widget_set_tooltip_text (button, mer_session_why_read_only (session));
}

/* --- description --------------------------------------------------------------------------- */

/* clang-format off */
static const MerRecordColumn columns[] = {
  { .key = "number", .width = 96 },
  { .key = "day" },
  { .key = "title", .expand = TRUE },
  { .id = "report", .title = N_("Kind of document"), .width = 232, .wide = TRUE,
    .text = report_text },
  { .id = "format", .title = N_("Format"), .width = 80, .text = format_text },
};

const MerRecordTableInfo mer_issued_table_info = {
  .kind = "issued",
  .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .single = TRUE, .no_paste = TRUE, .frozen = TRUE,
  .add_label = N_("_Issue…"),
  .empty_title = N_("No document has been issued yet"),
  .empty_text = N_("An issued document gets its number and day, and its file stays here as it was "
                   "printed."),
  .open = open_issued,
};
/* clang-format on */

static GMenu *
kinds_menu (void)
{
  const MerReportKind *const *kinds = mer_report_kinds ();
  GMenu                      *menu = g_menu_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("records.issue::%s", kinds[i]->id);

      g_menu_append (menu, _(kinds[i]->title), action);
    }
  return menu;
}

void
mer_issued_table_set_up (MerRecordTable *table)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = kinds_menu ();
  GMenu *row = mer_record_table_get_row_menu (table);

  mer_record_table_add_actions (table, actions, G_N_ELEMENTS (actions));
  g_menu_append (row, _("_Open"), "records.open-file");
  g_menu_append (row, _("_Save as…"), "records.save-file");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Issue"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_box_append (mer_record_table_get_tools (table), button);
  g_object_set_data (G_OBJECT (table), BUTTON, button);
  g_signal_connect_object (table, "selection-changed", G_CALLBACK (update_actions), table, 0);
  g_signal_connect_object (table, "refreshed", G_CALLBACK (update_actions), table, 0);
  /* it reads its records when it is shown, and tells then */
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    mer_record_table_set_action_enabled (table, actions[i].name, FALSE);
}
