/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* Binds a cycle to a new version of its methodology in which some policies have other
 * values: what «Правила расчёта» and `merilo-cli methodology set` do. */
gboolean mer_change_policies (MerDocument *document,
                              gint64       cycle_id,
                              GHashTable  *policies,
                              const char  *reason,
                              GError     **error);

G_END_DECLS
