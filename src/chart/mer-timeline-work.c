/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the time scale out of a work plan. */

#include "config.h"

#include "chart/mer-timeline-work.h"

#include "cycle/mer-work-order.h"

static MerTimelineStatus
status_of (const MerWorkContext *context,
           const MerWorkItem    *item)
{
  switch (mer_work_item_status (context, item))
    {
    case MER_WORK_STATUS_OVERDUE:
      return MER_TIMELINE_OVERDUE;
    case MER_WORK_STATUS_DONE:
      return MER_TIMELINE_DONE;
    case MER_WORK_STATUS_RUNNING:
      return MER_TIMELINE_WORK;
    case MER_WORK_STATUS_NONE:
    case MER_WORK_STATUS_PLANNED:
    case MER_WORK_STATUS_DROPPED:
    default:
      return MER_TIMELINE_PLANNED;
    }
}

static MerTimelineRow *
make_row (const MerWorkContext *context,
          const MerWorkItem    *item)
{
  MerTimelineRow *row = g_new0 (MerTimelineRow, 1);
  g_autoptr (MerPeriod) period = mer_work_item_period (context, item);

  row->id = item->record.id;
  row->label = mer_work_item_label (context->items, item);
  row->phrase = g_strdup (item->deadline);
  row->heading = item->level == MER_WORK_SECTION;
  row->first = mer_period_get_first (period);
  row->last = mer_period_get_last (period);
  row->until = mer_period_is_until (period);
  row->continuous = mer_period_get_kind (period) == MER_PERIOD_CONTINUOUS;
  row->status = status_of (context, item);
  return row;
}

GPtrArray *
mer_timeline_rows_of_work (const MerWorkContext *context)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_timeline_row_free);

  for (guint i = 0; i < context->items->len; i++)
    {
      const MerWorkItem *item = context->items->pdata[i];

      if (item->state == MER_WORK_OPEN)
        g_ptr_array_add (rows, make_row (context, item));
    }
  return rows;
}
