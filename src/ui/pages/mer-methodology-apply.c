/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form that puts a draft into force. What forbids it is said as soon as the form is there,
 * and not after the button. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-edit-rules.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-apply.h"

#define WIDTH 520

struct _MerMethodologyApply
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel    *changes;
  GtkLabel    *influence;
  GtkEditable *reason;
  GtkEditable *decision;
  GtkLabel    *problem;

  MerMethodologyEditing *editing; /* owned */
};

G_DEFINE_FINAL_TYPE (MerMethodologyApply, mer_methodology_apply, ADW_TYPE_WINDOW)

static char *
text_of (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
show_problem (MerMethodologyApply *self,
              const GError        *error)
{
  g_autofree char *text = error != NULL ? mer_error_describe (error) : NULL;

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
update_cb (MerMethodologyApply *self)
{
  MerSession      *session = mer_methodology_editing_get_session (self->editing);
  g_autofree char *reason = text_of (self->reason);
  g_autoptr (GError) error = NULL;
  gboolean may_apply =
    mer_edit_rules_may_apply (mer_session_get_document (session),
                              mer_session_get_cycle_id (session), reason, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", may_apply);
  show_problem (self, error);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerMethodologyApply *self = MER_METHODOLOGY_APPLY (widget);
  g_autofree char     *reason = text_of (self->reason);
  g_autofree char     *decision = text_of (self->decision);
  g_autoptr (GError) error = NULL;

  if (mer_methodology_editing_apply (self->editing, reason, decision, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_problem (self, error);
}

static void
mer_methodology_apply_dispose (GObject *object)
{
  MerMethodologyApply *self = MER_METHODOLOGY_APPLY (object);

  g_clear_object (&self->editing);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_METHODOLOGY_APPLY);
  G_OBJECT_CLASS (mer_methodology_apply_parent_class)->dispose (object);
}

static void
mer_methodology_apply_class_init (MerMethodologyApplyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_apply_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-apply.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyApply, changes);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyApply, influence);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyApply, reason);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyApply, decision);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyApply, problem);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_install_action (widget_class, "form.confirm", NULL, confirm_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.confirm", NULL);
}

static void
mer_methodology_apply_init (MerMethodologyApply *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How many things differ from what is in force. */
static char *
changes_text (MerMethodologyEditing *editing)
{
  MerMethodology *stored = mer_methodology_editing_get_stored (editing);
  MerMethodology *base = mer_methodology_editing_get_base (editing);
  g_autoptr (GPtrArray) differences = mer_methodology_differences (stored, base);
  guint edition = mer_methodology_editing_get_edition (editing) + 1;

  return g_strdup_printf (ngettext ("Edition %u differs from the one in force by %u change.",
                                    "Edition %u differs from the one in force by %u changes.",
                                    differences->len),
                          edition, differences->len);
}

/**
 * mer_methodology_apply_present:
 * @parent: the window that asks
 * @editing: rules with a draft
 * @influence: what it changes in the rating, in words
 *
 * Returns: (transfer none): the form
 */
MerMethodologyApply *
mer_methodology_apply_present (GtkWindow             *parent,
                               MerMethodologyEditing *editing,
                               const char            *influence)
{
  MerMethodologyApply *self =
    g_object_new (MER_TYPE_METHODOLOGY_APPLY, "transient-for", parent, NULL);
  g_autofree char *changes = changes_text (editing);

  self->editing = g_object_ref (editing);
  gtk_label_set_text (self->changes, changes);
  gtk_label_set_text (self->influence, influence != NULL ? influence : "");
  update_cb (self);
  mer_text_scale_window (GTK_WINDOW (self), WIDTH, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
