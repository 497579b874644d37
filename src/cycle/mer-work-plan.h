/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* The work plan of a cycle: sections hold items, items hold steps; each may have a deadline. */

typedef enum
{
  MER_WORK_ITEM,
  MER_WORK_SECTION,
  MER_WORK_STEP, /* one of several deadlines of an item, with a mark of its own */
} MerWorkLevel;

typedef enum
{
  MER_WORK_OPEN,
  MER_WORK_DROPPED, /* will not be done, `note` says why */
} MerWorkState;

typedef struct
{
  MerRecord record;
  gint64    parent; /* section of an item, item of a step; 0: of none */
  int       level;  /* MerWorkLevel */
  char     *number; /* as printed: «1.2» */
  char     *what;
  char     *deadline;    /* phrase, core/mer-period.h */
  char     *responsible; /* one a line */
  char     *result;      /* the document that it ends with */
  int       state;       /* MerWorkState */
  char     *done_on;
  char     *evidence; /* what shows that it was done: document, decision, publication, event */
  char     *note;
} MerWorkItem;

extern const MerRecordKind mer_record_work_item;

/* Days that are not as the weekday says. */
typedef struct
{
  MerRecord record;
  char     *day;
  int       what; /* 0: nobody works, 1: a Saturday or Sunday on which all do */
  char     *name;
} MerHoliday;

extern const MerRecordKind mer_record_holiday;

/* What the plan of events says, and what was held: seminars, contests, campaigns. */
typedef struct
{
  MerRecord record;
  int       what;
  char     *title;
  char     *deadline;
  char     *held;
  char     *place;
  char     *responsible;
  gint64    participants; /* how many came; −1 when unknown */
  char     *programme;
  char     *results;
  char     *materials;
} MerEvent;

extern const MerRecordKind mer_record_event;

/* A record that another one is about: a decision and what it decides, a mark of the work plan and
 * its evidence, a deadline and the event that it counts from. Followed both ways. */
typedef enum
{
  MER_LINK_DECIDES,  /* from an item of an agenda */
  MER_LINK_EVIDENCE, /* from an item of the work plan or of an improvement plan */
  MER_LINK_DEADLINE, /* from what is due to what it counts from, or whose deadline is taken */
  MER_LINK_SEE,
} MerLinkRole;

typedef struct
{
  MerRecord record;
  int       role;      /* MerLinkRole */
  char     *from_kind; /* id of a kind of records, or "cycle", "organization" */
  gint64    from_id;
  char     *to_kind;
  gint64    to_id;
} MerLink;

extern const MerRecordKind mer_record_link;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerWorkItem, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerHoliday, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerEvent, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerLink, mer_record_free)

G_END_DECLS
