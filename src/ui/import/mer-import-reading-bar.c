/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a table is read. The encodings are those of Russian offices; any other that iconv knows is
 * typed in. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-text-encoding.h"
#include "ui/import/mer-import-reading-bar.h"

struct _MerImportReadingBar
{
  GtkBox parent_instance;

  /* template children */
  GtkWidget     *sheet_box;
  GtkDropDown   *sheet;
  GtkSpinButton *header_row;
  GtkWidget     *text_box;
  GtkDropDown   *encoding;
  GtkEntry      *other;
  GtkLabel      *certainty;
  GtkDropDown   *separator;

  MerImportState         *state;   /* owned, nullable */
  const MerImportPreview *preview; /* borrowed, only compared */
  gboolean                updating;
};

G_DEFINE_FINAL_TYPE (MerImportReadingBar, mer_import_reading_bar, GTK_TYPE_BOX)

static const char *const encodings[] = { "UTF-8", "WINDOWS-1251", "CP866", "KOI8-R",
                                         "MAC-CYRILLIC", "ISO-8859-5", "UTF-16LE", "UTF-16BE" };
static const char        separators[] = { ';', ',', '\t', '|' };

#define OTHER G_N_ELEMENTS (encodings)

/* --- showing -------------------------------------------------------------------------- */

static void
show_sheets (MerImportReadingBar *self,
             const MerTableInfo  *info)
{
  g_autoptr (GtkStringList) names = NULL;

  gtk_widget_set_visible (self->sheet_box, info->sheets != NULL);
  if (info->sheets == NULL)
    return;
  names = gtk_string_list_new ((const char *const *) info->sheets);
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (names));
  for (guint i = 0; info->sheets[i] != NULL; i++)
    if (g_strcmp0 (info->sheets[i], info->sheet) == 0)
      gtk_drop_down_set_selected (self->sheet, i);
}

static void
show_encoding (MerImportReadingBar *self,
               const MerTableInfo  *info)
{
  guint selected = OTHER;

  for (guint i = 0; i < OTHER && info->encoding != NULL; i++)
    if (g_ascii_strcasecmp (encodings[i], info->encoding) == 0)
      selected = i;
  gtk_drop_down_set_selected (self->encoding, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->other), selected == OTHER);
  if (selected == OTHER && info->encoding != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->other), info->encoding);
  gtk_label_set_text (self->certainty,
                      mer_import_state_has_own_encoding (self->state)
                      ? C_("encoding", "chosen")
                            : info->encoding_certain
                            ? C_("encoding", "certain")
                                  : C_("encoding", "seems to be: look at the letters below"));
}

static void
show_info (MerImportReadingBar *self)
{
  const MerTableInfo *info = &self->preview->info;
  const char         *separator = NULL;

  show_sheets (self, info);
  gtk_spin_button_set_value (self->header_row, self->preview->header_row);
  gtk_widget_set_visible (self->text_box, info->encoding != NULL);
  if (info->encoding == NULL)
    return;
  show_encoding (self, info);
  if (info->separator != '\0')
    separator = memchr (separators, info->separator, sizeof separators);
  gtk_drop_down_set_selected (self->separator, separator != NULL
                                                 ? (guint) (separator - separators)
                                                 : GTK_INVALID_LIST_POSITION);
}

/* A file that cannot be read in the chosen encoding leaves the choice where it is. */
static void
state_changed_cb (MerImportReadingBar *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);

  if (preview == self->preview || preview == NULL)
    return;
  self->preview = preview;
  self->updating = TRUE;
  show_info (self);
  self->updating = FALSE;
}

/* --- choosing ------------------------------------------------------------------------- */

static void
sheet_selected_cb (MerImportReadingBar *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->sheet);

  if (!self->updating && self->state != NULL && item != NULL)
    mer_import_state_set_sheet (self->state, gtk_string_object_get_string (item));
}

static void
header_row_changed_cb (MerImportReadingBar *self)
{
  if (!self->updating && self->state != NULL)
    mer_import_state_set_header_row (self->state,
                                     (guint) gtk_spin_button_get_value_as_int (self->header_row));
}

static void
encoding_selected_cb (MerImportReadingBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->encoding);

  if (self->updating || self->state == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->other), selected == OTHER);
  if (selected < OTHER)
    mer_import_state_set_encoding (self->state, encodings[selected]);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->other));
}

static void
other_activated_cb (MerImportReadingBar *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self->other));
  g_autofree char *name = mer_text_encoding_canonical (typed);

  if (self->state != NULL && *typed != '\0')
    mer_import_state_set_encoding (self->state, name != NULL ? name : typed);
}

static void
separator_selected_cb (MerImportReadingBar *self)
{
  guint selected = gtk_drop_down_get_selected (self->separator);

  if (!self->updating && self->state != NULL && selected < G_N_ELEMENTS (separators))
    mer_import_state_set_separator (self->state, separators[selected]);
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_reading_bar_dispose (GObject *object)
{
  mer_import_reading_bar_set_state (MER_IMPORT_READING_BAR (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_READING_BAR);
  G_OBJECT_CLASS (mer_import_reading_bar_parent_class)->dispose (object);
}

static void
mer_import_reading_bar_class_init (MerImportReadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_reading_bar_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-reading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, sheet_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, sheet);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, header_row);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, text_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, encoding);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, other);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, certainty);
  gtk_widget_class_bind_template_child (widget_class, MerImportReadingBar, separator);
  gtk_widget_class_bind_template_callback (widget_class, sheet_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_row_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, separator_selected_cb);
}

static void
set_lines (GtkDropDown       *menu,
           const char *const *texts,
           guint              n,
           const char        *last)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (lines, texts[i]);
  if (last != NULL)
    gtk_string_list_append (lines, last);
  gtk_drop_down_set_model (menu, G_LIST_MODEL (lines));
}

static void
mer_import_reading_bar_init (MerImportReadingBar *self)
{
  const char *marks[] = { _("Semicolon"), _("Comma"), _("Tab"), _("Vertical bar") };

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_lines (self->encoding, encodings, G_N_ELEMENTS (encodings), C_("encoding", "Another…"));
  set_lines (self->separator, marks, G_N_ELEMENTS (marks), NULL);
  self->updating = FALSE;
}

void
mer_import_reading_bar_set_state (MerImportReadingBar *self,
                                  MerImportState      *state)
{
  g_return_if_fail (MER_IS_IMPORT_READING_BAR (self));
  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_set_object (&self->state, state);
  self->preview = NULL;
  if (state == NULL)
    return;
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  state_changed_cb (self);
}
