/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reasons as a tree, rows beneath. The rows are read again from the file by a worker, a hundred
 * at most; the last reason that was selected counts. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/import/mer-import-reasons.h"
#include "ui/import/mer-import-sheet.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-numbered-column.h"

#define MOST_ROWS 100

enum
{
  COLUMN_REASON,
  COLUMN_ROWS,
  COLUMN_REMEDY,
};

struct _MerImportReasons
{
  GtkBox parent_instance;

  /* template children */
  GtkPaned       *paned;
  GtkColumnView  *view;
  GtkWidget      *rows_box;
  GtkLabel       *rows_title;
  GtkStack       *rows_stack;
  MerImportSheet *rows;

  MerImportState     *state; /* owned, nullable */
  gboolean            remedies;
  GtkSingleSelection *selection;   /* owned, nullable */
  GCancellable       *cancellable; /* owned, nullable: of the rows that are being read */
};

G_DEFINE_FINAL_TYPE (MerImportReasons, mer_import_reasons, GTK_TYPE_BOX)

enum
{
  SIGNAL_REMEDY,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- cells ---------------------------------------------------------------------------- */

/* (transfer full): the reason of a list item, which holds a row of the tree. */
static MerImportReason *
reason_of (GtkListItem *item)
{
  return gtk_tree_list_row_get_item (gtk_list_item_get_item (item));
}

static void
remedy_clicked_cb (GtkWidget *button,
                   gpointer   user_data)
{
  GtkListItem *item = user_data;
  GtkWidget   *self = gtk_widget_get_ancestor (button, MER_TYPE_IMPORT_REASONS);
  g_autoptr (MerImportReason) reason = reason_of (item);

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_REMEDY], 0, (guint) mer_import_reason_get_remedy (reason),
                   mer_import_reason_get_column (reason));
}

static GtkWidget *
make_reason_cell (void)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  return expander;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = mer_numbered_column_of (factory);
  GtkWidget *child = NULL;

  if (column == COLUMN_REASON)
    child = make_reason_cell ();
  else if (column == COLUMN_ROWS)
    {
      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child), 1);
    }
  else
    {
      child = gtk_button_new ();
      gtk_widget_add_css_class (child, "mer-cell-button");
      g_signal_connect (child, "clicked", G_CALLBACK (remedy_clicked_cb), item);
    }
  gtk_list_item_set_child (item, child);
}

static void
show_reason (GtkListItem     *item,
             MerImportReason *reason)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget       *icon =
    gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  gboolean   rejected = mer_import_reason_is_rejection (reason);

  gtk_tree_expander_set_list_row (expander, gtk_list_item_get_item (item));
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                rejected ? "merilo-warning-symbolic" : "merilo-info-symbolic");
  if (rejected)
    gtk_widget_add_css_class (icon, "mer-warning");
  else
    gtk_widget_remove_css_class (icon, "mer-warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rejected ? _("Rejected") : _("Note"), -1);
  gtk_label_set_text (GTK_LABEL (label), mer_import_reason_get_title (reason));
  gtk_widget_set_tooltip_text (label, mer_import_reason_get_title (reason));
}

static const char *
remedy_text (MerImportReasons *self,
             MerImportReason  *reason)
{
  switch (mer_import_reason_get_remedy (reason))
    {
    case MER_REASON_VALUES:
      return _("Values…");
    case MER_REASON_NAMES:
      return _("Organizations…");
    case MER_REASON_DUPLICATES:
      return mer_import_state_get_keep_duplicates (self->state) ? _("Pass them over")
                                                                : _("Import them too");
    case MER_REASON_IN_FILE:
    default:
      return NULL;
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  g_autoptr (MerImportReason) reason = reason_of (item);
  GtkWidget        *child = gtk_list_item_get_child (item);
  MerImportReasons *self = g_object_get_data (G_OBJECT (factory), "self");
  g_autofree char  *count = NULL;
  const char       *remedy = NULL;

  switch (mer_numbered_column_of (factory))
    {
    case COLUMN_REASON:
      show_reason (item, reason);
      break;
    case COLUMN_ROWS:
      count = mer_format_count (mer_language_of_locale (),
                                (gint64) mer_import_reason_get_count (reason));
      gtk_label_set_text (GTK_LABEL (child), count);
      break;
    case COLUMN_REMEDY:
    default:
      remedy = self->remedies ? remedy_text (self, reason) : NULL;
      gtk_button_set_label (GTK_BUTTON (child), remedy != NULL ? remedy : "");
      gtk_widget_set_visible (child, remedy != NULL);
      break;
    }
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  if (mer_numbered_column_of (factory) == COLUMN_REASON)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static const MerCellCallbacks cells = { G_CALLBACK (setup_cb), G_CALLBACK (bind_cb),
                                        G_CALLBACK (unbind_cb) };

static void
add_column (MerImportReasons *self,
            guint             column,
            const char       *title,
            int               width)
{
  g_autoptr (GtkColumnViewColumn) view_column =
    mer_numbered_column_append (self->view, &cells, column, title, width);

  g_object_set_data (G_OBJECT (gtk_column_view_column_get_factory (view_column)), "self", self);
  if (column == COLUMN_ROWS)
    mer_headers_set_numeric (view_column);
}

/* --- rows ----------------------------------------------------------------------------- */

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MerImportReasons) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportRows) rows =
    mer_import_state_read_rows_finish (MER_IMPORT_STATE (source), result, &error);
  const MerImportPreview *preview = mer_import_state_get_preview (MER_IMPORT_STATE (source));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->state == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (rows == NULL)
    gtk_label_set_text (self->rows_title, error->message);
  else if (preview != NULL)
    {
      mer_import_sheet_set_table (self->rows, preview->columns, rows->rows, rows->numbers);
      gtk_stack_set_visible_child_name (self->rows_stack, "rows");
    }
}

