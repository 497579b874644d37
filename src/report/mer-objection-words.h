/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"
#include "core/mer-objection.h"
#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* (transfer full): the score as stored text, in the document's decimals; "—" where undefined. */
char *mer_objection_score_text (const char          *stored,
                                const MerScoreTable *scores,
                                MerLanguage          language);
/* (transfer full): what it is about: «3.1 Оборудование территории…», «Итоговый балл». */
char *mer_objection_subject_text (const MerObjection   *objection,
                                  const MerMethodology *methodology,
                                  GPtrArray            *items,
                                  MerLanguage           language);

/* (transfer full): a stored day as people read it, «14.10.2024»; "" where there is none. */
char *mer_objection_day_text (const char *day);

G_END_DECLS
