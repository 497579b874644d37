/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of records: out and in again without a change, edited, refused, damaged. */

#include "records-fixture.h"

#include <string.h>

#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-selection.h"

/* --- every kind ------------------------------------------------------------------------------ */

static gint64 fill_and_store (BatchFixture        *self,
                              const MerRecordKind *kind,
                              guint                number);

static gint64
some_record (BatchFixture        *self,
             const MerRecordKind *kind)
{
  g_autoptr (GPtrArray) list = mer_store_records (self->base.document, kind, 0, NULL);

  return list->len > 0 ? ((MerRecord *) list->pdata[0])->id : fill_and_store (self, kind, 0);
}

static gint64
some_number (BatchFixture   *self,
             const MerField *field)
{
  if (g_str_equal (field->key, "year"))
    return 2022;
  if (g_str_equal (field->key, "from_id"))
    return some_record (self, &mer_record_meeting);
  return g_str_equal (field->key, "to_id") ? self->school : 7;
}

static char *
some_text (const MerField *field,
           guint           number)
{
  if (g_str_equal (field->key, "from_kind") || g_str_equal (field->key, "to_kind"))
    return g_strdup (*field->key == 'f' ? "meeting" : "organization");
  switch ((int) field->type)
    {
    case MER_FIELD_DAY:
      return g_strdup ("2024-10-14");
    case MER_FIELD_DECIMAL:
      return g_strdup ("1250.50");
    case MER_FIELD_NOTE:
    case MER_FIELD_LIST:
      return g_strdup_printf ("Первая; «строка» %u\nвторая, \"строка\"", number);
    default:
      return g_strdup_printf ("=Значение; поля,\"%s\" № %u", field->key, number);
    }
}

static void
fill (BatchFixture   *self,
      MerRecord      *record,
      const MerField *field,
      guint           number)
{
  const MerRecordKind *target = mer_record_kind_find (field->target);

  if (field->type <= MER_FIELD_CODE)
    mer_record_take_text (record, field, some_text (field, number));
  else if (field->type == MER_FIELD_ORGANIZATION)
    mer_record_set_number (record, field, number % 2 == 0 ? self->school : self->garden);
  else if (field->type == MER_FIELD_CHOICE)
    mer_record_set_number (record, field, number % field->n_choices);
  else if (field->type == MER_FIELD_FLAG)
    mer_record_set_number (record, field, number % 2);
  else if (field->type == MER_FIELD_NUMBER)
    mer_record_set_number (record, field, some_number (self, field));
  else if (target != record->kind || number > 0)
    mer_record_set_number (record, field, some_record (self, target));
}

static gint64
fill_and_store (BatchFixture        *self,
                const MerRecordKind *kind,
                guint                number)
{
  MerRecord *record = mer_record_new (kind, self->cycle);

  for (guint i = 0; i < kind->n_fields; i++)
    fill (self, record, &kind->fields[i], number);
  return records_store (self, record);
}

static MerRecordImport *
read_file (BatchFixture        *self,
           const MerRecordKind *kind,
           const char          *path)
{
  g_autoptr (GError) error = NULL;
  MerTableOptions  table = { .path = path };
  MerRecordImport *import =
    mer_record_import_read (self->base.document, kind, self->cycle, &table, &error);

  g_assert_no_error (error);
  return import;
}

