/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and pointer of the grid of checklists. */

#include "config.h"

#include "ui/widgets/mer-checklist-grid-private.h"

/* --- keys ----------------------------------------------------------------------------- */

/* Digits of both rows; the letter of both layouts, and what lies on its key. */
static const struct
{
  guint key;
  int   state;
} mark_keys[] = {
  { GDK_KEY_1, MER_MARK_PRESENT },
  { GDK_KEY_KP_1, MER_MARK_PRESENT },
  { GDK_KEY_plus, MER_MARK_PRESENT },
  { GDK_KEY_KP_Add, MER_MARK_PRESENT },
  { GDK_KEY_2, MER_MARK_HALF },
  { GDK_KEY_KP_2, MER_MARK_HALF },
  { GDK_KEY_slash, MER_MARK_HALF },
  { GDK_KEY_KP_Divide, MER_MARK_HALF },
  { GDK_KEY_0, MER_MARK_ABSENT },
  { GDK_KEY_KP_0, MER_MARK_ABSENT },
  { GDK_KEY_minus, MER_MARK_ABSENT },
  { GDK_KEY_KP_Subtract, MER_MARK_ABSENT },
  { GDK_KEY_n, MER_MARK_NOT_REQUIRED },
  { GDK_KEY_N, MER_MARK_NOT_REQUIRED },
  { GDK_KEY_Cyrillic_en, MER_MARK_NOT_REQUIRED },
  { GDK_KEY_Cyrillic_EN, MER_MARK_NOT_REQUIRED },
  { GDK_KEY_Delete, MER_MARK_CLEAR },
  { GDK_KEY_KP_Delete, MER_MARK_CLEAR },
  { GDK_KEY_BackSpace, MER_MARK_CLEAR },
};

static gboolean
press_mark (MerChecklistGrid *self,
            guint             key)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_keys); i++)
    {
      if (mark_keys[i].key != key)
        continue;
      if (self->row >= 0)
        g_signal_emit_by_name (self, "mark", mark_keys[i].state);
      return TRUE;
    }
  return FALSE;
}

static int
rows_a_page (MerChecklistGrid *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height;

  return self->pitch > 0 ? MAX (1, height / self->pitch - 1) : 1;
}

static int
columns_a_page (MerChecklistGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - self->name_width;

  return self->cell_width > 0 ? MAX (1, width / self->cell_width - 1) : 1;
}

/* Where a key leads from the cursor; FALSE when it leads nowhere. */
static gboolean
target_of (MerChecklistGrid *self,
           guint             key,
           GdkModifierType   state,
           int              *row,
           int              *column)
{
  gboolean far = (state & GDK_CONTROL_MASK) != 0;
  gboolean across = (state & GDK_ALT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *row = far ? 0 : *row - 1;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *row = far ? G_MAXINT / 2 : *row + 1;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *column = far ? 0 : *column - 1;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *column = far ? G_MAXINT / 2 : *column + 1;
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *column = 0;
      *row = far ? 0 : *row;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *column = G_MAXINT / 2;
      *row = far ? G_MAXINT / 2 : *row;
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *row -= across ? 0 : rows_a_page (self);
      *column -= across ? columns_a_page (self) : 0;
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *row += across ? 0 : rows_a_page (self);
      *column += across ? columns_a_page (self) : 0;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Enter goes down, Tab to the right, with Shift back. At the end of a row Tab leaves the grid. */
static gboolean
press_step (MerChecklistGrid *self,
            guint             key,
            GdkModifierType   state)
{
  int      step = (state & GDK_SHIFT_MASK) != 0 || key == GDK_KEY_ISO_Left_Tab ? -1 : 1;
  gboolean down = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
  guint    n = self->data != NULL ? mer_checklist_data_n_columns (self->data) : 0;

  if (!down && key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
    return FALSE;
  if (!down && (self->column + step < 0 || self->column + step >= (int) n))
    return FALSE;
  mer_checklist_grid_move_to (self, self->row + (down ? step : 0),
                              self->column + (down ? 0 : step), FALSE);
  return TRUE;
}

static void
choose_all (MerChecklistGrid *self)
{
  mer_checklist_grid_set_anchor (self, G_MAXINT / 2, G_MAXINT / 2, 0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "moved");
}

gboolean
mer_checklist_grid_press_key (MerChecklistGrid *self,
                              guint             key,
                              GdkModifierType   state)
{
  GdkModifierType other = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  int             row = self->row;
  int             column = self->column;

  g_return_val_if_fail (MER_IS_CHECKLIST_GRID (self), FALSE);
  if ((state & GDK_SUPER_MASK) != 0 || self->row < 0)
    return FALSE;
  if (target_of (self, key, state, &row, &column))
    {
      mer_checklist_grid_move_to (self, row, column, (state & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }
  if ((state & other) == 0 && press_step (self, key, state))
    return TRUE;
  if ((state & other) == GDK_CONTROL_MASK && (key == GDK_KEY_a || key == GDK_KEY_Cyrillic_ef))
    {
      choose_all (self);
      return TRUE;
    }
  return (state & other) == 0 && press_mark (self, key);
}

static gboolean
key_cb (MerChecklistGrid *self,
        guint             key,
        guint             code,
        GdkModifierType   state)
{
  return mer_checklist_grid_press_key (self, key, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* --- the pointer ---------------------------------------------------------------------- */

/* A name chooses its row, a header its column. */
static void
choose_at (MerChecklistGrid *self,
           double            x,
           double            y,
           gboolean          extend)
{
  int row = 0;
  int column = 0;

  if (!mer_checklist_grid_cell_at (self, x, y, &row, &column) || (row < 0 && column < 0))
    return;
  if (row >= 0 && column >= 0)
    {
      mer_checklist_grid_move_to (self, row, column, extend);
      return;
    }
  if (row < 0)
    mer_checklist_grid_set_anchor (self, 0, column, G_MAXINT / 2,
                                   extend ? self->anchor_column : column);
  else
    mer_checklist_grid_set_anchor (self, row, 0, extend ? self->anchor_row : row, G_MAXINT / 2);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "moved");
}

static void
pressed_cb (MerChecklistGrid *self,
            int               n_press,
            double            x,
            double            y,
            GtkGestureClick  *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int row = 0;
  int column = 0;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose_at (self, x, y, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2 && mer_checklist_grid_cell_at (self, x, y, &row, &column) && row >= 0)
    g_signal_emit_by_name (self, "activate");
}

static void
drag_begin_cb (MerChecklistGrid *self,
               double            x,
               double            y)
{
  int row = 0;
  int column = 0;

  self->dragging =
    mer_checklist_grid_cell_at (self, x, y, &row, &column) && row >= 0 && column >= 0;
}

static void
drag_update_cb (MerChecklistGrid *self,
                double            dx,
                double            dy,
                GtkGestureDrag   *gesture)
{
  double x = 0;
  double y = 0;
  int    row = 0;
  int    column = 0;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  x = MAX (x + dx, self->name_width);
  y = MAX (y + dy, self->header_height);
  mer_checklist_grid_cell_at (self, x, y, &row, &column);
  if (row != self->row || column != self->column)
    mer_checklist_grid_move_to (self, row, column, TRUE);
}

void
mer_checklist_grid_add_controllers (MerChecklistGrid *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *drag = GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ());

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, click);
  gtk_widget_add_controller (widget, drag);
}
