/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"
#include "store/mer-approval-store.h"

G_BEGIN_DECLS

/* Approving the results of a cycle: its rules, its data and its scores stay as they are from
 * then on. cycle_id 0: the latest. Both changes need an action under way. */

/* Refuses, in a sentence, while the rules are being edited, when nobody has a score, and when
 * the results are approved already. `decision` is the council's, in words; nullable. */
gboolean mer_approve_results (MerDocument *doc,
                              gint64       cycle_id,
                              const char  *decision,
                              GError     **error);
/* What would be approved although one may not want it: (transfer full) (element-type utf8),
 * sentences; empty when there is nothing. */
GPtrArray *mer_approval_warnings (MerDocument      *doc,
                                  const MerResults *results);
/* Takes the approval back; a reason is required, and belongs into the label of the action. */
gboolean mer_reopen_results (MerDocument *doc,
                             gint64       cycle_id,
                             const char  *reason,
                             GError     **error);
/* Computes all approved scores again. Adds a sentence to `problems` for each cycle whose scores
 * are not those that were approved, and one to `notes` (nullable) where the rules were changed
 * since; tells the same of altered preliminary results. FALSE and error when the document cannot
 * be read. */
gboolean mer_approvals_verify (MerDocument *doc,
                               GPtrArray   *problems,
                               GPtrArray   *notes,
                               GError     **error);

G_END_DECLS
