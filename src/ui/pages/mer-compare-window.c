/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of two cycles. Both are read and scored in a worker with a connection of its own; the
 * window is modal, so that the document stays as it was read. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-cycle-comparison-table.h"
#include "core/mer-file-name.h"
#include "report/mer-save-path.h"
#include "store/mer-registry-store.h"
#include "ui/mer-document-work.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-save-tell.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-compare-table.h"
#include "ui/pages/mer-compare-window.h"
#include "ui/pages/mer-compare-words.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-table-keys.h"
#include "ui/widgets/mer-wrap-bar.h"

#define WIDTH 1000
#define HEIGHT 640

struct _MerCompareWindow
{
  AdwWindow parent_instance;

  /* template children */
  AdwWindowTitle  *title;
  GtkStack        *stack;
  GtkSpinner      *spinner;
  AdwStatusPage   *failed;
  GtkWidget       *add;
  GtkLabel        *cycle;
  GtkDropDown     *other;
  GtkLabel        *summary;
  GtkInfoBar      *bar;
  GtkLabel        *notes;
  MerCompareTable *table;
  GtkWidget       *pane;
  GtkLabel        *name;
  GtkLabel        *standing;
  GtkGrid         *grid;

  MerSession           *session;         /* owned */
  GSimpleActionGroup   *actions;         /* owned */
  gint64                cycle_id;        /* that is looked at */
  GArray               *others;          /* owned: of gint64, as in the drop-down */
  gint64                organization_id; /* to be selected; 0: none */
  GCancellable         *cancellable;     /* owned, nullable: of the worker */
  MerCycleComparison   *comparison;      /* owned, nullable */
  GtkFileChooserNative *chooser;         /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (MerCompareWindow, mer_compare_window, ADW_TYPE_WINDOW)

static void
enable (MerCompareWindow *self,
        const char       *name,
        gboolean          enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (MerCompareWindow *self)
{
  gboolean some = self->comparison != NULL && self->comparison->n_rows > 0;

  enable (self, "copy", some);
  enable (self, "copy-all", some);
  enable (self, "export", some);
}

/* --- the selected organization ------------------------------------------------------------- */

static void
attach (MerCompareWindow *self,
        int               column,
        int               row,
        const char       *text,
        const char       *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
attach_score (MerCompareWindow       *self,
              int                     column,
              const char             *symbol,
              const char             *tooltip,
              const MerComparedScore *score)
{
  MerLanguage language = mer_language_of_locale ();
  guint       decimals = self->comparison->one->scores->decimals;
  g_auto (MerRational) change = MER_RATIONAL_ZERO;
  g_autofree char *one =
    score->has_one ? mer_format_rational (language, &score->one, decimals) : g_strdup ("—");
  g_autofree char *other =
    score->has_other ? mer_format_rational (language, &score->other, decimals) : g_strdup ("—");
  g_autofree char *difference = mer_compared_change (score, &change)
                                  ? mer_format_difference (language, &change, decimals)
                                  : g_strdup ("—");

  attach (self, column, 0, symbol, "mer-section");
  gtk_widget_set_tooltip_text (gtk_grid_get_child_at (self->grid, column, 0), tooltip);
  attach (self, column, 1, one, NULL);
  attach (self, column, 2, other, NULL);
  attach (self, column, 3, difference, "mer-strong");
}

static void
fill_grid (MerCompareWindow     *self,
           const MerComparedRow *row)
{
  const MerCycleComparison *comparison = self->comparison;

  attach (self, 0, 0, "", NULL);
  attach (self, 0, 1, comparison->one->cycle->title, "mer-secondary");
  attach (self, 0, 2, comparison->other->cycle->title, "mer-secondary");
  attach (self, 0, 3, _("Change"), "mer-secondary");
  attach_score (self, 1, comparison->percent ? _("S, %") : "S", _("Score"), &row->total);
  for (guint i = 0; i < comparison->codes->len; i++)
    {
      const MerCriterion *criterion = mer_compare_words_criterion (comparison, i);

      attach_score (self, (int) i + 2, criterion->symbol, criterion->title, &row->criteria[i]);
    }
}

static void
show_row (MerCompareWindow *self)
{
  const MerComparedRow *row = mer_compare_table_get_row (self->table);
  g_autofree char      *standing = NULL;

  mer_grid_clear (self->grid);
  gtk_widget_set_visible (self->pane, row != NULL);
  if (row == NULL)
    return;
  standing = mer_compare_words_row (self->comparison, row);
  gtk_label_set_text (self->name, row->organization->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), row->organization->name);
  gtk_label_set_text (self->standing, standing);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->standing), standing);
  fill_grid (self, row);
}

