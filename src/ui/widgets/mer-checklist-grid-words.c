/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the grid of checklists says of a cell, a name or a column: to who points at it, and to a
 * reader who does not see it. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/widgets/mer-checklist-grid-private.h"

char *
mer_checklist_grid_describe (MerChecklistGrid *self)
{
  guint row = 0;

  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), NULL);
  if (self->row < 0)
    return NULL;
  row = mer_checklist_grid_data_row (self, (guint) self->row);
  /* Translators: a cell read aloud: the item, the organization, the mark. */
  return g_strdup_printf (
    _("%s, %s: %s"), mer_checklist_data_item (self->data, (guint) self->column)->text,
       mer_checklist_data_organization (self->data, row)->name,
       mer_checklist_state_title (
         mer_checklist_data_cell (self->data, row, (guint) self->column)));
}

/* Where the cell is, or how many are chosen. */
static char *
describe_place (MerChecklistGrid *self)
{
  MerChecklistRange range;
  guint             n;

  if (!mer_checklist_grid_get_range (self, &range))
    return g_strdup (_("No checklists"));
  n = (range.last_row - range.row + 1) * (range.last_column - range.column + 1);
  if (n > 1)
    return g_strdup_printf (ngettext ("%u cell chosen", "%u cells chosen", n), n);
  return g_strdup_printf (
    /* Translators: the place that an item belongs to; row of how many, column of how many. */
    _("%s; row %u of %u, column %u of %u"),
       mer_checklist_data_group (self->data, range.column)->title, range.row + 1, self->rows->len,
       range.column + 1, mer_checklist_grid_n_columns (self));
}

void
mer_checklist_grid_update_accessible (MerChecklistGrid *self)
{
  g_autofree char *label = mer_checklist_grid_describe (self);
  g_autofree char *place = describe_place (self);

  if (label == NULL)
    label = g_strdup (_("Checklists"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
}

static char *
cell_tooltip (MerChecklistGrid *self,
              guint             row,
              guint             column)
{
  const MerMarkNote *note = mer_checklist_data_note (self->data, row, (int) column);
  g_autofree char   *source = mer_checklist_data_source (self->data, row, column);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, "%s\n%s: %s", mer_checklist_data_item (self->data, column)->text,
    mer_checklist_data_organization (self->data, row)->name,
    mer_checklist_state_title (mer_checklist_data_cell (self->data, row, column)));
  if (source != NULL)
    g_string_append_printf (text, "\n%s", source);
  if (!mer_checklist_data_is_asked (self->data, row, column) &&
      mer_checklist_data_item (self->data, column)->code != NULL)
    g_string_append_printf (text, "\n%s", _("Not asked of organizations of this kind"));
  if (note != NULL && note->note != NULL)
    g_string_append_printf (text, "\n%s", note->note);
  if (note != NULL && note->link != NULL)
    g_string_append_printf (text, "\n%s", note->link);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "\n%s", line);
}

/* The whole name, and who went there when. */
static char *
name_tooltip (MerChecklistGrid *self,
              guint             row)
{
  const MerMarkNote *note = mer_checklist_data_note (self->data, row, -1);
  g_autoptr (GString) text =
    g_string_new (mer_checklist_data_organization (self->data, row)->name);
  g_autofree char *day = note != NULL ? mer_checklist_day_text (note->day) : NULL;

  if (note != NULL)
    {
      append_line (text, day);
      append_line (text, note->inspector);
      append_line (text, note->link);
      append_line (text, note->note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
head_tooltip (MerChecklistGrid *self,
              guint             column)
{
  return g_strdup_printf ("%s\n%s", mer_checklist_data_group (self->data, column)->title,
                          mer_checklist_data_item (self->data, column)->text);
}

gboolean
mer_checklist_grid_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  MerChecklistGrid *self = MER_CHECKLIST_GRID (widget);
  g_autofree char  *text = NULL;
  GdkRectangle      area;
  int               row = self->row;
  int               column = self->column;

  if (keyboard ? row < 0 : !mer_checklist_grid_cell_at (self, x, y, &row, &column))
    return FALSE;
  if (row < 0 && column < 0)
    return FALSE;
  if (row < 0)
    text = head_tooltip (self, (guint) column);
  else if (column < 0)
    text = name_tooltip (self, mer_checklist_grid_data_row (self, (guint) row));
  else
    text = cell_tooltip (self, mer_checklist_grid_data_row (self, (guint) row), (guint) column);
  gtk_tooltip_set_text (tooltip, text);
  mer_checklist_grid_cell_area (self, MAX (row, 0), MAX (column, 0), &area);
  if (row < 0)
    area = (GdkRectangle){ area.x, 0, area.width, self->header_height };
  if (column < 0)
    area = (GdkRectangle){ 0, area.y, self->name_width, area.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}
