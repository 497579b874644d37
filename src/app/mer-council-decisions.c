/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions that councils decide, and what a decision does: it is connected with what it decides,
 * and one on publication sets the form in which the cycle is shown outside. */

#include "config.h"

#include "app/mer-council.h"

#include <glib/gi18n.h>

#include "app/mer-rules-versions.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-draft-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

/* --- questions ----------------------------------------------------------------------------- */

/* clang-format off */
static const MerAgendaTemplate templates[] = {
  { "election", "selection", MER_ABOUT_COUNCIL,
    N_("On the election of the chair and the secretary of the council"),
    N_("Elect the chair, the deputy chair and the secretary of the council.") },
  { "workplan", "selection", MER_ABOUT_WORK_PLAN,
    N_("On the council's work plan"), N_("Approve the work plan.") },
  { "list", "selection", MER_ABOUT_SELECTION,
    N_("On the list of organizations to be assessed"),
    N_("Approve the list of organizations to be assessed.") },
  { "criteria", "selection", MER_ABOUT_METHODOLOGY,
    N_("On criteria, indicators and questionnaire"),
    N_("Approve the criteria, the indicators, the questionnaire and the checklists.") },
  { "operator", "selection", MER_ABOUT_OPERATOR,
    N_("On the terms of reference and the draft contract with the operator"),
    N_("Agree to the terms of reference and to the draft contract.") },
  { "collection", "collection", MER_ABOUT_OTHER,
    N_("On how the collection of information goes"),
    N_("Take note of what was reported on the collection of information.") },
  { "preliminary", "calculation", MER_ABOUT_PRELIMINARY,
    N_("On the operator's report and the preliminary results"),
    N_("Take note of the operator's report and submit the preliminary results to public "
       "discussion.") },
  { "results", "council", MER_ABOUT_RESULTS,
    N_("On the results of the independent assessment"),
    N_("Approve the results of the assessment and the rating of the organizations.") },
  { "proposals", "council", MER_ABOUT_RECOMMENDATIONS,
    N_("On proposals for improving the quality of conditions"),
    N_("Approve the proposals and submit them to the department.") },
  { "publication", "council", MER_ABOUT_PUBLICATION,
    N_("On the publication of the results"),
    N_("Publish the results on the site of the department and on bus.gov.ru.") },
  { "plans", "plans", MER_ABOUT_PLANS,
    N_("On the improvement plans of the organizations"), N_("Agree to the improvement plans.") },
  { "control", "control", MER_ABOUT_PLANS,
    N_("On how the improvement plans are carried out"),
    N_("Take note of what was reported on the improvement plans.") },
};
/* clang-format on */

const MerAgendaTemplate *
mer_agenda_templates (guint *n)
{
  *n = G_N_ELEMENTS (templates);
  return templates;
}

const MerAgendaTemplate *
mer_agenda_template_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].id, id) == 0)
      return &templates[i];
  return NULL;
}

gboolean
mer_council_add_question (MerDocument *doc,
                          gint64       meeting_id,
                          const MerAgendaTemplate *template,
                          gint64  *item_id,
                          GError **error)
{
  MerLanguage language = mer_document_get_language (doc);
  g_autoptr (MerMeeting) meeting = mer_store_record (doc, &mer_record_meeting, meeting_id, error);
  g_autoptr (MerAgendaItem) item = NULL;

  if (meeting == NULL)
    return FALSE;
  item = mer_record_new (&mer_record_agenda_item, meeting->record.cycle_id);
  item->meeting = meeting->record.id;
  item->question = g_strdup (mer_tr (language, template->question));
  item->decision = g_strdup (mer_tr (language, template->decision));
  item->about = (int) template->about;
  if (!mer_store_save_record (doc, item, error))
    return FALSE;
  if (item_id != NULL)
    *item_id = item->record.id;
  return TRUE;
}

/* --- connections --------------------------------------------------------------------------- */

