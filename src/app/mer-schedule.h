/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-facts.h"

G_BEGIN_DECLS

/* Replaces the schedule from the cycle's year on by `turns` (of MerTurn); what stands in it
 * already stays with its note. Action under way. */
gboolean mer_schedule_apply (MerDocument         *doc,
                             const MerCycleFacts *facts,
                             const GArray        *turns,
                             GError             **error);
/* Puts an organization into a year of the schedule, or takes it out. Action under way. */
gboolean mer_schedule_set (MerDocument *doc,
                           gint64       organization_id,
                           int          year,
                           gboolean     on,
                           GError     **error);

G_END_DECLS
