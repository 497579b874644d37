/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-job.h"

G_BEGIN_DECLS

/* What the engines that read row by row share. */

/* The cell of a column, trimmed of every kind of blank: (transfer full), "" when the column is
 * NULL or the row has no such cell. */
char *mer_row_text (const MerRow          *row,
                    const MerImportColumn *column);
/* Whether a text row has fewer cells than the header, or more that are not empty. Spreadsheets
 * leave out empty cells at the end of a row, so that theirs are never ragged. */
gboolean mer_row_is_ragged (const MerImportJob *job,
                            const MerRow       *row);
/* Rejects a row for what stands in a column (NULL: the whole row). The sentence is made only
 * for the first of a group. */
void mer_row_reject_ragged (MerImportJob *job,
                            const MerRow *row);
/* A cell's content for a sentence: at most 60 letters. (transfer full) */
char *mer_text_shorten (const char *text);
/* A row number for a sentence: (transfer full). */
char *mer_row_number_text (gint64 row);

/* A whole number with blanks between its digits, «1 134», and a fraction of zeros as spreadsheets
 * add: FALSE when it is none, or more than `max`. */
gboolean mer_row_parse_whole (const char *text,
                              gint64      max,
                              gint64     *out);

/* Recipients of an organization in the cycle, written when the action ends well. */
typedef struct _MerMemberWriter MerMemberWriter;
MerMemberWriter                *mer_member_writer_new (MerImportJob *job,
                                                       GError      **error);
void                            mer_member_writer_free (MerMemberWriter *self);
/* Reads a cell «1 134» into *out: FALSE and a note when it is no number; −1 when it is empty. */
gboolean mer_member_parse_recipients (MerImportJob          *job,
                                      gint64                 row,
                                      const MerImportColumn *column,
                                      const char            *text,
                                      gint64                *out);
/* What is known so far; −1 when nothing is. */
gint64 mer_member_writer_recipients (const MerMemberWriter *self,
                                     gint64                 organization_id);
/* Nothing is written for −1. An organization that is new to the cycle's list becomes selected as
 * long as nobody has chosen any, see mer_store_tables_choose(). The number's source is what the
 * user called it, or the file and the row. */
gboolean mer_member_writer_save (MerMemberWriter *self,
                                 gint64           organization_id,
                                 gint64           recipients,
                                 gint64           row,
                                 GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMemberWriter, mer_member_writer_free)

G_END_DECLS