static gboolean
is_link_to (const MerLink *link,
            gint64         item_id,
            const char    *kind,
            gint64         id)
{
  return link->role == MER_LINK_DECIDES && link->from_id == item_id && link->to_id == id &&
         g_strcmp0 (link->from_kind, mer_record_agenda_item.id) == 0 &&
         g_strcmp0 (link->to_kind, kind) == 0;
}

static const MerLink *
find_link (const GPtrArray *links,
           gint64           item_id,
           const char      *kind,
           gint64           id)
{
  for (guint i = 0; i < links->len; i++)
    if (is_link_to (links->pdata[i], item_id, kind, id))
      return links->pdata[i];
  return NULL;
}

gboolean
mer_council_link (MerDocument *doc,
                  gint64       item_id,
                  const char  *kind,
                  gint64       id,
                  GError     **error)
{
  g_autoptr (MerAgendaItem) item = mer_store_record (doc, &mer_record_agenda_item, item_id, error);
  g_autoptr (GPtrArray) links =
    item != NULL ? mer_store_records (doc, &mer_record_link, item->record.cycle_id, error) : NULL;
  g_autoptr (MerRecordNames) names = NULL;
  g_autoptr (MerLink) link = NULL;

  if (links == NULL)
    return FALSE;
  if (id <= 0)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("Say what the decision is about."));
      return FALSE;
    }
  if (find_link (links, item->record.id, kind, id) != NULL)
    return TRUE;
  link = mer_record_new (&mer_record_link, item->record.cycle_id);
  link->role = MER_LINK_DECIDES;
  link->from_kind = g_strdup (mer_record_agenda_item.id);
  link->from_id = item->record.id;
  link->to_kind = g_strdup (kind);
  link->to_id = id;
  names = mer_record_names_new (doc, item->record.cycle_id);
  return mer_record_names_check (names, link, error) && mer_store_save_record (doc, link, error);
}

gboolean
mer_council_unlink (MerDocument *doc,
                    gint64       item_id,
                    const char  *kind,
                    gint64       id,
                    GError     **error)
{
  g_autoptr (GPtrArray) links = mer_store_records (doc, &mer_record_link, 0, error);
  const MerLink *link = links != NULL ? find_link (links, item_id, kind, id) : NULL;

  if (link != NULL)
    return mer_store_delete_record (doc, &mer_record_link, link->record.id, error);
  if (links != NULL)
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("The decision is not connected with that."));
  return FALSE;
}

static gboolean
has_links (MerDocument *doc,
           gint64       item_id,
           gboolean    *has,
           GError     **error)
{
  g_autoptr (GPtrArray) links = mer_store_records (doc, &mer_record_link, 0, error);

  *has = FALSE;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];

      if (link->role == MER_LINK_DECIDES && link->from_id == item_id &&
          g_strcmp0 (link->from_kind, mer_record_agenda_item.id) == 0)
        *has = TRUE;
    }
  return links != NULL;
}

gboolean
mer_council_save_question (MerDocument   *doc,
                           MerAgendaItem *item,
                           GError       **error)
{
  gboolean has = FALSE;

  if (!mer_store_save_record (doc, item, error))
    return FALSE;
  if (item->outcome != MER_DECISION_ADOPTED ||
      !mer_council_is_about_cycle ((MerDecisionSubject) item->about))
    return TRUE;
  return has_links (doc, item->record.id, &has, error) &&
         (has || mer_council_link (doc, item->record.id, "cycle", item->record.cycle_id, error));
}

gboolean
mer_council_decide_form (MerDocument *doc,
                         gint64       item_id,
                         const char  *form,
                         GError     **error)
{
  g_autoptr (MerAgendaItem) item = mer_store_record (doc, &mer_record_agenda_item, item_id, error);

  if (item == NULL)
    return FALSE;
  if (item->about != MER_ABOUT_PUBLICATION || item->outcome != MER_DECISION_ADOPTED)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("The form of publication is set by a decision on publication that was "
                             "adopted."));
      return FALSE;
    }
  return mer_store_set_cycle_setting (doc, item->record.cycle_id, MER_SETTING_FORM, form, error) &&
         mer_council_link (doc, item->record.id, "cycle", item->record.cycle_id, error);
}

