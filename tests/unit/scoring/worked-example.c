/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "worked-example.h"

#include "methodology/mer-methodology-xml.h"

static const struct
{
  const char *place;
  guint       n;
} blocks[] = {
  { "stand", 14 },
  { "site", 52 },
  { "remote", 6 },
  { "comfort", 6 },
  { "equipment", 5 },
  { "conditions", 6 },
};

/* Questions by number, from 0. */
static const guint filters[4] = { 0, 2, 5, 9 };
static const guint plain[6] = { 4, 7, 8, 11, 12, 13 };

/* clang-format off */
static const Figures figures[] = {
  { "А", 26, 14, 98, 52, 5, 5, 3, 4, 214,
    { 168, 187, 9, 132 }, { 161, 176, 7, 129 }, { 201, 209, 210, 203, 206, 207 } },
  { "Б", 22, 11, 80, 41, 3, 4, 1, 3, 97,
    { 90, 61, 0, 44 }, { 90, 58, 0, 44 }, { 93, 97, 96, 95, 94, 96 } },
  { "В", 18, 13, 60, 44, 4, 6, 0, 2, 41,
    { 0, 25, 3, 0 }, { 0, 21, 1, 0 }, { 33, 39, 40, 37, 36, 38 } },
};
/* clang-format on */

Example *
example_new_empty (void)
{
  Example *self = g_new0 (Example, 1);

  self->methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  self->organizations = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_item_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_evidence_free);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    for (guint j = 0; j < blocks[i].n; j++)
      {
        MerCycleItem *item = g_new0 (MerCycleItem, 1);

        item->id = self->items->len + 1;
        item->place = g_strdup (blocks[i].place);
        item->text = g_strdup_printf ("%s %u", blocks[i].place, j + 1);
        g_ptr_array_add (self->items, item);
      }
  return self;
}

Example *
example_new (void)
{
  Example *self = example_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    example_add (self, &figures[i]);
  return self;
}

void
example_free (Example *self)
{
  mer_methodology_unref (self->methodology);
  g_ptr_array_unref (self->organizations);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

/* The first `required` marks of a block are filled: whole ones, then a half, then none. */
static void
fill_block (MerMark *marks, guint halves, guint required)
{
  for (guint i = 0; i < required; i++)
    {
      marks[i] = halves >= 2 ? MER_MARK_PRESENT : halves == 1 ? MER_MARK_HALF
                                                              : MER_MARK_ABSENT;
      halves -= MIN (halves, 2);
    }
}

static void
fill_marks (MerEvidence *evidence, const Figures *f)
{
  MerMark *marks = evidence->marks;

  fill_block (marks, f->stand_halves, f->stand_required);
  fill_block (marks + 14, f->site_halves, f->site_required);
  fill_block (marks + 66, 2 * f->remote, 6);
  fill_block (marks + 72, 2 * f->comfort, 6);
  fill_block (marks + 78, 2 * f->equipment, 5);
  fill_block (marks + 83, 2 * f->conditions, 6);
  evidence->has_checklist = TRUE;
}

static void
fill_question (MerQuestionTally *tally, guint yes, guint no, guint n)
{
  tally->count[MER_ANSWER_BLANK] = n - yes - no;
  tally->count[MER_ANSWER_FIRST_OPTION] = yes;
  tally->count[MER_ANSWER_FIRST_OPTION + 1] = no;
  memcpy (tally->passed, tally->count, sizeof tally->passed);
}

static void
fill_tally (MerTally *tally, const Figures *f)
{
  tally->n = f->n;
  for (guint i = 0; i < 4; i++)
    {
      fill_question (&tally->questions[filters[i]], f->used[i], f->n - f->used[i], f->n);
      fill_question (&tally->questions[filters[i] + 1], f->satisfied[i],
                     f->used[i] - f->satisfied[i], f->used[i]);
    }
  for (guint i = 0; i < 6; i++)
    fill_question (&tally->questions[plain[i]], f->yes[i], f->n - f->yes[i], f->n);
}

MerEvidence *
example_add (Example *self, const Figures *f)
{
  MerOrganization  *organization = mer_organization_new (f->name, MER_ORGANIZATION_GENERAL);
  MerEvidence      *evidence;
  MerEvidenceSource checklist = { 1, 0, 12, MER_EVIDENCE_CHECKLIST, -1, 0 },
                    survey = { 2, f->n, 2, MER_EVIDENCE_SURVEY, -1, 0 };

  organization->id = self->organizations->len + 1;
  g_ptr_array_add (self->organizations, organization);
  evidence =
    mer_evidence_new (organization->id, self->methodology->questions->len, self->items->len);
  fill_marks (evidence, f);
  fill_tally (evidence->tally, f);
  g_array_append_val (evidence->sources, checklist);
  if (f->n > 0)
    g_array_append_val (evidence->sources, survey);
  g_ptr_array_add (self->evidence, evidence);
  return evidence;
}

void
example_set (Example *self, const char *policies)
{
  g_auto (GStrv) list = g_strsplit (policies, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (list[i], "=", 2);
      g_autoptr (GError) error = NULL;
      MerMethodology *changed;

      if (pair[0] == NULL)
        continue;
      changed = mer_methodology_with_policy (self->methodology, pair[0], pair[1], &error);
      g_assert_no_error (error);
      mer_methodology_unref (self->methodology);
      self->methodology = changed;
    }
}

MerScoreTable *
example_score (Example *self)
{
  return mer_score_table_new (self->methodology, self->organizations, self->items, self->evidence);
}

const MerScore *
example_find (const MerScoreTable *table, gint64 id, const char *code)
{
  const MerScoreRow *row = mer_score_table_find (table, id);
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (table->methodology);

  g_assert_nonnull (row);
  if (strcmp (code, "S") == 0)
    return &row->total;
  if (code[0] == 'K')
    return &row->criteria[code[1] - '1'];
  for (guint i = 0; i < indicators->len; i++)
    if (strcmp (((MerIndicator *) g_ptr_array_index (indicators, i))->code, code) == 0)
      return &row->indicators[i];
  g_assert_not_reached ();
}

char *
example_text (const MerScoreTable *table, gint64 id, const char *code, guint decimals)
{
  const MerScore *score = example_find (table, id, code);

  return score->defined ? mer_rational_to_decimal (&score->value, decimals) : g_strdup ("—");
}
