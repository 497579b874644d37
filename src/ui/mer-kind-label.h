/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-organization.h"

G_BEGIN_DECLS

/* «Дошкольное», … in the user's language. */
const char *mer_kind_label (MerOrganizationKind kind);

G_END_DECLS
