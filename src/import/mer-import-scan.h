/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-importer.h"

G_BEGIN_DECLS

/* One spelling of a column, and what it means. */
typedef struct
{
  char   *spelling; /* as in the file */
  guint64 count;
  gint64  first_row;
  int     option;   /* question: index of its option, or MER_IMPORT_VALUE_BLANK; item: MerMark;
                     * −1: none of these */
  gboolean decided; /* by the user or a remembered correspondence */
} MerImportValue;

#define MER_IMPORT_VALUE_BLANK (-2)

typedef struct
{
  guint      index;  /* of the column, from 0 */
  GPtrArray *values; /* of MerImportValue, most frequent first; blank cells are none */
  guint64    n_blank;
  guint64    n_other; /* cells of spellings beyond the first MER_IMPORT_MAX_SPELLINGS */
} MerImportColumnValues;

#define MER_IMPORT_MAX_SPELLINGS 200

typedef enum
{
  MER_IMPORT_NAME_EXACT,     /* name, full name or INN of the registry */
  MER_IMPORT_NAME_ALIAS,     /* a spelling that files used before */
  MER_IMPORT_NAME_SIMILAR,   /* nearly that of an organization */
  MER_IMPORT_NAME_AMBIGUOUS, /* that of several */
  MER_IMPORT_NAME_UNKNOWN,
  MER_IMPORT_NAME_SKIPPED, /* set to belong to none, now or in an earlier import */
  MER_IMPORT_NAME_EMPTY,   /* no letter or digit in the cell */
} MerImportNameState;

/* An organization that a name may mean. */
typedef struct
{
  gint64 organization_id;
  char  *name;
  guint  similarity; /* 0..100 */
} MerImportCandidate;

/* One name as the file has it; spellings that are equal when folded are one. */
typedef struct
{
  char              *name; /* the first spelling */
  guint64            n_rows;
  gint64             first_row;
  MerImportNameState state;           /* as if nothing were decided */
  gint64             organization_id; /* EXACT, ALIAS: whom it means */
  GPtrArray         *candidates;      /* of MerImportCandidate, best first */
  gboolean           decided;         /* options->names says what becomes of it */
  MerNameDecision    decision;        /* what does, its name borrowed */
} MerImportName;

typedef struct
{
  guint64    n_rows;
  GPtrArray *columns; /* of MerImportColumnValues: questions or items, in column order */
  GPtrArray *names;   /* of MerImportName, in order of appearance; a registry has none */
} MerImportScan;
void mer_import_scan_free (MerImportScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportScan, mer_import_scan_free)

/**
 * mer_import_scan:
 * @doc: a document of the calling thread
 * @progress: (nullable): told of bytes read
 *
 * Reads the whole table and counts the spellings of answers and of names, so that the user can
 * decide about them. Writes nothing.
 *
 * Returns: (transfer full): NULL and error when the table cannot be read, its columns are not
 *   certain, or the run was cancelled
 */
MerImportScan *mer_import_scan (MerDocument            *doc,
                                const MerImportOptions *options,
                                MerProgress            *progress,
                                GCancellable           *cancellable,
                                GError                **error);
/* The same in a worker with a connection of its own; `callback` on the main loop. */
void           mer_import_scan_async (const char             *document_path,
                                      const MerImportOptions *options,
                                      MerProgress            *progress,
                                      GCancellable           *cancellable,
                                      GAsyncReadyCallback     callback,
                                      gpointer                user_data);
MerImportScan *mer_import_scan_finish (GAsyncResult *result,
                                       GError      **error);

G_END_DECLS
