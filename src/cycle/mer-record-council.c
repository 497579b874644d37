/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of records of the council. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-council.h"

/* clang-format off */
static const MerChoice roles[] = {
  { "member", N_("member") }, { "chair", N_("chair") }, { "deputy", N_("deputy chair") },
  { "secretary", N_("secretary") },
};

static const MerChoice conflicts[] = {
  { "none", N_("none") }, { "official", N_("is an official") },
  { "educator", N_("works in an organization of education") },
};

static const MerField member_fields[] = {
  MER_FIELD_OF (MerCouncilMember, name, TEXT, N_("Full name of a person"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerCouncilMember, represents, TEXT, N_("Represents"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerCouncilMember, role, roles, N_("Role"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerCouncilMember, conflict, conflicts, N_("Conflict of interest"),
                 MER_FIELD_PLAIN),
  MER_FIELD_OF (MerCouncilMember, since, DAY, N_("In office from"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerCouncilMember, until, DAY, N_("In office until"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerCouncilMember, appointed, TEXT, N_("Appointed by"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerCouncilMember, contacts, TEXT, N_("Contacts"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerCouncilMember, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice forms[] = {
  { "together", N_("in person") }, { "absentee", N_("in absentia") }, { "mixed", N_("mixed") },
};

static const MerChoice meeting_states[] = {
  { "planned", N_("planned") }, { "held", N_("held") }, { "cancelled", N_("cancelled") },
};

static const MerField meeting_fields[] = {
  MER_FIELD_OF (MerMeeting, number, TEXT, N_("No."), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerMeeting, day, DAY, N_("Day"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerMeeting, hour, TEXT, N_("Hour"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerMeeting, place, TEXT, N_("Place (venue)"), MER_FIELD_PLAIN),
  MER_CHOICE_OF (MerMeeting, form, forms, N_("Form of the meeting"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerMeeting, state, meeting_states, N_("State"), MER_FIELD_COLUMN),
  MER_REFERENCE_OF (MerMeeting, chair, "council-member", N_("In the chair"), MER_FIELD_PLAIN),
  MER_REFERENCE_OF (MerMeeting, secretary, "council-member", N_("Secretary"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerMeeting, guests, LIST, N_("Invited"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerMeeting, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice attendances[] = {
  { "present", N_("present") }, { "absent", N_("absent") }, { "writing", N_("voted in writing") },
};

static const MerField attendance_fields[] = {
  MER_REFERENCE_OF (MerAttendance, meeting, "meeting", N_("Meeting"),
                    MER_FIELD_REQUIRED | MER_FIELD_OWNER),
  MER_REFERENCE_OF (MerAttendance, member, "council-member", N_("Council member"),
                    MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_CHOICE_OF (MerAttendance, state, attendances, N_("Attendance"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerAttendance, note, TEXT, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice subjects[] = {
  { "other", N_("something else") }, { "council", N_("the council itself") },
  { "workplan", N_("the work plan") }, { "selection", N_("the list of organizations") },
  { "methodology", N_("criteria and rules") }, { "operator", N_("the operator") },
  { "preliminary", N_("preliminary results") }, { "results", N_("results") },
  { "recommendations", N_("proposals for improvement") }, { "plans", N_("improvement plans") },
  { "publication", N_("publication") },
};

static const MerChoice outcomes[] = {
  { "none", N_("no decision") }, { "adopted", N_("adopted") }, { "rejected", N_("not adopted") },
  { "postponed", N_("postponed") },
};

static const MerField agenda_fields[] = {
  MER_REFERENCE_OF (MerAgendaItem, meeting, "meeting", N_("Meeting"),
                    MER_FIELD_REQUIRED | MER_FIELD_OWNER),
  MER_FIELD_OF (MerAgendaItem, question, NOTE, N_("Question"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerAgendaItem, speaker, TEXT, N_("Speaker"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerAgendaItem, heard, NOTE, N_("Heard"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerAgendaItem, spoke, NOTE, N_("Spoke"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerAgendaItem, decision, NOTE, N_("Decision"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerAgendaItem, about, subjects, N_("It is about"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerAgendaItem, outcome, outcomes, N_("Outcome"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerAgendaItem, votes_for, NUMBER, N_("Votes for"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerAgendaItem, votes_against, NUMBER, N_("Votes against"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerAgendaItem, abstained, NUMBER, N_("Abstained"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerAgendaItem, deadline, PERIOD, N_("Deadline"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerAgendaItem, responsible, LIST, N_("Responsible"), MER_FIELD_PLAIN),
};

static const MerChoice votes[] = {
  { "for", N_("for it") }, { "against", N_("against it") },
  { "abstained", N_("abstained") },
};

static const MerField vote_fields[] = {
  MER_REFERENCE_OF (MerVote, agenda_item, "agenda-item", N_("Question"),
                    MER_FIELD_REQUIRED | MER_FIELD_OWNER),
  MER_REFERENCE_OF (MerVote, member, "council-member", N_("Council member"),
                    MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_CHOICE_OF (MerVote, vote, votes, N_("Vote"), MER_FIELD_COLUMN),
};

#define FIELDS(list) .fields = list, .n_fields = G_N_ELEMENTS (list)

const MerRecordKind mer_record_member = {
  .id = "council-member", .table = "council_member", .title = N_("Council members"),
  .one = N_("Council member"), .of_department = TRUE, .size = sizeof (MerCouncilMember),
  FIELDS (member_fields),
};
const MerRecordKind mer_record_meeting = {
  .id = "meeting", .table = "meeting", .title = N_("Meetings"), .one = N_("Meeting"),
  .size = sizeof (MerMeeting), FIELDS (meeting_fields),
};
const MerRecordKind mer_record_attendance = {
  .id = "attendance", .table = "attendance", .title = N_("Attendance"), .one = N_("Attendance"),
  .size = sizeof (MerAttendance), FIELDS (attendance_fields),
};
const MerRecordKind mer_record_agenda_item = {
  .id = "agenda-item", .table = "agenda_item", .title = N_("Decisions"), .one = N_("Question"),
  .size = sizeof (MerAgendaItem), FIELDS (agenda_fields),
};
const MerRecordKind mer_record_vote = {
  .id = "vote", .table = "vote", .title = N_("Votes"), .one = N_("Vote"),
  .size = sizeof (MerVote), FIELDS (vote_fields),
};
/* clang-format on */
