/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores as a table of text: what the tool prints, and what an approval keeps. It never depends
 * on a language. */

#include "config.h"

#include "app/mer-score-csv.h"
#include "core/mer-csv.h"

/**
 * mer_score_table_indicator_code:
 * @self: the scores
 * @index: of an indicator, counted over all criteria
 *
 * Returns: its code, "" when there is none
 */
const char *
mer_score_table_indicator_code (const MerScoreTable *self,
                                guint                index)
{
  for (guint i = 0; i < self->n_criteria; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->methodology->criteria, i);

      if (index < criterion->indicators->len)
        return ((const MerIndicator *) g_ptr_array_index (criterion->indicators, index))->code;
      index -= criterion->indicators->len;
    }
  return "";
}

static void
append_score (GString        *csv,
              const MerScore *score,
              guint           decimals)
{
  g_autofree char *text = NULL;

  if (score->defined)
    text = mer_rational_to_decimal (&score->value, decimals);
  g_string_append_printf (csv, ",%s", text != NULL ? text : "");
}

static void
append_header (GString             *csv,
               const MerScoreTable *self,
               gboolean             ids)
{
  g_string_append (csv, "organization");
  for (guint i = 0; i < self->n_indicators; i++)
    g_string_append_printf (csv, ",%s", mer_score_table_indicator_code (self, i));
  for (guint i = 0; i < self->n_criteria; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->methodology->criteria, i);

      g_string_append_printf (csv, ",%s", criterion->code);
    }
  g_string_append (csv, ids ? ",S,rank,id\n" : ",S,rank\n");
}

static void
append_row (GString             *csv,
            const MerScoreTable *self,
            const MerScoreRow   *row)
{
  mer_csv_append (csv, row->organization->name, ',');
  for (guint i = 0; i < self->n_indicators; i++)
    append_score (csv, &row->indicators[i], self->decimals);
  for (guint i = 0; i < self->n_criteria; i++)
    append_score (csv, &row->criteria[i], self->decimals);
  append_score (csv, &row->total, self->decimals);
  if (row->rank > 0)
    g_string_append_printf (csv, ",%u", row->rank);
  else
    g_string_append_c (csv, ',');
}

/**
 * mer_score_table_to_csv:
 * @self: the scores
 *
 * Returns: (transfer full): a header and a line an organization, in rating order
 */
char *
mer_score_table_to_csv (const MerScoreTable *self)
{
  GString *csv = g_string_new (NULL);

  append_header (csv, self, FALSE);
  for (guint r = 0; r < self->n_rows; r++)
    {
      append_row (csv, self, &self->rows[r]);
      g_string_append_c (csv, '\n');
    }
  return g_string_free (csv, FALSE);
}

/**
 * mer_score_table_to_csv_with_ids:
 * @self: the scores
 *
 * Returns: (transfer full): the same with ids of the organizations in a last column
 */
char *
mer_score_table_to_csv_with_ids (const MerScoreTable *self)
{
  GString *csv = g_string_new (NULL);

  append_header (csv, self, TRUE);
  for (guint r = 0; r < self->n_rows; r++)
    {
      append_row (csv, self, &self->rows[r]);
      g_string_append_printf (csv, ",%" G_GINT64_FORMAT "\n", self->rows[r].organization->id);
    }
  return g_string_free (csv, FALSE);
}
