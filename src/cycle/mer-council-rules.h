/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-calendar.h"
#include "cycle/mer-council.h"
#include "cycle/mer-rule-note.h"

G_BEGIN_DECLS

/* Who sits in the council on a day, whether a meeting may decide, and what is wrong with either.
 * Sources: domain A3; the demands on the composition are those of law 392-FZ and hold from 2018,
 * councils before stood at the department. Pure. */

typedef enum
{
  MER_LAW_2013, /* before 2014: the district's own rules */
  MER_LAW_2014, /* law 256-FZ */
  MER_LAW_2018, /* law 392-FZ */
} MerCouncilLaw;

/* `setting`: of MER_SETTING_LAW, "year" or a year. */
MerCouncilLaw mer_council_law (const char *setting,
                               int         year);

typedef struct
{
  GPtrArray    *members;    /* of MerCouncilMember: all there ever were */
  GPtrArray    *meetings;   /* of MerMeeting: of the cycle */
  GPtrArray    *attendance; /* of MerAttendance */
  GPtrArray    *agenda;     /* of MerAgendaItem */
  GPtrArray    *votes;      /* of MerVote */
  MerCouncilLaw law;
  int           quorum; /* per cent: more members than this share must take part */
  int           year;   /* of the cycle */
  MerDay        today;
} MerCouncilContext;

/* Whether the term covers the day; MER_DAY_NONE: whatever the day. */
gboolean mer_council_member_sits (const MerCouncilMember *member,
                                  MerDay                  day);
guint    mer_council_count_members (const MerCouncilContext *context,
                                    MerDay                   day);

typedef struct
{
  guint    members;      /* in office on the day of the meeting */
  guint    participants; /* present, or voting in writing where the form allows it */
  guint    needed;       /* the least number of participants */
  gboolean reached;
} MerQuorum;

void mer_council_quorum (const MerCouncilContext *context,
                         const MerMeeting        *meeting,
                         MerQuorum               *quorum);

typedef struct
{
  gint64   yes; /* −1: not counted */
  gint64   no;
  gint64   abstained;
  gboolean single; /* counted from single votes, not typed in */
} MerVoteCount;

void mer_council_count_votes (const MerCouncilContext *context,
                              const MerAgendaItem     *item,
                              MerVoteCount            *count);
/* More than half of those who took part voted for it. FALSE as well while votes are not counted. */
gboolean mer_council_has_majority (const MerCouncilContext *context,
                                   const MerAgendaItem     *item);

/**
 * mer_council_check:
 *
 * Rules: "council.none", "council.few" (fewer than five), "council.conflict", "council.term"
 * (longer than three years, or over), "council.chair", "council.secretary", "council.represents",
 * "council.meetings" (fewer than two held in the year), "council.quorum", "council.majority",
 * "council.votes" (more votes than participants, or of someone who was absent), "council.wording"
 * (adopted without a text), "council.agenda" (held without a question), "council.day" (held on a
 * day that has not come).
 *
 * Returns: (transfer full) (element-type MerRuleNote)
 */
GPtrArray *mer_council_check (const MerCouncilContext *context);

G_END_DECLS
