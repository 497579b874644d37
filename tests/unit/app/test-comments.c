/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comments of the invented district: what may leave the document, and what findings are made of
 * them. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/mer-comments.h"
#include "app/mer-new-document.h"
#include "app/mer-results.h"
#include "core/mer-comment-text.h"

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  MerComments *comments;
  gint64       cycle_id;
} Fixture;

static void
reload (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MerComments *comments = mer_comments_load (self->doc, self->cycle_id, NULL, &error);

  g_assert_no_error (error);
  g_clear_pointer (&self->comments, mer_comments_unref);
  self->comments = comments;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = NULL;

  self->folder = g_dir_make_tmp ("merilo-comments-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "d.merilo", NULL);
  self->doc = mer_demo_document (self->path, &error);
  g_assert_no_error (error);
  cycle = mer_store_cycle (self->doc, 0, &error);
  self->cycle_id = cycle->id;
  reload (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_comments_unref (self->comments);
  g_clear_object (&self->doc);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static const MerCommentEntry *
find (Fixture    *self,
      const char *part)
{
  for (guint i = 0; i < self->comments->set->n_entries; i++)
    {
      if (strstr (self->comments->set->entries[i].text, part) != NULL)
        return &self->comments->set->entries[i];
    }
  g_error ("no comment with “%s”", part);
}

static void
set_state (Fixture               *self,
           const MerCommentEntry *entry,
           MerCommentState        state)
{
  gint64 batch = entry->batch_id;
  gint64 row = entry->row;

  g_assert_true (mer_document_begin (self->doc, "Решение", NULL));
  g_assert_true (mer_store_set_comment_state (self->doc, batch, row, state, NULL));
  g_assert_true (mer_document_commit (self->doc, NULL));
}

static void
test_text (Fixture      *self,
           gconstpointer data)
{
  const MerCommentEntry *entry = find (self, "Благодарность воспитателю");
  gint64                 batch = entry->batch_id;
  gint64                 row = entry->row;
  g_autofree char       *masked = mer_comments_text (self->comments, entry, MER_LANGUAGE_EN);
  g_autofree char       *open = NULL;
  g_autofree char       *hidden = NULL;

  g_assert_cmpstr (masked, ==, "Благодарность воспитателю [name withheld] за внимание к детям");
  set_state (self, entry, MER_COMMENT_OPEN);
  reload (self);
  entry = mer_comment_set_find (self->comments->set, batch, row);
  open = mer_comments_text (self->comments, entry, MER_LANGUAGE_EN);
  g_assert_cmpstr (open, ==, entry->text);
  set_state (self, entry, MER_COMMENT_HIDDEN);
  reload (self);
  entry = mer_comment_set_find (self->comments->set, batch, row);
  hidden = mer_comments_text (self->comments, entry, MER_LANGUAGE_EN);
  g_assert_null (hidden);
}

static void
test_document (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (MerBlocks) blocks = NULL;
  const MerBlock *block = NULL;

  for (guint i = 0; i < self->comments->set->n_entries; i++)
    g_array_append_val (all, i);
  blocks = mer_comments_document (self->comments, all, MER_LANGUAGE_EN);
  block = g_ptr_array_index (blocks->blocks, 1);
  /* one is hidden in the example */
  g_assert_cmpuint (block->table->rows->len, ==, all->len - 1);
  for (guint i = 0; i < block->table->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (block->table->rows, i);

      g_assert_null (strstr (cells[3], "Ромашкин"));
      g_assert_null (strstr (cells[3], "8 900"));
    }
}

/* The others are made of marks and scores. */
static guint
count_of_comments (const GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const MerFinding *) findings->pdata[i])->batch_id != 0 ? 1 : 0;
  return n;
}

static void
test_finding (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerResults) results =
    mer_results_load (self->doc, self->cycle_id, MER_RESULTS_AS_RULED, NULL);
  const MerCommentEntry *entry = find (self, "Улучшить питание");
  g_autoptr (MerFinding) finding =
    mer_comments_new_finding (self->comments, entry, self->cycle_id, MER_FINDING_FINDING,
                              results->methodology, MER_LANGUAGE_EN);
  g_autoptr (MerFinding) loose = mer_comments_new_finding (
    self->comments, entry, self->cycle_id, MER_FINDING_PROPOSAL, NULL, MER_LANGUAGE_EN);

  g_assert_cmpstr (finding->text, ==, entry->text);
  g_assert_cmpstr (finding->criterion, ==, "K2");
  g_assert_cmpint (finding->batch_id, ==, entry->batch_id);
  g_assert_cmpint (finding->row, ==, entry->row);
  g_assert_cmpint (finding->organization_id, ==, entry->organization_id);
  /* no rules, no criterion */
  g_assert_null (loose->criterion);
  g_assert_cmpuint (count_of_comments (self->comments->findings), ==, 3);
}

static void
test_themes (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) before = mer_comments_themes (self->comments, MER_LANGUAGE_RU);
  g_autoptr (GPtrArray) after = NULL;
  const MerCommentEntry *entry = find (self, "пандус");

  g_assert_cmpuint (before->len, ==, MER_N_THEMES);
  g_assert_true (mer_document_begin (self->doc, "Тема", NULL));
  g_assert_true (mer_store_set_comment_theme (self->doc, entry->batch_id, entry->row, "бассейн",
                                              NULL));
  g_assert_true (mer_document_commit (self->doc, NULL));
  reload (self);
  after = mer_comments_themes (self->comments, MER_LANGUAGE_RU);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (g_ptr_array_index (after, after->len - 1), ==, "бассейн");
}

/* The rating's document says who answered. */
static void
test_structure (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerResults) results =
    mer_results_load (self->doc, self->cycle_id, MER_RESULTS_AS_RULED, NULL);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MerBlocks) blocks = NULL;
  MerReportInput input = { 0 };
  guint          n_secondary = 0;

  mer_results_report_input (results, self->doc, &input, strings);
  g_assert_cmpuint (input.profile->len, >, 0);
  blocks = mer_report_kind_find ("rating")->build (&input);
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind != MER_BLOCK_TABLE || !block->table->secondary ||
          !mer_table_is_section (block->table, 0))
        continue;
      n_secondary++;
      /* three questions and twelve answers */
      g_assert_cmpuint (block->table->rows->len, ==, 15);
    }
  g_assert_cmpuint (n_secondary, ==, 1);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/app/comments/text", test_text);
  ADD ("/app/comments/document", test_document);
  ADD ("/app/comments/finding", test_finding);
  ADD ("/app/comments/themes", test_themes);
  ADD ("/app/comments/structure", test_structure);
  return g_test_run ();
}
