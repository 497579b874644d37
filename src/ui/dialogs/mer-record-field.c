/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of forms by the type of their field: how a value comes in and out. What a row has goes into
 * the record by the same words that tables are read by, so that a form and a pasted table take the
 * same. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "core/mer-language.h"
#include "core/mer-period.h"
#include "cycle/mer-record-kinds.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-field-private.h"
#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-chooser-row.h"
#include "ui/widgets/mer-note-row.h"
#include "ui/widgets/mer-own-undo.h"

#define NOTE_HEIGHT 72 /* of a text of several lines, at the usual size of text */
#define NOTE_MOST 160

/* --- the line below -------------------------------------------------------------------------- */

static void
show_note (MerRecordField *self,
           const char     *text,
           gboolean        problem)
{
  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (self->note_row, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (self->row, "mer-noted");
  else
    gtk_widget_remove_css_class (self->row, "mer-noted");
  gtk_widget_remove_css_class (GTK_WIDGET (self->note), problem ? "mer-secondary" : "mer-warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), problem ? "mer-warning" : "mer-secondary");
}

void
mer_record_field_set_problem (MerRecordField *self,
                              const char     *problem)
{
  self->refused = problem != NULL;
  show_note (self, problem, problem != NULL);
}

const char *
mer_record_field_get_problem (MerRecordField *self)
{
  return self->refused ? gtk_label_get_label (self->note) : NULL;
}

static void
make_note (MerRecordField *self)
{
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_wrap_mode (self->note, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "small");
  gtk_widget_set_margin_start (GTK_WIDGET (self->note), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->note), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->note), 8);
  self->note_row = mer_note_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->note_row), GTK_WIDGET (self->note));
  gtk_widget_hide (self->note_row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->note, NULL, -1);
}

/* --- what the row has ------------------------------------------------------------------------ */

static char *
lines_text (MerRecordField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

char *
mer_record_field_typed (MerRecordField *self)
{
  return self->input_kind == INPUT_LINES ? lines_text (self)
                                         : mer_form_text (GTK_EDITABLE (self->row));
}

static gint64
chosen_number (MerRecordField *self)
{
  if (self->input_kind == INPUT_COMBO)
    {
      guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

      return MIN (chosen, self->field->n_choices - 1);
    }
  if (self->input_kind == INPUT_SWITCH)
    return gtk_switch_get_active (GTK_SWITCH (self->input));
  return mer_chooser_row_get_selected (MER_CHOOSER_ROW (self->row));
}

static gboolean
read_value (MerRecordField *self,
            gpointer        record,
            GError        **error)
{
  g_autofree char *text = NULL;
  gint64           number = 0;

  if (self->input_kind <= INPUT_LINES)
    {
      text = mer_record_field_typed (self);
      return mer_record_from_string (record, self->field, text, error);
    }
  number = chosen_number (self);
  if (self->input_kind != INPUT_CODES)
    mer_record_set_number (record, self->field, number);
  else
    mer_record_take_text (record, self->field,
                          number > 0 && number <= self->codes->len
                            ? g_strdup (self->codes->pdata[number - 1])
                            : NULL);
  return TRUE;
}

gboolean
mer_record_field_read (MerRecordField *self,
                       gpointer        record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  if (!read_value (self, record, &error))
    problem = g_strdup (error->message);
  else if ((self->field->flags & MER_FIELD_REQUIRED) && mer_record_is_blank (record, self->field))
    problem = g_strdup_printf (_("“%s” is not filled in."), _(self->field->title));
  else
    return TRUE;
  mer_record_field_set_problem (self, problem);
  return FALSE;
}

/* --- while it is typed ----------------------------------------------------------------------- */

gboolean
mer_record_field_is_web_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

/* How a deadline was understood; what is none is said to be so, and kept as it is. */
static void
show_period (MerRecordField *self)
{
  g_autofree char *phrase = mer_record_field_typed (self);
  MerLanguage      language = mer_language_of_locale ();
  g_autoptr (MerPeriod) period = mer_period_parse (phrase, self->year);
  g_autofree char *understood = mer_period_understood (period, language);
  g_autofree char *problem = mer_period_describe_problem (period, phrase, language);
  g_autofree char *words = NULL;

  if (*phrase == '\0')
    show_note (self, NULL, FALSE);
  else if (problem != NULL)
    show_note (self, problem, TRUE);
  else
    {
      /* Translators: how a deadline was understood: «understood as 01.08–30.09.2025». */
      words = g_strdup_printf (_("understood as %s"), understood);
      show_note (self, words, FALSE);
    }
}

void
mer_record_field_changed (MerRecordField *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  self->refused = FALSE;
  if (!read_value (self, self->scratch, &error))
    show_note (self, error->message, TRUE);
  else if (self->field->type == MER_FIELD_PERIOD)
    show_period (self);
  else
    show_note (self, NULL, FALSE);
  if (self->open != NULL)
    {
      g_autofree char *text = mer_record_field_typed (self);

      gtk_widget_set_sensitive (self->open, mer_record_field_is_web_address (text));
    }
}

/* --- several lines --------------------------------------------------------------------------- */

static void
make_lines (MerRecordField *self)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget  *title = gtk_label_new (NULL);
  GtkWidget  *scrolled = gtk_scrolled_window_new ();
  const char *words = _(self->field->title);

  self->input = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  if (self->field->type == MER_FIELD_LIST)
    gtk_widget_set_tooltip_text (self->input, _("One a line"));
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (mer_record_field_changed), self);
  gtk_label_set_label (GTK_LABEL (title), words);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "small");
  gtk_widget_add_css_class (title, "mer-secondary");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->input);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), NOTE_MOST);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), NOTE_HEIGHT);
  gtk_widget_add_css_class (box, "mer-lines");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scrolled);
  self->row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
}

