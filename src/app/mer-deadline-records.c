/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deadlines count from, read from a document: only what a kind is connected with, for a cycle
 * may have tens of thousands of other records. */

#include "config.h"

#include "app/mer-deadline-records.h"

#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"

/* --- loading ------------------------------------------------------------------------------- */

/* An improvement plan is due as its items are. */
static void
add_plan_items (MerDocument *doc,
                GPtrArray   *list,
                gint64       plan,
                gint64       cycle_id)
{
  g_autoptr (GPtrArray) items =
    mer_store_records (doc, &mer_record_plan_item, cycle_id, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (((const MerPlanItem *) items->pdata[i])->plan == plan)
      g_ptr_array_add (list, mer_record_copy (items->pdata[i]));
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
  if (kind == &mer_record_plan)
    add_plan_items (doc, list, id, ((const MerRecord *) record)->cycle_id);
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
load_links (MerRecordSet        *records,
            MerDocument         *doc,
            const MerRecordKind *kind,
            gint64               cycle_id,
            GError             **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (mer_record_free);
  GPtrArray *links = mer_store_record_snapshot (doc, &mer_record_link, cycle_id, error);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];

      if (link->role == MER_LINK_DEADLINE && g_strcmp0 (link->from_kind, kind->id) == 0)
        add_target (doc, targets, link->to_kind, link->to_id);
    }
  take_targets (records, targets);
  mer_record_set_take (records, &mer_record_link, links);
  return TRUE;
}

MerRecordSet *
mer_deadline_records_load (MerDocument         *doc,
                           const MerRecordKind *kind,
                           gint64               cycle_id,
                           GError             **error)
{
  g_autoptr (MerRecordSet) records = mer_record_set_new ();
  GPtrArray *holidays = mer_store_record_snapshot (doc, &mer_record_holiday, 0, error);

  if (holidays == NULL)
    return NULL;
  mer_record_set_take (records, &mer_record_holiday, holidays);
  return load_links (records, doc, kind, cycle_id, error) ? g_steal_pointer (&records) : NULL;
}
