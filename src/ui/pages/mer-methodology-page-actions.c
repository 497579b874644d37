/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of the rules does: begin, apply and drop a draft, walk over problems, print, and
 * exchange rules with files. */

#include "config.h"

#include "ui/dialogs/mer-methodology-exchange.h"
#include "ui/pages/mer-methodology-apply.h"
#include "ui/pages/mer-methodology-page-private.h"
#include "ui/pages/mer-methodology-versions.h"
#include "ui/print/mer-template-actions.h"

static void
begin_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerMethodologyPage *self = user_data;

  if (mer_methodology_editing_begin (self->editing))
    gtk_widget_grab_focus (GTK_WIDGET (mer_methodology_page_shown_view (self)));
}

static void
drop_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_methodology_editing_drop (((MerMethodologyPage *) user_data)->editing);
}

static void
apply_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerMethodologyPage *self = user_data;

  mer_methodology_view_finish (mer_methodology_page_shown_view (self));
  mer_methodology_apply_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 self->editing,
                                 mer_methodology_influence_get_text (self->influence));
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  g_action_group_activate_action (
    mer_data_view_get_actions (MER_DATA_VIEW (mer_methodology_page_shown_view (user_data))),
    g_action_get_name (G_ACTION (action)), parameter);
}

/* Round and round; errors and doubts alike. */
static void
next_problem_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  MerMethodologyPage          *self = user_data;
  GPtrArray                   *problems = mer_methodology_editing_get_problems (self->editing);
  const MerMethodologyProblem *problem = NULL;
  g_autofree char             *row = NULL;
  g_autofree char             *property = NULL;

  if (problems->len == 0)
    return;
  if (self->problem >= problems->len)
    self->problem = 0;
  problem = problems->pdata[self->problem++];
  row = mer_outline_row_of (problem->path, problem->property);
  property = g_strdup (problem->property);
  mer_methodology_page_show (self, row, property);
}

static void
versions_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  MerMethodologyPage *self = user_data;

  mer_methodology_versions_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                    self->editing);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerMethodologyPage *self = user_data;

  mer_methodology_exchange_save (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)),
                                 mer_methodology_editing_get_stored (self->editing));
}

static void
load_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_methodology_exchange_load (GTK_WIDGET (user_data), mer_page_get_session (user_data));
}

static void
print_form_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  MerMethodologyPage *self = user_data;

  mer_methodology_exchange_print (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)),
                                  mer_methodology_editing_get_stored (self->editing),
                                  g_variant_get_string (parameter, NULL));
}

static void
save_form_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  MerMethodologyPage *self = user_data;

  mer_methodology_exchange_export (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)),
                                   mer_methodology_editing_get_stored (self->editing),
                                   g_variant_get_string (parameter, NULL));
}

static void
save_template_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  mer_template_save (GTK_WIDGET (user_data), mer_page_get_session (user_data),
                     g_variant_get_string (parameter, NULL));
}

/* The form that belongs to the tab. */
static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerMethodologyPage *self = user_data;
  MerOutline          outline = mer_methodology_page_shown_outline (self);

  mer_methodology_exchange_print (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)),
                                  mer_methodology_editing_get_stored (self->editing),
                                  outline == MER_OUTLINE_CHECKLISTS ? "checklist"
                                                                    : "questionnaire");
}

static const GActionEntry actions[] = {
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "add-part", add_cb, "s", NULL, NULL, { 0 } },
  { "begin", begin_cb, NULL, NULL, NULL, { 0 } },
  { "apply", apply_cb, NULL, NULL, NULL, { 0 } },
  { "drop", drop_cb, NULL, NULL, NULL, { 0 } },
  { "next-problem", next_problem_cb, NULL, NULL, NULL, { 0 } },
  { "versions", versions_cb, NULL, NULL, NULL, { 0 } },
  { "export", save_cb, NULL, NULL, NULL, { 0 } },
  { "load", load_cb, NULL, NULL, NULL, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "print-form", print_form_cb, "s", NULL, NULL, { 0 } },
  { "save-form", save_form_cb, "s", NULL, NULL, { 0 } },
  { "save-template", save_template_cb, "s", NULL, NULL, { 0 } },
};

void
mer_methodology_page_install_actions (MerMethodologyPage *self)
{
  mer_page_add_actions (MER_PAGE (self), actions, G_N_ELEMENTS (actions));
}