/* --- showing --------------------------------------------------------------------------------- */

/* What is typed next goes on behind it. */
static void
set_entry_text (MerRecordField *self,
                const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  if (gtk_widget_get_state_flags (self->row) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_editable_set_position (GTK_EDITABLE (self->row), -1);
}

static void
show_text (MerRecordField *self,
           gconstpointer   record)
{
  g_autofree char *words = mer_record_to_words (record, self->field);

  g_autofree char *typed = mer_record_field_typed (self);

  /* the keyboard may be there, with its place in the text */
  if (!g_str_equal (typed, words) && self->input_kind == INPUT_LINES)
    gtk_text_buffer_set_text (self->buffer, words, -1);
  else if (!g_str_equal (typed, words))
    set_entry_text (self, words);
  mer_own_undo_forget (self->input_kind == INPUT_LINES ? self->input : self->row);
  if (self->open != NULL)
    gtk_widget_set_sensitive (self->open, mer_record_field_is_web_address (words));
}

void
mer_record_field_show (MerRecordField *self,
                       gconstpointer   record)
{
  const MerField *field = self->field;

  self->filling = TRUE;
  if (self->input_kind <= INPUT_LINES)
    show_text (self, record);
  else if (self->input_kind == INPUT_COMBO)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row),
                                (guint) mer_record_number (record, field));
  else if (self->input_kind == INPUT_SWITCH)
    gtk_switch_set_active (GTK_SWITCH (self->input), mer_record_number (record, field) != 0);
  else if (self->input_kind == INPUT_CODES)
    mer_chooser_row_set_selected (
      MER_CHOOSER_ROW (self->row),
      mer_record_field_find_code (self, mer_record_text (record, field)));
  else
    mer_chooser_row_set_selected (MER_CHOOSER_ROW (self->row), mer_record_number (record, field));
  self->filling = FALSE;
  mer_record_field_changed (self);
}

/* --- the field ------------------------------------------------------------------------------- */

static Input
input_of (const MerField       *field,
          const MerMethodology *methodology)
{
  switch (field->type)
    {
    case MER_FIELD_NOTE:
    case MER_FIELD_LIST:
      return INPUT_LINES;
    case MER_FIELD_CHOICE:
      return INPUT_COMBO;
    case MER_FIELD_FLAG:
      return INPUT_SWITCH;
    case MER_FIELD_REFERENCE:
    case MER_FIELD_ORGANIZATION:
      return INPUT_CHOOSER;
    case MER_FIELD_CODE:
      return methodology != NULL ? INPUT_CODES : INPUT_ENTRY;
    case MER_FIELD_TEXT:
    case MER_FIELD_DAY:
    case MER_FIELD_PERIOD:
    case MER_FIELD_LINK:
    case MER_FIELD_DECIMAL:
    case MER_FIELD_NUMBER:
    default:
      return INPUT_ENTRY;
    }
}

static void
make_row (MerRecordField              *self,
          const MerRecordFieldContext *context)
{
  switch (self->input_kind)
    {
    case INPUT_LINES:
      make_lines (self);
      break;
    case INPUT_COMBO:
      mer_record_field_make_combo (self);
      break;
    case INPUT_SWITCH:
      mer_record_field_make_switch (self);
      break;
    case INPUT_CHOOSER:
      mer_record_field_make_chooser (self, context);
      break;
    case INPUT_CODES:
      mer_record_field_make_codes (self, context->methodology);
      break;
    case INPUT_ENTRY:
    default:
      mer_record_field_make_entry (self);
    }
}

static void
field_free (gpointer data)
{
  MerRecordField *self = data;

  g_clear_pointer (&self->codes, g_ptr_array_unref);
  mer_record_free (self->scratch);
  g_free (self);
}

MerRecordField *
mer_record_field_new (const MerRecordKind         *kind,
                      const MerField              *field,
                      const MerRecordFieldContext *context)
{
  MerRecordField *self = g_new0 (MerRecordField, 1);

  self->kind = kind;
  self->field = field;
  self->year = context->year;
  self->input_kind = input_of (field, context->methodology);
  self->scratch = mer_record_new (kind, 0);
  make_row (self, context);
  make_note (self);
  g_object_set_data_full (G_OBJECT (self->row), "mer-field", self, field_free);
  return self;
}

void
mer_record_field_add_to (MerRecordField      *self,
                         AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, self->note_row);
}

const MerField *
mer_record_field_get_field (const MerRecordField *self)
{
  return self->field;
}

GtkWidget *
mer_record_field_get_row (const MerRecordField *self)
{
  return self->row;
}

void
mer_record_field_grab_focus (MerRecordField *self)
{
  gtk_widget_grab_focus (self->input != NULL ? self->input : self->row);
}
