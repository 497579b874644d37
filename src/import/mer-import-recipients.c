/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recipients of services by organization, each number with its source. */
#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-evidence-row.h"

/* More recipients than any organization has. */
#define MAX_RECIPIENTS 10000000

typedef struct
{
  MerImportJob          *job;
  GPtrArray             *rows; /* of MerEvidenceRow */
  const MerImportColumn *recipients;
} Recipients;

static void
read_row_cb (gpointer      user_data,
             const MerRow *row)
{
  Recipients *self = user_data;
  g_autoptr (MerEvidenceRow) read = mer_evidence_row_new (self->job, row);
  g_autofree char *text = read != NULL ? mer_row_text (row, self->recipients) : NULL;
  g_autofree char *number = mer_row_number_text (row->number);
  g_autofree char *letters = mer_import_column_letters (self->recipients->index);
  g_autofree char *shown = text != NULL ? mer_text_shorten (text) : NULL;
  gint64           count = 0;

  if (read == NULL)
    return;
  if (mer_evidence_is_nothing (text))
    {
      mer_evidence_reject_empty (self->job, row->number);
      return;
    }
  if (!mer_row_parse_whole (text, MAX_RECIPIENTS, &count))
    {
      mer_evidence_reject (self->job, "bad-recipients", row->number, self->recipients, text,
                           g_strdup_printf (_("Row %s, column %s: “%s” is no number of "
                                              "recipients. Write a whole number, as 521."),
                                               number, letters, shown));
      return;
    }
  mer_evidence_row_add (read, 0, count, 0, NULL);
  g_ptr_array_add (self->rows, g_steal_pointer (&read));
}

static gboolean
write_item_cb (gpointer               user_data,
               const MerEvidenceRow  *row,
               const MerEvidenceItem *item,
               GError               **error)
{
  return mer_member_writer_save (user_data, row->match->organization_id, item->asked, row->number,
                                 error);
}

gboolean
mer_import_recipients_run (MerImportJob *job,
                           GError      **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_evidence_row_free);
  g_autoptr (MerMemberWriter) members = NULL;
  Recipients self = { job, rows, mer_recognition_find (job->columns, MER_COLUMN_RECIPIENTS) };

  if (!mer_evidence_read_rows (job, read_row_cb, &self, error))
    return FALSE;
  mer_evidence_settle (job, rows);
  members = mer_member_writer_new (job, error);
  return members != NULL && mer_evidence_write_rows (job, rows, write_item_cb, members, error);
}
