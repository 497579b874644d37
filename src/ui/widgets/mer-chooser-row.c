/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A choice among many by a search. The list is a model of the toolkit's, so that only lines that
 * are seen have widgets; the line that chooses nothing is left out while something is searched. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/widgets/mer-chooser-row.h"

#define LIST_WIDTH 380
#define SEARCH_FROM 8 /* fewer lines are seen at once */

/* --- a line ---------------------------------------------------------------------------------- */

#define MER_TYPE_CHOICE_LINE (mer_choice_line_get_type ())
G_DECLARE_FINAL_TYPE (MerChoiceLine, mer_choice_line, MER, CHOICE_LINE, GObject)

struct _MerChoiceLine
{
  GObject parent_instance;

  gint64 id;
  char  *name;
  char  *key; /* folded */
};

G_DEFINE_FINAL_TYPE (MerChoiceLine, mer_choice_line, G_TYPE_OBJECT)

static void
mer_choice_line_finalize (GObject *object)
{
  MerChoiceLine *self = MER_CHOICE_LINE (object);

  g_free (self->name);
  g_free (self->key);
  G_OBJECT_CLASS (mer_choice_line_parent_class)->finalize (object);
}

static void
mer_choice_line_class_init (MerChoiceLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_choice_line_finalize;
}

static void
mer_choice_line_init (MerChoiceLine *self)
{
}

/* --- the row --------------------------------------------------------------------------------- */

struct _MerChooserRow
{
  AdwActionRow parent_instance;

  /* template children */
  GtkMenuButton  *button;
  GtkLabel       *chosen;
  GtkPopover     *popover;
  GtkWidget      *box;
  GtkSearchEntry *search;
  GtkWidget      *nothing;
  GtkWidget      *scrolled;
  GtkListView    *list;

  /* owned */
  GListStore         *lines;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *needle; /* folded; nullable */

  gint64 selected;
};

G_DEFINE_FINAL_TYPE (MerChooserRow, mer_chooser_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_SELECTED = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static char *
name_of (MerChooserRow *self,
         gint64         id)
{
  GListModel      *lines = G_LIST_MODEL (self->lines);
  g_autofree char *number = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MerChoiceLine) line = g_list_model_get_item (lines, i);

      if (line->id == id)
        return g_strdup (line->name);
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  return id == 0 ? g_strdup (_("Choose…")) : g_strdup_printf (_("No. %s"), number);
}

static void
show_chosen (MerChooserRow *self)
{
  g_autofree char *name = name_of (self, self->selected);

  gtk_label_set_label (self->chosen, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

/* --- searching ------------------------------------------------------------------------------- */

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  const MerChooserRow *self = user_data;
  const MerChoiceLine *line = item;

  return self->needle == NULL || *self->needle == '\0' ||
         (line->id != 0 && strstr (line->key, self->needle) != NULL);
}

static void
search_changed_cb (MerChooserRow *self)
{
  guint n = 0;

  g_free (self->needle);
  self->needle = mer_name_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (self->scrolled, n > 0);
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
choose (MerChooserRow *self,
        guint          position)
{
  g_autoptr (MerChoiceLine) line =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (line == NULL)
    return;
  mer_chooser_row_set_selected (self, line->id);
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
line_activated_cb (MerChooserRow *self,
                   guint          position)
{
  choose (self, position);
}

/* Enter in the search takes what is marked: the first line that was found. */
static void
search_activated_cb (MerChooserRow *self)
{
  search_changed_cb (self); /* it may still be waiting for more letters */
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
mark_chosen (MerChooserRow *self)
{
  GListModel *shown = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (MerChoiceLine) line = g_list_model_get_item (shown, i);

      if (line->id != self->selected)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
      return;
    }
}

static void
opened_cb (MerChooserRow *self)
{
  gtk_widget_set_size_request (self->box, mer_text_scale_px (GTK_WIDGET (self), LIST_WIDTH), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->search),
                          mer_chooser_row_get_n (self) >= SEARCH_FROM);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  mark_chosen (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- lines ----------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const MerChoiceLine *line = gtk_list_item_get_item (item);
  GtkWidget           *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), line->name);
  gtk_widget_set_tooltip_text (label, line->name);
}

static void
make_list (MerChooserRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->lines = g_list_store_new (MER_TYPE_CHOICE_LINE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (fits_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->lines)),
                                        g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_chooser_row_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, MER_CHOOSER_ROW (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mer_chooser_row_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_SELECTED)
    mer_chooser_row_set_selected (MER_CHOOSER_ROW (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mer_chooser_row_dispose (GObject *object)
{
  MerChooserRow *self = MER_CHOOSER_ROW (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->needle, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_CHOOSER_ROW);
  G_OBJECT_CLASS (mer_chooser_row_parent_class)->dispose (object);
}

static void
mer_chooser_row_class_init (MerChooserRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mer_chooser_row_get_property;
  object_class->set_property = mer_chooser_row_set_property;
  object_class->dispose = mer_chooser_row_dispose;
  properties[PROP_SELECTED] =
    g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-chooser-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, button);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, chosen);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, popover);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, box);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, search);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, nothing);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerChooserRow, list);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
mer_chooser_row_init (MerChooserRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
}

GtkWidget *
mer_chooser_row_new (const char *title)
{
  MerChooserRow *self = g_object_new (MER_TYPE_CHOOSER_ROW, "title", title, NULL);

  show_chosen (self);
  return GTK_WIDGET (self);
}

static void
append (MerChooserRow *self,
        gint64         id,
        const char    *name)
{
  g_autoptr (MerChoiceLine) line = g_object_new (MER_TYPE_CHOICE_LINE, NULL);

  line->id = id;
  line->name = g_strdup (name);
  line->key = mer_name_fold (name, -1);
  g_list_store_append (self->lines, line);
}

void
mer_chooser_row_clear (MerChooserRow *self,
                       const char    *none)
{
  g_return_if_fail (MER_IS_CHOOSER_ROW (self));
  g_list_store_remove_all (self->lines);
  if (none != NULL)
    append (self, 0, none);
  show_chosen (self);
}

void
mer_chooser_row_append (MerChooserRow *self,
                        gint64         id,
                        const char    *name)
{
  g_return_if_fail (MER_IS_CHOOSER_ROW (self) && id != 0);
  append (self, id, name);
  if (id == self->selected)
    show_chosen (self);
}

guint
mer_chooser_row_get_n (MerChooserRow *self)
{
  g_return_val_if_fail (MER_IS_CHOOSER_ROW (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

gint64
mer_chooser_row_get_selected (MerChooserRow *self)
{
  g_return_val_if_fail (MER_IS_CHOOSER_ROW (self), 0);
  return self->selected;
}

void
mer_chooser_row_set_selected (MerChooserRow *self,
                              gint64         id)
{
  g_return_if_fail (MER_IS_CHOOSER_ROW (self));
  if (self->selected == id)
    return;
  self->selected = id;
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
