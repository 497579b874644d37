/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All kinds of records: a line each. A new one also needs its table in a migration of the
 * document (src/store/migrations). */

#include "config.h"

#include "cycle/mer-record-kinds.h"

#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-selection.h"
#include "cycle/mer-work-plan.h"

static const MerRecordKind *const kinds[] = {
  &mer_record_work_item,
  &mer_record_holiday,
  &mer_record_event,
  &mer_record_link,
  &mer_record_member,
  &mer_record_meeting,
  &mer_record_attendance,
  &mer_record_agenda_item,
  &mer_record_vote,
  &mer_record_contract,
  &mer_record_delivery,
  &mer_record_remark,
  &mer_record_paper,
  &mer_record_issued,
  &mer_record_window,
  &mer_record_earlier,
  &mer_record_scheduled,
  &mer_record_head,
  &mer_record_recommendation,
  &mer_record_plan,
  &mer_record_plan_item,
  &mer_record_measure,
  &mer_record_control_mark,
  &mer_record_management_decision,
  &mer_record_road_item,
  &mer_record_publication,
  NULL,
};

const MerRecordKind *const *
mer_record_kinds (void)
{
  return kinds;
}

const MerRecordKind *
mer_record_kind_find (const char *id)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i]->id, id) == 0)
      return kinds[i];
  return NULL;
}
