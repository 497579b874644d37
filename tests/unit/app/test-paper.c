/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper counts as files do: the same answers, typed in and imported, give the same tallies
 * and scores, and neither takes the other for a repetition. */

#include <glib/gstdio.h>
#include <string.h>

#include "app/mer-new-document.h"
#include "app/mer-results.h"
#include "cycle/mer-paper-form.h"
#include "import/mer-importer.h"
#include "store/mer-stack-store.h"

#define SCHOOL "СОШ № 3"
#define MANY 200

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  gint64       cycle;
  gint64       school;
} Side;

typedef struct
{
  Side            file;
  Side            paper;
  MerMethodology *methodology;
  char           *table; /* the answers as a file */
  GPtrArray      *rows;  /* of MerStackRow: the same as typed in */
} Fixture;

static void
side_set_up (Side *side)
{
  g_autoptr (MerOrganization) school = mer_organization_new (SCHOOL, MER_ORGANIZATION_GENERAL);
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);
  g_autoptr (GError) error = NULL;

  side->folder = g_dir_make_tmp ("mer-paper-XXXXXX", &error);
  g_assert_no_error (error);
  side->path = g_build_filename (side->folder, "Район.merilo", NULL);
  side->doc = mer_new_document (side->path, "Район", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mer_document_begin (side->doc, "Школа", &error));
  g_assert_true (mer_store_save_organization (side->doc, school, &error));
  cycle->methodology_id = mer_store_latest_methodology_id (side->doc);
  g_assert_true (mer_store_save_cycle (side->doc, cycle, &error));
  g_assert_true (mer_document_commit (side->doc, &error));
  side->cycle = cycle->id;
  side->school = school->id;
}

static void
side_tear_down (Side *side)
{
  g_clear_object (&side->doc);
  g_assert_cmpint (g_unlink (side->path), ==, 0);
  g_assert_cmpint (g_rmdir (side->folder), ==, 0);
  g_free (side->folder);
  g_free (side->path);
}

/* Somebody types: yes, no, hard to say or nothing to each question that is asked. */
static void
type (MerPaperForm *form)
{
  static const gunichar keys[] = { '1', '1', '1', '2', '3', '0' };

  mer_paper_form_load (form, NULL, NULL);
  while (!mer_paper_form_is_at_comment (form))
    mer_paper_form_key (form, keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))]);
  if (g_test_rand_int_range (0, 4) == 0)
    mer_paper_form_set_comment (form, "Нужен пандус; и кулер");
}

static void
add_cells (GString              *table,
           const MerMethodology *methodology,
           const MerStackRow    *row)
{
  g_string_append (table, SCHOOL);
  for (guint q = 0; q < row->n_questions; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, q);
      guint              option = row->codes[q] - (guint) MER_ANSWER_FIRST_OPTION;

      g_string_append_printf (
        table, ";%s",
        row->codes[q] == MER_ANSWER_BLANK
          ? ""
          : ((MerOption *) g_ptr_array_index (question->options, option))->text);
    }
  g_string_append_printf (table, ";\"%s\"\n", row->comment);
}

static void
make_answers (Fixture *self)
{
  g_autoptr (MerPaperForm) form = mer_paper_form_new (self->methodology);
  g_autoptr (GString) table = g_string_new ("organization");
  g_autoptr (GError) error = NULL;

  for (guint q = 0; q < self->methodology->questions->len; q++)
    g_string_append_printf (table, ";q%u", q + 1);
  g_string_append (table, ";comment\n");
  while (self->rows->len < MANY)
    {
      MerStackRow *row = mer_stack_row_new (self->methodology->questions->len);

      do
        type (form);
      while (!mer_paper_form_has_answers (form));
      memcpy (row->codes, mer_paper_form_get_codes (form), row->n_questions);
      row->comment = g_strdup (mer_paper_form_get_comment (form));
      g_ptr_array_add (self->rows, row);
      add_cells (table, self->methodology, row);
    }
  g_file_set_contents (self->table, table->str, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  side_set_up (&self->file);
  side_set_up (&self->paper);
  self->methodology = mer_store_methodology (
    self->file.doc, mer_store_latest_methodology_id (self->file.doc), &error);
  g_assert_no_error (error);
  self->table = g_build_filename (self->file.folder, "Анкеты.csv", NULL);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_stack_row_free);
  make_answers (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_cmpint (g_unlink (self->table), ==, 0);
  g_free (self->table);
  g_ptr_array_unref (self->rows);
  mer_methodology_unref (self->methodology);
  side_tear_down (&self->file);
  side_tear_down (&self->paper);
}

static void
import_table (Fixture *self,
              Side    *side)
{
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_SURVEY, self->table);
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  options->cycle_id = side->cycle;
  options->keep_duplicates = TRUE; /* the very questionnaires of a stack would be refused */
  result = mer_import_run (side->doc, options, "Загрузка", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->accepted, ==, MANY);
  g_assert_cmpuint (result->duplicates, ==, 0);
}

