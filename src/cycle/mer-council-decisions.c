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

const MerAgendaItem *
mer_council_decision_on (MerRecordSet      *records,
                         MerDecisionSubject about)
{
  GPtrArray           *agenda = mer_record_set_get (records, &mer_record_agenda_item);
  const MerAgendaItem *latest = NULL;
  const char          *latest_day = NULL;

  for (guint i = 0; i < agenda->len; i++)
    {
      const MerAgendaItem *item = agenda->pdata[i];
      const MerMeeting    *meeting = mer_council_meeting_of (records, item);

      if (item->about != (int) about || item->outcome != MER_DECISION_ADOPTED || meeting == NULL ||
          (latest != NULL && g_strcmp0 (meeting->day, latest_day) < 0))
        continue;
      latest = item;
      latest_day = meeting->day;
    }
  return latest;
}

gboolean
mer_council_is_later (const char *day,
                      gint64      id,
                      const char *than_day,
                      gint64      than_id)
{
  int order = g_strcmp0 (day, than_day);

  return order > 0 || (order == 0 && id > than_id);
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

static const char *
day_of (const GPtrArray *meetings,
        gint64           id)
{
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const MerMeeting *meeting = meetings->pdata[i];

      if (meeting->record.id == id)
        return meeting->day;
    }
  return NULL;
}

const MerAgendaItem *
mer_council_list_approval (const GPtrArray *meetings,
                           const GPtrArray *agenda,
                           const GPtrArray *links)
{
  const MerAgendaItem *latest = NULL;
  const char          *latest_day = NULL;

  for (guint i = 0; agenda != NULL && i < agenda->len; i++)
    {
      const MerAgendaItem *item = agenda->pdata[i];
      const char          *day = NULL;

      if (item->about != MER_ABOUT_SELECTION || item->outcome != MER_DECISION_ADOPTED ||
          names_organizations (links, item))
        continue;
      day = day_of (meetings, item->meeting);
      if (latest != NULL &&
          !mer_council_is_later (day, item->record.id, latest_day, latest->record.id))
        continue;
      latest = item;
      latest_day = day;
    }
  return latest;
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
  static const char *const codes[] = {
    [MER_PUBLICATION_PLACES] = "places",
    [MER_PUBLICATION_KINDS] = "kinds",
    [MER_PUBLICATION_BANDS] = "bands",
    [MER_PUBLICATION_ALPHABET] = "alphabet",
  };
  const char *form = mer_cycle_settings_get (settings, MER_SETTING_FORM);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], form) == 0)
      return (MerPublicationForm) i;
  return MER_PUBLICATION_PLACES;
}
