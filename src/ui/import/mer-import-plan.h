/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportPlan:
 *
 * Plan and fact of the sample with the questionnaires of a file: for each organization that the
 * file brings any, what it had, what comes, and what share of the plan that is.
 */
#define MER_TYPE_IMPORT_PLAN (mer_import_plan_get_type ())
G_DECLARE_FINAL_TYPE (MerImportPlan, mer_import_plan, MER, IMPORT_PLAN, GtkBox)

/* `imported`: what comes is in the document already. */
void  mer_import_plan_show (MerImportPlan         *self,
                            MerImportState        *state,
                            const MerImportResult *result,
                            gboolean               imported);
guint mer_import_plan_get_n (MerImportPlan *self);

G_END_DECLS
