/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-batch.h"
#include "core/mer-evidence.h"
#include "store/mer-block.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Batches and what they brought. Writers need an action under way. */

/* element-type MerBatch, oldest first; removed ones too. cycle_id 0: of all cycles. */
GPtrArray *mer_store_batches (MerDocument *doc,
                              gint64       cycle_id,
                              GError     **error);
/* Inserts when id is 0 (and sets it), else updates. */
gboolean mer_store_save_batch (MerDocument *doc,
                               MerBatch    *batch,
                               GError     **error);
/* Sets the flag; undo clears it. NOT_FOUND when there is none or it is removed already. */
gboolean mer_store_remove_batch (MerDocument *doc,
                                 gint64       id,
                                 GError     **error);
/* Whether its ready counts enter the scores. NOT_FOUND when there is none of that kind. */
gboolean mer_store_set_batch_counted (MerDocument *doc,
                                      gint64       id,
                                      gboolean     counted,
                                      GError     **error);
/* Not removed, same cycle, same hash: (transfer full) or NULL. */
MerBatch *mer_store_find_batch_by_hash (MerDocument *doc,
                                        gint64       cycle_id,
                                        const char  *sha256);

/* Writes one encoded block (outside undo; lives and dies with its batch). */
gboolean mer_store_add_block (MerDocument *doc,
                              gint64       batch_id,
                              gint64       source_id,
                              guint        segment,
                              GBytes      *block,
                              GError     **error);

typedef gboolean (*MerBlockFunc) (gint64   batch_id,
                                  gint64   source_id,
                                  gint64   organization_id,
                                  GBytes  *block,
                                  gpointer user_data,
                                  GError **error);
/* Calls func for each block of the cycle's batches that are not removed, in (batch, source,
 * segment) order. */
gboolean mer_store_foreach_block (MerDocument *doc,
                                  gint64       cycle_id,
                                  MerBlockFunc func,
                                  gpointer     user_data,
                                  GError     **error);

/* Free-text comments of a batch, a block of them (mer-comment-block.h) stored beside the blocks. */
gboolean mer_store_add_comments (MerDocument *doc,
                                 gint64       batch_id,
                                 gint64       source_id,
                                 guint        segment,
                                 GBytes      *block,
                                 GError     **error);
/* Takes back the comments of some rows that mer_store_add_comments() wrote; `rows` ascend. Other
 * blocks than theirs are not touched. */
gboolean mer_store_drop_comments (MerDocument  *doc,
                                  gint64        batch_id,
                                  gint64        source_id,
                                  const gint64 *rows,
                                  guint         n_rows,
                                  GError      **error);
typedef struct
{
  gint64 batch_id;
  gint64 row; /* in the file */
  char  *text;
} MerComment;
void mer_comment_free (MerComment *self);
/* element-type MerComment, of batches that are not removed, by file and row. */
GPtrArray *mer_store_comments (MerDocument *doc,
                               gint64       cycle_id,
                               gint64       organization_id,
                               GError     **error);

/* One organization's line of a checklist. `marks` follow `item_ids`. */
gboolean mer_store_add_checklist (MerDocument   *doc,
                                  gint64         batch_id,
                                  gint64         source_id,
                                  gint64         row,
                                  const gint64  *item_ids,
                                  const MerMark *marks,
                                  guint          n,
                                  GError       **error);

/* Problems of a batch, kept with it. */
typedef struct
{
  gint64 row;    /* in the file; 0: of the whole file */
  char  *column; /* header; nullable */
  char  *code;   /* stable word, as "ragged-row" */
  char  *text;   /* sentence, user's language */
  char  *rows;   /* «214,300-310»: all that it stands for; NULL when not known */

  gboolean rejects; /* those rows were not imported */
} MerBatchProblem;
void       mer_batch_problem_free (MerBatchProblem *self);
gboolean   mer_store_add_problem (MerDocument           *doc,
                                  gint64                 batch_id,
                                  const MerBatchProblem *problem,
                                  GError               **error);
GPtrArray *mer_store_problems (MerDocument *doc,
                               gint64       batch_id,
                               GError     **error);

/* Everything that scores are computed from: (element-type MerEvidence), one an
 * organization that has any, marks in the order of mer_store_items(). Where an
 * organization stands in several checklists, the newest batch wins an item. */
GPtrArray *mer_store_evidence (MerDocument          *doc,
                               gint64                cycle_id,
                               const MerMethodology *methodology,
                               GError              **error);

G_END_DECLS
