/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerSampleBar:
 *
 * How much of a required sample has come: the track is the plan, the fill the fact. It
 * goes on to 150 % of the plan. The figures stand beside it as text.
 */
#define MER_TYPE_SAMPLE_BAR (mer_sample_bar_get_type ())
G_DECLARE_FINAL_TYPE (MerSampleBar, mer_sample_bar, MER, SAMPLE_BAR, GtkWidget)

/* A bar that draws nothing yet. */
GtkWidget *mer_sample_bar_new (void);
/* `plan` −1: unknown, and nothing is drawn. */
void mer_sample_bar_set (MerSampleBar *self,
                         gint64        fact,
                         gint64        plan);

G_END_DECLS
