/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-selection-rules.h"
#include "methodology/mer-methodology.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerCycleFacts:
 *
 * All that a document holds of a cycle besides answers and scores, read at once: what checks of
 * rules, the overview and the choice of organizations go by. A snapshot that never changes.
 */
typedef struct
{
  MerCycle       *cycle;
  MerMethodology *methodology; /* nullable: the cycle has none yet */
  GHashTable     *settings;    /* what was set: cycle/mer-cycle-settings.h */
  char           *today;       /* ISO */
  GPtrArray      *organizations;
  GPtrArray      *members;
  GArray         *assessed; /* of MerAssessed: in all cycles and before */
  MerSelection   *selection;
  MerRecordSet   *records; /* of the cycle and of the department */
} MerCycleFacts;

/* cycle_id 0: the latest. (transfer full); NULL and error when there is none or it cannot be
 * read. */
MerCycleFacts *mer_cycle_facts_load (MerDocument *doc,
                                     gint64       cycle_id,
                                     GError     **error);
void           mer_cycle_facts_free (MerCycleFacts *self);

/* Only the choice of organizations, where the rest is not asked for. (transfer full) */
MerSelection *mer_cycle_selection_load (MerDocument *doc,
                                        gint64       cycle_id,
                                        GError     **error);

/* Records of the cycle, or of the department: (transfer none), never NULL. */
GPtrArray *mer_cycle_facts_records (const MerCycleFacts *self,
                                    const MerRecordKind *kind);
/* The value of a setting: (transfer none). */
const char *mer_cycle_facts_setting (const MerCycleFacts *self,
                                     const char          *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCycleFacts, mer_cycle_facts_free)

G_END_DECLS
