/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same survey as different programs write it gives the same rows. */

#include "config.h"

#include "office-fixture.h"

#define MORE "Всё хорошо,\nспасибо & «до встречи»"

static const char rows[] =
  "1:Анкеты получателей услуг\n"
  "2:Отметка времени|Организация|Стенды|Сайт|Согласие|Доля|Начало|Балл|Комментарий\n"
  "3:14.10.2024 8:12:33|СОШ № 3|Да|Нет|да|45%|8:30|5|" MORE "\n"
  "4:14.10.2024 9:00:00|СОШ № 3|Да|Да|нет|100%|9:05|0,5\n"
  "5:15.10.2024 23:59:59|ДС «Радуга»|Нет||да|12,5%|0:00|12345678|два  пробела <и> \"кавычки\"\n"
  "7:31.12.2024 0:00:00|Дом творчества||Да|нет|0%|23:59|-2,25|№ 5\n"
  "8:01.01.2025 12:30:00|Дом творчества|Да|Да|да|100%|12:00|0|поле_xls и поле_x1\n";

/* SheetJS writes no formats into ODS but one of dates: any program shows this of it. */
static const char without_formats[] =
  "1:Анкеты получателей услуг\n"
  "2:Отметка времени|Организация|Стенды|Сайт|Согласие|Доля|Начало|Балл|Комментарий\n"
  "3:14.10.2024|СОШ № 3|Да|Нет|да|0,45|0,354166666666667|5|" MORE "\n"
  "4:14.10.2024|СОШ № 3|Да|Да|нет|1|0,378472222222222|0,5\n"
  "5:15.10.2024|ДС «Радуга»|Нет||да|0,125|0|12345678|два  пробела <и> \"кавычки\"\n"
  "7:31.12.2024|Дом творчества||Да|нет|0|0,999305555555556|-2,25|№ 5\n"
  "8:01.01.2025|Дом творчества|Да|Да|да|1|0,5|0|поле_xls и поле_x1\n";

typedef struct
{
  const char *name;
  const char *rows;
  gboolean    hides; /* writes which sheets are hidden */
} File;

static const File files[] = {
  { "openpyxl.xlsx", rows, TRUE },
  { "xlsxwriter.xlsx", rows, TRUE },
  { "libreoffice.xlsx", rows, TRUE },
  { "gnumeric.xlsx", rows, FALSE },
  { "sheetjs.xlsx", rows, TRUE },
  { "libreoffice.ods", rows, TRUE },
  { "libreoffice.fods", rows, TRUE },
  { "gnumeric.ods", rows, TRUE },
  { "sheetjs.ods", without_formats, FALSE },
};

static char *
writer_path (const char *file)
{
  return g_build_filename (g_getenv ("MER_TEST_DATA"), "import", "writers", file, NULL);
}

/* Blanks behind the last text, which some programs write and others do not, are no difference. */
static char *
without_tails (char *dumped)
{
  g_autoptr (GRegex) tails = g_regex_new ("\\|+$", G_REGEX_MULTILINE, 0, NULL);
  char *result = g_regex_replace (tails, dumped, -1, 0, "", 0, NULL);

  g_free (dumped);
  return result;
}

static void
test_rows (gconstpointer data)
{
  const File      *file = data;
  g_autofree char *path = writer_path (file->name);
  g_autofree char *by_choice = without_tails (dump (path, NULL));
  g_autofree char *by_name = without_tails (dump (path, "Ответы"));
  g_autofree char *by_number = without_tails (dump (path, "2"));
  g_autofree char *hidden = dump (path, "Памятка");

  g_assert_cmpstr (by_name, ==, file->rows);
  g_assert_cmpstr (by_number, ==, file->rows);
  g_assert_cmpstr (by_choice, ==, file->hides ? file->rows : "1:Скрытый лист\n");
  g_assert_cmpstr (hidden, ==, "1:Скрытый лист\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strconcat ("/writers/", files[i].name, NULL);

      g_test_add_data_func (name, &files[i], test_rows);
    }
  return g_test_run ();
}
