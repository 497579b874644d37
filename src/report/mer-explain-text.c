/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole calculation as plain text, from the score down to the rows of files: formula in
 * words and in signs, numbers put in, counts, base, rules, batches. A line a fact, two spaces
 * a level. */

#include "config.h"

#include <glib/gi18n.h>

#include "methodology/mer-policy.h"
#include "report/mer-explain-private.h"

#define EXACT_PLACES 6

/* What one text is made of. */
typedef struct
{
  GString    *out;
  MerLanguage language;
  GPtrArray  *batches; /* nullable */
} Writer;

static void G_GNUC_PRINTF (3, 4)
  add_line (Writer *writer, guint level, const char *format, ...)
{
  va_list arguments;

  for (guint i = 0; i < level; i++)
    g_string_append (writer->out, "  ");
  va_start (arguments, format);
  g_string_append_vprintf (writer->out, format, arguments);
  va_end (arguments);
  g_string_append_c (writer->out, '\n');
}

/* The value before its rounding, in at most six places; NULL where the rounded one is all. */
static char *
unrounded_text (const MerExplanation *explanation,
                MerLanguage           language)
{
  g_autofree char *exact = mer_rational_to_string (&explanation->unrounded);
  const char      *point = strchr (exact, '.');
  gboolean         short_form = strchr (exact, '/') == NULL &&
                        (point == NULL || strlen (point + 1) <= EXACT_PLACES);
  guint places = point != NULL ? (guint) strlen (point + 1) : 0;
  g_auto (MerRational) printed =
    mer_rational_round (&explanation->score.value, explanation->table->decimals);

  if (mer_rational_cmp (&explanation->unrounded, &printed) == 0)
    return NULL;
  return mer_format_rational (language,
                              &explanation->unrounded,
                              short_form ? places : EXACT_PLACES);
}

/* «3.3 = 7 из 9 · 100 = 77,777778 → 77,78» */
static void
add_calculation (Writer               *writer,
                 guint                 level,
                 const MerExplanation *explanation)
{
  MerLanguage      language = writer->language;
  g_autofree char *formula = mer_explain_formula (explanation, language, TRUE);
  g_autofree char *result = mer_explain_score (explanation, language);
  g_autofree char *before = NULL;

  if (explanation->score.defined)
    before = unrounded_text (explanation, language);
  if (formula == NULL)
    add_line (writer, level, "%s = %s", explanation->symbol, result);
  else if (before != NULL)
    add_line (writer, level, "%s = %s = %s → %s", explanation->symbol, formula, before, result);
  else
    add_line (writer, level, "%s = %s = %s", explanation->symbol, formula, result);
}

static void
add_place (Writer               *writer,
           guint                 level,
           const MerExplanation *explanation,
           const MerTerm        *term)
{
  MerLanguage      language = writer->language;
  const MerPlace  *place = g_ptr_array_index (explanation->table->methodology->places, term->place);
  g_autofree char *present = mer_explain_halves (term->halves, language);
  g_autofree char *required = mer_format_count (language, term->required);

  /* Translators: title of a place of the checklist; items that are there; items required. */
  add_line (writer, level, mer_tr (language, "%s: %s of %s required"), place->title, present,
            required);
}

/* Of a scale; NULL of other questions. */
static char *
sum_of_scores (const MerTerm *term,
               MerLanguage    language)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;

  if (term->units == 0)
    return NULL;
  sum = mer_rational_new ((gint64) (term->halves / 2), term->units);
  return mer_explain_number (&sum, language);
}

static void
add_question (Writer               *writer,
              guint                 level,
              const MerExplanation *explanation,
              const MerTerm        *term)
{
  MerLanguage        language = writer->language;
  const MerQuestion *question =
    g_ptr_array_index (explanation->table->methodology->questions, term->question);
  g_autofree char *satisfied = mer_explain_halves (term->halves, language);
  g_autofree char *base = mer_format_count (language, (gint64) term->denominator);
  g_autofree char *answered = mer_format_count (language, term->answered);
  g_autofree char *n = mer_format_count (language, term->n);
  g_autofree char *other = mer_format_count (language, term->other);
  g_autofree char *scores = sum_of_scores (term, language);

  if (scores != NULL)
    /* Translators: question; sum of the scores of its answers; base; answers in all;
     * questionnaires. */
    add_line (writer, level,
              mer_tr (language, "%s (%s): scores %s, base %s, answered %s, questionnaires %s"),
              question->short_text, question->code, scores, base, answered, n);
  else
    /* Translators: question; satisfied answers; base; answers in all; questionnaires. */
    add_line (writer, level,
              mer_tr (language, "%s (%s): satisfied %s, base %s, answered %s, questionnaires %s"),
              question->short_text, question->code, satisfied, base, answered, n);
  if (question->filter >= 0)
    {
      const MerQuestion *filter =
        g_ptr_array_index (explanation->table->methodology->questions, question->filter);
      g_autofree char *passed = mer_format_count (language, term->passed - term->asked);

      /* Translators: question that filters; how many answered it positively; questionnaires. */
      add_line (writer, level + 1, mer_tr (language, "filter “%s” (%s): %s of %s"),
                filter->short_text, filter->code, passed, n);
    }
  if (term->other > 0)
    add_line (writer, level + 1, mer_tr (language, "answers that fit no option: %s"), other);
  if (term->asked > 0)
    {
      g_autofree char *asked = mer_format_count (language, term->asked);

      add_line (writer, level + 1, mer_tr (language, "answered in ready counts: %s"), asked);
    }
}

