/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-plan-book.h"
#include "report/mer-report.h"

G_BEGIN_DECLS

/* The plans of the cycle, as of today: (transfer full) (nullable): NULL where there is no cycle. */
MerPlanBook *mer_plan_book_of (const MerReportInput *input);

/* Words and numbers that documents about plans share. All (transfer full). */

/* «62,1 %», or «—» where there is nothing to carry out. */
char *mer_plan_share_words (MerLanguage         language,
                            const MerExecution *execution);
/* «I. Открытость и доступность информации»: of the criterion with that index; NULL beyond the
 * last. */
char *mer_plan_section_words (const MerMethodology *methodology,
                              guint                 criterion);
/* «Иванова А. А., заведующий» of what there is of both. */
char *mer_plan_person_words (const char *person,
                             const char *post);
/* «исполнено», «просрочено» in the document's language; (transfer none). */
const char *mer_standing_words (MerLanguage language,
                                MerStanding standing);
/* An organization's full name, or its short one: (transfer none). */
const char *mer_plan_full_name (const MerOrganization *organization);
/* Head of a document: title in capitals; the procedure, title of the document and the cycle
 * below. */
void mer_plan_add_head (const MerReportInput *input,
                        MerBlocks            *blocks,
                        const char           *title);

G_END_DECLS
