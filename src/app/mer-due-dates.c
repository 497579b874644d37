/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deadlines go by, read from a document: only what the kind is connected with, for a cycle may
 * have thousands of other records. */

#include "config.h"

#include "app/mer-due-dates.h"

#include "app/mer-work-plan.h"
#include "core/mer-day.h"
#include "cycle/mer-council.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

static MerDay
day_of (const char *kind,
        gint64      id,
        gpointer    data)
{
  return mer_records_day_of (((const MerDueDates *) data)->records, kind, id);
}

/* What is not there any more has no day. */
static void
add_target (MerDocument *doc,
            GPtrArray   *list,
            const char  *kind_id,
            gint64       id)
{
  const MerRecordKind *kind = mer_record_kind_find (kind_id);
  gpointer             record = kind != NULL ? mer_store_record (doc, kind, id, NULL) : NULL;

  if (record == NULL)
    return;
  g_ptr_array_add (list, record);
  if (kind == &mer_record_agenda_item)
    add_target (doc, list, mer_record_meeting.id, ((const MerAgendaItem *) record)->meeting);
}

/* Records of several kinds into the set, an array a kind. */
static void
take_targets (MerRecordSet *set,
              GPtrArray    *all)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GPtrArray *some = g_ptr_array_new_with_free_func (mer_record_free);

      for (guint j = 0; j < all->len; j++)
        if (((const MerRecord *) all->pdata[j])->kind == kinds[i])
          g_ptr_array_add (some, mer_record_copy (all->pdata[j]));
      if (some->len > 0)
        mer_record_set_take (set, kinds[i], some);
      else
        g_ptr_array_unref (some);
    }
}

static gboolean
load_links (MerDueDates         *self,
            MerDocument         *doc,
            const MerRecordKind *kind,
            gint64               cycle_id,
            GError             **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (mer_record_free);
  GPtrArray *links = mer_store_records (doc, &mer_record_link, cycle_id, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];

      if (link->role == MER_LINK_DEADLINE && g_strcmp0 (link->from_kind, kind->id) == 0)
        add_target (doc, targets, link->to_kind, link->to_id);
    }
  take_targets (self->records, targets);
  mer_record_set_take (self->records, &mer_record_link, links);
  self->context.links = links;
  return TRUE;
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
  GPtrArray       *holidays = NULL;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return FALSE;
  holidays = mer_store_records (doc, &mer_record_holiday, 0, error);
  if (holidays == NULL)
    return FALSE;
  mer_record_set_take (self->records, &mer_record_holiday, holidays);
  self->calendar = mer_calendar_of_records (self->records);
  self->context.calendar = self->calendar;
  self->context.year = cycle != NULL ? cycle->year : 0;
  self->context.today = mer_day_from_iso (today);
  self->context.day_of = day_of;
  self->context.data = self;
  return load_links (self, doc, kind, cycle_id, error);
}

MerDueDates *
mer_due_dates_load (MerDocument         *doc,
                    const MerRecordKind *kind,
                    gint64               cycle_id,
                    GError             **error)
{
  g_autoptr (MerDueDates) self = g_new0 (MerDueDates, 1);

  self->records = mer_record_set_new ();
  return load (self, doc, kind, cycle_id, error) ? g_steal_pointer (&self) : NULL;
}

void
mer_due_dates_free (MerDueDates *self)
{
  g_clear_pointer (&self->calendar, mer_calendar_free);
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
    mer_store_records (doc, &mer_record_publication, cycle_id, error);
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
