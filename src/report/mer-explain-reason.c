/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a score is undefined and what the rules made of it, as sentences. */

#include "config.h"

#include <glib/gi18n.h>

#include "methodology/mer-policy.h"
#include "report/mer-explain-private.h"

/* The first term that has no ratio. */
static const MerTerm *
missing_term (const MerExplanation *explanation)
{
  const MerMeasurement *measurement = &explanation->measurement;

  for (guint i = 0; i < measurement->n_terms; i++)
    if (measurement->terms[i].undefined == measurement->undefined)
      return &measurement->terms[i];
  return NULL;
}

static const MerQuestion *
question_of (const MerExplanation *explanation,
             int                   index)
{
  return g_ptr_array_index (explanation->table->methodology->questions, index);
}

/* «никто из 97 опрошенных не сообщил об инвалидности» */
static char *
nobody_passed (const MerExplanation *explanation,
               const MerTerm        *term,
               MerLanguage           language)
{
  const MerQuestion *question = question_of (explanation, term->question);
  const MerQuestion *filter = question_of (explanation, question->filter);
  g_autofree char   *n = mer_format_count (language, term->n);
  gboolean           own_words =
    filter->nobody != NULL &&
    g_str_has_prefix (explanation->table->methodology->language, mer_language_to_code (language));

  if (own_words)
    /* Translators: the first is a count, the second goes on with words of the methodology:
     * "did not report a disability". */
    return g_strdup_printf (mer_trn (language,
                                     "none of %s respondent %s",
                                     "none of %s respondents %s",
                                     term->n),
                            n, filter->nobody);
  return g_strdup_printf (mer_trn (language, "none of %s respondent answered “%s” positively",
                                   "none of %s respondents answered “%s” positively", term->n),
                          n, filter->short_text);
}

static char *
nobody_answered (const MerExplanation *explanation,
                 const MerTerm        *term,
                 MerLanguage           language)
{
  g_autofree char *n = mer_format_count (language, term->n);

  return g_strdup_printf (mer_trn (language, "none of %s respondent answered “%s”",
                                   "none of %s respondents answered “%s”", term->n),
                          n, question_of (explanation, term->question)->short_text);
}

static char *
nothing_required (const MerExplanation *explanation,
                  const MerTerm        *term,
                  MerLanguage           language)
{
  const MerPlace *place =
    g_ptr_array_index (explanation->table->methodology->places, term->place);

  return g_strdup_printf (mer_tr (language, "the checklist has no marks under “%s”"), place->title);
}

/* Why an indicator has no value of its own, without a capital and a full stop. */
static char *
cause (const MerExplanation *explanation,
       MerLanguage           language)
{
  const MerTerm *term = missing_term (explanation);

  switch (explanation->score.undefined)
    {
    case MER_UNDEFINED_NO_CHECKLIST:
      return g_strdup (mer_tr (language, "there is no checklist"));
    case MER_UNDEFINED_NO_QUESTIONNAIRES:
      return g_strdup (mer_tr (language, "there are no questionnaires"));
    case MER_UNDEFINED_NO_MARKS:
      return nothing_required (explanation, term, language);
    case MER_UNDEFINED_NO_ANSWERS:
      return nobody_answered (explanation, term, language);
    case MER_UNDEFINED_NO_BASE:
      return nobody_passed (explanation, term, language);
    case MER_UNDEFINED_NO_POINTS:
      return g_strdup (mer_tr (language, "no expert gave the points"));
    case MER_UNDEFINED_NOT:
    case MER_UNDEFINED_NO_DATA:
    default:
      return g_strdup (mer_tr (language, "there is neither a checklist nor a questionnaire"));
    }
}

/* The first indicator below that keeps the score undefined. */
static const MerExplanation *
culprit (const MerExplanation *explanation)
{
  if (explanation->level == MER_EXPLAIN_INDICATOR)
    return explanation;
  for (guint i = 0; i < explanation->parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (explanation->parts, i);

      if (!part->score.defined && part->score.settled != MER_SETTLED_EXCLUDED)
        return culprit (part);
    }
  return explanation->parts->len > 0 ? culprit (g_ptr_array_index (explanation->parts, 0)) : NULL;
}

