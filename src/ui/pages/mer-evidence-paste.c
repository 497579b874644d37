/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ready counts and experts' points pasted from a spreadsheet. All rows or none: half a table is
 * worse than a sentence that names the row. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-row.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-evidence-typed.h"
#include "ui/pages/mer-evidence-paste-private.h"
#include "ui/widgets/mer-table-paste.h"

#define N_CELLS 4 /* at least; a fifth is the source */

typedef MerEvidencePasting Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->rows);
  g_free (self->source);
  g_free (self);
}

/* --- rows ------------------------------------------------------------------------------- */

/* The source that a row names itself: (transfer full) (nullable). */
static char *
own_source (char **cells)
{
  g_autofree char *source = NULL;

  G_STATIC_ASSERT (N_CELLS == MER_POINTS_PASTE_CELLS);
  if (g_strv_length (cells) <= N_CELLS)
    return NULL;
  source = g_strstrip (g_strdup (cells[N_CELLS]));
  return *source != '\0' ? g_steal_pointer (&source) : NULL;
}

static gboolean
is_number (const char *text)
{
  gint64 number = 0;

  return mer_row_parse_whole (text, MER_READY_COUNT_MAX, &number);
}

/* «Организация, Вопрос, Опрошено, Положительно»: people copy it along. */
static gboolean
is_header (char **cells)
{
  return g_strv_length (cells) >= N_CELLS && *cells[2] != '\0' && *cells[3] != '\0' &&
         !is_number (cells[2]) && !is_number (cells[3]);
}

static gboolean
lacks_source (const Pasting *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *own = own_source (self->rows->pdata[i]);

      if (own == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
paste_count (const Pasting *self,
             MerDocument   *document,
             guint          index,
             const char    *source,
             GError       **error)
{
  MerResults        *results = mer_session_get_results (self->session);
  char             **cells = self->rows->pdata[index];
  const MerScoreRow *row = NULL;
  MerTypedCount      count = { .source = source };

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
paste_row (const Pasting *self,
           MerDocument   *document,
           guint          index,
           GError       **error)
{
  char           **cells = self->rows->pdata[index];
  g_autofree char *own = own_source (cells);
  const char      *source = own != NULL ? own : self->source;

  return self->table == MER_EVIDENCE_TABLE_POINTS
           ? mer_points_paste_row (self, document, cells, source, error)
           : paste_count (self, document, index, source, error);
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

static void
perform (Pasting *self)
{
  const char      *label = _("Pasting of ready counts");
  guint            n = self->rows->len;
  g_autofree char *done = NULL;

  if (self->table == MER_EVIDENCE_TABLE_POINTS)
    {
      label = _("Pasting of experts' points");
      done = g_strdup_printf (ngettext ("%u value of an expert was pasted",
                                        "%u values of experts were pasted", n),
                              n);
    }
  else
    done = g_strdup_printf (ngettext ("%u ready count was pasted", "%u ready counts were pasted",
                                      n),
                            n);
  mer_session_perform (self->session, label, done, paste_rows, self);
}

/* --- whose counts they are ---------------------------------------------------------------- */

static const char *
last_source (const Pasting *self)
{
  const GPtrArray *batches = mer_session_get_results (self->session)->batches;
  MerBatchKind     kind =
    self->table == MER_EVIDENCE_TABLE_POINTS ? MER_BATCH_POINTS : MER_BATCH_COUNTS;

  for (guint i = batches->len; i > 0; i--)
    {
      const MerBatch *batch = batches->pdata[i - 1];

      if (batch->kind == kind && batch->file_name == NULL && batch->source != NULL)
        return batch->source;
    }
  return "";
}

static char *
typed_source (const Pasting *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
source_changed_cb (AdwMessageDialog *dialog)
{
  Pasting         *self = g_object_get_data (G_OBJECT (dialog), "mer-pasting");
  g_autofree char *source = typed_source (self);

  adw_message_dialog_set_response_enabled (dialog, "paste", *source != '\0');
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response)
{
  Pasting *self = g_object_get_data (G_OBJECT (dialog), "mer-pasting");

  if (!g_str_equal (response, "paste") || mer_session_get_results (self->session) == NULL)
    return;
  g_free (self->source);
  self->source = typed_source (self);
  perform (self);
}

/* Takes @self. */
static void
ask_source (GtkWidget *widget,
            Pasting   *self)
{
  gboolean    points = self->table == MER_EVIDENCE_TABLE_POINTS;
  const char *heading =
    points ? _("Who gave the points?") : _("Where are the counts from?");
  const char *body =
    points ? _("It is named with the points and in the explanation of scores.")
           : _("The table has no column with the source. It is named with each count "
                     "and in the explanation of scores.");
  GtkWindow        *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget        *dialog = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Source"), -1);
  adw_message_dialog_set_extra_child (message, self->entry);
  adw_message_dialog_add_response (message, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (message, "paste", _("_Paste"));
  adw_message_dialog_set_response_appearance (message, "paste", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "paste");
  adw_message_dialog_set_close_response (message, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "mer-pasting", self, pasting_free);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (source_changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), last_source (self));
  source_changed_cb (message);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- pasting ------------------------------------------------------------------------------ */

/* (transfer full): what was pasted, a row a value. */
static GPtrArray *
read_rows (MerSession      *session,
           MerEvidenceTable table,
           const char      *text)
{
  g_autoptr (GPtrArray) rows = mer_table_parse (text);

  if (table == MER_EVIDENCE_TABLE_POINTS)
    return mer_points_paste_unfold (rows, mer_session_get_results (session)->methodology);
  if (rows->len > 1 && is_header (rows->pdata[0]))
    g_ptr_array_remove_index (rows, 0);
  return g_steal_pointer (&rows);
}

void
mer_evidence_paste_text (GtkWidget       *widget,
                         MerSession      *session,
                         MerEvidenceTable table,
                         const char      *text,
                         const char      *source)
{
  Pasting *self = g_new0 (Pasting, 1);

  self->session = g_object_ref (session);
  self->table = table;
  self->rows = read_rows (session, table, text);
  self->source = g_strdup (source);
  if (self->rows->len > 0 && self->source == NULL && lacks_source (self))
    {
      ask_source (widget, self);
      return;
    }
  if (self->rows->len > 0)
    perform (self);
  else
    mer_session_tell (session, _("There are no rows to paste"), FALSE);
  pasting_free (self);
}

typedef struct
{
  GtkWidget       *widget;  /* owned */
  MerSession      *session; /* owned */
  MerEvidenceTable table;
} Reading;

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Reading         *self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && mer_session_get_results (self->session) != NULL &&
      gtk_widget_get_root (self->widget) != NULL)
    mer_evidence_paste_text (self->widget, self->session, self->table, text, NULL);
  g_object_unref (self->widget);
  g_object_unref (self->session);
  g_free (self);
}

void
mer_evidence_paste (GtkWidget       *widget,
                    MerSession      *session,
                    MerEvidenceTable table)
{
  Reading *self = g_new0 (Reading, 1);

  self->widget = g_object_ref (widget);
  self->session = g_object_ref (session);
  self->table = table;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb, self);
}
