/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a head is credited with: the change since the organization's own last assessment. */

#include "methodology/mer-methodology-xml.h"
#include "report/mer-head-change.h"

static MerScoreTable *
make_scores (MerMethodology *methodology,
             gint64          id,
             int             total)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                  mer_organization_unref);
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (MerRational));
  MerOrganization *organization = mer_organization_new ("СОШ", MER_ORGANIZATION_GENERAL);
  MerRational      value = mer_rational_new (total, 1);

  g_array_set_clear_func (totals, (GDestroyNotify) mer_rational_clear);
  organization->id = id;
  g_ptr_array_add (known, organization);
  g_array_append_val (totals, value);
  return mer_score_table_new_of_totals (methodology, known, totals);
}

static void
add_year (GPtrArray  *past,
          const char *rules,
          int         year,
          gint64      id,
          int         total)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped (rules, NULL);
  g_autoptr (MerScoreTable) scores = make_scores (methodology, id, total);
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО", year);

  mer_score_past_add (past, cycle, scores);
}

/* The year that the head of organization 1 came in, and the change from then to 90 in 2024. */
static const struct
{
  const char *since;
  gboolean    given;
} heads[] = {
  { "2020-09-01", TRUE },
  { "2021-12-31", TRUE },
  { "2022-01-01", FALSE }, /* the last assessment was another's */
};

static void
test_own_year (void)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autoptr (MerScoreTable) now = make_scores (methodology, 1, 90);
  g_autoptr (GPtrArray) past = mer_score_past_new ();
  g_auto (MerRational) expected = mer_rational_new (8, 1);

  add_year (past, "nok-2018-education", 2023, 2, 70); /* the cycle before: of others */
  add_year (past, "nok-2018-education", 2021, 1, 82);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (MerHead) head = mer_record_new (&mer_record_head, 0);
      g_auto (MerRational) change = MER_RATIONAL_ZERO;

      head->organization = 1;
      head->since = g_strdup (heads[i].since);
      g_assert_cmpint (mer_head_change (head, now, 2024, past, &change), ==, heads[i].given);
      if (heads[i].given)
        g_assert_cmpint (mer_rational_cmp (&change, &expected), ==, 0);
    }
}

/* Points of 160 are not subtracted from points of 100; without a past nothing is. */
static void
test_scales (void)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autoptr (MerScoreTable) now = make_scores (methodology, 1, 90);
  g_autoptr (GPtrArray) past = mer_score_past_new ();
  g_autoptr (MerHead) head = mer_record_new (&mer_record_head, 0);
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  head->organization = 1;
  g_assert_false (mer_head_change (head, now, 2024, past, &change));
  g_assert_false (mer_head_change (head, NULL, 2024, NULL, &change));
  add_year (past, "nok-2014-education", 2016, 1, 131);
  g_assert_false (mer_head_change (head, now, 2024, past, &change));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/head-change/own-year", test_own_year);
  g_test_add_func ("/report/head-change/scales", test_scales);
  return g_test_run ();
}
