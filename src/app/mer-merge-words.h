/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-registry-merge.h"

G_BEGIN_DECLS

/* What a merge is going to do as sentences in the user's language, for the dialog and for
 * `organizations merge --dry-run`. */
typedef struct
{
  gboolean warning; /* has to be confirmed, or means that something is lost */
  char    *text;
} MerMergeLine;
/* (transfer full) (element-type MerMergeLine) */
GPtrArray *mer_merge_words (const MerMergePlan *plan);

G_END_DECLS