/* «Полоса: от 90 — 80» */
static void
add_band (Writer               *writer,
          guint                 level,
          const MerExplanation *explanation)
{
  MerLanguage         language = writer->language;
  const MerPointBand *band = explanation->measurement.band;
  g_autofree char    *from = NULL;
  g_autofree char    *points = NULL;

  if (band == NULL || explanation->measurement.undefined != MER_UNDEFINED_NOT)
    return;
  from = mer_explain_number (&band->from, language);
  points = mer_explain_number (&band->points, language);
  /* Translators: from which value on a band gives how many points: "Band: from 90, points 80". */
  add_line (writer, level, mer_tr (language, "Band: from %s, points %s"), from, points);
}

static void
add_terms (Writer               *writer,
           guint                 level,
           const MerExplanation *explanation)
{
  for (guint i = 0; i < explanation->measurement.n_terms; i++)
    {
      const MerTerm *term = &explanation->measurement.terms[i];

      if (term->place >= 0)
        add_place (writer, level, explanation, term);
      else if (term->question >= 0)
        add_question (writer, level, explanation, term);
    }
  add_band (writer, level, explanation);
}

static void
add_base (Writer               *writer,
          guint                 level,
          const MerExplanation *explanation)
{
  MerLanguage            language = writer->language;
  const MerPolicyChoice *choice = NULL;

  if (explanation->base == NULL)
    return;
  if (explanation->base_key == NULL)
    {
      add_line (writer, level, mer_tr (language, "Base: %s"),
                mer_tr (language, "those who answered the filter positively"));
      return;
    }
  choice = mer_policy_choice (mer_policy_find (explanation->base_key), explanation->base);
  add_line (writer, level, mer_tr (language, "Base: %s"), mer_tr (language, choice->title));
}

/**
 * mer_explain_counts_source:
 * @batch: (nullable): an import of ready counts
 * @language: of the words
 *
 * Returns: (transfer full): what they are: «телефонный опрос»
 */
char *
mer_explain_counts_source (const MerBatch *batch,
                           MerLanguage     language)
{
  if (batch != NULL && batch->source != NULL)
    return g_strdup (batch->source);
  return g_strdup (mer_tr (language, "ready counts"));
}

/* «из них 40 опрошенных (телефонный опрос), положительно 36: загрузка 5, файл «…», строка 7» */
static void
add_ready_count (Writer                  *writer,
                 guint                    level,
                 const MerEvidenceSource *source)
{
  MerLanguage      language = writer->language;
  const MerBatch  *batch = mer_batch_find (writer->batches, source->batch_id);
  const char      *file = batch != NULL ? batch->file_name : MER_EXPLAIN_DASH;
  g_autofree char *what = mer_explain_counts_source (batch, language);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source->batch_id);
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, source->row);
  g_autofree char *asked = mer_format_count (language, source->n);
  g_autofree char *positive = mer_format_count (language, source->positive);

  if (batch != NULL && batch->file_name == NULL)
    {
      /* Translators: how many were asked; what it is, as "telephone poll"; how many answered
       * positively; number of the batch. */
      add_line (writer, level,
                mer_trn (language,
                         "of them %s respondent (%s), positively %s: batch %s, typed in by hand",
                         "of them %s respondents (%s), positively %s: batch %s, typed in by hand",
                         source->n),
                asked, what, positive, id);
      return;
    }
  /* Translators: how many were asked; what it is, as "telephone poll"; how many answered
   * positively; number of the batch, name of its file, number of the row. */
  add_line (writer, level,
            mer_trn (language,
                     "of them %s respondent (%s), positively %s: batch %s, file “%s”, row %s",
                     "of them %s respondents (%s), positively %s: batch %s, file “%s”, row %s",
                     source->n),
            asked, what, positive, id, file, row);
}

