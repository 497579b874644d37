/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-record-list.h"
#include "ui/widgets/mer-record-table.h"

G_BEGIN_DECLS

struct _MerRecordTable
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget      *bar;
  GtkSearchEntry *search;
  GtkDropDown    *filters;
  GtkDropDown    *organizations;
  GtkBox         *tools;
  GtkLabel       *summary;
  GtkButton      *add;
  GtkMenuButton  *more;
  GtkStack       *stack;
  GtkColumnView  *view;
  AdwStatusPage  *empty;
  GtkBox         *empty_tools;
  GtkButton      *empty_add;
  GtkWidget      *empty_cycle; /* stands for «Add…» while there is no cycle to add to */
  GtkWidget      *empty_import;

  const MerRecordTableInfo *info; /* static */
  const MerRecordKind      *kind;
  gpointer                  user_data;

  /* owned */
  MerSession         *session;
  MerRecordList      *list;
  GtkSelectionModel  *selection;
  MerRecordNames     *names;   /* of the last refresh */
  gpointer            context; /* the same */
  GArray             *columns; /* of MerRecordColumn; the last may be the state's */
  GHashTable         *symbols; /* code of a criterion → its symbol; nullable */
  GSimpleActionGroup *actions;
  GMenu              *menu;
  GMenu              *row_menu;
  GMenu              *all_menu;         /* with ours behind the caller's */
  GMenu              *all_row_menu;     /* the same */
  GArray             *organization_ids; /* of gint64: of the lines of the drop-down but the first */
  char               *owner_key;        /* nullable */

  gint64 owner;
  gint64 cycle_id;
  gint64 names_cycle; /* that `names` are of */
  gint64 wanted;      /* the record that is selected once it is there; 0: none */
  gboolean (*shows) (MerRecordTable *table,
                     gconstpointer   record);
  guint    sort_idle;
  gboolean stale;
  gboolean refreshing;
  gboolean writable;
  gboolean narrow;
};

/* The cycle that is looked at, as the document has it now; 0: none, or the kind needs none. */
gint64 mer_record_table_find_cycle (MerRecordTable *self);
/* Shows what filters let through of these, in the order of the header; keeps the selection. */
void mer_record_table_show (MerRecordTable *self,
                            GPtrArray      *records);
void mer_record_table_tell_refreshed (MerRecordTable *self);
/* Reads the records when something has changed since. */
void mer_record_table_ensure_fresh (MerRecordTable *self);
/* Whether there are records that are not shown, and shows them all. */
gboolean mer_record_table_is_filtered (MerRecordTable *self);
void     mer_record_table_reset_filters (MerRecordTable *self);
/* Looks for what stands in the entry. */
void mer_record_table_take_search (MerRecordTable *self);
/* By key or id; G_MAXUINT: there is no such column. */
guint mer_record_table_column_of (MerRecordTable *self,
                                  const char     *id);

/* Of a column: what a cell says (transfer full), and by what it sorts. */
char    *mer_record_table_cell (MerRecordTable *self,
                                gconstpointer   record,
                                guint           column);
gboolean mer_record_table_rank (MerRecordTable *self,
                                gconstpointer   record,
                                guint           column,
                                gint64         *rank);
/* Fills self->columns and makes the view's from them. */
void mer_record_table_make_columns (MerRecordTable *self);
/* The field of a column; NULL of a computed one. */
const MerField *mer_record_table_field (MerRecordTable *self,
                                        guint           column);

/* Adds the actions, their keys and menus. */
void mer_record_table_init_actions (MerRecordTable *self);
void mer_record_table_update_actions (MerRecordTable *self);
void mer_record_table_open (MerRecordTable *self,
                            gconstpointer   record);
/* A new one with cycle and owner: (transfer full). */
gpointer mer_record_table_make_record (MerRecordTable *self);

/* Paste, import and export. */
void mer_record_table_paste (MerRecordTable *self);
void mer_record_table_export (MerRecordTable *self);
void mer_record_table_import (MerRecordTable *self);
/* The same with what was on the clipboard, and with the file that was chosen. */
void     mer_record_table_paste_text (MerRecordTable *self,
                                      const char     *text);
void     mer_record_table_import_from (MerRecordTable *self,
                                       const char     *path);
gboolean mer_record_table_export_to (MerRecordTable *self,
                                     const char     *path,
                                     GError        **error);

G_END_DECLS
