/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a plan out and back: as it was sent, filled in, and in every state in which offices
 * return tables. Nothing of it may be lost without a word. */

#include "config.h"

#include <signal.h>
#include <sys/resource.h>

#include "plan-form-fixture.h"
#include "report/mer-report.h"

static void
test_round_trip (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "form.xlsx", NULL);
  g_autoptr (MerTemplate) form = mer_plan_form_new (self->book, NULL, MER_LANGUAGE_RU, "Отдел");
  g_autoptr (GBytes) bytes = mer_template_render (form, &error);
  g_autoptr (MerPlanReading) reading = NULL;

  g_assert_no_error (error);
  g_assert_true (mer_report_save (bytes, path, &error));
  reading = read_form (self, path, NULL);
  g_assert_cmpuint (reading->unchanged, ==, self->book->n_lines);
  g_assert_cmpuint (reading->changed + reading->added + reading->refused, ==, 0);
  g_assert_cmpuint (reading->problems->len, ==, 0);
  g_unlink (path);
}

#define HEADER                                                                      \
  "Organization;Criterion;2. Measure;3. Planned term;5a. Measures that were taken;" \
  "5b. Actual term;Evidence (document, address on the site);Done, per cent;"        \
  "Code of the row (do not change)\n"

static void
assert_problem (const MerPlanReading *reading,
                guint                 i,
                const char           *part)
{
  g_assert_cmpuint (reading->problems->len, >, i);
  g_assert_nonnull (strstr (reading->problems->pdata[i], part));
}

static void
test_filled (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char      *name = "ДС «Алёнушка»";
  gint64           a = line_of (self, name, 1)->item->record.id;
  gint64           b = line_of (self, name, 2)->item->record.id;
  gint64           c = line_of (self, name, 3)->item->record.id;
  gint64           other = line_of (self, "СОШ № 1", 0)->item->record.id;
  guint            n_lines = sheet_of (self, name)->n_lines;
  g_autofree char *text = g_strdup_printf (
    "План;;;;;;;;\n" HEADER ";;Мера;до 1 мая 2025 г.;Сделано;01.12.2024;Акт № 1;100;M%d\n"
    ";;Мера;до 1 мая 2025 г.;Сделано;02.12.2024;;50 %%;М%d\n"
    ";;Мера;;;31.02.2025;;;M%d\n;;Мера;;;;;;M%d\n;;Мера;;;;;;M999999\n"
    "СОШ № 1;;Мера;;;;;;M%d\n;;Мера;;;;;120;M%d\n;К2 Комфортность;Своя мера;постоянно;;;;;\n",
    (int) a, (int) b, (int) c, (int) a, (int) other, (int) c);
  g_autofree char *path = write_csv (self, text);
  g_autoptr (MerPlanReading) reading = read_form (self, path, name);

  g_assert_cmpuint (reading->changed, ==, 2);
  g_assert_cmpuint (reading->added, ==, 1);
  g_assert_cmpuint (reading->doubtful, ==, 2); /* no day, another's */
  g_assert_cmpuint (reading->refused, ==, 3);
  assert_problem (reading, 0, "form.csv"); /* no evidence: stays in work */
  begin (self);
  g_assert_true (mer_plan_reading_apply (reading, self->doc, NULL, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpint (mer_plan_book_line (self->book, a)->standing, ==, MER_STANDING_DONE);
  g_assert_cmpint (mer_plan_book_line (self->book, b)->standing, ==, MER_STANDING_WORK);
  g_assert_cmpint (mer_plan_book_line (self->book, b)->item->share, ==, 50);
  g_assert_cmpuint (sheet_of (self, name)->n_lines, ==, n_lines + 1);
  g_unlink (path);
}

static void
test_no_form (Fixture      *self,
              gconstpointer data)
{
  static const char *const files[] = { "a;b\n1;2\n", "2. Measure;x\n1;2\n",
                                       "Code of the row (do not change)\nM1\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char   *path = write_csv (self, files[i]);
      MerTableOptions    table = { .path = path };
      MerPlanFormOptions options = { .language = MER_LANGUAGE_RU };

      g_assert_null (mer_plan_form_read (self->book, &table, &options, &error));
      g_assert_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
      g_assert_nonnull (strstr (error->message, "form.csv"));
      g_unlink (path);
    }
}

/* --- messy returns ---------------------------------------------------------------------------- */

static void
test_days (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *day; /* NULL: a question */
    gboolean    named;
  } days[] = {
    { "01.12.2024", "2024-12-01", FALSE },
    { "2024-12-01", "2024-12-01", FALSE },
    { "45627", "2024-12-01", TRUE },
    { "01.12.24", "2024-12-01", TRUE },
    { "ноябрь 2024 г.", "2024-11-30", TRUE },
    { "III квартал 2024 г.", "2024-09-30", TRUE },
    { "31.02.2024", NULL, FALSE },
    { "скоро", NULL, FALSE },
    { "01.12.2030", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GString) text = g_string_new (FULL);
      g_autoptr (MerPlanReading) reading = NULL;

      add_row (text, item_of (self, aljonushka, 1), NULL, "Сделано", days[i].typed, "Акт");
      reading = read_text (self, text, aljonushka);
      g_assert_cmpuint (reading->refused, ==, 0);
      if (days[i].day == NULL)
        {
          assert_doubt (reading, 2, days[i].typed);
          continue;
        }
      g_assert_cmpuint (reading->changed, ==, 1);
      g_assert_cmpstr (change_of (reading, 2)->item->done_on, ==, days[i].day);
      g_assert_true (says (reading, days[i].typed) == days[i].named);
    }
}

/* An empty cell takes nothing away; what is in another column is named. */
static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Примечание;" FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerPlanItem *item = item_of (self, aljonushka, 1);

  g_string_append_printf (text, "Ждём денег;;;;;Начали;;;M%d\n", (int) item->record.id);
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->changed, ==, 1);
  g_assert_cmpstr (change_of (reading, 2)->item->measure, ==, item->measure);
  g_assert_cmpstr (change_of (reading, 2)->item->deadline, ==, item->deadline);
  g_assert_cmpstr (change_of (reading, 2)->item->taken, ==, "Начали");
  g_assert_true (says (reading, item->measure));
  g_assert_true (says (reading, "Примечание"));
}

