/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacks of paper questionnaires: typed in, corrected, sealed, opened again; undo, redo,
 * damage, and what is refused. */
#include "random-actions.h"

#include <string.h>

#include "methodology/mer-methodology-edit.h"
#include "store/mer-stack-store.h"

#define YES MER_ANSWER_FIRST_OPTION
#define NO (MER_ANSWER_FIRST_OPTION + 1)

static gint64
open_stack (BatchFixture *self,
            const char   *title,
            gint64        expected)
{
  g_autoptr (MerStack) stack = mer_stack_new (self->cycle, self->garden, title);
  g_autoptr (GError) error = NULL;

  stack->expected = expected;
  fixture_begin (&self->base, "Новая стопка");
  g_assert_true (mer_store_save_stack (self->base.document, stack, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return stack->id;
}

static MerStackRow *
row_of (BatchFixture *self,
        gint64        number,
        guint8        code)
{
  MerStackRow *row = mer_stack_row_new (self->layout.n_questions);

  row->number = number;
  row->entered_at = 1730000000;
  memset (row->codes, code, row->n_questions);
  return row;
}

static gint64
enter (BatchFixture *self,
       gint64        stack,
       gint64        number,
       guint8        code,
       const char   *comment)
{
  g_autoptr (MerStackRow) row = row_of (self, number, code);
  g_autoptr (GError) error = NULL;

  row->comment = g_strdup (comment);
  fixture_begin (&self->base, "Анкета");
  g_assert_true (mer_store_save_stack_row (self->base.document, stack, self->methodology, row,
                                           &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return row->number;
}

static gint64
close_stack (BatchFixture *self,
             gint64        stack)
{
  g_autoptr (GError) error = NULL;
  gint64 batch = 0;

  fixture_begin (&self->base, "Закрытие стопки");
  batch = mer_store_close_stack (self->base.document, stack, &error);
  g_assert_no_error (error);
  g_assert_cmpint (batch, >, 0);
  fixture_commit (&self->base);
  return batch;
}

static MerStack *
find_stack (BatchFixture *self,
            gint64        id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stacks = mer_store_stacks (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < stacks->len; i++)
    {
      const MerStack *stack = g_ptr_array_index (stacks, i);

      if (stack->id == id)
        return g_ptr_array_steal_index (stacks, i);
    }
  return NULL;
}

static void
assert_stack (BatchFixture *self,
              gint64        id,
              gint64        entered,
              gboolean      open)
{
  g_autoptr (MerStack) stack = find_stack (self, id);

  g_assert_nonnull (stack);
  g_assert_cmpint (stack->entered, ==, entered);
  g_assert_cmpint (stack->batch_id == 0, ==, open);
}

static GPtrArray *
rows_of (BatchFixture *self,
         gint64        stack)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = mer_store_stack_rows (self->base.document, stack, self->methodology, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_rows (BatchFixture *self,
           gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", 3);
  g_autoptr (MerStack) stored = find_stack (self, stack);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (MerTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  const MerStackRow *row = NULL;

  g_assert_cmpstr (stored->title, ==, "стопка 1");
  g_assert_cmpint (stored->expected, ==, 3);
  g_assert_cmpint (stored->organization_id, ==, self->garden);
  g_assert_cmpint (enter (self, stack, 0, YES, NULL), ==, 1);
  g_assert_cmpint (enter (self, stack, 0, NO, "Тепло"), ==, 2);
  g_assert_cmpint (enter (self, stack, 0, MER_ANSWER_OTHER, ""), ==, 3);
  g_assert_cmpint (enter (self, stack, 2, YES, "Очень тепло"), ==, 2);
  fixture_begin (&self->base, "Удаление анкеты");
  g_assert_true (mer_store_remove_stack_row (self->base.document, stack, 1, &error));
  g_assert_false (mer_store_remove_stack_row (self->base.document, stack, 1, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  fixture_commit (&self->base);

  rows = rows_of (self, stack);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpint (row->number, ==, 2);
  g_assert_cmpstr (row->comment, ==, "Очень тепло");
  g_assert_cmpint (row->entered_at, ==, 1730000000);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpint (row->number, ==, 3);
  g_assert_cmpstr (row->comment, ==, NULL);
  tally = mer_stack_rows_tally (rows, self->methodology);
  g_assert_cmpuint (tally->n, ==, 2);
  g_assert_cmpuint (tally->questions[1].count[YES], ==, 1);
  g_assert_cmpuint (tally->questions[1].count[MER_ANSWER_OTHER], ==, 1);
  /* the filter of the second has no answer that lets pass */
  g_assert_cmpuint (tally->questions[1].passed[YES], ==, 1);
  g_assert_cmpuint (tally->questions[1].passed[MER_ANSWER_OTHER], ==, 0);
  /* an open stack counts nowhere */
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
  g_assert_cmpint (enter (self, stack, 0, YES, NULL), ==, 4);
  fixture_assert_sound (&self->base);
}

static void
test_close (BatchFixture *self,
            gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", -1);
  gint64 batch = 0;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) comments = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  const MerEvidence *garden = NULL;
  const MerBatch    *stored = NULL;
  g_autofree char   *name = NULL;

  enter (self, stack, 0, YES, NULL);
  enter (self, stack, 0, YES, "Тепло"); /* the same answers twice are two questionnaires */
  enter (self, stack, 0, NO, "Холодно");
  batch = close_stack (self, stack);
  assert_stack (self, stack, 3, FALSE);
  fixture_assert_sound (&self->base);

  evidence = batch_fixture_evidence (self);
  garden = batch_fixture_find (evidence, self->garden);
  g_assert_cmpuint (garden->tally->n, ==, 3);
  g_assert_cmpuint (garden->tally->questions[0].count[YES], ==, 2);
  g_assert_cmpuint (garden->tally->questions[1].passed[NO], ==, 0);
  g_assert_cmpint (g_array_index (garden->sources, MerEvidenceSource, 0).row, ==, 1);
  comments = mer_store_comments (self->base.document, self->cycle, self->garden, NULL);
  g_assert_cmpuint (comments->len, ==, 2);
  g_assert_cmpstr (((MerComment *) g_ptr_array_index (comments, 1))->text, ==, "Холодно");
  batches = mer_store_batches (self->base.document, self->cycle, NULL);
  stored = g_ptr_array_index (batches, 0);
  g_assert_cmpint (stored->id, ==, batch);
  g_assert_cmpint (stored->kind, ==, MER_BATCH_SURVEY);
  g_assert_null (stored->file_name);
  g_assert_cmpint (stored->accepted, ==, 3);
  g_assert_cmpstr (stored->mapping, ==, "paper\tстопка 1");
  name = mer_batch_display_name (stored, MER_LANGUAGE_EN);
  g_assert_cmpstr (name, ==, "Paper entry: ДС «Радуга», стопка 1");
}

static void
test_undo (BatchFixture *self,
           gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", 2);
  gint64 batch = 0;

  enter (self, stack, 0, YES, NULL);
  enter (self, stack, 0, NO, "Тепло");
  fixture_undo (&self->base);
  assert_stack (self, stack, 1, TRUE);
  fixture_redo (&self->base);
  assert_stack (self, stack, 2, TRUE);
  batch = close_stack (self, stack);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 2);
  fixture_undo (&self->base);
  assert_stack (self, stack, 2, TRUE);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
  fixture_assert_sound (&self->base);
  fixture_reopen (&self->base);
  fixture_redo (&self->base);
  assert_stack (self, stack, 2, FALSE);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 2);
  fixture_assert_sound (&self->base);
  /* undone, changed and sealed anew: the blocks of the first sealing must not come back */
  fixture_undo (&self->base);
  enter (self, stack, 0, YES, NULL);
  g_assert_cmpint (close_stack (self, stack), >, batch);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 3);
  fixture_assert_sound (&self->base);
  for (int i = 0; i < 5; i++)
    fixture_undo (&self->base);
  g_assert_null (find_stack (self, stack));
  for (int i = 0; i < 5; i++)
    fixture_redo (&self->base);
  assert_stack (self, stack, 3, FALSE);
  fixture_assert_sound (&self->base);
}

static void
test_reopen (BatchFixture *self,
             gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", 2);
  gint64 batch = 0;
  g_autoptr (GError) error = NULL;

  enter (self, stack, 0, YES, NULL);
  close_stack (self, stack);
  fixture_begin (&self->base, "Открыть снова");
  g_assert_true (mer_store_reopen_stack (self->base.document, stack, &error));
  g_assert_no_error (error);
  g_assert_false (mer_store_reopen_stack (self->base.document, stack, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  fixture_commit (&self->base);
  assert_stack (self, stack, 1, TRUE);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 0);
  enter (self, stack, 1, NO, NULL);
  batch = close_stack (self, stack);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 1);
  /* taking the batch out as if it were a file opens the stack as well */
  fixture_begin (&self->base, "Убрать загрузку");
  g_assert_true (mer_store_remove_batch (self->base.document, batch, NULL));
  fixture_commit (&self->base);
  assert_stack (self, stack, 1, TRUE);
  fixture_assert_sound (&self->base);
  fixture_undo (&self->base);
  assert_stack (self, stack, 1, FALSE);
  fixture_redo (&self->base);
  g_assert_true (mer_document_compact (self->base.document, NULL));
  assert_stack (self, stack, 1, TRUE);
  fixture_assert_sound (&self->base);
  close_stack (self, stack);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 1);
  fixture_assert_sound (&self->base);
}

/* The name of the organization stands in files for another one: the answers stay its own. */
static void
test_taken_name (BatchFixture *self,
                 gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", -1);
  g_autoptr (GPtrArray) evidence = NULL;

  fixture_begin (&self->base, "Совпадение");
  g_assert_cmpint (mer_store_source_name_id (self->base.document, "ДС «Радуга»", self->school,
                                             NULL),
                   >, 0);
  fixture_commit (&self->base);
  enter (self, stack, 0, YES, NULL);
  close_stack (self, stack);
  evidence = batch_fixture_evidence (self);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_cmpuint (batch_fixture_find (evidence, self->garden)->tally->n, ==, 1);
}

/* --- what is refused ----------------------------------------------------------------------- */

static gboolean
save_row (BatchFixture *self,
          gint64        stack,
          guint8        code,
          GError      **error)
{
  g_autoptr (MerStackRow) row = row_of (self, 0, code);

  return mer_store_save_stack_row (self->base.document, stack, self->methodology, row, error);
}

static gboolean
close_it (BatchFixture *self,
          gint64        stack,
          GError      **error)
{
  return mer_store_close_stack (self->base.document, stack, error) != 0;
}

static gboolean
remove_it (BatchFixture *self,
           gint64        stack,
           GError      **error)
{
  return mer_store_remove_stack (self->base.document, stack, error);
}

static gboolean
reopen_it (BatchFixture *self,
           gint64        stack,
           GError      **error)
{
  return mer_store_reopen_stack (self->base.document, stack, error);
}

static gboolean
enter_it (BatchFixture *self,
          gint64        stack,
          GError      **error)
{
  return save_row (self, stack, YES, error);
}

static gboolean
enter_nothing (BatchFixture *self,
               gint64        stack,
               GError      **error)
{
  return save_row (self, stack, MER_ANSWER_BLANK, error);
}

static gboolean
enter_nonsense (BatchFixture *self,
                gint64        stack,
                GError      **error)
{
  return save_row (self, stack, self->layout.questions[0].n_codes, error);
}

static void
assert_refused (BatchFixture *self,
                gint64        stack,
                gboolean (*act) (BatchFixture *, gint64, GError **),
                int code)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Отказ");
  g_assert_false (act (self, stack, &error));
  g_assert_error (error, MER_STORE_ERROR, code);
  g_test_message ("%s", error->message);
  mer_document_rollback (self->base.document);
}

static void
approve (BatchFixture *self)
{
  g_autoptr (MerCycle) old = mer_store_cycle (self->base.document, self->cycle, NULL);
  g_autoptr (MerCycle) cycle = mer_cycle_new (old->title, old->year);

  cycle->id = old->id;
  cycle->methodology_id = old->methodology_id;
  cycle->approved = TRUE;
  fixture_begin (&self->base, "Утверждение");
  g_assert_true (mer_store_save_cycle (self->base.document, cycle, NULL));
  fixture_commit (&self->base);
}

static void
test_refusals (BatchFixture *self,
               gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", -1);
  gint64 second = open_stack (self, "стопка 2", -1);
  g_autoptr (MerStack) more = mer_stack_new (self->cycle, self->garden, "стопка 3");
  g_autoptr (GError) error = NULL;

  g_assert_false (enter_it (self, stack, &error)); /* no action under way */
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  assert_refused (self, stack, close_it, MER_STORE_ERROR_INVALID);
  assert_refused (self, stack, enter_nothing, MER_STORE_ERROR_INVALID);
  assert_refused (self, stack, enter_nonsense, MER_STORE_ERROR_INVALID);
  assert_refused (self, stack, reopen_it, MER_STORE_ERROR_INVALID);
  assert_refused (self, 77, enter_it, MER_STORE_ERROR_NOT_FOUND);
  enter (self, stack, 0, YES, NULL);
  enter (self, second, 0, YES, NULL);
  close_stack (self, stack);
  assert_refused (self, stack, close_it, MER_STORE_ERROR_INVALID);
  assert_refused (self, stack, enter_it, MER_STORE_ERROR_INVALID);
  assert_refused (self, stack, remove_it, MER_STORE_ERROR_INVALID);
  approve (self);
  assert_refused (self, stack, reopen_it, MER_STORE_ERROR_INVALID);
  assert_refused (self, second, enter_it, MER_STORE_ERROR_INVALID);
  assert_refused (self, second, close_it, MER_STORE_ERROR_INVALID);
  fixture_begin (&self->base, "Отказ");
  g_assert_false (mer_store_save_stack (self->base.document, more, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_delete_organization (self->base.document, self->garden, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
  g_assert_cmpuint (batch_fixture_n_answers (self), ==, 1);
}

static void
test_remove (BatchFixture *self,
             gconstpointer data)
{
  gint64 stack = open_stack (self, "стопка 1", 4);

  enter (self, stack, 0, YES, NULL);
  fixture_begin (&self->base, "Удаление стопки");
  g_assert_true (mer_store_remove_stack (self->base.document, stack, NULL));
  fixture_commit (&self->base);
  g_assert_null (find_stack (self, stack));
  fixture_undo (&self->base);
  assert_stack (self, stack, 1, TRUE);
  fixture_assert_sound (&self->base);
}

/* --- damage -------------------------------------------------------------------------------- */

static void
test_damage (BatchFixture *self,
             gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *part;
  } damages[] = {
    { "UPDATE stack_row SET answers = 'q1=3 q5=2' WHERE number = 1", "not those of import" },
    { "UPDATE stack_row SET number = 9 WHERE number = 2", "not those of import" },
    { "DELETE FROM stack_row WHERE number = 2", "not those of import" },
    { "UPDATE stack_row SET answers = 'q1=2 q99=2' WHERE number = 1", "q99=2" },
    { "UPDATE stack_row SET answers = 'q1=9' WHERE number = 1", "q1=9" },
    { "UPDATE stack_row SET answers = 'q1' WHERE number = 1", "“q1”" },
    { "UPDATE stack_row SET answers = 'q1=-2' WHERE number = 1", "q1=-2" },
    { "UPDATE stack SET cycle_id = 99", "refers to" },
  };
  gint64 stack = open_stack (self, "стопка 1", -1);

  enter (self, stack, 0, YES, NULL);
  enter (self, stack, 0, NO, NULL);
  close_stack (self, stack);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GBytes) bytes = fixture_read (self->base.path);
      g_autoptr (GPtrArray) problems = NULL;
      sqlite3 *db = NULL;
      gboolean found = FALSE;

      g_assert_cmpint (sqlite3_open (self->base.path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, damages[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      problems = mer_document_verify (self->base.document, NULL);
      g_assert_nonnull (problems);
      for (guint j = 0; j < problems->len; j++)
        found = found || strstr (g_ptr_array_index (problems, j), damages[i].part) != NULL;
      g_test_message ("%s", damages[i].sql);
      g_assert_true (found);
      g_assert_finalize_object (g_steal_pointer (&self->base.document));
      g_assert_true (g_file_set_contents (self->base.path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
      self->base.document = mer_document_open (self->base.path, MER_OPEN_READ_WRITE, NULL);
      g_assert_nonnull (self->base.document);
      fixture_assert_sound (&self->base);
    }
}

#define ADD(path, function)                                                              \
  g_test_add ("/store/stacks/" path, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)

/* Other rules: the options of the first question in another order. */
static MerMethodology *
swap_options (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  MerMethodology  *rules =
    mer_methodology_move (self->methodology, "option/q1/0", "question/q1", 1, &path, &error);

  g_assert_no_error (error);
  return rules;
}

static void
bind_cycle (BatchFixture         *self,
            const MerMethodology *rules)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->base.document, self->cycle, &error);

  fixture_begin (&self->base, "Правила");
  cycle->methodology_id = mer_store_add_methodology (self->base.document, rules, NULL, &error);
  g_assert_true (mer_store_save_cycle (self->base.document, cycle, &error));
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

static void
assert_codes (BatchFixture         *self,
              gint64                stack,
              const MerMethodology *rules,
              const char           *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    mer_store_stack_rows (self->base.document, stack, rules, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (found, "%u", ((MerStackRow *) rows->pdata[i])->codes[0]);
  g_assert_cmpstr (found->str, ==, expected);
}

/* Rules change while paper is typed in, and again when a stack is closed: an answer stays what
 * it was. */
static void
test_other_rules (BatchFixture *self,
                  gconstpointer data)
{
  gint64 closed = open_stack (self, "стопка 1", -1);
  gint64 open = open_stack (self, "стопка 2", -1);
  g_autoptr (MerMethodology) swapped = swap_options (self);
  g_autoptr (MerStackRow) row = row_of (self, 0, YES);
  g_autoptr (GError) error = NULL;

  enter (self, closed, 0, YES, NULL);
  enter (self, closed, 0, NO, NULL);
  close_stack (self, closed);
  enter (self, open, 0, YES, NULL);
  bind_cycle (self, swapped);
  assert_codes (self, closed, swapped, "32");
  assert_codes (self, open, swapped, "3");
  fixture_assert_sound (&self->base);
  fixture_begin (&self->base, "Анкета");
  g_assert_true (mer_store_save_stack_row (self->base.document, open, swapped, row, &error));
  fixture_commit (&self->base);
  assert_codes (self, open, swapped, "32");
  close_stack (self, open);
  fixture_assert_sound (&self->base);
  bind_cycle (self, self->methodology);
  assert_codes (self, closed, self->methodology, "23");
  assert_codes (self, open, self->methodology, "23");
  fixture_assert_sound (&self->base);
  for (guint i = 0; i < 4; i++)
    fixture_undo (&self->base);
  assert_codes (self, open, self->methodology, "2");
  fixture_assert_sound (&self->base);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("close", test_close);
  ADD ("undo", test_undo);
  ADD ("reopen", test_reopen);
  ADD ("taken-name", test_taken_name);
  ADD ("refusals", test_refusals);
  ADD ("remove", test_remove);
  ADD ("damage", test_damage);
  ADD ("other-rules", test_other_rules);
  return g_test_run ();
}
