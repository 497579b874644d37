/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of experts' points, and questionnaires of the edition of 2014 as they really look. */
#include "config.h"

#include "import-fixture.h"
#include "store/mer-point-store.h"

/* The rules in force are those of 2014. */
static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2014-education", &error);
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (MerImportResult) result = NULL;

  g_assert_no_error (error);
  fixture_set_up (self, data);
  g_assert_true (mer_document_begin (self->doc, "Правила 2014 года", &error));
  g_assert_cmpint (mer_store_add_methodology (self->doc, methodology, NULL, &error), !=, 0);
  g_assert_true (mer_document_commit (self->doc, &error));
  options = fixture_table (self, MER_BATCH_ORGANIZATIONS, "o.csv",
                           "Организация\nСОШ № 1\nДС «Радуга»\n");
  options->create_organizations = TRUE;
  result = fixture_run (self, options);
  g_assert_cmpuint (result->accepted, ==, 2);
}

/* All points of the cycle: «1.1=8.5 1.2=0». */
static char *
points_text (Fixture               *self,
             const MerImportResult *result)
{
  g_autoptr (GPtrArray) points = mer_store_expert_points (self->doc, result->cycle_id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const MerReadyValue *value = points->pdata[i];

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", value->code, value->value);
    }
  return g_strdup (text->str);
}

static void
assert_points (Fixture               *self,
               const MerImportResult *result,
               const char            *expected)
{
  g_autofree char *text = points_text (self, result);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_points (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_POINTS,
                    "№;Организация;1.1 Информация на сайте;Сведения о педагогах;Примечание\n"
                    "1;СОШ № 1;8,5;0;\n"
                    "2;дс радуга;—;10,0;хорошо\n");

  g_assert_cmpuint (result->accepted, ==, 2);
  g_assert_cmpuint (result->rejected, ==, 0);
  assert_points (self, result, "1.1=8.5 1.2=0 1.2=10.0");
  mer_document_undo (self->doc, &error);
  g_assert_no_error (error);
  assert_points (self, result, "");
  mer_document_redo (self->doc, &error);
  g_assert_no_error (error);
  assert_points (self, result, "1.1=8.5 1.2=0 1.2=10.0");
}

static void
test_bad_points (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (self, MER_BATCH_POINTS,
                                                       "Организация;1.1;1.2\n"
                                                       "СОШ № 1;10,5;1\n"
                                                       "СОШ № 1;-1;1\n"
                                                       "СОШ № 1;восемь;1\n"
                                                       "Нет такой;1;1\n"
                                                       "ДС «Радуга»;;\n"
                                                       "СОШ № 1;10;\n"
                                                       "СОШ № 1;10;\n");

  g_assert_cmpuint (result->accepted, ==, 1);
  g_assert_cmpuint (result->rejected, ==, 5);
  g_assert_cmpuint (result->duplicates, ==, 1);
  g_assert_cmpstr (get_problem (result, "bad-points")->text, ==,
                   "Row 2, column B: 10,5 cannot be. Indicator 1.1 takes from 0 to 10.");
  g_assert_cmpstr (get_problem (result, "bad-value")->text, ==,
                   "Row 4, column B: “восемь” is no value. Write a decimal number, as 92.06, or "
                   "leave the cell empty.");
  assert_points (self, result, "1.1=10");
}

/* Two experts who differ in one file: neither is taken for right. */
static void
test_contradiction (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (self, MER_BATCH_POINTS,
                                                       "Организация;1.1\n"
                                                       "СОШ № 1;7\n"
                                                       "ДС «Радуга»;5\n"
                                                       "СОШ № 1;8\n");

  g_assert_cmpuint (result->rejected, ==, 2);
  assert_points (self, result, "1.1=5");
}

/* Only what an expert gives is a column of points. */
static void
test_no_columns (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportOptions) options =
    fixture_table (self, MER_BATCH_POINTS, "t.csv", "Организация;1.3;K1;S\nСОШ № 1;7;8;9\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) result = mer_import_run (self->doc, options, "Загрузка", NULL, NULL,
                                                       &error);

  g_assert_true (result == NULL || result->obstacle != NULL);
  g_assert_nonnull (strstr (error != NULL ? error->message : result->obstacle->message,
                            "points of indicators"));
}

