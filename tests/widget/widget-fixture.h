/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-window.h"

G_BEGIN_DECLS

/* First in main(): a display, folders of its own, the resources. Without a display the
 * program ends as skipped. */
void mer_fixture_init (int    *argc,
                       char ***argv);

/* Iterates the main context until the condition holds; fails after a minute. */
typedef gboolean (*MerCondition) (gpointer data);
void mer_fixture_wait (MerCondition condition,
                       gpointer     data);
/* Until nothing is pending any longer. */
void mer_fixture_settle (void);

/* An application of its own, registered. (transfer full) */
MerApplication *mer_fixture_application_new (void);
/* A copy of the example of its own; it is made once for each program. (transfer full) */
char *mer_fixture_demo_path (void);
/* An empty document without organizations. (transfer full) */
char *mer_fixture_empty_path (void);
/* A window that shows the document and has its results. (transfer none) */
MerWindow *mer_fixture_open (MerApplication *application,
                             const char     *path);
/* Closes the window and checks that nothing of it is left. */
void mer_fixture_close (MerWindow *window);

/* The first descendant of the type whose label, title or text contains `text` (NULL: any). */
GtkWidget *mer_fixture_find (GtkWidget  *widget,
                             GType       type,
                             const char *text);

G_END_DECLS
