/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-name-matcher.h"
#include "store/mer-block.h"

G_BEGIN_DECLS

/* A comment on its way into the document: see mer-survey-comments.h. */
typedef struct _MerSourceComment MerSourceComment;

/* What one spelling of an organization has gathered; one a MerNameMatch. */
typedef struct
{
  MerBlockBuilder  *builder;   /* NULL in a table without a layout */
  gboolean          is_usable; /* of its match */
  gint64            n_rows;    /* added to the match by mer_source_table_finish() */
  gint64            first_row;
  MerSourceComment *first_comment;
  MerSourceComment *last_comment;
  guint             n_comment_segments; /* already in the document */
  MerNameMatch     *match;
} MerSource;

/**
 * MerSourceTable:
 *
 * From the raw bytes of a cell to what its organization gathers. Spellings are resolved by the
 * matcher once; later rows are found by their hash alone and compared by their bytes.
 */
typedef struct _MerSourceTable MerSourceTable;

/* (transfer full): an empty table. The matcher must outlive it, and so must the layout; NULL: the
 * sources have no builders, only rows are counted. `with_respondents`: blocks keep the respondents'
 * ids. `n_riding`: words that ride along with a row, see mer_block_builder_new(). Not
 * thread-safe. */
MerSourceTable *mer_source_table_new (MerNameMatcher       *matcher,
                                      const MerBlockLayout *layout,
                                      gboolean              with_respondents,
                                      guint                 n_riding);
void            mer_source_table_free (MerSourceTable *self);
/* Begins to fetch what mer_source_table_find() will look at for a name of this hash. */
void mer_source_table_prefetch (const MerSourceTable *self,
                                guint64               hash);
/* Some time later: begins to fetch what that leads to. */
void mer_source_table_prefetch_source (const MerSourceTable *self,
                                       guint64               hash);
/* `hash`: mer_raw_hash() of the name. Never NULL; valid as long as the table. */
MerSource *mer_source_table_find (MerSourceTable *self,
                                  guint64         hash,
                                  const char     *name,
                                  gsize           length);
/* Tells the matches how many rows name them. */
void mer_source_table_finish (MerSourceTable *self);
/* (transfer none) (element-type MerSource): in order of first appearance. */
GPtrArray *mer_source_table_sources (MerSourceTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSourceTable, mer_source_table_free)

G_END_DECLS
