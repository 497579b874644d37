/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import as one transaction: the table opened and recognized, the engine of its kind
 * run over the rows, the batch written; or the document as it was before. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-calendar.h"
#include "import/mer-file-hash.h"
#include "import/mer-import-job.h"
#include "import/mer-import-mapping.h"
#include "import/mer-import-summary.h"
#include "import/mer-import-table.h"
#include "import/mer-import-worker-private.h"
#include "import/mer-timestamp.h"
#include "import/mer-survey-repeat.h"
#include "store/mer-registry-store.h"

/* Rows in which a year is looked for before a cycle is made. */
#define DATED_ROWS 500
/* Rows in which a date is looked for that tells days from months. */
#define ORDERED_ROWS 20000
#define FIRST_YEAR 2000
#define N_YEARS 200

/* Adding a kind of import is one line here and one file. */
static const struct
{
  MerBatchKind kind;
  gboolean (*run) (MerImportJob *job,
                   GError      **error);
  gboolean of_cycle; /* what it brings belongs to the cycle and is frozen with it */
} engines[] = {
  { MER_BATCH_ORGANIZATIONS, mer_import_organizations_run, FALSE },
  { MER_BATCH_CHECKLIST, mer_import_checklist_run, TRUE },
  { MER_BATCH_SURVEY, mer_import_survey_run, TRUE },
  { MER_BATCH_COUNTS, mer_import_counts_run, TRUE },
  { MER_BATCH_VALUES, mer_import_ready_values_run, FALSE },
  { MER_BATCH_FACTS, mer_import_facts_run, FALSE },
  { MER_BATCH_RECIPIENTS, mer_import_recipients_run, FALSE },
  { MER_BATCH_POINTS, mer_import_points_run, TRUE },
};

gboolean
mer_import_job_tick_at (MerImportJob *job,
                        guint64       done,
                        guint64       total,
                        GError      **error)
{
  if (job->progress != NULL)
    mer_progress_set (job->progress, done, total);
  return !g_cancellable_set_error_if_cancelled (job->cancellable, error);
}

gboolean
mer_import_job_tick (MerImportJob *job,
                     GError      **error)
{
  guint64 done, total;

  job->reader->position (job->reader, &done, &total);
  return mer_import_job_tick_at (job, done, total, error);
}

/* --- the cycle ---------------------------------------------------------------------- */

/* The year that most of the first dates are of; 0 when the table has none. */
static gboolean
find_year (const MerImportTable *table,
           int                  *year,
           GError              **error)
{
  const MerImportColumn *column = mer_recognition_find (table->recognition, MER_COLUMN_DATE);
  guint                  counts[N_YEARS] = { 0 };
  guint                  best = 0;
  MerRow                 row;
  int                    result = 1;

  *year = 0;
  for (guint i = 0; column != NULL && i < DATED_ROWS; i++)
    {
      gint64   time;
      gboolean has_time_of_day;

      result = mer_table_reader_next (table->reader, &row, error);
      if (result <= 0)
        break;
      if (column->index < row.n_cells &&
          mer_timestamp_parse (row.cells[column->index].text, row.cells[column->index].length,
                               &time, &has_time_of_day))
        {
          g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (time);
          int index = g_date_time_get_year (day) - FIRST_YEAR;

          if (index >= 0 && index < N_YEARS)
            counts[index]++;
        }
    }
  for (int i = 0; i < N_YEARS; i++)
    {
      if (counts[i] > best)
        {
          best = counts[i];
          *year = FIRST_YEAR + i;
        }
    }
  return result >= 0 && mer_recognition_rewind (table->recognition, table->reader, error);
}

/* Whether one of the first dates proves that days stand before months in the column. */
static gboolean
find_date_order (const MerImportTable *table,
                 gboolean             *day_first,
                 GError              **error)
{
  const MerImportColumn *column = mer_recognition_find (table->recognition, MER_COLUMN_DATE);
  MerRow                 row;
  int                    result = 1;

  *day_first = FALSE;
  if (column == NULL || !table->recognition->has_slashes)
    return TRUE;
  for (guint i = 0; i < ORDERED_ROWS && !*day_first; i++)
    {
      const MerCell *cell;

      result = mer_table_reader_next (table->reader, &row, error);
      if (result <= 0)
        break;
      if (column->index >= row.n_cells || row.cells[column->index].length == 0)
        continue;
      cell = &row.cells[column->index];
      if (memchr (cell->text, '/', cell->length) == NULL)
        break;
      *day_first = mer_timestamp_is_day_first (cell->text, cell->length);
    }
  return result >= 0 && mer_recognition_rewind (table->recognition, table->reader, error);
}

/* Makes the first cycle of the document. */
static gboolean
make_cycle (MerDocument    *doc,
            MerImportTable *table,
            GError        **error)
{
  MerLanguage      language = mer_document_get_language (doc);
  g_autofree char *title = NULL;
  int              year;

  if (!find_year (table, &year, error))
    return FALSE;
  if (year == 0)
    year = mer_day_get_year (mer_day_today ());
  /* Translators: the title of an assessment cycle, with its year. */
  title = g_strdup_printf (mer_tr (language, "Assessment %d"), year);
  table->cycle = mer_cycle_new (title, year);
  table->cycle->methodology_id = table->methodology_id;
  return mer_store_save_cycle (doc, table->cycle, error);
}

