/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questionnaires of a stack: their answers as text, read and written one at a time. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-block.h"
#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"
#include "store/mer-stack-private.h"
#include "store/mer-store-error.h"

/**
 * mer_stack_row_new:
 * @n_questions: questions of the methodology
 *
 * Returns: (transfer full): a questionnaire without any answer
 */
MerStackRow *
mer_stack_row_new (guint n_questions)
{
  MerStackRow *self = g_new0 (MerStackRow, 1);

  self->entered_at = g_get_real_time () / G_USEC_PER_SEC;
  self->n_questions = n_questions;
  self->codes = g_new0 (guint8, n_questions + 1);
  return self;
}

void
mer_stack_row_free (MerStackRow *self)
{
  g_free (self->codes);
  g_free (self->comment);
  g_free (self);
}

/* --- answers as text ---------------------------------------------------------------------- */

char *
mer_stack_answers_to_text (const guint8         *codes,
                           const MerMethodology *methodology)
{
  GString *text = g_string_new (NULL);

  for (guint q = 0; q < methodology->questions->len; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, q);

      if (codes[q] != MER_ANSWER_BLANK)
        g_string_append_printf (text, "%s%s=%u", text->len > 0 ? " " : "", question->code,
                                codes[q]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_answer (char                 *word,
             const MerMethodology *methodology,
             guint8               *codes)
{
  char              *sign = strrchr (word, '=');
  const MerQuestion *question = NULL;
  guint64            code = 0;
  int                q = -1;

  if (sign == NULL)
    return FALSE;
  *sign = '\0';
  q = mer_methodology_find_question (methodology, word);
  if (q < 0)
    return FALSE;
  question = g_ptr_array_index (methodology->questions, (guint) q);
  if (!g_ascii_string_to_unsigned (sign + 1, 10, MER_ANSWER_OTHER,
                                   question->options->len + MER_ANSWER_FIRST_OPTION - 1, &code,
                                   NULL))
    return FALSE;
  codes[q] = (guint8) code;
  return TRUE;
}

gboolean
mer_stack_answers_from_text (const char           *text,
                             const MerMethodology *methodology,
                             guint8               *codes)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  memset (codes, MER_ANSWER_BLANK, methodology->questions->len);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !read_answer (words[i], methodology, codes))
        return FALSE;
    }
  return TRUE;
}

/* --- reading ------------------------------------------------------------------------------ */

/* The rules that the rows of a stack were typed in by. */
static MerMethodology *
rules_of_stack (MerDocument          *doc,
                gint64                stack_id,
                const MerMethodology *otherwise,
                GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  gint64 id = 0;

  if (!mer_query_prepare (&query, doc, "SELECT methodology_id FROM stack WHERE id = ?1", error))
    return NULL;
  mer_query_bind_int (&query, 1, stack_id);
  if (mer_query_next (&query, error))
    id = mer_query_int (&query, 0);
  if (!mer_query_done (&query))
    return NULL;
  if (id != 0)
    return mer_store_methodology (doc, id, error);
  return mer_methodology_ref ((MerMethodology *) (guintptr) otherwise);
}

static MerStackRow *
read_row (MerQuery              *query,
          const MerMethodology  *typed,
          const MerBlockReading *reading,
          GError               **error)
{
  g_autoptr (MerStackRow) row = mer_stack_row_new (reading->wanted.n_questions);
  g_autofree guint8 *codes = g_new0 (guint8, typed->questions->len + 1);
  g_autofree char   *answers = mer_query_text_or_empty (query, 2);

  row->number = mer_query_int (query, 0);
  row->entered_at = mer_query_int (query, 1);
  row->comment = mer_query_text (query, 3);
  if (mer_stack_answers_from_text (answers, typed, codes))
    {
      mer_block_reading_map (reading, codes, row->codes);
      return g_steal_pointer (&row);
    }
  mer_store_refuse (error, MER_STORE_ERROR_DAMAGED,
                    /* Translators: a number; answers as “q1=2 q2=3”. */
                    _("Questionnaire no. %lld has answers that the rules do not know: “%s”."),
                       (long long) row->number, answers);
  return NULL;
}

