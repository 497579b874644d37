/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "core/mer-finding.h"
#include "core/mer-organization.h"
#include "cycle/mer-plan-rules.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* What a book is made of; all borrowed by mer_plan_book_new(), which keeps references. */
typedef struct
{
  MerCycle       *cycle;
  MerMethodology *methodology;     /* nullable: the cycle has none yet */
  GHashTable     *settings;        /* of the cycle, key → value */
  GPtrArray      *organizations;   /* of MerOrganization: the registry */
  GPtrArray      *findings;        /* of MerFinding */
  GPtrArray      *recommendations; /* of MerRecommendation */
  GPtrArray      *plans;           /* of MerPlan: all versions */
  GPtrArray      *items;           /* of MerPlanItem: of all versions */
  GPtrArray      *marks;           /* of MerControlMark */
  GPtrArray      *heads;           /* of MerHead */
  GPtrArray      *decisions;       /* of MerManagementDecision */
  GPtrArray      *road_items;      /* of MerRoadItem */
  GPtrArray      *holidays;        /* of MerHoliday; nullable: as the week says */
  MerDay          today;
} MerPlanFacts;

/* An item of a plan that is in force, and how it stands. */
typedef struct
{
  const MerPlanItem     *item;
  const MerControlMark  *mark;         /* the newest; nullable */
  const MerOrganization *organization; /* NULL: of the municipal plan itself */
  const MerPeriod       *period;       /* its deadline, counted from its event; nullable */
  MerDay                 first;        /* mer_plan_item_span(), or MER_DAY_NONE */
  MerDay                 last;         /* the same */
  MerStanding            standing;
  guint                  criterion; /* index in the methodology; beyond its end: of none */
  guint                  place;     /* of its sheet, from 1; 0: of none */
} MerPlanLine;

/* What there is of one organization. Its lines stand one after the other, by criterion. */
typedef struct
{
  const MerOrganization *organization; /* NULL: the municipal plan */
  const MerPlan         *plan;         /* the newest version; nullable */
  guint                  first_line;
  guint                  n_lines;
  guint                  n_findings;
  guint                  n_unanswered; /* findings without an item */
  MerDay                 received;     /* of the recommendations, or MER_DAY_NONE */
  MerDay                 due;          /* of the plan, or MER_DAY_NONE */
  MerPlanTiming          timing;
  MerExecution           execution;
} MerPlanSheet;

/**
 * MerPlanBook:
 *
 * All plans of improvement of a cycle with what they answer to and what became of them: an
 * immutable, reference-counted snapshot. Sheets stand in the order of the registry, the municipal
 * plan (if there is one) first; organizations without findings, recommendations and plan have
 * none.
 */
typedef struct
{
  MerPlanFacts facts;
  MerPlanLine *lines;
  guint        n_lines;
  GArray      *sheets; /* of MerPlanSheet */
  MerExecution execution;
  guint        n_plans;   /* organizations with a plan */
  guint        n_missing; /* plans that were due before today */
  gpointer     index;     /* private */
} MerPlanBook;

/* Fills in all that is kept as records; borrowed from the set. */
void mer_plan_facts_take (MerPlanFacts *self,
                          MerRecordSet *records);

MerPlanBook *mer_plan_book_new (const MerPlanFacts *facts);
MerPlanBook *mer_plan_book_ref (MerPlanBook *self);
void         mer_plan_book_unref (MerPlanBook *self);

/* (transfer none) (nullable): of an organization; 0: the municipal plan. */
const MerPlanSheet *mer_plan_book_sheet (const MerPlanBook *self,
                                         gint64             organization);
/* (transfer none) (nullable): of an item of a plan in force. */
const MerPlanLine *mer_plan_book_line (const MerPlanBook *self,
                                       gint64             item_id);
/* (transfer none) (nullable) */
const MerOrganization *mer_plan_book_organization (const MerPlanBook *self,
                                                   gint64             id);
const MerFinding      *mer_plan_book_finding (const MerPlanBook *self,
                                              gint64             id);
/* Index of the criterion of a code, which may be that of one of its indicators; the number of
 * criteria where there is none. */
guint mer_plan_criterion (const MerMethodology *methodology,
                          const char           *code);
/* (transfer full) (element-type MerPlanQuarter): of one organization, or of all (NULL). */
GArray *mer_plan_book_quarters (const MerPlanBook  *self,
                                const MerPlanSheet *sheet);
/* What is carried out of what the head answers for: items whose last day lies in the term. */
MerExecution mer_plan_book_execution_of (const MerPlanBook *self,
                                         const MerHead     *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPlanBook, mer_plan_book_unref)

G_END_DECLS
