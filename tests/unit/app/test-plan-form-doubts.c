/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a returned form must not do silently: write a report into another measure, an older mark
 * over a newer one, a row into the plan of another organization or under another criterion, an item
 * into the plan that has it. */

#include "config.h"

#include "app/mer-plan-form-private.h"
#include "plan-form-fixture.h"

/* --- replaced versions ------------------------------------------------------------------------ */

/* An item and another whose measure has the same words. */
static void
find_twins (Fixture            *self,
            const MerPlanItem **one,
            const MerPlanItem **other)
{
  const MerPlanSheet *sheet = sheet_of (self, rainbow);

  for (guint i = 0; i < sheet->n_lines; i++)
    for (guint k = i + 1; k < sheet->n_lines; k++)
      {
        *one = item_of (self, rainbow, i);
        *other = item_of (self, rainbow, k);
        if (g_str_equal ((*one)->measure, (*other)->measure) &&
            !mer_form_same_text ((*one)->problem, (*other)->problem))
          return;
      }
  g_assert_not_reached ();
}

/* The item was taken out; another has a measure of the same words and is another item. */
static void
test_item_gone (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const MerPlanItem *one = NULL;
  const MerPlanItem *other = NULL;
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  find_twins (self, &one, &other);
  add_row (text, one, NULL, "Сделали", "", "");
  begin (self);
  g_assert_true (mer_plans_delete_items (self->doc, &one->record.id, 1, NULL, &error));
  g_assert_no_error (error);
  commit (self);
  reading = read_text (self, text, rainbow);
  g_assert_cmpuint (reading->changed + reading->added + reading->doubtful, ==, 0);
  g_assert_cmpuint (reading->refused, ==, 1);
  g_assert_true (says (reading, "not in version 2"));
}

/* The item was worded anew: it may be that one, and the user says so. */
static void
test_item_reworded (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (MerPlanItem) old = mer_record_copy (item_of (self, rainbow, 4));
  g_autoptr (MerPlanItem) item = mer_record_copy (old);
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerFormChange *change = NULL;

  add_row (text, old, NULL, "Сделали", "", "");
  g_free (item->measure);
  item->measure = g_strdup ("Построить новое здание");
  save (self, item);
  reading = read_text (self, text, rainbow);
  g_assert_cmpuint (reading->changed, ==, 0);
  assert_doubt (reading, 2, "Построить новое здание");
  change = change_of (reading, 2);
  g_assert_cmpint (change->was->record.id, ==, item->record.id);
  g_assert_cmpstr (change->item->measure, ==, "Построить новое здание");
}

/* Two items of one text: each goes to its own, whatever the order of the rows. */
static void
test_same_text (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerPlanItem) old = mer_record_copy (item_of (self, aljonushka, 1));
  g_autoptr (MerPlanItem) twin = mer_record_copy (old);
  g_autoptr (MerPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  gint64 new_plan = 0;
  gint64 new_twin = 0;

  twin->record.id = twin->record.position = 0;
  save (self, twin);
  add_row (text, twin, NULL, "Второе", "", "");
  add_row (text, old, NULL, "Первое", "", "");
  begin (self);
  g_assert_true (mer_plans_new_version (self->doc, twin->plan, &new_plan, &error));
  g_assert_no_error (error);
  commit (self);
  for (guint i = 0; i < sheet_of (self, aljonushka)->n_lines; i++)
    if (item_of (self, aljonushka, i)->record.position == twin->record.position)
      new_twin = item_of (self, aljonushka, i)->record.id;
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->changed, ==, 2);
  g_assert_cmpint (change_of (reading, 2)->item->record.id, ==, new_twin);
  g_assert_cmpint (change_of (reading, 3)->item->record.id, !=, new_twin);
}

/* Of two items of one text one is left, and nothing tells which. */
static void
test_same_text_gone (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (MerPlanItem) twin = mer_record_copy (item_of (self, aljonushka, 1));
  g_autoptr (MerPlanItem) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;
  gint64 new_plan = 0;
  gint64 other = 0;

  twin->record.id = twin->record.position = 0;
  save (self, twin);
  add_row (text, twin, NULL, "Второе", "", "");
  begin (self);
  g_assert_true (mer_plans_new_version (self->doc, twin->plan, &new_plan, &error));
  commit (self);
  for (guint i = 0; i < sheet_of (self, aljonushka)->n_lines; i++)
    {
      const MerPlanItem *item = item_of (self, aljonushka, i);

      if (item->record.position == twin->record.position)
        other = item->record.id;
      else if (mer_form_same_text (item->measure, twin->measure) &&
               mer_form_same_text (item->problem, twin->problem))
        left = mer_record_copy (item);
    }
  g_assert_nonnull (left);
  begin (self);
  g_assert_true (mer_plans_delete_items (self->doc, &other, 1, NULL, &error));
  left->record.position += 1000; /* moved behind the others */
  g_assert_true (mer_store_save_record (self->doc, left, &error));
  commit (self);
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->changed, ==, 0);
  assert_doubt (reading, 2, "version 2");
}

