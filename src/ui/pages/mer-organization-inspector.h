/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mer-session.h"
#include "ui/pages/mer-organization-list.h"

G_BEGIN_DECLS

/**
 * MerOrganizationInspector:
 *
 * The details of the selected organization: facts, scores by cycle, spellings; of several:
 * how many they are and what can be done with all of them. Its buttons are actions of the page.
 */
#define MER_TYPE_ORGANIZATION_INSPECTOR (mer_organization_inspector_get_type ())
/* clang-format off */
G_DECLARE_FINAL_TYPE (MerOrganizationInspector, mer_organization_inspector,
                      MER, ORGANIZATION_INSPECTOR, GtkWidget)
/* clang-format on */

/* `item` NULL: none is selected. */
void mer_organization_inspector_show_one (MerOrganizationInspector *self,
                                          MerSession               *session,
                                          MerOrganizationItem      *item);
void mer_organization_inspector_show_many (MerOrganizationInspector *self,
                                           guint                     n_selected);

G_END_DECLS
