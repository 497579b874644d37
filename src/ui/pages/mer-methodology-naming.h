/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-edit.h"

G_BEGIN_DECLS

/* The property that a part is known by: the one to be typed first in a new part. Static. */
const char *mer_naming_property (MerPartKind kind);

/* mer_methodology_set() by which names that were never given one of their own go on being the
 * same as the name that is set. (transfer full) */
MerMethodology *mer_naming_set (const MerMethodology *methodology,
                                const char           *path,
                                const char           *property,
                                const char           *value,
                                GError              **error);

G_END_DECLS
