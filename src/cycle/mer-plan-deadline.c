/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines of plans by their phrases. */

#include "config.h"

#include "core/mer-period.h"
#include "cycle/mer-plan-rules.h"

MerDay
mer_plan_deadline (const char *phrase,
                   int         year,
                   MerDay      event,
                   MerDay     *first)
{
  g_autoptr (MerPeriod) parsed = mer_period_parse (phrase, year);
  g_autoptr (MerPeriod) period = mer_period_resolve (parsed, event, NULL);

  if (first != NULL)
    *first = mer_period_get_first (period);
  return mer_period_get_last (period);
}
