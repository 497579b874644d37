/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-row.h"
#include "import/mer-registry-row.h"

G_BEGIN_DECLS

/* Adds to the job's result what a row did to the registry. `before` is the number of
 * recipients that was known, −1 when there was none. */
void mer_import_changes_note (MerImportJob         *job,
                              MerRegistryIndex     *index,
                              const MerRegistryRow *row,
                              gint64                recipients_before);

G_END_DECLS
