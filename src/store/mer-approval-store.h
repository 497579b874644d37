/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* Results as they were when the council approved them, or when they were put to public discussion:
 * at most one of each a cycle. Writers need an action under way; whether the cycle itself is
 * approved stands in the cycle. */
typedef enum
{
  MER_APPROVAL_FINAL,
  MER_APPROVAL_PRELIMINARY,
} MerApprovalStage;

typedef struct
{
  gint64 cycle_id;
  gint64 approved_at; /* seconds since the epoch, UTC */
  char  *who;         /* nullable */
  char  *decision;    /* in words; nullable */
  gint64 methodology_id;
  char  *sha256; /* of `scores` */
  char  *scores; /* CSV */
} MerApproval;

void mer_approval_free (MerApproval *self);

/* (transfer full): *out is NULL when there is none. */
gboolean mer_store_find_approval (MerDocument     *doc,
                                  MerApprovalStage stage,
                                  gint64           cycle_id,
                                  MerApproval    **out,
                                  GError         **error);
/* Adds or replaces; the hash is made here. */
gboolean mer_store_save_approval (MerDocument       *doc,
                                  MerApprovalStage   stage,
                                  const MerApproval *approval,
                                  GError           **error);
/* No error when there is none. */
gboolean mer_store_delete_approval (MerDocument     *doc,
                                    MerApprovalStage stage,
                                    gint64           cycle_id,
                                    GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerApproval, mer_approval_free)

G_END_DECLS
