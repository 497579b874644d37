/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worked example in words: what the pane, the clipboard and the tool say. */

#include <stdio.h>

#include "../scoring/worked-example.h"
#include "report/mer-explain-text.h"

static GPtrArray *
new_batches (void)
{
  static const char *const names[] = { "чек-листы.csv", "Анкеты.xlsx" };
  GPtrArray               *batches = NULL;

  batches = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_batch_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MerBatch *batch = mer_batch_new (i == 0 ? MER_BATCH_CHECKLIST : MER_BATCH_SURVEY);

      batch->id = i + 1;
      batch->file_name = g_strdup (names[i]);
      g_ptr_array_add (batches, batch);
    }
  return batches;
}

static MerExplanation *
explain (const char *policies, gint64 id, const char *code)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;

  example_set (example, policies);
  table = example_score (example);
  return mer_explanation_new (table, mer_score_table_find (table, id), code);
}

static void
assert_row (const char *policies,
            gint64      id,
            const char *code,
            const char *formula,
            const char *result,
            const char *source,
            const char *reason)
{
  g_autoptr (GPtrArray) batches = new_batches ();
  g_autoptr (MerExplanation) explanation = explain (policies, id, code);
  g_autoptr (MerExplainRow) row = mer_explain_row (explanation, MER_LANGUAGE_RU, batches);

  g_assert_cmpstr (row->code, ==, explanation->symbol);
  g_assert_cmpstr (row->formula, ==, formula);
  g_assert_cmpstr (row->result, ==, result);
  g_assert_cmpstr (row->source, ==, source);
  g_assert_cmpstr (row->reason, ==, reason);
}

static void
test_rows (void)
{
  assert_row ("", 1, "1.1", "½ · (13/14 + 49/52) · 100", "93,54", "чек-лист, строка 12", NULL);
  assert_row ("", 1, "1.2", "5 условий · 30, не больше 100", "100,00", "чек-лист, строка 12", NULL);
  assert_row ("", 1, "1.3", "½ · (161/168 + 176/187) · 100", "94,98", "168 и 187 анкет из 214",
              NULL);
  assert_row ("", 1, "2.3", "201 из 214 · 100", "93,93", "214 анкет", NULL);
  assert_row ("", 1, "3.1", "3 условия · 20", "60,00", "чек-лист, строка 12", NULL);
  assert_row ("", 1, "3.3", "7 из 9 · 100", "77,78", "9 анкет из 214", NULL);
  assert_row ("", 2, "3.1", "1 условие · 20", "20,00", "чек-лист, строка 12", NULL);
  assert_row ("", 3, "1.3", "21 из 25 · 100", "84,00", "0 и 25 анкет из 41", NULL);
  assert_row ("", 1, "K3", "0,3 · 60,00 + 0,4 · 80,00 + 0,3 · 77,78", "73,33", NULL, NULL);
  assert_row ("", 1, "S", "(96,05 + 96,97 + 73,33 + 97,86 + 96,08) / 5", "92,06", NULL, NULL);
}

static void
test_policies_in_rows (void)
{
  assert_row ("norm=pooled", 1, "1.1", "62 из 66 · 100", "93,94", "чек-лист, строка 12", NULL);
  assert_row ("channel.missing=zero", 3, "1.3", "½ · (0 + 21/25) · 100", "42,00",
              "0 и 25 анкет из 41", NULL);
  assert_row ("base.channel=all", 3, "1.3", "½ · (0/41 + 21/41) · 100", "25,61",
              "41 и 41 анкета из 41", NULL);
}

