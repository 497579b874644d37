/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts: how many were asked a question and how many answered positively. A long table
 * has a row an organization and question, a wide one a row an organization and a pair of
 * columns a question. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-evidence-row.h"
#include "methodology/mer-measure.h"
#include "import/mer-recognizer.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-evidence-store.h"

/* Two columns of one question. */
typedef struct
{
  guint                  question;
  const MerImportColumn *asked;
  const MerImportColumn *positive;
} Pair;

typedef struct
{
  MerImportJob          *job;
  GPtrArray             *rows;     /* of MerEvidenceRow */
  GArray                *pairs;    /* of Pair; of a long table one, whose question the row names */
  const MerImportColumn *question; /* NULL: the table is wide */
  MerQuestionRecognizer *recognizer;
} Counts;

static void
find_pairs (Counts *self)
{
  const MerRecognition *columns = self->job->columns;
  const GPtrArray      *questions = self->job->methodology->questions;

  for (guint i = 0; i < questions->len; i++)
    {
      const MerQuestion *question = questions->pdata[i];
      g_autofree char   *asked = g_strconcat (question->code, ".", MER_COLUMN_ASKED, NULL);
      g_autofree char   *positive = g_strconcat (question->code, ".", MER_COLUMN_POSITIVE, NULL);
      Pair               pair = { i, mer_recognition_find (columns, asked),
                                  mer_recognition_find (columns, positive) };

      if (pair.asked != NULL && pair.positive != NULL)
        g_array_append_val (self->pairs, pair);
    }
  if (self->pairs->len == 0)
    {
      Pair pair = { 0, mer_recognition_find (columns, MER_COLUMN_ASKED),
                    mer_recognition_find (columns, MER_COLUMN_POSITIVE) };

      g_array_append_val (self->pairs, pair);
      self->question = mer_recognition_find (columns, MER_COLUMN_QUESTION);
    }
}

/* --- reading ----------------------------------------------------------------------------- */

static gboolean
read_number (Counts                *self,
             const MerRow          *row,
             const MerImportColumn *column,
             gint64                *out)
{
  g_autofree char *text = mer_row_text (row, column);
  g_autofree char *number = mer_row_number_text (row->number);
  g_autofree char *letters = mer_import_column_letters (column->index);
  g_autofree char *shown = mer_text_shorten (text);

  if (mer_row_parse_whole (text, MER_READY_COUNT_MAX, out))
    return TRUE;
  if (mer_evidence_is_nothing (text))
    {
      mer_evidence_reject (self->job, "empty-count", row->number, column, NULL,
                           g_strdup_printf (_("Row %s, column %s is empty. Write how many people, "
                                              "as 40."),
                                               number, letters));
      return FALSE;
    }
  mer_evidence_reject (self->job, "bad-count", row->number, column, text,
                       g_strdup_printf (_("Row %s, column %s: “%s” is no number of people. Write "
                                          "a whole number, as 40."),
                                           number, letters, shown));
  return FALSE;
}

static void
reject_more (Counts       *self,
             const MerRow *row,
             const Pair   *pair,
             gint64        asked,
             gint64        positive)
{
  g_autofree char *number = mer_row_number_text (row->number);
  g_autofree char *letters = mer_import_column_letters (pair->positive->index);
  g_autofree char *more = g_strdup_printf ("%" G_GINT64_FORMAT, positive);
  g_autofree char *less = g_strdup_printf ("%" G_GINT64_FORMAT, asked);

  mer_evidence_reject (self->job, "more-than-asked", row->number, pair->positive, number,
                       /* Translators: row, column, a number, a smaller number. */
                       g_strdup_printf (_("Row %s, column %s: %s answered positively, but only %s "
                                          "were asked."),
                                           number, letters, more, less));
}

static void
reject_scale (Counts       *self,
              const MerRow *row,
              const Pair   *pair,
              guint         question)
{
  const MerQuestion *scale = self->job->methodology->questions->pdata[question];
  g_autofree char   *number = mer_row_number_text (row->number);

  mer_evidence_reject (self->job, "mean-score", row->number, pair->positive, scale->code,
                       g_strdup_printf (_("Row %s: of the question “%s” the mean score counts, "
                                          "and how many answered positively does not tell it."),
                                           number, scale->code));
}

/* Adds what a pair of cells says; FALSE when the row was rejected for it. */
static gboolean
read_pair (Counts         *self,
           const MerRow   *row,
           const Pair     *pair,
           guint           question,
           MerEvidenceRow *into)
{
  g_autofree char *asked_text = mer_row_text (row, pair->asked);
  g_autofree char *positive_text = mer_row_text (row, pair->positive);
  gint64           asked = 0, positive = 0;

  if (mer_evidence_is_nothing (asked_text) && mer_evidence_is_nothing (positive_text))
    return TRUE;
  if (mer_methodology_takes_scores (self->job->methodology, (int) question))
    {
      reject_scale (self, row, pair, question);
      return FALSE;
    }
  if (!read_number (self, row, pair->asked, &asked) ||
      !read_number (self, row, pair->positive, &positive))
    return FALSE;
  if (positive > asked)
    {
      reject_more (self, row, pair, asked, positive);
      return FALSE;
    }
  mer_evidence_row_add (into, question, asked, positive, NULL);
  return TRUE;
}

