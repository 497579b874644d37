/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-batch-store.h"

G_BEGIN_DECLS

/* Called for each mark of a packed checklist line. */
typedef void (*MerMarkFunc) (gint64   item_id,
                             MerMark  mark,
                             gpointer user_data);
/* FALSE when the bytes are not a packed line; marks before the damage were seen. */
gboolean mer_checklist_unpack (gconstpointer data,
                               gsize         size,
                               MerMarkFunc   func,
                               gpointer      user_data);

G_END_DECLS
