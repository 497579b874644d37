/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper questionnaires of the invented district. Those of the closed stack are questionnaires
 * that stand in the operator's file as well: in the example they come on paper instead, so
 * its scores are those of the files. The open stack is of a parents' evening that is still
 * being typed in, and counts nowhere. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-demo-private.h"
#include "app/mer-find-organization.h"
#include "core/mer-evidence.h"
#include "core/mer-name.h"
#include "cycle/mer-paper-form.h"

#define CLOSED_NAME "ДС «Родничок»"
#define CLOSED_ROWS 12
#define OPEN_NAME "ДС «Сказка»"
#define OPEN_ROWS 7
#define OPEN_EXPECTED 20

/* Columns of the file of the latest cycle. */
enum
{
  COLUMN_TIME,
  COLUMN_NAME,
  COLUMN_FIRST_QUESTION,
};

/* The code of a word; −1: it is no option. */
static int
code_of (const MerQuestion *question,
         const char        *word)
{
  if (*word == '\0')
    return MER_ANSWER_BLANK;
  for (guint i = 0; i < question->options->len; i++)
    if (g_str_equal (((MerOption *) g_ptr_array_index (question->options, i))->text, word))
      return (int) i + MER_ANSWER_FIRST_OPTION;
  return -1;
}

/* Fills the form as somebody types it in; FALSE where paper would have been read otherwise. */
static gboolean
copy_row (const MerDemoTable   *table,
          guint                 row,
          const MerMethodology *methodology,
          MerPaperForm         *form)
{
  guint n = methodology->questions->len;

  mer_paper_form_load (form, NULL,
                       mer_demo_table_cell (table, row, COLUMN_FIRST_QUESTION + n));
  for (guint q = 0; q < n; q++)
    {
      const char *word = mer_demo_table_cell (table, row, COLUMN_FIRST_QUESTION + q);
      int         code = code_of (g_ptr_array_index (methodology->questions, q), word);

      if (code < 0 || (code != MER_ANSWER_BLANK && !mer_paper_form_answer (form, q, (guint) code)))
        return FALSE;
    }
  return TRUE;
}

/* Sent by two clicks: one of both rows would become a questionnaire of its own. */
static gboolean
is_repeated (const MerDemoTable *table,
             guint               row)
{
  const char *time = mer_demo_table_cell (table, row, COLUMN_TIME);

  return g_str_equal (time, mer_demo_table_cell (table, row - 1, COLUMN_TIME)) ||
         (row + 1 < mer_demo_table_n_rows (table) &&
          g_str_equal (time, mer_demo_table_cell (table, row + 1, COLUMN_TIME)));
}

static MerStackRow *
row_of_form (const MerPaperForm *form)
{
  guint        n = mer_paper_form_get_n_questions (form);
  MerStackRow *row = mer_stack_row_new (n);

  for (guint q = 0; q < n; q++)
    row->codes[q] = mer_paper_form_get_codes (form)[q];
  row->comment = g_strdup (mer_paper_form_get_comment (form));
  return row;
}

/**
 * mer_demo_take_paper:
 * @table: the survey of the latest cycle; rows are taken out of it
 * @methodology: its rules
 *
 * Returns: (transfer full) (element-type MerStackRow): what was taken out, as typed in
 */
GPtrArray *
mer_demo_take_paper (MerDemoTable   *table,
                     MerMethodology *methodology)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_stack_row_free);
  g_autoptr (MerPaperForm) form = mer_paper_form_new (methodology);
  g_autofree char *key = mer_name_fold (CLOSED_NAME, -1);

  for (guint row = mer_demo_table_n_rows (table) - 1; row > 0 && rows->len < CLOSED_ROWS; row--)
    {
      g_autofree char *name =
        mer_name_fold (mer_demo_table_cell (table, row, COLUMN_NAME), -1);

      if (!g_str_equal (name, key) || is_repeated (table, row) ||
          !copy_row (table, row, methodology, form))
        continue;
      g_ptr_array_insert (rows, 0, row_of_form (form));
      g_ptr_array_remove_range (table->cells, row * table->n_columns, table->n_columns);
    }
  return rows;
}

static gint64
add_stack (MerDocument    *doc,
           MerMethodology *methodology,
           gint64          cycle_id,
           const char     *organization,
           gint64          expected,
           GPtrArray      *rows,
           GError        **error)
{
  g_autoptr (MerOrganization) whose = mer_find_organization (doc, organization, error);
  g_autoptr (MerStack) stack = NULL;

  if (whose == NULL)
    return 0;
  stack = mer_stack_new (cycle_id, whose->id, "стопка 1");
  stack->expected = expected;
  if (!mer_store_save_stack (doc, stack, error))
    return 0;
  for (guint i = 0; i < rows->len; i++)
    if (!mer_store_save_stack_row (doc, stack->id, methodology, g_ptr_array_index (rows, i),
                                   error))
      return 0;
  return stack->id;
}

/* The questionnaires that have been typed in so far. */
static GPtrArray *
type_open_rows (MerMethodology *methodology)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_stack_row_free);
  g_autoptr (MerPaperForm) form = mer_paper_form_new (methodology);
  MerDemoRandom random = { 2024 };

  while (rows->len < OPEN_ROWS)
    {
      mer_paper_form_load (form, NULL, NULL);
      while (!mer_paper_form_is_at_comment (form))
        mer_paper_form_key (form, mer_demo_random_below (&random, 5) > 0 ? '1' : '2');
      if (rows->len == 2)
        mer_paper_form_set_comment (form, "Хотелось бы больше занятий на улице");
      g_ptr_array_add (rows, row_of_form (form));
    }
  return rows;
}

/**
 * mer_demo_fill_paper:
 * @doc: a document with an action under way
 * @methodology: the rules of the cycle
 * @cycle_id: the latest cycle
 * @rows: (element-type MerStackRow): of mer_demo_take_paper()
 *
 * Adds a closed stack with these rows, and an open one.
 *
 * Returns: whether both were written
 */
gboolean
mer_demo_fill_paper (MerDocument    *doc,
                     MerMethodology *methodology,
                     gint64          cycle_id,
                     GPtrArray      *rows,
                     GError        **error)
{
  g_autoptr (GPtrArray) open_rows = type_open_rows (methodology);
  gint64 closed = add_stack (doc, methodology, cycle_id, CLOSED_NAME, rows->len, rows, error);

  return closed != 0 && mer_store_close_stack (doc, closed, error) != 0 &&
         add_stack (doc, methodology, cycle_id, OPEN_NAME, OPEN_EXPECTED, open_rows, error) != 0;
}
