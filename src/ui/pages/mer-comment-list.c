/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the table of comments: an array of places in the immutable set, made anew by each
 * filter; objects exist only for rows that somebody looks at. */

#include "config.h"

#include <string.h>

#include "ui/pages/mer-comment-list.h"

struct _MerCommentItem
{
  GObject parent_instance;

  MerComments           *comments; /* owned */
  const MerCommentEntry *entry;
};

G_DEFINE_FINAL_TYPE (MerCommentItem, mer_comment_item, G_TYPE_OBJECT)

static void
mer_comment_item_finalize (GObject *object)
{
  g_clear_pointer (&MER_COMMENT_ITEM (object)->comments, mer_comments_unref);
  G_OBJECT_CLASS (mer_comment_item_parent_class)->finalize (object);
}

static void
mer_comment_item_class_init (MerCommentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_comment_item_finalize;
}

static void
mer_comment_item_init (MerCommentItem *self)
{
}

const MerCommentEntry *
mer_comment_item_get (MerCommentItem *self)
{
  g_return_val_if_fail (MER_IS_COMMENT_ITEM (self), NULL);
  return self->entry;
}

MerComments *
mer_comment_item_get_comments (MerCommentItem *self)
{
  g_return_val_if_fail (MER_IS_COMMENT_ITEM (self), NULL);
  return self->comments;
}

/* --- the list ------------------------------------------------------------------------ */

struct _MerCommentList
{
  GObject parent_instance;

  MerComments *comments; /* owned; nullable */
  GArray      *shown;    /* of guint */
};

static GType
get_item_type (GListModel *model)
{
  return MER_TYPE_COMMENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MER_COMMENT_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  MerCommentList *self = MER_COMMENT_LIST (model);
  MerCommentItem *item = NULL;

  if (position >= self->shown->len)
    return NULL;
  item = g_object_new (MER_TYPE_COMMENT_ITEM, NULL);
  item->comments = mer_comments_ref (self->comments);
  item->entry = &self->comments->set->entries[g_array_index (self->shown, guint, position)];
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MerCommentList,
                               mer_comment_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
mer_comment_list_finalize (GObject *object)
{
  MerCommentList *self = MER_COMMENT_LIST (object);

  g_clear_pointer (&self->comments, mer_comments_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (mer_comment_list_parent_class)->finalize (object);
}

static void
mer_comment_list_class_init (MerCommentListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_comment_list_finalize;
}

static void
mer_comment_list_init (MerCommentList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

MerCommentList *
mer_comment_list_new (void)
{
  return g_object_new (MER_TYPE_COMMENT_LIST, NULL);
}

void
mer_comment_filter_clear (MerCommentFilter *self)
{
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->theme, g_free);
}

/* Cheap questions first: most comments have no note. */
static gboolean
lets_through (const MerCommentFilter *filter,
              const MerComments      *comments,
              const MerCommentEntry  *entry)
{
  const MerCommentNote *note = NULL;
  const char           *theme = NULL;
  gboolean              hidden = FALSE;

  if ((entry->says_nothing && !filter->nothing) || (filter->person && !entry->names_person) ||
      (filter->organization_id != 0 && entry->organization_id != filter->organization_id))
    return FALSE;
  note = mer_comments_note (comments, entry);
  theme = note != NULL ? note->theme : NULL;
  hidden = note != NULL && note->state == MER_COMMENT_HIDDEN;
  if (hidden != filter->hidden ||
      (filter->theme_filter == MER_COMMENT_THEME_NONE && theme != NULL) ||
      (filter->theme_filter == MER_COMMENT_THEME_ONE && g_strcmp0 (theme, filter->theme) != 0))
    return FALSE;
  if (filter->finding && !mer_comments_has_finding (comments, entry))
    return FALSE;
  return filter->search == NULL || *filter->search == '\0' ||
         strstr (entry->folded, filter->search) != NULL;
}

static GArray *
run_filter (MerComments            *comments,
            const MerCommentFilter *filter)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; comments != NULL && i < comments->set->n_entries; i++)
    {
      if (lets_through (filter, comments, &comments->set->entries[i]))
        g_array_append_val (shown, i);
    }
  return shown;
}

/* Whether a row looks the same in both. */
static gboolean
is_same (MerComments *before,
         guint        index_before,
         MerComments *after,
         guint        index_after)
{
  const MerCommentEntry *entry = NULL;

  if (before == NULL || before->set != after->set || index_before != index_after)
    return FALSE;
  entry = &after->set->entries[index_after];
  return mer_comments_state (before, entry) == mer_comments_state (after, entry) &&
         g_strcmp0 (mer_comments_theme (before, entry), mer_comments_theme (after, entry)) == 0 &&
         mer_comments_has_finding (before, entry) == mer_comments_has_finding (after, entry);
}

void
mer_comment_list_show (MerCommentList         *self,
                       MerComments            *comments,
                       const MerCommentFilter *filter)
{
  g_autoptr (MerComments) before = NULL;
  g_autoptr (GArray) old = NULL;
  guint first = 0;
  guint last = 0; /* equal rows at the end */
  guint least = 0;

  g_return_if_fail (MER_IS_COMMENT_LIST (self));
  before = g_steal_pointer (&self->comments);
  old = g_steal_pointer (&self->shown);
  self->comments = comments != NULL ? mer_comments_ref (comments) : NULL;
  self->shown = run_filter (comments, filter);
  least = MIN (old->len, self->shown->len);
  while (first < least && is_same (before, g_array_index (old, guint, first), comments,
                                   g_array_index (self->shown, guint, first)))
    first++;
  while (last < least - first &&
         is_same (before, g_array_index (old, guint, old->len - 1 - last), comments,
                  g_array_index (self->shown, guint, self->shown->len - 1 - last)))
    last++;
  if (old->len - first - last > 0 || self->shown->len - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last,
                                self->shown->len - first - last);
}

const GArray *
mer_comment_list_get_shown (MerCommentList *self)
{
  g_return_val_if_fail (MER_IS_COMMENT_LIST (self), NULL);
  return self->shown;
}

guint
mer_comment_list_find (MerCommentList *self,
                       gint64          batch_id,
                       gint64          row)
{
  const MerCommentEntry *entry = NULL;
  guint                  from = 0;
  guint                  to = 0;
  guint                  index = 0;

  g_return_val_if_fail (MER_IS_COMMENT_LIST (self), G_MAXUINT);
  entry = self->comments != NULL ? mer_comment_set_find (self->comments->set, batch_id, row) : NULL;
  if (entry == NULL)
    return G_MAXUINT;
  index = (guint) (entry - self->comments->set->entries);
  for (to = self->shown->len; from < to;)
    {
      guint middle = from + (to - from) / 2;
      guint found = g_array_index (self->shown, guint, middle);

      if (found == index)
        return middle;
      if (found < index)
        from = middle + 1;
      else
        to = middle;
    }
  return G_MAXUINT;
}
