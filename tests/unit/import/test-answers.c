/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What spellings of answers mean, and how they are counted. */

#include "config.h"

#include "import/mer-answer-column.h"
#include "methodology/mer-methodology-xml.h"

#define YES MER_ANSWER_FIRST_OPTION
#define NO (MER_ANSWER_FIRST_OPTION + 1)

static MerAnswerColumn *
column_of (const char *code)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  int index = mer_methodology_find_question (methodology, code);

  g_assert_cmpint (index, >=, 0);
  return mer_answer_column_new (g_ptr_array_index (methodology->questions, (guint) index));
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *text;
    guint       code;
  } cases[] = {
    { "Да", YES },
    { "да", YES },
    { " ДА ", YES },
    { "Да.", YES },
    { "Да!", YES },
    { "«Да»", YES },
    { "Да, полностью", YES },
    { "Да, конечно", YES },
    { "да,полностью удовлетворён", YES },
    { "Да (полностью)", YES },
    { "Да полностью", YES },
    { "Обращалась", YES },
    { "Да, обращался", YES },
    { "Нет", NO },
    { "НЕТ, не пользовался", NO },
    { "Не обращался", NO },
    { "нет;", NO },
    { "", MER_ANSWER_BLANK },
    { "   ", MER_ANSWER_BLANK },
    { "\xc2\xa0", MER_ANSWER_BLANK },
    { "-", MER_ANSWER_BLANK },
    { "Затрудняюсь ответить", NO + 1 },
    { "затрудняюсь с ответом.", NO + 1 },
    { "Да, но не полностью", MER_ANSWER_OTHER },
    { "Да, частично", MER_ANSWER_OTHER },
    { "Да / Нет", MER_ANSWER_OTHER },
    { "да и нет", MER_ANSWER_OTHER },
    { "Данных нет", MER_ANSWER_OTHER },
    { "Нетрудно", MER_ANSWER_OTHER },
    { "Нет ответа", MER_ANSWER_BLANK }, /* as LimeSurvey writes no answer */
    { "(нет ответа)", MER_ANSWER_BLANK },
    { "Без ответа", MER_ANSWER_BLANK },
    { "нет мнения", MER_ANSWER_OTHER },
    { "Нет возможности оценить", MER_ANSWER_OTHER },
    { "Нет претензий", MER_ANSWER_OTHER },
    { "Нет, ответа не дождались", NO },
    { "Да, Затрудняюсь ответить", MER_ANSWER_OTHER }, /* ticked boxes in one cell */
    { "Нет, Затрудняюсь ответить", MER_ANSWER_OTHER },
    { "Нет, затрудняюсь", MER_ANSWER_OTHER },
    { "1", MER_ANSWER_OTHER },
  };
  g_autoptr (MerAnswerColumn) column = column_of ("q1");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint code = 0;

      g_test_message ("%s", cases[i].text);
      code = mer_answer_column_understand (column, cases[i].text, strlen (cases[i].text));
      g_assert_cmpuint (code, ==, cases[i].code);
    }
}

/* A dash can be decided by itself: other dashes and blanks stay what they are. */
static void
test_decided_dash (void)
{
  g_autoptr (MerAnswerColumn) column = column_of ("q5");

  mer_answer_column_decide (column, "-", NO);
  mer_answer_column_decide (column, "не знаю", NO + 1);
  g_assert_cmpuint (mer_answer_column_understand (column, "-", 1), ==, NO);
  g_assert_cmpuint (mer_answer_column_understand (column, " - ", 3), ==, NO);
  g_assert_cmpuint (mer_answer_column_understand (column, "—", 3), ==, MER_ANSWER_BLANK);
  g_assert_cmpuint (mer_answer_column_understand (column, "", 0), ==, MER_ANSWER_BLANK);
  g_assert_cmpuint (mer_answer_column_understand (column, " ", 1), ==, MER_ANSWER_BLANK);
  g_assert_cmpuint (mer_answer_column_understand (column, "Не знаю.", 15), ==, NO + 1);
  mer_answer_column_decide (column, " ", NO);
  g_assert_cmpuint (mer_answer_column_understand (column, "", 0), ==, MER_ANSWER_BLANK);
}

