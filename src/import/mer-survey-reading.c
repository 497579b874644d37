/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inner loop of a survey's import: what happens once a row, and only that. A row costs one
 * look-up of its organization, one comparison an answer, and one addition to a builder. Rows go
 * through it in groups, step by step: what a step needs of a country's many organizations is on
 * its way from memory while the others of the group take the step before. */

#include "config.h"

#include "import/mer-survey-reading.h"

#include "import/mer-raw-key.h"
#include "import/mer-row-ahead.h"
#include "import/mer-survey-profile.h"
#include "import/mer-timestamp.h"

#define GROUPS_A_TICK 64
#define LONGEST_DATE 40

/* The last date that was read: rows of one day follow each other. */
typedef struct
{
  char     text[LONGEST_DATE];
  gsize    length;
  gint64   time;
  gboolean has_time_of_day;
} DateMemo;

/* Rows of the right shape, and what is known of each by now. */
typedef struct
{
  const MerRow *rows[MER_ROW_BATCH_GROUP];
  guint64       hashes[MER_ROW_BATCH_GROUP];
  MerSource    *sources[MER_ROW_BATCH_GROUP];
  guint         n;
} Group;

typedef struct
{
  MerImportJob      *job;
  MerSurveyColumns  *columns;
  MerSourceTable    *sources;
  MerSurveyComments *comments;
  MerSurveyFindings *findings;
  DateMemo           date;
} Reading;

void
mer_survey_findings_clear (MerSurveyFindings *self)
{
  g_clear_pointer (&self->bad_date, g_free);
  mer_survey_count_clear (&self->too_wide);
  mer_survey_count_clear (&self->too_short);
  mer_survey_count_clear (&self->bad_dates);
}

