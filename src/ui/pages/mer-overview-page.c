/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview of a cycle. It is made anew after each change, by a worker where there is much to
 * look at; rows are few. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/mer-cycle-stage.h"
#include "ui/dialogs/mer-cycle-settings-dialog.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-overview-job.h"
#include "ui/pages/mer-overview-page.h"
#include "ui/pages/mer-overview-rows.h"
#include "ui/print/mer-report-actions.h"
#include "ui/widgets/mer-children.h"

/* Rows of what wants attention before they are all asked for. */
#define FEW_ROWS 7

struct _MerOverviewPage
{
  MerPage parent_instance;

  /* template children */
  GtkStack   *stack;
  GtkListBox *steps;
  GtkBox     *stages;
  GtkBox     *figures;
  GtkListBox *attention;
  GtkListBox *deadlines;
  GtkWidget  *scrolled;

  /* owned: what is shown */
  MerCycleFacts *facts;
  MerOverview   *overview;

  GCancellable *cancellable; /* of what is put together; NULL: nothing is */
  gboolean      all;         /* rows are shown */
};

G_DEFINE_FINAL_TYPE (MerOverviewPage, mer_overview_page, MER_TYPE_PAGE)

static MerDocument *
document_of (MerOverviewPage *self)
{
  return mer_session_get_document (mer_page_get_session (MER_PAGE (self)));
}

/* --- a document without a cycle -------------------------------------------------------------- */

/* clang-format off */
static void
add_step (MerOverviewPage *self,
          guint            number,
          const char      *title,
          const char      *detail,
          const char      *label,
          const char      *action,
          gboolean         done)
{
  gtk_list_box_append (self->steps,
                       mer_overview_step_new (number, title, detail, label, action, done));
}

static void
show_steps (MerOverviewPage *self)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document_of (self), NULL);
  gboolean any = organizations != NULL && organizations->len > 0;

  mer_list_box_clear (self->steps);
  add_step (self, 1, _("Import the organizations"), _("A table with names, kinds and recipients"),
            _("_Import…"), "win.import", any);
  add_step (self, 2, _("Make a cycle"), _("Its year, its plan, and who is assessed"),
            _("_New cycle…"), "win.new-cycle", FALSE);
  add_step (self, 3, _("Import checklists and questionnaires"), _("As the operator delivers them"),
            _("_Import…"), "win.import", FALSE);
}

/* clang-format on */

/* --- a cycle --------------------------------------------------------------------------------- */

static void
show_stages (MerOverviewPage     *self,
             const MerCycleFacts *facts,
             const MerOverview   *overview)
{
  gboolean writable = mer_session_may_write (mer_page_get_session (MER_PAGE (self)));

  mer_box_clear (self->stages);
  for (guint i = 0; i < MER_N_STAGES; i++)
    {
      g_autoptr (GPtrArray) needs = mer_cycle_stage_needs (facts, overview->notes, i);

      gtk_box_append (self->stages, mer_overview_stage_new (overview, i, needs, writable));
    }
}

static void
show_figures (MerOverviewPage   *self,
              const MerOverview *overview)
{
  mer_box_clear (self->figures);
  for (guint i = 0; i < MER_N_OVERVIEW_FIGURES; i++)
    gtk_box_append (self->figures, mer_overview_figure_new (&overview->figures[i]));
}

static GtkWidget *
all_button_new (guint n)
{
  GtkWidget       *button = gtk_button_new ();
  g_autofree char *label = g_strdup_printf (_("Show all: %u"), n);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.show-all");
  return button;
}

static void
show_attention (MerOverviewPage   *self,
                const MerOverview *overview)
{
  guint n = overview->attention->len;
  guint shown = self->all || n <= FEW_ROWS ? n : FEW_ROWS;

  mer_list_box_clear (self->attention);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->attention, mer_overview_row_new (overview->attention->pdata[i]));
  if (n == 0)
    gtk_list_box_append (self->attention, mer_overview_sentence_new (_("There are no open "
                                                                       "questions")));
  if (shown < n)
    gtk_list_box_append (self->attention, all_button_new (n));
}

static void
show_deadlines (MerOverviewPage   *self,
                const MerOverview *overview)
{
  mer_list_box_clear (self->deadlines);
  for (guint i = 0; i < overview->deadlines->len; i++)
    gtk_list_box_append (self->deadlines, mer_overview_deadline_new (
                                            overview, overview->deadlines->pdata[i]));
  if (overview->deadlines->len == 0)
    gtk_list_box_append (self->deadlines,
                         mer_overview_sentence_new (_("Nothing is due in the days to come")));
}

static void
show_cycle (MerOverviewPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "overview");
  mer_page_set_subtitle (MER_PAGE (self), self->facts->cycle->title);
  show_stages (self, self->facts, self->overview);
  show_figures (self, self->overview);
  show_attention (self, self->overview);
  show_deadlines (self, self->overview);
}

/* Rows are made anew: a window whose focused widget goes away hears no keys any more, so the
 * keyboard is taken off first and given back, if another page is not shown by now. */
