/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ready counts, the operator's values, facts and recipients out of tables. */
#include "config.h"

#include <locale.h>

#include "import-fixture.h"
#include "store/mer-evidence-store.h"

static void
add_organizations (Fixture *self)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS, "Организация;Получатели\nСОШ № 1;100\nДС «Радуга»;\n");

  assert_counts (result, 2, 0, 0);
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_undo (self->doc, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_redo (self->doc, &error);
  g_assert_no_error (error);
}

/* All counts of the cycle: «q5 40/38, q2 30/30». */
static char *
counts_text (Fixture *self,
             gint64   cycle_id)
{
  g_autoptr (GPtrArray) counts = mer_store_ready_counts (self->doc, cycle_id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const MerReadyCount *count = counts->pdata[i];

      g_string_append_printf (text, "%s%s %d/%d", i > 0 ? ", " : "", count->question,
                              (int) count->asked, (int) count->positive);
    }
  return g_strdup (text->str);
}

static void
assert_counts_text (Fixture               *self,
                    const MerImportResult *result,
                    const char            *expected)
{
  g_autofree char *text = counts_text (self, result->cycle_id);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_sentence (const MerImportResult *result,
                 const char            *code,
                 const char            *sentence)
{
  g_assert_cmpstr (get_problem (result, code)->text, ==, sentence);
}

/* --- ready counts ------------------------------------------------------------------------ */

static void
test_long (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_COUNTS,
                           "№;Организация;Вопрос;Опрошено;Положительно\n"
                           "1;СОШ № 1;q5;1 040;38\n"
                           "2;сош N 1;q2;30;30\n"
                           "3;СОШ № 1;Готовы ли Вы рекомендовать организацию родственникам и "
                           "знакомым?;40,0;0\n");
  assert_counts (result, 3, 0, 0);
  assert_counts_text (self, result, "q5 1040/38, q2 30/30, q12 40/0");
  undo (self);
  assert_counts_text (self, result, "");
  redo (self);
  assert_counts_text (self, result, "q5 1040/38, q2 30/30, q12 40/0");
}

static void
test_wide (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_COUNTS,
                           "Организация;q5 опрошено;q5 положительно;"
                           "Доброжелательность и вежливость при первичном контакте: всего опрошено;"
                           "q8 [positive]\n"
                           "СОШ № 1;40;38;;\n"
                           "ДС «Радуга»;20;19;—;-\n");
  assert_counts (result, 2, 0, 0);
  assert_counts_text (self, result, "q5 40/38, q5 20/19");
}

static void
test_bad_counts (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_COUNTS,
                           "Организация;Вопрос;Опрошено;Положительно\n"
                           "СОШ № 1;q5;30;31\n"
                           "СОШ № 1;q5;сорок;31\n"
                           "СОШ № 1;q5;-4;0\n"
                           "СОШ № 1;q5;20000000;1\n"
                           "СОШ № 1;q5;2.5;1\n"
                           "СОШ № 1;q77;30;30\n"
                           "СОШ № 1;q6;;\n"
                           "СОШ № 1;q6;;5\n"
                           "Чужая;q5;30;30\n"
                           "СОШ № 1;q8;30;30\n");
  assert_counts (result, 1, 9, 0);
  assert_counts_text (self, result, "q8 30/30");
  assert_sentence (result, "more-than-asked",
                   "Row 2, column D: 31 answered positively, but only 30 were asked.");
  assert_sentence (result, "bad-count",
                   "Row 3, column C: “сорок” is no number of people. Write a whole number, as 40.");
  assert_sentence (result, "unknown-question",
                   "Row 7, column B: “q77” is no question of the methodology. Write its code, as "
                   "q5, or its words.");
  assert_sentence (result, "no-numbers", "Row 8 has no number.");
  assert_sentence (result, "empty-count",
                   "Row 9, column C is empty. Write how many people, as 40.");
  g_assert_cmpint (get_problem (result, "unknown-organization")->row, ==, 10);
}

static void
test_counts_twice (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_COUNTS,
                           "Организация;Вопрос;Опрошено;Положительно\n"
                           "СОШ № 1;q5;40;38\n"
                           "Сош №1;q5;40;38\n"
                           "СОШ № 1;q8;40;38\n"
                           "СОШ № 1;q8;40;37\n"
                           "СОШ № 1;q8;40;38\n");
  assert_counts (result, 1, 3, 1);
  assert_counts_text (self, result, "q5 40/38");
  assert_sentence (result, "different-twice",
                   "Rows 4 and 5 both give numbers of “СОШ № 1”, and they differ. Neither was "
                   "imported.");
}

