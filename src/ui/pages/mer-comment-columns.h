/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-comment-list.h"
#include "ui/widgets/mer-list-view.h"

G_BEGIN_DECLS

/* (transfer none) (array length=n_columns): what the table of comments shows. Copying gives the
 * texts that may leave the document. */
const MerListColumn *mer_comment_columns (guint *n_columns);
/* «похоже, назван человек; в недостатках»: (transfer full), "" when there is nothing to tell. */
char *mer_comment_mark_text (MerCommentItem *item);

G_END_DECLS
