/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-council.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What the council decided about what somebody looks at, in words that lead back to the minutes. */

typedef struct
{
  gint64 item_id; /* question of an agenda */
  char  *words;   /* «протокол № 3 от 01.02.2024, п. 2» */
  char  *detail;  /* the question and what came of it */
} MerDecisionMention;

void mer_decision_mention_free (MerDecisionMention *self);

/* Decisions that are connected with the record, the latest meeting first: (transfer full)
 * (element-type MerDecisionMention). Of a plan also those on its other versions, named as such.
 * `kind`: as of mer_council_link(). Thread of the document. */
GPtrArray *mer_decisions_about (MerDocument *doc,
                                const char  *kind,
                                gint64       id,
                                GError     **error);
/* Decisions that were adopted on a part of the cycle, its list or its rating: as above. */
GPtrArray *mer_decisions_on (MerDocument       *doc,
                             gint64             cycle_id,
                             MerDecisionSubject about,
                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerDecisionMention, mer_decision_mention_free)

G_END_DECLS
