/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a new document. The file name follows the title until the user writes one;
 * an existing file is never replaced. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-new-document.h"
#include "core/mer-file-name.h"
#include "methodology/mer-methodology-xml.h"
#include "ui/mer-ui.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-new-document-dialog.h"
#include "ui/mer-error-presenter.h"

struct _MerNewDocumentDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkEditable  *title_row;
  AdwComboRow  *methodology_row;
  GtkEditable  *name_row;
  AdwActionRow *folder_row;
  GtkLabel     *problem;

  /* owned */
  char            *folder;
  GtkNativeDialog *chooser;

  gboolean name_is_own; /* written by the user, it follows the title no longer */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (MerNewDocumentDialog, mer_new_document_dialog, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
update (MerNewDocumentDialog *self)
{
  g_autofree char *title = mer_form_text (self->title_row);
  g_autofree char *name = mer_form_text (self->name_row);
  gboolean         slash = strchr (name, G_DIR_SEPARATOR) != NULL;

  mer_form_show_problem (self->problem, slash ? _("A file name must not contain a slash.") : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", *title && *name && !slash);
}

static void
title_changed_cb (MerNewDocumentDialog *self)
{
  if (!self->name_is_own)
    {
      g_autofree char *title = mer_form_text (self->title_row);
      g_autofree char *name = *title != '\0' ? mer_file_name (title, NULL) : g_strdup ("");

      self->following = TRUE;
      gtk_editable_set_text (self->name_row, name);
      self->following = FALSE;
    }
  update (self);
}

static void
name_changed_cb (MerNewDocumentDialog *self)
{
  if (!self->following)
    self->name_is_own = TRUE;
  update (self);
}

static void
set_folder (MerNewDocumentDialog *self,
            const char           *folder)
{
  g_autofree char *display = g_filename_display_name (folder);
  g_autofree char *escaped = g_markup_escape_text (display, -1);

  g_free (self->folder);
  self->folder = g_strdup (folder);
  adw_action_row_set_subtitle (self->folder_row, escaped);
}

static void
folder_response_cb (GtkNativeDialog      *chooser,
                    int                   response,
                    MerNewDocumentDialog *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file ? g_file_get_path (file) : NULL;
  g_clear_object (&self->chooser);
  if (path)
    set_folder (self, path);
  update (self);
}

static void
choose_folder_cb (MerNewDocumentDialog *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  GtkFileChooserNative *chooser = NULL;

  g_clear_object (&self->chooser);
  chooser = gtk_file_chooser_native_new (_("Folder of the Document"), GTK_WINDOW (self),
                                            GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                            _("_Choose"), _("_Cancel"));
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (folder_response_cb), self, 0);
  gtk_native_dialog_show (self->chooser);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerNewDocumentDialog *self = MER_NEW_DOCUMENT_DIALOG (widget);
  g_autofree char      *title = mer_form_text (self->title_row);
  g_autofree char      *stem = mer_form_text (self->name_row);
  g_autofree char      *file_name = NULL;
  g_autofree char      *path = NULL;
  g_autoptr (MerDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  guint id = adw_combo_row_get_selected (self->methodology_row);

  file_name = g_strconcat (stem, g_str_has_suffix (stem, ".merilo") ? "" : ".merilo", NULL);
  path = g_build_filename (self->folder, file_name, NULL);
  document = mer_new_document (path, title, mer_methodology_shipped_ids ()[id], &error);
  if (document == NULL)
    {
      g_autofree char *text = mer_error_describe (error);

      mer_form_show_problem (self->problem, text);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, document);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
fill_methodologies (MerNewDocumentDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *const *ids = mer_methodology_shipped_ids ();

  for (guint i = 0; ids[i]; i++)
    {
      g_autoptr (MerMethodology) methodology = mer_methodology_shipped (ids[i], NULL);

      gtk_string_list_append (titles, methodology ? methodology->title : ids[i]);
    }
  mer_form_set_choices (self->methodology_row, G_LIST_MODEL (titles));
}

static void
mer_new_document_dialog_dispose (GObject *object)
{
  MerNewDocumentDialog *self = MER_NEW_DOCUMENT_DIALOG (object);

  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_NEW_DOCUMENT_DIALOG);
  G_OBJECT_CLASS (mer_new_document_dialog_parent_class)->dispose (object);
}

static void
mer_new_document_dialog_finalize (GObject *object)
{
  g_free (MER_NEW_DOCUMENT_DIALOG (object)->folder);
  G_OBJECT_CLASS (mer_new_document_dialog_parent_class)->finalize (object);
}

static void
mer_new_document_dialog_class_init (MerNewDocumentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_new_document_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_new_document_dialog_finalize;
  signals[CREATED] = g_signal_new ("created", MER_TYPE_NEW_DOCUMENT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, MER_TYPE_DOCUMENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-new-document-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerNewDocumentDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MerNewDocumentDialog, methodology_row);
  gtk_widget_class_bind_template_child (widget_class, MerNewDocumentDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, MerNewDocumentDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, MerNewDocumentDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_new_document_dialog_init (MerNewDocumentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_methodologies (self);
  update (self);
}

/**
 * mer_new_document_dialog_new:
 * @parent: the window that asks
 * @folder: (type filename): where to put the document; empty for the user's documents
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
mer_new_document_dialog_new (GtkWindow  *parent,
                             const char *folder)
{
  MerNewDocumentDialog *self = g_object_new (MER_TYPE_NEW_DOCUMENT_DIALOG, "transient-for",
                                             parent, NULL);
  const char           *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder[0] == '\0' || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    folder = documents ? documents : g_get_home_dir ();
  set_folder (self, folder);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WIDGET (self);
}
