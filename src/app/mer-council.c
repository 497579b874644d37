/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The council of a cycle in a document: read as its rules want it, meetings, attendance, votes. */

#include "config.h"

#include "app/mer-council.h"

#include <string.h>

#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

/* --- loading ------------------------------------------------------------------------------- */

static void
fill_context (MerCouncil *self,
              int         year)
{
  MerCouncilContext *context = &self->context;
  g_autofree char   *today = mer_today ();

  context->members = mer_record_set_get (self->records, &mer_record_member);
  context->meetings = mer_record_set_get (self->records, &mer_record_meeting);
  context->attendance = mer_record_set_get (self->records, &mer_record_attendance);
  context->agenda = mer_record_set_get (self->records, &mer_record_agenda_item);
  context->votes = mer_record_set_get (self->records, &mer_record_vote);
  context->law =
    mer_council_law (mer_cycle_settings_get (self->settings, MER_SETTING_LAW), year);
  context->quorum = (int) mer_cycle_settings_get_number (self->settings, MER_SETTING_QUORUM);
  context->year = year;
  context->today = mer_day_from_iso (today);
}

/* What meetings consist of. */
static MerRecordSet *
read_meetings (MerDocument *doc,
               gint64       cycle_id,
               GError     **error)
{
  static const MerRecordKind *const kinds[] = { &mer_record_member, &mer_record_meeting,
                                                &mer_record_attendance, &mer_record_agenda_item,
                                                &mer_record_vote, &mer_record_link };
  g_autoptr (MerRecordSet) set = mer_record_set_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *list = mer_store_record_snapshot (doc, kinds[i], cycle_id, error);

      if (list == NULL)
        return NULL;
      mer_record_set_take (set, kinds[i], list);
    }
  return g_steal_pointer (&set);
}

static MerCouncil *
load (MerDocument *doc,
      gint64       cycle_id,
      MerRecordSet *(*read) (MerDocument *, gint64, GError **),
      GError **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerRecordSet) records = NULL;
  g_autoptr (GHashTable) settings = NULL;
  MerCouncil *self = NULL;

  if (cycle == NULL)
    return NULL;
  records = read (doc, cycle->id, error);
  settings = records != NULL ? mer_store_cycle_settings (doc, cycle->id, error) : NULL;
  if (settings == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (MerCouncil);
  self->cycle_id = cycle->id;
  self->records = g_steal_pointer (&records);
  self->settings = g_steal_pointer (&settings);
  fill_context (self, cycle->year);
  return self;
}

MerCouncil *
mer_council_load (MerDocument *doc,
                  gint64       cycle_id,
                  GError     **error)
{
  return load (doc, cycle_id, mer_store_record_set, error);
}

MerCouncil *
mer_council_load_meetings (MerDocument *doc,
                           gint64       cycle_id,
                           GError     **error)
{
  return load (doc, cycle_id, read_meetings, error);
}

