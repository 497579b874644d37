/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that a document remembers are never anything else than what is read anew. */

#include "batch-fixture.h"

#include "cycle/mer-improvement.h"
#include "cycle/mer-selection.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-document-private.h"
#include "store/mer-finding-store.h"
#include "store/mer-record-cache.h"
#include "store/mer-record-store.h"

#define ROUNDS 400

/* --- what is compared ------------------------------------------------------------------------ */

static void
assert_same_records (MerDocument         *doc,
                     const MerRecordKind *kind,
                     gint64               cycle_id)
{
  g_autoptr (GPtrArray) kept = mer_store_record_snapshot (doc, kind, cycle_id, NULL);
  g_autoptr (GPtrArray) read = mer_store_records (doc, kind, cycle_id, NULL);

  g_assert_cmpuint (kept->len, ==, read->len);
  for (guint i = 0; i < kept->len; i++)
    g_assert_true (mer_record_equal (kept->pdata[i], read->pdata[i]));
}

static void
assert_fresh (BatchFixture *fixture)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();
  MerDocument                *doc = fixture->base.document;
  g_autoptr (GPtrArray) kept = mer_store_finding_snapshot (doc, fixture->cycle, NULL);
  g_autoptr (GPtrArray) read = mer_store_findings (doc, fixture->cycle, 0, NULL);
  g_autoptr (GPtrArray) known = mer_store_organization_snapshot (doc, NULL);
  g_autoptr (GPtrArray) there = mer_store_organizations (doc, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      assert_same_records (doc, kinds[i], 0);
      assert_same_records (doc, kinds[i], fixture->cycle);
    }
  g_assert_cmpuint (kept->len, ==, read->len);
  for (guint i = 0; i < kept->len; i++)
    g_assert_true (mer_struct_equal (&mer_finding_struct, kept->pdata[i], read->pdata[i]));
  g_assert_cmpuint (known->len, ==, there->len);
  for (guint i = 0; i < known->len; i++)
    g_assert_cmpstr (((MerOrganization *) known->pdata[i])->name, ==,
                     ((MerOrganization *) there->pdata[i])->name);
}

/* --- what is done ---------------------------------------------------------------------------- */

static void
save (BatchFixture *fixture,
      gpointer      record)
{
  g_autoptr (GError) error = NULL;

  mer_store_save_record (fixture->base.document, record, &error);
  g_assert_no_error (error);
}

static gint64
add_publication (BatchFixture *fixture,
                 const char   *title,
                 gint64        position)
{
  g_autoptr (MerPublication) one = mer_record_new (&mer_record_publication, fixture->cycle);

  one->title = g_strdup (title);
  one->record.position = position;
  save (fixture, one);
  return one->record.id;
}

static gpointer
any_publication (BatchFixture *fixture)
{
  g_autoptr (GPtrArray) all =
    mer_store_records (fixture->base.document, &mer_record_publication, 0, NULL);

  return all->len > 0
           ? mer_record_copy (all->pdata[g_test_rand_int_range (0, (gint32) all->len)])
           : NULL;
}

static void
change_any (BatchFixture *fixture)
{
  g_autoptr (MerPublication) one = any_publication (fixture);

  if (one == NULL)
    return;
  g_free (one->title);
  one->title = g_strdup_printf ("Иначе %d", g_test_rand_int_range (0, 1000));
  one->record.position = g_test_rand_int_range (1, 20);
  save (fixture, one);
}

static void
delete_any (BatchFixture *fixture)
{
  g_autoptr (MerPublication) one = any_publication (fixture);

  if (one != NULL)
    g_assert_true (mer_store_delete_record (fixture->base.document, &mer_record_publication,
                                            one->record.id, NULL));
}

static void
add_finding (BatchFixture *fixture)
{
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "Нет пандуса");

  finding->cycle_id = fixture->cycle;
  finding->organization_id = fixture->school;
  g_assert_true (mer_store_save_finding (fixture->base.document, finding, NULL));
}

static void
do_something (BatchFixture *fixture)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      delete_any (fixture);
      break;
    case 1:
      add_finding (fixture);
      break;
    case 2:
    case 3:
      change_any (fixture);
      break;
    default:
      add_publication (fixture, "Новость", 0);
    }
}

/* Never what the fixture itself did: its cycle is needed. */
static void
undo_own (BatchFixture *fixture)
{
  const char *label = mer_document_get_undo_label (fixture->base.document);

  if (g_strcmp0 (label, "Действие") == 0)
    g_assert_true (mer_document_undo (fixture->base.document, NULL));
}

