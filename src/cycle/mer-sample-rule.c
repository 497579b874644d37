/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many questionnaires an organization needs. */

#include "cycle/mer-sample-rule.h"

/**
 * mer_sample_rule_required:
 * @rule: the share and the ceiling
 * @recipients: N, recipients of services; negative when unknown
 *
 * n = min (⌈percent·N / 100⌉, most), the order 675н of 2018. The direction of the
 * rounding is the stricter reading: a sample is never short by a part of a person.
 *
 * Returns: the number of questionnaires; −1 when @recipients is unknown
 */
gint64
mer_sample_rule_required (const MerSampleRule *rule,
                          gint64               recipients)
{
  gint64 hundreds = recipients / 100;
  gint64 rest = recipients % 100;

  g_return_val_if_fail (rule->percent >= 1 && rule->percent <= 100, -1);
  if (recipients < 0)
    return -1;
  /* split, so that no N overflows */
  return MIN (hundreds * rule->percent + (rest * rule->percent + 99) / 100, (gint64) rule->most);
}
