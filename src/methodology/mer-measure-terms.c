/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The terms that measures are made of: what marks, answers and experts' points of one
 * organization give, by the policies in force. */

#include "methodology/mer-measure-private.h"

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

gint64
mer_measure_scale_units (const MerQuestion *question)
{
  gint64 units = 1;

  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);
      gint64           den = option->has_score ? option->score.den : 1;

      for (gint64 n = 2; units % den != 0 && units <= MER_MEASURE_MAX_UNITS; n++)
        if (units * n % den == 0)
          units *= n;
    }
  return units;
}

static guint64
sum_of_scores (const MerQuestion *question, const guint32 *counts, gint64 units)
{
  guint64 sum = 0;

  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);

      if (option->has_score)
        sum += (guint64) (option->score.num * (units / option->score.den)) *
               counts[MER_ANSWER_FIRST_OPTION + i];
    }
  return sum;
}

MerTerm *
mer_measurement_add_scale (MerMeasurement          *self,
                           const MerMeasureContext *context,
                           MerBase                  base,
                           int                      index)
{
  MerTerm           *term = mer_measurement_add_question (self, context, base, index);
  const MerQuestion *question = g_ptr_array_index (context->methodology->questions, index);
  gint64             units = mer_measure_scale_units (question);

  self->factor = &mer_measure_one;
  self->divisor = (guint) units;
  term->units = (guint32) units;
  if (context->tally == NULL)
    return term;
  term->counts = context->tally->questions[index].passed;
  term->halves = 2 * sum_of_scores (question, term->counts, units);
  return term;
}

MerTerm *
mer_measurement_add_typed (MerMeasurement          *self,
                           const MerMeasureContext *context,
                           const char              *code)
{
  MerTerm *term = add_term (self);

  self->factor = &mer_measure_one;
  term->undefined = MER_UNDEFINED_NO_POINTS;
  for (guint i = 0; context->points != NULL && i < context->points->len; i++)
    {
      const MerExpertPoint *point = g_ptr_array_index (context->points, i);

      if (strcmp (point->code, code) != 0)
        continue;
      term->halves = 2 * (guint64) point->value.num;
      term->denominator = (guint64) point->value.den;
      term->undefined = MER_UNDEFINED_NOT;
    }
  return term;
}