static void
test_undefined_rows (void)
{
  const char *why =
    "Показатель 3.3 не определён: никто из 97 опрошенных не сообщил об инвалидности.";
  g_autofree char *undecided = g_strconcat (why, " Решение совета не принято.", NULL);
  g_autofree char *zero = g_strconcat (why, " По решению совета он считается нулём.", NULL);
  g_autofree char *excluded = g_strconcat (
    why, " По решению совета он исключён, веса остальных пересчитаны.", NULL);

  assert_row ("", 2, "3.3", "—", "—", "0 анкет из 97", undecided);
  assert_row ("undefined=zero", 2, "3.3", "—", "0,00", "0 анкет из 97", zero);
  assert_row ("undefined=exclude", 2, "3.3", "—", "—", "0 анкет из 97", excluded);
  assert_row ("", 2, "K3", "0,3 · 20,00 + 0,4 · 60,00 + 0,3 · —", "—", NULL, why);
  assert_row ("undefined=exclude", 2, "K3", "(0,3 · 20,00 + 0,4 · 60,00) / (0,3 + 0,4)", "42,86",
              NULL, NULL);
  assert_row ("", 2, "S", "(95,65 + 87,94 + — + 99,59 + 98,25) / 5", "—", NULL, why);
}

static void
test_without_data (void)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;
  g_autoptr (MerExplanation) explanation = NULL;
  g_autofree char *why = NULL;

  example_set (example, "undefined=zero");
  g_ptr_array_set_size (example->evidence, 0);
  table = example_score (example);
  explanation = mer_explanation_new (table, mer_score_table_find (table, 1), "S");
  g_assert_false (explanation->score.defined);
  why = mer_explain_undefined (explanation, MER_LANGUAGE_RU);
  g_assert_cmpstr (why, ==, "Балл не определён: нет ни чек-листа, ни анкет.");
}

static void
test_defined_has_no_reason (void)
{
  g_autoptr (MerExplanation) explanation = explain ("", 1, "S");

  g_assert_null (mer_explain_undefined (explanation, MER_LANGUAGE_RU));
}

static void
test_english (void)
{
  g_autoptr (MerExplanation) explanation = explain ("", 2, "3.3");
  g_autofree char *why = mer_explain_undefined (explanation, MER_LANGUAGE_EN);
  g_autoptr (MerExplanation) share = explain ("", 1, "3.3");
  g_autoptr (MerExplainRow) row = mer_explain_row (share, MER_LANGUAGE_EN, NULL);

  g_assert_cmpstr (why, ==,
                   "Indicator 3.3 is undefined: none of 97 respondents answered "
                   "“Инвалидность: имеют” positively.");
  g_assert_cmpstr (row->formula, ==, "7 of 9 · 100");
  g_assert_cmpstr (row->result, ==, "77.78");
}

static void
test_policies (void)
{
  g_autoptr (MerExplanation) share = explain ("", 1, "5.1");
  g_autofree char *one = mer_explain_policies (share, MER_LANGUAGE_RU);
  g_autoptr (MerExplanation) total = explain ("rounding=exact", 3, "S");
  g_autofree char *all = mer_explain_policies (total, MER_LANGUAGE_RU);

  g_autoptr (MerExplanation) own = explain ("undefined=zero undefined.3.3=mean", 2, "S");
  g_autofree char *decided = mer_explain_policies (own, MER_LANGUAGE_RU);

  g_assert_cmpstr (one, ==,
                   "Основа долей — ответившие на вопрос. "
                   "Баллы округляются на каждой ступени: показатель, критерий, итог. "
                   "Баллы — с двумя знаками после запятой.");
  g_assert_nonnull (strstr (decided, " 3.3: Показатель без основы принимается равным среднему"));
  g_assert_null (strstr (decided, "нулём"));
  g_assert_nonnull (strstr (all, "считаются точно"));
  g_assert_nonnull (strstr (all, "учитывается только другое"));
  g_assert_nonnull (strstr (all, "не определён до решения совета"));
}

