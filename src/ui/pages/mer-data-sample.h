/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataSample:
 *
 * The sample of a cycle: recipients, plan by the sample rule, fact, of each organization.
 * Recipients are edited in place.
 */
#define MER_TYPE_DATA_SAMPLE (mer_data_sample_get_type ())
G_DECLARE_FINAL_TYPE (MerDataSample, mer_data_sample, MER, DATA_SAMPLE, MerDataView)

G_END_DECLS
