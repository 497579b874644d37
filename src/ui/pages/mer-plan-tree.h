/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-plan-book.h"

G_BEGIN_DECLS

/* Plans as a tree: organizations with their items and with findings that no item answers, or
 * quarters with the items that are due in them. Rows below a row are made when it is opened, so
 * that a region costs no more than its organizations. */

typedef enum
{
  MER_PLAN_NODE_SHEET, /* an organization, or the municipality */
  MER_PLAN_NODE_GROUP, /* a quarter */
  MER_PLAN_NODE_LINE,
  MER_PLAN_NODE_FINDING, /* without an item */
} MerPlanNodeKind;

/**
 * MerPlanNode:
 *
 * A row. It keeps the book that it is of, and is read only.
 */
#define MER_TYPE_PLAN_NODE (mer_plan_node_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanNode, mer_plan_node, MER, PLAN_NODE, GObject)

struct _MerPlanNode
{
  GObject parent_instance;

  MerPlanNodeKind     kind;
  MerPlanBook        *book;
  const MerPlanSheet *sheet;    /* of all but GROUP */
  const MerPlanLine  *line;     /* LINE */
  const MerFinding   *finding;  /* FINDING */
  char               *title;    /* GROUP */
  gint64              key;      /* the same in the next book */
  gboolean            flat;     /* a line below a group: it names its organization */
  GPtrArray          *lines;    /* of MerPlanLine, borrowed: those below it; nullable */
  GListStore         *children; /* owned: what was made of these; nullable */
};

typedef struct
{
  gboolean    by_deadline;
  int         standing; /* MerStanding, or −1: all */
  const char *person;   /* exactly; nullable */
  const char *words;    /* folded; nullable */
  GHashTable *known;    /* mer_plan_words_new(), kept from one search to the next; nullable */
  GHashTable *found;    /* set by the tree */
} MerPlanFilter;

/* What was folded already: MerPlanItem → text. (transfer full) */
GHashTable *mer_plan_words_new (void);

/* (transfer full) (element-type MerPlanNode): the top of the tree; `n_shown`: items that the filter
 * lets through. */
GListStore *mer_plan_tree_new (MerPlanBook         *book,
                               const MerPlanFilter *filter,
                               guint               *n_shown);
/* (transfer full) (nullable): what stands below a node, as GtkTreeListModel asks for it. */
GListModel *mer_plan_tree_children (gpointer node,
                                    gpointer user_data);
/* Where the tops of two trees differ. */
typedef struct
{
  guint first;
  guint n_removed; /* of the one */
  guint n_added;   /* of the other */
} MerPlanTreeGap;

/* What is the same in the next tree is of its book from now on; `gap`: what is not. */
void mer_plan_tree_compare (GListStore     *roots,
                            GListStore     *next,
                            MerPlanTreeGap *gap);
/* Puts the rest of the next tree there. */
void mer_plan_tree_splice (GListStore           *roots,
                           GListStore           *next,
                           const MerPlanTreeGap *gap);
/* The node of a row of the tree's model: (transfer none). */
MerPlanNode *mer_plan_node_of (gpointer row);

G_END_DECLS
