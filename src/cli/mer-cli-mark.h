/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-mark-store.h"

G_BEGIN_DECLS

/* What is no mark. */
#define MER_CLI_NO_MARK (-2)

/* "1", "0.5", "0", "not-required", "clear", or a word of files: a MerMark, MER_MARK_CLEAR or
 * MER_CLI_NO_MARK. */
int mer_cli_parse_mark (const char *text);
/* The keyword of a mark: (transfer none). */
const char *mer_cli_mark_word (int state);
/* An item by its code or its words: (transfer none). */
const MerCycleItem *mer_cli_find_item (GPtrArray  *items,
                                       const char *typed,
                                       GError    **error);
/* A day as the store has it: (transfer full). */
char *mer_cli_day (const char *text);

G_END_DECLS
