/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A length that holds text (of a column, a pane), given in px for the usual size of text, for
 * the size that the user has: twice as long at 200 %. */
int mer_text_scale_px (GtkWidget *widget,
                       int        px);
/* The size that a window opens with, in px for the usual size of text (height -1: as it needs):
 * larger with larger text, as far as the window that it belongs to goes. */
void mer_text_scale_window (GtkWindow *window,
                            int        width,
                            int        height);
/* From now on, what mer_text_scale_window() does happens to the size of each dialog of the program
 * when it is shown; unless that was told to be kept. */
void mer_text_scale_dialogs (void);
void mer_text_scale_keep (GtkWindow *window);
/* Calls back, swapped, when the size of text changes, as long as the object lives. */
void mer_text_scale_follow (GtkWidget *widget,
                            GCallback  callback,
                            gpointer   object);

G_END_DECLS
