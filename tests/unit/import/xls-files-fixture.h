/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files of several programs, and the rows that stand in them. */

#include <glib.h>

/* clang-format off */
#define ROWS                                                               \
  "1:Организация|Дата|Ответ|Доля|Балл|Время|Примечание\n"                  \
  "2:МБОУ «СОШ № 3»|14.10.2024 8:12:33|Да|45%|5|6:00|ё, «ёлочки» — тире\n" \
  "3:ДС «Радуга»|15.10.2024 23:59:00|Нет|100%|0,5|23:30|две\nстроки\n"     \
  "4:Лицей № 1|28.02.2023 0:00:01|Да|12,5%|-2,75|0:05\n"
#define TRUTHS                                                             \
  ROWS "5:да|нет|#N/A\n7:объединение|1\n8:объединение|2\n9:объединение|3\n10:|4\n"
#define FORMULAS(text)                                                     \
  ROWS "6:" text "||||2,75\n8:||||1234567,891|1,00000000000000e+20\n"      \
       "9:объединение|1\n10:объединение|2\n11:объединение|3\n12:|4\n"
#define RICH                                                               \
  "1:Вопрос|Ответ полностью|課長\n2:0,5|1||нет|#DIV/0!\n"                  \
  "3:0,75|1,5||нет|#DIV/0!\n4:1|2||нет|#DIV/0!\n"                         \
  "5:1,25|2,5|да, 1.25|да|#DIV/0!\n6:1,5|3|да, 1.5|да|#DIV/0!\n"          \
  "7:1,75|3,5|да, 1.75|да|#DIV/0!\n8:2|4|да, 2|да|#DIV/0!\n"              \
  "9:2,25|4,5|да, 2.25|да|#DIV/0!\n10:2,5|5|да, 2.5|да|#DIV/0!\n"         \
  "11:2,75|5,5|да, 2.75|да|#DIV/0!\n"                                     \
  "12:😀 смайл|12345678901234|1,23450000000000e-05\n"
/* clang-format on */

static const struct
{
  const char *file;
  const char *rows;
} written[] = {
  { "gnumeric-biff7.xls", TRUTHS },
  { "gnumeric-dual.xls", TRUTHS },
  { "libreoffice-chart.xls", FORMULAS ("0") }, /* that is what stands in it */
  { "libreoffice-rich.xls", RICH },
  { "sheetjs.xls", TRUTHS },
  { "sheetjs-sst.xls", TRUTHS },
  { "writeexcel-1904.xls", FORMULAS ("total") },
  { "writeexcel-chart.xls", FORMULAS ("total") },
};

static inline char *
written_path (const char *name)
{
  return g_build_filename (g_getenv ("MER_TEST_DATA"), "import", "writers", name, NULL);
}
