/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-importer.h"

G_BEGIN_DECLS

/**
 * mer_rejected_rows_write:
 * @doc: the document that the rows were to go into; not changed
 * @options: of the import; its file is read again
 * @result: what became of it, a trial's too
 * @path: .csv (semicolons, UTF-8 with its mark) or .xlsx
 * @n_rows: (out): how many rows were written
 * @error: return location
 *
 * Writes the rejected rows as they stand in the file, with two columns behind: the row's number
 * there and why it was rejected, in the document's language. Mended and sent back, the table
 * imports as the first one did: both columns are none of ours. Any thread that owns @doc.
 *
 * Returns: FALSE when the file is not the one that was imported any more, or cannot be read, or
 *   @path cannot be written; nothing is left behind then
 */
gboolean mer_rejected_rows_write (MerDocument            *doc,
                                  const MerImportOptions *options,
                                  const MerImportResult  *result,
                                  const char             *path,
                                  guint64                *n_rows,
                                  GError                **error);

/**
 * mer_rejected_rows_write_batch:
 * @batch_id: an earlier import
 * @file: where its file is now
 *
 * The same for an import whose problems stand in the document. The file is recognized by its
 * hash: another one is refused.
 */
gboolean mer_rejected_rows_write_batch (MerDocument *doc,
                                        gint64       batch_id,
                                        const char  *file,
                                        const char  *path,
                                        guint64     *n_rows,
                                        GError     **error);

G_END_DECLS
