/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule of assessments as a grid of organizations and years. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-facts.h"
#include "app/mer-schedule.h"
#include "cycle/mer-rule-note.h"
#include "cycle/mer-schedule-rules.h"
#include "ui/dialogs/mer-schedule-window.h"
#include "ui/mer-kind-label.h"
#include "ui/mer-ui.h"
#include "ui/print/mer-report-actions.h"
#include "ui/widgets/mer-list-view.h"

#define N_FIXED 3 /* columns before the years */
#define YEAR_WIDTH 72

/* --- rows ------------------------------------------------------------------------------------ */

#define MER_TYPE_SCHEDULE_ITEM (mer_schedule_item_get_type ())
G_DECLARE_FINAL_TYPE (MerScheduleItem, mer_schedule_item, MER, SCHEDULE_ITEM, GObject)

struct _MerScheduleItem
{
  GObject parent_instance;

  gint64              organization_id;
  char               *name;
  MerOrganizationKind kind;
  int                 last;
  guint               rank;
  guint               years; /* bit i: in the i-th year of the grid */
};

G_DEFINE_FINAL_TYPE (MerScheduleItem, mer_schedule_item, G_TYPE_OBJECT)

static void
mer_schedule_item_finalize (GObject *object)
{
  g_free (MER_SCHEDULE_ITEM (object)->name);
  G_OBJECT_CLASS (mer_schedule_item_parent_class)->finalize (object);
}

static void
mer_schedule_item_class_init (MerScheduleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_schedule_item_finalize;
}

static void
mer_schedule_item_init (MerScheduleItem *self)
{
}

/* --- the window ------------------------------------------------------------------------------ */

struct _MerScheduleWindow
{
  AdwWindow parent_instance;

  /* template children */
  GtkColumnView  *table;
  GtkLabel       *notes;
  AdwWindowTitle *title;

  /* owned */
  MerSession         *session;
  MerCycleFacts      *facts;
  GListStore         *items;
  GtkSingleSelection *selection;
  MerListColumn      *columns;
  GPtrArray          *titles; /* of the years' columns */
  guint               n_years;
};

G_DEFINE_FINAL_TYPE (MerScheduleWindow, mer_schedule_window, ADW_TYPE_WINDOW)

static int
year_at (MerScheduleWindow *self,
         guint              column)
{
  return self->facts->selection->year + (int) column;
}

/* --- cells ----------------------------------------------------------------------------------- */

static char *
name_text (gpointer item)
{
  return g_strdup (MER_SCHEDULE_ITEM (item)->name);
}

static guint
name_rank (gpointer item)
{
  return MER_SCHEDULE_ITEM (item)->rank;
}

static char *
kind_text (gpointer item)
{
  return g_strdup (mer_kind_label (MER_SCHEDULE_ITEM (item)->kind));
}

static guint
kind_rank (gpointer item)
{
  return MER_SCHEDULE_ITEM (item)->kind;
}

static char *
last_text (gpointer item)
{
  int last = MER_SCHEDULE_ITEM (item)->last;

  return last > 0 ? g_strdup_printf ("%d", last) : g_strdup ("—");
}

static guint
last_rank (gpointer item)
{
  return (guint) MER_SCHEDULE_ITEM (item)->last;
}

static char *
year_text (gpointer item,
           guint    number)
{
  return g_strdup ((MER_SCHEDULE_ITEM (item)->years >> number & 1) != 0 ? "+" : "");
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        user_data)
{
  gint64 organization = *(const gint64 *) g_object_get_data (G_OBJECT (check), "organization");
  guint  number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "year"));

  gtk_widget_activate_action (GTK_WIDGET (check), "schedule.set", "(xub)", organization, number,
                              gtk_check_button_get_active (check));
}

static GtkWidget *
year_make (void)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_halign (check, GTK_ALIGN_START);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  return check;
}

