/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members in office, quorum, votes. */

#include "config.h"

#include "cycle/mer-council-rules.h"

MerCouncilLaw
mer_council_law (const char *setting,
                 int         year)
{
  if (g_strcmp0 (setting, "year") != 0)
    year = (int) g_ascii_strtoll (setting != NULL ? setting : "", NULL, 10);
  if (year >= 2018)
    return MER_LAW_2018;
  return year >= 2014 ? MER_LAW_2014 : MER_LAW_2013;
}

gboolean
mer_council_member_sits (const MerCouncilMember *member,
                         MerDay                  day)
{
  MerDay since = mer_day_from_iso (member->since);
  MerDay until = mer_day_from_iso (member->until);

  return day == MER_DAY_NONE ||
         (since <= day && (until == MER_DAY_NONE || day <= until)); /* no day is before all */
}

guint
mer_council_count_members (const MerCouncilContext *context,
                           MerDay                   day)
{
  guint n = 0;

  for (guint i = 0; i < context->members->len; i++)
    n += mer_council_member_sits (context->members->pdata[i], day) ? 1 : 0;
  return n;
}

static gboolean
takes_part (const MerMeeting    *meeting,
            const MerAttendance *attendance)
{
  return attendance->meeting == meeting->record.id &&
         (attendance->state == MER_ATTENDANCE_PRESENT ||
          (attendance->state == MER_ATTENDANCE_WRITING && meeting->form != MER_MEETING_TOGETHER));
}

void
mer_council_quorum (const MerCouncilContext *context,
                    const MerMeeting        *meeting,
                    MerQuorum               *quorum)
{
  quorum->members = mer_council_count_members (context, mer_day_from_iso (meeting->day));
  quorum->participants = 0;
  for (guint i = 0; i < context->attendance->len; i++)
    quorum->participants += takes_part (meeting, context->attendance->pdata[i]) ? 1 : 0;
  quorum->needed = quorum->members * (guint) context->quorum / 100 + 1;
  quorum->needed = MIN (quorum->needed, MAX (quorum->members, 1));
  quorum->reached = quorum->participants >= quorum->needed;
}

void
mer_council_count_votes (const MerCouncilContext *context,
                         const MerAgendaItem     *item,
                         MerVoteCount            *count)
{
  gint64 single[MER_VOTE_ABSTAINED + 1] = { 0 };

  count->single = FALSE;
  for (guint i = 0; i < context->votes->len; i++)
    {
      const MerVote *vote = context->votes->pdata[i];

      if (vote->agenda_item != item->record.id)
        continue;
      single[vote->vote]++;
      count->single = TRUE;
    }
  count->yes = count->single ? single[MER_VOTE_FOR] : item->votes_for;
  count->no = count->single ? single[MER_VOTE_AGAINST] : item->votes_against;
  count->abstained = count->single ? single[MER_VOTE_ABSTAINED] : item->abstained;
}

gboolean
mer_council_has_majority (const MerCouncilContext *context,
                          const MerAgendaItem     *item)
{
  const MerMeeting *meeting = mer_records_find (context->meetings, item->meeting);
  MerVoteCount      count;
  MerQuorum         quorum;

  mer_council_count_votes (context, item, &count);
  if (meeting == NULL || count.yes < 0)
    return FALSE;
  mer_council_quorum (context, meeting, &quorum);
  return count.yes * 2 > (gint64) quorum.participants;
}