/* --- reading ------------------------------------------------------------------------------- */

typedef struct
{
  gint64 one;
  gint64 other;
} Pair;

static gpointer
compare_cycles (MerDocument  *document,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  const Pair *pair = data;

  return mer_cycle_comparison_new (document, pair->one, pair->other, error);
}

static void
show_comparison (MerCompareWindow *self)
{
  g_autofree char *notes = mer_compare_words_notes (self->comparison);
  g_autofree char *summary = mer_compare_words_summary (self->comparison);

  adw_window_title_set_subtitle (self->title, self->comparison->percent
                                 ? _("In per cent of the maximum")
                                 : _("In points"));
  gtk_label_set_text (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), *notes != '\0');
  gtk_label_set_text (self->summary, summary);
  mer_compare_table_set (self->table, self->comparison);
  if (self->organization_id != 0)
    mer_compare_table_select (self->table, self->organization_id);
  show_row (self);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MerCompareWindow *self = MER_COMPARE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char    *sentence = NULL;
  MerCycleComparison *comparison = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  self->comparison = comparison;
  if (comparison != NULL)
    {
      show_comparison (self);
      gtk_stack_set_visible_child_name (self->stack, "table");
      gtk_widget_grab_focus (GTK_WIDGET (mer_compare_table_get_view (self->table)));
    }
  else
    {
      sentence = mer_error_describe (error);
      adw_status_page_set_description (self->failed, sentence);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  update_actions (self);
}

static void
stop (MerCompareWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (MerCompareWindow *self)
{
  stop (self);
  mer_compare_table_set (self->table, NULL);
  g_clear_pointer (&self->comparison, mer_cycle_comparison_free);
}

static void
compare (MerCompareWindow *self,
         gint64            other_id)
{
  g_autoptr (GTask) task = NULL;
  Pair *pair = g_new0 (Pair, 1);

  forget (self);
  update_actions (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, compared_cb, NULL);
  pair->one = self->cycle_id;
  pair->other = other_id;
  g_task_set_source_tag (task, compare);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  mer_document_work_run_with (task, mer_session_get_document (self->session), compare_cycles, pair,
                              g_free, (GDestroyNotify) mer_cycle_comparison_free);
}

static void
other_changed_cb (MerCompareWindow *self)
{
  guint                 selected = gtk_drop_down_get_selected (self->other);
  const MerComparedRow *row = mer_compare_table_get_row (self->table);

  if (self->others == NULL || selected >= self->others->len)
    return;
  if (row != NULL)
    self->organization_id = row->organization->id;
  compare (self, g_array_index (self->others, gint64, selected));
}

/* --- which cycles there are ---------------------------------------------------------------- */

/* Newest first; the one before is proposed. */
static void
list_others (MerCompareWindow *self,
             const GPtrArray  *cycles)
{
  const MerResults *results = mer_session_get_results (self->session);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint proposed = 0;

  for (guint i = cycles->len; i > 0; i--)
    {
      const MerCycle  *cycle = cycles->pdata[i - 1];
      g_autofree char *title = g_strdup_printf (_("with “%s”"), cycle->title);

      if (cycle->id == self->cycle_id)
        continue;
      if (results->previous_cycle != NULL && results->previous_cycle->id == cycle->id)
        proposed = others->len;
      gtk_string_list_append (titles, title);
      g_array_append_val (others, cycle->id);
    }
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->other, proposed);
  self->others = g_steal_pointer (&others);
}

