/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-name-matcher.h"
#include "store/mer-block.h"
#include "store/mer-comment-block.h"

G_BEGIN_DECLS

/* A comment on its way into a block. */
typedef struct _MerSourceComment MerSourceComment;
struct _MerSourceComment
{
  MerSourceComment *next;
  gint64            row;
  guint32           length;
  char              text[];
};

/* What one spelling of an organization has gathered; one a MerNameMatch. */
typedef struct
{
  MerNameMatch     *match;
  MerBlockBuilder  *builder;
  MerSourceComment *first_comment;
  MerSourceComment *last_comment;
} MerSource;

/**
 * MerSourceTable:
 *
 * From the raw bytes of a cell to what its organization gathers. Spellings are resolved by the
 * matcher once; later rows are found by their hash alone and compared by their bytes.
 */
typedef struct _MerSourceTable MerSourceTable;

MerSourceTable *mer_source_table_new (MerNameMatcher       *matcher,
                                      const MerBlockLayout *layout,
                                      gboolean              with_respondents);
void            mer_source_table_free (MerSourceTable *self);
/* Never NULL; valid as long as the table. */
MerSource *mer_source_table_find (MerSourceTable *self,
                                  const char     *name,
                                  gsize           length);
void       mer_source_table_add_comment (MerSourceTable *self,
                                         MerSource      *source,
                                         gint64          row,
                                         const char     *text,
                                         gsize           length);
/* (transfer none) (element-type MerSource): in order of first appearance. */
GPtrArray *mer_source_table_sources (MerSourceTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSourceTable, mer_source_table_free)

G_END_DECLS
