/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comments of questionnaires through the import: whose they are, and that the document does not
 * show how often they were written while a table was read. */

#include "config.h"

#include "store/mer-comment-block.h"
#include "store/mer-query.h"
#include "survey-fixture.h"

static void
test_comments (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (MerImportResult) result = NULL;
  const MerComment *comment = NULL;

  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", ALL_YES, "\"тёплые \"\"слова\"\";\nещё\"");
  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", ALL_YES, "повторные слова");
  add_row (rows, "14.10.2024 9:12:33", "СОШ №1", ALL_YES, "мало места");
  add_row (rows, "14.10.2024 9:12:33", "СОШ № 2", ALL_YES, "  ");
  result = import (self, rows);
  assert_counts (result, 3, 0, 1);
  organizations = fixture_organizations (self);
  comments = mer_store_comments (self->doc, result->cycle_id,
                                 get_organization (organizations, "СОШ № 1")->id, NULL);
  g_assert_cmpuint (comments->len, ==, 2);
  comment = g_ptr_array_index (comments, 0);
  g_assert_cmpstr (comment->text, ==, "тёплые \"слова\";\nещё");
  g_assert_cmpint (comment->row, ==, 2);
  comment = g_ptr_array_index (comments, 1);
  g_assert_cmpstr (comment->text, ==, "мало места");
  g_assert_cmpint (comment->row, ==, 5);
}

/* What a query of one number gives. */
static guint
count_of (Fixture    *self,
          const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_assert_true (mer_query_value (self->doc, sql, -1, &n, &error));
  g_assert_no_error (error);
  return (guint) n;
}

/* Spellings, duplicates, and an organization whose only comment is a duplicate's. */
static GString *
commented_rows (void)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *time = g_strdup_printf ("14.10.2024 8:%02u:00", i / 3);
      g_autofree char *comment = g_strdup_printf ("тесная раздевалка %u", i);
      const char      *name = i % 2 == 0 ? "СОШ № 1" : i % 5 == 0 ? "СОШ №1"
                                                                  : "СОШ № 2";

      add_row (rows, time, name, ALL_YES, i % 7 == 0 ? "" : comment);
    }
  add_row (rows, "14.10.2024 9:00:00", "СОШ № 3", ALL_YES, "");
  add_row (rows, "14.10.2024 9:00:00", "СОШ № 3", ALL_YES, "повторные слова");
  add_row (rows, "14.10.2024 9:00:00", "СОШ № 4", ALL_YES, "одно слово");
  return rows;
}

/* Imports it, writing comments as soon as they take so many bytes; «row organization: text»,
 * line by line. */
static char *
import_commented (Fixture       *self,
                  const GString *rows,
                  gsize          room,
                  guint         *n_segments)
{
  g_autofree char *text = survey_text (rows->str);
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  GString *lines = g_string_new (NULL);

  options->create_organizations = TRUE;
  options->comment_room = room;
  result = fixture_run (self, options);
  organizations = fixture_organizations (self);
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];
      g_autoptr (GPtrArray) comments =
        mer_store_comments (self->doc, result->cycle_id, organization->id, NULL);

      for (guint j = 0; j < comments->len; j++)
        {
          const MerComment *comment = comments->pdata[j];
          g_string_append_printf (lines, "%d %d %s: %s\n", (int) comment->row,
                                  (int) organization->id, organization->name, comment->text);
        }
    }
  problems = mer_document_verify (self->doc, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  *n_segments = count_of (self, "SELECT count(*) FROM comment");
  return g_string_free (lines, FALSE);
}

/* How often comments were written while reading is not to be seen in the document. */
static void
test_spilled_comments (Fixture      *self,
                       gconstpointer data)
{
  static const gsize rooms[] = { 1, 200, 1000 };
  g_autoptr (GString) rows = commented_rows ();
  g_autofree char *expected = NULL;
  guint            n_whole = 0;

  expected = import_commented (self, rows, 0, &n_whole);
  g_assert_nonnull (strstr (expected, "одно слово"));
  g_assert_null (strstr (expected, "повторные слова"));
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      Fixture          other = { 0 };
      guint            n_segments = 0;
      g_autofree char *found = NULL;

      fixture_set_up (&other, NULL);
      found = import_commented (&other, rows, rooms[i], &n_segments);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpuint (n_segments, >, n_whole);
      fixture_tear_down (&other, NULL);
    }
}

