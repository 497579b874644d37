/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* The row of the organization that a user means among those of the cycle; NULL and
 * %MER_STORE_ERROR_NOT_FOUND when nobody of it is called so. (transfer none) */
const MerScoreRow *mer_cli_find_row (MerResults  *results,
                                     MerDocument *doc,
                                     const char  *name,
                                     GError     **error);

G_END_DECLS
