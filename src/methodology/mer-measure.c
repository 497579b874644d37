/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all kinds of measures share: the table of kinds, terms from marks and answers, and
 * the value min (cap, factor · Σ ratios / divisor), exactly and as a 64-bit fraction. */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

const MerRational mer_measure_hundred = { 100, 1, NULL };

static const MerMeasureKind *const kinds[] = {
  &mer_measure_place_ratio,
  &mer_measure_items,
  &mer_measure_share,
  &mer_measure_share_mean,
};

/**
 * mer_measure_kind_find:
 * @id: as in XML
 *
 * Returns: (transfer none) (nullable): the kind
 */
const MerMeasureKind *
mer_measure_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i]->id, id) == 0)
      return kinds[i];
  return NULL;
}

/**
 * mer_measure_kinds:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all kinds
 */
const MerMeasureKind *const *
mer_measure_kinds (guint *n)
{
  *n = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * mer_undefined_is_open:
 * @undefined: why a measure gave nothing
 *
 * Returns: whether policies may settle it
 */
gboolean
mer_undefined_is_open (MerUndefined undefined)
{
  return undefined == MER_UNDEFINED_NO_MARKS || undefined == MER_UNDEFINED_NO_ANSWERS ||
         undefined == MER_UNDEFINED_NO_BASE;
}

static gboolean
policy_is (const MerMethodology *methodology, const char *key, const char *value)
{
  return strcmp (mer_methodology_policy (methodology, key), value) == 0;
}

/**
 * mer_measure_rules_init:
 * @self: (out caller-allocates): the policies that measures obey
 * @methodology: whose
 */
void
mer_measure_rules_init (MerMeasureRules *self, const MerMethodology *methodology)
{
  self->base_all = policy_is (methodology, "base", "all");
  self->channel_all = policy_is (methodology, "base.channel", "all");
  self->norm_pooled = policy_is (methodology, "norm", "pooled");
  self->missing_zero = policy_is (methodology, "channel.missing", "zero");
  self->other_is_blank = policy_is (methodology, "hard-to-say", "blank");
}

static MerTerm *
add_term (MerMeasurement *self)
{
  MerTerm *term = &self->terms[self->n_terms++];

  memset (term, 0, sizeof *term);
  term->place = -1;
  term->question = -1;
  return term;
}

MerTerm *
mer_measurement_add_place (MerMeasurement *self, const MerMeasureContext *context, int place)
{
  MerTerm           *term = add_term (self);
  const MerPlaceSum *sum = &context->places[place];

  term->place = place;
  term->required = sum->required;
  term->halves = sum->halves;
  term->denominator = sum->required;
  if (!context->has_checklist)
    term->undefined = MER_UNDEFINED_NO_CHECKLIST;
  else if (sum->required == 0)
    term->undefined = MER_UNDEFINED_NO_MARKS;
  return term;
}

/* Answers of a question's positive options. */
static guint32
count_positive (const MerQuestion *question, const guint32 *counts)
{
  guint32 positive = 0;

  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);

      if (option->positive)
        positive += counts[MER_ANSWER_FIRST_OPTION + i];
    }
  return positive;
}

/* Answers that say neither yes nor no. */
static guint32
count_unsure (const MerQuestion *question, const guint32 *counts)
{
  guint32 unsure = counts[MER_ANSWER_OTHER];

  for (guint i = 0; i < question->options->len; i++)
    {
      if (((const MerOption *) g_ptr_array_index (question->options, i))->unsure)
        unsure += counts[MER_ANSWER_FIRST_OPTION + i];
    }
  return unsure;
}

static guint32
count_answered (const MerQuestion *question, const guint32 *counts, gboolean other_is_blank)
{
  guint32 answered = counts[MER_ANSWER_OTHER];

  for (guint i = 0; i < question->options->len; i++)
    answered += counts[MER_ANSWER_FIRST_OPTION + i];
  return other_is_blank ? answered - count_unsure (question, counts) : answered;
}

/* Questionnaires that a question's filter let pass. Whom a ready count asks the question has
 * passed, whether or not it tells of the filter: those are added once, as the asked. */
static guint32
passed_of (const GPtrArray *questions, const MerQuestion *question, const MerTally *tally)
{
  const MerQuestionTally *filter = NULL;

  if (question->filter < 0)
    return tally->n;
  filter = &tally->questions[question->filter];
  return count_positive (g_ptr_array_index (questions, question->filter), filter->passed) -
         filter->positive;
}

static guint32
base_of (const MerTerm *term, const MerMeasureRules *rules, MerBase base)
{
  if (base == MER_BASE_FILTER || (base == MER_BASE_CHANNEL && !rules->channel_all))
    return term->passed;
  if (base == MER_BASE_CHANNEL || rules->base_all)
    return term->n + term->reached;
  return term->answered;
}

