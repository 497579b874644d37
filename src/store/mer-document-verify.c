/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole check of a document: the file, its references, every block, every methodology
 * and the journal's chain. Problems are sentences, not errors; an error means that the check
 * itself could not be made. */
#include "config.h"

#include "store/mer-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-batch-checklist.h"
#include "store/mer-block.h"
#include "store/mer-comment-block.h"
#include "store/mer-evidence-store.h"
#include "store/mer-issued-store.h"
#include "store/mer-point-store.h"
#include "store/mer-query.h"
#include "store/mer-registry-store.h"
#include "store/mer-stack-private.h"

#define MAX_PROBLEMS_OF_FILE 20

static gboolean
verify_file (MerDocument *self,
             GPtrArray   *problems,
             GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self, "PRAGMA integrity_check (20)", error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      g_autofree char *text = mer_query_text_or_empty (&query, 0);

      if (!g_str_equal (text, "ok"))
        g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s."), text));
    }
  return mer_query_done (&query);
}

static gboolean
verify_references (MerDocument *self,
                   GPtrArray   *problems,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self, "PRAGMA foreign_key_check", error))
    return FALSE;
  for (guint n = 0; n < MAX_PROBLEMS_OF_FILE && mer_query_next (&query, error); n++)
    {
      g_autofree char *from = mer_query_text_or_empty (&query, 0);
      g_autofree char *to = mer_query_text_or_empty (&query, 2);

      g_ptr_array_add (problems, /* Translators: names of two tables. */
                       g_strdup_printf (_("A row of “%s” refers to one of “%s” that is not there."),
                                           from, to));
    }
  return mer_query_done (&query);
}

/* --- blocks ------------------------------------------------------------------------------ */

/* The same counts by the slow way: row by row from the unpacked block. */
static MerTally *
tally_rows (const MerBlockRows   *rows,
            const MerBlockLayout *layout)
{
  MerTally *tally = mer_tally_new (layout->n_questions);

  tally->n = rows->n_rows;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      const guint8 *codes = rows->codes + (gsize) i * rows->n_questions;

      for (guint q = 0; q < layout->n_questions; q++)
        {
          int      filter = layout->questions[q].filter;
          guint    code = codes[q] % MER_ANSWER_MAX_CODES;
          gboolean passed = filter < 0 ||
                            (layout->questions[filter].passing & (1u << codes[filter])) != 0;

          tally->questions[q].count[code]++;
          if (passed)
            tally->questions[q].passed[code]++;
        }
    }
  return tally;
}

/* NULL, or why the block is not sound. */
static char *
judge_block (GBytes               *block,
             const MerBlockLayout *layout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTally) fast = mer_tally_new (layout->n_questions);
  g_autoptr (MerTally) slow = NULL;
  g_autoptr (MerBlockRows) rows = NULL;

  if (!mer_block_tally (block, layout, fast, &error))
    return g_strdup (error->message);
  rows = mer_block_unpack (block, layout, &error);
  if (rows == NULL)
    return g_strdup (error->message);
  slow = tally_rows (rows, layout);
  if (fast->n != slow->n || memcmp (fast->questions, slow->questions,
                                    sizeof fast->questions[0] * layout->n_questions) != 0)
    return g_strdup (_("The counts of a block of answers are not those of its rows."));
  return NULL;
}

static gboolean
verify_batch_blocks (MerDocument          *self,
                     gint64                batch_id,
                     const MerBlockLayout *layout,
                     GPtrArray            *problems,
                     GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self,
                          "SELECT b.data, s.name FROM block b "
                          "LEFT JOIN source s ON s.id = b.source_id "
                          "WHERE b.batch_id = ?1 ORDER BY b.source_id, b.segment",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes (&query, 0);
      g_autofree char *name = mer_query_text_or_empty (&query, 1);
      g_autofree char *reason = judge_block (block, layout);

      if (reason != NULL)
        g_ptr_array_add (problems, /* Translators: number, name of an organization, a sentence. */
                         g_strdup_printf (_("Import %lld, “%s”: %s"),
                                             (long long) batch_id, name, reason));
    }
  return mer_query_done (&query);
}

static void
ignore_comment_cb (gint64      row,
                   const char *text,
                   gsize       length,
                   gpointer    user_data)
{
}

