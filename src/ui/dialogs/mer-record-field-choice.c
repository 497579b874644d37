/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of forms in which something is chosen: of a few, of many records, of the methodology's
 * codes. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-record-kinds.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-field-private.h"
#include "ui/widgets/mer-chooser-row.h"

/* The row shows at most so much of a choice beside its title; longer ones stand below it. */
#define CHOICE_CHARS 19

void
mer_record_field_make_combo (MerRecordField *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gboolean is_long = FALSE;

  for (guint i = 0; i < self->field->n_choices; i++)
    {
      const char *title = _(self->field->choices[i].title);

      gtk_string_list_append (words, title);
      is_long = is_long || g_utf8_strlen (title, -1) > CHOICE_CHARS;
    }
  self->row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _(self->field->title));
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->row), is_long);
  mer_form_set_choices (ADW_COMBO_ROW (self->row), G_LIST_MODEL (words));
  g_signal_connect_swapped (self->row, "notify::selected",
                            G_CALLBACK (mer_record_field_changed), self);
}

void
mer_record_field_make_switch (MerRecordField *self)
{
  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(self->field->title), NULL);
  self->input = gtk_switch_new ();
  gtk_widget_set_valign (self->input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), self->input);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(self->field->title), -1);
}

static void
make_chooser_row (MerRecordField *self)
{
  self->row = mer_chooser_row_new (_(self->field->title));
  mer_chooser_row_clear (MER_CHOOSER_ROW (self->row),
                         self->field->flags & MER_FIELD_REQUIRED ? NULL : C_("choice", "none"));
  g_signal_connect_swapped (self->row, "notify::selected",
                            G_CALLBACK (mer_record_field_changed), self);
}

void
mer_record_field_make_chooser (MerRecordField              *self,
                               const MerRecordFieldContext *context)
{
  const MerRecordKind *target =
    self->field->type == MER_FIELD_REFERENCE ? mer_record_kind_find (self->field->target) : NULL;
  g_autoptr (GError) error = NULL;
  GArray *choices = mer_record_names_choices (context->names, target, &error);

  make_chooser_row (self);
  if (choices == NULL)
    g_warning ("choices of %s: %s", self->field->key, error->message);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const MerRecordChoice *choice = &g_array_index (choices, MerRecordChoice, i);

      if (context->offers == NULL ||
          context->offers (self->field, choice->id, context->user_data))
        mer_chooser_row_append (MER_CHOOSER_ROW (self->row), choice->id, choice->name);
    }
}

static void
append_code (MerRecordField *self,
             const char     *code,
             const char     *shown,
             const char     *title)
{
  /* Translators: code and title of a criterion or an indicator */
  g_autofree char *line = g_strdup_printf (C_("criterion", "%s %s"), shown, title);

  g_ptr_array_add (self->codes, g_strdup (code));
  mer_chooser_row_append (MER_CHOOSER_ROW (self->row), self->codes->len, line);
}

void
mer_record_field_make_codes (MerRecordField       *self,
                             const MerMethodology *methodology)
{
  make_chooser_row (self);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (methodology->criteria, i);

      append_code (self, criterion->code, criterion->symbol, criterion->title);
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = g_ptr_array_index (criterion->indicators, j);

          append_code (self, indicator->code, indicator->code, indicator->title);
        }
    }
}

/* A code that the methodology has not (any more) is kept. */
gint64
mer_record_field_find_code (MerRecordField *self,
                            const char     *code)
{
  guint place = 0;

  if (code == NULL)
    return 0;
  if (g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, &place))
    return place + 1;
  g_ptr_array_add (self->codes, g_strdup (code));
  mer_chooser_row_append (MER_CHOOSER_ROW (self->row), self->codes->len, code);
  return self->codes->len;
}
