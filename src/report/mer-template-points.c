/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of experts' points: a row an organization of the cycle, a column an indicator whose
 * points an expert gives. */
#include "config.h"

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "report/mer-template.h"

#define SPARE_ROWS 50
#define ORGANIZATION_WIDTH 32
#define POINTS_WIDTH 24

static gboolean
fits (const MerMethodology *methodology)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (methodology);

  for (guint i = 0; i < indicators->len; i++)
    {
      if (mer_indicator_is_typed (indicators->pdata[i]))
        return TRUE;
    }
  return FALSE;
}

/* The import knows an indicator by its code with its title behind it. */
static void
add_indicators (MerTemplate            *self,
                const MerTemplateInput *input)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (input->methodology);

  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = indicators->pdata[i];
      g_autofree char    *header = g_strdup_printf ("%s %s", indicator->code, indicator->title);

      if (mer_indicator_is_typed (indicator))
        mer_template_add_column (self, header, POINTS_WIDTH);
    }
}

static void
add_row (MerTemplate           *self,
         const MerOrganization *organization)
{
  GStrv cells = g_new0 (char *, self->columns->len + 1);

  cells[0] = g_strdup (organization->name);
  for (guint i = 1; i < self->columns->len; i++)
    cells[i] = g_strdup ("");
  g_ptr_array_add (self->rows, cells);
}

/* «1.1: от 0 до 10» */
static void
advise_limits (MerTemplate            *self,
               const MerTemplateInput *input)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (input->methodology);

  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = indicators->pdata[i];
      g_autofree char    *limit = NULL;

      if (!mer_indicator_is_typed (indicator))
        continue;
      limit = mer_rational_to_string (mer_indicator_typed_limit (indicator));
      /* Translators: code and title of an indicator, its largest value. */
      mer_template_advise (self, g_strdup_printf (mer_tr (input->language, "%s %s: from 0 to %s."),
                                                  indicator->code, indicator->title, limit));
    }
}

static void
advise (MerTemplate            *self,
        const MerTemplateInput *input)
{
  mer_template_advise_sender (self, input, mer_tr (input->language, "Experts' points"));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "One row is one organization. Do not change the headers and do not "
                            "insert rows above them.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Write the points that the expert gave, with tenths where there are "
                            "any. An empty cell means that no points were given; it is not a "
                            "zero.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Delete the rows of organizations that no expert has judged.")));
  advise_limits (self, input);
}

static MerTemplate *
build (const MerTemplateInput *input)
{
  const MerColumn   *name = mer_methodology_find_column (input->methodology, "organization");
  MerTemplate       *self = mer_template_new (input->language, mer_tr (input->language,
                                                                       "Experts' points"));
  MerTemplateColumn *organization = mer_template_add_column (
    self, name != NULL ? name->title : mer_tr (input->language, "Organization"),
    ORGANIZATION_WIDTH);

  organization->choices = mer_template_names (input->registry);
  self->fixed = 1;
  add_indicators (self, input);
  for (guint i = 0; input->organizations != NULL && i < input->organizations->len; i++)
    add_row (self, input->organizations->pdata[i]);
  self->n_rows = self->rows->len + SPARE_ROWS;
  advise (self, input);
  return self;
}

const MerTemplateKind mer_template_points = {
  .id = "points",
  .title = N_("Experts' points"),
               .build = build,
               .fits = fits,
  };