/* Rows that an earlier file had lose the comments that were already written. */
static void
test_spilled_again (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GString) rows = commented_rows ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint            n_before = 0;
  guint            n_after = 0;

  first = import_commented (self, rows, 0, &n_before);
  add_row (rows, "15.10.2024 9:00:00", "СОШ № 3", ALL_YES, "ещё слово");
  second = import_commented (self, rows, 1, &n_after);
  g_assert_cmpuint (n_after, ==, n_before + 1);
  g_assert_nonnull (strstr (second, "ещё слово"));
  g_assert_cmpuint (strlen (second), >, strlen (first));
}

typedef struct
{
  MerProgress  *progress;
  GCancellable *cancellable;
} Cancelling;

/* The comments of an import are where they belong, and the document is whole. */
static void
assert_commented (Fixture               *self,
                  const MerImportResult *result)
{
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  g_autoptr (GPtrArray) problems = mer_document_verify (self->doc, NULL);
  guint n = 0;

  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];
      g_autoptr (GPtrArray) comments =
        mer_store_comments (self->doc, result->cycle_id, organization->id, NULL);

      n += comments->len;
    }
  g_assert_cmpuint (organizations->len, >, 0);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* A dry run that wrote comments on its way, and an import that is undone and done again. */
static void
test_spilled_taken_back (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (GString) rows = commented_rows ();
  g_autofree char *text = survey_text (rows->str);
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  g_autoptr (MerImportResult) dry = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GError) error = NULL;

  options->create_organizations = TRUE;
  options->comment_room = 1;
  options->dry_run = TRUE;
  dry = fixture_run (self, options);
  g_assert_cmpuint (dry->accepted, >, 0);
  g_assert_cmpuint (count_of (self, "SELECT count(*) FROM comment"), ==, 0);
  g_assert_cmpuint (count_of (self, "SELECT count(*) FROM source"), ==, 0);
  options->dry_run = FALSE;
  result = fixture_run (self, options);
  g_assert_cmpuint (result->accepted, ==, dry->accepted);
  g_assert_true (mer_document_undo (self->doc, &error));
  g_assert_no_error (error);
  organizations = fixture_organizations (self);
  g_assert_cmpuint (organizations->len, ==, 0);
  g_assert_cmpuint (count_of (self, "SELECT count(*) FROM batch WHERE removed = 0"), ==, 0);
  g_assert_true (mer_document_redo (self->doc, &error));
  g_assert_no_error (error);
  assert_commented (self, result);
}

static gpointer
cancel_under_way (gpointer data)
{
  Cancelling *self = data;

  while (mer_progress_get_done (self->progress) == 0)
    g_usleep (100);
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* Stopped when comments had been written for a while: nothing is left of them. */
static void
test_spilled_cancelled (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerProgress) progress = mer_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { progress, cancellable };
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GThread         *thread = NULL;

  for (guint i = 0; i < 40000; i++)
    add_row (rows, "14.10.2024", "СОШ № 1", ALL_YES, "слово");
  text = survey_text (rows->str);
  options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  options->create_organizations = TRUE;
  options->comment_room = 1;
  thread = g_thread_new ("cancel", cancel_under_way, &cancelling);
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", progress, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mer_progress_get_done (progress), <, strlen (text));
  after = fixture_bytes (self);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_of (self, "SELECT count(*) FROM comment"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/survey/comments", test_comments);
  ADD ("/survey/spilled-comments", test_spilled_comments);
  ADD ("/survey/spilled-again", test_spilled_again);
  ADD ("/survey/spilled-taken-back", test_spilled_taken_back);
  ADD ("/survey/spilled-cancelled", test_spilled_cancelled);
  return g_test_run ();
}
