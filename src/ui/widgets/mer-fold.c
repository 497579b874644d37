/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button with an arrow over what it shows. */

#include "config.h"

#include "ui/widgets/mer-fold.h"

struct _MerFold
{
  GtkBox parent_instance;

  /* children */
  GtkToggleButton *button;
  GtkImage        *arrow;
  GtkBox          *body;
};

G_DEFINE_FINAL_TYPE (MerFold, mer_fold, GTK_TYPE_BOX)

static void
toggled_cb (MerFold *self)
{
  gboolean open = gtk_toggle_button_get_active (self->button);

  gtk_widget_set_visible (GTK_WIDGET (self->body), open);
  gtk_image_set_from_icon_name (self->arrow,
                                open ? "merilo-down-symbolic" : "merilo-next-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

void
mer_fold_set_open (MerFold *self,
                   gboolean open)
{
  g_return_if_fail (MER_IS_FOLD (self));
  gtk_toggle_button_set_active (self->button, open);
}

static void
mer_fold_class_init (MerFoldClass *klass)
{
}

static void
mer_fold_init (MerFold *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->arrow = GTK_IMAGE (gtk_image_new ());
  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "mer-fold");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->body));
  g_signal_connect_object (self->button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  toggled_cb (self);
}

GtkWidget *
mer_fold_new (GtkWidget  *label,
              GtkWidget  *child,
              const char *name)
{
  MerFold   *self = g_object_new (MER_TYPE_FOLD, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (line), label);
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  gtk_box_append (self->body, child);
  return GTK_WIDGET (self);
}
