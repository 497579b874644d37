/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that do not fit: the toolbar begins another line, tabs become a list. */

#include "config.h"

#include "ui/widgets/mer-tab-switch.h"
#include "ui/widgets/mer-wrap-bar.h"
#include "widget-fixture.h"

#define WIDTH 300
#define HEIGHT 20

static GtkWidget *
add_child (GtkWidget *bar,
           gboolean   expands)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (child, WIDTH, HEIGHT);
  gtk_widget_set_hexpand (child, expands);
  gtk_widget_set_parent (child, bar);
  return child;
}

static int
height_for (GtkWidget *bar,
            int        width)
{
  int height = 0;

  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
allocate (GtkWidget *bar,
          int        width)
{
  GtkAllocation place = { 0, 0, width, height_for (bar, width) };

  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (bar, &place, -1);
}

static GtkAllocation
place_of (GtkWidget *child)
{
  GtkAllocation place = { 0 };

  gtk_widget_get_allocation (child, &place);
  return place;
}

static void
test_lines (void)
{
  GtkWidget *bar = g_object_ref_sink (g_object_new (MER_TYPE_WRAP_BAR, NULL));
  GtkWidget *first = add_child (bar, FALSE);
  GtkWidget *second = add_child (bar, TRUE);
  GtkWidget *third = add_child (bar, FALSE);
  int        least = 0;

  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, WIDTH);
  g_assert_cmpint (height_for (bar, 1000), ==, HEIGHT);
  g_assert_cmpint (height_for (bar, 3 * WIDTH + 16), ==, HEIGHT);
  g_assert_cmpint (height_for (bar, 3 * WIDTH + 15), ==, 2 * HEIGHT + 8);
  g_assert_cmpint (height_for (bar, WIDTH), ==, 3 * HEIGHT + 16);
  allocate (bar, 1000);
  g_assert_cmpint (place_of (second).width, ==, WIDTH + 1000 - 3 * WIDTH - 16);
  g_assert_cmpint (place_of (third).x + place_of (third).width, ==, 1000);
  allocate (bar, 700);
  g_assert_cmpint (place_of (second).y, ==, place_of (first).y);
  g_assert_cmpint (place_of (second).x + place_of (second).width, ==, 700);
  g_assert_cmpint (place_of (third).x, ==, 0);
  g_assert_cmpint (place_of (third).y, ==, HEIGHT + 8);
  gtk_widget_set_size_request (third, 0, HEIGHT);
  g_assert_cmpint (height_for (bar, 2 * WIDTH + 8), ==, HEIGHT);
  gtk_widget_set_size_request (third, WIDTH, HEIGHT);
  gtk_widget_set_visible (first, FALSE);
  g_assert_cmpint (height_for (bar, 700), ==, HEIGHT);
  g_object_unref (bar);
}

/* Tabs that become a list leave the rest of their line to what follows. */
static void
test_tight (void)
{
  GtkWidget *bar = g_object_ref_sink (g_object_new (MER_TYPE_WRAP_BAR, NULL));
  GtkWidget *label = gtk_label_new ("Wherever a title is longer than the bar, its end is left out");
  GtkWidget *second = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (label, bar);
  second = add_child (bar, TRUE);
  allocate (bar, WIDTH + 60);
  g_assert_cmpint (place_of (second).y, ==, 0);
  g_assert_cmpint (place_of (second).x, >, 0);
  g_assert_cmpint (place_of (second).x + place_of (second).width, ==, WIDTH + 60);
  /* beside it there is no room even for the least */
  allocate (bar, WIDTH + 4);
  g_assert_cmpint (place_of (second).y, >, 0);
  g_assert_cmpint (place_of (label).width, ==, WIDTH + 4);
  g_object_unref (bar);
}

typedef struct
{
  GtkWidget *window;
  GtkStack  *stack;
  GtkWidget *tabs;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("page%u", i);

      gtk_stack_add_titled (self->stack, gtk_label_new (name), name, "A page with a long title");
    }
  self->tabs = g_object_new (MER_TYPE_TAB_SWITCH, "stack", self->stack, NULL);
  gtk_box_append (GTK_BOX (box), self->tabs);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), box);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
show (Fixture *self,
      int      width)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 200);
  gtk_window_present (GTK_WINDOW (self->window));
  mer_fixture_settle ();
}

static void
test_tabs_fit (Fixture      *self,
               gconstpointer data)
{
  GtkWidget *list = mer_fixture_find (self->tabs, GTK_TYPE_DROP_DOWN, NULL);

  show (self, 1200);
  g_assert_false (gtk_widget_get_child_visible (list));
  g_assert_true (gtk_widget_grab_focus (self->tabs));
}

/* The list follows the stack and the stack the list. */
static void
test_tabs_list (Fixture      *self,
                gconstpointer data)
{
  GtkWidget *list = mer_fixture_find (self->tabs, GTK_TYPE_DROP_DOWN, NULL);

  gtk_stack_set_visible_child_name (self->stack, "page2");
  show (self, 300);
  g_assert_true (gtk_widget_get_mapped (list));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), 4);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "page4");
  gtk_stack_set_visible_child_name (self->stack, "page1");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 1);
  g_assert_true (gtk_widget_grab_focus (self->tabs));
}

int
main (int    argc,
      char **argv)
{
  mer_fixture_init (&argc, &argv);
  g_test_add_func ("/bars/lines", test_lines);
  g_test_add_func ("/bars/tight", test_tight);
  g_test_add ("/bars/tabs-fit", Fixture, NULL, set_up, test_tabs_fit, tear_down);
  g_test_add ("/bars/tabs-list", Fixture, NULL, set_up, test_tabs_list, tear_down);
  return g_test_run ();
}
