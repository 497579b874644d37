/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An overview looks at every record of a cycle, of which a region has a hundred thousand: it is
 * put together in a worker, from snapshots that never change. */

#include "config.h"

#include "ui/pages/mer-overview-job.h"

#include "cycle/mer-record-kinds.h"

/* So many records are looked at within a frame. */
#define FEW 3000

typedef struct
{
  MerCycleFacts *facts; /* NULL: taken */
  MerResults    *results;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->facts, mer_cycle_facts_free);
  g_clear_pointer (&job->results, mer_results_unref);
  g_free (job);
}

gboolean
mer_overview_is_quick (const MerCycleFacts *facts)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();
  guint                       n = facts->organizations->len;

  for (guint i = 0; kinds[i] != NULL; i++)
    n += mer_cycle_facts_records (facts, kinds[i])->len;
  return n <= FEW;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, mer_overview_new (job->facts, job->results),
                           (GDestroyNotify) mer_overview_free);
}

void
mer_overview_make_async (gpointer            source,
                         MerCycleFacts      *facts,
                         MerResults         *results,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->facts = facts;
  job->results = results != NULL ? mer_results_ref (results) : NULL;
  g_task_set_source_tag (task, mer_overview_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

MerOverview *
mer_overview_make_finish (GAsyncResult   *result,
                          MerCycleFacts **facts)
{
  Job         *job = g_task_get_task_data (G_TASK (result));
  MerOverview *overview = g_task_propagate_pointer (G_TASK (result), NULL);

  *facts = overview != NULL ? g_steal_pointer (&job->facts) : NULL;
  return overview;
}
