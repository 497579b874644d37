/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the work plan. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-work-plan.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-save-bytes.h"
#include "ui/pages/mer-work-page.h"
#include "ui/pages/mer-work-timeline.h"
#include "ui/print/mer-report-actions.h"
#include "ui/widgets/mer-rule-list.h"

struct _MerWorkPage
{
  MerTabPage parent_instance;

  MerRuleList    *problems; /* in the table's bar */
  MerRecordTable *table;
};

G_DEFINE_FINAL_TYPE (MerWorkPage, mer_work_page, MER_TYPE_TAB_PAGE)

/* --- the table ----------------------------------------------------------------------------- */

static gpointer
load_plan (MerRecordTable *table,
           MerDocument    *document,
           gint64          cycle_id)
{
  return cycle_id != 0 ? mer_work_plan_load (document, cycle_id, NULL) : NULL;
}

static void
unload_plan (gpointer plan)
{
  if (plan != NULL)
    mer_work_plan_unref (plan);
}

static MerRecordState
state_of (MerRecordTable *table,
          gconstpointer   record,
          char          **words)
{
  static const MerRecordState states[] = {
    [MER_WORK_STATUS_NONE] = MER_RECORD_STATE_NONE,
    [MER_WORK_STATUS_PLANNED] = MER_RECORD_STATE_PLANNED,
    [MER_WORK_STATUS_RUNNING] = MER_RECORD_STATE_WORK,
    [MER_WORK_STATUS_OVERDUE] = MER_RECORD_STATE_OVERDUE,
    [MER_WORK_STATUS_DONE] = MER_RECORD_STATE_DONE,
    [MER_WORK_STATUS_DROPPED] = MER_RECORD_STATE_NONE,
  };
  MerWorkPlan  *plan = mer_record_table_get_context (table);
  MerWorkStatus status =
    plan != NULL ? mer_work_item_status (&plan->context, record) : MER_WORK_STATUS_NONE;

  *words = g_strdup (mer_work_status_title (status));
  return states[status];
}

static gboolean
is_overdue (MerRecordTable *table,
            gconstpointer   record)
{
  MerWorkPlan *plan = mer_record_table_get_context (table);

  return plan != NULL && ((const MerWorkItem *) record)->level != MER_WORK_SECTION &&
         mer_work_item_status (&plan->context, record) == MER_WORK_STATUS_OVERDUE;
}

static gboolean
is_open (MerRecordTable *table,
         gconstpointer   record)
{
  MerWorkPlan  *plan = mer_record_table_get_context (table);
  MerWorkStatus status =
    plan != NULL ? mer_work_item_status (&plan->context, record) : MER_WORK_STATUS_NONE;

  return status == MER_WORK_STATUS_PLANNED || status == MER_WORK_STATUS_RUNNING ||
         status == MER_WORK_STATUS_OVERDUE;
}

/* A step can be part of an item, an item of a section, and nothing of itself. */
static gboolean
offers (const MerField *field,
        gconstpointer   target,
        gpointer        user_data)
{
  return ((const MerWorkItem *) target)->level != MER_WORK_STEP;
}

/* clang-format off */
static const MerRecordColumn columns[] = {
  { .key = "number", .width = 48, .end = TRUE },
  { .key = "what", .expand = TRUE },
  { .key = "deadline", .width = 176 },
  { .key = "responsible", .width = 148 },
  { .key = "result", .width = 120, .wide = TRUE },
};

static const MerRecordFilter filters[] = {
  { "open", N_("To be done"), is_open },
  { "overdue", N_("Overdue"), is_overdue },
};

static const MerRecordFormOptions form = { .offers = offers, .owner = TRUE };

static const MerRecordTableInfo plan_info = {
  .kind = "work-item",
  .columns = columns, .n_columns = G_N_ELEMENTS (columns),
  .state = state_of,
  .filters = filters, .n_filters = G_N_ELEMENTS (filters),
  .empty_title = N_("There is no plan yet"),
  .empty_text = N_("Take a sample and change it, or add the items one by one."),
  .load = load_plan, .unload = unload_plan,
  .form = &form,
};

