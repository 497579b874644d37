/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/mer-rating-list.h"

G_BEGIN_DECLS

/* Rows of a rating for the clipboard: text with tabs, and HTML, both with headers and
 * with all columns, hidden ones too. `rows`: of MerRatingRow; `selected`: positions in it. */
GdkContentProvider *mer_rating_copy (MerRatingList *list,
                                     GListModel    *rows,
                                     GtkBitset     *selected,
                                     gboolean       ranks_in_kind);

G_END_DECLS
