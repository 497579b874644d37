/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "core/mer-comment-text.h"

static void
test_empty (void)
{
  static const char *const empty[] = {
    "",
    "-",
    "—",
    "...",
    "0",
    "+",
    "Нет",
    "нет.",
    "НЕТ!!!",
    "Нет предложений",
    "Предложений нет",
    "нет замечаний",
    "Замечаний и предложений нет",
    "Всё устраивает",
    "Все устраивает!",
    "всё хорошо",
    "Все отлично, так держать",
    "Нет, всё устраивает",
    "Затрудняюсь ответить",
    "Не знаю",
    "не имею",
    "У меня нет предложений",
    "Пока нет",
    "Меня все устраивает",
    "Всё хорошо, спасибо!",
    "Доволен",
    "Всем довольны",
    "нет пожеланий",
    "Ничего",
    "без замечаний",
    "Предложений по улучшению качества условий нет",
    "ok",
    "n/a",
    "Никаких",
    "Всё в порядке",
    "Продолжайте в том же духе, всё отлично",
    "нету",
  };
  static const char *const full[] = {
    "Нет пандуса",
    "Не всё устраивает",
    "Ничего не устраивает",
    "Не нравится",
    "Всё не хорошо",
    "Нужен ремонт",
    "Спасибо",
    "Спасибо педагогам",
    "нет питания",
    "Работы",
    "8 900 123-45-67",
    "Очень",
    "Не",
    "Хорошо бы больше кружков",
    "Организация работы",
    "Не доволен",
    "Нет слов",
    "Всё отлично, но холодно",
  };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_test_message ("%s", empty[i]);
      g_assert_true (mer_comment_is_empty (empty[i], strlen (empty[i])));
    }
  for (guint i = 0; i < G_N_ELEMENTS (full); i++)
    {
      g_test_message ("%s", full[i]);
      g_assert_false (mer_comment_is_empty (full[i], strlen (full[i])));
    }
  /* only as far as told */
  g_assert_true (mer_comment_is_empty ("нет пандуса", strlen ("нет")));
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *text;
    int         theme;
  } cases[] = {
    { "Улучшить питание в столовой", MER_THEME_FOOD },
    { "Нужен ремонт спортивного зала", MER_THEME_BUILDING },
    { "Расширить парковку у здания, осветить территорию", MER_THEME_GROUNDS },
    { "Расширить парковку у здания", MER_THEME_GROUNDS },
    { "Сделайте пандус у входа", MER_THEME_ACCESSIBILITY },
    { "На сайте трудно найти расписание", MER_THEME_INFORMATION },
    { "Хотелось бы больше кружков", MER_THEME_TIMETABLE },
    { "Спасибо!", MER_THEME_THANKS },
    { "Спасибо педагогам", MER_THEME_STAFF },
    { "Всё бы ничего", -1 },
    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (mer_comment_suggest_theme (cases[i].text), ==, cases[i].theme);
    }
}

static void
test_themes (void)
{
  for (int i = 0; i < MER_N_THEMES; i++)
    {
      const char *title = mer_theme_title (MER_LANGUAGE_EN, (MerTheme) i);

      g_assert_cmpint (mer_theme_from_title (title), ==, i);
    }
  g_assert_cmpint (mer_theme_from_title ("бассейн"), ==, -1);
  g_assert_cmpint (mer_theme_from_title (NULL), ==, -1);
  g_assert_cmpstr (mer_theme_criterion (MER_THEME_ACCESSIBILITY), ==, "K3");
  g_assert_null (mer_theme_criterion (MER_THEME_THANKS));
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/comment-text/empty", test_empty);
  g_test_add_func ("/core/comment-text/suggestions", test_suggestions);
  g_test_add_func ("/core/comment-text/themes", test_themes);
  return g_test_run ();
}