/* The items of the cycle, those of its methodology among them, and the columns by them. */
static gboolean
load_items (MerDocument            *doc,
            const MerImportOptions *options,
            MerImportTable         *table,
            GError                **error)
{
  if (!mer_store_ensure_items (doc, table->cycle->id, table->methodology, error))
    return FALSE;
  g_clear_pointer (&table->items, g_ptr_array_unref);
  table->items = mer_store_items (doc, table->cycle->id, error);
  return table->items != NULL && mer_import_table_recognize (table, error) &&
         mer_recognition_check (table->recognition, error);
}

static gboolean
prepare_cycle (MerDocument            *doc,
               const MerImportOptions *options,
               MerImportTable         *table,
               GError                **error)
{
  if (table->cycle == NULL && !make_cycle (doc, table, error))
    return FALSE;
  return options->kind != MER_BATCH_CHECKLIST || load_items (doc, options, table, error);
}

/* --- one run --------------------------------------------------------------------------- */

static gboolean
check_frozen (const MerImportTable   *table,
              const MerImportOptions *options,
              GError                **error)
{
  if (table->cycle == NULL || !table->cycle->approved || !engines[options->kind].of_cycle)
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("The results of “%s” are approved: no data can be added to it."),
                  table->cycle->title);
  return FALSE;
}

/* The very file, sheet and kind once more in the cycle. */
static gboolean
check_repeated (const MerImportJob *job,
                const char         *sha256,
                GError            **error)
{
  g_autoptr (GPtrArray) batches = NULL;

  if (job->options->keep_duplicates)
    return TRUE;
  batches = mer_store_batches (job->doc, job->cycle->id, error);
  if (batches == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    {
      const MerBatch *batch = batches->pdata[i];
      g_autoptr (GDateTime) time = NULL;
      g_autofree char *day = NULL;
      g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());

      if (batch->id == job->batch->id || batch->removed || batch->kind != job->batch->kind ||
          g_strcmp0 (batch->sha256, sha256) != 0 ||
          g_strcmp0 (batch->sheet, job->batch->sheet) != 0)
        continue;
      time = g_date_time_new_from_unix_local (batch->imported_at);
      day = g_date_time_format (time, "%d.%m.%Y");
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_DUPLICATE_FILE,
                   _("This very file was imported on %s already, as “%s”. Nothing was imported."),
                      day, name);
      return FALSE;
    }
  return TRUE;
}

static MerBatch *
make_batch (const MerImportOptions *options,
            const MerImportTable   *table)
{
  MerBatch *batch = mer_batch_new (options->kind);

  batch->cycle_id = table->cycle->id;
  batch->file_name = g_filename_display_basename (options->path);
  batch->sheet = g_strdup (table->reader->info.sheet);
  batch->sha256 = g_strdup ("");
  batch->imported_at = g_get_real_time () / G_USEC_PER_SEC;
  batch->who = g_strdup (g_get_user_name ());
  batch->mapping = g_strdup ("");
  batch->source = g_strdup (options->source);
  batch->counted = !options->not_counted;
  if (options->kind == MER_BATCH_SURVEY)
    batch->methodology_id = table->cycle->methodology_id;
  return batch;
}

static MerImportResult *
make_result (void)
{
  MerImportResult *result = g_new0 (MerImportResult, 1);

  result->unmatched = g_ptr_array_new_with_free_func (g_free);
  result->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_import_problem_free);
  result->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_import_change_free);
  result->accepted_of = g_array_new (FALSE, FALSE, sizeof (MerImportShare));
  return result;
}

/* Names that were set to belong to none now are skipped without a question the next time. */
static gboolean
remember_skipped (MerImportJob *job,
                  GError      **error)
{
  GPtrArray *matches = mer_name_matcher_matches (job->matcher);

  for (guint i = 0; job->options->names != NULL && i < matches->len; i++)
    {
      MerNameMatch *match = matches->pdata[i];

      if (match->state == MER_MATCH_SKIPPED &&
          !mer_name_matcher_store_skipped (job->matcher, match, error))
        return FALSE;
    }
  return TRUE;
}

/* The correspondence of columns, under the name that the user gave. */
static gboolean
remember_mapping (const MerImportJob *job,
                  GError            **error)
{
  g_autoptr (MerImportMapping) mapping = NULL;

  if (job->options->save_mapping == NULL || *job->options->save_mapping == '\0')
    return TRUE;
  mapping = mer_import_mapping_new (job->columns, job->options);
  return mer_import_mapping_save (job->doc, job->options->save_mapping, mapping, error);
}

