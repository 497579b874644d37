/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-survey-reading.h"

G_BEGIN_DECLS

/* What writing counted. */
typedef struct
{
  guint64        accepted;
  MerSurveyCount duplicates;
  MerSurveyCount contradictions[MER_BLOCK_MAX_QUESTIONS];
} MerSurveyOutcome;

void mer_survey_outcome_clear (MerSurveyOutcome *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerSurveyOutcome, mer_survey_outcome_clear)

/* Finds duplicates and contradictions among what was gathered and writes the rest into the
 * document. FALSE and error when that failed or was cancelled. */
gboolean mer_survey_write (MerImportJob           *job,
                           const MerSurveyColumns *columns,
                           const MerBlockLayout   *layout,
                           MerSourceTable         *sources,
                           MerSurveyComments      *comments,
                           MerSurveyOutcome       *outcome,
                           GError                **error);

G_END_DECLS
