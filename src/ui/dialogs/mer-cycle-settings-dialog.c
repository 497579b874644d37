/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a cycle's settings, made from their table. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-stage.h"
#include "app/mer-overview.h"
#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-cycle-settings-dialog.h"
#include "ui/dialogs/mer-form.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"

struct _MerCycleSettingsDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  GtkBox   *groups;

  /* owned */
  MerSession *session;
  MerCycle   *cycle;
  GHashTable *set;     /* as they are */
  char       *stage;   /* where the work has got to, by the cycle or by its data */
  GHashTable *widgets; /* key → its field, borrowed */
  GtkWidget  *title;   /* AdwEntryRow, borrowed */
};

G_DEFINE_FINAL_TYPE (MerCycleSettingsDialog, mer_cycle_settings_dialog, ADW_TYPE_WINDOW)

/* In the order of the form; a setting that no group names stands in the last. */
static const struct
{
  const char *title;
  const char *prefixes[6];
} sections[] = {
  { N_("Names and years"), { "procedure", "plan.name", "years.", "stage", NULL } },
    { N_("Selection"), { "share.", "interval.", "sample.", NULL } },
      { N_("Council"), { "law", "council.", "publication.", NULL } },
        { N_("Plans"), { "", NULL } },
      };

static guint
section_of (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    for (guint k = 0; sections[i].prefixes[k] != NULL; k++)
      if (g_str_has_prefix (key, sections[i].prefixes[k]))
        return i;
  return G_N_ELEMENTS (sections) - 1;
}

/* Set by what is done, not by a form. */
static gboolean
is_own (const char *key)
{
  return g_str_equal (key, MER_SETTING_CLOSED) || g_str_equal (key, MER_SETTING_PRESET);
}

/* What the form begins with. Where nobody said how far the work is, the overview tells. */
static const char *
shown_value (MerCycleSettingsDialog *self,
             const MerCycleSetting  *setting)
{
  return g_str_equal (setting->key, MER_SETTING_STAGE)
           ? self->stage
           : mer_cycle_settings_get (self->set, setting->key);
}

/* --- fields ---------------------------------------------------------------------------------- */

static GtkWidget *
choice_new (const MerCycleSetting *setting,
            const char            *value)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  guint          selected = 0;
  GtkWidget     *drop_down = NULL;

  for (guint i = 0; i < setting->n_choices; i++)
    {
      gtk_string_list_append (choices, _(setting->choices[i].title));
      if (g_str_equal (setting->choices[i].code, value))
        selected = i;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (choices), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  return drop_down;
}

static GtkWidget *
entry_new (const MerCycleSetting *setting,
           const char            *value)
{
  GtkWidget       *entry = gtk_entry_new ();
  g_autofree char *text =
    setting->type == MER_FIELD_DAY ? mer_day_to_words (value) : g_strdup (value);
  int width = setting->type == MER_FIELD_TEXT ? 32 : 10;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_entry_set_alignment (GTK_ENTRY (entry), setting->type == MER_FIELD_NUMBER ? 1 : 0);
  return entry;
}

static void
add_field (MerCycleSettingsDialog *self,
           AdwPreferencesGroup    *group,
           const MerCycleSetting  *setting)
{
  const char *value = shown_value (self, setting);
  GtkWidget  *row = adw_action_row_new ();
  GtkWidget  *field =
    setting->type == MER_FIELD_CHOICE ? choice_new (setting, value) : entry_new (setting, value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(setting->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(setting->what));
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(setting->title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), field);
  gtk_widget_set_focusable (row, FALSE); /* its field is enough for the keyboard */
  adw_preferences_group_add (group, row);
  g_hash_table_insert (self->widgets, g_strdup (setting->key), field);
}

/* What the form has of a setting, as it is stored: (transfer full); NULL and error. */
static char *
field_value (MerCycleSettingsDialog *self,
             const MerCycleSetting  *setting,
             GError                **error)
{
  GtkWidget *field = g_hash_table_lookup (self->widgets, setting->key);
  guint      selected = 0;

  if (setting->type != MER_FIELD_CHOICE)
    return mer_cycle_setting_parse (setting, gtk_editable_get_text (GTK_EDITABLE (field)), error);
  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (field));
  return g_strdup (setting->choices[MIN (selected, setting->n_choices - 1)].code);
}

