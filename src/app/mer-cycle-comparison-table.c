/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two cycles side by side as blocks, for every format that blocks are written in. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-comparison-table.h"
#include "report/mer-report.h"

#define NUMBER_WIDTH 46
#define PLACE_WIDTH 44
#define CELLS_PER_SCORE 3

/* --- names of the cycles ------------------------------------------------------------------- */

static char *
name_of (const MerCycleComparison *self,
         const MerCycle           *cycle)
{
  return self->one->cycle->year != self->other->cycle->year
           ? g_strdup_printf ("%d", cycle->year)
           : g_strdup (cycle->title);
}

/**
 * mer_cycle_comparison_name_one:
 * @self: two cycles
 *
 * Returns: (transfer full): how columns of the cycle that is compared are told from the other's
 */
char *
mer_cycle_comparison_name_one (const MerCycleComparison *self)
{
  return name_of (self, self->one->cycle);
}

/**
 * mer_cycle_comparison_name_other:
 * @self: two cycles
 *
 * Returns: (transfer full): the same of the cycle that it is compared with
 */
char *
mer_cycle_comparison_name_other (const MerCycleComparison *self)
{
  return name_of (self, self->other->cycle);
}

/* --- columns ------------------------------------------------------------------------------- */

static void
add_column (MerTable   *table,
            const char *what,
            const char *cycle,
            double      width)
{
  g_autofree char *header = g_strdup_printf ("%s %s", what, cycle);

  mer_table_add_column (table, header, width, MER_ALIGN_RIGHT, FALSE);
}

/* The symbol of the change is the same in all languages. */
static void
add_score_columns (MerTable   *table,
                   const char *symbol,
                   const char *one,
                   const char *other)
{
  add_column (table, symbol, one, NUMBER_WIDTH);
  add_column (table, symbol, other, NUMBER_WIDTH);
  add_column (table, "Δ", symbol, NUMBER_WIDTH);
}

static void
add_columns (MerTable                 *table,
             const MerCycleComparison *self,
             MerLanguage               language)
{
  g_autofree char *one = mer_cycle_comparison_name_one (self);
  g_autofree char *other = mer_cycle_comparison_name_other (self);

  mer_table_add_column (table, mer_tr (language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  add_column (table, mer_tr (language, "Place"), one, PLACE_WIDTH);
  add_column (table, mer_tr (language, "Place"), other, PLACE_WIDTH);
  if (!self->percent)
    mer_table_add_column (table, mer_tr (language, "Places up"), PLACE_WIDTH, MER_ALIGN_RIGHT,
                          FALSE);
  /* Translators: the header of a column: the total in per cent of its maximum. */
  add_score_columns (table, self->percent ? mer_tr (language, "S, %") : "S", one, other);
  for (guint i = 0; i < self->codes->len; i++)
    {
      const MerCriterion *criterion =
        mer_methodology_find_criterion (self->one->methodology, self->codes->pdata[i]);

      add_score_columns (table, criterion->symbol, one, other);
    }
}

/* --- rows ---------------------------------------------------------------------------------- */

static void
add_score (GPtrArray              *cells,
           const MerComparedScore *score,
           MerLanguage             language,
           guint                   decimals)
{
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  g_ptr_array_add (cells, score->has_one ? mer_format_rational (language, &score->one, decimals)
                                         : g_strdup ("—"));
  g_ptr_array_add (cells, score->has_other ? mer_format_rational (language, &score->other, decimals)
                                           : g_strdup ("—"));
  g_ptr_array_add (cells, mer_compared_change (score, &change)
                            ? mer_format_difference (language, &change, decimals)
                            : g_strdup ("—"));
}

static char *
place_text (guint place)
{
  return place > 0 ? g_strdup_printf ("%u", place) : g_strdup ("—");
}

static GStrv
cells_of (const MerCycleComparison *self,
          const MerComparedRow     *row,
          MerLanguage               language)
{
  GPtrArray *cells = g_ptr_array_new ();
  guint      decimals = self->one->scores->decimals;
  int        moved = 0;

  g_ptr_array_add (cells, g_strdup (row->organization->name));
  g_ptr_array_add (cells, place_text (row->place_one));
  g_ptr_array_add (cells, place_text (row->place_other));
  if (mer_cycle_comparison_moved (self, row, &moved))
    {
      g_auto (MerRational) places = mer_rational_new (moved, 1);

      g_ptr_array_add (cells, mer_format_difference (language, &places, 0));
    }
  else if (!self->percent)
    g_ptr_array_add (cells, g_strdup ("—"));
  add_score (cells, &row->total, language, decimals);
  for (guint i = 0; i < self->codes->len; i++)
    add_score (cells, &row->criteria[i], language, decimals);
  g_ptr_array_add (cells, NULL);
  return (GStrv) g_ptr_array_free (cells, FALSE);
}

/**
 * mer_cycle_comparison_blocks:
 * @self: two cycles
 * @language: of the table
 *
 * Any thread.
 *
 * Returns: (transfer full): the comparison as a document
 */
MerBlocks *
mer_cycle_comparison_blocks (const MerCycleComparison *self,
                             MerLanguage               language)
{
  g_autofree char *title = g_strdup_printf (mer_tr (language, "Comparison of “%s” with “%s”"),
                                            self->one->cycle->title, self->other->cycle->title);
  MerBlocks       *blocks = mer_blocks_new (language, title);
  MerTable        *table = mer_table_new ();

  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, title);
  for (guint i = 0; i < self->notes->len; i++)
    mer_blocks_add_text (blocks, MER_BLOCK_NOTE, self->notes->pdata[i]);
  add_columns (table, self, language);
  for (guint i = 0; i < self->n_rows; i++)
    mer_table_add_row (table, cells_of (self, &self->rows[i], language));
  blocks->landscape = table->columns->len >= 1 + 2 * CELLS_PER_SCORE;
  mer_blocks_add_table (blocks, table);
  return blocks;
}

gboolean
mer_cycle_comparison_write (const MerCycleComparison *self,
                            MerLanguage               language,
                            const char               *path,
                            GError                  **error)
{
  const MerRenderer *renderer = mer_renderer_for_path (path, error);
  g_autoptr (MerBlocks) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (renderer == NULL)
    return FALSE;
  blocks = mer_cycle_comparison_blocks (self, language);
  bytes = renderer->render (blocks, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}
