/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The readings of the rules that are open, as one table: what the council may decide, what is
 * recommended, and the note that a report prints about it. Values are files' words and never
 * change; titles and explanations are translated where they are shown. */

#include "methodology/mer-policy.h"

#include <glib/gi18n.h>

/* Kept by hand: the formatter takes N_() in braces for code. */
/* clang-format off */

static const MerPolicyChoice rounding[] = {
  { "stages", N_("at each stage"),
    N_("Scores are rounded at each stage: indicator, criterion, total.") },
  { "exact", N_("only for display"),
    N_("Scores are calculated exactly and rounded only for display.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice decimals[] = {
  { "2", N_("two places"), N_("Scores have two decimal places.") },
  { "0", N_("whole numbers"), N_("Scores are whole numbers.") },
  { "1", N_("one place"), N_("Scores have one decimal place.") },
  { "3", N_("three places"), N_("Scores have three decimal places.") },
  { "4", N_("four places"), N_("Scores have four decimal places.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice base[] = {
  { "answered", N_("those who answered the question"),
    N_("The base of shares is those who answered the question.") },
  { "all", N_("all respondents"), N_("The base of shares is all respondents.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice base_channel[] = {
  { "filter", N_("those who used the channel"),
    N_("The base of satisfaction with stands, site and remote contact is those who used them.") },
  { "all", N_("all respondents"),
    N_("The base of satisfaction with stands, site and remote contact is all respondents.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice norm[] = {
  { "separate", N_("separately for stands and site"),
    N_("Completeness of information is the mean of the shares of stands and site.") },
  { "pooled", N_("one norm for stands and site"),
    N_("Completeness of information is the share of both stands and site taken together.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice items_excess[] = {
  { "cut", N_("no more than the maximum"),
    N_("More conditions than the maximum needs do not raise the score above it.") },
  { NULL, NULL, NULL }
};

#define UNDEFINED_CHOICES                                                           \
  { "undecided", N_("undefined until the council decides"),                         \
    N_("An indicator without a base stays undefined until the council decides.") }, \
  { "zero", N_("zero"),                                                             \
    N_("An indicator without a base counts as zero.") },                            \
  { "mean", N_("mean of the criterion's other indicators"),                         \
    N_("An indicator without a base takes the mean of the criterion's others.") },  \
  { "hundred", N_("maximum"),                                                       \
    N_("An indicator without a base takes its maximum.") },                         \
  { "exclude", N_("leave out, renormalize the weights"),                            \
    N_("An indicator without a base is left out; the other weights are scaled.") }, \
  { NULL, NULL, NULL }

static const MerPolicyChoice undefined[] = {
  UNDEFINED_CHOICES
};

static const MerPolicyChoice undefined_one[] = {
  { "inherit", N_("as for all indicators"),
    N_("What is done without a base is decided for all indicators together.") },
  UNDEFINED_CHOICES
};

static const MerPolicyChoice channel_missing[] = {
  { "available", N_("from the other channel only"),
    N_("Where nobody used one of stands and site, the other alone counts.") },
  { "zero", N_("zero for the channel that nobody used"),
    N_("Where nobody used one of stands and site, it counts as zero.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice hard_to_say[] = {
  { "answered", N_("answered, not satisfied"),
    N_("“Hard to say” and other answers count as answered and not satisfied.") },
  { "blank", N_("not answered"), N_("“Hard to say” and other answers count as not answered.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice ties[] = {
  { "competition", N_("equal place: 1, 2, 2, 4"),
    N_("Equal scores share a place, and as many places after it are left out.") },
  { "dense", N_("equal place: 1, 2, 2, 3"),
    N_("Equal scores share a place, and no place is left out.") },
  { "ordinal", N_("each its own place: 1, 2, 3, 4"),
    N_("Equal scores take successive places in the order of names.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice branches[] = {
  { "separate", N_("each on its own"), N_("Branches are rated as organizations of their own.") },
  { "average", N_("mean of the organization and its branches"),
    N_("An organization's indicators are the means of its own and its branches'.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice show_calculated[] = {
  { "no", N_("not shown"), N_("Calculated rows are not printed.") },
  { "yes", N_("shown for information"),
    N_("Calculated rows are printed for information and do not change any score.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice council_criteria[] = {
  { "beside", N_("shown beside the total"),
    N_("Criteria of the council are shown beside the total and do not enter it.") },
  { "total", N_("counted into the total"),
    N_("Criteria of the council are counted into the total with their weights.") },
  { NULL, NULL, NULL }
};

static const MerPolicyChoice band_edge[] = {
  { "half", N_("rounded to whole points: from 80.5"),
    N_("A score belongs to the band of the whole points that it rounds to.") },
  { "over", N_("above the band below: over 80"),
    N_("A score above the last point of a band belongs to the next band.") },
  { "from", N_("from the first point of the band: from 81"),
    N_("A score belongs to a band from the band's first point on.") },
  { NULL, NULL, NULL }
};

static const MerPolicy policies[] = {
  { "rounding", N_("Rounding"), "stages", rounding },
  { "rounding.decimals", N_("Decimal places"), "2", decimals },
  { "base", N_("Base of satisfaction shares"), "answered", base },
  { "base.channel", N_("Base of stands, site and remote contact"), "filter", base_channel },
  { "norm", N_("Norm of information on stands and site"), "separate", norm },
  { "items.excess", N_("More conditions than the maximum"), "cut", items_excess },
  { "undefined", N_("Indicator without a base"), "undecided", undefined },
  { "channel.missing", N_("Nobody used stands or site"), "available", channel_missing },
  { "hard-to-say", N_("“Hard to say” and other answers"), "answered", hard_to_say },
  { "ties", N_("Equal scores"), "competition", ties },
  { "branches", N_("Branches"), "separate", branches },
  { "show.2.2", N_("Calculated row 2.2"), "no", show_calculated },
  { "band.edge", N_("Where a band begins"), "half", band_edge },
  { "council.criteria", N_("Criteria of the council"), "beside", council_criteria },
};

static const MerPolicy undefined_policy = {
  "undefined.*", N_("This indicator without a base"), "inherit", undefined_one
};
/* clang-format on */

/**
 * mer_policies:
 * @n: (out): how many there are
 *
 * Returns: (transfer none): the table of all policies, without those of single indicators
 */
const MerPolicy *
mer_policies (guint *n)
{
  *n = G_N_ELEMENTS (policies);
  return policies;
}

/**
 * mer_policy_find:
 * @key: as in the table, or "undefined.CODE"
 *
 * Returns: (transfer none) (nullable): the policy
 */
const MerPolicy *
mer_policy_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (strcmp (policies[i].key, key) == 0)
      return &policies[i];
  if (g_str_has_prefix (key, "undefined.") && key[strlen ("undefined.")] != '\0')
    return &undefined_policy;
  return NULL;
}

/**
 * mer_policy_choice:
 * @self: a policy
 * @value: one of its values, or not
 *
 * Returns: (transfer none) (nullable): the choice
 */
const MerPolicyChoice *
mer_policy_choice (const MerPolicy *self, const char *value)
{
  for (const MerPolicyChoice *choice = self->choices; choice->value != NULL; choice++)
    if (strcmp (choice->value, value) == 0)
      return choice;
  return NULL;
}
