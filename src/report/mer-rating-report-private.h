/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-council-decisions.h"
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
  MerPublicationForm    form;  /* the council decided; places where it is not to be obeyed */
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

/* Whether nothing may tell who is before whom. */
gboolean mer_rating_report_has_no_places (const MerRatingReport *self);
/* Puts the rows in the order of a form without places: by band, and by name. */
void mer_rating_report_sort (MerRatingReport *self);
/* The band of a row, by its place in the methodology; the number of bands where it has none. */
guint mer_rating_report_band (const MerRatingReport *self,
                              const MerScoreRow     *row);
/* In which form it is published and who decided so: (transfer full) (nullable). */
char *mer_rating_report_form (const MerRatingReport *self);

/* «Балл по критериям» of some of the rows. */
MerFigure *mer_rating_report_figure (const MerRatingReport *self,
                                     GPtrArray             *rows);

G_END_DECLS
