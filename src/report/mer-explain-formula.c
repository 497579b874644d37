/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Formulas with numbers put in. They are built from the terms of a measurement and not by its
 * kind, so that a new kind of measure is explained without a line here. */

#include "config.h"

#include "report/mer-explain-private.h"

#define TIMES " · "
#define EXACT_PLACES 6

char *
mer_explain_number (const MerRational *number,
                    MerLanguage        language)
{
  g_autofree char *text = mer_rational_to_string (number);
  const char      *point = strchr (text, '.');

  if (point == NULL)
    return g_steal_pointer (&text);
  return mer_format_rational (language, number, (guint) strlen (point + 1));
}

char *
mer_explain_score (const MerExplanation *explanation,
                   MerLanguage           language)
{
  if (!explanation->score.defined)
    return g_strdup (MER_EXPLAIN_DASH);
  return mer_format_rational (language, &explanation->score.value, explanation->table->decimals);
}

char *
mer_explain_halves (guint64     halves,
                    MerLanguage language)
{
  g_auto (MerRational) number = mer_rational_new ((gint64) halves, 2);

  return mer_format_rational (language, &number, halves % 2 == 0 ? 0 : 1);
}

/* A part's value where it enters the formula of the whole. */
static char *
part_value (const MerExplanation *part,
            MerLanguage           language,
            gboolean              in_full)
{
  guint decimals = part->table->decimals;
  g_auto (MerRational) printed = mer_rational_round (&part->score.value, decimals);

  if (!in_full || !part->score.defined || mer_rational_cmp (&printed, &part->score.value) == 0)
    return mer_explain_score (part, language);
  return mer_format_rational (language, &part->score.value, MAX (decimals, EXACT_PLACES));
}

/**
 * mer_explain_is_mean:
 * @parts: (element-type MerExplanation): of a criterion or the total, at least one
 *
 * Returns: whether they are a plain mean: equal weights that add up to one. Points that are
 *   simply added have equal weights, too.
 */
gboolean
mer_explain_is_mean (const GPtrArray *parts)
{
  const MerExplanation *first = g_ptr_array_index (parts, 0);

  for (guint i = 1; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);

      if (mer_rational_cmp (&part->weight, &first->weight) != 0)
        return FALSE;
    }
  return first->weight.big == NULL && first->weight.num == 1 &&
         first->weight.den == (gint64) parts->len;
}

/* Σ of the weights of what is defined, where something is left out; else NULL. */
static char *
included_weights (const GPtrArray *parts,
                  MerLanguage      language)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean excluded = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);
      g_autofree char      *weight = mer_explain_number (&part->weight, language);

      excluded = excluded || !part->score.defined;
      if (part->score.defined)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " + " : "", weight);
    }
  return excluded ? g_strdup (out->str) : NULL;
}

static char *
weighted_sum (const MerExplanation *explanation,
              MerLanguage           language,
              gboolean              in_full)
{
  const GPtrArray *parts = explanation->parts;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *included = NULL;
  gboolean         mean = FALSE;

  if (explanation->score.defined)
    included = included_weights (parts, language);
  mean = included == NULL && explanation->level == MER_EXPLAIN_TOTAL &&
         mer_explain_is_mean (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);
      g_autofree char      *weight = mer_explain_number (&part->weight, language);
      g_autofree char      *value = part_value (part, language, in_full);

      if (!part->score.defined && included != NULL)
        continue;
      g_string_append (out, out->len > 0 ? " + " : "");
      if (mean)
        g_string_append_printf (out, "%s%s", in_full ? part->symbol : "", in_full ? " " : "");
      else if (strcmp (weight, "1") != 0)
        g_string_append_printf (out, "%s" TIMES, weight);
      g_string_append (out, value);
    }
  if (mean)
    return g_strdup_printf ("(%s) / %u", out->str, parts->len);
  return included != NULL ? g_strdup_printf ("(%s) / (%s)", out->str, included)
                          : g_strdup (out->str);
}

