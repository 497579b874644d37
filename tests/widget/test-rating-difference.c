/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The column of differences: against which year, and why there is none. */

#include "config.h"

#include <string.h>

#include "cycle/mer-selection.h"
#include "rating-fixture.h"
#include "store/mer-record-store.h"
#include "ui/pages/mer-rating-difference.h"

static void
assert_words (Fixture    *self,
              const char *organization,
              const char *words)
{
  const MerResults *results = mer_session_get_results (self->session);

  for (guint i = 0; i < results->scores->n_rows; i++)
    {
      const MerScoreRow *row = &results->scores->rows[i];
      g_autofree char   *found = mer_rating_difference_words (results, row);

      if (g_str_equal (row->organization->name, organization))
        {
          g_assert_true ((strstr (found, words != NULL ? words : "20") != NULL) == (words != NULL));
          return;
        }
    }
  g_assert_not_reached ();
}

static gint64
cycle_before (Fixture *self)
{
  return mer_session_get_results (self->session)->previous_cycle->id;
}

/* An empty difference has a reason: of its own, or of the whole column. */
static void
test_difference (Fixture      *self,
                 gconstpointer data)
{
  assert_words (self, "СОШ № 8", "2021");
  assert_words (self, "Красноярковская СОШ", NULL); /* for the first time: no year */
  g_assert_null (mer_fixture_find (self->page, GTK_TYPE_LABEL, "Δ 2021 "));

  mer_session_set_cycle_id (self->session, cycle_before (self));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
  assert_words (self, "СОШ № 8", "160");
  g_assert_nonnull (mer_fixture_find (self->page, GTK_TYPE_LABEL, "Δ 2016 "));
}

static void
enter_earlier (Fixture    *self,
               const char *organization,
               int         year,
               const char *total)
{
  MerDocument      *document = mer_session_get_document (self->session);
  const MerResults *results = mer_session_get_results (self->session);
  g_autoptr (MerEarlier) earlier = mer_record_new (&mer_record_earlier, 0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < results->scores->n_rows; i++)
    if (g_str_equal (results->scores->rows[i].organization->name, organization))
      earlier->organization = results->scores->rows[i].organization->id;
  earlier->year = year;
  earlier->total = g_strdup (total);
  earlier->most = g_strdup ("100");
  g_assert_true (mer_document_begin (document, "earlier", NULL));
  g_assert_true (mer_store_save_record (document, (MerRecord *) earlier, &error));
  g_assert_no_error (error);
  g_assert_true (mer_document_commit (document, &error));
  mer_fixture_wait (is_current, self->session);
  mer_fixture_settle ();
}

static void
assert_title (Fixture    *self,
              const char *title)
{
  g_autofree char *found = mer_rating_difference_title (mer_session_get_results (self->session));

  g_assert_cmpstr (found, ==, title);
}

/* Each organization is told against its own year; where there are several, the heading has none. */
static void
test_own_years (Fixture      *self,
                gconstpointer data)
{
  assert_title (self, "Δ 2021");
  enter_earlier (self, "Красноярковская СОШ", 2019, "80,5");
  assert_title (self, "Δ");
  assert_words (self, "Красноярковская СОШ", "2019");
  assert_words (self, "СОШ № 8", "2021");
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/rating/difference", test_difference);
  ADD ("/rating/own-years", test_own_years);
  return g_test_run ();
}
