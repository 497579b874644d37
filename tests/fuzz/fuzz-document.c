/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document from anywhere: refused with a sentence and left as it is, or read to its end
 * without harm; what can be opened for writing takes an undo and an action, or refuses them.
 * Set TMPDIR to a folder in memory when fuzzing: each input becomes a file. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "store/mer-batch-store.h"
#include "store/mer-registry-store.h"

static char *input_folder;

static void
remove_folder (void)
{
  g_rmdir (input_folder);
}

static const char *
input_path (void)
{
  static char *path;

  if (path == NULL)
    {
      input_folder = g_dir_make_tmp ("merilo-fuzz-XXXXXX", NULL);
      g_assert_nonnull (input_folder);
      path = g_build_filename (input_folder, "x.merilo", NULL);
      g_assert_cmpint (atexit (remove_folder), ==, 0);
    }
  return path;
}

static void
check_error (const GError *error)
{
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* What was read is of no interest, only that it could be. */
static void
drop (GPtrArray *list)
{
  g_clear_pointer (&list, g_ptr_array_unref);
}

static void
read_cycle (MerDocument *document,
            MerCycle    *cycle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (MerMethodology) methodology = NULL;

  drop (mer_store_items (document, cycle->id, NULL));
  drop (mer_store_members (document, cycle->id, NULL));
  drop (mer_store_comments (document, cycle->id, 1, NULL));
  methodology = mer_store_methodology (document, cycle->methodology_id, &error);
  if (methodology != NULL)
    evidence = mer_store_evidence (document, cycle->id, methodology, &error);
  g_assert_true (evidence != NULL || error != NULL);
  check_error (error);
}

static void
read_all (MerDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = mer_store_cycles (document, NULL);

  drop (mer_store_organizations (document, NULL));
  drop (mer_store_source_names (document, NULL));
  drop (mer_store_groups (document, NULL));
  drop (mer_store_batches (document, 0, NULL));
  drop (mer_store_problems (document, 1, NULL));
  drop (mer_document_journal (document, 0, NULL));
  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    read_cycle (document, g_ptr_array_index (cycles, i));
  drop (mer_document_verify (document, &error));
  check_error (error);
}

static void
write_something (MerDocument *document)
{
  g_autoptr (GError) undo_error = NULL;
  g_autoptr (GError) error = NULL;

  mer_document_undo (document, &undo_error);
  check_error (undo_error);
  if (mer_document_begin (document, "fuzz", &error))
    {
      if (mer_document_set_setting (document, "territory", "fuzz", &error))
        mer_document_commit (document, &error);
      else
        mer_document_rollback (document);
    }
  check_error (error);
}

static void
try_mode (MerOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) document = mer_document_open (input_path (), mode, &error);

  check_error (error);
  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    return;
  read_all (document);
  if (mode == MER_OPEN_READ_WRITE)
    write_something (document);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *after = NULL;
  gsize            after_size = 0;

  g_assert_true (g_file_set_contents_full (input_path (), (const char *) data, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  try_mode (MER_OPEN_READ_ONLY);
  g_assert_true (g_file_get_contents (input_path (), &after, &after_size, NULL));
  g_assert_true (after_size == size && (size == 0 || memcmp (after, data, size) == 0));
  try_mode (MER_OPEN_READ_WRITE);
  g_unlink (input_path ());
  return 0;
}
