/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The operator's work of a cycle, checked. */

#include "config.h"

#include "app/mer-delivery-notes.h"

#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

static MerDeliveryContext
context_of (MerRecordSet   *records,
            GHashTable     *settings,
            const MerCycle *cycle,
            const char     *today)
{
  return (MerDeliveryContext){
    .contracts = mer_record_set_get (records, &mer_record_contract),
    .deliveries = mer_record_set_get (records, &mer_record_delivery),
    .remarks = mer_record_set_get (records, &mer_record_remark),
    .year = cycle->year,
    .months = (int) mer_cycle_settings_get_number (settings, MER_SETTING_COUNCIL_DAYS),
    .today = mer_day_from_iso (today),
    .approved = cycle->approved,
  };
}

/**
 * mer_delivery_notes_of:
 * @records: of a cycle
 * @settings: (nullable): of that cycle
 * @cycle: the cycle
 * @today: ISO
 *
 * Returns: (transfer full) (element-type MerRuleNote): what the rules say
 */
GPtrArray *
mer_delivery_notes_of (MerRecordSet   *records,
                       GHashTable     *settings,
                       const MerCycle *cycle,
                       const char     *today)
{
  MerDeliveryContext context = context_of (records, settings, cycle, today);

  return mer_delivery_check (&context);
}

/**
 * mer_delivery_notes_load:
 * @doc: a document of the calling thread
 * @cycle_id: a cycle, 0: the latest
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerRuleNote): the same, after the council's term
 */
GPtrArray *
mer_delivery_notes_load (MerDocument *doc,
                         gint64       cycle_id,
                         GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerRecordSet) records =
    cycle != NULL ? mer_store_record_set (doc, cycle->id, error) : NULL;
  g_autoptr (GHashTable) settings =
    records != NULL ? mer_store_cycle_settings (doc, cycle->id, error) : NULL;
  g_autofree char   *today = mer_today ();
  MerDeliveryContext context = { 0 };
  GPtrArray         *notes = NULL;
  MerRuleNote       *term = NULL;

  if (settings == NULL)
    return NULL;
  context = context_of (records, settings, cycle, today);
  notes = mer_delivery_check (&context);
  term = mer_delivery_council_note (&context);
  if (term != NULL)
    g_ptr_array_insert (notes, 0, term);
  return notes;
}
