/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random actions with undo and redo against a model: the model is the list of all states
 * that the document has been in. MER_TEST_ACTIONS sets how many actions (300). */
#include "random-actions.h"

static guint
n_actions (void)
{
  const char *text = g_getenv ("MER_TEST_ACTIONS");

  return text == NULL ? 300 : (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
assert_state (BatchFixture *self,
              GPtrArray    *states,
              guint         position)
{
  g_autofree char *found = dump_document (self->base.path);

  g_assert_cmpstr (found, ==, g_ptr_array_index (states, position));
}

/* Position in `states`: how many actions are in force. */
static void
act (BatchFixture *self,
     GPtrArray    *states,
     guint        *position)
{
  if (!random_action (self))
    return;
  g_ptr_array_set_size (states, (int) *position + 1);
  g_ptr_array_add (states, dump_document (self->base.path));
  (*position)++;
}

static void
step (BatchFixture *self,
      GPtrArray    *states,
      guint        *position)
{
  int dice = g_test_rand_int_range (0, 100);

  if (dice < 20 && *position > 0)
    {
      fixture_undo (&self->base);
      (*position)--;
      assert_state (self, states, *position);
    }
  else if (dice < 35 && *position + 1 < states->len)
    {
      fixture_redo (&self->base);
      (*position)++;
      assert_state (self, states, *position);
    }
  else if (dice < 38)
    fixture_reopen (&self->base);
  else
    act (self, states, position);
  g_assert_cmpint (mer_document_get_undo_label (self->base.document) != NULL, ==, *position > 0);
  g_assert_cmpint (mer_document_get_redo_label (self->base.document) != NULL, ==,
                   *position + 1 < states->len);
}

static void
test_random (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint position = 0;

  /* what the fixture did is the base: it is not on the stack */
  fixture_begin (&self->base, "Основа");
  fixture_set (&self->base, "territory", "района");
  mer_document_commit_as_base (self->base.document, &error);
  g_assert_no_error (error);
  g_ptr_array_add (states, dump_document (self->base.path));
  for (guint i = n_actions (); i > 0; i--)
    step (self, states, &position);
  fixture_assert_sound (&self->base);
  while (position < states->len - 1)
    {
      fixture_redo (&self->base);
      assert_state (self, states, ++position);
    }
  while (position > 0)
    {
      fixture_undo (&self->base);
      assert_state (self, states, --position);
    }
  g_assert_null (mer_document_get_undo_label (self->base.document));
  fixture_assert_sound (&self->base);
}

/* Whatever does not fit the rows any more is applied not at all. */
static void
test_conflict (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  sqlite3         *db = NULL;

  fixture_begin (&self->base, "Две настройки");
  fixture_set (&self->base, "department", "Отдел");
  fixture_set (&self->base, "territory", "района");
  fixture_commit (&self->base);
  g_assert_cmpint (sqlite3_open (self->base.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE setting SET value = 'x' WHERE key = 'territory'", NULL,
                                 NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  before = dump_document (self->base.path);
  g_assert_false (mer_document_undo (self->base.document, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED);
  after = dump_document (self->base.path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/undo/random", BatchFixture, NULL, batch_fixture_set_up, test_random,
              batch_fixture_tear_down);
  g_test_add ("/store/undo/conflict", BatchFixture, NULL, batch_fixture_set_up, test_conflict,
              batch_fixture_tear_down);
  return g_test_run ();
}
