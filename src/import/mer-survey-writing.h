/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-survey-sealing.h"

G_BEGIN_DECLS

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
