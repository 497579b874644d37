/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerSwatch:
 *
 * A 12 px square in the colour of a band, outlined. It stands beside the word for the
 * band and says nothing by itself.
 */
#define MER_TYPE_SWATCH (mer_swatch_get_type ())
G_DECLARE_FINAL_TYPE (MerSwatch, mer_swatch, MER, SWATCH, GtkWidget)

/* A square that draws nothing yet. */
GtkWidget *mer_swatch_new (void);
/* 0 excellent … 4 unsatisfactory; −1: nothing is drawn. */
void mer_swatch_set_band (MerSwatch *self,
                          int        band);

/**
 * MerShareBar:
 *
 * A horizontal bar of 10 px: `share` of it in the colour of a series, the rest a track.
 */
#define MER_TYPE_SHARE_BAR (mer_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (MerShareBar, mer_share_bar, MER, SHARE_BAR, GtkWidget)

/* `share`: 0…1; `selected`: in the colour of the selection. */
GtkWidget *mer_share_bar_new (double   share,
                              gboolean selected);

G_END_DECLS
