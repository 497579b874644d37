/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample table. A row is an organization that takes part in the cycle; its plan follows
 * from its recipients by the rule of src/cycle and is never stored. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-recipients.h"
#include "core/mer-name.h"
#include "cycle/mer-sample-rule.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-data-sample-private.h"
#include "ui/pages/mer-recipients-paste.h"
#include "ui/widgets/mer-headers.h"
#include "ui/widgets/mer-sample-bar.h"
#include "ui/widgets/mer-table-copy.h"

/* --- rows ------------------------------------------------------------------ */

#define MER_TYPE_SAMPLE_ROW (mer_sample_row_get_type ())
G_DECLARE_FINAL_TYPE (MerSampleRow, mer_sample_row, MER, SAMPLE_ROW, GObject)

struct _MerSampleRow
{
  GObject parent_instance;

  gint64   organization_id;
  gboolean selected;   /* of the member */
  char    *name;       /* owned */
  char    *sort_key;   /* owned */
  gint64   recipients; /* −1: unknown */
  char    *source;     /* of that number; owned, nullable */
  gint64   plan;       /* −1: unknown */
  gint64   fact;
};

G_DEFINE_FINAL_TYPE (MerSampleRow, mer_sample_row, G_TYPE_OBJECT)

static void
mer_sample_row_finalize (GObject *object)
{
  MerSampleRow *self = MER_SAMPLE_ROW (object);

  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->source);
  G_OBJECT_CLASS (mer_sample_row_parent_class)->finalize (object);
}

static void
mer_sample_row_class_init (MerSampleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_sample_row_finalize;
}

static void
mer_sample_row_init (MerSampleRow *self)
{
}

/* Percent of the plan, rounded down: 100 is only said when it is reached. */
static gint64
percent (const MerSampleRow *row)
{
  return row->plan > 0 ? row->fact * 100 / row->plan : -1;
}

/* --- the table ------------------------------------------------------------- */

enum
{
  COLUMN_NAME,
  COLUMN_RECIPIENTS,
  COLUMN_PLAN,
  COLUMN_FACT,
  COLUMN_PERCENT,
  COLUMN_BAR,
  COLUMN_NOTE,
  N_COLUMNS,
};

struct _MerDataSample
{
  MerDataView parent_instance;

  GtkColumnView       *view;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* owned */
  GListStore          *store;              /* owned */
  gint64               cycle_id;
};

G_DEFINE_FINAL_TYPE (MerDataSample, mer_data_sample, MER_TYPE_DATA_VIEW)

static char *
number_text (gint64 number)
{
  if (number < 0)
    return g_strdup ("—");
  return mer_format_count (mer_language_of_locale (), number);
}

/* What is said of a row beside its bar, and whether it is a warning. */
static char *
note_text (const MerSampleRow *row,
           gboolean           *warn)
{
  gint64 lacking = row->plan - row->fact;

  *warn = FALSE;
  if (row->plan < 0)
    return g_strdup (_("no plan"));
  if (lacking <= 0)
    return g_strdup (_("✓ enough"));
  *warn = TRUE;
  return g_strdup_printf (ngettext ("%d lacking", "%d lacking", (unsigned long) lacking),
                          (int) lacking);
}

static char *
cell_text (const MerSampleRow *row,
           guint               column)
{
  g_autofree char *number = NULL;

  switch (column)
    {
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_RECIPIENTS:
      return number_text (row->recipients);
    case COLUMN_PLAN:
      return number_text (row->plan);
    case COLUMN_FACT:
      return number_text (row->fact);
    case COLUMN_PERCENT:
    default:
      return number_text (percent (row));
    }
}

/* --- sorting --------------------------------------------------------------- */

static gint64
sort_number (const MerSampleRow *row,
             guint               column)
{
  switch (column)
    {
    case COLUMN_RECIPIENTS:
      return row->recipients;
    case COLUMN_PLAN:
      return row->plan;
    case COLUMN_FACT:
      return row->fact;
    default:
      return percent (row);
    }
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const MerSampleRow *first = a;
  const MerSampleRow *second = b;
  guint               column = GPOINTER_TO_UINT (user_data);
  gint64              difference = 0;

  if (column == COLUMN_NAME)
    return strcmp (first->sort_key, second->sort_key);
  difference = sort_number (first, column) - sort_number (second, column);
  return difference < 0 ? -1 : difference > 0;
}

/* --- editing recipients ---------------------------------------------------- */

typedef struct
{
  gint64         cycle_id;
  MerCycleMember member;
} RecipientsChange;

static gboolean
change_recipients (MerDocument *document,
                   gpointer     user_data,
                   GError     **error)
{
  const RecipientsChange *change = user_data;

  return mer_recipients_save_typed (document, change->cycle_id, &change->member, error);
}

