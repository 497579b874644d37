/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of recipients that are typed in, for both window and tool. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-recipients.h"

/**
 * mer_recipients_save_typed:
 * @doc: a document with an action under way
 * @cycle_id: the cycle
 * @member: the organization's part in it; its source is not looked at
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_recipients_save_typed (MerDocument          *doc,
                           gint64                cycle_id,
                           const MerCycleMember *member,
                           GError              **error)
{
  g_autoptr (GPtrArray) members = mer_store_members (doc, cycle_id, error);
  g_autofree char *typed = NULL;
  MerCycleMember   stored = *member;
  gint64           before = -1;

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const MerCycleMember *known = members->pdata[i];

      if (known->organization_id == member->organization_id)
        before = known->recipients;
    }
  /* Translators: where a number of recipients is from. */
  typed = g_strdup (mer_tr (mer_document_get_language (doc), "typed in by hand"));
  stored.recipients_source = before != member->recipients ? typed : NULL;
  return mer_store_save_member (doc, cycle_id, &stored, error);
}

gboolean
mer_recipients_save_number (MerDocument *doc,
                            gint64       cycle_id,
                            gint64       organization_id,
                            gint64       recipients,
                            GError     **error)
{
  g_autoptr (GPtrArray) members = mer_store_members (doc, cycle_id, error);
  MerCycleMember part = { .organization_id = organization_id, .recipients = recipients };

  part.selected = TRUE;
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const MerCycleMember *known = members->pdata[i];

      if (known->organization_id == organization_id)
        part.selected = known->selected;
    }
  return members != NULL && mer_recipients_save_typed (doc, cycle_id, &part, error);
}
