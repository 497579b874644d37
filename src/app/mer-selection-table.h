/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-facts.h"
#include "import/mer-table-reader.h"

G_BEGIN_DECLS

/* The choice of organizations as a table that goes out, is changed and comes in again. */

/* All organizations of the registry with their part in the cycle, as .csv or .xlsx. */
gboolean mer_selection_table_save (const MerCycleFacts *facts,
                                   MerLanguage          language,
                                   const char          *path,
                                   GError             **error);

typedef struct
{
  GPtrArray *members;  /* of MerCycleMember: as they are to be */
  guint      refused;  /* rows */
  GPtrArray *problems; /* of char *: a sentence each, naming file, row and column */
} MerSelectionImport;

/* Reads a table whose columns are «Организация» and any of «Отобрана», «Пилотная», «Получатели»,
 * «Основание», or their English names; without the second column, whoever stands in it is chosen.
 * A column that is not there leaves what it is about alone. Nothing is written. NULL and an error
 * that names the file when it is no table or has no column of organizations. (transfer full) */
MerSelectionImport *mer_selection_import_read (MerDocument           *doc,
                                               const MerCycleFacts   *facts,
                                               const MerTableOptions *table,
                                               GError               **error);
/* Action under way. */
gboolean mer_selection_import_apply (const MerSelectionImport *self,
                                     MerDocument              *doc,
                                     gint64                    cycle_id,
                                     GError                  **error);
void     mer_selection_import_free (MerSelectionImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSelectionImport, mer_selection_import_free)

G_END_DECLS