static void
test_note (void)
{
  g_autoptr (MerExplanation) share = explain ("", 1, "5.1");
  g_autofree char *one = mer_explain_note (share, MER_LANGUAGE_RU);
  g_autoptr (MerExplanation) exact = explain ("rounding=exact", 1, "5.1");
  g_autofree char *other = mer_explain_note (exact, MER_LANGUAGE_EN);

  g_assert_cmpstr (one, ==,
                   "Округление на каждой ступени, знаков после запятой: два. "
                   "Основа долей — ответившие на вопрос.");
  g_assert_cmpstr (other, ==,
                   "Rounding only for display, two places. "
                   "The base of shares is those who answered the question.");
}

static void
assert_has_lines (const char *text, const char *const *lines)
{
  g_auto (GStrv) got = g_strsplit (text, "\n", -1);

  for (guint i = 0; got[i] != NULL; i++)
    g_strstrip (got[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) got, lines[i]))
      {
        fprintf (stderr, "no line “%s” in:\n%s", lines[i], text);
        g_test_fail ();
      }
}

static void
test_text_of_indicator (void)
{
  static const char *const lines[] = {
    "А",
    "1.3 Удовлетворены открытостью информации: 94,98 (вес 0,4)",
    "1.3 = ½ · (161/168 + 176/187) · 100 = 94,975490 → 94,98",
    "Формула: среднее по каналам доли удовлетворённых в основе; ½·(a/b + c/d)·100",
    "Стенд: довольны (q2): довольны 161, основа 168, ответили 168, анкет 214",
    "фильтр «Стенд: обращались» (q1): 168 из 214",
    "Основа: те, кто пользовался каналом",
    "Анкеты: загрузка 2, файл «Анкеты.xlsx», 214 анкет, со строки 2",
    "Методика: Федеральная 2018 года, образование",
    NULL,
  };
  g_autoptr (GPtrArray) batches = new_batches ();
  g_autoptr (MerExplanation) explanation = explain ("", 1, "1.3");
  g_autofree char *text = mer_explain_text (explanation, MER_LANGUAGE_RU, batches);

  assert_has_lines (text, lines);
  g_assert_null (strstr (text, "чек-листы.csv"));
}

/* A checklist that was typed in has no file, alone or over one. */
static void
test_typed_in (void)
{
  g_autoptr (GPtrArray) batches = new_batches ();
  g_autoptr (MerExplanation) explanation = explain ("", 1, "3.1");
  MerBatch         *batch = g_ptr_array_index (batches, 0);
  MerEvidenceSource typed = { 7, 0, 0 };
  MerBatch         *hand = mer_batch_new (MER_BATCH_CHECKLIST);
  g_autofree char  *both = NULL;
  g_autofree char  *text = NULL;
  g_autoptr (MerExplainRow) over = NULL;
  g_autoptr (MerExplainRow) alone = NULL;

  hand->id = 7;
  g_ptr_array_add (batches, hand);
  g_array_append_val (explanation->sources, typed);
  over = mer_explain_row (explanation, MER_LANGUAGE_EN, batches);
  g_assert_cmpstr (over->source, ==, "checklist, row 12, and typed in");
  both = mer_explain_text (explanation, MER_LANGUAGE_EN, batches);
  g_assert_nonnull (strstr (both, "Checklist: batch 7, “"));
  g_assert_nonnull (strstr (both, "чек-листы.csv"));

  g_clear_pointer (&batch->file_name, g_free);
  alone = mer_explain_row (explanation, MER_LANGUAGE_EN, batches);
  g_assert_cmpstr (alone->source, ==, "checklist, typed in");
  text = mer_explain_text (explanation, MER_LANGUAGE_EN, batches);
  g_assert_nonnull (strstr (text, "Checklist: batch 1, “"));
}

