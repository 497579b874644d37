/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the tab of other evidence is put together: a section a table, with the bar that switches
 * between them and its tools. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-data-evidence-private.h"
#include "ui/widgets/mer-wrap-bar.h"

static const struct
{
  const char *id;
  const char *title; /* of the context "evidence" */
  const char *empty;
  const char *hint;
} sections[MER_EVIDENCE_N_TABLES] = {
  /* clang-format off */
  { "counts", NC_("evidence", "Counts"), N_("There are no ready counts yet"),
    N_("A telephone poll or an online vote comes as a table: organization, question, asked, "
       "positively.") },
  { "compare", NC_("evidence", "Comparison"), N_("The operator's values are not here yet"),
    N_("A table of the operator's with indicators, criteria or totals is compared with ours "
       "cell by cell.") },
  { "facts", NC_("evidence", "Facts"), N_("There are no facts yet"),
    N_("A fact from an open source names its organization, source, link and date. Type it in, "
       "or import a table.") },
  { "points", NC_("evidence", "Points"), N_("No expert gave points yet"),
    N_("Points that an expert gives indicators come as a table: organization, then a column an "
       "indicator. Or type them in.") },
                                                    /* clang-format on */
                                                   };

static const char *
section_title (MerEvidenceTable table)
{
  return g_dpgettext2 (NULL, "evidence", sections[table].title);
}

static void
add_button (GtkWidget  *box,
            const char *label,
            const char *action,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_all_button (MerDataEvidence *self,
                GtkWidget       *box)
{
  self->all = gtk_toggle_button_new_with_mnemonic (_("A_ll values"));
  gtk_widget_set_tooltip_text (self->all, _("Show values that are the same as ours, too"));
  gtk_box_append (GTK_BOX (box), self->all);
}

static void
make_tools (MerDataEvidence *self)
{
  GtkWidget *boxes[MER_EVIDENCE_N_TABLES];

  self->tools = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->tools, FALSE);
  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    {
      boxes[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_stack_add_named (self->tools, boxes[i], sections[i].id);
    }
  add_all_button (self, boxes[MER_EVIDENCE_TABLE_DIFFERENCES]);
  add_button (boxes[MER_EVIDENCE_TABLE_DIFFERENCES], _("_Export…"), "view.export",
                                                        _("Writes the differences as a table"));
  add_button (boxes[MER_EVIDENCE_TABLE_COUNTS], _("_Add…"), "view.add",
                                                   _("Type in a ready count; Ctrl+V pastes rows of "
                                                     "organization, question, asked, positively, "
                                                     "source"));
  add_button (boxes[MER_EVIDENCE_TABLE_DIFFERENCES], _("_Add…"), "view.add",
                                                        _("Type in a value of the operator's"));
  add_button (boxes[MER_EVIDENCE_TABLE_DIFFERENCES], _("Show the _calculation"),
                                                        "view.show-rating",
                                                        _("How our value came about (Ctrl+Enter)"));
  add_button (boxes[MER_EVIDENCE_TABLE_POINTS], _("_Add…"), "view.add",
                                                   _("Type in an expert's points; Ctrl+V pastes a "
                                                     "table with an indicator a column, or rows of "
                                                     "organization, indicator, points, source"));
  add_button (boxes[MER_EVIDENCE_TABLE_FACTS], _("_Add…"), "view.add", NULL);
  add_button (boxes[MER_EVIDENCE_TABLE_FACTS], _("_Edit…"), "view.edit", _("Edit the fact (F2)"));
  add_button (boxes[MER_EVIDENCE_TABLE_FACTS], _("_Remove"), "view.delete",
                                                  _("Remove the fact (Delete)"));
}

/* A fact, a sentence what to do, one button. */
static GtkWidget *
make_empty (MerEvidenceTable table)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Import…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _(sections[table].empty));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _(sections[table].hint));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static GtkWidget *
make_section (MerDataEvidence *self,
              MerEvidenceTable table)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *state = gtk_stack_new ();

  self->stores[table] = g_list_store_new (MER_TYPE_TEXT_ITEM);
  self->views[table] = mer_evidence_table_new (table, self->stores[table],
                                               section_title (table));
  self->states[table] = GTK_STACK (state);
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->views[table]));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->views[table]));
  gtk_widget_set_vexpand (state, TRUE);
  gtk_stack_add_named (GTK_STACK (state), make_empty (table), "empty");
  gtk_stack_add_named (GTK_STACK (state), scrolled, "table");
  return state;
}

static void
make_sections (MerDataEvidence *self)
{
  GtkWidget *counts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pages[MER_EVIDENCE_N_TABLES];

  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    pages[i] = make_section (self, (MerEvidenceTable) i);
  self->polls = MER_POLL_LIST (mer_poll_list_new ());
  gtk_box_append (GTK_BOX (counts), GTK_WIDGET (self->polls));
  gtk_box_append (GTK_BOX (counts), pages[MER_EVIDENCE_TABLE_COUNTS]);
  pages[MER_EVIDENCE_TABLE_COUNTS] = counts;
  self->equal = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->equal, _("There are no differences"));
  gtk_stack_add_named (self->states[MER_EVIDENCE_TABLE_DIFFERENCES], GTK_WIDGET (self->equal),
                       "equal");
  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    gtk_stack_add_titled (self->sections, pages[i], sections[i].id,
                          section_title ((MerEvidenceTable) i));
}

/* The sections have a bar of their own: the page's is full of tabs. */
static GtkWidget *
make_bar (MerDataEvidence *self)
{
  GtkWidget *bar = g_object_new (MER_TYPE_WRAP_BAR, NULL);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  make_tools (self);
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->summary, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "small");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "numeric");
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->sections);
  gtk_widget_set_valign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->tools), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "mer-bar");
  gtk_widget_set_parent (switcher, bar);
  gtk_widget_set_parent (GTK_WIDGET (self->summary), bar);
  gtk_widget_set_parent (GTK_WIDGET (self->tools), bar);
  return bar;
}

const char *
mer_data_evidence_section_id (MerEvidenceTable table)
{
  return sections[table].id;
}

void
mer_data_evidence_build (MerDataEvidence *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->sections = GTK_STACK (gtk_stack_new ());
  make_sections (self);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sections));
  adw_bin_set_child (ADW_BIN (self), box);
}
