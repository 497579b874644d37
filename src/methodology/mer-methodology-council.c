/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Criteria that the council added to those of the edition: whether they enter the total or stand
 * beside it (policy `council.criteria`). What is counted always adds up to the maximum, so a
 * change of the policy scales all weights alike and changing it back restores them. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-private.h"
#include "methodology/mer-methodology-xml.h"

/**
 * mer_methodology_has_council_criteria:
 * @self: a methodology
 *
 * Returns: whether a criterion of the council is among the criteria
 */
gboolean
mer_methodology_has_council_criteria (const MerMethodology *self)
{
  for (guint i = 0; i < self->criteria->len; i++)
    if (((MerCriterion *) g_ptr_array_index (self->criteria, i))->council)
      return TRUE;
  return FALSE;
}

/**
 * mer_methodology_counts:
 * @self: a methodology
 * @criterion: one of its criteria
 *
 * Returns: whether it enters the total; else it is shown beside it
 */
gboolean
mer_methodology_counts (const MerMethodology *self, const MerCriterion *criterion)
{
  return !criterion->council ||
         g_strcmp0 (g_hash_table_lookup (self->policies, "council.criteria"), "total") == 0;
}

/* The largest total that the criteria that are counted can give. */
static MerRational
largest_total (const MerMethodology *self)
{
  MerRational sum = MER_RATIONAL_ZERO;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);
      g_auto (MerRational) product = MER_RATIONAL_ZERO;
      MerRational old = sum;

      if (!mer_methodology_counts (self, criterion))
        continue;
      product = mer_rational_mul (&criterion->weight, &criterion->maximum);
      sum = mer_rational_add (&old, &product);
      mer_rational_clear (&old);
    }
  return sum;
}

static gboolean
scale_weights (MerMethodology *self, const MerRational *factor, GError **error)
{
  g_autoptr (GPtrArray) criteria = mer_methodology_new_criteria ();

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);
      MerCriterion       *scaled = mer_criterion_copy (criterion);

      g_ptr_array_add (criteria, scaled);
      mer_rational_clear (&scaled->weight);
      scaled->weight = mer_rational_mul (&criterion->weight, factor);
      if (!mer_methodology_can_hold (&scaled->weight))
        {
          g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID,
                       _("The weight of criterion %s cannot be scaled exactly. Set the weights of "
                         "the criteria first."),
                          criterion->code);
          return FALSE;
        }
    }
  g_ptr_array_unref (self->criteria);
  self->criteria = g_steal_pointer (&criteria);
  return TRUE;
}

gboolean
mer_methodology_settle_council (const MerMethodology *before,
                                MerMethodology       *self,
                                GError              **error)
{
  g_auto (MerRational) old = largest_total (before);
  g_auto (MerRational) now = largest_total (self);
  g_auto (MerRational) factor = MER_RATIONAL_ZERO;

  if (mer_rational_cmp (&old, &self->maximum) != 0 || mer_rational_is_zero (&now) ||
      mer_rational_cmp (&now, &self->maximum) == 0)
    return TRUE; /* weights that were wrong before stay for the user to see */
  factor = mer_rational_div (&self->maximum, &now);
  return scale_weights (self, &factor, error);
}
