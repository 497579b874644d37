/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane at the right of the table of organizations. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-comparison.h"
#include "ui/mer-ui.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-organization-columns.h"
#include "ui/pages/mer-organization-inspector.h"
#include "ui/mer-kind-label.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-scope.h"
#include "ui/widgets/mer-swatch.h"

#define LABEL_WIDTH 92
#define LABEL_CHARS 13

struct _MerOrganizationInspector
{
  GtkWidget parent_instance;

  /* template children */
  GtkStack  *stack;
  GtkLabel  *name;
  GtkLabel  *summary;
  GtkGrid   *facts;
  GtkWidget *history_title;
  GtkGrid   *history;
  GtkWidget *aliases_title;
  GtkLabel  *aliases;
  GtkLabel  *many;
};

G_DEFINE_FINAL_TYPE (MerOrganizationInspector, mer_organization_inspector, GTK_TYPE_WIDGET)

static guint
count_rows (GtkGrid *grid)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* --- facts --------------------------------------------------------------------- */

static void
add_fact (MerOrganizationInspector *self,
          const char               *title,
          const char               *text)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *value = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int row = (int) count_rows (self->facts) / 2;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_set_size_request (label, mer_text_scale_px (label, LABEL_WIDTH), -1);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "mer-secondary");
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  /* An address of a site must not get a hyphen that it does not have. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (value), attributes);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (value, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_grid_attach (self->facts, label, 0, row, 1, 1);
  gtk_grid_attach (self->facts, value, 1, row, 1, 1);
}

static char *
recipients_text (const MerOrganizationEntry *entry)
{
  g_autofree char *recipients = mer_organization_format_count (entry->recipients);
  g_autofree char *required = mer_organization_format_count (entry->required);

  if (entry->recipients < 0)
    return g_strdup (_("not stated"));
  /* Translators: number of recipients of services, and how many of them have to be asked */
  return g_strdup_printf (_("%s, sample %s"), recipients, required);
}

static char *
branches_text (MerDocument           *document,
               const MerOrganization *organization)
{
  g_autoptr (GPtrArray) all = mer_store_organizations (document, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; all && i < all->len; i++)
    {
      const MerOrganization *other = g_ptr_array_index (all, i);

      if (other->parent_id == organization->id)
        g_string_append_printf (text, "%s%s", text->len ? "; " : "", other->name);
    }
  return text->len ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (C_("branches",
    "none"));
}

static void
show_facts (MerOrganizationInspector   *self,
            MerDocument                *document,
            const MerOrganizationEntry *entry)
{
  const MerOrganization *organization = entry->organization;
  g_autofree char       *recipients = recipients_text (entry);
  g_autofree char       *branches = branches_text (document, organization);
  const char            *building = _("historic, exempt from rebuilding");
  /* clang-format off */
  const struct
  {
    const char *title;
    const char *text;
  } facts[] = {
    { C_("facts", "Full name"), organization->full_name },
    { _("INN"), organization->inn },
    { _("OGRN"), organization->ogrn },
    { _("Recipients"), recipients },
    { _("Address"), organization->address },
    { _("Head"), organization->head },
    { _("Site"), organization->site },
    { _("bus.gov.ru"), organization->bus_gov_id },
    { _("Branches"), branches },
    { _("Building"), organization->historic_building ? building : NULL },
  };
  /* clang-format on */

  mer_grid_clear (self->facts);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].text)
      add_fact (self, facts[i].title, facts[i].text);
}

/* --- scores by year -------------------------------------------------------------- */

static GtkWidget *
small_label (const char *text,
             gboolean    strong,
             float       xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, strong ? "mer-strong" : "mer-secondary");
  return label;
}

/* A score that leads to how it came about. */
static GtkWidget *
score_button (const char     *score,
              const MerCycle *cycle,
              gint64          organization_id,
              gboolean        current)
{
  GtkWidget       *button = gtk_button_new ();
  g_autofree char *name = g_strdup_printf (_("%s: show the calculation"), score);

  gtk_button_set_child (GTK_BUTTON (button), small_label (score, current, 1));
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "mer-link");
  gtk_widget_set_tooltip_text (button, _("Show the calculation"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", cycle->id, organization_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-rating-of");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return button;
}

