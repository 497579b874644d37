/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"

G_BEGIN_DECLS

/**
 * MerOrganizationsPage:
 *
 * The registry: search, filters, table, details, and what can be done with organizations.
 */
#define MER_TYPE_ORGANIZATIONS_PAGE (mer_organizations_page_get_type ())
/* clang-format off */
G_DECLARE_FINAL_TYPE (MerOrganizationsPage, mer_organizations_page, MER, ORGANIZATIONS_PAGE,
                      MerPage)
/* clang-format on */

/* Working organizations, for the sidebar. */
char *mer_organizations_page_counter (MerSession *session);

G_END_DECLS
