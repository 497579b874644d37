/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import brought besides answers: free-text comments and the problems of its rows.
 * Both are outside undo and live and die with their batch. */
#include "config.h"

#include "store/mer-batch-store.h"

#include "store/mer-comment-block.h"
#include "store/mer-registry-private.h"

/**
 * mer_store_add_comments:
 * @doc: a document with an action under way
 * @batch_id: the import
 * @source_id: the spelling of the organization's name
 * @segment: counts the blocks of one spelling, from 0
 * @block: what respondents wrote, sealed by mer_comment_block_finish()
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_add_comments (MerDocument *doc,
                        gint64       batch_id,
                        gint64       source_id,
                        guint        segment,
                        GBytes      *block,
                        GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_registry_add_block (doc,
                                 "INSERT INTO comment (batch_id, source_id, segment, data) "
                                 "VALUES (?1, ?2, ?3, ?4)",
                                 batch_id, source_id, segment, block, error);
}

/* A block on its way through a list of rows whose comments are dropped. */
typedef struct
{
  GByteArray   *kept;
  const gint64 *rows; /* those that may still come */
  guint         n_rows;
  gboolean      is_changed;
} CommentFilter;

static void
filter_comment_cb (gint64      row,
                   const char *text,
                   gsize       length,
                   gpointer    user_data)
{
  CommentFilter *self = user_data;

  for (; self->n_rows > 0 && *self->rows < row; self->n_rows--)
    self->rows++;
  if (self->n_rows > 0 && *self->rows == row)
    self->is_changed = TRUE;
  else
    mer_comment_block_append (self->kept, row, text, length);
}

/* `block`: NULL when no comment is left in it. */
static gboolean
replace_comments (MerDocument *doc,
                  gint64       batch_id,
                  gint64       source_id,
                  guint        segment,
                  GBytes      *block,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (block != NULL)
    return mer_registry_add_block (doc,
                                   "UPDATE comment SET data = ?4 "
                                   "WHERE batch_id = ?1 AND source_id = ?2 AND segment = ?3",
                                   batch_id, source_id, segment, block, error);
  if (!mer_query_prepare (&query, doc,
                          "DELETE FROM comment "
                          "WHERE batch_id = ?1 AND source_id = ?2 AND segment = ?3",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, source_id);
  mer_query_bind_int (&query, 3, segment);
  return mer_query_run (&query, error);
}

/* The first block from `segment` on, and its number: NULL without error when there is none. */
static GBytes *
next_comments (MerDocument *doc,
               gint64       batch_id,
               gint64       source_id,
               guint       *segment,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT segment, data FROM comment "
                          "WHERE batch_id = ?1 AND source_id = ?2 AND segment >= ?3 "
                          "ORDER BY segment LIMIT 1",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, source_id);
  mer_query_bind_int (&query, 3, *segment);
  if (!mer_query_next (&query, error))
    return NULL;
  *segment = (guint) mer_query_int (&query, 0);
  return mer_query_bytes (&query, 1);
}

/**
 * mer_store_drop_comments:
 * @doc: a document with an action under way
 * @batch_id: the import
 * @source_id: the spelling of the organization's name
 * @rows: rows of the file, ascending
 * @n_rows: how many
 * @error: return location
 *
 * Returns: whether none of these rows has a comment any more
 */
