/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A time scale: two drawing areas, of which the lower one scrolls. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/mer-theme.h"
#include "ui/widgets/mer-timeline.h"

struct _MerTimeline
{
  GtkBox parent_instance;

  /* children */
  GtkDrawingArea    *header;
  GtkScrolledWindow *scroller;
  GtkDrawingArea    *body;

  /* owned */
  GPtrArray         *rows;   /* of MerTimelineRow */
  MerTimelineLayout *layout; /* for the width that there is; nullable */
  double             layout_width, layout_em;

  MerDay today;
  int    selected, hover; /* rows, or −1 */
};

G_DEFINE_FINAL_TYPE (MerTimeline, mer_timeline, GTK_TYPE_BOX)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- layout -------------------------------------------------------------------------------- */

static double
text_size (MerTimeline *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96.0 / 72.0;
}

static const char *
font_family (MerTimeline *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_get_family (pango_context_get_font_description (context));
}

static MerTimelineLayout *
ensure_layout (MerTimeline *self)
{
  double             width = gtk_widget_get_width (GTK_WIDGET (self->body));
  MerTimelineOptions options = {
    .language = mer_language_of_locale (),
    .width = width,
    .em = text_size (self),
    .font = font_family (self),
    .today = self->today,
  };

  if (self->layout != NULL && fabs (self->layout_width - width) < 0.5 &&
      fabs (self->layout_em - options.em) < 0.01)
    return self->layout;
  g_clear_pointer (&self->layout, mer_timeline_layout_free);
  self->layout = mer_timeline_layout_new (self->rows, &options);
  self->layout_width = width;
  self->layout_em = options.em;
  return self->layout;
}

static void
update_sizes (MerTimeline *self)
{
  MerTimelineOptions options = { .width = 800, .em = text_size (self), .today = self->today };
  g_autoptr (MerTimelineLayout) layout = mer_timeline_layout_new (self->rows, &options);

  gtk_drawing_area_set_content_height (self->header,
                                       (int) mer_timeline_layout_header_height (layout));
  gtk_drawing_area_set_content_height (self->body, (int) mer_timeline_layout_body_height (layout));
}

static void
redraw (MerTimeline *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->header));
  gtk_widget_queue_draw (GTK_WIDGET (self->body));
}

/* --- drawing ------------------------------------------------------------------------------- */

static void
draw_header_cb (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  mer_timeline_paint_header (ensure_layout (user_data), cr, mer_theme_current ());
}

static void
draw_body_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  MerTimeline   *self = MER_TIMELINE (user_data);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double         page = gtk_adjustment_get_page_size (adjustment);
  double         top = gtk_adjustment_get_value (adjustment);

  mer_timeline_paint_body (ensure_layout (self), cr, mer_theme_current (), top,
                           MAX (page, height), self->selected,
                           self->hover);
}

/* --- rows ---------------------------------------------------------------------------------- */

static const MerTimelineRow *
row_at (MerTimeline *self,
        int          i)
{
  return i >= 0 && i < (int) self->rows->len ? self->rows->pdata[i] : NULL;
}

static char *
row_words (const MerTimelineRow *row)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (row->last == MER_DAY_NONE)
    return g_strjoin ("\n", row->label, row->phrase, NULL);
  first = mer_day_to_text (row->first);
  last = mer_day_to_text (row->last);
  return g_strdup_printf ("%s\n%s\n%s–%s", row->label,
                          row->phrase != NULL ? row->phrase : "", first,
                          last);
}

static void
update_accessible (MerTimeline *self)
{
  const MerTimelineRow *row = row_at (self, self->selected);
  g_autofree char      *all =
    mer_timeline_describe (self->rows, self->today, mer_language_of_locale ());
  g_autofree char *one = row != NULL ? row_words (row) : NULL;
  g_autofree char *text = one != NULL ? g_strdup_printf ("%s %s", all, one) : g_strdup (all);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Time scale"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
select_row (MerTimeline *self,
            int          row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double         pitch = 0;

  if (self->rows->len == 0)
    return;
  self->selected = CLAMP (row, 0, (int) self->rows->len - 1);
  pitch = mer_timeline_layout_mark (ensure_layout (self), (guint) self->selected)->pitch;
  gtk_adjustment_clamp_page (adjustment, self->selected * pitch, (self->selected + 1) * pitch);
  update_accessible (self);
  redraw (self);
}

static void
activate_row (MerTimeline *self)
{
  const MerTimelineRow *row = row_at (self, self->selected);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, row->id);
}