/* --- changing -------------------------------------------------------------------------------- */

static gboolean
change_setting (MerCycleSettingsDialog *self,
                MerDocument            *document,
                const MerCycleSetting  *setting,
                GError                **error)
{
  g_autofree char *value = NULL;

  if (is_own (setting->key))
    return TRUE;
  value = field_value (self, setting, error);
  if (value == NULL)
    return FALSE;
  if (g_str_equal (value, shown_value (self, setting)))
    return TRUE;
  return mer_store_set_cycle_setting (document, self->cycle->id, setting->key,
                                      *value != '\0' ? value : NULL, error);
}

static gboolean
change_title (MerCycleSettingsDialog *self,
              MerDocument            *document,
              GError                **error)
{
  g_autofree char *title = mer_form_text (GTK_EDITABLE (self->title));
  g_autoptr (MerCycle) changed = NULL;

  if (g_str_equal (title, self->cycle->title))
    return TRUE;
  if (*title == '\0')
    {
      g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                           _("A cycle needs a title."));
      return FALSE;
    }
  changed = mer_cycle_new (title, self->cycle->year);
  changed->id = self->cycle->id;
  changed->methodology_id = self->cycle->methodology_id;
  changed->operator_name = g_strdup (self->cycle->operator_name);
  changed->approved = self->cycle->approved;
  return mer_store_save_cycle (document, changed, error);
}

static gboolean
change (MerDocument *document,
        gpointer     user_data,
        GError     **error)
{
  MerCycleSettingsDialog *self = user_data;
  guint                   n = 0;
  const MerCycleSetting  *settings = mer_cycle_settings (&n);

  for (guint i = 0; i < n; i++)
    if (!change_setting (self, document, &settings[i], error))
      return FALSE;
  return change_title (self, document, error);
}

