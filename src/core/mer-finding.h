/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-struct.h"

G_BEGIN_DECLS

/* What an assessment found wanting, and what it proposes: plans of improvement answer to these. */
typedef enum
{
  MER_FINDING_FINDING,
  MER_FINDING_PROPOSAL,
} MerFindingKind;
#define MER_N_FINDING_KINDS (MER_FINDING_PROPOSAL + 1)

typedef struct
{
  gint64         id; /* 0: not stored yet */
  gint64         cycle_id;
  gint64         organization_id;
  MerFindingKind kind;
  char          *criterion; /* code of the methodology, «K2»; nullable */
  char          *text;
  gint64         batch_id; /* the comment that it was made of; 0: of none */
  gint64         row;      /* the same, in the batch's file */
  gint64         created_at;
} MerFinding;

extern const MerStruct mer_finding_struct;

/* (transfer full) */
MerFinding *mer_finding_new (MerFindingKind kind,
                             const char    *text);
MerFinding *mer_finding_copy (const MerFinding *self);
void        mer_finding_free (MerFinding *self);

/* "finding", "proposal": as stored and printed by the tool. */
const char *mer_finding_kind_to_code (MerFindingKind kind);
gboolean    mer_finding_kind_from_code (const char     *code,
                                        MerFindingKind *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerFinding, mer_finding_free)

G_END_DECLS
