/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-draft-store.h"

G_BEGIN_DECLS

/* Editing the rules of a cycle: a draft is begun from the version in force, changed as often as
 * one likes, and dropped or applied. Each function but the finders changes the document within
 * the action under way, so that one edit is one action and undo takes back one edit.
 * cycle_id 0: the latest cycle, or the next one where there is none yet. */

/* (transfer full): *draft is NULL when nothing is being edited. */
gboolean mer_edit_rules_find (MerDocument    *document,
                              gint64          cycle_id,
                              MerRulesDraft **draft,
                              GError        **error);
/* INVALID when there is a draft already. */
gboolean mer_edit_rules_begin (MerDocument *document,
                               gint64       cycle_id,
                               GError     **error);
/* Makes the draft these rules; begins one where there is none. They may have problems. */
gboolean mer_edit_rules_change (MerDocument    *document,
                                gint64          cycle_id,
                                MerMethodology *methodology,
                                GError        **error);
/* NOT_FOUND when there is none. */
gboolean mer_edit_rules_drop (MerDocument *document,
                              gint64       cycle_id,
                              GError     **error);
/* Why mer_edit_rules_apply() would refuse, as an error; also that nothing differs from the
 * version in force. Reads only. */
gboolean mer_edit_rules_may_apply (MerDocument *document,
                                   gint64       cycle_id,
                                   const char  *reason,
                                   GError     **error);
/* A new version that the cycle is bound to; the draft is gone. `reason` is required when the
 * results of the cycle are approved; `decision` is the council's, in words; both nullable. */
gboolean mer_edit_rules_apply (MerDocument *document,
                               gint64       cycle_id,
                               const char  *reason,
                               const char  *decision,
                               GError     **error);

G_END_DECLS
