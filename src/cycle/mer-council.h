/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* The Public Council: who sits in it, when it met, what it decided. */

typedef enum
{
  MER_COUNCIL_MEMBER,
  MER_COUNCIL_CHAIR,
  MER_COUNCIL_DEPUTY,
  MER_COUNCIL_SECRETARY,
} MerCouncilRole;

/* What may keep somebody out of a council, by the law of the year. */
typedef enum
{
  MER_CONFLICT_NONE,
  MER_CONFLICT_OFFICIAL, /* serves the state or the municipality */
  MER_CONFLICT_EDUCATOR, /* works in an organization of education */
} MerConflict;

typedef struct
{
  MerRecord record;
  char     *name;
  char     *represents; /* organization of citizens that sent the member */
  int       role;       /* MerCouncilRole */
  int       conflict;   /* MerConflict */
  char     *since;      /* term */
  char     *until;
  char     *appointed; /* act by which */
  char     *contacts;
  char     *note;
} MerCouncilMember;

extern const MerRecordKind mer_record_member; /* "council-member", of the department */

typedef enum
{
  MER_MEETING_TOGETHER,
  MER_MEETING_ABSENTEE, /* votes in writing */
  MER_MEETING_MIXED,
} MerMeetingForm;

typedef enum
{
  MER_MEETING_PLANNED,
  MER_MEETING_HELD,
  MER_MEETING_CANCELLED,
} MerMeetingState;

typedef struct
{
  MerRecord record;
  char     *number;
  char     *day;
  char     *hour; /* «15:00» */
  char     *place;
  int       form;      /* MerMeetingForm */
  int       state;     /* MerMeetingState */
  gint64    chair;     /* council-member */
  gint64    secretary; /* council-member */
  char     *guests;
  char     *note;
} MerMeeting;

extern const MerRecordKind mer_record_meeting;

typedef enum
{
  MER_ATTENDANCE_PRESENT,
  MER_ATTENDANCE_ABSENT,
  MER_ATTENDANCE_WRITING, /* voted in writing */
} MerAttendanceState;

typedef struct
{
  MerRecord record;
  gint64    meeting;
  gint64    member;
  int       state; /* MerAttendanceState */
  char     *note;
} MerAttendance;

extern const MerRecordKind mer_record_attendance;

typedef enum
{
  MER_DECISION_NONE,
  MER_DECISION_ADOPTED,
  MER_DECISION_REJECTED,
  MER_DECISION_POSTPONED,
} MerDecisionState;

/* What a decision is about; links of role MER_LINK_DECIDES say which records. */
typedef enum
{
  MER_ABOUT_OTHER,
  MER_ABOUT_COUNCIL,
  MER_ABOUT_WORK_PLAN,
  MER_ABOUT_SELECTION,
  MER_ABOUT_METHODOLOGY,
  MER_ABOUT_OPERATOR,
  MER_ABOUT_PRELIMINARY,
  MER_ABOUT_RESULTS,
  MER_ABOUT_RECOMMENDATIONS,
  MER_ABOUT_PLANS,
  MER_ABOUT_PUBLICATION,
} MerDecisionSubject;

/* A question of a meeting's agenda and what was decided on it. */
typedef struct
{
  MerRecord record;
  gint64    meeting;
  char     *question;
  char     *speaker;
  char     *heard;
  char     *spoke;
  char     *decision;  /* wording */
  int       about;     /* MerDecisionSubject */
  int       outcome;   /* MerDecisionState */
  gint64    votes_for; /* −1: not counted; single votes, where there are any, go before */
  gint64    votes_against;
  gint64    abstained;
  char     *deadline; /* of what was decided */
  char     *responsible;
} MerAgendaItem;

extern const MerRecordKind mer_record_agenda_item;

typedef enum
{
  MER_VOTE_FOR,
  MER_VOTE_AGAINST,
  MER_VOTE_ABSTAINED,
} MerVoteValue;

typedef struct
{
  MerRecord record;
  gint64    agenda_item;
  gint64    member;
  int       vote; /* MerVoteValue */
} MerVote;

extern const MerRecordKind mer_record_vote;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCouncilMember, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMeeting, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerAttendance, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerAgendaItem, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerVote, mer_record_free)

G_END_DECLS