static void
type_stack (Fixture *self,
            Side    *side)
{
  g_autoptr (MerStack) stack = mer_stack_new (side->cycle, side->school, "стопка 1");
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (side->doc, "Стопка", &error));
  g_assert_true (mer_store_save_stack (side->doc, stack, &error));
  for (guint i = 0; i < self->rows->len; i++)
    {
      MerStackRow *row = g_ptr_array_index (self->rows, i);

      row->number = 0;
      mer_store_save_stack_row (side->doc, stack->id, self->methodology, row, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (mer_store_close_stack (side->doc, stack->id, &error), >, 0);
  g_assert_true (mer_document_commit (side->doc, &error));
}

static MerResults *
results_of (const Side *side)
{
  g_autoptr (GError) error = NULL;
  MerResults *results = mer_results_load (side->doc, side->cycle, MER_RESULTS_EXACT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (results->scores->n_rows, ==, 1);
  return results;
}

static void
assert_same_score (const MerScore *first,
                   const MerScore *second)
{
  g_assert_cmpint (first->defined, ==, second->defined);
  if (first->defined)
    g_assert_cmpint (mer_rational_cmp (&first->value, &second->value), ==, 0);
}

static void
test_same_scores (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (MerResults) file = NULL;
  g_autoptr (MerResults) paper = NULL;
  const MerScoreRow *first = NULL;
  const MerScoreRow *second = NULL;
  guint              defined = 0;

  import_table (self, &self->file);
  type_stack (self, &self->paper);
  file = results_of (&self->file);
  paper = results_of (&self->paper);
  first = &file->scores->rows[0];
  second = &paper->scores->rows[0];
  g_assert_cmpuint (first->evidence->tally->n, ==, MANY);
  g_assert_cmpuint (second->evidence->tally->n, ==, MANY);
  for (guint q = 0; q < self->methodology->questions->len; q++)
    for (guint code = 0; code < MER_ANSWER_MAX_CODES; code++)
      {
        g_assert_cmpuint (first->evidence->tally->questions[q].count[code], ==,
                          second->evidence->tally->questions[q].count[code]);
        g_assert_cmpuint (first->evidence->tally->questions[q].passed[code], ==,
                          second->evidence->tally->questions[q].passed[code]);
      }
  for (guint i = 0; i < file->scores->n_indicators; i++)
    {
      assert_same_score (&first->indicators[i], &second->indicators[i]);
      defined += first->indicators[i].defined ? 1 : 0;
    }
  g_assert_cmpuint (defined, >, 5); /* what is not of the checklist */
}

static void
test_same_comments (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) file = NULL;
  g_autoptr (GPtrArray) paper = NULL;

  import_table (self, &self->file);
  type_stack (self, &self->paper);
  file = mer_store_comments (self->file.doc, self->file.cycle, self->file.school, NULL);
  paper = mer_store_comments (self->paper.doc, self->paper.cycle, self->paper.school, NULL);
  g_assert_cmpuint (file->len, ==, paper->len);
  g_assert_cmpuint (file->len, >, 10);
  for (guint i = 0; i < file->len; i++)
    g_assert_cmpstr (((MerComment *) g_ptr_array_index (file, i))->text, ==,
                     ((MerComment *) g_ptr_array_index (paper, i))->text);
}

/* Equal answers on paper and in a file are natural. */
static void
test_no_duplicates (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (MerResults) results = NULL;

  type_stack (self, &self->paper);
  type_stack (self, &self->paper);
  import_table (self, &self->paper);
  results = results_of (&self->paper);
  g_assert_cmpuint (results->scores->rows[0].evidence->tally->n, ==, 3 * MANY);
  g_assert_cmpuint (results->scores->rows[0].evidence->sources->len, ==, 3);
}

#define ADD(path, function) \
  g_test_add ("/app/paper/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-scores", test_same_scores);
  ADD ("same-comments", test_same_comments);
  ADD ("no-duplicates", test_no_duplicates);
  return g_test_run ();
}
