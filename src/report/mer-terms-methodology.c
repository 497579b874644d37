/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annexes of the terms of reference: when data are collected, by which criteria and indicators they
 * are counted. */
#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-selection.h"
#include "report/mer-terms-private.h"

#define KIND_WIDTH 160.0
#define CODE_WIDTH 40.0
#define WEIGHT_WIDTH 56.0
#define WEIGHT_PLACES 2

/* --- when ------------------------------------------------------------------------------------ */

static gboolean
have_notes (const GPtrArray *windows)
{
  for (guint i = 0; i < windows->len; i++)
    if (((const MerWindowOfKind *) windows->pdata[i])->note != NULL)
      return TRUE;
  return FALSE;
}

static void
add_window (MerTerms              *self,
            MerTable              *table,
            const MerWindowOfKind *window)
{
  const MerField *field = mer_record_kind_field (&mer_record_window, "organization_kind");
  GStrv           cells = g_new0 (char *, 4);

  cells[0] = g_strdup (mer_tr (self->language,
                               field->choices[window->organization_kind].title));
  cells[1] = mer_typography (window->deadline);
  if (table->columns->len > 2)
    cells[2] = mer_typography (window->note != NULL ? window->note : "");
  mer_table_add_row (table, cells);
}

void
mer_terms_add_windows (MerTerms *self)
{
  GPtrArray *windows = mer_record_set_get (self->input->records, &mer_record_window);
  MerTable  *table = NULL;

  if (windows->len == 0)
    {
      mer_terms_add_labelled (self, mer_tr (self->language, "Data are collected"), NULL);
      return;
    }
  table = mer_table_new ();
  mer_table_add_column (table, mer_tr (self->language, "Organizations"), KIND_WIDTH,
                        MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Data are collected"), 0, MER_ALIGN_LEFT,
                        FALSE);
  if (have_notes (windows))
    mer_table_add_column (table, mer_tr (self->language, "Note"), 0, MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < windows->len; i++)
    add_window (self, table, windows->pdata[i]);
  mer_terms_add_table (self, table);
}

/* --- by which rules -------------------------------------------------------------------------- */

static void
add_weighted (MerTerms          *self,
              MerTable          *table,
              const char        *code,
              const char        *title,
              const MerRational *weight)
{
  GStrv cells = g_new0 (char *, 4);

  cells[0] = g_strdup (code);
  cells[1] = mer_typography (title);
  cells[2] = mer_format_rational (self->language, weight, WEIGHT_PLACES);
  mer_table_add_row (table, cells);
}

static void
add_criteria (MerTerms             *self,
              const MerMethodology *methodology)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (self->language, "Code"), CODE_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Criterion, indicator"), 0, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Weight"), WEIGHT_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];
      g_autofree char    *heading =
        g_strdup_printf ("%s. %s", criterion->symbol,
                         criterion->full_title != NULL ? criterion->full_title : criterion->title);

      mer_table_add_section (table, heading);
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = criterion->indicators->pdata[j];

          add_weighted (self, table, indicator->code,
                        indicator->full_title != NULL ? indicator->full_title : indicator->title,
                        &indicator->weight);
        }
    }
  mer_terms_add_table (self, table);
}

void
mer_terms_add_criteria (MerTerms *self)
{
  const MerMethodology *methodology = self->input->methodology;

  mer_terms_add_labelled (self, mer_tr (self->language, "Methodology"),
                          methodology != NULL ? methodology->title : NULL);
  if (methodology != NULL && methodology->criteria->len > 0)
    add_criteria (self, methodology);
}
