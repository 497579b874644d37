/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of plan and fact. What was there before is the session's results, which are those
 * before the import as long as nothing else can be done. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-plan.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-numbered-column.h"
#include "ui/widgets/mer-sample-row.h"

/* --- the table ------------------------------------------------------------- */

enum
{
  COLUMN_NAME,
  COLUMN_RECIPIENTS,
  COLUMN_PLAN,
  COLUMN_BEFORE,
  COLUMN_COMING,
  COLUMN_AFTER,
  COLUMN_PERCENT,
};

struct _MerImportPlan
{
  GtkBox parent_instance;

  /* template children */
  GtkColumnView *view;
  GtkLabel      *summary;

  GListStore *store; /* owned */
};

G_DEFINE_FINAL_TYPE (MerImportPlan, mer_import_plan, GTK_TYPE_BOX)

static char *
percent_text (const MerSampleRow *row)
{
  if (row->plan < 0)
    return g_strdup (_("no plan"));
  return mer_sample_number_text (mer_sample_row_percent (row));
}

static char *
cell_text (const MerSampleRow *row,
           guint               column)
{
  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_RECIPIENTS:
      return mer_sample_number_text (row->recipients);
    case COLUMN_PLAN:
      return mer_sample_number_text (row->plan);
    case COLUMN_BEFORE:
      return mer_sample_number_text (row->fact);
    case COLUMN_COMING:
      return mer_sample_number_text (row->coming);
    case COLUMN_AFTER:
      return mer_sample_number_text (row->fact + row->coming);
    case COLUMN_PERCENT:
    default:
      return percent_text (row);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = mer_numbered_column_of (factory);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_NAME ? 0 : 1);
  if (column == COLUMN_NAME)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (label, "mer-strong");
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  guint               column = mer_numbered_column_of (factory);
  const MerSampleRow *row = gtk_list_item_get_item (item);
  GtkWidget          *label = gtk_list_item_get_child (item);
  g_autofree char    *text = cell_text (row, column);
  gboolean            lacks = column == COLUMN_PERCENT && row->plan > row->fact + row->coming;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == COLUMN_NAME)
    gtk_widget_set_tooltip_text (label, text);
  if (lacks)
    gtk_widget_add_css_class (label, "mer-warning");
  else
    gtk_widget_remove_css_class (label, "mer-warning");
}

static const MerCellCallbacks cells = { G_CALLBACK (setup_cb), G_CALLBACK (bind_cb), NULL };

static void
add_column (MerImportPlan *self,
            guint          column,
            const char    *title,
            int            width)
{
  g_autoptr (GtkColumnViewColumn) view_column =
    mer_numbered_column_append (self->view, &cells, column, title, width);

  if (column != COLUMN_NAME)
    mer_headers_set_numeric (view_column);
}

/* --- filling it ------------------------------------------------------------ */

static MerSampleRow *
make_row (MerImportState       *state,
          const MerImportShare *share,
          gboolean              imported)
{
  MerResults   *results = mer_session_get_results (mer_import_state_get_session (state));
  const char   *name = mer_import_state_get_known_name (state, share->organization_id);
  MerSampleRow *row = mer_sample_row_new (results, share->organization_id,
                                          name != NULL ? name : _("new organizations"));

  row->coming = (gint64) share->n;
  if (imported && row->fact >= row->coming)
    row->fact -= row->coming;
  return row;
}

/* «План набирают 23 из 36» */
static void
show_summary (MerImportPlan   *self,
              const GPtrArray *rows)
{
  guint            planned = 0;
  guint            reached = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const MerSampleRow *row = g_ptr_array_index (rows, i);

      planned += row->plan > 0;
      reached += row->plan > 0 && row->fact + row->coming >= row->plan;
    }
  if (planned > 0)
    text = g_strdup_printf (ngettext ("%u of %u organization reaches its plan with this file",
                                      "%u of %u organizations reach their plan with this file",
                                      planned),
                            reached, planned);
  gtk_label_set_text (self->summary, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), text != NULL);
}

void
mer_import_plan_show (MerImportPlan         *self,
                      MerImportState        *state,
                      const MerImportResult *result,
                      gboolean               imported)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (MER_IS_IMPORT_PLAN (self));
  for (guint i = 0; result != NULL && i < result->accepted_of->len; i++)
    g_ptr_array_add (rows,
                     make_row (state, &g_array_index (result->accepted_of, MerImportShare, i),
                               imported));
  g_ptr_array_sort (rows, mer_sample_row_compare);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       rows->pdata, rows->len);
  show_summary (self, rows);
}

guint
mer_import_plan_get_n (MerImportPlan *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_PLAN (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_plan_dispose (GObject *object)
{
  MerImportPlan *self = MER_IMPORT_PLAN (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_PLAN);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mer_import_plan_parent_class)->dispose (object);
}

static void
mer_import_plan_class_init (MerImportPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_plan_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-import-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportPlan, view);
  gtk_widget_class_bind_template_child (widget_class, MerImportPlan, summary);
}

static void
mer_import_plan_init (MerImportPlan *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (MER_TYPE_SAMPLE_ROW);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  add_column (self, COLUMN_NAME, _("Organization"), -1);
  add_column (self, COLUMN_RECIPIENTS, _("Recipients"), 100);
  add_column (self, COLUMN_PLAN, _("Plan"), 76);
  add_column (self, COLUMN_BEFORE, _("Before"), 76);
  add_column (self, COLUMN_COMING, _("From the file"), 100);
  add_column (self, COLUMN_AFTER, _("After"), 76);
  add_column (self, COLUMN_PERCENT, "%", 84);
  mer_headers_follow (self->view);
}
