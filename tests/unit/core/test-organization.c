/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Boxed values, their stable words, registration numbers, kinds by name. */

#include "core/mer-batch.h"
#include "core/mer-cycle.h"
#include "core/mer-organization.h"
#include "core/mer-registry-number.h"

static void
test_codes (void)
{
  MerOrganizationKind  kind = MER_ORGANIZATION_OTHER;
  MerOrganizationState state = MER_ORGANIZATION_CLOSED;
  MerBatchKind         batch = MER_BATCH_SURVEY;

  for (int i = 0; i < MER_N_ORGANIZATION_KINDS; i++)
    {
      g_assert_true (mer_organization_kind_from_code (
        mer_organization_kind_to_code ((MerOrganizationKind) i), &kind));
      g_assert_cmpint ((int) kind, ==, i);
    }
  for (int i = 0; i <= MER_ORGANIZATION_CLOSED; i++)
    {
      g_assert_true (mer_organization_state_from_code (
        mer_organization_state_to_code ((MerOrganizationState) i), &state));
      g_assert_cmpint ((int) state, ==, i);
    }
  for (int i = 0; i <= MER_BATCH_SURVEY; i++)
    {
      g_assert_true (mer_batch_kind_from_code (mer_batch_kind_to_code ((MerBatchKind) i), &batch));
      g_assert_cmpint ((int) batch, ==, i);
    }
  g_assert_cmpstr (mer_organization_kind_to_code (MER_ORGANIZATION_PRESCHOOL), ==, "preschool");
  g_assert_false (mer_organization_kind_from_code ("Preschool", &kind));
  g_assert_false (mer_organization_kind_from_code (NULL, &kind));
  g_assert_false (mer_organization_state_from_code ("", &state));
  g_assert_false (mer_batch_kind_from_code ("marks", &batch));
}