MerCouncil *
mer_council_ref (MerCouncil *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
council_clear (gpointer data)
{
  MerCouncil *self = data;

  mer_record_set_unref (self->records);
  g_hash_table_unref (self->settings);
}

void
mer_council_unref (MerCouncil *self)
{
  g_atomic_rc_box_release_full (self, council_clear);
}

/* --- meetings ------------------------------------------------------------------------------ */

/* Numbers begin anew each year, whichever cycle a meeting belongs to. */
static char *
next_number (const GPtrArray *meetings,
             const char      *day)
{
  gint64 highest = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      const MerMeeting *meeting = meetings->pdata[i];
      gint64            number = 0;

      if (meeting->number != NULL && strncmp (meeting->day, day, 4) == 0 &&
          g_ascii_string_to_signed (meeting->number, 10, 1, G_MAXINT, &number, NULL))
        highest = MAX (highest, number);
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

static gint64
who_is (const GPtrArray *members,
        MerCouncilRole   role,
        const char      *day)
{
  for (guint i = 0; i < members->len; i++)
    {
      const MerCouncilMember *member = members->pdata[i];

      if (member->role == (int) role &&
          mer_council_member_sits (member, mer_day_from_iso (day)))
        return member->record.id;
    }
  return 0;
}

MerMeeting *
mer_council_new_meeting (MerDocument *doc,
                         gint64       cycle_id,
                         const char  *day,
                         GError     **error)
{
  g_autoptr (GPtrArray) members = mer_store_records (doc, &mer_record_member, 0, error);
  g_autoptr (GPtrArray) meetings =
    members != NULL ? mer_store_records (doc, &mer_record_meeting, 0, error) : NULL;
  MerMeeting *meeting = NULL;

  if (meetings == NULL)
    return NULL;
  meeting = mer_record_new (&mer_record_meeting, cycle_id);
  meeting->day = day != NULL ? g_strdup (day) : mer_today ();
  meeting->number = next_number (meetings, meeting->day);
  meeting->chair = who_is (members, MER_COUNCIL_CHAIR, meeting->day);
  meeting->secretary = who_is (members, MER_COUNCIL_SECRETARY, meeting->day);
  return meeting;
}

static gboolean
add_attendance (MerDocument       *doc,
                const MerMeeting  *meeting,
                gint64             member_id,
                MerAttendanceState state,
                GError           **error)
{
  g_autoptr (MerAttendance) attendance =
    mer_record_new (&mer_record_attendance, meeting->record.cycle_id);

  attendance->meeting = meeting->record.id;
  attendance->member = member_id;
  attendance->state = (int) state;
  return mer_store_save_record (doc, attendance, error);
}

gboolean
mer_council_add_meeting (MerDocument *doc,
                         MerMeeting  *meeting,
                         GError     **error)
{
  g_autoptr (GPtrArray) members = mer_store_records (doc, &mer_record_member, 0, error);
  MerAttendanceState state = meeting->form == MER_MEETING_ABSENTEE ? MER_ATTENDANCE_WRITING
                                                                   : MER_ATTENDANCE_PRESENT;

  if (members == NULL || !mer_store_save_record (doc, meeting, error))
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    {
      const MerCouncilMember *member = members->pdata[i];

      if (mer_council_member_sits (member, mer_day_from_iso (meeting->day)) &&
          !add_attendance (doc, meeting, member->record.id, state, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
turn_attendance (MerDocument       *doc,
                 const MerMeeting  *meeting,
                 MerAttendanceState from,
                 MerAttendanceState to,
                 GError           **error)
{
  g_autoptr (GPtrArray) lines = mer_store_records_where (doc, &mer_record_attendance, "meeting",
                                                         meeting->record.id, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      MerAttendance *attendance = lines->pdata[i];

      if (attendance->state != (int) from)
        continue;
      attendance->state = (int) to;
      if (!mer_store_save_record (doc, attendance, error))
        return FALSE;
    }
  return lines != NULL;
}

gboolean
mer_council_save_meeting (MerDocument *doc,
                          MerMeeting  *meeting,
                          GError     **error)
{
  g_autoptr (MerMeeting) before =
    mer_store_record (doc, &mer_record_meeting, meeting->record.id, error);

  if (before == NULL || !mer_store_save_record (doc, meeting, error))
    return FALSE;
  if (before->form == meeting->form || meeting->form == MER_MEETING_MIXED)
    return TRUE;
  if (meeting->form == MER_MEETING_ABSENTEE)
    return turn_attendance (doc, meeting, MER_ATTENDANCE_PRESENT, MER_ATTENDANCE_WRITING, error);
  return turn_attendance (doc, meeting, MER_ATTENDANCE_WRITING, MER_ATTENDANCE_PRESENT, error);
}

/* --- attendance ---------------------------------------------------------------------------- */

const MerAttendance *
mer_council_attendance_of (const MerCouncil *self,
                           gint64            meeting_id,
                           gint64            member_id)
{
  for (guint i = 0; i < self->context.attendance->len; i++)
    {
      const MerAttendance *attendance = self->context.attendance->pdata[i];

      if (attendance->meeting == meeting_id && attendance->member == member_id)
        return attendance;
    }
  return NULL;
}

GPtrArray *
mer_council_members_of (const MerCouncil *self,
                        const MerMeeting *meeting)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->context.members->len; i++)
    {
      MerCouncilMember *member = self->context.members->pdata[i];

      if (mer_council_member_sits (member, mer_day_from_iso (meeting->day)) ||
          mer_council_attendance_of (self, meeting->record.id, member->record.id) != NULL)
        g_ptr_array_add (found, member);
    }
  return found;
}

gboolean
mer_council_set_attendance (MerDocument       *doc,
                            gint64             meeting_id,
                            gint64             member_id,
                            MerAttendanceState state,
                            GError           **error)
{
  g_autoptr (MerMeeting) meeting = mer_store_record (doc, &mer_record_meeting, meeting_id, error);
  g_autoptr (GPtrArray) lines =
    meeting != NULL ? mer_store_records_where (doc, &mer_record_attendance, "meeting",
                                               meeting->record.id, error)
                    : NULL;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      MerAttendance *attendance = lines->pdata[i];

      if (attendance->member != member_id)
        continue;
      attendance->state = (int) state;
      return mer_store_save_record (doc, attendance, error);
    }
  return add_attendance (doc, meeting, member_id, state, error);
}

/* --- votes --------------------------------------------------------------------------------- */

const MerVote *
mer_council_vote_of (const MerCouncil *self,
                     gint64            item_id,
                     gint64            member_id)
{
  for (guint i = 0; i < self->context.votes->len; i++)
    {
      const MerVote *vote = self->context.votes->pdata[i];

      if (vote->agenda_item == item_id && vote->member == member_id)
        return vote;
    }
  return NULL;
}

static gboolean
change_vote (MerDocument *doc,
             MerVote     *vote,
             int          value,
             GError     **error)
{
  if (value < 0)
    return vote->record.id == 0 ||
           mer_store_delete_record (doc, &mer_record_vote, vote->record.id, error);
  vote->vote = value;
  return mer_store_save_record (doc, vote, error);
}

gboolean
mer_council_set_vote (MerDocument *doc,
                      gint64       item_id,
                      gint64       member_id,
                      int          vote,
                      GError     **error)
{
  g_autoptr (MerAgendaItem) item = mer_store_record (doc, &mer_record_agenda_item, item_id, error);
  g_autoptr (GPtrArray) votes =
    item != NULL ? mer_store_records_where (doc, &mer_record_vote, "agenda_item", item->record.id,
                                            error)
                 : NULL;
  g_autoptr (MerVote) fresh = NULL;

  if (votes == NULL)
    return FALSE;
  for (guint i = 0; i < votes->len; i++)
    if (((const MerVote *) votes->pdata[i])->member == member_id)
      return change_vote (doc, votes->pdata[i], vote, error);
  fresh = mer_record_new (&mer_record_vote, item->record.cycle_id);
  fresh->agenda_item = item->record.id;
  fresh->member = member_id;
  return change_vote (doc, fresh, vote, error);
}

gboolean
mer_council_set_counts (MerDocument *doc,
                        gint64       item_id,
                        const gint64 counts[MER_VOTE_ABSTAINED + 1],
                        GError     **error)
{
  g_autoptr (MerAgendaItem) item = mer_store_record (doc, &mer_record_agenda_item, item_id, error);
  g_autoptr (GPtrArray) votes =
    item != NULL ? mer_store_records_where (doc, &mer_record_vote, "agenda_item", item->record.id,
                                            error)
                 : NULL;

  if (votes == NULL)
    return FALSE;
  for (guint i = 0; i < votes->len; i++)
    if (!mer_store_delete_record (doc, &mer_record_vote, ((MerRecord *) votes->pdata[i])->id,
                                  error))
      return FALSE;
  item->votes_for = counts[MER_VOTE_FOR];
  item->votes_against = counts[MER_VOTE_AGAINST];
  item->abstained = counts[MER_VOTE_ABSTAINED];
  return mer_store_save_record (doc, item, error);
}