static void
show_error (MerCycleSettingsDialog *self,
            const GError           *error)
{
  g_autofree char *text =
    error->domain == MER_RECORD_ERROR ? g_strdup (error->message) : mer_error_describe (error);

  mer_form_show_problem (self->problem, text);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerCycleSettingsDialog *self = MER_CYCLE_SETTINGS_DIALOG (widget);
  g_autofree char        *done = NULL;
  g_autoptr (GError) error = NULL;

  done = g_strdup_printf (_("Settings of “%s” were changed"), self->cycle->title);
  if (mer_session_try (self->session, _("Settings of the cycle"), done, change, self, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_error (self, error);
}

/* --- closing --------------------------------------------------------------------------------- */

static gboolean
is_closed (MerCycleSettingsDialog *self)
{
  return *mer_cycle_settings_get (self->set, MER_SETTING_CLOSED) != '\0';
}

static gboolean
close_cycle (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  MerCycleSettingsDialog *self = user_data;

  if (is_closed (self))
    return mer_cycle_open_again (document, self->cycle->id, error);
  /* nobody types into a form to have it thrown away */
  if (!change (document, self, error))
    return FALSE;
  return mer_cycle_archive (document, self->cycle->id, TRUE, error);
}

static void
run_close (MerCycleSettingsDialog *self)
{
  const char      *title = self->cycle->title;
  const char      *label = _("Closing of the cycle");
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;

  if (is_closed (self))
    {
      label = _("Opening the cycle again");
      done = g_strdup_printf (_("“%s” is open again"), title);
    }
  else
    done = g_strdup_printf (_("“%s” is closed"), title);
  if (mer_session_try (self->session, label, done, close_cycle, self, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    show_error (self, error);
}

static gboolean
close_idle_cb (gpointer user_data)
{
  MerCycleSettingsDialog *self = user_data;

  if (self->session != NULL)
    run_close (self);
  return G_SOURCE_REMOVE;
}

/* Later: GTK 4.8 still looks at the window under a question while it lets go of the question. */
static void
answered_cb (MerCycleSettingsDialog *self,
             const char             *response)
{
  if (g_str_equal (response, "close"))
    g_idle_add_full (G_PRIORITY_DEFAULT, close_idle_cb, g_object_ref (self), g_object_unref);
}

/* What was not approved is not asked for lightly; all else can be undone. */
static void
ask_to_close (MerCycleSettingsDialog *self)
{
  const char *heading = _("Close the cycle without approved results?");
  /* clang-format off */
  const char *body = _("Its results are not approved. Nothing of a closed cycle can be changed "
                       "until it is opened again.");
  /* clang-format on */
  GtkWidget  *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  const char *cancel = _("_Cancel");
  const char *close = _("C_lose the cycle");

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", cancel, "close",
                                    close, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_cb (MerCycleSettingsDialog *self)
{
  if (self->cycle->approved || is_closed (self))
    run_close (self);
  else
    ask_to_close (self);
}

static void
add_closing (MerCycleSettingsDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget           *row = adw_action_row_new ();
  GtkWidget           *button = gtk_button_new_with_mnemonic (
              is_closed (self) ? _("_Open again") : _("C_lose the cycle"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 is_closed (self) ? _("The cycle is closed") : _("Closing"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("A closed cycle stands in the archive and is only read."));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button,
                            !mer_document_is_read_only (mer_session_get_document (self->session)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  gtk_box_append (self->groups, GTK_WIDGET (group));
}

/* --- the form -------------------------------------------------------------------------------- */

static void
add_title (MerCycleSettingsDialog *self,
           AdwPreferencesGroup    *group)
{
  self->title = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title), _("Title"));
  gtk_editable_set_text (GTK_EDITABLE (self->title), self->cycle->title);
  adw_preferences_group_add (group, self->title);
}

static char *
stage_of (MerCycleSettingsDialog *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (document, self->cycle->id, NULL);

  if (facts == NULL)
    return g_strdup (mer_cycle_settings_get (self->set, MER_SETTING_STAGE));
  return g_strdup (
    mer_stage_to_code (mer_overview_stage (facts, mer_session_get_results (self->session))));
}

static void
fill (MerCycleSettingsDialog *self)
{
  guint                  n = 0;
  const MerCycleSetting *settings = mer_cycle_settings (&n);

  for (guint s = 0; s < G_N_ELEMENTS (sections); s++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (group, _(sections[s].title));
      if (s == 0)
        add_title (self, group);
      for (guint i = 0; i < n; i++)
        if (!is_own (settings[i].key) && section_of (settings[i].key) == s)
          add_field (self, group, &settings[i]);
      gtk_widget_set_sensitive (GTK_WIDGET (group), !is_closed (self));
      gtk_box_append (self->groups, GTK_WIDGET (group));
    }
  add_closing (self);
}

static void
mer_cycle_settings_dialog_dispose (GObject *object)
{
  MerCycleSettingsDialog *self = MER_CYCLE_SETTINGS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->set, g_hash_table_unref);
  g_clear_pointer (&self->widgets, g_hash_table_unref);
  g_clear_pointer (&self->stage, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_CYCLE_SETTINGS_DIALOG);
  G_OBJECT_CLASS (mer_cycle_settings_dialog_parent_class)->dispose (object);
}

static void
mer_cycle_settings_dialog_class_init (MerCycleSettingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_cycle_settings_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-cycle-settings-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerCycleSettingsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, MerCycleSettingsDialog, groups);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_cycle_settings_dialog_init (MerCycleSettingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->widgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * mer_cycle_settings_dialog_present:
 * @parent: the window that asks
 * @session: whose cycle is meant
 */
void
mer_cycle_settings_dialog_present (GtkWindow  *parent,
                                   MerSession *session)
{
  MerDocument            *document = mer_session_get_document (session);
  MerCycleSettingsDialog *self = NULL;
  g_autoptr (MerCycle) cycle =
    mer_store_cycle (document, mer_session_get_cycle_id (session), NULL);
  g_autoptr (GHashTable) set =
    cycle != NULL ? mer_store_cycle_settings (document, cycle->id, NULL) : NULL;

  if (set == NULL)
    return;
  self = g_object_new (MER_TYPE_CYCLE_SETTINGS_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->cycle = g_steal_pointer (&cycle);
  self->set = g_steal_pointer (&set);
  self->stage = stage_of (self);
  fill (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm",
                                 !is_closed (self) && !mer_document_is_read_only (document));
  gtk_widget_grab_focus (self->title);
  gtk_window_present (GTK_WINDOW (self));
}
