/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The library of measures as a dialog. The table in it is the one that also edits the library. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-measure-dialog.h"
#include "ui/widgets/mer-record-table.h"

typedef struct
{
  MerSession     *session;
  GtkWindow      *window; /* borrowed: it owns this */
  MerRecordTable *table;
  GtkEditable    *typed;
  GtkCheckButton *keep;
  GtkWidget      *take;
  char           *criterion;
  MerMeasureFunc  chosen;
  gpointer        user_data;
  GDestroyNotify  destroy;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_object_unref (self->session);
  g_free (self->criterion);
  g_free (self);
}

static gboolean
save_measure (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  return mer_store_save_record (document, user_data, error);
}

/* What was typed goes before what is selected. */
static MerMeasureTaken *
chosen_measure (Dialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->typed)));
  gconstpointer    selected = mer_record_table_get_selected (self->table);
  MerMeasureTaken *made = NULL;

  if (*typed == '\0')
    return selected != NULL ? mer_record_copy (selected) : NULL;
  made = mer_record_new (&mer_record_measure, 0);
  made->criterion = g_strdup (self->criterion);
  made->measure = g_steal_pointer (&typed);
  if (gtk_check_button_get_active (self->keep))
    mer_session_perform (self->session, _("Adding a measure to the library"), NULL, save_measure,
                                           made);
  return made;
}

static void
take (Dialog *self)
{
  g_autoptr (MerMeasureTaken) measure = chosen_measure (self);

  if (measure == NULL)
    return;
  self->chosen (measure, self->user_data);
  gtk_window_destroy (self->window);
}

static void
update (Dialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->typed)));

  gtk_widget_set_sensitive (self->take, *typed != '\0' ||
                                          mer_record_table_get_selected (self->table) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->keep), *typed != '\0');
}

/* A row that is opened is taken; a new one is typed into the form. */
static void
open_cb (MerRecordTable *table,
         gconstpointer   record)
{
  Dialog *self = mer_record_table_get_data (table);

  if (((const MerRecord *) record)->id != 0)
    take (self);
  else
    mer_record_form_present (self->window, self->session, record, NULL);
}

static gint64
criterion_rank (MerRecordTable *table,
                gconstpointer   record)
{
  const Dialog          *self = mer_record_table_get_data (table);
  const MerMeasureTaken *measure = record;

  return g_strcmp0 (measure->criterion, self->criterion) == 0 ? 0 : 1;
}

/* clang-format off */
static const MerRecordColumn columns[] = {
  { .key = "criterion", .width = 88, .rank = criterion_rank },
  { .key = "measure" },
  { .key = "post", .width = 140 },
};

static const MerRecordTableInfo info = {
  .kind = "measure", .columns = columns, .n_columns = G_N_ELEMENTS (columns), .single = TRUE,
  .open = open_cb,
  .empty_title = N_("The library of measures is empty"),
  .empty_text = N_("Keep here what helped before: it is suggested for findings of its criterion."),
};
/* clang-format on */

static GtkWidget *
make_foot (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Or a measure in your own words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Or a measure in your own words"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  self->typed = GTK_EDITABLE (entry);
  self->keep = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("Add to the _library")));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keep));
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (take), self);
  return box;
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *bar = mer_form_header (self->window, _("_Take the measure"), &self->take);

  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (take), self);
  return bar;
}

static void
add_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

GtkWindow *
mer_measure_dialog_present (GtkWindow     *parent,
                            MerSession    *session,
                            const char    *criterion,
                            MerMeasureFunc chosen,
                            gpointer       user_data,
                            GDestroyNotify destroy)
{
  Dialog    *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->criterion = g_strdup (criterion);
  self->chosen = chosen;
  self->user_data = user_data;
  self->destroy = destroy;
  /* clang-format off */
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", _("Library of measures"), "modal", TRUE,
                               "transient-for", parent, "default-width", 720,
                               "default-height", 480, NULL);
  /* clang-format on */
  gtk_box_append (GTK_BOX (box), make_header (self));
  self->table = MER_RECORD_TABLE (mer_record_table_new (session, &info, self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  g_object_set_data_full (G_OBJECT (self->window), "mer-measure-dialog", self, dialog_free);
  g_signal_connect_swapped (self->table, "selection-changed", G_CALLBACK (update), self);
  add_escape (self->window);
  update (self);
  gtk_window_present (self->window);
  return self->window;
}
