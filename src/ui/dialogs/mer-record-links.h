/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-record.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerRecordLink:
 *
 * Two rows of a form that connect its record with another one: of which kind that is, and which.
 * What a deadline counts from, or whose deadline is taken; what shows that something was done.
 */
typedef struct _MerRecordLink MerRecordLink;

/* The connection that belongs behind the field of that name; (transfer none) (nullable): it lives
 * as long as its rows. `record` is what the form edits. */
MerRecordLink *mer_record_link_new_for (MerDocument     *document,
                                        const MerRecord *record,
                                        const MerField  *field);
void           mer_record_link_add_to (MerRecordLink       *self,
                                       AdwPreferencesGroup *group);
const MerField *mer_record_link_get_field (const MerRecordLink *self);
/* That of the kind; the one below says which. (transfer none) */
GtkWidget *mer_record_link_get_row (const MerRecordLink *self);
/* Whether it is complete; else it has the keyboard. */
gboolean mer_record_link_check (MerRecordLink *self);
/* Inside an action, when the record has its id. */
gboolean mer_record_link_save (MerRecordLink   *self,
                               MerDocument     *document,
                               const MerRecord *record,
                               GError         **error);
/* For the next record: nothing is chosen. */
void mer_record_link_clear (MerRecordLink *self);

G_END_DECLS
