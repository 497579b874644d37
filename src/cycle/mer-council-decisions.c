/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Connections between decisions of the council and what they decide. */

#include "config.h"

#include "cycle/mer-council-decisions.h"

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-work-plan.h"

static gboolean
is_decision (const MerLink *link)
{
  return link->role == MER_LINK_DECIDES &&
         g_strcmp0 (link->from_kind, mer_record_agenda_item.id) == 0;
}

GPtrArray *
mer_council_targets (MerRecordSet *records,
                     gint64        item_id)
{
  GPtrArray *links = mer_record_set_get (records, &mer_record_link);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      MerLink *link = links->pdata[i];

      if (is_decision (link) && link->from_id == item_id)
        g_ptr_array_add (found, link);
    }
  return found;
}

GPtrArray *
mer_council_decisions_about (MerRecordSet *records,
                             const char   *kind,
                             gint64        id)
{
  GPtrArray *links = mer_record_set_get (records, &mer_record_link);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];
      gconstpointer  item = NULL;

      if (!is_decision (link) || link->to_id != id || g_strcmp0 (link->to_kind, kind) != 0)
        continue;
      item = mer_record_set_find (records, &mer_record_agenda_item, link->from_id);
      if (item != NULL && !g_ptr_array_find (found, item, NULL))
        g_ptr_array_add (found, (gpointer) (guintptr) item);
    }
  return found;
}

const MerMeeting *
mer_council_meeting_of (MerRecordSet        *records,
                        const MerAgendaItem *item)
{
  return mer_record_set_find (records, &mer_record_meeting, item->meeting);
}

static gboolean
names_organizations (const GPtrArray     *links,
                     const MerAgendaItem *item)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];

      if (is_decision (link) && link->from_id == item->record.id &&
          g_strcmp0 (link->to_kind, "organization") == 0)
        return TRUE;
    }
  return FALSE;
}

/* By the day on which the council met, and of one day what was entered last. */
static gboolean
is_later (const GPtrArray     *meetings,
          const MerAgendaItem *item,
          const MerAgendaItem *than)
{
  const MerMeeting *one = mer_records_find (meetings, item->meeting);
  const MerMeeting *other = mer_records_find (meetings, than->meeting);
  int               order =
    g_strcmp0 (one != NULL ? one->day : NULL, other != NULL ? other->day : NULL);

  return order > 0 || (order == 0 && item->record.id > than->record.id);
}

/* The latest of those adopted on the subject; with `links` none that names organizations. */
static const MerAgendaItem *
latest_on (const GPtrArray   *meetings,
           const GPtrArray   *agenda,
           const GPtrArray   *links,
           MerDecisionSubject about)
{
  const MerAgendaItem *latest = NULL;

  for (guint i = 0; agenda != NULL && i < agenda->len; i++)
    {
      const MerAgendaItem *item = agenda->pdata[i];

      if (item->about == (int) about && item->outcome == MER_DECISION_ADOPTED &&
          !names_organizations (links, item) &&
          (latest == NULL || is_later (meetings, item, latest)))
        latest = item;
    }
  return latest;
}

const MerAgendaItem *
mer_council_decision_on (MerRecordSet      *records,
                         MerDecisionSubject about)
{
  return latest_on (mer_record_set_get (records, &mer_record_meeting),
                    mer_record_set_get (records, &mer_record_agenda_item), NULL, about);
}

const MerAgendaItem *
mer_council_list_approval (const GPtrArray *meetings,
                           const GPtrArray *agenda,
                           const GPtrArray *links)
{
  return latest_on (meetings, agenda, links, MER_ABOUT_SELECTION);
}

gboolean
mer_council_is_about_cycle (MerDecisionSubject about)
{
  switch (about)
    {
    case MER_ABOUT_WORK_PLAN:
    case MER_ABOUT_SELECTION:
    case MER_ABOUT_METHODOLOGY:
    case MER_ABOUT_PRELIMINARY:
    case MER_ABOUT_RESULTS:
    case MER_ABOUT_RECOMMENDATIONS:
    case MER_ABOUT_PLANS:
    case MER_ABOUT_PUBLICATION:
      return TRUE;
    case MER_ABOUT_OTHER:
    case MER_ABOUT_COUNCIL:
    case MER_ABOUT_OPERATOR:
    default:
      return FALSE;
    }
}

MerPublicationForm
mer_publication_form (GHashTable *settings)
{
  return (MerPublicationForm) mer_cycle_settings_get_choice (settings, MER_SETTING_FORM);
}
