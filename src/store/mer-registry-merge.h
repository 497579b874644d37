/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-organization.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What the two bring into one cycle. */
typedef struct
{
  gint64   cycle_id;
  char    *title;
  gboolean approved;
  guint64  questionnaires[2]; /* of the one that stays, of the other */
  guint64  checklists[2];     /* lines */
  gint64   recipients[2];     /* −1 when unknown */
} MerMergeCycle;

/* Why a merge has to be confirmed. */
typedef enum
{
  MER_MERGE_INN = 1 << 0, /* both have one, and they differ */
  MER_MERGE_OGRN = 1 << 1,
  MER_MERGE_BUS_GOV_ID = 1 << 2,
  MER_MERGE_APPROVED = 1 << 3, /* both have data in a cycle whose results are approved */
} MerMergeConflicts;

/**
 * MerMergePlan:
 *
 * What merging two organizations is going to do; made without writing anything, and what
 * mer_store_merge() then does.
 */
typedef struct
{
  MerOrganization  *keep;      /* as it is */
  MerOrganization  *gone;      /* as it is */
  MerOrganization  *merged;    /* as the kept one is going to be */
  GPtrArray        *spellings; /* of char*: those that are taken over, its name among them */
  GPtrArray        *cycles;    /* of MerMergeCycle, oldest first: where the other has any part */
  GPtrArray        *branches;  /* of char*: names of the other's branches */
  guint             groups;
  guint             findings;
  guint             stacks;        /* of paper questionnaires */
  guint             notes;         /* beside marks */
  guint             dropped_notes; /* of marks beside which the kept one has a note already */
  MerMergeConflicts conflicts;
} MerMergePlan;
void mer_merge_plan_free (MerMergePlan *self);

/* INVALID when both are the same, NOT_FOUND when one is not in the registry. */
MerMergePlan *mer_store_merge_plan (MerDocument *doc,
                                    gint64       keep_id,
                                    gint64       gone_id,
                                    GError     **error);
/* Needs an action under way. INVALID, naming the first conflict, unless `force`. */
gboolean mer_store_merge (MerDocument *doc,
                          gint64       keep_id,
                          gint64       gone_id,
                          gboolean     force,
                          GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMergePlan, mer_merge_plan_free)

G_END_DECLS
