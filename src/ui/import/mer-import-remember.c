/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The check box and the name. While the name is being typed the state follows; an empty name
 * remembers nothing. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-remember.h"

struct _MerImportRemember
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel       *note;
  GtkCheckButton *check;
  GtkEntry       *name;

  MerImportState *state; /* owned, nullable */
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (MerImportRemember, mer_import_remember, GTK_TYPE_BOX)

static void
state_changed_cb (MerImportRemember *self)
{
  const char *remembered = mer_import_state_get_remember (self->state);

  self->updating = TRUE;
  gtk_check_button_set_active (self->check, remembered != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->name), remembered != NULL);
  if (remembered != NULL &&
      g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name)), remembered) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), remembered);
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          mer_import_state_replaces_mapping (self->state));
  self->updating = FALSE;
}

static void
toggled_cb (MerImportRemember *self)
{
  g_autofree char *name = NULL;

  if (self->updating || self->state == NULL)
    return;
  if (gtk_check_button_get_active (self->check))
    name = mer_import_state_suggest_mapping (self->state);
  mer_import_state_set_remember (self->state, name);
}

static void
typed_cb (MerImportRemember *self)
{
  if (!self->updating && self->state != NULL)
    mer_import_state_set_remember (self->state, gtk_editable_get_text (GTK_EDITABLE (self->name)));
}

static void
mer_import_remember_dispose (GObject *object)
{
  mer_import_remember_set_state (MER_IMPORT_REMEMBER (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_REMEMBER);
  G_OBJECT_CLASS (mer_import_remember_parent_class)->dispose (object);
}

static void
mer_import_remember_class_init (MerImportRememberClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_remember_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-remember.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportRemember, note);
  gtk_widget_class_bind_template_child (widget_class, MerImportRemember, check);
  gtk_widget_class_bind_template_child (widget_class, MerImportRemember, name);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
mer_import_remember_init (MerImportRemember *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mer_import_remember_set_state (MerImportRemember *self,
                               MerImportState    *state)
{
  g_return_if_fail (MER_IS_IMPORT_REMEMBER (self));
  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_set_object (&self->state, state);
  if (state == NULL)
    return;
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  state_changed_cb (self);
}