static void
year_show (GtkWidget *cell,
           gpointer   item,
           guint      number)
{
  MerScheduleItem *line = MER_SCHEDULE_ITEM (item);
  GtkRoot         *root = gtk_widget_get_root (cell);
  g_autofree char *label = NULL;

  g_object_set_data_full (G_OBJECT (cell), "organization",
                          g_memdup2 (&line->organization_id, sizeof (gint64)), g_free);
  g_object_set_data (G_OBJECT (cell), "year", GUINT_TO_POINTER (number));
  g_signal_handlers_block_by_func (cell, toggled_cb, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (cell), (line->years >> number & 1) != 0);
  g_signal_handlers_unblock_by_func (cell, toggled_cb, NULL);
  if (!MER_IS_SCHEDULE_WINDOW (root))
    return;
  label = g_strdup_printf ("%s, %d", line->name, year_at (MER_SCHEDULE_WINDOW (root), number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* --- filling --------------------------------------------------------------------------------- */

static guint
years_of (MerScheduleWindow *self,
          gint64             organization_id)
{
  const GPtrArray *scheduled = self->facts->selection->scheduled;
  guint            years = 0;

  for (guint i = 0; i < scheduled->len; i++)
    {
      const MerScheduled *line = scheduled->pdata[i];
      gint64              index = line->year - self->facts->selection->year;

      if (line->organization == organization_id && index >= 0 && index < self->n_years)
        years |= 1u << index;
    }
  return years;
}

static MerScheduleItem *
item_new (MerScheduleWindow     *self,
          const MerSelectionRow *row,
          guint                  rank)
{
  MerScheduleItem *item = g_object_new (MER_TYPE_SCHEDULE_ITEM, NULL);

  item->organization_id = row->organization->id;
  item->name = g_strdup (row->organization->name);
  item->kind = row->organization->kind;
  item->last = row->last;
  item->rank = rank;
  item->years = years_of (self, row->organization->id);
  return item;
}

static gboolean
load (MerScheduleWindow *self)
{
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (
    mer_session_get_document (self->session), mer_session_get_cycle_id (self->session), NULL);

  if (facts == NULL)
    return FALSE;
  g_clear_pointer (&self->facts, mer_cycle_facts_free);
  self->facts = g_steal_pointer (&facts);
  return TRUE;
}

static void
show_notes (MerScheduleWindow *self)
{
  g_autoptr (GPtrArray) notes = mer_schedule_checks (self->facts->selection);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const MerRuleNote *) notes->pdata[i])->text);
  if (notes->len == 0)
    g_string_append (text, self->facts->selection->scheduled->len > 0
                     ? _("The schedule keeps to all rules.")
                     : _("There is no schedule yet."));
  gtk_label_set_label (self->notes, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes), text->str);
}

/* Rows stay where they are as long as the registry does. */
static void
refresh (MerScheduleWindow *self)
{
  const GArray *rows = NULL;
  guint         n = 0;

  if (!load (self))
    return;
  rows = self->facts->selection->rows;
  for (guint i = 0; i < rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (rows, MerSelectionRow, i);
      g_autoptr (MerScheduleItem) item = NULL;
      g_autoptr (MerScheduleItem) there = NULL;

      if (!row->counts)
        continue;
      item = item_new (self, row, n);
      there = g_list_model_get_item (G_LIST_MODEL (self->items), n++);
      if (there == NULL || there->organization_id != item->organization_id)
        g_list_store_splice (self->items, n - 1, there != NULL ? 1 : 0, (gpointer *) &item, 1);
      else
        there->years = item->years;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > n)
    g_list_store_splice (self->items, n,
                         g_list_model_get_n_items (G_LIST_MODEL (self->items)) - n, NULL, 0);
  mer_list_view_rebind (self->table);
  show_notes (self);
}

/* --- changing -------------------------------------------------------------------------------- */

typedef struct
{
  gint64   organization_id;
  int      year;
  gboolean on;
} Mark;

static gboolean
set_mark (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const Mark *mark = user_data;

  return mer_schedule_set (document, mark->organization_id, mark->year, mark->on, error);
}

static void
set_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (widget);
  Mark               mark = { 0 };
  guint              number = 0;

  g_variant_get (parameter, "(xub)", &mark.organization_id, &number, &mark.on);
  mark.year = year_at (self, number);
  if (!mer_session_perform (self->session, _("Schedule of assessments"), NULL, set_mark, &mark))
    refresh (self);
}

static gboolean
apply_proposal (MerDocument *document,
                gpointer     user_data,
                GError     **error)
{
  MerScheduleWindow *self = user_data;
  g_autoptr (GArray) turns = mer_schedule_propose (self->facts->selection);

  return mer_schedule_apply (document, self->facts, turns, error);
}

static void
propose_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (widget);

  mer_session_perform (self->session, _("Schedule of assessments"),
                                         _("The schedule was made anew"), apply_proposal, self);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!mer_document_undo (mer_session_get_document (self->session), &error) && error != NULL)
    mer_session_fail (self->session, _("The action was not undone"), error);
}

