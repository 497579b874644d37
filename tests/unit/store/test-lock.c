/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One writer: two processes, a killed one, another computer's lock, a worker of our own. */
#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "store/mer-lock.h"

#define INTERVAL_US (40 * 1000)

static char *program; /* this very test, run again as the other process */

/* --- the other process ----------------------------------------------------- */

/* Holds the document until its standard input ends. */
static int
hold (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) document = mer_document_open (path, MER_OPEN_READ_WRITE, &error);
  char byte = 0;

  if (document == NULL)
    return 1;
  if (write (STDOUT_FILENO, "+", 1) != 1)
    return 1;
  while (read (STDIN_FILENO, &byte, 1) > 0)
    continue;
  return 0;
}

static GSubprocess *
start_holder (const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;
  char         byte = 0;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, program, "--hold", path, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL,
                                        NULL),
                   ==, 1);
  return process;
}

static void
stop_holder (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (process);
}

/* --- tests ----------------------------------------------------------------- */

static void
close_document (Fixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->document));
}

static void
test_two_processes (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *other = NULL;

  close_document (self);
  other = start_holder (self->path);
  g_assert_null (mer_document_open (self->path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_clear_error (&error);

  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE_OR_READ, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_is_read_only (self->document));
  g_assert_nonnull (strstr (mer_document_get_holder (self->document), g_get_host_name ()));
  g_assert_false (mer_document_begin (self->document, "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  close_document (self);

  stop_holder (other);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* A lock of a process of this computer that is no more is stale at once. */
static void
test_killed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = mer_lock_path (self->path);
  GSubprocess     *other = NULL;

  close_document (self);
  other = start_holder (self->path);
  g_subprocess_force_exit (other);
  g_subprocess_wait (other, NULL, NULL);
  g_object_unref (other);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  fixture_begin (self, "x");
  fixture_set (self, "territory", "района");
  fixture_commit (self);
}

static void
test_same_process (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) second = NULL;
  g_autofree char *lock = mer_lock_path (self->path);

  g_assert_null (mer_document_open (self->path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  second = mer_document_open (self->path, MER_OPEN_READ_WRITE_OR_READ, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_is_read_only (second));
  g_clear_object (&second);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  close_document (self);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
write_lock_of_another (const char *path,
                       int         beat)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf ("[lock]\nuser=ivanova\nhost=Б-204\nmachine=0123\ntoken=abcd\n"
                          "since=1700000000\nbeat=%d\n",
                          beat);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_locked (Fixture    *self,
               const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_document_open (self->path, MER_OPEN_READ_WRITE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, part));
}

/* Another computer's lock counts while it is refreshed, and until three refreshes are
 * missed by our own clock: the time that stands in it is of no account. */
static void
test_other_computer (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = mer_lock_path (self->path);

  close_document (self);
  mer_lock_set_refresh_interval (INTERVAL_US);
  for (int beat = 0; beat < 5; beat++)
    {
      write_lock_of_another (lock, beat);
      assert_locked (self, "ivanova");
      assert_locked (self, "Б-204");
      g_usleep (INTERVAL_US);
    }
  g_usleep (4 * INTERVAL_US);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* What cannot be read as a lock is a lock of nobody known. */
static void
test_rubbish (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = mer_lock_path (self->path);

  close_document (self);
  mer_lock_set_refresh_interval (INTERVAL_US);
  g_assert_true (g_file_set_contents (lock, "\x01\x02 nonsense", -1, NULL));
  assert_locked (self, "another program");
  g_usleep (4 * INTERVAL_US);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_contents (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *lock = mer_lock_path (self->path);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64           until = 0;

  close_document (self);
  mer_lock_set_refresh_interval (INTERVAL_US);
  self->document = mer_document_open (self->path, MER_OPEN_READ_WRITE, NULL);
  g_assert_true (g_file_get_contents (lock, &first, NULL, NULL));
  g_assert_nonnull (strstr (first, g_get_user_name ()));
  g_assert_nonnull (strstr (first, g_get_host_name ()));
  g_assert_nonnull (strstr (first, "since="));
  until = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  do
    {
      g_clear_pointer (&second, g_free);
      g_usleep (INTERVAL_US);
      g_assert_true (g_file_get_contents (lock, &second, NULL, NULL));
    }
  while (g_str_equal (first, second) && g_get_monotonic_time () < until);
  g_assert_cmpstr (first, !=, second); /* it was refreshed */
}

/* Whoever lost the lock while asleep must not write any more. */
static void
test_taken_over (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = mer_lock_path (self->path);

  g_assert_no_errno (g_unlink (lock));
  write_lock_of_another (lock, 1);
  g_assert_false (mer_document_begin (self->document, "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED);
  close_document (self);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS)); /* it is not ours to remove */
}

/* --- workers --------------------------------------------------------------- */

static gpointer
write_in_worker (gpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) worker = mer_document_open_worker (path, &error);

  g_assert_no_error (error);
  mer_document_begin (worker, "Загрузка", &error);
  g_assert_no_error (error);
  mer_document_set_setting (worker, "territory", "района", &error);
  g_assert_no_error (error);
  mer_document_commit (worker, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
count_cb (MerDocument *document,
          gpointer     user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_worker (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  guint            n = 0;

  g_signal_connect (self->document, "changed", G_CALLBACK (count_cb), &n);
  g_thread_join (g_thread_new ("worker", write_in_worker, self->path));
  g_assert_false (mer_document_begin (self->document, "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  mer_document_refresh (self->document);
  mer_document_refresh (self->document); /* nothing new: no second signal */
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (mer_document_get_undo_label (self->document), ==, "Загрузка");
  fixture_undo (self);
  value = mer_document_get_setting (self->document, "territory");
  g_assert_null (value);
  fixture_assert_sound (self);
}

/* While one connection writes, another is refused at once: the window must not wait. */
static void
test_one_writer_at_a_time (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) worker = mer_document_open_worker (self->path, &error);
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  mer_document_begin (worker, "Загрузка", &error);
  g_assert_no_error (error);
  g_assert_false (mer_document_begin (self->document, "x", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  mer_document_rollback (worker);
  fixture_begin (self, "x");
  fixture_commit (self);
}

static void
test_worker_needs_lock (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  close_document (self);
  g_assert_null (mer_document_open_worker (self->path, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_READ_ONLY);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_lock_set_refresh_interval (30 * G_USEC_PER_SEC);
  fixture_tear_down (self, data);
}

#define ADD(name, function) \
  g_test_add ("/store/lock/" name, Fixture, NULL, fixture_set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--hold"))
    return hold (argv[2]);
  program = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  ADD ("two-processes", test_two_processes);
  ADD ("killed", test_killed);
  ADD ("same-process", test_same_process);
  ADD ("other-computer", test_other_computer);
  ADD ("rubbish", test_rubbish);
  ADD ("contents", test_contents);
  ADD ("taken-over", test_taken_over);
  ADD ("worker", test_worker);
  ADD ("one-writer-at-a-time", test_one_writer_at_a_time);
  ADD ("worker-needs-lock", test_worker_needs_lock);
  return g_test_run ();
}
