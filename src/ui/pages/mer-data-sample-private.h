/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-sample.h"

G_BEGIN_DECLS

/* (element-type gint64): the organizations in the order of the rows on the screen. */
GArray *mer_data_sample_get_ids (MerDataSample *self);
gint64  mer_data_sample_get_cycle_id (MerDataSample *self);
/* Where a column of numbers begins: the row of the cell that has the keyboard (nullable), or the
 * first that is selected. */
guint mer_data_sample_get_start (MerDataSample *self,
                                 GtkWidget     *cell);
void  mer_data_sample_start_pasting (MerDataSample *self,
                                     GtkWidget     *cell);
void  mer_data_sample_paste_text (MerDataSample *self,
                                  const char    *text,
                                  guint          start);

G_END_DECLS