/* Scores of one edition as they are; else all in percent of the maximum. */
static char *
format_score_of_year (const MerScoreTable *scores,
                      const MerScoreRow   *row,
                      gboolean             percent)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;

  if (!percent)
    return mer_organization_format_score (row);
  value = mer_percent_of_maximum (scores->methodology, &row->total.value);
  text = mer_format_rational (mer_language_of_locale (), &value, 2);
  /* Translators: a percentage of the largest possible score; a no-break space before the sign
   * where the language has one. */
  return g_strdup_printf (_("%s%%"), text);
}

static void
add_year (MerOrganizationInspector *self,
          const MerCycle           *cycle,
          MerScoreTable            *scores,
          gint64                    organization_id,
          gboolean                  percent,
          gboolean                  current)
{
  const MerScoreRow *row = scores ? mer_score_table_find (scores, organization_id) : NULL;
  const MerBand     *band = NULL;
  g_autofree char   *year = NULL;
  g_autofree char   *score = NULL;
  g_autofree char   *description = NULL;
  GtkWidget         *bar = NULL;
  GtkWidget         *word = NULL;
  int                line = (int) count_rows (self->history) / 4;

  if (row == NULL || !row->total.defined)
    return;
  band = mer_methodology_band_of (scores->methodology, &row->total.value);
  year = g_strdup_printf ("%d", cycle->year);
  score = format_score_of_year (scores, row, percent);
  /* Translators: year, score, band: «2024: 92.06, excellent» */
  description = g_strdup_printf (_("%s: %s, %s"), year, score, band ? band->title : "");
  bar = mer_share_bar_new (mer_rational_to_double (&row->total.value) /
                             mer_rational_to_double (&scores->methodology->maximum),
                           current);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_tooltip_text (bar, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  word = small_label (band ? band->title : "", FALSE, 0);
  gtk_widget_add_css_class (word, "small");
  gtk_grid_attach (self->history, small_label (year, current, 0), 0, line, 1, 1);
  gtk_grid_attach (self->history, bar, 1, line, 1, 1);
  /* of years before this document there is nothing to go to */
  gtk_grid_attach (self->history,
                   cycle->id != 0 ? score_button (score, cycle, organization_id, current)
                                  : small_label (score, FALSE, 1),
                   2, line, 1, 1);
  gtk_grid_attach (self->history, word, 3, line, 1, 1);
}

static gboolean
is_of_edition (const MerResults *results,
               MerScoreTable    *scores)
{
  return scores == NULL || mer_scores_are_comparable (results->methodology, scores->methodology);
}

/* Whether not all years that are shown were scored by one edition of the rules. */
static gboolean
has_other_edition (MerResults *results)
{
  for (guint i = 0; results != NULL && i < results->past->len; i++)
    {
      const MerPastYear *year = results->past->pdata[i];

      if (!is_of_edition (results, year->scores))
        return TRUE;
    }
  return FALSE;
}

/* Says why the scores are percentages. */
static void
add_history_note (MerOrganizationInspector *self)
{
  GtkWidget *label = small_label (_("The editions of the rules differ: scores are in percent of "
                                    "the maximum."),
                                     FALSE, 0);
  int        line = (int) count_rows (self->history) / 4;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "small");
  gtk_grid_attach (self->history, label, 0, line, 4, 1);
}

/* Whether a cycle of that year has a total of the organization. */
static gboolean
is_assessed (const MerResults *results,
             int               year,
             gint64            organization_id)
{
  for (guint i = 0; i < results->past->len; i++)
    {
      const MerPastYear *one = results->past->pdata[i];
      const MerScoreRow *row = NULL;

      if (one->cycle->id == 0 || one->cycle->year != year)
        continue;
      row = mer_score_table_find (one->scores, organization_id);
      if (row != NULL && row->total.defined)
        return TRUE;
    }
  return FALSE;
}

