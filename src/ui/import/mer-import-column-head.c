/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a preview column. Its list of meanings is made when it is opened: a table may
 * have two hundred columns. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "import/mer-import-problems.h"
#include "ui/import/mer-import-column-head.h"

struct _MerImportColumnHead
{
  GtkBox parent_instance;

  /* template children */
  GtkMenuButton *button;
  GtkLabel      *target;
  GtkLabel      *letter;
  GtkImage      *icon;
  GtkLabel      *state;
  GtkLabel      *header;

  MerImportState *import; /* owned */
  guint           index;
  char           *needle; /* owned: folded text of the search in the list */
};

G_DEFINE_FINAL_TYPE (MerImportColumnHead, mer_import_column_head, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const MerImportColumn *
get_column (MerImportColumnHead *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->import);

  if (preview == NULL || self->index >= preview->columns->len)
    return NULL;
  return g_ptr_array_index (preview->columns, self->index);
}

/* «точно», «похоже 87 %», «решите», «не нужен» */
static char *
state_text (const MerImportColumn *column)
{
  switch (column->state)
    {
    case MER_COLUMN_EXACT:
      return g_strdup (C_("column", "exact"));
    case MER_COLUMN_SIMILAR:
      return g_strdup_printf (C_("column", "similar %u %%"), column->similarity);
    case MER_COLUMN_DECIDE:
      return g_strdup (C_("column", "decide"));
    case MER_COLUMN_EXTRA:
    default:
      return g_strdup (mer_import_column_is_private (column)       ? C_("column", "personal data")
                                                                   : C_("column", "not needed"));
    }
}

/* --- the list of meanings -------------------------------------------------- */

static gboolean
row_matches (GtkListBoxRow *row,
             gpointer       user_data)
{
  MerImportColumnHead *self = user_data;
  const char          *folded = g_object_get_data (G_OBJECT (row), "folded");

  return self->needle == NULL || folded == NULL || strstr (folded, self->needle) != NULL;
}

static void
needle_changed_cb (MerImportColumnHead *self,
                   GtkSearchEntry      *entry)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (entry), "list");

  g_free (self->needle);
  self->needle = mer_name_fold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (list));
}

static void
row_activated_cb (MerImportColumnHead *self,
                  GtkListBoxRow       *row)
{
  const char *code = g_object_get_data (G_OBJECT (row), "code");

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  mer_import_state_decide (self->import, self->index, code);
}

