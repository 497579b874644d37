/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers as forms and people write them, and headers that must not be taken for one another. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "import/mer-recognition.h"
#include "methodology/mer-methodology-xml.h"
#include "table-fixture.h"

static MerMethodology *
federal (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  return methodology;
}

static MerRecognition *
recognize (MerBatchKind kind,
           const char  *text,
           const char  *override,
           GError     **error)
{
  g_autoptr (TableFixture) table = fixture_new (text);
  g_autoptr (MerMethodology) methodology = federal ();
  g_autoptr (GPtrArray) overrides = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) list = g_strsplit (override != NULL ? override : "", ";", -1);
  const MerRecognitionRequest request = {
    .kind = kind,
    .methodology = methodology,
    .overrides = overrides,
  };

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    g_ptr_array_add (overrides, g_strdup (list[i]));
  return mer_recognize (&table->base, &request, error);
}

static MerRecognition *
recognize_survey (const char *text)
{
  g_autoptr (GError) error = NULL;
  MerRecognition *self = recognize (MER_BATCH_SURVEY, text, NULL, &error);

  g_assert_no_error (error);
  return self;
}

/* «organization q1 q2 …»: the codes of the columns, «-» extra, «?» undecided. */
static char *
codes_of (const MerRecognition *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerImportColumn *column = self->columns->pdata[i];

      if (i > 0)
        g_string_append_c (out, ' ');
      if (column->state == MER_COLUMN_EXTRA)
        g_string_append_c (out, '-');
      else
        g_string_append_printf (out, "%s%s", column->state == MER_COLUMN_DECIDE ? "?" : "",
                                column->code);
    }
  return g_strdup (out->str);
}

static void
assert_codes (const MerRecognition *self,
              const char           *expected)
{
  g_autofree char *codes = codes_of (self);

  g_assert_cmpstr (codes, ==, expected);
}

static void
assert_certain (const MerRecognition *self)
{
  g_autoptr (GError) error = NULL;

  mer_recognition_check (self, &error);
  g_assert_no_error (error);
}

/* Questions of the form in its own order. */
static const char *const official[] = {
  "При посещении организации обращались ли Вы к информации о её деятельности, размещённой на "
  "информационных стендах в помещениях организации?",
  "Удовлетворены ли Вы открытостью, полнотой и доступностью информации о деятельности организации, "
  "размещённой на информационных стендах в помещении организации?",
  "Пользовались ли Вы официальным сайтом организации, чтобы получить информацию о её деятельности?",
  "Удовлетворены ли Вы открытостью, полнотой и доступностью информации о деятельности организации, "
  "размещённой на её официальном сайте в информационно-телекоммуникационной сети «Интернет»?",
  "Удовлетворены ли Вы комфортностью условий предоставления услуг в организации (наличие "
  "комфортной зоны отдыха (ожидания); наличие и понятность навигации в помещении организации; "
  "наличие и доступность питьевой воды)?",
  "Имеете ли Вы (или лицо, представителем которого Вы являетесь) установленную группу "
  "инвалидности?",
  "Удовлетворены ли Вы доступностью предоставления услуг для инвалидов в организации?",
  "Удовлетворены ли Вы доброжелательностью и вежливостью работников организации, обеспечивающих "
  "первичный контакт с посетителями и информирование об услугах при непосредственном обращении в "
  "организацию (работники справочной, приёмного отделения, регистратуры, кассы и прочие)?",
  "Удовлетворены ли Вы доброжелательностью и вежливостью работников организации, обеспечивающих "
  "непосредственное оказание услуги при обращении в организацию (преподаватели, тренеры и прочие)?",
  "Пользовались ли Вы какими-либо дистанционными способами взаимодействия с организацией (телефон, "
  "электронная почта, электронный сервис, раздел «Часто задаваемые вопросы», анкета для опроса "
  "граждан на сайте и прочие)?",
  "Удовлетворены ли Вы доброжелательностью и вежливостью работников организации, с которыми "
  "взаимодействовали в дистанционной форме (по телефону, по электронной почте, с помощью "
  "электронных сервисов)?",
  "Готовы ли Вы рекомендовать данную организацию родственникам и знакомым (или могли бы Вы её "
  "рекомендовать, если бы была возможность выбора организации)?",
  "Удовлетворены ли Вы организационными условиями предоставления услуг (графиком работы "
  "организации, навигацией внутри организации)?",
  "Удовлетворены ли Вы в целом условиями оказания услуг в организации?",
};

