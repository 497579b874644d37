/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing the schedule of assessments. */

#include "config.h"

#include "app/mer-schedule.h"

#include "cycle/mer-schedule-rules.h"
#include "store/mer-record-store.h"

static gboolean
add (MerDocument *doc,
     gint64       organization_id,
     int          year,
     GError     **error)
{
  g_autoptr (MerScheduled) line = mer_record_new (&mer_record_scheduled, 0);

  line->organization = organization_id;
  line->year = year;
  return mer_store_save_record (doc, line, error);
}

static const MerScheduled *
find (const GPtrArray *scheduled,
      gint64           organization_id,
      int              year)
{
  for (guint i = 0; i < scheduled->len; i++)
    {
      const MerScheduled *line = scheduled->pdata[i];

      if (line->organization == organization_id && line->year == year)
        return line;
    }
  return NULL;
}

/* Keys of what is to be: organization and year. */
static char *
key_of (gint64 organization_id,
        gint64 year)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, organization_id, year);
}

static gboolean
remove_others (MerDocument         *doc,
               const MerCycleFacts *facts,
               GHashTable          *wanted,
               GError             **error)
{
  const GPtrArray *scheduled = mer_cycle_facts_records (facts, &mer_record_scheduled);

  for (guint i = 0; i < scheduled->len; i++)
    {
      const MerScheduled *line = scheduled->pdata[i];
      g_autofree char    *key = key_of (line->organization, line->year);

      if (line->year < facts->cycle->year)
        continue;
      /* what is taken from the set is there already */
      if (!g_hash_table_remove (wanted, key) &&
          !mer_store_delete_record (doc, &mer_record_scheduled, line->record.id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_schedule_apply (MerDocument         *doc,
                    const MerCycleFacts *facts,
                    const GArray        *turns,
                    GError             **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < turns->len; i++)
    {
      const MerTurn *turn = &g_array_index (turns, MerTurn, i);

      g_hash_table_add (wanted, key_of (turn->organization_id, turn->year));
    }
  if (!remove_others (doc, facts, wanted, error))
    return FALSE;
  for (guint i = 0; i < turns->len; i++)
    {
      const MerTurn   *turn = &g_array_index (turns, MerTurn, i);
      g_autofree char *key = key_of (turn->organization_id, turn->year);

      if (g_hash_table_contains (wanted, key) &&
          !add (doc, turn->organization_id, turn->year, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_schedule_set (MerDocument *doc,
                  gint64       organization_id,
                  int          year,
                  gboolean     on,
                  GError     **error)
{
  g_autoptr (GPtrArray) scheduled = mer_store_records_where (
    doc, &mer_record_scheduled, "organization", organization_id, error);
  const MerScheduled *line = NULL;

  if (scheduled == NULL)
    return FALSE;
  line = find (scheduled, organization_id, year);
  if (on == (line != NULL))
    return TRUE;
  return on ? add (doc, organization_id, year, error)
            : mer_store_delete_record (doc, &mer_record_scheduled, line->record.id, error);
}
