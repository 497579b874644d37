/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a table before it is imported: its columns, and what it holds. */

#include "config.h"

#include <locale.h>

#include "import-fixture.h"

static void
test_preview (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GBytes) before = fixture_bytes (self);
  g_autofree char *path = data_path ("by-hand.csv");
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_SURVEY, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportPreview) preview = mer_import_preview (self->doc, options, 5, &error);
  g_autoptr (MerImportOptions) partial =
    fixture_table (self, MER_BATCH_SURVEY, "t.csv", "Отметка времени;1;2\nx;да;да\n");
  g_autoptr (MerImportPreview) obstructed = NULL;

  g_assert_no_error (error);
  g_assert_null (preview->obstacle);
  g_assert_cmpstr (preview->info.encoding, ==, "WINDOWS-1251");
  g_assert_cmpuint (preview->header_row, ==, 1);
  g_assert_cmpuint (preview->columns->len, ==, 16);
  g_assert_cmpuint (preview->rows->len, ==, 5);
  g_assert_cmpint (g_array_index (preview->row_numbers, gint64, 0), ==, 2);
  g_assert_cmpuint (g_strv_length (preview->missing), ==, 0);
  obstructed = mer_import_preview (self->doc, partial, 5, &error);
  g_assert_no_error (error);
  g_assert_error (obstructed->obstacle, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS);
  g_assert_cmpuint (g_strv_length (obstructed->missing), ==, 15);
  assert_unchanged (self, before);
}

static void
test_guess (Fixture      *self,
            gconstpointer data)
{
  const struct
  {
    const char *text;
    int         kind; /* −1: none */
  } cases[] = {
    { "organization;q1;q2;q3;q4;q5\n", MER_BATCH_SURVEY },
    { "Организация;на сайте [Дата создания];на стенде [Режим работы]\n", MER_BATCH_CHECKLIST },
    { "Наименование;ИНН;Адрес;Сайт;КПП;Телефон\n", MER_BATCH_ORGANIZATIONS },
    { "Организация\nСОШ № 1\n", MER_BATCH_ORGANIZATIONS },
    { "Товар;Цена;Количество\nСтол;1;2\n", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerImportOptions) options =
        fixture_table (self, MER_BATCH_SURVEY, "t.csv", cases[i].text);
      MerBatchKind kind = MER_BATCH_SURVEY;
      g_autoptr (GError) error = NULL;
      gboolean guessed = mer_import_guess_kind (self->doc, options->path, &kind, &error);

      g_assert_no_error (error);
      g_assert_cmpint (guessed ? (int) kind : -1, ==, cases[i].kind);
    }
}

#define ADD(name, function) \
  g_test_add ("/preview/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("columns", test_preview);
  ADD ("guess", test_guess);
  return g_test_run ();
}
