/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work plan of a cycle: read with what its deadlines go by, made of a sample, written for
 * calendars. */

#include "config.h"

#include "app/mer-work-plan.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "cycle/mer-council.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-icalendar.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-preset.h"
#include "report/mer-report.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

/* --- days ---------------------------------------------------------------------------------- */

MerCalendar *
mer_calendar_of_records (MerRecordSet *records)
{
  MerCalendar *calendar = mer_calendar_new ();
  GPtrArray   *holidays = mer_record_set_get (records, &mer_record_holiday);

  for (guint i = 0; i < holidays->len; i++)
    {
      const MerHoliday *holiday = holidays->pdata[i];
      MerDay            day = mer_day_from_iso (holiday->day);

      if (day != MER_DAY_NONE)
        mer_calendar_mark (calendar, day,
                           holiday->what == 0 ? MER_CALENDAR_HOLIDAY : MER_CALENDAR_WORKING);
    }
  return calendar;
}

/* Which field says when something was. */
static const struct
{
  const MerRecordKind *kind;
  const char          *field;
} day_fields[] = {
  { &mer_record_event, "held" },
  { &mer_record_meeting, "day" },
  { &mer_record_contract, "day" },
  { &mer_record_delivery, "decided" },
  { &mer_record_recommendation, "received" },
  { &mer_record_plan, "approved" },
  { &mer_record_publication, "done_on" },
  { &mer_record_paper, "day" },
  { &mer_record_management_decision, "day" },
  { &mer_record_work_item, "done_on" },
};

MerDay
mer_records_day_of (MerRecordSet *records,
                    const char   *kind,
                    gint64        id)
{
  const MerAgendaItem *item = NULL;
  gconstpointer        record = NULL;

  if (g_strcmp0 (kind, mer_record_agenda_item.id) == 0)
    {
      item = mer_record_set_find (records, &mer_record_agenda_item, id);
      return item != NULL ? mer_records_day_of (records, "meeting", item->meeting) : MER_DAY_NONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    if (g_strcmp0 (kind, day_fields[i].kind->id) == 0)
      {
        record = mer_record_set_find (records, day_fields[i].kind, id);
        if (record != NULL)
          return mer_day_from_iso (mer_record_text (
            record, mer_record_kind_field (day_fields[i].kind, day_fields[i].field)));
      }
  return MER_DAY_NONE;
}

static MerDay
day_of_cb (const char *kind,
           gint64      id,
           gpointer    data)
{
  return mer_records_day_of (data, kind, id);
}

/* --- loading ------------------------------------------------------------------------------- */

static int
year_setting (GHashTable *settings,
              const char *key,
              int         otherwise)
{
  int year = (int) mer_cycle_settings_get_number (settings, key);

  return year != 0 ? year : otherwise;
}

MerWorkPlan *
mer_work_plan_new (MerRecordSet *records,
                   GHashTable   *settings,
                   int           year)
{
  MerWorkPlan     *self = g_atomic_rc_box_new0 (MerWorkPlan);
  g_autofree char *today = mer_today ();

  self->records = mer_record_set_ref (records);
  self->calendar = mer_calendar_of_records (records);
  self->context.items = mer_record_set_get (records, &mer_record_work_item);
  self->context.links = mer_record_set_get (records, &mer_record_link);
  self->context.calendar = self->calendar;
  self->context.year = year;
  self->context.first_year = year_setting (settings, MER_SETTING_FIRST_YEAR, year);
  self->context.last_year = year_setting (settings, MER_SETTING_LAST_YEAR, year + 1);
  self->context.today = mer_day_from_iso (today);
  self->context.day_of = day_of_cb;
  self->context.data = records;
  return self;
}

static gboolean
add_kind (MerRecordSet        *records,
          MerDocument         *doc,
          const MerRecordKind *kind,
          gint64               cycle_id,
          GError             **error)
{
  GPtrArray *list = NULL;

  if (kind == NULL || mer_record_set_get (records, kind)->len > 0)
    return TRUE;
  list = mer_store_records (doc, kind, cycle_id, error);
  if (list != NULL)
    mer_record_set_take (records, kind, list);
  return list != NULL;
}

/* What deadlines count from. Plans of a region have tens of thousands of lines: only kinds that a
 * deadline is linked with are read. */
static gboolean
add_linked (MerRecordSet *records,
            MerDocument  *doc,
            gint64        cycle_id,
            GError      **error)
{
  GPtrArray *links = mer_record_set_get (records, &mer_record_link);

  for (guint i = 0; i < links->len; i++)
    {
      const MerLink       *link = links->pdata[i];
      const MerRecordKind *kind = mer_record_kind_find (link->to_kind);

      if (link->role != MER_LINK_DEADLINE || kind == &mer_record_link)
        continue;
      if (kind == &mer_record_agenda_item &&
          !add_kind (records, doc, &mer_record_meeting, cycle_id, error))
        return FALSE;
      if (!add_kind (records, doc, kind, cycle_id, error))
        return FALSE;
    }
  return TRUE;
}

static MerRecordSet *
load_records (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (MerRecordSet) records = mer_record_set_new ();

  if (!add_kind (records, doc, &mer_record_work_item, cycle_id, error) ||
      !add_kind (records, doc, &mer_record_holiday, cycle_id, error) ||
      !add_kind (records, doc, &mer_record_link, cycle_id, error) ||
      !add_linked (records, doc, cycle_id, error))
    return NULL;
  return g_steal_pointer (&records);
}

MerWorkPlan *
mer_work_plan_load (MerDocument *doc,
                    gint64       cycle_id,
                    GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerRecordSet) records = NULL;
  g_autoptr (GHashTable) settings = NULL;

  if (cycle == NULL)
    return NULL;
  records = load_records (doc, cycle->id, error);
  settings = records != NULL ? mer_store_cycle_settings (doc, cycle->id, error) : NULL;
  return settings != NULL ? mer_work_plan_new (records, settings, cycle->year) : NULL;
}

