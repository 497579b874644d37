/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* A spelling of an organization's name in files, and what came under it in batches that were not
 * removed. */
typedef struct
{
  gint64  id; /* of the source name */
  char   *name;
  guint64 questionnaires;
  guint64 checklists; /* lines */
  guint64 facts;      /* ready counts and values, facts from open sources */
} MerSpelling;
void mer_spelling_free (MerSpelling *self);

/* (transfer full) (element-type MerSpelling): of an organization, oldest first. */
GPtrArray *mer_store_spellings (MerDocument *doc,
                                gint64       organization_id,
                                GError     **error);
/* Makes a spelling an organization of its own, called so: all answers and marks under it follow.
 * Returns its id, 0 on error. Needs an action under way. */
gint64 mer_store_split_spelling (MerDocument *doc,
                                 gint64       source_id,
                                 GError     **error);

G_END_DECLS
