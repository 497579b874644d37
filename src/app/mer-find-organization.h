/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-organization.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* The one organization of the registry that a user means: by id, INN, name, full name or spelling
 * of a file. NULL and error (NOT_FOUND, or INVALID where several are meant). (transfer full) */
MerOrganization *mer_find_organization (MerDocument *doc,
                                        const char  *text,
                                        GError     **error);

/* Those among `among` that the text fits best, by the same ways; empty when it fits none.
 * (transfer container) (element-type MerOrganization) */
GPtrArray *mer_find_organizations (MerDocument     *doc,
                                   const GPtrArray *among,
                                   const char      *text,
                                   GError         **error);

G_END_DECLS
