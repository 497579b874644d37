/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-facts.h"

G_BEGIN_DECLS

/* Where the work of a cycle has got to. Stages are advised, never forced. */

#define MER_N_STAGES 6 /* without the archive */

/* 0: selection … 5: control, 6: archive. */
guint mer_cycle_stage (const MerCycleFacts *facts);
/* "selection" …: (transfer none). */
const char *mer_stage_to_code (guint stage);
/* In the program's words: (transfer none). */
const char *mer_stage_to_words (guint stage);

/* What is missing before the work should go on from a stage; of `notes` (mer_check_rules()) those
 * that belong there, and what is not done: (transfer full) (element-type MerRuleNote). */
GPtrArray *mer_cycle_stage_needs (const MerCycleFacts *facts,
                                  const GPtrArray     *notes,
                                  guint                stage);

/* Action under way. INVALID when there is no such stage. */
gboolean mer_cycle_set_stage (MerDocument *doc,
                              gint64       cycle_id,
                              const char  *stage,
                              GError     **error);
/* Nothing of a closed cycle can be changed. INVALID when it is closed already, or when its results
 * are not approved and nobody confirmed that this does not matter. Action under way. */
gboolean mer_cycle_close (MerDocument *doc,
                          gint64       cycle_id,
                          gboolean     confirmed,
                          GError     **error);
/* Closes it where it is not closed, and puts it into the archive. */
gboolean mer_cycle_archive (MerDocument *doc,
                            gint64       cycle_id,
                            gboolean     confirmed,
                            GError     **error);
/* INVALID when it is not closed. A cycle of the archive goes back to the stage of control. */
gboolean mer_cycle_open_again (MerDocument *doc,
                               gint64       cycle_id,
                               GError     **error);

G_END_DECLS
