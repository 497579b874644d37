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
 *
 * Signals: `theme-typed` (GPtrArray of MerCommentItem, string): a theme was typed for these
 * comments and left without Enter: by another row, another field or the end of the window.
 */
#define MER_TYPE_COMMENT_INSPECTOR (mer_comment_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MerCommentInspector, mer_comment_inspector, MER, COMMENT_INSPECTOR, AdwBin)

/* `items`: the selected comments; `results` (nullable) tell files by their names. A theme that is
 * being typed for these very comments stays. */
void mer_comment_inspector_show (MerCommentInspector *self,
                                 GPtrArray           *items,
                                 MerResults          *results);
/* Puts the keyboard into the theme. */
void mer_comment_inspector_edit_theme (MerCommentInspector *self);

G_END_DECLS
