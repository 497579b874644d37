/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data page: tabs over one session, and the way to an import while there is nothing to show. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-operator.h"
#include "ui/pages/mer-data-comments.h"
#include "ui/pages/mer-data-checklists.h"
#include "ui/pages/mer-data-evidence.h"
#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-objections.h"
#include "ui/pages/mer-data-operator.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-paper.h"
#include "ui/pages/mer-data-sample.h"
#include "ui/pages/mer-tabs.h"
#include "ui/print/mer-report-actions.h"
#include "ui/print/mer-template-actions.h"
#include "ui/widgets/mer-sample-row.h"

/* --- remarks --------------------------------------------------------------------------- */

static gboolean
remark_is_open (MerRecordTable *table,
                gconstpointer   record)
{
  return ((const MerRemark *) record)->state == MER_REMARK_OPEN;
}

static gboolean
remark_is_of_discussion (MerRecordTable *table,
                         gconstpointer   record)
{
  return mer_remark_is_of_discussion (record);
}

static gboolean
remark_is_of_terms (MerRecordTable *table,
                    gconstpointer   record)
{
  return mer_remark_is_of_terms (record);
}

/* Adding a tab is one line here and one file. */
/* clang-format off */
static const MerRecordFilter remark_filters[] = {
  { "open", N_("Open"), remark_is_open },
  { "discussion", N_("Public discussion"), remark_is_of_discussion },
  { "terms", N_("Terms of reference, tender"), remark_is_of_terms },
};

static const MerRecordColumn remark_columns[] = {
  { .key = "about", .width = 176, .wide = TRUE },
  { .key = "day", .width = 96 },
  { .key = "source", .width = 148 },
  { .key = "organization", .width = 148 },
  { .key = "text", .expand = TRUE },
  { .key = "state", .width = 140 },
};

static const MerRecordTableInfo remarks = {
  .kind = "remark",
  .columns = remark_columns, .n_columns = G_N_ELEMENTS (remark_columns),
  .filters = remark_filters, .n_filters = G_N_ELEMENTS (remark_filters),
  .by_organization = TRUE,
  .empty_title = N_("There are no remarks yet"),
  .empty_text = N_("What the council and the public say of terms of reference, rules, preliminary "
                   "results and organizations, with the source, the day and the decision."),
};

static const char *const objection_kinds[] = { "objection", NULL };
static const char *const file_kinds[] = { "batch", NULL };

static const MerTab tabs[] = {
  { "sample", N_("Required sample"), mer_data_sample_get_type, NULL },
  { "files", N_("Files"), mer_data_files_get_type, NULL, file_kinds },
  { "checklists", N_("Checklists"), mer_data_checklists_get_type, NULL },
  { "paper", N_("Paper entry"), mer_data_paper_get_type, NULL },
  { "comments", N_("Comments"), mer_data_comments_get_type, NULL },
  { "evidence", N_("Other evidence"), mer_data_evidence_get_type, NULL },
  { "objections", N_("Objections"), mer_data_objections_get_type, NULL, objection_kinds },
  { "discussion", N_("Discussion"), NULL, &remarks, NULL },
  { "operator", N_("Operator"), mer_data_operator_get_type, NULL, mer_data_operator_kinds },
};
/* clang-format on */

struct _MerDataPage
{
  MerPage parent_instance;

  /* template children */
  GtkStack *stack;
  MerTabs  *tabs;
  gboolean  wanted; /* a tab was asked for although there are no data */

  GtkMenuButton *templates;       /* in the header */
  GtkMenuButton *empty_templates; /* where there are no data yet */
};

G_DEFINE_FINAL_TYPE (MerDataPage, mer_data_page, MER_TYPE_PAGE)

/* 8 706: all questionnaires of the cycle. */
static gint64
n_questionnaires (MerResults *results)
{
  gint64 n = 0;

  for (guint i = 0; results != NULL && i < results->scores->n_rows; i++)
    {
      const MerEvidence *evidence = results->scores->rows[i].evidence;

      if (evidence != NULL && evidence->tally != NULL)
        n += evidence->tally->n;
    }
  return n;
}

char *
mer_data_page_counter (MerSession *session)
{
  gint64 fact = 0;
  gint64 plan = 0;

  mer_sample_totals (mer_session_get_results (session), &fact, &plan);
  if (plan == 0)
    return NULL;
  /* Translators: a percentage in the sidebar; the space is a no-break space. */
  return g_strdup_printf (_("%d %%"), (int) (fact * 100 / plan));
}

/* Whether there is anything to show besides the way to an import. */
static gboolean
has_data (MerDataPage *self)
{
  MerSession *session = mer_page_get_session (MER_PAGE (self));
  MerResults *results = mer_session_get_results (session);

  return (results != NULL && results->scores->n_rows > 0) || mer_data_files_any (session);
}

/* The rules say which tables can be filled in. */
static void
fill_templates (MerDataPage *self,
                MerResults  *results)
{
  g_autoptr (GMenuModel) templates =
    mer_template_menu_new ("page.save-template", results != NULL ? results->methodology : NULL);

  gtk_menu_button_set_menu_model (self->templates, templates);
  gtk_menu_button_set_menu_model (self->empty_templates, templates);
}

static void
mer_data_page_refresh (MerPage *page)
{
  MerDataPage     *self = MER_DATA_PAGE (page);
  MerResults      *results = mer_session_get_results (mer_page_get_session (page));
  gint64           n = n_questionnaires (results);
  g_autofree char *count = mer_format_count (mer_language_of_locale (), n);
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%s questionnaire", "%s questionnaires", (unsigned long) n),
                     count);
  gboolean any = self->wanted || has_data (self);

  gtk_stack_set_visible_child_name (self->stack, any ? "data" : "empty");
  mer_page_set_subtitle (MER_PAGE (self), any ? subtitle : "");
  fill_templates (self, results);
  mer_tabs_update (self->tabs);
}

