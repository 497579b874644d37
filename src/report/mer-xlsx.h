/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes sheets of strings and numbers as an XLSX workbook, one after the other. One thread. */
typedef struct _MerXlsx MerXlsx;

/* NULL and error (MER_REPORT_ERROR_IO) when there is no place for temporary files. */
MerXlsx *mer_xlsx_new (const char *sheet,
                       GError    **error);
/* (transfer full); removes the temporary files. */
void mer_xlsx_free (MerXlsx *self);
/* Rows and columns from 0. */
void mer_xlsx_set_text (MerXlsx    *self,
                        guint       row,
                        guint       column,
                        const char *text,
                        gboolean    bold);
/* A number that is shown with so many decimal places (4 at most). */
void mer_xlsx_set_number (MerXlsx *self,
                          guint    row,
                          guint    column,
                          double   value,
                          guint    decimals,
                          gboolean bold);
/* Text that stays text when it is changed by hand: «007», an INN. */
void mer_xlsx_set_typed (MerXlsx    *self,
                         guint       row,
                         guint       column,
                         const char *text);
/* An ISO day as a date of the sheet, shown as 14.10.2024; what no sheet can count is text. */
void mer_xlsx_set_day (MerXlsx    *self,
                       guint       row,
                       guint       column,
                       const char *iso);
/* The head of a column that people fill in: bold, tinted, in as many lines as it takes. */
void mer_xlsx_set_head (MerXlsx    *self,
                        guint       row,
                        guint       column,
                        const char *text);
/* Text that is broken into lines, as tall as it needs; `heading`: bold. */
void mer_xlsx_set_paragraph (MerXlsx    *self,
                             guint       row,
                             guint       column,
                             const char *text,
                             gboolean    heading);
/* Text in a cell that is not to be filled in: grey on a tint. */
void mer_xlsx_set_closed (MerXlsx    *self,
                          guint       row,
                          guint       column,
                          const char *text);
/* Whatever is typed into the column is a date, or text as it is typed (INN, telephone). */
typedef enum
{
  MER_XLSX_GENERAL,
  MER_XLSX_DATE,
  MER_XLSX_TEXT,
} MerXlsxValues;
void mer_xlsx_set_column (MerXlsx      *self,
                          guint         column,
                          double        width,
                          MerXlsxValues values);
/* Width in characters. */
void mer_xlsx_set_width (MerXlsx *self,
                         guint    column,
                         double   width);
/* The rows above stay in sight, and are repeated on printed pages. */
void mer_xlsx_freeze_rows (MerXlsx *self,
                           guint    rows);
/* The same with columns at the left; `one_page`: the table is printed one page wide. */
void mer_xlsx_freeze (MerXlsx *self,
                      guint    rows,
                      guint    columns,
                      gboolean one_page);
/* As tall as so many lines of text: spreadsheets do not all find that out by themselves. */
void mer_xlsx_set_lines (MerXlsx *self,
                         guint    row,
                         guint    lines);
/* Goes on with another sheet, which is not shown when `hidden`. FALSE and error when there
 * cannot be one of that name. */
gboolean mer_xlsx_add_sheet (MerXlsx    *self,
                             const char *sheet,
                             gboolean    hidden,
                             GError    **error);

/* What may be entered in the rows of a column: a list that stands in another sheet, or whole
 * numbers from 0 where `list_sheet` is NULL. `strict`: nothing else is taken. The hint is shown
 * beside the cell. */
typedef struct
{
  guint       first_row, last_row;
  guint       column;
  const char *list_sheet; /* a column of this sheet, from its first row */
  guint       list_column;
  guint       n_choices;
  gboolean    strict;
  const char *title; /* of the hint; nullable */
  const char *hint;  /* nullable */
} MerXlsxChoice;
void mer_xlsx_set_choice (MerXlsx             *self,
                          const MerXlsxChoice *choice);
/* The workbook's bytes; the sheet takes nothing more afterwards. */
GBytes *mer_xlsx_finish (MerXlsx *self,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerXlsx, mer_xlsx_free)

G_END_DECLS
