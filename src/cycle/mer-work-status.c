/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When items of a work plan are due and what has become of them. */

#include "config.h"

#include "core/mer-spoken.h"
#include "cycle/mer-due.h"
#include "cycle/mer-work-rules.h"

/* Deadlines that are taken from one another further than this go round in a circle. */
#define MAX_STEPS 32

static const MerLink *
find_link (const MerWorkContext *context,
           const MerWorkItem    *item,
           MerLinkRole           role)
{
  for (guint i = 0; context->links != NULL && i < context->links->len; i++)
    {
      const MerLink *link = context->links->pdata[i];

      if (link->role == (int) role && link->from_id == item->record.id &&
          g_strcmp0 (link->from_kind, mer_record_work_item.id) == 0)
        return link;
    }
  return NULL;
}

/* «по отдельному плану»: as the event, publication … that it is taken from is due; of a plan of
 * improvement, as its items are. */
static MerPeriod *
period_of_schedule (const MerWorkContext *context,
                    const MerLink        *link)
{
  const char *phrase = context->phrase_of != NULL
                         ? context->phrase_of (link->to_kind, link->to_id, context->data)
                         : NULL;
  g_autoptr (MerPeriod) its = phrase != NULL ? mer_period_parse (phrase, context->year) : NULL;
  MerDay first = MER_DAY_NONE;
  MerDay last = MER_DAY_NONE;

  if (context->span_of != NULL && context->span_of (link->to_kind, link->to_id, context->year,
                                                    &first, &last, context->data))
    return mer_period_new_range (first, last);
  if (its == NULL || mer_period_get_kind (its) == MER_PERIOD_UNKNOWN)
    return NULL;
  return g_steal_pointer (&its);
}

static MerPeriod *
period_of (const MerWorkContext *context,
           const MerWorkItem    *item,
           guint                 steps)
{
  g_autoptr (MerPeriod) own = mer_period_parse (item->deadline, context->year);
  const MerLink     *link = find_link (context, item, MER_LINK_DEADLINE);
  const MerWorkItem *other = NULL;
  MerDay             day = MER_DAY_NONE;

  if (link == NULL || steps == MAX_STEPS)
    return mer_period_resolve (own, MER_DAY_NONE, context->calendar);
  if (g_strcmp0 (link->to_kind, mer_record_work_item.id) == 0)
    {
      g_autoptr (MerPeriod) its = NULL;

      other = mer_records_find (context->items, link->to_id);
      its = other != NULL ? period_of (context, other, steps + 1) : NULL;
      if (its != NULL && (mer_period_get_kind (own) != MER_PERIOD_AFTER_EVENT ||
                          mer_period_get_relation (own) == MER_RELATION_DURING))
        return g_steal_pointer (&its);
      day = its != NULL ? mer_day_from_iso (other->done_on) : MER_DAY_NONE;
      if (its != NULL && day == MER_DAY_NONE)
        day = mer_period_get_last (its);
    }
  else if (mer_period_get_kind (own) == MER_PERIOD_SCHEDULE)
    {
      g_autoptr (MerPeriod) its = period_of_schedule (context, link);

      return its != NULL ? g_steal_pointer (&its) : g_steal_pointer (&own);
    }
  else if (context->day_of != NULL)
    day = context->day_of (link->to_kind, link->to_id, context->year, context->data);
  return mer_period_resolve (own, day, context->calendar);
}

MerPeriod *
mer_work_item_period (const MerWorkContext *context,
                      const MerWorkItem    *item)
{
  return period_of (context, item, 0);
}

gboolean
mer_work_item_has_deadline_link (const MerWorkContext *context,
                                 const MerWorkItem    *item)
{
  return find_link (context, item, MER_LINK_DEADLINE) != NULL;
}

const MerWorkItem *
mer_work_item_deadline_source (const MerWorkContext *context,
                               const MerWorkItem    *item)
{
  const MerLink *link = find_link (context, item, MER_LINK_DEADLINE);

  return link != NULL && g_strcmp0 (link->to_kind, mer_record_work_item.id) == 0
           ? mer_records_find (context->items, link->to_id)
           : NULL;
}

