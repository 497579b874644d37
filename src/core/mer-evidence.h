/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/mer-rational.h"

G_BEGIN_DECLS

/* Codes of one answer as stored: 0 blank, 1 "other" (fits no option), then the
 * options of the question in their order, from 2. */
#define MER_ANSWER_BLANK 0
#define MER_ANSWER_OTHER 1
#define MER_ANSWER_FIRST_OPTION 2
#define MER_ANSWER_MAX_CODES 16

/**
 * MerTally:
 *
 * Counts of answers of one organization: how many questionnaires there are, and
 * for each question of the methodology (by its index) how often each code was
 * given, in all and among those who answered the question's filter with its
 * passing option. A question without filter has passed[] equal to count[].
 * Ready counts (mer_tally_add_ready()) are in both, whoever was asked having
 * passed; `n` counts questionnaires alone.
 */
typedef struct
{
  guint32 count[MER_ANSWER_MAX_CODES];
  guint32 passed[MER_ANSWER_MAX_CODES];
  guint32 asked;    /* of these, how many come from ready counts and not from questionnaires */
  guint32 positive; /* of those asked, how many answered positively */
  guint32 reached;  /* respondents behind those ready counts: the asked, or those who were asked
                     * the question's filter, where that was told and is more */
} MerQuestionTally;

typedef struct
{
  guint32          n; /* questionnaires */
  guint            n_questions;
  MerQuestionTally questions[];
} MerTally;

MerTally *mer_tally_new (guint n_questions);
/* Adds other's counts to self; both must have the same n_questions. */
void mer_tally_add (MerTally       *self,
                    const MerTally *other);
/* Adds a ready count of one question: `positive` answers under one code, the rest of the
 * `asked` under another. Sums stop at the largest number. */
void mer_tally_add_ready (MerTally *self,
                          guint     question,
                          guint     positive_code,
                          guint     other_code,
                          guint32   asked,
                          guint32   positive,
                          guint32   reached);
/* Whether there is neither a questionnaire nor a ready count. */
gboolean mer_tally_is_empty (const MerTally *self);
#define mer_tally_free g_free
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTally, g_free)

typedef enum
{
  MER_MARK_NOT_REQUIRED, /* empty cell: lowers the norm */
  MER_MARK_ABSENT,
  MER_MARK_HALF,
  MER_MARK_PRESENT,
} MerMark;

/* A checklist item of a cycle: the methodology's own and those that files added. */
typedef struct
{
  gint64 id;    /* row in the document */
  char  *place; /* code of the methodology's place: "stand", "site", "remote", … */
  char  *code;  /* code in the methodology; NULL when a file added it */
  char  *text;
} MerCycleItem;

void mer_cycle_item_free (MerCycleItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCycleItem, mer_cycle_item_free)

typedef enum
{
  MER_EVIDENCE_CHECKLIST,
  MER_EVIDENCE_SURVEY,
  MER_EVIDENCE_COUNTS, /* a ready count of one question */
  MER_EVIDENCE_POINTS, /* what an expert gave one indicator */
} MerEvidenceKind;

/* Where a part of the evidence came from. */
typedef struct
{
  gint64  batch_id;
  guint32 n;  /* questionnaires of this organization in the batch; of a ready count:
               * those who were asked */
  gint64 row; /* row number in the file: of the checklist, of the first questionnaire, of
               * the ready count */
  MerEvidenceKind kind;
  int             question; /* COUNTS: its index; else −1 */
  guint32         positive; /* COUNTS: how many answered positively */
} MerEvidenceSource;

/* What an expert gave one indicator. */
typedef struct
{
  const char       *code;   /* of the indicator; interned */
  MerRational       value;  /* not negative, never big */
  MerEvidenceSource source; /* POINTS */
} MerExpertPoint;

/**
 * MerEvidence:
 *
 * All that an organization's scores are computed from: an immutable snapshot.
 * `marks` has one entry for each item of the cycle's list, in its order.
 */
typedef struct
{
  gint64     organization_id;
  MerTally  *tally;
  guint      n_marks;
  MerMark   *marks;
  gboolean   has_checklist;
  GArray    *sources; /* of MerEvidenceSource: checklists first, then surveys, then ready counts */
  GPtrArray *points;  /* of MerExpertPoint, one an indicator; its sources are not among the above */
} MerEvidence;

MerEvidence *mer_evidence_new (gint64 organization_id,
                               guint  n_questions,
                               guint  n_marks);
void         mer_evidence_free (MerEvidence *self);
/* Sets what an expert gave an indicator, instead of what was there. `value`: not negative, and
 * small enough not to be big. */
void mer_evidence_set_point (MerEvidence             *self,
                             const char              *code,
                             const MerRational       *value,
                             const MerEvidenceSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerEvidence, mer_evidence_free)

G_END_DECLS
