/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-rating-choice.h"
#include "ui/pages/mer-rating-explanation.h"
#include "ui/pages/mer-rating-page.h"
#include "ui/pages/mer-rating-table.h"
#include "ui/widgets/mer-chart-area.h"

G_BEGIN_DECLS

struct _MerRatingPage
{
  MerPage parent_instance;

  /* template children */
  GtkMenuButton        *kind_button;
  GtkStack             *stack;
  AdwStatusPage        *empty;
  GtkSpinner           *spinner;
  GtkEditable          *search;
  GtkLabel             *shown;
  GtkWidget            *view_buttons;
  GtkDropDown          *view_drop;
  GtkStack             *found;
  GtkPaned             *horizontal;
  MerRatingTable       *table;
  GtkWidget            *table_box;
  GtkLabel             *mean;
  GtkWidget            *chart_box;
  MerChartArea         *chart;
  GtkScrollbar         *chart_scrollbar;
  MerRatingExplanation *explanation;
  GMenuModel           *row_menu;

  MerResults     *results; /* owned, nullable: what is shown */
  GPtrArray      *groups;  /* owned, nullable: of MerGroup */
  MerRatingChoice choice;  /* its fields are owned */
  gboolean        ranks_in_kind;
  GtkWidget      *menu;        /* owned: the popover of the row menu, nullable */
  int             split_width; /* the width that the panes were last divided for */
};

/* mer-rating-page-actions.c */
void mer_rating_page_init_actions (MerRatingPage *self);
void mer_rating_page_update_actions (MerRatingPage *self);
/* (transfer full): of the action "view" or "choice". */
char *mer_rating_page_get_state (MerRatingPage *self,
                                 const char    *name);
void  mer_rating_page_open (MerRatingPage *self);
void  mer_rating_page_reset_filters (MerRatingPage *self);
/* The menu of a row, at a point of the table. */
void mer_rating_page_popup_menu (MerRatingPage *self,
                                 double         x,
                                 double         y);

/* mer-rating-page.c */
void mer_rating_page_apply_view (MerRatingPage *self);
void mer_rating_page_apply_choice (MerRatingPage *self);
void mer_rating_page_show_selected (MerRatingPage *self);
/* (transfer none) (nullable): the row that has the cursor, or the first that is selected. */
const MerScoreRow *mer_rating_page_get_row (MerRatingPage *self);

G_END_DECLS