/* The code of one row stands in two: an item was split. */
static void
test_split (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerPlanItem *item = item_of (self, aljonushka, 1);
  gint64             id = item->record.id;
  guint              n = sheet_of (self, aljonushka)->n_lines;

  add_row (text, item, NULL, "Начали", "", "");
  add_row (text, item, "Вторая половина", "", "", "");
  add_row (text, item, "Вторая половина", "", "", "");
  add_row (text, item, NULL, "Начали", "", "");
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->changed, ==, 1);
  assert_doubt (reading, 3, "M");
  g_assert_cmpuint (reading->refused, ==, 1); /* a mere repetition */
  mer_plan_reading_take (reading, TRUE, FALSE);
  g_assert_cmpuint (reading->added, >=, 1);
  g_assert_cmpint (change_of (reading, 3)->item->record.id, ==, 0);
  g_assert_cmpstr (change_of (reading, 3)->item->problem, ==, item->problem);
  g_assert_cmpstr (change_of (reading, 3)->item->criterion, ==, item->criterion);
  apply (self, reading);
  g_assert_cmpuint (sheet_of (self, aljonushka)->n_lines, >, n);
  g_assert_cmpstr (mer_plan_book_line (self->book, id)->item->taken, ==, "Начали");
}

/* Texts and codes of other rows, of other organizations, and rows that are not there. */
static void
test_mixed (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Organization;" FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerPlanItem *one = item_of (self, aljonushka, 1);
  const MerPlanItem *two = item_of (self, aljonushka, 2);
  const MerPlanItem *three = item_of (self, aljonushka, 3);
  const MerPlanItem *other = item_of (self, "СОШ № 1", 0);
  guint              n = sheet_of (self, aljonushka)->n_lines;

  g_string_append_printf (text, ";;\"%s\";\"%s\";;;;;M%d\n", two->problem, two->measure,
                          (int) one->record.id);
  g_string_append_printf (text, ";;Другое;Совсем другое;;;;;М%d\n", (int) two->record.id);
  g_string_append_printf (text, ";;;;;Начали;;;M%d\n", (int) other->record.id);
  g_string_append_printf (text, "Липовская СОШ;;;;;Начали;;;M%d\n", (int) three->record.id);
  g_string_append (text, ";;;;;Начали;;;M999999\n");
  reading = read_text (self, text, aljonushka);
  assert_doubt (reading, 2, "M");
  assert_doubt (reading, 3, "M");
  assert_doubt (reading, 4, "СОШ № 1");
  assert_doubt (reading, 5, "Липовская СОШ");
  g_assert_cmpuint (reading->refused, ==, 1);
  g_assert_cmpuint (reading->doubtful, ==, 4);
  g_assert_cmpuint (reading->missing, ==, n - 3); /* of the other plan nobody asked */
  mer_plan_reading_take (reading, FALSE, TRUE);
  g_assert_cmpuint (reading->missing, ==, 0);
  g_assert_cmpuint (reading->doubtful, ==, 4);
}

