/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the kinds of measures have in common when they are checked: inputs of the right sort,
 * scales that can be added up, nothing that the kind does not use. */

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

const char *
mer_measure_check_unused (const MerIndicator *indicator)
{
  guint uses = indicator->kind->uses;

  if (!mer_rational_is_zero (&indicator->points) && (uses & MER_MEASURE_POINTS) == 0)
    return N_("this kind of measure has no points");
  if (indicator->base != MER_BASE_NONE && (uses & MER_MEASURE_BASE) == 0)
    return N_("this kind of measure has no base");
  if (indicator->bands->len > 0 && (uses & MER_MEASURE_BANDS) == 0)
    return N_("this kind of measure has no bands of points");
  for (guint i = 0; i < indicator->inputs->len; i++)
    if (!mer_rational_is_zero (&mer_indicator_input (indicator, i)->weight) &&
        (uses & MER_MEASURE_WEIGHTS) == 0)
      return N_("the inputs of this kind of measure have no weights");
  return NULL;
}

const char *
mer_measure_check_scale (const MerQuestion *question, const MerRational *limit)
{
  const MerRational most = { MER_MEASURE_MAX_SCORE, 1, NULL };

  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);

      if (!option->has_score && !option->unsure)
        return N_("each option of its question needs a score, but those that say neither");
      if (mer_rational_cmp (&option->score, limit != NULL ? limit : &most) > 0)
        return N_("an option of its question has a greater score than the largest value");
      if (mer_rational_cmp (&option->score, &most) > 0 || option->score.den > MER_MEASURE_MAX_UNITS)
        return N_("the scores of its question are too large or too fine");
    }
  return mer_measure_scale_units (question) > MER_MEASURE_MAX_UNITS
    ? N_("the scores of its question are too large or too fine")
    : NULL;
}

const char *
mer_measure_check_places (const MerIndicator *indicator)
{
  if (indicator->inputs->len == 0)
    return N_("this kind of measure needs an input");
  for (guint i = 0; i < indicator->inputs->len; i++)
    if (mer_indicator_input (indicator, i)->place < 0)
      return N_("this kind of measure takes places of the checklist, not questions");
  return mer_measure_check_unused (indicator);
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
  return mer_measure_check_unused (indicator);
}
