/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-approval.h"

G_BEGIN_DECLS

/* What approving results and putting them to discussion share. */

/* Not approved, no draft of the rules, and somebody has a score; INVALID with a sentence. */
gboolean mer_approval_check (MerDocument      *doc,
                             const MerResults *results,
                             GError          **error);
/* By this user, now. Takes `scores`; (transfer full). */
MerApproval *mer_approval_new (const MerResults *results,
                               const char       *decision,
                               char             *scores);

G_END_DECLS
