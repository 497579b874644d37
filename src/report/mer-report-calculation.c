/* SPDX-License-Identifier: GPL-3.0-or-later */
/* «Расчёт баллов»: an annex to the rating, from which each figure can be worked out again. An
 * organization a page: S, criteria, indicators with numbers put in, counts, and where these are
 * from; the rules in force at its end. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-explain-private.h"
#include "report/mer-report-private.h"

#define TITLE_WIDTH 150.0
#define SCORE_WIDTH 52.0

typedef struct
{
  const MerReportInput *input;
  MerLanguage           language;
  MerBlocks            *blocks;
} Annex;

/* «К1 Открытость: 0,3·93,54 + … = 96,05» */
static char *
criterion_heading (const Annex          *self,
                   const MerExplanation *criterion)
{
  g_autofree char *formula = mer_explain_formula (criterion, self->language, TRUE);
  g_autofree char *result = mer_explain_score (criterion, self->language);

  if (formula == NULL)
    return g_strdup_printf ("%s %s = %s", criterion->symbol, criterion->title, result);
  return g_strdup_printf ("%s %s\n%s = %s = %s", criterion->symbol, criterion->title,
                          criterion->symbol, formula, result);
}

static void
add_indicator (const Annex          *self,
               MerTable             *table,
               const MerExplanation *indicator)
{
  GStrv            cells = g_new0 (char *, 4);
  g_autofree char *formula = mer_explain_formula (indicator, self->language, TRUE);
  g_autofree char *result = mer_explain_score (indicator, self->language);
  g_autofree char *facts = mer_explain_facts (indicator, self->language, self->input->batches);
  g_autofree char *title = g_strdup_printf ("%s %s", indicator->symbol, indicator->title);

  cells[0] = mer_typography (title);
  if (formula != NULL)
    cells[1] = g_strdup_printf ("%s = %s = %s\n%s", indicator->symbol, formula, result, facts);
  else
    cells[1] = g_strdup (facts);
  cells[2] = g_strdup (result);
  mer_table_add_row (table, cells);
}

static void
add_criterion (const Annex          *self,
               MerTable             *table,
               const MerExplanation *criterion)
{
  g_autofree char *heading = criterion_heading (self, criterion);

  mer_table_add_section (table, heading);
  for (guint i = 0; i < criterion->parts->len; i++)
    add_indicator (self, table, g_ptr_array_index (criterion->parts, i));
}

static MerTable *
start_table (const Annex *self)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (self->language, "Indicator"), TITLE_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "How it came about"), 0, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Score"), SCORE_WIDTH, MER_ALIGN_RIGHT,
                        TRUE);
  return table;
}

/* «Место 6 из 35»; NULL without a place, or where the council publishes none over all. */
static char *
place_text (const Annex       *self,
            const MerScoreRow *row)
{
  if (row->rank == 0 || !mer_report_shows_places (self->input))
    return NULL;
  return g_strdup_printf (mer_tr (self->language, "Place %u of %u."), row->rank,
                          self->input->scores->n_ranked);
}

static void
add_total (const Annex          *self,
           const MerExplanation *total)
{
  g_autofree char *formula = mer_explain_formula (total, self->language, TRUE);
  g_autofree char *result = mer_explain_score (total, self->language);
  g_autofree char *why = mer_explain_undefined (total, self->language);
  g_autofree char *place = place_text (self, total->row);
  g_autofree char *text = NULL;

  if (formula != NULL)
    text = g_strdup_printf ("S = %s = %s", formula, result);
  else
    text = g_strdup_printf ("S = %s", result);
  mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, text);
  if (place != NULL)
    mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, place);
  if (why != NULL)
    mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, why);
}

static void
add_beside (const Annex          *self,
            const MerExplanation *total)
{
  MerTable *table = NULL;

  if (total->beside->len == 0)
    return;
  table = start_table (self);
  for (guint i = 0; i < total->beside->len; i++)
    add_criterion (self, table, g_ptr_array_index (total->beside, i));
  mer_blocks_add_text (self->blocks, MER_BLOCK_CAPTION,
                       mer_tr (self->language, "Beside the total, by the council's own criteria"));
  mer_blocks_add_table (self->blocks, table);
}

static void
add_organization (const Annex       *self,
                  const MerScoreRow *row)
{
  g_autoptr (MerExplanation) total = mer_explanation_new (self->input->scores, row, "S");
  g_autoptr (GHashTable) only = g_hash_table_new (NULL, NULL);
  g_autofree char *name = mer_typography (row->organization->name);
  MerTable        *table = start_table (self);

  mer_blocks_add_text (self->blocks, MER_BLOCK_HEADING, name);
  add_total (self, total);
  for (guint i = 0; i < total->parts->len; i++)
    add_criterion (self, table, g_ptr_array_index (total->parts, i));
  mer_blocks_add_table (self->blocks, table);
  add_beside (self, total);
  g_hash_table_add (only, GSIZE_TO_POINTER (row->organization->id));
  mer_report_add_objections (self->input, only, self->blocks);
}

static guint
add_organizations (const Annex *self)
{
  const MerScoreTable *scores = self->input->scores;
  guint                n = 0;

  for (guint i = 0; scores != NULL && i < scores->n_rows; i++)
    {
      if (!mer_report_is_printed (self->input, scores->rows[i].organization))
        continue;
      if (n++ > 0)
        mer_blocks_add_page_break (self->blocks);
      add_organization (self, &scores->rows[i]);
    }
  return n;
}

static void
add_rules (const Annex *self)
{
  g_autoptr (GPtrArray) rules = mer_report_rules (self->input);

  mer_blocks_add_text (self->blocks, MER_BLOCK_HEADING,
                       mer_tr (self->language, "Rules of calculation in force"));
  for (guint i = 0; i < rules->len; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("%u. %s", i + 1, (const char *) g_ptr_array_index (rules, i));

      mer_blocks_add_text (self->blocks, MER_BLOCK_NOTE, text);
    }
}

static void
add_head (const Annex *self)
{
  const MerReportInput *input = self->input;

  if (input->annex != NULL && *input->annex != '\0')
    mer_blocks_add_text (self->blocks, MER_BLOCK_ANNEX, input->annex);
  mer_blocks_add_text (self->blocks, MER_BLOCK_TITLE,
                       mer_tr (self->language, "CALCULATION OF SCORES"));
  if (input->title != NULL && input->cycle != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s. %s", input->title, input->cycle->title);

      mer_blocks_add_text (self->blocks, MER_BLOCK_SUBTITLE, text);
    }
}

static MerBlocks *
build_calculation (const MerReportInput *input)
{
  Annex self = { input, input->language, NULL };

  self.blocks = mer_blocks_new (input->language, mer_tr (input->language, "Calculation of scores"));
  mer_blocks_set_author (self.blocks, input->department);
  add_head (&self);
  if (add_organizations (&self) > 0)
    add_rules (&self);
  else if (input->scores != NULL && input->scores->n_rows > 0)
    mer_blocks_add_text (self.blocks, MER_BLOCK_PARAGRAPH,
                         mer_tr (input->language,
                                 "No assessed organization belongs to this selection."));
  else
    mer_blocks_add_text (self.blocks, MER_BLOCK_PARAGRAPH,
                         mer_tr (input->language,
                                 "There is no rating yet: no organization has been assessed."));
  return self.blocks;
}

const MerReportKind mer_report_calculation = {
  .id = "calculation",
  .title = N_("Calculation of scores"),
               .build = build_calculation,
  };
