/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-checklist-inspector.h"
#include "ui/pages/mer-data-view.h"
#include "ui/widgets/mer-checklist-grid.h"

G_BEGIN_DECLS

/* The tab «Чек-листы»: all marks of the cycle as a grid that one types into. */
#define MER_TYPE_DATA_CHECKLISTS (mer_data_checklists_get_type ())
G_DECLARE_FINAL_TYPE (MerDataChecklists, mer_data_checklists, MER, DATA_CHECKLISTS, MerDataView)

/* (transfer none) */
MerChecklistGrid      *mer_data_checklists_get_grid (MerDataChecklists *self);
MerChecklistInspector *mer_data_checklists_get_inspector (MerDataChecklists *self);
/* What pasting this text does: one action, or a sentence and nothing. */
void mer_data_checklists_paste_text (MerDataChecklists *self,
                                     const char        *text);

G_END_DECLS
