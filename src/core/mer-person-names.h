/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Part of a text, in bytes. */
typedef struct
{
  gsize start;
  gsize end;
} MerTextRange;

/**
 * mer_comment_names_person:
 * @text: UTF-8, valid
 * @ranges: (element-type MerTextRange) (nullable): cleared, then filled in ascending order, without
 *   overlap
 *
 * Looks for what points to one person: «Иванова И. И.», «Мария Петровна», «учитель Иванова»,
 * telephone numbers and e-mail addresses. What bears somebody's name (a school, a street) is no
 * person. A likeness, not a proof: a reader decides. Pure; any thread.
 *
 * Returns: whether there is any
 */
gboolean mer_comment_names_person (const char *text,
                                   GArray     *ranges);

/* (transfer full): the text with `mark` in place of each such part. */
char *mer_comment_mask (const char *text,
                        const char *mark);

G_END_DECLS
