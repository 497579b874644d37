/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-stack-store.h"

G_BEGIN_DECLS

/* NOT_FOUND when there is none. */
MerStack *mer_stack_find (MerDocument *doc,
                          gint64       id,
                          GError     **error);
/* The stack, when its rows may be changed: an action is under way, it is open, and the results
 * of its cycle are not approved. */
MerStack *mer_stack_find_open (MerDocument *doc,
                               gint64       id,
                               GError     **error);

/* `question=code` with blanks between; blanks of the questionnaire are left out. */
char    *mer_stack_answers_to_text (const guint8         *codes,
                                    const MerMethodology *methodology);
gboolean mer_stack_answers_from_text (const char           *text,
                                      const MerMethodology *methodology,
                                      guint8               *codes);

/* Adds a sentence for each stack whose rows are not sound or not those of its batch. */
gboolean mer_stacks_verify (MerDocument *doc,
                            GPtrArray   *problems,
                            GError     **error);

G_END_DECLS
