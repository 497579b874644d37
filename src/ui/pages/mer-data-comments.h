/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataComments:
 *
 * The comments of a cycle: read in a worker, filtered at once, given themes by keys, hidden where
 * they name somebody, turned into findings.
 */
#define MER_TYPE_DATA_COMMENTS (mer_data_comments_get_type ())
G_DECLARE_FINAL_TYPE (MerDataComments, mer_data_comments, MER, DATA_COMMENTS, MerDataView)

G_END_DECLS
