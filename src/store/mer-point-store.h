/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-evidence-store.h"

G_BEGIN_DECLS

/* Points that experts gave indicators by hand: rows of their batch, written once. Readers give
 * what is of batches that were not removed; writers need an action under way. Several may speak
 * of one organization and indicator: the last counts. */

/* The largest that may stand in a document, whatever an indicator takes. */
#define MER_EXPERT_POINT_MAX 1000000

/* element-type MerReadyValue, by batch, row and code; those typed in come last. */
GPtrArray *mer_store_expert_points (MerDocument *doc,
                                    gint64       cycle_id,
                                    GError     **error);
/* INVALID when the value is no decimal, below zero or beyond all bounds. */
gboolean mer_store_add_expert_point (MerDocument         *doc,
                                     const MerReadyValue *value,
                                     GError             **error);
/* Appends to `problems` (element-type utf8) a sentence for each row that breaks a rule. */
gboolean mer_store_verify_points (MerDocument *doc,
                                  GPtrArray   *problems,
                                  GError     **error);

/* Called for each point that counts or is overruled by a later one. */
typedef void (*MerPointFunc) (gint64                   organization_id,
                              const char              *code,
                              const MerRational       *value,
                              const MerEvidenceSource *source,
                              gpointer                 user_data);
/* The points of a cycle in the order in which later ones overrule earlier ones. DAMAGED when a
 * value is none. */
gboolean mer_store_points_foreach (MerDocument *doc,
                                   gint64       cycle_id,
                                   MerPointFunc func,
                                   gpointer     user_data,
                                   GError     **error);

G_END_DECLS