static char *
save_table (BatchFixture        *self,
            const MerRecordKind *kind,
            const char          *extension)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (kind->id, extension, NULL);
  char            *path = g_build_filename (self->base.folder, name, NULL);

  mer_record_table_save (self->base.document, kind, self->cycle, path, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
check_round_trip (BatchFixture        *self,
                  const MerRecordKind *kind,
                  const char          *extension)
{
  g_autofree char *path = save_table (self, kind, extension);
  g_autoptr (MerRecordImport) import = read_file (self, kind, path);

  for (guint i = 0; i < import->problems->len; i++)
    g_test_message ("%s: %s", kind->id, (char *) import->problems->pdata[i]);
  g_assert_cmpuint (import->refused, ==, 0);
  g_assert_cmpuint (import->changed, ==, 0);
  g_assert_cmpuint (import->added, ==, 0);
  g_assert_cmpuint (import->ignored->len, ==, 0);
  g_assert_cmpuint (import->unchanged, ==, records_count (self, kind));
  g_assert_cmpuint (import->unchanged, >, 2);
}

static void
test_round_trip (BatchFixture *self,
                 gconstpointer data)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  fixture_begin (&self->base, "Язык");
  g_assert_true (mer_document_set_setting (self->base.document, "language", data, NULL));
  fixture_commit (&self->base);
  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint number = 0; number < 3; number++)
      fill_and_store (self, kinds[i], number);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      check_round_trip (self, kinds[i], ".csv");
      check_round_trip (self, kinds[i], ".XLSX");
    }
}

/* Else a table could not be read by its headings, or a choice by its words. */
static void
test_words_tell_apart (void)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();

  for (MerLanguage language = MER_LANGUAGE_RU; language <= MER_LANGUAGE_EN; language++)
    for (guint i = 0; kinds[i] != NULL; i++)
      {
        g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

        for (guint k = 0; k < kinds[i]->n_fields; k++)
          {
            const MerField *field = &kinds[i]->fields[k];
            g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

            g_test_message ("%s: %s", kinds[i]->id, field->key);
            if (field->flags & MER_FIELD_HIDDEN)
              continue; /* known by its key alone */
            g_assert_true (g_hash_table_add (titles,
                                             (gpointer) (gsize) mer_tr (language, field->title)));
            for (guint c = 0; c < field->n_choices; c++)
              g_assert_true (g_hash_table_add (
                words, (gpointer) (gsize) mer_tr (language, field->choices[c].title)));
          }
      }
}

/* --- edited ---------------------------------------------------------------------------------- */

static MerCouncilMember *
member (BatchFixture *self,
        gint64        id)
{
  return mer_store_record (self->base.document, &mer_record_member, id, NULL);
}

