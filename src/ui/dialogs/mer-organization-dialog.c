/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of an organization. What is wrong stands under its field; only a form without
 * such sentences can be confirmed. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-recipients.h"
#include "core/mer-day.h"
#include "core/mer-name.h"
#include "core/mer-registry-number.h"
#include "ui/mer-ui.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-organization-dialog.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-kind-label.h"
#include "ui/widgets/mer-scope.h"

struct _MerOrganizationDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton   *confirm;
  GtkEditable *name;
  GtkEditable *full_name;
  AdwComboRow *kind;
  AdwComboRow *state;
  GtkEditable *inn;
  GtkEditable *ogrn;
  GtkEditable *bus_gov_id;
  GtkEditable *address;
  GtkEditable *site;
  GtkEditable *head;
  GtkSwitch   *historic;
  GtkWidget   *cycle_group;
  GtkSwitch   *selected;
  GtkEditable *recipients;
  GtkWidget   *name_problem_row;
  GtkLabel    *name_problem;
  GtkWidget   *inn_problem_row;
  GtkLabel    *inn_problem;
  GtkWidget   *ogrn_problem_row;
  GtkLabel    *ogrn_problem;
  GtkWidget   *recipients_problem_row;
  GtkLabel    *recipients_problem;
  GtkLabel    *problem;
  GtkEditable *state_day;
  GtkWidget   *successor_row;
  GtkDropDown *successor;

  /* owned */
  GPtrArray       *successors; /* of MerOrganization, in the order of the drop-down */
  MerSession      *session;
  MerOrganization *organization; /* as it was; NULL: a new one */
  GHashTable      *other_names;  /* folded names of the others */
  gint64           cycle_id;     /* 0: there is no cycle */

  gboolean filled;
  gboolean kind_chosen; /* by the user, it follows the name no longer */
  gboolean guessing;
};

G_DEFINE_FINAL_TYPE (MerOrganizationDialog, mer_organization_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* What the form says, as the store takes it. */
typedef struct
{
  MerOrganization *organization;
  MerCycleMember   member;
  gint64           cycle_id;
} Change;

/* The text of a field, or NULL when it is blank. */
static char *
text_of (GtkEditable *field)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* --- checks ---------------------------------------------------------------------- */

static gboolean
show_problem (GtkWidget  *row,
              GtkLabel   *label,
              const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (row, text != NULL);
  return text == NULL;
}

static gboolean
check_name (MerOrganizationDialog *self)
{
  g_autofree char *name = text_of (self->name);
  g_autofree char *key = name ? mer_name_fold (name, -1) : NULL;
  const char      *problem = NULL;

  if (key && g_hash_table_contains (self->other_names, key))
    problem = _("There is an organization with this name already.");
  return show_problem (self->name_problem_row, self->name_problem, problem) && name;
}

static gboolean
check_inn (MerOrganizationDialog *self)
{
  g_autofree char *inn = text_of (self->inn);
  g_autofree char *problem = NULL;

  if (inn && !mer_inn_is_valid (inn))
    problem = g_strdup_printf (_("INN %s is written wrongly: its check digit does not fit."), inn);
  return show_problem (self->inn_problem_row, self->inn_problem, problem);
}

static gboolean
check_ogrn (MerOrganizationDialog *self)
{
  g_autofree char *ogrn = text_of (self->ogrn);
  g_autofree char *problem = NULL;

  if (ogrn && !mer_ogrn_is_valid (ogrn))
    problem = g_strdup_printf (_("OGRN %s is written wrongly: its check digit does not fit."),
                                  ogrn);
  return show_problem (self->ogrn_problem_row, self->ogrn_problem, problem);
}

/* Blank is unknown; groups of digits may be spaced. */
static gboolean
parse_recipients (MerOrganizationDialog *self,
                  gint64                *out)
{
  g_autofree char *text = text_of (self->recipients);
  g_autoptr (GString) digits = g_string_new (NULL);

  *out = -1;
  if (text == NULL)
    return TRUE;
  for (char *p = text; *p; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (digits, g_utf8_get_char (p));
  return g_ascii_string_to_signed (digits->str, 10, 0, 10000000, out, NULL);
}

static gboolean
check_recipients (MerOrganizationDialog *self)
{
  gint64      count = 0;
  const char *problem = NULL;

  if (!parse_recipients (self, &count))
    problem = _("The number of recipients is a whole number, as 521.");
  return show_problem (self->recipients_problem_row, self->recipients_problem, problem);
}

/* Blank, or a day. */
static gboolean
check_state_day (MerOrganizationDialog *self)
{
  g_autofree char *text = text_of (self->state_day);
  g_autofree char *day = text != NULL ? mer_day_parse (text) : NULL;
  gboolean         fits = text == NULL || day != NULL;

  if (fits)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state_day), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->state_day), "error");
  return fits;
}

