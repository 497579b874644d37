/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tabs in a row while there is room for all of them, else a drop-down: a tab that is cut off is
 * one that nobody finds. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-tab-switch.h"

struct _MerTabSwitch
{
  GtkWidget parent_instance;

  /* children */
  GtkStackSwitcher *switcher;
  GtkDropDown      *list;

  GtkStack *stack; /* owned */
};

G_DEFINE_FINAL_TYPE (MerTabSwitch, mer_tab_switch, GTK_TYPE_WIDGET)

enum
{
  PROP_STACK = 1,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

/* What changes while it is out of sight is not the user's choice. */
static void
chosen_cb (MerTabSwitch *self)
{
  GtkStackPage *page = gtk_drop_down_get_selected_item (self->list);

  if (self->stack != NULL && page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    gtk_stack_set_visible_child (self->stack, gtk_stack_page_get_child (page));
}

static void
shown_cb (MerTabSwitch *self)
{
  GtkWidget  *child = gtk_stack_get_visible_child (self->stack);
  GListModel *pages = gtk_drop_down_get_model (self->list);

  for (guint i = 0; pages != NULL && i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);

      if (gtk_stack_page_get_child (GTK_STACK_PAGE (page)) == child)
        gtk_drop_down_set_selected (self->list, i);
    }
}

static void
set_stack (MerTabSwitch *self,
           GtkStack     *stack)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  if (!g_set_object (&self->stack, stack) || stack == NULL)
    return;
  pages = gtk_stack_get_pages (stack);
  gtk_stack_switcher_set_stack (self->switcher, stack);
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (pages));
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED);
  shown_cb (self);
}

static void
mer_tab_switch_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (property_id == PROP_STACK)
    g_value_set_object (value, MER_TAB_SWITCH (object)->stack);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mer_tab_switch_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (property_id == PROP_STACK)
    set_stack (MER_TAB_SWITCH (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

/* --- layout -------------------------------------------------------------------------------- */

/* One of the two is shown by the width that there is. An AdwSqueezer would ask for another layout
 * in the middle of this one, and what stands above it would be painted without a place. */
static void
mer_tab_switch_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  MerTabSwitch *self = MER_TAB_SWITCH (widget);
  int           list_least = 0, list_usual = 0, row_least = 0, row_usual = 0;

  gtk_widget_measure (GTK_WIDGET (self->list), orientation, -1, &list_least, &list_usual, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (self->switcher), orientation, -1, &row_least, &row_usual, NULL,
                      NULL);
  *natural = MAX (list_usual, row_usual);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (list_least, row_least) : *natural;
}

static void
mer_tab_switch_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  MerTabSwitch *self = MER_TAB_SWITCH (widget);
  GtkWidget    *child = GTK_WIDGET (self->switcher);
  int           least = 0, usual = 0;
  gboolean      fits = FALSE;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  fits = width >= least;
  gtk_widget_set_child_visible (GTK_WIDGET (self->switcher), fits);
  gtk_widget_set_child_visible (GTK_WIDGET (self->list), !fits);
  child = fits ? child : GTK_WIDGET (self->list);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &usual, NULL, NULL);
  usual = MIN (usual, height);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, (height - usual) / 2, width, usual }, -1);
}

/* --- the object ---------------------------------------------------------------------------- */

static gboolean
mer_tab_switch_grab_focus (GtkWidget *widget)
{
  MerTabSwitch *self = MER_TAB_SWITCH (widget);

  if (gtk_widget_get_child_visible (GTK_WIDGET (self->list)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->switcher)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)))
        return gtk_widget_grab_focus (tab);
    }
  return FALSE;
}

static void
mer_tab_switch_dispose (GObject *object)
{
  MerTabSwitch *self = MER_TAB_SWITCH (object);
  GtkWidget    *child = NULL;

  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->stack);
  G_OBJECT_CLASS (mer_tab_switch_parent_class)->dispose (object);
}

static void
mer_tab_switch_class_init (MerTabSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mer_tab_switch_get_property;
  object_class->set_property = mer_tab_switch_set_property;
  object_class->dispose = mer_tab_switch_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_tab_switch_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = mer_children_focus;
  GTK_WIDGET_CLASS (klass)->measure = mer_tab_switch_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = mer_tab_switch_size_allocate;
  properties[PROP_STACK] =
    g_param_spec_object ("stack", NULL, NULL, GTK_TYPE_STACK,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mer_tab_switch_init (MerTabSwitch *self)
{
  GtkExpression *title = gtk_property_expression_new (GTK_TYPE_STACK_PAGE, NULL, "title");

  self->switcher = GTK_STACK_SWITCHER (gtk_stack_switcher_new ());
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Part of the page"), -1);
  gtk_widget_set_halign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->switcher), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_object (self->list, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}
