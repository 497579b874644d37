/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings of cycles. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-cycle.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-store-error.h"

GHashTable *
mer_store_cycle_settings (MerDocument *doc,
                          gint64       cycle_id,
                          GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GHashTable) set = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!mer_query_prepare (&query, doc, "SELECT key, value FROM cycle_setting WHERE cycle_id = ?1",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    g_hash_table_insert (set, mer_query_text_or_empty (&query, 0),
                         mer_query_text_or_empty (&query, 1));
  return mer_query_done (&query) ? g_steal_pointer (&set) : NULL;
}

gboolean
mer_store_tables_choose (MerDocument     *doc,
                         gint64           cycle_id,
                         const GPtrArray *members)
{
  g_autoptr (GHashTable) settings = mer_store_cycle_settings (doc, cycle_id, NULL);

  for (guint i = 0; i < members->len; i++)
    if (((const MerCycleMember *) members->pdata[i])->selected)
      return FALSE;
  return *mer_cycle_settings_get (settings, MER_SETTING_PRESET) == '\0';
}

gboolean
mer_store_require_open_cycle (MerDocument *doc,
                              gint64       cycle_id,
                              GError     **error)
{
  g_autoptr (GHashTable) settings = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (cycle_id == 0)
    return TRUE;
  settings = mer_store_cycle_settings (doc, cycle_id, error);
  if (settings == NULL)
    return FALSE;
  if (*mer_cycle_settings_get (settings, MER_SETTING_CLOSED) == '\0')
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The cycle is closed. Open it again to change its records."));
  return FALSE;
}

static gboolean
may_set (MerDocument *doc,
         gint64       cycle_id,
         const char  *key,
         GError     **error)
{
  return g_str_equal (key, MER_SETTING_CLOSED) || g_str_equal (key, MER_SETTING_STAGE) ||
         mer_store_require_open_cycle (doc, cycle_id, error);
}

static gboolean
remove_setting (MerDocument *doc,
                gint64       cycle_id,
                const char  *key,
                GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "DELETE FROM cycle_setting WHERE cycle_id = ?1 AND key = ?2", error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_text (&query, 2, key);
  return mer_query_run (&query, error);
}

static gboolean
write_setting (MerDocument *doc,
               gint64       cycle_id,
               const char  *key,
               const char  *value,
               GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "INSERT INTO cycle_setting (cycle_id, key, value) VALUES (?1, ?2, ?3) "
                          "ON CONFLICT (cycle_id, key) DO UPDATE SET value = excluded.value",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  mer_query_bind_text (&query, 2, key);
  mer_query_bind_text (&query, 3, value);
  return mer_query_run (&query, error);
}

gboolean
mer_store_set_cycle_setting (MerDocument *doc,
                             gint64       cycle_id,
                             const char  *key,
                             const char  *value,
                             GError     **error)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (key);
  g_autoptr (GError) problem = NULL;
  g_autofree char *parsed = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  if (setting == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("A cycle has no setting “%s”."), key);
      return FALSE;
    }
  if (!may_set (doc, cycle_id, key, error))
    return FALSE;
  if (value == NULL)
    return remove_setting (doc, cycle_id, key, error);
  parsed = mer_cycle_setting_parse (setting, value, &problem);
  if (parsed != NULL)
    return write_setting (doc, cycle_id, key, parsed, error);
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, problem->message);
  return FALSE;
}