static char *
join_questions (const char *prefix_format,
                gboolean    capitals)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (official); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_auto (GStrv) parts = g_strsplit (prefix_format, "#", -1);
      g_autofree char *prefix = g_strjoinv (number, parts);
      g_autofree char *upper = g_utf8_strup (official[i], -1);

      g_string_append_printf (out, "|%s%s", prefix, capitals ? upper : official[i]);
    }
  return g_strdup (out->str);
}

#define ALL "q1 q2 q3 q4 q5 q6 q7 q8 q9 q10 q11 q12 q13 q14"

static void
test_forms (void)
{
  const struct
  {
    const char *before;
    const char *prefix;
    gboolean    capitals;
    const char *after;
    const char *codes;
  } cases[] = {
    { "Отметка времени|Укажите Вашу организацию", "", FALSE,
      "|Ваши предложения по улучшению условий оказания услуг в данной организации",
      "date organization " ALL " comment" },
    { "ID|Время создания|Образовательная организация", "#. ", FALSE, "|Ваш пол|Ваш возраст",
      "respondent date organization " ALL " profile:sex profile:age" },
    { "ID ответа|Дата отправки|Последняя страница|Начальный язык|Выберите детский сад", "G01Q#. ",
      FALSE, "", "respondent date - - organization " ALL },
    { "Наименование ОО", "Вопрос №#: ", FALSE, "", "organization " ALL },
    { "НАИМЕНОВАНИЕ ОРГАНИЗАЦИИ", "", TRUE, "", "organization " ALL },
    { "№ анкеты|Школа", "#) ", FALSE, "|Комментарий", "respondent organization " ALL " comment" },
    { "  организация \t", "\xc2\xa0 Q#.\xc2\xa0", FALSE, "", "organization " ALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *questions = join_questions (cases[i].prefix, cases[i].capitals);
      g_autofree char *text =
        g_strdup_printf ("%s%s%s\nа|б\n", cases[i].before, questions, cases[i].after);
      g_autoptr (MerRecognition) self = recognize_survey (text);

      assert_certain (self);
      assert_codes (self, cases[i].codes);
    }
}

/* Reordered, reworded by hand, numbered in another way than the methodology. */
static void
test_reworded (void)
{
  g_autoptr (MerRecognition) self = recognize_survey (
    "Дата|15. В целом Вы удовлетворены условиями оказания услуг?"
    "|Вы удовлетворены организационными условиями (график работы, навигация)?"
    "|Порекомендовали бы Вы нашу организацию друзьям и родственникам?"
    "|Довольны ли вы вежливостью сотрудников при общении по телефону или по электронной почте "
    "(дистанционно)?"
    "|Приходилось ли Вам пользоваться дистанционными способами связи с организацией?"
    "|Вежливы ли с Вами работники, непосредственно оказывающие услугу (педагоги)?"
    "|Удовлетворяет ли Вас вежливость работников, обеспечивающих первичный контакт?"
    "|Удовлетворяет ли Вас доступность услуг организации для инвалидов?"
    "|Есть ли у Вас или Вашего ребёнка инвалидность?"
    "|Насколько комфортны условия в организации? Вы удовлетворены?"
    "|Вас устраивает полнота информации на официальном сайте организации?"
    "|Заходили ли Вы на официальный сайт организации за информацией?"
    "|Вас устраивает полнота информации на стендах организации?"
    "|Знакомились ли Вы с информацией на стендах?"
    "|Какой детский сад посещает ваш ребёнок?\n");

  assert_certain (self);
  assert_codes (self, "date q14 q13 q12 q11 q10 q9 q8 q7 q6 q5 q4 q3 q2 q1 organization");
}

static void
test_codes (void)
{
  g_autoptr (MerRecognition) self = recognize_survey (
    "organization|date|q1|q2|q3|q4|q5|q6|q7|q8|q9|q10|q11|q12|q13|q14\n");
  g_autoptr (MerRecognition) upper = recognize_survey (
    "Организация|Q1|Q2|Q3|Q4|Q5|Q6|Q7|Q8|Q9|Q10|Q11|Q12|Q13|Q14\n");
  /* Fifteen of them are the numbers of the whole form, where 5 is another question. */
  g_autoptr (MerRecognition) other = recognize_survey (
    "Организация|Q1|Q2|Q3|Q4|Q5|Q6|Q7|Q8|Q9|Q10|Q11|Q12|Q13|Q14|Q15\n");

  assert_certain (self);
  assert_codes (self, "organization date " ALL);
  assert_certain (upper);
  assert_codes (upper, "organization " ALL);
  g_assert_false (mer_recognition_check (other, NULL));
}

static void
test_numbers_are_not_certain (void)
{
  g_autoptr (MerRecognition) self =
    recognize_survey ("Отметка времени|1|2|3|4|5|6|7|8|9|10|11|12|13|14\nx|да\n");
  g_autoptr (GError) error = NULL;

  assert_codes (self, "date - - - - - - - - - - - - - -");
  g_assert_false (mer_recognition_check (self, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_assert_nonnull (strstr (error->message, "“Organization”"));
  g_assert_nonnull (strstr (error->message, "Found: Отметка времени, 1, 2, 3, 4,"));
}

/* Headers that are alike, or tell too little: none may be taken for another. */
static void
test_near_identical (void)
{
  const struct
  {
    const char *header;
    const char *not_as;
  } cases[] = {
    { "Удовлетворены ли Вы информацией?", "q2 q4" },
    { "Информация на сайте", "q3 q4" },
    { "Удовлетворены ли Вы условиями?", "q5 q13 q14" },
    { "Почему Вы не удовлетворены информацией на сайте?", "q4 q3" },
    { "Не удовлетворены ли Вы информацией на сайте?", "q4 q3" },
    { "Если Вы не удовлетворены комфортностью условий, укажите причину", "q5" },
    { "Удовлетворены ли Вы вежливостью работников?", "q8 q9 q11" },
    { "Удовлетворены ли Вы питанием?", "q2 q4 q5 q7 q8 q9 q11 q13 q14" },
    { "Как часто Вы посещаете официальный сайт bus.gov.ru?", "q4" },
    { "Что бы Вы рекомендовали улучшить?", "q12" },
    { "Какие изменения Вы рекомендуете?", "q12" },
    { "Если Вы не удовлетворены сайтом, что улучшить?", "q3 q4" },
    { "Имеете ли Вы детей младше семи лет?", "q6" },
    { "Ваш пол", "q1 q6" },
    { "Стенды", "q1 q2" },
    { "Тип организации", "organization" },
    { "Адрес организации", "organization" },
    { "Кем Вы являетесь для организации?", "organization q6" },
    { "Выберите Вашу роль в организации", "organization" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s|Отметка времени\n", cases[i].header);
      g_autoptr (MerRecognition) self = recognize_survey (text);
      const MerImportColumn *column = self->columns->pdata[0];
      g_auto (GStrv) wrong = g_strsplit (cases[i].not_as, " ", -1);

      g_test_message ("%s", cases[i].header);
      for (guint j = 0; wrong[j] != NULL; j++)
        g_assert_true (column->state == MER_COLUMN_DECIDE || column->state == MER_COLUMN_EXTRA ||
                       strcmp (column->code, wrong[j]) != 0);
    }
}

/* Another question of the operator beside the fourteen stays extra and blocks nothing. */
static void
test_further_questions (void)
{
  g_autofree char *questions = join_questions ("", FALSE);
  g_autofree char *text = g_strdup_printf (
    "Организация%s|Удовлетворены ли Вы питанием?|Удовлетворены ли Вы качеством образования?"
    "|Почему Вы не удовлетворены информацией на сайте?|Адрес электронной почты|ФИО\n",
    questions);
  g_autoptr (MerRecognition) self = recognize_survey (text);

  assert_certain (self);
  assert_codes (self, "organization " ALL " - - - - -");
}

/* A column twice, word for word or nearly so: some answers may stand in either. */
static void
test_twice (void)
{
  g_autofree char  *questions = join_questions ("", FALSE);
  const char *const extra[] = {
    official[4],
    "Удовлетворены ли Вы комфортностью условий предоставления услуг в нашей организации?",
    "Организация",
  };

  for (guint i = 0; i < G_N_ELEMENTS (extra); i++)
    {
      g_autofree char *text = g_strdup_printf ("Организация%s|%s\n", questions, extra[i]);
      g_autoptr (MerRecognition) self = recognize_survey (text);
      g_autoptr (GError) error = NULL;

      g_assert_false (mer_recognition_check (self, &error));
      g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
    }
}

static void
test_missing (void)
{
  g_autofree char *questions = join_questions ("", FALSE);
  g_autofree char *cut = g_strndup (questions, (gsize) (strrchr (questions, '|') - questions));
  g_autofree char *text = g_strdup_printf ("Организация%s\n", cut);
  g_autoptr (MerRecognition) self = recognize_survey (text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (self->missing), ==, 1);
  g_assert_false (mer_recognition_check (self, &error));
  g_assert_nonnull (strstr (error->message, self->missing[0]));
}

/* Title rows stand above the header. */
static void
test_header_row (void)
{
  g_autofree char *questions = join_questions ("", FALSE);
  g_autofree char *text = g_strdup_printf (
    "Сводные данные анкетирования\nрайон|2024 год\n\nОрганизация%s\nСОШ № 1|да\n", questions);
  g_autoptr (TableFixture) table = fixture_new (text);
  g_autoptr (MerMethodology) methodology = federal ();
  MerRecognitionRequest request = { .kind = MER_BATCH_SURVEY, .methodology = methodology };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) self = mer_recognize (&table->base, &request, &error);
  g_autoptr (MerRecognition) given = NULL;
  MerRow row;

  g_assert_no_error (error);
  g_assert_cmpint (self->header_row, ==, 4);
  g_assert_cmpint (mer_table_reader_next (&table->base, &row, NULL), ==, 1);
  g_assert_cmpint (row.number, ==, 5);
  g_assert_cmpint (strncmp (row.cells[0].text, "СОШ № 1", row.cells[0].length), ==, 0);

  request.header_row = 3;
  table->at = 0;
  given = mer_recognize (&table->base, &request, &error);
  g_assert_null (given);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
}

static void
test_by_hand (void)
{
  const char *text = "Отметка времени|кто|1|2|3|4|5|6|7|8|9|10|11|12|13|14\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) self = recognize (
    MER_BATCH_SURVEY, text,
    "organization=Кто;q1=3;q2=4;q3=5;q4=6;q5=7;q6=8;q7=9;q8=10;q9=11;q10=12;q11=13;q12=14;q13=15;"
    "q14=16",
    &error);
  g_autoptr (MerRecognition) none = NULL;

  g_assert_no_error (error);
  assert_certain (self);
  assert_codes (self, "date organization " ALL);
  none = recognize (MER_BATCH_SURVEY, text, "q99=3", &error);
  g_assert_null (none);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_clear_error (&error);
  none = recognize (MER_BATCH_SURVEY, text, "q1=Нет такого", &error);
  g_assert_null (none);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_clear_error (&error);
  none = recognize (MER_BATCH_SURVEY, text, "q1=17", &error);
  g_assert_null (none);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
}

/* What the user decided wins over what the words say, and settles what was undecided. */
static void
test_by_hand_wins (void)
{
  g_autofree char *questions = join_questions ("", FALSE);
  g_autofree char *text = g_strdup_printf ("Организация%s|%s\n", questions, official[4]);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) skipped = recognize (MER_BATCH_SURVEY, text, "skip=16", &error);
  g_autoptr (MerRecognition) chosen = recognize (MER_BATCH_SURVEY, text, "q5=16", &error);

  g_assert_no_error (error);
  assert_certain (skipped);
  assert_codes (skipped, "organization " ALL " -");
  assert_certain (chosen);
  assert_codes (chosen, "organization q1 q2 q3 q4 - q6 q7 q8 q9 q10 q11 q12 q13 q14 q5");
}

/* One question cannot have its answers in two columns; columns to skip may be many. */
static void
test_by_hand_twice (void)
{
  g_autofree char *questions = join_questions ("", FALSE);
  g_autofree char *text = g_strdup_printf ("Организация%s|%s\n", questions, official[4]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  g_autoptr (MerRecognition) twice = recognize (MER_BATCH_SURVEY, text, "q5=16;q5=6", &error);
  g_autoptr (MerRecognition) skips = recognize (MER_BATCH_SURVEY, text, "skip=16;skip=6", &none);

  g_assert_null (twice);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_assert_no_error (none);
  g_assert_nonnull (skips);
}

static void
test_checklist (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) self = recognize (
    MER_BATCH_CHECKLIST,
    "Отметка времени|Наименование организации или П/Н по списку"
    "|Отметьте информацию, размещённую на СТЕНДЕ [1. Режим и график работы]"
    "|Отметьте информацию, размещённую на САЙТЕ [Дата создания организации]"
    "|Отметьте функционирующие дистанционные способы взаимодействия [Абонентский номер телефона]"
    "|Укажите количество комфортных условий [Наличие и доступность питьевой воды]"
    "|Укажите количество условий оборудования среды [Сменные кресла-коляски]"
    "|Укажите количество условий доступности организации [Дублирование надписей шрифтом Брайля]"
    "|Укажите количество комфортных условий [Гардероб для родителей]"
    "|Укажите количество комфортных условий [комфортная зона отдыха, ожидания]"
    "|Питьевая вода на столах|Фото\n",
    NULL, &error);
  const MerImportColumn *added;

  g_assert_no_error (error);
  assert_certain (self);
  assert_codes (self,
                "date organization stand/stand.2 site/site.1 remote/remote.1 comfort/comfort.3 "
                "equipment/equipment.4 conditions/conditions.2 comfort/Гардероб для родителей "
                "comfort/comfort.1 - link");
  added = self->columns->pdata[8];
  g_assert_true (added->new_item);
}

static void
test_checklist_without_brackets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) self =
    recognize (MER_BATCH_CHECKLIST,
               "Организация|Сменные кресла-коляски|Сайт: Дата создания|Санитарное состояние "
               "помещений|Режим и график работы\n",
               NULL, &error);

  g_assert_no_error (error);
  /* The last one stands in the lists of stands and of sites. */
  assert_codes (self, "organization equipment/equipment.4 site/site.1 comfort/comfort.5 ?"
                      "stand/stand.2");
}

