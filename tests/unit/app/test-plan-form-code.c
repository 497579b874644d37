/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms that went out, came back, and were overtaken meanwhile: by the code of a row it is known
 * which of its cells the organization changed, and which the department. */

#include "plan-form-fixture.h"

/* The form of a plan as it goes out. */
static MerTemplate *
send (Fixture    *self,
      const char *name)
{
  return mer_plan_form_new (self->book, sheet_of (self, name), MER_LANGUAGE_EN, NULL);
}

/* What comes back: its filled rows. */
static MerPlanReading *
bring_back (Fixture     *self,
            MerTemplate *form,
            const char  *name)
{
  g_autofree char *path = g_build_filename (self->folder, "form.csv", NULL);
  g_autoptr (GBytes) bytes = NULL;
  MerPlanReading *reading = NULL;

  form->n_rows = form->rows->len;
  bytes = mer_template_render_csv (form);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  reading = read_form (self, path, name);
  g_unlink (path);
  return reading;
}

static void
fill (MerTemplate  *form,
      guint         row,
      MerFormColumn column,
      const char   *text)
{
  GStrv cells = form->rows->pdata[row];

  g_free (cells[column]);
  cells[column] = g_strdup (text);
}

/* Records values of an item. */
static void
record (Fixture    *self,
        const char *name,
        guint       i,
        const char *deadline,
        gint64      share)
{
  g_autoptr (MerPlanItem) item = mer_record_copy (item_of (self, name, i));

  if (deadline != NULL)
    {
      g_free (item->deadline);
      item->deadline = g_strdup (deadline);
    }
  item->share = share;
  save (self, item);
}

/* The department moves the term, the organization says what was done: both stand, and nothing is
 * to be asked. `data`: whose plan; an approved one got a version by it. */
static void
test_both_sides (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (MerTemplate) form = send (self, data);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerFormChange *change = NULL;

  fill (form, 1, MER_FORM_TAKEN, "Начали");
  fill (form, 1, MER_FORM_SHARE, "60");
  record (self, data, 1, "до 1 октября 2025 г.", item_of (self, data, 1)->share);
  reading = bring_back (self, form, data);
  g_assert_cmpuint (reading->changes->len, ==, 1);
  change = reading->changes->pdata[0];
  g_assert_null (change->doubt);
  g_assert_cmpstr (change->item->deadline, ==, "до 1 октября 2025 г.");
  g_assert_cmpstr (change->item->taken, ==, "Начали");
  g_assert_cmpint (change->item->share, ==, 60);
}

/* What both changed is asked. */
static void
test_same_cell (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerTemplate) form = send (self, data);
  g_autoptr (MerPlanReading) reading = NULL;

  fill (form, 1, MER_FORM_DEADLINE, "до 1 июня 2025 г.");
  record (self, data, 1, "до 1 октября 2025 г.", item_of (self, data, 1)->share);
  reading = bring_back (self, form, data);
  g_assert_cmpuint (reading->changed, ==, 0);
  assert_doubt (reading, 3, "до 1 октября 2025 г.");
  assert_doubt (reading, 3, "до 1 июня 2025 г.");
}

/* A form that nobody filled in changes nothing of what was recorded since; that it has other
 * values is told. */
static void
test_untouched (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (MerTemplate) form = NULL;
  g_autoptr (MerPlanReading) reading = NULL;

  record (self, data, 1, NULL, 30);
  form = send (self, data);
  record (self, data, 1, "до 1 октября 2025 г.", 80);
  reading = bring_back (self, form, data);
  g_assert_cmpuint (reading->changes->len, ==, 0);
  g_assert_true (says (reading, "до 1 октября 2025 г."));
  g_assert_true (says (reading, "80"));
  g_assert_cmpuint (reading->unchanged, ==, form->rows->len);
}

/* The same workbook, kept and sent again each quarter: what it had brought itself is no question;
 * what is put back is told. */
