/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due, overdue and done. A day on which it was done closes what is due once; what recurs is
 * closed until its next occurrence. */

#include "config.h"

#include "cycle/mer-due.h"

static const MerLink *
find_link (const MerDueContext *context,
           const MerRecord     *record)
{
  for (guint i = 0; context->links != NULL && i < context->links->len; i++)
    {
      const MerLink *link = context->links->pdata[i];

      if (link->role == MER_LINK_DEADLINE && link->from_id == record->id &&
          g_strcmp0 (link->from_kind, record->kind->id) == 0)
        return link;
    }
  return NULL;
}

GHashTable *
mer_due_periods_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) mer_period_unref);
}

/* Phrases come again and again. */
static MerPeriod *
understand (const MerDueContext *context,
            const char          *phrase)
{
  MerPeriod *period = NULL;

  if (context->periods == NULL || phrase == NULL)
    return mer_period_parse (phrase, context->year);
  period = g_hash_table_lookup (context->periods, phrase);
  if (period == NULL)
    {
      period = mer_period_parse (phrase, context->year);
      g_hash_table_insert (context->periods, g_strdup (phrase), period);
    }
  return mer_period_ref (period);
}

MerPeriod *
mer_due_period (const MerDueContext *context,
                gconstpointer        record,
                const char          *deadline)
{
  g_autoptr (MerPeriod) own = understand (context, deadline);
  const MerLink *link = find_link (context, record);
  MerDay         day = MER_DAY_NONE;

  if (link != NULL && context->day_of != NULL)
    day = context->day_of (link->to_kind, link->to_id, context->year, context->data);
  return mer_period_resolve (own, day, context->calendar);
}

gboolean
mer_due_has_passed (MerDay last,
                    MerDay today)
{
  return last != MER_DAY_NONE && last < today;
}

MerDueState
mer_due_state_on (const MerPeriod *period,
                  MerDay           today,
                  MerDay           done)
{
  MerDay   first = MER_DAY_NONE;
  gboolean recurs = mer_period_get_recurrence (period) != MER_RECURRENCE_NONE;

  if (done != MER_DAY_NONE && !recurs)
    return MER_DUE_DONE;
  if (mer_period_is_overdue (period, today, done))
    return MER_DUE_OVERDUE;
  if (done != MER_DAY_NONE &&
      (!mer_period_occurrence (period, done, &first, NULL) || first > today))
    return MER_DUE_DONE;
  if (mer_period_get_kind (period) == MER_PERIOD_CONTINUOUS)
    return MER_DUE_RUNNING;
  first = mer_period_get_first (period);
  if (first == MER_DAY_NONE)
    return MER_DUE_OPEN;
  return first <= today ? MER_DUE_RUNNING : MER_DUE_PLANNED;
}

MerDueState
mer_due_state (const MerDueContext *context,
               const MerPeriod     *period,
               const char          *done)
{
  return mer_due_state_on (period, context->today, mer_day_from_iso (done));
}

static MerDueState
state_of (const MerDueContext *context,
          gconstpointer        record,
          const char          *deadline,
          const char          *done)
{
  g_autoptr (MerPeriod) period = mer_due_period (context, record, deadline);

  return mer_due_state (context, period, done);
}

MerDueState
mer_publication_state (const MerDueContext  *context,
                       const MerPublication *publication)
{
  return state_of (context, publication, publication->deadline, publication->done_on);
}

MerDueState
mer_event_state (const MerDueContext *context,
                 const MerEvent      *event)
{
  return state_of (context, event, event->deadline, event->held);
}

gboolean
mer_due_days_left (const MerDueContext *context,
                   const MerPeriod     *period,
                   const char          *done,
                   int                 *days)
{
  MerDay last = MER_DAY_NONE;

  if (!mer_period_occurrence (period, mer_day_from_iso (done), NULL, &last))
    last = mer_period_get_last (period);
  if (last == MER_DAY_NONE)
    return FALSE;
  *days = last - context->today;
  return TRUE;
}
