/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a cycle begins with, and who goes on where somebody ended. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-facts.h"
#include "app/mer-new-cycle.h"
#include "core/mer-language.h"
#include "store/mer-registry-spellings.h"
#include "store/mer-registry-store.h"

static gboolean
choose (MerDocument *doc,
        gint64       cycle_id,
        gint64       organization_id,
        gboolean     pilot,
        const char  *ground,
        guint       *n,
        GError     **error)
{
  g_autofree char *copy = g_strdup (ground);
  MerCycleMember   member = {
      .organization_id = organization_id,
      .recipients = -1,
      .selected = TRUE,
      .pilot = pilot,
      .ground = copy,
  };

  (*n)++;
  return mer_store_save_choice (doc, cycle_id, &member, error);
}

static const MerOrganization *
find (const GPtrArray *organizations,
      gint64           id)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      if (organization->id == id)
        return organization;
    }
  return NULL;
}

/* Who does its work now: itself, its successor, the successor's. More steps than there can be end
 * a circle. */
static const MerOrganization *
who_works (const GPtrArray *organizations,
           gint64           id)
{
  const MerOrganization *organization = find (organizations, id);

  for (guint i = 0; organization != NULL && i <= organizations->len; i++)
    {
      if (organization->state == MER_ORGANIZATION_WORKING)
        return organization;
      organization =
        organization->successor_id != 0 ? find (organizations, organization->successor_id) : NULL;
    }
  return NULL;
}

static gboolean
choose_all (MerDocument         *doc,
            const MerCycleFacts *facts,
            guint               *n,
            GError             **error)
{
  for (guint i = 0; i < facts->selection->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (facts->selection->rows, MerSelectionRow, i);

      if (row->organization->state == MER_ORGANIZATION_WORKING && !row->selected &&
          !choose (doc, facts->cycle->id, row->organization->id, FALSE, NULL, n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
choose_same (MerDocument         *doc,
             const MerCycleFacts *facts,
             gint64               from_id,
             guint               *n,
             GError             **error)
{
  g_autoptr (GPtrArray) members = mer_store_members (doc, from_id, error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const MerCycleMember  *member = members->pdata[i];
      const MerOrganization *organization = NULL;

      if (!member->selected)
        continue;
      organization = who_works (facts->organizations, member->organization_id);
      if (organization != NULL &&
          !choose (doc, facts->cycle->id, organization->id, FALSE, NULL, n, error))
        return FALSE;
    }
  return members != NULL;
}

static gboolean
choose_proposed (MerDocument         *doc,
                 const MerCycleFacts *facts,
                 guint               *n,
                 GError             **error)
{
  g_autoptr (GArray) proposed = mer_selection_propose (facts->selection);
  MerLanguage language = mer_document_get_language (doc);

  for (guint i = 0; i < proposed->len; i++)
    {
      const MerProposed *line = &g_array_index (proposed, MerProposed, i);

      if (!choose (doc, facts->cycle->id, line->row->organization->id, FALSE,
                   mer_proposed_reason_to_printed (line->reason, language), n, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_cycle_choose (MerDocument      *doc,
                  gint64            cycle_id,
                  MerNewCycleChoice choice,
                  gint64            from_id,
                  guint            *n,
                  GError          **error)
{
  g_autoptr (MerCycleFacts) facts = NULL;
  guint  ignored = 0;
  guint *count = n != NULL ? n : &ignored;

  *count = 0;
  if (choice == MER_NEW_CYCLE_NOBODY || (choice == MER_NEW_CYCLE_SAME && from_id == 0))
    return TRUE;
  facts = mer_cycle_facts_load (doc, cycle_id, error);
  if (facts == NULL)
    return FALSE;
  if (choice == MER_NEW_CYCLE_ALL)
    return choose_all (doc, facts, count, error);
  if (choice == MER_NEW_CYCLE_SAME)
    return choose_same (doc, facts, from_id, count, error);
  return choose_proposed (doc, facts, count, error);
}

/* --- a successor ----------------------------------------------------------------------------- */

static const MerSelectionRow *
row_of_chosen (const MerCycleFacts *facts,
               gint64               id,
               GError             **error)
{
  const MerSelectionRow *row = mer_selection_find (facts->selection, id);

  if (row != NULL && row->selected)
    return row;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("Only an organization that is chosen for the cycle can be replaced by its "
                         "successor."));
  return NULL;
}

/* In the language of the document, for whoever reads the list and the rating. */
static char *
succession_ground (MerDocument         *doc,
                   const char          *gone,
                   MerSuccessionAnswers answers,
                   guint64              questionnaires)
{
  MerLanguage      language = mer_document_get_language (doc);
  g_autofree char *count = mer_format_count (language, (gint64) questionnaires);

  if (questionnaires == 0)
    /* Translators: why an organization was chosen: it goes on with the work of another one. */
    return g_strdup_printf (mer_tr (language, "successor of “%s”"), gone);
  return g_strdup_printf (
    answers == MER_SUCCESSION_MOVE
      /* Translators: an organization that ended, a number of questionnaires. */
      ? mer_tr (language, "successor of “%s”, with its answers (questionnaires: %s)")
      : mer_tr (language, "successor of “%s”, whose answers stay with it (questionnaires: %s)"),
    gone, count);
}

gboolean
mer_cycle_succeed (MerDocument         *doc,
                   gint64               cycle_id,
                   gint64               gone_id,
                   MerSuccessionAnswers answers,
                   GError             **error)
{
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (doc, cycle_id, error);
  g_autofree char       *ground = NULL;
  const MerSelectionRow *row = facts != NULL ? row_of_chosen (facts, gone_id, error) : NULL;
  const MerOrganization *successor = NULL;
  MerCycleMember         gone = { .organization_id = gone_id, .recipients = -1 };
  guint64                questionnaires = 0, checklists = 0;
  guint                  n = 0;

  if (row == NULL)
    return FALSE;
  successor = row->organization->successor_id != 0
                ? who_works (facts->organizations, row->organization->successor_id)
                : NULL;
  if (successor == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("“%s” has no successor. Name one in the registry first."),
                      row->organization->name);
      return FALSE;
    }
  if (!mer_store_count_collected (doc, facts->cycle->id, gone_id, &questionnaires, &checklists,
                                  error) ||
      (answers == MER_SUCCESSION_MOVE &&
       !mer_store_move_collected (doc, facts->cycle->id, gone_id, successor->id, error)))
    return FALSE;
  ground = succession_ground (doc, row->organization->name, answers, questionnaires);
  gone.ground = row->member->ground;
  return mer_store_save_choice (doc, facts->cycle->id, &gone, error) &&
         choose (doc, facts->cycle->id, successor->id, row->member->pilot, ground, &n, error);
}
