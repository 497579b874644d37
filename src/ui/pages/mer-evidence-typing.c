/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tables of other evidence do with rows that are typed in. What came from a file stays
 * as the file has it. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-evidence-typed.h"
#include "store/mer-point-store.h"
#include "ui/dialogs/mer-typed-dialog.h"
#include "ui/pages/mer-evidence-typing.h"
#include "ui/pages/mer-remove-once.h"

static const MerBatch *
find_batch (MerSession *session,
            gint64      id)
{
  const MerResults *results = mer_session_get_results (session);

  return results != NULL ? mer_batch_find (results->batches, id) : NULL;
}

/* The source of what was typed in; NULL, and the window says why, for what was not. */
static const char *
require_typed (MerSession *session,
               gint64      batch_id)
{
  const MerBatch  *batch = find_batch (session, batch_id);
  g_autofree char *text = NULL;

  if (batch != NULL && batch->file_name == NULL)
    return batch->source;
  text = batch != NULL
    ? g_strdup_printf (_("This row is from the file “%s” and stays as it is there"),
                          batch->file_name)
    : g_strdup (_("The operator's value was not typed in"));
  mer_session_tell (session, text, FALSE);
  return NULL;
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

/* The counts, and `found`: the one of that key, NULL when it is there no longer. */
static GPtrArray *
load_count (MerSession           *session,
            const char           *key,
            const MerReadyCount **found)
{
  const MerResults *results = mer_session_get_results (session);
  g_autoptr (GError) error = NULL;
  GPtrArray *counts =
    mer_store_ready_counts (mer_session_get_document (session), results->cycle->id, &error);

  if (counts == NULL)
    mer_session_fail (session, _("The ready counts cannot be read"), error);
  for (guint i = 0; counts != NULL && *found == NULL && i < counts->len; i++)
    {
      const MerReadyCount *count = counts->pdata[i];
      g_autofree char     *there =
        mer_evidence_key (count->organization_id, count->batch_id, count->question);

      if (g_strcmp0 (there, key) == 0)
        *found = count;
    }
  return counts;
}

/* The same of the points. */
static GPtrArray *
load_point (MerSession           *session,
            const char           *key,
            const MerReadyValue **found)
{
  const MerResults *results = mer_session_get_results (session);
  g_autoptr (GError) error = NULL;
  GPtrArray *points =
    mer_store_expert_points (mer_session_get_document (session), results->cycle->id, &error);

  if (points == NULL)
    mer_session_fail (session, _("The experts' points cannot be read"), error);
  for (guint i = 0; points != NULL && *found == NULL && i < points->len; i++)
    {
      const MerReadyValue *value = points->pdata[i];
      g_autofree char     *there =
        mer_evidence_key (value->organization_id, value->batch_id, value->code);

      if (g_strcmp0 (there, key) == 0)
        *found = value;
    }
  return points;
}

static const MerDifference *
find_difference (const MerComparison *comparison,
                 const char          *key)
{
  const MerDifference *difference = NULL;

  for (guint i = 0; comparison != NULL && (difference = mer_comparison_get (comparison, i)) != NULL;
       i++)
    {
      g_autofree char *there = mer_evidence_key (difference->organization->id,
                                                 difference->batch_id, difference->code);

      if (g_strcmp0 (there, key) == 0)
        return difference;
    }
  return NULL;
}

/* --- adding and changing ------------------------------------------------------------------- */

void
mer_evidence_typing_add (GtkWidget       *widget,
                         MerSession      *session,
                         MerEvidenceTable table)
{
  if (table == MER_EVIDENCE_TABLE_COUNTS)
    mer_typed_dialog_present_count (window_of (widget), session, NULL);
  else if (table == MER_EVIDENCE_TABLE_POINTS)
    mer_typed_dialog_present_points (window_of (widget), session, NULL);
  else
    mer_typed_dialog_present_value (window_of (widget), session, NULL);
}

static void
edit_points (GtkWidget  *widget,
             MerSession *session,
             const char *key)
{
  const MerReadyValue *value = NULL;
  g_autoptr (GPtrArray) points = load_point (session, key, &value);

  if (value != NULL && require_typed (session, value->batch_id) != NULL)
    mer_typed_dialog_present_points (window_of (widget), session, value);
}

void
mer_evidence_typing_edit (GtkWidget           *widget,
                          MerSession          *session,
                          MerEvidenceTable     table,
                          const MerComparison *comparison,
                          const char          *key)
{
  const MerDifference *difference = NULL;
  const MerReadyCount *count = NULL;
  g_autoptr (GPtrArray) counts = NULL;

  if (table == MER_EVIDENCE_TABLE_COUNTS)
    {
      counts = load_count (session, key, &count);
      if (count != NULL && require_typed (session, count->batch_id) != NULL)
        mer_typed_dialog_present_count (window_of (widget), session, count);
      return;
    }
  if (table == MER_EVIDENCE_TABLE_POINTS)
    {
      edit_points (widget, session, key);
      return;
    }
  difference = find_difference (comparison, key);
  if (difference != NULL)
    {
      g_autofree char *code = g_strdup (difference->code);
      MerReadyValue    value = { .organization_id = difference->organization->id,
                                 .batch_id = difference->batch_id,
                                 .code = code,
                                 .value = difference->theirs };

      mer_typed_dialog_present_value (window_of (widget), session, &value);
    }
}

/* --- removing ------------------------------------------------------------------------------ */

typedef struct
{
  MerEvidenceTable table;
  gint64           cycle_id;
  gint64           organization_id;
  const char      *key;
  const char      *source;
} Removal;

static gboolean
remove_row (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const Removal *self = user_data;

  if (self->table == MER_EVIDENCE_TABLE_POINTS)
    return mer_store_remove_typed_point (document, self->cycle_id, self->organization_id,
                                         self->key, self->source, error);
  return self->table == MER_EVIDENCE_TABLE_COUNTS
           ? mer_store_remove_typed_count (document, self->cycle_id, self->organization_id,
                                           self->key, self->source, error)
           : mer_store_remove_typed_value (document, self->cycle_id, self->organization_id,
                                           self->key, self->source, error);
}

static void
delete_points (MerSession *session,
               const char *key)
{
  Removal              removal = { .table = MER_EVIDENCE_TABLE_POINTS };
  const MerReadyValue *value = NULL;
  g_autoptr (GPtrArray) points = load_point (session, key, &value);

  if (value == NULL)
    return;
  removal.cycle_id = mer_session_get_results (session)->cycle->id;
  removal.organization_id = value->organization_id;
  removal.key = value->code;
  removal.source = require_typed (session, value->batch_id);
  if (removal.source != NULL)
    mer_remove_once (session, _("Removal of an expert's points"),
                                 _("The expert's points were removed"), remove_row, &removal);
}

void
mer_evidence_typing_delete (MerSession          *session,
                            MerEvidenceTable     table,
                            const MerComparison *comparison,
                            const char          *key)
{
  Removal              removal = { table, mer_session_get_results (session)->cycle->id, 0, NULL,
                                   NULL };
  const MerDifference *difference = find_difference (comparison, key);
  g_autoptr (GPtrArray) counts = NULL;

  if (table == MER_EVIDENCE_TABLE_POINTS)
    {
      delete_points (session, key);
      return;
    }
  if (table == MER_EVIDENCE_TABLE_COUNTS)
    {
      const MerReadyCount *count = NULL;

      counts = load_count (session, key, &count);
      if (count == NULL)
        return;
      removal.organization_id = count->organization_id;
      removal.key = count->question;
      removal.source = require_typed (session, count->batch_id);
    }
  else if (difference != NULL)
    {
      removal.organization_id = difference->organization->id;
      removal.key = difference->code;
      removal.source = require_typed (session, difference->batch_id);
    }
  if (removal.source == NULL)
    return;
  if (table == MER_EVIDENCE_TABLE_COUNTS)
    mer_remove_once (session, _("Removal of a ready count"), _("The ready count was removed"),
                                                                 remove_row, &removal);
  else
    mer_remove_once (session, _("Removal of a value of the operator's"),
                                 _("The operator's value was removed"), remove_row, &removal);
}