static void
test_again (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerTemplate) form = send (self, data);
  g_autoptr (MerPlanReading) first = NULL;
  g_autoptr (MerPlanReading) second = NULL;
  g_autofree char *sent = g_strdup (((GStrv) form->rows->pdata[1])[MER_FORM_PERSON]);

  fill (form, 1, MER_FORM_TAKEN, "Закуплены материалы");
  fill (form, 1, MER_FORM_SHARE, "50");
  fill (form, 1, MER_FORM_PERSON, "Другая Д. Д.");
  first = bring_back (self, form, data);
  g_assert_cmpuint (first->changed, ==, 1);
  apply (self, first);
  fill (form, 1, MER_FORM_TAKEN, "Материалы закуплены и размещены");
  fill (form, 1, MER_FORM_SHARE, "80");
  fill (form, 1, MER_FORM_PERSON, sent);
  second = bring_back (self, form, data);
  g_assert_cmpuint (second->doubtful, ==, 0);
  g_assert_cmpuint (second->changed, ==, 1);
  g_assert_cmpint (change_of (second, 3)->item->share, ==, 80);
  g_assert_cmpstr (change_of (second, 3)->item->taken, ==, "Материалы закуплены и размещены");
  g_assert_cmpstr (change_of (second, 3)->item->person, ==, "Другая Д. Д.");
  if (*sent != '\0')
    g_assert_true (says (second, "Другая Д. Д."));
}

/* What control opened again is not closed by an older form without a question. */
static void
test_reopened (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (MerPlanItem) item = mer_record_copy (item_of (self, data, 1));
  g_autoptr (MerTemplate) form = NULL;
  g_autoptr (MerPlanReading) reading = NULL;

  g_free (item->evidence);
  item->evidence = g_strdup ("Акт");
  g_free (item->done_on);
  item->done_on = g_strdup ("2024-09-01");
  save (self, item);
  form = send (self, data);
  g_clear_pointer (&item->done_on, g_free);
  item->state = MER_PLAN_ITEM_WORK;
  save (self, item);
  fill (form, 1, MER_FORM_DONE, "05.09.2024");
  reading = bring_back (self, form, data);
  g_assert_cmpuint (reading->changed, ==, 0);
  assert_doubt (reading, 3, "05.09.2024");
}

/* «М», small letters and spaces around it are the same code; stamps that were cut are none. */
static void
test_spoilt (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerTemplate) form = send (self, data);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerPlanItem *item = item_of (self, data, 1);
  g_autofree char   *russian = g_strdup_printf ("М %d", (int) item->record.id);
  g_autofree char   *cut = g_strdup_printf ("m%d:AbCd", (int) item->record.id);
  const char *const  codes[] = { russian, cut };

  record (self, data, 1, "до 1 октября 2025 г.", item->share);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_clear_pointer (&reading, mer_plan_reading_free);
      fill (form, 1, MER_FORM_CODE, codes[i]);
      reading = bring_back (self, form, data);
      g_assert_cmpuint (reading->refused, ==, 0);
      g_assert_cmpuint (reading->changes->len, ==, 1); /* it is not known who wrote this term */
      g_assert_cmpint (change_of (reading, 3)->was->record.id, ==,
                       item_of (self, data, 1)->record.id);
    }
}

/* A row copied to make two of it is an item with all that the first had. */
static void
test_copied (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerTemplate) form = send (self, data);
  g_autoptr (MerPlanReading) reading = NULL;
  const MerFormChange *change = NULL;

  g_ptr_array_insert (form->rows, 2, g_strdupv (form->rows->pdata[1]));
  fill (form, 2, MER_FORM_MEASURE, "Вторая половина");
  reading = bring_back (self, form, data);
  g_assert_cmpuint (reading->changes->len, ==, 1);
  change = reading->changes->pdata[0];
  g_assert_cmpint (change->kind, ==, MER_FORM_ADDED);
  g_assert_cmpstr (change->item->deadline, ==, item_of (self, data, 1)->deadline);
  g_assert_cmpstr (change->item->measure, ==, "Вторая половина");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, whose, test) \
  g_test_add ("/app/plan-form-code/" name, Fixture, whose, set_up, test, tear_down)
  ADD ("both-sides", aljonushka, test_both_sides);
  ADD ("both-sides-approved", rainbow, test_both_sides);
  ADD ("same-cell", aljonushka, test_same_cell);
  ADD ("same-cell-approved", rainbow, test_same_cell);
  ADD ("untouched", aljonushka, test_untouched);
  ADD ("untouched-approved", rainbow, test_untouched);
  ADD ("again", aljonushka, test_again);
  ADD ("reopened", aljonushka, test_reopened);
  ADD ("spoilt", aljonushka, test_spoilt);
  ADD ("copied", aljonushka, test_copied);
  return g_test_run ();
}
