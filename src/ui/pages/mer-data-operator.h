/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataOperator:
 *
 * The operator's work: contracts, deliveries, when data are collected, papers on file, with what
 * the rules have to say and the terms of reference as a document.
 */
#define MER_TYPE_DATA_OPERATOR (mer_data_operator_get_type ())
G_DECLARE_FINAL_TYPE (MerDataOperator, mer_data_operator, MER, DATA_OPERATOR, MerDataView)

/* Kinds of records that it shows, for MerTab. */
extern const char *const mer_data_operator_kinds[];

G_END_DECLS
