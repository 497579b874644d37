/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a ready count, a value of the operator's or an expert's points. A change that
 * moves a row to another organization, question or source takes the old one away in the same
 * action. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-evidence-row.h"
#include "import/mer-import-row.h"
#include "methodology/mer-measure.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-evidence-typed.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-typed-dialog.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"

struct _MerTypedDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkButton         *confirm;
  GtkDropDown       *organization;
  AdwPreferencesRow *key_row;
  GtkDropDown       *key;
  GtkEditable       *asked;
  GtkEditable       *positive;
  GtkEditable       *value;
  GtkEditable       *source;
  GtkMenuButton     *sources;
  GtkLabel          *problem;

  /* owned */
  MerSession  *session;
  MerBatchKind kind; /* COUNTS, VALUES or POINTS */
  gint64       cycle_id;
  GPtrArray   *organizations;    /* of MerOrganization, in the order of the drop-down */
  GPtrArray   *keys;             /* of char*: codes, in the order of the drop-down */
  gint64       old_organization; /* 0: a new row */
  char        *old_key;
  char        *old_source;
};

G_DEFINE_FINAL_TYPE (MerTypedDialog, mer_typed_dialog, ADW_TYPE_WINDOW)

/* Whether it asks for a decimal, and not for two counts. */
static gboolean
is_decimal (MerTypedDialog *self)
{
  return self->kind != MER_BATCH_COUNTS;
}

/* --- checking ----------------------------------------------------------------------------- */

/* FALSE while it is empty or wrong; of what is wrong a sentence is put into *problem. */
static gboolean
read_counts (MerTypedDialog *self,
             gint64         *asked,
             gint64         *positive,
             const char    **problem)
{
  g_autofree char *first = mer_form_text (self->asked);
  g_autofree char *second = mer_form_text (self->positive);
  gboolean         has_asked = mer_row_parse_whole (first, MER_READY_COUNT_MAX, asked);
  gboolean         has_positive = mer_row_parse_whole (second, MER_READY_COUNT_MAX, positive);

  if ((*first != '\0' && !has_asked) || (*second != '\0' && !has_positive))
    *problem = _("Write how many people as a whole number, as 40.");
  else if (has_asked && has_positive && *positive > *asked)
    *problem = _("More answered positively than were asked.");
  return has_asked && has_positive && *problem == NULL;
}

static gboolean
read_value (MerTypedDialog *self,
            char          **value,
            const char    **problem)
{
  g_autofree char *text = mer_form_text (self->value);

  *value = *text != '\0' ? mer_evidence_parse_decimal (text) : NULL;
  if (*text != '\0' && *value == NULL)
    *problem = _("This is no decimal number. Write it as 92.06.");
  return *value != NULL;
}

static void
update (MerTypedDialog *self)
{
  g_autofree char *source = mer_form_text (self->source);
  g_autofree char *value = NULL;
  const char      *problem = NULL;
  gint64           asked = 0, positive = 0;
  gboolean         complete = is_decimal (self)
                                ? read_value (self, &value, &problem)
                                : read_counts (self, &asked, &positive, &problem);
  gboolean         chosen = mer_form_chosen (self->organization, self->organizations) != NULL &&
                    mer_form_chosen (self->key, self->keys) != NULL;

  mer_form_show_problem (self->problem, problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm",
                                 complete && *source != '\0' && chosen);
}

/* --- saving ------------------------------------------------------------------------------- */

static gboolean
remove_old (MerTypedDialog *self,
            MerDocument    *document,
            GError        **error)
{
  if (self->old_organization == 0)
    return TRUE;
  if (self->kind == MER_BATCH_POINTS)
    return mer_store_remove_typed_point (document, self->cycle_id, self->old_organization,
                                         self->old_key, self->old_source, error);
  return is_decimal (self)
           ? mer_store_remove_typed_value (document, self->cycle_id, self->old_organization,
                                           self->old_key, self->old_source, error)
           : mer_store_remove_typed_count (document, self->cycle_id, self->old_organization,
                                           self->old_key, self->old_source, error);
}

static gboolean
save_count (MerTypedDialog *self,
            MerDocument    *document,
            const char     *source,
            GError        **error)
{
  const MerOrganization *organization = mer_form_chosen (self->organization, self->organizations);
  const char            *problem = NULL;
  MerTypedCount          count = { .source = source };

  count.organization_id = organization != NULL ? organization->id : 0;
  count.question = mer_form_chosen (self->key, self->keys);
  read_counts (self, &count.asked, &count.positive, &problem);
  return mer_store_set_typed_count (document, self->cycle_id, &count, error);
}

static gboolean
save_value (MerTypedDialog *self,
            MerDocument    *document,
            const char     *source,
            GError        **error)
{
  const MerOrganization *organization = mer_form_chosen (self->organization, self->organizations);
  const char            *problem = NULL;
  g_autofree char       *text = NULL;
  MerTypedValue          value = { .source = source };

  value.organization_id = organization != NULL ? organization->id : 0;
  value.code = mer_form_chosen (self->key, self->keys);
  read_value (self, &text, &problem);
  value.value = text;
  return self->kind == MER_BATCH_POINTS
           ? mer_store_set_typed_point (document, self->cycle_id, &value, error)
           : mer_store_set_typed_value (document, self->cycle_id, &value, error);
}

