/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions by what they decide. Only the connections of one record are read, then the meetings
 * of its decisions: a page asks after each change. */

#include "config.h"

#include "app/mer-decisions-about.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"

void
mer_decision_mention_free (MerDecisionMention *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self->detail);
  g_free (self);
}

/* --- words --------------------------------------------------------------------------------- */

/* The number of the question in its agenda, from 1. */
static guint
place_of (const GPtrArray     *agenda,
          const MerAgendaItem *item)
{
  guint place = 1;

  for (guint i = 0; i < agenda->len; i++)
    {
      const MerAgendaItem *other = agenda->pdata[i];

      if (other->record.id == item->record.id)
        break;
      place += other->meeting == item->meeting ? 1 : 0;
    }
  return place;
}

static char *
mention_words (const MerMeeting *meeting,
               guint             place)
{
  g_autofree char *day = mer_day_to_words (meeting->day);

  if (meeting->number == NULL)
    /* Translators: day of a meeting, number of its question. */
    return g_strdup_printf (_("minutes of %s, item %u"), day, place);
  /* Translators: number and day of a meeting, number of its question. */
  return g_strdup_printf (_("minutes No. %s of %s, item %u"), meeting->number, day, place);
}

static char *
mention_detail (const MerAgendaItem *item)
{
  const MerField  *field = mer_record_kind_field (&mer_record_agenda_item, "outcome");
  g_autofree char *outcome = mer_record_to_words (item, field);

  /* Translators: a question of an agenda, and whether it was adopted. */
  return g_strdup_printf (_("%s: %s"), item->question, outcome);
}

static MerDecisionMention *
mention_new (const GPtrArray     *agenda,
             const MerMeeting    *meeting,
             const MerAgendaItem *item)
{
  MerDecisionMention *mention = g_new0 (MerDecisionMention, 1);

  mention->item_id = item->record.id;
  mention->words = mention_words (meeting, place_of (agenda, item));
  mention->detail = mention_detail (item);
  return mention;
}

/* --- finding ------------------------------------------------------------------------------- */

typedef struct
{
  MerAgendaItem *item;
  MerMeeting    *meeting;
} Decision;

/* The latest first; of one meeting in the order of its agenda. */
static int
by_day (gconstpointer a,
        gconstpointer b)
{
  const Decision *first = a;
  const Decision *second = b;
  int             order = g_strcmp0 (second->meeting->day, first->meeting->day);

  return order != 0 ? order
                    : (first->item->record.position > second->item->record.position) -
                        (first->item->record.position < second->item->record.position);
}

/* Of the questions those that `wanted` has: (transfer full). */
static GPtrArray *
mention_all (MerDocument *doc,
             gint64       cycle_id,
             gboolean (*wanted) (const MerAgendaItem *item,
                                 gconstpointer        data),
             gconstpointer data,
             GError      **error)
{
  g_autoptr (GPtrArray) agenda =
    mer_store_records (doc, &mer_record_agenda_item, cycle_id, error);
  g_autoptr (GPtrArray) meetings =
    agenda != NULL ? mer_store_records (doc, &mer_record_meeting, cycle_id, error) : NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Decision));
  GPtrArray *mentions = NULL;

  if (meetings == NULL)
    return NULL;
  for (guint i = 0; i < agenda->len; i++)
    {
      MerAgendaItem *item = agenda->pdata[i];
      Decision       decision = { item, mer_records_find (meetings, item->meeting) };

      if (decision.meeting != NULL && wanted (decision.item, data))
        g_array_append_val (found, decision);
    }
  g_array_sort (found, by_day);
  mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_decision_mention_free);
  for (guint i = 0; i < found->len; i++)
    {
      const Decision *decision = &g_array_index (found, Decision, i);

      g_ptr_array_add (mentions, mention_new (agenda, decision->meeting, decision->item));
    }
  return mentions;
}

/* A decision that is connected with the record, or with another version of it. */
typedef struct
{
  gint64 item_id;
  int    version; /* 0: the record itself */
} Connected;

static const Connected *
find_connected (const GArray *connected,
                gint64        item_id)
{
  for (guint i = 0; i < connected->len; i++)
    {
      const Connected *one = &g_array_index (connected, Connected, i);

      if (one->item_id == item_id)
        return one;
    }
  return NULL;
}

static gboolean
is_connected (const MerAgendaItem *item,
              gconstpointer        data)
{
  return find_connected (data, item->record.id) != NULL;
}

static gboolean
add_connected (MerDocument *doc,
               const char  *kind,
               gint64       id,
               int          version,
               GArray      *connected,
               GError     **error)
{
  g_autoptr (GPtrArray) links =
    mer_store_records_where (doc, &mer_record_link, "to_id", id, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];
      Connected      one = { link->from_id, version };

      if (link->role == MER_LINK_DECIDES && g_strcmp0 (link->to_kind, kind) == 0 &&
          g_strcmp0 (link->from_kind, mer_record_agenda_item.id) == 0 &&
          find_connected (connected, one.item_id) == NULL)
        g_array_append_val (connected, one);
    }
  return links != NULL;
}

/* What was decided about one version of a plan stays of interest in the next, which goes on with
 * it; and one that is looked back at tells what became of it. */
static gboolean
add_versions (MerDocument *doc,
              gint64       id,
              GArray      *connected,
              GError     **error)
{
  g_autoptr (MerPlan) plan = mer_store_record (doc, &mer_record_plan, id, NULL);
  g_autoptr (GPtrArray) all = NULL;

  if (plan == NULL)
    return TRUE;
  all = mer_store_records (doc, &mer_record_plan, plan->record.cycle_id, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MerPlan *other = all->pdata[i];

      if (other->organization == plan->organization && other->record.id != id &&
          !add_connected (doc, mer_record_plan.id, other->record.id, (int) other->version,
                          connected, error))
        return FALSE;
    }
  return all != NULL;
}

static void
name_versions (const GPtrArray *mentions,
               const GArray    *connected)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      MerDecisionMention *mention = mentions->pdata[i];
      const Connected    *one = find_connected (connected, mention->item_id);
      g_autofree char    *words = NULL;

      if (one == NULL || one->version <= 0)
        continue;
      words = g_steal_pointer (&mention->words);
      /* Translators: minutes and their item, the number of a plan's version. */
      mention->words = g_strdup_printf (_("%s (decision on version %d)"), words, one->version);
    }
}

GPtrArray *
mer_decisions_about (MerDocument *doc,
                     const char  *kind,
                     gint64       id,
                     GError     **error)
{
  g_autoptr (GArray) connected = g_array_new (FALSE, FALSE, sizeof (Connected));
  GPtrArray *mentions = NULL;

  if (!add_connected (doc, kind, id, 0, connected, error) ||
      (g_strcmp0 (kind, mer_record_plan.id) == 0 && !add_versions (doc, id, connected, error)))
    return NULL;
  if (connected->len == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) mer_decision_mention_free);
  mentions = mention_all (doc, 0, is_connected, connected, error);
  if (mentions != NULL)
    name_versions (mentions, connected);
  return mentions;
}

static gboolean
is_adopted_on (const MerAgendaItem *item,
               gconstpointer        data)
{
  return item->outcome == MER_DECISION_ADOPTED &&
         item->about == (int) *(const MerDecisionSubject *) data;
}

GPtrArray *
mer_decisions_on (MerDocument       *doc,
                  gint64             cycle_id,
                  MerDecisionSubject about,
                  GError           **error)
{
  return mention_all (doc, cycle_id, is_adopted_on, &about, error);
}
