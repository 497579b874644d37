/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* FALSE and INVALID when the results of the cycle are approved. */
gboolean mer_mark_require_open_cycle (MerDocument *doc,
                                      gint64       cycle_id,
                                      GError     **error);

G_END_DECLS
