/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines: any bytes as a phrase. What is understood is printed and understood again as the
 * same, its occurrences go forward, and a mended phrase is text. The first byte tells whether the
 * plan has a year. */

#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/mer-period.h"
#include "fuzz.h"

static void
check_text (const MerPeriod *period)
{
  g_autofree char *text = mer_period_to_text (period);
  g_autofree char *again_text = NULL;
  g_autoptr (MerPeriod) again = mer_period_parse (text, 0);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (mer_period_get_kind (period) == MER_PERIOD_UNKNOWN)
    {
      g_assert_cmpstr (text, ==, "");
      return;
    }
  if (!mer_period_equal (period, again))
    {
      fprintf (stderr, "“%s” is understood otherwise than what it was printed from\n", text);
      abort ();
    }
  again_text = mer_period_to_text (again);
  g_assert_cmpstr (text, ==, again_text);
  g_assert_cmpint (mer_period_compare (period, again), ==, 0);
}

static void
check_days (const MerPeriod *period)
{
  MerDay first = MER_DAY_NONE;
  MerDay last = MER_DAY_NONE;
  MerDay before = MER_DAY_NONE;

  if (mer_period_get_last (period) != MER_DAY_NONE)
    g_assert_cmpint (mer_period_get_first (period), <=, mer_period_get_last (period));
  for (int i = 0; i < 20 && mer_period_occurrence (period, before, &first, &last); i++)
    {
      g_assert_cmpint (first, >, before);
      g_assert_cmpint (last, >=, first);
      g_assert_true (mer_period_next (period, last, NULL, NULL));
      before = first;
    }
  mer_period_is_overdue (period, mer_day_new (2021, 6, 1), before);
}

static void
check_words (const MerPeriod *period,
             const char      *phrase)
{
  g_autofree char *understood = mer_period_understood (period, MER_LANGUAGE_EN);
  g_autofree char *problem = mer_period_describe_problem (period, phrase, MER_LANGUAGE_RU);
  g_autofree char *mended = mer_period_mend (phrase);
  g_autoptr (GPtrArray) defects = mer_period_defects (phrase);
  g_autoptr (MerPeriod) resolved = mer_period_resolve (period, mer_day_new (2099, 12, 1), NULL);

  g_assert_true (g_utf8_validate (understood, -1, NULL));
  g_assert_true ((problem == NULL) == (mer_period_get_kind (period) != MER_PERIOD_UNKNOWN));
  g_assert_true (!g_utf8_validate (phrase, -1, NULL) || g_utf8_validate (mended, -1, NULL));
  for (guint i = 0; i < defects->len; i++)
    {
      g_autofree char *text = mer_period_defect_to_text (g_ptr_array_index (defects, i),
                                                         MER_LANGUAGE_RU);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  check_days (resolved);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *phrase = NULL;
  g_autoptr (MerPeriod) period = NULL;

  if (size < 1)
    return 0;
  phrase = g_strndup ((const char *) data + 1, size - 1);
  period = mer_period_parse (phrase, data[0] % 2 == 0 ? 2021 : 0);
  check_text (period);
  check_days (period);
  check_words (period, phrase);
  return 0;
}