static MerSampleRow *
row_of (GtkWidget *text)
{
  return g_object_get_data (G_OBJECT (text), "row");
}

static void
show_recipients (GtkWidget *text)
{
  g_autofree char *number = cell_text (row_of (text), COLUMN_RECIPIENTS);

  gtk_editable_set_text (GTK_EDITABLE (text), number);
}

/* Enter or leaving the cell is the end of editing; what is no number goes back. */
static void
commit_recipients (GtkWidget *text)
{
  MerDataSample *self =
    MER_DATA_SAMPLE (gtk_widget_get_ancestor (text, MER_TYPE_DATA_SAMPLE));
  MerSampleRow    *row = row_of (text);
  gint64           wanted = mer_recipients_parse (gtk_editable_get_text (GTK_EDITABLE (text)));
  RecipientsChange change = { 0 };
  g_autofree char *done = NULL;

  if (self == NULL || row == NULL)
    return;
  if (wanted != -2 && wanted != row->recipients)
    {
      change.cycle_id = self->cycle_id;
      change.member.organization_id = row->organization_id;
      change.member.recipients = wanted;
      change.member.selected = row->selected;
      done = g_strdup_printf (_("Recipients of “%s” were changed"), row->name);
      if (mer_session_perform (mer_data_view_get_session (MER_DATA_VIEW (self)),
                               _("Changing the recipients"), done,
                                  change_recipients, &change))
        return;
    }
  show_recipients (text);
}

static gboolean
recipients_key_cb (GtkWidget      *text,
                   guint           key,
                   guint           code,
                   GdkModifierType state)
{
  if (key != GDK_KEY_Escape || row_of (text) == NULL)
    return GDK_EVENT_PROPAGATE;
  show_recipients (text);
  return GDK_EVENT_STOP;
}

/* --- copying and pasting ---------------------------------------------------- */

static GListModel *
shown_rows (MerDataSample *self)
{
  return G_LIST_MODEL (gtk_column_view_get_model (self->view));
}

gint64
mer_data_sample_get_cycle_id (MerDataSample *self)
{
  return self->cycle_id;
}

GArray *
mer_data_sample_get_ids (MerDataSample *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (shown_rows (self)); i++)
    {
      g_autoptr (MerSampleRow) row = g_list_model_get_item (shown_rows (self), i);

      g_array_append_val (ids, row->organization_id);
    }
  return ids;
}

static char *
copied_text (GtkColumnViewColumn *view_column,
             gpointer             item,
             gpointer             user_data)
{
  MerDataSample *self = user_data;
  guint          column = COLUMN_NAME;

  while (column < COLUMN_BAR && self->columns[column] != view_column)
    column++;
  return cell_text (item, column);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerDataSample *self = user_data;

  mer_table_copy_rows (self->view, copied_text, self);
}

guint
mer_data_sample_get_start (MerDataSample *self,
                           GtkWidget     *cell)
{
  const MerSampleRow *focused = cell != NULL ? row_of (cell) : NULL;
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));

  for (guint i = 0; focused != NULL && i < g_list_model_get_n_items (shown_rows (self)); i++)
    {
      g_autoptr (MerSampleRow) row = g_list_model_get_item (shown_rows (self), i);

      if (row == focused)
        return i;
    }
  return gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_data_sample_start_pasting (user_data, NULL);
}

/* What GTK would put into one cell may be a whole column. */
static void
cell_paste_cb (GtkWidget *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (cell, MER_TYPE_DATA_SAMPLE);

  g_signal_stop_emission_by_name (cell, "paste-clipboard");
  if (self != NULL)
    mer_data_sample_start_pasting (MER_DATA_SAMPLE (self), cell);
}

static const GActionEntry actions[] = {
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
};

static void
update_actions (MerDataSample *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  MerDocument *document = mer_session_get_document (mer_data_view_get_session (view));
  gboolean     some = g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0;

  mer_data_view_set_action_enabled (view, "copy", some);
  mer_data_view_set_action_enabled (view, "paste",
                                    some && !mer_document_is_read_only (document));
}

/* --- cells ----------------------------------------------------------------- */

static guint
column_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

/* A plain text: a GtkEditableLabel of 4.8 that goes away while it ends editing is used
 * after it was freed. */
