/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of a file. Everything about the file is recognized as soon as it is chosen;
 * the rows below the drop zone say what was found and let it be corrected. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/import/mer-import-file-page.h"

struct _MerImportFilePage
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget    *drop_zone;
  GtkWidget    *choose;
  GtkWidget    *group;
  AdwActionRow *file_row;
  GtkSpinner   *spinner;
  AdwComboRow  *kind;
  AdwComboRow  *encoding;
  AdwComboRow  *separator;
  GtkLabel     *problem;

  MerImportState       *state;    /* owned, nullable */
  GtkFileChooserNative *chooser;  /* owned, nullable: while it is open */
  gboolean              updating; /* rows follow the state, not the user */
};

G_DEFINE_FINAL_TYPE (MerImportFilePage, mer_import_file_page, ADW_TYPE_BIN)

/* Row 0 of the kinds: nothing is chosen yet. */
#define KIND_UNKNOWN 0

static const char *const encodings[] = { "UTF-8", "WINDOWS-1251", "IBM866", "KOI8-R", "UTF-16" };
static const char        separators[] = { ';', ',', '\t' };

/* --- choosing -------------------------------------------------------------- */

static void
take_file (MerImportFilePage *self,
           GFile             *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    mer_import_state_set_file (self->state, path);
}

static void
chosen_cb (MerImportFilePage *self,
           int                response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    take_file (self, file);
  g_clear_object (&self->chooser);
}

static void
add_filter (MerImportFilePage *self,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffixes == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  for (; suffixes != NULL && *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

/**
 * mer_import_file_page_choose:
 * @self: a page
 *
 * Opens the file chooser.
 */
void
mer_import_file_page_choose (MerImportFilePage *self)
{
  static const char *const tables[] = { "csv", "tsv", "txt", "xlsx", "xls", NULL };
  GtkRoot                 *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow               *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  if (self->chooser != NULL)
    return;
  self->chooser =
    gtk_file_chooser_native_new (_("Choose a table"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                    _("_Open"), _("_Cancel"));
  add_filter (self, _("Tables (CSV, XLSX, XLS)"), tables);
  add_filter (self, _("All files"), NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
drop_cb (MerImportFilePage *self,
         const GValue      *value)
{
  take_file (self, g_value_get_object (value));
  return TRUE;
}

/* --- rows ------------------------------------------------------------------ */

static void
kind_selected_cb (MerImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  if (!self->updating && selected != KIND_UNKNOWN && selected != GTK_INVALID_LIST_POSITION)
    mer_import_state_set_kind (self->state, (MerBatchKind) (selected - 1));
}

static void
encoding_selected_cb (MerImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding);

  if (!self->updating && selected < G_N_ELEMENTS (encodings))
    mer_import_state_set_encoding (self->state, encodings[selected]);
}

static void
separator_selected_cb (MerImportFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->separator);

  if (!self->updating && selected < G_N_ELEMENTS (separators))
    mer_import_state_set_separator (self->state, separators[selected]);
}

static void
show_file (MerImportFilePage *self)
{
  const char      *path = mer_import_state_get_file (self->state);
  g_autofree char *name = mer_import_state_get_file_name (self->state);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, NULL);
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  g_autofree char        *size =
    info != NULL ? g_format_size ((guint64) g_file_info_get_size (info)) : g_strdup ("");
  g_autofree char *text = g_strjoin (", ", size, preview != NULL ? preview->info.format : NULL,
                                     NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), escaped);
  adw_action_row_set_subtitle (self->file_row, text);
}

static void
show_kind (MerImportFilePage *self)
{
  MerBatchKind kind = MER_BATCH_SURVEY;
  gboolean     known = mer_import_state_get_kind (self->state, &kind);
  gboolean     ask = !known && !mer_import_state_is_reading (self->state);

  adw_combo_row_set_selected (self->kind, known ? (guint) kind + 1 : KIND_UNKNOWN);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind),
                               ask ? _("It was not recognized: choose") : "");
}

static void
select_text (AdwComboRow       *row,
             const char *const *texts,
             guint              n,
             const char        *text)
{
  guint i;

  for (i = 0; i < n; i++)
    if (g_ascii_strcasecmp (texts[i], text) == 0)
      adw_combo_row_set_selected (row, i);
}

/* Encoding and separator belong to CSV only. */
static void
show_format (MerImportFilePage *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  gboolean                csv = preview != NULL && preview->info.separator != '\0';
  const char             *separator =
    csv ? memchr (separators, preview->info.separator, sizeof separators) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->encoding), csv);
  gtk_widget_set_visible (GTK_WIDGET (self->separator), csv);
  if (csv && preview->info.encoding != NULL)
    select_text (self->encoding, encodings, G_N_ELEMENTS (encodings), preview->info.encoding);
  if (separator != NULL)
    adw_combo_row_set_selected (self->separator, (guint) (separator - separators));
}

static void
state_changed_cb (MerImportFilePage *self)
{
  const GError *error = mer_import_state_get_error (self->state);
  gboolean      chosen = mer_import_state_get_file (self->state) != NULL;

  gtk_widget_set_visible (self->group, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  if (!chosen)
    return;
  self->updating = TRUE;
  gtk_spinner_set_spinning (self->spinner, mer_import_state_is_reading (self->state));
  show_file (self);
  show_kind (self);
  show_format (self);
  self->updating = FALSE;
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_file_page_dispose (GObject *object)
{
  MerImportFilePage *self = MER_IMPORT_FILE_PAGE (object);

  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_FILE_PAGE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (mer_import_file_page_parent_class)->dispose (object);
}

static void
mer_import_file_page_class_init (MerImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_file_page_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, choose);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, group);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, kind);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, encoding);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, separator);
  gtk_widget_class_bind_template_child (widget_class, MerImportFilePage, problem);
  gtk_widget_class_bind_template_callback (widget_class, mer_import_file_page_choose);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, separator_selected_cb);
}

static void
set_texts (AdwComboRow       *row,
           const char *const *texts,
           guint              n)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint i;

  for (i = 0; i < n; i++)
    gtk_string_list_append (list, texts[i]);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
mer_import_file_page_init (MerImportFilePage *self)
{
  const char    *kinds[] = { _("Choose…"), mer_import_kind_title (MER_BATCH_ORGANIZATIONS),
                                mer_import_kind_title (MER_BATCH_CHECKLIST),
                                mer_import_kind_title (MER_BATCH_SURVEY),
                                mer_import_kind_title (MER_BATCH_COUNTS),
                                mer_import_kind_title (MER_BATCH_VALUES),
                                mer_import_kind_title (MER_BATCH_FACTS),
                                mer_import_kind_title (MER_BATCH_RECIPIENTS) };
  const char    *marks[] = { _("Semicolon"), _("Comma"), _("Tab") };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_texts (self->kind, kinds, G_N_ELEMENTS (kinds));
  set_texts (self->encoding, encodings, G_N_ELEMENTS (encodings));
  set_texts (self->separator, marks, G_N_ELEMENTS (marks));
  self->updating = FALSE;
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * mer_import_file_page_set_state:
 * @self: a page without a state
 * @state: what it shows and changes; kept
 */
void
mer_import_file_page_set_state (MerImportFilePage *self,
                                MerImportState    *state)
{
  g_return_if_fail (MER_IS_IMPORT_FILE_PAGE (self) && self->state == NULL);
  self->state = g_object_ref (state);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  state_changed_cb (self);
}
