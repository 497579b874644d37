/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers taken apart: what is folded, what is numbering, what is in the bracket. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "import/mer-header-text.h"

static void
test_key (void)
{
  const char *const same[][2] = {
    { "  Отметка\nвремени ", "отметка времени" },
    { "ОТМЕТКА\xc2\xa0ВРЕМЕНИ", "отметка времени" },
    { "«Ещё раз»: всё — да?", "еще раз все да" },
    { "Cайт opганизaции", "сайт организации" }, /* Latin C, o, p, a */
    { "Q1", "q1" },
    { "E-mail", "e mail" },
    { "комфорт\xc2\xadность", "комфортность" }, /* soft hyphen */
    { "и\xcc\x86од \xef\xbb\xbfя", "йод я" },   /* decomposed й, byte order mark */
    { "№ анкеты", "анкеты" },
    { "?!…", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *key = mer_header_key (same[i][0]);

      g_assert_cmpstr (key, ==, same[i][1]);
    }
}

static void
test_numbering (void)
{
  const char *const cases[][2] = {
    { "1. Довольны ли Вы?", "довольны ли вы" },
    { "1.2) Довольны ли Вы?", "довольны ли вы" },
    { "Q5. Довольны ли Вы?", "довольны ли вы" },
    { "Вопрос № 3: Довольны ли Вы?", "довольны ли вы" },
    { "G01Q02. Довольны ли Вы?", "довольны ли вы" },
    { "п. 4 Довольны ли Вы?", "довольны ли вы" },
    { "Вопрос о сайте", "вопрос о сайте" },
    { "12", "12" },
    { "Q5", "q5" },
    { "Школа № 3", "школа 3" },
    { "ORG. Организация", "организация" }, /* a code of LimeSurvey's */
    { "stand_1: Довольны ли Вы?", "довольны ли вы" },
    { "E-mail: Ваш адрес", "e mail ваш адрес" },
    { "IP-адрес", "ip адрес" },
    { "Wi-Fi. Есть ли?", "wi fi есть ли" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stripped = mer_header_strip_numbering (cases[i][0]);

      g_assert_cmpstr (stripped, ==, cases[i][1]);
    }
}

static void
test_split (void)
{
  const struct
  {
    const char *text, *block, *item;
  } cases[] = {
    { "на сайте [Дата создания]", "на сайте ", "Дата создания" },
    { "на сайте [Документы [копии]]", "на сайте ", "Документы [копии]" },
    { "[Дата]", "", "Дата" },
    { "на сайте []", NULL, NULL },
    { "на сайте [ ]", NULL, NULL },
    { "на сайте ]Дата[", NULL, NULL },
    { "на сайте [Дата", NULL, NULL },
    { "на сайте", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *block = NULL, *item = NULL;
      gboolean         split = mer_header_split (cases[i].text, &block, &item);

      g_assert_cmpint (split, ==, cases[i].item != NULL);
      g_assert_cmpstr (block, ==, cases[i].block);
      g_assert_cmpstr (item, ==, cases[i].item);
    }
}

static void
test_wording (void)
{
  const struct
  {
    const char *text, *act;
    gboolean    negated, follow_up;
  } cases[] = {
    { "Удовлетворены ли Вы сайтом?", "@satisfied", FALSE, FALSE },
    { "Вы не удовлетворены сайтом?", "@satisfied", TRUE, FALSE },
    { "Неудовлетворены сайтом", "@satisfied", TRUE, FALSE },
    { "Пользовались ли Вы сайтом и довольны ли им?", "@use", FALSE, FALSE },
    { "Если пользовались, довольны ли Вы?", "@satisfied", FALSE, FALSE },
    { "Почему Вы не довольны?", "@satisfied", TRUE, TRUE },
    { "Что улучшить на сайте?", NULL, FALSE, TRUE },
    { "Ваши предложения", NULL, FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerWording) wording = mer_wording_new (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (wording->act, ==, cases[i].act);
      g_assert_cmpint (wording->negated, ==, cases[i].negated);
      g_assert_cmpint (wording->follow_up, ==, cases[i].follow_up);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/header-text/key", test_key);
  g_test_add_func ("/header-text/numbering", test_numbering);
  g_test_add_func ("/header-text/split", test_split);
  g_test_add_func ("/header-text/wording", test_wording);
  return g_test_run ();
}
