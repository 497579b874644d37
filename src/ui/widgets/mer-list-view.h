/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerListColumn:
 *
 * A column of a table: what a cell says, how it sorts. One static array describes a
 * table; mer_list_view_setup() makes the columns of a #GtkColumnView from it.
 */
typedef struct
{
  const char *id;
  const char *title;            /* English msgid, marked N_() */
  int         width;            /* px; 0: by content */
  const char *(*widest) (void); /* a text that must not be cut; optional */
  gboolean    expand;
  gboolean    end;                               /* numbers: cell and header stand at the right */
  const char *css_class;                         /* of the cell; nullable */
  char *(*text) (gpointer item);                 /* (transfer full): also what copying gives */
  char *(*tooltip) (gpointer item);              /* (transfer full) (nullable); optional */
  guint (*rank) (gpointer item);                 /* place in ascending order; NULL: not sortable */
  GtkWidget *(*make) (void);                     /* NULL: a label that shows the text */
  void (*show) (GtkWidget *cell, gpointer item); /* with `make` */

  /* Where columns are made at run time and differ by a number only, instead of the above. The
   * strings must live as long as the view then. */
  guint number;
  char *(*text_of) (gpointer item, guint number);
  char *(*tooltip_of) (gpointer item, guint number);
  void (*show_of) (GtkWidget *cell, gpointer item, guint number);
} MerListColumn;

/* Appends the columns; style, header and keys that all tables share: a third click on a
 * header ends sorting, letters typed jump to the row whose first column has a word that
 * begins with them. Once for a view. `columns` is static. */
void mer_list_view_setup (GtkColumnView       *view,
                          const MerListColumn *columns,
                          guint                n_columns);
/* (transfer none) (nullable) */
GtkColumnViewColumn *mer_list_view_find_column (GtkColumnView *view,
                                                const char    *id);
void                 mer_list_view_show_column (GtkColumnView *view,
                                                const char    *id,
                                                gboolean       shown);
/* "score", "-score" when descending, "" when unsorted: (transfer full). */
char *mer_list_view_get_sort (GtkColumnView *view);
void  mer_list_view_set_sort (GtkColumnView *view,
                              const char    *sort);

/* Right click and mer_list_view_popup() open this menu on the selected rows. */
void mer_list_view_set_menu (GtkColumnView *view,
                             GMenuModel    *menu);
void mer_list_view_popup (GtkColumnView *view);
/* Whether the table, or a part of it, has the keyboard of its window. */
gboolean mer_list_view_has_focus (GtkColumnView *view);
/* Selects the row alone, and scrolls to it. */
void mer_list_view_select (GtkColumnView *view,
                           guint          position);
/* The first selected row, or %GTK_INVALID_LIST_POSITION. */
guint mer_list_view_get_selected (GtkColumnView *view);
/* Gives it the keyboard; the view must have been shown. */
void mer_list_view_focus (GtkColumnView *view,
                          guint          position);
/* Shows the rows that are seen anew: what their cells say depends on more than their items. */
void mer_list_view_rebind (GtkColumnView *view);
/* Puts the selected rows on the clipboard, or the one that has the keyboard: mer-table-copy.h. */
void mer_list_view_copy (GtkColumnView *view);

G_END_DECLS
