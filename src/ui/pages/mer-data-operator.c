/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Four tables of the operator's work, one of which is shown. The view's actions are those of the
 * table that is shown. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-delivery-notes.h"
#include "cycle/mer-operator.h"
#include "ui/pages/mer-data-operator.h"
#include "ui/print/mer-issue-action.h"
#include "ui/print/mer-report-actions.h"
#include "ui/print/mer-template-actions.h"
#include "ui/widgets/mer-record-table.h"
#include "ui/widgets/mer-rule-list.h"
#include "ui/widgets/mer-wrap-bar.h"

static MerRecordState
state_of_delivery (MerRecordTable *table,
                   gconstpointer   record,
                   char          **words)
{
  static const MerRecordState states[] = {
    [MER_DELIVERY_RECEIVED] = MER_RECORD_STATE_WORK,
    [MER_DELIVERY_ACCEPTED] = MER_RECORD_STATE_DONE,
    [MER_DELIVERY_RETURNED] = MER_RECORD_STATE_WARNING,
  };
  const MerDelivery *delivery = record;
  /* shorter than the words of the choice, which tell who accepted it */
  static const char *const titles[] = { N_ ("received"), N_ ("accepted"), N_ ("returned") };

  *words = g_strdup (_(titles[delivery->state]));
  return states[delivery->state];
}

/* clang-format off */
static const MerRecordColumn contract_columns[] = {
  { .key = "operator_name", .expand = TRUE },
  { .key = "number", .width = 120 },
  { .key = "day", .width = 96 },
  { .key = "amount", .width = 112, .end = TRUE, .wide = TRUE },
  { .key = "deadline", .width = 192 },
};

static const MerRecordColumn delivery_columns[] = {
  { .key = "what", .expand = TRUE },
  { .key = "is_report", .width = 96, .wide = TRUE },
  { .key = "received", .width = 96 },
  { .key = "decided", .title = N_("Decided on"), .width = 116 },
};

static const MerRecordTableInfo infos[] = {
  { .kind = "contract",
    .columns = contract_columns, .n_columns = G_N_ELEMENTS (contract_columns),
    .empty_title = N_("There is no contract yet"),
    .empty_text = N_("Enter the operator, number and day of the contract and its deadline: the "
                     "terms of reference are made of it.") },
  { .kind = "delivery",
    .columns = delivery_columns, .n_columns = G_N_ELEMENTS (delivery_columns),
    .state = state_of_delivery,
    .empty_title = N_("Nothing has been handed over yet"),
    .empty_text = N_("Enter what the operator hands over, and whether it was accepted or returned. "
                     "The council's month runs from the day on which the report is accepted.") },
  { .kind = "window",
    .empty_title = N_("No time of collection is set"),
    .empty_text = N_("Enter when data are collected, for all organizations or for a kind of "
                     "them.") },
  { .kind = "paper",
    .empty_title = N_("There are no papers on file yet"),
    .empty_text = N_("Instructions to the operator, letters, orders: what they are, of which day, "
                     "and where they lie.") },
};

static const char *const table_titles[] = {
  N_("Contract"), N_("Deliveries"), N_("Collection"), N_("Papers on file"),
};
/* clang-format on */

#define N_TABLES G_N_ELEMENTS (infos)

/* Papers have a page of their own (publications), where they are found. */
const char *const mer_data_operator_kinds[] = { "contract", "delivery", "window", NULL };

struct _MerDataOperator
{
  MerDataView parent_instance;

  /* children */
  GtkStack       *stack;
  MerRuleList    *rules;
  MerRecordTable *tables[N_TABLES];
};

G_DEFINE_FINAL_TYPE (MerDataOperator, mer_data_operator, MER_TYPE_DATA_VIEW)

static MerSession *
session_of (MerDataOperator *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

static MerRecordTable *
shown_table (MerDataOperator *self)
{
  return MER_RECORD_TABLE (gtk_stack_get_visible_child (self->stack));
}

/* --- actions --------------------------------------------------------------------------------- */

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerRecordTable *table = shown_table (user_data);

  g_action_group_activate_action (mer_record_table_get_actions (table),
                                  g_action_get_name (G_ACTION (action)), NULL);
}

static MerReportJob *
make_job (MerDataOperator *self)
{
  return mer_report_job_new ("terms", mer_session_get_results (session_of (self)),
                             mer_session_get_document (session_of (self)));
}

static void
print_terms_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (MerReportJob) job = make_job (user_data);

  mer_report_print (user_data, session_of (user_data), job, _("Terms of reference"));
}

static void
save_terms_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (MerReportJob) job = make_job (user_data);

  mer_report_export (user_data, session_of (user_data), job, _("Terms of reference"));
}

static void
issue_terms_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  mer_issue_present (user_data, session_of (user_data), "terms", 0);
}

static void
save_tables_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  mer_template_save_set (user_data, session_of (user_data));
}

