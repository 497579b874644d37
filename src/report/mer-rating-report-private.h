/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-report-private.h"

G_BEGIN_DECLS

/* The rows that a rating prints, and what its parts say about them. */
typedef struct
{
  const MerReportInput *input;
  MerLanguage           language;
  const MerScoreTable  *table;
  GPtrArray            *rows;  /* of MerScoreRow, in printed order */
  gboolean              all;   /* nothing was left out by kind or group */
  GPtrArray            *notes; /* of char *, without their numbers */
  guint                 n_undefined_notes;
} MerRatingReport;

/* Fills `notes`: undefined scores first, then settled ones, then the rules in force. */
void mer_rating_report_collect_notes (MerRatingReport *self);

/* Sentences over the table: how many, the mean, the highest and the lowest. */
char *mer_rating_report_summary (const MerRatingReport *self);

/* «Структура выборки», where anything is known of it. */
void mer_rating_report_add_profile (const MerRatingReport *self,
                                    MerBlocks             *blocks);

/* «Балл по критериям» of some of the rows. */
MerFigure *mer_rating_report_figure (const MerRatingReport *self,
                                     GPtrArray             *rows);

G_END_DECLS