/* What was typed in has neither a file nor rows of one. */
static void
add_typed_in (Writer                  *writer,
              guint                    level,
              const MerBatch          *batch,
              const MerEvidenceSource *source)
{
  MerLanguage      language = writer->language;
  g_autofree char *name = mer_batch_display_name (batch, language);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source->batch_id);
  g_autofree char *count = mer_format_count (language, source->n);

  if (source->kind == MER_EVIDENCE_POINTS)
    /* Translators: number of the batch, what it is called, as “Experts' points: commission”. */
    add_line (writer, level, mer_tr (language, "Expert: batch %s, “%s”"), id, name);
  else if (source->n == 0)
    /* Translators: number of the batch, what it is called, as “Typed-in checklist: School 3”. */
    add_line (writer, level, mer_tr (language, "Checklist: batch %s, “%s”"), id, name);
  else
    /* Translators: number of the batch, what it is called, as “Paper entry: School 3, stack 1”,
     * questionnaires. */
    add_line (writer, level,
              mer_trn (language, "Survey: batch %s, “%s”, %s questionnaire",
                       "Survey: batch %s, “%s”, %s questionnaires", source->n),
              id, name, count);
}

static void
add_source (Writer                  *writer,
            guint                    level,
            const MerEvidenceSource *source)
{
  MerLanguage      language = writer->language;
  const MerBatch  *batch = mer_batch_find (writer->batches, source->batch_id);
  const char      *file = batch != NULL ? batch->file_name : MER_EXPLAIN_DASH;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, source->batch_id);
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, source->row);
  g_autofree char *count = mer_format_count (language, source->n);

  if (source->kind == MER_EVIDENCE_COUNTS)
    {
      add_ready_count (writer, level, source);
      return;
    }
  if (batch != NULL && batch->file_name == NULL)
    {
      add_typed_in (writer, level, batch, source);
      return;
    }
  if (source->kind == MER_EVIDENCE_POINTS)
    /* Translators: number of the batch, name of its file, number of the row. */
    add_line (writer, level, mer_tr (language, "Expert: batch %s, file “%s”, row %s"), id, file,
              row);
  else if (source->kind == MER_EVIDENCE_CHECKLIST)
    /* Translators: number of the batch, name of its file, number of the row. */
    add_line (writer, level, mer_tr (language, "Checklist: batch %s, file “%s”, row %s"), id, file,
              row);
  else
    /* Translators: number of the batch, name of its file, questionnaires, the first row. */
    add_line (writer, level,
              mer_trn (language,
                       "Survey: batch %s, file “%s”, %s questionnaire, from row %s",
                       "Survey: batch %s, file “%s”, %s questionnaires, from row %s",
                       source->n),
              id, file != NULL ? file : MER_EXPLAIN_DASH, count, row);
}

static void
add_indicator (Writer               *writer,
               guint                 level,
               const MerExplanation *explanation)
{
  MerLanguage           language = writer->language;
  const MerMeasureKind *kind = explanation->indicator->kind;
  g_autofree char      *reason = mer_explain_reason (explanation, language);

  add_line (writer, level, mer_tr (language, "Formula: %s; %s"), mer_tr (language, kind->words),
            kind->signs);
  add_terms (writer, level, explanation);
  add_base (writer, level, explanation);
  if (reason != NULL)
    add_line (writer, level, "%s", reason);
  for (guint i = 0; i < explanation->sources->len; i++)
    add_source (writer, level, &g_array_index (explanation->sources, MerEvidenceSource, i));
}

/* Calculated rows of a criterion, where the council wants them shown. */
static void
add_calculated (Writer               *writer,
                guint                 level,
                const MerExplanation *explanation)
{
  const MerMethodology *methodology = explanation->table->methodology;
  const MerCriterion   *criterion = mer_methodology_find_criterion (methodology, explanation->code);

  if (strcmp (mer_methodology_policy (methodology, "show.2.2"), "yes") != 0)
    return;
  for (guint i = 0; i < criterion->calculated->len; i++)
    {
      const MerCalculated *calculated = g_ptr_array_index (criterion->calculated, i);
      g_auto (MerRational) value = MER_RATIONAL_ZERO;
      g_autofree char *text = NULL;

      if (!mer_score_table_calculated (explanation->table, explanation->row, calculated->code,
                                       &value))
        continue;
      text = mer_format_rational (writer->language, &value, explanation->table->decimals);
      /* Translators: code, title and value of a row that enters no score. */
      add_line (writer, level, mer_tr (writer->language, "%s %s: %s (for information)"),
                calculated->code, calculated->title, text);
    }
}