/* One norm for several places: all terms have the same denominator and are simply added. */
static gboolean
is_pooled (const MerMeasurement *measurement)
{
  return measurement->divisor == 1 && measurement->n_terms > 1 &&
         measurement->terms[0].place >= 0 &&
         measurement->terms[0].denominator == measurement->terms[1].denominator &&
         measurement->terms[0].denominator != measurement->terms[0].required;
}

static char *
pooled (const MerMeasurement *measurement,
        MerLanguage           language)
{
  guint64          halves = 0;
  g_autofree char *sum = NULL;
  g_autofree char *required = NULL;

  for (guint i = 0; i < measurement->n_terms; i++)
    halves += measurement->terms[i].halves;
  sum = mer_explain_halves (halves, language);
  required = mer_format_count (language, (gint64) measurement->terms[0].denominator);
  /* Translators: 62 of 66, in a formula. */
  return g_strdup_printf (mer_tr (language, "%s of %s"), sum, required);
}

/* «3 условия»: items that are simply counted. */
static char *
counted (const MerTerm *term,
         MerLanguage    language)
{
  g_autofree char *count = mer_explain_halves (term->halves, language);

  if (term->halves % 2 != 0)
    /* Translators: a count with a half, "3.5 conditions". */
    return g_strdup_printf (mer_tr (language, "%s conditions (with halves)"), count);
  return g_strdup_printf (
    mer_trn (language, "%s condition", "%s conditions", (unsigned long) (term->halves / 2)), count);
}

/* «7 из 9» */
static char *
share (const MerTerm *term,
       MerLanguage    language)
{
  g_autofree char *above = mer_explain_halves (term->halves, language);
  g_autofree char *below = mer_format_count (language, (gint64) term->denominator);

  return g_strdup_printf (mer_tr (language, "%s of %s"), above, below);
}

/* «7/9» */
static char *
ratio (const MerTerm *term,
       MerLanguage    language)
{
  g_autofree char *above = mer_explain_halves (term->halves, language);
  g_autofree char *below = mer_format_count (language, (gint64) term->denominator);

  return g_strconcat (above, "/", below, NULL);
}

/* «½ · (13/14 + 49/52)» */
static char *
mean_of_ratios (const MerMeasurement *measurement,
                MerLanguage           language)
{
  static const char *const shares[] = { "", "", "½", "⅓", "¼" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < measurement->n_terms; i++)
    {
      const MerTerm   *term = &measurement->terms[i];
      g_autofree char *text = NULL;

      if (term->undefined != MER_UNDEFINED_NOT && measurement->divisor < measurement->n_terms)
        continue;
      text = term->undefined != MER_UNDEFINED_NOT ? g_strdup ("0") : ratio (term, language);
      g_string_append_printf (out, "%s%s", out->len > 0 ? " + " : "", text);
    }
  return g_strdup_printf ("%s" TIMES "(%s)", shares[measurement->divisor], out->str);
}

static const MerTerm *
only_term (const MerMeasurement *measurement)
{
  const MerTerm *only = NULL;

  if (measurement->divisor != 1)
    return NULL;
  for (guint i = 0; i < measurement->n_terms; i++)
    if (measurement->terms[i].undefined == MER_UNDEFINED_NOT)
      {
        if (only != NULL)
          return NULL;
        only = &measurement->terms[i];
      }
  return only;
}

/* «(10 · 32 + 7,5 · 12 + 5 · 4) / 48»: scores that somebody gave, times how many gave them. */
static char *
mean_of_scores (const MerExplanation *explanation,
                MerLanguage           language)
{
  const MerTerm     *term = &explanation->measurement.terms[0];
  const MerQuestion *question =
    g_ptr_array_index (explanation->table->methodology->questions, term->question);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *base = mer_format_count (language, (gint64) term->denominator);

  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);
      guint32          n = term->counts[MER_ANSWER_FIRST_OPTION + i];
      g_autofree char *score = mer_explain_number (&option->score, language);
      g_autofree char *count = mer_format_count (language, n);

      if (option->has_score && n > 0)
        g_string_append_printf (out, "%s%s" TIMES "%s", out->len > 0 ? " + " : "", score, count);
    }
  return g_strdup_printf (strchr (out->str, '+') != NULL ? "(%s) / %s" : "%s / %s",
                          out->len > 0 ? out->str : "0", base);
}

