/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-sample-structure.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What respondents told of themselves, as counts only: outside undo, living and dying with their
 * batch. */

/* Needs an action under way. Adds to what stands there. */
gboolean mer_store_add_profile (MerDocument *doc,
                                gint64       batch_id,
                                gint64       source_id,
                                const char  *field,
                                const char  *value,
                                gint64       n,
                                GError     **error);
/* (element-type MerProfileCount): of batches that are not removed, those of one organization
 * together. */
GPtrArray *mer_store_profile (MerDocument *doc,
                              gint64       cycle_id,
                              GError     **error);

G_END_DECLS
