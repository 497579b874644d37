/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"
#include "core/mer-organization.h"

G_BEGIN_DECLS

/* Kind and state as people write them, in a document's language; never freed. */
const char *mer_organization_kind_words (MerLanguage         language,
                                         MerOrganizationKind kind);
const char *mer_organization_state_words (MerLanguage          language,
                                          MerOrganizationState state);

G_END_DECLS
