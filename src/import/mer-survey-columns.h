/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-answer-column.h"
#include "import/mer-import-job.h"
#include "import/mer-profile-column.h"
#include "store/mer-block.h"

G_BEGIN_DECLS

#define MER_SURVEY_NO_COLUMN G_MAXUINT
/* Questions about the respondents themselves that are counted. */
#define MER_SURVEY_MAX_PROFILE 8

/* A question that the file has a column for. */
typedef struct
{
  guint                  index; /* of its cell */
  guint                  question;
  guint                  word; /* where its code goes in the packed answers */
  guint                  shift;
  MerAnswerColumn       *answers;
  const MerImportColumn *column;
} MerSurveyQuestion;

/* Which cell of a row is what, and what was counted while reading. */
typedef struct
{
  MerSurveyQuestion questions[MER_BLOCK_MAX_QUESTIONS];
  guint             n_questions;
  MerProfileColumn  profile[MER_SURVEY_MAX_PROFILE];
  guint             n_profile;
  guint             organization;
  guint             date;
  guint             comment;
  guint             respondent;
  guint             width;    /* of the header: more cells are too many */
  guint             required; /* fewer cells are too few */
} MerSurveyColumns;

/* Applies what the options decide about a question's spellings. */
void mer_import_decide_answers (const MerImportOptions *options,
                                const MerQuestion      *question,
                                MerAnswerColumn        *answers);

/* Fills `self` from the columns that were recognized; borrows from the job. */
void mer_survey_columns_init (MerSurveyColumns     *self,
                              const MerImportJob   *job,
                              const MerBlockLayout *layout);
void mer_survey_columns_clear (MerSurveyColumns *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerSurveyColumns, mer_survey_columns_clear)

G_END_DECLS
