/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The total against that of the organization's last assessment before, and in words why there is
 * none: an empty place in the rating is never left without its reason. */

#include "config.h"

#include "ui/pages/mer-rating-difference.h"

#include <glib/gi18n.h>

/* Points of 160 are not subtracted from points of 100. */
static gboolean
scales_differ (const MerResults  *results,
               const MerPastYear *last)
{
  return mer_rational_cmp (&results->scores->methodology->maximum,
                           &last->scores->methodology->maximum) != 0;
}

/* The year that the total of the row can be compared to, and its scores: NULL, none. */
static const MerPastYear *
comparable (const MerResults   *results,
            const MerScoreRow  *row,
            const MerScoreRow **before)
{
  const MerPastYear *last = mer_score_past_find (results->past, row->organization->id, before);

  return last != NULL && (*before)->total.defined && row->total.defined &&
             !scales_differ (results, last)
           ? last
           : NULL;
}

gboolean
mer_rating_difference (const MerResults  *results,
                       const MerScoreRow *row,
                       MerRational       *out)
{
  const MerScoreRow *before = NULL;
  guint              decimals = results->scores->decimals;
  g_auto (MerRational) now = MER_RATIONAL_ZERO;
  g_auto (MerRational) then = MER_RATIONAL_ZERO;

  if (comparable (results, row, &before) == NULL)
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
scales_text (const MerResults  *results,
             const MerPastYear *last)
{
  g_autofree char *now = maximum_text (results->scores);
  g_autofree char *then = maximum_text (last->scores);

  /* Translators: a year, and the largest scores there are by the rules of then and of now. */
  return g_strdup_printf (_("The rules of %d were others: %s points at most, now %s. “Compare…” "
                            "shows both in per cent of the maximum."),
                             last->cycle->year, then, now);
}

char *
mer_rating_difference_words (const MerResults  *results,
                             const MerScoreRow *row)
{
  const MerScoreRow *before = NULL;
  const MerPastYear *last = mer_score_past_find (results->past, row->organization->id, &before);
  g_autofree char   *then = NULL;

  if (results->past->len == 0)
    return NULL;
  if (last == NULL)
    return g_strdup (_("The organization was not assessed before."));
  if (scales_differ (results, last))
    return scales_text (results, last);
  if (!row->total.defined)
    return g_strdup (_("There is no score to compare."));
  if (!before->total.defined)
    return g_strdup_printf (_("The organization had no score in %d."), last->cycle->year);
  then = mer_format_rational (mer_language_of_locale (), &before->total.value,
                              last->scores->decimals);
  /* Translators: the score that an organization had at its last assessment before, and its year */
  return g_strdup_printf (_("%s in %d"), then, last->cycle->year);
}

/* One year of all, 0 before the first; −1 when there are several. */
static void
meet_year (int *year,
           int  another)
{
  *year = *year == 0 || *year == another ? another : -1;
}

/* The year that the differences are told against; where none is given, that whose rules were
 * others, which are `others`. 0: there are several years, or none. */
static int
year_told (const MerResults *results,
           gboolean         *others)
{
  int given = 0, other = 0;

  for (guint i = 0; i < results->scores->n_rows; i++)
    {
      const MerScoreRow *row = &results->scores->rows[i];
      const MerScoreRow *before = NULL;
      const MerPastYear *last = comparable (results, row, &before);

      if (last != NULL)
        {
          meet_year (&given, last->cycle->year);
          continue;
        }
      last = mer_score_past_find (results->past, row->organization->id, NULL);
      if (last != NULL && row->total.defined && scales_differ (results, last))
        meet_year (&other, last->cycle->year);
    }
  *others = given == 0 && other > 0;
  return MAX (given != 0 ? given : other, 0);
}

char *
mer_rating_difference_title (const MerResults *results)
{
  gboolean others = FALSE;
  int      year = year_told (results, &others);

  return year != 0 ? g_strdup_printf ("Δ %d", year) : g_strdup ("Δ");
}

char *
mer_rating_difference_note (const MerResults *results)
{
  gboolean others = FALSE;
  int      year = year_told (results, &others);

  /* Translators: under the rating; %d is a year, and stands in the heading of the column. */
  return others ? g_strdup_printf (_("Δ %d is not given: other rules"), year) : g_strdup ("");
}