/* What follows from the rows, written; or the reason why there is nothing to write. */
static gboolean
finish_rows (MerImportJob *job,
             MerFileHash  *hash,
             GError      **error)
{
  MerImportResult *result = job->result;
  g_autofree char *sha256 = mer_file_hash_finish (hash, error);

  if (sha256 == NULL || !check_repeated (job, sha256, error) ||
      (job->options->kind == MER_BATCH_SURVEY && !mer_survey_check_repeat (job, error)))
    return FALSE;
  mer_import_summarize_names (job);
  g_ptr_array_unref (result->problems);
  result->problems = mer_import_problems_steal (job->problems);
  if (result->accepted == 0)
    {
      result->obstacle = mer_import_obstacle (job);
      return TRUE;
    }
  result->batch_id = job->batch->id;
  result->cycle_id = job->cycle->id;
  return remember_skipped (job, error) && remember_mapping (job, error) &&
         mer_import_store_summary (job, sha256, error);
}

static gboolean
decide_names (MerNameMatcher         *matcher,
              const MerImportOptions *options,
              GError                **error)
{
  for (guint i = 0; options->names != NULL && i < options->names->len; i++)
    {
      if (!mer_name_matcher_decide (matcher, options->names->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Everything between begin and commit. */
static gboolean
run_rows (MerDocument            *doc,
          const MerImportOptions *options,
          MerImportTable         *table,
          MerFileHash            *hash,
          MerImportJob           *job,
          GError                **error)
{
  g_autoptr (MerBatch) batch = NULL;
  g_autoptr (MerNameMatcher) matcher = NULL;
  g_autoptr (MerImportProblems) problems = mer_import_problems_new ();

  if (!prepare_cycle (doc, options, table, error) ||
      !find_date_order (table, &job->day_first, error))
    return FALSE;
  batch = make_batch (options, table);
  if (!mer_store_save_batch (doc, batch, error))
    return FALSE;
  matcher = mer_name_matcher_new (doc, options->create_organizations, error);
  if (matcher == NULL || !decide_names (matcher, options, error))
    return FALSE;
  job->doc = doc;
  job->options = options;
  job->methodology = table->methodology;
  job->cycle = table->cycle;
  job->items = table->items;
  job->reader = table->reader;
  job->columns = table->recognition;
  job->matcher = matcher;
  job->batch = batch;
  job->problems = problems;
  return mer_import_job_tick (job, error) && engines[options->kind].run (job, error) &&
         mer_import_job_tick (job, error) && finish_rows (job, hash, error);
}

/* Says in which file it is. */
static void
name_file (const char *path,
           GError    **error)
{
  g_autofree char *base = g_filename_display_basename (path);
  GError          *named = NULL;

  if (error == NULL || *error == NULL)
    return;
  /* Translators: file, a sentence. */
  named = g_error_new ((*error)->domain, (*error)->code,
                       _("The file “%s”: %s"), base, (*error)->message);
  g_clear_error (error);
  *error = named;
}

MerImportResult *
mer_import_run (MerDocument            *doc,
                const MerImportOptions *options,
                const char             *label,
                MerProgress            *progress,
                GCancellable           *cancellable,
                GError                **error)
{
  g_auto (MerImportTable) table = { 0 };
  g_autoptr (MerFileHash) hash = NULL;
  g_autoptr (MerImportResult) result = make_result ();
  MerImportJob job = { .progress = progress, .cancellable = cancellable, .result = result };
  gboolean     had_cycle;

  g_return_val_if_fail (options->kind < G_N_ELEMENTS (engines), NULL);

  if (!mer_import_table_open (&table, doc, options, error) ||
      !check_frozen (&table, options, error))
    return NULL;
  if (!mer_recognition_check (table.recognition, error))
    {
      name_file (options->path, error);
      return NULL;
    }
  had_cycle = table.cycle != NULL;
  hash = mer_file_hash_start (options->path);
  if (!mer_document_begin (doc, label, error))
    return NULL;
  if (!run_rows (doc, table.options, &table, hash, &job, error))
    {
      mer_document_rollback (doc);
      return NULL;
    }
  if (result->obstacle != NULL || options->dry_run)
    {
      name_file (options->path, &result->obstacle);
      mer_document_rollback (doc);
      result->batch_id = 0;
      if (!had_cycle)
        result->cycle_id = 0;
    }
  else if (!mer_document_commit (doc, error))
    {
      mer_document_rollback (doc);
      return NULL;
    }
  return g_steal_pointer (&result);
}

/* --- in a worker ------------------------------------------------------------------------- */

static gpointer
run_work (MerDocument         *doc,
          const MerImportWork *work,
          GCancellable        *cancellable,
          GError             **error)
{
  return mer_import_run (doc, work->options, work->label, work->progress, cancellable, error);
}

void
mer_import_run_async (const char             *document_path,
                      const MerImportOptions *options,
                      const char             *label,
                      MerProgress            *progress,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, mer_import_run_async);
  /* What is committed is committed: a cancellation that comes later must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  mer_import_work_start (task, document_path, options, label, progress, run_work,
                         (GDestroyNotify) mer_import_result_free);
}

MerImportResult *
mer_import_run_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
