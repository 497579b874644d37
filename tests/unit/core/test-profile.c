/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mer-profile.h"

static void
test_values (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *value;
    gboolean    usual;
  } cases[] = {
    { "sex", "Ж", "female", TRUE },
    { "sex", "жен.", "female", TRUE },
    { "sex", " Женский ", "female", TRUE },
    { "sex", "МУЖ", "male", TRUE },
    { "sex", "мужской", "male", TRUE },
    { "sex", "не скажу", "не скажу", FALSE },
    { "sex", "", NULL, TRUE },
    { "sex", " - ", NULL, TRUE },
    { "age", "17", "0-17", TRUE },
    { "age", "18", "18-24", TRUE },
    { "age", "24", "18-24", TRUE },
    { "age", "25 лет", "25-34", TRUE },
    { "age", "34 года", "25-34", TRUE },
    { "age", "35,0", "35-44", TRUE },
    { "age", "54", "45-54", TRUE },
    { "age", "64", "55-64", TRUE },
    { "age", "65", "65+", TRUE },
    { "age", "119", "65+", TRUE },
    { "age", "120", "120", FALSE },
    { "age", "1985", "1985", FALSE },
    { "age", "18 – 24", "18-24", TRUE },
    { "age", "25—34 лет", "25-34", TRUE },
    { "age", "65 и старше", "65+", TRUE },
    { "age", "Старше  65 лет", "65+", TRUE },
    { "age", "30-40", "30-40", FALSE },
    { "role", "Родитель (законный представитель)", "parent", TRUE },
    { "role", "Мама", "parent", TRUE },
    { "role", "Обучающийся", "learner", TRUE },
    { "role", "Бабушка", "relative", TRUE },
    { "role", "Сосед", "сосед", FALSE },
    { "Образование", "Высшее", "высшее", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean         usual = !cases[i].usual;
      g_autofree char *value = mer_profile_value (cases[i].field, cases[i].text, &usual);

      g_test_message ("%s: %s", cases[i].field, cases[i].text);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpint (usual, ==, cases[i].usual);
    }
}

static void
test_order (void)
{
  g_assert_cmpint (mer_profile_compare_fields ("sex", "age"), <, 0);
  g_assert_cmpint (mer_profile_compare_fields ("role", "Образование"), <, 0);
  g_assert_cmpint (mer_profile_compare_fields ("Б", "А"), >, 0);
  g_assert_cmpint (mer_profile_compare_values ("age", "65+", 100, "18-24", 1), >, 0);
  g_assert_cmpint (mer_profile_compare_values ("age", "other", 100, "30-40", 1), >, 0);
  g_assert_cmpint (mer_profile_compare_values ("x", "a", 1, "b", 2), >, 0);
  g_assert_cmpint (mer_profile_compare_values ("x", "a", 2, "b", 2), <, 0);
}

static void
test_titles (void)
{
  g_assert_cmpstr (mer_profile_value_title (MER_LANGUAGE_EN, "age", "25-34"), ==, "25–34");
  g_assert_cmpstr (mer_profile_value_title (MER_LANGUAGE_EN, "sex", "female"), ==, "women");
  g_assert_cmpstr (mer_profile_value_title (MER_LANGUAGE_EN, "x", "высшее"), ==, "высшее");
  g_assert_cmpstr (mer_profile_value_title (MER_LANGUAGE_EN, "x", "other"), ==, "other answers");
  g_assert_cmpstr (mer_profile_field_title (MER_LANGUAGE_EN, "Образование"), ==, "Образование");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/profile/values", test_values);
  g_test_add_func ("/core/profile/order", test_order);
  g_test_add_func ("/core/profile/titles", test_titles);
  return g_test_run ();
}
