/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deadlines go by, read from a document. */

#include "config.h"

#include "app/mer-due-dates.h"

#include "app/mer-deadline-records.h"
#include "core/mer-day.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

static MerDay
day_of (const char *kind,
        gint64      id,
        gpointer    data)
{
  const MerDueDates *self = data;

  return mer_records_day_of (self->records, kind, id, self->context.year);
}

static gboolean
load (MerDueDates         *self,
      MerDocument         *doc,
      const MerRecordKind *kind,
      gint64               cycle_id,
      GError             **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autofree char *today = mer_today ();

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return FALSE;
  self->records = mer_deadline_records_load (doc, kind, cycle_id, error);
  if (self->records == NULL)
    return FALSE;
  self->calendar = mer_calendar_of_records (self->records);
  self->context.calendar = self->calendar;
  self->context.year = cycle != NULL ? cycle->year : 0;
  self->context.today = mer_day_from_iso (today);
  self->context.day_of = day_of;
  self->context.data = self;
  self->context.links = mer_record_set_get (self->records, &mer_record_link);
  return TRUE;
}

MerDueDates *
mer_due_dates_load (MerDocument         *doc,
                    const MerRecordKind *kind,
                    gint64               cycle_id,
                    GError             **error)
{
  g_autoptr (MerDueDates) self = g_new0 (MerDueDates, 1);

  return load (self, doc, kind, cycle_id, error) ? g_steal_pointer (&self) : NULL;
}

void
mer_due_dates_free (MerDueDates *self)
{
  g_clear_pointer (&self->calendar, mer_calendar_free);
  g_clear_pointer (&self->records, mer_record_set_unref);
  g_free (self);
}

gboolean
mer_publications_overdue (MerDocument *doc,
                          gint64       cycle_id,
                          guint       *n,
                          GError     **error)
{
  g_autoptr (GPtrArray) publications =
    mer_store_record_snapshot (doc, &mer_record_publication, cycle_id, error);
  g_autoptr (MerDueDates) dates = NULL;

  if (publications == NULL)
    return FALSE;
  dates = mer_due_dates_load (doc, &mer_record_publication, cycle_id, error);
  if (dates == NULL)
    return FALSE;
  *n = 0;
  for (guint i = 0; i < publications->len; i++)
    *n += mer_publication_state (&dates->context, publications->pdata[i]) == MER_DUE_OVERDUE;
  return TRUE;
}
