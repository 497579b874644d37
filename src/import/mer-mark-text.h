/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-evidence.h"

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

G_END_DECLS
