/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-source-table.h"
#include "import/mer-survey-columns.h"
#include "import/mer-survey-comments.h"

G_BEGIN_DECLS

/* Rows of one kind: how many, and the first of them. */
typedef struct
{
  guint64 count;
  gint64  first_row; /* 0 when there is none */
  GArray *rows;      /* of gint64: the first that were met; NULL when there are none */
} MerSurveyCount;

/* `most`: rows that are kept one by one. */
static inline void
mer_survey_count_add (MerSurveyCount *self,
                      gint64          row,
                      guint           most)
{
  self->count++;
  if (self->first_row == 0 || row < self->first_row)
    self->first_row = row;
  if (self->rows == NULL)
    self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (self->rows->len < most)
    g_array_append_val (self->rows, row);
}

static inline void
mer_survey_count_clear (MerSurveyCount *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
}

/* What reading a table counted besides what it gathered. */
typedef struct
{
  MerSurveyCount too_wide;
  MerSurveyCount too_short;
  MerSurveyCount bad_dates;
  char          *bad_date; /* the first of them */
  guint64        rejected; /* rows, those of unknown organizations among them */
} MerSurveyFindings;

/* Frees what the findings own. */
void mer_survey_findings_clear (MerSurveyFindings *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerSurveyFindings, mer_survey_findings_clear)

/* Reads all rows into `sources`. FALSE and error when reading failed or was cancelled. */
gboolean mer_survey_read (MerImportJob      *job,
                          MerSurveyColumns  *columns,
                          MerSourceTable    *sources,
                          MerSurveyComments *comments,
                          MerSurveyFindings *findings,
                          GError           **error);

G_END_DECLS
