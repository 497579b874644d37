/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the invented district has besides questionnaires and checklists: a telephone poll and a
 * vote that was typed in, neither of them counted, the operator's own values with two slips of the
 * pen, three facts. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/mer-demo-private.h"
#include "app/mer-results.h"
#include "import/mer-importer.h"
#include "store/mer-evidence-store.h"
#include "store/mer-evidence-typed.h"

static void
add_cells (MerDemoTable      *table,
           const char *const *cells,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    mer_demo_table_add (table, cells[i]);
}

static MerDemoTable *
poll_table (void)
{
  static const char *const rows[][4] = {
    { "Организация", "Вопрос", "Опрошено", "Положительно" },
    { "СОШ № 3", "q5", "40", "36" },
    { "СОШ № 3", "q12", "40", "37" },
    { "СОШ № 3", "q14", "40", "35" },
    { "ДС «Радуга»", "q5", "25", "25" },
    { "ДС «Радуга»", "q12", "25", "24" },
    { "ДС «Радуга»", "q14", "25", "24" },
    { "Подгорновская ООШ", "q5", "30", "19" },
    { "Подгорновская ООШ", "q12", "30", "21" },
    { "Подгорновская ООШ", "q14", "30", "20" },
  };
  MerDemoTable *table = mer_demo_table_new ();

  table->n_columns = G_N_ELEMENTS (rows[0]);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_cells (table, rows[i], G_N_ELEMENTS (rows[i]));
  return table;
}

static MerDemoTable *
facts_table (void)
{
  static const char *const rows[][5] = {
    { "Организация", "Дата", "Источник", "Ссылка", "Текст" },
    { "СОШ № 3", "14.10.2024", "Газета «Ольховские вести»",
      "https://vesti.example/2024/10/14/pandus", "У главного входа открыт пандус." },
    { "ДС «Радуга»", "21.10.2024", "Сайт организации", "https://raduga.example/news/21",
      "Опубликованы ответы на частые вопросы родителей." },
    { "Подгорновская ООШ", "05.11.2024", "Газета «Ольховские вести»",
      "https://vesti.example/2024/11/05/pisma",
      "В письме в редакцию родители сообщают, что санузел для инвалидов закрыт на ремонт с "
      "сентября." },
  };
  MerDemoTable *table = mer_demo_table_new ();

  table->n_columns = G_N_ELEMENTS (rows[0]);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_cells (table, rows[i], G_N_ELEMENTS (rows[i]));
  return table;
}

/* --- the operator's values --------------------------------------------------------------- */

/* «92,06», or nothing; with `slip` hundredths added. */
static void
add_value (MerDemoTable   *table,
           const MerScore *score,
           int             slip)
{
  g_auto (MerRational) added = mer_rational_new (slip, 100);
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;

  if (!score->defined)
    {
      mer_demo_table_add (table, "");
      return;
    }
  value = mer_rational_add (&score->value, &added);
  text = g_strdelimit (mer_rational_to_decimal (&value, 2), ".", ',');
  mer_demo_table_add (table, text);
}

/* Two digits changed places in the third row, a one was lost in the sixth. */
static MerDemoTable *
values_table (MerResults *results)
{
  static const char *const headers[] = { "Организация", "К1", "К2", "К3",
                                         "К4", "К5", "Итоговый балл" };
  const MerScoreTable     *scores = results->scores;
  MerDemoTable            *table = mer_demo_table_new ();

  table->n_columns = G_N_ELEMENTS (headers);
  add_cells (table, headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < scores->n_rows; i++)
    {
      mer_demo_table_add (table, scores->rows[i].organization->name);
      for (guint c = 0; c < scores->n_criteria; c++)
        add_value (table, &scores->rows[i].criteria[c], i == 2 && c == 1 ? 90 : 0);
      add_value (table, &scores->rows[i].total, i == 5 ? -1000 : 0);
    }
  return table;
}

/* --- into the document ------------------------------------------------------------------- */

static gboolean
import (MerDocument        *doc,
        const MerDemoTable *table,
        MerBatchKind        kind,
        const char         *folder,
        const char         *name,
        gint64              cycle_id,
        GError            **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *label = g_strdup_printf (_("Import of “%s”"), name);
  g_autoptr (MerImportOptions) options = mer_import_options_new (kind, path);
  g_autoptr (MerImportResult) result = NULL;

  options->cycle_id = cycle_id;
  options->not_counted = kind == MER_BATCH_COUNTS;
  options->source = kind == MER_BATCH_COUNTS ? g_strdup ("телефонный опрос") : NULL;
  if (!mer_demo_table_write_csv (table, path, FALSE, error))
    return FALSE;
  result = mer_import_run (doc, options, label, NULL, NULL, error);
  g_unlink (path);
  return result != NULL;
}

/* --- typed in ---------------------------------------------------------------------------- */

#define VOTE "опрос на сайте"

static gint64
find_typed_batch (GPtrArray *batches)
{
  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];

      if (batch->kind == MER_BATCH_COUNTS && batch->file_name == NULL)
        return batch->id;
    }
  return 0;
}

/* It stays out of the scores, as the poll does. */
static gboolean
write_vote (MerDocument *doc,
            MerResults  *results,
            GError     **error)
{
  static const struct
  {
    const char *organization;
    const char *question;
    gint64      asked;
    gint64      positive;
  } votes[] = {
    { "ДС «Сказка»", "q12", 36, 31 },
    { "ДС «Сказка»", "q14", 36, 33 },
    { "Гимназия № 2", "q14", 112, 97 },
  };
  g_autoptr (GPtrArray) batches = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      const MerScoreRow *row =
        mer_results_find_organization (results, doc, votes[i].organization);
      MerTypedCount count = { .question = votes[i].question,
                              .asked = votes[i].asked,
                              .positive = votes[i].positive,
                              .source = VOTE };

      if (row == NULL)
        continue;
      count.organization_id = row->organization->id;
      if (!mer_store_set_typed_count (doc, results->cycle->id, &count, error))
        return FALSE;
    }
  batches = mer_store_batches (doc, results->cycle->id, error);
  return batches != NULL &&
         mer_store_set_batch_counted (doc, find_typed_batch (batches), FALSE, error);
}

static gboolean
add_vote (MerDocument *doc,
          MerResults  *results,
          GError     **error)
{
  if (!mer_document_begin (doc, _("Entry of a ready count"), error))
    return FALSE;
  if (write_vote (doc, results, error) && mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

/**
 * mer_demo_add_evidence:
 * @doc: the example, its latest cycle filled and without an action under way
 * @folder: where the tables are written before they are imported
 * @cycle_id: that cycle
 * @error: return location
 *
 * Returns: %FALSE when it could not be added
 */
gboolean
mer_demo_add_evidence (MerDocument *doc,
                       const char  *folder,
                       gint64       cycle_id,
                       GError     **error)
{
  g_autoptr (MerResults) results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  g_autoptr (MerDemoTable) poll = poll_table ();
  g_autoptr (MerDemoTable) facts = facts_table ();
  g_autoptr (MerDemoTable) values = results != NULL ? values_table (results) : NULL;

  return values != NULL &&
         import (doc, poll, MER_BATCH_COUNTS, folder, "Телефонный опрос 2024.csv", cycle_id,
                 error) &&
         import (doc, values, MER_BATCH_VALUES, folder, "Баллы оператора 2024.csv", cycle_id,
                 error) &&
         import (doc, facts, MER_BATCH_FACTS, folder, "Открытые источники 2024.csv", cycle_id,
                 error) &&
         add_vote (doc, results, error);
}
