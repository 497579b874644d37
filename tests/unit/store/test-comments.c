/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comments, what is decided about them, findings and the profile: each change done, taken back and
 * done again. */

#include "batch-fixture.h"

#include <sqlite3.h>

#include "store/mer-comment-block.h"
#include "store/mer-comment-set.h"
#include "store/mer-comment-store.h"
#include "store/mer-finding-store.h"
#include "store/mer-profile-store.h"

/* Questionnaires of rows 2…6 of which 3 and 5 have comments; row 3 was given at a time. */
static void
add_source (BatchFixture *self,
            gint64        batch,
            const char   *spelling,
            gint64        organization,
            gint64        first,
            const char   *one,
            const char   *two)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerBlockBuilder) builder = mer_block_builder_new (&self->layout, FALSE, 0);
  g_autoptr (GByteArray) comments = g_byte_array_new ();
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GBytes) texts = NULL;
  gint64 source = mer_store_source_name_id (self->base.document, spelling, organization, &error);

  for (guint i = 0; i < 5; i++)
    {
      guint32     answers[MER_BLOCK_MAX_WORDS] = { 0 };
      MerBlockRow row = { answers, first + i, i == 1 ? 1730000000 : MER_BLOCK_NO_TIME, i == 1, 0 };

      mer_block_builder_add (builder, &row);
    }
  block = mer_block_builder_finish (builder);
  mer_store_add_block (self->base.document, batch, source, 0, block, &error);
  g_assert_no_error (error);
  mer_comment_block_append (comments, first + 1, one, strlen (one));
  mer_comment_block_append (comments, first + 3, two, strlen (two));
  texts = mer_comment_block_finish (comments);
  mer_store_add_comments (self->base.document, batch, source, 0, texts, &error);
  g_assert_no_error (error);
}

static gint64
import (BatchFixture *self,
        const char   *file_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_SURVEY);

  g_free (batch->file_name);
  batch->file_name = g_strdup (file_name);
  batch->accepted = 10;
  fixture_begin (&self->base, "Загрузка анкет");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  add_source (self, batch->id, "школа 3", self->school, 2, "Нет",
              "Спасибо И. И. Ромашкиной за Ёлку");
  add_source (self, batch->id, "Радуга", self->garden, 7, "Нужен пандус", "всё хорошо");
  add_source (self, batch->id, "неизвестно", 0, 12, "Ремонт", "-");
  mer_store_add_profile (self->base.document, batch->id, 1, "sex", "female", 3, &error);
  g_assert_no_error (error);
  mer_store_add_profile (self->base.document, batch->id, 1, "sex", "female", 1, &error);
  mer_store_add_profile (self->base.document, batch->id, 1, "sex", "male", 1, &error);
  mer_store_add_profile (self->base.document, batch->id, 2, "sex", "female", 5, &error);
  mer_store_add_profile (self->base.document, batch->id, 2, "age", "25-34", 4, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return batch->id;
}

static MerCommentSet *
load (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  MerCommentSet *set = mer_comment_set_load (self->base.document, self->cycle, NULL, &error);

  g_assert_no_error (error);
  return set;
}

static GPtrArray *
load_notes (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *notes = mer_store_comment_notes (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  return notes;
}

static void
test_set (BatchFixture *self,
          gconstpointer data)
{
  gint64 batch = import (self, "Анкеты.csv");
  g_autoptr (MerCommentSet) set = load (self);
  const MerCommentEntry *entry = NULL;

  g_assert_cmpuint (set->n_entries, ==, 6);
  g_assert_cmpuint (set->n_nothing, ==, 3);
  for (guint i = 1; i < set->n_entries; i++)
    g_assert_cmpint (set->entries[i - 1].row, <, set->entries[i].row);
  entry = mer_comment_set_find (set, batch, 3);
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->text, ==, "Нет");
  g_assert_true (entry->says_nothing);
  g_assert_cmpint (entry->organization_id, ==, self->school);
  g_assert_cmpint (entry->time, ==, 1730000000);
  g_assert_true (entry->has_time_of_day);
  g_assert_false (entry->typed_in);
  entry = mer_comment_set_find (set, batch, 5);
  g_assert_cmpstr (entry->folded, ==, "спасибо и. и. ромашкиной за елку");
  g_assert_true (entry->names_person);
  g_assert_cmpint (entry->time, ==, MER_BLOCK_NO_TIME);
  entry = mer_comment_set_find (set, batch, 8);
  g_assert_cmpint (entry->organization_id, ==, self->garden);
  g_assert_false (entry->names_person);
  g_assert_cmpint (mer_comment_set_find (set, batch, 13)->organization_id, ==, 0);
  g_assert_null (mer_comment_set_find (set, batch, 4));
  g_assert_null (mer_comment_set_find (set, batch + 1, 3));
}

