/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-council.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerPage:
 *
 * Base class of the pages of a document window. A page is a template whose parent is
 * MerPage: its `child` is the content (its toolbar, a box of class `mer-bar`, first), and
 * `header-start` and `header-end` are the widgets that the window puts into its header bar
 * while the page is shown. A page is named once in mer-page-table.c and made when first shown.
 *
 * Construct-only properties: `session` (MerSession), `settings` (GSettings).
 * Properties: `child`, `header-start`, `header-end`, `title`, `subtitle`, `narrow` (read
 * only: the content is narrower than 960 px).
 *
 * grab_focus() of a page gives the focus to what the user works with first, its table.
 *
 * Actions of a page live in one group, prefix `page.`; it is inserted into the page and,
 * while the page is shown, into the window, so that header widgets, menus and keys reach
 * it. Names with a meaning of their own, given a button or a key by the window when the
 * page has them: `print` (Ctrl+P), `export` (Ctrl+Shift+E), `find` (Ctrl+F), `add`; `take-files`
 * (aay: paths) gets tables that are dropped on the window; without it they begin an import.
 * `copy` (Ctrl+C), `edit` (F2), `delete` (Delete), `show-rating` (Ctrl+Enter) get their keys
 * from the page's own table by mer_page_bind_table_keys(): they must not disturb text entries.
 * `look-at` (sx: kind, id) is every page's: its foot then says what the council decided about that
 * record; what shows records activates it when another one is selected, ("", 0) when none is.
 * Actions of the window that a page may activate: `win.page` (s), `win.show-rating` (x),
 * `win.show-organization` (x), `win.show-record` (sxx: kind, id, cycle or 0), `win.import`,
 * `win.undo`; `win.show-rating-of` (xx) of a cycle.
 */
#define MER_TYPE_PAGE (mer_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MerPage, mer_page, MER, PAGE, GtkWidget)

struct _MerPageClass
{
  GtkWidgetClass parent_class;

  /* Selects the organization and scrolls to it. Optional. */
  void (*show_organization) (MerPage *self,
                             gint64   organization_id);
  /* Reads again what the page shows of the document. Optional. */
  void (*refresh) (MerPage *self);

  /* Ids of the kinds of records that the page shows, in a static array that NULL ends; NULL: none.
   * Besides kinds of cycle/mer-record-kinds.h also "finding", "objection", "batch". */
  const char *const *records;
  /* The part of the cycle that the page shows, whose decisions stand at its foot where none of its
   * records is looked at, and another one where there are none; MER_ABOUT_OTHER: none. */
  MerDecisionSubject decided;
  MerDecisionSubject decided_otherwise;
  /* Selects a record of one of these kinds and scrolls to it; gives it the keyboard. */
  void (*show_record) (MerPage    *self,
                       const char *kind,
                       gint64      id);
};

/* Getters of the properties: (transfer none). */
MerSession *mer_page_get_session (MerPage *self);
GSettings  *mer_page_get_settings (MerPage *self);

/* The words in the middle of the header bar; copied, translated. */
void mer_page_set_title (MerPage    *self,
                         const char *title);
void mer_page_set_subtitle (MerPage    *self,
                            const char *subtitle);
/* What the window shows of the page: (transfer none) (nullable). */
const char *mer_page_get_title (MerPage *self);
const char *mer_page_get_subtitle (MerPage *self);
GtkWidget  *mer_page_get_header_start (MerPage *self);
GtkWidget  *mer_page_get_header_end (MerPage *self);
/* Whether the content is narrower than 960 px. */
gboolean mer_page_get_narrow (MerPage *self);

/* Adds to the group `page.`; callbacks get the page as user data. */
void mer_page_add_actions (MerPage            *self,
                           const GActionEntry *entries,
                           guint               n_entries);
void mer_page_set_action_enabled (MerPage    *self,
                                  const char *name,
                                  gboolean    enabled);
/* (transfer none) */
GActionGroup *mer_page_get_actions (MerPage *self);
/* Ctrl+C, F2, Delete, Shift+F10 or Menu, Ctrl+Enter on a list run page.copy, .edit, .delete,
 * .context-menu, .show-rating. */
void mer_page_bind_table_keys (MerPage   *self,
                               GtkWidget *list);

/* Refreshes the page at once while it is shown, else when it is shown next and once for all that
 * came in between: a page that nobody sees must not keep waiting who edits on another. */
void mer_page_refresh (MerPage *self);
/* The window says that the page is shown now. */
void mer_page_enter (MerPage *self);

/* Selects the organization and scrolls to it, where the page can. */
void mer_page_show_organization (MerPage *self,
                                 gint64   organization_id);
/* Whether pages of this class show records of the kind. */
gboolean mer_page_class_shows (MerPageClass *klass,
                               const char   *kind);
/* Selects the record and scrolls to it, where the page shows its kind. */
void mer_page_show_record (MerPage    *self,
                           const char *kind,
                           gint64      id);

G_END_DECLS
