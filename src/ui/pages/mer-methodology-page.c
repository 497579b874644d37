/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the rules: four trees over one draft. The page owns what is common to them, the
 * lists of problems and differences, the bars above and below; each tree is made when it is
 * first shown. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-findings.h"
#include "ui/pages/mer-methodology-page-private.h"
#include "ui/pages/mer-methodology-versions.h"

/* Adding a tab is one line here and an outline. */
/* clang-format off */
static const struct
{
  const char *id;
  const char *title;
} views[MER_N_OUTLINES] = {
  [MER_OUTLINE_CRITERIA] = { "criteria", N_("Criteria") },
  [MER_OUTLINE_QUESTIONS] = { "questionnaire", N_("Questionnaire") },
  [MER_OUTLINE_CHECKLISTS] = { "checklists", N_("Checklists") },
  [MER_OUTLINE_RULES] = { "rules", N_("Rules") },
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (MerMethodologyPage, mer_methodology_page, MER_TYPE_PAGE)

/* --- the shown view ---------------------------------------------------------------------- */

MerOutline
mer_methodology_page_shown_outline (MerMethodologyPage *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->views);

  for (guint i = 0; id != NULL && i < MER_N_OUTLINES; i++)
    if (g_str_equal (views[i].id, id))
      return (MerOutline) i;
  return MER_OUTLINE_CRITERIA;
}

MerMethodologyView *
mer_methodology_page_shown_view (MerMethodologyPage *self)
{
  GtkWidget *bin = gtk_stack_get_visible_child (self->views);
  GtkWidget *view = bin != NULL ? adw_bin_get_child (ADW_BIN (bin)) : NULL;

  return view != NULL ? MER_METHODOLOGY_VIEW (view) : NULL;
}

/* Whether the tab has a form for print. */
static gboolean
has_form (MerOutline outline)
{
  return outline == MER_OUTLINE_QUESTIONS || outline == MER_OUTLINE_CHECKLISTS;
}

static void
update_actions (MerMethodologyPage *self)
{
  MerPage *page = MER_PAGE (self);
  gboolean may_edit = mer_methodology_editing_may_edit (self->editing);
  gboolean is_draft = mer_methodology_editing_is_draft (self->editing);
  gboolean writable = mer_methodology_editing_is_writable (self->editing);

  mer_page_set_action_enabled (page, "add", may_edit);
  mer_page_set_action_enabled (page, "add-part", may_edit);
  mer_page_set_action_enabled (page, "begin", writable && !may_edit);
  mer_page_set_action_enabled (page, "apply", writable && is_draft);
  mer_page_set_action_enabled (page, "drop", writable && is_draft);
  mer_page_set_action_enabled (page, "load", writable);
  mer_page_set_action_enabled (page, "print", has_form (mer_methodology_page_shown_outline (self)));
  mer_page_set_action_enabled (
    page, "next-problem", mer_methodology_editing_get_problems (self->editing)->len > 0);
}

/* A stack hides what it showed only after it has shown the next one. */
static void
keep_layouts (MerMethodologyPage *self)
{
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->views)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    {
      GtkWidget *view = adw_bin_get_child (ADW_BIN (bin));

      if (view != NULL && bin != gtk_stack_get_visible_child (self->views))
        mer_methodology_view_keep_layout (MER_METHODOLOGY_VIEW (view));
    }
}

static void
view_changed_cb (MerMethodologyPage *self)
{
  MerOutline outline = mer_methodology_page_shown_outline (self);
  GtkWidget *bin = gtk_stack_get_visible_child (self->views);
  g_autoptr (GMenuModel) menu = NULL;
  MerMethodologyView *view = NULL;

  if (bin == NULL || self->editing == NULL)
    return;
  keep_layouts (self);
  if (adw_bin_get_child (ADW_BIN (bin)) == NULL)
    adw_bin_set_child (ADW_BIN (bin),
                       mer_methodology_view_new (self->editing, outline,
                                                 mer_page_get_settings (MER_PAGE (self))));
  view = mer_methodology_page_shown_view (self);
  mer_data_view_set_narrow (MER_DATA_VIEW (view), mer_page_get_narrow (MER_PAGE (self)));
  mer_data_view_update (MER_DATA_VIEW (view));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view",
                                  mer_data_view_get_actions (MER_DATA_VIEW (view)));
  menu = mer_methodology_add_menu_new (outline, "page.");
  gtk_menu_button_set_menu_model (self->add, menu);
  update_actions (self);
}

static void
narrow_changed_cb (MerMethodologyPage *self)
{
  for (GtkWidget *bin = gtk_widget_get_first_child (GTK_WIDGET (self->views)); bin != NULL;
       bin = gtk_widget_get_next_sibling (bin))
    {
      GtkWidget *view = adw_bin_get_child (ADW_BIN (bin));

      if (view != NULL)
        mer_data_view_set_narrow (MER_DATA_VIEW (view), mer_page_get_narrow (MER_PAGE (self)));
    }
}

