/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explanations are made on demand from the same measures that scored, so that they cannot
 * say anything else than what was calculated. */

#include "scoring/mer-explanation.h"

#include "scoring/mer-score-private.h"

/* What all nodes of one tree share. */
typedef struct
{
  MerScoreTable     *table;
  const MerScoreRow *row;
  MerScorePlan       plan;
  MerPlaceSum       *places;
  MerMeasureContext  context;
} Builder;

static MerExplanation *
new_node (const Builder *builder, MerExplainLevel level, const MerScore *score)
{
  MerExplanation *self = g_new0 (MerExplanation, 1);

  self->level = level;
  self->score = *score;
  self->score.value = mer_rational_copy (&score->value);
  self->unrounded = mer_rational_copy (&score->value);
  self->weight = mer_rational_new (1, 1);
  self->maximum = mer_rational_copy (&builder->table->methodology->maximum);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_explanation_free);
  self->beside = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_explanation_free);
  self->row = builder->row;
  self->table = mer_score_table_ref (builder->table);
  return self;
}

static void
set_number (MerRational *number, const MerRational *value)
{
  mer_rational_clear (number);
  *number = mer_rational_copy (value);
}

static gboolean
takes_question (const MerIndicator *indicator, int question)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      if (g_array_index (indicator->inputs, MerMeasureInput, i).question == question)
        return TRUE;
    }
  return FALSE;
}

/* Whether any of its inputs is a place of the checklist, or a question. */
static gboolean
takes (const MerIndicator *indicator, gboolean place)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      if ((g_array_index (indicator->inputs, MerMeasureInput, i).place >= 0) == place)
        return TRUE;
    }
  return FALSE;
}

static void
add_typed_source (GArray *sources, const MerEvidence *evidence, const char *code)
{
  for (guint i = 0; evidence != NULL && i < evidence->points->len; i++)
    {
      const MerExpertPoint *point = g_ptr_array_index (evidence->points, i);

      if (strcmp (point->code, code) == 0)
        g_array_append_val (sources, point->source);
    }
}

/* Checklists feed what is counted in places, surveys what is asked, and a ready count one
 * question. */
static GArray *
sources_of (const Builder *builder, const MerIndicator *indicator)
{
  GArray            *sources = g_array_new (FALSE, FALSE, sizeof (MerEvidenceSource));
  const MerEvidence *evidence = builder->row->evidence;

  if (mer_indicator_is_typed (indicator))
    {
      add_typed_source (sources, evidence, indicator->code);
      return sources;
    }
  for (guint i = 0; evidence != NULL && i < evidence->sources->len; i++)
    {
      const MerEvidenceSource *source = &g_array_index (evidence->sources, MerEvidenceSource, i);

      if (source->kind == MER_EVIDENCE_COUNTS ? takes_question (indicator, source->question)
          : source->kind == MER_EVIDENCE_SURVEY
            ? takes (indicator, FALSE)
            : takes (indicator, TRUE))
        g_array_append_val (sources, *source);
    }
  return sources;
}

static const char *
base_key_of (const MerIndicator *indicator)
{
  if (indicator->base == MER_BASE_ANSWERS)
    return "base";
  return indicator->base == MER_BASE_CHANNEL ? "base.channel" : NULL;
}

static MerExplanation *
explain_indicator (const Builder *builder, guint index)
{
  const MerIndicator *indicator = g_ptr_array_index (builder->plan.indicators, index);
  const MerScore     *score = &builder->row->indicators[index];
  MerExplanation     *self = new_node (builder, MER_EXPLAIN_INDICATOR, score);

  self->code = indicator->code;
  self->symbol = indicator->code;
  self->title = indicator->title;
  self->indicator = indicator;
  set_number (&self->weight, &indicator->weight);
  set_number (&self->maximum, &indicator->cap);
  mer_measure (indicator, &builder->context, &self->measurement);
  if (score->settled == MER_SETTLED_NOT_NEEDED && score->averaged == 0)
    {
      mer_rational_clear (&self->unrounded);
      mer_measurement_value (&self->measurement, &self->unrounded, &self->capped);
    }
  self->base_key = base_key_of (indicator);
  if (self->base_key != NULL)
    self->base = mer_methodology_policy (builder->table->methodology, self->base_key);
  else if (indicator->base == MER_BASE_FILTER)
    self->base = "filter";
  self->sources = sources_of (builder, indicator);
  return self;
}