static void
test_batch_names (void)
{
  static const struct
  {
    MerBatchKind kind;
    const char  *file, *title, *name;
  } cases[] = {
    { MER_BATCH_SURVEY, "answers.csv", NULL, "answers.csv" },
    { MER_BATCH_SURVEY, "answers.xlsx", "Sheet 1", "answers.xlsx" },
    { MER_BATCH_SURVEY, NULL, "School 3, stack 1", "Paper entry: School 3, stack 1" },
    { MER_BATCH_SURVEY, NULL, NULL, "Paper entry" },
    { MER_BATCH_CHECKLIST, NULL, "School 3", "Typed-in checklist: School 3" },
    { MER_BATCH_CHECKLIST, NULL, "", "Typed-in checklist" },
    { MER_BATCH_ORGANIZATIONS, NULL, NULL, "Typed in by hand" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerBatch) batch = mer_batch_new (cases[i].kind);
      g_autofree char *name = NULL;

      batch->file_name = g_strdup (cases[i].file);
      batch->sheet = g_strdup (cases[i].title);
      name = mer_batch_display_name (batch, MER_LANGUAGE_EN);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_dup (void)
{
  g_autoptr (MerOrganization) first = mer_organization_new ("СОШ № 3", MER_ORGANIZATION_GENERAL);
  g_autoptr (MerOrganization) copy = NULL;

  first->inn = g_strdup ("0044359277");
  first->parent_id = 7;
  copy = mer_organization_dup (first);
  g_free (copy->inn);
  copy->inn = NULL;
  g_assert_cmpstr (copy->name, ==, "СОШ № 3");
  g_assert_true (copy->name != first->name);
  g_assert_cmpint (copy->parent_id, ==, 7);
  g_assert_cmpstr (first->inn, ==, "0044359277");
  g_assert_cmpint (first->state, ==, MER_ORGANIZATION_WORKING);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);

  g_value_init (&value, MER_TYPE_CYCLE);
  g_value_set_boxed (&value, cycle);
  g_assert_true (g_value_get_boxed (&value) == cycle);
  g_assert_cmpint (cycle->year, ==, 2024);
}

static void
test_numbers (void)
{
  static const char *const good_inn[] = { "0044359277", "0012345673", "001234567887" };
  static const char *const bad_inn[] = { "", "0044359278", "0044359288", "001234567888",
                                         "001234567897",
                                         "004435927", "00443592770", "00443592a7", " 0044359277" };
  static const char *const bad_ogrn[] = { "", "1020041872060", "102004187206", "10200418720698",
                                          "102004187206x" };

  for (guint i = 0; i < G_N_ELEMENTS (good_inn); i++)
    if (!mer_inn_is_valid (good_inn[i]))
      g_error ("%s", good_inn[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad_inn); i++)
    g_assert_false (mer_inn_is_valid (bad_inn[i]));
  g_assert_true (mer_ogrn_is_valid ("1020041872069"));
  g_assert_true (mer_ogrn_is_valid ("300000000000004"));
  g_assert_false (mer_ogrn_is_valid ("300000000000005"));
  for (guint i = 0; i < G_N_ELEMENTS (bad_ogrn); i++)
    g_assert_false (mer_ogrn_is_valid (bad_ogrn[i]));
}

static void
test_kind_guess (void)
{
  static const struct
  {
    const char         *name;
    MerOrganizationKind kind;
  } cases[] = {
    { "МБДОУ «Радуга»", MER_ORGANIZATION_PRESCHOOL },
    { "ДС «Колокольчик»", MER_ORGANIZATION_PRESCHOOL },
    { "д/с Ивушка", MER_ORGANIZATION_PRESCHOOL },
    { "Детский сад № 5", MER_ORGANIZATION_PRESCHOOL },
    { "Муниципальное дошкольное учреждение", MER_ORGANIZATION_PRESCHOOL },
    { "Центр развития ребёнка «Сказка»", MER_ORGANIZATION_PRESCHOOL },
    { "СОШ №8", MER_ORGANIZATION_GENERAL },
    { "СОШ№8", MER_ORGANIZATION_GENERAL },
    { "Красноярковская СОШ", MER_ORGANIZATION_GENERAL },
    { "Вечерняя школа", MER_ORGANIZATION_GENERAL },
    { "Гимназия № 2", MER_ORGANIZATION_GENERAL },
    { "Лицей № 5", MER_ORGANIZATION_GENERAL },
    { "Начальная школа – детский сад", MER_ORGANIZATION_GENERAL },
    { "МБОУ «Центр образования»", MER_ORGANIZATION_GENERAL },
    { "ДМШ № 1", MER_ORGANIZATION_ADDITIONAL },
    { "ДЮСШ «Старт»", MER_ORGANIZATION_ADDITIONAL },
    { "Дом детского творчества", MER_ORGANIZATION_ADDITIONAL },
    { "Детская школа искусств", MER_ORGANIZATION_ADDITIONAL },
    { "МБУ ДО «Исток»", MER_ORGANIZATION_ADDITIONAL },
    { "МБУДО «Исток»", MER_ORGANIZATION_ADDITIONAL },
    { "Станция юных натуралистов", MER_ORGANIZATION_ADDITIONAL },
    { "Аграрный техникум", MER_ORGANIZATION_VOCATIONAL },
    { "ГБПОУ «Ольховский колледж»", MER_ORGANIZATION_VOCATIONAL },
    { "Профессиональный лицей № 4", MER_ORGANIZATION_VOCATIONAL },
    { "Методический кабинет", MER_ORGANIZATION_OTHER },
    { "", MER_ORGANIZATION_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (mer_organization_kind_guess (cases[i].name) != cases[i].kind)
      g_error ("“%s”: %s", cases[i].name,
               mer_organization_kind_to_code (mer_organization_kind_guess (cases[i].name)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/organization/codes", test_codes);
  g_test_add_func ("/core/batch/names", test_batch_names);
  g_test_add_func ("/core/organization/dup", test_dup);
  g_test_add_func ("/core/organization/boxed", test_boxed);
  g_test_add_func ("/core/organization/numbers", test_numbers);
  g_test_add_func ("/core/organization/kind-guess", test_kind_guess);
  return g_test_run ();
}
