/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of plan and fact. What was there before is the session's results, which are those
 * before the import as long as nothing else can be done. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "core/mer-name.h"
#include "cycle/mer-sample-rule.h"
#include "ui/import/mer-import-plan.h"
#include "ui/widgets/mer-headers.h"

/* --- rows ------------------------------------------------------------------ */

#define MER_TYPE_PLAN_ROW (mer_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanRow, mer_plan_row, MER, PLAN_ROW, GObject)

struct _MerPlanRow
{
  GObject parent_instance;

  char  *name;       /* owned */
  char  *sort_key;   /* owned */
  gint64 recipients; /* −1: unknown */
  gint64 plan;       /* −1: unknown */
  gint64 before;
  gint64 coming;
};

G_DEFINE_FINAL_TYPE (MerPlanRow, mer_plan_row, G_TYPE_OBJECT)

static void
mer_plan_row_finalize (GObject *object)
{
  MerPlanRow *self = MER_PLAN_ROW (object);

  g_free (self->name);
  g_free (self->sort_key);
  G_OBJECT_CLASS (mer_plan_row_parent_class)->finalize (object);
}

static void
mer_plan_row_class_init (MerPlanRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_plan_row_finalize;
}

static void
mer_plan_row_init (MerPlanRow *self)
{
}

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
number_text (gint64 number)
{
  return number < 0 ? g_strdup ("—") : mer_format_count (mer_language_of_locale (), number);
}

/* Rounded down: 100 is only said when it is reached. */
static char *
percent_text (const MerPlanRow *row)
{
  if (row->plan < 0)
    return g_strdup (_("no plan"));
  if (row->plan == 0)
    return g_strdup ("—");
  return number_text ((row->before + row->coming) * 100 / row->plan);
}

static char *
cell_text (const MerPlanRow *row,
           guint             column)
{
  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_RECIPIENTS:
      return number_text (row->recipients);
    case COLUMN_PLAN:
      return number_text (row->plan);
    case COLUMN_BEFORE:
      return number_text (row->before);
    case COLUMN_COMING:
      return number_text (row->coming);
    case COLUMN_AFTER:
      return number_text (row->before + row->coming);
    case COLUMN_PERCENT:
    default:
      return percent_text (row);
    }
}

static guint
column_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = column_of (factory);
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
  guint             column = column_of (factory);
  const MerPlanRow *row = gtk_list_item_get_item (item);
  GtkWidget        *label = gtk_list_item_get_child (item);
  g_autofree char  *text = cell_text (row, column);
  gboolean          lacks = column == COLUMN_PERCENT && row->plan > row->before + row->coming;

  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == COLUMN_NAME)
    gtk_widget_set_tooltip_text (label, text);
  if (lacks)
    gtk_widget_add_css_class (label, "mer-warning");
  else
    gtk_widget_remove_css_class (label, "mer-warning");
}

static void
add_column (MerImportPlan *self,
            guint          column,
            const char    *title,
            int            width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_column_view_column_set_expand (view_column, width < 0);
  gtk_column_view_column_set_fixed_width (view_column, width);
  if (column != COLUMN_NAME)
    mer_headers_set_numeric (view_column);
  gtk_column_view_append_column (self->view, view_column);
}

/* --- filling it ------------------------------------------------------------ */

static gint64
recipients_of (MerResults *results,
               gint64      id)
{
  for (guint i = 0; results != NULL && i < results->members->len; i++)
    {
      const MerCycleMember *member = g_ptr_array_index (results->members, i);

      if (member->organization_id == id)
        return member->recipients;
    }
  return -1;
}

static gint64
fact_of (MerResults *results,
         gint64      id)
{
  for (guint i = 0; results != NULL && i < results->scores->n_rows; i++)
    {
      const MerScoreRow *row = &results->scores->rows[i];

      if (row->organization->id == id)
        return row->evidence != NULL ? row->evidence->tally->n : 0;
    }
  return 0;
}

static MerPlanRow *
make_row (MerImportState       *state,
          const MerImportShare *share,
          gboolean              imported)
{
  MerResults   *results = mer_session_get_results (mer_import_state_get_session (state));
  MerSampleRule rule = MER_SAMPLE_RULE_DEFAULT;
  MerPlanRow   *row = g_object_new (MER_TYPE_PLAN_ROW, NULL);
  const char   *name = mer_import_state_get_known_name (state, share->organization_id);

  row->name = g_strdup (name != NULL ? name : _("new organizations"));
  row->sort_key = mer_name_sort_key (row->name);
  row->recipients = recipients_of (results, share->organization_id);
  row->plan = mer_sample_rule_required (&rule, row->recipients);
  row->coming = (gint64) share->n;
  row->before = fact_of (results, share->organization_id);
  if (imported && row->before >= row->coming)
    row->before -= row->coming;
  return row;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const MerPlanRow *const *first = a;
  const MerPlanRow *const *second = b;

  return strcmp ((*first)->sort_key, (*second)->sort_key);
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
      const MerPlanRow *row = g_ptr_array_index (rows, i);

      planned += row->plan > 0;
      reached += row->plan > 0 && row->before + row->coming >= row->plan;
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
  g_ptr_array_sort (rows, compare_rows);
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
  self->store = g_list_store_new (MER_TYPE_PLAN_ROW);
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
