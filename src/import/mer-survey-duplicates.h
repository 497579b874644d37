/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-job.h"
#include "store/mer-block.h"

G_BEGIN_DECLS

/**
 * MerSurveyDuplicates:
 *
 * Finds rows that were given before: same organization, same answers, and the same respondent or,
 * where no respondent is known, the same moment with a time of day. Earlier rows come out of the
 * cycle's blocks; nothing about duplicates is ever stored. One organization at a time.
 */
typedef struct _MerSurveyDuplicates MerSurveyDuplicates;

/* Reads the packed blocks of the cycle's earlier batches. */
MerSurveyDuplicates *mer_survey_duplicates_new (MerDocument          *doc,
                                                gint64                cycle_id,
                                                const MerMethodology *methodology,
                                                const MerBlockLayout *layout,
                                                GError              **error);
void                 mer_survey_duplicates_free (MerSurveyDuplicates *self);
/* Forgets the organization before; `n_rows`: how many rows will be asked about. */
gboolean mer_survey_duplicates_begin (MerSurveyDuplicates *self,
                                      gint64               organization_id,
                                      guint                n_rows,
                                      GError             **error);
/* TRUE when the row was there before; else it is remembered. */
gboolean mer_survey_duplicates_seen (MerSurveyDuplicates *self,
                                     const MerBlockRow   *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSurveyDuplicates, mer_survey_duplicates_free)

G_END_DECLS