static void
start (MerCompareWindow *self)
{
  MerDocument     *document = mer_session_get_document (self->session);
  const MerCycle  *cycle = mer_session_get_results (self->session)->cycle;
  g_autofree char *title = g_strdup_printf (_("“%s”"), cycle->title);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = mer_store_cycles (document, &error);

  self->cycle_id = cycle->id;
  gtk_label_set_text (self->cycle, title);
  gtk_widget_set_visible (self->add, !mer_document_is_read_only (document));
  update_actions (self);
  if (cycles == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  list_others (self, cycles);
  if (self->others->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    other_changed_cb (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_compare_table_copy (((MerCompareWindow *) user_data)->table);
}

static void
copy_all_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerCompareWindow  *self = user_data;
  GtkColumnView     *view = mer_compare_table_get_view (self->table);
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  g_autoptr (GtkBitset) before = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) all =
    gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (model)));

  gtk_selection_model_select_all (model);
  mer_compare_table_copy (self->table);
  gtk_selection_model_set_selection (model, before, all);
}

void
mer_compare_window_save_to (MerCompareWindow *self,
                            const char       *path)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MER_IS_COMPARE_WINDOW (self) && self->comparison != NULL);
  mer_cycle_comparison_write (self->comparison, mer_document_get_language (document), path, &error);
  mer_save_tell (self->session, path, error);
}

static void
chosen_cb (MerCompareWindow *self,
           int               response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *chosen = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *path = NULL;

  g_clear_object (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT || chosen == NULL || self->comparison == NULL)
    return;
  path = mer_save_path_table (chosen);
  mer_compare_window_save_to (self, path);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *title,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strdup_printf ("%s (*.%s)", title, suffix);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerCompareWindow *self = user_data;
  g_autoptr (GFile) document =
    g_file_new_for_path (mer_document_get_path (mer_session_get_document (self->session)));
  g_autoptr (GFile) folder = g_file_get_parent (document);
  g_autofree char *title = g_strdup_printf (_("Comparison, %s and %s.xlsx"),
                                               self->comparison->one->cycle->title,
                                               self->comparison->other->cycle->title);
  g_autofree char *name = mer_file_name (title, NULL);
  const char      *heading = _("Export the comparison");

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (heading, GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_native_set_accept_label (self->chooser, _("_Export"));
  gtk_file_chooser_native_set_cancel_label (self->chooser, _("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("Excel workbook"), "xlsx");
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("CSV table"), "csv");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static const GActionEntry actions[] = {
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "copy-all", copy_all_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
};

/* Closes the window, and does something in the one under it. */
static void
leave_for (MerCompareWindow *self,
           const char       *action,
           GVariant         *parameter)
{
  g_autoptr (GVariant) kept = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  g_autoptr (GtkWindow) parent = NULL;

  g_set_object (&parent, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), action, kept);
}

static void
add_cb (MerCompareWindow *self)
{
  leave_for (self, "win.new-cycle", NULL);
}

static void
activate_cb (MerCompareWindow *self,
             gint64            organization_id)
{
  leave_for (self, "win.show-rating", g_variant_new_int64 (organization_id));
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_compare_window_dispose (GObject *object)
{
  MerCompareWindow *self = MER_COMPARE_WINDOW (object);

  if (self->table != NULL)
    forget (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->others, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_COMPARE_WINDOW);
  G_OBJECT_CLASS (mer_compare_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, add);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, cycle);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, other);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, table);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, name);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, standing);
  gtk_widget_class_bind_template_child (widget_class, MerCompareWindow, grid);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_row);
}

static void
mer_compare_window_class_init (MerCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_compare_window_dispose;
  g_type_ensure (MER_TYPE_COMPARE_TABLE);
  g_type_ensure (MER_TYPE_WRAP_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-compare-window.ui"));
  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "compare.export", NULL);
}

static void
mer_compare_window_init (MerCompareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", G_ACTION_GROUP (self->actions));
  mer_table_keys_bind (GTK_WIDGET (mer_compare_table_get_view (self->table)),
                       G_ACTION_GROUP (self->actions), "compare.");
}

void
mer_compare_window_present (GtkWindow  *parent,
                            MerSession *session,
                            gint64      organization_id)
{
  MerCompareWindow *self = NULL;

  g_return_if_fail (mer_session_get_results (session) != NULL);
  self = g_object_new (MER_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->organization_id = organization_id;
  mer_text_scale_window (GTK_WINDOW (self), WIDTH, HEIGHT);
  start (self);
  gtk_window_present (GTK_WINDOW (self));
}
