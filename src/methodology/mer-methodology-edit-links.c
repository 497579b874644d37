/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties that name other parts: their codes as text. An input is named by its code alone, or
 * as "place:site" and "question:q2" where a place and a question have the same. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-edit-private.h"

static const char *
code_at (const GPtrArray *list, MerPartKind kind, int index)
{
  return mer_part_code (kind, list->pdata[index]);
}

static void
append_word (GString *words, const char *prefix, const char *code)
{
  g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", prefix, code);
}

static const char *
code_of_input (const MerMethodology *self, const MerMeasureInput *input)
{
  if (input->place >= 0)
    return code_at (self->places, MER_PART_PLACE, input->place);
  return code_at (self->questions, MER_PART_QUESTION, input->question);
}

char *
mer_link_get_inputs (const MerMethodology *self, const MerSpot *spot)
{
  const MerIndicator *indicator = spot->part;
  GString            *words = g_string_new (NULL);

  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = &g_array_index (indicator->inputs, MerMeasureInput, i);
      const char            *code = code_of_input (self, input);
      gboolean               is_both = mer_methodology_find_place (self, code) >= 0 &&
                         mer_methodology_find_question (self, code) >= 0;

      append_word (words, !is_both ? "" : input->place >= 0 ? "place:"
                                                            : "question:",
                   code);
    }
  if (words->len > 0)
    return g_string_free (words, FALSE);
  g_string_free (words, TRUE);
  return NULL;
}

static gboolean
find_input (const MerMethodology *self, const char *word, MerMeasureInput *input)
{
  *input = (MerMeasureInput){ -1, -1, MER_RATIONAL_ZERO };
  if (g_str_has_prefix (word, "place:"))
    input->place = mer_methodology_find_place (self, word + strlen ("place:"));
  else if (g_str_has_prefix (word, "question:"))
    input->question = mer_methodology_find_question (self, word + strlen ("question:"));
  else
    {
      input->question = mer_methodology_find_question (self, word);
      if (input->question < 0)
        input->place = mer_methodology_find_place (self, word);
    }
  return input->place >= 0 || input->question >= 0;
}

/* An input that was there before keeps all that is said of it. */
static void
take_old (const GArray *inputs, MerMeasureInput *input)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      const MerMeasureInput *old = &g_array_index (inputs, MerMeasureInput, i);

      if (old->place == input->place && old->question == input->question)
        {
          *input = *old;
          return;
        }
    }
}

gboolean
mer_link_set_inputs (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  MerIndicator *indicator = spot->part;
  g_auto (GStrv) words = mer_value_words (value);
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (MerMeasureInput));

  if (g_strv_length (words) > MER_MAX_TERMS)
    return mer_edit_fail (error, _("An indicator cannot have more than %d inputs."), MER_MAX_TERMS);
  for (guint i = 0; words[i] != NULL; i++)
    {
      MerMeasureInput input;

      if (!find_input (self, words[i], &input))
        return mer_edit_fail (error, _("There is neither a question nor a place “%s”."), words[i]);
      take_old (indicator->inputs, &input);
      g_array_append_val (inputs, input);
    }
  g_array_unref (indicator->inputs);
  indicator->inputs = g_steal_pointer (&inputs);
  return TRUE;
}

char *
mer_link_get_weights (const MerMethodology *self, const MerSpot *spot)
{
  const MerIndicator *indicator = spot->part;
  GString            *words = g_string_new (NULL);
  gboolean            any = FALSE;

  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = &g_array_index (indicator->inputs, MerMeasureInput, i);
      g_autofree char       *weight = mer_rational_to_string (&input->weight);

      append_word (words, "", weight);
      any |= !mer_rational_is_zero (&input->weight);
    }
  return g_string_free (words, !any);
}

/* One for each input, in their order, with blanks between; none at all are none. */
gboolean
mer_link_set_weights (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  GArray *inputs = ((MerIndicator *) spot->part)->inputs;
  g_auto (GStrv) words = g_strsplit_set (value, " \t\n\r;", -1);
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    g_array_index (inputs, MerMeasureInput, i).weight = MER_RATIONAL_ZERO;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (n == inputs->len)
        return mer_edit_fail (error, "%s", _("There are more weights than inputs."));
      if (!mer_value_number (words[i], &g_array_index (inputs, MerMeasureInput, n++).weight, error))
        return FALSE;
    }
  if (n > 0 && n < inputs->len)
    return mer_edit_fail (error, "%s", _("There are fewer weights than inputs."));
  return TRUE;
}

char *
mer_link_get_filter (const MerMethodology *self, const MerSpot *spot)
{
  const MerQuestion *question = spot->part;

  return question->filter < 0
           ? NULL
           : g_strdup (code_at (self->questions, MER_PART_QUESTION, question->filter));
}

gboolean
mer_link_set_filter (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  MerQuestion *question = spot->part;
  int          filter = -1;

  if (value[0] != '\0')
    {
      filter = mer_methodology_find_question (self, value);
      if (filter < 0)
        return mer_edit_fail (error, _("There is no question “%s”."), value);
      if (self->questions->pdata[filter] == question)
        return mer_edit_fail (error, "%s", _("A question cannot be its own filter."));
    }
  question->filter = filter;
  return TRUE;
}

char *
mer_link_get_mean_of (const MerMethodology *self, const MerSpot *spot)
{
  const MerCalculated *calculated = spot->part;
  const MerCriterion  *criterion = spot->owner;
  GString             *words = g_string_new (NULL);

  for (guint i = 0; i < calculated->indicators->len; i++)
    append_word (words, "",
                 code_at (criterion->indicators, MER_PART_INDICATOR,
                          (int) g_array_index (calculated->indicators, guint, i)));
  if (words->len > 0)
    return g_string_free (words, FALSE);
  g_string_free (words, TRUE);
  return NULL;
}

static const char *
not_of_this_criterion (void)
{
  return _("A calculated row is the mean of indicators of its own criterion.");
}

gboolean
mer_link_set_mean_of (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  MerCalculated *calculated = spot->part;
  GPtrArray     *indicators = ((MerCriterion *) spot->owner)->indicators;
  g_auto (GStrv) words = mer_value_words (value);
  g_autoptr (GArray) means = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint index = 0;

      while (index < indicators->len &&
             strcmp (code_at (indicators, MER_PART_INDICATOR, (int) index), words[i]) != 0)
        index++;
      if (index == indicators->len)
        return mer_edit_fail (error, "%s", not_of_this_criterion ());
      g_array_append_val (means, index);
    }
  if (means->len > MER_MAX_INDICATORS)
    return mer_edit_fail (error, _("More than %d indicators."), MER_MAX_INDICATORS);
  g_array_unref (calculated->indicators);
  calculated->indicators = g_steal_pointer (&means);
  return TRUE;
}

gboolean
mer_link_set_code (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  char           **field = mer_part_code_field (spot->kind, spot->part);
  g_autofree char *old = NULL;

  if (!mer_code_is_well_formed (value))
    return mer_edit_fail (error,
                          _("“%s” is no code: up to %d Latin letters, digits, points and dashes."),
                             value, MER_MAX_CODE);
  if (strcmp (*field, value) == 0)
    return TRUE;
  if (mer_code_is_taken (self, spot->kind, value))
    return mer_edit_fail (error, _("The code “%s” is used twice."), value);
  old = *field;
  *field = g_strdup (value);
  if (spot->kind == MER_PART_INDICATOR)
    mer_methodology_rename_policy (self, old, value);
  return TRUE;
}