/* Who filled the form in is no item, though the words are those of one. */
static void
test_checklist_contacts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) bracketed = recognize (
    MER_BATCH_CHECKLIST,
    "Отметка времени|Адрес электронной почты|Организация|Телефон|Адрес|дистанционные способы "
    "[Адрес электронной почты]|на сайте [Дата создания]\n",
    NULL, &error);
  g_autoptr (MerRecognition) bare = recognize (
    MER_BATCH_CHECKLIST, "Организация|Адрес электронной почты|Сменные кресла-коляски\n", NULL,
    &error);

  g_assert_no_error (error);
  assert_certain (bracketed);
  assert_codes (bracketed, "date - organization - - remote/remote.2 site/site.1");
  assert_codes (bare, "organization ?remote/remote.2 equipment/equipment.4");
}

/* An item in two columns: a split one is two items, the same words twice are not certain. */
static void
test_checklist_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) split = recognize (
    MER_BATCH_CHECKLIST,
    "Организация|дистанционные способы [Форма для подачи электронного обращения]"
    "|дистанционные способы [Получение консультации по оказываемым услугам]\n",
    NULL, &error);
  g_autoptr (MerRecognition) twice = recognize (
    MER_BATCH_CHECKLIST, "Организация|на сайте [Дата создания]|на сайте [Дата создания]\n", NULL,
    &error);

  g_assert_no_error (error);
  assert_certain (split);
  assert_codes (split, "organization remote/remote.3 "
                       "remote/Получение консультации по оказываемым услугам");
  g_assert_false (mer_recognition_check (twice, NULL));
}

