/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataObjections:
 *
 * What organizations object to in this cycle, what was decided, and the scores before and after.
 */
#define MER_TYPE_DATA_OBJECTIONS (mer_data_objections_get_type ())
G_DECLARE_FINAL_TYPE (MerDataObjections, mer_data_objections, MER, DATA_OBJECTIONS, MerDataView)

G_END_DECLS
