/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of a cycle, read by a worker: a region has a hundred thousand of them, which no page
 * may make its user wait for. */

#include "config.h"

#include "store/mer-registry-store.h"
#include "ui/mer-document-work.h"
#include "ui/mer-record-reader.h"

/* What pages ask for; the lists stay with the connection. */
static gboolean
read_all (MerDocument *doc,
          gint64       cycle_id,
          GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRecordSet) records = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return FALSE;
  return (organizations = mer_store_organization_snapshot (doc, error)) != NULL &&
         (sources = mer_store_source_snapshot (doc, error)) != NULL &&
         (cycle == NULL ||
          ((records = mer_store_record_set (doc, cycle->id, error)) != NULL &&
           (members = mer_store_member_snapshot (doc, cycle->id, error)) != NULL &&
           (findings = mer_store_finding_snapshot (doc, cycle->id, error)) != NULL));
}

static gpointer
read_snapshots (MerDocument  *doc,
                gint64        cycle_id,
                GCancellable *cancellable,
                GError      **error)
{
  return read_all (doc, cycle_id, error) ? mer_document_take_snapshots (doc) : NULL;
}

void
mer_records_read_async (MerDocument        *document,
                        gint64              cycle_id,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);

  g_task_set_source_tag (task, mer_records_read_async);
  mer_document_work_run (task, document, cycle_id, read_snapshots,
                         (GDestroyNotify) mer_snapshots_free);
}

gboolean
mer_records_read_finish (GAsyncResult *result,
                         GError      **error)
{
  g_autoptr (MerDocument) document = g_object_ref (g_task_get_source_object (G_TASK (result)));
  g_autoptr (MerSnapshots) snapshots = g_task_propagate_pointer (G_TASK (result), error);

  return snapshots != NULL && mer_document_give_snapshots (document, snapshots);
}
