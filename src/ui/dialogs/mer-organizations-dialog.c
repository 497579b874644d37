/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several organizations to be ticked. Rows exist only while they are seen. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-organizations-dialog.h"

typedef struct
{
  GtkWindow           *window; /* borrowed: it owns this */
  GPtrArray           *organizations;
  GPtrArray           *folded; /* of char*, the same order */
  GHashTable          *ticked; /* ids */
  GListStore          *rows;   /* of GtkStringObject, its string the index */
  GtkFilterListModel  *shown;
  GtkEditable         *search;
  GtkWidget           *take;
  GtkLabel            *number;
  MerOrganizationsFunc chosen;
  gpointer             user_data;
  GDestroyNotify       destroy;
  gboolean             binding;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_ptr_array_unref (self->organizations);
  g_ptr_array_unref (self->folded);
  g_hash_table_unref (self->ticked);
  g_object_unref (self->rows);
  g_free (self);
}

static guint
index_of (gpointer item)
{
  return (guint) g_ascii_strtoull (gtk_string_object_get_string (GTK_STRING_OBJECT (item)), NULL,
                                   10);
}

static void
update (Dialog *self)
{
  guint            n = g_hash_table_size (self->ticked);
  g_autofree char *text = g_strdup_printf (ngettext ("%u organization chosen",
                                                     "%u organizations chosen", n),
                                           n);

  gtk_widget_set_sensitive (self->take, n > 0);
  gtk_label_set_text (self->number, text);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
toggled_cb (GtkCheckButton *button,
            gpointer        user_data)
{
  Dialog  *self = user_data;
  gpointer id = g_object_get_data (G_OBJECT (button), "mer-id");

  if (self->binding)
    return;
  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->ticked, id);
  else
    g_hash_table_remove (self->ticked, id);
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *button = gtk_check_button_new ();

  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), user_data);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  Dialog                *self = user_data;
  GtkCheckButton        *button = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));
  const MerOrganization *one = self->organizations->pdata[index_of (gtk_list_item_get_item (item))];
  gpointer               id = GSIZE_TO_POINTER (one->id);

  self->binding = TRUE;
  g_object_set_data (G_OBJECT (button), "mer-id", id);
  gtk_check_button_set_label (button, one->name);
  gtk_check_button_set_active (button, g_hash_table_contains (self->ticked, id));
  self->binding = FALSE;
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  Dialog          *self = user_data;
  g_autofree char *words = mer_name_fold (gtk_editable_get_text (self->search), -1);

  return strstr (self->folded->pdata[index_of (item)], words) != NULL;
}

static void
search_cb (Dialog *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
}

/* --- the dialog ------------------------------------------------------------------------------ */

static void
take (Dialog *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->organizations->len; i++)
    {
      gint64 id = ((const MerOrganization *) self->organizations->pdata[i])->id;

      if (g_hash_table_contains (self->ticked, GSIZE_TO_POINTER (id)))
        g_array_append_val (ids, id);
    }
  self->chosen (ids, self->user_data);
  gtk_window_destroy (self->window);
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *bar = mer_form_header (self->window, _("_Copy there"), &self->take);

  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (take), self);
  return bar;
}

static GtkWidget *
make_list (Dialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilter          *filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection     *model = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), filter);
  model = gtk_no_selection_new (G_LIST_MODEL (self->shown));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (model), factory));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
fill (Dialog          *self,
      const GPtrArray *organizations)
{
  self->rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  for (guint i = 0; i < organizations->len; i++)
    {
      MerOrganization *one = organizations->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autoptr (GtkStringObject) row = gtk_string_object_new (number);

      g_ptr_array_add (self->organizations, mer_organization_ref (one));
      g_ptr_array_add (self->folded, mer_name_fold (one->name, -1));
      g_list_store_append (self->rows, row);
    }
}

static GtkWidget *
make_content (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *search = gtk_search_entry_new ();

  self->search = GTK_EDITABLE (search);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_margin_start (search, 12);
  gtk_widget_set_margin_end (search, 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->number), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search organizations"), -1);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_cb), self);
  return box;
}

GtkWindow *
mer_organizations_dialog_present (GtkWindow           *parent,
                                  const char          *title,
                                  const GPtrArray     *organizations,
                                  MerOrganizationsFunc chosen,
                                  gpointer             user_data,
                                  GDestroyNotify       destroy)
{
  Dialog             *self = g_new0 (Dialog, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->organizations = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->ticked = g_hash_table_new (NULL, NULL);
  self->chosen = chosen;
  self->user_data = user_data;
  self->destroy = destroy;
  fill (self, organizations);
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for",
                               parent, "default-width", 480, "default-height", 520, NULL);
  adw_window_set_content (ADW_WINDOW (self->window), make_content (self));
  g_object_set_data_full (G_OBJECT (self->window), "mer-organizations-dialog", self, dialog_free);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
  update (self);
  gtk_window_present (self->window);
  return self->window;
}
