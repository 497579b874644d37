/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of a record in place. Rows are those of forms; each change is an action of its own, which
 * sets one field of the record as the document has it by then. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "ui/dialogs/mer-record-editor.h"
#include "ui/dialogs/mer-record-field.h"
#include "ui/mer-error-presenter.h"

struct _MerRecordEditor
{
  AdwBin parent_instance;

  MerSession          *session; /* owned */
  const MerRecordKind *kind;
  const char *const   *keys;
  MerRecordSaveFunc    save;

  MerRecord *record; /* owned, nullable: as it is shown */
  GPtrArray *fields; /* of MerRecordField, borrowed from their rows */
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (MerRecordEditor, mer_record_editor, ADW_TYPE_BIN)

/* --- saving -------------------------------------------------------------------------------- */

typedef struct
{
  MerRecordEditor *self;
  MerRecordField  *field;
  gpointer         record; /* as it was stored; owned */
} Change;

/* What was shown of other fields may be old: they are left as they are. */
static gboolean
save_change (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  Change          *change = user_data;
  MerRecordEditor *self = change->self;

  change->record = mer_store_record (document, self->kind, self->record->id, error);
  if (change->record == NULL)
    return FALSE;
  if (!mer_record_field_read (change->field, change->record))
    {
      g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                           mer_record_field_get_problem (change->field));
      return FALSE;
    }
  return self->save != NULL ? self->save (document, change->record, error)
                            : mer_store_save_record (document, change->record, error);
}

/* Whether the row says something else than what is shown; what is wrong with it stands below. */
static gboolean
is_changed (MerRecordEditor *self,
            MerRecordField  *field)
{
  g_autoptr (MerRecord) record = mer_record_copy (self->record);

  return mer_record_field_read (field, record) && !mer_record_equal (record, self->record);
}

/* At once: when the document tells of the change, what is typed on stays. */
static void
take_value (MerRecordEditor *self,
            MerRecordField  *field,
            gconstpointer    stored)
{
  const MerField  *one = mer_record_field_get_field (field);
  g_autofree char *value = mer_record_to_string (stored, one);

  mer_record_from_string (self->record, one, value, NULL);
  self->showing = TRUE;
  mer_record_field_show (field, self->record);
  self->showing = FALSE;
}

static void
commit_field (MerRecordEditor *self,
              MerRecordField  *field)
{
  g_autoptr (MerRecordEditor) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;
  gint64           id = self->record != NULL ? self->record->id : 0;
  Change           change = { self, field, NULL };

  if (self->showing || self->record == NULL || !is_changed (self, field))
    return;
  /* Translators: an action in the menu, after «Undo»; %s is what one of a kind is called. */
  label = g_strdup_printf (_("%s: changing"), _(self->kind->one));
  if (!mer_session_try (self->session, label, NULL, save_change, &change, &error))
    {
      sentence = mer_error_describe (error);
      mer_record_field_set_problem (field, sentence);
    }
  else if (self->record->id == id)
    take_value (self, field, change.record);
  g_clear_pointer (&change.record, mer_record_free);
}

/* What could not be stored is about to go out of sight. */
static void
tell_refused (MerRecordEditor *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *problem = mer_record_field_get_problem (self->fields->pdata[i]);

      if (problem != NULL)
        mer_session_tell (self->session, problem, FALSE);
    }
}

void
mer_record_editor_commit (MerRecordEditor *self)
{
  g_return_if_fail (MER_IS_RECORD_EDITOR (self));
  for (guint i = 0; i < self->fields->len; i++)
    commit_field (self, self->fields->pdata[i]);
}

/* --- rows ---------------------------------------------------------------------------------- */

static MerRecordField *
field_of_row (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "mer-field");
}

static void
row_changed_cb (MerRecordEditor *self,
                GParamSpec      *pspec,
                GtkWidget       *row)
{
  commit_field (self, field_of_row (row));
}

static void
row_left_cb (MerRecordEditor    *self,
             GtkEventController *focus)
{
  commit_field (self, field_of_row (gtk_event_controller_get_widget (focus)));
}

static void
row_activated_cb (MerRecordEditor *self,
                  GtkWidget       *row)
{
  commit_field (self, field_of_row (row));
}

