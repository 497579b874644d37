/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-application.h"
#include "ui/mer-page.h"

G_BEGIN_DECLS

/**
 * MerWindow:
 *
 * A window: the start view, then one document with its pages, and for a time a flow
 * (the import) that takes the whole window. Property `session` (nullable).
 */
#define MER_TYPE_WINDOW (mer_window_get_type ())
G_DECLARE_FINAL_TYPE (MerWindow, mer_window, MER, WINDOW, AdwApplicationWindow)

MerWindow *mer_window_new (MerApplication *application);

/* (transfer none) (nullable): NULL on the start view. */
MerSession *mer_window_get_session (MerWindow *self);
/* Shows the document; the window keeps a reference. */
void mer_window_set_document (MerWindow   *self,
                              MerDocument *document);
/* Opens a file, asking nothing; on failure a dialog says why and nothing changes. */
gboolean mer_window_open_file (MerWindow *self,
                               GFile     *file);
/* The page that is shown: (transfer none) (nullable). */
MerPage *mer_window_get_page (MerWindow *self);
void     mer_window_show_page (MerWindow  *self,
                               const char *id);

/* Lets `flow` (floating or not) take the whole window until mer_window_end_flow(). It
 * brings its own header bar, and an action `import.cancel` by which the window that is
 * being closed asks it to end. There is at most one. */
void mer_window_begin_flow (MerWindow *self,
                            GtkWidget *flow);
void mer_window_end_flow (MerWindow *self);

/* What dropping files (element-type GFile) on the window does: documents are opened, tables begin
 * an import. Returns whether any was taken. */
gboolean mer_window_drop_files (MerWindow *self,
                                GSList    *files);

void mer_window_toast (MerWindow  *self,
                       const char *text,
                       gboolean    undoable);

G_END_DECLS
