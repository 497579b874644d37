/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a stack: its rows become blocks of a batch, as if they had been imported, and stay
 * where they are, so that opening the stack again needs no more than removing the batch. A
 * paper has neither a respondent's id nor a time of day, so no row of it is a duplicate; the
 * time of entry is not the respondent's and does not go into the block. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-batch-store.h"
#include "store/mer-comment-block.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"
#include "store/mer-stack-private.h"
#include "store/mer-store-error.h"

/* --- whose answers they are --------------------------------------------------------------- */

static char *
organization_name (MerDocument *doc,
                   gint64       organization_id,
                   GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "SELECT name FROM organization WHERE id = ?1", error))
    return NULL;
  mer_query_bind_int (&query, 1, organization_id);
  if (mer_query_next (&query, error))
    return mer_query_text_or_empty (&query, 0);
  if (mer_query_done (&query))
    mer_store_refuse (error, MER_STORE_ERROR_NOT_FOUND,
                      _("The organization is not there any more."));
  return NULL;
}

static gboolean
known_spelling (MerDocument *doc,
                const char  *name,
                gint64      *id,
                gint64      *organization_id,
                GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *id = 0;
  *organization_id = 0;
  if (!mer_query_prepare (&query, doc, "SELECT id, organization_id FROM source WHERE name = ?1",
                          error))
    return FALSE;
  mer_query_bind_text (&query, 1, name);
  if (mer_query_next (&query, error))
    {
      *id = mer_query_int (&query, 0);
      *organization_id = mer_query_int (&query, 1);
    }
  return mer_query_done (&query);
}

/* The organization was chosen in the registry: a file may have used its name for another one,
 * and the answers must not go there. Then the name gets a number, until it is free. */
static gint64
spelling_of (MerDocument *doc,
             gint64       organization_id,
             const char  *name,
             GError     **error)
{
  g_autofree char *spelling = g_strdup (name);

  for (guint n = 2;; n++)
    {
      gint64 id = 0;
      gint64 means = 0;

      if (!known_spelling (doc, spelling, &id, &means, error))
        return 0;
      if (id == 0 || means == organization_id)
        return mer_store_source_name_id (doc, spelling, organization_id, error);
      g_free (spelling);
      spelling = g_strdup_printf ("%s (%u)", name, n);
    }
}

/* --- what they are ------------------------------------------------------------------------ */

static MerBlockBuilder *
gather_rows (GPtrArray            *rows,
             const MerBlockLayout *layout)
{
  MerBlockBuilder *builder = mer_block_builder_new (layout, FALSE, 0);

  for (guint i = 0; i < rows->len; i++)
    {
      const MerStackRow *row = g_ptr_array_index (rows, i);
      guint32            answers[MER_BLOCK_MAX_WORDS] = { 0 };
      MerBlockRow        packed = { answers, row->number, MER_BLOCK_NO_TIME, FALSE, 0 };

      for (guint q = 0; q < layout->n_questions; q++)
        mer_block_layout_set (layout, q, row->codes[q], answers);
      mer_block_builder_add (builder, &packed);
    }
  return builder;
}

