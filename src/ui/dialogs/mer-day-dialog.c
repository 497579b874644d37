/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a day. What is no day cannot be confirmed. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "ui/dialogs/mer-day-dialog.h"

typedef struct
{
  AdwMessageDialog *window;
  GtkEditable      *day;
  GtkEditable      *text; /* nullable */
  MerDayFunc        chosen;
  gpointer          user_data;
  GDestroyNotify    destroy;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

static void
changed_cb (Dialog *self)
{
  g_autofree char *day = mer_day_parse (gtk_editable_get_text (self->day));

  adw_message_dialog_set_response_enabled (self->window, "confirm", day != NULL);
  if (day == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
}

static void
response_cb (Dialog     *self,
             const char *response)
{
  g_autofree char *day = mer_day_parse (gtk_editable_get_text (self->day));
  g_autofree char *text = NULL;

  if (!g_str_equal (response, "confirm") || day == NULL)
    return;
  if (self->text != NULL)
    text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  self->chosen (day, text != NULL && *text != '\0' ? text : NULL, self->user_data);
}

static GtkEditable *
add_row (GtkWidget  *list,
         const char *title,
         const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

GtkWindow *
mer_day_dialog_present (GtkWindow     *parent,
                        const char    *heading,
                        const char    *verb,
                        const char    *label,
                        const char    *text,
                        MerDayFunc     chosen,
                        gpointer       user_data,
                        GDestroyNotify destroy)
{
  Dialog          *self = g_new0 (Dialog, 1);
  GtkWidget       *list = gtk_list_box_new ();
  g_autofree char *today = mer_today ();
  g_autofree char *words = mer_day_to_words (today);

  self->chosen = chosen;
  self->user_data = user_data;
  self->destroy = destroy;
  self->window = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, NULL));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->day = add_row (list, _("Day"), words);
  if (label != NULL)
    self->text = add_row (list, label, text);
  adw_message_dialog_set_extra_child (self->window, list);
  adw_message_dialog_add_response (self->window, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (self->window, "confirm", verb);
  adw_message_dialog_set_response_appearance (self->window, "confirm", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->window, "confirm");
  adw_message_dialog_set_close_response (self->window, "cancel");
  g_object_set_data_full (G_OBJECT (self->window), "mer-day-dialog", self, dialog_free);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->window, "response", G_CALLBACK (response_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
  return GTK_WINDOW (self->window);
}