static gboolean
is_counted (const MerExplanation *explanation)
{
  const MerMethodology *methodology = explanation->table->methodology;

  return mer_methodology_counts (methodology,
                                 mer_methodology_find_criterion (methodology, explanation->code));
}

/* Of a criterion or the total; without weights where all are one. */
static const char *
formula_of_sum (const MerExplanation *explanation)
{
  gboolean weighted = FALSE;

  for (guint i = 0; i < explanation->parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (explanation->parts, i);

      weighted = weighted || part->weight.num != part->weight.den;
    }
  if (explanation->level == MER_EXPLAIN_CRITERION)
    return weighted ? N_("Formula: sum of the indicators times their weights")
                    : N_("Formula: sum of the indicators");
  return weighted ? N_("Formula: sum of the criteria times their weights")
                  : N_("Formula: sum of the criteria");
}

static void
add_node (Writer               *writer,
          guint                 level,
          const MerExplanation *explanation)
{
  MerLanguage      language = writer->language;
  g_autofree char *result = mer_explain_score (explanation, language);
  g_autofree char *weight = mer_explain_number (&explanation->weight, language);

  if (explanation->level == MER_EXPLAIN_TOTAL)
    add_line (writer, level, mer_tr (language, "Score S: %s"), result);
  else if (explanation->level == MER_EXPLAIN_CRITERION && !is_counted (explanation))
    /* Translators: code, title, score of a criterion that enters no total. */
    add_line (writer, level, mer_tr (language, "%s %s: %s"), explanation->symbol,
              explanation->title, result);
  else
    /* Translators: code, title, score, weight. */
    add_line (writer, level, mer_tr (language, "%s %s: %s (weight %s)"), explanation->symbol,
              explanation->title, result, weight);
  add_calculation (writer, level + 1, explanation);
  if (explanation->level == MER_EXPLAIN_INDICATOR)
    {
      add_indicator (writer, level + 1, explanation);
      return;
    }
  add_line (writer, level + 1, "%s", mer_tr (language, formula_of_sum (explanation)));
  for (guint i = 0; i < explanation->parts->len; i++)
    add_node (writer, level + 1, g_ptr_array_index (explanation->parts, i));
  if (explanation->level == MER_EXPLAIN_CRITERION)
    add_calculated (writer, level + 1, explanation);
}

/* Criteria of the council that the total leaves out, and that it does. */
static void
add_beside (Writer               *writer,
            const MerExplanation *explanation)
{
  if (explanation->beside->len == 0)
    return;
  add_line (writer, 0, "%s",
            mer_tr (writer->language, "Beside the total, by the council's own criteria:"));
  for (guint i = 0; i < explanation->beside->len; i++)
    add_node (writer, 1, g_ptr_array_index (explanation->beside, i));
}

/* The second line of a text: what the score is undefined by, if it is. */
static void
add_undefined (Writer               *writer,
               const MerExplanation *explanation)
{
  g_autofree char *why = mer_explain_undefined (explanation, writer->language);

  if (why != NULL && explanation->level != MER_EXPLAIN_INDICATOR)
    add_line (writer, 0, "%s", why);
}

/**
 * mer_explain_text:
 * @explanation: a tree
 * @language: of the text
 * @batches: (element-type MerBatch) (nullable): to name files by
 *
 * Returns: (transfer full): the whole calculation, a line a fact
 */
char *
mer_explain_text (const MerExplanation *explanation,
                  MerLanguage           language,
                  GPtrArray            *batches)
{
  Writer           writer = { g_string_new (NULL), language, batches };
  g_autofree char *policies = mer_explain_policies (explanation, language);

  add_line (&writer, 0, "%s", explanation->row->organization->name);
  add_undefined (&writer, explanation);
  add_node (&writer, 0, explanation);
  add_beside (&writer, explanation);
  add_line (&writer, 0, mer_tr (language, "Rules: %s"), policies);
  add_line (&writer,
            0,
            mer_tr (language, "Methodology: %s"),
            explanation->table->methodology->title);
  return g_string_free (writer.out, FALSE);
}

/**
 * mer_explain_facts:
 * @explanation: of an indicator
 * @language: of the text
 * @batches: (element-type MerBatch) (nullable): to name files by
 *
 * Returns: (transfer full): what stands under its calculation, a line a fact
 */
char *
mer_explain_facts (const MerExplanation *explanation,
                   MerLanguage           language,
                   GPtrArray            *batches)
{
  Writer writer = { g_string_new (NULL), language, batches };

  g_return_val_if_fail (explanation->level == MER_EXPLAIN_INDICATOR, NULL);
  add_indicator (&writer, 0, explanation);
  return g_strchomp (g_string_free (writer.out, FALSE));
}
