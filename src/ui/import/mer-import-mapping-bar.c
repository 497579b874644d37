/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drop-down of correspondences. Its first line is «none»; the one that the header was
 * recognized by says so. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-file-name.h"
#include "ui/import/mer-import-mapping-bar.h"

struct _MerImportMappingBar
{
  GtkBox parent_instance;

  /* template children */
  GtkDropDown *names;

  MerImportState         *state;   /* owned, nullable */
  const MerImportPreview *preview; /* borrowed, only compared */
  GPtrArray              *stored;  /* owned, nullable: of utf8, one a line after the first */
  GtkFileChooserNative   *chooser; /* owned, nullable: while it is open */
  gboolean                updating;
};

G_DEFINE_FINAL_TYPE (MerImportMappingBar, mer_import_mapping_bar, GTK_TYPE_BOX)

/* The correspondence in use; NULL: none. */
static const char *
name_in_use (MerImportMappingBar *self)
{
  return self->preview != NULL ? self->preview->mapping : NULL;
}

static void
fill_names (MerImportMappingBar *self)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->stored, g_ptr_array_unref);
  self->stored = mer_import_state_list_mappings (self->state);
  gtk_string_list_append (lines, C_("correspondence", "none"));
  for (guint i = 0; i < self->stored->len; i++)
    {
      const char *name = g_ptr_array_index (self->stored, i);

      gtk_string_list_append (lines, name);
      if (g_strcmp0 (name, name_in_use (self)) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->names, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (self->names, selected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->names), self->stored->len > 0);
}

static void
state_changed_cb (MerImportMappingBar *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);

  if (preview == self->preview)
    return;
  self->preview = preview;
  self->updating = TRUE;
  fill_names (self);
  self->updating = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.export", name_in_use (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mapping.delete", name_in_use (self) != NULL);
}

static void
selected_cb (MerImportMappingBar *self)
{
  guint line = gtk_drop_down_get_selected (self->names);

  if (self->updating || self->state == NULL || line == GTK_INVALID_LIST_POSITION)
    return;
  mer_import_state_set_mapping (
    self->state, line == 0 ? "" : g_ptr_array_index (self->stored, line - 1));
}

/* --- files ---------------------------------------------------------------------------- */

static void
response_cb (MerImportMappingBar *self,
             int                  response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response != GTK_RESPONSE_ACCEPT || path == NULL || self->state == NULL)
    return;
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_OPEN)
    mer_import_state_import_mapping (self->state, path);
  else if (name_in_use (self) != NULL)
    mer_import_state_export_mapping (self->state, name_in_use (self), path);
}

static void
show_chooser (MerImportMappingBar *self,
              const char          *title,
              GtkFileChooserAction action,
              const char          *accept)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (title, parent, action, accept, _("_Cancel"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MerImportMappingBar *self = MER_IMPORT_MAPPING_BAR (widget);
  g_autofree char     *file = mer_file_name (name_in_use (self), "txt");

  show_chooser (self, _("Save the correspondence"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  show_chooser (MER_IMPORT_MAPPING_BAR (widget), _("Choose a correspondence"),
                                                    GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MerImportMappingBar *self = MER_IMPORT_MAPPING_BAR (widget);
  g_autofree char     *used = g_strdup (name_in_use (self));

  mer_import_state_delete_mapping (self->state, used);
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_mapping_bar_dispose (GObject *object)
{
  MerImportMappingBar *self = MER_IMPORT_MAPPING_BAR (object);

  mer_import_mapping_bar_set_state (self, NULL);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_MAPPING_BAR);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_import_mapping_bar_parent_class)->dispose (object);
}

static void
mer_import_mapping_bar_class_init (MerImportMappingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_mapping_bar_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-mapping-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportMappingBar, names);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_install_action (widget_class, "mapping.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "mapping.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "mapping.delete", NULL, delete_cb);
}

static void
mer_import_mapping_bar_init (MerImportMappingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mer_import_mapping_bar_set_state (MerImportMappingBar *self,
                                  MerImportState      *state)
{
  g_return_if_fail (MER_IS_IMPORT_MAPPING_BAR (self));
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
