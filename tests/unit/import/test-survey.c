/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questionnaires through the whole import: what is counted, kept, refused and told. */

#include "config.h"

#include "survey-fixture.h"

static void
test_tally (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerTally) first = NULL;
  g_autoptr (MerTally) second = NULL;

  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", "ddn-dn-ddn-ddd", "");
  add_row (rows, "2024-10-14T08:12:33", "ДС «Радуга»", ALL_YES, "");
  add_row (rows, "2024/10/15 8:12:33 AM GMT+3", "СОШ №1", "dnddn?-nddd--n", "");
  result = import (self, rows);
  assert_counts (result, 3, 0, 0);
  g_assert_null (find_problem (result, "unreadable-date"));
  g_assert_cmpuint (result->created, ==, 2);
  first = tally_of (self, result, "СОШ № 1");
  second = tally_of (self, result, "ДС «Радуга»");
  g_assert_cmpuint (first->n, ==, 2);
  g_assert_cmpuint (second->n, ==, 1);
  g_assert_cmpuint (first->questions[0].count[YES], ==, 2);
  g_assert_cmpuint (first->questions[1].passed[YES], ==, 1);
  g_assert_cmpuint (first->questions[1].passed[NO], ==, 1);
  g_assert_cmpuint (first->questions[2].count[NO], ==, 1);
  g_assert_cmpuint (first->questions[3].count[MER_ANSWER_BLANK], ==, 1);
  g_assert_cmpuint (first->questions[5].count[MER_ANSWER_OTHER], ==, 1);
  g_assert_cmpuint (first->questions[13].count[NO], ==, 1);
  g_assert_cmpuint (second->questions[13].count[YES], ==, 1);
}

static void
test_notes (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  const MerImportProblem *problem = NULL;

  add_row (rows, "14.10.2024 8:12", "СОШ № 1", ALL_YES, "");
  add_row (rows, "вчера", "СОШ № 1", "dddd?ddddddddd", "");
  add_row (rows, "", "СОШ № 1", "ndddddddd?dddd", "");
  add_row (rows, "позавчера", "СОШ № 1", "nd--?d-ddndddd", "");
  result = import (self, rows);
  assert_counts (result, 4, 0, 0);

  problem = get_problem (result, "other-answer");
  g_assert_cmpuint (problem->count, ==, 2);
  g_assert_cmpint (problem->row, ==, 3);
  g_assert_cmpuint (problem->column, ==, 7);
  g_assert_cmpint (problem->severity, ==, MER_PROBLEM_NOTE);
  g_assert_nonnull (strstr (problem->text, "“Не знаю”"));

  problem = get_problem (result, "unreadable-date");
  g_assert_cmpuint (problem->count, ==, 2);
  g_assert_cmpint (problem->row, ==, 3);
  g_assert_cmpuint (problem->column, ==, 1);

  /* q2 after «Нет» twice, q11 after «Не знаю» and after «Нет». */
  problem = get_problem (result, "contradiction");
  g_assert_cmpuint (problem->count, ==, 2);
  g_assert_cmpint (problem->row, ==, 4);
  g_assert_cmpuint (problem->column, ==, 4);
  g_assert_cmpuint (result->contradictions, ==, 4);
}

static void
test_duplicates (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) later = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportResult) second = NULL;
  g_autoptr (MerImportResult) third = NULL;
  g_autoptr (MerTally) tally = NULL;

  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", ALL_YES, "первый");
  add_row (rows, "14.10.2024 8:12:33", "СОШ № 2", ALL_YES, "");
  add_row (rows, "14.10.2024 8:12:33", "СОШ №1", ALL_YES, "повтор");
  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", "dddddddddddddn", "");
  add_row (rows, "14.10.2024 8:12:34", "СОШ № 1", ALL_YES, "");
  add_row (rows, "15.10.2024", "СОШ № 1", ALL_YES, "");
  add_row (rows, "15.10.2024", "СОШ № 1", ALL_YES, "");
  result = import (self, rows);
  assert_counts (result, 6, 0, 1);
  g_assert_cmpint (get_problem (result, "duplicate-row")->row, ==, 4);

  add_row (later, "14.10.2024 8:12:34", "СОШ № 1", ALL_YES, "снова");
  add_row (later, "15.10.2024", "СОШ № 1", ALL_YES, "");
  second = import (self, later);
  assert_counts (second, 1, 0, 1);

  add_row (later, "16.10.2024 1:00", "СОШ № 1", ALL_YES, "");
  third = import_with (self, later, TRUE, TRUE);
  assert_counts (third, 3, 0, 1);
  tally = tally_of (self, result, "СОШ № 1");
  g_assert_cmpuint (tally->n, ==, 5 + 1 + 3);
}

static void
test_respondents (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;

  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", ALL_YES, "a1");
  add_row (rows, "14.10.2024 8:12:33", "СОШ № 1", ALL_YES, "a2");
  add_row (rows, "19.10.2024", "СОШ № 1", ALL_YES, "a1");
  text = survey_text (rows->str);
  options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  options->create_organizations = TRUE;
  options->columns = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (options->columns, g_strdup ("respondent=17"));
  result = fixture_run (self, options);
  assert_counts (result, 2, 0, 1);
}