/* «0,5 · 13/14 + 0,5 · 40/52» */
static char *
weighted_ratios (const MerMeasurement *measurement,
                 MerLanguage           language)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < measurement->n_terms; i++)
    {
      g_autofree char *weight = mer_explain_number (measurement->terms[i].weight, language);
      g_autofree char *text = ratio (&measurement->terms[i], language);

      g_string_append_printf (out, "%s%s" TIMES "%s", out->len > 0 ? " + " : "", weight, text);
    }
  return g_strdup_printf ("(%s)", out->str);
}

static gboolean
is_typed (const MerTerm *term)
{
  return term->place < 0 && term->question < 0;
}

/* What an expert typed, exactly as it was typed. */
static char *
typed_text (const MerTerm *term,
            MerLanguage    language)
{
  g_auto (MerRational) value =
    mer_rational_new ((gint64) (term->halves / 2), (gint64) term->denominator);

  return mer_explain_number (&value, language);
}

static char *
measured (const MerExplanation *explanation,
          MerLanguage           language)
{
  const MerMeasurement *measurement = &explanation->measurement;
  const MerTerm        *only = only_term (measurement);
  g_autofree char      *factor = mer_explain_number (measurement->factor, language);
  g_autofree char      *what = NULL;

  if (measurement->terms[0].units > 0)
    return mean_of_scores (explanation, language);
  if (is_typed (&measurement->terms[0]))
    return typed_text (&measurement->terms[0], language);
  if (measurement->terms[0].weight != NULL)
    what = weighted_ratios (measurement, language);
  else if (is_pooled (measurement))
    what = pooled (measurement, language);
  else if (only != NULL && only->place >= 0 && only->denominator != only->required)
    what = counted (only, language);
  else if (only != NULL)
    what = share (only, language);
  else
    what = mean_of_ratios (measurement, language);
  return g_strconcat (what, TIMES, factor, NULL);
}

/* «p(47 из 52 · 100 = 90,384615)»: what is measured, where bands give it points. */
static char *
of_band (const MerExplanation *explanation,
         const char           *formula,
         MerLanguage           language)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;

  if (is_typed (&explanation->measurement.terms[0]))
    return g_strdup_printf ("p(%s)", formula);
  mer_measurement_measured (&explanation->measurement, &value);
  text = mer_explain_number (&value, language);
  if (strchr (text, '/') != NULL || strlen (text) > 2 * EXACT_PLACES)
    {
      g_free (text);
      text = mer_format_rational (language, &value, EXACT_PLACES);
    }
  return g_strdup_printf ("p(%s = %s)", formula, text);
}

char *
mer_explain_formula (const MerExplanation *explanation,
                     MerLanguage           language,
                     gboolean              in_full)
{
  g_autofree char *formula = NULL;
  g_autofree char *cap = NULL;

  if (explanation->level != MER_EXPLAIN_INDICATOR)
    return explanation->parts->len > 0 ? weighted_sum (explanation, language, in_full) : NULL;
  if (explanation->measurement.undefined != MER_UNDEFINED_NOT || explanation->score.averaged > 0)
    return NULL;
  formula = measured (explanation, language);
  if (explanation->measurement.band != NULL)
    return of_band (explanation, formula, language);
  if (!explanation->capped)
    return g_steal_pointer (&formula);
  cap = mer_explain_number (explanation->measurement.cap, language);
  /* Translators: a formula and its largest value: "5 conditions · 30, at most 100". */
  return g_strdup_printf (mer_tr (language, "%s, at most %s"), formula, cap);
}