/* The same counts out of another file would count those people twice. */
static void
test_counts_of_another_file (Fixture      *self,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) first = NULL;
  g_autoptr (MerImportResult) other = NULL;
  g_autoptr (MerImportResult) kept = NULL;
  g_autoptr (MerImportOptions) again = NULL;

  add_organizations (self);
  first = fixture_import (self, MER_BATCH_COUNTS,
                          "Организация;Вопрос;Опрошено;Положительно\n"
                          "СОШ № 1;q5;40;38\nСОШ № 1;q8;40;37\n");
  again = fixture_table (self, MER_BATCH_COUNTS, "again.csv",
                         "Опрос\n"
                         "Организация,Вопрос,Опрошено,Положительно\n"
                         "СОШ № 1,q8,40,37\nСОШ № 1,q5,40,38\n");
  g_assert_null (mer_import_run (self->doc, again, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_DUPLICATE_FILE);
  g_assert_nonnull (strstr (error->message, "“again.csv”"));
  assert_counts_text (self, first, "q5 40/38, q8 40/37");
  other = fixture_import (self, MER_BATCH_COUNTS,
                          "Организация;Вопрос;Опрошено;Положительно\n"
                          "СОШ № 1;q5;40;38\nСОШ № 1;q8;40;36\n");
  assert_counts (other, 2, 0, 0);
  again->keep_duplicates = TRUE;
  kept = fixture_run (self, again);
  assert_counts (kept, 2, 0, 0);
}

static void
test_half_a_pair (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (MerImportOptions) options =
    fixture_table (self, MER_BATCH_COUNTS, "t.csv", "Организация;q5 опрошено\nСОШ № 1;40\n");
  g_autoptr (GError) error = NULL;

  add_organizations (self);
  g_assert_null (mer_import_run (self->doc, options, "Загрузка", NULL, NULL, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_assert_nonnull (strstr (error->message, "positively"));
}

static MerTally *
tally_of (Fixture               *self,
          const MerImportResult *result)
{
  g_autoptr (MerMethodology) methodology =
    mer_store_methodology (self->doc, mer_store_latest_methodology_id (self->doc), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence =
    mer_store_evidence (self->doc, result->cycle_id, methodology, &error);
  MerTally *sum = mer_tally_new (methodology->questions->len);

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    mer_tally_add (sum, ((const MerEvidence *) evidence->pdata[i])->tally);
  return sum;
}

static void
assert_asked (Fixture               *self,
              const MerImportResult *result,
              guint                  asked)
{
  g_autoptr (MerTally) tally = tally_of (self, result);

  g_assert_cmpuint (tally->n, ==, 0);
  g_assert_cmpuint (tally->questions[4].asked, ==, asked);
  g_assert_cmpuint (tally->questions[4].count[MER_ANSWER_FIRST_OPTION], ==, asked > 0 ? 38 : 0);
}

static void
set_counted (Fixture *self,
             gint64   batch_id,
             gboolean counted)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (self->doc, "Учёт", &error));
  mer_store_set_batch_counted (self->doc, batch_id, counted, &error);
  g_assert_no_error (error);
  mer_document_commit (self->doc, &error);
  g_assert_no_error (error);
}

/* Whether they enter the scores is the batch's, and one action that can be undone. */
static void
test_counted (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerImportOptions) options =
    fixture_table (self, MER_BATCH_COUNTS, "c.csv",
                   "Организация;Вопрос;Опрошено;Положительно\nСОШ № 1;q5;40;38\n");
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (GError) error = NULL;

  add_organizations (self);
  options->source = g_strdup ("телефонный опрос");
  options->not_counted = TRUE;
  result = fixture_run (self, options);
  assert_asked (self, result, 0);
  set_counted (self, result->batch_id, TRUE);
  assert_asked (self, result, 40);
  undo (self);
  assert_asked (self, result, 0);
  redo (self);
  assert_asked (self, result, 40);
  batches = mer_store_batches (self->doc, result->cycle_id, NULL);
  g_assert_cmpstr (((const MerBatch *) batches->pdata[1])->source, ==, "телефонный опрос");
  g_assert_true (mer_document_begin (self->doc, "Учёт", &error));
  g_assert_false (mer_store_set_batch_counted (self->doc, 1, FALSE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  mer_document_rollback (self->doc);
}

/* --- values ------------------------------------------------------------------------------ */

static char *
values_text (Fixture               *self,
             const MerImportResult *result)
{
  g_autoptr (GPtrArray) values = mer_store_ready_values (self->doc, result->cycle_id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const MerReadyValue *value = values->pdata[i];

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", value->code, value->value);
    }
  return g_strdup (text->str);
}

static void
test_values (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *text = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_VALUES,
                           "№ п/п;Организация;Показатель 1.1;1.2. Дистанционные способы;"
                           "К1;Критерий 2;3 критерий (баллы);K4;Итоговый балл;Место\n"
                           "1;СОШ № 1;85,52;111, 83;9;92.060000000000002;;— ;70 %;3\n");
  text = values_text (self, result);
  assert_counts (result, 1, 0, 0);
  g_assert_cmpstr (text, ==, "1.1=85.52 1.2=111.83 K1=9 K2=92.06 S=70");
}

static void
test_bad_values (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;
  g_autofree char *text = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_VALUES,
                           "Организация;K1;K2;S\n"
                           "СОШ № 1;девять;1;1\n"
                           "СОШ № 1;1/3;1;1\n"
                           "СОШ № 1;1.2.3;1;1\n"
                           "ДС «Радуга»;;;\n"
                           "ДС «Радуга»;1;2;3\n"
                           "ДС «Радуга»;1;2;3\n");
  text = values_text (self, result);
  assert_counts (result, 1, 4, 1);
  assert_sentence (result, "bad-value",
                   "Row 2, column B: “девять” is no value. Write a decimal number, as 92.06, or "
                   "leave the cell empty.");
  g_assert_cmpstr (text, ==, "K1=1 K2=2 S=3");
}