/* Typed anew from the printed form: its headers, its sections, and no codes. */
static void
test_no_codes (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (
    "ПЛАН по устранению недостатков\n"
    "Фактический срок реализации;Недостатки, выявленные в ходе независимой оценки;Наименование "
    "мероприятия по устранению недостатков;Плановый срок реализации;Ответственный исполнитель;"
    "Реализованные меры\n");
  g_autoptr (MerPlanReading) reading = NULL;
  const MerPlanItem *item = item_of (self, aljonushka, 1);
  g_autofree char   *person = NULL;

  person = item->person != NULL && item->post != NULL
             ? g_strdup_printf ("%s, %s", item->person, item->post)
             : g_strdup (item->post != NULL ? item->post : item->person);
  g_string_append_printf (text, ";I. Открытость и доступность информации об организации\n"
                                "ноябрь 2024 г.;\"%s\";\"%s\";%s;%s;Сделано\n",
                          item->problem, item->measure, item->deadline, person);
  g_string_append (text, ";II. Комфортность условий предоставления услуг\n;;Поставить скамью;до 1 "
                         "мая 2025 г.;завхоз;\n;не выявлены;—;—;—;—\n;Только недостаток;;;;\n");
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->changed, ==, 1);
  g_assert_cmpint (change_of (reading, 4)->item->record.id, ==, item->record.id);
  g_assert_cmpstr (change_of (reading, 4)->item->post, ==, item->post);
  g_assert_cmpuint (reading->added, ==, 1);
  g_assert_cmpstr (change_of (reading, 6)->item->criterion, ==, "K2");
  g_assert_cmpuint (reading->refused, ==, 1); /* a shortcoming without a measure is named */
  g_assert_true (says (reading, "8"));
}

/* A form of a version that was replaced after it was sent out. */
static void
test_old_version (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = "ДС «Радуга»";
  g_autoptr (MerPlanItem) old = mer_record_copy (item_of (self, name, 4));
  g_autoptr (MerPlanItem) changed = mer_record_copy (item_of (self, name, 5));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerFormChange *change = NULL;

  add_row (text, old, NULL, "Сделали", "", "");
  add_row (text, changed, NULL, "Сделали", "", "");
  g_ptr_array_add (items, changed);
  g_free (changed->deadline);
  changed->deadline = g_strdup ("до 1 октября 2025 г.");
  begin (self);
  g_assert_true (mer_plans_save_items (self->doc, items, NULL, &error));
  commit (self);
  reading = read_text (self, text, name);
  g_assert_cmpuint (reading->changed, ==, 2);
  change = change_of (reading, 2);
  g_assert_cmpint (change->item->record.id, !=, old->record.id);
  g_assert_cmpstr (change->item->measure, ==, old->measure);
  g_assert_cmpstr (change->item->taken, ==, "Сделали");
  /* what the department changed since then stays */
  g_assert_cmpstr (change_of (reading, 3)->item->deadline, ==, "до 1 октября 2025 г.");
  g_assert_true (says (reading, "version 2"));
}

