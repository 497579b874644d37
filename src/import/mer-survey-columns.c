/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what was recognized to what the survey engine looks at in each row. */

#include "config.h"

#include "import/mer-survey-columns.h"

void
mer_import_decide_answers (const MerImportOptions *options,
                           const MerQuestion      *question,
                           MerAnswerColumn        *answers)
{
  for (guint i = 0; options->values != NULL && i < options->values->len; i++)
    {
      const MerValueDecision *decision = options->values->pdata[i];
      int                     code;

      if (!g_str_equal (decision->code, question->code) && !g_str_equal (decision->code, "*"))
        continue;
      code = mer_answer_column_option_code (question, decision->option);
      if (code >= 0)
        mer_answer_column_decide (answers, decision->spelling, (guint) code);
    }
}

static guint
index_of (const MerImportJob *job,
          const char         *code)
{
  const MerImportColumn *column = mer_recognition_find (job->columns, code);

  return column != NULL ? column->index : MER_SURVEY_NO_COLUMN;
}

static void
add_question (MerSurveyColumns      *self,
              const MerImportJob    *job,
              const MerBlockLayout  *layout,
              const MerQuestion     *question,
              guint                  number,
              const MerImportColumn *column)
{
  MerSurveyQuestion *added = &self->questions[self->n_questions++];

  added->index = column->index;
  added->question = number;
  added->word = layout->questions[number].start / 32u;
  added->shift = layout->questions[number].start % 32u;
  added->answers = mer_answer_column_new (question);
  added->column = column;
  mer_import_decide_answers (job->options, question, added->answers);
  if (question->required)
    self->required = MAX (self->required, column->index + 1);
}

/* Every column with a code «profile:…», as many as there is room for. */
static void
add_profile (MerSurveyColumns   *self,
             const MerImportJob *job)
{
  for (guint i = 0; i < job->columns->columns->len; i++)
    {
      const MerImportColumn *column = g_ptr_array_index (job->columns->columns, i);

      if (column->code == NULL || !g_str_has_prefix (column->code, MER_COLUMN_PROFILE) ||
          self->n_profile == MER_SURVEY_MAX_PROFILE)
        continue;
      mer_profile_column_init (&self->profile[self->n_profile++], column->index,
                               column->code + strlen (MER_COLUMN_PROFILE));
    }
}

void
mer_survey_columns_init (MerSurveyColumns     *self,
                         const MerImportJob   *job,
                         const MerBlockLayout *layout)
{
  memset (self, 0, sizeof *self);
  self->organization = index_of (job, MER_COLUMN_ORGANIZATION);
  self->date = index_of (job, MER_COLUMN_DATE);
  self->comment = index_of (job, MER_COLUMN_COMMENT);
  self->respondent = index_of (job, MER_COLUMN_RESPONDENT);
  self->width = job->columns->columns->len;
  for (guint i = 0; i < layout->n_questions; i++)
    {
      const MerQuestion     *question = g_ptr_array_index (job->methodology->questions, i);
      const MerImportColumn *column = mer_recognition_find (job->columns, question->code);

      if (column != NULL)
        add_question (self, job, layout, question, i, column);
    }
  add_profile (self, job);
  /* A spreadsheet leaves out empty cells at the end of a row; a line of text does not. */
  if (job->reader->info.separator == 0)
    self->required = 0;
  if (self->organization != MER_SURVEY_NO_COLUMN)
    self->required = MAX (self->required, self->organization + 1);
}

void
mer_survey_columns_clear (MerSurveyColumns *self)
{
  for (guint i = 0; i < self->n_questions; i++)
    g_clear_pointer (&self->questions[i].answers, mer_answer_column_free);
  for (guint i = 0; i < self->n_profile; i++)
    mer_profile_column_clear (&self->profile[i]);
}
