/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine of questionnaires: reads the rows, writes them in blocks, and turns what was counted
 * on the way into problems in words. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-survey-profile.h"
#include "import/mer-survey-reading.h"
#include "import/mer-survey-writing.h"

#define SHOWN_SPELLING 80

typedef struct
{
  MerImportProblems     *problems;
  const MerImportColumn *column;
} OtherReport;

/* Cut between characters. */
static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= SHOWN_SPELLING)
    return g_strdup (text);
  {
    g_autofree char *head = g_utf8_substring (text, 0, SHOWN_SPELLING);
    return g_strconcat (head, "…", NULL);
  }
}

static void
report_other_cb (gpointer data,
                 gpointer user_data)
{
  const MerAnswerSpelling *spelling = data;
  OtherReport             *self = user_data;
  g_autofree char         *shown = shorten (spelling->text);
  MerImportProblem        *problem =
    mer_import_problems_count (self->problems, MER_PROBLEM_NOTE, "other-answer",
                               spelling->first_row, self->column, spelling->text, spelling->count);

  if (problem->text == NULL)
    problem->text = g_strdup_printf (
      /* Translators: an answer as it stands in the file. */
      _("“%s” is none of the answers to this question: it counts as answered, not as satisfied."),
         shown);
}

/* `text`: transfer full. */
static void
report_rows (MerImportJob          *job,
             MerProblemSeverity     severity,
             const char            *code,
             const MerSurveyCount  *count,
             const MerImportColumn *column,
             char                  *text)
{
  g_autofree char  *owned = text;
  MerImportProblem *problem = NULL;

  if (count->count == 0)
    return;
  problem = mer_import_problems_count (job->problems, severity, code, count->first_row, column,
                                       owned, count->count);
  if (problem->text == NULL)
    problem->text = g_steal_pointer (&owned);
  /* One row was noted by counting it. */
  if (count->count > 1)
    mer_import_problem_add_rows (problem, (const gint64 *) (gconstpointer) count->rows->data,
                                 count->rows->len);
}

static void
report_findings (MerImportJob            *job,
                 const MerSurveyFindings *findings)
{
  const MerImportColumn *date = mer_recognition_find (job->columns, MER_COLUMN_DATE);

  report_rows (job, MER_PROBLEM_REJECTED, "ragged-row", &findings->too_wide, NULL,
               g_strdup (_("The row has more cells than the header.")));
  report_rows (job, MER_PROBLEM_REJECTED, "ragged-row", &findings->too_short, NULL,
               g_strdup (_("The row ends before the last column that is needed.")));
  if (findings->bad_date != NULL)
    report_rows (job, MER_PROBLEM_NOTE, "unreadable-date", &findings->bad_dates, date,
                 g_strdup_printf (_("“%s” cannot be read as a date."), findings->bad_date));
}

static void
report_question (MerImportJob            *job,
                 const MerSurveyQuestion *question,
                 const MerSurveyOutcome  *outcome)
{
  OtherReport other = { job->problems, question->column };

  mer_answer_column_foreach_other (question->answers, report_other_cb, &other);
  report_rows (job, MER_PROBLEM_NOTE, "contradiction",
               &outcome->contradictions[question->question], question->column,
               g_strdup (_("Answered, although the question that it depends on was not answered "
                           "with yes: it is kept, but does not count.")));
}

static void
report_all (MerImportJob            *job,
            const MerSurveyColumns  *columns,
            const MerSurveyFindings *findings,
            const MerSurveyOutcome  *outcome)
{
  report_findings (job, findings);
  report_rows (job, MER_PROBLEM_NOTE, "duplicate-row", &outcome->duplicates, NULL,
               g_strdup (_("The row repeats another one: same organization, same answers, and the "
                           "same respondent or time.")));
  for (guint i = 0; i < columns->n_questions; i++)
    report_question (job, &columns->questions[i], outcome);
}

/**
 * mer_import_survey_run:
 * @job: prepared by the importer, see #MerImportJob
 *
 * Document's thread.
 *
 * Returns: FALSE and error when reading or writing failed or the run was cancelled; the importer
 *   then takes everything back
 */
gboolean
mer_import_survey_run (MerImportJob *job,
                       GError      **error)
{
  g_auto (MerSurveyColumns) columns = { 0 };
  g_auto (MerSurveyFindings) findings = { 0 };
  g_autoptr (MerSourceTable) sources = NULL;
  g_autoptr (MerSurveyComments) comments = NULL;
  g_auto (MerSurveyOutcome) outcome = { 0 };
  MerBlockLayout layout;

  if (!mer_block_layout_init (&layout, job->methodology, error))
    return FALSE;
  mer_survey_columns_init (&columns, job, &layout);
  sources = mer_source_table_new (job->matcher, &layout,
                                  columns.respondent != MER_SURVEY_NO_COLUMN,
                                  mer_survey_profile_words (columns.n_profile));
  comments = mer_survey_comments_new (job, sources);
  if (!mer_survey_read (job, &columns, sources, comments, &findings, error) ||
      !mer_survey_write (job, &columns, &layout, sources, comments, &outcome, error))
    return FALSE;
  report_all (job, &columns, &findings, &outcome);
  job->result->accepted += outcome.accepted;
  job->result->rejected += findings.rejected;
  job->result->duplicates += outcome.duplicates.count;
  for (guint i = 0; i < layout.n_questions; i++)
    job->result->contradictions += outcome.contradictions[i].count;
  return TRUE;
}