static void
test_paper (BatchFixture *self,
            gconstpointer data)
{
  gint64 batch = import (self, NULL);
  g_autoptr (MerCommentSet) set = load (self);

  g_assert_true (mer_comment_set_find (set, batch, 3)->typed_in);
}

static void
test_removed (BatchFixture *self,
              gconstpointer data)
{
  gint64 batch = import (self, "Анкеты.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mer_comment_set_signature (self->base.document, self->cycle, &error);
  g_autofree char *after = NULL;
  g_autoptr (MerCommentSet) set = NULL;
  g_autoptr (MerCommentSet) again = NULL;

  fixture_begin (&self->base, "Удаление");
  g_assert_true (mer_store_remove_batch (self->base.document, batch, &error));
  fixture_commit (&self->base);
  set = load (self);
  g_assert_cmpuint (set->n_entries, ==, 0);
  after = mer_comment_set_signature (self->base.document, self->cycle, &error);
  g_assert_cmpstr (before, !=, after);
  fixture_undo (&self->base);
  again = load (self);
  g_assert_cmpuint (again->n_entries, ==, 6);
}

static void
assert_note (BatchFixture   *self,
             gint64          batch,
             gint64          row,
             const char     *theme,
             MerCommentState state)
{
  g_autoptr (GPtrArray) notes = load_notes (self);
  const MerCommentNote *note = mer_comment_notes_find (notes, batch, row);

  if (theme == NULL && state == MER_COMMENT_MASKED)
    {
      g_assert_null (note);
      return;
    }
  g_assert_nonnull (note);
  g_assert_cmpstr (note->theme, ==, theme);
  g_assert_cmpint (note->state, ==, state);
}

static void
test_notes (BatchFixture *self,
            gconstpointer data)
{
  gint64 batch = import (self, "Анкеты.csv");
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;

  /* several comments are one action */
  fixture_begin (&self->base, "Тема");
  g_assert_true (mer_store_set_comment_theme (doc, batch, 8, " здание и ремонт ", &error));
  g_assert_true (mer_store_set_comment_theme (doc, batch, 5, "кадры", &error));
  fixture_commit (&self->base);
  fixture_begin (&self->base, "Скрытие");
  g_assert_true (mer_store_set_comment_state (doc, batch, 5, MER_COMMENT_HIDDEN, &error));
  fixture_commit (&self->base);
  assert_note (self, batch, 8, "здание и ремонт", MER_COMMENT_MASKED);
  assert_note (self, batch, 5, "кадры", MER_COMMENT_HIDDEN);
  fixture_undo (&self->base);
  assert_note (self, batch, 5, "кадры", MER_COMMENT_MASKED);
  fixture_undo (&self->base);
  assert_note (self, batch, 8, NULL, MER_COMMENT_MASKED);
  assert_note (self, batch, 5, NULL, MER_COMMENT_MASKED);
  fixture_redo (&self->base);
  fixture_redo (&self->base);
  assert_note (self, batch, 8, "здание и ремонт", MER_COMMENT_MASKED);
  assert_note (self, batch, 5, "кадры", MER_COMMENT_HIDDEN);
  fixture_begin (&self->base, "Обратно");
  g_assert_true (mer_store_set_comment_theme (doc, batch, 8, "  ", &error));
  g_assert_true (mer_store_set_comment_state (doc, batch, 5, MER_COMMENT_OPEN, &error));
  fixture_commit (&self->base);
  assert_note (self, batch, 8, NULL, MER_COMMENT_MASKED);
  assert_note (self, batch, 5, "кадры", MER_COMMENT_OPEN);
  fixture_undo (&self->base);
  assert_note (self, batch, 5, "кадры", MER_COMMENT_HIDDEN);
}

static void
test_outside_action (BatchFixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "Нет пандуса");

  g_assert_false (mer_store_set_comment_theme (self->base.document, 1, 1, "кадры", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (mer_store_save_finding (self->base.document, finding, &error));
  g_assert_nonnull (error);
}

static guint
count_findings (BatchFixture *self,
                gint64        organization)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    mer_store_findings (self->base.document, self->cycle, organization, &error);

  g_assert_no_error (error);
  return list->len;
}

static MerFinding *
add_finding (BatchFixture *self,
             gint64        batch)
{
  g_autoptr (GError) error = NULL;
  MerFinding *finding = mer_finding_new (MER_FINDING_FINDING, "Нет пандуса");

  finding->cycle_id = self->cycle;
  finding->organization_id = self->garden;
  finding->criterion = g_strdup ("K3");
  finding->batch_id = batch;
  finding->row = 8;
  finding->created_at = 1730000001;
  fixture_begin (&self->base, "Недостаток");
  g_assert_true (mer_store_save_finding (self->base.document, finding, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return finding;
}

static void
test_findings (BatchFixture *self,
               gconstpointer data)
{
  gint64 batch = import (self, "Анкеты.csv");
  g_autoptr (MerFinding) finding = add_finding (self, batch);
  g_autoptr (MerFinding) read = NULL;
  g_autoptr (MerFinding) edited = NULL;
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;

  g_assert_cmpuint (count_findings (self, 0), ==, 1);
  g_assert_cmpuint (count_findings (self, self->garden), ==, 1);
  g_assert_cmpuint (count_findings (self, self->school), ==, 0);
  read = mer_store_finding (doc, finding->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->text, ==, "Нет пандуса");
  g_assert_cmpstr (read->criterion, ==, "K3");
  g_assert_cmpint (read->batch_id, ==, batch);
  g_assert_cmpint (read->row, ==, 8);
  g_assert_cmpint (read->created_at, ==, 1730000001);

  fixture_begin (&self->base, "Изменение");
  edited = mer_finding_copy (read);
  edited->kind = MER_FINDING_PROPOSAL;
  g_free (edited->criterion);
  edited->criterion = NULL;
  g_assert_true (mer_store_save_finding (doc, edited, &error));
  fixture_commit (&self->base);
  g_clear_pointer (&read, mer_finding_free);
  read = mer_store_finding (doc, finding->id, &error);
  g_assert_cmpint (read->kind, ==, MER_FINDING_PROPOSAL);
  g_assert_null (read->criterion);

  fixture_begin (&self->base, "Удаление");
  g_assert_true (mer_store_delete_finding (doc, finding->id, &error));
  g_assert_false (mer_store_delete_finding (doc, finding->id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_commit (&self->base);
  g_assert_cmpuint (count_findings (self, 0), ==, 0);
  fixture_undo (&self->base);
  g_assert_cmpuint (count_findings (self, 0), ==, 1);
  fixture_undo (&self->base);
  fixture_undo (&self->base);
  g_assert_cmpuint (count_findings (self, 0), ==, 0);
  fixture_redo (&self->base);
  fixture_redo (&self->base);
  fixture_redo (&self->base);
  g_assert_cmpuint (count_findings (self, 0), ==, 0);
  g_assert_null (mer_store_finding (doc, finding->id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

/* An organization is not deleted together with what was found in it. */
static void
test_kept_organization (BatchFixture *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerFinding) finding = NULL;
  MerDocument *doc = self->base.document;

  finding = add_finding (self, 0);
  fixture_begin (&self->base, "Удаление");
  g_assert_false (mer_store_delete_organization (doc, self->garden, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mer_store_delete_finding (doc, finding->id, &error));
  g_assert_true (mer_store_delete_organization (doc, self->garden, &error));
  fixture_commit (&self->base);
}

static void
test_blank_finding (BatchFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, "  ");

  fixture_begin (&self->base, "Недостаток");
  g_assert_false (mer_store_save_finding (self->base.document, finding, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

static void
test_compact (BatchFixture *self,
              gconstpointer data)
{
  gint64 gone = import (self, "Анкеты.csv");
  gint64 kept = import (self, "Ещё.csv");
  g_autoptr (MerFinding) finding = add_finding (self, gone);
  g_autoptr (MerFinding) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  MerDocument *doc = self->base.document;

  fixture_begin (&self->base, "Тема");
  g_assert_true (mer_store_set_comment_theme (doc, gone, 8, "кадры", &error));
  g_assert_true (mer_store_set_comment_theme (doc, kept, 8, "кадры", &error));
  fixture_commit (&self->base);
  fixture_begin (&self->base, "Удаление");
  g_assert_true (mer_store_remove_batch (doc, gone, &error));
  fixture_commit (&self->base);
  assert_note (self, gone, 8, NULL, MER_COMMENT_MASKED);
  g_assert_true (mer_document_compact (doc, &error));
  g_assert_no_error (error);
  assert_note (self, kept, 8, "кадры", MER_COMMENT_MASKED);
  read = mer_store_finding (doc, finding->id, &error);
  g_assert_cmpint (read->batch_id, ==, 0);
  g_assert_cmpint (read->row, ==, 0);
  counts = mer_store_profile (doc, self->cycle, &error);
  g_assert_cmpuint (counts->len, ==, 4);
  fixture_assert_sound (&self->base);
}

static gboolean
is_garden_cb (gint64   organization_id,
              gpointer user_data)
{
  return organization_id == ((BatchFixture *) user_data)->garden;
}

static void
test_profile (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) garden = NULL;
  const MerSampleShare *share = NULL;

  import (self, "Анкеты.csv");
  counts = mer_store_profile (self->base.document, self->cycle, &error);
  g_assert_no_error (error);
  all = mer_sample_structure (counts, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  share = &g_array_index (all, MerSampleShare, 0);
  g_assert_cmpstr (share->field, ==, "sex");
  g_assert_cmpstr (share->value, ==, "female");
  g_assert_cmpint (share->n, ==, 9);
  g_assert_cmpint (share->base, ==, 10);
  share = &g_array_index (all, MerSampleShare, 2);
  g_assert_cmpstr (share->value, ==, "25-34");
  g_assert_cmpint (share->base, ==, 4);
  garden = mer_sample_structure (counts, is_garden_cb, self);
  g_assert_cmpuint (garden->len, ==, 2);
  g_assert_cmpint (g_array_index (garden, MerSampleShare, 0).n, ==, 5);
  {
    const MerSampleShare *first = &g_array_index (all, MerSampleShare, 0);
    g_auto (MerRational) percent = mer_sample_share_percent (first);
    g_autofree char *text = mer_rational_to_decimal (&percent, 1);

    g_assert_cmpstr (text, ==, "90.0");
  }
}

static void
run_sql (BatchFixture *self,
         const char   *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (self->base.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A block of answers that is damaged costs the times, a block of comments that is ends it. */
static void
test_damaged (BatchFixture *self,
              gconstpointer data)
{
  gint64 batch = import (self, "Анкеты.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCommentSet) set = NULL;

  run_sql (self, "UPDATE block SET data = x'00'");
  set = load (self);
  g_assert_cmpint (mer_comment_set_find (set, batch, 3)->time, ==, MER_BLOCK_NO_TIME);
  run_sql (self, "UPDATE comment SET data = x'00'");
  g_assert_null (mer_comment_set_load (self->base.document, self->cycle, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (BatchFixture *, gconstpointer);
  } tests[] = {
    { "/store/comments/set", test_set },
    { "/store/comments/paper", test_paper },
    { "/store/comments/removed", test_removed },
    { "/store/comments/notes", test_notes },
    { "/store/comments/outside-action", test_outside_action },
    { "/store/comments/findings", test_findings },
    { "/store/comments/kept-organization", test_kept_organization },
    { "/store/comments/blank-finding", test_blank_finding },
    { "/store/comments/compact", test_compact },
    { "/store/comments/profile", test_profile },
    { "/store/comments/damaged", test_damaged },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, BatchFixture, NULL, batch_fixture_set_up, tests[i].test,
                batch_fixture_tear_down);
  return g_test_run ();
}
