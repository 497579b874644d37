/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Showing one record of the plans: whoever comes from a decision, from the search or from the
 * overview sees its row, whatever was filtered before. */

#include "config.h"

#include "ui/pages/mer-plans-view-private.h"
#include "ui/widgets/mer-list-view.h"

/* Where a record stands in the tree. */
typedef struct
{
  gint64          organization;
  MerPlanNodeKind kind;
  gint64          key;
} Place;

static gconstpointer
find_record (const GPtrArray *records,
             gint64           id)
{
  for (guint i = 0; i < records->len; i++)
    if (((const MerRecord *) records->pdata[i])->id == id)
      return records->pdata[i];
  return NULL;
}

static gboolean
place_of_plan (const MerPlanBook *book,
               gint64             id,
               Place             *place)
{
  const MerPlan *plan = find_record (book->facts.plans, id);

  if (plan == NULL)
    return FALSE;
  *place = (Place){ plan->organization, MER_PLAN_NODE_SHEET, plan->organization };
  return TRUE;
}

/* An item of an earlier version has no row of its own: its organization's is shown. */
static gboolean
place_of_item (const MerPlanBook *book,
               gint64             id,
               Place             *place)
{
  const MerPlanItem *item = find_record (book->facts.items, id);

  if (item == NULL || !place_of_plan (book, item->plan, place))
    return FALSE;
  if (mer_plan_book_line (book, id) != NULL)
    {
      place->kind = MER_PLAN_NODE_LINE;
      place->key = id;
    }
  return TRUE;
}

static gboolean
place_of_finding (const MerPlanBook *book,
                  gint64             id,
                  Place             *place)
{
  for (guint i = 0; i < book->n_lines; i++)
    if (book->lines[i].item->finding == id)
      return place_of_item (book, book->lines[i].item->record.id, place);
  for (guint i = 0; i < book->facts.findings->len; i++)
    {
      const MerFinding *finding = book->facts.findings->pdata[i];

      if (finding->id != id)
        continue;
      *place = (Place){ finding->organization_id, MER_PLAN_NODE_FINDING, id };
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_place (const MerPlanBook *book,
            const char        *kind,
            gint64             id,
            Place             *place)
{
  const MerControlMark *mark = NULL;

  if (g_str_equal (kind, "plan"))
    return place_of_plan (book, id, place);
  if (g_str_equal (kind, "plan-item"))
    return place_of_item (book, id, place);
  if (g_str_equal (kind, "finding"))
    return place_of_finding (book, id, place);
  mark = find_record (book->facts.marks, id);
  return mark != NULL && place_of_item (book, mark->plan_item, place);
}

static gboolean
select_node (MerPlansView   *self,
             MerPlanNodeKind kind,
             gint64          key)
{
  GListModel *rows = gtk_multi_selection_get_model (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      MerPlanNode *node = mer_plan_node_of (row);

      if (node->kind != kind || node->key != key)
        continue;
      if (kind == MER_PLAN_NODE_SHEET)
        gtk_tree_list_row_set_expanded (row, TRUE);
      mer_list_view_select (self->table, i);
      return TRUE;
    }
  return FALSE;
}

void
mer_plans_view_show_wanted (MerPlansView *self)
{
  Place place;

  if (self->wanted_kind == NULL || self->book == NULL)
    return;
  if (find_place (self->book, self->wanted_kind, self->wanted_id, &place) &&
      select_node (self, MER_PLAN_NODE_SHEET, place.organization) &&
      place.kind != MER_PLAN_NODE_SHEET)
    select_node (self, place.kind, place.key);
  self->wanted_kind = NULL;
}

/* All filters are taken away: nothing hides the row. */
void
mer_plans_view_show_record (MerDataView *view,
                            const char  *kind,
                            gint64       id)
{
  MerPlansView *self = MER_PLANS_VIEW (view);

  gtk_toggle_button_set_active (self->by_organization, TRUE);
  gtk_drop_down_set_selected (self->standing, 0);
  gtk_drop_down_set_selected (self->person, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  mer_plans_view_fill (self);
  self->wanted_kind = g_intern_string (kind);
  self->wanted_id = id;
  mer_plans_view_show_wanted (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}