static gboolean
verify_comments (MerDocument *self,
                 GPtrArray   *problems,
                 GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self,
                          "SELECT c.batch_id, c.data FROM comment c "
                          "ORDER BY c.batch_id, c.source_id, c.segment",
                          error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes (&query, 1);
      g_autoptr (GError) local = NULL;

      if (!mer_comment_block_foreach (block, ignore_comment_cb, NULL, &local))
        g_ptr_array_add (problems, /* Translators: number, reason. */
                         g_strdup_printf (_("Import %lld: comments are damaged: %s"),
                                             (long long) mer_query_int (&query, 0),
                                             local->message));
    }
  return mer_query_done (&query);
}

static gboolean
verify_batch (MerDocument *self,
              gint64       batch_id,
              gint64       methodology_id,
              GPtrArray   *problems,
              GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  MerBlockLayout layout;

  methodology = mer_store_methodology (self, methodology_id, &local);
  if (methodology != NULL && mer_block_layout_init (&layout, methodology, &local))
    return verify_batch_blocks (self, batch_id, &layout, problems, error);
  g_ptr_array_add (problems, g_strdup_printf (_("Import %lld cannot be checked: %s"),
                                                 (long long) batch_id, local->message));
  return TRUE;
}

static gboolean
verify_blocks (MerDocument *self,
               GPtrArray   *problems,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self,
                          "SELECT t.id, coalesce (t.methodology_id, c.methodology_id) FROM batch t "
                          "JOIN cycle c ON c.id = t.cycle_id "
                          "WHERE EXISTS (SELECT 1 FROM block b WHERE b.batch_id = t.id) "
                          "ORDER BY t.id",
                          error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      if (!verify_batch (self, mer_query_int (&query, 0), mer_query_int (&query, 1), problems,
                         error))
        return FALSE;
    }
  return mer_query_done (&query);
}

/* --- checklists and rules ------------------------------------------------------------------ */

static void
ignore_mark_cb (gint64   item_id,
                MerMark  mark,
                gpointer user_data)
{
}

static gboolean
verify_checklists (MerDocument *self,
                   GPtrArray   *problems,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self, "SELECT batch_id, file_row, marks FROM checklist", error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) marks = mer_query_bytes_in_place (&query, 2);

      if (!mer_checklist_unpack (g_bytes_get_data (marks, NULL), g_bytes_get_size (marks),
                                 ignore_mark_cb, NULL))
        g_ptr_array_add (problems,
                         g_strdup_printf (_("Import %lld, row %lld: the checklist is damaged."),
                                             (long long) mer_query_int (&query, 0),
                                             (long long) mer_query_int (&query, 1)));
    }
  return mer_query_done (&query);
}

static gboolean
verify_methodologies (MerDocument *self,
                      GPtrArray   *problems,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_hash_table_remove_all (self->methodologies); /* what is parsed already hides a change */
  if (!mer_query_prepare (&query, self, "SELECT id FROM methodology ORDER BY id", error))
    return FALSE;
  while (mer_query_next (&query, error))
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (MerMethodology) methodology = NULL;

      methodology = mer_store_methodology (self, mer_query_int (&query, 0), &local);
      if (methodology == NULL)
        g_ptr_array_add (problems, g_strdup (local->message));
    }
  return mer_query_done (&query);
}

/**
 * mer_document_verify:
 * @self: a document
 * @error: return location
 *
 * Checks the file's structure, foreign keys, every block's checksum and its counts against its
 * rows, checklists, stacks of paper, methodologies, issued documents and the journal's chain.
 * Seconds for a large document.
 *
 * Returns: (transfer full) (element-type utf8): a sentence a problem; empty when all is well
 */
GPtrArray *
mer_document_verify (MerDocument *self,
                     GError     **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  problems = g_ptr_array_new_with_free_func (g_free);
  if (!verify_file (self, problems, error) || !verify_references (self, problems, error) ||
      !verify_methodologies (self, problems, error) || !verify_blocks (self, problems, error) ||
      !verify_comments (self, problems, error) ||
      !verify_checklists (self, problems, error) || !mer_stacks_verify (self, problems, error) ||
      !mer_store_verify_evidence (self, problems, error) ||
      !mer_store_verify_points (self, problems, error) ||
      !mer_store_verify_issued (self, problems, error) ||
      !mer_journal_verify (self, problems, error))
    return NULL;
  return g_steal_pointer (&problems);
}