static gboolean
is_blank (const MerCell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    {
      if (!g_ascii_isspace (cell->text[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_cells_beyond (const MerRow *row,
                  guint         width)
{
  for (guint i = width; i < row->n_cells; i++)
    {
      if (!is_blank (&row->cells[i]))
        return TRUE;
    }
  return FALSE;
}

/* FALSE and counted when the row does not have the shape of the table. */
static gboolean
check_shape (Reading      *self,
             const MerRow *row)
{
  if (G_UNLIKELY (row->n_cells > self->columns->width) &&
      has_cells_beyond (row, self->columns->width))
    {
      mer_survey_count_add (&self->findings->too_wide, row->number, MER_PROBLEM_REJECTED_ROWS);
      self->findings->rejected++;
      return FALSE;
    }
  if (G_UNLIKELY (row->n_cells < self->columns->required))
    {
      mer_survey_count_add (&self->findings->too_short, row->number, MER_PROBLEM_REJECTED_ROWS);
      self->findings->rejected++;
      return FALSE;
    }
  return TRUE;
}

static void
note_bad_date (Reading       *self,
               const MerCell *cell,
               gint64         row)
{
  if (is_blank (cell))
    return;
  if (self->findings->bad_date == NULL)
    self->findings->bad_date = g_strndup (cell->text, MIN (cell->length, 80));
  mer_survey_count_add (&self->findings->bad_dates, row, MER_PROBLEM_NOTED_ROWS);
}

static gboolean
parse_date (const MerImportJob *job,
            const MerCell      *cell,
            gint64             *time,
            gboolean           *has_time_of_day)
{
  return job->day_first
           ? mer_timestamp_parse_day_first (cell->text, cell->length, time, has_time_of_day)
           : mer_timestamp_parse (cell->text, cell->length, time, has_time_of_day);
}

static void
read_date (Reading       *self,
           const MerCell *cell,
           MerBlockRow   *row)
{
  DateMemo *memo = &self->date;

  if (memo->length != cell->length || memcmp (memo->text, cell->text, cell->length) != 0)
    {
      gint64   time = 0;
      gboolean has_time_of_day = FALSE;

      if (!parse_date (self->job, cell, &time, &has_time_of_day))
        {
          note_bad_date (self, cell, row->number);
          return;
        }
      row->time = time;
      row->has_time_of_day = has_time_of_day;
      if (cell->length > sizeof memo->text)
        return;
      memcpy (memo->text, cell->text, cell->length);
      memo->length = cell->length;
      memo->time = time;
      memo->has_time_of_day = has_time_of_day;
      return;
    }
  if (memo->length > 0)
    {
      row->time = memo->time;
      row->has_time_of_day = memo->has_time_of_day;
    }
}

static inline const MerCell *
cell_at (const MerRow *row,
         guint         index)
{
  return index < row->n_cells ? &row->cells[index] : NULL;
}

static void
read_answers (MerSurveyColumns *columns,
              const MerRow     *row,
              guint32          *answers)
{
  for (guint i = 0; i < columns->n_questions; i++)
    {
      const MerSurveyQuestion *question = &columns->questions[i];

      if (G_LIKELY (question->index < row->n_cells))
        answers[question->word] |= mer_answer_column_code (question->answers,
                                                           &row->cells[question->index],
                                                           row->number)
                                   << question->shift;
    }
}

/* Apart from the loop: most tables have none of this. */
static void
read_profile (MerSurveyColumns *columns,
              const MerRow     *row,
              guint32          *riding)
{
  for (guint i = 0; i < columns->n_profile; i++)
    {
      const MerCell *cell = cell_at (row, columns->profile[i].index);

      if (cell != NULL && cell->length > 0)
        riding[i / 4] |= (guint32) mer_profile_column_code (&columns->profile[i], cell)
                         << i % 4 * 8;
    }
}

/* FALSE and error when a comment could not be written. */
static gboolean
read_row (Reading      *self,
          const MerRow *row,
          MerSource    *source,
          GError      **error)
{
  guint32        answers[MER_BLOCK_MAX_WORDS] = { 0 };
  guint32        riding[(MER_SURVEY_MAX_PROFILE + 3) / 4] = { 0 };
  MerBlockRow    gathered = { answers, row->number, MER_BLOCK_NO_TIME, FALSE, 0, riding };
  const MerCell *cell = cell_at (row, self->columns->date);

  if (cell != NULL)
    read_date (self, cell, &gathered);
  read_answers (self->columns, row, answers);
  cell = cell_at (row, self->columns->respondent);
  if (cell != NULL && !is_blank (cell))
    gathered.respondent = mer_raw_hash (cell->text, cell->length) | 1;
  if (G_UNLIKELY (self->columns->n_profile > 0))
    read_profile (self->columns, row, riding);
  mer_block_builder_add (source->builder, &gathered);
  cell = cell_at (row, self->columns->comment);
  return cell == NULL || is_blank (cell) ||
         mer_survey_comments_add (self->comments, source, row->number, cell->text, cell->length,
                                  error);
}

/* --- groups of rows -------------------------------------------------------------------- */

static void
gather (Reading      *self,
        Group        *group,
        const MerRow *rows,
        guint         n)
{
  guint organization = self->columns->organization;

  group->n = 0;
  for (guint i = 0; i < n; i++)
    {
      const MerCell *name = &rows[i].cells[organization];

      if (!check_shape (self, &rows[i]))
        continue;
      group->rows[group->n] = &rows[i];
      group->hashes[group->n] = mer_raw_hash (name->text, name->length);
      mer_source_table_prefetch (self->sources, group->hashes[group->n]);
      group->n++;
    }
}

static void
find_sources (Reading *self,
              Group   *group)
{
  for (guint i = 0; i < group->n; i++)
    mer_source_table_prefetch_source (self->sources, group->hashes[i]);
  for (guint i = 0; i < group->n; i++)
    {
      const MerCell *name = &group->rows[i]->cells[self->columns->organization];
      MerSource     *source =
        mer_source_table_find (self->sources, group->hashes[i], name->text, name->length);

      group->sources[i] = source;
      if (source->n_rows++ == 0)
        source->first_row = group->rows[i]->number;
      __builtin_prefetch (source->builder);
    }
  for (guint i = 0; i < group->n; i++)
    mer_block_builder_prefetch (group->sources[i]->builder);
}

static gboolean
read_group (Reading      *self,
            const MerRow *rows,
            guint         n,
            GError      **error)
{
  Group group;

  gather (self, &group, rows, n);
  find_sources (self, &group);
  for (guint i = 0; i < group.n; i++)
    {
      MerSource *source = group.sources[i];

      if (G_UNLIKELY (!source->is_usable))
        {
          mer_name_match_reject (source->match, group.rows[i]->number);
          self->findings->rejected++;
          continue;
        }
      if (!read_row (self, group.rows[i], source, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tick (const Reading     *self,
      const MerRowAhead *ahead,
      GError           **error)
{
  guint64 done = 0;
  guint64 total = 0;

  mer_row_ahead_position (ahead, &done, &total);
  return mer_import_job_tick_at (self->job, done, total, error);
}

gboolean
mer_survey_read (MerImportJob      *job,
                 MerSurveyColumns  *columns,
                 MerSourceTable    *sources,
                 MerSurveyComments *comments,
                 MerSurveyFindings *findings,
                 GError           **error)
{
  Reading self = { job, columns, sources, comments, findings, { { 0 } } };
  g_autoptr (MerRowAhead) ahead = NULL;
  MerRow *rows = NULL;
  int     n = 0;
  guint   n_groups = 0;

  g_return_val_if_fail (columns->organization != MER_SURVEY_NO_COLUMN, FALSE);

  ahead = mer_row_ahead_new (job->reader);
  while ((n = mer_row_ahead_take (ahead, &rows, error)) > 0)
    {
      if ((++n_groups % GROUPS_A_TICK == 0 && !tick (&self, ahead, error)) ||
          !read_group (&self, rows, (guint) n, error))
        return FALSE;
    }
  mer_source_table_finish (sources);
  return n == 0 && tick (&self, ahead, error);
}