static void
test_rejected (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) setup =
    fixture_import (self, MER_BATCH_ORGANIZATIONS, "Организация\nСОШ № 1\nСОШ № 2\n");
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerTally) tally = NULL;

  add_row (rows, "14.10.2024", "СОШ № 1", ALL_YES, "");
  add_row (rows, "14.10.2024", "СОШ № 77", ALL_YES, "");
  add_row (rows, "14.10.2024", "", ALL_YES, "");
  add_row (rows, "14.10.2024", "СОШ № 1", ALL_YES, ";;лишнее");
  add_row (rows, "14.10.2024", "СОШ № 1", ALL_YES, ";; ;");
  g_string_append (rows, "14.10.2024;СОШ № 1;Да;Да\n");
  g_string_append (rows, "14.10.2024\n");
  result = import_with (self, rows, FALSE, FALSE);
  assert_counts (result, 2, 5, 0);
  g_assert_cmpuint (result->unmatched->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (result->unmatched, 0), ==, "СОШ № 77");
  g_assert_cmpint (get_problem (result, "ragged-row")->row, ==, 5);
  tally = tally_of (self, result, "СОШ № 1");
  g_assert_cmpuint (tally->n, ==, 2);
}

/* One organization with more rows than a block holds, all of them there again. */
static void
test_many_rows (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportResult) again = NULL;
  g_autoptr (MerTally) tally = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  guint n = MER_BLOCK_MAX_ROWS + 1000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *time =
        g_strdup_printf ("14.10.2024 %u:%02u:%02u", i / 3600, i / 60 % 60, i % 60);
      add_row (rows, time, "СОШ № 1", i % 4 == 0 ? "dndndddddddddn" : ALL_YES, "");
    }
  result = import (self, rows);
  assert_counts (result, n, 0, 0);
  tally = tally_of (self, result, "СОШ № 1");
  g_assert_cmpuint (tally->n, ==, n);
  g_assert_cmpuint (tally->questions[13].count[NO], ==, (n + 3) / 4);
  problems = mer_document_verify (self->doc, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  add_row (rows, "15.10.2024 1:00", "СОШ № 1", ALL_YES, "");
  again = import (self, rows);
  assert_counts (again, 1, 0, n);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *text = NULL;
  g_autoptr (MerImportOptions) options = NULL;

  add_row (rows, "14.10.2024", "СОШ № 1", ALL_YES, "");
  text = survey_text (rows->str);
  options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);
  options->create_organizations = TRUE;
  g_cancellable_cancel (cancellable);
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_bytes (self);
  g_assert_true (g_bytes_equal (before, after));
}

/* Answers of the first three questions in all eight ways, three times over. */
static void
add_varied_rows (GString *rows,
                 gboolean backwards)
{
  for (guint i = 0; i < 24; i++)
    {
      guint pattern = backwards ? 23 - i : i;
      char  answers[] = ALL_YES;

      for (guint bit = 0; bit < 3; bit++)
        answers[bit + 4] = (pattern >> bit & 1) != 0 ? 'n' : 'd';
      add_row (rows, "", "СОШ № 1", answers, "");
    }
}

/* A whole file in another form has another hash, and its rows tell no time. */
static void
test_file_again (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) first = NULL;
  g_autoptr (MerImportResult) kept = NULL;
  g_autoptr (MerImportResult) different = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autofree char *text = NULL;

  add_varied_rows (rows, FALSE);
  add_varied_rows (again, TRUE);
  first = import_with (self, rows, TRUE, FALSE);
  assert_counts (first, 24, 0, 0);
  text = survey_text (again->str);
  options = fixture_table (self, MER_BATCH_SURVEY, "again.csv", text);
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_DUPLICATE_FILE);
  options->keep_duplicates = TRUE;
  kept = fixture_run (self, options);
  assert_counts (kept, 24, 0, 0);
  add_varied_rows (other, FALSE);
  g_string_truncate (other, strlen (other->str) / 24 * 23);
  g_string_truncate (other, (gsize) (strrchr (other->str, '\n') + 1 - other->str));
  add_row (other, "", "СОШ № 1", "nnnnnnnnnnnnnn", "");
  different = import_with (self, other, TRUE, FALSE);
  g_assert_cmpuint (different->accepted, >, 20);
}

static gboolean
keep_times_cb (gint64   batch_id,
               gint64   source_id,
               gint64   organization_id,
               GBytes  *block,
               gpointer user_data,
               GError **error)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autoptr (MerBlockRows) rows = NULL;
  MerBlockLayout layout;

  g_assert_true (mer_block_layout_init (&layout, methodology, error));
  rows = mer_block_unpack (block, &layout, error);
  g_array_append_vals (user_data, rows->times, rows->n_rows);
  return TRUE;
}

/* One date that can only have its day first decides for the column. */
static void
test_date_order (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GDateTime) third_of_april = g_date_time_new_utc (2024, 4, 3, 10, 0, 0);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  add_row (rows, "03/04/2024 10:00:00", "СОШ № 1", ALL_YES, "");
  add_row (rows, "25/04/2024 10:00:00", "СОШ № 1", ALL_YES, "");
  result = import (self, rows);
  mer_store_foreach_block (self->doc, result->cycle_id, keep_times_cb, times, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (times->len, ==, 2);
  g_assert_cmpint (g_array_index (times, gint64, 0), ==,
                   g_date_time_to_unix (third_of_april));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/survey/tally", test_tally);
  ADD ("/survey/notes", test_notes);
  ADD ("/survey/duplicates", test_duplicates);
  ADD ("/survey/respondents", test_respondents);
  ADD ("/survey/rejected", test_rejected);
  ADD ("/survey/many-rows", test_many_rows);
  ADD ("/survey/cancelled", test_cancelled);
  ADD ("/survey/date-order", test_date_order);
  ADD ("/survey/file-again", test_file_again);
  return g_test_run ();
}