static void
show (MerOverviewPage *self)
{
  gboolean focused = mer_focus_within (GTK_WIDGET (self)) != NULL;

  if (focused)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  mer_page_set_action_enabled (MER_PAGE (self), "settings", self->facts != NULL);
  if (self->facts != NULL)
    show_cycle (self);
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      mer_page_set_subtitle (MER_PAGE (self), "");
      show_steps (self);
    }
  if (focused && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
take (MerOverviewPage *self,
      MerCycleFacts   *facts,
      MerOverview     *overview)
{
  g_clear_pointer (&self->overview, mer_overview_free);
  g_clear_pointer (&self->facts, mer_cycle_facts_free);
  self->facts = facts;
  self->overview = overview;
  show (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  MerOverviewPage *self = MER_OVERVIEW_PAGE (source);
  MerSession      *session = mer_page_get_session (MER_PAGE (self));
  MerCycleFacts   *facts = NULL;
  MerOverview     *overview = mer_overview_make_finish (result, &facts);

  if (session == NULL)
    g_clear_pointer (&overview, mer_overview_free); /* the window is going */
  else
    mer_session_release_busy (session);
  if (overview == NULL)
    {
      g_clear_pointer (&facts, mer_cycle_facts_free);
      return; /* something has changed since, and is put together already */
    }
  g_clear_object (&self->cancellable);
  take (self, facts, overview);
}

static void
make (MerOverviewPage *self,
      MerCycleFacts   *facts)
{
  MerSession *session = mer_page_get_session (MER_PAGE (self));
  MerResults *results = mer_session_get_results (session);

  if (results != NULL && results->cycle->id != facts->cycle->id)
    results = NULL;
  if (mer_overview_is_quick (facts))
    {
      take (self, facts, mer_overview_new (facts, results));
      return;
    }
  mer_session_hold_busy (session);
  self->cancellable = g_cancellable_new ();
  mer_overview_make_async (self, facts, results, self->cancellable, made_cb);
}

/* What is being put together is of what was before. */
static void
cancel (MerOverviewPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
mer_overview_page_refresh (MerPage *page)
{
  MerOverviewPage *self = MER_OVERVIEW_PAGE (page);
  MerSession      *session = mer_page_get_session (page);
  MerCycleFacts   *facts = NULL;

  cancel (self);
  if (!mer_session_has_records (session))
    {
      if (self->facts == NULL)
        gtk_stack_set_visible_child_name (self->stack, "overview");
      return; /* when they have been read */
    }
  facts = mer_cycle_facts_load (document_of (self), mer_session_get_cycle_id (session), NULL);
  if (facts != NULL)
    make (self, facts);
  else
    take (self, NULL, NULL);
}

/* --- actions --------------------------------------------------------------------------------- */

typedef struct
{
  gint64      cycle_id;
  const char *stage;
} Stage;

static gboolean
set_stage (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  const Stage *stage = user_data;
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, stage->cycle_id, error);

  return cycle != NULL && mer_cycle_set_stage (document, cycle->id, stage->stage, error);
}

static void
stage_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerSession *session = mer_page_get_session (user_data);
  Stage       stage = { mer_session_get_cycle_id (session), NULL };

  stage.stage = g_variant_get_string (parameter, NULL);
  mer_session_perform (session, _("Stage of the cycle"), NULL, set_stage, &stage);
}

static void
settings_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkRoot *root = gtk_widget_get_root (user_data);

  mer_cycle_settings_dialog_present (GTK_WINDOW (root), mer_page_get_session (user_data));
}

static void
show_all_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerOverviewPage *self = user_data;

  self->all = TRUE;
  show (self);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerSession *session = mer_page_get_session (user_data);
  gboolean    print = g_str_equal (g_action_get_name (G_ACTION (action)), "print");
  g_autoptr (MerReportJob) job =
    mer_report_job_new ("overview", mer_session_get_results (session), document_of (user_data));

  if (print)
    mer_report_print (user_data, session, job, _("Overview of the cycle"));
  else
    mer_report_export (user_data, session, job, _("Overview of the cycle"));
}

static const GActionEntry actions[] = {
  { "stage", stage_cb, "s", NULL, NULL, { 0 } },
  { "settings", settings_cb, NULL, NULL, NULL, { 0 } },
  { "show-all", show_all_cb, NULL, NULL, NULL, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "export", print_cb, NULL, NULL, NULL, { 0 } },
};

/* --- the page -------------------------------------------------------------------------------- */

static gboolean
mer_overview_page_grab_focus (GtkWidget *widget)
{
  MerOverviewPage *self = MER_OVERVIEW_PAGE (widget);

  /* where the keyboard is in the page already, it stays */
  return mer_focus_within (GTK_WIDGET (self)) != NULL ||
         gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
mer_overview_page_constructed (GObject *object)
{
  MerOverviewPage *self = MER_OVERVIEW_PAGE (object);
  MerSession      *session = mer_page_get_session (MER_PAGE (self));

  G_OBJECT_CLASS (mer_overview_page_parent_class)->constructed (object);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (mer_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle-id", G_CALLBACK (mer_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "records-read", G_CALLBACK (mer_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_session_get_document (session), "changed",
                           G_CALLBACK (mer_page_refresh), self, G_CONNECT_SWAPPED);
  mer_page_refresh (MER_PAGE (self));
}

static void
mer_overview_page_dispose (GObject *object)
{
  MerOverviewPage *self = MER_OVERVIEW_PAGE (object);

  cancel (self);
  g_clear_pointer (&self->overview, mer_overview_free);
  g_clear_pointer (&self->facts, mer_cycle_facts_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (mer_overview_page_parent_class)->dispose (object);
}

static void
mer_overview_page_class_init (MerOverviewPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mer_overview_page_constructed;
  object_class->dispose = mer_overview_page_dispose;
  widget_class->grab_focus = mer_overview_page_grab_focus;
  MER_PAGE_CLASS (klass)->refresh = mer_overview_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-overview-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, steps);
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, stages);
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, attention);
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, deadlines);
  gtk_widget_class_bind_template_child (widget_class, MerOverviewPage, scrolled);
}

static void
mer_overview_page_init (MerOverviewPage *self)
{
  mer_page_add_actions (MER_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}