/* --- facts ------------------------------------------------------------------------------- */

static void
test_facts (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  const MerFact *fact = NULL;

  add_organizations (self);
  result = fixture_import (self, MER_BATCH_FACTS,
                           "Организация;Дата;Источник;Ссылка;Текст\n"
                           "СОШ № 1;14.10.2024;«Вести»;https://example.ru/1;Открыт пандус\n"
                           "СОШ № 1;вчера;;https://example.ru/2;Закрыт буфет\n"
                           "СОШ № 1;14.10.2024;«Вести»;https://example.ru/1;Открыт пандус\n"
                           "СОШ № 1;;;;Без источника\n"
                           "СОШ № 1;;«Вести»;;\n");
  assert_counts (result, 2, 2, 1);
  facts = mer_store_facts (self->doc, result->cycle_id, NULL);
  g_assert_cmpuint (facts->len, ==, 2);
  fact = facts->pdata[0];
  g_assert_cmpstr (fact->day, ==, "2024-10-14");
  g_assert_cmpstr (fact->origin, ==, "«Вести»");
  g_assert_cmpint (fact->row, ==, 2);
  fact = facts->pdata[1];
  g_assert_null (fact->day);
  g_assert_cmpstr (fact->origin, ==, "example.ru");
  assert_sentence (result, "bad-date", "Row 3, column B: “вчера” is no date. It was left out.");
  assert_sentence (result, "no-source", "Row 5 names neither a source nor a link.");
  assert_sentence (result, "no-text", "Row 6 has no text.");
}

/* The same facts in a table of another form, and one that was typed in: there already. */
static void
test_same_facts (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportResult) first = NULL;
  g_autoptr (MerImportResult) again = NULL;
  g_autoptr (MerImportResult) kept = NULL;
  g_autoptr (MerImportOptions) options = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  add_organizations (self);
  first = fixture_import (self, MER_BATCH_FACTS,
                          "Организация;Дата;Источник;Ссылка;Текст\n"
                          "СОШ № 1;14.10.2024;«Вести»;https://example.ru/1;Открыт пандус\n"
                          "СОШ № 1;;«Вести»;;Закрыт буфет\n");
  assert_counts (first, 2, 0, 0);
  again = fixture_import (self, MER_BATCH_FACTS,
                          "Текст\tСсылка\tИсточник\tДата\tОрганизация\n"
                          "Открыт  пандус\thttps://example.ru/1\t«Вести»\t2024-10-14\tсош N 1\n"
                          "Закрыт буфет\t\t«Вести»\t15.10.2024\tСОШ № 1\n");
  assert_counts (again, 1, 0, 1);
  options = fixture_table (self, MER_BATCH_FACTS, "kept.csv",
                           "Организация,Дата,Источник,Ссылка,Текст\n"
                           "СОШ № 1,14.10.2024,«Вести»,https://example.ru/1,Открыт пандус\n");
  options->keep_duplicates = TRUE;
  kept = fixture_run (self, options);
  assert_counts (kept, 1, 0, 0);
  facts = mer_store_facts (self->doc, kept->cycle_id, NULL);
  g_assert_cmpuint (facts->len, ==, 4);
}

/* --- recipients -------------------------------------------------------------------------- */

static void
assert_member (Fixture    *self,
               gint64      cycle_id,
               guint       index,
               gint64      recipients,
               const char *source)
{
  g_autoptr (GPtrArray) members = mer_store_members (self->doc, cycle_id, NULL);
  const MerCycleMember *member = members->pdata[index];

  g_assert_cmpint (member->recipients, ==, recipients);
  g_assert_cmpstr (member->recipients_source, ==, source);
}