static void
cancel_rows (MerImportReasons *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* «Строки 4, 9, 12 и ещё 31» is too long for many: how many are shown of how many. */
static char *
rows_words (guint   shown,
            guint64 all)
{
  g_autofree char *some = mer_format_count (mer_language_of_locale (), shown);
  g_autofree char *total = mer_format_count (mer_language_of_locale (), (gint64) all);

  if (shown >= all)
    return g_strdup_printf (ngettext ("%s row in the file", "%s rows in the file", all), total);
  return g_strdup_printf (ngettext ("The first %s row of %s", "The first %s rows of %s", shown),
                          some, total);
}

static void
show_rows (MerImportReasons *self,
           MerImportReason  *reason)
{
  GArray *all = mer_import_reason_get_rows (reason);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *words = NULL;

  g_array_append_vals (numbers, all->data, MIN (all->len, MOST_ROWS));
  words = rows_words (numbers->len, MAX (mer_import_reason_get_count (reason), numbers->len));
  gtk_label_set_text (self->rows_title,
                      numbers->len > 0 ? words : _("This concerns the file as a whole"));
  gtk_stack_set_visible_child_name (self->rows_stack, "nothing");
  if (numbers->len == 0)
    return;
  self->cancellable = g_cancellable_new ();
  mer_import_state_read_rows_async (self->state, numbers, self->cancellable, rows_cb,
                                    g_object_ref (self));
}

static void
selected_cb (MerImportReasons *self)
{
  GtkTreeListRow *row = NULL;
  g_autoptr (MerImportReason) reason = NULL;

  cancel_rows (self);
  if (self->selection != NULL)
    row = gtk_single_selection_get_selected_item (self->selection);
  gtk_widget_set_visible (self->rows_box, row != NULL);
  if (row == NULL)
    return;
  reason = gtk_tree_list_row_get_item (row);
  show_rows (self, reason);
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_reasons_dispose (GObject *object)
{
  mer_import_reasons_clear (MER_IMPORT_REASONS (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_REASONS);
  G_OBJECT_CLASS (mer_import_reasons_parent_class)->dispose (object);
}

static void
mer_import_reasons_class_init (MerImportReasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_reasons_dispose;
  signals[SIGNAL_REMEDY] =
    g_signal_new ("remedy", MER_TYPE_IMPORT_REASONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  g_type_ensure (MER_TYPE_IMPORT_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-reasons.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportReasons, paned);
  gtk_widget_class_bind_template_child (widget_class, MerImportReasons, view);
  gtk_widget_class_bind_template_child (widget_class, MerImportReasons, rows_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportReasons, rows_title);
  gtk_widget_class_bind_template_child (widget_class, MerImportReasons, rows_stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportReasons, rows);
}

static void
mer_import_reasons_init (MerImportReasons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_column (self, COLUMN_REASON, _("Reason"), -1);
  add_column (self, COLUMN_ROWS, _("Rows"), 88);
  add_column (self, COLUMN_REMEDY, _("Decision"), 168);
  mer_headers_follow (self->view);
}

void
mer_import_reasons_clear (MerImportReasons *self)
{
  g_return_if_fail (MER_IS_IMPORT_REASONS (self));
  cancel_rows (self);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_column_view_set_model (self->view, NULL);
      mer_import_sheet_set_table (self->rows, NULL, NULL, NULL);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->state);
}

static GListModel *
parts_of (gpointer item,
          gpointer user_data)
{
  GListModel *parts = mer_import_reason_get_parts (item);

  return parts != NULL ? g_object_ref (parts) : NULL;
}

/**
 * mer_import_reasons_show:
 * @self: the list
 * @state: with a result
 * @remedies: whether a decision can still change it
 */
void
mer_import_reasons_show (MerImportReasons *self,
                         MerImportState   *state,
                         gboolean          remedies)
{
  GListStore       *groups = NULL;
  GtkTreeListModel *tree = NULL;

  g_return_if_fail (MER_IS_IMPORT_REASONS (self));
  mer_import_reasons_clear (self);
  self->state = g_object_ref (state);
  self->remedies = remedies;
  groups = mer_import_reasons_of (mer_import_state_get_result (state));
  tree = gtk_tree_list_model_new (G_LIST_MODEL (groups), FALSE, FALSE, parts_of, NULL, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  selected_cb (self);
}

guint
mer_import_reasons_get_n (MerImportReasons *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASONS (self), 0);
  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}
