/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-blocks.h"
#include "store/mer-mark-store.h"
#include "store/mer-registry-store.h"

G_BEGIN_DECLS

/* The checklists of a cycle as one table whose file imports again without a question: a row
 * an organization, a column an item, and who looked, when, where the evidence is.
 * Organizations of whom nothing is required are left out: such a row would be refused;
 * *n_left_out (optional) counts those of them who have a checklist. */
MerBlocks *mer_checklist_table (MerDocument *doc,
                                gint64       cycle_id,
                                guint       *n_left_out,
                                GError     **error);
/* The same written as CSV or XLSX, by the extension of `path`. */
gboolean mer_checklist_table_write (MerDocument *doc,
                                    gint64       cycle_id,
                                    const char  *path,
                                    guint       *n_left_out,
                                    GError     **error);

/* «stand/stand.2», as columns of an import are called: (transfer full). */
char *mer_checklist_item_code (const MerCycleItem *item);

G_END_DECLS
