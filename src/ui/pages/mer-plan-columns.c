/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of the tree of plans say. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-plan-columns.h"
#include "ui/pages/mer-plan-tree.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-state-cell.h"

static char *
line_text (MerPlanNode *node)
{
  const MerPlanItem  *item = node->line->item;
  const MerCriterion *criterion = NULL;
  GString            *text = g_string_new (NULL);

  if (node->flat && node->line->organization != NULL)
    g_string_append_printf (text, "%s: ", node->line->organization->name);
  if (node->line->criterion < node->book->facts.methodology->criteria->len)
    criterion = node->book->facts.methodology->criteria->pdata[node->line->criterion];
  if (criterion != NULL)
    g_string_append_printf (text, "%s ", criterion->symbol);
  if (item->problem != NULL)
    g_string_append_printf (text, "%s → ", item->problem);
  g_string_append (text, item->measure);
  g_strdelimit (text->str, "\n", ' ');
  return g_string_free (text, FALSE);
}

static char *
sheet_text (MerPlanNode *node)
{
  const MerPlanSheet *sheet = node->sheet;
  const char         *name = sheet->organization != NULL ? sheet->organization->name
                                                         : _("The municipality");

  if (sheet->n_lines == 0)
    return g_strdup (name);
  /* Translators: organization, items done, items in all. */
  return g_strdup_printf (_("%s  %u of %u"), name, sheet->execution.n[MER_STANDING_DONE],
                                     mer_execution_count (&sheet->execution));
}

static char *
text_what (gpointer row)
{
  MerPlanNode *node = mer_plan_node_of (row);

  switch (node->kind)
    {
    case MER_PLAN_NODE_SHEET:
      return sheet_text (node);
    case MER_PLAN_NODE_GROUP:
      return g_strdup_printf ("%s  %u", node->title, node->lines->len);
    case MER_PLAN_NODE_FINDING:
      return g_strdup (node->finding->text);
    case MER_PLAN_NODE_LINE:
    default:
      return line_text (node);
    }
}

static GtkWidget *
make_what (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  return expander;
}

static void
show_what (GtkWidget *cell,
           gpointer   row)
{
  GtkWidget       *label = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell));
  g_autofree char *text = text_what (row);
  MerPlanNode     *node = mer_plan_node_of (row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (cell), GTK_TREE_LIST_ROW (row));
  gtk_label_set_text (GTK_LABEL (label), text);
  if (node->lines != NULL)
    gtk_widget_add_css_class (label, "mer-name");
  else
    gtk_widget_remove_css_class (label, "mer-name");
  if (node->kind == MER_PLAN_NODE_FINDING)
    gtk_widget_add_css_class (label, "mer-secondary");
  else
    gtk_widget_remove_css_class (label, "mer-secondary");
}

static char *
text_deadline (gpointer row)
{
  MerPlanNode *node = mer_plan_node_of (row);

  if (node->kind == MER_PLAN_NODE_LINE)
    return g_strdup (node->line->item->deadline != NULL ? node->line->item->deadline : "");
  return g_strdup ("");
}

static char *
text_person (gpointer row)
{
  MerPlanNode *node = mer_plan_node_of (row);

  if (node->kind != MER_PLAN_NODE_LINE)
    return g_strdup ("");
  return g_strdup (node->line->item->person != NULL ? node->line->item->person
                   : node->line->item->post != NULL ? node->line->item->post
                                                    : "");
}

static MerRecordState
state_of_sheet (const MerPlanSheet *sheet,
                char              **words)
{
  if (sheet->timing == MER_TIMING_MISSING)
    {
      *words = g_strdup (_("not handed in"));
      return MER_RECORD_STATE_OVERDUE;
    }
  if (sheet->plan == NULL)
    {
      *words = g_strdup (_("no plan yet"));
      return MER_RECORD_STATE_PLANNED;
    }
  *words = g_strdup (_(mer_plan_state_title ((MerPlanState) sheet->plan->state)));
  return sheet->plan->state == MER_PLAN_APPROVED ? MER_RECORD_STATE_DONE : MER_RECORD_STATE_WORK;
}

static MerRecordState
state_of (MerPlanNode *node,
          char       **words)
{
  static const MerRecordState states[MER_N_STANDINGS] = {
    [MER_STANDING_PLANNED] = MER_RECORD_STATE_PLANNED,
    [MER_STANDING_WORK] = MER_RECORD_STATE_WORK,
    [MER_STANDING_DONE] = MER_RECORD_STATE_DONE,
    [MER_STANDING_OVERDUE] = MER_RECORD_STATE_OVERDUE,
    [MER_STANDING_DROPPED] = MER_RECORD_STATE_NONE,
  };

  *words = NULL;
  switch (node->kind)
    {
    case MER_PLAN_NODE_SHEET:
      return state_of_sheet (node->sheet, words);
    case MER_PLAN_NODE_LINE:
      *words = g_strdup (_(mer_standing_title (node->line->standing)));
      return states[node->line->standing];
    case MER_PLAN_NODE_FINDING:
      *words = g_strdup (_("no item"));
      return MER_RECORD_STATE_WARNING;
    case MER_PLAN_NODE_GROUP:
    default:
      return MER_RECORD_STATE_NONE;
    }
}

static char *
text_state (gpointer row)
{
  char *words = NULL;

  state_of (mer_plan_node_of (row), &words);
  return words != NULL ? words : g_strdup ("");
}

static void
show_state (GtkWidget *cell,
            gpointer   row)
{
  g_autofree char *words = NULL;
  MerRecordState   state = state_of (mer_plan_node_of (row), &words);

  mer_state_cell_show (cell, state, words);
}

/* clang-format off */
static const MerListColumn columns[] = {
  { .id = "what", .title = N_("Shortcoming / measure"), .expand = TRUE, .text = text_what,
    .tooltip = text_what, .make = make_what, .show = show_what },
  { .id = "deadline", .title = N_("Deadline"), .width = 168, .text = text_deadline,
    .tooltip = text_deadline },
  { .id = "person", .title = N_("Responsible"), .width = 104, .text = text_person,
    .tooltip = text_person },
  { .id = "state", .title = N_("State"), .width = 164, .text = text_state,
    .make = mer_state_cell_new, .show = show_state },
};
/* clang-format on */

void
mer_plan_columns_set_up (GtkColumnView *view)
{
  mer_list_view_setup (view, columns, G_N_ELEMENTS (columns));
}
