/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is named in a comment: each case is a text in which the part to be found stands between
 * «|» marks. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "core/mer-person-names.h"

/* The text without marks, and the ranges that the marks enclose. */
static char *
unmark (const char *marked,
        GArray     *expected)
{
  GString     *text = g_string_new (NULL);
  MerTextRange range = { 0 };
  gboolean     open = FALSE;

  for (const char *p = marked; *p != '\0'; p++)
    {
      if (*p != '|')
        {
          g_string_append_c (text, *p);
          continue;
        }
      if (!open)
        range.start = text->len;
      else
        {
          range.end = text->len;
          g_array_append_val (expected, range);
        }
      open = !open;
    }
  g_assert_false (open);
  return g_string_free (text, FALSE);
}

static char *
mark (const char *text,
      GArray     *ranges)
{
  GString *marked = g_string_new (NULL);
  gsize    at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const MerTextRange *range = &g_array_index (ranges, MerTextRange, i);

      g_string_append_len (marked, text + at, (gssize) (range->start - at));
      g_string_append_printf (marked, "|%.*s|", (int) (range->end - range->start),
                              text + range->start);
      at = range->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static const char *const persons[] = {
  "Спасибо |И. И. Ромашкиной| за труд",
  "|Ромашкина И. И.| груба с детьми",
  "|Ромашкина И.И.| груба",
  "|Ромашкина И.| груба",
  "воспитатель |И.И. Ромашкина| – лучшая",
  "Директору школы |А. Б. Ольховской| – благодарность",
  "Благодарю |Марию Петровну|!",
  "|Мария Петровна| всегда поможет",
  "Воспитатели |Мария Петровна| и |Анна Ивановна| молодцы",
  "|Ромашкина Мария Петровна| – педагог от Бога",
  "|Мария Петровна Ромашкина| ведёт кружок",
  "хочу поблагодарить |марию петровну|",
  "Уволить |Петра Ильича|.",
  "Спасибо |Ивану Кузьмичу| за порядок",
  "Спасибо |Петровне|",
  "учитель |Ромашкин| опаздывает",
  "учителя |Ромашкину| надо наградить",
  "воспитателю |Марине| спасибо",
  "Наша воспитатель |Света| – золото",
  "тренер |Василенко| кричит",
  "завуч |Стрельникова| не отвечает",
  "|Анна Смирнова| лучше всех",
  "|Смирнова Анна| лучше всех",
  "директор |Вознесенская| молодец",
  "Позвоните мне |8 (900) 123-45-67|, пожалуйста",
  "|+7 900 123-45-67|",
  "тел. |12345|",
  "мой телефон: |2-34-56|",
  "|89001234567|",
  "|234-56-78| звоните",
  "пишите на |mama.peti@example.org|.",
  "|Ромашкина И. И.|, тел. |8-900-123-45-67|",
  "Учитель физики |Юрий Алексеевич| объясняет понятно",
  "директор школы |Ромашкин И. И.|",
};

static const char *const nobody[] = {
  "",
  "Нет",
  "Всё хорошо, спасибо!",
  "Школа им. А. С. Пушкина",
  "Гимназия имени Зои Космодемьянской",
  "СОШ № 3 им. Героя Советского Союза И. И. Ромашкина",
  "школа имени Николая Ивановича Пирогова",
  "улица Ленина, дом 5",
  "на ул. К. Маркса нет перехода",
  "Остановка на улице Юрия Гагарина не освещена",
  "памятник М. Ю. Лермонтову",
  "школа А. С. Пушкина",
  "Ремонт обещали в Мае, потом в Сентябре",
  "В г. Озёрном нет бассейна",
  "Детский сад «Радуга»",
  "ДС «Алёнушка» – лучший",
  "учитель Математики",
  "учитель Английского языка нужен",
  "директор Ольховской школы",
  "педагог Центра творчества",
  "Преподаватель Русского языка",
  "Просим Администрацию района",
  "Открыть с 01-09-24",
  "Не работает с 12.10.2024 по 15.11.2024",
  "ИНН 0044359278",
  "кабинет 12345",
  "группа «Царевна Несмеяна»",
  "Хотелось бы больше кружков. Очень Хорошо",
  "В 2024 году 1 234 567 рублей",
  "Спасибо всему коллективу!",
  "Марина гуляла",
  "собака@двор",
  "Дома творчества А. Гайдара",
  "Учителя Молодцы",
  "К. 12 не убирают",
  "Воспитатель Очень хороший",
};

static void
check (const char *marked)
{
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
  g_autofree char *text = unmark (marked, expected);
  g_autofree char *again = NULL;

  g_assert_cmpint (mer_comment_names_person (text, found), ==, found->len > 0);
  again = mark (text, found);
  if (!g_str_equal (again, marked))
    {
      g_printerr ("# expected: %s\n#    found: %s\n", marked, again);
      g_test_fail ();
    }
  g_assert_cmpint (mer_comment_names_person (text, NULL), ==, found->len > 0);
}

static void
test_persons (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    check (persons[i]);
}

static void
test_nobody (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    check (nobody[i]);
}

static void
test_mask (void)
{
  g_autofree char *masked =
    mer_comment_mask ("Ромашкина И. И. и Мария Петровна, 8 900 123-45-67.", "[имя скрыто]");
  g_autofree char *plain = mer_comment_mask ("Нужен пандус", "[имя скрыто]");

  g_assert_cmpstr (masked, ==, "[имя скрыто] и [имя скрыто], [имя скрыто].");
  g_assert_cmpstr (plain, ==, "Нужен пандус");
}

/* Whatever is typed, ranges ascend, do not overlap and cut no character in two. */
static void
test_any_text (void)
{
  static const char *const parts[] = { "И.", " ", "Ромашкина", "Петровна", "мария", "-",
                                       "8", "900", "@", "a.b", ".", "\n",
                                       "учител", "им.", "ё", "\342\200\221", "(", "+7" };

  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
      gsize last = 0;

      for (int n = g_rand_int_range (random, 0, 20); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      mer_comment_names_person (text->str, ranges);
      for (guint i = 0; i < ranges->len; i++)
        {
          const MerTextRange *range = &g_array_index (ranges, MerTextRange, i);

          g_assert_cmpuint (range->start, >=, last);
          g_assert_cmpuint (range->end, >, range->start);
          g_assert_cmpuint (range->end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + range->start,
                                          (gssize) (range->end - range->start), NULL));
          last = range->end;
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/person-names/persons", test_persons);
  g_test_add_func ("/core/person-names/nobody", test_nobody);
  g_test_add_func ("/core/person-names/mask", test_mask);
  g_test_add_func ("/core/person-names/any-text", test_any_text);
  return g_test_run ();
}