static void
test_text_of_total (void)
{
  static const char *const lines[] = {
    "Балл S: 92,06",
    "S = (К1 96,05 + К2 96,97 + К3 73,33 + К4 97,86 + К5 96,08) / 5 = 92,058 → 92,06",
    "К2 Комфортность условий: 96,97 (вес 0,2)",
    "К2 = 0,5 · 100,00 + 0,5 · 93,93 = 96,965 → 96,97",
    "1.1 = ½ · (13/14 + 49/52) · 100 = 93,543956 → 93,54",
    "Информация на стендах: есть 13 из 14 требуемых",
    "3.1 = 3 условия · 20 = 60,00",
    "Чек-лист: загрузка 1, файл «чек-листы.csv», строка 12",
    NULL,
  };
  g_autoptr (GPtrArray) batches = new_batches ();
  g_autoptr (MerExplanation) explanation = explain ("", 1, "S");
  g_autofree char *text = mer_explain_text (explanation, MER_LANGUAGE_RU, batches);

  assert_has_lines (text, lines);
}

static void
test_text_exact (void)
{
  static const char *const lines[] = {
    "К2 Комфортность условий: 96,96 (вес 0,2)",
    "К2 = 0,5 · 100,00 + 0,5 · 93,925234 = 96,962617 → 96,96",
    NULL,
  };
  g_autoptr (MerExplanation) explanation = explain ("rounding=exact", 1, "K2");
  g_autofree char *text = mer_explain_text (explanation, MER_LANGUAGE_RU, NULL);

  assert_has_lines (text, lines);
}

static void
test_calculated (void)
{
  static const char *const lines[] = {
    "2.2 Время ожидания предоставления услуги (расчётное значение): 96,97 (для сведения)",
    NULL,
  };
  g_autoptr (MerExplanation) shown = explain ("show.2.2=yes", 1, "S");
  g_autoptr (MerExplanation) hidden = explain ("", 1, "S");
  g_autofree char *with = mer_explain_text (shown, MER_LANGUAGE_RU, NULL);
  g_autofree char *without = mer_explain_text (hidden, MER_LANGUAGE_RU, NULL);

  assert_has_lines (with, lines);
  g_assert_null (strstr (without, "2.2"));
}

/* What was typed in has no file to name. */
static void
test_text_of_typed_in (void)
{
  g_autoptr (GPtrArray) batches = new_batches ();
  g_autoptr (MerExplanation) answers = explain ("", 1, "2.3");
  g_autoptr (MerExplanation) marks = explain ("", 1, "1.2");
  g_autofree char *of_answers = NULL;
  g_autofree char *of_marks = NULL;

  for (guint i = 0; i < batches->len; i++)
    {
      MerBatch *batch = g_ptr_array_index (batches, i);

      g_clear_pointer (&batch->file_name, g_free);
      batch->sheet = g_strdup ("School, stack 1");
    }
  of_answers = mer_explain_text (answers, MER_LANGUAGE_EN, batches);
  of_marks = mer_explain_text (marks, MER_LANGUAGE_EN, batches);
  g_assert_nonnull (strstr (of_answers, "Survey: batch 2, “Paper entry: School, stack 1”, "
                                        "214 questionnaires\n"));
  g_assert_nonnull (strstr (of_marks, "Checklist: batch 1, “Typed-in checklist: School, "
                                      "stack 1”\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain-text/rows", test_rows);
  g_test_add_func ("/explain-text/policies-in-rows", test_policies_in_rows);
  g_test_add_func ("/explain-text/undefined-rows", test_undefined_rows);
  g_test_add_func ("/explain-text/without-data", test_without_data);
  g_test_add_func ("/explain-text/defined-has-no-reason", test_defined_has_no_reason);
  g_test_add_func ("/explain-text/english", test_english);
  g_test_add_func ("/explain-text/policies", test_policies);
  g_test_add_func ("/explain-text/note", test_note);
  g_test_add_func ("/explain-text/text/indicator", test_text_of_indicator);
  g_test_add_func ("/explain-text/text/total", test_text_of_total);
  g_test_add_func ("/explain-text/text/typed-in", test_text_of_typed_in);
  g_test_add_func ("/explain-text/typed-in", test_typed_in);
  g_test_add_func ("/explain-text/text/exact", test_text_exact);
  g_test_add_func ("/explain-text/text/calculated", test_calculated);
  return g_test_run ();
}
