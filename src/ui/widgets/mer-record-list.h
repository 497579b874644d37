/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mer-record.h"

G_BEGIN_DECLS

/* What a cell says of a record: (transfer full). */
typedef char *(*MerRecordTextFunc) (gconstpointer record,
                                    guint         column,
                                    gpointer      user_data);
/* By what it sorts, ascending; FALSE: by what it says. */
typedef gboolean (*MerRecordRankFunc) (gconstpointer record,
                                       guint         column,
                                       gpointer      user_data,
                                       gint64       *rank);
typedef gboolean (*MerRecordShowsFunc) (gconstpointer record,
                                        gpointer      user_data);

/**
 * MerRecordRow:
 *
 * A row of a list of records: made when somebody looks at it, it keeps its record alive.
 */
#define MER_TYPE_RECORD_ROW (mer_record_row_get_type ())
G_DECLARE_FINAL_TYPE (MerRecordRow, mer_record_row, MER, RECORD_ROW, GObject)

/* (transfer none): valid as long as the row. */
gconstpointer mer_record_row_get (MerRecordRow *self);
/* (transfer none): the `user_data` of its list. */
gpointer mer_record_row_get_owner (MerRecordRow *self);

/**
 * MerRecordList:
 *
 * Records that a filter and a search let through, sorted by a column, as a #GListModel of
 * #MerRecordRow. Sorting goes by ranks that are reckoned once a column, searching by texts that
 * are folded once; both when first asked for. Only what differs from before is told to be new, so
 * that a view keeps its place.
 */
#define MER_TYPE_RECORD_LIST (mer_record_list_get_type ())
G_DECLARE_FINAL_TYPE (MerRecordList, mer_record_list, MER, RECORD_LIST, GObject)

/* (transfer full): empty. `user_data` is given to the functions. */
MerRecordList *mer_record_list_new (guint             n_columns,
                                    MerRecordTextFunc text,
                                    MerRecordRankFunc rank,
                                    gpointer          user_data);
/* What decides which rows there are and in what order; takes effect with the next
 * mer_record_list_show(). */
void mer_record_list_set_filter (MerRecordList     *self,
                                 MerRecordShowsFunc shows);
void mer_record_list_set_search (MerRecordList *self,
                                 const char    *words);
/* `column` G_MAXUINT: in the order of the records. */
void mer_record_list_set_sort (MerRecordList *self,
                               guint          column,
                               gboolean       descending);
/* Shows these from now on: (element-type MerRecord), kept. */
void mer_record_list_show (MerRecordList *self,
                           GPtrArray     *records);
/* (transfer none) (element-type MerRecord): all of them; never NULL. */
GPtrArray *mer_record_list_get_records (MerRecordList *self);
/* The record at a position, the position of a record: (nullable), G_MAXUINT when not shown. */
gpointer mer_record_list_get (MerRecordList *self,
                              guint          position);
guint    mer_record_list_find (MerRecordList *self,
                               gint64         id);

G_END_DECLS
