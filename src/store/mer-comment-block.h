/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Free-text answers of one (batch, source), one after the other in a block with a checksum:
 * ninety thousand comments of a region are a few inserts, not as many. */

/* `block` starts empty. `text` is UTF-8. */
void mer_comment_block_append (GByteArray *block,
                               gint64      row,
                               const char *text,
                               gsize       length);
/* Seals what was appended and empties the array; NULL when it is empty. */
GBytes *mer_comment_block_finish (GByteArray *block);

/* `text`: not terminated. */
typedef void (*MerCommentFunc) (gint64      row,
                                const char *text,
                                gsize       length,
                                gpointer    user_data);
/* Calls func for each comment, once all is checked. FALSE and %MER_STORE_ERROR_DAMAGED when the
 * block is not sound; func was not called then. Any thread. */
gboolean mer_comment_block_foreach (GBytes        *block,
                                    MerCommentFunc func,
                                    gpointer       user_data,
                                    GError       **error);

G_END_DECLS
