/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes one sheet of strings and numbers as an XLSX workbook. One thread. */
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
/* Width in characters. */
void mer_xlsx_set_width (MerXlsx *self,
                         guint    column,
                         double   width);
/* The rows above stay in sight, and are repeated on printed pages. */
void mer_xlsx_freeze_rows (MerXlsx *self,
                           guint    rows);
/* The workbook's bytes; the sheet takes nothing more afterwards. */
GBytes *mer_xlsx_finish (MerXlsx *self,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerXlsx, mer_xlsx_free)

G_END_DECLS
