/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of names. Its order is made once for a scan, so that a row stays where it is when it
 * is decided. Letters decide about the selected row, by the key and not by the layout. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/import/mer-import-name-chooser.h"
#include "ui/import/mer-import-name-row.h"
#include "ui/import/mer-import-names-page.h"
#include "ui/import/mer-import-progress.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-numbered-column.h"
#include "ui/widgets/mer-children.h"

enum
{
  COLUMN_NAME,
  COLUMN_ROWS,
  COLUMN_FOUND,
  COLUMN_MATCH,
  COLUMN_ACTION,
};

struct _MerImportNamesPage
{
  GtkBox parent_instance;

  /* template children */
  GtkToggleButton   *only_open;
  GtkToggleButton   *all;
  GtkWidget         *accept;
  GtkWidget         *create;
  GtkWidget         *skip;
  GtkStack          *stack;
  GtkColumnView     *view;
  MerImportProgress *progress;
  AdwStatusPage     *problem;

  MerImportState      *state;     /* owned, nullable */
  const MerImportScan *scan;      /* borrowed: the one whose names are shown */
  GListStore          *store;     /* owned: of MerImportNameRow */
  GtkCustomFilter     *filter;    /* owned */
  GtkSingleSelection  *selection; /* owned */
  GtkWidget           *chooser;   /* owned: our popover */
};

G_DEFINE_FINAL_TYPE (MerImportNamesPage, mer_import_names_page, GTK_TYPE_BOX)

/* --- cells ---------------------------------------------------------------------------- */

static void
show_action (GtkWidget        *button,
             MerImportNameRow *row)
{
  const MerImportName *name = mer_import_name_row_get_name (row);
  const char          *action = mer_import_name_row_action (row);
  g_autofree char     *said = g_strdup_printf ("%s: %s", name->name, action);

  gtk_button_set_label (GTK_BUTTON (button), action);
  gtk_widget_set_sensitive (button, name->state != MER_IMPORT_NAME_EMPTY);
  if (mer_import_name_is_open (name))
    gtk_widget_add_css_class (button, "mer-warning");
  else
    gtk_widget_remove_css_class (button, "mer-warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
}

static void
show_text (GtkWidget        *label,
           MerImportNameRow *row,
           guint             column)
{
  const MerImportName *name = mer_import_name_row_get_name (row);
  g_autofree char     *text = NULL;

  if (column == COLUMN_NAME)
    text = g_strdup (*name->name != '\0' ? name->name : _("empty"));
  else if (column == COLUMN_ROWS)
    text = mer_format_count (mer_language_of_locale (), (gint64) name->n_rows);
  else if (column == COLUMN_FOUND)
    text = mer_import_name_row_found (row);
  else
    text = mer_import_name_row_match (row);
  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == COLUMN_NAME || column == COLUMN_FOUND)
    gtk_widget_set_tooltip_text (label, text);
  if (column == COLUMN_MATCH && mer_import_name_row_needed (row))
    gtk_widget_add_css_class (label, "mer-warning");
  else if (column == COLUMN_MATCH)
    gtk_widget_remove_css_class (label, "mer-warning");
}

static void
show_cell (GtkListItem *item)
{
  MerImportNameRow *row = gtk_list_item_get_item (item);
  GtkWidget        *child = gtk_list_item_get_child (item);
  guint             column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "column"));

  if (column == COLUMN_ACTION)
    show_action (child, row);
  else
    show_text (child, row, column);
}

static void
open_chooser (MerImportNamesPage *self,
              MerImportNameRow   *row)
{
  if (mer_import_name_row_get_name (row)->state != MER_IMPORT_NAME_EMPTY)
    mer_import_name_chooser_open (MER_IMPORT_NAME_CHOOSER (self->chooser), self->state, row,
                                  mer_import_name_row_get_button (row));
}

