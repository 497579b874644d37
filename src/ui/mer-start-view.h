/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mer-recent-files.h"

G_BEGIN_DECLS

/**
 * MerStartView:
 *
 * What a window shows before a document: new, open, example, recent documents. It takes
 * a dropped `.merilo` file. Everything it does is an action of the window.
 */
#define MER_TYPE_START_VIEW (mer_start_view_get_type ())
G_DECLARE_FINAL_TYPE (MerStartView, mer_start_view, MER, START_VIEW, GtkWidget)

void mer_start_view_set_recent_files (MerStartView   *self,
                                      MerRecentFiles *files);
/* While the example is being made its row shows a spinner. */
void mer_start_view_set_busy (MerStartView *self,
                              gboolean      busy);

G_END_DECLS