/**
 * mer_explain_undefined:
 * @explanation: a tree
 * @language: of the sentence
 *
 * Returns: (transfer full) (nullable): why the score is undefined; %NULL when it is defined
 */
char *
mer_explain_undefined (const MerExplanation *explanation,
                       MerLanguage           language)
{
  const MerExplanation *indicator = NULL;
  g_autofree char      *why = NULL;

  if (explanation->score.defined)
    return NULL;
  indicator = culprit (explanation);
  if (indicator == NULL)
    return g_strdup (mer_tr (language, "The methodology has no indicators."));
  why = cause (indicator, language);
  if (explanation->level == MER_EXPLAIN_TOTAL &&
      explanation->score.undefined == MER_UNDEFINED_NO_DATA)
    return g_strdup_printf (mer_tr (language, "The score is undefined: %s."), why);
  /* Translators: code of an indicator, and why: "Indicator 3.3 is undefined: …". */
  return g_strdup_printf (mer_tr (language, "Indicator %s is undefined: %s."),
                          indicator->symbol,
                          why);
}

/* What the policy in force made of an undefined indicator. */
static const char *
settlement (MerSettled settled)
{
  switch (settled)
    {
    case MER_SETTLED_ZERO:
      return N_("By decision of the council it counts as zero.");
    case MER_SETTLED_MEAN:
      return N_("By decision of the council it takes the mean of the criterion's others.");
    case MER_SETTLED_HUNDRED:
      return N_("By decision of the council it takes its maximum.");
    case MER_SETTLED_EXCLUDED:
      return N_("By decision of the council it is left out, and the other weights are scaled.");
    case MER_SETTLED_UNDECIDED:
      return N_("The council has not decided what to do.");
    case MER_SETTLED_NOT_NEEDED:
    default:
      return NULL;
    }
}

static char *
average_reason (const MerExplanation *explanation,
                MerLanguage           language)
{
  guint            n = explanation->score.averaged;
  g_autofree char *count = mer_format_count (language, n);

  return g_strdup_printf (
    mer_trn (language, "Mean of %s organization: itself and its branches.",
             "Mean of %s organizations: itself and its branches.", n),
    count);
}

char *
mer_explain_reason (const MerExplanation *explanation,
                    MerLanguage           language)
{
  g_autofree char *undefined = NULL;
  g_autofree char *why = NULL;
  const char      *settled = settlement (explanation->score.settled);

  if (explanation->level != MER_EXPLAIN_INDICATOR)
    return explanation->score.defined ? NULL : mer_explain_undefined (explanation, language);
  if (explanation->score.averaged > 0)
    return average_reason (explanation, language);
  if (settled == NULL)
    return NULL;
  why = cause (explanation, language);
  undefined =
    g_strdup_printf (mer_tr (language, "Indicator %s is undefined: %s."), explanation->symbol, why);
  if (explanation->score.undefined == MER_UNDEFINED_NO_DATA ||
      explanation->score.undefined == MER_UNDEFINED_NO_CHECKLIST ||
      explanation->score.undefined == MER_UNDEFINED_NO_QUESTIONNAIRES)
    return g_steal_pointer (&undefined);
  return g_strdup_printf ("%s %s", undefined, mer_tr (language, settled));
}

/* --- policies ------------------------------------------------------------------------ */

/* Which policies have a say in a tree. */
typedef struct
{
  gboolean base, channel, norm, missing, other, branches;
} Relevant;

static void
find_relevant (const MerExplanation *explanation,
               Relevant             *out)
{
  const MerMeasurement *measurement = &explanation->measurement;

  for (guint i = 0; i < explanation->parts->len; i++)
    find_relevant (g_ptr_array_index (explanation->parts, i), out);
  if (explanation->level != MER_EXPLAIN_INDICATOR)
    return;
  out->base = out->base || g_strcmp0 (explanation->base_key, "base") == 0;
  out->channel = out->channel || g_strcmp0 (explanation->base_key, "base.channel") == 0;
  out->norm = out->norm || (measurement->n_terms > 1 && measurement->terms[0].place >= 0 &&
                            measurement->terms[0].weight == NULL);
  out->branches = out->branches || explanation->score.averaged > 0;
  for (guint i = 0; i < measurement->n_terms; i++)
    {
      out->other = out->other || measurement->terms[i].other > 0;
      out->missing = out->missing || (measurement->undefined == MER_UNDEFINED_NOT &&
                                      measurement->terms[i].undefined != MER_UNDEFINED_NOT);
    }
}

