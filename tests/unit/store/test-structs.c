/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows by the table of their fields: written, read, refused, taken back and done again. The
 * tables are the test's own, so that every type of field is there whatever the schema holds. */

#include "store-fixture.h"

#include <glib/gi18n.h>
#include <math.h>

#include "store/mer-struct-store.h"

typedef enum
{
  STATE_NEW,
  STATE_DONE,
} State;

typedef struct
{
  gint64   id;
  gint64   place;
  gint64   organization_id;
  gint64   people;
  double   share;
  gboolean open;
  char    *title;
  char    *note;
  char    *due;
  State    state;
  char    *organization;
} Task;

static const char *const state_codes[] = { "new", "done", NULL };

static const MerMember task_fields[] = {
  MER_MEMBER_ID (Task, id),
  MER_MEMBER_INT (Task, place),
  MER_MEMBER_REF (Task, organization_id),
  MER_MEMBER_COUNT (Task, people),
  MER_MEMBER_REAL (Task, share),
  MER_MEMBER_BOOL (Task, open, .column = "is_open"),
  MER_MEMBER_TEXT (Task, title, .required = N_("A task needs a title.")),
                   MER_MEMBER_NOTE (Task, note),
                   MER_MEMBER_DAY (Task, due),
                   MER_MEMBER_CODE (Task, state, state_codes),
                   MER_MEMBER_NOTE (Task, organization, .of = "o", .column = "name"),
  };

static const MerStruct task_struct = MER_STRUCT (Task, task_fields);

static void
task_free (Task *self)
{
  mer_struct_free (&task_struct, self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Task, task_free)

static const MerStructTable tasks = {
  .name = "task",
  .record = &task_struct,
  .joins = "LEFT JOIN organization o ON o.id = t.organization_id",
  .free_row = (GDestroyNotify) task_free,
  .gone = N_("The task is not there any more."),
  };

typedef struct
{
  gint64 task_id;
  gint64 person;
  char  *vote;
} Vote;

static const MerMember vote_fields[] = {
  MER_MEMBER_INT (Vote, task_id, .key = TRUE),
  MER_MEMBER_INT (Vote, person, .key = TRUE),
  MER_MEMBER_TEXT (Vote, vote),
};

static const MerStruct vote_struct = MER_STRUCT (Vote, vote_fields);

static void
vote_free (gpointer row)
{
  mer_struct_free (&vote_struct, row);
}

static const MerStructTable votes = {
  .name = "ballot",
  .record = &vote_struct,
  .free_row = vote_free,
};

/* Keys only. */
static const MerMember pair_fields[] = {
  MER_MEMBER_INT (Vote, task_id, .key = TRUE, .column = "a"),
  MER_MEMBER_INT (Vote, person, .key = TRUE, .column = "b"),
};
static const MerStruct      pair_struct = MER_STRUCT (Vote, pair_fields);
static const MerStructTable pairs = { .name = "pair", .record = &pair_struct, .free_row = g_free };

static const char schema[] =
  "CREATE TABLE task (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL, "
  "organization_id INTEGER REFERENCES organization (id), people INTEGER, share REAL, "
  "is_open INTEGER NOT NULL, title TEXT NOT NULL, note TEXT, due TEXT, state TEXT NOT NULL, "
  "UNIQUE (place)) STRICT;"
  "CREATE TABLE ballot (task_id INTEGER NOT NULL REFERENCES task (id), person INTEGER NOT NULL, "
  "vote TEXT NOT NULL, PRIMARY KEY (task_id, person)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE pair (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)) "
  "STRICT, WITHOUT ROWID";

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (self, data);
  mer_query_exec (self->document, schema, &error);
  g_assert_no_error (error);
}

static Task *
new_task (gint64 place)
{
  Task *task = mer_struct_new (&task_struct);

  task->place = place;
  task->people = -1;
  task->share = (double) NAN;
  task->title = g_strdup ("Открыть стенд");
  return task;
}

static gint64
add_task (Fixture *self,
          gint64   place)
{
  g_autoptr (Task) task = new_task (place);
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Задача");
  g_assert_true (mer_structs_save (self->document, &tasks, task, &error));
  g_assert_no_error (error);
  fixture_commit (self);
  return task->id;
}

static void
save_task (Fixture *self,
           Task    *task)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Правка");
  g_assert_true (mer_structs_save (self->document, &tasks, task, &error));
  g_assert_no_error (error);
  fixture_commit (self);
}

/* What is stored now is this. */
static void
assert_task (Fixture    *self,
             const Task *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Task) read = mer_structs_get (self->document, &tasks, wanted->id, &error);

  g_assert_no_error (error);
  g_assert_true (mer_struct_equal (&task_struct, read, wanted));
}