static const MerRecordTableInfo holiday_info = {
  .kind = "holiday",
  .empty_title = N_("No days are moved"),
  .empty_text = N_("Public holidays are known. Enter the days off that were moved in a year, and "
                   "the Saturdays on which people work: deadlines in working days go by them."),
};

static const MerTab tabs[] = {
  { "table", N_("Table"), NULL, &plan_info },
  { "timeline", N_("Time scale"), mer_work_timeline_get_type, NULL },
  { "holidays", N_("Days off"), NULL, &holiday_info },
};
/* clang-format on */

char *
mer_work_page_counter (MerSession *session)
{
  g_autoptr (MerWorkPlan) plan =
    mer_work_plan_load (mer_session_get_document (session), mer_session_get_cycle_id (session),
                        NULL);
  guint counts[MER_WORK_STATUS_DROPPED + 1];
  guint n = 0;

  if (plan == NULL)
    return NULL;
  mer_work_count (&plan->context, counts, &n);
  return counts[MER_WORK_STATUS_OVERDUE] > 0
           ? g_strdup_printf ("%u !", counts[MER_WORK_STATUS_OVERDUE])
           : NULL;
}

/* --- actions ------------------------------------------------------------------------------- */

static MerSession *
session_of (MerWorkPage *self)
{
  return mer_page_get_session (MER_PAGE (self));
}

typedef struct
{
  gint64      cycle_id;
  int         year;
  const char *preset;
} Sample;

static gboolean
add_sample (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const Sample *sample = user_data;

  return mer_work_plan_add_preset (document, sample->cycle_id, sample->preset, sample->year, NULL,
                                   error);
}

static void
sample_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerWorkPage *self = MER_WORK_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (mer_session_get_document (session_of (self)),
                                                mer_session_get_cycle_id (session_of (self)),
                                                &error);
  const char *label = _("Work plan from a sample");
  const char *done = _("The work plan was made of a sample");
  Sample      sample = { 0, 0, g_variant_get_string (parameter, NULL) };

  if (cycle == NULL)
    {
      mer_session_fail (session_of (self), label, error);
      return;
    }
  sample.cycle_id = cycle->id;
  sample.year = cycle->year;
  mer_session_perform (session_of (self), label, done, add_sample, &sample);
}

static void
calendar_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerWorkPage *self = MER_WORK_PAGE (user_data);
  MerDocument *document = mer_session_get_document (session_of (self));
  gint64       cycle_id = mer_session_get_cycle_id (session_of (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, cycle_id, &error);
  g_autoptr (MerWorkPlan) plan =
    cycle != NULL ? mer_work_plan_load (document, cycle->id, &error) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  const char      *title = _("Save the deadlines");
  char            *text = NULL;

  if (plan == NULL)
    {
      mer_session_fail (session_of (self), _("The calendar was not written"), error);
      return;
    }
  text = mer_work_plan_to_calendar (plan, document, cycle->title, NULL, NULL);
  bytes = g_bytes_new_take (text, strlen (text));
  name = g_strdup_printf ("%s.ics", cycle->title);
  mer_save_bytes (GTK_WIDGET (self), session_of (self), title, name, _("Calendar"), bytes);
}

/* What is looked at: the table, or the time scale. */
static MerReportJob *
make_job (MerWorkPage *self)
{
  gboolean scale = g_strcmp0 (mer_tab_page_get_shown_id (MER_TAB_PAGE (self)), "timeline") == 0;

  return mer_report_job_new (scale ? "work-timeline" : "work-plan",
                             mer_session_get_results (session_of (self)),
                             mer_session_get_document (session_of (self)));
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerReportJob *job = make_job (user_data);

  mer_report_print (user_data, session_of (user_data), job, _("Work plan"));
  mer_report_job_unref (job);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerReportJob *job = make_job (user_data);

  mer_report_export (user_data, session_of (user_data), job, _("Work plan"));
  mer_report_job_unref (job);
}

