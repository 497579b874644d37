/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-rating-list.h"

G_BEGIN_DECLS

/**
 * MerRatingTable:
 *
 * The rating as a column view: filtered, sorted, several rows selectable.
 *
 * Signals: `rows-changed` (): other rows or another order; `geometry-changed` (): the
 * header or the rows have another height; `activate` (gint64): Enter on an organization.
 */
#define MER_TYPE_RATING_TABLE (mer_rating_table_get_type ())
G_DECLARE_FINAL_TYPE (MerRatingTable, mer_rating_table, MER, RATING_TABLE, AdwBin)

GtkWidget *mer_rating_table_new (void);

void mer_rating_table_set_list (MerRatingTable *self,
                                MerRatingList  *list);
void mer_rating_table_set_filter (MerRatingTable        *self,
                                  const MerRatingFilter *filter);
void mer_rating_table_set_ranks_in_kind (MerRatingTable *self,
                                         gboolean        in_kind);
void mer_rating_table_set_narrow (MerRatingTable *self,
                                  gboolean        narrow);

GtkSelectionModel  *mer_rating_table_get_selection (MerRatingTable *self);
GPtrArray          *mer_rating_table_get_rows (MerRatingTable *self);
gboolean            mer_rating_table_select (MerRatingTable *self,
                                             gint64          organization_id);
GtkAdjustment      *mer_rating_table_get_vadjustment (MerRatingTable *self);
int                 mer_rating_table_get_header_height (MerRatingTable *self);
double              mer_rating_table_get_pitch (MerRatingTable *self);
GtkWidget          *mer_rating_table_get_view (MerRatingTable *self);
GdkContentProvider *mer_rating_table_copy (MerRatingTable *self);

G_END_DECLS
