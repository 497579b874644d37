/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-query.h"

G_BEGIN_DECLS

/* What the repositories share. */

/* Runs a statement whose only parameter is an id. */
gboolean mer_registry_run (MerDocument *doc,
                           const char  *sql,
                           gint64       id,
                           GError     **error);
/* Runs an insert (*id is 0, and is set) or an update of the row *id, bound as `index`. */
gboolean mer_registry_save (MerDocument *doc,
                            MerQuery    *query,
                            int          index,
                            gint64      *id,
                            GError     **error);
/* Runs the insert of a block, whose columns are batch, spelling, segment and data. */
gboolean mer_registry_add_block (MerDocument *doc,
                                 const char  *sql,
                                 gint64       batch_id,
                                 gint64       source_id,
                                 guint        segment,
                                 GBytes      *block,
                                 GError     **error);
/* INVALID when the results of the cycle are approved, or it is closed. */
gboolean mer_registry_require_unapproved (MerDocument *doc,
                                          gint64       cycle_id,
                                          GError     **error);
/* NOT_FOUND with `sentence` when the last statement changed no row. */
gboolean mer_registry_check_changed (MerDocument *doc,
                                     const char  *sentence,
                                     GError     **error);

G_END_DECLS