/* The question that a row of a long table names; −1, and rejected, when there is none. */
static int
read_question (Counts       *self,
               const MerRow *row)
{
  g_autofree char *text = mer_row_text (row, self->question);
  int              question =
    mer_evidence_find_question (self->recognizer, self->job->methodology, text);
  g_autofree char *number = mer_row_number_text (row->number);
  g_autofree char *letters = mer_import_column_letters (self->question->index);
  g_autofree char *shown = mer_text_shorten (text);

  if (question < 0)
    mer_evidence_reject (self->job, "unknown-question", row->number, self->question, text,
                         g_strdup_printf (_("Row %s, column %s: “%s” is no question of the "
                                            "methodology. Write its code, as q5, or its words."),
                                             number, letters, shown));
  return question;
}

static void
read_row_cb (gpointer      user_data,
             const MerRow *row)
{
  Counts *self = user_data;
  g_autoptr (MerEvidenceRow) read = mer_evidence_row_new (self->job, row);
  int named = -1;

  if (read == NULL)
    return;
  if (self->question != NULL)
    {
      named = read_question (self, row);
      if (named < 0)
        return;
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      if (!read_pair (self, row, pair, named >= 0 ? (guint) named : pair->question, read))
        return;
    }
  if (read->items->len == 0)
    mer_evidence_reject_empty (self->job, row->number);
  else
    g_ptr_array_add (self->rows, g_steal_pointer (&read));
}

/* --- writing ----------------------------------------------------------------------------- */

static gboolean
write_item_cb (gpointer               user_data,
               const MerEvidenceRow  *row,
               const MerEvidenceItem *item,
               GError               **error)
{
  const Counts       *self = user_data;
  MerImportJob       *job = self->job;
  const MerQuestion  *question = job->methodology->questions->pdata[item->key];
  const MerReadyCount count = {
    .batch_id = job->batch->id,
    .source_id = row->match->source_id,
    .question = question->code,
    .asked = item->asked,
    .positive = item->positive,
    .row = row->number,
  };

  return mer_store_add_ready_count (job->doc, &count, error);
}

/* --- the same counts once more ----------------------------------------------------------- */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What a batch counted, the same text whatever the order of its rows. */
static char *
content_of (const GPtrArray *counts,
            gint64           batch_id)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < counts->len; i++)
    {
      const MerReadyCount *count = counts->pdata[i];

      if (count->batch_id == batch_id)
        g_ptr_array_add (lines, g_strdup_printf ("%" G_GINT64_FORMAT "/%s/%" G_GINT64_FORMAT
                                                 "/%" G_GINT64_FORMAT,
                                                 count->organization_id, count->question,
                                                 count->asked, count->positive));
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Counts carry no time and no respondent: a file whose counts all stand in the document under
 * another batch is that one once more, in another format or order. */
static gboolean
check_content (const Counts *self,
               GError      **error)
{
  const MerBatch *batch = self->job->batch;
  g_autoptr (GPtrArray) counts = mer_store_ready_counts (self->job->doc, batch->cycle_id, error);
  g_autofree char *content = counts != NULL ? content_of (counts, batch->id) : NULL;
  gint64           last = batch->id;

  for (guint i = 0; counts != NULL && *content != '\0' && i < counts->len; i++)
    {
      const MerReadyCount *count = counts->pdata[i];
      g_autofree char     *other = NULL;
      g_autofree char     *number = NULL;

      if (count->batch_id == batch->id || count->batch_id == last)
        continue;
      last = count->batch_id;
      other = content_of (counts, last);
      if (strcmp (other, content) != 0)
        continue;
      number = g_strdup_printf ("%" G_GINT64_FORMAT, last);
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_DUPLICATE_FILE,
                   _("The file “%s” has the very counts of import %s. Nothing was imported, so "
                     "that nobody is counted twice."),
                      batch->file_name, number);
      return FALSE;
    }
  return counts != NULL;
}

static gboolean
run (Counts  *self,
     GError **error)
{
  find_pairs (self);
  if (!mer_evidence_read_rows (self->job, read_row_cb, self, error))
    return FALSE;
  mer_evidence_settle (self->job, self->rows);
  return mer_evidence_write_rows (self->job, self->rows, write_item_cb, self, error) &&
         (self->job->options->keep_duplicates || check_content (self, error));
}

gboolean
mer_import_counts_run (MerImportJob *job,
                       GError      **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_evidence_row_free);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  MerQuestionRecognizer *recognizer = mer_question_recognizer_new (job->methodology);
  Counts                 self = { job, rows, pairs, NULL, recognizer };
  gboolean               done = run (&self, error);

  mer_question_recognizer_free (recognizer);
  return done;
}
