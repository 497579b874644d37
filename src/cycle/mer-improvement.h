/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* What follows from the results: recommendations, plans of improvement, their control, and
 * decisions of the department. Findings are #MerFinding (store/mer-finding-store.h). */

/* What the council asks of an organization. Its plan is due so many days after it was received. */
typedef struct
{
  MerRecord record;
  gint64    organization;
  gint64    finding; /* id of a MerFinding; −1: of none */
  char     *criterion;
  char     *text;
  char     *sent;
  char     *received;
} MerRecommendation;

extern const MerRecordKind mer_record_recommendation;

typedef enum
{
  MER_PLAN_DRAFT,
  MER_PLAN_SUBMITTED,
  MER_PLAN_RETURNED,
  MER_PLAN_AGREED,
  MER_PLAN_APPROVED,
} MerPlanState;

/* A plan of improvement of one organization, in one version; of organization 0: the consolidated
 * municipal plan. */
typedef struct
{
  MerRecord record;
  gint64    organization;
  gint64    version; /* from 1 */
  int       state;   /* MerPlanState */
  char     *author;
  char     *submitted;
  char     *agreed;
  char     *approved;
  char     *approver; /* post and name, as the form's head has them */
  char     *published;
  char     *link;
  char     *note;
} MerPlan;

extern const MerRecordKind mer_record_plan;

typedef enum
{
  MER_PLAN_ITEM_PLANNED,
  MER_PLAN_ITEM_WORK,
  MER_PLAN_ITEM_DONE,
  MER_PLAN_ITEM_DROPPED,
} MerPlanItemState;

/* A line of the form of Постановление № 457 of 17.04.2018 (domain A4). */
typedef struct
{
  MerRecord record;
  gint64    plan;
  char     *criterion;
  gint64    finding;  /* id of a MerFinding; −1: of none */
  char     *problem;  /* (1) finding, in the words of the plan */
  char     *measure;  /* (2) */
  char     *deadline; /* (3) */
  char     *person;   /* (4) full name */
  char     *post;     /* (4) */
  char     *taken;    /* (5a) measures taken */
  char     *done_on;  /* (5b) */
  char     *evidence;
  int       state; /* MerPlanItemState */
  gint64    share; /* per cent done, 0–100; −1: not told */
  char     *note;
} MerPlanItem;

extern const MerRecordKind mer_record_plan_item;

/* A measure that helped before. */
typedef struct
{
  MerRecord record;
  char     *criterion;
  char     *problem;
  char     *measure;
  char     *post;
  char     *note;
} MerMeasureTaken;

extern const MerRecordKind mer_record_measure;

typedef enum
{
  MER_CONTROL_CONFIRMED,
  MER_CONTROL_PARTLY,
  MER_CONTROL_NOT,
} MerControlVerdict;

typedef struct
{
  MerRecord record;
  gint64    plan_item;
  char     *day;
  char     *inspector;
  int       verdict; /* MerControlVerdict */
  gint64    share;   /* per cent; −1: not told */
  char     *text;
} MerControlMark;

extern const MerRecordKind mer_record_control_mark;

/* What the department decided («дорожная карта», a change of a programme). */
typedef struct
{
  MerRecord record;
  char     *number;
  char     *day;
  char     *title;
  char     *issuer;
  char     *amends; /* document that it changes */
  char     *clause;
  char     *effective;
  char     *effect;
  char     *note;
} MerManagementDecision;

extern const MerRecordKind mer_record_management_decision;

typedef struct
{
  MerRecord record;
  gint64    decision;
  gint64    organization; /* 0: of none */
  char     *what;
  char     *deadline;
  char     *responsible;
  char     *result;
  char     *done_on;
  char     *evidence;
} MerRoadItem;

extern const MerRecordKind mer_record_road_item;

/* --- publications ---------------------------------------------------------------------------- */

typedef enum
{
  MER_PUBLICATION_LIST,
  MER_PUBLICATION_METHOD,
  MER_PUBLICATION_RATING,
  MER_PUBLICATION_RESULTS,
  MER_PUBLICATION_RECOMMENDATIONS,
  MER_PUBLICATION_PLAN,
  MER_PUBLICATION_OPINION,
  MER_PUBLICATION_NEWS,
  MER_PUBLICATION_INFORMATION, /* what the law asks organizations to show */
  MER_PUBLICATION_OTHER,
} MerPublicationSubject;

typedef enum
{
  MER_PLACE_DEPARTMENT,
  MER_PLACE_ORGANIZATION,
  MER_PLACE_BUS_GOV,
  MER_PLACE_PRESS,
  MER_PLACE_OTHER,
} MerPublicationPlace;

typedef struct
{
  MerRecord record;
  int       what; /* MerPublicationSubject */
  char     *title;
  int       place; /* MerPublicationPlace */
  gint64    organization;
  char     *who;
  char     *deadline;
  char     *done_on;
  char     *link;
  char     *checked_by;
  char     *checked;
  char     *note;
} MerPublication;

extern const MerRecordKind mer_record_publication;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecommendation, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPlan, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPlanItem, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMeasureTaken, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerControlMark, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerManagementDecision, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRoadItem, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPublication, mer_record_free)

G_END_DECLS