static void
test_kinds (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    const char  *header;
    MerBatchKind kind;
  } cases[] = {
    { "Организация;1.1;1.2;1.3;K1\n", MER_BATCH_VALUES },
    { "Организация;К1;К2;К3;К4;Итого\n", MER_BATCH_VALUES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerImportOptions) options =
        fixture_table (self, MER_BATCH_SURVEY, "k.csv", cases[i].header);
      MerBatchKind kind = MER_BATCH_SURVEY;

      g_assert_true (mer_import_guess_kind (self->doc, options->path, &kind, NULL));
      g_assert_cmpint (kind, ==, cases[i].kind);
    }
}

/* --- questionnaires of 2014 ----------------------------------------------------------------- */

/* As a form of that time asks: numbered questions, answers in full words. */
static const char survey[] =
  "Отметка времени;Образовательная организация;"
  "Доступность взаимодействия с организацией по телефону, по электронной почте, с помощью "
  "электронных сервисов на сайте;"
  "1.4. Доступность сведений о ходе рассмотрения обращений получателей образовательных услуг;"
  "Материально-техническое и информационное обеспечение организации;"
  "Наличие необходимых условий для охраны и укрепления здоровья, организации питания обучающихся;"
  "Условия для индивидуальной работы с обучающимися;"
  "Наличие дополнительных образовательных программ;"
  "Наличие возможности развития творческих способностей и интересов обучающихся;"
  "Наличие возможности оказания психолого-педагогической, медицинской и социальной помощи "
  "обучающимся;"
  "Наличие условий организации обучения и воспитания обучающихся с ограниченными возможностями "
  "здоровья и инвалидов;"
  "Доброжелательность и вежливость работников организации;"
  "Компетентность работников организации;"
  "Удовлетворены ли Вы материально-техническим обеспечением организации?;"
  "Удовлетворены ли Вы качеством предоставляемых образовательных услуг?;"
  "Готовы ли Вы рекомендовать организацию родственникам и знакомым?\n"
  "05.10.2015 10:01:02;СОШ № 1;"
  "неудовлетворительно, не устраивает;плохо, много недостатков;"
  "удовлетворительно, но со значительными недостатками;"
  "в целом хорошо, за исключением незначительных недостатков;отлично, полностью удовлетворен(а);"
  "Отлично;Хорошо;Удовлетворительно;Плохо;Неудовлетворительно;"
  "Отлично, полностью удовлетворена;В целом хорошо;Затрудняюсь ответить;Да\n";

static void
test_survey (Fixture      *self,
             gconstpointer data)
{
  /* Codes: 2 is the worst of five answers, 6 the best, 7 «затрудняюсь». */
  static const guint expected[] = { 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 6, 5, 7, 6 };
  g_autoptr (MerImportResult) result = fixture_import (self, MER_BATCH_SURVEY, survey);
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2014-education", NULL);
  g_autoptr (GPtrArray) evidence = NULL;
  const MerTally *tally = NULL;

  g_assert_cmpuint (result->accepted, ==, 1);
  g_assert_null (find_problem (result, "other-answer"));
  evidence = mer_store_evidence (self->doc, result->cycle_id, methodology, NULL);
  tally = ((MerEvidence *) evidence->pdata[0])->tally;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      /* the expert's 1.1 and 1.2 are not asked here: from q3 on */
      if (tally->questions[i + 2].count[expected[i]] != 1)
        g_error ("q%u is not answered by %u", i + 3, expected[i]);
    }
}

/* How many answered well tells a share, as 3.1, and no mean score, as 2.1. */
static void
test_counts (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_COUNTS,
                    "Организация;Вопрос;Опрошено;Положительно\n"
                    "СОШ № 1;q5;40;38\n"
                    "СОШ № 1;q12;40;38\n");
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2014-education", NULL);
  g_autoptr (GPtrArray) evidence = NULL;
  const MerTally *tally = NULL;

  g_assert_cmpuint (result->accepted, ==, 1);
  g_assert_cmpstr (get_problem (result, "mean-score")->text, ==,
                   "Row 2: of the question “q5” the mean score counts, and how many answered "
                   "positively does not tell it.");
  evidence = mer_store_evidence (self->doc, result->cycle_id, methodology, NULL);
  tally = ((MerEvidence *) evidence->pdata[0])->tally;
  g_assert_cmpuint (tally->questions[4].asked, ==, 0);
  g_assert_cmpuint (tally->questions[11].asked, ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/import/points/" name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("points", test_points);
  ADD ("bad-points", test_bad_points);
  ADD ("contradiction", test_contradiction);
  ADD ("no-columns", test_no_columns);
  ADD ("kinds", test_kinds);
  ADD ("survey", test_survey);
  ADD ("counts", test_counts);
#undef ADD
  return g_test_run ();
}
