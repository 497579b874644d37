/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The running sums of weights that stand beside the tree of criteria. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "ui/pages/mer-methodology-outline.h"

static const char *
code_in (const char *row)
{
  return strchr (row, '/') + 1;
}

/* What weights add up to: with a unit each, to a maximum. Where all units are the maximum, the
 * weights themselves add up to 1. */
typedef struct
{
  MerRational sum; /* of weight · unit, up to the row */
  MerRational maximum;
  guint       decimals; /* of all of them; sums have as many */
  gboolean    as_weights;
  gboolean    is_last;
  gboolean    found;
} RunningSum;

static guint
decimals_of (const MerRational *number)
{
  g_autofree char *text = mer_rational_to_string (number);
  const char      *point = strchr (text, '.');

  return point != NULL ? (guint) strlen (point + 1) : 0;
}

static void
add_share (RunningSum        *self,
           const MerRational *weight,
           const MerRational *unit,
           gboolean           is_row)
{
  self->as_weights = self->as_weights && mer_rational_cmp (unit, &self->maximum) == 0;
  if (!self->found)
    {
      g_auto (MerRational) share = mer_rational_mul (weight, unit);
      MerRational sum = mer_rational_add (&self->sum, &share);

      mer_rational_clear (&self->sum);
      self->sum = sum;
    }
  self->decimals = MAX (self->decimals, decimals_of (weight));
  self->is_last = is_row;
  self->found = self->found || is_row;
}

static void
sum_criteria (RunningSum           *self,
              const MerMethodology *methodology,
              const char           *code)
{
  self->maximum = mer_rational_copy (&methodology->maximum);
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      add_share (self, &criterion->weight, &criterion->maximum,
                 g_str_equal (criterion->code, code));
    }
}

static void
sum_indicators (RunningSum         *self,
                const MerCriterion *criterion,
                const char         *code)
{
  self->maximum = mer_rational_copy (&criterion->maximum);
  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      const MerIndicator *indicator = criterion->indicators->pdata[i];

      add_share (self, &indicator->weight, &indicator->cap, g_str_equal (indicator->code, code));
    }
}

static void
running_sum (RunningSum           *self,
             const MerMethodology *methodology,
             const char           *row)
{
  if (mer_part_kind_of (row) == MER_PART_CRITERION)
    sum_criteria (self, methodology, code_in (row));
  for (guint i = 0; i < methodology->criteria->len && mer_part_kind_of (row) == MER_PART_INDICATOR;
       i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];
      g_autofree char    *owner = mer_part_owner (methodology, row);

      if (owner != NULL && g_str_has_prefix (owner, "criterion/") &&
          g_str_equal (code_in (owner), criterion->code))
        sum_indicators (self, criterion, code_in (row));
    }
}

/* Exact; a decimal has as many places as the weights, so that commas stand under each other. */
static char *
exact (const MerRational *number,
       guint              decimals)
{
  g_autofree char *text = mer_rational_to_string (number);

  if (strchr (text, '/') == NULL && decimals <= 9)
    return mer_format_rational (mer_language_of_locale (), number,
                                MAX (decimals, decimals_of (number)));
  return mer_outline_number (text);
}

/* «0,9: не хватает 0,1» */
static char *
judged (const MerRational *sum,
        const MerRational *target,
        guint              decimals,
        gboolean          *is_wrong)
{
  g_autofree char *text = exact (sum, decimals);
  g_autofree char *difference = NULL;
  int              order = mer_rational_cmp (sum, target);
  g_auto (MerRational) rest =
    order < 0 ? mer_rational_sub (target, sum) : mer_rational_sub (sum, target);

  *is_wrong = order != 0;
  difference = exact (&rest, 0);
  if (order == 0)
    /* Translators: a sum of weights that is right. */
    return g_strdup_printf (_("%s ✓"), text);
  if (order < 0)
    /* Translators: a sum of weights and what it lacks: "0.9: 0.1 is missing". */
    return g_strdup_printf (_("%s: %s is missing"), text, difference);
  /* Translators: a sum of weights and what it has too much: "1.1: 0.1 too much". */
  return g_strdup_printf (_("%s: %s too much"), text, difference);
}

char *
mer_outline_sum (const MerMethodology *methodology,
                 const char           *row,
                 gboolean             *is_wrong)
{
  RunningSum self = { .sum = MER_RATIONAL_ZERO, .maximum = MER_RATIONAL_ZERO, .as_weights = TRUE };
  g_auto (MerRational) one = mer_rational_new (1, 1);
  char *text = NULL;

  *is_wrong = FALSE;
  if (mer_outline_is_part (row))
    running_sum (&self, methodology, row);
  if (self.found && self.as_weights && !mer_rational_is_zero (&self.maximum))
    {
      MerRational sum = mer_rational_div (&self.sum, &self.maximum);

      mer_rational_clear (&self.sum);
      self.sum = sum;
      mer_rational_clear (&self.maximum);
      self.maximum = mer_rational_copy (&one);
    }
  if (!self.found)
    text = g_strdup ("");
  else
    text = self.is_last ? judged (&self.sum, &self.maximum, self.decimals, is_wrong)
                        : exact (&self.sum, self.decimals);
  mer_rational_clear (&self.sum);
  mer_rational_clear (&self.maximum);
  return text;
}