static void
add_row (GtkListBox *list,
         const char *code,
         const char *title,
         gboolean    current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", mer_name_fold (title, -1), g_free);
  gtk_list_box_append (list, row);
  if (current)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
make_list (MerImportColumnHead *self)
{
  GtkWidget             *list = gtk_list_box_new ();
  GPtrArray             *targets = mer_import_state_get_targets (self->import);
  const MerImportColumn *column = get_column (self);
  g_autoptr (MerImportTarget) own = mer_import_state_get_own_target (self->import, self->index);
  gboolean skipped = FALSE;
  guint    i;

  skipped = column != NULL && column->state == MER_COLUMN_EXTRA;
  add_row (GTK_LIST_BOX (list), "skip", _("Do not import"), skipped);
  for (i = 0; i < targets->len; i++)
    {
      const MerImportTarget *target = g_ptr_array_index (targets, i);

      add_row (GTK_LIST_BOX (list), target->code, target->title,
               column != NULL && column->state != MER_COLUMN_DECIDE &&
                 g_strcmp0 (column->code, target->code) == 0);
    }
  if (own != NULL)
    add_row (GTK_LIST_BOX (list), own->code, own->title, FALSE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), row_matches, self, NULL);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  return list;
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  MerImportColumnHead *self = user_data;
  GtkWidget           *popover = gtk_popover_new ();
  GtkWidget           *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget           *entry = gtk_search_entry_new ();
  GtkWidget           *scrolled = gtk_scrolled_window_new ();
  GtkWidget           *list = make_list (self);

  g_clear_pointer (&self->needle, g_free);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (box, 320, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  g_object_set_data (G_OBJECT (entry), "list", list);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (needle_changed_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* --- the object ------------------------------------------------------------ */

static void
pressed_cb (MerImportColumnHead *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
mer_import_column_head_dispose (GObject *object)
{
  MerImportColumnHead *self = MER_IMPORT_COLUMN_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_COLUMN_HEAD);
  g_clear_object (&self->import);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mer_import_column_head_parent_class)->dispose (object);
}

static void
mer_import_column_head_class_init (MerImportColumnHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_column_head_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", MER_TYPE_IMPORT_COLUMN_HEAD, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnHead, button);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnHead, target);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnHead, letter);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnHead, icon);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnHead, state);
  gtk_widget_class_bind_template_child (widget_class, MerImportColumnHead, header);
}

/* The menu button centres its child; here the words begin at the left and the arrow ends. */
static void
fill_button (MerImportColumnHead *self)
{
  GtkWidget *part = gtk_menu_button_get_child (self->button);

  for (; part != NULL && part != GTK_WIDGET (self->button); part = gtk_widget_get_parent (part))
    {
      gtk_widget_set_halign (part, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (part, TRUE);
    }
}

static void
mer_import_column_head_init (MerImportColumnHead *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  fill_button (self);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
}

static void
set_class (gpointer    widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_state (MerImportColumnHead   *self,
            const MerImportColumn *column)
{
  static const char *const icons[] = {
    [MER_COLUMN_EXACT] = "merilo-check-symbolic",
    [MER_COLUMN_SIMILAR] = "merilo-check-symbolic",
    [MER_COLUMN_DECIDE] = "merilo-question-symbolic",
    [MER_COLUMN_EXTRA] = "merilo-remove-symbolic",
  };
  gboolean         fine = column->state == MER_COLUMN_EXACT || column->state == MER_COLUMN_SIMILAR;
  gboolean         decide = column->state == MER_COLUMN_DECIDE;
  g_autofree char *text = state_text (column);
  GtkWidget       *marked[] = { GTK_WIDGET (self->icon), GTK_WIDGET (self->state) };
  guint            i;

  gtk_label_set_text (self->state, text);
  gtk_image_set_from_icon_name (self->icon, mer_import_column_is_private (column) && !decide
                                              ? "merilo-lock-symbolic"
                                              : icons[column->state]);
  for (i = 0; i < G_N_ELEMENTS (marked); i++)
    {
      set_class (marked[i], "mer-confirmed", fine);
      set_class (marked[i], "mer-warning", decide);
      set_class (marked[i], "mer-secondary", !fine && !decide);
    }
  set_class (self->state, "heading", decide);
}

void
mer_import_column_head_update (MerImportColumnHead *self)
{
  const MerImportColumn *column = get_column (self);
  g_autofree char       *letter = mer_import_column_letters (self->index);
  g_autofree char       *name = NULL;
  const char            *target = _("Do not import");

  if (column == NULL)
    return;
  if (column->state == MER_COLUMN_DECIDE)
    target = _("Choose…");
  else if (column->code != NULL)
    target = column->title != NULL ? column->title : column->code;
  gtk_label_set_text (self->target, target);
  gtk_label_set_text (self->letter, letter);
  gtk_label_set_text (self->header, column->header);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->header), column->header);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), target);
  show_state (self, column);
  /* Translators: a column's letter, its header in the file, what it is taken for, how certainly. */
  name = g_strdup_printf (_("Column %s, “%s”: %s, %s"), letter, column->header, target,
                             gtk_label_get_text (self->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  /* The list is made anew: what it may offer has changed. */
  gtk_menu_button_set_popover (self->button, NULL);
}

guint
mer_import_column_head_get_index (MerImportColumnHead *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_COLUMN_HEAD (self), 0);
  return self->index;
}

void
mer_import_column_head_popup (MerImportColumnHead *self)
{
  gtk_menu_button_popup (self->button);
}

GtkWidget *
mer_import_column_head_new (MerImportState *state,
                            guint           index)
{
  MerImportColumnHead *self = g_object_new (MER_TYPE_IMPORT_COLUMN_HEAD, NULL);

  self->import = g_object_ref (state);
  self->index = index;
  mer_import_column_head_update (self);
  return GTK_WIDGET (self);
}
