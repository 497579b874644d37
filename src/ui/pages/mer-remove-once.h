/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* mer_session_perform() for a removal of the selected row: where it is removed already and the
 * table has yet to follow (Delete was pressed twice), nothing happens and nothing is said. */
gboolean mer_remove_once (MerSession   *session,
                          const char   *label,
                          const char   *done,
                          MerChangeFunc change,
                          gpointer      user_data);

G_END_DECLS
