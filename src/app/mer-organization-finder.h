/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-organization.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerOrganizationFinder:
 *
 * From what people and files write to organizations of the registry, for tables of many rows: by
 * «#5» (the id), INN, name, full name and every spelling that files used, the better ground
 * first. The same as mer_find_organizations() but for a bare id, which may be a school's number.
 */
typedef struct _MerOrganizationFinder MerOrganizationFinder;

/* (transfer full): the registry as it is now; NULL and error when it cannot be read. */
MerOrganizationFinder *mer_organization_finder_new (MerDocument *doc,
                                                    GError     **error);
void                   mer_organization_finder_free (MerOrganizationFinder *self);

/* Those whom the text fits best: (transfer none) (nullable) (element-type MerOrganization); NULL
 * when it fits none. */
const GPtrArray *mer_organization_finder_find (MerOrganizationFinder *self,
                                               const char            *text);
/* The one whom the text means; 0 and an error (INVALID) that names the text when none or several
 * are meant. */
gint64 mer_organization_finder_only (MerOrganizationFinder *self,
                                     const char            *text,
                                     GError               **error);
/* Whether the registry is as it was when this was made. */
gboolean mer_organization_finder_is_current (MerOrganizationFinder *self,
                                             MerDocument           *doc);
/* (transfer none) (nullable) */
const MerOrganization *mer_organization_finder_get (MerOrganizationFinder *self,
                                                    gint64                 id);
/* All, in the order of their names: (transfer none) (element-type MerOrganization). */
const GPtrArray *mer_organization_finder_all (MerOrganizationFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerOrganizationFinder, mer_organization_finder_free)

G_END_DECLS