static void
append_choice (GString    *out,
               const char *key,
               const char *value,
               MerLanguage language)
{
  const MerPolicyChoice *choice = mer_policy_choice (mer_policy_find (key), value);

  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                          mer_tr (language, choice->explanation));
}

static void
append_policy (GString              *out,
               const MerExplanation *explanation,
               const char           *key,
               MerLanguage           language)
{
  append_choice (out, key, mer_methodology_policy (explanation->table->methodology, key), language);
}

/* What rules the undefined indicators of a tree: each reading once, with the codes of those
 * for which the council decided otherwise than for all. */
static void
append_undefined (GString              *out,
                  const MerExplanation *explanation,
                  gboolean             *common_told,
                  MerLanguage           language)
{
  const MerMethodology *methodology = explanation->table->methodology;
  const char           *common = mer_methodology_policy (methodology, "undefined");
  const char           *own = NULL;

  for (guint i = 0; i < explanation->parts->len; i++)
    append_undefined (out, g_ptr_array_index (explanation->parts, i), common_told, language);
  if (explanation->level != MER_EXPLAIN_INDICATOR ||
      !mer_undefined_is_open (explanation->score.undefined))
    return;
  own = mer_methodology_undefined_policy (methodology, explanation->code);
  if (strcmp (own, common) == 0 && *common_told)
    return;
  if (strcmp (own, common) != 0)
    g_string_append_printf (out, "%s%s:", out->len > 0 ? " " : "", explanation->symbol);
  else
    *common_told = TRUE;
  append_choice (out, "undefined", own, language);
}

/* The readings of the rules that this tree depends on, all but the rounding. */
static void
append_readings (GString              *out,
                 const MerExplanation *explanation,
                 MerLanguage           language)
{
  Relevant relevant = { FALSE };
  gboolean common_told = FALSE;

  find_relevant (explanation, &relevant);
  if (relevant.base)
    append_policy (out, explanation, "base", language);
  if (relevant.channel)
    append_policy (out, explanation, "base.channel", language);
  if (relevant.norm)
    append_policy (out, explanation, "norm", language);
  if (relevant.missing)
    append_policy (out, explanation, "channel.missing", language);
  append_undefined (out, explanation, &common_told, language);
  if (relevant.other)
    append_policy (out, explanation, "hard-to-say", language);
  if (relevant.branches)
    append_policy (out, explanation, "branches", language);
  if (explanation->level == MER_EXPLAIN_TOTAL &&
      mer_methodology_has_council_criteria (explanation->table->methodology))
    append_policy (out, explanation, "council.criteria", language);
}

/**
 * mer_explain_policies:
 * @explanation: a tree
 * @language: of the note
 *
 * Returns: (transfer full): the readings of the rules that this score depends on
 */
char *
mer_explain_policies (const MerExplanation *explanation,
                      MerLanguage           language)
{
  GString *out = g_string_new (NULL);

  append_readings (out, explanation, language);
  append_policy (out, explanation, "rounding", language);
  append_policy (out, explanation, "rounding.decimals", language);
  return g_string_free (out, FALSE);
}

static const char *
choice_title (const MerExplanation *explanation,
              const char           *key,
              MerLanguage           language)
{
  const char *value = mer_methodology_policy (explanation->table->methodology, key);

  return mer_tr (language, mer_policy_choice (mer_policy_find (key), value)->title);
}

/**
 * mer_explain_note:
 * @explanation: a tree: of one criterion, most often
 * @language: of the note
 *
 * Returns: (transfer full): the same readings as mer_explain_policies(), with the rounding
 *   first and in a few words, to stand under what is shown
 */
char *
mer_explain_note (const MerExplanation *explanation,
                  MerLanguage           language)
{
  GString    *out = g_string_new (NULL);
  const char *stage = choice_title (explanation, "rounding", language);
  const char *places = choice_title (explanation, "rounding.decimals", language);

  /* Translators: when scores are rounded, and to how many decimal places. */
  g_string_append_printf (out, mer_tr (language, "Rounding %s, %s."), stage, places);
  append_readings (out, explanation, language);
  return g_string_free (out, FALSE);
}
