/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers that were collected by one version of the rules and are scored by another: options and
 * questions added, moved, taken away; filters changed; the same file once more. */

#include <string.h>

#include "app/mer-change-rules.h"
#include "app/mer-results.h"
#include "import/mer-importer.h"
#include "methodology/mer-methodology-edit.h"
#include "rules-fixture.h"

/* Answers of one row: `yes` to everything but to q1 and q5. */
typedef struct
{
  const char *q1;
  const char *q5;
} Row;

static void
append_cell (GString    *csv,
             const char *text)
{
  g_string_append_printf (csv, ";\"%s\"", text);
}

static char *
make_table (const MerMethodology *rules,
            const Row            *rows,
            guint                 n)
{
  GString *csv = g_string_new ("Отметка времени;Организация");

  for (guint q = 0; q < rules->questions->len; q++)
    append_cell (csv, ((MerQuestion *) g_ptr_array_index (rules->questions, q))->text);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (csv, "\n01.10.2024 %u:%02u:34;СОШ № 3", n, i);
      for (guint q = 0; q < rules->questions->len; q++)
        {
          const char *code = ((MerQuestion *) g_ptr_array_index (rules->questions, q))->code;

          append_cell (csv, g_str_equal (code, "q1")   ? rows[i].q1
                            : g_str_equal (code, "q5") ? rows[i].q5
                                                       : "Да");
        }
    }
  return g_string_free (csv, FALSE);
}

static MerMethodology *
in_force (RulesFixture *self)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *rules = mer_methodology_in_force (self->doc, 0, &error);

  g_assert_no_error (error);
  return rules;
}

static void
import (RulesFixture *self,
        const char   *name,
        const Row    *rows,
        guint         n,
        guint         accepted,
        guint         duplicates)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = in_force (self);
  g_autofree char *text = make_table (rules, rows, n);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_SURVEY, path);
  g_autoptr (MerImportResult) result = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  options->create_organizations = TRUE;
  result = mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->accepted, ==, accepted);
  g_assert_cmpuint (result->duplicates, ==, duplicates);
}

static void
adopt (RulesFixture   *self,
       MerMethodology *rules)
{
  g_autoptr (GError) error = NULL;

  rules_begin (self);
  rules_end (self, mer_change_methodology (self->doc, 0, rules, NULL, &error));
  g_assert_no_error (error);
}

static void
replace (MerMethodology **rules,
         MerMethodology  *next,
         GError          *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (next);
  mer_methodology_unref (*rules);
  *rules = next;
}

/* q5 gets a first option «Отчасти» and becomes the last question. */
static void
add_option (RulesFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = in_force (self);
  g_autofree char *path = NULL;
  g_autofree char *moved = NULL;

  replace (&rules, mer_methodology_add (rules, MER_PART_OPTION, "question/q5", &path, &error),
           error);
  replace (&rules, mer_methodology_set (rules, path, "text", "Отчасти", &error), error);
  replace (&rules, mer_methodology_move (rules, path, "question/q5", 0, &moved, &error), error);
  g_clear_pointer (&moved, g_free);
  replace (&rules,
           mer_methodology_move (rules, "question/q5", "", rules->questions->len - 1, &moved,
                                 &error),
           error);
  adopt (self, rules);
}

static const MerQuestionTally *
tally_of (const MerResults *results,
          const char       *code)
{
  int question = mer_methodology_find_question (results->methodology, code);

  g_assert_cmpint (question, >=, 0);
  return &results->scores->rows[0].evidence->tally->questions[question];
}

static void
assert_score (RulesFixture *self,
              const char   *code,
              const char   *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_autoptr (GPtrArray) indicators = NULL;

  g_assert_no_error (error);
  indicators = mer_methodology_indicators (results->methodology);
  for (guint i = 0; i < indicators->len; i++)
    {
      g_autofree char *value = NULL;

      if (!g_str_equal (((MerIndicator *) g_ptr_array_index (indicators, i))->code, code))
        continue;
      value = mer_rational_to_decimal (&results->scores->rows[0].indicators[i].value, 2);
      g_assert_cmpstr (value, ==, expected);
      return;
    }
  g_assert_not_reached ();
}

