/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The organizations of the invented district. Names, addresses and numbers are made up;
 * the numbers begin with 00, a region that does not exist. */

#include "config.h"

#include <string.h>

#include "app/mer-demo-private.h"
#include "core/mer-registry-number.h"

const MerDemoCycle mer_demo_cycles[MER_DEMO_N_CYCLES] = {
  { "НОКО 2021", 2021 },
  { "НОКО 2024", 2024 },
};

/* clang-format off */
static const MerDemoOrganization organizations[] = {
  { "СОШ № 8", "МБОУ «Средняя общеобразовательная школа № 8»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Школьная, 8", "sosh8",
    604, { 257, 316 }, 100, 4, 5, 4, 5, 0, 0 },
  { "Красноярковская СОШ", "МБОУ «Красноярковская средняя общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "с. Красноярка", "ул. Центральная, 14", "krasnoyarka",
    138, { 0, 56 }, 97, 5, 4, 4, 5, 0, 0 },
  { "ДС «Колокольчик»", "МБДОУ «Детский сад „Колокольчик“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Верхняя Ольховка", "ул. Лесная, 3", "kolokolchik",
    704, { 276, 367 }, 97, 2, 5, 5, 5, 1, 4 },
  { "ДМШ № 1", "МБУ ДО «Детская музыкальная школа № 1»",
    MER_ORGANIZATION_ADDITIONAL, "с. Верхняя Ольховка", "ул. Советская, 21", "dmsh1",
    341, { 161, 126 }, 98, 4, 4, 4, 4, 1, 3 },
  { "ДС «Светлячок»", "МБДОУ «Детский сад „Светлячок“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Верхняя Ольховка", "ул. Молодёжная, 17", "svetlyachok",
    1420, { 600, 624 }, 95, 4, 4, 5, 5, 1, 5 },
  { "ДС «Радуга»", "МБДОУ «Детский сад „Радуга“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Верхняя Ольховка", "ул. Садовая, 12", "raduga",
    521, { 208, 214 }, 96, 3, 4, 5, 5, 1, 3 },
  { "СОШ № 4 с углублённым изучением отдельных предметов",
    "МБОУ «Средняя общеобразовательная школа № 4 с углублённым изучением отдельных предметов»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Набережная, 40", "sosh4",
    387, { 168, 172 }, 97, 2, 4, 4, 5, 1, 1 },
  { "ДС «Берёзка»", "МБДОУ «Детский сад „Берёзка“»",
    MER_ORGANIZATION_PRESCHOOL, "пос. Берёзовый", "ул. Мира, 5", "berezka",
    528, { 256, 226 }, 98, 3, 4, 5, 4, 0, 5 },
  { "Дом детского творчества", "МБУ ДО «Дом детского творчества»",
    MER_ORGANIZATION_ADDITIONAL, "с. Верхняя Ольховка", "ул. Советская, 19", "ddt",
    180, { 88, 74 }, 94, 3, 4, 5, 5, 1, 4 },
  { "СОШ № 3", "МБОУ «Средняя общеобразовательная школа № 3»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Полевая, 2", "sosh3",
    623, { 265, 338 }, 94, 4, 4, 4, 4, 2, 0 },
  { "Ольховская СОШ", "МБОУ «Ольховская средняя общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "с. Нижняя Ольховка", "ул. Школьная, 1", "olhovskaya",
    641, { 314, 279 }, 98, 3, 2, 5, 5, 2, 6 },
  { "ДЮСШ «Старт»", "МБУ ДО «Детско-юношеская спортивная школа „Старт“»",
    MER_ORGANIZATION_ADDITIONAL, "с. Верхняя Ольховка", "ул. Стадионная, 1", "start",
    1210, { 550, 531 }, 96, 4, 3, 4, 4, 0, 6 },
  { "ДС «Алёнушка»", "МБДОУ «Детский сад „Алёнушка“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Верхняя Ольховка", "ул. Новая, 30", "alenushka",
    1345, { 541, 621 }, 95, 4, 2, 5, 5, 0, 7 },
  { "СОШ № 1", "МБОУ «Средняя общеобразовательная школа № 1»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Советская, 44", "sosh1",
    187, { 78, 89 }, 97, 4, 1, 5, 5, 0, 5 },
  { "ДС «Журавлик»", "МБДОУ «Детский сад „Журавлик“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Заречье", "ул. Речная, 9", "zhuravlik",
    403, { 166, 164 }, 93, 4, 4, 5, 4, 1, 4 },
  { "ДС «Капелька»", "МБДОУ «Детский сад „Капелька“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Липовка", "ул. Липовая, 4", "kapelka",
    380, { 193, 173 }, 93, 2, 4, 5, 5, 1, 1 },
  { "Начальная школа № 6", "МБОУ «Начальная общеобразовательная школа № 6»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Лесная, 11", "nosh6",
    594, { 254, 264 }, 94, 3, 4, 5, 4, 0, 3 },
  { "Липовская СОШ", "МБОУ «Липовская средняя общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "с. Липовка", "ул. Школьная, 7", "lipovka",
    653, { 275, 285 }, 96, 3, 3, 5, 4, 1, 5 },
  { "ДС «Золотой ключик»", "МБДОУ «Детский сад „Золотой ключик“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Верхняя Ольховка", "ул. Полевая, 28", "kluchik",
    504, { 257, 219 }, 97, 2, 2, 5, 5, 2, 3 },
  { "ДС «Ивушка»", "МБДОУ «Детский сад „Ивушка“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Верхняя Ольховка", "ул. Заводская, 6", "ivushka",
    820, { 392, 359 }, 93, 4, 3, 4, 4, 3, 5 },
  { "ДС «Ромашка»", "МБДОУ «Детский сад „Ромашка“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Красноярка", "ул. Садовая, 2", "romashka",
    1056, { 530, 461 }, 92, 4, 3, 5, 4, 3, 0 },
  { "Станция юных натуралистов", "МБУ ДО «Станция юных натуралистов»",
    MER_ORGANIZATION_ADDITIONAL, "с. Верхняя Ольховка", "ул. Ботаническая, 3", "sun",
    212, { 101, 86 }, 95, 3, 2, 4, 4, 0, 6 },
  { "Лицей № 5", "МБОУ «Лицей № 5»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Научная, 15", "licey5",
    360, { 184, 141 }, 94, 3, 1, 4, 5, 2, 10 },
  { "ДС «Лесная поляна»", "МБДОУ «Детский сад „Лесная поляна“»",
    MER_ORGANIZATION_PRESCHOOL, "пос. Лесной", "ул. Сосновая, 1", "polyana",
    537, { 231, 234 }, 93, 2, 3, 5, 4, 3, 2 },
  { "Верхнеольховский аграрный техникум", "ГБПОУ «Верхнеольховский аграрный техникум»",
    MER_ORGANIZATION_VOCATIONAL, "с. Верхняя Ольховка", "ул. Механизаторов, 10", "agrotehnikum",
    742, { 373, 323 }, 92, 2, 3, 5, 4, 3, 5 },
  { "ДС «Солнышко»", "МБДОУ «Детский сад „Солнышко“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Нижняя Ольховка", "ул. Солнечная, 8", "solnyshko",
    298, { 0, 119 }, 93, 2, 2, 5, 4, 2, 6 },
  { "Гимназия № 2", "МБОУ «Гимназия № 2»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Советская, 60", "gimnaziya2",
    577, { 262, 257 }, 92, 1, 1, 4, 5, 0, 1 },
  { "ДС «Сказка»", "МБДОУ «Детский сад „Сказка“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Подгорное", "ул. Горная, 12", "skazka",
    244, { 107, 101 }, 90, 2, 2, 5, 4, 1, 1 },
  { "СОШ № 7", "МБОУ «Средняя общеобразовательная школа № 7»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Заводская, 33", "sosh7",
    968, { 441, 422 }, 92, 2, 1, 4, 4, 1, 6 },
  { "Детская школа искусств", "МБУ ДО «Детская школа искусств»",
    MER_ORGANIZATION_ADDITIONAL, "с. Липовка", "ул. Клубная, 2", "dshi",
    265, { 135, 108 }, 91, 2, 1, 5, 4, 4, 5 },
  { "ДС «Родничок»", "МБДОУ «Детский сад „Родничок“»",
    MER_ORGANIZATION_PRESCHOOL, "с. Заречье", "ул. Ключевая, 5", "rodnichok",
    172, { 75, 66 }, 89, 2, 1, 5, 4, 5, 6 },
  { "Центр психолого-педагогической помощи",
    "МБУ «Центр психолого-педагогической, медицинской и социальной помощи»",
    MER_ORGANIZATION_OTHER, "с. Верхняя Ольховка", "ул. Советская, 12", "cppmsp",
    330, { 0, 118 }, 88, 0, 2, 4, 4, 5, 14 },
  { "Заречная ООШ", "МБОУ «Заречная основная общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "с. Заречье", "ул. Школьная, 2", "zarechnaya",
    123, { 54, 50 }, 87, 1, 2, 4, 3, 6, 13 },
  { "Колледж народных промыслов", "ГБПОУ «Верхнеольховский колледж народных промыслов»",
    MER_ORGANIZATION_VOCATIONAL, "с. Нижняя Ольховка", "ул. Мастеров, 4", "promysly",
    410, { 174, 158 }, 86, 0, 1, 4, 3, 1, 13 },
  { "Подгорновская ООШ", "МБОУ «Подгорновская основная общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "с. Подгорное", "ул. Школьная, 5", "podgornoe",
    105, { 44, 42 }, 86, 0, 1, 2, 3, 1, 15 },
  { "Вечерняя школа", "МБОУ «Вечерняя (сменная) общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "с. Верхняя Ольховка", "ул. Рабочая, 7", "vechernyaya",
    262, { 117, 97 }, 94, 1, 1, 4, 5, 1, 11 },
  { "Информационно-методический центр", "МБУ «Информационно-методический центр»",
    MER_ORGANIZATION_OTHER, "с. Верхняя Ольховка", "ул. Советская, 10", "imc",
    96, { 0, 0 }, 95, 2, 2, 4, 4, 1, 1 },
  { "Детско-юношеский центр «Парус»", "МБУ ДО «Детско-юношеский центр „Парус“»",
    MER_ORGANIZATION_ADDITIONAL, "пос. Лесной", "ул. Озёрная, 3", "parus",
    150, { 0, 0 }, 92, 3, 1, 4, 5, 1, 0 },
  { "Хуторская начальная школа", "МБОУ «Хуторская начальная общеобразовательная школа»",
    MER_ORGANIZATION_GENERAL, "х. Степной", "ул. Степная, 1", "hutor",
    41, { 24, 0 }, 89, 0, 1, 5, 4, 1, 5 },
  { "ДС «Теремок»", "МБДОУ «Детский сад „Теремок“»",
    MER_ORGANIZATION_PRESCHOOL, "х. Степной", "ул. Степная, 4", "teremok",
    63, { 28, 0 }, 93, 1, 1, 4, 4, 4, 8 },
};
/* clang-format on */

