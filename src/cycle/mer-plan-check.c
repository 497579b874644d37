/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the deadlines in plans of improvement count from. A plan knows one event, the receipt of
 * recommendations: what counts from any other has no day, which is told. */

#include "config.h"

#include <string.h>

#include "core/mer-spoken.h"
#include "cycle/mer-plan-rules.h"

static gboolean
has_one_of (const char        *word,
            const char *const *stems)
{
  for (; *stems != NULL; stems++)
    if (strstr (word, *stems) != NULL)
      return TRUE;
  return FALSE;
}

/* «получения рекомендаций», «поступления предложений совета»; «получения» alone is of them too. */
static gboolean
is_receipt (const char *event)
{
  static const char *const receipts[] = { "получени", "поступлени", NULL };
  static const char *const subjects[] = { "рекомендаци", "предложени", "замечани", NULL };
  static const char *const leads[] = { "", "следующего", "за", "днём", "днем", "их", NULL };
  g_autofree char         *lower = g_utf8_strdown (event, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " ,.()\"", -1);
  gboolean received = FALSE;
  gboolean subject = FALSE;
  gboolean other = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      received = received || has_one_of (words[i], receipts);
      subject = subject || has_one_of (words[i], subjects);
      other = other || !(has_one_of (words[i], receipts) || g_strv_contains (leads, words[i]));
    }
  return received && (subject || !other);
}

gboolean
mer_plan_has_unknown_event (const MerPeriod *period)
{
  const char *event = mer_period_get_event (period);

  return mer_period_get_kind (period) == MER_PERIOD_AFTER_EVENT && *event != '\0' &&
         !is_receipt (event);
}

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

static gboolean
is_older (const MerPlan *plan,
          const MerPlan *than)
{
  return plan->version < than->version ||
         (plan->version == than->version && plan->record.id < than->record.id);
}

/* (transfer full): ids of the newest version of each plan, for nobody mends the older ones. */
static GHashTable *
plans_in_force (const GPtrArray *plans)
{
  GHashTable *ids = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) newest = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      MerPlan       *plan = plans->pdata[i];
      const MerPlan *other = g_hash_table_lookup (newest, KEY (plan->organization));

      if (other != NULL && is_older (plan, other))
        continue;
      if (other != NULL)
        g_hash_table_remove (ids, KEY (other->record.id));
      g_hash_table_insert (newest, KEY (plan->organization), plan);
      g_hash_table_add (ids, KEY (plan->record.id));
    }
  return ids;
}

static gboolean
has_no_day (const MerPlanItem *item,
            int                year)
{
  g_autoptr (MerPeriod) period = NULL;

  if (item->deadline == NULL || item->state == MER_PLAN_ITEM_DONE ||
      item->state == MER_PLAN_ITEM_DROPPED)
    return FALSE;
  period = mer_period_parse (item->deadline, year);
  return mer_plan_has_unknown_event (period);
}

GPtrArray *
mer_plan_check (const GPtrArray *plans,
                const GPtrArray *items,
                int              year)
{
  GPtrArray *notes = mer_rule_notes_new ();
  g_autoptr (GHashTable) in_force = plans_in_force (plans);
  const MerPlanItem *first = NULL;
  guint              n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const MerPlanItem *item = items->pdata[i];

      if (!g_hash_table_contains (in_force, KEY (item->plan)) || !has_no_day (item, year))
        continue;
      first = first != NULL ? first : item;
      n++;
    }
  if (first != NULL)
    g_ptr_array_add (
      notes,
      mer_rule_note_new (
        "plans.event", MER_RULE_NOTE, "plans", mer_record_plan_item.id, first->record.id,
        g_strdup_printf (ngettext ("%u deadline in the improvement plans counts from an event "
                                   "that is not known there, “%s”: the item has no day and is "
                                   "never overdue.",
                                   "%u deadlines in the improvement plans count from events that "
                                   "are not known there, “%s” first: the items have no day and are "
                                   "never overdue.",
                                   n),
                         n, first->deadline)));
  return notes;
}
