/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing a number of recipients in its table. A plain text: a GtkEditableLabel of 4.8 that goes
 * away while it ends editing is used after it was freed. */

#include "config.h"

#include "ui/pages/mer-recipients-cell.h"

#include <glib/gi18n.h>

#include "app/mer-recipients.h"
#include "ui/pages/mer-data-sample-private.h"
#include "ui/pages/mer-recipients-paste.h"

typedef struct
{
  gint64 cycle_id;
  gint64 organization_id;
  gint64 recipients;
} RecipientsChange;

#define SHOWN "mer-shown" /* the number that the program put there */

MerSampleRow *
mer_recipients_cell_get_row (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "row");
}

static gboolean
change_recipients (MerDocument *document,
                   gpointer     user_data,
                   GError     **error)
{
  const RecipientsChange *change = user_data;

  return mer_recipients_save_number (document, change->cycle_id, change->organization_id,
                                     change->recipients, error);
}

static void
show_recipients (GtkWidget *text)
{
  g_autofree char *number = mer_sample_number_text (mer_recipients_cell_get_row (text)->recipients);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (text)), number) != 0)
    gtk_editable_set_text (GTK_EDITABLE (text), number);
  g_object_set_data_full (G_OBJECT (text), SHOWN, g_steal_pointer (&number), g_free);
}

/* What somebody is typing is not overwritten by a result that comes meanwhile. */
static gboolean
is_being_typed (GtkWidget *text)
{
  const char *shown = g_object_get_data (G_OBJECT (text), SHOWN);

  return gtk_widget_has_focus (text) &&
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (text)), shown) != 0;
}

static void
follow_row (GtkWidget *text)
{
  const MerSampleRow *row = mer_recipients_cell_get_row (text);

  if (!is_being_typed (text))
    show_recipients (text);
  gtk_widget_set_tooltip_text (text, row->source != NULL ? row->source
                                                         : _("Recipients of services"));
}

/* Enter or leaving the cell is the end of editing; what is no number goes back. */
static void
commit_recipients (GtkWidget *text)
{
  MerDataSample *self =
    MER_DATA_SAMPLE (gtk_widget_get_ancestor (text, MER_TYPE_DATA_SAMPLE));
  MerSampleRow    *row = mer_recipients_cell_get_row (text);
  gint64           wanted = mer_recipients_parse (gtk_editable_get_text (GTK_EDITABLE (text)));
  RecipientsChange change = { 0 };
  g_autofree char *done = NULL;

  if (self == NULL || row == NULL)
    return;
  if (wanted != -2 && wanted != row->recipients)
    {
      change.cycle_id = mer_data_sample_get_cycle_id (self);
      change.organization_id = row->organization_id;
      change.recipients = wanted;
      done = g_strdup_printf (_("Recipients of “%s” were changed"), row->name);
      if (mer_session_perform (mer_data_view_get_session (MER_DATA_VIEW (self)),
                               _("Changing the recipients"), done,
                                  change_recipients, &change))
        row->recipients = wanted; /* its plan follows with the results */
    }
  show_recipients (text);
}

static gboolean
recipients_key_cb (GtkWidget      *text,
                   guint           key,
                   guint           code,
                   GdkModifierType state)
{
  if (key != GDK_KEY_Escape || mer_recipients_cell_get_row (text) == NULL)
    return GDK_EVENT_PROPAGATE;
  show_recipients (text);
  return GDK_EVENT_STOP;
}

/* What GTK would put into one cell may be a whole column. */
static void
cell_paste_cb (GtkWidget *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (cell, MER_TYPE_DATA_SAMPLE);

  g_signal_stop_emission_by_name (cell, "paste-clipboard");
  if (self != NULL)
    mer_data_sample_start_pasting (MER_DATA_SAMPLE (self), cell);
}

GtkWidget *
mer_recipients_cell_new (void)
{
  GtkWidget          *text = gtk_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_alignment (GTK_EDITABLE (text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), 6);
  gtk_widget_add_css_class (text, "mer-cell-text");
  gtk_widget_set_tooltip_text (text, _("Recipients of services"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Recipients"), -1);
  g_signal_connect (text, "activate", G_CALLBACK (commit_recipients), NULL);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (cell_paste_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit_recipients), text);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (recipients_key_cb), text);
  gtk_widget_add_controller (text, focus);
  gtk_widget_add_controller (text, keys);
  return text;
}

void
mer_recipients_cell_set_row (GtkWidget    *cell,
                             MerSampleRow *row)
{
  MerSampleRow *before = mer_recipients_cell_get_row (cell);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, follow_row, cell);
  g_object_set_data (G_OBJECT (cell), "row", row);
  if (row == NULL)
    return;
  g_signal_connect_object (row, "changed", G_CALLBACK (follow_row), cell, G_CONNECT_SWAPPED);
  show_recipients (cell);
  follow_row (cell);
}
