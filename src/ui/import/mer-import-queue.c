/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which file comes next. What names are matched against must be there before they are matched:
 * that is why the registry goes first. */

#include "config.h"

#include "ui/import/mer-import-queue.h"

struct _MerImportQueue
{
  GObject parent_instance;

  MerSession *session; /* owned */
  GPtrArray  *states;  /* owned: of MerImportState */
  GPtrArray  *done;    /* owned: those of them that are done, in that order */
};

G_DEFINE_FINAL_TYPE (MerImportQueue, mer_import_queue, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
emit_changed (MerImportQueue *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drop_state (MerImportQueue *self,
            MerImportState *state)
{
  g_signal_handlers_disconnect_by_data (state, self);
  mer_import_state_close (state);
}

static void
mer_import_queue_dispose (GObject *object)
{
  mer_import_queue_close (MER_IMPORT_QUEUE (object));
  G_OBJECT_CLASS (mer_import_queue_parent_class)->dispose (object);
}

static void
mer_import_queue_finalize (GObject *object)
{
  MerImportQueue *self = MER_IMPORT_QUEUE (object);

  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_import_queue_parent_class)->finalize (object);
}

static void
mer_import_queue_class_init (MerImportQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_import_queue_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_import_queue_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MER_TYPE_IMPORT_QUEUE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mer_import_queue_init (MerImportQueue *self)
{
  self->states = g_ptr_array_new_with_free_func (g_object_unref);
  self->done = g_ptr_array_new ();
}

/**
 * mer_import_queue_new:
 * @session: whose document the files go into; kept
 *
 * Returns: (transfer full): a queue without files
 */
MerImportQueue *
mer_import_queue_new (MerSession *session)
{
  MerImportQueue *self = g_object_new (MER_TYPE_IMPORT_QUEUE, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
mer_import_queue_close (MerImportQueue *self)
{
  g_return_if_fail (MER_IS_IMPORT_QUEUE (self));
  for (guint i = 0; i < self->states->len; i++)
    drop_state (self, g_ptr_array_index (self->states, i));
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->states, 0);
  emit_changed (self);
}

/**
 * mer_import_queue_add:
 * @self: a queue
 * @path: (type filename): a table
 *
 * Returns: (transfer none): its state, new or not
 */
MerImportState *
mer_import_queue_add (MerImportQueue *self,
                      const char     *path)
{
  MerImportState *state = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self) && path != NULL, NULL);
  for (guint i = 0; i < self->states->len; i++)
    {
      state = g_ptr_array_index (self->states, i);
      if (g_str_equal (mer_import_state_get_file (state), path) &&
          !g_ptr_array_find (self->done, state, NULL))
        return state;
    }
  state = mer_import_state_new (self->session, path);
  g_ptr_array_add (self->states, state);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (emit_changed), self);
  emit_changed (self);
  return state;
}

void
mer_import_queue_remove (MerImportQueue *self,
                         MerImportState *state)
{
  guint at = 0;

  g_return_if_fail (MER_IS_IMPORT_QUEUE (self));
  if (!g_ptr_array_find (self->states, state, &at))
    return;
  drop_state (self, state);
  g_ptr_array_remove (self->done, state);
  g_ptr_array_remove_index (self->states, at);
  emit_changed (self);
}

guint
mer_import_queue_get_n (MerImportQueue *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self), 0);
  return self->states->len;
}

MerImportState *
mer_import_queue_get (MerImportQueue *self,
                      guint           position)
{
  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self) && position < self->states->len, NULL);
  return g_ptr_array_index (self->states, position);
}

gboolean
mer_import_queue_is_read (MerImportQueue *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self), FALSE);
  for (guint i = 0; i < self->states->len; i++)
    if (mer_import_state_is_reading (g_ptr_array_index (self->states, i)))
      return FALSE;
  return self->states->len > 0;
}

/* Where in the order a kind stands; evidence from elsewhere comes after. */
static guint
order_of (MerImportState *state)
{
  MerBatchKind kind = MER_BATCH_SURVEY;

  if (!mer_import_state_get_kind (state, &kind))
    return G_MAXUINT;
  switch (kind)
    {
    case MER_BATCH_ORGANIZATIONS:
      return 0;
    case MER_BATCH_RECIPIENTS:
      return 1;
    case MER_BATCH_CHECKLIST:
      return 2;
    case MER_BATCH_SURVEY:
      return 3;
    case MER_BATCH_COUNTS:
    case MER_BATCH_VALUES:
    case MER_BATCH_POINTS:
    case MER_BATCH_FACTS:
    default:
      return 4;
    }
}

MerImportState *
mer_import_queue_get_next (MerImportQueue *self)
{
  MerImportState *best = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self), NULL);
  for (guint i = 0; i < self->states->len; i++)
    {
      MerImportState *state = g_ptr_array_index (self->states, i);

      if (g_ptr_array_find (self->done, state, NULL))
        continue;
      if (best == NULL || order_of (state) < order_of (best))
        best = state;
    }
  return best;
}

guint
mer_import_queue_get_number (MerImportQueue *self,
                             MerImportState *state)
{
  guint    at = 0;
  guint    number;
  gboolean passed = FALSE;

  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self), 0);
  if (g_ptr_array_find (self->done, state, &at))
    return at + 1;
  number = self->done->len + 1;
  for (guint i = 0; i < self->states->len; i++)
    {
      MerImportState *other = g_ptr_array_index (self->states, i);

      if (other == state)
        passed = TRUE;
      else if (!g_ptr_array_find (self->done, other, NULL) &&
               (order_of (other) < order_of (state) ||
                (order_of (other) == order_of (state) && !passed)))
        number++;
    }
  return number;
}

void
mer_import_queue_set_done (MerImportQueue *self,
                           MerImportState *state)
{
  g_return_if_fail (MER_IS_IMPORT_QUEUE (self));
  if (g_ptr_array_find (self->done, state, NULL))
    return;
  g_ptr_array_add (self->done, state);
  emit_changed (self);
}

const char *
mer_import_queue_get_page (MerImportQueue *self)
{
  const char *page = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_QUEUE (self), NULL);
  for (guint i = 0; i < self->done->len; i++)
    {
      MerImportState *state = self->done->pdata[i];
      MerBatchKind    kind = MER_BATCH_SURVEY;

      if (!mer_import_state_is_imported (state))
        continue;
      if (!mer_import_state_get_kind (state, &kind) || kind != MER_BATCH_ORGANIZATIONS)
        return "data";
      page = "organizations";
    }
  return page;
}
