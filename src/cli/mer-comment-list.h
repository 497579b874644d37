/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-comments.h"

G_BEGIN_DECLS

/* Which comments are printed, and how. */
typedef struct
{
  gint64      organization_id; /* 0: of all */
  const char *theme;           /* nullable: of any */
  gboolean    all;             /* those without content and the hidden ones too */
  gboolean    hidden;          /* only the hidden ones */
  gboolean    unmasked;
  gboolean    json;
  MerLanguage language;
} MerCommentQuery;

void mer_comment_list_print (const MerComments     *comments,
                             const MerCommentQuery *query);

G_END_DECLS
