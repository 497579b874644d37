/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How columns of tables of records are known: by titles, keys, and what departments call them. */

#include "records-fixture.h"

#include "app/mer-record-headings.h"
#include "cycle/mer-selection.h"

static void
assert_no_table (BatchFixture        *self,
                 const MerRecordKind *kind,
                 const char          *text,
                 const char          *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
    mer_record_import_read_text (self->base.document, kind, self->cycle, text, &error));
  g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_headings (BatchFixture *self,
               gconstpointer data)
{
  g_autoptr (MerRecordImport) import = NULL;

  assert_no_table (self, mer_record_kind_find ("earlier"), "Школа;Год\nСОШ № 3;2021\n",
                   "“clipboard” has no headings of “Earlier assessments” in its first rows. Needed "
                   "are: “Organization”, “Year”.");
  assert_no_table (self, mer_record_kind_find ("earlier"), "year;Organization;Year\n1;СОШ № 3;2\n",
                   "“clipboard”: “year” in column A and “Year” in column C are the same.");
  /* under a title, with the columns in an order of their own */
  import = records_read (self, mer_record_kind_find ("earlier"),
                         "Прежние оценки;;\n;;\nplace;YEAR;organization\n2;2021;сош №3\n");
  g_assert_cmpuint (import->added, ==, 1);
  g_assert_cmpuint (import->refused, ==, 0);
}

/* Tables of earlier years have headings of their own, known where none has the usual one. “Рейтинг”
 * is a place in one table and a value in the next: it is left unread and said to be. */
static void
test_earlier_headings (BatchFixture *self,
                       gconstpointer data)
{
  const MerRecordKind *kind = mer_record_kind_find ("earlier");
  g_autoptr (MerRecordImport) import =
    records_read (self, kind, "№ п/п;ОО;Наименование;Год;Балл;Итоговый балл;Рейтинг\n"
                              "1;х;сош №3;2021;7;88,5;2\n");
  g_autoptr (GPtrArray) all = NULL;

  g_assert_cmpuint (import->added, ==, 1);
  g_assert_cmpuint (import->ignored->len, ==, 4);
  records_apply (self, import);
  all = mer_store_records (self->base.document, kind, 0, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((MerEarlier *) all->pdata[0])->year, ==, 2021);
  g_assert_cmpint (((MerEarlier *) all->pdata[0])->place, <, 0);
  g_assert_cmpstr (((MerEarlier *) all->pdata[0])->total, ==, "88.5");
  mer_record_import_free (g_steal_pointer (&import));
  import = records_read (self, kind, "ОО;Год;Балл\nсош №3;2022;91\n");
  g_assert_cmpuint (import->added, ==, 1);
}

/* As departments head their tables; every heading is of a field that there is. */
static void
test_other_headings (BatchFixture *self,
                     gconstpointer data)
{
  g_autoptr (MerRecordImport) import =
    records_read (self, &mer_record_member,
                  "ФИО;Роль в совете;Представляет;С;По\n"
                  "Берёзкина В. А.;председатель;Совет ветеранов;01.02.2024;31.01.2027\n");
  g_autoptr (GPtrArray) all = NULL;
  const MerCouncilMember *one = NULL;
  guint                   n = 0;
  const MerRecordHeading *headings = mer_record_headings (&n);

  g_assert_cmpuint (import->added, ==, 1);
  g_assert_cmpuint (import->ignored->len, ==, 0);
  records_apply (self, import);
  all = mer_store_records (self->base.document, &mer_record_member, 0, NULL);
  one = all->pdata[0];
  g_assert_cmpstr (one->name, ==, "Берёзкина В. А.");
  g_assert_cmpint (one->role, ==, MER_COUNCIL_CHAIR);
  g_assert_cmpstr (one->represents, ==, "Совет ветеранов");
  g_assert_cmpstr (one->until, ==, "2027-01-31");
  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < headings[i].kind->n_fields; k++)
        found = found || g_str_equal (headings[i].kind->fields[k].key, headings[i].field);
      g_assert_true (found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                             \
  g_test_add (path, BatchFixture, NULL, batch_fixture_set_up, function, \
              batch_fixture_tear_down)
  ADD ("/record-headings/titles", test_headings);
  ADD ("/record-headings/earlier", test_earlier_headings);
  ADD ("/record-headings/others", test_other_headings);
#undef ADD
  return g_test_run ();
}
