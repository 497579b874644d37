/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerSidebar:
 *
 * Title of the document, its cycles, the list of pages with their counters, and when the
 * document was saved. Choosing a page activates `win.page`, a cycle `win.cycle`.
 */
#define MER_TYPE_SIDEBAR (mer_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (MerSidebar, mer_sidebar, MER, SIDEBAR, GtkWidget)

void mer_sidebar_set_session (MerSidebar *self,
                              MerSession *session);
/* Marks the row of the page that is shown. */
void mer_sidebar_set_page (MerSidebar *self,
                           const char *id);
/* Narrow: 196 px instead of 216. */
void mer_sidebar_set_narrow (MerSidebar *self,
                             gboolean    narrow);

G_END_DECLS