static void
test_registry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) self = recognize (
    MER_BATCH_ORGANIZATIONS,
    "№ п/п|Краткое наименование|Полное наименование|Тип организации|ИНН|КПП|ОГРН|Адрес"
    "|Официальный сайт|ФИО руководителя|Численность получателей услуг|Головная организация\n",
    NULL, &error);
  g_autoptr (MerRecognition) full =
    recognize (MER_BATCH_ORGANIZATIONS, "Полное наименование|ИНН\n", NULL, &error);

  g_assert_no_error (error);
  assert_certain (self);
  assert_codes (self,
                "- organization full-name kind inn - ogrn address site head recipients parent");
  assert_certain (full);
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecognition) self = recognize (MER_BATCH_SURVEY, "", NULL, &error);

  g_assert_null (self);
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_EMPTY);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recognition/forms", test_forms);
  g_test_add_func ("/recognition/reworded", test_reworded);
  g_test_add_func ("/recognition/codes", test_codes);
  g_test_add_func ("/recognition/numbers", test_numbers_are_not_certain);
  g_test_add_func ("/recognition/near-identical", test_near_identical);
  g_test_add_func ("/recognition/further-questions", test_further_questions);
  g_test_add_func ("/recognition/twice", test_twice);
  g_test_add_func ("/recognition/missing", test_missing);
  g_test_add_func ("/recognition/header-row", test_header_row);
  g_test_add_func ("/recognition/by-hand", test_by_hand);
  g_test_add_func ("/recognition/by-hand-wins", test_by_hand_wins);
  g_test_add_func ("/recognition/by-hand-twice", test_by_hand_twice);
  g_test_add_func ("/recognition/checklist", test_checklist);
  g_test_add_func ("/recognition/checklist-without-brackets", test_checklist_without_brackets);
  g_test_add_func ("/recognition/checklist-contacts", test_checklist_contacts);
  g_test_add_func ("/recognition/checklist-twice", test_checklist_twice);
  g_test_add_func ("/recognition/registry", test_registry);
  g_test_add_func ("/recognition/empty", test_empty);
  return g_test_run ();
}