/* --- what is common to all --------------------------------------------------------------- */

static void
update_title (MerMethodologyPage *self)
{
  MerMethodology  *methodology = mer_methodology_editing_get (self->editing);
  g_autofree char *subtitle = NULL;
  guint            edition = mer_methodology_editing_get_edition (self->editing);

  if (methodology == NULL)
    subtitle = g_strdup ("");
  else if (mer_methodology_editing_is_draft (self->editing))
    /* Translators: the title of a methodology; its edition is being edited. */
    subtitle = g_strdup_printf (_("%s, ed. %u, being edited"), methodology->title, edition);
  else
    /* Translators: the title of a methodology and the number of its edition. */
    subtitle = g_strdup_printf (_("%s, ed. %u"), methodology->title, edition);
  mer_page_set_subtitle (MER_PAGE (self), subtitle);
}

static void
update_bar (MerMethodologyPage *self)
{
  g_autofree char *text = NULL;
  gboolean         shown = mer_methodology_editing_is_writable (self->editing) &&
                   !mer_methodology_editing_may_edit (self->editing);
  guint next = mer_methodology_editing_get_edition (self->editing) + 1;

  if (mer_methodology_editing_is_approved (self->editing))
    text = g_strdup_printf (_("The results are approved. An edit makes edition %u and needs a "
                              "reason."),
                               next);
  else
    text = g_strdup_printf (_("The methodology is in use. An edit makes edition %u."), next);
  gtk_label_set_text (self->bar_label, text);
  gtk_info_bar_set_revealed (self->bar, shown);
}

static void
update_counts (MerMethodologyPage *self)
{
  guint            n_differences = mer_methodology_editing_get_differences (self->editing)->len;
  guint            n_problems = mer_methodology_editing_get_problems (self->editing)->len;
  g_autofree char *differences = g_strdup_printf (_("Differences: %u"), n_differences);
  g_autofree char *problems = g_strdup_printf (_("Check: %u"), n_problems);

  gtk_menu_button_set_label (self->differences, differences);
  gtk_widget_set_visible (GTK_WIDGET (self->differences),
                          mer_methodology_editing_get_federal (self->editing) != NULL);
  gtk_menu_button_set_label (self->problems, problems);
  if (mer_methodology_editing_count_errors (self->editing) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->problems), "mer-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problems), "mer-warning");
}

static void
changed_cb (MerMethodologyPage *self)
{
  update_title (self);
  update_bar (self);
  update_counts (self);
  update_actions (self);
  gtk_revealer_set_reveal_child (self->revealer,
                                 mer_methodology_editing_is_draft (self->editing));
}

/* --- what leads here ---------------------------------------------------------------------- */

/* A version that a decision is about. */
static void
mer_methodology_page_show_record (MerPage    *page,
                                  const char *kind,
                                  gint64      id)
{
  MerMethodologyPage     *self = MER_METHODOLOGY_PAGE (page);
  MerMethodologyVersions *versions =
    mer_methodology_versions_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                      self->editing);

  mer_methodology_versions_show (versions, id);
}

static void
finding_chosen_cb (MerMethodologyPage *self,
                   const char         *row,
                   const char         *property)
{
  gtk_popover_popdown (self->differences_popover);
  gtk_popover_popdown (self->problems_popover);
  mer_methodology_page_show (self, row, property);
}

static void
finding_restore_cb (MerMethodologyPage *self,
                    const char         *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  gboolean    all = g_str_equal (row, "all");
  const char *done = _("Everything is as in the federal edition again");
  const char *label = all ? _("Returning everything to the federal edition")
                          : _("Returning a part to the federal edition");

  if (all)
    methodology = mer_methodology_restore (mer_methodology_editing_get_stored (self->editing),
                                           mer_methodology_editing_get_federal (self->editing), "",
                                           &error);
  else
    methodology = mer_methodology_restored (self->editing, row, &error);
  if (methodology == NULL)
    mer_session_fail (mer_page_get_session (MER_PAGE (self)), _("Nothing was returned"), error);
  else
    mer_methodology_editing_store (self->editing, label, all ? done : NULL, methodology);
}

/* --- the object -------------------------------------------------------------------------- */

