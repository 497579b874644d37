/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a whole table holds before anything is decided: spellings of answers and marks with their
 * counts, and names with whom they mean. */
#include "config.h"

#include <string.h>

#include "core/mer-name.h"
#include "import/mer-import-job.h"
#include "import/mer-import-row.h"
#include "import/mer-import-scan.h"
#include "import/mer-import-table.h"
#include "import/mer-import-worker-private.h"
#include "import/mer-mark-text.h"
#include "import/mer-raw-key.h"
#include "import/mer-source-table.h"
#include "import/mer-survey-columns.h"

#define ROWS_A_TICK 2048
#define MAX_CANDIDATES 5
/* Spellings of one column that are looked at one after the other before they are looked up. */
#define N_NEAR 4

typedef struct
{
  guint64         head;
  gsize           length;
  MerImportValue *value; /* NULL: free */
} NearValue;

/* One column of answers while it is counted. */
typedef struct
{
  MerImportColumnValues *values;
  GHashTable            *by_text; /* spelling → MerImportValue, borrowed of values */
  NearValue              near[N_NEAR];
  guint                  next_near;
  const MerQuestion     *question;  /* NULL: a checklist's item */
  MerAnswerColumn       *answers;   /* of the question */
  GHashTable            *decisions; /* of the item; nullable */
} ColumnScan;

typedef struct
{
  MerImportJob    job; /* reader, progress and cancellable are all that is used of it */
  MerImportTable  table;
  MerNameMatcher *matcher;
  MerSourceTable *sources; /* of the matcher's names */
  GArray         *columns; /* of ColumnScan */
  MerImportScan  *scan;
} Scan;

static void
value_free (gpointer data)
{
  MerImportValue *value = data;

  g_free (value->spelling);
  g_free (value);
}

static void
column_values_free (gpointer data)
{
  MerImportColumnValues *values = data;

  g_ptr_array_unref (values->values);
  g_free (values);
}

static void
name_free (gpointer data)
{
  MerImportName *name = data;

  g_free (name->name);
  g_ptr_array_unref (name->candidates);
  g_free (name);
}

