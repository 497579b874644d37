/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines of plans by their phrases. Kept apart because days of periods are numbered otherwise
 * than days of records. */

#include "config.h"

#include "core/mer-period.h"
#include "cycle/mer-plan-rules.h"

/* 1970-01-01 as GDate counts. */
#define EPOCH 719163

gint64
mer_plan_deadline (const char *phrase,
                   int         year,
                   gint64      event,
                   gint64     *first)
{
  g_autoptr (MerPeriod) parsed = mer_period_parse (phrase, year);
  g_autoptr (MerPeriod) period = NULL;
  MerDay day = event != MER_PLAN_NO_DAY ? (MerDay) (event + EPOCH) : MER_DAY_NONE;

  period = mer_period_resolve (parsed, day, NULL);
  if (first != NULL)
    *first = mer_period_get_first (period) != MER_DAY_NONE ? mer_period_get_first (period) - EPOCH
                                                           : MER_PLAN_NO_DAY;
  return mer_period_get_last (period) != MER_DAY_NONE ? mer_period_get_last (period) - EPOCH
                                                      : MER_PLAN_NO_DAY;
}
