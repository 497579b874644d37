/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar over the tree of plans: by organization or by deadline, states, persons, words. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-plans-view-private.h"
#include "ui/widgets/mer-wrap-bar.h"

void
mer_plans_view_read_filter (MerPlansView  *self,
                            MerPlanFilter *filter)
{
  guint person = gtk_drop_down_get_selected (self->person);

  filter->by_deadline = !gtk_toggle_button_get_active (self->by_organization);
  filter->standing = (int) gtk_drop_down_get_selected (self->standing) - 1;
  filter->person = person > 0 && person <= self->persons->len ? self->persons->pdata[person - 1]
                                                              : NULL;
}

void
mer_plans_view_show_number (MerPlansView *self)
{
  g_autofree char *text = NULL;

  if (self->book != NULL && self->n_shown < self->book->n_lines)
    text = g_strdup_printf (ngettext ("Shown %u of %u", "Shown %u of %u", self->n_shown),
                            self->n_shown, self->book->n_lines);
  gtk_label_set_text (self->shown, text != NULL ? text : "");
}

static void
filter_changed_cb (MerPlansView *self)
{
  if (!self->filling)
    mer_plans_view_fill (self);
}

/* --- persons --------------------------------------------------------------------------------- */

static void
add_person (GHashTable *set,
            const char *name)
{
  if (name != NULL)
    g_hash_table_add (set, (gpointer) (guintptr) name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Names and posts that occur, borrowed from the book. */
static GHashTable *
find_persons (MerPlansView *self)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; self->book != NULL && i < self->book->n_lines; i++)
    {
      add_person (set, self->book->lines[i].item->person);
      add_person (set, self->book->lines[i].item->post);
    }
  return set;
}

static gboolean
are_persons (MerPlansView *self,
             GHashTable   *set)
{
  if (g_hash_table_size (set) != self->persons->len || self->persons->len == 0)
    return FALSE;
  for (guint i = 0; i < self->persons->len; i++)
    if (!g_hash_table_contains (set, self->persons->pdata[i]))
      return FALSE;
  return TRUE;
}

void
mer_plans_view_fill_persons (MerPlansView *self)
{
  g_autoptr (GHashTable) set = find_persons (self);
  guint            selected = gtk_drop_down_get_selected (self->person);
  g_autofree char *chosen = NULL;
  GtkStringList   *list = NULL;
  GHashTableIter   iter;
  gpointer         name = NULL;

  if (are_persons (self, set))
    return;
  list = gtk_string_list_new (NULL);
  if (selected > 0 && selected <= self->persons->len)
    chosen = g_strdup (self->persons->pdata[selected - 1]);
  g_ptr_array_set_size (self->persons, 0);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (self->persons, g_strdup (name));
  g_ptr_array_sort (self->persons, compare_names);
  gtk_string_list_append (list, _("All responsible"));
  selected = 0;
  for (guint i = 0; i < self->persons->len; i++)
    {
      gtk_string_list_append (list, self->persons->pdata[i]);
      if (g_strcmp0 (chosen, self->persons->pdata[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->person, selected);
  g_object_unref (list);
}

/* --- making ---------------------------------------------------------------------------------- */

static GtkWidget *
make_switch (MerPlansView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *deadline = gtk_toggle_button_new_with_label (_("By deadline"));

  self->by_organization =
    GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("By organization")));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (deadline), self->by_organization);
  gtk_toggle_button_set_active (self->by_organization, TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->by_organization));
  gtk_box_append (GTK_BOX (box), deadline);
  g_signal_connect_object (self->by_organization, "toggled", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

static GtkDropDown *
make_drop_down (MerPlansView *self,
                GtkWidget    *box,
                const char   *label)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkDropDown   *drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list), words));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_parent (GTK_WIDGET (drop_down), box);
  return drop_down;
}

static void
make_filters (MerPlansView *self)
{
  GtkStringList *list = NULL;

  self->standing = make_drop_down (self, self->bar, _("State"));
  list = GTK_STRING_LIST (gtk_drop_down_get_model (self->standing));
  gtk_string_list_append (list, _("All states"));
  for (guint i = 0; i < MER_N_STANDINGS; i++)
    gtk_string_list_append (list, _(mer_standing_title ((MerStanding) i)));
  gtk_drop_down_set_selected (self->standing, 0);
  self->person = make_drop_down (self, self->bar, _("Responsible"));
  gtk_drop_down_set_enable_search (self->person, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->person), 120, -1);
  g_signal_connect_object (self->standing, "notify::selected", G_CALLBACK (filter_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "notify::selected", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mer_plans_view_make_bar (MerPlansView *self)
{
  self->bar = g_object_new (MER_TYPE_WRAP_BAR, NULL);
  gtk_widget_add_css_class (self->bar, "mer-bar");
  gtk_widget_set_parent (make_switch (self), self->bar);
  gtk_widget_set_valign (gtk_widget_get_first_child (self->bar), GTK_ALIGN_CENTER);
  make_filters (self);
  gtk_widget_set_valign (GTK_WIDGET (self->standing), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->person), GTK_ALIGN_CENTER);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->search), GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 12);
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search plans"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->search), self->bar);
  self->shown = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->shown), "mer-secondary");
  gtk_label_set_ellipsize (self->shown, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->shown), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->shown), GTK_ALIGN_END);
  gtk_widget_set_parent (GTK_WIDGET (self->shown), self->bar);
}
