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
/* Gives a spelling to another organization: all answers and marks under it follow, and so do its
 * other spellings that are the same name, for files could not tell them apart. Needs an action
 * under way. */
gboolean mer_store_give_spelling (MerDocument *doc,
                                  gint64       source_id,
                                  gint64       organization_id,
                                  GError     **error);
/* The same to an organization that is called so and is made for it. Returns its id, 0 on error. */
gint64 mer_store_split_spelling (MerDocument *doc,
                                 gint64       source_id,
                                 GError     **error);

/* What was collected of an organization in a cycle (mer-registry-succession.c). */
typedef struct
{
  guint64 questionnaires;
  guint64 checklists; /* lines */
  guint64 others;     /* ready counts and values, points of experts, facts from open sources */
  guint64 stacks;     /* of paper that is still typed in */
} MerCollected;
gboolean mer_store_count_collected (MerDocument  *doc,
                                    gint64        cycle_id,
                                    gint64        organization_id,
                                    MerCollected *collected,
                                    GError      **error);
/* Gives it to the successor; INVALID when it would take answers of other cycles along, or the
 * results of the cycle are approved. Needs an action under way. */
gboolean mer_store_move_collected (MerDocument *doc,
                                   gint64       cycle_id,
                                   gint64       from,
                                   gint64       to,
                                   GError     **error);

G_END_DECLS
