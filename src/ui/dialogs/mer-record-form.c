/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of any record. It has no knowledge of kinds: rows come from the description of the
 * fields, and what the description cannot tell (a check over several fields, a closed cycle) is
 * told by the store when it refuses. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-record-names.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-field.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/dialogs/mer-record-links.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"

#define FORM_WIDTH 560
#define WIDEST 960  /* at large text, in a window of 1024 */
#define TALLEST 470 /* of the rows, so that all of it stays within 680 px */
#define NAME_MOST 60

struct _MerRecordForm
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton           *confirm;
  GtkScrolledWindow   *scrolled;
  AdwPreferencesGroup *group;
  GtkLabel            *problem;
  GtkWidget           *foot;
  GtkLabel            *outcome;

  /* owned */
  MerSession *session;
  MerRecord  *record; /* as it was; a new one has id 0 */
  GPtrArray  *fields; /* of MerRecordField, borrowed from their rows */
  GPtrArray  *links;  /* of MerRecordLink, the same */

  MerRecordFormOptions options;
};

G_DEFINE_FINAL_TYPE (MerRecordForm, mer_record_form, ADW_TYPE_WINDOW)

/* --- saving ---------------------------------------------------------------------------------- */

/* The first row that cannot be read gets the keyboard; all of them tell what is wrong. */
static gboolean
read_form (MerRecordForm *self,
           gpointer       record)
{
  MerRecordField *first = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    if (!mer_record_field_read (self->fields->pdata[i], record) && first == NULL)
      first = self->fields->pdata[i];
  if (first != NULL)
    mer_record_field_grab_focus (first);
  for (guint i = 0; first == NULL && i < self->links->len; i++)
    if (!mer_record_link_check (self->links->pdata[i]))
      return FALSE;
  return first == NULL;
}

typedef struct
{
  MerRecord                  *record;
  const MerRecordFormOptions *options;
  const GPtrArray            *links;
} Change;

static gboolean
save_links (const Change *change,
            MerDocument  *document,
            GError      **error)
{
  for (guint i = 0; i < change->links->len; i++)
    if (!mer_record_link_save (change->links->pdata[i], document, change->record, error))
      return FALSE;
  return TRUE;
}

static gboolean
save (MerDocument *document,
      gpointer     user_data,
      GError     **error)
{
  const Change               *change = user_data;
  const MerRecordFormOptions *options = change->options;

  return mer_store_save_record (document, change->record, error) &&
         save_links (change, document, error) &&
         (options->also == NULL ||
          options->also (document, change->record, options->user_data, error));
}

static char *
short_name (gconstpointer record)
{
  g_autofree char *name = mer_record_name (record);

  g_strdelimit (name, "\n", ' ');
  if (g_utf8_strlen (name, -1) > NAME_MOST)
    {
      g_autofree char *start = g_utf8_substring (name, 0, NAME_MOST - 1);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_steal_pointer (&name);
}

/* (transfer full) (nullable): the stored record. */
static MerRecord *
try_to_save (MerRecordForm *self)
{
  gboolean fresh = self->record->id == 0;
  g_autoptr (MerRecord) record = mer_record_copy (self->record);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;
  Change change = { record, &self->options, self->links };

  mer_form_show_problem (self->problem, NULL);
  if (!read_form (self, record))
    return NULL;
  name = short_name (record);
  /* Translators: actions in the menu, after «Undo»; %s is what one of a kind is called. */
  label = g_strdup_printf (fresh ? _("%s: adding") : _("%s: changing"), _(record->kind->one));
  done = g_strdup_printf (fresh ? _("Added: “%s”") : _("Changed: “%s”"), name);
  if (mer_session_try (self->session, label, done, save, &change, &error))
    return g_steal_pointer (&record);
  sentence = mer_error_describe (error);
  mer_form_show_problem (self->problem, sentence);
  return NULL;
}

/* Whoever is told may open another window, or even close this one. */
static void
tell_saved (MerRecordForm   *self,
            const MerRecord *record)
{
  if (self->options.saved != NULL)
    self->options.saved (record, self->record->id == 0, self->options.user_data);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  g_autoptr (MerRecordForm) self = g_object_ref (MER_RECORD_FORM (widget));
  g_autoptr (MerRecord) record = try_to_save (self);

  if (record == NULL)
    return;
  gtk_window_destroy (GTK_WINDOW (self));
  tell_saved (self, record);
}

static void
show_record (MerRecordForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    mer_record_field_show (self->fields->pdata[i], self->record);
  for (guint i = 0; self->record->id == 0 && i < self->links->len; i++)
    mer_record_link_clear (self->links->pdata[i]);
}

static void
confirm_more_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (MerRecordForm) self = g_object_ref (MER_RECORD_FORM (widget));
  g_autoptr (MerRecord) record = try_to_save (self);
  g_autofree char *called = record != NULL ? short_name (record) : NULL;
  g_autofree char *outcome = NULL;

  if (record == NULL)
    return;
  outcome = g_strdup_printf (_("Added: “%s”"), called);
  gtk_label_set_label (self->outcome, outcome);
  tell_saved (self, record);
  show_record (self);
  if (self->fields->len > 0)
    mer_record_field_grab_focus (self->fields->pdata[0]);
}

