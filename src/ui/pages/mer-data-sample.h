/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerDataSample:
 *
 * The sample of a cycle: recipients, plan by the sample rule, fact, of each organization.
 * Recipients are edited in place.
 */
#define MER_TYPE_DATA_SAMPLE (mer_data_sample_get_type ())
G_DECLARE_FINAL_TYPE (MerDataSample, mer_data_sample, MER, DATA_SAMPLE, AdwBin)

/* Whose document is shown; keeps a reference. */
void mer_data_sample_set_session (MerDataSample *self,
                                  MerSession    *session);
/* Shows the session's present results. */
void mer_data_sample_update (MerDataSample *self);
void mer_data_sample_set_narrow (MerDataSample *self,
                                 gboolean       narrow);
/* «План набрали 23 из 36; не хватает 175 анкет»: (transfer full). */
char *mer_data_sample_get_summary (MerDataSample *self);
/* Fact and plan of all organizations whose plan is known. */
void mer_sample_totals (MerResults *results,
                        gint64     *fact,
                        gint64     *plan);

G_END_DECLS
