/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-results.h"
#include "ui/pages/mer-comment-list.h"

G_BEGIN_DECLS

/**
 * MerCommentInspector:
 *
 * The pane beside the table of comments: the whole text, where it is from, its theme, and what may
 * be done with it. What is to be done goes out as actions of the group `view.`.
 */
#define MER_TYPE_COMMENT_INSPECTOR (mer_comment_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MerCommentInspector, mer_comment_inspector, MER, COMMENT_INSPECTOR, AdwBin)

/* `item`: the first of `n` selected comments, NULL when there is none; `results` (nullable) tell
 * files by their names. */
void mer_comment_inspector_show (MerCommentInspector *self,
                                 MerCommentItem      *item,
                                 guint                n,
                                 MerResults          *results);
/* Puts the keyboard into the theme. */
void mer_comment_inspector_edit_theme (MerCommentInspector *self);

G_END_DECLS
