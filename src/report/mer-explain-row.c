/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of the pane under the rating. */

#include "config.h"

#include "report/mer-explain-private.h"

/* «161 и 176» of several channels, or the one base. */
static char *
bases (const MerMeasurement *measurement,
       MerLanguage           language)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < measurement->n_terms; i++)
    {
      g_autofree char *count =
        mer_format_count (language, (gint64) measurement->terms[i].denominator);

      if (out->len > 0)
        g_string_append (out, mer_trc (language, "counts", " and "));
      g_string_append (out, count);
    }
  return g_strdup (out->str);
}

static guint32
count_asked (const MerMeasurement *measurement)
{
  guint32 asked = 0;

  for (guint i = 0; i < measurement->n_terms; i++)
    asked += measurement->terms[i].asked;
  return asked;
}

/* «9 анкет из 214», «254 опрошенных, из них 40 в готовых подсчётах»; NULL where there is no
 * answer. */
static char *
answers_text (const MerExplanation *explanation,
              MerLanguage           language)
{
  const MerMeasurement *measurement = &explanation->measurement;
  const MerTerm        *last = NULL;
  g_autofree char      *base = NULL;
  g_autofree char      *n = NULL;
  guint32               asked = 0;

  if (explanation->level != MER_EXPLAIN_INDICATOR || measurement->n_terms == 0)
    return NULL;
  last = &measurement->terms[measurement->n_terms - 1];
  if (last->question < 0 || (last->n == 0 && last->asked == 0))
    return NULL;
  base = bases (measurement, language);
  asked = count_asked (measurement);
  if (asked > 0)
    {
      g_autofree char *ready = mer_format_count (language, asked);

      /* Translators: the base of a share, and how much of it comes from ready counts. */
      return g_strdup_printf (mer_trn (language, "%s respondent, %s of them in ready counts",
                                       "%s respondents, %s of them in ready counts",
                                       (unsigned long) last->denominator),
                              base, ready);
    }
  n = mer_format_count (language, last->n);
  if (measurement->n_terms == 1 && last->denominator == last->n)
    return g_strdup_printf (mer_trn (language, "%s questionnaire", "%s questionnaires", last->n),
                            n);
  /* Translators: questionnaires that count, of all: "9 questionnaires of 214". */
  return g_strdup_printf (mer_trn (language, "%s questionnaire of %s", "%s questionnaires of %s",
                                   (unsigned long) last->denominator),
                          base, n);
}

/* «чек-лист, строка 12», «чек-лист, введён вручную»: of several files the newest, and whether
 * anything was typed in over it. */
static char *
checklist_source (const MerExplanation *explanation,
                  MerLanguage           language,
                  GPtrArray            *batches)
{
  gboolean         by_hand = FALSE;
  gint64           file_row = 0;
  g_autofree char *row = NULL;

  if (explanation->sources->len == 0)
    return NULL;
  for (guint i = 0; i < explanation->sources->len; i++)
    {
      const MerEvidenceSource *source =
        &g_array_index (explanation->sources, MerEvidenceSource, i);
      const MerBatch *batch = mer_batch_find (batches, source->batch_id);

      if (batch != NULL && batch->file_name == NULL)
        by_hand = TRUE;
      else
        file_row = batch != NULL || batches == NULL ? source->row : 0;
    }
  row = g_strdup_printf ("%" G_GINT64_FORMAT, file_row);
  if (file_row > 0 && by_hand)
    return g_strdup_printf (mer_tr (language, "checklist, row %s, and typed in"), row);
  if (file_row > 0)
    return g_strdup_printf (mer_tr (language, "checklist, row %s"), row);
  return g_strdup (by_hand ? mer_tr (language, "checklist, typed in")
                           : mer_tr (language, "checklist"));
}

static char *
source_text (const MerExplanation *explanation,
             MerLanguage           language,
             GPtrArray            *batches)
{
  if (explanation->level != MER_EXPLAIN_INDICATOR)
    return NULL;
  if (g_array_index (explanation->indicator->inputs, MerMeasureInput, 0).question >= 0)
    return answers_text (explanation, language);
  return checklist_source (explanation, language, batches);
}

/**
 * mer_explain_row:
 * @explanation: a node of a tree
 * @language: of the words
 * @batches: (element-type MerBatch) (nullable): to name sources by
 *
 * Returns: (transfer full): its pieces for a grid
 */
MerExplainRow *
mer_explain_row (const MerExplanation *explanation,
                 MerLanguage           language,
                 GPtrArray            *batches)
{
  MerExplainRow *self = g_new0 (MerExplainRow, 1);

  self->code = g_strdup (explanation->symbol);
  self->title = g_strdup (explanation->title != NULL ? explanation->title
                                                     : mer_tr (language, "Score"));
  self->formula = mer_explain_formula (explanation, language, FALSE);
  if (self->formula == NULL)
    self->formula = g_strdup (MER_EXPLAIN_DASH);
  self->result = mer_explain_score (explanation, language);
  self->source = source_text (explanation, language, batches);
  self->reason = mer_explain_reason (explanation, language);
  return self;
}

/**
 * mer_explain_row_free:
 * @self: (transfer full) (nullable): a row
 */
void
mer_explain_row_free (MerExplainRow *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->formula);
  g_free (self->result);
  g_free (self->source);
  g_free (self->reason);
  g_free (self);
}
