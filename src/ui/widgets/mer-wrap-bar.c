/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A child stands in a line with its natural width, or in one of its own when that is wider than
 * the bar. Only the first is given less before another line begins: always when it is wider than
 * the bar, and of a bar that shrinks. */

#include "config.h"

#include "ui/widgets/mer-wrap-bar.h"

#define SPACING 8

struct _MerWrapBar
{
  GtkWidget parent_instance;

  gboolean shrinks;
};

G_DEFINE_FINAL_TYPE (MerWrapBar, mer_wrap_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_SHRINKS = 1,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* what the next line begins with; NULL: it is the last one */
  int        width;
  int        n_expand;
  int        first_width; /* what the first one has, its natural width or less */
} Line;

static GtkWidget *
shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  return shown (gtk_widget_get_next_sibling (child));
}

static int
natural_width (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
least_width (GtkWidget *child)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* What the first one has for all others to stand beside it; its natural width where they do not
 * even then. */
static int
width_of_first (MerWrapBar *self,
                GtkWidget  *first,
                int         width)
{
  int natural = natural_width (first);
  int left = width;

  if (!self->shrinks && natural <= width)
    return natural;
  for (GtkWidget *child = next_shown (first); child != NULL; child = next_shown (child))
    {
      int needed = natural_width (child);

      left -= needed > 0 ? needed + SPACING : 0;
    }
  return left >= least_width (first) ? MIN (natural, left) : natural;
}

static Line
take_line (GtkWidget *bar,
           GtkWidget *first,
           int        width)
{
  Line line = { first, first, 0, 0, width_of_first (MER_WRAP_BAR (bar), first, width) };

  while (line.end != NULL)
    {
      int natural = line.end == first ? line.first_width : natural_width (line.end);
      int spacing = line.end != first && natural > 0 ? SPACING : 0;

      /* what has nothing to show begins no line */
      if (spacing > 0 && line.width + spacing + natural > width)
        break;
      line.width += spacing + natural;
      line.n_expand += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL) ? 1 : 0;
      line.end = next_shown (line.end);
    }
  return line;
}

static int
width_in_line (const Line *line,
               GtkWidget  *child,
               int         width)
{
  int natural = child == line->first ? line->first_width : natural_width (child);

  if (line->n_expand > 0 && line->width < width &&
      gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return natural + (width - line->width) / line->n_expand;
  return MIN (natural, width);
}

static int
height_of_line (const Line *line,
                int         width)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (child))
    {
      int needed = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_in_line (line, child, width),
                          &needed, NULL, NULL, NULL);
      height = MAX (height, needed);
    }
  return height;
}

static int
height_for (GtkWidget *widget,
            int        width)
{
  int height = 0;

  for (GtkWidget *child = shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Line line = take_line (widget, child, width);

      height += height_of_line (&line, width) + (line.end != NULL ? SPACING : 0);
      child = line.end;
    }
  return height;
}

static void
mer_wrap_bar_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = height_for (widget, for_size < 0 ? G_MAXINT : for_size);
      return;
    }
  for (GtkWidget *child = shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (child))
    {
      int least = 0;
      int usual = 0;

      gtk_widget_measure (child, orientation, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += usual + (*natural > 0 ? SPACING : 0);
    }
  *natural = MAX (*minimum, *natural);
}

static void
place_line (GtkWidget  *widget,
            const Line *line,
            int         width,
            int         y,
            int         height)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (child))
    {
      int           taken = width_in_line (line, child, width);
      GtkAllocation place = { from_right ? width - x - taken : x, y, taken, height };

      gtk_widget_size_allocate (child, &place, -1);
      x += taken + (natural_width (child) > 0 ? SPACING : 0);
    }
}

static void
mer_wrap_bar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  int y = 0;

  for (GtkWidget *child = shown (gtk_widget_get_first_child (widget)); child != NULL;)
    {
      Line line = take_line (widget, child, width);
      int  needed = height_of_line (&line, width);

      /* a single line stands in the middle of the bar */
      if (y == 0 && line.end == NULL)
        needed = MAX (needed, height);
      place_line (widget, &line, width, y, needed);
      y += needed + SPACING;
      child = line.end;
    }
}

static GtkSizeRequestMode
mer_wrap_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mer_wrap_bar_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (property_id != PROP_SHRINKS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  MER_WRAP_BAR (object)->shrinks = g_value_get_boolean (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
mer_wrap_bar_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mer_wrap_bar_parent_class)->dispose (object);
}

static void
mer_wrap_bar_class_init (MerWrapBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_wrap_bar_dispose;
  G_OBJECT_CLASS (klass)->set_property = mer_wrap_bar_set_property;
  /* the first child, a search say, shrinks before another line begins */
  properties[PROP_SHRINKS] =
    g_param_spec_boolean ("shrinks", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->measure = mer_wrap_bar_measure;
  widget_class->size_allocate = mer_wrap_bar_size_allocate;
  widget_class->get_request_mode = mer_wrap_bar_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "wrapbar");
}

static void
mer_wrap_bar_init (MerWrapBar *self)
{
}
