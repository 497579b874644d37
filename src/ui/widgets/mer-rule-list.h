/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-rule-note.h"

G_BEGIN_DECLS

/**
 * MerRuleList:
 *
 * A button «Check: 2» that opens the list of what rules have to say; without notes it says that all
 * is well.
 *
 * Signal `note-activated` (const char *kind, gint64 id): a note was chosen: go to its record.
 */
#define MER_TYPE_RULE_LIST (mer_rule_list_get_type ())
G_DECLARE_FINAL_TYPE (MerRuleList, mer_rule_list, MER, RULE_LIST, GtkBox)

GtkWidget *mer_rule_list_new (void);
/* Takes the notes (element-type MerRuleNote). */
void mer_rule_list_take (MerRuleList *self,
                         GPtrArray   *notes);
/* (transfer none) */
const GPtrArray *mer_rule_list_get_notes (MerRuleList *self);

G_END_DECLS
