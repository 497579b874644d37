/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one order in which the checklists of an organization are laid over each other. */

#include "config.h"

#include "store/mer-checklist-lines.h"

#include <glib/gi18n.h>

#include "store/mer-query.h"
#include "store/mer-store-error.h"

static gboolean
take_line (MerQuery            *query,
           MerChecklistLineFunc func,
           gpointer             user_data,
           GError             **error)
{
  g_autoptr (GBytes) packed = mer_query_bytes_in_place (query, 3);
  MerChecklistLine line = {
    .batch_id = mer_query_int (query, 0),
    .organization_id = mer_query_int (query, 1),
    .row = mer_query_int (query, 2),
    .typed = mer_query_int (query, 4) != 0,
    .marks = g_bytes_get_data (packed, NULL),
    .length = g_bytes_get_size (packed),
  };

  if (func (&line, user_data))
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
               _("A line of a checklist in “%s” is damaged."), query->document->name);
  return FALSE;
}

gboolean
mer_checklist_each_line (MerDocument         *doc,
                         gint64               cycle_id,
                         MerChecklistLineFunc func,
                         gpointer             user_data,
                         GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT c.batch_id, s.organization_id, c.file_row, c.marks, "
                          "t.file_name IS NULL "
                          "FROM batch t JOIN checklist c ON c.batch_id = t.id "
                          "JOIN source s ON s.id = c.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "AND s.organization_id IS NOT NULL "
                          "ORDER BY c.batch_id, c.file_row, c.source_id",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    {
      if (!take_line (&query, func, user_data, error))
        return FALSE;
    }
  return mer_query_done (&query);
}
