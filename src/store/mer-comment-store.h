/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* What was decided about comments, each named by its batch and the row of its file. Undoable;
 * writers need an action under way. A note whose comment is gone does no harm. */

/* Whether a comment leaves the document, and how. */
typedef enum
{
  MER_COMMENT_MASKED, /* without the names of persons that are found in it */
  MER_COMMENT_HIDDEN, /* not at all */
  MER_COMMENT_OPEN,   /* as it was written: somebody has looked at it */
} MerCommentState;

typedef struct
{
  gint64          batch_id;
  gint64          row;
  char           *theme; /* nullable */
  MerCommentState state;
} MerCommentNote;
void mer_comment_note_free (MerCommentNote *self);

/* (element-type MerCommentNote), by batch and row, of batches that are not removed. */
GPtrArray *mer_store_comment_notes (MerDocument *doc,
                                    gint64       cycle_id,
                                    GError     **error);
/* NULL when nothing was decided about it. */
const MerCommentNote *mer_comment_notes_find (GPtrArray *notes,
                                              gint64     batch_id,
                                              gint64     row);

/* `theme`: NULL or "" takes it away. */
gboolean mer_store_set_comment_theme (MerDocument *doc,
                                      gint64       batch_id,
                                      gint64       row,
                                      const char  *theme,
                                      GError     **error);
gboolean mer_store_set_comment_state (MerDocument    *doc,
                                      gint64          batch_id,
                                      gint64          row,
                                      MerCommentState state,
                                      GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCommentNote, mer_comment_note_free)

G_END_DECLS
