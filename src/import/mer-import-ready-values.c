/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values by code: one row an organization, one column an indicator, a criterion or the total.
 * The operator's own are kept as written, to be compared with ours; points of experts must be
 * such as the indicator takes, and enter the scores. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-rational.h"
#include "import/mer-evidence-row.h"
#include "methodology/mer-measure.h"
#include "store/mer-point-store.h"

typedef struct
{
  MerImportJob *job;
  GPtrArray    *rows;   /* of MerEvidenceRow; keys are indices into `values` */
  GPtrArray    *values; /* of MerImportColumn, borrowed */
  gboolean      points; /* they are experts' points */
} Values;

static void
find_columns (Values *self)
{
  const GPtrArray *columns = self->job->columns->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      MerImportColumn *column = columns->pdata[i];

      if (column->code != NULL && strcmp (column->code, MER_COLUMN_ORGANIZATION) != 0)
        g_ptr_array_add (self->values, column);
    }
}

/* What is wrong with points: a sentence, (transfer full); NULL when nothing is. */
static char *
find_fault (Values                *self,
            const MerRow          *row,
            const MerImportColumn *column,
            const char            *value,
            const char            *shown)
{
  const MerIndicator *indicator =
    mer_methodology_find_indicator (self->job->methodology, column->code);
  const MerRational zero = MER_RATIONAL_ZERO;
  g_autofree char  *number = mer_row_number_text (row->number);
  g_autofree char  *letters = mer_import_column_letters (column->index);
  g_autofree char  *limit = NULL;
  g_auto (MerRational) parsed = MER_RATIONAL_ZERO;

  if (indicator == NULL || !mer_indicator_is_typed (indicator))
    return g_strdup_printf (_("Column %s: “%s” is no indicator that an expert gives points."),
                               letters, column->code);
  if (mer_rational_parse (value, &parsed) && parsed.big == NULL &&
      mer_rational_cmp (&parsed, &zero) >= 0 &&
      mer_rational_cmp (&parsed, mer_indicator_typed_limit (indicator)) <= 0)
    return NULL;
  limit = mer_rational_to_string (mer_indicator_typed_limit (indicator));
  /* Translators: number of the row, letters of the column, what stands there, code of an
   * indicator, its largest value. */
  return g_strdup_printf (_("Row %s, column %s: %s cannot be. Indicator %s takes from 0 to %s."),
                             number, letters, shown, indicator->code, limit);
}

/* FALSE when the row was rejected for the cell. */
static gboolean
read_cell (Values         *self,
           const MerRow   *row,
           guint           key,
           MerEvidenceRow *into)
{
  const MerImportColumn *column = self->values->pdata[key];
  g_autofree char       *text = mer_row_text (row, column);
  g_autofree char       *value = NULL;
  g_autofree char       *number = NULL;
  g_autofree char       *letters = NULL;
  g_autofree char       *shown = NULL;
  g_autofree char       *fault = NULL;

  if (mer_evidence_is_nothing (text))
    return TRUE;
  value = mer_evidence_parse_decimal (text);
  if (value != NULL && self->points)
    fault = find_fault (self, row, column, value, text);
  if (fault != NULL)
    {
      mer_evidence_reject (self->job, "bad-points", row->number, column, text,
                           g_steal_pointer (&fault));
      return FALSE;
    }
  if (value != NULL)
    {
      mer_evidence_row_add (into, key, 0, 0, g_steal_pointer (&value));
      return TRUE;
    }
  number = mer_row_number_text (row->number);
  letters = mer_import_column_letters (column->index);
  shown = mer_text_shorten (text);
  mer_evidence_reject (self->job, "bad-value", row->number, column, text,
                       g_strdup_printf (_("Row %s, column %s: “%s” is no value. Write a decimal "
                                          "number, as 92.06, or leave the cell empty."),
                                           number, letters, shown));
  return FALSE;
}

static void
read_row_cb (gpointer      user_data,
             const MerRow *row)
{
  Values *self = user_data;
  g_autoptr (MerEvidenceRow) read = mer_evidence_row_new (self->job, row);

  for (guint i = 0; read != NULL && i < self->values->len; i++)
    {
      if (!read_cell (self, row, i, read))
        return;
    }
  if (read != NULL && read->items->len == 0)
    mer_evidence_reject_empty (self->job, row->number);
  else if (read != NULL)
    g_ptr_array_add (self->rows, g_steal_pointer (&read));
}

static gboolean
write_item_cb (gpointer               user_data,
               const MerEvidenceRow  *row,
               const MerEvidenceItem *item,
               GError               **error)
{
  const Values          *self = user_data;
  const MerImportColumn *column = self->values->pdata[item->key];
  const MerReadyValue    value = {
       .batch_id = self->job->batch->id,
       .source_id = row->match->source_id,
       .code = column->code,
       .value = item->value,
       .row = row->number,
  };

  return self->points ? mer_store_add_expert_point (self->job->doc, &value, error)
                      : mer_store_add_ready_value (self->job->doc, &value, error);
}

static gboolean
run_values (MerImportJob *job,
            gboolean      points,
            GError      **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_evidence_row_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  Values self = { job, rows, values, points };

  find_columns (&self);
  if (!mer_evidence_read_rows (job, read_row_cb, &self, error))
    return FALSE;
  mer_evidence_settle (job, rows);
  return mer_evidence_write_rows (job, rows, write_item_cb, &self, error);
}

gboolean
mer_import_ready_values_run (MerImportJob *job,
                             GError      **error)
{
  return run_values (job, FALSE, error);
}

gboolean
mer_import_points_run (MerImportJob *job,
                       GError      **error)
{
  return run_values (job, TRUE, error);
}
