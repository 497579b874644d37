/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a new cycle. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-new-cycle.h"
#include "core/mer-calendar.h"
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
  AdwComboRow   *origin;
  AdwComboRow   *choice;

  /* owned */
  MerSession *session;
  MerCycle   *last;     /* nullable: there is no cycle yet */
  char       *proposed; /* title, as long as nobody has typed one */
};

G_DEFINE_FINAL_TYPE (MerCycleDialog, mer_cycle_dialog, ADW_TYPE_WINDOW)

static void
update (MerCycleDialog *self)
{
  g_autofree char *title = mer_form_text (self->title_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", *title != '\0');
}

/* --- what it begins with --------------------------------------------------------------------- */

static const struct
{
  const char *preset;
  const char *title;
} presets[] = {
  { NULL, N_("Nothing") },
    { "a", N_("Sample of 2013: three years, from nothing") },
      { "b", N_("Sample of 2016: a year in three sections") },
        { "c", N_("Sample of 2021: a year by the five criteria") },
          { "d", N_("Procedure of a district, without a plan") },
        };

static const char *const choices[] = {
  N_("Nobody yet"),
      N_("All that work"),
          N_("The same as in the last cycle"),
              N_("Whom the rules propose"),
          };

/* The last cycle goes before the presets, where there is one. */
static const char *
chosen_preset (MerCycleDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->origin);

  if (self->last != NULL)
    selected = selected == 0 ? 0 : selected - 1;
  return presets[MIN (selected, G_N_ELEMENTS (presets) - 1)].preset;
}

static gboolean
is_from_last (MerCycleDialog *self)
{
  return self->last != NULL && adw_combo_row_get_selected (self->origin) == 0;
}

/* What is typed stays; a title that was proposed follows the year and the procedure. */
static void
propose_title (MerCycleDialog *self)
{
  g_autofree char *present = mer_form_text (self->title_row);
  g_autofree char *title = NULL;
  MerNewCycle      given = { 0 };

  if (self->session == NULL || (*present != '\0' && g_strcmp0 (present, self->proposed) != 0))
    return;
  given.year = gtk_spin_button_get_value_as_int (self->year);
  given.preset = chosen_preset (self);
  given.from_id = is_from_last (self) ? self->last->id : 0;
  title = mer_new_cycle_usual_title (mer_session_get_document (self->session), &given);
  g_free (self->proposed);
  self->proposed = g_steal_pointer (&title);
  gtk_editable_set_text (self->title_row, self->proposed);
}

static void
fill (MerCycleDialog *self)
{
  g_autoptr (GtkStringList) origins = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) who = gtk_string_list_new (NULL);

  if (self->last != NULL)
    {
      /* Translators: title of the cycle that a new one is made from */
      g_autofree char *title = g_strdup_printf (_("The last cycle: %s"), self->last->title);

      gtk_string_list_append (origins, title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    gtk_string_list_append (origins, _(presets[i].title));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (i != MER_NEW_CYCLE_SAME || self->last != NULL)
      gtk_string_list_append (who, _(choices[i]));
  mer_form_set_choices (self->origin, G_LIST_MODEL (origins));
  mer_form_set_choices (self->choice, G_LIST_MODEL (who));
  /* as it was before there were rules: all that work */
  adw_combo_row_set_selected (self->choice, MER_NEW_CYCLE_ALL);
}

/* This year's, unless there is one already: then it is the next that is prepared. */
static void
propose_year (MerCycleDialog *self)
{
  int year = mer_day_get_year (mer_day_today ());

  if (self->last != NULL && self->last->year == year)
    year++;
  gtk_spin_button_set_value (self->year, year);
}

static MerNewCycleChoice
chosen_choice (MerCycleDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->choice);

  if (self->last == NULL && selected >= MER_NEW_CYCLE_SAME)
    selected++;
  return (MerNewCycleChoice) MIN (selected, MER_NEW_CYCLE_PROPOSED);
}

/* --- adding ---------------------------------------------------------------------------------- */

typedef struct
{
  MerNewCycle given;
  gint64      id; /* of the cycle that was made */
} Addition;

static gboolean
add_cycle (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  Addition *addition = user_data;
  g_autoptr (MerCycle) added = mer_new_cycle (document, &addition->given, error);

  if (added != NULL)
    addition->id = added->id;
  return added != NULL;
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerCycleDialog  *self = MER_CYCLE_DIALOG (widget);
  g_autofree char *title = mer_form_text (self->title_row);
  g_autofree char *done = g_strdup_printf (_("Cycle “%s” was added"), title);
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;
  Addition addition = { 0 };

  addition.given.title = title;
  addition.given.year = gtk_spin_button_get_value_as_int (self->year);
  addition.given.preset = chosen_preset (self);
  addition.given.from_id = is_from_last (self) ? self->last->id : 0;
  addition.given.same_as = self->last != NULL ? self->last->id : 0;
  addition.given.choice = chosen_choice (self);
  if (mer_session_try (self->session, _("Adding a cycle"), done, add_cycle, &addition, &error))
    {
      mer_session_set_cycle_id (self->session, addition.id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  problem = mer_error_describe (error);
  mer_form_show_problem (self->problem, problem);
}

static void
mer_cycle_dialog_dispose (GObject *object)
{
  MerCycleDialog *self = MER_CYCLE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->last, mer_cycle_unref);
  g_clear_pointer (&self->proposed, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, MerCycleDialog, origin);
  gtk_widget_class_bind_template_child (widget_class, MerCycleDialog, choice);
  gtk_widget_class_bind_template_callback (widget_class, propose_title);
  gtk_widget_class_bind_template_callback (widget_class, update);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_cycle_dialog_init (MerCycleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  self->last = mer_store_cycle (mer_session_get_document (session), 0, NULL);
  fill (self);
  propose_year (self);
  propose_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->year));
  gtk_window_present (GTK_WINDOW (self));
}
