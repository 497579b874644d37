/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-editing.h"
#include "ui/pages/mer-methodology-outline.h"

G_BEGIN_DECLS

/**
 * MerMethodologyTree:
 *
 * One tree of the rules as a table. It shows and chooses; what is to be done it tells.
 *
 * Signals:
 *   `selected` ()                          another row is selected
 *   `typed` (row, text)                    a weight is being typed
 *   `entered` (row, text)                  a weight was typed; NULL: not after all
 *   `dropped` (row, target, behind)        a part was dropped on a row
 */
#define MER_TYPE_METHODOLOGY_TREE (mer_methodology_tree_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyTree,
                      mer_methodology_tree,
                      MER,
                      METHODOLOGY_TREE,
                      AdwBin)

MerMethodologyTree *mer_methodology_tree_new (MerMethodologyEditing *editing,
                                              MerOutline             outline);

/* (transfer none) */
GtkColumnView *mer_methodology_tree_get_table (MerMethodologyTree *self);
/* (transfer none) (nullable) */
const char *mer_methodology_tree_get_selected (MerMethodologyTree *self);
/* Opens what it stands in and scrolls there. FALSE: there is no such row. */
gboolean mer_methodology_tree_select (MerMethodologyTree *self,
                                      const char         *row);
/* The next refresh will find the row by its new name. */
void mer_methodology_tree_rename (MerMethodologyTree *self,
                                  const char         *row,
                                  const char         *new_row);
/* Opens or closes the selected row; FALSE when it has nothing below it. */
gboolean mer_methodology_tree_set_expanded (MerMethodologyTree *self,
                                            gboolean            expanded);
/* Begins to type the selected row's weight; FALSE when it has none. */
gboolean mer_methodology_tree_edit_weight (MerMethodologyTree *self);
void     mer_methodology_tree_set_narrow (MerMethodologyTree *self,
                                          gboolean            narrow);

G_END_DECLS
