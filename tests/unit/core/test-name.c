/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folding, likeness and order of names. */

#include "core/mer-name.h"

#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "", "" },
    { " \t«—.»\n ", "" },
    { "СОШ № 3", "сош №3" },
    { "СОШ №3", "сош №3" },
    { "сош N 3", "сош №3" },
    { "СОШ N3", "сош №3" },
    { "СОШ n3", "сош №3" },
    { "СОШ No 3", "сош №3" },
    { "СОШ No. 3", "сош №3" },
    { "СОШ Nо3", "сош №3" }, /* a Russian о */
    { "СОШ Nº 3", "сош №3" },
    { "СОШ N° 3", "сош №3" },
    { "СОШ\xc2\xa0№\xc2\xa0"
      "3",
      "сош №3" },
    { "СОШ№3", "сош №3" },
    { "СОШN3", "сош №3" },
    { "  СОШ   № 3.  ", "сош №3" },
    { "№ 3", "№3" },
    { "СОШ 3", "сош 3" },
    { "СОШ №", "сош №" },
    { "№ без номера", "№ без номера" },
    { "Plan 3", "plan 3" },
    { "Nota 3", "nota 3" },
    { "No", "no" },
    { "ДС «Радуга»", "дс радуга" },
    { "ДС \"Радуга\"", "дс радуга" },
    { "ДС“Радуга”", "дс радуга" },
    { "ДС „Радуга‟", "дс радуга" },
    { "ДС 'Радуга'", "дс радуга" },
    { "ДС ‹Радуга›", "дс радуга" },
    { "ДС ''Радуга''", "дс радуга" },
    { "МБДОУ «Детский сад „Берёзка“»", "мбдоу детский сад березка" },
    { "БЕРЁЗКА", "березка" },
    { "береЗка", "березка" },
    { "берёзка", "березка" },
    { "Нижне-Ольховская", "нижне ольховская" },
    { "Нижне – Ольховская", "нижне ольховская" },
    { "Нижне—Ольховская", "нижне ольховская" },
    { "Нижне‑Ольховская", "нижне ольховская" },
    { "Нижне−Ольховская", "нижне ольховская" },
    { "им. С.В. Липова", "им с в липова" },
    { "им.С. В.Липова", "им с в липова" },
    { "Сад\u00adик\u200b", "садик" },
    { "\ufeffСОШ", "сош" },
    { "Школа 1 2", "школа 1 2" },
    { "Да, полностью", "да, полностью" },
    { "Школа (корпус 2)", "школа (корпус 2)" },
    { "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "абвгдежзийклмнопрстуфхцчшщъыьэюя" },
    { "абвгдежзийклмнопрстуфхцчшщъыьэюя", "абвгдежзийклмнопрстуфхцчшщъыьэюя" },
    { "ІЇЄ ДЖ Ӗ", "іїє дж ӗ" },
    { "Йод", "йод" }, /* И with a combining breve */
    { "Ёлка", "елка" },
    { "ÀÉ 𝔘", "àé 𝔘" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = mer_name_fold (cases[i].name, -1);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

static void
test_fold_is_stable (void)
{
  static const char *const names[] = { "СОШ N 3 с. Верхняя Ольховка", "ДС „Ёлочка“ — №12", "N3" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *once = mer_name_fold (names[i], -1);
      g_autofree char *twice = mer_name_fold (once, -1);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_fold_length (void)
{
  g_autoptr (GString) out = g_string_new ("rest of what was before");

  mer_name_fold_into ("СОШ № 3;ДС", (gssize) strlen ("СОШ № 3"), out);
  g_assert_cmpstr (out->str, ==, "сош №3");
  g_assert_cmpuint (out->len, ==, strlen ("сош №3"));
  /* the number lies beyond the end: not looked at */
  mer_name_fold_into ("N 3", 1, out);
  g_assert_cmpstr (out->str, ==, "n");
}

/* Any bytes that are valid UTF-8 stay valid, and the growth that is reserved suffices. */
static void
test_fold_random (void)
{
  static const gunichar letters[] = { 'N', 'n', 'o', '3', ' ', '.', '-', 0x2116, 0x43e, 0x401,
                                      0x451, 0x419, 0x306, 0x308, 0x23a, 0x130, 0xab, 0x201e,
                                      0x1f600, 0xad, 0xa0, 0x430 };
  g_autoptr (GRand) random = g_rand_new_with_seed (20240229);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    {
      gint32 length = g_rand_int_range (random, 0, 12);

      g_string_truncate (name, 0);
      for (gint32 j = 0; j < length; j++)
        {
          gint32 letter = g_rand_int_range (random, 0, G_N_ELEMENTS (letters));

          g_string_append_unichar (name, letters[letter]);
        }
      mer_name_fold_into (name->str, (gssize) name->len, out);
      g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));
      g_assert_cmpuint (strlen (out->str), ==, out->len);
      g_assert_false (g_str_has_prefix (out->str, " ") || g_str_has_suffix (out->str, " "));
    }
}

static guint
similarity (const char *a,
            const char *b)
{
  g_autofree char *folded_a = mer_name_fold (a, -1);
  g_autofree char *folded_b = mer_name_fold (b, -1);

  g_assert_cmpuint (mer_name_similarity (folded_a, folded_b), ==,
                    mer_name_similarity (folded_b, folded_a));
  return mer_name_similarity (folded_a, folded_b);
}

static void
test_similarity (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint       least;
    guint       most;
  } cases[] = {
    { "СОШ № 3", "сош №3", 100, 100 },
    { "СОШ № 3", "СОШ 3", 95, 99 },
    { "СОШ № 3", "COШ № 3", 95, 99 }, /* Latin C and O */
    { "СОШ № 3", "МБОУ СОШ № 3", 95, 99 },
    { "СОШ № 3", "Средняя общеобразовательная школа № 3", 95, 99 },
    { "ДС «Радуга»", "МБДОУ «Детский сад „Радуга“»", 95, 99 },
    { "ДС «Радуга»", "д/с Радуга", 95, 99 },
    { "ДС «Берёзка»", "ДС «Березкка»", 80, 99 },
    { "ДС «Радуга»", "ДС «Радуга» с. Ольховка", 70, 99 },
    { "ЦДТ", "МБУ ДО «Центр детского творчества»", 95, 99 },
    { "ЦРР – ДС № 7", "МБДОУ «Центр развития ребёнка – детский сад № 7»", 95, 99 },
    { "ДС № 4 «Ёлочка»", "Детский сад общеразвивающего вида № 4 «Ёлочка»", 95, 99 },
    { "СОШ № 3", "Средняя общеобразоватльная шклоа № 3", 95, 99 },
    { "ДС «Радуга»", "Детский сда «Радуга»", 95, 99 },
    { "ДС «Радуга»", "ДС «Ромашка»", 0, 69 },
    { "Детский сад «Радуга»", "Детский сад «Ромашка»", 0, 69 },
    { "СОШ № 3", "СОШ № 8", 0, 40 },
    { "СОШ № 3", "СОШ № 13", 0, 40 },
    { "ДС «Радуга»", "Вечерняя школа", 0, 40 },
    { "ДС «Радуга»", "", 0, 0 },
    { "МБОУ", "МАОУ", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint score = similarity (cases[i].a, cases[i].b);

      if (score < cases[i].least || score > cases[i].most)
        g_error ("“%s”, “%s”: %u, not %u..%u", cases[i].a, cases[i].b, score, cases[i].least,
                 cases[i].most);
    }
}

static void
test_similarity_of_endless_names (void)
{
  g_autofree char *a = g_strnfill (100000, 'a');
  g_autofree char *b = g_strnfill (100001, 'a');

  g_assert_cmpuint (mer_name_similarity (a, b), ==, 99);
}

static void
test_sort_key (void)
{
  static const char *const ascending[] = {
    "1-я школа", "ДС «Алёнушка»", "Дс „Берёзка“", "ДС «Ёлочка»", "ДС «Журавлик»",
    "СОШ № 1", "СОШ №3", "СОШ № 03б", "сош N 12", "СОШ № 100", "СОШ № 12345678901", "ЦО"
  };

  for (guint i = 1; i < G_N_ELEMENTS (ascending); i++)
    {
      g_autofree char *before = mer_name_sort_key (ascending[i - 1]);
      g_autofree char *after = mer_name_sort_key (ascending[i]);

      g_assert_cmpstr (before, <, after);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/name/fold", test_fold);
  g_test_add_func ("/core/name/fold-is-stable", test_fold_is_stable);
  g_test_add_func ("/core/name/fold-length", test_fold_length);
  g_test_add_func ("/core/name/fold-random", test_fold_random);
  g_test_add_func ("/core/name/similarity", test_similarity);
  g_test_add_func ("/core/name/similarity-of-endless-names", test_similarity_of_endless_names);
  g_test_add_func ("/core/name/sort-key", test_sort_key);
  return g_test_run ();
}