MerTerm *
mer_measurement_add_question (MerMeasurement          *self,
                              const MerMeasureContext *context,
                              MerBase                  base,
                              int                      index)
{
  MerTerm           *term = add_term (self);
  const GPtrArray   *questions = context->methodology->questions;
  const MerQuestion *question = g_ptr_array_index (questions, index);
  const MerTally    *tally = context->tally;

  term->question = index;
  if (tally == NULL || (tally->n == 0 && tally->questions[index].asked == 0))
    {
      term->undefined = MER_UNDEFINED_NO_QUESTIONNAIRES;
      return term;
    }
  term->n = tally->n;
  term->asked = tally->questions[index].asked;
  term->reached = tally->questions[index].reached;
  term->passed = passed_of (questions, question, tally) + term->asked;
  term->other = count_unsure (question, tally->questions[index].passed);
  term->answered =
    count_answered (question, tally->questions[index].passed, context->rules->other_is_blank);
  term->halves = 2 * (guint64) count_positive (question, tally->questions[index].passed);
  term->denominator = base_of (term, context->rules, base);
  if (term->denominator == 0)
    term->undefined =
      term->passed == 0 ? MER_UNDEFINED_NO_BASE : MER_UNDEFINED_NO_ANSWERS;
  return term;
}

const char *
mer_measure_check_places (const MerIndicator *indicator)
{
  if (indicator->inputs->len == 0)
    return N_("this kind of measure needs an input");
  for (guint i = 0; i < indicator->inputs->len; i++)
    if (mer_indicator_input (indicator, i)->place < 0)
      return N_("this kind of measure takes places of the checklist, not questions");
  if (indicator->base != MER_BASE_NONE)
    return N_("this kind of measure has no base");
  return NULL;
}

const char *
mer_measure_check_questions (const MerIndicator *indicator, const MerMethodology *methodology)
{
  if (indicator->inputs->len == 0)
    return N_("this kind of measure needs an input");
  if (indicator->base == MER_BASE_NONE)
    return N_("this kind of measure needs a base");
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      int                index = mer_indicator_input (indicator, i)->question;
      const MerQuestion *question;

      if (index < 0)
        return N_("this kind of measure takes questions, not places of the checklist");
      question = g_ptr_array_index (methodology->questions, index);
      if (indicator->base != MER_BASE_ANSWERS && question->filter < 0)
        return N_("this base needs a question with a filter");
    }
  if (!mer_rational_is_zero (&indicator->points))
    return N_("this kind of measure has no points");
  return NULL;
}

/**
 * mer_measure:
 * @indicator: what is measured
 * @context: the organization's evidence and the policies
 * @out: (out caller-allocates): the measurement
 */
void
mer_measure (const MerIndicator *indicator, const MerMeasureContext *context, MerMeasurement *out)
{
  out->undefined = MER_UNDEFINED_NOT;
  out->factor = &mer_measure_hundred;
  out->cap = &indicator->cap;
  out->divisor = 1;
  out->n_terms = 0;
  indicator->kind->compute (indicator, context, out);
}

/**
 * mer_measurement_value:
 * @self: a measurement that is defined
 * @value: (out): its exact value
 * @capped: (out) (optional): whether the cap cut it
 */
void
mer_measurement_value (const MerMeasurement *self, MerRational *value, gboolean *capped)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) scaled = MER_RATIONAL_ZERO;
  g_auto (MerRational) divisor = mer_rational_new (2 * (gint64) self->divisor, 1);
  g_auto (MerRational) result = MER_RATIONAL_ZERO;
  gboolean cut;

  for (guint i = 0; i < self->n_terms; i++)
    {
      const MerTerm *term = &self->terms[i];
      g_auto (MerRational) ratio = MER_RATIONAL_ZERO;
      MerRational old = sum;

      if (term->undefined != MER_UNDEFINED_NOT)
        continue;
      ratio = mer_rational_new ((gint64) term->halves, (gint64) term->denominator);
      sum = mer_rational_add (&old, &ratio);
      mer_rational_clear (&old);
    }
  scaled = mer_rational_mul (&sum, self->factor);
  result = mer_rational_div (&scaled, &divisor);
  cut = mer_rational_cmp (&result, self->cap) > 0;
  *value = mer_rational_copy (cut ? self->cap : &result);
  if (capped != NULL)
    *capped = cut;
}

/**
 * mer_measurement_fraction:
 * @self: a measurement that is defined
 * @scale: what the value is multiplied by
 * @num: (out): numerator
 * @den: (out): denominator
 *
 * Returns: %FALSE when it does not fit 64 bits. The cap is not applied.
 */
gboolean
mer_measurement_fraction (const MerMeasurement *self, gint64 scale, gint64 *num, gint64 *den)
{
  gint64   n = 0, d = 1;
  gboolean overflow = self->factor->big != NULL;

  for (guint i = 0; i < self->n_terms; i++)
    {
      const MerTerm *term = &self->terms[i];
      gint64         cross;

      if (term->undefined != MER_UNDEFINED_NOT)
        continue;
      overflow |= __builtin_mul_overflow (d, (gint64) term->halves, &cross);
      overflow |= __builtin_mul_overflow (n, (gint64) term->denominator, &n);
      overflow |= __builtin_add_overflow (n, cross, &n);
      overflow |= __builtin_mul_overflow (d, (gint64) term->denominator, &d);
    }
  overflow |= __builtin_mul_overflow (n, self->factor->num, &n);
  overflow |= __builtin_mul_overflow (n, scale, &n);
  overflow |= __builtin_mul_overflow (d, self->factor->den, &d);
  overflow |= __builtin_mul_overflow (d, 2 * (gint64) self->divisor, &d);
  *num = n;
  *den = d;
  return !overflow;
}
