/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a new cycle. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/dialogs/mer-cycle-dialog.h"
#include "ui/dialogs/mer-form.h"
#include "ui/mer-error-presenter.h"

struct _MerCycleDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkSpinButton *year;
  GtkEditable   *title_row;
  GtkLabel      *problem;

  /* owned */
  MerSession *session;
};

G_DEFINE_FINAL_TYPE (MerCycleDialog, mer_cycle_dialog, ADW_TYPE_WINDOW)

static void
update (MerCycleDialog *self)
{
  g_autofree char *title = mer_form_text (self->title_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", *title != '\0');
}

static void
year_changed_cb (MerCycleDialog *self)
{
  /* Translators: the usual title of an assessment cycle, %d is its year */
  g_autofree char *title = g_strdup_printf (_("Assessment %d"),
                                               gtk_spin_button_get_value_as_int (self->year));

  gtk_editable_set_text (self->title_row, title);
}

/* The members of a new cycle: who works. Their recipients are asked anew each time. */
static gboolean
add_members (MerDocument *document,
             gint64       cycle_id,
             GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document, error);

  if (organizations == NULL)
    return FALSE;
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);
      MerCycleMember         member = { organization->id, -1, TRUE };

      if (organization->state == MER_ORGANIZATION_WORKING &&
          !mer_store_save_member (document, cycle_id, &member, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_cycle (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  MerCycle *cycle = user_data;

  cycle->methodology_id = mer_store_latest_methodology_id (document);
  return mer_store_save_cycle (document, cycle, error) && add_members (document, cycle->id, error);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerCycleDialog  *self = MER_CYCLE_DIALOG (widget);
  g_autofree char *title = mer_form_text (self->title_row);
  g_autofree char *done = g_strdup_printf (_("Cycle “%s” was added"), title);
  g_autoptr (MerCycle) cycle = mer_cycle_new (title, gtk_spin_button_get_value_as_int (self->year));
  g_autoptr (GError) error = NULL;

  if (mer_session_try (self->session, _("Adding a cycle"), done, add_cycle, cycle, &error))
    {
      mer_session_set_cycle_id (self->session, cycle->id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_free (g_steal_pointer (&title));
  title = mer_error_describe (error);
  mer_form_show_problem (self->problem, title);
}

static void
mer_cycle_dialog_dispose (GObject *object)
{
  MerCycleDialog *self = MER_CYCLE_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_CYCLE_DIALOG);
  G_OBJECT_CLASS (mer_cycle_dialog_parent_class)->dispose (object);
}

static void
mer_cycle_dialog_class_init (MerCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_cycle_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-cycle-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerCycleDialog, year);
  gtk_widget_class_bind_template_child (widget_class, MerCycleDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MerCycleDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_cycle_dialog_init (MerCycleDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_value (self->year, g_date_time_get_year (now));
  update (self);
}

/**
 * mer_cycle_dialog_present:
 * @parent: the window that asks
 * @session: what the cycle is added to
 */
void
mer_cycle_dialog_present (GtkWindow  *parent,
                          MerSession *session)
{
  MerCycleDialog *self = g_object_new (MER_TYPE_CYCLE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  gtk_widget_grab_focus (GTK_WIDGET (self->year));
  gtk_window_present (GTK_WINDOW (self));
}
