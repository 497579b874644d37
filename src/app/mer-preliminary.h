/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"
#include "scoring/mer-score-differences.h"
#include "store/mer-approval-store.h"

G_BEGIN_DECLS

/* Preliminary results: scores as they were when they were put to public discussion. They bind
 * nobody: data and rules go on changing, and what has changed since is told. */

struct _MerPreliminary
{
  MerApproval *kept;
  char        *day;         /* ISO, on which they were put to discussion */
  GPtrArray   *differences; /* of MerScoreDifference: to the results of now */
  guint        n_kept;      /* organizations in them */
};

/* Refuses, in a sentence, what cannot be approved either, and when there are some already. Needs
 * an action under way; cycle_id 0: the latest. */
gboolean mer_preliminary_publish (MerDocument *doc,
                                  gint64       cycle_id,
                                  const char  *decision,
                                  GError     **error);
/* Refuses when there are none, and when the results were approved since. Needs an action. */
gboolean mer_preliminary_withdraw (MerDocument *doc,
                                   gint64       cycle_id,
                                   GError     **error);
/* (transfer full): NULL without error when nothing was put to discussion. */
MerPreliminary *mer_preliminary_load (MerDocument      *doc,
                                      const MerResults *results,
                                      GError          **error);
void            mer_preliminary_free (MerPreliminary *self);
/* Adds a sentence to `problems` when the scores were altered by another program; FALSE and error
 * when the document cannot be read. */
gboolean mer_preliminary_verify (MerDocument    *doc,
                                 const MerCycle *cycle,
                                 GPtrArray      *problems,
                                 GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPreliminary, mer_preliminary_free)

G_END_DECLS