/* --- making rows ----------------------------------------------------------------------------- */

static gboolean
has_row (MerRecordForm  *self,
         const MerField *field)
{
  if ((field->flags & MER_FIELD_HIDDEN) != 0 ||
      ((field->flags & MER_FIELD_OWNER) != 0 && !self->options.owner))
    return FALSE;
  return self->options.hidden == NULL || !g_strv_contains (self->options.hidden, field->key);
}

typedef struct
{
  MerRecordForm *form;
  GHashTable    *targets; /* id of a kind → GPtrArray of its records */
} Offer;

static void
unref_records (gpointer data)
{
  g_ptr_array_unref (data);
}

static const MerRecord *
find_target (Offer          *offer,
             const MerField *field,
             gint64          id)
{
  MerRecordForm       *form = offer->form;
  const MerRecordKind *kind = mer_record_kind_find (field->target);
  GPtrArray           *records = g_hash_table_lookup (offer->targets, field->target);

  if (records == NULL)
    {
      records = mer_store_records (mer_session_get_document (form->session), kind,
                                   form->record->cycle_id, NULL);
      if (records == NULL)
        return NULL;
      g_hash_table_insert (offer->targets, g_strdup (field->target), records);
    }
  for (guint i = 0; i < records->len; i++)
    if (((const MerRecord *) records->pdata[i])->id == id)
      return records->pdata[i];
  return NULL;
}

static gboolean
offers_cb (const MerField *field,
           gint64          id,
           gpointer        user_data)
{
  Offer           *offer = user_data;
  const MerRecord *target = NULL;

  if (field->type != MER_FIELD_REFERENCE)
    return TRUE;
  target = find_target (offer, field, id);
  return target != NULL &&
         offer->form->options.offers (field, target, offer->form->options.user_data);
}

static void
add_link (MerRecordForm  *self,
          const MerField *field)
{
  MerRecordLink *link =
    mer_record_link_new_for (mer_session_get_document (self->session), self->record, field);

  if (link == NULL)
    return;
  mer_record_link_add_to (link, self->group);
  g_ptr_array_add (self->links, link);
}

static void
make_rows (MerRecordForm *self)
{
  MerResults *results = mer_session_get_results (self->session);
  g_autoptr (GHashTable) targets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_records);
  Offer offer = { self, targets };
  g_autoptr (MerRecordNames) names =
    mer_record_names_new (mer_session_get_document (self->session), self->record->cycle_id);
  MerRecordFieldContext context = {
    .names = names,
    .methodology = results != NULL ? results->methodology : NULL,
    .year = results != NULL ? results->cycle->year : 0,
    .offers = self->options.offers != NULL ? offers_cb : NULL,
    .user_data = &offer,
  };

  for (guint i = 0; i < self->record->kind->n_fields; i++)
    {
      const MerField *field = &self->record->kind->fields[i];
      MerRecordField *row = NULL;

      if (!has_row (self, field))
        continue;
      row = mer_record_field_new (self->record->kind, field, &context);
      mer_record_field_add_to (row, self->group);
      g_ptr_array_add (self->fields, row);
      add_link (self, field);
    }
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_record_form_dispose (GObject *object)
{
  MerRecordForm *self = MER_RECORD_FORM (object);

  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->links, 0);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_RECORD_FORM);
  G_OBJECT_CLASS (mer_record_form_parent_class)->dispose (object);
}