static guint
count_tasks (Fixture    *self,
             const char *rest)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = mer_structs_list (self->document, &tasks, rest, NULL, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
assert_refused (Fixture *self,
                Task    *task)
{
  g_autoptr (GError) error = NULL;
  gint64 id = task->id;

  fixture_begin (self, "Задача");
  g_assert_false (mer_structs_save (self->document, &tasks, task, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (task->id, ==, id);
  mer_document_rollback (self->document);
}

/* --- tests ------------------------------------------------------------------------------- */

static void
test_every_type (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (Task) task = new_task (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (Task) bare = NULL;

  save_task (self, task);
  g_assert_cmpint (task->id, >, 0);
  assert_task (self, task);
  bare = mer_structs_get (self->document, &tasks, task->id, &error);
  g_assert_cmpint (bare->people, ==, -1);
  g_assert_true (isnan (bare->share));
  g_assert_null (bare->note);
  g_assert_null (bare->organization);

  fixture_begin (self, "Организация");
  task->organization_id = fixture_add_organization (self, "СОШ № 3");
  fixture_commit (self);
  task->people = 0;
  task->share = 33.25;
  task->open = TRUE;
  task->note = g_strdup ("«как есть» \t");
  task->due = g_strdup ("2024-12-20");
  task->state = STATE_DONE;
  task->organization = g_strdup ("СОШ № 3");
  save_task (self, task);
  assert_task (self, task);
}

/* Nothing of what is empty is told from what is not there. */
static void
test_empty_is_null (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (Task) task = new_task (1);

  task->note = g_strdup ("");
  task->due = g_strdup ("");
  save_task (self, task);
  g_assert_cmpuint (count_tasks (self, "WHERE t.note IS NULL AND t.due IS NULL AND "
                                       "t.people IS NULL AND t.share IS NULL AND "
                                       "t.organization_id IS NULL"),
                    ==, 1);
}

static void
test_triples (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (Task) before = NULL;
  g_autoptr (Task) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add_task (self, 1);

  before = mer_structs_get (self->document, &tasks, id, &error);
  after = mer_struct_copy (&task_struct, before);
  after->share = 12.5;
  after->state = STATE_DONE;
  save_task (self, after);
  assert_task (self, after);
  fixture_undo (self);
  assert_task (self, before);
  fixture_redo (self);
  assert_task (self, after);

  fixture_begin (self, "Удаление");
  g_assert_true (mer_structs_delete (self->document, &tasks, id, &error));
  g_assert_no_error (error);
  fixture_commit (self);
  g_assert_cmpuint (count_tasks (self, ""), ==, 0);
  fixture_undo (self);
  assert_task (self, after);
  fixture_redo (self);
  g_assert_cmpuint (count_tasks (self, ""), ==, 0);
  fixture_undo (self);
  fixture_undo (self);
  fixture_undo (self);
  g_assert_cmpuint (count_tasks (self, ""), ==, 0);
}

static void
test_gone (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (Task) task = new_task (1);
  g_autoptr (GError) error = NULL;

  task->id = 99;
  g_assert_null (mer_structs_get (self->document, &tasks, 99, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "The task is not there any more.");
  g_clear_error (&error);
  fixture_begin (self, "Правка");
  g_assert_false (mer_structs_save (self->document, &tasks, task, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (mer_structs_delete (self->document, &tasks, 99, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  mer_document_rollback (self->document);
}

static void
test_bad_values (Fixture      *self,
                 gconstpointer data)
{
  static const char *const titles[] = { NULL, "",
                                        " \t\n", "\u00a0\u2003", "\xff\xfe", "текст\xd0" };
  static const char *const days[] = { "31.02.2024", "2024-02-30", "завтра", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (Task) task = new_task (1);

      g_free (task->title);
      task->title = g_strdup (titles[i]);
      assert_refused (self, task);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (Task) task = new_task (1);

      task->due = g_strdup (days[i]);
      assert_refused (self, task);
    }
  for (int i = -1; i <= 2; i += 3)
    {
      g_autoptr (Task) task = new_task (1);

      task->state = (State) i;
      assert_refused (self, task);
    }
  for (int sign = -1; sign <= 1; sign += 2)
    {
      g_autoptr (Task) task = new_task (1);

      task->share = sign * (double) INFINITY;
      assert_refused (self, task);
    }
  g_assert_cmpuint (count_tasks (self, ""), ==, 0);
}

/* What the schema forbids is refused in the same way. */
static void
test_schema (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (Task) twin = new_task (1);
  g_autoptr (Task) orphan = new_task (2);

  add_task (self, 1);
  assert_refused (self, twin);
  orphan->organization_id = 12345;
  assert_refused (self, orphan);
  twin->note = g_strdup ("\xc3\x28");
  twin->place = 3;
  assert_refused (self, twin);
}

static void
test_needs_action (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (Task) task = new_task (1);
  Vote vote = { 1, 1, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (mer_structs_save (self->document, &tasks, task, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_structs_insert (self->document, &tasks, task, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_structs_save (self->document, &pairs, &vote, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_structs_delete (self->document, &tasks, 1, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_structs_delete_where (self->document, &tasks, "", NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
}

static void
test_parameters (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  for (gint64 place = 1; place <= 5; place++)
    add_task (self, place);
  list = mer_structs_list (self->document, &tasks,
                           "WHERE t.place > ?1 AND t.title = ?2 ORDER BY t.place DESC",
                           MER_SQL_VALUES (MER_SQL_INT (2), MER_SQL_TEXT ("Открыть стенд")),
                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (((Task *) list->pdata[0])->place, ==, 5);
  none = mer_structs_list (self->document, &tasks, "WHERE t.note = ?1",
                           MER_SQL_VALUES (MER_SQL_TEXT (NULL)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  fixture_begin (self, "Удаление");
  g_assert_true (mer_structs_delete_where (self->document, &tasks, "WHERE place <= ?1",
                                           MER_SQL_VALUES (MER_SQL_INT (4)), &error));
  g_assert_true (mer_structs_delete_where (self->document, &tasks, "WHERE place = ?1",
                                           MER_SQL_VALUES (MER_SQL_INT (77)), &error));
  fixture_commit (self);
  g_assert_cmpuint (count_tasks (self, ""), ==, 1);
  fixture_undo (self);
  g_assert_cmpuint (count_tasks (self, ""), ==, 5);
}

static void
save_vote (Fixture    *self,
           gint64      task,
           gint64      person,
           const char *words)
{
  g_autofree char *text = g_strdup (words);
  g_autoptr (GError) error = NULL;
  Vote vote = { task, person, text };

  fixture_begin (self, "Голос");
  g_assert_true (mer_structs_save (self->document, &votes, &vote, &error));
  g_assert_no_error (error);
  fixture_commit (self);
}

static void
assert_votes (Fixture    *self,
              const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list =
    mer_structs_list (self->document, &votes, "ORDER BY t.task_id, t.person", NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (found, "%d:%s ", (int) ((Vote *) list->pdata[i])->person,
                            ((Vote *) list->pdata[i])->vote);
  g_assert_cmpstr (found->str, ==, wanted);
}

/* A row of a key is replaced, or added. */
static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  gint64 task = add_task (self, 1);
  char   no[] = "нет";
  Vote   twin = { task, 1, no };
  Vote   pair = { 1, 2, NULL };
  g_autoptr (GError) error = NULL;

  save_vote (self, task, 1, "за");
  save_vote (self, task, 2, "против");
  save_vote (self, task, 1, "воздержался");
  assert_votes (self, "1:воздержался 2:против ");
  fixture_undo (self);
  assert_votes (self, "1:за 2:против ");
  fixture_redo (self);
  assert_votes (self, "1:воздержался 2:против ");

  fixture_begin (self, "Голос");
  g_assert_false (mer_structs_insert (self->document, &votes, &twin, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mer_structs_save (self->document, &pairs, &pair, &error));
  g_assert_true (mer_structs_save (self->document, &pairs, &pair, &error));
  g_assert_no_error (error);
  mer_document_rollback (self->document);
}

/* What a hostile file holds is read as what it can be. */
static void
test_damaged (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  Task *task = NULL;

  mer_query_exec (self->document,
                  "INSERT INTO task (place, is_open, title, due, state) "
                  "VALUES (1, 7, CAST (x'ff41' AS TEXT), 'никогда', 'sold')",
                  &error);
  g_assert_no_error (error);
  list = mer_structs_list (self->document, &tasks, "", NULL, &error);
  g_assert_no_error (error);
  task = list->pdata[0];
  g_assert_cmpint (task->open, ==, TRUE);
  g_assert_cmpint (task->state, ==, STATE_NEW);
  g_assert_true (g_utf8_validate (task->title, -1, NULL));
  g_assert_cmpstr (task->due, ==, "никогда");
  g_assert_null (mer_structs_list (self->document, &tasks, "WHERE nowhere = 1", NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_IO);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/store/records/" name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("every-type", test_every_type);
  ADD ("empty-is-null", test_empty_is_null);
  ADD ("triples", test_triples);
  ADD ("gone", test_gone);
  ADD ("bad-values", test_bad_values);
  ADD ("schema", test_schema);
  ADD ("needs-action", test_needs_action);
  ADD ("parameters", test_parameters);
  ADD ("keys", test_keys);
  ADD ("damaged", test_damaged);
#undef ADD
  return g_test_run ();
}
