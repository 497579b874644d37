/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-methodology-editor.h"
#include "ui/pages/mer-methodology-tree.h"
#include "ui/pages/mer-methodology-view.h"

G_BEGIN_DECLS

struct _MerMethodologyView
{
  MerDataView parent_instance;

  /* template children */
  GtkStack      *stack;
  AdwStatusPage *empty;
  GtkButton     *empty_add;
  GtkPaned      *paned;

  /* children */
  MerMethodologyTree   *tree;
  MerMethodologyEditor *editor;

  /* owned */
  MerMethodologyEditing *editing;
  GSettings             *settings;

  MerOutline outline;
  int        tree_width; /* as it was set; what is there now may be the user's */
  gboolean   narrow;
};

/* mer-methodology-view-actions.c */
void mer_methodology_view_add_actions (MerMethodologyView *self);
void mer_methodology_view_update_actions (MerMethodologyView *self);
/* What the tree tells: a weight is typed, was entered; a part was dropped. */
void mer_methodology_view_weight_typed (MerMethodologyView *self,
                                        const char         *row,
                                        const char         *text);
void mer_methodology_view_weight_entered (MerMethodologyView *self,
                                          const char         *row,
                                          const char         *text);
void mer_methodology_view_dropped (MerMethodologyView *self,
                                   const char         *row,
                                   const char         *target,
                                   gboolean            behind);

G_END_DECLS
