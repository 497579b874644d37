/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks one by one: read with where they are from, set by hand, taken back, undone; notes
 * beside them. */
#include "batch-fixture.h"

#include "store/mer-mark-store.h"

#define NONE (-2) /* nothing is stated */

static gint64
add_file (BatchFixture  *self,
          gint64         organization,
          const MerMark *marks,
          guint          n)
{
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_CHECKLIST);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[4] = { 0 };
  gint64 source = 0;

  fixture_begin (&self->base, "Загрузка чек-листа");
  g_assert_true (mer_store_ensure_items (self->base.document, self->cycle, self->methodology,
                                         NULL));
  items = mer_store_items (self->base.document, self->cycle, NULL);
  for (guint i = 0; i < n; i++)
    ids[i] = ((MerCycleItem *) g_ptr_array_index (items, i))->id;
  g_assert_true (mer_store_save_batch (self->base.document, batch, NULL));
  source = mer_store_source_name_id (self->base.document, "в файле", organization, NULL);
  mer_store_add_checklist (self->base.document, batch->id, source, 5, ids, marks, n, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return batch->id;
}

static MerMarkTable *
read_table (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  MerMarkTable *table = mer_store_mark_table (self->base.document, self->cycle, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

/* What the first cells of an organization say, in the table and in the evidence of scores. */
static void
assert_states (BatchFixture *self,
               gint64        organization,
               const int    *expected,
               guint         n)
{
  g_autoptr (MerMarkTable) table = read_table (self);
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (self);

  for (guint i = 0; i < n; i++)
    {
      const MerMarkCell *cell = mer_mark_table_cell (table, organization, i);

      g_assert_cmpint (cell->line == 0 ? NONE : (int) cell->mark, ==, expected[i]);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *found = g_ptr_array_index (evidence, i);

      for (guint j = 0; found->organization_id == organization && j < n; j++)
        g_assert_cmpint (found->marks[j], ==,
                         expected[j] == NONE ? MER_MARK_NOT_REQUIRED : (MerMark) expected[j]);
    }
  fixture_assert_sound (&self->base);
}

static guint
set_marks (BatchFixture *self,
           gint64        organization,
           const int    *states,
           guint         n)
{
  g_autoptr (MerMarkTable) table = read_table (self);
  g_autofree MerMarkChange *changes = g_new0 (MerMarkChange, n);
  g_autoptr (GError) error = NULL;
  guint used = 0;
  guint changed = 0;

  for (guint i = 0; i < n; i++)
    if (states[i] != NONE)
      changes[used++] =
        (MerMarkChange){ organization, g_ptr_array_index (table->items, i), states[i] };
  fixture_begin (&self->base, "Отметки чек-листа");
  mer_store_set_marks (self->base.document, self->cycle, changes, used, &changed, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return changed;
}

static guint
n_batches (BatchFixture *self)
{
  g_autoptr (GPtrArray) batches = mer_store_batches (self->base.document, self->cycle, NULL);
  guint n = 0;

  for (guint i = 0; i < batches->len; i++)
    n += ((MerBatch *) g_ptr_array_index (batches, i))->removed ? 0 : 1;
  return n;
}

/* Before anything was imported the columns are the methodology's, and setting adds them. */
static void
test_first_marks (BatchFixture *self,
                  gconstpointer data)
{
  static const int before[] = { NONE, NONE, NONE };
  static const int states[] = { MER_MARK_PRESENT, NONE, MER_MARK_NOT_REQUIRED };
  g_autoptr (MerMarkTable) table = read_table (self);
  g_autoptr (MerMarkTable) after = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  const MerBatch    *batch = NULL;
  const MerMarkLine *line = NULL;

  g_assert_cmpuint (table->items->len, >, 60);
  g_assert_cmpint (((MerCycleItem *) g_ptr_array_index (table->items, 0))->id, ==, 0);
  assert_states (self, self->school, before, 3);
  g_assert_cmpuint (set_marks (self, self->school, states, 3), ==, 2);
  assert_states (self, self->school, states, 3);
  assert_states (self, self->garden, before, 3);

  after = read_table (self);
  g_assert_cmpuint (after->items->len, ==, table->items->len);
  for (guint i = 0; i < table->items->len; i++)
    g_assert_cmpstr (((MerCycleItem *) g_ptr_array_index (after->items, i))->text, ==,
                     ((MerCycleItem *) g_ptr_array_index (table->items, i))->text);
  batches = mer_store_batches (self->base.document, self->cycle, NULL);
  g_assert_cmpuint (batches->len, ==, 1);
  batch = g_ptr_array_index (batches, 0);
  g_assert_null (batch->file_name);
  g_assert_cmpint (batch->kind, ==, MER_BATCH_CHECKLIST);
  g_assert_cmpint (batch->accepted, ==, 1);
  line = mer_mark_table_line (after, mer_mark_table_cell (after, self->school, 0));
  g_assert_true (line->by_hand);
  g_assert_cmpint (line->batch_id, ==, batch->id);
  g_assert_null (mer_mark_table_line (after, mer_mark_table_cell (after, self->school, 1)));
}

static void
test_undo (BatchFixture *self,
           gconstpointer data)
{
  static const int none[] = { NONE, NONE };
  static const int first[] = { MER_MARK_PRESENT, NONE };
  static const int second[] = { MER_MARK_ABSENT, MER_MARK_HALF };

  set_marks (self, self->school, first, 2);
  set_marks (self, self->school, second, 2);
  assert_states (self, self->school, second, 2);
  fixture_undo (&self->base);
  assert_states (self, self->school, first, 2);
  fixture_undo (&self->base);
  assert_states (self, self->school, none, 2);
  g_assert_cmpuint (n_batches (self), ==, 0);
  fixture_redo (&self->base);
  fixture_reopen (&self->base);
  fixture_redo (&self->base);
  assert_states (self, self->school, second, 2);
  g_assert_cmpuint (n_batches (self), ==, 1);
}

/* Over a file: what says the same is left to the file, what is cleared shows the file again. */
static void
test_over_file (BatchFixture *self,
                gconstpointer data)
{
  static const MerMark file[] = { MER_MARK_PRESENT, MER_MARK_HALF, MER_MARK_ABSENT };
  static const int     file_states[] = { MER_MARK_PRESENT, MER_MARK_HALF, MER_MARK_ABSENT, NONE };
  static const int     typed[] = { MER_MARK_PRESENT, MER_MARK_PRESENT, NONE, MER_MARK_ABSENT };
  static const int     together[] = { MER_MARK_PRESENT, MER_MARK_PRESENT, MER_MARK_ABSENT,
                                      MER_MARK_ABSENT };
  static const int     cleared[] = { MER_MARK_CLEAR, MER_MARK_CLEAR, MER_MARK_CLEAR,
                                     MER_MARK_CLEAR };
  gint64               batch = add_file (self, self->school, file, 3);

  assert_states (self, self->school, file_states, 4);
  g_assert_cmpuint (set_marks (self, self->school, typed, 4), ==, 2);
  assert_states (self, self->school, together, 4);
  {
    g_autoptr (MerMarkTable) table = read_table (self);
    const MerMarkLine *line =
      mer_mark_table_line (table, mer_mark_table_cell (table, self->school, 0));

    g_assert_cmpint (line->batch_id, ==, batch);
    g_assert_cmpint (line->row, ==, 5);
    g_assert_false (line->by_hand);
    line = mer_mark_table_line (table, mer_mark_table_cell (table, self->school, 1));
    g_assert_true (line->by_hand);
  }
  g_assert_cmpuint (set_marks (self, self->school, cleared, 4), ==, 2);
  assert_states (self, self->school, file_states, 4);
  g_assert_cmpuint (n_batches (self), ==, 1); /* a batch by hand without marks is gone */
  fixture_undo (&self->base);
  assert_states (self, self->school, together, 4);
  g_assert_cmpuint (n_batches (self), ==, 2);
  fixture_redo (&self->base);
  assert_states (self, self->school, file_states, 4);
}

/* A file that came after what was typed wins; what is typed then wins again, in a new batch. */
static void
test_newest_wins (BatchFixture *self,
                  gconstpointer data)
{
  static const int     typed[] = { MER_MARK_ABSENT, MER_MARK_ABSENT };
  static const MerMark file[] = { MER_MARK_PRESENT };
  static const int     mixed[] = { MER_MARK_PRESENT, MER_MARK_ABSENT };
  static const int     again[] = { MER_MARK_HALF, MER_MARK_ABSENT };
  static const int     cleared[] = { MER_MARK_CLEAR, MER_MARK_CLEAR };
  static const int     left[] = { MER_MARK_PRESENT, NONE };
  static const int     half[] = { MER_MARK_HALF };

  set_marks (self, self->school, typed, 2);
  set_marks (self, self->garden, half, 1);
  g_assert_cmpuint (n_batches (self), ==, 1);
  add_file (self, self->school, file, 1);
  assert_states (self, self->school, mixed, 2);
  set_marks (self, self->school, again, 2);
  assert_states (self, self->school, again, 2);
  g_assert_cmpuint (n_batches (self), ==, 3);
  set_marks (self, self->garden, typed, 2);
  g_assert_cmpuint (n_batches (self), ==, 3);
  set_marks (self, self->school, cleared, 2);
  assert_states (self, self->school, left, 2);
  assert_states (self, self->garden, typed, 2);
}

/* Many cells of several organizations are one action. */
static void
test_one_action (BatchFixture *self,
                 gconstpointer data)
{
  static const int expected[] = { MER_MARK_PRESENT, MER_MARK_PRESENT };
  static const int none[] = { NONE, NONE };
  g_autoptr (MerMarkTable) table = read_table (self);
  g_autoptr (GError) error = NULL;
  MerCycleItem *items[] = { g_ptr_array_index (table->items, 0),
                            g_ptr_array_index (table->items, 1) };
  MerMarkChange changes[] = { { self->school, items[0], MER_MARK_PRESENT },
                              { self->garden, items[1], MER_MARK_PRESENT },
                              { self->school, items[1], MER_MARK_PRESENT },
                              { self->garden, items[0], MER_MARK_PRESENT } };
  guint         changed = 0;

  fixture_begin (&self->base, "Отметки чек-листа");
  mer_store_set_marks (self->base.document, self->cycle, changes, 4, &changed, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_cmpuint (changed, ==, 4);
  assert_states (self, self->school, expected, 2);
  assert_states (self, self->garden, expected, 2);
  fixture_undo (&self->base);
  assert_states (self, self->school, none, 2);
  assert_states (self, self->garden, none, 2);
}

/* The organization's own name may be a spelling of another, or of rows that are skipped. */
static void
test_taken_name (BatchFixture *self,
                 gconstpointer data)
{
  static const int half[] = { MER_MARK_HALF };
  static const int present[] = { MER_MARK_PRESENT };
  g_autoptr (GPtrArray) aliases = NULL;

  fixture_begin (&self->base, "Имена");
  g_assert_cmpint (mer_store_source_name_id (self->base.document, "СОШ № 3", self->garden, NULL),
                   >, 0);
  fixture_commit (&self->base);
  set_marks (self, self->school, half, 1);
  set_marks (self, self->garden, present, 1);
  assert_states (self, self->school, half, 1);
  assert_states (self, self->garden, present, 1);
  aliases = mer_store_aliases (self->base.document, self->school, NULL);
  g_assert_cmpuint (aliases->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (aliases, 0), "СОШ № 3 ["));
}

static void
approve (BatchFixture *self)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->base.document, self->cycle, NULL);
  g_autoptr (MerCycle) approved = mer_cycle_new (cycle->title, cycle->year);

  approved->id = cycle->id;
  approved->methodology_id = cycle->methodology_id;
  approved->approved = TRUE;
  fixture_begin (&self->base, "Утверждение");
  g_assert_true (mer_store_save_cycle (self->base.document, approved, NULL));
  fixture_commit (&self->base);
}

static void
test_refused (BatchFixture *self,
              gconstpointer data)
{
  g_autoptr (MerMarkTable) table = read_table (self);
  g_autoptr (GError) error = NULL;
  char          place[] = "stand", code[] = "no.such", text[] = "на ремонте";
  MerCycleItem  stranger = { 0, place, code, text };
  MerMarkChange unknown = { self->school, &stranger, MER_MARK_PRESENT };
  MerMarkChange nobody = { 4711, g_ptr_array_index (table->items, 0), MER_MARK_PRESENT };
  MerMarkChange good = { self->school, g_ptr_array_index (table->items, 0), MER_MARK_PRESENT };
  MerMarkNote   note = { self->school, 0, NULL, NULL, NULL, text };

  g_assert_false (mer_store_set_marks (self->base.document, self->cycle, &good, 1, NULL, &error));
  g_assert_nonnull (error); /* no action is under way */
  g_clear_error (&error);
  fixture_begin (&self->base, "Отметки");
  g_assert_false (mer_store_set_marks (self->base.document, self->cycle, &unknown, 1, NULL,
                                       &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_set_marks (self->base.document, self->cycle, &nobody, 1, NULL,
                                       &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  mer_document_rollback (self->base.document);
  approve (self);
  fixture_begin (&self->base, "Отметки");
  g_assert_false (mer_store_set_marks (self->base.document, self->cycle, &good, 1, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_save_mark_note (self->base.document, self->cycle, &note, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
}

/* --- notes ------------------------------------------------------------------------------- */

static guint
n_notes (BatchFixture *self,
         gint64        organization)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = mer_store_mark_notes (self->base.document, self->cycle,
                                                      organization, &error);

  g_assert_no_error (error);
  return notes->len;
}

static void
save_note (BatchFixture      *self,
           const MerMarkNote *note)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Пометка");
  mer_store_save_mark_note (self->base.document, self->cycle, note, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}

static void
test_notes (BatchFixture *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GError) error = NULL;
  char               day[] = "2024-10-15", link[] = "https://school3.example/info";
  char               inspector[] = "Ольховская А. Б.", wrong[] = "15.10.2024", empty[] = "";
  MerMarkNote        whole = { self->school, 0, day, inspector, NULL, NULL };
  MerMarkNote        one = { self->school, 7, NULL, NULL, link, NULL };
  MerMarkNote        gone = { self->school, 7, empty, NULL, empty, NULL };
  MerMarkNote        bad = { self->school, 7, wrong, NULL, NULL, NULL };
  const MerMarkNote *stored = NULL;

  save_note (self, &whole);
  save_note (self, &one);
  g_assert_cmpuint (n_notes (self, self->school), ==, 2);
  g_assert_cmpuint (n_notes (self, 0), ==, 2);
  g_assert_cmpuint (n_notes (self, self->garden), ==, 0);
  notes = mer_store_mark_notes (self->base.document, self->cycle, self->school, NULL);
  stored = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (stored->day, ==, day);
  g_assert_cmpstr (stored->inspector, ==, inspector);
  g_assert_null (stored->link);
  stored = g_ptr_array_index (notes, 1);
  g_assert_cmpint (stored->item_id, ==, 7);
  g_assert_cmpstr (stored->link, ==, link);
  save_note (self, &gone);
  g_assert_cmpuint (n_notes (self, self->school), ==, 1);
  fixture_undo (&self->base);
  g_assert_cmpuint (n_notes (self, self->school), ==, 2);
  fixture_undo (&self->base);
  g_assert_cmpuint (n_notes (self, self->school), ==, 1);
  fixture_redo (&self->base);
  g_assert_cmpuint (n_notes (self, self->school), ==, 2);
  fixture_begin (&self->base, "Пометка");
  g_assert_false (mer_store_save_mark_note (self->base.document, self->cycle, &bad, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->base.document);
  fixture_begin (&self->base, "Удаление");
  g_clear_error (&error);
  mer_store_delete_organization (self->base.document, self->school, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_assert_cmpuint (n_notes (self, 0), ==, 0);
  fixture_undo (&self->base);
  g_assert_cmpuint (n_notes (self, 0), ==, 2);
  fixture_assert_sound (&self->base);
}

#define ADD(name, func) \
  g_test_add (name, BatchFixture, NULL, batch_fixture_set_up, func, batch_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/marks/first", test_first_marks);
  ADD ("/store/marks/undo", test_undo);
  ADD ("/store/marks/over-file", test_over_file);
  ADD ("/store/marks/newest-wins", test_newest_wins);
  ADD ("/store/marks/one-action", test_one_action);
  ADD ("/store/marks/taken-name", test_taken_name);
  ADD ("/store/marks/refused", test_refused);
  ADD ("/store/marks/notes", test_notes);
  return g_test_run ();
}
