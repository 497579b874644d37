/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an XLSX table of questionnaires with 28 columns: generate-xlsx FILE ROWS. */

#include "config.h"

#include <glib.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#define N_COLUMNS 28

static void
write_row (lxw_worksheet *sheet,
           lxw_row_t      row,
           lxw_format    *moment)
{
  g_autofree char *name =
    g_strdup_printf ("Муниципальное учреждение «Школа № %u»", row * 7919 % 300);

  worksheet_write_string (sheet, row, 0, name, NULL);
  worksheet_write_number (sheet, row, 1, 45550 + row % 86400 / 1440.0, moment);
  for (lxw_col_t column = 2; column < N_COLUMNS; column++)
    worksheet_write_string (sheet, row, column, (row ^ column * 5u) % 7 > 1 ? "Да" : "Нет", NULL);
}

int
main (int    argc,
      char **argv)
{
  lxw_workbook  *book = NULL;
  lxw_worksheet *sheet = NULL;
  lxw_format    *moment = NULL;

  if (argc != 3)
    return 2;
  book = workbook_new (argv[1]);
  sheet = workbook_add_worksheet (book, "Ответы");
  moment = workbook_add_format (book);
  format_set_num_format (moment, "dd.mm.yyyy h:mm:ss");
  for (lxw_col_t column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *header = g_strdup_printf ("Вопрос %u", column);
      worksheet_write_string (sheet, 0, column, header, NULL);
    }
  for (int row = 1; row <= atoi (argv[2]); row++)
    write_row (sheet, (lxw_row_t) row, moment);
  return workbook_close (book) == LXW_NO_ERROR ? EXIT_SUCCESS : EXIT_FAILURE;
}