gboolean
mer_store_drop_comments (MerDocument  *doc,
                         gint64        batch_id,
                         gint64        source_id,
                         const gint64 *rows,
                         guint         n_rows,
                         GError      **error)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  GError *local = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (n_rows == 0)
    return TRUE;
  if (!mer_document_require_outside (doc, error))
    return FALSE;
  for (guint segment = 0;; segment++)
    {
      g_autoptr (GBytes) block = next_comments (doc, batch_id, source_id, &segment, &local);
      g_autoptr (GBytes) rest = NULL;
      CommentFilter filter = { kept, rows, n_rows, FALSE };

      if (block == NULL)
        break;
      if (!mer_comment_block_foreach (block, filter_comment_cb, &filter, error))
        return FALSE;
      rest = mer_comment_block_finish (kept);
      if (filter.is_changed &&
          !replace_comments (doc, batch_id, source_id, segment, rest, error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

void
mer_comment_free (MerComment *self)
{
  g_free (self->text);
  g_free (self);
}

typedef struct
{
  GPtrArray *list;
  gint64     batch_id;
} CommentReader;

static void
read_comment_cb (gint64      row,
                 const char *text,
                 gsize       length,
                 gpointer    user_data)
{
  CommentReader *reader = user_data;
  MerComment    *comment = g_new0 (MerComment, 1);

  comment->batch_id = reader->batch_id;
  comment->row = row;
  comment->text = g_strndup (text, length);
  g_ptr_array_add (reader->list, comment);
}

static int
compare_comments (gconstpointer a,
                  gconstpointer b)
{
  const MerComment *first = *(MerComment *const *) a;
  const MerComment *second = *(MerComment *const *) b;

  if (first->batch_id != second->batch_id)
    return first->batch_id < second->batch_id ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

/**
 * mer_store_comments:
 * @doc: a document
 * @cycle_id: the cycle
 * @organization_id: whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerComment): in the order of files and rows
 */
GPtrArray *
mer_store_comments (MerDocument *doc,
                    gint64       cycle_id,
                    gint64       organization_id,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;
  CommentReader reader = { 0 };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_comment_free);
  reader.list = list;
  if (!mer_query_prepare (&query, doc,
                          "SELECT c.batch_id, c.data FROM batch t "
                          "JOIN source s ON s.organization_id = ?2 "
                          "JOIN comment c ON c.batch_id = t.id AND c.source_id = s.id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_int (&query, 2, organization_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes (&query, 1);

      reader.batch_id = mer_query_int (&query, 0);
      if (!mer_comment_block_foreach (block, read_comment_cb, &reader, error))
        return NULL;
    }
  g_ptr_array_sort (list, compare_comments);
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

void
mer_batch_problem_free (MerBatchProblem *self)
{
  g_free (self->column);
  g_free (self->code);
  g_free (self->text);
  g_free (self->rows);
  g_free (self);
}

/**
 * mer_store_add_problem:
 * @doc: a document with an action under way
 * @batch_id: the import
 * @problem: what was found in it
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_add_problem (MerDocument           *doc,
                       gint64                 batch_id,
                       const MerBatchProblem *problem,
                       GError               **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_outside (doc, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO problem (batch_id, file_row, column_name, code, text, "
                          "file_rows, rejects) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, problem->row);
  mer_query_bind_text (&query, 3, problem->column);
  mer_query_bind_text (&query, 4, problem->code);
  mer_query_bind_text (&query, 5, problem->text);
  mer_query_bind_text (&query, 6, problem->rows);
  mer_query_bind_int (&query, 7, problem->rejects ? 1 : 0);
  return mer_query_run (&query, error);
}

/**
 * mer_store_problems:
 * @doc: a document
 * @batch_id: the import
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerBatchProblem): in the order they were added
 */
GPtrArray *
mer_store_problems (MerDocument *doc,
                    gint64       batch_id,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_batch_problem_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT file_row, column_name, code, text, file_rows, rejects "
                          "FROM problem "
                          "WHERE batch_id = ?1 ORDER BY rowid",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, batch_id);
  while (mer_query_next (&query, error))
    {
      MerBatchProblem *problem = g_new0 (MerBatchProblem, 1);

      problem->row = mer_query_int (&query, 0);
      problem->column = mer_query_text (&query, 1);
      problem->code = mer_query_text_or_empty (&query, 2);
      problem->text = mer_query_text_or_empty (&query, 3);
      problem->rows = mer_query_text (&query, 4);
      problem->rejects = mer_query_int (&query, 5) != 0;
      g_ptr_array_add (list, problem);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}