void
mer_import_scan_free (MerImportScan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static void
column_scan_clear (gpointer data)
{
  ColumnScan *column = data;

  g_hash_table_unref (column->by_text);
  g_clear_pointer (&column->answers, mer_answer_column_free);
  g_clear_pointer (&column->decisions, g_hash_table_unref);
}

static void
scan_clear (Scan *self)
{
  mer_import_table_clear (&self->table);
  g_clear_pointer (&self->sources, mer_source_table_free);
  g_clear_pointer (&self->matcher, mer_name_matcher_free);
  g_clear_pointer (&self->columns, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

/* --- columns --------------------------------------------------------------------------- */

static void
add_column (Scan                  *self,
            const MerImportColumn *column,
            const MerQuestion     *question)
{
  ColumnScan added = { g_new0 (MerImportColumnValues, 1),
                       g_hash_table_new (g_str_hash, g_str_equal),
                       { { 0 } },
                       0,
                       question,
                       NULL,
                       NULL };

  added.values->index = column->index;
  added.values->values = g_ptr_array_new_with_free_func (value_free);
  if (question != NULL)
    {
      added.answers = mer_answer_column_new (question);
      mer_import_decide_answers (self->table.options, question, added.answers);
    }
  else
    added.decisions = mer_mark_decisions_new (self->table.options, column->code);
  g_ptr_array_add (self->scan->columns, added.values);
  g_array_append_val (self->columns, added);
}

static void
find_columns (Scan *self)
{
  const GPtrArray *columns = self->table.recognition->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];
      int                    question = -1;

      if (column->code == NULL || column->state == MER_COLUMN_DECIDE)
        continue;
      if (self->table.recognition->kind == MER_BATCH_SURVEY)
        question = mer_methodology_find_question (self->table.methodology, column->code);
      if (question >= 0)
        add_column (self, column, self->table.methodology->questions->pdata[question]);
      else if (self->table.recognition->kind == MER_BATCH_CHECKLIST &&
               strchr (column->code, '/') != NULL)
        add_column (self, column, NULL);
    }
}

/* Whether the user or a correspondence has decided about the spelling. */
static gboolean
is_decided (const Scan       *self,
            const ColumnScan *column,
            const char       *spelling)
{
  const GPtrArray *decisions = self->table.options->values;
  g_autofree char *key = mer_name_fold (spelling, -1);
  const char      *code = NULL;

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const MerValueDecision *decision = decisions->pdata[i];
      g_autofree char        *other = mer_name_fold (decision->spelling, -1);

      code = column->question != NULL
               ? column->question->code
               : ((MerImportColumn *)
                    self->table.recognition->columns->pdata[column->values->index])
                   ->code;
      if ((g_str_equal (decision->code, "*") || g_str_equal (decision->code, code)) &&
          strcmp (key, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What a spelling means: see MerImportValue.option. */
static int
understand (const ColumnScan *column,
            const char       *spelling,
            gsize             length)
{
  MerMark mark;
  guint   code;

  if (column->question == NULL)
    {
      g_autofree char *copy = g_strndup (spelling, length);

      return mer_mark_understand (column->decisions, g_strstrip (copy), &mark) ? (int) mark : -1;
    }
  code = mer_answer_column_understand (column->answers, spelling, length);
  if (code == MER_ANSWER_BLANK)
    return MER_IMPORT_VALUE_BLANK;
  return code >= MER_ANSWER_FIRST_OPTION ? (int) (code - MER_ANSWER_FIRST_OPTION) : -1;
}

static MerImportValue *
add_value (const Scan    *self,
           ColumnScan    *column,
           const MerCell *cell,
           gint64         row)
{
  MerImportValue *value = g_new0 (MerImportValue, 1);

  value->spelling = g_strndup (cell->text, cell->length);
  value->first_row = row;
  value->option = understand (column, cell->text, cell->length);
  value->decided = is_decided (self, column, value->spelling);
  g_ptr_array_add (column->values->values, value);
  g_hash_table_insert (column->by_text, value->spelling, value);
  return value;
}

static MerImportValue *
look_up (const Scan    *self,
         ColumnScan    *column,
         const MerCell *cell,
         gint64         row)
{
  g_autofree char *text = g_strndup (cell->text, cell->length);
  MerImportValue  *value = g_hash_table_lookup (column->by_text, text);

  if (value == NULL && column->values->values->len < MER_IMPORT_MAX_SPELLINGS)
    value = add_value (self, column, cell, row);
  /* A cell with a NUL byte in it is longer than what it is counted as. */
  if (value != NULL && strlen (value->spelling) == cell->length)
    column->near[column->next_near++ % N_NEAR] =
      (NearValue){ mer_raw_head (cell->text, cell->length), cell->length, value };
  return value;
}

static inline MerImportValue *
find_near (const ColumnScan *column,
           const MerCell    *cell)
{
  guint64 head = mer_raw_head (cell->text, cell->length);

  for (guint i = 0; i < N_NEAR; i++)
    {
      const NearValue *near = &column->near[i];

      if (near->head == head && near->length == cell->length &&
          (cell->length <= 8 ||
           memcmp (near->value->spelling, cell->text, cell->length) == 0))
        return near->value;
    }
  return NULL;
}

static void
count_cell (const Scan   *self,
            ColumnScan   *column,
            const MerRow *row)
{
  guint           index = column->values->index;
  const MerCell  *cell = index < row->n_cells ? &row->cells[index] : NULL;
  MerImportValue *value = NULL;

  if (cell == NULL || cell->length == 0)
    {
      column->values->n_blank++;
      return;
    }
  value = find_near (column, cell);
  if (value == NULL)
    value = look_up (self, column, cell, row->number);
  if (value != NULL)
    value->count++;
  else
    column->values->n_other++;
}

/* --- names ----------------------------------------------------------------------------- */

static void
count_name (Scan         *self,
            guint         index,
            const MerRow *row)
{
  const char *text = index < row->n_cells ? row->cells[index].text : "";
  gsize       length = index < row->n_cells ? row->cells[index].length : 0;
  MerSource  *source =
    mer_source_table_find (self->sources, mer_raw_hash (text, length), text, length);

  if (source->n_rows++ == 0)
    source->first_row = row->number;
}

static MerImportNameState
state_of (const Scan         *self,
          const MerNameMatch *match,
          MerImportName      *name)
{
  MerMatchGround ground;
  gboolean       skips;

  name->organization_id = mer_name_matcher_find (self->matcher, match, &ground, &skips);
  if (match->state == MER_MATCH_EMPTY)
    return MER_IMPORT_NAME_EMPTY;
  if (skips)
    return MER_IMPORT_NAME_SKIPPED;
  if (name->organization_id != 0)
    return ground == MER_MATCH_BY_ALIAS ? MER_IMPORT_NAME_ALIAS : MER_IMPORT_NAME_EXACT;
  if (name->candidates->len == 0)
    return MER_IMPORT_NAME_UNKNOWN;
  return ((const MerImportCandidate *) name->candidates->pdata[0])->similarity == 100
           ? MER_IMPORT_NAME_AMBIGUOUS
           : MER_IMPORT_NAME_SIMILAR;
}

static void
note_decision (const Scan    *self,
               MerImportName *name)
{
  const GPtrArray *decisions = self->table.options->names;
  g_autofree char *key = mer_name_fold (name->name, -1);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const MerNameDecision *decision = decisions->pdata[i];
      g_autofree char       *other = mer_name_fold (decision->name, -1);

      if (strcmp (key, other) != 0)
        continue;
      name->decided = TRUE;
      name->decision = *decision;
      name->decision.name = name->name;
    }
}

static MerImportName *
make_name (const Scan         *self,
           const MerNameMatch *match)
{
  MerImportName *name = g_new0 (MerImportName, 1);

  name->name = g_strdup (match->name);
  name->n_rows = match->n_rows;
  name->first_row = match->first_row;
  name->candidates = mer_name_matcher_nearest (self->matcher, match, MAX_CANDIDATES);
  name->state = state_of (self, match, name);
  note_decision (self, name);
  return name;
}

/* One name a folded spelling, the first of it telling. */
static void
list_names (Scan *self)
{
  GPtrArray *matches = mer_name_matcher_matches (self->matcher);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const MerNameMatch *match = matches->pdata[i];
      char               *key = mer_name_fold (match->name, -1);
      MerImportName      *name = g_hash_table_lookup (seen, key);

      if (name != NULL)
        {
          name->n_rows += match->n_rows;
          g_free (key);
          continue;
        }
      name = make_name (self, match);
      g_hash_table_insert (seen, key, name);
      g_ptr_array_add (self->scan->names, name);
    }
}

/* --- the whole ----------------------------------------------------------------------------- */

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const MerImportValue *first = *(MerImportValue *const *) a;
  const MerImportValue *second = *(MerImportValue *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

static gboolean
read_rows (Scan    *self,
           GError **error)
{
  const MerImportColumn *organization =
    self->table.options->kind == MER_BATCH_ORGANIZATIONS
      ? NULL
      : mer_recognition_find (self->table.recognition, MER_COLUMN_ORGANIZATION);
  MerRow row;
  int    result;

  while ((result = mer_table_reader_next (self->table.reader, &row, error)) > 0)
    {
      if (++self->scan->n_rows % ROWS_A_TICK == 0 && !mer_import_job_tick (&self->job, error))
        return FALSE;
      if (organization != NULL)
        count_name (self, organization->index, &row);
      for (guint i = 0; i < self->columns->len; i++)
        count_cell (self, &g_array_index (self->columns, ColumnScan, i), &row);
    }
  return result == 0 && mer_import_job_tick (&self->job, error);
}

MerImportScan *
mer_import_scan (MerDocument            *doc,
                 const MerImportOptions *options,
                 MerProgress            *progress,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_auto (Scan) self = { 0 };
  g_autoptr (MerImportScan) scan = g_new0 (MerImportScan, 1);

  scan->columns = g_ptr_array_new_with_free_func (column_values_free);
  scan->names = g_ptr_array_new_with_free_func (name_free);
  self.scan = scan;
  self.columns = g_array_new (FALSE, FALSE, sizeof (ColumnScan));
  g_array_set_clear_func (self.columns, column_scan_clear);
  if (!mer_import_table_open (&self.table, doc, options, error) ||
      !mer_recognition_check (self.table.recognition, error))
    return NULL;
  self.matcher = mer_name_matcher_new (doc, FALSE, error);
  if (self.matcher == NULL)
    return NULL;
  self.sources = mer_source_table_new (self.matcher, NULL, FALSE, 0);
  self.job.reader = self.table.reader;
  self.job.progress = progress;
  self.job.cancellable = cancellable;
  find_columns (&self);
  if (!read_rows (&self, error))
    return NULL;
  mer_source_table_finish (self.sources);
  list_names (&self);
  for (guint i = 0; i < scan->columns->len; i++)
    g_ptr_array_sort (((MerImportColumnValues *) scan->columns->pdata[i])->values,
                      compare_values);
  return g_steal_pointer (&scan);
}

/* --- in a worker ------------------------------------------------------------------------- */

static gpointer
scan_work (MerDocument         *doc,
           const MerImportWork *work,
           GCancellable        *cancellable,
           GError             **error)
{
  return mer_import_scan (doc, work->options, work->progress, cancellable, error);
}

void
mer_import_scan_async (const char             *document_path,
                       const MerImportOptions *options,
                       MerProgress            *progress,
                       GCancellable           *cancellable,
                       GAsyncReadyCallback     callback,
                       gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, mer_import_scan_async);
  mer_import_work_start (task, document_path, options, NULL, progress, scan_work,
                         (GDestroyNotify) mer_import_scan_free);
}

MerImportScan *
mer_import_scan_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