static guint
code_of (MerAnswerColumn *column,
         const char      *text,
         gint64           row)
{
  g_autofree char *copy = g_malloc0 (strlen (text) + MER_NEAR_SLACK);
  const MerCell    cell = { copy, strlen (text) };

  memcpy (copy, text, strlen (text));
  return mer_answer_column_code (column, &cell, row);
}

static void
print_other (gpointer data,
             gpointer user_data)
{
  const MerAnswerSpelling *spelling = data;

  g_string_append_printf (user_data, "%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ";",
                          spelling->text, spelling->count, spelling->first_row);
}

static void
test_counts (void)
{
  g_autoptr (MerAnswerColumn) column = column_of ("q5");
  g_autoptr (GString) others = g_string_new (NULL);

  g_assert_cmpuint (code_of (column, "Да", 2), ==, YES);
  g_assert_cmpuint (code_of (column, "не знаю", 3), ==, MER_ANSWER_OTHER);
  g_assert_cmpuint (code_of (column, "Нет", 4), ==, NO);
  g_assert_cmpuint (code_of (column, "не знаю", 5), ==, MER_ANSWER_OTHER);
  g_assert_cmpuint (code_of (column, "как когда", 6), ==, MER_ANSWER_OTHER);
  g_assert_cmpuint (code_of (column, "не знаю", 7), ==, MER_ANSWER_OTHER);
  mer_answer_column_foreach_other (column, print_other, others);
  g_assert_cmpstr (others->str, ==, "не знаю 3 3;как когда 1 6;");
}

/* Texts that agree in their first eight bytes, and texts of all short lengths. */
static void
test_keys (void)
{
  g_autoptr (MerAnswerColumn) column = column_of ("q5");

  g_assert_cmpuint (code_of (column, "Да, полностью", 2), ==, YES);
  g_assert_cmpuint (code_of (column, "Да, поло́вина, но", 3), ==, MER_ANSWER_OTHER);
  g_assert_cmpuint (code_of (column, "Да, полностью", 4), ==, YES);
  for (gsize length = 0; length <= 12; length++)
    {
      MerNearSpellings near;

      mer_near_spellings_init (&near);
      for (gsize different = 0; different < length; different++)
        {
          char          text[12 + MER_NEAR_SLACK] = "aaaaaaaaaaaaaaaaaaaa";
          const MerCell cell = { text, length };

          text[different] = 'b';
          g_assert_cmpint (mer_near_spellings_find (&near, &cell), ==, -1);
          mer_near_spellings_add (&near, &cell, 0);
          text[length] = 'c';
          g_assert_cmpint (mer_near_spellings_find (&near, &cell), ==, (int) different);
        }
      mer_near_spellings_clear (&near);
    }
}

/* More spellings than are remembered: still understood, and counted together. */
static void
test_many (void)
{
  g_autoptr (MerAnswerColumn) column = column_of ("q5");
  guint n = MER_ANSWER_MAX_SPELLINGS + 1000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("мнение %u", i);
      g_assert_cmpuint (code_of (column, text, i + 2), ==, MER_ANSWER_OTHER);
    }
  g_assert_cmpuint (code_of (column, "Да", n + 2), ==, YES);
  g_assert_cmpuint (g_hash_table_size (column->spellings), ==, MER_ANSWER_MAX_SPELLINGS);
  g_assert_cmpuint (column->rest.count, ==, 1000);
  g_assert_cmpint (column->rest.first_row, ==, MER_ANSWER_MAX_SPELLINGS + 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers/spellings", test_spellings);
  g_test_add_func ("/answers/decided-dash", test_decided_dash);
  g_test_add_func ("/answers/counts", test_counts);
  g_test_add_func ("/answers/keys", test_keys);
  g_test_add_func ("/answers/many", test_many);
  return g_test_run ();
}