static void
action_clicked_cb (GtkWidget *button,
                   gpointer   user_data)
{
  GtkListItem *item = user_data;
  GtkWidget   *page = gtk_widget_get_ancestor (button, MER_TYPE_IMPORT_NAMES_PAGE);

  if (page != NULL && gtk_list_item_get_item (item) != NULL)
    open_chooser (MER_IMPORT_NAMES_PAGE (page), gtk_list_item_get_item (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = mer_numbered_column_of (factory);
  GtkWidget *child = column == COLUMN_ACTION ? gtk_button_new () : gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (child), "column", GUINT_TO_POINTER (column));
  if (column == COLUMN_ACTION)
    {
      gtk_widget_add_css_class (child, "mer-cell-button");
      g_signal_connect (child, "clicked", G_CALLBACK (action_clicked_cb), item);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (child), column == COLUMN_ROWS ? 1 : 0);
      if (column != COLUMN_ROWS)
        gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_MIDDLE);
    }
  if (column == COLUMN_NAME)
    gtk_widget_add_css_class (child, "mer-strong");
  gtk_list_item_set_child (item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  MerImportNameRow *row = gtk_list_item_get_item (item);

  if (mer_numbered_column_of (factory) == COLUMN_ACTION)
    mer_import_name_row_set_button (row, gtk_list_item_get_child (item));
  show_cell (item);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (show_cell), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  MerImportNameRow *row = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_data (row, item);
  if (mer_import_name_row_get_button (row) == gtk_list_item_get_child (item))
    mer_import_name_row_set_button (row, NULL);
}

static const MerCellCallbacks cells = { G_CALLBACK (setup_cb), G_CALLBACK (bind_cb),
                                        G_CALLBACK (unbind_cb) };

static void
add_column (MerImportNamesPage *self,
            guint               column,
            const char         *title,
            int                 width)
{
  g_autoptr (GtkColumnViewColumn) view_column =
    mer_numbered_column_append (self->view, &cells, column, title, width);

  if (column == COLUMN_ROWS)
    mer_headers_set_numeric (view_column);
}

/* --- deciding ------------------------------------------------------------------------- */

/* Takes what the name is most like; never what is one of several equals. */
static void
accept_row (MerImportNamesPage  *self,
            const MerImportName *name)
{
  const MerImportCandidate *first =
    name->candidates->len > 0 ? g_ptr_array_index (name->candidates, 0) : NULL;

  if (name->state == MER_IMPORT_NAME_EXACT || name->state == MER_IMPORT_NAME_ALIAS)
    mer_import_state_forget_name (self->state, name);
  else if (name->state == MER_IMPORT_NAME_SIMILAR && first != NULL)
    mer_import_state_decide_name (self->state, name, MER_NAME_CHOOSE, first->organization_id);
}