/* --- marks ------------------------------------------------------------------------------------ */

/* What a form says of an item that has these marks; with a version in between, the form is of the
 * version before, in which the item had `base`. */
typedef struct
{
  const char *name;
  gint64      base_share;
  const char *base_day;
  gint64      share;
  const char *day;
  const char *cells; /* day;;per cent */
  gint64      left_share;
  const char *left_day;
  const char *doubt; /* NULL: certain */
} MarkCase;

static const MarkCase mark_cases[] = {
  /* of a replaced version: as it was sent, what is newer stays */
  { "as sent", 30, NULL, 80, NULL, ";;30", 80, NULL, NULL },
  { "day as sent", 30, "2024-10-01", 30, "2024-11-01", "01.10.2024;;", 30, "2024-11-01", NULL },
  /* both changed it */
  { "both", 30, NULL, 80, NULL, ";;50", 50, NULL, "80" },
  { "day of both", -1, NULL, -1, "2024-11-01", "05.11.2024;;", -1, "2024-11-05", "01.11.2024" },
  /* only the form did */
  { "form", 30, NULL, 30, NULL, ";;50", 50, NULL, NULL },
  { "day of the form", -1, NULL, -1, NULL, "05.11.2024;;", -1, "2024-11-05", NULL },
  { "the same", 30, NULL, 80, NULL, ";;80", 80, NULL, NULL },
};

static void
set_marks (Fixture     *self,
           MerPlanItem *item,
           gint64       share,
           const char  *day)
{
  item->share = share;
  g_free (item->done_on);
  item->done_on = g_strdup (day);
  save (self, item);
}

static void
check_marks (Fixture        *self,
             const MarkCase *one,
             MerPlanReading *reading)
{
  const MerFormChange *change = reading->changes->len > 0 ? reading->changes->pdata[0] : NULL;

  if (change == NULL || change->kind == MER_FORM_MISSING)
    {
      g_assert_cmpuint (reading->unchanged, ==, 1);
      g_assert_null (one->doubt);
      g_assert_cmpint (one->left_share, ==, one->share);
      g_assert_cmpstr (one->left_day, ==, one->day);
      return;
    }
  g_assert_cmpint (change->item->share, ==, one->left_share);
  g_assert_cmpstr (change->item->done_on, ==, one->left_day);
  if (one->doubt != NULL)
    assert_doubt (reading, 2, one->doubt);
  else
    g_assert_null (change->doubt);
}

static void
test_newer_marks (Fixture      *self,
                  gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_cases); i++)
    {
      const MarkCase *one = &mark_cases[i];
      g_autoptr (MerPlanItem) old = mer_record_copy (item_of (self, aljonushka, 1));
      g_autoptr (MerPlanItem) item = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (MARKS);
      g_autoptr (MerPlanReading) reading = NULL;
      gint64 new_plan = 0;

      g_test_message ("%s", one->name);
      g_free (old->evidence);
      old->evidence = g_strdup ("Акт");
      set_marks (self, old, one->base_share, one->base_day);
      g_string_append_printf (text, ";;%s;M%d\n", one->cells, (int) old->record.id);
      begin (self);
      g_assert_true (mer_plans_new_version (self->doc, old->plan, &new_plan, &error));
      commit (self);
      item = mer_record_copy (item_of (self, aljonushka, 1));
      g_assert_cmpint (item->plan, ==, new_plan);
      set_marks (self, item, one->share, one->day);
      reading = read_text (self, text, aljonushka);
      check_marks (self, one, reading);
    }
}

/* Of an item in force it is not known what the form had: what goes back is a question. */
static void
test_marks_back (Fixture      *self,
                 gconstpointer data)
{
  static const MarkCase cases[] = {
    { "less", 0, NULL, 80, NULL, ";;50", 50, NULL, "80" },
    { "more", 0, NULL, 80, NULL, ";;90", 90, NULL, NULL },
    { "earlier", 0, NULL, -1, "2024-11-01", "05.10.2024;;", -1, "2024-10-05", "01.11.2024" },
    { "first", 0, NULL, -1, NULL, "05.10.2024;;", -1, "2024-10-05", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerPlanItem) item = mer_record_copy (item_of (self, aljonushka, 1));
      g_autoptr (GString) text = g_string_new (MARKS);
      g_autoptr (MerPlanReading) reading = NULL;

      g_test_message ("%s", cases[i].name);
      g_free (item->evidence);
      item->evidence = g_strdup ("Акт");
      set_marks (self, item, cases[i].share, cases[i].day);
      g_string_append_printf (text, ";;%s;M%d\n", cases[i].cells, (int) item->record.id);
      reading = read_text (self, text, aljonushka);
      check_marks (self, &cases[i], reading);
    }
}