/* --- input --------------------------------------------------------------------------------- */

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            MerTimeline     *self)
{
  int row = mer_timeline_layout_hit (ensure_layout (self), y);

  gtk_widget_grab_focus (GTK_WIDGET (self->body));
  if (row < 0)
    return;
  select_row (self, row);
  if (n_press == 2)
    activate_row (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           MerTimeline              *self)
{
  int row = mer_timeline_layout_hit (ensure_layout (self), y);

  if (row == self->hover)
    return;
  self->hover = row;
  redraw (self);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          MerTimeline              *self)
{
  self->hover = -1;
  redraw (self);
}

static int
page_rows (MerTimeline *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double         pitch = mer_timeline_layout_body_height (ensure_layout (self)) /
                 MAX (self->rows->len, 1);

  return MAX ((int) (gtk_adjustment_get_page_size (adjustment) / MAX (pitch, 1)) - 1, 1);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        MerTimeline           *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || self->rows->len == 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
      select_row (self, self->selected + 1);
      return TRUE;
    case GDK_KEY_Up:
      select_row (self, self->selected - 1);
      return TRUE;
    case GDK_KEY_Home:
      select_row (self, 0);
      return TRUE;
    case GDK_KEY_End:
      select_row (self, (int) self->rows->len - 1);
      return TRUE;
    case GDK_KEY_Page_Down:
      select_row (self, self->selected + page_rows (self));
      return TRUE;
    case GDK_KEY_Page_Up:
      select_row (self, self->selected - page_rows (self));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      activate_row (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
tooltip_cb (GtkWidget   *body,
            int          x,
            int          y,
            gboolean     keyboard,
            GtkTooltip  *tooltip,
            MerTimeline *self)
{
  const MerTimelineRow *row = row_at (
    self, keyboard ? self->selected : mer_timeline_layout_hit (ensure_layout (self), y));
  g_autofree char *words = row != NULL && !row->heading ? row_words (row) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* --- public -------------------------------------------------------------------------------- */

GtkWidget *
mer_timeline_new (void)
{
  return g_object_new (MER_TYPE_TIMELINE, NULL);
}

gint64
mer_timeline_get_selected (MerTimeline *self)
{
  const MerTimelineRow *row = row_at (self, self->selected);

  return row != NULL ? row->id : 0;
}

static int
find_row (MerTimeline *self,
          gint64       id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((const MerTimelineRow *) self->rows->pdata[i])->id == id)
      return (int) i;
  return -1;
}

void
mer_timeline_select (MerTimeline *self,
                     gint64       id)
{
  int row = find_row (self, id);

  if (row >= 0)
    select_row (self, row);
}

void
mer_timeline_set_rows (MerTimeline *self,
                       GPtrArray   *rows,
                       MerDay       today)
{
  gint64 selected = mer_timeline_get_selected (self);

  g_clear_pointer (&self->layout, mer_timeline_layout_free);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
  self->today = today;
  self->hover = -1;
  self->selected = selected != 0 ? find_row (self, selected) : -1;
  update_sizes (self);
  update_accessible (self);
  redraw (self);
}

/* --- class --------------------------------------------------------------------------------- */

static void
mer_timeline_finalize (GObject *object)
{
  MerTimeline *self = MER_TIMELINE (object);

  g_clear_pointer (&self->layout, mer_timeline_layout_free);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (mer_timeline_parent_class)->finalize (object);
}

static void
mer_timeline_class_init (MerTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_timeline_finalize;
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
add_controllers (MerTimeline *self)
{
  GtkWidget          *body = GTK_WIDGET (self->body);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (body, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (body, motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (body, keys);
  gtk_widget_set_has_tooltip (body, TRUE);
  g_signal_connect (body, "query-tooltip", G_CALLBACK (tooltip_cb), self);
}

static void
mer_timeline_init (MerTimeline *self)
{
  self->rows = g_ptr_array_new ();
  self->selected = self->hover = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->header = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  self->body = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->body));
  gtk_widget_set_focusable (GTK_WIDGET (self->body), TRUE);
  gtk_drawing_area_set_draw_func (self->header, draw_header_cb, self, NULL);
  gtk_drawing_area_set_draw_func (self->body, draw_body_cb, self, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->scroller));
  mer_theme_follow (GTK_WIDGET (self->header));
  mer_theme_follow (GTK_WIDGET (self->body));
  add_controllers (self);
}
