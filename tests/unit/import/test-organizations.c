/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry out of a table: what is new, what is updated, what is told. */
#include "config.h"

#include <locale.h>

#include "core/mer-registry-number.h"
#include "import-fixture.h"

#define HEADER \
  "Краткое наименование;Полное наименование;Вид;ИНН;Адрес;Сайт;Численность получателей\n"

static void
test_new (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    HEADER "СОШ № 3;МБОУ «Средняя школа № 3»;;7707083893;г. Энск, ул. Мира, 1;sosh3.ru;1 134\n"
           "Радуга;МБДОУ «Детский сад „Радуга“»;дошкольная;;;;\n"
           "Дом творчества;;доп. образование;;;;250\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  const MerOrganization *school = get_organization (organizations, "СОШ № 3");
  g_autoptr (GPtrArray) members = mer_store_members (self->doc, result->cycle_id, NULL);

  assert_counts (result, 3, 0, 0);
  g_assert_null (result->obstacle);
  g_assert_cmpuint (result->created, ==, 3);
  g_assert_cmpuint (organizations->len, ==, 3);
  g_assert_cmpstr (school->full_name, ==, "МБОУ «Средняя школа № 3»");
  g_assert_cmpstr (school->inn, ==, "7707083893");
  g_assert_cmpstr (school->site, ==, "sosh3.ru");
  g_assert_cmpint (school->kind, ==, MER_ORGANIZATION_GENERAL);
  g_assert_cmpint (get_organization (organizations, "Радуга")->kind, ==,
                   MER_ORGANIZATION_PRESCHOOL);
  g_assert_cmpint (get_organization (organizations, "Дом творчества")->kind, ==,
                   MER_ORGANIZATION_ADDITIONAL);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpint (((MerCycleMember *) members->pdata[0])->recipients +
                     ((MerCycleMember *) members->pdata[1])->recipients,
                   ==, 1134 + 250);
}

static void
test_update (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerImportResult) first = fixture_import (
    self, MER_BATCH_ORGANIZATIONS, HEADER "СОШ № 3;;;7707083893;старый адрес;;\nРадуга;;;;;;\n");
  g_autoptr (MerImportResult) second = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    HEADER "Школа имени Героя;;;7707083893;новый адрес;;\n«РАДУГА»;;;;;raduga.ru;\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  const MerOrganization *school = get_organization (organizations, "СОШ № 3");
  g_autoptr (GPtrArray) aliases = mer_store_aliases (self->doc, school->id, NULL);

  assert_counts (first, 2, 0, 0);
  assert_counts (second, 2, 0, 0);
  g_assert_cmpuint (second->created, ==, 0);
  g_assert_cmpuint (organizations->len, ==, 2);
  g_assert_cmpstr (school->address, ==, "новый адрес");
  g_assert_nonnull (find_problem (second, "other-name"));
  g_assert_true (g_ptr_array_find_with_equal_func (aliases, "Школа имени Героя", g_str_equal,
                                                   NULL));
  g_assert_cmpstr (get_organization (organizations, "Радуга")->site, ==, "raduga.ru");
}

static void
assert_change (const MerImportResult *result,
               guint                  index,
               const char            *organization,
               const char            *field,
               const char            *old_value,
               const char            *new_value)
{
  const MerImportChange *change;

  g_assert_cmpuint (index, <, result->changes->len);
  change = result->changes->pdata[index];
  g_assert_cmpstr (change->organization, ==, organization);
  g_assert_cmpstr (change->field, ==, field);
  g_assert_cmpstr (change->old_value, ==, old_value);
  g_assert_cmpstr (change->new_value, ==, new_value);
}

#define CHANGES_HEADER \
  "Организация;Вид;ИНН;Адрес;Руководитель;Получатели;Головная организация;Состояние\n"