/* A text that both changed is a question too; what only the department changed stays. */
static void
test_newer_text (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerPlanItem) old = mer_record_copy (item_of (self, rainbow, 5));
  g_autoptr (MerPlanItem) item = mer_record_copy (old);
  g_autoptr (GString) same = g_string_new (FULL);
  g_autoptr (GString) other = g_string_new (FULL);
  g_autoptr (MerPlanReading) first = NULL;
  g_autoptr (MerPlanReading) second = NULL;

  add_row (same, old, NULL, "Начали", "", "");
  g_free (item->deadline);
  item->deadline = g_strdup ("до 1 октября 2025 г.");
  save (self, item);
  first = read_text (self, same, rainbow);
  g_assert_cmpuint (first->changed, ==, 1);
  g_assert_cmpstr (change_of (first, 2)->item->deadline, ==, "до 1 октября 2025 г.");
  g_free (old->deadline);
  old->deadline = g_strdup ("до 1 июня 2025 г.");
  add_row (other, old, NULL, "Начали", "", "");
  second = read_text (self, other, rainbow);
  assert_doubt (second, 2, "до 1 октября 2025 г.");
}

/* A row that says nothing new does not close what the department opened again. */
static void
test_state_stays (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (MerPlanItem) item = mer_record_copy (item_of (self, aljonushka, 1));
  g_autoptr (GString) text = g_string_new (MARKS);
  g_autoptr (MerPlanReading) reading = NULL;

  item->state = MER_PLAN_ITEM_WORK;
  g_free (item->evidence);
  item->evidence = g_strdup ("Акт");
  set_marks (self, item, 100, "2024-11-01");
  g_string_append_printf (text, ";;01.11.2024;Акт;100;M%d\n", (int) item->record.id);
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->changed, ==, 0);
  g_assert_cmpuint (reading->unchanged, ==, 1);
}

/* --- whose row it is -------------------------------------------------------------------------- */

static void
test_whose (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Organization;" FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  g_string_append (text, "СОШ № 1;;;Мера другой школы;;;;;\n"
                         "Школа Иванова;;;Мера неизвестно чья;;;;;\n"
                         "ДС «Алёнушка»;;;Мера своя;;;;;\n"
                         ";;;Мера без имени;;;;;\n");
  reading = read_text (self, text, aljonushka);
  assert_doubt (reading, 2, "СОШ № 1");
  assert_doubt (reading, 3, "Школа Иванова");
  g_assert_cmpint (change_of (reading, 2)->item->plan, ==,
                   sheet_of (self, "СОШ № 1")->plan->record.id);
  g_assert_cmpint (change_of (reading, 3)->item->plan, ==,
                   sheet_of (self, aljonushka)->plan->record.id);
  g_assert_null (change_of (reading, 4)->doubt);
  g_assert_null (change_of (reading, 5)->doubt);
  g_assert_cmpuint (reading->added, ==, 2);
}

