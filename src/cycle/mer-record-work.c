/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of records of the work plan. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-work-plan.h"

/* clang-format off */
static const MerChoice levels[] = {
  { "item", N_("item of the plan") }, { "section", N_("section of the plan") },
  { "step", N_("step of an item") },
};

static const MerChoice states[] = {
  { "open", N_("to be done") }, { "dropped", N_("dropped") },
};

static const MerField work_fields[] = {
  MER_CHOICE_OF (MerWorkItem, level, levels, N_("Level"), MER_FIELD_PLAIN),
  MER_REFERENCE_OF (MerWorkItem, parent, "work-item", N_("Part of"), MER_FIELD_OWNER),
  MER_FIELD_OF (MerWorkItem, number, TEXT, N_("No."), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerWorkItem, what, NOTE, N_("What is to be done"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerWorkItem, deadline, PERIOD, N_("Deadline"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerWorkItem, responsible, LIST, N_("Responsible"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerWorkItem, result, NOTE, N_("Result (document)"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerWorkItem, state, states, N_("State"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerWorkItem, done_on, DAY, N_("Done on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerWorkItem, evidence, NOTE, N_("Evidence"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerWorkItem, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice holiday_kinds[] = {
  { "holiday", N_("day off") }, { "working", N_("working day") },
};

static const MerField holiday_fields[] = {
  MER_FIELD_OF (MerHoliday, day, DAY, N_("Day"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerHoliday, what, holiday_kinds, N_("What it is"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerHoliday, name, TEXT, N_("Name"), MER_FIELD_COLUMN | MER_FIELD_WIDE),
};

static const MerChoice event_kinds[] = {
  { "seminar", N_("seminar") }, { "contest", N_("contest") }, { "campaign", N_("campaign") },
  { "hearing", N_("public discussion") }, { "other", N_("other event") },
};

static const MerField event_fields[] = {
  MER_CHOICE_OF (MerEvent, what, event_kinds, N_("What it is"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEvent, title, TEXT, N_("Name"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerEvent, deadline, PERIOD, N_("Planned for"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEvent, held, DAY, N_("Held on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEvent, place, TEXT, N_("Place (venue)"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerEvent, responsible, LIST, N_("Responsible"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerEvent, participants, NUMBER, N_("Participants"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEvent, programme, NOTE, N_("Programme"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerEvent, results, NOTE, N_("Results"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerEvent, materials, LINK, N_("Materials"), MER_FIELD_PLAIN),
};

static const MerChoice link_roles[] = {
  { "decides", N_("decides") }, { "evidence", N_("is shown by") },
  { "deadline", N_("is due by") }, { "see", N_("see also") },
};

static const MerField link_fields[] = {
  MER_CHOICE_OF (MerLink, role, link_roles, N_("Connection"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerLink, from_kind, TEXT, N_("From"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerLink, from_id, NUMBER, N_("From No."), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerLink, to_kind, TEXT, N_("To"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerLink, to_id, NUMBER, N_("To No."), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
};

#define FIELDS(list) .fields = list, .n_fields = G_N_ELEMENTS (list)

const MerRecordKind mer_record_work_item = {
  .id = "work-item", .table = "work_item", .title = N_("Work plan"),
  .one = N_("Item of the work plan"), .size = sizeof (MerWorkItem), FIELDS (work_fields),
};
const MerRecordKind mer_record_holiday = {
  .id = "holiday", .table = "holiday", .title = N_("Days off"), .one = N_("Day off"),
  .of_department = TRUE, .size = sizeof (MerHoliday), FIELDS (holiday_fields),
};
const MerRecordKind mer_record_event = {
  .id = "event", .table = "event", .title = N_("Events"), .one = N_("Event"),
  .size = sizeof (MerEvent), FIELDS (event_fields),
};
const MerRecordKind mer_record_link = {
  .id = "link", .table = "link", .title = N_("Connections"), .one = N_("Connection"),
  .size = sizeof (MerLink), FIELDS (link_fields),
};
/* clang-format on */