const MerDemoOrganization *
mer_demo_organizations (guint *n)
{
  *n = G_N_ELEMENTS (organizations);
  return organizations;
}

gboolean
mer_demo_is_gone (const MerDemoOrganization *organization)
{
  return organization->answers[0] > 0 && organization->answers[MER_DEMO_LATEST] == 0;
}

gboolean
mer_demo_is_example (const MerDemoOrganization *organization)
{
  return g_str_equal (organization->site, "raduga");
}

gboolean
mer_demo_has_no_disabled (const MerDemoOrganization *organization)
{
  return g_str_equal (organization->site, "vechernyaya");
}

/* `prefix` and a number of its own, with the last digit that makes it valid. */
static char *
make_number (const MerDemoOrganization *organization,
             const char                *prefix,
             guint                      digits,
             gboolean (*is_valid) (const char *number))
{
  MerDemoRandom random = { (guint64) (organization - organizations) * 100 + digits };
  GString      *number = g_string_new (prefix);

  while (number->len < digits - 1)
    g_string_append_c (number, (char) ('0' + mer_demo_random_below (&random, 10)));
  g_string_append_c (number, '0');
  while (!is_valid (number->str))
    number->str[digits - 1]++;
  return g_string_free (number, FALSE);
}

char *
mer_demo_inn (const MerDemoOrganization *organization)
{
  return make_number (organization, "00", 10, mer_inn_is_valid);
}

char *
mer_demo_ogrn (const MerDemoOrganization *organization)
{
  return make_number (organization, "10200", 13, mer_ogrn_is_valid);
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) result = g_string_new (text);

  g_string_replace (result, old, new, 0);
  return g_strdup (result->str);
}

static char *
straight_quotes (const char *name)
{
  g_autofree char *opened = replace (name, "«", "\"");

  return replace (opened, "»", "\"");
}

/* About every third questionnaire is not spelled as in the registry. */
char *
mer_demo_spelling (const MerDemoOrganization *organization,
                   MerDemoRandom             *random)
{
  const char *name = organization->name;

  switch (mer_demo_random_below (random, 18))
    {
    case 0:
      return g_utf8_strdown (name, -1);
    case 1:
      return replace (name, "№ ", "№");
    case 2:
      return replace (name, "№ ", "N ");
    case 3:
      return straight_quotes (name);
    case 4:
      return g_strconcat (name, " ", NULL);
    case 5:
      return replace (name, "ё", "е");
    case 6:
      return g_strdup (organization->full_name);
    default:
      return g_strdup (name);
    }
}
