/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running sums: weights add up to the maxima that are printed. Where every part has the maximum
 * of the whole, that is a sum of 1, and people think of it so; else it is a sum of points. */

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "methodology/mer-methodology-problems-private.h"

gboolean
mer_check_is_positive (const MerRational *number)
{
  const MerRational zero = MER_RATIONAL_ZERO;

  return mer_rational_cmp (number, &zero) > 0;
}

/* Exact, with the decimal mark of whoever reads the sentence. */
static char *
in_words (const MerRational *number)
{
  char *text = mer_rational_to_string (number);

  return mer_language_of_locale () == MER_LANGUAGE_RU ? g_strdelimit (text, ".", ',') : text;
}

/* A sum of weights, and what they give when all is perfect. */
typedef struct
{
  MerRational        weights;
  MerRational        points;
  const MerRational *maximum;
  gboolean           is_plain; /* each unit is the maximum */
} Sum;

static void
clear_sum (Sum *self)
{
  mer_rational_clear (&self->weights);
  mer_rational_clear (&self->points);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sum, clear_sum)

static void
add (MerRational *sum, const MerRational *number)
{
  MerRational old = *sum;

  *sum = mer_rational_add (&old, number);
  mer_rational_clear (&old);
}

static void
add_weight (Sum *self, const MerRational *weight, const MerRational *unit)
{
  g_auto (MerRational) product = mer_rational_mul (weight, unit);

  add (&self->weights, weight);
  add (&self->points, &product);
  self->is_plain = self->is_plain && mer_rational_cmp (unit, self->maximum) == 0;
}

static char *
describe_plain (const Sum *sum, const char *what)
{
  g_auto (MerRational) one = mer_rational_new (1, 1);
  g_auto (MerRational) missing = mer_rational_sub (&one, &sum->weights);
  g_auto (MerRational) excess = mer_rational_sub (&sum->weights, &one);
  gboolean         is_missing = mer_check_is_positive (&missing);
  g_autofree char *total = in_words (&sum->weights);
  g_autofree char *difference = in_words (is_missing ? &missing : &excess);

  return g_strdup_printf (is_missing ? _("The weights of %s sum up to %s: %s is missing.")
                                     : _("The weights of %s sum up to %s: %s too much."),
                                          what, total, difference);
}

static void
report (MerCheck *self, const Sum *sum, const char *what)
{
  g_autofree char *total = NULL, *maximum = NULL;

  if (mer_rational_cmp (&sum->points, sum->maximum) == 0)
    return;
  if (sum->is_plain && mer_check_is_positive (sum->maximum))
    {
      mer_check_say (self, NULL, describe_plain (sum, what));
      return;
    }
  total = in_words (&sum->points);
  maximum = in_words (sum->maximum);
  mer_check_say (self, NULL,
                 g_strdup_printf (_("The weights of %s give %s points at most instead of %s."),
                                     what, total, maximum));
}

void
mer_check_total (MerCheck *self)
{
  const MerMethodology *methodology = self->methodology;
  g_auto (Sum) sum = { MER_RATIONAL_ZERO, MER_RATIONAL_ZERO, &methodology->maximum, TRUE };

  if (!mer_check_is_positive (&methodology->maximum))
    mer_check_say (self, "maximum", g_strdup (_("The maximum must be greater than zero.")));
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      if (mer_methodology_counts (methodology, criterion))
        add_weight (&sum, &criterion->weight, &criterion->maximum);
    }
  if (methodology->criteria->len > 0)
    report (self, &sum, _("the criteria"));
}

void
mer_check_sum_of_criterion (MerCheck *self, const MerCriterion *criterion)
{
  g_auto (Sum) sum = { MER_RATIONAL_ZERO, MER_RATIONAL_ZERO, &criterion->maximum, TRUE };

  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      const MerIndicator *indicator = criterion->indicators->pdata[i];

      add_weight (&sum, &indicator->weight, &indicator->cap);
    }
  report (self, &sum, criterion->code);
}
