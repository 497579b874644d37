/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerDataView:
 *
 * Base class of the tabs of the data page, each named once in mer-data-page.c. A view has its
 * session from construction on (`session`, construct-only); it is made when first shown, and
 * update() is called then and whenever results or document have changed while it is shown.
 *
 * Actions of a view live in one group, prefix `view.`, which reaches the view and, while it is
 * shown, its tools in the page's toolbar. `find` (Ctrl+F), `export` (Ctrl+Shift+E) and `add`
 * are called by the page's keys and buttons; `copy` (Ctrl+C), `paste` (Ctrl+V), `edit` (F2),
 * `delete` (Delete) and `context-menu` (Shift+F10) get their keys by
 * mer_data_view_bind_table_keys().
 */
#define MER_TYPE_DATA_VIEW (mer_data_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (MerDataView, mer_data_view, MER, DATA_VIEW, AdwBin)

struct _MerDataViewClass
{
  AdwBinClass parent_class;

  /* Shows what session and document have now. */
  void (*update) (MerDataView *self);
  /* What stands at the right of the toolbar: (transfer full) (nullable). Optional. */
  char *(*get_summary) (MerDataView *self);
  /* Buttons for the toolbar, beside the summary: (transfer none) (nullable), always the same
   * widget, without a parent of its own. Optional. */
  GtkWidget *(*get_tools) (MerDataView *self);
  /* The page became narrower than 960 px or wider again. Optional. */
  void (*set_narrow) (MerDataView *self,
                      gboolean     narrow);
  /* Selects the organization and scrolls to it. Optional. */
  void (*show_organization) (MerDataView *self,
                             gint64       organization_id);
  /* Selects the record, scrolls to it and gives it the keyboard. Optional. */
  void (*show_record) (MerDataView *self,
                       const char  *kind,
                       gint64       id);
};

MerSession *mer_data_view_get_session (MerDataView *self);
/* Adds to the group `view.`; callbacks get the view as user data. */
void mer_data_view_add_actions (MerDataView        *self,
                                const GActionEntry *entries,
                                guint               n_entries);
void mer_data_view_set_action_enabled (MerDataView *self,
                                       const char  *name,
                                       gboolean     enabled);
/* (transfer none) */
GActionGroup *mer_data_view_get_actions (MerDataView *self);
/* The keys of actions on selected rows, in force while `list` has the focus. */
void mer_data_view_bind_table_keys (MerDataView *self,
                                    GtkWidget   *list);
/* The summary is not what it was: the page asks for it again. */
void mer_data_view_summary_changed (MerDataView *self);

/* What the page calls. */
void       mer_data_view_update (MerDataView *self);
char      *mer_data_view_get_summary (MerDataView *self);
GtkWidget *mer_data_view_get_tools (MerDataView *self);
void       mer_data_view_set_narrow (MerDataView *self,
                                     gboolean     narrow);
void       mer_data_view_show_organization (MerDataView *self,
                                            gint64       organization_id);
void       mer_data_view_show_record (MerDataView *self,
                                      const char  *kind,
                                      gint64       id);

G_END_DECLS
