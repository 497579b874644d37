/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data page: tabs over one session, each a MerDataView that is made when it is first
 * shown. The page owns the toolbar; summary and buttons in it are the shown view's. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-data-comments.h"
#include "ui/pages/mer-data-checklists.h"
#include "ui/pages/mer-data-evidence.h"
#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-objections.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-paper.h"
#include "ui/pages/mer-data-sample.h"
#include "ui/print/mer-template-actions.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-sample-row.h"

/* Adding a tab is one line here and one file. */
/* clang-format off */
static const struct
{
  const char *id;
  const char *title;
  GType (*get_type) (void);
} views[] = {
  { "sample", N_("Required sample"), mer_data_sample_get_type },
  { "files", N_("Files"), mer_data_files_get_type },
  { "checklists", N_("Checklists"), mer_data_checklists_get_type },
  { "paper", N_("Paper entry"), mer_data_paper_get_type },
  { "comments", N_("Comments"), mer_data_comments_get_type },
  { "evidence", N_("Other evidence"), mer_data_evidence_get_type },
  { "objections", N_("Objections"), mer_data_objections_get_type },
};
/* clang-format on */

struct _MerDataPage
{
  MerPage parent_instance;

  /* template children */
  GtkStack  *stack;
  GtkStack  *views;
  GtkWidget *tabs;
  GtkLabel  *summary;
  GtkBox    *tools;

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

/* --- the shown view ---------------------------------------------------------------- */

static AdwBin *
shown_bin (MerDataPage *self)
{
  return ADW_BIN (gtk_stack_get_visible_child (self->views));
}

static MerDataView *
shown_view (MerDataPage *self)
{
  return MER_DATA_VIEW (adw_bin_get_child (shown_bin (self)));
}

static void
show_summary (MerDataPage *self)
{
  g_autofree char *summary = mer_data_view_get_summary (shown_view (self));

  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
}

/* A view's own actions take the page's keys: find, export, add. */
static void
update_forwarded (MerDataPage *self)
{
  static const char *const names[] = { "find", "export", "add" };
  GActionGroup            *actions = mer_data_view_get_actions (shown_view (self));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    mer_page_set_action_enabled (MER_PAGE (self), names[i],
                                 g_action_group_get_action_enabled (actions, names[i]));
}

static void
action_changed_cb (MerDataPage *self)
{
  if (gtk_stack_get_visible_child (self->views) != NULL)
    update_forwarded (self);
}

static MerDataView *
make_view (MerDataPage *self,
           const char  *id)
{
  MerDataView *view = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (views) && view == NULL; i++)
    {
      if (g_str_equal (views[i].id, id))
        view = g_object_new (views[i].get_type (), "session",
                             mer_page_get_session (MER_PAGE (self)), NULL);
    }
  g_signal_connect_object (view, "summary-changed", G_CALLBACK (show_summary), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_data_view_get_actions (view), "action-enabled-changed",
                           G_CALLBACK (action_changed_cb), self, G_CONNECT_SWAPPED);
  mer_data_view_set_narrow (view, mer_page_get_narrow (MER_PAGE (self)));
  return view;
}

static void
show_tools (MerDataPage *self)
{
  MerDataView *view = shown_view (self);
  GtkWidget   *tools = mer_data_view_get_tools (view);

  mer_box_clear (self->tools);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), tools != NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", mer_data_view_get_actions (view));
  if (tools != NULL)
    gtk_box_append (self->tools, tools);
}

static void
view_changed_cb (MerDataPage *self)
{
  AdwBin *bin = shown_bin (self);

  if (bin == NULL)
    return;
  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (
      bin, GTK_WIDGET (make_view (self, gtk_stack_get_visible_child_name (self->views))));
  mer_data_view_update (shown_view (self));
  show_tools (self);
  show_summary (self);
  update_forwarded (self);
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
  gboolean any = has_data (self);

  gtk_stack_set_visible_child_name (self->stack, any ? "data" : "empty");
  mer_page_set_subtitle (MER_PAGE (self), any ? subtitle : "");
  fill_templates (self, results);
  view_changed_cb (self);
}

/* --- the page ------------------------------------------------------------------------ */

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_action_group_activate_action (mer_data_view_get_actions (shown_view (user_data)),
                                  g_action_get_name (G_ACTION (action)), NULL);
}

static void
narrow_changed_cb (MerDataPage *self)
{
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->views)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    {
      GtkWidget *view = adw_bin_get_child (ADW_BIN (bin));

      if (view != NULL)
        mer_data_view_set_narrow (MER_DATA_VIEW (view), mer_page_get_narrow (MER_PAGE (self)));
    }
}

static void
mer_data_page_show_organization (MerPage *page,
                                 gint64   organization_id)
{
  mer_data_view_show_organization (shown_view (MER_DATA_PAGE (page)), organization_id);
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
  gtk_stack_set_visible_child_name (self->views, id);
  return shown_view (self);
}

static gboolean
mer_data_page_grab_focus (GtkWidget *widget)
{
  MerDataPage *self = MER_DATA_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (shown_view (self))) ||
         gtk_widget_grab_focus (self->tabs);
}

static void
mer_data_page_constructed (GObject *object)
{
  MerDataPage *self = MER_DATA_PAGE (object);

  G_OBJECT_CLASS (mer_data_page_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_stack_add_titled (self->views, adw_bin_new (), views[i].id, _ (views[i].title));
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, views);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, templates);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, empty_templates);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mer_template_save (GTK_WIDGET (user_data), mer_page_get_session (user_data),
                     g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { "save-template", save_template_cb, "s", NULL, NULL, { 0 } },
  { "find", forward_cb, NULL, NULL, NULL, { 0 } },
  { "export", forward_cb, NULL, NULL, NULL, { 0 } },
  { "add", forward_cb, NULL, NULL, NULL, { 0 } },
};

static void
mer_data_page_init (MerDataPage *self)
{
  mer_page_add_actions (MER_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
}
