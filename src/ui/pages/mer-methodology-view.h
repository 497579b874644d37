/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"
#include "ui/pages/mer-methodology-editing.h"
#include "ui/pages/mer-methodology-outline.h"

G_BEGIN_DECLS

/**
 * MerMethodologyView:
 *
 * A tab of the page of rules: a tree of them, and beside it the row that is chosen. Actions of
 * its group: `add-part` (s: "indicator"), `add`, `copy-part`, `delete`, `move-up`, `move-down`,
 * `restore`, `normalize`, `edit`, `copy`, `context-menu`.
 */
#define MER_TYPE_METHODOLOGY_VIEW (mer_methodology_view_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyView,
                      mer_methodology_view,
                      MER,
                      METHODOLOGY_VIEW,
                      MerDataView)

GtkWidget *mer_methodology_view_new (MerMethodologyEditing *editing,
                                     MerOutline             outline,
                                     GSettings             *settings);

/* Keeps the width of the tree where that is the user's. */
void mer_methodology_view_keep_layout (MerMethodologyView *self);

/* (transfer none) (nullable) */
const char *mer_methodology_view_get_selected (MerMethodologyView *self);
/* Chooses a row; `property` (nullable): and brings the keyboard to that field. */
gboolean mer_methodology_view_show (MerMethodologyView *self,
                                    const char         *row,
                                    const char         *property);
/* What can be added to an outline, as items of an action "PREFIXadd-part": (transfer full). */
GMenuModel *mer_methodology_add_menu_new (MerOutline  outline,
                                          const char *prefix);
/* What a row would be when it is as in the federal edition again: (transfer full). */
MerMethodology *mer_methodology_restored (MerMethodologyEditing *editing,
                                          const char            *row,
                                          GError               **error);
/* Stores what is being typed. */
void mer_methodology_view_finish (MerMethodologyView *self);

G_END_DECLS