static gboolean
write_blocks (MerDocument          *doc,
              GPtrArray            *rows,
              const MerMethodology *methodology,
              gint64                batch_id,
              gint64                source_id,
              GError              **error)
{
  g_autoptr (MerBlockBuilder) builder = NULL;
  MerBlockLayout layout;

  if (!mer_block_layout_init (&layout, methodology, error))
    return FALSE;
  builder = gather_rows (rows, &layout);
  for (guint segment = 0; mer_block_builder_n_rows (builder) > 0; segment++)
    {
      g_autoptr (GBytes) block = mer_block_builder_finish (builder);

      if (!mer_store_add_block (doc, batch_id, source_id, segment, block, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_comments (MerDocument *doc,
                GPtrArray   *rows,
                gint64       batch_id,
                gint64       source_id,
                GError     **error)
{
  g_autoptr (GByteArray) comments = g_byte_array_new ();
  g_autoptr (GBytes) block = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const MerStackRow *row = g_ptr_array_index (rows, i);

      if (row->comment != NULL)
        mer_comment_block_append (comments, row->number, row->comment, strlen (row->comment));
    }
  block = mer_comment_block_finish (comments);
  return block == NULL || mer_store_add_comments (doc, batch_id, source_id, 0, block, error);
}

/* --- closing and opening ------------------------------------------------------------------ */

static MerBatch *
make_batch (const MerStack *stack,
            const char     *organization,
            guint           n)
{
  MerBatch *batch = mer_batch_new (MER_BATCH_SURVEY);

  batch->cycle_id = stack->cycle_id;
  /* Translators: name of an organization, name of a stack of paper questionnaires. */
  batch->sheet = g_strdup_printf (_("%s, %s"), organization, stack->title);
  batch->imported_at = g_get_real_time () / G_USEC_PER_SEC;
  batch->who = g_strdup (g_get_user_name ());
  batch->mapping = g_strdup_printf ("paper\t%s", stack->title);
  batch->accepted = n;
  return batch;
}

static gboolean
set_batch (MerDocument *doc,
           gint64       stack_id,
           gint64       batch_id,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "UPDATE stack SET batch_id = ?1 WHERE id = ?2", error))
    return FALSE;
  mer_query_bind_id (&query, 1, batch_id);
  mer_query_bind_int (&query, 2, stack_id);
  return mer_query_run (&query, error);
}

static gboolean
seal (MerDocument          *doc,
      const MerStack       *stack,
      GPtrArray            *rows,
      const MerMethodology *methodology,
      MerBatch            **batch,
      GError              **error)
{
  g_autofree char *name = organization_name (doc, stack->organization_id, error);
  gint64           source_id = name != NULL
                                 ? spelling_of (doc, stack->organization_id, name, error)
                                 : 0;

  if (source_id == 0)
    return FALSE;
  *batch = make_batch (stack, name, rows->len);
  return mer_store_save_batch (doc, *batch, error) &&
         write_blocks (doc, rows, methodology, (*batch)->id, source_id, error) &&
         write_comments (doc, rows, (*batch)->id, source_id, error) &&
         set_batch (doc, stack->id, (*batch)->id, error);
}

/**
 * mer_store_close_stack:
 * @doc: a document with an action under way
 * @id: an open stack
 * @error: return location
 *
 * Makes a batch of its questionnaires and comments: from now on they count.
 *
 * Returns: the batch; 0 and INVALID when the stack is closed or empty, or its cycle approved
 */
gint64
mer_store_close_stack (MerDocument *doc,
                       gint64       id,
                       GError     **error)
{
  g_autoptr (MerStack) stack = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (MerBatch) batch = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  stack = mer_stack_find_open (doc, id, error);
  cycle = stack != NULL ? mer_store_cycle (doc, stack->cycle_id, error) : NULL;
  methodology = cycle != NULL ? mer_store_methodology (doc, cycle->methodology_id, error) : NULL;
  rows = methodology != NULL ? mer_store_stack_rows (doc, id, methodology, error) : NULL;
  if (rows == NULL)
    return 0;
  if (rows->len == 0)
    {
      mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                        _("The stack “%s” has no questionnaire yet."), stack->title);
      return 0;
    }
  return seal (doc, stack, rows, methodology, &batch, error) ? batch->id : 0;
}

/**
 * mer_store_reopen_stack:
 * @doc: a document with an action under way
 * @id: a closed stack
 * @error: return location
 *
 * Removes the batch of a stack: its questionnaires count no more and can be changed again.
 *
 * Returns: whether it is open again; INVALID when it was not closed or its cycle is approved
 */
gboolean
mer_store_reopen_stack (MerDocument *doc,
                        gint64       id,
                        GError     **error)
{
  g_autoptr (MerStack) stack = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  stack = mer_stack_find (doc, id, error);
  if (stack == NULL || !mer_registry_require_unapproved (doc, stack->cycle_id, error))
    return FALSE;
  if (stack->batch_id == 0)
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             /* Translators: name of a stack of paper questionnaires. */
                             _("The stack “%s” is not closed."), stack->title);
  return mer_store_remove_batch (doc, stack->batch_id, error) && set_batch (doc, id, 0, error);
}