/* As it is now: the results may have been read before. */
static MerReportJob *
make_job (MerScheduleWindow *self)
{
  MerReportJob *job = mer_report_job_new ("schedule", mer_session_get_results (self->session),
                                          mer_session_get_document (self->session));

  mer_report_job_set_record (job, self->facts->records, 0);
  return job;
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (widget);
  g_autoptr (MerReportJob) job = make_job (self);

  mer_report_print (widget, self->session, job, _("Schedule of assessments"));
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (widget);
  g_autoptr (MerReportJob) job = make_job (self);

  mer_report_export (widget, self->session, job, _("Schedule of assessments"));
}

/* A digit is the mark of that year in the selected row. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        MerScheduleWindow     *self)
{
  guint            number = keyval - GDK_KEY_1;
  MerScheduleItem *item = NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || keyval < GDK_KEY_1 ||
      number >= self->n_years)
    return GDK_EVENT_PROPAGATE;
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "schedule.set", "(xub)", item->organization_id,
                                number, (item->years >> number & 1) == 0);
  return GDK_EVENT_STOP;
}

/* --- making ---------------------------------------------------------------------------------- */

static void
make_columns (MerScheduleWindow *self)
{
  /* clang-format off */
  const MerListColumn fixed[N_FIXED] = {
    { .id = "name", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
      .text = name_text, .rank = name_rank },
    { .id = "kind", .title = N_("Kind"), .width = 156, .text = kind_text, .rank = kind_rank },
    { .id = "last", .title = N_("Assessed"), .width = 96, .end = TRUE, .text = last_text,
      .rank = last_rank },
  };
  /* clang-format on */

  self->columns = g_new0 (MerListColumn, N_FIXED + self->n_years);
  for (guint i = 0; i < N_FIXED; i++)
    self->columns[i] = fixed[i];
  for (guint i = 0; i < self->n_years; i++)
    {
      char          *title = g_strdup_printf ("%d", year_at (self, i));
      MerListColumn *column = &self->columns[N_FIXED + i];

      g_ptr_array_add (self->titles, title);
      column->id = title;
      column->title = title;
      column->width = YEAR_WIDTH;
      column->make = year_make;
      column->show_of = year_show;
      column->text_of = year_text;
      column->number = i;
    }
  mer_list_view_setup (self->table, self->columns, N_FIXED + self->n_years);
}

static void
mer_schedule_window_dispose (GObject *object)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_SCHEDULE_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->facts, mer_cycle_facts_free);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (mer_schedule_window_parent_class)->dispose (object);
}

static void
mer_schedule_window_finalize (GObject *object)
{
  MerScheduleWindow *self = MER_SCHEDULE_WINDOW (object);

  g_free (self->columns);
  g_ptr_array_unref (self->titles);
  G_OBJECT_CLASS (mer_schedule_window_parent_class)->finalize (object);
}

static void
mer_schedule_window_class_init (MerScheduleWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mer_schedule_window_dispose;
  object_class->finalize = mer_schedule_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-schedule-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerScheduleWindow, table);
  gtk_widget_class_bind_template_child (widget_class, MerScheduleWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, MerScheduleWindow, title);
  gtk_widget_class_install_action (widget_class, "schedule.set", "(xub)", set_cb);
  gtk_widget_class_install_action (widget_class, "schedule.propose", NULL, propose_cb);
  gtk_widget_class_install_action (widget_class, "schedule.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "schedule.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "schedule.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "schedule.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "schedule.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "schedule.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mer_schedule_window_init (MerScheduleWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->items = g_list_store_new (MER_TYPE_SCHEDULE_ITEM);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->table), keys);
}

static void
set_up (MerScheduleWindow *self)
{
  MerDocument      *document = mer_session_get_document (self->session);
  gboolean          writable = !mer_document_is_read_only (document);
  GtkSortListModel *sorted = NULL;
  GtkSorter        *sorter = NULL;

  self->n_years = (guint) (mer_schedule_last_year (self->facts->selection) -
                           self->facts->selection->year + 1);
  make_columns (self);
  sorter = gtk_column_view_get_sorter (self->table);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                    g_object_ref (sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  adw_window_title_set_subtitle (self->title, self->facts->cycle->title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->table), writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.propose", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.undo", writable);
  g_signal_connect_object (document, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * mer_schedule_window_present:
 * @parent: the window that asks
 * @session: whose cycle the schedule begins with
 */
void
mer_schedule_window_present (GtkWindow  *parent,
                             MerSession *session)
{
  MerScheduleWindow *self = g_object_new (MER_TYPE_SCHEDULE_WINDOW, "transient-for", parent,
                                          "modal", TRUE, NULL);

  self->session = g_object_ref (session);
  if (!load (self))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  set_up (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}
