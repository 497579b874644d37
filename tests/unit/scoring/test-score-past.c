/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last assessment of each: where a third is assessed a year, not that of the cycle before. */

#include "methodology/mer-methodology-xml.h"
#include "scoring/mer-score-past.h"

typedef struct
{
  MerMethodology *methodology;
  GPtrArray      *past;
} Fixture;

/* Totals of organizations 1, 2 …; one below zero: not assessed. */
static MerScoreTable *
make_scores (Fixture   *self,
             const int *totals,
             guint      n)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                  mer_organization_unref);
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (MerRational));

  g_array_set_clear_func (values, (GDestroyNotify) mer_rational_clear);
  for (guint i = 0; i < n; i++)
    {
      MerOrganization *organization = NULL;
      MerRational      total = MER_RATIONAL_ZERO;

      if (totals[i] < 0)
        continue;
      organization = mer_organization_new ("СОШ", MER_ORGANIZATION_GENERAL);
      organization->id = i + 1;
      total = mer_rational_new (totals[i], 1);
      g_ptr_array_add (known, organization);
      g_array_append_val (values, total);
    }
  return mer_score_table_new_of_totals (self->methodology, known, values);
}

static void
add (Fixture   *self,
     gint64     id,
     int        year,
     const int *totals)
{
  g_autoptr (MerScoreTable) scores = make_scores (self, totals, 4);
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО", year);

  cycle->id = id;
  mer_score_past_add (self->past, cycle, scores);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  self->past = mer_score_past_new ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_ptr_array_unref (self->past);
  mer_methodology_unref (self->methodology);
}

static void
assert_last (Fixture *self,
             gint64   organization,
             int      year,
             int      total)
{
  const MerScoreRow *row = NULL;
  const MerPastYear *last = mer_score_past_find (self->past, organization, &row);
  g_auto (MerRational) expected = mer_rational_new (total, 1);

  g_assert_nonnull (last);
  g_assert_cmpint (last->cycle->year, ==, year);
  g_assert_cmpint (mer_rational_cmp (&row->total.value, &expected), ==, 0);
}

/* Each of its own year, in whatever order the years were read. */
static void
test_thirds (Fixture      *self,
             gconstpointer data)
{
  const int first[] = { 61, 62, -1, -1 };
  const int second[] = { -1, 72, -1, -1 };
  const int third[] = { -1, -1, 73, -1 };

  add (self, 2, 2022, second);
  add (self, 1, 2021, first);
  add (self, 3, 2023, third);
  assert_last (self, 1, 2021, 61);
  assert_last (self, 2, 2022, 72);
  assert_last (self, 3, 2023, 73);
  g_assert_null (mer_score_past_find (self->past, 4, NULL));
  g_assert_null (mer_score_past_find (NULL, 1, NULL));
}

/* A cycle tells more than what was entered of the same year. */
static void
test_entered (Fixture      *self,
              gconstpointer data)
{
  const int entered[] = { 50, 51, -1, -1 }, assessed[] = { 60, -1, -1, -1 };
  MerCycle *cycle = NULL;

  add (self, 0, 2021, entered);
  add (self, 7, 2021, assessed);
  assert_last (self, 1, 2021, 60);
  assert_last (self, 2, 2021, 51);
  cycle = ((MerPastYear *) self->past->pdata[0])->cycle;
  g_assert_cmpint (cycle->id, ==, 7);
  g_assert_nonnull (mer_score_past_of_cycle (self->past, cycle));
  cycle->id = 8;
  g_assert_null (mer_score_past_of_cycle (self->past, NULL));
}

/* A year without a total is gone past; where there is no other, it is the last. */
static void
test_undefined (Fixture      *self,
                gconstpointer data)
{
  const int          first[] = { 61, -1, -1, -1 }, second[] = { 0, 0, -1, -1 };
  const MerScoreRow *row = NULL;
  MerScoreTable     *scores = NULL;

  add (self, 1, 2021, first);
  add (self, 2, 2022, second);
  scores = ((MerPastYear *) self->past->pdata[0])->scores;
  for (guint i = 0; i < scores->n_rows; i++)
    scores->rows[i].total.defined = FALSE;
  assert_last (self, 1, 2021, 61);
  g_assert_cmpint (mer_score_past_find (self->past, 2, &row)->cycle->year, ==, 2022);
  g_assert_false (row->total.defined);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/scoring/past/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("thirds", test_thirds);
  ADD ("entered", test_entered);
  ADD ("undefined", test_undefined);
  return g_test_run ();
}
