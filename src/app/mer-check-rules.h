/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-facts.h"
#include "cycle/mer-rule-note.h"

G_BEGIN_DECLS

/* All rules that a cycle obeys, checked: one line each in the table of mer-check-rules.c. What is
 * broken comes first: (transfer full) (element-type MerRuleNote). */
GPtrArray *mer_check_rules (const MerCycleFacts *facts);

/* --- the checks; each adds what it has to say ------------------------------------------------- */

typedef void (*MerRuleCheckFunc) (const MerCycleFacts *facts,
                                  GPtrArray           *notes);

/* Moves all of `more` to the end of `notes`; `more` is (transfer full). */
void mer_check_rules_take (GPtrArray *notes,
                           GPtrArray *more);

G_END_DECLS