static void
show_history (MerOrganizationInspector *self,
              MerSession               *session,
              gint64                    organization_id)
{
  MerResults *results = mer_session_get_results (session);
  gboolean    percent = has_other_edition (results);
  gboolean    any = FALSE;

  mer_grid_clear (self->history);
  for (guint i = results ? results->past->len : 0; i > 0; i--)
    {
      const MerPastYear *year = results->past->pdata[i - 1];

      if (year->cycle->id == 0 && is_assessed (results, year->cycle->year, organization_id))
        continue; /* what was entered of that year says no more */
      add_year (self, year->cycle, year->scores, organization_id, percent, FALSE);
    }
  if (results)
    add_year (self, results->cycle, results->scores, organization_id, percent, TRUE);
  any = gtk_widget_get_first_child (GTK_WIDGET (self->history)) != NULL;
  if (any && percent)
    add_history_note (self);
  gtk_widget_set_visible (self->history_title, any);
  gtk_widget_set_visible (GTK_WIDGET (self->history), any);
}

/* Quotes inside quotes are of the second kind: «МБДОУ „Радуга“». */
static char *
quote (const char *text)
{
  g_autoptr (GString) inner = g_string_new (text);

  g_string_replace (inner, "«", "„", 0);
  g_string_replace (inner, "»", "“", 0);
  /* Translators: one spelling of a name, in quotation marks; several stand in a row */
  return g_strdup_printf (_("“%s”"), inner->str);
}

/* --- spellings ---------------------------------------------------------------------- */

static void
show_aliases (MerOrganizationInspector *self,
              MerDocument              *document,
              gint64                    organization_id)
{
  g_autoptr (GPtrArray) aliases = mer_store_aliases (document, organization_id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; aliases && i < aliases->len; i++)
    {
      g_autofree char *quoted = quote (g_ptr_array_index (aliases, i));

      g_string_append_printf (text, "%s%s", text->len ? "; " : "", quoted);
    }
  gtk_label_set_label (self->aliases, text->str);
  gtk_widget_set_visible (self->aliases_title, text->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->aliases), text->len > 0);
}

static void
mer_organization_inspector_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_ORGANIZATION_INSPECTOR);
  G_OBJECT_CLASS (mer_organization_inspector_parent_class)->dispose (object);
}

static void
mer_organization_inspector_class_init (MerOrganizationInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_organization_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, MER_UI_RESOURCE ("mer-organization-inspector.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, name);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, summary);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, facts);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, history_title);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, history);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, aliases_title);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, aliases);
  gtk_widget_class_bind_template_child (widget_class, MerOrganizationInspector, many);
}

static void
mer_organization_inspector_init (MerOrganizationInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mer_organization_inspector_show_one (MerOrganizationInspector *self,
                                     MerSession               *session,
                                     MerOrganizationItem      *item)
{
  const MerOrganizationEntry *entry = item ? mer_organization_item_get (item) : NULL;
  g_autofree char            *summary = NULL;

  g_return_if_fail (MER_IS_ORGANIZATION_INSPECTOR (self));
  gtk_stack_set_visible_child_name (self->stack, entry ? "one" : "none");
  if (entry == NULL)
    return;
  /* Translators: kind and state of an organization: «Preschool, working» */
  summary = g_strdup_printf (_("%s, %s"), mer_kind_label (entry->organization->kind),
                                mer_organization_state_title (entry->organization->state));
  gtk_label_set_label (self->name, entry->organization->name);
  gtk_label_set_label (self->summary, summary);
  show_facts (self, mer_session_get_document (session), entry);
  show_history (self, session, entry->organization->id);
  show_aliases (self, mer_session_get_document (session), entry->organization->id);
}

void
mer_organization_inspector_show_many (MerOrganizationInspector *self,
                                      guint                     n_selected)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MER_IS_ORGANIZATION_INSPECTOR (self));
  text = g_strdup_printf (ngettext ("%u organization is selected",
                                    "%u organizations are selected", n_selected),
                          n_selected);
  gtk_label_set_label (self->many, text);
  gtk_stack_set_visible_child_name (self->stack, "many");
}