static void
test_edited (BatchFixture *self,
             gconstpointer data)
{
  gint64 first = records_add (self, &mer_record_member, "name", "Иванова Ирина Петровна",
                              "contacts", "8 (800) 1", "note", "Заметка");
  gint64 second = records_add (self, &mer_record_member, "name", "Петров Пётр Петрович");
  g_autoptr (MerRecordImport) import = NULL;
  g_autoptr (MerCouncilMember) changed = NULL;
  g_autoptr (GPtrArray) all = NULL;

  /* without the column of notes, which stay; contacts are emptied; one row is new */
  import = records_read (self, &mer_record_member,
                         "id\tFull name of a person\tRole\tContacts\tОценка\n"
                         "1\tИванова Ирина Павловна\tchair\t\t5\n"
                         "2\tПетров Пётр Петрович\tmember\t\t\n"
                         "\tСидорова Анна Ильинична\tdeputy chair\tsecret@example.org\t\n"
                         "\t\t\t\tИтого\n");
  g_assert_cmpuint (import->problems->len, ==, 0);
  g_assert_cmpuint (import->added, ==, 1);
  g_assert_cmpuint (import->changed, ==, 1);
  g_assert_cmpuint (import->unchanged, ==, 1);
  g_assert_cmpuint (import->ignored->len, ==, 1);
  g_assert_cmpstr (import->ignored->pdata[0], ==, "Оценка");
  g_assert_cmpuint (records_count (self, &mer_record_member), ==, 2);
  records_apply (self, import);
  changed = member (self, first);
  g_assert_cmpstr (changed->name, ==, "Иванова Ирина Павловна");
  g_assert_cmpint (changed->role, ==, MER_COUNCIL_CHAIR);
  g_assert_null (changed->contacts);
  g_assert_cmpstr (changed->note, ==, "Заметка");
  all = mer_store_records (self->base.document, &mer_record_member, 0, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (((MerRecord *) all->pdata[1])->id, ==, second);
  g_assert_cmpstr (((MerCouncilMember *) all->pdata[2])->name, ==, "Сидорова Анна Ильинична");
}

static void
assert_members (BatchFixture *self,
                const char   *first,
                guint         n)
{
  g_autoptr (GPtrArray) all =
    mer_store_records (self->base.document, &mer_record_member, 0, NULL);

  g_assert_cmpuint (all->len, ==, n);
  g_assert_cmpstr (((MerCouncilMember *) all->pdata[0])->name, ==, first);
}

static void
test_undo (BatchFixture *self,
           gconstpointer data)
{
  g_autoptr (MerRecordImport) import = NULL;

  records_add (self, &mer_record_member, "name", "Иванова Ирина Петровна");
  import = records_read (self, &mer_record_member,
                         "id,name\n1,Иванова Ирина Павловна\n,Сидорова Анна\n,Орлов Олег\n");
  records_apply (self, import);
  assert_members (self, "Иванова Ирина Павловна", 3);
  fixture_undo (&self->base);
  assert_members (self, "Иванова Ирина Петровна", 1);
  fixture_redo (&self->base);
  assert_members (self, "Иванова Ирина Павловна", 3);
}

/* A work plan in one table: what a row is part of stands above it and has no id yet. */
static void
test_parent_above (BatchFixture *self,
                   gconstpointer data)
{
  g_autoptr (MerRecordImport) import = NULL;
  g_autoptr (GPtrArray) all = NULL;

  records_add (self, &mer_record_work_item, "what", "Подготовка", "level", "section");
  import = records_read (self, &mer_record_work_item,
                         "level\tnumber\twhat\tparent\n"
                         "section\t1\tПодготовка\t\n"
                         "item\t1.1\tВыбрать оператора\t1 Подготовка\n"
                         "step\t\tОбъявить конкурс\t1.1\n"
                         "item\t1.2\tПровести семинар\tподготовка\n");
  for (guint i = 0; i < import->problems->len; i++)
    g_test_message ("%s", (char *) import->problems->pdata[i]);
  g_assert_cmpuint (import->refused, ==, 0);
  records_apply (self, import);
  all = mer_store_records (self->base.document, &mer_record_work_item, self->cycle, NULL);
  g_assert_cmpuint (all->len, ==, 5);
  for (guint i = 1; i < 5; i++)
    {
      static const guint parents[] = { 0, 0, 1, 2, 1 };
      gint64             parent = ((MerWorkItem *) all->pdata[i])->parent;

      g_assert_cmpint (parent, ==,
                       parents[i] > 0 ? ((MerRecord *) all->pdata[parents[i]])->id : 0);
    }
}

/* The same table twice, without ids: nothing is added twice. */
static void
test_again (BatchFixture *self,
            gconstpointer data)
{
  static const char *const text = "level\tnumber\twhat\tparent\n"
                                  "section\t1\tПодготовка\t\n"
                                  "item\t1.1\tВыбрать оператора\t1 Подготовка\n"
                                  "item\t1.1\tВыбрать оператора\t1 Подготовка\n";
  g_autoptr (MerRecordImport) first = records_read (self, &mer_record_work_item, text);
  g_autoptr (MerRecordImport) again = NULL;
  g_autoptr (MerRecordImport) more = NULL;

  g_assert_cmpuint (first->added, ==, 3);
  records_apply (self, first);
  again = records_read (self, &mer_record_work_item, text);
  g_assert_cmpuint (again->unchanged, ==, 3);
  g_assert_cmpuint (again->added, ==, 0);
  more = records_read (self, &mer_record_work_item, "what\tlevel\nПодготовка\tsection\n");
  g_assert_cmpuint (more->added, ==, 1); /* of no number: another one */
}

/* --- refused --------------------------------------------------------------------------------- */

static void
assert_problems (BatchFixture        *self,
                 const MerRecordKind *kind,
                 const char          *text,
                 const char *const   *expected)
{
  g_autoptr (MerRecordImport) import = records_read (self, kind, text);
  guint before = records_count (self, kind);

  for (guint i = 0; i < import->problems->len; i++)
    g_assert_cmpstr (import->problems->pdata[i], ==, expected[i]);
  g_assert_null (expected[import->problems->len]);
  g_assert_cmpuint (import->refused, >, 0);
  g_assert_cmpuint (records_count (self, kind), ==, before);
}

static void
test_refused (BatchFixture *self,
              gconstpointer data)
{
  static const char *const heads[] = {
    "Row 3, column A (Organization): The registry has no organization “СОШ № 33”.",
    "Row 3, column C (since): “вчера” is no day. Write it as 14.10.2024.",
    "Row 4: “Full name of a person” is not filled in.",
    "Row 5: The time in office ends before it begins.",
    "Row 6, column E (id): There is no record with the id 77. Leave the cell empty to add one.",
    "Row 7, column E (id): “№” is no id. Leave the cell empty to add a record.",
    NULL
  };
  static const char *const twice[] = {
    "Row 3, column A (id): The id 1 stands in a row above already.", NULL
  };

  assert_problems (self, mer_record_kind_find ("head"),
                   "Organization\tFull name of a person\tsince\tuntil\tid\n"
                   "СОШ № 3\tА. Б.\t01.02.2020\t\t\n"
                   "СОШ № 33\tА. Б.\tвчера\t\t\n"
                   "СОШ № 3\t\t\t\t\n"
                   "СОШ № 3\tА. Б.\t01.02.2024\t01.02.2020\t\n"
                   "СОШ № 3\tА. Б.\t\t\t77\n"
                   "СОШ № 3\tА. Б.\t\t\t№\n",
                   heads);
  records_add (self, &mer_record_member, "name", "Иванова Ирина Петровна");
  assert_problems (self, &mer_record_member, "id,name\n1,А. Б.\n1,В. Г.\n", twice);
}

/* What the store does not take is told with its row, and nothing of the table stays. */
static void
test_not_taken (BatchFixture *self,
                gconstpointer data)
{
  g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, self->cycle);
  g_autoptr (MerRecordImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *table = NULL;
  MerDocument     *doc = self->base.document;

  plan->organization = self->school;
  plan->state = MER_PLAN_APPROVED;
  plan->approved = g_strdup ("2024-11-20");
  fixture_begin (&self->base, "План");
  g_assert_true (mer_store_save_record (doc, plan, &error));
  fixture_commit (&self->base);
  table = g_strdup_printf ("plan;measure\n#%d;Пандус\n", (int) plan->record.id);
  import = records_read (self, &mer_record_plan_item, table);
  g_assert_cmpuint (import->added, ==, 1);
  fixture_begin (&self->base, "Импорт");
  g_assert_false (mer_record_import_apply (import, doc, &error));
  mer_document_rollback (doc);
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "Row 2: The plan is approved."));
  g_assert_cmpuint (records_count (self, &mer_record_plan_item), ==, 0);
}

