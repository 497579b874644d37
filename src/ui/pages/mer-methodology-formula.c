/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formulas of indicators and criteria. A kind of measure writes its formula with letters; here
 * they get the names of what the indicator is measured by, so a new kind needs nothing here. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-measure.h"
#include "ui/pages/mer-methodology-formula.h"
#include "ui/pages/mer-methodology-outline.h"

static const MerIndicator *
indicator_of (const MerMethodology *methodology,
              const char           *row)
{
  if (!mer_outline_is_part (row) || mer_part_kind_of (row) != MER_PART_INDICATOR)
    return NULL;
  return mer_methodology_find_indicator (methodology, strchr (row, '/') + 1);
}

static const MerCriterion *
criterion_of (const MerMethodology *methodology,
              const char           *row)
{
  if (!mer_outline_is_part (row) || mer_part_kind_of (row) != MER_PART_CRITERION)
    return NULL;
  return mer_methodology_find_criterion (methodology, strchr (row, '/') + 1);
}

static char *
number_text (const MerRational *number)
{
  g_autofree char *text = mer_rational_to_string (number);

  return mer_outline_number (text);
}

/* --- signs of an indicator --------------------------------------------------------------- */

static const MerMeasureInput *
input_at (const MerIndicator *indicator,
          guint               index)
{
  return index < indicator->inputs->len
           ? &g_array_index (indicator->inputs, MerMeasureInput, index)
           : NULL;
}

static char *
named (const char            *place_sign,
       const char            *question_sign,
       const MerMethodology  *methodology,
       const MerMeasureInput *input)
{
  const MerPlace    *place = NULL;
  const MerQuestion *question = NULL;

  if (input->place >= 0)
    {
      place = methodology->places->pdata[input->place];
      return g_strdup_printf ("%s(%s)", place_sign, place->code);
    }
  if (input->question < 0)
    return NULL;
  question = methodology->questions->pdata[input->question];
  return g_strdup_printf ("%s(%s)", question_sign, question->code);
}

/* What a letter of the kind's formula stands for; NULL: itself. */
static char *
letter_text (const MerMethodology *methodology,
             const MerIndicator   *indicator,
             const char           *letter)
{
  const MerMeasureInput *input = NULL;
  gboolean               below = g_str_equal (letter, "b") || g_str_equal (letter, "d");
  gboolean               second = g_str_equal (letter, "c") || g_str_equal (letter, "d");

  if (g_str_equal (letter, "p") && !mer_rational_is_zero (&indicator->points))
    return number_text (&indicator->points);
  if (g_str_equal (letter, "max"))
    return number_text (&indicator->cap);
  if (strlen (letter) == 1 && strchr ("abcd", letter[0]) != NULL)
    input = input_at (indicator, second ? 1 : 0);
  if (input == NULL)
    return NULL;
  if (below)
    /* Translators: signs of a formula: what is required of a place; the base of a question. */
    return named (C_ ("formula", "R"), C_ ("formula", "B"), methodology, input);
  /* Translators: signs of a formula: what is there in a place; the satisfied of a question. */
  return named (C_ ("formula", "P"), C_ ("formula", "S"), methodology, input);
}

/* «w₁», «w₂»: the weights of inputs. */
static char *
weight_text (const MerIndicator *indicator,
             const char        **at)
{
  static const char *const digits[] = { "₁", "₂", "₃", "₄" };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      const MerMeasureInput *input = input_at (indicator, i);

      if (!g_str_has_prefix (*at + 1, digits[i]) || input == NULL ||
          mer_rational_is_zero (&input->weight))
        continue;
      *at += 1 + strlen (digits[i]);
      return number_text (&input->weight);
    }
  return NULL;
}

static char *
indicator_signs (const MerMethodology *methodology,
                 const MerIndicator   *indicator)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = indicator->kind->signs;

  while (*at != '\0')
    {
      gsize            length = strspn (at, "abcdefghijklmnopqrstuvwxyz");
      g_autofree char *letter = g_strndup (at, length);
      g_autofree char *text = NULL;

      if (length == 1 && *at == 'w')
        text = weight_text (indicator, &at);
      if (text != NULL)
        {
          g_string_append (out, text);
          continue;
        }
      if (length == 0)
        {
          g_string_append_c (out, *at++);
          continue;
        }
      text = letter_text (methodology, indicator, letter);
      g_string_append (out, text != NULL ? text : letter);
      at += length;
    }
  return g_strdup (out->str);
}

/* --- what they are ----------------------------------------------------------------------- */

static char *
criterion_signs (const MerCriterion *criterion)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      const MerIndicator *indicator = criterion->indicators->pdata[i];
      g_autofree char    *weight = number_text (&indicator->weight);

      g_string_append_printf (out, "%s%s·(%s)", i > 0 ? " + " : "", weight, indicator->code);
    }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static char *
total_signs (const MerMethodology *methodology)
{
  g_autoptr (GString) out = g_string_new ("S = ");

  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];
      g_autofree char    *weight = number_text (&criterion->weight);

      g_string_append_printf (out, "%s%s·%s", i > 0 ? " + " : "", weight, criterion->symbol);
    }
  return methodology->criteria->len > 0 ? g_strdup (out->str) : NULL;
}

char *
mer_formula_signs (const MerMethodology *methodology,
                   const char           *row)
{
  const MerIndicator *indicator = indicator_of (methodology, row);
  const MerCriterion *criterion = criterion_of (methodology, row);

  if (indicator != NULL)
    return indicator_signs (methodology, indicator);
  if (criterion != NULL)
    return criterion_signs (criterion);
  return *row == '\0' ? total_signs (methodology) : NULL;
}

char *
mer_formula_words (const MerMethodology *methodology,
                   const char           *row)
{
  const MerIndicator *indicator = indicator_of (methodology, row);

  if (indicator != NULL)
    return g_strdup (_(indicator->kind->words));
  if (criterion_of (methodology, row) != NULL)
    return g_strdup (_("sum of the indicators, each times its weight"));
  return *row == '\0' ? g_strdup (_("sum of the criteria, each times its weight")) : NULL;
}

static void
append_line (GString    *out,
             const char *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

static void
append_input (GString               *out,
              const MerMethodology  *methodology,
              const MerMeasureInput *input)
{
  const MerPlace *place =
    input->place >= 0 ? methodology->places->pdata[input->place] : NULL;
  const MerQuestion *question =
    input->question >= 0 ? methodology->questions->pdata[input->question] : NULL;
  g_autofree char *line = NULL;

  if (place != NULL)
    line = g_strdup_printf ("%s: %s", place->code, place->title);
  else if (question != NULL)
    line = g_strdup_printf ("%s: %s", question->code, question->short_text);
  if (line != NULL)
    append_line (out, line);
}

char *
mer_formula_terms (const MerMethodology *methodology,
                   const char           *row)
{
  const MerIndicator *indicator = indicator_of (methodology, row);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean places = FALSE;
  gboolean questions = FALSE;

  for (guint i = 0; indicator != NULL && i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = input_at (indicator, i);

      places = places || input->place >= 0;
      questions = questions || input->question >= 0;
      append_input (out, methodology, input);
    }
  if (places && strchr (indicator->kind->signs, '/') != NULL)
    append_line (out, _("P: conditions that are there, R: conditions that are required"));
  if (questions)
    append_line (out, _("S: satisfied respondents, B: the base of the share"));
  return out->len > 0 ? g_strdup (out->str) : NULL;
}
