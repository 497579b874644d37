/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One file of the list. What is wrong with it stands in the row itself. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/import/mer-import-file-row.h"

struct _MerImportFileRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkLabel    *name;
  GtkLabel    *about;
  GtkSpinner  *spinner;
  GtkDropDown *kind;
  GtkWidget   *note_box;
  GtkLabel    *note;
  GtkWidget   *again;

  MerImportState *state; /* owned */
  char           *size;  /* owned: in words */
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (MerImportFileRow, mer_import_file_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Line 0 of the kinds: nothing is chosen yet. */
#define KIND_UNKNOWN 0

/* «XLSX, 1,2 МБ, 2 461 строка» */
static char *
about_text (MerImportFileRow *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  const MerImportScan    *scan = mer_import_state_get_scan (self->state);
  g_autofree char        *count = NULL;
  g_autofree char        *rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (preview != NULL)
    g_string_append_printf (text, "%s, ", preview->info.format);
  g_string_append (text, self->size);
  if (scan != NULL)
    {
      count = mer_format_count (mer_language_of_locale (), (gint64) scan->n_rows);
      rows = g_strdup_printf (ngettext ("%s row", "%s rows", scan->n_rows), count);
      g_string_append_printf (text, ", %s", rows);
    }
  return g_strdup (text->str);
}

/* What is wrong with the file, or to be known about it: (transfer full) (nullable). */
static char *
note_text (MerImportFileRow *self)
{
  const GError    *error = mer_import_state_get_error (self->state);
  const MerBatch  *earlier = mer_import_state_get_earlier (self->state);
  MerBatchKind     kind = MER_BATCH_SURVEY;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (error != NULL)
    return g_strdup (error->message);
  if (!mer_import_state_get_kind (self->state, &kind) &&
      !mer_import_state_is_reading (self->state))
    return g_strdup (_("Say what the file holds: it was not recognized."));
  if (earlier == NULL)
    return NULL;
  time = g_date_time_new_from_unix_local (earlier->imported_at);
  day = g_date_time_format (time, "%d.%m.%Y");
  return g_strdup_printf (mer_import_state_get_keep_duplicates (self->state)
                          ? _("This very file was imported on %s; it will be imported again.")
                          : _("This very file was imported on %s."),
                               day);
}

static void
update (MerImportFileRow *self)
{
  g_autofree char *about = about_text (self);
  g_autofree char *note = note_text (self);
  MerBatchKind     kind = MER_BATCH_SURVEY;
  gboolean         known = mer_import_state_get_kind (self->state, &kind);

  self->updating = TRUE;
  gtk_label_set_text (self->about, about);
  gtk_spinner_set_spinning (self->spinner, mer_import_state_is_reading (self->state));
  gtk_drop_down_set_selected (self->kind, known ? (guint) kind + 1 : KIND_UNKNOWN);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_box, note != NULL);
  gtk_widget_set_visible (self->again, mer_import_state_get_error (self->state) == NULL &&
                                         mer_import_state_get_earlier (self->state) != NULL &&
                                         !mer_import_state_get_keep_duplicates (self->state));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !mer_import_state_is_imported (self->state));
  self->updating = FALSE;
}

/* --- callbacks ------------------------------------------------------------------------ */

static void
kind_selected_cb (MerImportFileRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (!self->updating && selected != KIND_UNKNOWN && selected != GTK_INVALID_LIST_POSITION)
    mer_import_state_set_kind (self->state, (MerBatchKind) (selected - 1));
}

static void
remove_cb (MerImportFileRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
again_cb (MerImportFileRow *self)
{
  mer_import_state_set_keep_duplicates (self->state, TRUE);
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_file_row_dispose (GObject *object)
{
  MerImportFileRow *self = MER_IMPORT_FILE_ROW (object);

  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_FILE_ROW);
  g_clear_object (&self->state);
  g_clear_pointer (&self->size, g_free);
  G_OBJECT_CLASS (mer_import_file_row_parent_class)->dispose (object);
}

static void
mer_import_file_row_class_init (MerImportFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_file_row_dispose;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", MER_TYPE_IMPORT_FILE_ROW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, about);
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, kind);
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, note);
  gtk_widget_class_bind_template_child (widget_class, MerImportFileRow, again);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
mer_import_file_row_init (MerImportFileRow *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (lines, _("Choose…"));
  for (guint i = MER_BATCH_ORGANIZATIONS; i <= MER_BATCH_POINTS; i++)
    gtk_string_list_append (lines, mer_import_kind_title ((MerBatchKind) i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (lines));
  self->updating = FALSE;
}

GtkWidget *
mer_import_file_row_new (MerImportState *state)
{
  MerImportFileRow *self = g_object_new (MER_TYPE_IMPORT_FILE_ROW, NULL);
  g_autofree char  *name = mer_import_state_get_file_name (state);
  g_autoptr (GFile) file = g_file_new_for_path (mer_import_state_get_file (state));
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);

  self->state = g_object_ref (state);
  self->size = info != NULL ? g_format_size ((guint64) g_file_info_get_size (info)) : g_strdup ("");
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), mer_import_state_get_file (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

MerImportState *
mer_import_file_row_get_state (MerImportFileRow *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_FILE_ROW (self), NULL);
  return self->state;
}
