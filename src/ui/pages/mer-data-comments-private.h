/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-comment-inspector.h"
#include "ui/pages/mer-comment-list.h"
#include "ui/pages/mer-data-comments.h"

G_BEGIN_DECLS

/* What the parts of the view share: mer-data-comments.c shows, mer-data-comments-actions.c acts. */

struct _MerDataComments
{
  MerDataView parent_instance;

  /* template children */
  GtkStack            *stack;
  GtkSpinner          *spinner;
  GtkEditable         *search;
  GtkDropDown         *organization;
  GtkDropDown         *theme;
  GtkDropDown         *mark;
  GtkToggleButton     *nothing;
  GtkStack            *table_stack;
  GtkColumnView       *table;
  MerCommentInspector *inspector;
  GMenuModel          *row_menu;

  /* owned */
  GtkWidget         *tools;
  MerCommentList    *list;
  GtkMultiSelection *selection;
  MerComments       *comments;  /* nullable: not read yet */
  char              *signature; /* of what is being or was read */
  GCancellable      *reading;
  GArray            *organizations; /* of gint64: behind «Все организации» */
  GPtrArray         *themes;        /* of char*: behind «Все темы», «Без темы» */

  gboolean is_filling; /* the filters' own lists are being changed */
};

/* Reads anew what was decided about comments, and shows it. */
void mer_data_comments_reload (MerDataComments *self);
void mer_data_comments_reset_filters (MerDataComments *self);
/* (transfer full) (element-type MerCommentItem) */
GPtrArray *mer_data_comments_get_selected (MerDataComments *self);

/* In mer-data-comments-actions.c. */
void mer_data_comments_add_actions (MerDataComments *self);
void mer_data_comments_update_actions (MerDataComments *self);

/* In mer-structure-window.c: who answered, as a table with bars. */
void mer_structure_window_present (GtkWindow  *parent,
                                   MerSession *session);

G_END_DECLS
