/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a worker reads when scores are to be shown: a cycle's results and its history. */

#include "config.h"

#include "ui/mer-results-reader.h"

void
mer_read_results_free (MerReadResults *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->results, mer_results_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self);
}

/* The cycles that stand before the previous one, for what shows all years. */
static GPtrArray *
load_history (MerDocument  *doc,
              MerResults   *results,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GPtrArray) history =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_results_unref);
  g_autoptr (GPtrArray) cycles = NULL;
  const MerCycle *oldest = results->previous_cycle ? results->previous_cycle : results->cycle;

  cycles = mer_store_cycles (doc, error);
  if (cycles == NULL)
    return NULL;
  for (guint i = cycles->len; i > 0; i--)
    {
      const MerCycle *cycle = g_ptr_array_index (cycles, i - 1);
      MerResults     *older = NULL;

      if (cycle->year >= oldest->year)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      older = mer_results_load (doc, cycle->id, MER_RESULTS_AS_RULED, error);
      if (older == NULL)
        return NULL;
      g_ptr_array_add (history, older);
    }
  return g_steal_pointer (&history);
}

gpointer
mer_results_read (MerDocument  *document,
                  gint64        cycle_id,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autoptr (MerReadResults) read = g_new0 (MerReadResults, 1);

  read->results = mer_results_load (document, cycle_id, MER_RESULTS_AS_RULED, error);
  if (read->results != NULL)
    read->history = load_history (document, read->results, cancellable, error);
  return read->history != NULL ? g_steal_pointer (&read) : NULL;
}
