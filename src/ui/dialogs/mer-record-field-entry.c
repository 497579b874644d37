/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of forms with one line of text: a day with its calendar, an address that opens. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "ui/dialogs/mer-record-field-private.h"

static GtkWidget *
suffix_button (const char *icon,
               const char *words,
               GtkWidget  *button)
{
  g_object_set (button, "icon-name", icon, NULL);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return button;
}

static void
open_link_cb (MerRecordField *self)
{
  g_autofree char *address = mer_record_field_typed (self);
  GtkRoot         *root = gtk_widget_get_root (self->row);

  if (mer_record_field_is_web_address (address))
    gtk_show_uri (GTK_WINDOW (root), address, GDK_CURRENT_TIME);
}

static void
add_open (MerRecordField *self)
{
  self->open = suffix_button ("merilo-open-link-symbolic", _("Open the address"),
                                                              gtk_button_new ());
  gtk_widget_set_sensitive (self->open, FALSE);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_link_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), self->open);
}

/* The month that is looked at changes the day, too; only a day of the month that was shown already
 * is a choice, and closes the popover. */
static void
day_selected_cb (MerRecordField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *words = mer_day_to_words (iso);
  int              month = g_date_time_get_year (day) * 12 + g_date_time_get_month (day);
  int              shown = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->calendar), "month"));

  g_object_set_data (G_OBJECT (self->calendar), "month", GINT_TO_POINTER (month));
  if (self->filling)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->row), words);
  if (month == shown)
    gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (self->calendar, GTK_TYPE_POPOVER)));
}

static void
show_day (MerRecordField *self,
          const char     *iso)
{
  int year = 0, month = 0, day = 0;
  g_autoptr (GDateTime) date = NULL;

  if (sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) == 3)
    date = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (date == NULL)
    return;
  self->filling = TRUE;
  g_object_set_data (G_OBJECT (self->calendar), "month", GINT_TO_POINTER (year * 12 + month));
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->filling = FALSE;
}

static void
calendar_opened_cb (MerRecordField *self)
{
  g_autofree char *typed = mer_record_field_typed (self);
  g_autofree char *iso = mer_day_parse (typed);
  g_autofree char *today = mer_today ();

  show_day (self, iso != NULL ? iso : today);
}

static void
today_cb (MerRecordField *self)
{
  g_autofree char *today = mer_today ();
  g_autofree char *words = mer_day_to_words (today);

  gtk_editable_set_text (GTK_EDITABLE (self->row), words);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (self->calendar, GTK_TYPE_POPOVER)));
}

static void
add_calendar (MerRecordField *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *today = gtk_button_new_with_mnemonic (_("_Today"));
  GtkWidget *button = suffix_button ("merilo-calendar-symbolic", _("Choose in a calendar"),
                                                                    gtk_menu_button_new ());

  self->calendar = gtk_calendar_new ();
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (today, "clicked", G_CALLBACK (today_cb), self);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (calendar_opened_cb), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), button);
}

void
mer_record_field_make_entry (MerRecordField *self)
{
  self->row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _(self->field->title), NULL);
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (mer_record_field_changed), self);
  if (self->field->type == MER_FIELD_NUMBER || self->field->type == MER_FIELD_DECIMAL)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (self->row), 20);
  if (self->field->type == MER_FIELD_DAY)
    add_calendar (self);
  if (self->field->type == MER_FIELD_LINK)
    add_open (self);
}
