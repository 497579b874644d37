/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataPaper:
 *
 * The tab of paper questionnaires: the stacks of the cycle, the questionnaire that is typed
 * in, the totals of its stack.
 */
#define MER_TYPE_DATA_PAPER (mer_data_paper_get_type ())
G_DECLARE_FINAL_TYPE (MerDataPaper, mer_data_paper, MER, DATA_PAPER, MerDataView)

G_END_DECLS
