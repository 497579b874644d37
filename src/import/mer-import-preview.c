/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import is going to do, and what a table holds: nothing is written here. */
#include "config.h"

#include <string.h>

#include "import/mer-import-table.h"
#include "import/mer-recognizer.h"
#include "store/mer-registry-store.h"

/* Columns of a kind from which a table is taken to be of it. */
#define ENOUGH_QUESTIONS 4
#define ENOUGH_ITEMS 2
/* A list of names and nothing else has no more columns than this. */
#define MAX_LIST_COLUMNS 3

static void
add_row (MerImportPreview *preview,
         const MerRow     *row)
{
  guint  n = preview->columns->len;
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = i < row->n_cells && row->cells[i].length > 0
                 ? g_strndup (row->cells[i].text, row->cells[i].length)
                 : g_strdup ("");
  g_ptr_array_add (preview->rows, cells);
  g_array_append_val (preview->row_numbers, row->number);
}

static gboolean
read_rows (MerImportPreview *preview,
           MerTableReader   *reader,
           guint             max_rows,
           GError          **error)
{
  MerRow row;
  int    result = 1;

  while (preview->rows->len < max_rows &&
         (result = mer_table_reader_next (reader, &row, error)) > 0)
    add_row (preview, &row);
  return result >= 0;
}

MerImportPreview *
mer_import_preview (MerDocument            *doc,
                    const MerImportOptions *options,
                    guint                   max_rows,
                    GError                **error)
{
  g_auto (MerImportTable) table = { 0 };
  g_autoptr (MerImportPreview) preview = NULL;

  if (!mer_import_table_open (&table, doc, options, error))
    return NULL;
  preview = g_new0 (MerImportPreview, 1);
  preview->header_row = (guint) table.recognition->header_row;
  preview->columns = g_ptr_array_ref (table.recognition->columns);
  preview->missing = g_strdupv (table.recognition->missing);
  preview->mapping = g_strdup (table.mapping);
  preview->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  preview->row_numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  mer_recognition_check (table.recognition, &preview->obstacle);
  if (!read_rows (preview, table.reader, max_rows, error))
    return NULL;
  /* The strings of info are the reader's: it stays open as long as the preview. */
  preview->info = table.reader->info;
  preview->priv = g_steal_pointer (&table.reader);
  return g_steal_pointer (&preview);
}

void
mer_import_preview_free (MerImportPreview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->row_numbers, g_array_unref);
  g_strfreev (self->missing);
  g_free (self->mapping);
  g_clear_error (&self->obstacle);
  if (self->priv != NULL)
    mer_table_reader_close (self->priv);
  g_free (self);
}

/* --- guessing -------------------------------------------------------------------- */

/* Columns that only this kind of table has. */
static guint
count_own_columns (const MerImportTable *table)
{
  const GPtrArray *columns = table->recognition->columns;
  guint            n = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      if (column->code == NULL)
        continue;
      if (table->recognition->kind == MER_BATCH_SURVEY)
        n += mer_methodology_find_question (table->methodology, column->code) >= 0;
      else if (table->recognition->kind == MER_BATCH_CHECKLIST)
        n += strchr (column->code, '/') != NULL;
      else
        n++;
    }
  return n;
}

static gboolean
has_registry (MerDocument *doc)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, NULL);

  return organizations != NULL && organizations->len > 0;
}

/* How many columns speak for a kind; 0 where the table cannot be of it. */
static gboolean
weigh_kind (MerDocument            *doc,
            const MerImportOptions *options,
            guint                  *weight,
            GError                **error)
{
  g_auto (MerImportTable) table = { 0 };
  guint own;

  if (!mer_import_table_open (&table, doc, options, error))
    return FALSE;
  own = count_own_columns (&table);
  *weight = own;
  if (options->kind == MER_BATCH_SURVEY && own < ENOUGH_QUESTIONS)
    *weight = 0;
  else if (options->kind == MER_BATCH_CHECKLIST && own < ENOUGH_ITEMS)
    *weight = 0;
  else if (options->kind > MER_BATCH_SURVEY)
    *weight = mer_evidence_columns_weigh (table.recognition, has_registry (doc));
  else if (options->kind == MER_BATCH_ORGANIZATIONS &&
           (table.recognition->missing[0] != NULL ||
            (own < 2 && table.recognition->columns->len > MAX_LIST_COLUMNS)))
    *weight = 0;
  return TRUE;
}

gboolean
mer_import_guess_kind (MerDocument  *doc,
                       const char   *path,
                       MerBatchKind *out,
                       GError      **error)
{
  static const MerBatchKind kinds[] = { MER_BATCH_SURVEY, MER_BATCH_ORGANIZATIONS,
                                        MER_BATCH_CHECKLIST, MER_BATCH_COUNTS,
                                        MER_BATCH_VALUES, MER_BATCH_FACTS,
                                        MER_BATCH_RECIPIENTS, MER_BATCH_POINTS };
  guint                     best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MerImportOptions) options = mer_import_options_new (kinds[i], path);
      guint weight = 0;

      if (!weigh_kind (doc, options, &weight, error))
        return FALSE;
      if (weight <= best)
        continue;
      best = weight;
      *out = kinds[i];
    }
  return best > 0;
}