static gboolean
key_pressed_cb (MerImportNamesPage *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  MerImportNameRow    *row = gtk_single_selection_get_selected_item (self->selection);
  const MerImportName *name = row != NULL ? mer_import_name_row_get_name (row) : NULL;

  if (name == NULL || name->state == MER_IMPORT_NAME_EMPTY ||
      (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_a:
    case GDK_KEY_Cyrillic_ef:
      accept_row (self, name);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
    case GDK_KEY_Cyrillic_es:
      mer_import_state_decide_name (self->state, name, MER_NAME_CREATE, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
    case GDK_KEY_Cyrillic_yeru:
      mer_import_state_decide_name (self->state, name, MER_NAME_SKIP, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
activated_cb (MerImportNamesPage *self,
              guint               position)
{
  g_autoptr (MerImportNameRow) row =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    open_chooser (self, row);
}

static void
accept_cb (MerImportNamesPage *self)
{
  mer_import_state_accept_exact (self->state);
}

static void
create_cb (MerImportNamesPage *self)
{
  mer_import_state_decide_unknown (self->state, MER_NAME_CREATE);
}

static void
skip_cb (MerImportNamesPage *self)
{
  mer_import_state_decide_unknown (self->state, MER_NAME_SKIP);
}

/* --- following the state -------------------------------------------------------------- */

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  MerImportNamesPage *self = user_data;

  return gtk_toggle_button_get_active (self->all) || mer_import_name_row_needed (item);
}

static void
filter_toggled_cb (MerImportNamesPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
fill_rows (MerImportNamesPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean any = FALSE;

  for (guint i = 0; self->scan != NULL && i < self->scan->names->len; i++)
    {
      MerImportNameRow *row =
        mer_import_name_row_new (self->state, g_ptr_array_index (self->scan->names, i));

      any = any || mer_import_name_row_needed (row);
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, mer_import_name_row_compare);
  gtk_toggle_button_set_active (any ? self->only_open : self->all, TRUE);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       rows->pdata, rows->len);
}

/* How many names are in one of these states, and how many of them are decided against it. */
static void
show_buttons (MerImportNamesPage *self)
{
  guint            open = mer_import_state_count_open_names (self->state);
  guint            n = self->scan != NULL ? self->scan->names->len : 0;
  guint            unknown = 0;
  guint            changed = 0;
  g_autofree char *open_text = g_strdup_printf (_("To decide: %u"), open);
  g_autofree char *all_text = g_strdup_printf (_("All: %u"), n);

  for (guint i = 0; i < n; i++)
    {
      const MerImportName *name = g_ptr_array_index (self->scan->names, i);

      unknown += name->state == MER_IMPORT_NAME_UNKNOWN && !name->decided;
      changed += name->decided && (name->state == MER_IMPORT_NAME_EXACT ||
                                   name->state == MER_IMPORT_NAME_ALIAS);
    }
  gtk_button_set_label (GTK_BUTTON (self->only_open), open_text);
  gtk_button_set_label (GTK_BUTTON (self->all), all_text);
  gtk_widget_set_sensitive (self->accept, changed > 0);
  gtk_widget_set_sensitive (self->create, unknown > 0);
  gtk_widget_set_sensitive (self->skip, unknown > 0);
}

static void
update_rows (MerImportNamesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerImportNameRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      mer_import_name_row_emit_changed (row);
    }
}

static void
state_changed_cb (MerImportNamesPage *self)
{
  const MerImportScan *scan = mer_import_state_get_scan (self->state);
  const GError        *error = mer_import_state_get_scan_error (self->state);

  if (scan != self->scan)
    {
      gtk_popover_popdown (GTK_POPOVER (self->chooser));
      self->scan = scan;
      fill_rows (self);
    }
  else
    update_rows (self);
  show_buttons (self);
  mer_import_progress_follow (self->progress, mer_import_state_get_scan_progress (self->state));
  if (error != NULL)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, scan != NULL    ? "table"
                                                 : error != NULL ? "problem"
                                                                 : "progress");
}

/* --- the object ----------------------------------------------------------------------- */

static gboolean
mer_import_names_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MER_IMPORT_NAMES_PAGE (widget)->view));
}

static void
mer_import_names_page_dispose (GObject *object)
{
  MerImportNamesPage *self = MER_IMPORT_NAMES_PAGE (object);

  if (self->state != NULL)
    mer_import_names_page_set_state (self, NULL);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_NAMES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mer_import_names_page_parent_class)->dispose (object);
}

static void
mer_import_names_page_class_init (MerImportNamesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_names_page_dispose;
  widget_class->grab_focus = mer_import_names_page_grab_focus;
  widget_class->focus = mer_children_focus;
  g_type_ensure (MER_TYPE_IMPORT_PROGRESS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-names-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, only_open);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, all);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, accept);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, create);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, skip);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, view);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MerImportNamesPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
mer_import_names_page_init (MerImportNamesPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkFilterListModel *filtered = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (MER_TYPE_IMPORT_NAME_ROW);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  add_column (self, COLUMN_NAME, _("In the file"), -1);
  add_column (self, COLUMN_ROWS, _("Rows"), 96);
  add_column (self, COLUMN_FOUND, _("Found"), -1);
  add_column (self, COLUMN_MATCH, _("Match"), 136);
  add_column (self, COLUMN_ACTION, _("Action"), 160);
  mer_headers_follow (self->view);
  self->chooser = mer_import_name_chooser_new (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

void
mer_import_names_page_set_state (MerImportNamesPage *self,
                                 MerImportState     *state)
{
  g_return_if_fail (MER_IS_IMPORT_NAMES_PAGE (self));
  if (self->state == state)
    return;
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  mer_import_progress_follow (self->progress, NULL);
  g_set_object (&self->state, state);
  self->scan = NULL;
  g_list_store_remove_all (self->store);
  if (state == NULL)
    return;
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
  state_changed_cb (self);
}

guint
mer_import_names_page_get_n_shown (MerImportNamesPage *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_NAMES_PAGE (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
