/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli workplan: the items of the work plan, and days that are not as the weekday says. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-work-plan.h"
#include "cli/mer-cli-records.h"
#include "cycle/mer-work-order.h"
#include "report/mer-report.h"
#include "store/mer-registry-store.h"

/* --- preset -------------------------------------------------------------------------------- */

static MerExit
run_preset (const MerCliCall *call,
            int               argc,
            char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64  cycle_id = 0;
  MerExit status = MER_EXIT_DONE;
  guint   n = 0;

  if (!mer_cli_records_open (call, NULL, &argc, &argv, 2, 2, MER_OPEN_READ_WRITE, &doc, &cycle_id,
                             &status))
    return status;
  cycle = mer_store_cycle (doc, cycle_id, &error);
  if (cycle == NULL || !mer_document_begin (doc, _("Work plan from a sample"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (
    doc, mer_work_plan_add_preset (doc, cycle->id, argv[2], cycle->year, &n, &error), &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("items: %u\n", n);
  return status;
}

/* --- check --------------------------------------------------------------------------------- */

static MerExit
run_check (const MerCliCall *call,
           int               argc,
           char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  gint64  cycle_id = 0;
  MerExit status = MER_EXIT_DONE;

  if (!mer_cli_records_open (call, NULL, &argc, &argv, 1, 1, MER_OPEN_READ_ONLY, &doc, &cycle_id,
                             &status))
    return status;
  plan = mer_work_plan_load (doc, cycle_id, &error);
  if (plan == NULL)
    return mer_cli_fail (error);
  notes = mer_work_check (&plan->context);
  mer_cli_records_print_notes (notes);
  return MER_EXIT_DONE;
}

/* --- status -------------------------------------------------------------------------------- */

static const char *const status_codes[] = {
  "",
  "planned",
  "running",
  "overdue",
  "done",
  "dropped",
};

static void
print_line (MerWorkPlan       *plan,
            const MerWorkItem *item)
{
  g_autoptr (MerPeriod) period = mer_work_item_period (&plan->context, item);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->record.id);
  g_autofree char *first = mer_day_to_iso (mer_period_get_first (period));
  g_autofree char *last = mer_day_to_iso (mer_period_get_last (period));
  g_autofree char *what = mer_cli_line (item->what);
  g_autofree char *number = mer_work_item_number (plan->context.items, item);
  const char      *cells[] = {
         id,
         number,
         what,
         item->deadline,
         first,
         last,
         status_codes[mer_work_item_status (&plan->context, item)],
  };

  mer_cli_print_row (cells, G_N_ELEMENTS (cells));
}

static MerExit
run_status (const MerCliCall *call,
            int               argc,
            char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  gint64   cycle_id = 0;
  MerExit  status = MER_EXIT_DONE;
  gboolean overdue = FALSE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "overdue", 0, 0, G_OPTION_ARG_NONE, &overdue, N_("Only what is overdue"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_records_open (call, options, &argc, &argv, 1, 1, MER_OPEN_READ_ONLY, &doc, &cycle_id,
                             &status))
    return status;
  plan = mer_work_plan_load (doc, cycle_id, &error);
  if (plan == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("id,number,what,deadline,first,last,status\n");
  for (guint i = 0; i < plan->context.items->len; i++)
    {
      const MerWorkItem *item = plan->context.items->pdata[i];

      if (!overdue ||
          mer_work_item_status (&plan->context, item) == MER_WORK_STATUS_OVERDUE)
        print_line (plan, item);
    }
  return MER_EXIT_DONE;
}

/* --- calendar ------------------------------------------------------------------------------ */

static MerExit
run_calendar (const MerCliCall *call,
              int               argc,
              char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerWorkPlan) plan = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint64  cycle_id = 0;
  MerExit status = MER_EXIT_DONE;
  guint   n = 0, left_out = 0;
  char   *text = NULL;

  if (!mer_cli_records_open (call, NULL, &argc, &argv, 2, 2, MER_OPEN_READ_ONLY, &doc, &cycle_id,
                             &status))
    return status;
  plan = mer_work_plan_load (doc, cycle_id, &error);
  cycle = plan != NULL ? mer_store_cycle (doc, cycle_id, &error) : NULL;
  if (cycle == NULL)
    return mer_cli_fail (error);
  text = mer_work_plan_to_calendar (plan, doc, cycle->title, &n, &left_out);
  bytes = g_bytes_new_take (text, strlen (text));
  if (!mer_report_save (bytes, argv[2], &error))
    return mer_cli_fail (error);
  mer_cli_print ("entries: %u\nwithout a day: %u\n", n, left_out);
  return MER_EXIT_DONE;
}

/* --- the command --------------------------------------------------------------------------- */

static const char *const kinds[] = { "work-item", "holiday", "link", NULL };

/* clang-format off */
static const MerCliVerb verbs[] = {
  { "preset", "DOC a|b|c [--cycle ID]", N_("Makes the plan of a sample"), run_preset },
  { "check", "DOC [--cycle ID]", N_("Tells what is wrong with the plan"), run_check },
  { "status", "DOC [--cycle ID] [--overdue]", N_("Tells what has become of each item"),
    run_status },
  { "calendar", "DOC FILE.ics [--cycle ID]", N_("Writes the deadlines for calendars"),
    run_calendar },
  { NULL },
};
/* clang-format on */

static const MerCliRecords records = { &mer_command_workplan, kinds, verbs };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_workplan = {
  "workplan", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps the work plan and the days off"), run
  };
