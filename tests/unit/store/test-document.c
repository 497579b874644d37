/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, opening, settings, actions and the journal. */
#include "store-fixture.h"
#include "store/mer-query.h"

static void
count_cb (MerDocument *document,
          gpointer     user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
count_notify_cb (MerDocument *document,
                 GParamSpec  *pspec,
                 gpointer     user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_create (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *title = NULL;

  g_object_get (self->document, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Верхнеольховский район");
  g_assert_cmpstr (mer_document_get_path (self->document), ==, self->path);
  g_assert_false (mer_document_is_read_only (self->document));
  g_assert_null (mer_document_get_holder (self->document));
  g_assert_cmpint (mer_document_get_language (self->document), ==, MER_LANGUAGE_RU);
  g_assert_cmpint (mer_document_get_saved_at (self->document), >, 0);
  g_assert_null (mer_document_get_undo_label (self->document));
  g_assert_null (mer_document_get_redo_label (self->document));
  fixture_assert_sound (self);
}

static void
test_create_replaces_nothing (Fixture      *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = fixture_read (self->path);
  g_autoptr (GBytes) after = NULL;

  g_assert_null (mer_document_create (self->path, "Другой", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_EXISTS);
  after = fixture_read (self->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_create_nowhere (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_document_create ("/nowhere/at/all.merilo", "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_IO);
}

static void
test_settings (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *value = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mer_document_set_setting (self->document, "territory", "района", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);

  fixture_begin (self, "Настройки");
  fixture_set (self, "territory", "Верхнеольховского района");
  fixture_set (self, "language", "en");
  fixture_commit (self);
  value = mer_document_get_setting (self->document, "territory");
  g_assert_cmpstr (value, ==, "Верхнеольховского района");
  g_assert_cmpint (mer_document_get_language (self->document), ==, MER_LANGUAGE_EN);

  fixture_begin (self, "Настройки");
  fixture_set (self, "territory", NULL);
  fixture_commit (self);
  none = mer_document_get_setting (self->document, "territory");
  g_assert_null (none);
}

static void
test_rollback (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *value = NULL;
  gint64           revision = mer_document_get_revision (self->document);

  fixture_begin (self, "Настройки");
  fixture_set (self, "territory", "района");
  mer_document_rollback (self->document);
  value = mer_document_get_setting (self->document, "territory");
  g_assert_null (value);
  g_assert_cmpint (mer_document_get_revision (self->document), ==, revision);
  mer_document_rollback (self->document); /* nothing under way: nothing happens */
}

static void
test_no_nesting (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Первое");
  g_assert_false (mer_document_begin (self->document, "Второе", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED);
  fixture_set (self, "territory", "района");
  fixture_commit (self);
  g_assert_cmpstr (mer_document_get_undo_label (self->document), ==, "Первое");
}

/* An action that changes nothing leaves no trace. */
static void
test_empty_action (Fixture      *self,
                   gconstpointer data)
{
  gint64 revision = mer_document_get_revision (self->document);
  guint  n_changed = 0;

  g_signal_connect (self->document, "changed", G_CALLBACK (count_cb), &n_changed);
  fixture_begin (self, "Ничего");
  fixture_set (self, "language", "ru"); /* as it was */
  fixture_commit (self);
  g_assert_cmpint (mer_document_get_revision (self->document), ==, revision);
  g_assert_null (mer_document_get_undo_label (self->document));
  g_assert_cmpuint (n_changed, ==, 0);
}

static void
test_signals (Fixture      *self,
              gconstpointer data)
{
  guint n_changed = 0;
  guint n_title = 0;
  guint n_undo = 0;

  g_signal_connect (self->document, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (self->document, "notify::title", G_CALLBACK (count_notify_cb), &n_title);
  g_signal_connect (self->document, "notify::undo-label", G_CALLBACK (count_notify_cb), &n_undo);
  fixture_begin (self, "Название");
  fixture_set (self, "title", "Новое");
  fixture_commit (self);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_title, ==, 1);
  g_assert_cmpuint (n_undo, ==, 1);
  fixture_undo (self);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_title, ==, 2);
}

static void
test_undo_redo (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fixture_begin (self, "Территория");
  fixture_set (self, "territory", "района");
  fixture_commit (self);
  done = mer_document_get_setting (self->document, "territory");
  g_assert_cmpstr (done, ==, "района");
  fixture_undo (self);
  undone = mer_document_get_setting (self->document, "territory");
  g_assert_null (undone);
  g_assert_null (mer_document_get_undo_label (self->document));
  g_assert_cmpstr (mer_document_get_redo_label (self->document), ==, "Территория");
  fixture_redo (self);
  redone = mer_document_get_setting (self->document, "territory");
  g_assert_cmpstr (redone, ==, "района");
  g_assert_cmpstr (mer_document_get_undo_label (self->document), ==, "Территория");
  fixture_assert_sound (self);
}

static void
test_undo_survives_reopening (Fixture      *self,
                              gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);

      fixture_begin (self, value);
      fixture_set (self, "territory", value);
      fixture_commit (self);
    }
  fixture_undo (self);
  fixture_reopen (self);
  g_assert_cmpstr (mer_document_get_undo_label (self->document), ==, "2");
  g_assert_cmpstr (mer_document_get_redo_label (self->document), ==, "3");
  fixture_undo (self);
  first = mer_document_get_setting (self->document, "territory");
  g_assert_cmpstr (first, ==, "1");
  fixture_reopen (self);
  fixture_redo (self);
  fixture_redo (self);
  second = mer_document_get_setting (self->document, "territory");
  g_assert_cmpstr (second, ==, "3");
  g_assert_null (mer_document_get_redo_label (self->document));
  fixture_assert_sound (self);
}

/* A new action after an undo ends what could be redone. */
static void
test_new_branch (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Первое");
  fixture_set (self, "territory", "1");
  fixture_commit (self);
  fixture_undo (self);
  fixture_begin (self, "Второе");
  fixture_set (self, "territory", "2");
  fixture_commit (self);
  g_assert_null (mer_document_get_redo_label (self->document));
  g_assert_false (mer_document_redo (self->document, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

static void
test_base (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Пример");
  fixture_set (self, "territory", "1");
  mer_document_commit_as_base (self->document, &error);
  g_assert_no_error (error);
  g_assert_null (mer_document_get_undo_label (self->document));
  fixture_reopen (self);
  g_assert_null (mer_document_get_undo_label (self->document));
  g_assert_false (mer_document_undo (self->document, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

static void
test_journal (Fixture      *self,
              gconstpointer data)
{
  static const char *const expected[] = { "Redone: 2 (Территория)", "Undone: 2 (Территория)",
                                          "Территория", "New document" };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Территория");
  fixture_set (self, "territory", "1");
  fixture_commit (self);
  fixture_undo (self);
  fixture_redo (self);
  all = mer_document_journal (self->document, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++)
    {
      const MerJournalEntry *entry = g_ptr_array_index (all, i);

      g_assert_cmpint (entry->id, ==, all->len - i);
      g_assert_cmpstr (entry->what, ==, expected[i]);
      g_assert_cmpstr (entry->who, !=, "");
      g_assert_cmpint (ABS (entry->at - g_get_real_time () / G_USEC_PER_SEC), <, 60);
    }
  two = mer_document_journal (self->document, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);
}

/* SQLite takes some numbers for a switch that turns the limit off. */
static void
test_memory_limit (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 pages = 0;

  g_assert_true (
    mer_query_value (self->document, "PRAGMA cache_spill", 0, &pages, &error));
  g_assert_no_error (error);
  g_assert_cmpint (pages, >, 8192);
  g_assert_cmpint (pages, <=, 16384);
}

#define ADD(name, function)                                                     \
  g_test_add ("/store/document/" name, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("create", test_create);
  ADD ("create-replaces-nothing", test_create_replaces_nothing);
  g_test_add_func ("/store/document/create-nowhere", test_create_nowhere);
  ADD ("settings", test_settings);
  ADD ("memory-limit", test_memory_limit);
  ADD ("rollback", test_rollback);
  ADD ("no-nesting", test_no_nesting);
  ADD ("empty-action", test_empty_action);
  ADD ("signals", test_signals);
  ADD ("undo-redo", test_undo_redo);
  ADD ("undo-survives-reopening", test_undo_survives_reopening);
  ADD ("new-branch", test_new_branch);
  ADD ("base", test_base);
  ADD ("journal", test_journal);
  return g_test_run ();
}
