/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacks of paper questionnaires. Whether one is closed is not a flag of its own: it is, as
 * long as the batch that it was sealed into is in use. So taking that batch out, undo
 * included, opens the stack again, and its rows are never lost. */
#include "config.h"

#include "store/mer-stack-store.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"
#include "store/mer-stack-private.h"
#include "store/mer-store-error.h"

#define SELECT_STACKS                                                              \
  "SELECT s.id, s.cycle_id, s.organization_id, s.title, s.expected, s.opened_at, " \
  "s.who, CASE t.removed WHEN 0 THEN t.id END, "                                   \
  "(SELECT count (*) FROM stack_row r WHERE r.stack_id = s.id) "                   \
  "FROM stack s LEFT JOIN batch t ON t.id = s.batch_id "

/**
 * mer_stack_new:
 * @cycle_id: its cycle
 * @organization_id: whom it is about
 * @title: what it is called among the stacks of the organization
 *
 * Returns: (transfer full): an open stack that is not stored yet
 */
MerStack *
mer_stack_new (gint64      cycle_id,
               gint64      organization_id,
               const char *title)
{
  MerStack *self = g_new0 (MerStack, 1);

  self->cycle_id = cycle_id;
  self->organization_id = organization_id;
  self->title = g_strdup (title);
  self->expected = -1;
  self->opened_at = g_get_real_time () / G_USEC_PER_SEC;
  self->who = g_strdup (g_get_user_name ());
  return self;
}

void
mer_stack_free (MerStack *self)
{
  g_free (self->title);
  g_free (self->who);
  g_free (self);
}

static MerStack *
read_stack (MerQuery *query)
{
  MerStack *self = g_new0 (MerStack, 1);

  self->id = mer_query_int (query, 0);
  self->cycle_id = mer_query_int (query, 1);
  self->organization_id = mer_query_int (query, 2);
  self->title = mer_query_text_or_empty (query, 3);
  self->expected = mer_query_is_null (query, 4) ? -1 : mer_query_int (query, 4);
  self->opened_at = mer_query_int (query, 5);
  self->who = mer_query_text (query, 6);
  self->batch_id = mer_query_int (query, 7);
  self->entered = mer_query_int (query, 8);
  return self;
}

/**
 * mer_store_stacks:
 * @doc: a document
 * @cycle_id: a cycle, or 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerStack): oldest first
 */
GPtrArray *
mer_store_stacks (MerDocument *doc,
                  gint64       cycle_id,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_stack_free);
  if (!mer_query_prepare (&query, doc,
                          SELECT_STACKS "WHERE ?1 IN (0, s.cycle_id) ORDER BY s.id", error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_stack (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

MerStack *
mer_stack_find (MerDocument *doc,
                gint64       id,
                GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, SELECT_STACKS "WHERE s.id = ?1", error))
    return NULL;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    return read_stack (&query);
  if (mer_query_done (&query))
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("The stack of questionnaires is not there any more."));
  return NULL;
}

MerStack *
mer_stack_find_open (MerDocument *doc,
                     gint64       id,
                     GError     **error)
{
  g_autoptr (MerStack) stack = NULL;

  if (!mer_document_require_action (doc, error))
    return NULL;
  stack = mer_stack_find (doc, id, error);
  if (stack == NULL || !mer_registry_require_unapproved (doc, stack->cycle_id, error))
    return NULL;
  if (stack->batch_id == 0)
    return g_steal_pointer (&stack);
  mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                    _("The stack “%s” is closed. Open it again to change it."), stack->title);
  return NULL;
}

/* --- writing ------------------------------------------------------------------------------ */

static gboolean
check_stack (MerDocument    *doc,
             const MerStack *stack,
             GError        **error)
{
  g_autoptr (MerStack) old = NULL;

  if (stack->title == NULL || *stack->title == '\0')
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID, _("A stack needs a name."));
  if (stack->id == 0)
    return mer_registry_require_unapproved (doc, stack->cycle_id, error);
  old = mer_stack_find_open (doc, stack->id, error);
  return old != NULL;
}

static gboolean
insert_stack (MerDocument *doc,
              MerStack    *stack,
              GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO stack (cycle_id, organization_id, title, expected, "
                          "opened_at, who, methodology_id) VALUES (?1, ?2, ?3, "
                          "nullif (?4, -1), ?5, ?6, "
                          "(SELECT methodology_id FROM cycle WHERE id = ?1))",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, stack->cycle_id);
  mer_query_bind_int (&query, 2, stack->organization_id);
  mer_query_bind_text (&query, 3, stack->title);
  mer_query_bind_int (&query, 4, MAX (stack->expected, -1));
  mer_query_bind_int (&query, 5, stack->opened_at);
  mer_query_bind_text (&query, 6, stack->who);
  return mer_registry_save (doc, &query, 0, &stack->id, error);
}

static gboolean
update_stack (MerDocument *doc,
              MerStack    *stack,
              GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "UPDATE stack SET title = ?1, expected = nullif (?2, -1) WHERE id = ?3",
                          error))
    return FALSE;
  mer_query_bind_text (&query, 1, stack->title);
  mer_query_bind_int (&query, 2, MAX (stack->expected, -1));
  return mer_registry_save (doc, &query, 3, &stack->id, error);
}

/**
 * mer_store_save_stack:
 * @doc: a document with an action under way
 * @stack: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when it has no title, is closed, or its cycle is
 *   approved
 */
gboolean
mer_store_save_stack (MerDocument *doc,
                      MerStack    *stack,
                      GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !check_stack (doc, stack, error))
    return FALSE;
  return stack->id == 0 ? insert_stack (doc, stack, error) : update_stack (doc, stack, error);
}

/**
 * mer_store_remove_stack:
 * @doc: a document with an action under way
 * @id: the stack
 * @error: return location
 *
 * Returns: whether it and its questionnaires were deleted; INVALID when it is closed
 */
gboolean
mer_store_remove_stack (MerDocument *doc,
                        gint64       id,
                        GError     **error)
{
  g_autoptr (MerStack) stack = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  stack = mer_stack_find_open (doc, id, error);
  return stack != NULL &&
         mer_registry_run (doc, "DELETE FROM stack_row WHERE stack_id = ?1", id, error) &&
         mer_registry_run (doc, "DELETE FROM stack WHERE id = ?1", id, error);
}
