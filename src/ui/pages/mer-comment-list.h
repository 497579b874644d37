/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/mer-comments.h"

G_BEGIN_DECLS

/**
 * MerCommentItem:
 *
 * A row of the list: made when it is asked for, it points into the comments and keeps them alive.
 */
#define MER_TYPE_COMMENT_ITEM (mer_comment_item_get_type ())
G_DECLARE_FINAL_TYPE (MerCommentItem, mer_comment_item, MER, COMMENT_ITEM, GObject)

/* (transfer none): valid as long as the item. */
const MerCommentEntry *mer_comment_item_get (MerCommentItem *self);
MerComments           *mer_comment_item_get_comments (MerCommentItem *self);

typedef enum
{
  MER_COMMENT_THEME_ANY,
  MER_COMMENT_THEME_NONE, /* those without a theme */
  MER_COMMENT_THEME_ONE,
} MerCommentThemeFilter;

/* Which comments are shown. */
typedef struct
{
  char                 *search; /* mer_comment_fold(); "" for any */
  gint64                organization_id;
  MerCommentThemeFilter theme_filter;
  char                 *theme;
  gboolean              person;  /* only those that name a person */
  gboolean              hidden;  /* only the hidden ones; else these are left out */
  gboolean              finding; /* only those that a finding was made of */
  gboolean              nothing; /* those without content too */
} MerCommentFilter;
void mer_comment_filter_clear (MerCommentFilter *self);

/**
 * MerCommentList:
 *
 * The comments that a filter lets through, as a #GListModel of #MerCommentItem. A region's ninety
 * thousand are filtered within a frame; only rows that differ from before are told to be new, so
 * that a view keeps its place.
 */
#define MER_TYPE_COMMENT_LIST (mer_comment_list_get_type ())
G_DECLARE_FINAL_TYPE (MerCommentList, mer_comment_list, MER, COMMENT_LIST, GObject)

/* (transfer full): empty. */
MerCommentList *mer_comment_list_new (void);
/* `comments` (nullable) are kept, the filter is only looked at. */
void mer_comment_list_show (MerCommentList         *self,
                            MerComments            *comments,
                            const MerCommentFilter *filter);
/* (transfer none) (element-type guint): places in the set, in the order of the list. */
const GArray *mer_comment_list_get_shown (MerCommentList *self);
/* The row of a comment; G_MAXUINT when it is not shown. */
guint mer_comment_list_find (MerCommentList *self,
                             gint64          batch_id,
                             gint64          row);

G_END_DECLS