static void
mer_record_form_finalize (GObject *object)
{
  MerRecordForm *self = MER_RECORD_FORM (object);

  if (self->options.destroy != NULL)
    self->options.destroy (self->options.user_data);
  g_clear_pointer (&self->record, mer_record_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_record_form_parent_class)->finalize (object);
}

static void
mer_record_form_class_init (MerRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_record_form_finalize;
  g_type_ensure (ADW_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-record-form.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerRecordForm, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerRecordForm, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerRecordForm, group);
  gtk_widget_class_bind_template_child (widget_class, MerRecordForm, problem);
  gtk_widget_class_bind_template_child (widget_class, MerRecordForm, foot);
  gtk_widget_class_bind_template_child (widget_class, MerRecordForm, outcome);
  mer_form_class_install (widget_class, confirm_cb);
  gtk_widget_class_install_action (widget_class, "form.confirm-more", NULL, confirm_more_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "form.confirm-more",
                                       NULL);
}

static void
mer_record_form_init (MerRecordForm *self)
{
  self->fields = g_ptr_array_new ();
  self->links = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mer_form_capture_keys (GTK_WIDGET (self));
}

static void
set_up (MerRecordForm *self)
{
  const MerRecordKind *kind = self->record->kind;
  gboolean             fresh = self->record->id == 0;
  gboolean             more = fresh && !self->options.single;
  int                  width = mer_text_scale_px (GTK_WIDGET (self), FORM_WIDTH);

  gtk_window_set_title (GTK_WINDOW (self),
                        self->options.title != NULL ? self->options.title : _(kind->one));
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, WIDEST), -1);
  mer_text_scale_keep (GTK_WINDOW (self));
  gtk_scrolled_window_set_max_content_height (self->scrolled, more ? TALLEST : TALLEST + 46);
  gtk_widget_set_visible (self->foot, more);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm-more", more);
  if (self->options.confirm != NULL)
    gtk_button_set_label (self->confirm, self->options.confirm);
  else if (!fresh)
    gtk_button_set_label (self->confirm, _("_Apply"));
  make_rows (self);
  show_record (self);
  if (self->fields->len > 0)
    mer_record_field_grab_focus (self->fields->pdata[0]);
}

MerRecordForm *
mer_record_form_present (GtkWindow                  *parent,
                         MerSession                 *session,
                         gconstpointer               record,
                         const MerRecordFormOptions *options)
{
  MerRecordForm *self = NULL;

  g_return_val_if_fail (MER_IS_SESSION (session) && record != NULL, NULL);
  self = g_object_new (MER_TYPE_RECORD_FORM, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->record = mer_record_copy (record);
  if (options != NULL)
    self->options = *options;
  set_up (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

GtkWidget *
mer_record_form_get_row (MerRecordForm *self,
                         const char    *key)
{
  g_return_val_if_fail (MER_IS_RECORD_FORM (self), NULL);
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (mer_record_field_get_field (self->fields->pdata[i])->key, key))
      return mer_record_field_get_row (self->fields->pdata[i]);
  return NULL;
}

GtkWidget *
mer_record_form_get_link_row (MerRecordForm *self,
                              const char    *key)
{
  g_return_val_if_fail (MER_IS_RECORD_FORM (self), NULL);
  for (guint i = 0; i < self->links->len; i++)
    if (g_str_equal (mer_record_link_get_field (self->links->pdata[i])->key, key))
      return mer_record_link_get_row (self->links->pdata[i]);
  return NULL;
}
