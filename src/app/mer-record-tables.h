/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"
#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* Records of a kind as tables that people edit: out, changed in a spreadsheet, and in again. The
 * first column is `id`; then one column a field, headed by its title in the document's language.
 * When a table comes in, a row with an id changes that record, one without adds a record at the
 * end, unless a stored one says the very same; a column that is not there leaves its field alone,
 * an empty cell empties it. Headings may also be the fields' keys, or titles in the other
 * language. */

/* --- out ------------------------------------------------------------------------------------- */

typedef enum
{
  MER_RECORD_TABLE_CSV,
  MER_RECORD_TABLE_TABS, /* for the clipboard */
  MER_RECORD_TABLE_XLSX,
} MerRecordTableForm;

/* `records` of one kind: what a list shows, in its order. NULL and error (IO). (transfer full) */
GBytes *mer_record_table_bytes (MerRecordNames      *names,
                                const MerRecordKind *kind,
                                const GPtrArray     *records,
                                MerRecordTableForm   form,
                                GError             **error);
/* All records of the kind and cycle into a file; the form is that of its name, .csv or .xlsx.
 * `n` (nullable): how many. */
gboolean mer_record_table_save (MerDocument         *doc,
                                const MerRecordKind *kind,
                                gint64               cycle_id,
                                const char          *path,
                                guint               *n,
                                GError             **error);

/* --- in -------------------------------------------------------------------------------------- */

/* What a table would do. Nothing is written before mer_record_import_apply(). */
typedef struct
{
  const MerRecordKind *kind;
  guint                added;
  guint                changed;
  guint                unchanged;
  guint                refused;  /* rows */
  GPtrArray           *problems; /* of char *: a sentence each, naming file, row and column */
  GPtrArray           *ignored;  /* of char *: headings that are none of the kind's */
  GPtrArray           *records;  /* what is to be stored, in the order of the rows */
  /* of char *: what a sentence about each of them begins with, «file, row 3: » */
  GPtrArray *places;
} MerRecordImport;

/* Reads a table of any format that imports know. NULL and an error that names the file when it is
 * no table or its columns are not recognized; what is wrong with rows stands in `problems`.
 * (transfer full) */
MerRecordImport *mer_record_import_read (MerDocument           *doc,
                                         const MerRecordKind   *kind,
                                         gint64                 cycle_id,
                                         const MerTableOptions *table,
                                         GError               **error);
/* The same of text with tabs or CSV, as a spreadsheet puts it into the clipboard. */
MerRecordImport *mer_record_import_read_text (MerDocument         *doc,
                                              const MerRecordKind *kind,
                                              gint64               cycle_id,
                                              const char          *text,
                                              GError             **error);
/* Stores added and changed records; action under way. Callers decide whether to go on when rows
 * were refused. */
gboolean mer_record_import_apply (MerRecordImport *self,
                                  MerDocument     *doc,
                                  GError         **error);
void     mer_record_import_free (MerRecordImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecordImport, mer_record_import_free)

G_END_DECLS
