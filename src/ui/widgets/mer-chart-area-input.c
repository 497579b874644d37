/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rating chart is used: pointer, wheel and keys, the cursor that they move, and what it
 * tells of a row. */

#include "config.h"

#include <math.h>

#include "ui/widgets/mer-chart-area-private.h"

static void
scroll_to_cursor (MerChartArea *self)
{
  double pitch = mer_chart_area_row_pitch (self);

  if (self->cursor >= 0)
    gtk_adjustment_clamp_page (self->vadjustment, self->cursor * pitch,
                               (self->cursor + 1) * pitch);
}

static void
set_cursor (MerChartArea *self,
            int           row,
            gboolean      extend)
{
  if (mer_chart_area_n_rows (self) == 0)
    return;
  self->cursor = CLAMP (row, 0, (int) mer_chart_area_n_rows (self) - 1);
  if (self->selection != NULL)
    gtk_selection_model_select_item (self->selection, (guint) self->cursor, !extend);
  scroll_to_cursor (self);
  mer_chart_area_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The row under a point of the widget, −1 outside of the rows. */
static int
row_at (MerChartArea *self,
        double        y)
{
  double inside = y - mer_chart_area_header_height (self);

  if (self->layout == NULL || inside < 0 || inside >= mer_chart_area_body_height (self))
    return -1;
  return mer_rating_layout_hit (self->layout,
                                inside + gtk_adjustment_get_value (self->vadjustment));
}

static void
set_hover (MerChartArea *self,
           int           row)
{
  if (self->hover == row)
    return;
  self->hover = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (MerChartArea *self,
           double        x,
           double        y)
{
  set_hover (self, row_at (self, y));
}

static void
leave_cb (MerChartArea *self)
{
  set_hover (self, -1);
}

static void
pressed_cb (MerChartArea    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkModifierType     state = gtk_event_controller_get_current_event_state (controller);
  int                 row = row_at (self, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (row < 0)
    return;
  set_cursor (self, row, (state & GDK_CONTROL_MASK) != 0);
  if (n_press == 2)
    g_signal_emit_by_name (self, "activate", (guint) row);
}

static gboolean
scroll_cb (MerChartArea             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  double page = gtk_adjustment_get_page_size (self->vadjustment);
  double step = 1;

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    step = pow (page, 2.0 / 3.0);
  gtk_adjustment_set_value (self->vadjustment,
                            gtk_adjustment_get_value (self->vadjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (MerChartArea   *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  int      page = (int) (mer_chart_area_body_height (self) / mer_chart_area_row_pitch (self));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      set_cursor (self, self->cursor - 1, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      set_cursor (self, self->cursor + 1, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      set_cursor (self, self->cursor - page, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      set_cursor (self, self->cursor + page, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      set_cursor (self, 0, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      set_cursor (self, (int) mer_chart_area_n_rows (self) - 1, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->cursor >= 0)
        g_signal_emit_by_name (self, "activate", (guint) self->cursor);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

gboolean
mer_chart_area_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  MerChartArea    *self = MER_CHART_AREA (widget);
  int              row = keyboard ? self->cursor : row_at (self, y);
  double           pitch = mer_chart_area_row_pitch (self);
  double           top;
  g_autofree char *text = NULL;

  if (self->layout == NULL || row < 0 || (guint) row >= mer_rating_layout_n_marks (self->layout))
    return FALSE;
  text = mer_rating_layout_describe_mark (self->layout, (guint) row);
  top = mer_chart_area_header_height (self) + row * pitch;
  top -= gtk_adjustment_get_value (self->vadjustment);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ 0, (int) top, gtk_widget_get_width (widget),
                                             (int) pitch });
  return TRUE;
}

void
mer_chart_area_add_controllers (MerChartArea *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                     GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, key);
  gtk_widget_add_controller (widget, click);
  gtk_widget_add_controller (widget, scroll);
}
