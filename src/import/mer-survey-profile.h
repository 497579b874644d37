/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-source-table.h"
#include "import/mer-survey-columns.h"

G_BEGIN_DECLS

/* Words that the codes of so many columns ride along in, four a word. */
static inline guint
mer_survey_profile_words (guint n_columns)
{
  return (n_columns + 3) / 4;
}

/**
 * MerSurveyProfile:
 *
 * Counts the respondents' profile of the rows that are kept, source by source. Nothing of single
 * respondents is written.
 */
typedef struct _MerSurveyProfile MerSurveyProfile;

/* NULL when the table has no such column. Borrows `columns`. */
MerSurveyProfile *mer_survey_profile_new (const MerSurveyColumns *columns);
void              mer_survey_profile_free (MerSurveyProfile *self);

/* Rows are those of `source` from now on. `self` may be NULL in all of these. */
void mer_survey_profile_begin (MerSurveyProfile *self,
                               const MerSource  *source);
/* A row of the source that is kept. */
void mer_survey_profile_count (MerSurveyProfile *self,
                               const guint32    *riding);
void mer_survey_profile_end (MerSurveyProfile *self);
/* Writes all that was counted. FALSE and error when that failed. */
gboolean mer_survey_profile_write (MerSurveyProfile *self,
                                   MerImportJob     *job,
                                   GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSurveyProfile, mer_survey_profile_free)

G_END_DECLS
