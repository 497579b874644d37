/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "import/mer-recognition.h"

G_BEGIN_DECLS

/* A table that is open and recognized, with what it is to be imported into. */
typedef struct
{
  MerCycle         *cycle; /* NULL: there is none yet */
  gint64            methodology_id;
  MerMethodology   *methodology; /* of the cycle, or of the one that will be made; NULL: none */
  GPtrArray        *items;       /* of MerCycleItem; checklist with a cycle only */
  MerImportOptions *options;     /* with what a remembered correspondence decides */
  char             *mapping;     /* the name of that one; NULL: none */
  MerTableReader   *reader;
  MerRecognition   *recognition; /* certain or not */
} MerImportTable;

/* Reads what the document has, opens the table and recognizes its columns. Writes nothing. */
gboolean mer_import_table_open (MerImportTable         *self,
                                MerDocument            *doc,
                                const MerImportOptions *options,
                                GError                **error);
/* Recognizes again, with the items that self has now. */
gboolean mer_import_table_recognize (MerImportTable *self,
                                     GError        **error);
void     mer_import_table_clear (MerImportTable *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerImportTable, mer_import_table_clear)

G_END_DECLS
