/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Binds a cycle to a new version of its methodology in which some policies have other
 * values: what «Правила расчёта» and `merilo-cli methodology set` do. */
gboolean mer_change_policies (MerDocument *document,
                              gint64       cycle_id,
                              GHashTable  *policies,
                              const char  *reason,
                              GError     **error);
/* The same with wholly other rules, as `merilo-cli methodology import` brings. */
gboolean mer_change_methodology (MerDocument          *document,
                                 gint64                cycle_id,
                                 const MerMethodology *methodology,
                                 const char           *reason,
                                 GError              **error);
/* The same with the council's decision in words. */
gboolean mer_change_methodology_by (MerDocument          *document,
                                    gint64                cycle_id,
                                    const MerMethodology *methodology,
                                    const char           *reason,
                                    const char           *decision,
                                    GError              **error);
/* The rules that a cycle is scored by. */
MerMethodology *mer_methodology_in_force (MerDocument *document,
                                          gint64       cycle_id,
                                          GError     **error);

G_END_DECLS
