/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deadlines go by, read from a document. */

#include "config.h"

#include "app/mer-due-dates.h"

#include "app/mer-deadline-records.h"
#include "core/mer-day.h"
#include "cycle/mer-deadline-days.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* Of the many connections of a region these are few. */
static GPtrArray *
deadline_links (MerRecordSet        *records,
                const MerRecordKind *kind)
{
  const GPtrArray *all = mer_record_set_get (records, &mer_record_link);
  GPtrArray       *links = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      MerLink *link = all->pdata[i];

      if (link->role == MER_LINK_DEADLINE && g_strcmp0 (link->from_kind, kind->id) == 0)
        g_ptr_array_add (links, link);
    }
  return links;
}

MerDueDates *
mer_due_dates_new (MerRecordSet        *records,
                   const MerRecordKind *kind,
                   int                  year)
{
  MerDueDates     *self = g_new0 (MerDueDates, 1);
  g_autofree char *today = mer_today ();

  self->records = mer_record_set_ref (records);
  self->calendar = mer_calendar_of_records (records);
  self->links = deadline_links (records, kind);
  self->periods = mer_due_periods_new ();
  mer_records_serve_due (records, &self->context);
  self->context.links = self->links;
  self->context.calendar = self->calendar;
  self->context.periods = self->periods;
  self->context.year = year;
  self->context.today = mer_day_from_iso (today);
  return self;
}

MerDueDates *
mer_due_dates_load (MerDocument         *doc,
                    const MerRecordKind *kind,
                    gint64               cycle_id,
                    GError             **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRecordSet) records = NULL;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return NULL;
  records = mer_deadline_records_load (doc, kind, cycle_id, error);
  return records != NULL ? mer_due_dates_new (records, kind, cycle != NULL ? cycle->year : 0)
                         : NULL;
}

void
mer_due_dates_free (MerDueDates *self)
{
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->periods);
  mer_calendar_free (self->calendar);
  mer_record_set_unref (self->records);
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
