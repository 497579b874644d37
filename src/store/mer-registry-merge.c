/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two organizations become one. Answers, marks, counts and facts hang on spellings, so that they
 * follow with one row's update each; what names an organization itself is moved here, table by
 * table. A table that is forgotten makes the last step fail: nothing can refer to nobody. */
#include "config.h"

#include "store/mer-registry-merge.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"

/* ?1 stays, ?2 goes. What both have is settled before the rest is moved, and what the other still
 * has after that is dropped. */
static const char *const steps[] = {
  "UPDATE source SET organization_id = ?1 WHERE organization_id = ?2",

  "UPDATE member SET recipients = gone.recipients, recipients_source = gone.recipients_source "
  "FROM member gone WHERE member.organization_id = ?1 AND gone.organization_id = ?2 AND "
  "gone.cycle_id = member.cycle_id AND member.recipients IS NULL",
  "UPDATE member SET selected = 1 FROM member gone WHERE member.organization_id = ?1 AND "
  "gone.organization_id = ?2 AND gone.cycle_id = member.cycle_id AND gone.selected <> 0 AND "
  "member.selected = 0",
  "UPDATE member SET pilot = max (member.pilot, gone.pilot), "
  "approved = max (member.approved, gone.approved), "
  "ground = coalesce (member.ground, gone.ground) FROM member gone "
  "WHERE member.organization_id = ?1 AND gone.organization_id = ?2 AND "
  "gone.cycle_id = member.cycle_id AND (gone.pilot <> 0 OR gone.approved <> 0 OR gone.ground "
  "IS NOT NULL)",
  "DELETE FROM member WHERE organization_id = ?2 AND cycle_id IN "
  "(SELECT cycle_id FROM member WHERE organization_id = ?1)",
  "UPDATE member SET organization_id = ?1 WHERE organization_id = ?2",

  "DELETE FROM group_member WHERE organization_id = ?2 AND group_id IN "
  "(SELECT group_id FROM group_member WHERE organization_id = ?1)",
  "UPDATE group_member SET organization_id = ?1 WHERE organization_id = ?2",

  "DELETE FROM mark_note WHERE organization_id = ?2 AND EXISTS (SELECT 1 FROM mark_note kept "
  "WHERE kept.organization_id = ?1 AND kept.cycle_id = mark_note.cycle_id AND "
  "kept.item_id = mark_note.item_id)",
  "UPDATE mark_note SET organization_id = ?1 WHERE organization_id = ?2",

  "UPDATE stack SET organization_id = ?1 WHERE organization_id = ?2",
  "UPDATE finding SET organization_id = ?1 WHERE organization_id = ?2",
  "UPDATE objection SET organization_id = ?1 WHERE organization_id = ?2",

  "UPDATE organization SET successor_id = NULL WHERE id = ?1 AND successor_id IN (?1, ?2)",
  "UPDATE organization SET successor_id = ?1 WHERE successor_id = ?2",
  "UPDATE link SET from_id = ?1 WHERE from_kind = 'organization' AND from_id = ?2",
  "UPDATE link SET to_id = ?1 WHERE to_kind = 'organization' AND to_id = ?2",
};

static gboolean
run_step (MerDocument *doc,
          const char  *sql,
          gint64       keep_id,
          gint64       gone_id,
          GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, keep_id);
  mer_query_bind_int (&query, 2, gone_id);
  return mer_query_run (&query, error);
}

static gboolean
check_conflicts (const MerMergePlan *plan,
                 GError            **error)
{
  const char *keep = plan->keep->name;
  const char *gone = plan->gone->name;

  if ((plan->conflicts & MER_MERGE_INN) != 0)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” has the INN %s and “%s” %s: they may be different organizations."), keep,
                    plan->keep->inn, gone, plan->gone->inn);
  else if ((plan->conflicts & MER_MERGE_OGRN) != 0)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” has the OGRN %s and “%s” %s: they may be different organizations."), keep,
                    plan->keep->ogrn, gone, plan->gone->ogrn);
  else if ((plan->conflicts & MER_MERGE_BUS_GOV_ID) != 0)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” is %s on bus.gov.ru and “%s” %s: they may be different organizations."),
                    keep, plan->keep->bus_gov_id, gone, plan->gone->bus_gov_id);
  else if ((plan->conflicts & MER_MERGE_APPROVED) != 0)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” and “%s” both have results in a cycle that is approved: merging them "
                   "would change these results."),
                    keep, gone);
  return plan->conflicts == 0;
}

/* --- parents ----------------------------------------------------------------------------- */

/* The kept one is written first, so that no step makes a loop. */
static gboolean
move_branches (MerDocument        *doc,
               const MerMergePlan *plan,
               GError            **error)
{
  return mer_store_save_organization (doc, plan->merged, error) &&
         run_step (doc, "UPDATE organization SET parent_id = ?1 WHERE parent_id = ?2 AND id <> ?1",
                   plan->keep->id, plan->gone->id, error);
}

static gboolean
add_spellings (MerDocument        *doc,
               const MerMergePlan *plan,
               GError            **error)
{
  for (guint i = 0; i < plan->spellings->len; i++)
    {
      if (mer_store_source_name_id (doc, plan->spellings->pdata[i], plan->keep->id, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * mer_store_merge:
 * @doc: a document with an action under way
 * @keep_id: the organization that stays
 * @gone_id: the one that is merged into it, and deleted
 * @force: whether it was confirmed that conflicts do not matter
 * @error: return location
 *
 * Everything of the other becomes the kept one's. A spelling that means a third organization
 * keeps its meaning.
 *
 * Returns: %FALSE and INVALID when there is a conflict; nothing is written then
 */
gboolean
mer_store_merge (MerDocument *doc,
                 gint64       keep_id,
                 gint64       gone_id,
                 gboolean     force,
                 GError     **error)
{
  g_autoptr (MerMergePlan) plan = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error))
    return FALSE;
  plan = mer_store_merge_plan (doc, keep_id, gone_id, error);
  if (plan == NULL || (!force && !check_conflicts (plan, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (!run_step (doc, steps[i], keep_id, gone_id, error))
        return FALSE;
    }
  return mer_store_move_records (doc, keep_id, gone_id, error) &&
         move_branches (doc, plan, error) && add_spellings (doc, plan, error) &&
         mer_registry_run (doc, "DELETE FROM organization WHERE id = ?1", gone_id, error) &&
         mer_registry_check_changed (doc, _("The organization is not there any more."), error);
}