static void
test_other_cycle (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = mer_store_cycles (self->doc, &error);
  g_autoptr (GPtrArray) theirs = NULL;
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerCycle *earlier = NULL;

  for (guint i = 0; earlier == NULL && i < cycles->len; i++)
    {
      const MerCycle *one = cycles->pdata[i];

      g_clear_pointer (&theirs, g_ptr_array_unref);
      theirs = mer_store_records (self->doc, &mer_record_plan_item, one->id, &error);
      if (one->id != self->book->facts.cycle->id && theirs->len > 0)
        earlier = one;
    }
  g_assert_nonnull (earlier);
  add_row (text, theirs->pdata[0], NULL, "Сделали", "", "");
  reading = read_text (self, text, NULL);
  g_assert_cmpuint (reading->refused, ==, 1);
  g_assert_true (says (reading, earlier->title));
}

/* --- a file for each -------------------------------------------------------------------------- */

static void
rename_organization (Fixture    *self,
                     const char *name,
                     const char *new_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mer_store_organizations (self->doc, &error);

  begin (self);
  for (guint i = 0; i < all->len; i++)
    {
      MerOrganization *one = all->pdata[i];

      if (!g_str_equal (one->name, name))
        continue;
      g_free (one->name);
      one->name = g_strdup (new_name);
      g_assert_true (mer_store_save_organization (self->doc, one, &error));
      g_assert_no_error (error);
    }
  commit (self);
}

static guint
remove_forms (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint       n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_str_has_suffix (name, ".xlsx") ? 1 : 0;
      g_unlink (path);
    }
  g_rmdir (folder);
  return n;
}

/* Names that become one name of a file, and names that are too long for one. */
static void
test_each (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (self->folder, "forms", NULL);
  g_autofree char *padding = g_strnfill (300, 'x');
  g_autofree char *one = g_strdup_printf ("Школа %s № 1", padding);
  g_autofree char *other = g_strdup_printf ("Школа %s № 2", padding);
  guint            n = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  rename_organization (self, "СОШ № 1", "ДС \"Солнце\"");
  rename_organization (self, "ДС «Радуга»", "дс <Солнце>");
  rename_organization (self, "ДЮСШ «Старт»", one);
  rename_organization (self, aljonushka, other);
  g_assert_true (mer_plan_forms_write (self->doc, self->book, NULL, folder, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (remove_forms (folder), ==, n);
}

static void
limit_files (rlim_t most)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = most;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Of the first form there is. */
static rlim_t
size_of_form (MerDocument       *doc,
              const MerPlanBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autofree char    *department = mer_document_get_setting (doc, "department");
  const MerPlanSheet *sheet = NULL;
  g_autoptr (MerTemplate) form = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; sheet == NULL && i < book->sheets->len; i++)
    {
      sheet = &g_array_index (book->sheets, MerPlanSheet, i);
      if (sheet->organization == NULL || sheet->n_lines == 0)
        sheet = NULL;
    }
  form = mer_plan_form_new (book, sheet, mer_document_get_language (doc), department);
  bytes = mer_template_render (form, &error);
  g_assert_no_error (error);
  return g_bytes_get_size (bytes);
}

/* The disk is full after the first: half of the forms would look like all of them. */
static void
test_each_fails (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (self->folder, "forms", NULL);
  guint            n = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  limit_files (size_of_form (self->doc, self->book));
  g_assert_false (mer_plan_forms_write (self->doc, self->book, NULL, folder, &n, &error));
  limit_files (RLIM_INFINITY);
  g_assert_nonnull (error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (remove_forms (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  add ("round-trip", test_round_trip);
  add ("filled", test_filled);
  add ("no-form", test_no_form);
  add ("days", test_days);
  add ("empty", test_empty);
  add ("split", test_split);
  add ("mixed", test_mixed);
  add ("no-codes", test_no_codes);
  add ("old-version", test_old_version);
  add ("other-cycle", test_other_cycle);
  add ("each", test_each);
  add ("each-fails", test_each_fails);
  return g_test_run ();
}
