/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-job.h"
#include "import/mer-source-table.h"

G_BEGIN_DECLS

/**
 * MerSurveyComments:
 *
 * The comments of a survey between reading and the document. They are gathered by source; when
 * they take too much memory, all of them are written as the next segment of their sources. What
 * must not stay after all, because its row is a duplicate, is taken back at the end. The document
 * holds the same comments however often that happened. Of the document's thread.
 */
typedef struct _MerSurveyComments MerSurveyComments;

/* (transfer full): none yet. Both must outlive it. */
MerSurveyComments *mer_survey_comments_new (MerImportJob   *job,
                                            MerSourceTable *sources);
void               mer_survey_comments_free (MerSurveyComments *self);

/* Rows of a source come in ascending order, each after the row itself was added to the source's
 * builder. FALSE and error when writing failed. */
gboolean mer_survey_comments_add (MerSurveyComments *self,
                                  MerSource         *source,
                                  gint64             row,
                                  const char        *text,
                                  gsize              length,
                                  GError           **error);
/* Writes what is left of a source, whose name is stored, once all is read. `dropped` (element-type
 * gint64, ascending): rows that are not kept, and neither are their comments. */
gboolean mer_survey_comments_finish (MerSurveyComments *self,
                                     MerSource         *source,
                                     const GArray      *dropped,
                                     GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSurveyComments, mer_survey_comments_free)

G_END_DECLS
