/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching all texts of a document. */

#include "records-fixture.h"

#include "app/mer-search.h"
#include "store/mer-finding-store.h"

static void
assert_hits (BatchFixture *self,
             const char   *text,
             const char   *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerSearch) search = mer_search_new (self->base.document, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GArray) hits = NULL;
  guint n = 0;

  g_assert_no_error (error);
  hits = mer_search_find (search, text, 0, &n);
  g_assert_cmpuint (hits->len, ==, n);
  for (guint i = 0; i < hits->len; i++)
    {
      const MerSearchHit *hit = &g_array_index (hits, MerSearchHit, i);

      g_string_append_printf (found, "%s %d %d %s: %s\n", hit->kind, (int) hit->id,
                              (int) hit->cycle_id, hit->field, hit->text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
add_finding (BatchFixture *self)
{
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "Нет ПАНДУСА");

  finding->cycle_id = self->cycle;
  finding->organization_id = self->garden;
  fixture_begin (&self->base, "Недостаток");
  g_assert_true (mer_store_save_finding (self->base.document, finding, NULL));
  fixture_commit (&self->base);
}

static void
test_everything (BatchFixture *self,
                 gconstpointer data)
{
  add_finding (self);
  records_add (self, &mer_record_plan, "organization", "ДС «Радуга»", "version", "1", "note",
               "Ждём пандус от «СтройСервиса»");
  records_add (self, &mer_record_plan_item, "plan", "ДС «Радуга», 1", "measure",
               "Установить пандус", "person", "Королёв Семён");
  records_add (self, &mer_record_meeting, "day", "14.10.2024", "guests", "Королев С. С.");
  assert_hits (self, "пандус",
               "finding 1 1 Name: ДС «Радуга»: Нет ПАНДУСА\n"
               "plan-item 1 1 Name: ДС «Радуга», version 1: Установить пандус\n"
               "plan 1 1 Note: Ждём пандус от «СтройСервиса»\n");
  /* ё and case; each of two words, wherever it stands */
  assert_hits (self, "КОРОЛЕВ",
               "meeting 1 1 Invited: Королев С. С.\n"
               "plan-item 1 1 Responsible person: Королёв Семён\n");
  assert_hits (self, "семен установить",
               "plan-item 1 1 Name: ДС «Радуга», version 1: Установить пандус\n");
  assert_hits (self, "14.10.2024", "meeting 1 1 Name: 14.10.2024\n");
  assert_hits (self, "сош №3", "organization 1 0 Name: СОШ № 3\n");
  assert_hits (self, "НОКО 2024", "cycle 1 1 Name: НОКО 2024\n");
  assert_hits (self, " «» ", "");
  assert_hits (self, "", "");
  assert_hits (self, "слон", "");
}

static void
test_most (BatchFixture *self,
           gconstpointer data)
{
  g_autoptr (MerSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  guint n = 0;

  for (guint i = 0; i < 5; i++)
    records_add (self, &mer_record_member, "name", "Иванова Ирина Петровна");
  search = mer_search_new (self->base.document, NULL);
  hits = mer_search_find (search, "иванова", 3, &n);
  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpuint (n, ==, 5);
}

static void
test_spellings_and_batches (BatchFixture *self,
                            gconstpointer data)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_FACTS);
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Импорт");
  batch->source = g_strdup ("Справка с сайта");
  mer_store_save_batch (self->base.document, batch, &error);
  mer_store_source_name_id (self->base.document, "Детсад радужный", self->garden, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  assert_hits (self, "радужный", "organization 2 0 Other spellings: Детсад радужный\n");
  assert_hits (self, "справка", "batch 1 1 Source: Справка с сайта\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/everything", BatchFixture, NULL, records_set_up, test_everything,
              batch_fixture_tear_down);
  g_test_add ("/search/most", BatchFixture, NULL, records_set_up, test_most,
              batch_fixture_tear_down);
  g_test_add ("/search/spellings-and-batches", BatchFixture, NULL, records_set_up,
              test_spellings_and_batches, batch_fixture_tear_down);
  return g_test_run ();
}
