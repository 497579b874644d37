/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-methodology-tree.h"
#include "ui/widgets/mer-list-view.h"

G_BEGIN_DECLS

/* A row of the tree: its name, and the rows below once they were asked for. */
#define MER_TYPE_METHODOLOGY_NODE (mer_methodology_node_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyNode,
                      mer_methodology_node,
                      MER,
                      METHODOLOGY_NODE,
                      GObject)

struct _MerMethodologyNode
{
  GObject parent_instance;

  char               *row;      /* owned */
  GListStore         *children; /* owned; NULL: not asked for yet */
  MerMethodologyTree *tree;     /* weak */
};

/* The node of an item of the table, a GtkTreeListRow: (transfer none). */
MerMethodologyNode *mer_methodology_node_of (gpointer item);

/* mer-methodology-columns.c: the columns of an outline. */
void mer_methodology_columns_setup (GtkColumnView *table,
                                    MerOutline     outline);
/* What a cell shows of its item, again. */
void mer_methodology_cell_refresh (GtkWidget *cell);
/* The cell of a row in which its weight is typed; NULL: it is not on the screen or has none. */
GtkWidget *mer_methodology_cell_find_weight (MerMethodologyTree *tree,
                                             const char         *row);

/* mer-methodology-tree.c, for the cells. */
MerMethodologyEditing *mer_methodology_tree_get_editing (MerMethodologyTree *self);
/* (element-type GtkWidget): the cells that there are. */
GHashTable *mer_methodology_tree_get_cells (MerMethodologyTree *self);
void        mer_methodology_tree_typed (MerMethodologyTree *self,
                                        const char         *row,
                                        const char         *text);
void        mer_methodology_tree_entered (MerMethodologyTree *self,
                                          const char         *row,
                                          const char         *text);
void        mer_methodology_tree_dropped (MerMethodologyTree *self,
                                          const char         *row,
                                          const char         *target,
                                          gboolean            behind);

G_END_DECLS
