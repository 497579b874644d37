/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MerTextItem:
 *
 * A row of a short table: its cells as they are shown, and how it sorts by each. Filled once,
 * then read only.
 */
#define MER_TYPE_TEXT_ITEM (mer_text_item_get_type ())
G_DECLARE_FINAL_TYPE (MerTextItem, mer_text_item, MER, TEXT_ITEM, GObject)

/* `id` is the caller's. */
MerTextItem *mer_text_item_new (gint64 id,
                                guint  n_cells);
/* Takes the text; `rank`: place in ascending order. */
void mer_text_item_set (MerTextItem *self,
                        guint        cell,
                        char        *text,
                        guint        rank);
/* Takes the text: what a pointer over the row is told. */
void mer_text_item_set_tooltip (MerTextItem *self,
                                char        *text);

/* Takes the key: what the row is of, where an id does not say it. */
void mer_text_item_set_key (MerTextItem *self,
                            char        *key);
/* (transfer none) (nullable) */
const char *mer_text_item_get_key (MerTextItem *self);
/* Whether both are of the same thing: by their keys, or by their ids where they have none. */
gboolean mer_text_item_is_same (MerTextItem *self,
                                MerTextItem *other);

gint64 mer_text_item_get_id (MerTextItem *self);
/* (transfer none): never NULL. */
const char *mer_text_item_get (MerTextItem *self,
                               guint        cell);
guint       mer_text_item_get_rank (const MerTextItem *self,
                                    guint              cell);
/* (transfer none) (nullable) */
const char *mer_text_item_get_tooltip (MerTextItem *self);

G_END_DECLS
