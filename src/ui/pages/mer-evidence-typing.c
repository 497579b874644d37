/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tables of other evidence do with rows that are typed in. What came from a file stays
 * as the file has it. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-row.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-evidence-typed.h"
#include "ui/dialogs/mer-typed-dialog.h"
#include "ui/pages/mer-evidence-typing.h"
#include "ui/widgets/mer-table-paste.h"

#define N_CELLS 4

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

/* (transfer full): the counts that the table shows. */
static GPtrArray *
load_counts (MerSession *session,
             gint64      row)
{
  const MerResults *results = mer_session_get_results (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts =
    mer_store_ready_counts (mer_session_get_document (session), results->cycle->id, &error);

  if (counts == NULL)
    mer_session_fail (session, _("The ready counts cannot be read"), error);
  return counts != NULL && row >= 0 && row < counts->len ? g_steal_pointer (&counts) : NULL;
}

static const MerDifference *
difference_at (const MerComparison *comparison,
               gint64               row)
{
  return comparison != NULL && row >= 0 && row < comparison->differences->len
           ? comparison->differences->pdata[row]
           : NULL;
}

/* --- adding and changing ------------------------------------------------------------------- */

void
mer_evidence_typing_add (GtkWidget       *widget,
                         MerSession      *session,
                         MerEvidenceTable table)
{
  if (table == MER_EVIDENCE_TABLE_COUNTS)
    mer_typed_dialog_present_count (window_of (widget), session, NULL);
  else
    mer_typed_dialog_present_value (window_of (widget), session, NULL);
}

void
mer_evidence_typing_edit (GtkWidget           *widget,
                          MerSession          *session,
                          MerEvidenceTable     table,
                          const MerComparison *comparison,
                          gint64               row)
{
  const MerDifference *difference = NULL;
  g_autoptr (GPtrArray) counts = NULL;

  if (table == MER_EVIDENCE_TABLE_COUNTS)
    {
      counts = load_counts (session, row);
      if (counts != NULL &&
          require_typed (session, ((MerReadyCount *) counts->pdata[row])->batch_id) != NULL)
        mer_typed_dialog_present_count (window_of (widget), session, counts->pdata[row]);
      return;
    }
  difference = difference_at (comparison, row);
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

  return self->table == MER_EVIDENCE_TABLE_COUNTS
           ? mer_store_remove_typed_count (document, self->cycle_id, self->organization_id,
                                           self->key, self->source, error)
           : mer_store_remove_typed_value (document, self->cycle_id, self->organization_id,
                                           self->key, self->source, error);
}

void
mer_evidence_typing_delete (MerSession          *session,
                            MerEvidenceTable     table,
                            const MerComparison *comparison,
                            gint64               row)
{
  Removal              removal = { table, mer_session_get_results (session)->cycle->id, 0, NULL,
                                   NULL };
  const MerDifference *difference = difference_at (comparison, row);
  g_autoptr (GPtrArray) counts = NULL;

  if (table == MER_EVIDENCE_TABLE_COUNTS)
    {
      const MerReadyCount *count = NULL;

      counts = load_counts (session, row);
      if (counts == NULL)
        return;
      count = counts->pdata[row];
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
    mer_session_perform (session, _("Removal of a ready count"), _("The ready count was removed"),
                                                                     remove_row, &removal);
  else
    mer_session_perform (session, _("Removal of a value of the operator's"),
                                     _("The operator's value was removed"), remove_row, &removal);
}

/* --- pasting ------------------------------------------------------------------------------- */

typedef struct
{
  MerSession *session;
  GPtrArray  *rows; /* of GStrv */
  char       *source;
} Pasting;

static gboolean
paste_row (const Pasting *self,
           MerDocument   *document,
           guint          index,
           GError       **error)
{
  MerResults        *results = mer_session_get_results (self->session);
  char             **cells = self->rows->pdata[index];
  const MerScoreRow *row = NULL;
  MerTypedCount      count = { .source = self->source };

  if (g_strv_length (cells) >= N_CELLS)
    row = mer_results_find_organization (results, document, cells[0]);
  if (row == NULL || !mer_row_parse_whole (cells[2], MER_READY_COUNT_MAX, &count.asked) ||
      !mer_row_parse_whole (cells[3], MER_READY_COUNT_MAX, &count.positive))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("Row %u is not understood: an organization of the cycle, the code of a "
                     "question, asked, positively are needed. Nothing was pasted."),
                      index + 1);
      return FALSE;
    }
  count.organization_id = row->organization->id;
  count.question = g_strstrip (cells[1]);
  return mer_store_set_typed_count (document, results->cycle->id, &count, error);
}

static gboolean
paste_rows (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const Pasting *self = user_data;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!paste_row (self, document, i, error))
        return FALSE;
    }
  return TRUE;
}

void
mer_evidence_typing_paste_text (MerSession *session,
                                const char *text)
{
  g_autoptr (GPtrArray) rows = mer_table_parse (text);
  g_autofree char *done = NULL;
  Pasting          pasting = { session, rows, NULL };

  if (rows->len == 0)
    return;
  pasting.source = g_strdup (_("pasted from a spreadsheet"));
  done = g_strdup_printf (ngettext ("%u ready count was pasted", "%u ready counts were pasted",
                                    rows->len),
                          rows->len);
  mer_session_perform (session, _("Pasting of ready counts"), done, paste_rows, &pasting);
  g_free (pasting.source);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MerSession) session = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && mer_session_get_results (session) != NULL)
    mer_evidence_typing_paste_text (session, text);
}

void
mer_evidence_typing_paste (GtkWidget  *widget,
                           MerSession *session)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                 g_object_ref (session));
}