gboolean
mer_work_item_has_evidence (const MerWorkContext *context,
                            const MerWorkItem    *item)
{
  return item->evidence != NULL || find_link (context, item, MER_LINK_EVIDENCE) != NULL;
}

/* Done is what has its day and something to show; a tick alone is none. What recurs is done until
 * its next occurrence is over. */
static MerWorkStatus
own_status (const MerWorkContext *context,
            const MerWorkItem    *item)
{
  static const MerWorkStatus statuses[] = {
    [MER_DUE_OPEN] = MER_WORK_STATUS_PLANNED,
    [MER_DUE_PLANNED] = MER_WORK_STATUS_PLANNED,
    [MER_DUE_RUNNING] = MER_WORK_STATUS_RUNNING,
    [MER_DUE_OVERDUE] = MER_WORK_STATUS_OVERDUE,
    [MER_DUE_DONE] = MER_WORK_STATUS_DONE,
  };
  g_autoptr (MerPeriod) period = NULL;
  MerDay done = MER_DAY_NONE;

  if (item->state == MER_WORK_DROPPED)
    return MER_WORK_STATUS_DROPPED;
  if (mer_work_item_has_evidence (context, item))
    done = mer_day_from_iso (item->done_on);
  period = mer_work_item_period (context, item);
  return statuses[mer_due_state_on (period, context->today, done)];
}

/* Overdue when one part is; done when all are that were not dropped; else running or planned. */
static MerWorkStatus
status_of_parts (const guint *counts,
                 guint        n)
{
  if (counts[MER_WORK_STATUS_OVERDUE] > 0)
    return MER_WORK_STATUS_OVERDUE;
  if (counts[MER_WORK_STATUS_DROPPED] == n)
    return MER_WORK_STATUS_DROPPED;
  if (counts[MER_WORK_STATUS_DONE] + counts[MER_WORK_STATUS_DROPPED] == n)
    return MER_WORK_STATUS_DONE;
  return counts[MER_WORK_STATUS_RUNNING] > 0 || counts[MER_WORK_STATUS_DONE] > 0
           ? MER_WORK_STATUS_RUNNING
           : MER_WORK_STATUS_PLANNED;
}

static MerWorkStatus
status_of (const MerWorkContext *context,
           const MerWorkItem    *item,
           guint                 depth)
{
  guint counts[MER_WORK_STATUS_DROPPED + 1] = { 0 };
  guint n = 0;

  if (item->state == MER_WORK_DROPPED)
    return MER_WORK_STATUS_DROPPED;
  for (guint i = 0; depth < 2 && i < context->items->len; i++)
    {
      const MerWorkItem *part = context->items->pdata[i];

      if (part->parent != item->record.id || part == item || item->record.id == 0)
        continue;
      counts[status_of (context, part, depth + 1)]++;
      n++;
    }
  if (n > 0)
    return status_of_parts (counts, n);
  return item->level == MER_WORK_SECTION ? MER_WORK_STATUS_NONE : own_status (context, item);
}

MerWorkStatus
mer_work_item_status (const MerWorkContext *context,
                      const MerWorkItem    *item)
{
  return status_of (context, item, 0);
}

const char *
mer_work_status_title (MerWorkStatus status)
{
  switch (status)
    {
    case MER_WORK_STATUS_PLANNED:
      return _("planned");
    case MER_WORK_STATUS_RUNNING:
      return _("in work");
    case MER_WORK_STATUS_OVERDUE:
      return _("overdue");
    case MER_WORK_STATUS_DONE:
      return _("done");
    case MER_WORK_STATUS_DROPPED:
      return _("dropped");
    case MER_WORK_STATUS_NONE:
    default:
      return "";
    }
}

void
mer_work_count (const MerWorkContext *context,
                guint                *counts,
                guint                *n_items)
{
  *n_items = 0;
  for (guint i = 0; i <= MER_WORK_STATUS_DROPPED; i++)
    counts[i] = 0;
  for (guint i = 0; i < context->items->len; i++)
    {
      const MerWorkItem *item = context->items->pdata[i];

      if (item->level != MER_WORK_ITEM)
        continue;
      counts[mer_work_item_status (context, item)]++;
      if (item->state != MER_WORK_DROPPED)
        (*n_items)++;
    }
}
