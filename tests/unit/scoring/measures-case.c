/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "measures-case.h"

#include "methodology/mer-methodology-xml.h"
#include "scoring/mer-score-private.h"

MerMethodology *
case_parse (const char *xml)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_from_xml (xml, strlen (xml), "правила", &error);

  g_assert_no_error (error);
  return methodology;
}

Case *
case_new (MerMethodology *methodology)
{
  Case *self = g_new0 (Case, 1);

  self->methodology = methodology;
  self->evidence = mer_evidence_new (1, methodology->questions->len, 3);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_item_free);
  for (guint i = 0; i < 3; i++)
    {
      MerCycleItem *item = g_new0 (MerCycleItem, 1);

      item->id = i + 1;
      item->place = g_strdup ("a");
      g_ptr_array_add (self->items, item);
    }
  return self;
}

void
case_free (Case *self)
{
  mer_methodology_unref (self->methodology);
  mer_evidence_free (self->evidence);
  g_ptr_array_unref (self->items);
  g_free (self);
}
void
case_set_policy (Case *self, const char *key, const char *value)
{
  MerMethodology *old = self->methodology;

  self->methodology = mer_methodology_with_policy (old, key, value, NULL);
  g_assert_nonnull (self->methodology);
  mer_methodology_unref (old);
}

void
case_set_counts (Case *self, guint question, const int *counts)
{
  MerTally *tally = self->evidence->tally;
  guint     n = 0;

  for (guint code = 0; counts[code] >= 0; code++)
    {
      tally->questions[question].count[code] = (guint32) counts[code];
      tally->questions[question].passed[code] = (guint32) counts[code];
      n += (guint) counts[code];
    }
  tally->n = MAX (tally->n, n);
}

void
case_set_point (Case *self, const char *code, const char *value)
{
  MerEvidenceSource source = {
    .batch_id = 7,
    .row = 3,
    .kind = MER_EVIDENCE_POINTS,
    .question = -1,
  };
  g_auto (MerRational) number = MER_RATIONAL_ZERO;

  g_assert_true (mer_rational_parse (value, &number));
  mer_evidence_set_point (self->evidence, code, &number, &source);
}

MerScoreTable *
case_score (Case *self)
{
  g_autoptr (GPtrArray) organizations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  MerOrganization *organization = mer_organization_new ("Школа", MER_ORGANIZATION_GENERAL);

  organization->id = 1;
  g_ptr_array_add (organizations, organization);
  g_ptr_array_add (evidence, self->evidence);
  return mer_score_table_new (self->methodology, organizations, self->items, evidence);
}

const MerScore *
case_find_score (const MerScoreTable *table, const char *code)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (table->methodology);

  if (strcmp (code, "S") == 0)
    return &table->rows[0].total;
  for (guint i = 0; i < indicators->len; i++)
    if (strcmp (((MerIndicator *) g_ptr_array_index (indicators, i))->code, code) == 0)
      return &table->rows[0].indicators[i];
  for (guint i = 0; i < table->n_criteria; i++)
    if (strcmp (((MerCriterion *) g_ptr_array_index (table->methodology->criteria, i))->code,
                code) == 0)
      return &table->rows[0].criteria[i];
  g_assert_not_reached ();
}

/* Scores the row of a table again in rationals. */
static void
assert_both_ways (Case *self, const MerScoreTable *table)
{
  guint                   n = table->n_indicators + table->n_criteria;
  guint                   n_places = self->methodology->places->len;
  const MerScoreRow      *row = &table->rows[0];
  g_autofree MerScore    *scores = g_new0 (MerScore, n + 1);
  g_autofree MerPlaceSum *places = g_new (MerPlaceSum, n_places + 1);
  MerScoreRow             again = { .indicators = scores };
  MerMeasureContext       context;
  MerScorePlan            plan;

  again.criteria = scores + table->n_indicators;
  mer_score_plan_init (&plan, self->methodology, self->items);
  mer_score_plan_context (&plan, self->evidence, places, &context);
  mer_score_row_exact (&plan, &context, &again);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (scores[i].defined, ==, row->indicators[i].defined);
      g_assert_cmpint (mer_rational_cmp (&scores[i].value, &row->indicators[i].value), ==, 0);
      mer_rational_clear (&scores[i].value);
    }
  g_assert_cmpint (mer_rational_cmp (&again.total.value, &row->total.value), ==, 0);
  mer_rational_clear (&again.total.value);
  mer_score_plan_clear (&plan);
}

void
case_assert_value (Case *self, const char *code, const char *expected)
{
  g_autoptr (MerScoreTable) table = case_score (self);
  const MerScore  *found = case_find_score (table, code);
  g_autofree char *text = NULL;

  text = found->defined ? mer_rational_to_string (&found->value) : g_strdup ("");
  g_assert_cmpstr (text, ==, expected);
  assert_both_ways (self, table);
}
