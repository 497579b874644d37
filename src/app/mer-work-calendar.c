/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work plan's deadlines for calendars of mail programs. What recurs year by year is left to the
 * calendar; whatever else comes several times is an entry each time, for quarters are not equally
 * long and «март, сентябрь» has no rule. */

#include "config.h"

#include "app/mer-work-plan.h"

#include "cycle/mer-icalendar.h"
#include "cycle/mer-work-order.h"
#include "report/mer-report.h"

/* Once a week for five years; more help nobody. */
#define OCCURRENCES_MOST 260

typedef struct
{
  MerWorkPlan *plan;
  const char  *origin;
  GPtrArray   *entries;
  guint        n;        /* items */
  guint        left_out; /* items without a day */
} Calendar;

/* What tells this document from all others, whatever it is called: its first action. */
static char *
origin_of (MerDocument *doc)
{
  g_autoptr (GPtrArray) journal = doc != NULL ? mer_document_journal (doc, 0, NULL) : NULL;
  const MerJournalEntry *first =
    journal != NULL && journal->len > 0 ? journal->pdata[journal->len - 1] : NULL;
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  if (first == NULL)
    return g_strdup ("merilo");
  text = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s", first->at, first->who, first->what);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  return g_strdup_printf ("%.16s.merilo", hash);
}

static void
add_entry (Calendar          *self,
           const MerWorkItem *item,
           MerDay             first,
           MerDay             last,
           guint              number)
{
  MerCalendarEntry *entry = g_new0 (MerCalendarEntry, 1);
  g_autoptr (GString) uid = g_string_new (NULL);

  g_string_printf (uid, "work-item-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, item->record.cycle_id,
                   item->record.id);
  if (number > 0)
    g_string_append_printf (uid, "-%u", number);
  entry->uid = g_strdup_printf ("%s@%s", uid->str, self->origin);
  entry->summary = mer_work_item_label (self->plan->context.items, item);
  entry->description = g_strjoin ("\n", item->deadline != NULL ? item->deadline : "",
                                  item->responsible, NULL);
  entry->first = first;
  entry->last = last;
  entry->done = mer_work_item_status (&self->plan->context, item) == MER_WORK_STATUS_DONE;
  g_ptr_array_add (self->entries, entry);
}

/* A calendar knows no 29 February in other years, and leaves them out. */
static gboolean
is_leap_day (MerDay day)
{
  int month = 0;
  int number = 0;

  return mer_day_split (day, NULL, &month, &number) && month == 2 && number == 29;
}

/* One rule says it all: the same days every year, and on; asked of as many as have a leap year
 * among them, for «до конца февраля» has not the same day in it. */
static gboolean
recurs_by_rule (const MerPeriod *period)
{
  MerRecurrence recurrence = mer_period_get_recurrence (period);
  MerDay        first = mer_period_get_first (period);
  MerDay        last = mer_period_get_last (period);
  MerDay        from = first;
  MerDay        to = MER_DAY_NONE;
  int           months = recurrence == MER_RECURRENCE_YEARLY       ? 12
                         : recurrence == MER_RECURRENCE_TWO_YEARLY ? 24
                                                                   : 36;

  if (recurrence < MER_RECURRENCE_YEARLY || mer_period_get_n_parts (period) > 1 ||
      is_leap_day (first) || is_leap_day (last))
    return FALSE;
  for (int i = 1; i <= 4 && mer_period_occurrence (period, from, &from, &to); i++)
    if (from != mer_day_add_months (first, months * i) ||
        to != mer_day_add_months (last, months * i))
      return FALSE;
  return from > first;
}

static gboolean
has_until (const MerPeriod *period)
{
  for (guint i = 0; i < mer_period_get_n_parts (period); i++)
    if (mer_period_is_until (mer_period_get_part (period, i)))
      return TRUE;
  return FALSE;
}

/* One by one, to the end of the plan's years. */
static void
add_occurrences (Calendar          *self,
                 const MerWorkItem *item,
                 const MerPeriod   *period)
{
  int      year = MAX (self->plan->context.last_year, self->plan->context.year);
  MerDay   end = mer_day_new (year, 12, 31);
  MerDay   first = MER_DAY_NONE;
  MerDay   last = MER_DAY_NONE;
  gboolean until = has_until (period);

  for (guint i = 1; i <= OCCURRENCES_MOST; i++)
    {
      if (!mer_period_occurrence (period, first, &first, &last) || (i > 1 && first > end))
        return;
      add_entry (self, item, until ? last : first, last, i);
    }
}

static void
add_item (Calendar          *self,
          const MerWorkItem *item)
{
  g_autoptr (MerPeriod) period = mer_work_item_period (&self->plan->context, item);
  MerDay   last = mer_period_get_last (period);
  gboolean since = mer_period_is_since (period);
  gboolean recurs = mer_period_get_recurrence (period) != MER_RECURRENCE_NONE;

  if (last == MER_DAY_NONE)
    {
      self->left_out++;
      return;
    }
  self->n++;
  if (mer_period_get_kind (period) == MER_PERIOD_RANGE &&
      (mer_period_get_n_parts (period) > 1 || (recurs && !recurs_by_rule (period))))
    {
      add_occurrences (self, item, period);
      return;
    }
  /* what has no end begins on its day */
  if (since && !recurs)
    last = mer_period_get_first (period);
  add_entry (self, item, mer_period_is_until (period) ? last : mer_period_get_first (period), last,
             0);
  ((MerCalendarEntry *) self->entries->pdata[self->entries->len - 1])->recurrence =
    mer_period_get_recurrence (period);
}

char *
mer_work_plan_to_calendar (MerWorkPlan *self,
                           MerDocument *doc,
                           const char  *name,
                           guint       *n,
                           guint       *n_left_out)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_calendar_entry_free);
  g_autofree char *origin = origin_of (doc);
  g_autoptr (GDateTime) now = mer_report_now ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  Calendar         calendar = { self, origin, entries, 0, 0 };

  for (guint i = 0; i < self->context.items->len; i++)
    {
      const MerWorkItem *item = self->context.items->pdata[i];

      if (item->level != MER_WORK_SECTION && item->state == MER_WORK_OPEN)
        add_item (&calendar, item);
    }
  if (n != NULL)
    *n = calendar.n;
  if (n_left_out != NULL)
    *n_left_out = calendar.left_out;
  return mer_icalendar_write (entries, name, stamp, NULL);
}
