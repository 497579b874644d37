/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* One free-text answer, as it lies in a MerCommentSet. */
typedef struct
{
  gint64      batch_id;
  gint64      row;             /* in the file; with the batch, what names a comment */
  gint64      organization_id; /* 0: its spelling means nobody */
  gint64      time;            /* seconds (local, as written in the file) or MER_BLOCK_NO_TIME */
  const char *text;
  const char *folded;          /* lower case, ё as е: for searching */
  gboolean    has_time_of_day; /* FALSE: `time` is a bare date */
  gboolean    typed_in;        /* from paper, no file */
  gboolean    says_nothing;    /* mer_comment_is_empty() */
  gboolean    names_person;    /* mer_comment_names_person() */
} MerCommentEntry;

/**
 * MerCommentSet:
 *
 * All comments of a cycle, read once: a region's ninety thousand are some twenty megabytes and a
 * few tenths of a second, so a window has them read by a worker. Reference-counted, immutable;
 * any thread. What is decided about comments stands apart (mer-comment-store.h).
 */
typedef struct
{
  const MerCommentEntry *entries; /* by batch and row */
  guint                  n_entries;
  guint                  n_nothing; /* entries that say nothing */
} MerCommentSet;

/* Of batches that are not removed. Any thread that owns `doc`. */
MerCommentSet *mer_comment_set_load (MerDocument  *doc,
                                     gint64        cycle_id,
                                     GCancellable *cancellable,
                                     GError      **error);
MerCommentSet *mer_comment_set_ref (MerCommentSet *self);
void           mer_comment_set_unref (MerCommentSet *self);
/* NULL when there is none. */
const MerCommentEntry *mer_comment_set_find (const MerCommentSet *self,
                                             gint64               batch_id,
                                             gint64               row);
/* Folds what is looked for, as `folded` is: (transfer full). */
char *mer_comment_fold (const char *text);
/* What a set is read from, as a word: while it stays the same, so does the set. (transfer full),
 * NULL and error when it cannot be read. */
char *mer_comment_set_signature (MerDocument *doc,
                                 gint64       cycle_id,
                                 GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCommentSet, mer_comment_set_unref)

G_END_DECLS
