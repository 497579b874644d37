/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-organization.h"

G_BEGIN_DECLS

/* `organizations`: (element-type gint64) ids, borrowed. */
typedef void (*MerOrganizationsFunc) (GArray  *organizations,
                                      gpointer user_data);

/**
 * mer_organizations_dialog_present:
 * @parent: (nullable): the window that asks
 * @title: what they are chosen for
 * @organizations: (element-type MerOrganization): to choose from
 * @chosen: called with those that were ticked
 * @user_data: for @chosen
 * @destroy: (nullable): of @user_data, when the dialog is gone
 *
 * Several organizations to be ticked, with a search.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *mer_organizations_dialog_present (GtkWindow           *parent,
                                             const char          *title,
                                             const GPtrArray     *organizations,
                                             MerOrganizationsFunc chosen,
                                             gpointer             user_data,
                                             GDestroyNotify       destroy);

G_END_DECLS