/* --- tests ----------------------------------------------------------------------------------- */

static void
test_shared (BatchFixture *fixture,
             gconstpointer data)
{
  MerDocument *doc = fixture->base.document;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (MerPublication) second = NULL;

  fixture_begin (&fixture->base, "Публикации");
  add_publication (fixture, "Первая", 1);
  add_publication (fixture, "Вторая", 2);
  fixture_commit (&fixture->base);
  before = mer_store_record_snapshot (doc, &mer_record_publication, fixture->cycle, NULL);
  again = mer_store_record_snapshot (doc, &mer_record_publication, fixture->cycle, NULL);
  g_assert_true (before == again);
  second = mer_record_copy (before->pdata[1]);
  g_free (second->title);
  second->title = g_strdup ("Третья");
  fixture_begin (&fixture->base, "Правка");
  save (fixture, second);
  fixture_commit (&fixture->base);
  after = mer_store_record_snapshot (doc, &mer_record_publication, fixture->cycle, NULL);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_true (after->pdata[0] == before->pdata[0]); /* not read again */
  g_assert_cmpstr (((MerPublication *) after->pdata[1])->title, ==, "Третья");
  g_assert_cmpstr (((MerPublication *) before->pdata[1])->title, ==, "Вторая");
}

static void
test_random (BatchFixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      int what = g_test_rand_int_range (0, 10);

      if (what < 2)
        undo_own (fixture);
      else if (what == 2)
        mer_document_redo (fixture->base.document, NULL);
      else
        {
          fixture_begin (&fixture->base, "Действие");
          for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
            do_something (fixture);
          if (what == 3)
            mer_document_rollback (fixture->base.document);
          else
            fixture_commit (&fixture->base);
        }
      if (g_test_rand_int_range (0, 3) > 0) /* changes of several actions may gather */
        assert_fresh (fixture);
    }
  assert_fresh (fixture);
}

/* More rows than are read one by one. */
static void
test_many (BatchFixture *fixture,
           gconstpointer data)
{
  assert_fresh (fixture);
  fixture_begin (&fixture->base, "Много");
  for (guint i = 0; i < 1000; i++)
    add_publication (fixture, "Одна из многих", i + 1);
  fixture_commit (&fixture->base);
  assert_fresh (fixture);
  g_assert_true (mer_document_undo (fixture->base.document, NULL));
  assert_fresh (fixture);
}

/* Inside an action its own writing is seen, and forgotten when it is taken back. */
static void
test_inside (BatchFixture *fixture,
             gconstpointer data)
{
  assert_fresh (fixture);
  fixture_begin (&fixture->base, "Действие");
  add_publication (fixture, "Пока не записана", 0);
  assert_fresh (fixture);
  mer_document_rollback (fixture->base.document);
  assert_fresh (fixture);
}

static void
write_elsewhere (BatchFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) worker =
    mer_document_open_worker (mer_document_get_path (fixture->base.document), &error);
  g_autoptr (MerPublication) one = mer_record_new (&mer_record_publication, fixture->cycle);

  g_assert_no_error (error);
  one->title = g_strdup ("Из другого потока");
  g_assert_true (mer_document_begin (worker, "Загрузка", &error));
  mer_store_save_record (worker, one, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_commit (worker, &error));
}

/* Another connection of the same program. */
static void
test_worker (BatchFixture *fixture,
             gconstpointer data)
{
  MerDocument *doc = fixture->base.document;

  assert_fresh (fixture);
  write_elsewhere (fixture);
  assert_fresh (fixture);
  mer_document_refresh (doc);
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, mer_document_get_revision (doc));
}

static MerSnapshots *
read_by_worker (BatchFixture *fixture)
{
  g_autoptr (MerDocument) worker =
    mer_document_open_worker (mer_document_get_path (fixture->base.document), NULL);
  g_autoptr (MerRecordSet) set = mer_store_record_set (worker, fixture->cycle, NULL);

  g_assert_nonnull (set);
  return mer_document_take_snapshots (worker);
}

static void
test_given (BatchFixture *fixture,
            gconstpointer data)
{
  MerDocument *doc = fixture->base.document;
  g_autoptr (MerSnapshots) snapshots = NULL;
  g_autoptr (MerSnapshots) old = NULL;

  g_assert_false (mer_store_has_snapshots (doc, fixture->cycle));
  snapshots = read_by_worker (fixture);
  g_assert_true (mer_document_give_snapshots (doc, snapshots));
  g_assert_true (mer_store_has_snapshots (doc, fixture->cycle));
  assert_fresh (fixture);
  old = read_by_worker (fixture);
  fixture_begin (&fixture->base, "Действие");
  add_publication (fixture, "После", 0);
  fixture_commit (&fixture->base);
  g_assert_false (mer_document_give_snapshots (doc, old)); /* it is of the revision before */
  assert_fresh (fixture);
  g_assert_true (mer_store_has_snapshots (doc, fixture->cycle));
}

