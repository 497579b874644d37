/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a fact. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-timestamp.h"
#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-fact-dialog.h"
#include "ui/dialogs/mer-form.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"

struct _MerFactDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton     *confirm;
  GtkDropDown   *organization;
  GtkEditable   *day;
  GtkEditable   *origin;
  GtkEditable   *link;
  GtkTextView   *text;
  GtkTextBuffer *buffer;
  GtkLabel      *problem;

  /* owned */
  MerSession *session;
  MerFact    *fact;          /* as it was; a new one has id 0 */
  GPtrArray  *organizations; /* of MerOrganization, in the order of the drop-down */
};

G_DEFINE_FINAL_TYPE (MerFactDialog, mer_fact_dialog, ADW_TYPE_WINDOW)

static char *
text_of_buffer (MerFactDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/* FALSE when what is typed is no day; an empty field is none, which is well. */
static gboolean
read_day (MerFactDialog *self,
          char         **iso)
{
  g_autofree char *typed = mer_form_text (self->day);
  g_autoptr (GDateTime) day = NULL;
  gboolean has_time_of_day = FALSE;
  gint64   time = 0;

  *iso = NULL;
  if (*typed == '\0')
    return TRUE;
  /* a bare number is a day's serial number in spreadsheets, and nobody types that */
  if (strspn (typed, "0123456789") == strlen (typed) ||
      !mer_timestamp_parse (typed, strlen (typed), &time, &has_time_of_day))
    return FALSE;
  day = g_date_time_new_from_unix_utc (time);
  *iso = g_date_time_format (day, "%Y-%m-%d");
  return TRUE;
}

static void
update (MerFactDialog *self)
{
  g_autofree char *origin = mer_form_text (self->origin);
  g_autofree char *text = text_of_buffer (self);
  g_autofree char *day = NULL;
  gboolean         dated = read_day (self, &day);
  gboolean         owned = mer_form_chosen (self->organization, self->organizations) != NULL;

  mer_form_show_problem (self->problem,
                         dated ? NULL : _("This is no day. Write it as 14.10.2024."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm",
                                 dated && *origin != '\0' && *text != '\0' && owned);
}

/* --- saving ------------------------------------------------------------------------------- */

typedef struct
{
  MerFact *fact;
  gint64   organization_id;
} Change;

/* A fact that stays with its organization keeps the spelling that it came under. */
static gboolean
save (MerDocument *document,
      gpointer     user_data,
      GError     **error)
{
  const Change *change = user_data;

  if (change->fact->source_id == 0 || change->fact->organization_id != change->organization_id)
    change->fact->source_id = mer_store_typed_source (document, change->organization_id, error);
  return change->fact->source_id != 0 && mer_store_save_fact (document, change->fact, error);
}

static void
set_text (char **field,
          char  *value)
{
  g_free (*field);
  *field = value;
}

/* The fact as the form has it. */
static MerFact *
read_form (MerFactDialog *self)
{
  MerFact *fact = mer_fact_copy (self->fact);
  char    *link = mer_form_text (self->link);

  g_clear_pointer (&fact->day, g_free);
  read_day (self, &fact->day);
  set_text (&fact->origin, mer_form_text (self->origin));
  set_text (&fact->text, text_of_buffer (self));
  set_text (&fact->link, *link != '\0' ? link : NULL);
  if (*link == '\0')
    g_free (link);
  return fact;
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerFactDialog *self = MER_FACT_DIALOG (widget);
  g_autoptr (MerFact) fact = read_form (self);
  const MerOrganization *organization = mer_form_chosen (self->organization, self->organizations);
  Change                 change = { fact, organization != NULL ? organization->id : 0 };
  gboolean               fresh = fact->id == 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const char      *label = fresh ? _("Adding a fact") : _("Change of a fact");
  const char      *done = fresh ? _("The fact was added") : _("The fact was changed");

  if (mer_session_try (self->session, label, done, save, &change, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = mer_error_describe (error);
  mer_form_show_problem (self->problem, sentence);
}

/* --- filling ------------------------------------------------------------------------------- */

static void
fill (MerFactDialog *self)
{
  const MerFact *fact = self->fact;
  int            year = 0, month = 0, day = 0;

  self->organizations = mer_form_fill_organizations (
    self->organization, mer_session_get_document (self->session), fact->organization_id);
  if (fact->id == 0)
    return;
  gtk_button_set_label (self->confirm, _("_Apply"));
  if (fact->day != NULL && sscanf (fact->day, "%4d-%2d-%2d", &year, &month, &day) == 3)
    {
      g_autofree char *text = g_strdup_printf ("%02d.%02d.%04d", day, month, year);

      gtk_editable_set_text (self->day, text);
    }
  gtk_editable_set_text (self->origin, fact->origin);
  gtk_editable_set_text (self->link, fact->link != NULL ? fact->link : "");
  gtk_text_buffer_set_text (self->buffer, fact->text, -1);
}

static void
mer_fact_dialog_dispose (GObject *object)
{
  MerFactDialog *self = MER_FACT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->fact, mer_fact_free);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_FACT_DIALOG);
  G_OBJECT_CLASS (mer_fact_dialog_parent_class)->dispose (object);
}

static void
mer_fact_dialog_class_init (MerFactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_fact_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-fact-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, organization);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, day);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, origin);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, link);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, text);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, MerFactDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_fact_dialog_init (MerFactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mer_form_capture_keys (GTK_WIDGET (self));
}

/**
 * mer_fact_dialog_present:
 * @parent: the window that asks
 * @session: what the fact is stored in
 * @cycle_id: the cycle that a new fact is of
 * @fact: (nullable): the fact to change; %NULL: a new one
 */
void
mer_fact_dialog_present (GtkWindow     *parent,
                         MerSession    *session,
                         gint64         cycle_id,
                         const MerFact *fact)
{
  MerFactDialog *self = g_object_new (MER_TYPE_FACT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->fact = fact != NULL ? mer_fact_copy (fact) : g_new0 (MerFact, 1);
  if (fact == NULL)
    self->fact->cycle_id = cycle_id;
  fill (self);
  update (self);
  gtk_widget_grab_focus (fact == NULL ? GTK_WIDGET (self->organization) : GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
}
