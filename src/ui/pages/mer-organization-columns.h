/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-organization-list.h"
#include "ui/widgets/mer-list-view.h"

G_BEGIN_DECLS

/* The columns of the page of organizations; items are #MerOrganizationItem. */
const MerListColumn *mer_organization_columns (guint *n_columns);
/* Whether the column gives way on a narrow page. */
gboolean mer_organization_column_is_wide_only (const char *id);

/* «92,06», «—»; «521»: as tables and the inspector write them. (transfer full) */
char *mer_organization_format_score (const MerScoreRow *score);
char *mer_organization_format_count (gint64 count);

G_END_DECLS
