/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inner loop of a survey's import: what happens once a row, and only that. A row costs one
 * look-up of its organization, one comparison an answer, and one addition to a builder. */

#include "config.h"

#include "import/mer-survey-reading.h"

#include "import/mer-timestamp.h"

#define ROWS_A_TICK 2048
#define LONGEST_DATE 40

/* The last date that was read: rows of one day follow each other. */
typedef struct
{
  char     text[LONGEST_DATE];
  gsize    length;
  gint64   time;
  gboolean has_time_of_day;
} DateMemo;

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

      if (G_LIKELY (question->index < row->n_cells && row->cells[question->index].length > 0))
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
              MerSource        *source)
{
  guint8 codes[MER_SURVEY_MAX_PROFILE] = { MER_PROFILE_BLANK };

  for (guint i = 0; i < columns->n_profile; i++)
    {
      const MerCell *cell = cell_at (row, columns->profile[i].index);

      if (cell != NULL && cell->length > 0)
        codes[i] = (guint8) mer_profile_column_code (&columns->profile[i], cell);
    }
  mer_source_add_profile (source, codes, columns->n_profile);
}

/* FALSE and error when a comment could not be written. */
static gboolean
read_row (Reading      *self,
          const MerRow *row,
          GError      **error)
{
  guint32        answers[MER_BLOCK_MAX_WORDS] = { 0 };
  MerBlockRow    gathered = { answers, row->number, MER_BLOCK_NO_TIME, FALSE, 0 };
  const MerCell *name = &row->cells[self->columns->organization];
  const MerCell *cell = cell_at (row, self->columns->date);
  guint64        hash = mer_raw_hash (name->text, name->length);
  MerSource     *source = NULL;

  /* The date is read while the name's place in the table is on its way from memory. */
  mer_source_table_prefetch (self->sources, hash);
  if (cell != NULL)
    read_date (self, cell, &gathered);
  source = mer_source_table_find (self->sources, hash, name->text, name->length);
  if (source->n_rows++ == 0)
    source->first_row = row->number;
  if (G_UNLIKELY (!source->is_usable))
    {
      mer_name_match_reject (source->match, row->number);
      self->findings->rejected++;
      return TRUE;
    }
  mer_block_builder_prefetch (source->builder);
  read_answers (self->columns, row, answers);
  cell = cell_at (row, self->columns->respondent);
  if (cell != NULL && !is_blank (cell))
    gathered.respondent = mer_raw_hash (cell->text, cell->length) | 1;
  if (G_UNLIKELY (self->columns->n_profile > 0))
    read_profile (self->columns, row, source);
  mer_block_builder_add (source->builder, &gathered);
  cell = cell_at (row, self->columns->comment);
  return cell == NULL || is_blank (cell) ||
         mer_survey_comments_add (self->comments, source, row->number, cell->text, cell->length,
                                  error);
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
  MerRow  row = { 0 };
  int     state = 0;
  guint   n = 0;

  g_return_val_if_fail (columns->organization != MER_SURVEY_NO_COLUMN, FALSE);

  while ((state = mer_table_reader_next (job->reader, &row, error)) > 0)
    {
      if (++n % ROWS_A_TICK == 0 && !mer_import_job_tick (job, error))
        return FALSE;
      if (check_shape (&self, &row) && !read_row (&self, &row, error))
        return FALSE;
    }
  mer_source_table_finish (sources);
  return state == 0 && mer_import_job_tick (job, error);
}
