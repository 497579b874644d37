/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-rating-table.h"

G_BEGIN_DECLS

struct _MerRatingTable
{
  AdwBin parent_instance;

  GtkColumnView      *view;      /* child of the scrolled window */
  GtkScrolledWindow  *scrolled;  /* our child */
  MerRatingList      *list;      /* owned, nullable */
  GtkCustomFilter    *filter;    /* owned */
  GtkFilterListModel *filtered;  /* owned */
  GtkSortListModel   *sorted;    /* owned */
  GtkMultiSelection  *selection; /* owned */
  MerRatingFilter     wanted;    /* its array and text are owned */
  gboolean            ranks_in_kind;
  gboolean            narrow;

  /* what the headers say */
  gboolean probing;
  int      lead; /* column that is sorted by first, −1: place order */
  gboolean inverted;

  guint geometry_idle;
};

/* mer-rating-table-columns.c: the columns for the present list and width; sorting as the headers
 * say, known before the models hear of it. */
void mer_rating_table_fill_columns (MerRatingTable *self);
void mer_rating_table_follow_headers (MerRatingTable *self);

G_END_DECLS
