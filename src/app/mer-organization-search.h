/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-registry-store.h"

G_BEGIN_DECLS

/* The organization that a user means: by name, folded name, full name, INN, id, or a spelling
 * that files used. (transfer none) (nullable). `organizations`: element-type MerOrganization. */
const MerOrganization *mer_organization_search (GPtrArray   *organizations,
                                                MerDocument *doc,
                                                const char  *name);

/* The pieces of it: how well one answers to the name, typed and folded; whom files called so. */
int    mer_organization_match (const MerOrganization *organization,
                               const char            *typed,
                               const char            *folded);
gint64 mer_organization_by_alias (MerDocument *doc,
                                  const char  *folded);

G_END_DECLS
