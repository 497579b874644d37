/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the tree of one book to that of the next: one edit changes the row of one organization, and
 * making the rows of a region anew takes longer than people wait. Nodes that are as before are
 * kept and only pointed at the new book, since what they show is equal. */

#include "config.h"

#include <string.h>

#include "ui/pages/mer-plan-tree.h"

static gboolean
is_same_line (const MerPlanLine *a,
              const MerPlanLine *b)
{
  /* records that have not changed are the same ones: mer_store_record_snapshot() */
  return a->item == b->item && a->mark == b->mark && a->organization == b->organization &&
         a->first == b->first && a->last == b->last && a->standing == b->standing &&
         a->criterion == b->criterion;
}

static gboolean
is_same_sheet (const MerPlanSheet *a,
               const MerPlanSheet *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->organization == b->organization && a->plan == b->plan && a->n_lines == b->n_lines &&
         a->n_findings == b->n_findings && a->n_unanswered == b->n_unanswered &&
         a->received == b->received && a->due == b->due && a->timing == b->timing &&
         memcmp (&a->execution, &b->execution, sizeof a->execution) == 0;
}

static gboolean
has_same_findings (const MerPlanNode *a,
                   const MerPlanNode *b)
{
  return a->book->facts.findings == b->book->facts.findings ||
         (a->sheet != NULL && a->sheet->n_findings == 0);
}

static gboolean
is_same (const MerPlanNode *a,
         const MerPlanNode *b)
{
  if (a->kind != b->kind || a->key != b->key || a->flat != b->flat ||
      a->lines->len != b->lines->len || g_strcmp0 (a->title, b->title) != 0 ||
      a->book->facts.methodology != b->book->facts.methodology ||
      !is_same_sheet (a->sheet, b->sheet) || !has_same_findings (a, b))
    return FALSE;
  for (guint i = 0; i < a->lines->len; i++)
    if (!is_same_line (a->lines->pdata[i], b->lines->pdata[i]))
      return FALSE;
  return TRUE;
}

/* --- pointing at the new book ---------------------------------------------------------------- */

static void
set_book (MerPlanNode *self,
          MerPlanBook *book)
{
  MerPlanBook *before = self->book;

  self->book = mer_plan_book_ref (book);
  mer_plan_book_unref (before);
}

/* Lines stand in the order of the node's; findings behind them. */
static void
turn_child (MerPlanNode       *self,
            const MerPlanNode *parent,
            guint              index)
{
  if (self->kind == MER_PLAN_NODE_LINE)
    {
      self->line = parent->lines->pdata[index];
      self->sheet = mer_plan_book_sheet (
        parent->book, self->line->organization != NULL ? self->line->organization->id : 0);
    }
  else
    self->sheet = parent->sheet;
  set_book (self, parent->book);
}

/* `self` shows what `next` would. */
static void
turn (MerPlanNode       *self,
      const MerPlanNode *next)
{
  self->sheet = next->sheet;
  g_ptr_array_unref (self->lines);
  self->lines = g_ptr_array_ref (next->lines);
  set_book (self, next->book);
  for (guint i = 0; self->children != NULL &&
                    i < g_list_model_get_n_items (G_LIST_MODEL (self->children));
       i++)
    {
      g_autoptr (MerPlanNode) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      turn_child (child, self, i);
    }
}

static gboolean
turn_if_same (GListStore *roots,
              guint       position,
              GListStore *next,
              guint       next_position)
{
  g_autoptr (MerPlanNode) node = g_list_model_get_item (G_LIST_MODEL (roots), position);
  g_autoptr (MerPlanNode) other = g_list_model_get_item (G_LIST_MODEL (next), next_position);

  if (!is_same (node, other))
    return FALSE;
  turn (node, other);
  return TRUE;
}

void
mer_plan_tree_compare (GListStore     *roots,
                       GListStore     *next,
                       MerPlanTreeGap *gap)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (roots));
  guint n_next = g_list_model_get_n_items (G_LIST_MODEL (next));
  guint least = MIN (n, n_next);
  guint last = 0;

  gap->first = 0;
  while (gap->first < least && turn_if_same (roots, gap->first, next, gap->first))
    gap->first++;
  while (last < least - gap->first &&
         turn_if_same (roots, n - 1 - last, next, n_next - 1 - last))
    last++;
  gap->n_removed = n - gap->first - last;
  gap->n_added = n_next - gap->first - last;
}

void
mer_plan_tree_splice (GListStore           *roots,
                      GListStore           *next,
                      const MerPlanTreeGap *gap)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gap->n_added; i++)
    g_ptr_array_add (added, g_list_model_get_item (G_LIST_MODEL (next), gap->first + i));
  g_list_store_splice (roots, gap->first, gap->n_removed, added->pdata, added->len);
}
