/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many recipients of services an organization has in the cycle. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-header-text.h"
#include "import/mer-import-row.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* More recipients than any organization has. */
#define MAX_RECIPIENTS 10000000

struct _MerMemberWriter
{
  MerDocument            *doc;
  const MerImportOptions *options;
  gint64                  cycle_id;
  gboolean                chooses; /* whether who is new to the cycle's list is chosen by that */
  GPtrArray              *members; /* of MerCycleMember, as they were */
  GHashTable             *by_id;   /* gint64* → MerCycleMember */
};

MerMemberWriter *
mer_member_writer_new (MerImportJob *job,
                       GError      **error)
{
  g_autoptr (GPtrArray) members = mer_store_members (job->doc, job->cycle->id, error);
  MerMemberWriter *self;

  if (members == NULL)
    return NULL;
  self = g_new0 (MerMemberWriter, 1);
  self->doc = job->doc;
  self->options = job->options;
  self->cycle_id = job->cycle->id;
  self->chooses = mer_store_tables_choose (job->doc, job->cycle->id, members);
  self->members = g_steal_pointer (&members);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->members->len; i++)
    {
      MerCycleMember *member = self->members->pdata[i];

      g_hash_table_insert (self->by_id, &member->organization_id, member);
    }
  return self;
}

void
mer_member_writer_free (MerMemberWriter *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->members);
  g_free (self);
}

gboolean
mer_member_parse_recipients (MerImportJob          *job,
                             gint64                 row,
                             const MerImportColumn *column,
                             const char            *text,
                             gint64                *out)
{
  MerImportProblem *problem;
  g_autofree char  *number = mer_row_number_text (row);
  g_autofree char  *letters = NULL;
  g_autofree char  *value = NULL;

  *out = -1;
  if (*text == '\0' || mer_row_parse_whole (text, MAX_RECIPIENTS, out))
    return TRUE;
  problem = mer_import_problems_count (job->problems, MER_PROBLEM_NOTE, "bad-recipients", row,
                                       column, text, 1);
  letters = mer_import_column_letters (column->index);
  value = mer_text_shorten (text);
  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s, column %s: “%s” is no number of recipients. It was "
                                       "left out."),
                                        number, letters, value);
  return FALSE;
}

gint64
mer_member_writer_recipients (const MerMemberWriter *self,
                              gint64                 organization_id)
{
  const MerCycleMember *there = g_hash_table_lookup (self->by_id, &organization_id);

  return there != NULL ? there->recipients : -1;
}

/* «„Организации.xlsx“, строка 12», in the document's language. */
static char *
source_of (const MerMemberWriter *self,
           gint64                 row)
{
  MerLanguage      language = mer_document_get_language (self->doc);
  g_autofree char *file = NULL;
  g_autofree char *number = NULL;

  if (self->options->source != NULL)
    return g_strdup (self->options->source);
  file = g_filename_display_basename (self->options->path);
  number = mer_row_number_text (row);
  /* Translators: name of a file, number of a row. */
  return g_strdup_printf (mer_tr (language, "“%s”, row %s"), file, number);
}

gboolean
mer_member_writer_save (MerMemberWriter *self,
                        gint64           organization_id,
                        gint64           recipients,
                        gint64           row,
                        GError         **error)
{
  g_autofree char *source = NULL;
  MerCycleMember   member = {
      .organization_id = organization_id,
      .recipients = recipients,
      .selected = self->chooses,
  };
  const MerCycleMember *there;

  if (recipients < 0)
    return TRUE;
  there = g_hash_table_lookup (self->by_id, &organization_id);
  if (there != NULL && there->recipients == recipients && there->recipients_source != NULL)
    return TRUE;
  source = source_of (self, row);
  member.recipients_source = source;
  if (there != NULL)
    member.selected = there->selected;
  return mer_store_save_member (self->doc, self->cycle_id, &member, error);
}
