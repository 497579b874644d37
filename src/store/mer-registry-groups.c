/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's own groups of organizations. */
#include "config.h"

#include "store/mer-registry-store.h"

#include <glib/gi18n.h>

#include "store/mer-registry-private.h"

void
mer_group_free (MerGroup *self)
{
  g_free (self->name);
  g_array_unref (self->members);
  g_free (self);
}

static MerGroup *
group_new (gint64 id,
           char  *name)
{
  MerGroup *self = g_new0 (MerGroup, 1);

  self->id = id;
  self->name = name;
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * mer_store_groups:
 * @doc: a document
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerGroup): all, by name
 */
GPtrArray *
mer_store_groups (MerDocument *doc,
                  GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;
  MerGroup *last = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_group_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT g.id, g.name, m.organization_id FROM organization_group g "
                          "LEFT JOIN group_member m ON m.group_id = g.id "
                          "ORDER BY g.name, g.id, m.organization_id",
                          error))
    return NULL;
  while (mer_query_next (&query, error))
    {
      gint64 id = mer_query_int (&query, 0);
      gint64 member = mer_query_int (&query, 2);

      if (last == NULL || last->id != id)
        {
          last = group_new (id, mer_query_text_or_empty (&query, 1));
          g_ptr_array_add (list, last);
        }
      if (member != 0)
        g_array_append_val (last->members, member);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static gboolean
save_members (MerDocument    *doc,
              const MerGroup *group,
              GError        **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_registry_run (doc, "DELETE FROM group_member WHERE group_id = ?1", group->id, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT OR IGNORE INTO group_member (group_id, organization_id) "
                          "VALUES (?1, ?2)",
                          error))
    return FALSE;
  for (guint i = 0; i < group->members->len; i++)
    {
      mer_query_bind_int (&query, 1, group->id);
      mer_query_bind_int (&query, 2, g_array_index (group->members, gint64, i));
      if (!mer_query_run (&query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_name (MerDocument *doc,
           MerGroup    *group,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *sql = group->id == 0 ? "INSERT INTO organization_group (name) VALUES (?1)"
                                   : "UPDATE organization_group SET name = ?1 WHERE id = ?2";

  if (!mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_text (&query, 1, group->name);
  return mer_registry_save (doc, &query, 2, &group->id, error);
}

static gboolean
check_name (MerDocument    *doc,
            const MerGroup *group,
            GError        **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (group->name == NULL || *group->name == '\0')
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("A group needs a name."));
      return FALSE;
    }
  if (!mer_query_prepare (&query, doc,
                          "SELECT 1 FROM organization_group WHERE name = ?1 AND id <> ?2", error))
    return FALSE;
  mer_query_bind_text (&query, 1, group->name);
  mer_query_bind_int (&query, 2, group->id);
  if (!mer_query_next (&query, error))
    return mer_query_done (&query);
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("There is already a group “%s”."), group->name);
  return FALSE;
}

/**
 * mer_store_save_group:
 * @doc: a document with an action under way
 * @group: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when the name is empty or taken
 */
gboolean
mer_store_save_group (MerDocument *doc,
                      MerGroup    *group,
                      GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) && check_name (doc, group, error) &&
         save_name (doc, group, error) && save_members (doc, group, error);
}

/**
 * mer_store_delete_group:
 * @doc: a document with an action under way
 * @id: the group
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none
 */
gboolean
mer_store_delete_group (MerDocument *doc,
                        gint64       id,
                        GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_registry_run (doc, "DELETE FROM group_member WHERE group_id = ?1", id, error) &&
         mer_registry_run (doc, "DELETE FROM organization_group WHERE id = ?1", id, error) &&
         mer_registry_check_changed (doc, _("The group is not there any more."), error);
}