static GtkWidget *
make_recipients_cell (void)
{
  GtkWidget          *text = gtk_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_alignment (GTK_EDITABLE (text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), 6);
  gtk_widget_add_css_class (text, "mer-cell-text");
  gtk_widget_set_tooltip_text (text, _("Recipients of services"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Recipients"), -1);
  g_signal_connect (text, "activate", G_CALLBACK (commit_recipients), NULL);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (cell_paste_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit_recipients), text);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (recipients_key_cb), text);
  gtk_widget_add_controller (text, focus);
  gtk_widget_add_controller (text, keys);
  return text;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  guint      column = column_of (factory);
  GtkWidget *child = NULL;

  if (column == COLUMN_RECIPIENTS)
    child = make_recipients_cell ();
  else if (column == COLUMN_BAR)
    child = mer_sample_bar_new ();
  else
    {
      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child),
                            column == COLUMN_NAME || column == COLUMN_NOTE ? 0 : 1);
      gtk_label_set_ellipsize (GTK_LABEL (child), column == COLUMN_NAME ? PANGO_ELLIPSIZE_MIDDLE
                                                                        : PANGO_ELLIPSIZE_NONE);
    }
  if (column == COLUMN_NAME)
    gtk_widget_add_css_class (child, "mer-strong");
  gtk_list_item_set_child (item, child);
}

static void
bind_note (GtkWidget          *label,
           const MerSampleRow *row)
{
  gboolean         warn = FALSE;
  g_autofree char *text = note_text (row, &warn);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (warn)
    gtk_widget_add_css_class (label, "mer-warning");
  else
    gtk_widget_remove_css_class (label, "mer-warning");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  guint               column = column_of (factory);
  const MerSampleRow *row = gtk_list_item_get_item (item);
  GtkWidget          *child = gtk_list_item_get_child (item);
  g_autofree char    *text = NULL;

  if (column == COLUMN_BAR)
    {
      mer_sample_bar_set (MER_SAMPLE_BAR (child), row->fact, row->plan);
      return;
    }
  if (column == COLUMN_NOTE)
    {
      bind_note (child, row);
      return;
    }
  if (column == COLUMN_RECIPIENTS)
    {
      g_object_set_data (G_OBJECT (child), "row", gtk_list_item_get_item (item));
      show_recipients (child);
      gtk_widget_set_tooltip_text (child, row->source != NULL ? row->source
                                                              : _("Recipients of services"));
      return;
    }
  text = cell_text (row, column);
  gtk_label_set_text (GTK_LABEL (child), text);
  if (column == COLUMN_NAME)
    gtk_widget_set_tooltip_text (child, row->name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_TEXT (child))
    g_object_set_data (G_OBJECT (child), "row", NULL);
}

static void
add_column (MerDataSample *self,
            guint          column,
            const char    *title,
            int            width)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  if (column < COLUMN_BAR)
    {
      sorter =
        GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (column), NULL));
      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_column_set_expand (view_column, width < 0);
  gtk_column_view_column_set_fixed_width (
    view_column, width < 0 ? width : mer_text_scale_px (GTK_WIDGET (self), width));
  if (column > COLUMN_NAME && column < COLUMN_BAR)
    mer_headers_set_numeric (view_column);
  gtk_column_view_append_column (self->view, view_column);
  self->columns[column] = view_column;
}

/* --- filling it ------------------------------------------------------------ */

static const MerCycleMember *
find_member (MerResults *results,
             gint64      organization_id)
{
  guint i;

  for (i = 0; i < results->members->len; i++)
    {
      const MerCycleMember *member = g_ptr_array_index (results->members, i);

      if (member->organization_id == organization_id)
        return member;
    }
  return NULL;
}

static gint64
plan_of (const MerCycleMember *member)
{
  MerSampleRule rule = MER_SAMPLE_RULE_DEFAULT;

  return member != NULL ? mer_sample_rule_required (&rule, member->recipients) : -1;
}

static gint64
fact_of (const MerScoreRow *row)
{
  return row->evidence != NULL && row->evidence->tally != NULL ? row->evidence->tally->n : 0;
}

static MerSampleRow *
make_row (MerResults        *results,
          const MerScoreRow *score)
{
  const MerCycleMember *member = find_member (results, score->organization->id);
  MerSampleRow         *row = g_object_new (MER_TYPE_SAMPLE_ROW, NULL);

  row->organization_id = score->organization->id;
  row->selected = member == NULL || member->selected;
  row->name = g_strdup (score->organization->name);
  row->sort_key = mer_name_sort_key (row->name);
  row->recipients = member != NULL ? member->recipients : -1;
  if (member != NULL && member->recipients >= 0 && member->recipients_source != NULL)
    /* Translators: where a number of recipients is from: a file and its row, a form. */
    row->source = g_strdup_printf (_("Source: %s"), member->recipients_source);
  row->plan = plan_of (member);
  row->fact = fact_of (score);
  return row;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const MerSampleRow *const *first = a;
  const MerSampleRow *const *second = b;

  return strcmp ((*first)->sort_key, (*second)->sort_key);
}