/* A dry run tells what the import itself then does, and an empty cell changes nothing. */
static void
test_changes (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerImportResult) first = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    CHANGES_HEADER "СОШ № 3;Общее;7707083893;старый адрес;Иванова;100;;\nЛиповская ООШ;;;;;;;\n");
  g_autoptr (MerImportOptions) options = fixture_table (
    self, MER_BATCH_ORGANIZATIONS, "u.csv",
    CHANGES_HEADER "Школа № 3;;7707083893;новый адрес;;120;;\n"
                   "Липовская ООШ;;;;Петров;;СОШ № 3;закрыта\nРадуга;дошкольное;;;;;;\n");
  g_autoptr (MerImportResult) dry = NULL;
  g_autoptr (MerImportResult) wet = NULL;
  g_autoptr (MerImportResult) again = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (first->created, ==, 2);
  g_assert_cmpuint (first->changed, ==, 0);
  assert_change (first, 0, "СОШ № 3", NULL, NULL, NULL);
  options->dry_run = TRUE;
  dry = fixture_run (self, options);
  options->dry_run = FALSE;
  wet = fixture_run (self, options);
  for (guint i = 0; i < 2; i++)
    {
      const MerImportResult *result = i == 0 ? dry : wet;

      g_assert_cmpuint (result->created, ==, 1);
      g_assert_cmpuint (result->changed, ==, 2);
      g_assert_cmpuint (result->changes->len, ==, 6);
      assert_change (result, 0, "СОШ № 3", "address", "старый адрес", "новый адрес");
      assert_change (result, 1, "СОШ № 3", "recipients", "100", "120");
      assert_change (result, 2, "Липовская ООШ", "head", NULL, "Петров");
      g_assert_cmpstr (((MerImportChange *) result->changes->pdata[3])->field, ==, "state");
      assert_change (result, 4, "Липовская ООШ", "parent", NULL, "СОШ № 3");
      assert_change (result, 5, "Радуга", NULL, NULL, NULL);
    }
  text = mer_import_change_text (wet->changes->pdata[0]);
  g_assert_cmpstr (text, ==, "СОШ № 3: address “старый адрес” → “новый адрес”");
  organizations = fixture_organizations (self);
  g_assert_cmpstr (get_organization (organizations, "СОШ № 3")->head, ==, "Иванова");
  g_assert_cmpint (get_organization (organizations, "Липовская ООШ")->state, ==,
                   MER_ORGANIZATION_CLOSED);
  options->keep_duplicates = TRUE;
  again = fixture_run (self, options);
  g_assert_cmpuint (again->changes->len, ==, 0);
  g_assert_cmpuint (again->changed, ==, 0);
}

/* A branch stands above its parent and shares its number; who would be above itself stays. */
static void
test_parents (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "Организация;ИНН;Головная организация\n"
    "Филиал в с. Заречье;7707083893;7707083893\nСОШ № 3;7707083893;\n"
    "Первая;;Вторая\nВторая;;Третья\nТретья;;Первая\nСама;;Сама\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  const MerImportProblem *loop = get_problem (result, "parent-loop");

  assert_counts (result, 6, 0, 0);
  g_assert_cmpint (get_organization (organizations, "Филиал в с. Заречье")->parent_id, ==,
                   get_organization (organizations, "СОШ № 3")->id);
  g_assert_cmpint (get_organization (organizations, "Первая")->parent_id, ==,
                   get_organization (organizations, "Вторая")->id);
  g_assert_cmpint (get_organization (organizations, "Вторая")->parent_id, ==,
                   get_organization (organizations, "Третья")->id);
  g_assert_cmpint (get_organization (organizations, "Третья")->parent_id, ==, 0);
  g_assert_cmpint (loop->row, ==, 6);
  g_assert_nonnull (strstr (loop->text, "“Третья” cannot be a branch of “Первая”"));
  g_assert_cmpint (get_problem (result, "unknown-parent")->row, ==, 7);
}

