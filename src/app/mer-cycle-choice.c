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

/* Who does its work now: itself, its successor, the successor's. More steps than there can be end
 * a circle. */
static const MerOrganization *
who_works (const GPtrArray *organizations,
           gint64           id)
{
  const MerOrganization *organization = mer_organizations_find (organizations, id);

  for (guint i = 0; organization != NULL && i <= organizations->len; i++)
    {
      if (organization->state == MER_ORGANIZATION_WORKING)
        return organization;
      organization =
        mer_organizations_find (organizations, organization->successor_id);
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

/* Why nobody goes on with the work: there is no successor, the last of them ended as well, or each
 * leads to another of them. */
static void
tell_no_successor (const GPtrArray       *organizations,
                   const MerOrganization *gone,
                   GError               **error)
{
  const MerOrganization *last = gone;
  const MerOrganization *next = gone;

  for (guint i = 0; next != NULL && i <= organizations->len; i++)
    {
      last = next;
      next = mer_organizations_find (organizations, last->successor_id);
    }
  if (next != NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("The successors of “%s” lead round in a circle, and none of them works: one is "
                   "named as the successor of the other. Mend this in the registry first."),
                    gone->name);
  else if (last != gone)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” goes on with the work of “%s”, but does not work itself and has no "
                   "successor. Name one in the registry first."),
                    last->name, gone->name);
  else
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("“%s” has no successor. Name one in the registry first."), gone->name);
}

static const MerOrganization *
find_successor (const GPtrArray       *organizations,
                const MerOrganization *gone,
                GError               **error)
{
  const MerOrganization *successor =
    gone->successor_id != 0 ? who_works (organizations, gone->successor_id) : NULL;

  if (successor == NULL)
    tell_no_successor (organizations, gone, error);
  return successor;
}

/* Whoever is on the list enters the rating, with answers or without. */
static gboolean
check_not_approved (const MerCycleFacts *facts,
                    GError             **error)
{
  if (!facts->cycle->approved)
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("The results of “%s” are approved, and so is the list of those whose results they "
                 "are. The successor takes part from the next cycle on."),
                  facts->cycle->title);
  return FALSE;
}

/* In the language of the document, for whoever reads the list and the rating. */
static char *
succession_words (MerDocument         *doc,
                  const char          *gone,
                  MerSuccessionAnswers answers,
                  const MerCollected  *collected)
{
  MerLanguage      language = mer_document_get_language (doc);
  g_autofree char *count = mer_format_count (language, (gint64) collected->questionnaires);
  gboolean         moves = answers == MER_SUCCESSION_MOVE;

  if (collected->questionnaires > 0)
    return g_strdup_printf (
      /* Translators: an organization that ended, a number of questionnaires. */
      moves ? mer_tr (language, "successor of “%s”, with its answers (questionnaires: %s)")
            : mer_tr (language, "successor of “%s”, whose answers stay with it "
                                "(questionnaires: %s)"),
      gone, count);
  if (collected->checklists + collected->others + collected->stacks > 0)
    return g_strdup_printf (
      moves ? mer_tr (language, "successor of “%s”, with what was collected of it")
            : mer_tr (language, "successor of “%s”, with which stays what was collected of it"),
      gone);
  /* Translators: why an organization was chosen: it goes on with the work of another one. */
  return g_strdup_printf (mer_tr (language, "successor of “%s”"), gone);
}

/* The ground that was there, but for what was said of the same organization before: (transfer
 * full). */
static char *
add_words (MerDocument *doc,
           const char  *ground,
           const char  *gone,
           const char  *words)
{
  g_autofree char *stem =
    g_strdup_printf (mer_tr (mer_document_get_language (doc), "successor of “%s”"), gone);
  g_autofree char *begun = g_strconcat (stem, ",", NULL);
  g_auto (GStrv) parts = g_strsplit (ground != NULL ? ground : "", "; ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_equal (parts[i], stem) && !g_str_has_prefix (parts[i], begun))
      g_string_append_printf (text, "%s; ", parts[i]);
  g_string_append (text, words);
  return g_string_free (text, FALSE);
}

/* Who was chosen already was chosen for a reason, which stays. */
static gboolean
put_in_place (MerDocument           *doc,
              const MerCycleFacts   *facts,
              const MerSelectionRow *gone,
              gint64                 successor_id,
              const char            *words,
              GError               **error)
{
  const MerSelectionRow *there = mer_selection_find (facts->selection, successor_id);
  MerCycleMember         left = { .organization_id = gone->organization->id, .recipients = -1 };
  gboolean               stays = there != NULL && there->selected;
  g_autofree char       *ground = add_words (doc, stays ? there->member->ground : NULL,
                                             gone->organization->name, words);
  gboolean               pilot = gone->member->pilot || (stays && there->member->pilot);
  guint                  n = 0;

  left.ground = gone->member->ground;
  return mer_store_save_choice (doc, facts->cycle->id, &left, error) &&
         choose (doc, facts->cycle->id, successor_id, pilot, ground, &n, error);
}

gboolean
mer_cycle_succeed (MerDocument         *doc,
                   gint64               cycle_id,
                   gint64               gone_id,
                   MerSuccessionAnswers answers,
                   GError             **error)
{
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (doc, cycle_id, error);
  g_autofree char       *words = NULL;
  const MerSelectionRow *gone = NULL;
  const MerOrganization *successor = NULL;
  MerCollected           collected = { 0 };

  if (facts == NULL || !check_not_approved (facts, error))
    return FALSE;
  gone = row_of_chosen (facts, gone_id, error);
  if (gone != NULL)
    successor = find_successor (facts->organizations, gone->organization, error);
  if (successor == NULL ||
      !mer_store_count_collected (doc, facts->cycle->id, gone_id, &collected, error) ||
      (answers == MER_SUCCESSION_MOVE &&
       !mer_store_move_collected (doc, facts->cycle->id, gone_id, successor->id, error)))
    return FALSE;
  words = succession_words (doc, gone->organization->name, answers, &collected);
  return put_in_place (doc, facts, gone, successor->id, words, error);
}