static void
add_to (MerRational *sum, const MerRational *value)
{
  MerRational old = *sum;

  *sum = mer_rational_add (&old, value);
  mer_rational_clear (&old);
}

/* The weighted sum of the parts as they enter it, before it was rounded. */
static void
set_unrounded (MerExplanation *self)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) all = MER_RATIONAL_ZERO;
  g_auto (MerRational) included = MER_RATIONAL_ZERO;
  g_auto (MerRational) scaled = MER_RATIONAL_ZERO;

  if (!self->score.defined)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (self->parts, i);
      g_auto (MerRational) product = mer_rational_mul (&part->weight, &part->score.value);

      add_to (&all, &part->weight);
      if (!part->score.defined)
        continue;
      add_to (&included, &part->weight);
      add_to (&sum, &product);
    }
  scaled = mer_rational_mul (&sum, &all);
  mer_rational_clear (&self->unrounded);
  self->unrounded = mer_rational_div (&scaled, &included);
}

static MerExplanation *
explain_criterion (const Builder *builder, guint index)
{
  const MerCriterion *criterion =
    g_ptr_array_index (builder->table->methodology->criteria, index);
  MerExplanation *self =
    new_node (builder, MER_EXPLAIN_CRITERION, &builder->row->criteria[index]);

  self->code = criterion->code;
  self->symbol = criterion->symbol;
  self->title = criterion->title;
  set_number (&self->weight, &criterion->weight);
  set_number (&self->maximum, &criterion->maximum);
  for (guint i = builder->plan.first[index]; i < builder->plan.first[index + 1]; i++)
    g_ptr_array_add (self->parts, explain_indicator (builder, i));
  set_unrounded (self);
  return self;
}

static MerExplanation *
explain_total (const Builder *builder)
{
  MerExplanation *self = new_node (builder, MER_EXPLAIN_TOTAL, &builder->row->total);

  self->code = "S";
  self->symbol = "S";
  for (guint i = 0; i < builder->plan.n_criteria; i++)
    g_ptr_array_add (builder->plan.counts[i] ? self->parts : self->beside,
                     explain_criterion (builder, i));
  set_unrounded (self);
  return self;
}

static MerExplanation *
explain (const Builder *builder, const char *code)
{
  GPtrArray *criteria = builder->table->methodology->criteria;

  if (strcmp (code, "S") == 0)
    return explain_total (builder);
  for (guint i = 0; i < criteria->len; i++)
    if (strcmp (((MerCriterion *) g_ptr_array_index (criteria, i))->code, code) == 0)
      return explain_criterion (builder, i);
  for (guint i = 0; i < builder->plan.indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (builder->plan.indicators, i);

      if (strcmp (indicator->code, code) == 0)
        return explain_indicator (builder, i);
    }
  return NULL;
}

/**
 * mer_explanation_new:
 * @table: scores
 * @row: one of its rows
 * @code: "S", or the code of a criterion or of an indicator
 *
 * Returns: (transfer full) (nullable): the tree, %NULL when there is no such code. Any thread.
 */
MerExplanation *
mer_explanation_new (MerScoreTable *table, const MerScoreRow *row, const char *code)
{
  g_autofree MerPlaceSum *places = g_new (MerPlaceSum, table->methodology->places->len + 1);
  Builder                 builder = { .table = table, .row = row, .places = places };
  MerExplanation         *self;

  mer_score_plan_init (&builder.plan, table->methodology, table->items);
  mer_score_plan_context (&builder.plan, row->evidence, places, &builder.context);
  self = explain (&builder, code);
  mer_score_plan_clear (&builder.plan);
  return self;
}

/**
 * mer_explanation_free:
 * @self: (transfer full) (nullable): a tree
 */
void
mer_explanation_free (MerExplanation *self)
{
  if (self == NULL)
    return;
  mer_rational_clear (&self->weight);
  mer_rational_clear (&self->maximum);
  mer_rational_clear (&self->score.value);
  mer_rational_clear (&self->unrounded);
  g_clear_pointer (&self->sources, g_array_unref);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->beside);
  mer_score_table_unref (self->table);
  g_free (self);
}
