/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-recognition.h"
#include "store/mer-mapping-store.h"

G_BEGIN_DECLS

/**
 * MerImportMapping:
 *
 * A correspondence of columns: the header of a table, what each of its columns is, and what
 * spellings in them mean. It covers the whole header: a column without a code is none of ours.
 */
typedef struct
{
  MerBatchKind kind;
  GPtrArray   *headers; /* of char*, every column in order */
  GPtrArray   *codes;   /* of char*, MER_COLUMN_SKIP where a column is none of ours */
  GPtrArray   *values;  /* of MerValueDecision */
} MerImportMapping;

void mer_import_mapping_free (MerImportMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportMapping, mer_import_mapping_free)

/* (transfer full): what a recognition found, with the values that the options decide. */
MerImportMapping *mer_import_mapping_new (const MerRecognition   *recognition,
                                          const MerImportOptions *options);
/* As a key file: (transfer full). */
char *mer_import_mapping_to_text (const MerImportMapping *self);
/* NULL and error when the text is no correspondence of columns. Hostile input is refused. */
MerImportMapping *mer_import_mapping_parse (const char *text,
                                            gssize      length,
                                            GError    **error);
/* What the header is recognized by: 64 hex digits, (transfer full). */
char *mer_import_mapping_fingerprint (const MerImportMapping *self);

/* --- in a document ------------------------------------------------------------------- */

/* Stores it under a name, in place of the one that had it. Action under way. */
gboolean mer_import_mapping_save (MerDocument            *doc,
                                  const char             *name,
                                  const MerImportMapping *self,
                                  GError                **error);
/* To a file and back from one; the file carries the name. NULL and error in a sentence. Both
 * read or write the file whole; reading needs an action under way. */
gboolean mer_import_mapping_export (const MerStoredMapping *mapping,
                                    const char             *path,
                                    GError                **error);
char    *mer_import_mapping_import (MerDocument *doc,
                                    const char  *path,
                                    GError     **error);

/**
 * mer_import_mapping_apply:
 * @options: changed: columns, values and header row that the correspondence decides are added;
 *   what the user decided wins
 * @reader: an open table; it stands anywhere afterwards
 * @name: (out) (nullable): the correspondence that was used
 *
 * Looks among the first rows for a header that a stored correspondence of this kind knows; or
 * takes the one that the options name, column by column where the header is another.
 *
 * Returns: FALSE and error when the table cannot be read, or there is none of that name
 */
gboolean mer_import_mapping_apply (MerDocument      *doc,
                                   MerImportOptions *options,
                                   MerTableReader   *reader,
                                   char            **name,
                                   GError          **error);

G_END_DECLS