/**
 * mer_store_stack_rows:
 * @doc: a document
 * @stack_id: the stack
 * @methodology: the rules that its answers are read by, those of its cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerStackRow): by number; DAMAGED when a row has
 *   answers that the rules it was typed in by do not know
 */
GPtrArray *
mer_store_stack_rows (MerDocument          *doc,
                      gint64                stack_id,
                      const MerMethodology *methodology,
                      GError              **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (MerMethodology) typed = NULL;
  g_autoptr (GPtrArray) list = NULL;
  MerBlockReading reading;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  typed = rules_of_stack (doc, stack_id, methodology, error);
  if (typed == NULL || !mer_block_reading_init (&reading, typed, methodology, error))
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_stack_row_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT number, entered_at, answers, comment FROM stack_row "
                          "WHERE stack_id = ?1 ORDER BY number",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, stack_id);
  while (mer_query_next (&query, error))
    {
      MerStackRow *row = read_row (&query, typed, &reading, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (list, row);
    }
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static void
tally_row (const MerStackRow    *row,
           const MerBlockLayout *layout,
           MerTally             *tally)
{
  tally->n++;
  for (guint q = 0; q < layout->n_questions; q++)
    {
      int filter = layout->questions[q].filter;

      tally->questions[q].count[row->codes[q]]++;
      if (filter < 0 || (layout->questions[filter].passing & (1u << row->codes[filter])) != 0)
        tally->questions[q].passed[row->codes[q]]++;
    }
}

/**
 * mer_stack_rows_tally:
 * @rows: (element-type MerStackRow): of mer_store_stack_rows()
 * @methodology: the same
 *
 * Returns: (transfer full): the counts that the stack will have as a batch
 */
MerTally *
mer_stack_rows_tally (GPtrArray            *rows,
                      const MerMethodology *methodology)
{
  MerTally      *tally = mer_tally_new (methodology->questions->len);
  MerBlockLayout layout;

  if (!mer_block_layout_init (&layout, methodology, NULL))
    return tally;
  for (guint i = 0; i < rows->len; i++)
    tally_row (g_ptr_array_index (rows, i), &layout, tally);
  return tally;
}

/* --- writing ------------------------------------------------------------------------------ */

static gboolean
check_row (const MerStackRow    *row,
           const MerMethodology *methodology,
           GError              **error)
{
  gboolean answered = FALSE;

  g_return_val_if_fail (row->n_questions == methodology->questions->len, FALSE);
  for (guint q = 0; q < row->n_questions; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, q);

      if (row->codes[q] >= question->options->len + MER_ANSWER_FIRST_OPTION)
        return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                                 _("The question “%s” has no such answer."), question->short_text);
      answered = answered || row->codes[q] != MER_ANSWER_BLANK;
    }
  return answered || mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                                       _("The questionnaire has no answer: it is not entered."));
}

static gboolean
next_number (MerDocument *doc,
             gint64       stack_id,
             gint64      *number,
             GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc,
                          "SELECT coalesce (max (number), 0) + 1 FROM stack_row "
                          "WHERE stack_id = ?1",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, stack_id);
  if (mer_query_next (&query, error))
    *number = mer_query_int (&query, 0);
  return mer_query_done (&query);
}

static gboolean
write_row (MerDocument       *doc,
           const char        *sql,
           gint64             stack_id,
           const MerStackRow *row,
           const char        *answers,
           GError           **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *comment = row->comment != NULL && *row->comment != '\0' ? row->comment : NULL;

  if (!mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, stack_id);
  mer_query_bind_int (&query, 2, row->number);
  mer_query_bind_text (&query, 3, answers);
  mer_query_bind_text (&query, 4, comment);
  mer_query_bind_int (&query, 5, row->entered_at);
  return mer_query_run (&query, error) &&
         mer_registry_check_changed (doc, _("The questionnaire is not there any more."), error);
}

