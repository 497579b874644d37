/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-batch-store.h"

G_BEGIN_DECLS

/* What taking a batch out leaves undone: a later file's rows that repeated it were left out then,
 * and do not come back by themselves. One sentence a file. (transfer full) (element-type utf8) */
GPtrArray *mer_batch_repeats_words (MerDocument *doc,
                                    gint64       removed_id);

G_END_DECLS
