/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many recipients of services an organization has in the cycle. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-header-text.h"
#include "import/mer-import-row.h"
#include "store/mer-registry-store.h"

/* More recipients than any organization has. */
#define MAX_RECIPIENTS 10000000

struct _MerMemberWriter
{
  MerDocument *doc;
  gint64       cycle_id;
  GPtrArray   *members; /* of MerCycleMember, as they were */
  GHashTable  *by_id;   /* gint64* → MerCycleMember */
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
  self->cycle_id = job->cycle->id;
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

/* Digits with blanks between them, «1 134», and a fraction of zeros as spreadsheets add. */
static gboolean
parse_count (const char *text,
             gint64     *out)
{
  gint64      value = 0;
  const char *p = text;

  for (; *p != '\0' && *p != '.' && *p != ','; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c < '0' || c > '9' || value > MAX_RECIPIENTS)
        return FALSE;
      value = value * 10 + (gint64) (c - '0');
    }
  if (p == text || (*p != '\0' && strspn (p + 1, "0") != strlen (p + 1)) || value > MAX_RECIPIENTS)
    return FALSE;
  *out = value;
  return TRUE;
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
  if (*text == '\0' || parse_count (text, out))
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

gboolean
mer_member_writer_save (MerMemberWriter *self,
                        gint64           organization_id,
                        gint64           recipients,
                        GError         **error)
{
  MerCycleMember member = {
    .organization_id = organization_id,
    .recipients = recipients,
    .selected = TRUE,
  };
  const MerCycleMember *there;

  if (recipients < 0)
    return TRUE;
  there = g_hash_table_lookup (self->by_id, &organization_id);
  if (there != NULL && there->recipients == recipients)
    return TRUE;
  if (there != NULL)
    member.selected = there->selected;
  return mer_store_save_member (self->doc, self->cycle_id, &member, error);
}
