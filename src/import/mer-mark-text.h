/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-importer.h"

G_BEGIN_DECLS

/**
 * mer_mark_parse:
 * @text: a cell, trimmed
 *
 * Reads a checklist mark: 1, да, +, есть; 0, нет, −; ½, 0,5; nothing or «не требуется».
 *
 * Returns: FALSE when it is none of these
 */
gboolean mer_mark_parse (const char *text,
                         MerMark    *out);

/* What the options decide about spellings in a column of items. */
/* (transfer full) (nullable): NULL when nothing is decided about the column `code`. */
GHashTable *mer_mark_decisions_new (const MerImportOptions *options,
                                    const char             *code);
/* mer_mark_parse() where nothing is decided; `decisions` nullable. */
gboolean mer_mark_understand (GHashTable *decisions,
                              const char *text,
                              MerMark    *out);

G_END_DECLS
