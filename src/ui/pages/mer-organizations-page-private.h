/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-organization-inspector.h"
#include "ui/pages/mer-organization-list.h"
#include "ui/pages/mer-organizations-page.h"
#include "ui/widgets/mer-scope.h"
#include "ui/widgets/mer-list-view.h"

G_BEGIN_DECLS

struct _MerOrganizationsPage
{
  MerPage parent_instance;

  /* template children */
  GtkStack                 *stack;
  GtkStack                 *table_stack;
  GtkEditable              *search;
  GtkDropDown              *scope;
  GtkDropDown              *state;
  GtkDropDown              *band;
  GtkLabel                 *shown;
  GtkWidget                *rules_bar;
  GtkDropDown              *choice;
  GtkLabel                 *rules;
  GtkPaned                 *paned;
  GtkColumnView            *table;
  MerOrganizationInspector *inspector;
  GMenu                    *row_menu;
  GMenu                    *columns_section;
  GMenu                    *join_menu;

  /* owned */
  MerOrganizationList *list;
  GtkFilter           *filter;
  GtkMultiSelection   *selection;
  GListModel          *scopes;
  GStrv                words; /* of the search, folded */

  gint64   wanted;     /* organization to select when its row comes; 0: none */
  gboolean refreshing; /* the filters are being set, not chosen */
};

/* mer-organizations-actions.c */
void mer_organizations_page_init_actions (MerOrganizationsPage *self);
void mer_organizations_page_update_actions (MerOrganizationsPage *self);

/* mer-organizations-choice.c: who is chosen for the cycle. */
void     mer_organizations_page_init_choice (MerOrganizationsPage *self);
void     mer_organizations_page_update_choice (MerOrganizationsPage *self);
gboolean mer_organizations_page_fits_choice (MerOrganizationsPage       *self,
                                             const MerOrganizationEntry *entry);

/* mer-organizations-layout.c: which columns are shown, what is remembered. */
void mer_organizations_page_init_layout (MerOrganizationsPage *self);
void mer_organizations_page_update_columns (MerOrganizationsPage *self);

/* mer-organizations-page.c */
/* (transfer full) (nullable): the item, when exactly one row is selected. */
MerOrganizationItem *mer_organizations_page_get_single (MerOrganizationsPage *self);
/* (element-type gint64): ids of the selected organizations, ascending. */
GArray *mer_organizations_page_get_selected_ids (MerOrganizationsPage *self);
/* The group that the filter shows; 0: none. */
gint64 mer_organizations_page_get_group_id (MerOrganizationsPage *self);
void   mer_organizations_page_reset_filters (MerOrganizationsPage *self);

G_END_DECLS
