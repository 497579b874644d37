/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-report.h"

G_BEGIN_DECLS

/* Terms of reference while they are put together: the annexes are a file each. */
typedef struct
{
  const MerReportInput *input;
  MerLanguage           language;
  MerBlocks            *blocks;
  GPtrArray            *selected; /* of MerCycleMember: who is assessed, by name */
} MerTerms;

/* Takes the text. */
void mer_terms_add_paragraph (MerTerms *self,
                              char     *text);
/* A sentence by its msgid. */
void mer_terms_say (MerTerms   *self,
                    const char *sentence);
/* «Срок: до 1 ноября.», or that it is not entered. */
void mer_terms_add_labelled (MerTerms   *self,
                             const char *label,
                             const char *text);
/* A table of an annex: a format that holds one table only leaves it out. */
void mer_terms_add_table (MerTerms *self,
                          MerTable *table);

/* Who takes part in the cycle, by name: (transfer container) (element-type MerCycleMember). */
GPtrArray *mer_terms_selected (const MerReportInput *input);

/* «Не менее 40 %, но не более 600»: how the sample is counted, and who has no number yet. */
void mer_terms_add_sample_rule (MerTerms *self);

/* What annexes hold. */
void mer_terms_add_organizations (MerTerms *self);
void mer_terms_add_windows (MerTerms *self);
void mer_terms_add_criteria (MerTerms *self);
void mer_terms_add_questionnaire (MerTerms *self);
void mer_terms_add_checklists (MerTerms *self);
void mer_terms_add_tables (MerTerms *self);

G_END_DECLS
