/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the forms of all dialogs do alike. */

#include "config.h"

#include "ui/dialogs/mer-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/mer-organization.h"
#include "store/mer-registry-store.h"

void
mer_form_class_install (GtkWidgetClass             *klass,
                        GtkWidgetActionActivateFunc confirm)
{
  gtk_widget_class_install_action (klass, "form.confirm", NULL, confirm);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "form.confirm",
                                       NULL);
}

static void
capture (GtkEventController *controller,
         GdkModifierType     modifiers,
         const char         *action)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, modifiers),
                      gtk_named_action_new (action)));
}

void
mer_form_capture_keys (GtkWidget *form)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  capture (controller, GDK_CONTROL_MASK, "form.confirm");
  capture (controller, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "form.confirm-more");
  gtk_widget_add_controller (form, controller);
}

char *
mer_form_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

void
mer_form_show_problem (GtkLabel   *label,
                       const char *problem)
{
  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
}

GPtrArray *
mer_form_fill_organizations (GtkDropDown *drop_down,
                             MerDocument *document,
                             gint64       selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *organizations = mer_store_organizations (document, &error);
  guint      line = 0;

  if (organizations == NULL)
    {
      g_warning ("organizations: %s", error->message);
      organizations = g_ptr_array_new ();
    }
  gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      gtk_string_list_append (names, organization->name);
      if (organization->id == selected)
        line = i + 1;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, line);
  return organizations;
}

static void
setup_line_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget  *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

void
mer_form_elide (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_line_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_line_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
mark_line (GtkListItem *item)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (item), "mer-row");
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean   chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)) ==
                    gtk_list_item_get_item (item);

  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
}

static void
setup_whole_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                AdwComboRow              *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "mer-row", row);
}

static void
bind_whole_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               AdwComboRow              *row)
{
  GtkStringObject *object = gtk_list_item_get_item (item);
  GtkWidget       *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (object));
  g_signal_connect_swapped (row, "notify::selected-item", G_CALLBACK (mark_line), item);
  mark_line (item);
}

static void
unbind_whole_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 AdwComboRow              *row)
{
  g_signal_handlers_disconnect_by_func (row, mark_line, item);
}

void
mer_form_set_choices (AdwComboRow *row,
                      GListModel  *choices)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  adw_combo_row_set_model (row, choices);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_whole_cb), row);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_whole_cb), row);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_whole_cb), row);
  adw_combo_row_set_list_factory (row, factory);
  g_object_unref (factory);
}

gpointer
mer_form_chosen (GtkDropDown     *drop_down,
                 const GPtrArray *list)
{
  guint line = gtk_drop_down_get_selected (drop_down);

  return list != NULL && line > 0 && line <= list->len ? list->pdata[line - 1] : NULL;
}

GtkWidget *
mer_form_header (GtkWindow  *window,
                 const char *confirm,
                 GtkWidget **button)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  *button = gtk_button_new_with_mnemonic (confirm);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_widget_add_css_class (*button, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), *button);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);
  return bar;
}