/* Fills the table from the session's results; without results it is empty. */
static void
mer_data_sample_update (MerDataView *view)
{
  MerDataSample *self = MER_DATA_SAMPLE (view);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  MerResults *results = mer_session_get_results (mer_data_view_get_session (view));

  for (guint i = 0; results != NULL && i < results->scores->n_rows; i++)
    g_ptr_array_add (rows, make_row (results, &results->scores->rows[i]));
  g_ptr_array_sort (rows, compare_names);
  self->cycle_id = results != NULL ? results->cycle->id : 0;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       rows->pdata, rows->len);
  update_actions (self);
}

static void
mer_data_sample_set_narrow (MerDataView *view,
                            gboolean     narrow)
{
  MerDataSample       *self = MER_DATA_SAMPLE (view);
  GtkColumnViewColumn *column = self->columns[COLUMN_RECIPIENTS];
  gboolean             shown = gtk_column_view_column_get_column_view (column) != NULL;

  /* Taken out, not hidden: GTK 4.8 leaves the room of a hidden column empty. */
  if (narrow && shown)
    gtk_column_view_remove_column (self->view, column);
  else if (!narrow && !shown)
    gtk_column_view_insert_column (self->view, COLUMN_RECIPIENTS, column);
}

void
mer_sample_totals (MerResults *results,
                   gint64     *fact,
                   gint64     *plan)
{
  guint i;

  *fact = 0;
  *plan = 0;
  for (i = 0; results != NULL && i < results->scores->n_rows; i++)
    {
      const MerScoreRow *row = &results->scores->rows[i];
      gint64             required = plan_of (find_member (results, row->organization->id));

      if (required <= 0)
        continue;
      *fact += MIN (fact_of (row), required);
      *plan += required;
    }
}

/* «План набрали 23 из 36; не хватает 175 анкет» */
static char *
mer_data_sample_get_summary (MerDataView *view)
{
  MerDataSample   *self = MER_DATA_SAMPLE (view);
  guint            n;
  guint            planned = 0;
  guint            reached = 0;
  gint64           lacking = 0;
  guint            i;
  g_autofree char *reached_text = NULL;
  g_autofree char *planned_text = NULL;
  g_autofree char *lacking_text = NULL;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  for (i = 0; i < n; i++)
    {
      g_autoptr (MerSampleRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (row->plan < 0)
        continue;
      planned++;
      if (row->fact >= row->plan)
        reached++;
      else
        lacking += row->plan - row->fact;
    }
  if (planned == 0)
    return g_strdup (n > 0 ? _("No plan: recipients are not known") : "");
  if (lacking == 0)
    return g_strdup (_("All have reached the plan"));
  reached_text = mer_format_count (mer_language_of_locale (), reached);
  planned_text = mer_format_count (mer_language_of_locale (), planned);
  lacking_text = mer_format_count (mer_language_of_locale (), lacking);
  return g_strdup_printf (ngettext ("%s of %s reached the plan; %s questionnaire is lacking",
                                    "%s of %s reached the plan; %s questionnaires are lacking",
                                    (unsigned long) lacking),
                          reached_text, planned_text, lacking_text);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_data_sample_dispose (GObject *object)
{
  MerDataSample *self = MER_DATA_SAMPLE (object);

  guint i;

  for (i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mer_data_sample_parent_class)->dispose (object);
}

/* Never by itself: it would go to a number, and a key that strays would replace it. */
static gboolean
mer_data_sample_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

static void
mer_data_sample_class_init (MerDataSampleClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_sample_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_data_sample_grab_focus;
  view_class->update = mer_data_sample_update;
  view_class->get_summary = mer_data_sample_get_summary;
  view_class->set_narrow = mer_data_sample_set_narrow;
}

static void
mer_data_sample_init (MerDataSample *self)
{
  GtkWidget        *scrolled = gtk_scrolled_window_new ();
  GtkSorter        *sorter = NULL;
  GtkSortListModel *sorted = NULL;

  self->store = g_list_store_new (MER_TYPE_SAMPLE_ROW);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "mer");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Required sample"), -1);
  add_column (self, COLUMN_NAME, _("Organization"), -1);
  add_column (self, COLUMN_RECIPIENTS, _("Recipients"), 100);
  add_column (self, COLUMN_PLAN, C_("sample", "Plan"), 72);
  add_column (self, COLUMN_FACT, C_("sample", "Fact"), 72);
  add_column (self, COLUMN_PERCENT, "%", 64);
  add_column (self, COLUMN_BAR, "", 196);
  add_column (self, COLUMN_NOTE, "", 136);
  mer_headers_follow (self->view);
  sorter = gtk_column_view_get_sorter (self->view);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                    g_object_ref (sorter));
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_multi_selection_new (
                               G_LIST_MODEL (sorted))));
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