static void
test_recipients (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerImportOptions) options = fixture_table (
    self, MER_BATCH_RECIPIENTS, "ОО-1.csv",
    "Организация;Численность обучающихся\nСОШ № 1;1 134\nДС «Радуга»;много\nДС «Радуга»;85\n");
  g_autoptr (MerImportOptions) named = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportResult) again = NULL;

  add_organizations (self);
  result = fixture_run (self, options);
  assert_counts (result, 2, 1, 0);
  assert_sentence (result, "bad-recipients",
                   "Row 3, column B: “много” is no number of recipients. Write a whole number, as "
                   "521.");
  assert_member (self, result->cycle_id, 0, 1134, "«ОО-1.csv», строка 2");
  assert_member (self, result->cycle_id, 1, 85, "«ОО-1.csv», строка 4");
  undo (self);
  assert_member (self, result->cycle_id, 0, 100, "«t.csv», строка 2");
  named = fixture_table (self, MER_BATCH_RECIPIENTS, "t.csv",
                         "Организация;Контингент\nСОШ № 1;9\n");
  named->source = g_strdup ("форма ОО-1");
  again = fixture_run (self, named);
  assert_member (self, again->cycle_id, 0, 9, "форма ОО-1");
}

/* Who sends a member without a source leaves that of the same number where it is. */
static void
test_source_stays (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) organizations = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GError) error = NULL;
  MerCycleMember member = { 0, 100, FALSE, NULL };
  gint64         cycle = 0;

  add_organizations (self);
  organizations = fixture_organizations (self);
  cycles = mer_store_cycles (self->doc, NULL);
  cycle = ((MerCycle *) cycles->pdata[0])->id;
  member.organization_id = get_organization (organizations, "СОШ № 1")->id;
  g_assert_true (mer_document_begin (self->doc, "Отбор", &error));
  g_assert_true (mer_store_save_member (self->doc, cycle, &member, &error));
  assert_member (self, cycle, 0, 100, "«t.csv», строка 2");
  member.recipients = 101;
  g_assert_true (mer_store_save_member (self->doc, cycle, &member, &error));
  assert_member (self, cycle, 0, 101, NULL);
  mer_document_rollback (self->doc);
}

/* --- what a table is --------------------------------------------------------------------- */

static void
test_guess (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    const char  *text;
    MerBatchKind kind;
  } cases[] = {
    { "Организация;Вопрос;Опрошено;Положительно\n", MER_BATCH_COUNTS },
    { "organization;q5 asked;q5 positive;q8 asked;q8 positive\n", MER_BATCH_COUNTS },
    { "Организация;К1;К2;К3;К4;К5;Итоговый балл\n", MER_BATCH_VALUES },
    { "Организация;1.1;1.2;1.3;2.1;2.3;Общий балл;Место\n", MER_BATCH_VALUES },
    { "Организация;Дата;Источник;Ссылка;Текст\n", MER_BATCH_FACTS },
    { "Организация;Численность обучающихся\n", MER_BATCH_RECIPIENTS },
    { "№ п/п;Организация;Контингент\n", MER_BATCH_RECIPIENTS },
    { "Организация;ИНН;Численность обучающихся\n", MER_BATCH_ORGANIZATIONS },
    { "organization;q1;q2;q3;q4;q5\n", MER_BATCH_SURVEY },
    { "Отметка времени;Организация;Вы обращались к информации на стендах?;"
      "Удовлетворены ли Вы информацией на стендах?;Пользовались ли Вы официальным сайтом?;"
      "Удовлетворены ли Вы информацией на сайте?;Удовлетворены ли Вы комфортностью условий?;"
      "Источник;Ссылка;Текст\n",
      MER_BATCH_SURVEY },
    { "Организация;на сайте [Дата создания];на стенде [Режим работы]\n", MER_BATCH_CHECKLIST },
  };

  add_organizations (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerImportOptions) options =
        fixture_table (self, MER_BATCH_SURVEY, "g.csv", cases[i].text);
      g_autoptr (GError) error = NULL;
      MerBatchKind kind = MER_BATCH_SURVEY;

      g_test_message ("%s", cases[i].text);
      g_assert_true (mer_import_guess_kind (self->doc, options->path, &kind, &error));
      g_assert_cmpint (kind, ==, cases[i].kind);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/evidence/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("counts/long", test_long);
  ADD ("counts/wide", test_wide);
  ADD ("counts/bad", test_bad_counts);
  ADD ("counts/of-another-file", test_counts_of_another_file);
  ADD ("counts/twice", test_counts_twice);
  ADD ("counts/half-a-pair", test_half_a_pair);
  ADD ("counts/counted", test_counted);
  ADD ("values/good", test_values);
  ADD ("values/bad", test_bad_values);
  ADD ("facts", test_facts);
  ADD ("facts/same", test_same_facts);
  ADD ("recipients", test_recipients);
  ADD ("recipients/source-stays", test_source_stays);
  ADD ("guess", test_guess);
#undef ADD
  return g_test_run ();
}
