/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-calendar.h"
#include "report/mer-report.h"

G_BEGIN_DECLS

/* What documents about records print alike. All texts are in the document's language. */

/* What is printed where nothing is chosen: the latest meeting that was not cancelled, of other
 * kinds the last of the list: (transfer none) (nullable). */
gconstpointer mer_print_latest (const MerRecordKind *kind,
                                const GPtrArray     *records);
/* The record that is printed: input->record_id, or the latest: (transfer none) (nullable). */
gconstpointer mer_print_subject (const MerReportInput *input,
                                 const MerRecordKind  *kind);
/* The organization's name: (transfer none), "" of none. */
const char *mer_print_organization (const MerReportInput *input,
                                    gint64                id);
/* «12 декабря 2024 г.», “12 December 2024”: (transfer full); "" of NULL. */
char *mer_print_day (MerLanguage language,
                     const char *iso);
/* Without its year, of the next months: «12 декабря», “12 December”: (transfer full). */
char *mer_print_day_of_year (MerLanguage language,
                             MerDay      day);
/* «дошкольная», as tables have the kind of an organization: (transfer none). */
const char *mer_print_kind (MerLanguage         language,
                            MerOrganizationKind kind);
/* «1 250», a dash for what is not known, below zero: (transfer full). */
char *mer_print_count (MerLanguage language,
                       gint64      count);
/* A list's lines with commas between them: (transfer full). */
char *mer_print_list (const char *lines);
/* «К1», “K1”: a criterion as its methodology (nullable) writes it in the language; an indicator by
 * its code: (transfer none), "" of NULL. */
const char *mer_print_code (MerLanguage           language,
                            const MerMethodology *methodology,
                            const char           *code);
/* The same of several: «1.3, К1»: (transfer full). */
char *mer_print_codes (MerLanguage           language,
                       const MerMethodology *methodology,
                       const char           *codes);
/* «НОКО», as the cycle's settings name the procedure: (transfer none). */
const char *mer_print_procedure (const MerReportInput *input);
/* A page that only says why there is nothing to print: (transfer full). */
MerBlocks *mer_print_nothing (const MerReportInput *input,
                              const char           *title,
                              const char           *sentence);
/* The title in capitals, and the department above it. */
void mer_print_head (const MerReportInput *input,
                     MerBlocks            *blocks,
                     const char           *title);

G_END_DECLS