static void
update (MerOrganizationDialog *self)
{
  gboolean day = FALSE;
  gboolean name = FALSE;
  gboolean inn = FALSE;
  gboolean ogrn = FALSE;
  gboolean recipients = FALSE;

  if (!self->filled)
    return;
  name = check_name (self);
  inn = check_inn (self);
  ogrn = check_ogrn (self);
  recipients = check_recipients (self);
  day = check_state_day (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm",
                                 name && inn && ogrn && recipients && day);
}

/* The kind of a new organization follows what its name speaks of, until the user chooses. */
static void
name_changed_cb (MerOrganizationDialog *self)
{
  g_autofree char    *name = text_of (self->name);
  MerOrganizationKind kind = mer_organization_kind_guess (name ? name : "");

  if (self->filled && !self->organization && !self->kind_chosen && kind != MER_ORGANIZATION_OTHER)
    {
      self->guessing = TRUE;
      adw_combo_row_set_selected (self->kind, kind);
      self->guessing = FALSE;
    }
  update (self);
}

static void
kind_selected_cb (MerOrganizationDialog *self)
{
  self->kind_chosen |= self->filled && !self->guessing;
}

/* --- saving ------------------------------------------------------------------------ */

static gboolean
save (MerDocument *document,
      gpointer     user_data,
      GError     **error)
{
  Change *change = user_data;

  if (!mer_store_save_organization (document, change->organization, error))
    return FALSE;
  change->member.organization_id = change->organization->id;
  return change->cycle_id == 0 ||
         mer_recipients_save_typed (document, change->cycle_id, &change->member, error);
}

static gboolean
is_over (MerOrganizationDialog *self)
{
  return adw_combo_row_get_selected (self->state) != MER_ORGANIZATION_WORKING;
}

/* Who works has neither a last day nor a successor. */
static void
state_changed_cb (MerOrganizationDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->state_day), is_over (self));
  gtk_widget_set_visible (self->successor_row, is_over (self));
}

static void
read_state (MerOrganizationDialog *self,
            MerOrganization       *organization)
{
  const MerOrganization *successor = mer_form_chosen (self->successor, self->successors);
  g_autofree char       *day = text_of (self->state_day);

  organization->state = (MerOrganizationState) adw_combo_row_get_selected (self->state);
  g_clear_pointer (&organization->state_day, g_free);
  if (day != NULL && is_over (self))
    organization->state_day = mer_day_parse (day);
  organization->successor_id = successor != NULL && is_over (self) ? successor->id : 0;
}

static void
take (char       **field,
      GtkEditable *row)
{
  g_free (*field);
  *field = text_of (row);
}

static MerOrganization *
read_form (MerOrganizationDialog *self)
{
  MerOrganization *organization = NULL;

  if (self->organization)
    organization = mer_organization_dup (self->organization);
  else
    organization = mer_organization_new ("", MER_ORGANIZATION_OTHER);
  take (&organization->name, self->name);
  take (&organization->full_name, self->full_name);
  take (&organization->inn, self->inn);
  take (&organization->ogrn, self->ogrn);
  take (&organization->bus_gov_id, self->bus_gov_id);
  take (&organization->address, self->address);
  take (&organization->site, self->site);
  take (&organization->head, self->head);
  organization->kind = (MerOrganizationKind) adw_combo_row_get_selected (self->kind);
  read_state (self, organization);
  organization->historic_building = gtk_switch_get_active (self->historic);
  return organization;
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerOrganizationDialog *self = MER_ORGANIZATION_DIALOG (widget);
  gboolean               is_new = self->organization == NULL;
  g_autoptr (MerOrganization) organization = read_form (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  g_autofree char *problem = NULL;
  const char      *label = NULL;
  Change           change = { organization, { 0, -1, FALSE }, self->cycle_id };

  parse_recipients (self, &change.member.recipients);
  change.member.selected = gtk_switch_get_active (self->selected);
  label = is_new ? _("Adding an organization") : _("Changing an organization");
  done = g_strdup_printf (is_new ? _("“%s” was added") : _("“%s” was changed"), organization->name);
  if (mer_session_try (self->session, label, done, save, &change, &error))
    {
      g_signal_emit (self, signals[SAVED], 0, organization->id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  problem = mer_error_describe (error);
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* --- filling ------------------------------------------------------------------------- */

static void
fill_combos (MerOrganizationDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  for (guint i = 0; i < MER_N_ORGANIZATION_KINDS; i++)
    gtk_string_list_append (kinds, mer_kind_label ((MerOrganizationKind) i));
  for (guint i = MER_ORGANIZATION_WORKING; i <= MER_ORGANIZATION_CLOSED; i++)
    gtk_string_list_append (states, mer_organization_state_title ((MerOrganizationState) i));
  mer_form_set_choices (self->kind, G_LIST_MODEL (kinds));
  mer_form_set_choices (self->state, G_LIST_MODEL (states));
}

static void
put (GtkEditable *field,
     const char  *text)
{
  gtk_editable_set_text (field, text ? text : "");
}

static void
fill_form (MerOrganizationDialog *self)
{
  const MerOrganization *organization = self->organization;

  put (self->name, organization->name);
  put (self->full_name, organization->full_name);
  put (self->inn, organization->inn);
  put (self->ogrn, organization->ogrn);
  put (self->bus_gov_id, organization->bus_gov_id);
  put (self->address, organization->address);
  put (self->site, organization->site);
  put (self->head, organization->head);
  adw_combo_row_set_selected (self->kind, organization->kind);
  adw_combo_row_set_selected (self->state, organization->state);
  if (organization->state_day != NULL)
    {
      g_autofree char *day = mer_day_to_words (organization->state_day);

      put (self->state_day, day);
    }
  gtk_switch_set_active (self->historic, organization->historic_building);
}

static void
fill_cycle (MerOrganizationDialog *self,
            const MerCycleMember  *member)
{
  MerResults *results = mer_session_get_results (self->session);
  gint64      recipients = member ? member->recipients : -1;

  self->cycle_id = results ? results->cycle->id : 0;
  gtk_widget_set_visible (self->cycle_group, results != NULL);
  if (results)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->cycle_group),
                                     results->cycle->title);
  gtk_switch_set_active (self->selected, member ? member->selected : self->organization == NULL);
  if (recipients >= 0)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, recipients);

      put (self->recipients, text);
    }
}