static gboolean
is_moved (MerTypedDialog *self,
          const char     *source)
{
  const MerOrganization *organization = mer_form_chosen (self->organization, self->organizations);

  return organization == NULL || organization->id != self->old_organization ||
         g_strcmp0 (mer_form_chosen (self->key, self->keys), self->old_key) != 0 ||
         g_strcmp0 (source, self->old_source) != 0;
}

/* The new row first: its batch must not go with the old one and begin again. */
static gboolean
save (MerDocument *document,
      gpointer     user_data,
      GError     **error)
{
  MerTypedDialog  *self = user_data;
  g_autofree char *source = mer_form_text (self->source);
  gboolean         done = is_decimal (self) ? save_value (self, document, source, error)
                                            : save_count (self, document, source, error);

  return done && (!is_moved (self, source) || remove_old (self, document, error));
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerTypedDialog *self = MER_TYPED_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const char      *label = _("Entry of a ready count");
  const char      *done = _("The ready count was entered");

  if (self->kind == MER_BATCH_POINTS)
    {
      label = _("Entry of an expert's points");
      done = _("The expert's points were entered");
    }
  else if (is_decimal (self))
    {
      label = _("Entry of a value of the operator's");
      done = _("The operator's value was entered");
    }
  if (mer_session_try (self->session, label, done, save, self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  sentence = mer_error_describe (error);
  mer_form_show_problem (self->problem, sentence);
}

static void
source_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MerTypedDialog *self = MER_TYPED_DIALOG (widget);

  gtk_editable_set_text (self->source, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->source));
}

/* --- filling ------------------------------------------------------------------------------- */

static void
add_key (MerTypedDialog *self,
         GtkStringList  *names,
         const char     *code,
         const char     *symbol,
         const char     *title)
{
  g_autofree char *name = g_strdup_printf ("%s %s", symbol, title);

  g_ptr_array_add (self->keys, g_strdup (code));
  gtk_string_list_append (names, name);
}

static void
add_codes (MerTypedDialog       *self,
           GtkStringList        *names,
           const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = criterion->indicators->pdata[j];

          add_key (self, names, indicator->code, indicator->code, indicator->short_title);
        }
      for (guint j = 0; j < criterion->calculated->len; j++)
        {
          const MerCalculated *calculated = criterion->calculated->pdata[j];

          add_key (self, names, calculated->code, calculated->code, calculated->short_title);
        }
    }
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      add_key (self, names, criterion->code, criterion->symbol, criterion->short_title);
    }
  add_key (self, names, "S", "S", _("Score"));
}

/* Indicators whose points an expert gives, and how many they take. */
static void
add_typed_indicators (MerTypedDialog       *self,
                      GtkStringList        *names,
                      const MerMethodology *methodology)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (methodology);

  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = indicators->pdata[i];

      if (mer_indicator_is_typed (indicator))
        add_key (self, names, indicator->code, indicator->code, indicator->short_title);
    }
}

static void
fill_keys (MerTypedDialog       *self,
           const MerMethodology *methodology)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *title = is_decimal (self) ? _("Indicator") : _("Question");
  guint       place = 0;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, _("Choose…"));
  if (self->kind == MER_BATCH_VALUES)
    add_codes (self, names, methodology);
  else if (self->kind == MER_BATCH_POINTS)
    add_typed_indicators (self, names, methodology);
  for (guint i = 0; !is_decimal (self) && i < methodology->questions->len; i++)
    {
      const MerQuestion *question = methodology->questions->pdata[i];

      add_key (self, names, question->code, question->code, question->short_text);
    }
  adw_preferences_row_set_title (self->key_row,
                                 is_decimal (self) ? _("_Indicator") : _("_Question"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->key), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_drop_down_set_model (self->key, G_LIST_MODEL (names));
  if (self->old_key != NULL &&
      g_ptr_array_find_with_equal_func (self->keys, self->old_key, g_str_equal, &place))
    gtk_drop_down_set_selected (self->key, place + 1);
}

static void
fill_sources (MerTypedDialog  *self,
              const GPtrArray *batches)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;

  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (batch->source, NULL);

      if (batch->kind != self->kind || batch->source == NULL ||
          !g_hash_table_add (seen, batch->source))
        continue;
      g_menu_item_set_action_and_target (item, "form.source", "s", batch->source);
      g_menu_append_item (menu, item);
      if (batch->file_name == NULL)
        last = batch->source;
    }
  gtk_menu_button_set_menu_model (self->sources, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->sources), g_hash_table_size (seen) > 0);
  if (self->old_source != NULL || last != NULL)
    gtk_editable_set_text (self->source, self->old_source != NULL ? self->old_source : last);
}

static void
mer_typed_dialog_dispose (GObject *object)
{
  MerTypedDialog *self = MER_TYPED_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->old_key, g_free);
  g_clear_pointer (&self->old_source, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_TYPED_DIALOG);
  G_OBJECT_CLASS (mer_typed_dialog_parent_class)->dispose (object);
}

