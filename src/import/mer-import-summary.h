/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-job.h"

G_BEGIN_DECLS

/* What follows from the rows once they are read. */

/* Names that matched nothing, several or something new: counts and problems. */
void mer_import_summarize_names (MerImportJob *job);
/* Why nothing was accepted: (transfer full). */
GError *mer_import_obstacle (const MerImportJob *job);
/* Writes the batch's counts, mapping and hash, and its problems. */
gboolean mer_import_store_summary (MerImportJob *job,
                                   const char   *sha256,
                                   GError      **error);

G_END_DECLS
