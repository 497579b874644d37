/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days that deadlines count from, out of records that were read. */

#include "config.h"

#include "cycle/mer-deadline-days.h"

#include "core/mer-period.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"

MerCalendar *
mer_calendar_of_holidays (const GPtrArray *holidays)
{
  MerCalendar *calendar = mer_calendar_new ();

  for (guint i = 0; holidays != NULL && i < holidays->len; i++)
    {
      const MerHoliday *holiday = holidays->pdata[i];
      MerDay            day = mer_day_from_iso (holiday->day);

      if (day != MER_DAY_NONE)
        mer_calendar_mark (calendar, day,
                           holiday->what == 0 ? MER_CALENDAR_HOLIDAY : MER_CALENDAR_WORKING);
    }
  return calendar;
}

MerCalendar *
mer_calendar_of_records (MerRecordSet *records)
{
  return mer_calendar_of_holidays (mer_record_set_get (records, &mer_record_holiday));
}

/* Which field says when something was, and which when it is to be. */
static const struct
{
  const MerRecordKind *kind;
  const char          *field;
  const char          *planned;
} day_fields[] = {
  { &mer_record_event, "held", "deadline" },
  { &mer_record_meeting, "day" },
  { &mer_record_contract, "day" },
  { &mer_record_delivery, "decided" },
  { &mer_record_recommendation, "received" },
  { &mer_record_plan, "approved" },
  { &mer_record_publication, "done_on", "deadline" },
  { &mer_record_paper, "day" },
  { &mer_record_management_decision, "day" },
  { &mer_record_work_item, "done_on", "deadline" },
};

const MerRecordKind *const *
mer_deadline_target_kinds (void)
{
  static const MerRecordKind *kinds[G_N_ELEMENTS (day_fields) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    kinds[i] = day_fields[i].kind;
  return kinds;
}

/* Until it was, what is to be counts: the last day of it. */
static MerDay
planned_day (const MerRecord *record,
             const char      *field,
             int              year)
{
  const char *phrase =
    field != NULL ? mer_record_text (record, mer_record_kind_field (record->kind, field)) : NULL;
  g_autoptr (MerPeriod) period = mer_period_parse (phrase, year);

  return mer_period_get_last (period);
}

static MerDay
day_of_record (const MerRecord *record,
               const char      *field,
               const char      *planned,
               int              year)
{
  MerDay day = mer_day_from_iso (mer_record_text (record,
                                                  mer_record_kind_field (record->kind, field)));

  return day != MER_DAY_NONE ? day : planned_day (record, planned, year);
}

MerDay
mer_records_day_of (MerRecordSet *records,
                    const char   *kind,
                    gint64        id,
                    int           year)
{
  const MerAgendaItem *item = NULL;
  gconstpointer        record = NULL;

  if (g_strcmp0 (kind, mer_record_agenda_item.id) == 0)
    {
      item = mer_record_set_find (records, &mer_record_agenda_item, id);
      return item != NULL ? mer_records_day_of (records, "meeting", item->meeting, year)
                          : MER_DAY_NONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    if (g_strcmp0 (kind, day_fields[i].kind->id) == 0)
      {
        record = mer_record_set_find (records, day_fields[i].kind, id);
        if (record != NULL)
          return day_of_record (record, day_fields[i].field, day_fields[i].planned, year);
      }
  return MER_DAY_NONE;
}

const char *
mer_records_phrase_of (MerRecordSet *records,
                       const char   *kind,
                       gint64        id)
{
  const MerRecordKind *its = mer_record_kind_find (kind);
  const MerField      *field = its != NULL ? mer_record_kind_field (its, "deadline") : NULL;
  gconstpointer        record = field != NULL ? mer_record_set_find (records, its, id) : NULL;

  return record != NULL ? mer_record_text (record, field) : NULL;
}

gboolean
mer_records_span_of (MerRecordSet *records,
                     const char   *kind,
                     gint64        id,
                     int           year,
                     MerDay       *first,
                     MerDay       *last)
{
  GPtrArray *items = mer_record_set_get (records, &mer_record_plan_item);

  *first = *last = MER_DAY_NONE;
  for (guint i = 0; g_strcmp0 (kind, mer_record_plan.id) == 0 && i < items->len; i++)
    {
      const MerPlanItem *item = items->pdata[i];
      g_autoptr (MerPeriod) period = NULL;

      if (item->plan != id || item->state == MER_PLAN_ITEM_DROPPED)
        continue;
      period = mer_period_parse (item->deadline, year);
      if (mer_period_get_last (period) == MER_DAY_NONE)
        continue;
      if (*last == MER_DAY_NONE || mer_period_get_first (period) < *first)
        *first = mer_period_get_first (period);
      *last = *last == MER_DAY_NONE ? mer_period_get_last (period)
                                    : MAX (*last, mer_period_get_last (period));
    }
  return *last != MER_DAY_NONE;
}

/* --- contexts -------------------------------------------------------------------------------- */

static MerDay
day_of_cb (const char *kind,
           gint64      id,
           int         year,
           gpointer    data)
{
  return mer_records_day_of (data, kind, id, year);
}

static const char *
phrase_of_cb (const char *kind,
              gint64      id,
              gpointer    data)
{
  return mer_records_phrase_of (data, kind, id);
}

static gboolean
span_of_cb (const char *kind,
            gint64      id,
            int         year,
            MerDay     *first,
            MerDay     *last,
            gpointer    data)
{
  return mer_records_span_of (data, kind, id, year, first, last);
}

void
mer_records_serve_work (MerRecordSet   *records,
                        MerWorkContext *context)
{
  context->links = mer_record_set_get (records, &mer_record_link);
  context->day_of = day_of_cb;
  context->phrase_of = phrase_of_cb;
  context->span_of = span_of_cb;
  context->data = records;
}

void
mer_records_serve_due (MerRecordSet  *records,
                       MerDueContext *context)
{
  context->day_of = day_of_cb;
  context->data = records;
}
