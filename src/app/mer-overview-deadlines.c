/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due next in a cycle: of the work plan, meetings, plans, publications, collection. */

#include "config.h"

#include "app/mer-overview-private.h"
#include "app/mer-work-plan.h"
#include "core/mer-spoken.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-work-rules.h"

/* More than these nobody reads on one page. */
#define MOST 8

static void
add (MerOverview *self,
     MerDay       day,
     char        *text,
     const char  *page,
     const char  *kind,
     gint64       record_id)
{
  MerOverviewDeadline *deadline = g_new0 (MerOverviewDeadline, 1);

  deadline->day = day;
  deadline->text = text;
  deadline->page = page;
  deadline->kind = kind;
  deadline->record_id = record_id;
  g_ptr_array_add (self->deadlines, deadline);
}

static void
add_work (MerOverview       *self,
          const MerWorkPlan *plan)
{
  for (guint i = 0; i < plan->context.items->len; i++)
    {
      const MerWorkItem *item = plan->context.items->pdata[i];
      g_autoptr (MerPeriod) period = mer_work_item_period (&plan->context, item);
      MerWorkStatus status = mer_work_item_status (&plan->context, item);
      MerDay        last = MER_DAY_NONE;

      if (item->level == MER_WORK_SECTION || status == MER_WORK_STATUS_DONE ||
          status == MER_WORK_STATUS_DROPPED || item->deadline == NULL ||
          mer_period_get_kind (period) != MER_PERIOD_RANGE ||
          !mer_period_next (period, self->today, NULL, &last))
        continue;
      add (self, last, g_strdup (item->what), "workplan", item->record.kind->id, item->record.id);
    }
}

/* «Заседание Общественного совета: утвердить результаты» */
static char *
meeting_words (const MerCycleFacts *facts,
               const MerMeeting    *meeting)
{
  const GPtrArray *agenda = mer_cycle_facts_records (facts, &mer_record_agenda_item);

  for (guint i = 0; i < agenda->len; i++)
    {
      const MerAgendaItem *item = agenda->pdata[i];

      if (item->meeting == meeting->record.id)
        return g_strdup_printf (_("Meeting of the Public Council: %s"), item->question);
    }
  return g_strdup (_("Meeting of the Public Council"));
}

static void
add_meetings (MerOverview         *self,
              const MerCycleFacts *facts)
{
  const GPtrArray *meetings = mer_cycle_facts_records (facts, &mer_record_meeting);

  for (guint i = 0; i < meetings->len; i++)
    {
      const MerMeeting *meeting = meetings->pdata[i];
      MerDay            day = mer_day_from_iso (meeting->day);

      if (meeting->state == MER_MEETING_PLANNED && day != MER_DAY_NONE && day >= self->today)
        add (self, day, meeting_words (facts, meeting), "council", meeting->record.kind->id,
             meeting->record.id);
    }
}

static void
add_windows (MerOverview         *self,
             const MerCycleFacts *facts)
{
  const GPtrArray *windows = mer_cycle_facts_records (facts, &mer_record_window);
  const MerField  *kind = mer_record_kind_field (&mer_record_window, "organization_kind");

  for (guint i = 0; i < windows->len; i++)
    {
      const MerWindowOfKind *window = windows->pdata[i];
      g_autoptr (MerPeriod) period = mer_period_parse (window->deadline, facts->cycle->year);
      g_autofree char *words = mer_record_to_words (window, kind);
      MerDay           last = mer_period_get_last (period);
      char            *text = NULL;

      if (last == MER_DAY_NONE || last < self->today)
        continue;
      /* Translators: a kind of organizations, or all of them */
      text = g_strdup_printf (_("End of collection: %s"), words);
      add (self, last, text, "data", window->record.kind->id, window->record.id);
    }
}

static void
add_publications (MerOverview         *self,
                  const MerCycleFacts *facts,
                  const MerDueDates   *dates)
{
  const GPtrArray *list = mer_cycle_facts_records (facts, &mer_record_publication);

  for (guint i = 0; i < list->len; i++)
    {
      const MerPublication *publication = list->pdata[i];
      g_autoptr (MerPeriod) period =
        mer_due_period (&dates->context, publication, publication->deadline);
      g_autofree char *name = NULL;
      MerDay           last = MER_DAY_NONE;
      char            *text = NULL;

      if (mer_due_state (&dates->context, period, publication->done_on) == MER_DUE_DONE ||
          !mer_period_next (period, self->today, NULL, &last))
        continue;
      name = mer_record_name (publication);
      text = g_strdup_printf (_("Publication: %s"), name);
      add (self, last, text, "publications", publication->record.kind->id,
           publication->record.id);
    }
}

/* Items of many organizations that are due on one day make one line. */
static void
add_plan_items (MerOverview       *self,
                const MerPlanBook *plans)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL); /* day → how many */
  GHashTableIter iter;
  gpointer       day, n;

  for (guint i = 0; i < plans->n_lines; i++)
    {
      const MerPlanLine *line = &plans->lines[i];
      MerDay             last = MER_DAY_NONE;

      if (line->standing == MER_STANDING_DONE || line->standing == MER_STANDING_DROPPED ||
          line->period == NULL || !mer_period_next (line->period, self->today, NULL, &last))
        continue;
      n = g_hash_table_lookup (days, GINT_TO_POINTER (last));
      g_hash_table_insert (days, GINT_TO_POINTER (last),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
    }
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, &n))
    add (self, GPOINTER_TO_INT (day),
         g_strdup_printf (ngettext ("%u item of the plans of organizations",
                                    "%u items of the plans of organizations",
                                    GPOINTER_TO_UINT (n)),
                          GPOINTER_TO_UINT (n)),
         "plans", NULL, 0);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const MerOverviewDeadline *one = *(const MerOverviewDeadline *const *) a;
  const MerOverviewDeadline *other = *(const MerOverviewDeadline *const *) b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return g_strcmp0 (one->text, other->text);
}

void
mer_overview_fill_deadlines (MerOverview           *self,
                             const MerCycleFacts   *facts,
                             const MerOverviewWork *work)
{
  add_work (self, work->work);
  add_meetings (self, facts);
  add_windows (self, facts);
  add_publications (self, facts, work->publications);
  add_plan_items (self, work->plans);
  g_ptr_array_sort (self->deadlines, compare);
  if (self->deadlines->len > MOST)
    g_ptr_array_set_size (self->deadlines, MOST);
}