/* A wrong number is told with row and column and is not stored; a lost zero is put back. */
static void
test_numbers (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "Организация;ИНН;ОГРН\nШкола 1;7707083894;1027700132195\nШкола 2;105067490;\n"
    "Школа 3;770708389X;123\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  const MerImportProblem *problem = get_problem (result, "bad-number");

  g_assert_true (mer_inn_is_valid ("0105067490"));
  assert_counts (result, 3, 0, 0);
  g_assert_cmpint (problem->row, ==, 2);
  g_assert_cmpuint (problem->column, ==, 2);
  g_assert_cmpint (problem->severity, ==, MER_PROBLEM_NOTE);
  g_assert_nonnull (strstr (problem->text, "7707083894"));
  g_assert_null (get_organization (organizations, "Школа 1")->inn);
  g_assert_cmpstr (get_organization (organizations, "Школа 1")->ogrn, ==, "1027700132195");
  g_assert_cmpstr (get_organization (organizations, "Школа 2")->inn, ==, "0105067490");
  g_assert_null (get_organization (organizations, "Школа 3")->inn);
  g_assert_null (get_organization (organizations, "Школа 3")->ogrn);
}

static void
test_twice (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "Организация;Адрес\nСОШ № 1;ул. Мира\nСОШ №1;ул. Мира\nСОШ № 2;ул. Мира\nСОШ N 2;ул. Лесная\n"
    "СОШ № 3;\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  const MerImportProblem *different = get_problem (result, "different-twice");

  assert_counts (result, 2, 2, 1);
  g_assert_nonnull (find_problem (result, "twice"));
  g_assert_nonnull (strstr (different->text, "4"));
  g_assert_nonnull (strstr (different->text, "5"));
  g_assert_null (find_organization (organizations, "СОШ № 2"));
  g_assert_cmpuint (organizations->len, ==, 2);
}

/* Branches share the INN of their head; two villages share a name. */
static void
test_shared (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "Организация;ИНН;Головная организация\nФилиал в с. Ольховка;7707083893;СОШ № 3\n"
    "СОШ № 3;7707083893;\nСолнышко;7736050003;\nСолнышко;7728168971;\n"
    "Дошкольные группы СОШ № 3;7707083893;Нет такой\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);

  assert_counts (result, 5, 0, 0);
  g_assert_cmpuint (organizations->len, ==, 5);
  g_assert_cmpint (get_organization (organizations, "Филиал в с. Ольховка")->parent_id, ==,
                   get_organization (organizations, "СОШ № 3")->id);
  g_assert_nonnull (find_problem (result, "same-name"));
  g_assert_nonnull (find_problem (result, "unknown-parent"));
}

/* Name and number that speak of two organizations are not put together. */
static void
test_contradiction (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (MerImportResult) first = fixture_import (
    self, MER_BATCH_ORGANIZATIONS, "Организация;ИНН\nСОШ № 3;7707083893\nСОШ № 4;\n");
  g_autoptr (MerImportResult) second = fixture_import (
    self, MER_BATCH_ORGANIZATIONS, "Организация;ИНН\nСОШ № 4;7707083893\nСОШ № 5;\n");

  assert_counts (first, 2, 0, 0);
  assert_counts (second, 1, 1, 0);
  g_assert_nonnull (find_problem (second, "several-organizations"));
}

static void
test_rows (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "Организация;Вид;Численность получателей\nСОШ № 3;бюджетное;много\n;школа;5\nСОШ № 4\n"
    "Ясли;что-то;1 000 000 000 000\n");

  assert_counts (result, 2, 2, 0);
  g_assert_cmpint (get_problem (result, "no-organization")->row, ==, 3);
  g_assert_cmpint (get_problem (result, "ragged-row")->row, ==, 4);
  g_assert_cmpint (get_problem (result, "bad-recipients")->row, ==, 2);
  g_assert_cmpint (get_problem (result, "unknown-kind")->row, ==, 5);
}

#define ADD(name, function) \
  g_test_add ("/organizations/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("update", test_update);
  ADD ("changes", test_changes);
  ADD ("parents", test_parents);
  ADD ("numbers", test_numbers);
  ADD ("twice", test_twice);
  ADD ("shared", test_shared);
  ADD ("contradiction", test_contradiction);
  ADD ("rows", test_rows);
  return g_test_run ();
}
