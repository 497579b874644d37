/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The total against that of the cycle before, and in words why there is none: an empty place in
 * the rating is never left without its reason. */

#include "config.h"

#include "ui/pages/mer-rating-difference.h"

#include <glib/gi18n.h>

static const MerScoreRow *
previous_row (const MerResults  *results,
              const MerScoreRow *row)
{
  if (results->previous == NULL)
    return NULL;
  return mer_score_table_find (results->previous, row->organization->id);
}

/* Points of 160 are not subtracted from points of 100. */
static gboolean
scales_differ (const MerResults *results)
{
  return results->previous != NULL &&
         mer_rational_cmp (&results->scores->methodology->maximum,
                           &results->previous->methodology->maximum) != 0;
}

gboolean
mer_rating_difference (const MerResults  *results,
                       const MerScoreRow *row,
                       MerRational       *out)
{
  const MerScoreRow *before = previous_row (results, row);
  guint              decimals = results->scores->decimals;
  g_auto (MerRational) now = MER_RATIONAL_ZERO;
  g_auto (MerRational) then = MER_RATIONAL_ZERO;

  if (before == NULL || !before->total.defined || !row->total.defined || scales_differ (results))
    return FALSE;
  now = mer_rational_round (&row->total.value, decimals);
  then = mer_rational_round (&before->total.value, decimals);
  *out = mer_rational_sub (&now, &then);
  return TRUE;
}

static char *
maximum_text (const MerScoreTable *scores)
{
  return mer_format_rational (mer_language_of_locale (), &scores->methodology->maximum, 0);
}

static char *
scales_text (const MerResults *results)
{
  int              year = results->previous_cycle->year;
  g_autofree char *now = maximum_text (results->scores);
  g_autofree char *then = maximum_text (results->previous);

  /* Translators: a year, and the largest scores there are by the rules of then and of now. */
  return g_strdup_printf (_("The rules of %d were others: %s points at most, now %s. “Compare…” "
                            "shows both in per cent of the maximum."),
                             year, then, now);
}

char *
mer_rating_difference_reason (const MerResults  *results,
                              const MerScoreRow *row)
{
  const MerScoreRow *before = previous_row (results, row);
  int                year = results->previous_cycle != NULL ? results->previous_cycle->year : 0;

  if (results->previous == NULL)
    return NULL;
  if (scales_differ (results))
    return scales_text (results);
  if (!row->total.defined)
    return g_strdup (_("There is no score to compare."));
  if (before == NULL)
    return g_strdup_printf (_("The organization was not assessed in %d."), year);
  if (!before->total.defined)
    return g_strdup_printf (_("The organization had no score in %d."), year);
  return NULL;
}

char *
mer_rating_difference_note (const MerResults *results)
{
  if (!scales_differ (results))
    return g_strdup ("");
  /* Translators: under the rating; %d is a year, and stands in the heading of the column. */
  return g_strdup_printf (_("Δ %d is not given: other rules"), results->previous_cycle->year);
}