/* A closed cycle is only read, and the document stays as it was. */
static void
test_closed (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (MerRecordImport) import = NULL;
  g_autoptr (GError) error = NULL;
  MerDocument *doc = self->base.document;

  fixture_begin (&self->base, "Закрыть");
  g_assert_true (mer_store_set_cycle_setting (doc, self->cycle, "closed", "2024-12-31", NULL));
  fixture_commit (&self->base);
  import = records_read (self, &mer_record_meeting, "day\n14.10.2024\n");
  fixture_begin (&self->base, "Импорт");
  g_assert_false (mer_record_import_apply (import, doc, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (doc);
  g_assert_cmpuint (records_count (self, &mer_record_meeting), ==, 0);
}

/* --- damaged --------------------------------------------------------------------------------- */

static char *
damage (const char *text,
        gsize       length,
        GRand      *rand,
        gsize      *out)
{
  static const char *const pieces[] = { ";", "\"", "\n", "\t", "#1", "\xff", "−1", "9e99",
                                        "99999999999999999999", "=1+1", "14.10.2024", "id;", "" };
  GString                 *damaged = g_string_new_len (text, (gssize) length);

  for (int i = g_rand_int_range (rand, 1, 12); i > 0; i--)
    {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
      gsize       at = (gsize) g_rand_int_range (rand, 0, (gint32) damaged->len);
      gsize       cut = (gsize) g_rand_int_range (rand, 0, 20);

      g_string_erase (damaged, (gssize) at, (gssize) MIN (cut, damaged->len - at));
      g_string_insert (damaged, (gssize) at, piece);
    }
  *out = damaged->len;
  return g_string_free (damaged, FALSE);
}

/* Whatever the bytes, a table is refused with a sentence or read, and what was read can be stored;
 * the document is sound afterwards. */
static void
try_damaged (BatchFixture        *self,
             const MerRecordKind *kind,
             const char          *path)
{
  g_autoptr (GError) error = NULL;
  MerTableOptions table = { .path = path };
  g_autoptr (MerRecordImport) import =
    mer_record_import_read (self->base.document, kind, self->cycle, &table, &error);

  if (import == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_cmpuint (import->records->len, ==, import->added + import->changed);
  g_assert_true ((import->refused == 0) == (import->problems->len == 0));
  for (guint i = 0; i < import->problems->len; i++)
    g_assert_true (g_utf8_validate (import->problems->pdata[i], -1, NULL));
  fixture_begin (&self->base, "Импорт");
  mer_record_import_apply (import, self->base.document, &error);
  g_assert_no_error (error);
  mer_document_rollback (self->base.document);
}

static void
test_damaged (BatchFixture *self,
              gconstpointer data)
{
  static const char *const ids[] = { "work-item", "agenda-item", "plan-item", "remark", "earlier",
                                     "link", "contract", "publication" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20241203);
  g_autofree char *bad = g_build_filename (self->base.folder, "bad.csv", NULL);
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MerRecordKind *kind = mer_record_kind_find (ids[i]);
      g_autofree char     *path = NULL;
      g_autofree char     *text = NULL;
      gsize                length = 0;

      for (guint number = 0; number < 4; number++)
        fill_and_store (self, kind, number);
      path = save_table (self, kind, ".csv");
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      for (guint round = 0; round < 60; round++)
        {
          gsize            size = 0;
          g_autofree char *damaged = damage (text, length, rand, &size);

          g_assert_true (g_file_set_contents (bad, damaged, (gssize) size, NULL));
          try_damaged (self, kind, bad);
        }
    }
  problems = mer_document_verify (self->base.document, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, function)                                       \
  g_test_add (path, BatchFixture, data, batch_fixture_set_up, function, \
              batch_fixture_tear_down)
  ADD ("/record-tables/round-trip/ru", "ru", test_round_trip);
  ADD ("/record-tables/round-trip/en", "en", test_round_trip);
  ADD ("/record-tables/edited", NULL, test_edited);
  ADD ("/record-tables/undo", NULL, test_undo);
  ADD ("/record-tables/parent-above", NULL, test_parent_above);
  ADD ("/record-tables/again", NULL, test_again);
  ADD ("/record-tables/refused", NULL, test_refused);
  ADD ("/record-tables/not-taken", NULL, test_not_taken);
  ADD ("/record-tables/closed", NULL, test_closed);
  ADD ("/record-tables/damaged", NULL, test_damaged);
  g_test_add_func ("/record-tables/words-tell-apart", test_words_tell_apart);
  return g_test_run ();
}