static gboolean
set_rules (MerDocument *doc,
           gint64       stack_id,
           gint64       methodology_id,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, doc, "UPDATE stack SET methodology_id = ?1 WHERE id = ?2", error))
    return FALSE;
  mer_query_bind_id (&query, 1, methodology_id);
  mer_query_bind_int (&query, 2, stack_id);
  return mer_query_run (&query, error);
}

static gboolean
rewrite_rows (MerDocument          *doc,
              gint64                stack_id,
              const MerMethodology *methodology,
              GError              **error)
{
  g_autoptr (GPtrArray) rows = mer_store_stack_rows (doc, stack_id, methodology, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const MerStackRow *row = g_ptr_array_index (rows, i);
      g_autofree char   *answers = mer_stack_answers_to_text (row->codes, methodology);

      if (!write_row (doc,
                      "UPDATE stack_row SET answers = ?3, comment = ?4, entered_at = ?5 "
                      "WHERE stack_id = ?1 AND number = ?2",
                      stack_id, row, answers, error))
        return FALSE;
    }
  return rows != NULL;
}

/* All rows of a stack are of one version: the first that is written under another one takes the
 * others along. */
static gboolean
bring_up (MerDocument          *doc,
          const MerStack       *stack,
          const MerMethodology *methodology,
          GError              **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, stack->cycle_id, error);
  g_autoptr (MerMethodology) typed = NULL;
  g_autoptr (MerMethodology) ruled = NULL;

  if (cycle == NULL)
    return FALSE;
  typed = rules_of_stack (doc, stack->id, methodology, error);
  ruled = typed != NULL && cycle->methodology_id != 0
            ? mer_store_methodology (doc, cycle->methodology_id, error)
            : NULL;
  if (typed == NULL || (ruled == NULL && cycle->methodology_id != 0))
    return FALSE;
  if (ruled == NULL || typed == ruled)
    return TRUE;
  return rewrite_rows (doc, stack->id, ruled, error) &&
         set_rules (doc, stack->id, cycle->methodology_id, error);
}

/**
 * mer_store_save_stack_row:
 * @doc: a document with an action under way
 * @stack_id: an open stack
 * @methodology: the rules of its cycle
 * @row: what to store; its number is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when the stack is closed, its cycle approved, or
 *   the row has no answer
 */
gboolean
mer_store_save_stack_row (MerDocument          *doc,
                          gint64                stack_id,
                          const MerMethodology *methodology,
                          MerStackRow          *row,
                          GError              **error)
{
  g_autoptr (MerStack) stack = NULL;
  g_autofree char *answers = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  stack = mer_stack_find_open (doc, stack_id, error);
  if (stack == NULL || !check_row (row, methodology, error) ||
      !bring_up (doc, stack, methodology, error))
    return FALSE;
  answers = mer_stack_answers_to_text (row->codes, methodology);
  if (row->number != 0)
    return write_row (doc,
                      "UPDATE stack_row SET answers = ?3, comment = ?4, entered_at = ?5 "
                      "WHERE stack_id = ?1 AND number = ?2",
                      stack_id, row, answers, error);
  return next_number (doc, stack_id, &row->number, error) &&
         write_row (doc,
                    "INSERT INTO stack_row (stack_id, number, answers, comment, entered_at) "
                    "VALUES (?1, ?2, ?3, ?4, ?5)",
                    stack_id, row, answers, error);
}

/**
 * mer_store_remove_stack_row:
 * @doc: a document with an action under way
 * @stack_id: an open stack
 * @number: of the questionnaire
 * @error: return location
 *
 * Returns: whether it was deleted; the others keep their numbers
 */
gboolean
mer_store_remove_stack_row (MerDocument *doc,
                            gint64       stack_id,
                            gint64       number,
                            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (MerStack) stack = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  stack = mer_stack_find_open (doc, stack_id, error);
  if (stack == NULL ||
      !mer_query_prepare (&query, doc,
                          "DELETE FROM stack_row WHERE stack_id = ?1 AND number = ?2", error))
    return FALSE;
  mer_query_bind_int (&query, 1, stack_id);
  mer_query_bind_int (&query, 2, number);
  return mer_query_run (&query, error) &&
         mer_registry_check_changed (doc, _("The questionnaire is not there any more."), error);
}
