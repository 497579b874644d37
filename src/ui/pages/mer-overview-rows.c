/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stages, figures and rows of the overview. */

#include "config.h"

#include "ui/pages/mer-overview-rows.h"

#include <glib/gi18n.h>

#include "app/mer-overview.h"
#include "cycle/mer-rule-note.h"
#include "report/mer-record-print.h"
#include "ui/mer-page-table.h"

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
note_new (const char *text)
{
  GtkWidget *label = label_new (text, "mer-secondary");

  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* --- stages ---------------------------------------------------------------------------------- */

static GtkWidget *
need_new (const MerRuleNote *note)
{
  GtkWidget *label = gtk_label_new (note->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  return label;
}

/* More than these are told on the page anyway. */
#define MOST_NEEDS 6

static void
add_needs (GtkBox          *box,
           const GPtrArray *needs)
{
  if (needs == NULL || needs->len == 0)
    {
      gtk_box_append (box, note_new (_("Nothing is missing to go on.")));
      return;
    }
  gtk_box_append (box, label_new (_("Before the work goes on:"), "heading"));
  for (guint i = 0; i < MIN (needs->len, MOST_NEEDS); i++)
    gtk_box_append (box, need_new (needs->pdata[i]));
}

static GtkWidget *
stage_popover_new (const MerOverview *overview,
                   guint              stage,
                   const GPtrArray   *needs,
                   gboolean           writable)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_("Make it the current stage"));

  add_needs (GTK_BOX (box), needs);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.stage");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", mer_stage_to_code (stage));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, writable && stage != overview->stage);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

GtkWidget *
mer_overview_stage_new (const MerOverview *overview,
                        guint              stage,
                        const GPtrArray   *needs,
                        gboolean           writable)
{
  const MerOverviewStage *words = &overview->stages[stage];
  GtkWidget              *button = gtk_menu_button_new ();
  GtkWidget              *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget              *bar = gtk_progress_bar_new ();
  GtkWidget              *title =
    label_new (words->title, stage <= overview->stage ? "mer-strong" : "mer-secondary");
  g_autofree char *name = NULL;

  /* with large text the sidebar makes room rather than that words are cut */
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_NONE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), words->share);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), note_new (*words->note != '\0' ? words->note : " "));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button),
                               stage_popover_new (overview, stage, needs, writable));
  gtk_widget_add_css_class (button, "mer-stage");
  /* a menu button centres its child; bars fill their stages */
  for (GtkWidget *w = box; w != NULL && w != button; w = gtk_widget_get_parent (w))
    gtk_widget_set_halign (w, GTK_ALIGN_FILL);
  /* Translators: a stage for the screen reader: its name, number and the number of stages */
  name = g_strdup_printf (stage == overview->stage ? _("%s, current stage, %u of %u")
                                                   : _("%s, stage %u of %u"),
                                                        words->title, stage + 1, MER_N_STAGES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* --- figures --------------------------------------------------------------------------------- */

GtkWidget *
mer_overview_figure_new (const MerOverviewFigure *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value = label_new (figure->value, "bigno");
  GtkWidget *note = note_new (figure->note);

  gtk_widget_add_css_class (value, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (value), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_lines (GTK_LABEL (note), 2);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), label_new (figure->title, "mer-strong"));
  gtk_box_append (GTK_BOX (box), note);
  return box;
}

/* --- rows ------------------------------------------------------------------------------------ */

/* What a button of a row does; words by the page. */
static const struct
{
  const char *page;
  const char *label;
} ways[] = {
  { "organizations", N_("Show") },
    { "methodology", N_("Compare") },
      { "data", N_("Show") },
        { "rating", N_("Decide…") },
          { "plans", N_("Open plans") },
            { "workplan", N_("Open work plan") },
              { "council", N_("Open council") },
                { "publications", N_("Show") },
              };

static void
set_way (GtkActionable *button,
         const char    *page,
         gint64         organization_id,
         const char    *kind,
         gint64         record_id)
{
  if (kind != NULL && record_id != 0)
    {
      gtk_actionable_set_action_name (button, "win.show-record");
      gtk_actionable_set_action_target (button, "(sxx)", kind, record_id, G_GINT64_CONSTANT (0));
    }
  else if (organization_id != 0 && g_str_equal (page, "rating"))
    {
      gtk_actionable_set_action_name (button, "win.show-rating");
      gtk_actionable_set_action_target (button, "x", organization_id);
    }
  else if (organization_id != 0 && g_str_equal (page, "organizations"))
    {
      gtk_actionable_set_action_name (button, "win.show-organization");
      gtk_actionable_set_action_target (button, "x", organization_id);
    }
  else
    {
      gtk_actionable_set_action_name (button, "win.page");
      gtk_actionable_set_action_target (button, "s", page);
    }
}

static GtkWidget *
way_new (const MerOverviewRow *row)
{
  GtkWidget *button = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].page, row->page) == 0 && mer_page_table_find (row->page) >= 0)
      {
        g_autofree char *name = g_strdup_printf ("%s: %s", _(ways[i].label), row->title);

        button = gtk_button_new_with_label (_(ways[i].label));
        gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
        set_way (GTK_ACTIONABLE (button), row->page, row->organization_id, row->kind,
                 row->record_id);
        gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        name, -1);
        break;
      }
  return button;
}

GtkWidget *
mer_overview_row_new (const MerOverviewRow *row)
{
  static const char *const icons[] = { "merilo-warning-symbolic", "merilo-overdue-symbolic",
                                       "merilo-info-symbolic" };
  static const char *const names[] = { N_("Warning"), N_("Overdue"), N_("Note") };
  GtkWidget               *widget = adw_action_row_new ();
  GtkWidget               *icon = gtk_image_new_from_icon_name (icons[row->what]);
  GtkWidget               *button = way_new (row);
  g_autofree char         *title = g_markup_escape_text (row->title, -1);
  g_autofree char         *detail = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (widget), 2);
  if (row->detail != NULL)
    detail = g_markup_escape_text (row->detail, -1);
  if (detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), detail);
  gtk_widget_set_tooltip_text (icon, _(names[row->what]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(names[row->what]), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), icon);
  if (button != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), button);
    }
  return widget;
}

GtkWidget *
mer_overview_deadline_new (const MerOverview         *overview,
                           const MerOverviewDeadline *deadline)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *day_words = mer_print_day_of_year (mer_language_of_locale (), deadline->day);
  g_autofree char *in_days = mer_overview_in_days (overview, deadline);
  GtkWidget       *day = label_new (day_words, "numeric");
  GtkWidget       *text = label_new (deadline->text, NULL);

  gtk_label_set_width_chars (GTK_LABEL (day), 12);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), note_new (in_days));
  gtk_widget_add_css_class (box, "mer-deadline");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (deadline->page != NULL && mer_page_table_find (deadline->page) >= 0)
    set_way (GTK_ACTIONABLE (row), deadline->page, 0, deadline->kind, deadline->record_id);
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

GtkWidget *
mer_overview_sentence_new (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  return row;
}

/* --- a new document -------------------------------------------------------------------------- */

GtkWidget *
mer_overview_step_new (guint       number,
                       const char *title,
                       const char *detail,
                       const char *label,
                       const char *action,
                       gboolean    done)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget       *mark = done ? gtk_image_new_from_icon_name ("merilo-check-symbolic")
                               : gtk_label_new (digits);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_add_css_class (mark, "mer-step-number");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}
