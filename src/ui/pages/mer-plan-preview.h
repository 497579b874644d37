/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerPlanPreview:
 *
 * A window beside the work that shows a document of one organization as it will be printed, page by
 * page, made anew whenever the results were: what is typed into the plan shows a moment later.
 */
#define MER_TYPE_PLAN_PREVIEW (mer_plan_preview_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanPreview, mer_plan_preview, MER, PLAN_PREVIEW, AdwWindow)

/* `organization` 0: of all. (transfer none) */
MerPlanPreview *mer_plan_preview_present (GtkWindow  *parent,
                                          MerSession *session,
                                          const char *kind,
                                          gint64      organization);
guint           mer_plan_preview_get_n_pages (MerPlanPreview *self);

G_END_DECLS