/* What was read before somebody else wrote is not given to a document that has not heard of it. */
static void
test_overtaken (BatchFixture *fixture,
                gconstpointer data)
{
  MerDocument *doc = fixture->base.document;
  g_autoptr (MerSnapshots) old = read_by_worker (fixture);

  write_elsewhere (fixture);
  g_assert_false (mer_document_give_snapshots (doc, old));
  mer_document_refresh (doc);
  assert_fresh (fixture);
}

static void
test_scored (BatchFixture *fixture,
             gconstpointer data)
{
  MerDocument *doc = fixture->base.document;
  gint64       before = mer_document_get_scored_revision (doc);
  g_autoptr (MerEarlier) earlier = mer_record_new (&mer_record_earlier, 0);

  g_assert_cmpint (before, ==, mer_document_get_revision (doc));
  fixture_begin (&fixture->base, "Публикация");
  add_publication (fixture, "Новость", 0);
  fixture_commit (&fixture->base);
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, before);
  g_assert_true (mer_document_undo (doc, NULL));
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, before);
  fixture_begin (&fixture->base, "Организация и публикация");
  fixture_add_organization (&fixture->base, "СОШ № 4");
  add_publication (fixture, "Новость", 0);
  fixture_commit (&fixture->base);
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, mer_document_get_revision (doc));
  fixture_begin (&fixture->base, "Публикация");
  add_publication (fixture, "Ещё одна", 0);
  fixture_commit (&fixture->base);
  g_assert_cmpint (mer_document_get_scored_revision (doc), <, mer_document_get_revision (doc));
  batch_fixture_import (fixture);
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, mer_document_get_revision (doc));
  earlier->organization = fixture->school;
  earlier->year = 2021;
  earlier->total = g_strdup ("80");
  fixture_begin (&fixture->base, "Прежняя оценка"); /* scores are compared to it */
  save (fixture, earlier);
  fixture_commit (&fixture->base);
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, mer_document_get_revision (doc));
}

/* The line of the journal cannot be read back. */
static int
deny_journal_cb (void       *data,
                 int         action,
                 const char *table,
                 const char *column,
                 const char *database,
                 const char *trigger)
{
  return action == SQLITE_READ && g_strcmp0 (table, "journal") == 0 &&
             g_strcmp0 (column, "at") == 0
           ? SQLITE_DENY
           : SQLITE_OK;
}

/* What one write was of says nothing of the next, which may be another's. */
static void
test_scored_unread (BatchFixture *fixture,
                    gconstpointer data)
{
  MerDocument *doc = fixture->base.document;
  gint64       before = mer_document_get_revision (doc);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) school = mer_organization_new ("СОШ № 4", MER_ORGANIZATION_GENERAL);
  g_autoptr (MerDocument) worker =
    mer_document_open_worker (mer_document_get_path (doc), &error);

  g_assert_no_error (error);
  fixture_begin (&fixture->base, "Публикация");
  add_publication (fixture, "Новость", 0);
  sqlite3_set_authorizer (doc->db, deny_journal_cb, NULL);
  fixture_commit (&fixture->base);
  sqlite3_set_authorizer (doc->db, NULL, NULL);
  g_assert_cmpint (mer_document_get_revision (doc), ==, before);
  mer_document_refresh (worker);
  g_assert_true (mer_document_begin (worker, "Организация", &error));
  mer_store_save_organization (worker, school, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_commit (worker, &error));
  mer_document_refresh (doc);
  g_assert_cmpint (mer_document_get_revision (doc), ==, before + 2);
  g_assert_cmpint (mer_document_get_scored_revision (doc), ==, before + 2);
}

#define ADD(path, function)                                                                 \
  g_test_add ("/store/snapshots/" path, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shared", test_shared);
  ADD ("random", test_random);
  ADD ("many", test_many);
  ADD ("inside", test_inside);
  ADD ("worker", test_worker);
  ADD ("given", test_given);
  ADD ("overtaken", test_overtaken);
  ADD ("scored", test_scored);
  ADD ("scored-unread", test_scored_unread);
  return g_test_run ();
}
