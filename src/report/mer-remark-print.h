/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-operator.h"
#include "report/mer-report.h"

G_BEGIN_DECLS

/* Adds a table of remarks (element-type MerRemark) with what was decided on each; `about`: with
 * what they are about, else with the organization where any has one. */
void mer_print_remarks (const MerReportInput *input,
                        GPtrArray            *remarks,
                        gboolean              about,
                        MerBlocks            *blocks);

G_END_DECLS