/* --- the page ------------------------------------------------------------------------ */

static void
mer_data_page_show_organization (MerPage *page,
                                 gint64   organization_id)
{
  mer_data_view_show_organization (mer_tabs_get_shown (MER_DATA_PAGE (page)->tabs),
                                   organization_id);
}

/**
 * mer_data_page_show_view:
 * @self: the page
 * @id: of a tab: "sample", "files", …
 *
 * Brings a tab to the front.
 *
 * Returns: (transfer none): its view
 */
MerDataView *
mer_data_page_show_view (MerDataPage *self,
                         const char  *id)
{
  g_return_val_if_fail (MER_IS_DATA_PAGE (self), NULL);
  return mer_tabs_show (self->tabs, id);
}

/* Contract and remarks come before data do. */
static void
show_in_spite (MerDataPage *self)
{
  self->wanted = TRUE;
  mer_page_refresh (MER_PAGE (self));
}

static void
mer_data_page_show_record (MerPage    *page,
                           const char *kind,
                           gint64      id)
{
  show_in_spite (MER_DATA_PAGE (page));
  mer_tabs_show_record (MER_DATA_PAGE (page)->tabs, kind, id);
}

/* What a tab of plain records gets besides: the discussion. */
static void
view_made_cb (MerDataPage *self,
              const char  *id,
              MerDataView *view)
{
  GtkWidget      *button = NULL;
  MerRecordTable *table = NULL;

  if (!g_str_equal (id, "discussion"))
    return;
  table = mer_record_view_get_table (MER_RECORD_VIEW (view));
  button = gtk_button_new_with_mnemonic (_("Preliminary _Results…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.preliminary");
  gtk_box_append (mer_record_table_get_tools (table), button);
  g_menu_append (mer_record_table_get_menu (table), _("_Print the remarks…"), "page.print-remarks");
  g_menu_append (mer_record_table_get_menu (table), _("_Save the remarks as a document…"),
                                                       "page.save-remarks");
}

static gboolean
mer_data_page_grab_focus (GtkWidget *widget)
{
  MerDataPage *self = MER_DATA_PAGE (widget);
  GtkWidget   *shown = gtk_stack_get_visible_child (self->stack);

  /* tabs that are not shown would keep the keyboard: Tab leads out of nothing */
  if (shown == GTK_WIDGET (self->tabs) || gtk_widget_is_ancestor (GTK_WIDGET (self->tabs), shown))
    return gtk_widget_grab_focus (GTK_WIDGET (self->tabs));
  return gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

static void
mer_data_page_constructed (GObject *object)
{
  MerDataPage *self = MER_DATA_PAGE (object);

  G_OBJECT_CLASS (mer_data_page_parent_class)->constructed (object);
  g_signal_connect_object (self->tabs, "view-made", G_CALLBACK (view_made_cb), self,
                           G_CONNECT_SWAPPED);
  mer_tabs_set_up (self->tabs, MER_PAGE (self), tabs, G_N_ELEMENTS (tabs));
  g_signal_connect_object (mer_page_get_session (MER_PAGE (self)), "results-changed",
                           G_CALLBACK (mer_page_refresh), self, G_CONNECT_SWAPPED);
  mer_page_refresh (MER_PAGE (self));
}

static void
mer_data_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_DATA_PAGE);
  G_OBJECT_CLASS (mer_data_page_parent_class)->dispose (object);
}

static void
mer_data_page_class_init (MerDataPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mer_data_page_constructed;
  object_class->dispose = mer_data_page_dispose;
  widget_class->grab_focus = mer_data_page_grab_focus;
  MER_PAGE_CLASS (klass)->refresh = mer_data_page_refresh;
  MER_PAGE_CLASS (klass)->show_organization = mer_data_page_show_organization;
  MER_PAGE_CLASS (klass)->show_record = mer_data_page_show_record;
  MER_PAGE_CLASS (klass)->records = mer_tabs_kinds (tabs, G_N_ELEMENTS (tabs));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, templates);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, empty_templates);
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mer_template_save (GTK_WIDGET (user_data), mer_page_get_session (user_data),
                     g_variant_get_string (parameter, NULL));
}

static MerReportJob *
make_remarks (MerPage *page)
{
  MerSession *session = mer_page_get_session (page);

  return mer_report_job_new ("remarks", mer_session_get_results (session),
                             mer_session_get_document (session));
}

static void
print_remarks_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr (MerReportJob) job = make_remarks (user_data);

  mer_report_print (user_data, mer_page_get_session (user_data), job, _("Remarks and reviews"));
}

static void
save_remarks_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  g_autoptr (MerReportJob) job = make_remarks (user_data);

  mer_report_export (user_data, mer_page_get_session (user_data), job, _("Remarks and reviews"));
}

static void
operator_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_in_spite (user_data);
  gtk_widget_grab_focus (GTK_WIDGET (mer_data_page_show_view (user_data, "operator")));
}

static const GActionEntry actions[] = {
  { "save-template", save_template_cb, "s", NULL, NULL, { 0 } },
  { "print-remarks", print_remarks_cb, NULL, NULL, NULL, { 0 } },
  { "save-remarks", save_remarks_cb, NULL, NULL, NULL, { 0 } },
  { "operator", operator_cb, NULL, NULL, NULL, { 0 } },
};

static void
mer_data_page_init (MerDataPage *self)
{
  mer_page_add_actions (MER_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}