MerWorkPlan *
mer_work_plan_ref (MerWorkPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
plan_clear (gpointer data)
{
  MerWorkPlan *self = data;

  mer_record_set_unref (self->records);
  mer_calendar_free (self->calendar);
}

void
mer_work_plan_unref (MerWorkPlan *self)
{
  g_atomic_rc_box_release_full (self, plan_clear);
}

/* --- samples ------------------------------------------------------------------------------- */

static gboolean
check_empty (MerDocument *doc,
             gint64       cycle_id,
             GError     **error)
{
  g_autoptr (GPtrArray) items =
    mer_store_records (doc, &mer_record_work_item, cycle_id, error);

  if (items == NULL || items->len == 0)
    return items != NULL;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The cycle has a work plan already. Delete its items to begin with a "
                         "sample."));
  return FALSE;
}

/* Lines name the sections that they are in by their place; these become ids on the way. */
static gboolean
save_lines (MerDocument *doc,
            GPtrArray   *lines,
            guint       *n_items,
            GError     **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MerWorkItem *item = lines->pdata[i];

      if (item->parent != 0)
        item->parent = ((const MerRecord *) lines->pdata[item->parent - 1])->id;
      if (!mer_store_save_record (doc, item, error))
        return FALSE;
      *n_items += item->level == MER_WORK_ITEM ? 1 : 0;
    }
  return TRUE;
}

gboolean
mer_work_plan_add_preset (MerDocument *doc,
                          gint64       cycle_id,
                          const char  *preset,
                          int          year,
                          guint       *n,
                          GError     **error)
{
  g_autoptr (GPtrArray) lines = mer_work_preset_lines (preset, year, cycle_id);
  guint n_items = 0;

  if (lines == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("There is no sample work plan “%s”: there are a, b and c."), preset);
      return FALSE;
    }
  if (!check_empty (doc, cycle_id, error) || !save_lines (doc, lines, &n_items, error) ||
      !mer_store_set_cycle_setting (doc, cycle_id, MER_SETTING_PRESET, preset, error))
    return FALSE;
  if (n != NULL)
    *n = n_items;
  return TRUE;
}

/* --- calendars ----------------------------------------------------------------------------- */

static char *
one_line (const char *text)
{
  return text != NULL ? g_strdelimit (g_strdup (text), "\n", ' ') : NULL;
}

static MerCalendarEntry *
entry_of (MerWorkPlan       *self,
          const MerWorkItem *item)
{
  MerCalendarEntry *entry = g_new0 (MerCalendarEntry, 1);
  g_autoptr (MerPeriod) period = mer_work_item_period (&self->context, item);
  g_autofree char *what = one_line (item->what);

  entry->uid = g_strdup_printf ("work-item-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "@merilo",
                                item->record.cycle_id, item->record.id);
  entry->summary = item->number != NULL ? g_strdup_printf ("%s %s", item->number, what)
                                        : g_steal_pointer (&what);
  entry->description = g_strjoin ("\n", item->deadline != NULL ? item->deadline : "",
                                  item->responsible, NULL);
  entry->first = mer_period_is_until (period) ? mer_period_get_last (period)
                                              : mer_period_get_first (period);
  entry->last = mer_period_get_last (period);
  entry->recurrence = mer_period_get_recurrence (period);
  entry->done = mer_work_item_status (&self->context, item) == MER_WORK_STATUS_DONE;
  return entry;
}

char *
mer_work_plan_to_calendar (MerWorkPlan *self,
                           const char  *name,
                           guint       *n,
                           guint       *n_left_out)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_calendar_entry_free);
  g_autoptr (GDateTime) now = mer_report_now ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  guint            left_out = 0;
  char            *text = NULL;

  for (guint i = 0; i < self->context.items->len; i++)
    {
      const MerWorkItem *item = self->context.items->pdata[i];

      if (item->level != MER_WORK_SECTION && item->state == MER_WORK_OPEN)
        g_ptr_array_add (entries, entry_of (self, item));
    }
  text = mer_icalendar_write (entries, name, stamp, &left_out);
  if (n != NULL)
    *n = entries->len - left_out;
  if (n_left_out != NULL)
    *n_left_out = left_out;
  return text;
}
