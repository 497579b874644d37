/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weights that add up. Proportions stay exact where the schema can hold them; else they are
 * rounded, and the largest weight takes what is left. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-edit-private.h"

#define DECIMALS 4 /* of weights that cannot be exact */

/* A weight, and what a unit of it adds to the maximum. */
typedef struct
{
  MerRational       *weight;
  const MerRational *unit;
} Share;

static GArray *
shares_of (MerMethodology *self, const MerSpot *spot)
{
  GArray    *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  GPtrArray *list = spot->kind == MER_PART_CRITERION ? ((MerCriterion *) spot->part)->indicators
                                                     : self->criteria;

  for (guint i = 0; i < list->len; i++)
    {
      Share share;

      if (spot->kind == MER_PART_CRITERION)
        share = (Share){ &((MerIndicator *) list->pdata[i])->weight,
                         &((MerIndicator *) list->pdata[i])->cap };
      else if (!mer_methodology_counts (self, list->pdata[i]))
        continue;
      else
        share = (Share){ &((MerCriterion *) list->pdata[i])->weight,
                         &((MerCriterion *) list->pdata[i])->maximum };
      g_array_append_val (shares, share);
    }
  return shares;
}

static void
replace (MerRational *number, MerRational by)
{
  mer_rational_clear (number);
  *number = by;
}

static MerRational
sum_of (const GArray *shares)
{
  MerRational sum = MER_RATIONAL_ZERO;

  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      g_auto (MerRational) product = mer_rational_mul (share->weight, share->unit);

      replace (&sum, mer_rational_add (&sum, &product));
    }
  return sum;
}

static void
scale (GArray *shares, const MerRational *sum, const MerRational *maximum)
{
  g_auto (MerRational) factor = mer_rational_div (maximum, sum);

  for (guint i = 0; i < shares->len; i++)
    {
      MerRational *weight = g_array_index (shares, Share, i).weight;

      replace (weight, mer_rational_mul (weight, &factor));
    }
}

static gboolean
can_hold (const GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    if (!mer_methodology_can_hold (g_array_index (shares, Share, i).weight))
      return FALSE;
  return TRUE;
}

/* Rounds, and lets the weight that weighs most take what is left. */
static gboolean
round_off (GArray *shares, const MerRational *maximum)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) rest = MER_RATIONAL_ZERO;
  g_auto (MerRational) correction = MER_RATIONAL_ZERO;
  guint largest = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      MerRational *weight = g_array_index (shares, Share, i).weight;

      replace (weight, mer_rational_round (weight, DECIMALS));
      if (mer_rational_cmp (weight, g_array_index (shares, Share, largest).weight) > 0)
        largest = i;
    }
  sum = sum_of (shares);
  rest = mer_rational_sub (maximum, &sum);
  if (mer_rational_is_zero (g_array_index (shares, Share, largest).unit))
    return FALSE;
  correction = mer_rational_div (&rest, g_array_index (shares, Share, largest).unit);
  replace (g_array_index (shares, Share, largest).weight,
           mer_rational_add (g_array_index (shares, Share, largest).weight, &correction));
  return can_hold (shares);
}

/* Equal weights where there are none. */
static void
make_equal (GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    replace (g_array_index (shares, Share, i).weight, mer_rational_new (1, 1));
}

static gboolean
all_zero (const GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    if (!mer_rational_is_zero (g_array_index (shares, Share, i).weight))
      return FALSE;
  return TRUE;
}

/**
 * mer_methodology_normalize:
 * @self: a methodology
 * @path: the path of a criterion, or "" for the weights of the criteria
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology with weights that add up, or %NULL with
 *   @error
 */
MerMethodology *
mer_methodology_normalize (const MerMethodology *self, const char *path, GError **error)
{
  g_autoptr (MerMethodology) copy = mer_methodology_thaw (self);
  g_autoptr (GArray) shares = NULL;
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  const MerRational *maximum;
  MerSpot            spot;

  if (!mer_spot_find (&spot, copy, path, error))
    return NULL;
  if (spot.kind != MER_PART_CRITERION && spot.kind != MER_PART_METHODOLOGY)
    {
      mer_edit_fail (error, "%s", _("Only the weights of a criterion or of all criteria add up."));
      return NULL;
    }
  maximum =
    spot.kind == MER_PART_CRITERION ? &((MerCriterion *) spot.part)->maximum : &copy->maximum;
  shares = shares_of (copy, &spot);
  if (all_zero (shares))
    make_equal (shares);
  sum = sum_of (shares);
  if (mer_rational_is_zero (&sum))
    {
      mer_edit_fail (error, "%s", _("There is nothing whose weights could add up."));
      return NULL;
    }
  scale (shares, &sum, maximum);
  if (!can_hold (shares) && !round_off (shares, maximum))
    {
      mer_edit_fail (error, "%s", _("No weights in this proportion add up to the maximum."));
      return NULL;
    }
  return g_steal_pointer (&copy);
}
