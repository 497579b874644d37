/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kept scores beside those of now, on the worked example: A 92.06, B and C without a total. */

#include "scoring/mer-score-differences.h"

#include "worked-example.h"

#define HEADER "organization,1.3,K3,S,rank,id\n"

static GPtrArray *
compare (const char *kept,
         guint      *n_kept)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = example_score (example);

  return mer_score_differences (kept, table, n_kept);
}

static const MerScoreDifference *
find (GPtrArray *differences,
      gint64     id)
{
  for (guint i = 0; i < differences->len; i++)
    if (((const MerScoreDifference *) differences->pdata[i])->organization_id == id)
      return differences->pdata[i];
  return NULL;
}

static void
test_same (void)
{
  guint n = 0;
  g_autoptr (GPtrArray) differences = compare (HEADER "A,94.98,73.33,92.06,1,1\n"
                                                      "B,97.54,,,,2\n"
                                                      "C,84.00,26.00,,,3\n",
                                               &n);

  g_assert_nonnull (differences);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_changed (void)
{
  g_autoptr (GPtrArray) differences = compare (HEADER "A,94.98,70.00,91.39,2,1\n"
                                                      "B,97.54,,88.00,1,2\n"
                                                      "C,84.00,26.00,,,3\n",
                                               NULL);
  const MerScoreDifference *a = find (differences, 1);
  const MerScoreDifference *b = find (differences, 2);

  g_assert_cmpuint (differences->len, ==, 2);
  g_assert_cmpstr (a->was, ==, "91.39");
  g_assert_cmpstr (a->is, ==, "92.06");
  g_assert_cmpuint (a->was_rank, ==, 2);
  g_assert_cmpuint (a->is_rank, ==, 1);
  g_assert_cmpstr (a->codes, ==, "K3");
  /* a total that is undefined now, while nothing that both have differs */
  g_assert_cmpstr (b->was, ==, "88.00");
  g_assert_null (b->is);
  g_assert_cmpuint (b->is_rank, ==, 0);
  g_assert_cmpstr (b->codes, ==, "");
}

static void
test_came_and_went (void)
{
  guint n = 0;
  g_autoptr (GPtrArray) differences =
    compare (HEADER "\"Школа \"\"Гора\"\", филиал\n(закрыта)\",1.00,2.00,80.00,1,77\n"
                    "A,94.98,73.33,92.06,1,1\n"
                    "C,84.00,26.00,,,3\n",
             &n);
  const MerScoreDifference *came = find (differences, 2);
  const MerScoreDifference *went = find (differences, 77);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (differences->len, ==, 2);
  g_assert_false (came->was_there);
  g_assert_true (came->is_there);
  g_assert_true (went->was_there);
  g_assert_false (went->is_there);
  g_assert_cmpstr (went->name, ==, "Школа \"Гора\", филиал\n(закрыта)");
  g_assert_cmpstr (went->was, ==, "80.00");
  g_assert_true (differences->pdata[1] == went); /* last */
}

/* The text is in a file that anything may have written. */
static void
test_damaged (void)
{
  static const char *const texts[] = {
    "",
    "organization",
    "organization,S,rank\nA,1,1\n",
    HEADER "A,94.98\n",
    HEADER "A,1,2,3,4,x\n",
    HEADER "A,1,2,3,4,-1\n",
    HEADER "\"A,1,2,3,4,1\n",
    HEADER "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n = 9;

      g_assert_null (compare (texts[i], &n));
      g_assert_cmpuint (n, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differences/same", test_same);
  g_test_add_func ("/differences/changed", test_changed);
  g_test_add_func ("/differences/came-and-went", test_came_and_went);
  g_test_add_func ("/differences/damaged", test_damaged);
  return g_test_run ();
}