static void
remember_other_names (MerOrganizationDialog *self)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (mer_session_get_document (self->session),
                                                       NULL);
  gint64 own_id = self->organization ? self->organization->id : 0;

  for (guint i = 0; all && i < all->len; i++)
    {
      const MerOrganization *other = g_ptr_array_index (all, i);

      if (other->id != own_id)
        g_hash_table_add (self->other_names, mer_name_fold (other->name, -1));
    }
}

static void
mer_organization_dialog_dispose (GObject *object)
{
  MerOrganizationDialog *self = MER_ORGANIZATION_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_ORGANIZATION_DIALOG);
  G_OBJECT_CLASS (mer_organization_dialog_parent_class)->dispose (object);
}

static void
mer_organization_dialog_finalize (GObject *object)
{
  MerOrganizationDialog *self = MER_ORGANIZATION_DIALOG (object);

  g_clear_pointer (&self->organization, mer_organization_unref);
  g_clear_pointer (&self->successors, g_ptr_array_unref);
  g_hash_table_unref (self->other_names);
  G_OBJECT_CLASS (mer_organization_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, full_name);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, state);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, state_day);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, successor);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, successor_row);
  gtk_widget_class_bind_template_callback (widget_class, state_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, inn);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, ogrn);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, bus_gov_id);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, address);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, site);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, head);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, historic);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, cycle_group);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, selected);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, recipients);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, name_problem_row);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, name_problem);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, inn_problem_row);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, inn_problem);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, ogrn_problem_row);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, ogrn_problem);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog,
                                        recipients_problem_row);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, recipients_problem);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationDialog, problem);
}

static void
mer_organization_dialog_class_init (MerOrganizationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_organization_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_organization_dialog_finalize;
  signals[SAVED] = g_signal_new ("saved", MER_TYPE_ORGANIZATION_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-organization-dialog.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_organization_dialog_init (MerOrganizationDialog *self)
{
  self->other_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_combos (self);
}

/**
 * mer_organization_dialog_new:
 * @parent: the window that asks
 * @session: where the organization is stored
 * @organization: (nullable): the one to change, %NULL for a new one
 * @member: (nullable): its part in the cycle
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
mer_organization_dialog_new (GtkWindow             *parent,
                             MerSession            *session,
                             const MerOrganization *organization,
                             const MerCycleMember  *member)
{
  MerOrganizationDialog *self = g_object_new (MER_TYPE_ORGANIZATION_DIALOG, "transient-for",
                                              parent, NULL);

  self->session = g_object_ref (session);
  self->organization = organization ? mer_organization_dup (organization) : NULL;
  remember_other_names (self);
  self->successors =
    mer_form_fill_organizations (self->successor, mer_session_get_document (session),
                                 organization ? organization->successor_id : 0);
  if (organization)
    fill_form (self);
  fill_cycle (self, member);
  gtk_window_set_title (GTK_WINDOW (self), organization ? _("Organization")
                                                        : _("New Organization"));
  gtk_button_set_label (self->confirm, organization ? _("_Save") : _("_Add"));
  self->filled = TRUE;
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