/* Two organizations of one name: a row that names them is of neither. */
static void
test_same_name (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mer_store_organizations (self->doc, &error);
  g_autoptr (GString) text = g_string_new ("Organization;" FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  begin (self);
  for (guint i = 0; i < all->len; i++)
    {
      MerOrganization *one = all->pdata[i];

      if (!g_str_equal (one->name, "СОШ № 1"))
        continue;
      g_free (one->full_name);
      one->full_name = g_strdup (aljonushka);
      g_assert_true (mer_store_save_organization (self->doc, one, &error));
    }
  commit (self);
  g_string_append (text, "ДС «Алёнушка»;;;Мера;;;;;\n");
  reading = read_text (self, text, NULL);
  g_assert_cmpuint (reading->added, ==, 0);
  g_assert_cmpuint (reading->refused, ==, 1);
}

/* --- sections --------------------------------------------------------------------------------- */

static void
test_unknown_section (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  g_string_append (text, ";II. Комфортность условий предоставления услуг;;;;;;\n"
                         ";;Поставить скамью;;;;;\n"
                         ";VI. Прочие недостатки;;;;;;\n"
                         ";;Покрасить забор;;;;;\n"
                         "К1 Открытость;;Обновить стенд;;;;;\n"
                         ";III. Доступность услуг для инвалидов;;;;;;\n"
                         ";;Установить пандус у входа;;;;;\n");
  reading = read_text (self, text, aljonushka);
  g_assert_cmpstr (change_of (reading, 3)->item->criterion, ==, "K2");
  g_assert_cmpstr (change_of (reading, 5)->item->criterion, ==, NULL);
  assert_doubt (reading, 5, "VI. Прочие недостатки");
  g_assert_cmpstr (change_of (reading, 6)->item->criterion, ==, "K1");
  g_assert_null (change_of (reading, 6)->doubt);
  g_assert_cmpstr (change_of (reading, 8)->item->criterion, ==, "K3");
  g_assert_null (change_of (reading, 8)->doubt);
}

/* Section names in a column that is not ours, as merged cells leave them. */
static void
test_section_aside (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("№;" FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  g_string_append (text, "II. Комфортность условий предоставления услуг;;;;;;;;\n"
                         "1;;;Поставить скамью;;;;;\n"
                         "2;;;;;;;;\n"
                         "3;;;Повесить часы;;;;;\n"
                         "VI. Прочие недостатки;;;;;;;;\n"
                         "1;;;Покрасить забор;;;;;\n");
  reading = read_text (self, text, aljonushka);
  g_assert_cmpstr (change_of (reading, 3)->item->criterion, ==, "K2");
  g_assert_cmpstr (change_of (reading, 5)->item->criterion, ==, "K2");
  g_assert_null (change_of (reading, 5)->doubt);
  assert_doubt (reading, 7, "VI. Прочие недостатки");
}

/* The name of the organization was drawn down over the empty rows; that of another is a heading. */
static void
test_section_organization (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Organization;" FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  g_string_append (text, "ДС «Алёнушка»;;;;;;;;\n"
                         "ДС «Алёнушка»;;;Поставить скамью;;;;;\n"
                         "СОШ № 1;;;;;;;;\n"
                         ";;;Повесить часы;;;;;\n");
  reading = read_text (self, text, aljonushka);
  g_assert_null (change_of (reading, 3)->doubt);
  assert_doubt (reading, 5, "СОШ № 1");
}

/* --- typed anew ------------------------------------------------------------------------------- */

static void
test_typed_anew (Fixture      *self,
                 gconstpointer data)
{
  const MerPlanItem *one = item_of (self, aljonushka, 1);
  const MerPlanItem *two = item_of (self, aljonushka, 2);
  g_autofree char   *code = g_strdup_printf ("M%d,", (int) one->record.id);
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  g_string_append_printf (text, ";\"%s\";Сделать иначе;;;;;\n", one->problem);
  g_string_append_printf (text, ";\"%s\";\"%s\";;Начали;;;\n", two->problem, two->measure);
  g_string_append_printf (text, ";\"%s\";\"%s\";;Начали;;;\n", two->problem, two->measure);
  g_string_append (text, ";Свой недостаток;Своя мера;;;;;\n"
                         ";Свой недостаток;Своя мера;;;;;\n");
  reading = read_text (self, text, aljonushka);
  assert_doubt (reading, 2, code);
  g_assert_cmpint (change_of (reading, 3)->item->record.id, ==, two->record.id);
  assert_doubt (reading, 4, "M");
  g_assert_null (change_of (reading, 5)->doubt);
  assert_doubt (reading, 6, "5");
  g_assert_cmpuint (reading->added, ==, 1);
}

/* A form without any code is a form of the plan, of which rows can be missing. */
static void
test_typed_missing (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (FULL);
  g_autoptr (MerPlanReading) reading = NULL;

  g_string_append (text, ";Свой недостаток;Своя мера;;;;;\n");
  reading = read_text (self, text, aljonushka);
  g_assert_cmpuint (reading->added, ==, 1);
  g_assert_cmpuint (reading->missing, ==, sheet_of (self, aljonushka)->n_lines);
}

/* --- how much is said ------------------------------------------------------------------------- */

static void
test_most_problems (Fixture      *self,
                    gconstpointer data)
{
  for (guint n = 199; n <= 203; n++)
    {
      g_autoptr (GString) text = g_string_new (FULL);
      g_autoptr (MerPlanReading) reading = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, ";;;;Начали;;;M999999\n");
      reading = read_text (self, text, aljonushka);
      g_assert_cmpuint (reading->problems->len, ==, MIN (n, 201));
      g_assert_true (says (reading, "there is more of the kind") == (n > 200));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  add ("item-gone", test_item_gone);
  add ("item-reworded", test_item_reworded);
  add ("same-text", test_same_text);
  add ("same-text-gone", test_same_text_gone);
  add ("newer-marks", test_newer_marks);
  add ("marks-back", test_marks_back);
  add ("newer-text", test_newer_text);
  add ("state-stays", test_state_stays);
  add ("whose", test_whose);
  add ("same-name", test_same_name);
  add ("unknown-section", test_unknown_section);
  add ("section-aside", test_section_aside);
  add ("section-organization", test_section_organization);
  add ("typed-anew", test_typed_anew);
  add ("typed-missing", test_typed_missing);
  add ("most-problems", test_most_problems);
  return g_test_run ();
}