static void
mer_typed_dialog_class_init (MerTypedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_typed_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-typed-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, organization);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, key);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, asked);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, positive);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, value);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, source);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, sources);
  gtk_widget_class_bind_template_child (widget_class, MerTypedDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, update);
  mer_form_class_install (widget_class, confirm_cb);
  gtk_widget_class_install_action (widget_class, "form.source", "s", source_cb);
}

static void
mer_typed_dialog_init (MerTypedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- showing ------------------------------------------------------------------------------- */

static const char *
title_of (MerBatchKind kind)
{
  if (kind == MER_BATCH_POINTS)
    return _("Expert's points");
  return kind == MER_BATCH_VALUES ? _("Operator's value") : _("Ready count");
}

/* Takes what the form starts from; a row of a file is none that the form could move. */
static MerTypedDialog *
make (GtkWindow   *parent,
      MerSession  *session,
      MerBatchKind kind,
      gint64       organization_id,
      const char  *key,
      gint64       batch_id)
{
  MerTypedDialog   *self = g_object_new (MER_TYPE_TYPED_DIALOG, "transient-for", parent, NULL);
  const MerResults *results = mer_session_get_results (session);
  const MerBatch   *batch = mer_batch_find (results->batches, batch_id);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->cycle_id = results->cycle->id;
  self->old_organization = organization_id;
  self->old_key = g_strdup (key);
  if (batch != NULL && batch->file_name == NULL)
    self->old_source = g_strdup (batch->source);
  self->organizations = mer_form_fill_organizations (
    self->organization, mer_session_get_document (session), organization_id);
  fill_keys (self, results->methodology);
  fill_sources (self, results->batches);
  if (self->old_source == NULL)
    self->old_organization = 0;
  else
    gtk_button_set_label (self->confirm, _("_Apply"));
  gtk_widget_set_visible (GTK_WIDGET (self->asked), !is_decimal (self));
  gtk_widget_set_visible (GTK_WIDGET (self->positive), !is_decimal (self));
  gtk_widget_set_visible (GTK_WIDGET (self->value), is_decimal (self));
  if (kind == MER_BATCH_POINTS)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value), _("Points, as 8.5"));
  gtk_window_set_title (GTK_WINDOW (self), title_of (kind));
  return self;
}

static void
show (MerTypedDialog *self,
      GtkEditable    *number)
{
  gboolean fresh = gtk_drop_down_get_selected (self->organization) == 0;

  update (self);
  gtk_widget_grab_focus (fresh ? GTK_WIDGET (self->organization) : GTK_WIDGET (number));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * mer_typed_dialog_present_count:
 * @parent: the window that asks
 * @session: what the count is stored in; it has results
 * @count: (nullable): the count to change, which was typed in; %NULL: a new one
 */
void
mer_typed_dialog_present_count (GtkWindow           *parent,
                                MerSession          *session,
                                const MerReadyCount *count)
{
  MerTypedDialog *self = make (parent, session, MER_BATCH_COUNTS,
                               count != NULL ? count->organization_id : 0,
                               count != NULL ? count->question : NULL,
                               count != NULL ? count->batch_id : 0);

  if (count != NULL)
    {
      g_autofree char *asked = g_strdup_printf ("%" G_GINT64_FORMAT, count->asked);
      g_autofree char *positive = g_strdup_printf ("%" G_GINT64_FORMAT, count->positive);

      gtk_editable_set_text (self->asked, asked);
      gtk_editable_set_text (self->positive, positive);
    }
  show (self, self->asked);
}

static void
present_decimal (GtkWindow           *parent,
                 MerSession          *session,
                 MerBatchKind         kind,
                 const MerReadyValue *value)
{
  MerTypedDialog *self = make (parent, session, kind, value != NULL ? value->organization_id : 0,
                               value != NULL ? value->code : NULL,
                               value != NULL ? value->batch_id : 0);

  if (value != NULL && value->value != NULL)
    {
      g_autofree char *text =
        mer_language_of_locale () == MER_LANGUAGE_RU
          ? g_strdelimit (g_strdup (value->value), ".", ',')
          : g_strdup (value->value);

      gtk_editable_set_text (self->value, text);
    }
  show (self, self->value);
}

/**
 * mer_typed_dialog_present_value:
 * @parent: the window that asks
 * @session: what the value is stored in; it has results
 * @value: (nullable): what the form starts from; %NULL: nothing
 */
void
mer_typed_dialog_present_value (GtkWindow           *parent,
                                MerSession          *session,
                                const MerReadyValue *value)
{
  present_decimal (parent, session, MER_BATCH_VALUES, value);
}

/**
 * mer_typed_dialog_present_points:
 * @parent: the window that asks
 * @session: what the points are stored in; it has results
 * @value: (nullable): what the form starts from; %NULL: nothing
 */
void
mer_typed_dialog_present_points (GtkWindow           *parent,
                                 MerSession          *session,
                                 const MerReadyValue *value)
{
  present_decimal (parent, session, MER_BATCH_POINTS, value);
}
