/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* What people call the versions of the rules that a document keeps. Thread of the document. */

/* «Федеральная 2018, ред. 2»: (transfer full) (nullable): NULL of what is not there. `versions`: of
 * mer_store_versions(). */
char *mer_rules_version_words (MerDocument     *doc,
                               const GPtrArray *versions,
                               gint64           id);

G_END_DECLS