static void
connect_row (MerRecordEditor *self,
             GtkWidget       *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (row_activated_cb), self,
                             G_CONNECT_SWAPPED);
  else if (g_object_class_find_property (G_OBJECT_GET_CLASS (row), "selected") != NULL)
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (row_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* In place a text is as high as it is: the whole is scrolled, not each text. */
static void
fit_lines (GtkWidget *row)
{
  GtkWidget *box =
    ADW_IS_PREFERENCES_ROW (row) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)) : NULL;
  GtkWidget *last = GTK_IS_BOX (box) ? gtk_widget_get_last_child (box) : NULL;

  if (!GTK_IS_SCROLLED_WINDOW (last))
    return;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (last), -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (last), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (last), GTK_POLICY_NEVER, GTK_POLICY_NEVER);
}

static void
make_rows (MerRecordEditor *self)
{
  GtkWidget  *group = adw_preferences_group_new ();
  MerResults *results = mer_session_get_results (self->session);
  g_autoptr (MerRecordNames) names =
    mer_record_names_new (mer_session_get_document (self->session), self->record->cycle_id);
  MerRecordFieldContext context = {
    .names = names,
    .methodology = results != NULL ? results->methodology : NULL,
    .year = results != NULL ? results->cycle->year : 0,
  };

  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; self->keys[i] != NULL; i++)
    {
      MerRecordField *field = mer_record_field_new (
        self->kind, mer_record_kind_field (self->kind, self->keys[i]), &context);

      mer_record_field_add_to (field, ADW_PREFERENCES_GROUP (group));
      connect_row (self, mer_record_field_get_row (field));
      fit_lines (mer_record_field_get_row (field));
      g_ptr_array_add (self->fields, field);
    }
  adw_bin_set_child (ADW_BIN (self), group);
}

static gboolean
is_same (gconstpointer   a,
         gconstpointer   b,
         const MerField *field)
{
  g_autofree char *x = mer_record_to_string (a, field);
  g_autofree char *y = mer_record_to_string (b, field);

  return g_str_equal (x, y);
}

void
mer_record_editor_show (MerRecordEditor *self,
                        gconstpointer    record,
                        gboolean         names)
{
  MerRecord *before = self->record;
  gboolean   fresh = names || before == NULL || before->id != ((const MerRecord *) record)->id ||
                   self->fields->len == 0;

  if (before != NULL && before->id != ((const MerRecord *) record)->id)
    tell_refused (self);
  self->showing = TRUE;
  self->record = mer_record_copy (record);
  if (names || self->fields->len == 0)
    make_rows (self);
  for (guint i = 0; i < self->fields->len; i++)
    {
      MerRecordField *field = self->fields->pdata[i];

      /* what is being typed elsewhere in the form stays */
      if (!fresh && is_same (before, record, mer_record_field_get_field (field)))
        continue;
      mer_record_field_show (field, self->record);
      mer_record_field_set_problem (field, NULL);
    }
  g_clear_pointer (&before, mer_record_free);
  self->showing = FALSE;
}

GtkWidget *
mer_record_editor_get_row (MerRecordEditor *self,
                           const char      *key)
{
  g_return_val_if_fail (MER_IS_RECORD_EDITOR (self), NULL);
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (mer_record_field_get_field (self->fields->pdata[i])->key, key))
      return mer_record_field_get_row (self->fields->pdata[i]);
  return NULL;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_record_editor_dispose (GObject *object)
{
  MerRecordEditor *self = MER_RECORD_EDITOR (object);

  /* rows lose the keyboard while they go: nothing is to be saved then */
  self->showing = TRUE;
  g_ptr_array_set_size (self->fields, 0);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_record_editor_parent_class)->dispose (object);
}

static void
mer_record_editor_finalize (GObject *object)
{
  MerRecordEditor *self = MER_RECORD_EDITOR (object);

  g_clear_pointer (&self->record, mer_record_free);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (mer_record_editor_parent_class)->finalize (object);
}

static void
mer_record_editor_class_init (MerRecordEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_record_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_record_editor_finalize;
}

static void
mer_record_editor_init (MerRecordEditor *self)
{
  self->fields = g_ptr_array_new ();
}

GtkWidget *
mer_record_editor_new (MerSession          *session,
                       const MerRecordKind *kind,
                       const char *const   *keys,
                       MerRecordSaveFunc    save)
{
  MerRecordEditor *self = g_object_new (MER_TYPE_RECORD_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->keys = keys;
  self->save = save;
  return GTK_WIDGET (self);
}