/* --- in words ------------------------------------------------------------------------------ */

/* What of a cycle a decision on that subject decides. */
static const char *
part_of_cycle (MerDecisionSubject about)
{
  switch (about)
    {
    case MER_ABOUT_WORK_PLAN:
      return N_("Work plan");
    case MER_ABOUT_SELECTION:
      return N_("List of organizations");
    case MER_ABOUT_METHODOLOGY:
      return N_("Criteria and rules");
    case MER_ABOUT_PRELIMINARY:
      return N_("Preliminary results");
    case MER_ABOUT_RESULTS:
      return N_("Results");
    case MER_ABOUT_RECOMMENDATIONS:
      return N_("Proposals for improvement");
    case MER_ABOUT_PLANS:
      return N_("Improvement plans");
    case MER_ABOUT_PUBLICATION:
      return N_("Form of publication");
    case MER_ABOUT_OTHER:
    case MER_ABOUT_COUNCIL:
    case MER_ABOUT_OPERATOR:
    default:
      return N_("Cycle");
    }
}

static char *
version_words (MerDocument *doc,
               gint64       id)
{
  g_autoptr (GPtrArray) versions = mer_store_versions (doc, NULL);
  g_autofree char *words = versions != NULL ? mer_rules_version_words (doc, versions, id) : NULL;

  /* Translators: title and edition of a methodology. */
  return g_strdup_printf (_("Rules: %s"), words != NULL ? words : "?");
}

char *
mer_council_target_words (MerDocument         *doc,
                          MerRecordNames      *names,
                          const MerAgendaItem *item,
                          const MerLink       *link)
{
  const MerRecordKind *kind = mer_record_kind_find (link->to_kind);
  g_autoptr (MerCycle) cycle = NULL;

  if (kind != NULL)
    /* Translators: what one of a kind of records is called, and its name. */
    return g_strdup_printf (_("%s: %s"), _(kind->one),
                                             mer_record_names_of (names, kind, link->to_id));
  if (g_strcmp0 (link->to_kind, "organization") == 0)
    return g_strdup (mer_record_names_of_organization (names, link->to_id));
  if (g_strcmp0 (link->to_kind, "methodology") == 0)
    return version_words (doc, link->to_id);
  cycle = mer_store_cycle (doc, link->to_id, NULL);
  return g_strdup_printf (_("%s: %s"), _(part_of_cycle ((MerDecisionSubject) item->about)),
                                           cycle != NULL ? cycle->title : "");
}

const char *
mer_council_part_page (const MerAgendaItem *item)
{
  static const char *const pages[] = {
    [MER_ABOUT_OTHER] = "overview",
    [MER_ABOUT_COUNCIL] = "council",
    [MER_ABOUT_WORK_PLAN] = "workplan",
    [MER_ABOUT_SELECTION] = "organizations",
    [MER_ABOUT_METHODOLOGY] = "methodology",
    [MER_ABOUT_OPERATOR] = "data",
    [MER_ABOUT_PRELIMINARY] = "rating",
    [MER_ABOUT_RESULTS] = "rating",
    [MER_ABOUT_RECOMMENDATIONS] = "plans",
    [MER_ABOUT_PLANS] = "plans",
    [MER_ABOUT_PUBLICATION] = "publications",
  };

  return pages[item->about];
}

const char *const *
mer_council_target_kinds (void)
{
  static const char *const kinds[] = {
    "work-item",
    "recommendation",
    "plan",
    "publication",
    "event",
    "management-decision",
    "council-member",
    "contract",
    "delivery",
    "remark",
    "paper",
    "head",
    NULL,
  };

  return kinds;
}