static gboolean
mer_methodology_page_grab_focus (GtkWidget *widget)
{
  MerMethodologyPage *self = MER_METHODOLOGY_PAGE (widget);
  MerMethodologyView *view = mer_methodology_page_shown_view (self);

  return view != NULL && gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
add_findings (MerMethodologyPage *self,
              GtkPopover         *popover,
              MerFindings         what)
{
  GtkWidget *findings = mer_methodology_findings_new (self->editing, what);

  g_signal_connect_object (findings, "chosen", G_CALLBACK (finding_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "restore", G_CALLBACK (finding_restore_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (popover, findings);
}

static void
mer_methodology_page_refresh (MerPage *page)
{
  mer_methodology_editing_reload (MER_METHODOLOGY_PAGE (page)->editing);
}

static void
mer_methodology_page_constructed (GObject *object)
{
  MerMethodologyPage *self = MER_METHODOLOGY_PAGE (object);
  MerSession         *session = mer_page_get_session (MER_PAGE (self));

  G_OBJECT_CLASS (mer_methodology_page_parent_class)->constructed (object);
  self->editing = mer_methodology_editing_new (session);
  add_findings (self, self->differences_popover, MER_FINDINGS_DIFFERENCES);
  add_findings (self, self->problems_popover, MER_FINDINGS_PROBLEMS);
  mer_methodology_influence_set_editing (self->influence, self->editing);
  for (guint i = 0; i < MER_N_OUTLINES; i++)
    gtk_stack_add_titled (self->views, adw_bin_new (), views[i].id, _(views[i].title));
  g_signal_connect_object (self->editing, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_session_get_document (session), "changed",
                           G_CALLBACK (mer_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle-id", G_CALLBACK (mer_page_refresh), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
  view_changed_cb (self);
}

static void
mer_methodology_page_dispose (GObject *object)
{
  MerMethodologyPage *self = MER_METHODOLOGY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_METHODOLOGY_PAGE);
  g_clear_object (&self->editing);
  G_OBJECT_CLASS (mer_methodology_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, add);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, more);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, bar_label);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, begin);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, differences);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, differences_popover);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, problems);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, problems_popover);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, views);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyPage, influence);
}

static const char *const version_kinds[] = { "methodology", NULL };

static void
mer_methodology_page_class_init (MerMethodologyPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mer_methodology_page_constructed;
  object_class->dispose = mer_methodology_page_dispose;
  widget_class->grab_focus = mer_methodology_page_grab_focus;
  MER_PAGE_CLASS (klass)->refresh = mer_methodology_page_refresh;
  MER_PAGE_CLASS (klass)->decided = MER_ABOUT_METHODOLOGY;
  MER_PAGE_CLASS (klass)->records = version_kinds;
  MER_PAGE_CLASS (klass)->show_record = mer_methodology_page_show_record;
  g_type_ensure (MER_TYPE_METHODOLOGY_INFLUENCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-page.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static GMenuModel *
more_menu_new (void)
{
  /* clang-format off */
  static const char *const sections[][5][2] = {
    { { N_("_Editions…"), "page.versions" } },
    { { N_("_Load a Methodology…"), "page.load" },
      { N_("_Save the Methodology…"), "page.export" } },
    { { N_("_Print the Questionnaire…"), "page.print-form::questionnaire" },
      { N_("Save the _Questionnaire…"), "page.save-form::questionnaire" },
      { N_("Print the _Checklist…"), "page.print-form::checklist" },
      { N_("Save the C_hecklist…"), "page.save-form::checklist" } },
    { { N_("Save a _Table Template of the Questionnaire…"), "page.save-template::survey" },
      { N_("Save a Table Te_mplate of the Checklist…"), "page.save-template::checklist" } },
  };
  /* clang-format on */
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint k = 0; sections[i][k][0] != NULL; k++)
        g_menu_append (section, _(sections[i][k][0]), sections[i][k][1]);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

static void
mer_methodology_page_init (MerMethodologyPage *self)
{
  g_autoptr (GMenuModel) menu = more_menu_new ();

  mer_methodology_page_install_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->more, menu);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
}

MerMethodologyEditing *
mer_methodology_page_get_editing (MerMethodologyPage *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_PAGE (self), NULL);
  return self->editing;
}

MerMethodologyView *
mer_methodology_page_show_outline (MerMethodologyPage *self,
                                   MerOutline          outline)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_PAGE (self), NULL);
  gtk_stack_set_visible_child_name (self->views, views[outline].id);
  return mer_methodology_page_shown_view (self);
}

/* A problem of the whole that no property names is one of the criteria together. */
gboolean
mer_methodology_page_show (MerMethodologyPage *self,
                           const char         *row,
                           const char         *property)
{
  MerMethodology *methodology = NULL;

  g_return_val_if_fail (MER_IS_METHODOLOGY_PAGE (self), FALSE);
  methodology = mer_methodology_editing_get (self->editing);
  if (methodology == NULL)
    return FALSE;
  if (*row == '\0' && property == NULL && methodology->criteria->len > 0)
    {
      g_auto (GStrv) rows = mer_outline_children (methodology, MER_OUTLINE_CRITERIA, NULL);

      return mer_methodology_view_show (
        mer_methodology_page_show_outline (self, MER_OUTLINE_CRITERIA), rows[0], "weight");
    }
  return mer_methodology_view_show (mer_methodology_page_show_outline (self, mer_outline_of (row)),
                                    row, property);
}
