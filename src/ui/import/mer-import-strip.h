/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerImportStrip:
 *
 * Columns of one width side by side, of which only those in sight are made: a table of two
 * hundred columns is as quick as one of five. It stands in a scrolled window.
 */
#define MER_TYPE_IMPORT_STRIP (mer_import_strip_get_type ())
G_DECLARE_FINAL_TYPE (MerImportStrip, mer_import_strip, MER, IMPORT_STRIP, GtkWidget)

/* (transfer floating): the widget of a column, from 0. */
typedef GtkWidget *(*MerStripMake) (guint    column,
                                    gpointer user_data);
typedef void (*MerStripUpdate) (GtkWidget *widget,
                                guint      column,
                                gpointer   user_data);

/* `adjustment`: of the scrolled window that it stands in. */
void mer_import_strip_set_adjustment (MerImportStrip *self,
                                      GtkAdjustment  *adjustment);
/* `make` is called when a column comes into sight; `user_data` outlives the strip. */
void mer_import_strip_set_maker (MerImportStrip *self,
                                 MerStripMake    make,
                                 gpointer        user_data);
/* Forgets all columns and has so many anew. */
void mer_import_strip_reset (MerImportStrip *self,
                             guint           n_columns);
/* Calls `update` for each column that is made. */
void mer_import_strip_update (MerImportStrip *self,
                              MerStripUpdate  update,
                              gpointer        user_data);
/* NULL while the column is out of sight. */
GtkWidget *mer_import_strip_get (MerImportStrip *self,
                                 guint           column);
guint      mer_import_strip_get_n (MerImportStrip *self);
guint      mer_import_strip_get_n_made (MerImportStrip *self);
int        mer_import_strip_get_pitch (MerImportStrip *self);
/* Scrolls so that the column is in sight, as soon as there is room for it. */
void mer_import_strip_reveal (MerImportStrip *self,
                              guint           column);

G_END_DECLS
