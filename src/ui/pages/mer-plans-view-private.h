/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-plan-inspector.h"
#include "ui/pages/mer-plan-tree.h"
#include "ui/pages/mer-plans-view.h"

G_BEGIN_DECLS

struct _MerPlansView
{
  MerDataView parent_instance;

  /* owned */
  MerPlanBook       *book; /* that is shown; nullable */
  GtkMultiSelection *selection;
  GHashTable        *expanded; /* names of what is open */
  GtkTreeListModel  *tree;     /* that is shown; nullable */
  GHashTable        *words;    /* mer_plan_words_new(): what searches have folded */
  GPtrArray         *persons;  /* of char*: behind the drop-down's first line */

  /* children */
  GtkWidget        *bar;
  GtkToggleButton  *by_organization;
  GtkDropDown      *standing;
  GtkDropDown      *person;
  GtkSearchEntry   *search;
  GtkLabel         *shown;
  GtkStack         *stack;
  GtkColumnView    *table;
  GtkWidget        *scrolled;
  MerPlanInspector *inspector;

  guint    n_shown;
  gboolean by_deadline; /* the tree is */
  gboolean seen[2];     /* by organization, by deadline: whether it was shown already */
  gint64   wanted;      /* an organization to be shown when the book is there; 0: none */
  gboolean filling;
  gboolean working; /* a thread changes the plans */

  const char *wanted_kind; /* of a record to be shown when the book is there; NULL: none */
  gint64      wanted_id;
};

/* (transfer none) (nullable) (element-type GtkTreeListRow): what the table shows. */
GListModel *mer_plans_view_rows (MerPlansView *self);
/* The inspector and the actions follow what is selected. */
void mer_plans_view_selection_changed (MerPlansView *self);
/* (transfer full) (element-type MerPlanNode): what is selected. */
GPtrArray *mer_plans_view_selected (MerPlansView *self);
/* (transfer full) (element-type gint64): ids of the selected items. */
GArray *mer_plans_view_items (MerPlansView *self);
/* The organization of the first selected row: its sheet (nullable). */
const MerPlanSheet *mer_plans_view_sheet (MerPlansView *self);
/* The bar and what it lets through. */
void mer_plans_view_make_bar (MerPlansView *self);
void mer_plans_view_read_filter (MerPlansView  *self,
                                 MerPlanFilter *filter);
void mer_plans_view_fill_persons (MerPlansView *self);
void mer_plans_view_show_number (MerPlansView *self);
/* Makes the tree anew. */
void        mer_plans_view_fill (MerPlansView *self);
MerSession *mer_plans_view_session (MerPlansView *self);

/* With the selected items, of all of them as one change. */
void mer_plans_view_set_state (MerPlansView *self,
                               int           state); /* MerPlanItemState */
void mer_plans_view_delete_items (MerPlansView *self);
void mer_plans_view_copy_to (MerPlansView *self);
void mer_plans_view_mark (MerPlansView *self);
/* A measure of the library for them, or `add`: for an item of its own. */
void mer_plans_view_choose_measure (MerPlansView *self,
                                    gboolean      add);

/* With the plans of the selected organizations. */
void mer_plans_view_find_results (MerPlansView *self); /* of all organizations */
void mer_plans_view_recommend (MerPlansView *self);
void mer_plans_view_receive (MerPlansView *self);
void mer_plans_view_make (MerPlansView *self);
void mer_plans_view_take_step (MerPlansView *self,
                               MerPlanState  state);
void mer_plans_view_edit_plan (MerPlansView *self);
void mer_plans_view_tell_added (MerPlansView *self,
                                guint         n);

/* Puts the actions of the view there; called once. */
void mer_plans_view_add_actions (MerPlansView *self);
void mer_plans_view_update_actions (MerPlansView *self);
/* Of the kinds "plan", "plan-item", "finding", "control-mark"; as MerDataViewClass wants it. */
void mer_plans_view_show_record (MerDataView *view,
                                 const char  *kind,
                                 gint64       id);
/* Shows what was asked for before the book was there. */
void mer_plans_view_show_wanted (MerPlansView *self);

G_END_DECLS
