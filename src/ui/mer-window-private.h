/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-sidebar.h"
#include "ui/mer-start-view.h"
#include "ui/mer-window.h"

G_BEGIN_DECLS

struct _MerWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  MerStartView    *start;
  GtkMenuButton   *start_menu_button;
  AdwFlap         *flap;
  MerSidebar      *sidebar;
  AdwHeaderBar    *header;
  AdwWindowTitle  *page_title;
  GtkWidget       *sidebar_button;
  AdwBin          *header_start;
  AdwBin          *header_end;
  GtkWidget       *find_button;
  GtkWidget       *export_button;
  GtkWidget       *print_button;
  GtkMenuButton   *menu_button;
  GtkInfoBar      *info_bar;
  GtkLabel        *info_label;
  GtkStack        *pages;
  GMenu           *edit_section;

  /* owned */
  GSettings       *settings;
  MerRecentFiles  *recent_files;
  MerSession      *session;
  GSignalGroup    *session_signals;
  GSignalGroup    *document_signals;
  GSignalGroup    *page_signals;
  GSimpleAction   *cycle_action;
  GCancellable    *cancellable; /* of what the window has under way */
  GtkNativeDialog *chooser;     /* a file chooser that is open */

  /* borrowed */
  AdwToast  *toast;   /* weak: the newest that was shown and not dismissed */
  GtkWidget *flow;    /* a child of the stack */
  gint64     awaited; /* the organization whose score is shown when it is there; 0: none */
  MerPage   *page;    /* the child of the pages that is shown */

  gint64   toast_revision; /* of the document, that the toast's button takes back */
  gint64   toast_since;    /* µs of frames; 0: before its first */
  guint    toast_tick;     /* watches it come in, or go; 0: none */
  gboolean toast_is_in;    /* it does not move any more */
  gboolean toast_leaving;  /* it is to go when it is in */
};

/* mer-window-actions.c */
void mer_window_install_actions (GtkWidgetClass *widget_class);
void mer_window_init_actions (MerWindow *self);
void mer_window_update_actions (MerWindow *self);
void mer_window_show_awaited (MerWindow *self);

/* mer-window-drop.c */
void mer_window_init_drop (MerWindow *self);

/* mer-window-files.c: the actions that open, make and copy documents. */
void mer_window_new_document (MerWindow *self);
void mer_window_choose_document (MerWindow *self);
void mer_window_open_demo (MerWindow *self);
void mer_window_save_copy (MerWindow *self);

/* mer-window-pages.c: the header and the sidebar follow the page; all pages are dropped. */
void     mer_window_update_page_title (MerWindow *self);
void     mer_window_update_narrow (MerWindow *self);
void     mer_window_drop_pages (MerWindow *self);
gboolean mer_window_settle_typing (MerWindow *self);
/* On the page that shows its kind, else in its form; cycle_id 0: whatever cycle is looked at. */
void mer_window_show_record (MerWindow  *self,
                             const char *kind,
                             gint64      id,
                             gint64      cycle_id);

/* mer-window-panes.c: the keyboard goes to the sidebar, the header, the page. */
void mer_window_change_pane (MerWindow *self,
                             gboolean   backward);

/* mer-window-toast.c */
void mer_window_dismiss_toast (MerWindow *self);
void mer_window_check_toast (MerWindow *self);

/* mer-window.c */
void mer_window_show_error (MerWindow    *self,
                            const char   *heading,
                            const GError *error);

G_END_DECLS