static const GActionEntry actions[] = {
  { "add", forward_cb, NULL, NULL, NULL, { 0 } },
  { "find", forward_cb, NULL, NULL, NULL, { 0 } },
  { "export", forward_cb, NULL, NULL, NULL, { 0 } },
  { "print-terms", print_terms_cb, NULL, NULL, NULL, { 0 } },
  { "save-terms", save_terms_cb, NULL, NULL, NULL, { 0 } },
  { "issue-terms", issue_terms_cb, NULL, NULL, NULL, { 0 } },
  { "save-tables", save_tables_cb, NULL, NULL, NULL, { 0 } },
};

static void
update_actions (MerDataOperator *self)
{
  static const char *const forwarded[] = { "add", "find", "export" };
  MerRecordTable          *table = shown_table (self);

  for (guint i = 0; table != NULL && i < G_N_ELEMENTS (forwarded); i++)
    mer_data_view_set_action_enabled (
      MER_DATA_VIEW (self), forwarded[i],
      g_action_group_get_action_enabled (mer_record_table_get_actions (table), forwarded[i]));
  mer_data_view_set_action_enabled (MER_DATA_VIEW (self), "issue-terms",
                                    mer_session_may_write (session_of (self)));
}

/* --- rules ----------------------------------------------------------------------------------- */

static void
check (MerDataOperator *self)
{
  MerSession *session = session_of (self);
  GPtrArray  *notes = mer_delivery_notes_load (mer_session_get_document (session),
                                               mer_session_get_cycle_id (session), NULL);

  mer_rule_list_take (self->rules, notes != NULL ? notes : mer_rule_notes_new ());
}

static void
show_record (MerDataOperator *self,
             const char      *kind,
             gint64           id)
{
  for (guint i = 0; i < N_TABLES; i++)
    if (g_strcmp0 (infos[i].kind, kind) == 0)
      {
        gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->tables[i]));
        if (mer_record_table_select (self->tables[i], id))
          gtk_widget_grab_focus (GTK_WIDGET (self->tables[i]));
        return;
      }
}

/* A note about a remark leads to another tab. */
static void
note_activated_cb (MerDataOperator *self,
                   const char      *kind,
                   gint64           id)
{
  if (kind == NULL)
    show_record (self, "delivery", 0);
  else if (g_str_equal (kind, "remark"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sxx)", kind, id,
                                G_GINT64_CONSTANT (0));
  else
    show_record (self, kind, id);
}

/* --- the view -------------------------------------------------------------------------------- */

static void
mer_data_operator_update (MerDataView *view)
{
  check (MER_DATA_OPERATOR (view));
  update_actions (MER_DATA_OPERATOR (view));
}

static void
mer_data_operator_set_narrow (MerDataView *view,
                              gboolean     narrow)
{
  for (guint i = 0; i < N_TABLES; i++)
    mer_record_table_set_narrow (MER_DATA_OPERATOR (view)->tables[i], narrow);
}

static void
mer_data_operator_show_record (MerDataView *view,
                               const char  *kind,
                               gint64       id)
{
  show_record (MER_DATA_OPERATOR (view), kind, id);
}

static gboolean
mer_data_operator_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (shown_table (MER_DATA_OPERATOR (widget))));
}

static GtkWidget *
make_terms_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("_Print…"), "view.print-terms");
  g_menu_append (menu, _("_Save as…"), "view.save-terms");
  g_menu_append (menu, _("_Issue…"), "view.issue-terms");
  g_menu_append (menu, _("Save the _tables to be filled in…"), "view.save-tables");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Terms of Reference"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_bar (MerDataOperator *self)
{
  GtkWidget *bar = g_object_new (MER_TYPE_WRAP_BAR, NULL);
  GtkWidget *switcher = g_object_new (GTK_TYPE_STACK_SWITCHER, "stack", self->stack, "valign",
                                      GTK_ALIGN_CENTER, "hexpand", TRUE, "halign", GTK_ALIGN_START,
                                      NULL);

  self->rules = MER_RULE_LIST (mer_rule_list_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->rules), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "mer-bar");
  gtk_widget_set_parent (switcher, bar);
  gtk_widget_set_parent (GTK_WIDGET (self->rules), bar);
  gtk_widget_set_parent (make_terms_button (), bar);
  return bar;
}

static void
add_tables (MerDataOperator *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    {
      self->tables[i] =
        MER_RECORD_TABLE (mer_record_table_new (session_of (self), &infos[i], self));
      mer_record_table_show_add (self->tables[i], FALSE); /* it stands in the header */
      gtk_stack_add_titled (self->stack, GTK_WIDGET (self->tables[i]), infos[i].kind,
                            _(table_titles[i]));
      g_signal_connect_object (self->tables[i], "refreshed", G_CALLBACK (check), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (mer_record_table_get_actions (self->tables[i]),
                               "action-enabled-changed", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
mer_data_operator_constructed (GObject *object)
{
  MerDataOperator *self = MER_DATA_OPERATOR (object);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (mer_data_operator_parent_class)->constructed (object);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  add_tables (self);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rules, "note-activated", G_CALLBACK (note_activated_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
mer_data_operator_class_init (MerDataOperatorClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mer_data_operator_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_data_operator_grab_focus;
  view_class->update = mer_data_operator_update;
  view_class->set_narrow = mer_data_operator_set_narrow;
  view_class->show_record = mer_data_operator_show_record;
}

static void
mer_data_operator_init (MerDataOperator *self)
{
}
