/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerOrganizationDialog:
 *
 * The form of one organization and of its part in the cycle that is looked at. What it
 * changes is one undoable action. Signal `saved` (int64: the organization).
 */
#define MER_TYPE_ORGANIZATION_DIALOG (mer_organization_dialog_get_type ())
/* clang-format off */
G_DECLARE_FINAL_TYPE (MerOrganizationDialog, mer_organization_dialog, MER, ORGANIZATION_DIALOG,
                      AdwWindow)
/* clang-format on */

/* `organization` NULL: a new one. `member` (nullable): its part in the cycle. */
GtkWidget *mer_organization_dialog_new (GtkWindow             *parent,
                                        MerSession            *session,
                                        const MerOrganization *organization,
                                        const MerCycleMember  *member);

G_END_DECLS