/* A step of the item that is selected. */
static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerRecordTable    *table = MER_RECORD_TABLE (user_data);
  const MerWorkItem *item = mer_record_table_get_selected (table);
  g_autoptr (MerWorkItem) step = NULL;

  if (item == NULL)
    return;
  step = mer_record_new (&mer_record_work_item, item->record.cycle_id);
  step->level = item->level == MER_WORK_SECTION ? MER_WORK_ITEM : MER_WORK_STEP;
  step->parent = item->level == MER_WORK_STEP ? item->parent : item->record.id;
  mer_record_table_add (table, step);
}

static const GActionEntry page_actions[] = {
  { "sample", sample_cb, "s", NULL, NULL, { 0 } },
  { "calendar", calendar_cb, NULL, NULL, NULL, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "save-plan", save_cb, NULL, NULL, NULL, { 0 } },
};

static const GActionEntry table_actions[] = {
  { "add-part", step_cb, NULL, NULL, NULL, { 0 } },
};

/* --- samples, checks ----------------------------------------------------------------------- */

static GMenu *
sample_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Three years, from nothing (18 items)"), "page.sample::a");
  g_menu_append (menu, _("A year in three sections (21 items)"), "page.sample::b");
  g_menu_append (menu, _("A year by the five criteria (16 items)"), "page.sample::c");
  return menu;
}

static void
add_empty_tools (MerRecordTable *table)
{
  g_autoptr (GMenu) menu = sample_menu ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Take a sample"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_box_append (mer_record_table_get_empty_tools (table), button);
}

static void
add_menu (MerRecordTable *table)
{
  GMenu *menu = mer_record_table_get_menu (table);
  g_autoptr (GMenu) samples = sample_menu ();

  g_menu_append (menu, _("_Save the plan as a document…"), "page.save-plan");
  g_menu_append (menu, _("Save the deadlines for _calendars…"), "page.calendar");
  g_menu_append_submenu (menu, _("Take a sample"), G_MENU_MODEL (samples));
  g_menu_append (mer_record_table_get_row_menu (table), _("Add a _part…"), "records.add-part");
}

static void
refreshed_cb (MerWorkPage *self)
{
  MerWorkPlan *plan = mer_record_table_get_context (self->table);

  mer_rule_list_take (self->problems, plan != NULL ? mer_work_check (&plan->context)
                                                   : mer_rule_notes_new ());
}

static void
note_activated_cb (MerWorkPage *self,
                   const char  *kind,
                   gint64       id)
{
  mer_record_table_select (self->table, id);
}

static void
mer_work_page_view_made (MerTabPage  *page,
                         const char  *id,
                         MerDataView *view)
{
  MerWorkPage *self = MER_WORK_PAGE (page);

  if (!g_str_equal (id, "table"))
    return;
  self->table = mer_record_view_get_table (MER_RECORD_VIEW (view));
  self->problems = MER_RULE_LIST (mer_rule_list_new ());
  gtk_box_append (mer_record_table_get_tools (self->table), GTK_WIDGET (self->problems));
  mer_record_table_add_actions (self->table, table_actions, G_N_ELEMENTS (table_actions));
  add_empty_tools (self->table);
  add_menu (self->table);
  g_signal_connect_object (self->table, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "note-activated", G_CALLBACK (note_activated_cb), self,
                           G_CONNECT_SWAPPED);
  refreshed_cb (self);
}

/* --- class --------------------------------------------------------------------------------- */

static void
mer_work_page_class_init (MerWorkPageClass *klass)
{
  MER_PAGE_CLASS (klass)->decided = MER_ABOUT_WORK_PLAN;
  MER_TAB_PAGE_CLASS (klass)->view_made = mer_work_page_view_made;
  mer_tab_page_class_set_tabs (MER_TAB_PAGE_CLASS (klass), tabs, G_N_ELEMENTS (tabs));
}

static void
mer_work_page_init (MerWorkPage *self)
{
  mer_page_add_actions (MER_PAGE (self), page_actions, G_N_ELEMENTS (page_actions));
}
