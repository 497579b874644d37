/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-council.h"

G_BEGIN_DECLS

/* What decisions of the council are about, and back: connections of the role MER_LINK_DECIDES go
 * from a question of an agenda to what was decided. Pure. */

/* In the order of the connections: (transfer container) (element-type MerLink). */
GPtrArray *mer_council_targets (MerRecordSet *records,
                                gint64        item_id);
/* The questions on which it was decided, in the order of the connections: (transfer container)
 * (element-type MerAgendaItem). `kind`: id of a kind of records, "cycle", "organization" or
 * "methodology". */
GPtrArray *mer_council_decisions_about (MerRecordSet *records,
                                        const char   *kind,
                                        gint64        id);
/* The decision in force: of those adopted on the subject, that of the latest meeting, and of one
 * day the one that was entered last; nullable. */
const MerAgendaItem *mer_council_decision_on (MerRecordSet      *records,
                                              MerDecisionSubject about);
/* The meeting of a question: (nullable). */
const MerMeeting *mer_council_meeting_of (MerRecordSet        *records,
                                          const MerAgendaItem *item);
/* The same of the list of organizations as a whole: of those adopted on the choice that name no
 * organizations the latest. Lists may be NULL, and so is what is returned when there is none. */
const MerAgendaItem *mer_council_list_approval (const GPtrArray *meetings,
                                                const GPtrArray *agenda,
                                                const GPtrArray *links);
/* Whether a decision on the subject is one on the cycle as a whole: its list, its rating. */
gboolean mer_council_is_about_cycle (MerDecisionSubject about);

/* How the rating is shown outside, as MER_SETTING_FORM says. */
typedef enum
{
  MER_PUBLICATION_PLACES,
  MER_PUBLICATION_KINDS,
  MER_PUBLICATION_BANDS,
  MER_PUBLICATION_ALPHABET,
} MerPublicationForm;

/* Of what a cycle's settings have; MER_PUBLICATION_PLACES of none. */
MerPublicationForm mer_publication_form (GHashTable *settings);

G_END_DECLS
