/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "core/mer-language.h"
#include "core/mer-organization.h"
#include "cycle/mer-rule-note.h"
#include "cycle/mer-sample-rule.h"
#include "cycle/mer-selection.h"

G_BEGIN_DECLS

/* Who is assessed in a cycle, and by which rules: a share of all organizations a year, each of
 * them neither too often nor too seldom. Pure functions over what the document holds. */

/* Numbers of the rules, from the settings of a cycle. */
typedef struct
{
  int           share;         /* per cent of the organizations */
  gboolean      branches;      /* count as organizations of their own */
  char         *day;           /* ISO: on which the registry is counted */
  int           interval;      /* least years between two assessments */
  int           interval_most; /* most years between two assessments */
  MerSampleRule sample;
} MerSelectionRules;

/* `set`: of the cycle. Where it names no day the registry is counted today, or on the last day of
 * a cycle's year that is over. To be cleared. */
void mer_selection_rules_init (MerSelectionRules *self,
                               GHashTable        *set,
                               int                year,
                               const char        *today);
void mer_selection_rules_clear (MerSelectionRules *self);

/* What the interval says of an organization in the year of the cycle. */
typedef enum
{
  MER_DUE_NEVER,  /* not known to have been assessed */
  MER_DUE_EARLY,  /* was assessed too lately to be again */
  MER_DUE_FREE,   /* may be */
  MER_DUE_NEXT,   /* must be next year, when not now */
  MER_DUE_NOW,    /* must be this year */
  MER_DUE_MISSED, /* should have been before */
} MerDue;
#define MER_N_DUES (MER_DUE_MISSED + 1)

/* "never", "early", "free", "next", "now", "missed" */
const char *mer_due_to_code (MerDue due);
/* The same in the program's words: (transfer none). */
const char *mer_due_to_words (MerDue due);
/* In the language of a document. */
const char *mer_due_to_printed (MerDue      due,
                                MerLanguage language);
MerDue      mer_due_of (int                      last,
                        int                      year,
                        const MerSelectionRules *rules);

typedef struct
{
  const MerOrganization *organization;
  const MerCycleMember  *member; /* nullable: nothing is known of its part */
  gboolean               selected;
  gboolean               counts;    /* among the organizations of which the share is taken */
  int                    last;      /* year in which it was last assessed before; 0: never */
  int                    scheduled; /* next year of the schedule from the cycle's on; 0: none */
  MerDue                 due;
} MerSelectionRow;

/**
 * MerSelection:
 *
 * The registry as the choice for one cycle sees it. Keeps what it is made of, and never changes.
 */
typedef struct
{
  MerSelectionRules rules;
  int               year;
  gint64            cycle_id;
  GArray           *rows;  /* of MerSelectionRow, in the order of the organizations */
  guint             total; /* organizations that count */
  guint             chosen;
  /* kept alive */
  GPtrArray *organizations;
  GPtrArray *members;
  GPtrArray *scheduled;
} MerSelection;

/* `organizations` of MerOrganization, `members` of MerCycleMember, `assessed` of MerAssessed,
 * `scheduled` of MerScheduled; `rules` are copied. */
MerSelection *mer_selection_new (const MerCycle          *cycle,
                                 GPtrArray               *organizations,
                                 GPtrArray               *members,
                                 const GArray            *assessed,
                                 GPtrArray               *scheduled,
                                 const MerSelectionRules *rules);
void          mer_selection_free (MerSelection *self);
/* (transfer none) (nullable) */
const MerSelectionRow *mer_selection_find (const MerSelection *self,
                                           gint64              organization_id);

/* Whether organizations work on a day; those that ended later did. */
gboolean mer_organization_works_on (const MerOrganization *organization,
                                    const char            *day);

/* Whether it is among the organizations of which the share is taken. */
gboolean mer_selection_counts (const MerSelectionRules *rules,
                               const MerOrganization   *organization);
/* How many of `organizations` are: as the total of the selection says. */
guint mer_selection_count (const MerSelectionRules *rules,
                           const GPtrArray         *organizations);

/* How many organizations the share asks for. */
guint    mer_selection_required (const MerSelection *self);
gboolean mer_selection_is_enough (const MerSelection *self);
/* «16 из 48, 33,3 %»: (transfer full). */
char *mer_selection_share_words (const MerSelection *self);

/* Questionnaires that the organization needs; −1 while its recipients are unknown. */
gint64 mer_selection_sample (const MerSelection    *self,
                             const MerSelectionRow *row);

/* Why an organization is proposed. */
typedef enum
{
  MER_PROPOSED_SCHEDULED, /* the schedule says so */
  MER_PROPOSED_MISSED,
  MER_PROPOSED_NOW,
  MER_PROPOSED_NEVER, /* to reach the share */
  MER_PROPOSED_SHARE, /* to reach the share: it waits longest */
} MerProposedReason;

/* "scheduled", "missed", "now", "never", "share" */
const char *mer_proposed_reason_to_code (MerProposedReason reason);
/* In the language of a document, to be kept in it: (transfer none). */
const char *mer_proposed_reason_to_printed (MerProposedReason reason,
                                            MerLanguage       language);
/* In the program's words: (transfer none). */
const char *mer_proposed_reason_to_words (MerProposedReason reason);

typedef struct
{
  const MerSelectionRow *row;
  MerProposedReason      reason;
} MerProposed;

/* Whom to choose besides those who are chosen: who must be, then who waits longest, kinds of
 * organizations in turn, until the share is reached. element-type MerProposed; (transfer full);
 * valid as long as `self`. */
GArray *mer_selection_propose (const MerSelection *self);

/* What is broken and what is advised: (transfer full) (element-type MerRuleNote). */
GPtrArray *mer_selection_checks (const MerSelection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSelection, mer_selection_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerSelectionRules, mer_selection_rules_clear)

G_END_DECLS