static void
assert_sound (RulesFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = mer_document_verify (self->doc, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* 7 of 10 used the stands; 6 of 10 are satisfied with the comfort. */
static const Row ten[] = {
  { "Да", "Да" },
  { "Да", "Да" },
  { "Да", "Да" },
  { "Да", "Да" },
  { "Да", "Да" },
  { "Да", "Да" },
  { "Да", "Нет" },
  { "Нет", "Нет" },
  { "Нет", "Нет" },
  { "Нет", "Нет" },
};
static const Row five[] = {
  { "Да", "Отчасти" },
  { "Да", "Отчасти" },
  { "Да", "Отчасти" },
  { "Да", "Отчасти" },
  { "Да", "Да" },
};

static void
test_option (RulesFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = NULL;
  const MerQuestionTally *tally = NULL;

  import (self, "1.csv", ten, 10, 10, 0);
  assert_score (self, "2.3", "60.00");
  add_option (self);
  assert_score (self, "2.3", "60.00");
  results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  tally = tally_of (results, "q5");
  g_assert_cmpuint (tally->count[MER_ANSWER_FIRST_OPTION], ==, 0);
  g_assert_cmpuint (tally->count[MER_ANSWER_FIRST_OPTION + 1], ==, 6);
  g_assert_cmpuint (tally->count[MER_ANSWER_FIRST_OPTION + 2], ==, 4);
  g_assert_cmpuint (tally_of (results, "q1")->count[MER_ANSWER_FIRST_OPTION], ==, 7);
  assert_sound (self);
  /* 1 + 6 of 15, in files of both versions */
  import (self, "2.csv", five, 5, 5, 0);
  assert_score (self, "2.3", "46.67");
  assert_sound (self);
  rules_undo (self); /* the second file */
  rules_undo (self); /* the rules */
  assert_score (self, "2.3", "60.00");
  assert_sound (self);
  rules_redo (self);
  rules_redo (self);
  assert_score (self, "2.3", "46.67");
}

/* Who chose an option that is gone answered, but with none of those there are. */
static void
test_gone_option (RulesFixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = NULL;
  g_autoptr (MerResults) results = NULL;

  add_option (self);
  import (self, "1.csv", five, 5, 5, 0);
  assert_score (self, "2.3", "20.00");
  rules = in_force (self);
  replace (&rules, mer_methodology_remove (rules, "option/q5/0", &error), error);
  adopt (self, rules);
  results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally_of (results, "q5")->count[MER_ANSWER_OTHER], ==, 4);
  g_assert_cmpuint (tally_of (results, "q5")->count[MER_ANSWER_FIRST_OPTION], ==, 1);
  assert_score (self, "2.3", "20.00");
  assert_sound (self);
}

/* A corrected wording is the same option; a new question has not been answered yet, and when it
 * is gone again its answers are left out. */
static void
test_wording_and_question (RulesFixture *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = in_force (self);
  g_autoptr (MerResults) results = NULL;
  g_autofree char *path = NULL;
  g_autofree char *moved = NULL;

  import (self, "1.csv", ten, 10, 10, 0);
  replace (&rules,
           mer_methodology_set (rules, "option/q5/0", "text", "Вполне доволен(а)", &error), error);
  replace (&rules, mer_methodology_add (rules, MER_PART_QUESTION, "", &path, &error), error);
  replace (&rules, mer_methodology_move (rules, path, "", 0, &moved, &error), error);
  adopt (self, rules);
  assert_score (self, "2.3", "60.00");
  results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_assert_cmpuint (tally_of (results, strchr (moved, '/') + 1)->count[MER_ANSWER_BLANK], ==, 10);
  replace (&rules, mer_methodology_remove (rules, moved, &error), error);
  adopt (self, rules);
  assert_score (self, "2.3", "60.00");
  assert_sound (self);
}

/* About the site are asked those who used it, all 10; then those who used the stands, 7: the
 * rules in force say whom a filter lets pass. */
static void
test_filter (RulesFixture *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = in_force (self);
  g_autoptr (MerResults) before = NULL;
  g_autoptr (MerResults) after = NULL;

  import (self, "1.csv", ten, 10, 10, 0);
  before = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_assert_cmpuint (tally_of (before, "q4")->passed[MER_ANSWER_FIRST_OPTION], ==, 10);
  replace (&rules, mer_methodology_set (rules, "question/q4", "filter", "q1", &error), error);
  adopt (self, rules);
  after = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_assert_cmpuint (tally_of (after, "q4")->passed[MER_ANSWER_FIRST_OPTION], ==, 7);
}

/* The same rows are the same, whichever version they came under. */
static void
test_duplicates (RulesFixture *self,
                 gconstpointer data)
{
  import (self, "1.csv", ten, 10, 10, 0);
  add_option (self);
  import (self, "2.csv", ten, 10, 0, 10);
  assert_score (self, "2.3", "60.00");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (RulesFixture *self,
                 gconstpointer data);
  } tests[] = {
    { "/versions/option", test_option },
    { "/versions/gone-option", test_gone_option },
    { "/versions/wording-and-question", test_wording_and_question },
    { "/versions/filter", test_filter },
    { "/versions/duplicates", test_duplicates },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, RulesFixture, NULL, rules_set_up, tests[i].run, rules_tear_down);
  return g_test_run ();
}
