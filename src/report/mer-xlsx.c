/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XLSX through libxlsxwriter. The library writes to a named file only, so the workbook
 * is made in a folder of its own and handed over as bytes. */
#include "config.h"

#include "report/mer-xlsx.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "core/mer-day.h"
#include "report/mer-report-private.h"

#define MAX_DECIMALS 4
/* Limits of the format for what is shown beside a cell, in characters. */
#define MAX_HINT_TITLE 32
#define MAX_HINT 255
/* 1970-01-01 as a sheet counts days, and the day that never was. */
#define FIRST_DAY 25569
#define LEAP_DAY 60
#define LINE_HEIGHT 15.0 /* points */
#define MAX_LINES 20
#define HEAD_COLOR 0xdce6f1
#define CLOSED_COLOR 0xeeeeee
#define CLOSED_INK 0x767676

struct _MerXlsx
{
  char          *folder, *path;
  lxw_workbook  *workbook; /* NULL once finished */
  lxw_worksheet *sheet;
  lxw_format    *bold;
  /* made when first used */
  lxw_format *head, *paragraph, *heading, *closed, *date, *text;
  lxw_format *numbers[2][MAX_DECIMALS + 1]; /* regular, bold */
};

static void
set_properties (lxw_workbook *workbook)
{
  g_autoptr (GDateTime) now = mer_report_now ();
  lxw_doc_properties properties = { .created = (time_t) g_date_time_to_unix (now) };

  workbook_set_properties (workbook, &properties);
}

static gboolean
fail (GError    **error,
      const char *reason)
{
  g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
               _("The workbook could not be made: %s."), reason);
  return FALSE;
}

/**
 * mer_xlsx_new:
 * @sheet: name of the sheet; at most 31 characters and none of []:*?/\
 * @error: IO
 *
 * Returns: (transfer full) (nullable): an empty sheet
 */
MerXlsx *
mer_xlsx_new (const char *sheet,
              GError    **error)
{
  g_autoptr (MerXlsx) self = g_new0 (MerXlsx, 1);
  g_autoptr (GError) cause = NULL;
  lxw_workbook_options options = { .constant_memory = LXW_FALSE };

  self->folder = g_dir_make_tmp ("merilo-XXXXXX", &cause);
  if (self->folder == NULL)
    {
      fail (error, cause->message);
      return NULL;
    }
  self->path = g_build_filename (self->folder, "workbook.xlsx", NULL);
  options.tmpdir = self->folder;
  self->workbook = workbook_new_opt (self->path, &options);
  if (self->workbook != NULL)
    self->sheet = workbook_add_worksheet (self->workbook, sheet);
  if (self->sheet == NULL)
    {
      fail (error, sheet);
      return NULL;
    }
  self->bold = workbook_add_format (self->workbook);
  format_set_bold (self->bold);
  set_properties (self->workbook);
  return g_steal_pointer (&self);
}

static lxw_error
close_workbook (MerXlsx *self)
{
  lxw_workbook *workbook = g_steal_pointer (&self->workbook);

  self->sheet = NULL;
  return workbook != NULL ? workbook_close (workbook) : LXW_NO_ERROR;
}

void
mer_xlsx_free (MerXlsx *self)
{
  close_workbook (self);
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
mer_xlsx_set_text (MerXlsx    *self,
                   guint       row,
                   guint       column,
                   const char *text,
                   gboolean    bold)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_write_string (self->sheet, row, (lxw_col_t) column, text, bold ? self->bold : NULL);
}

static lxw_format *
format_for (MerXlsx     *self,
            lxw_format **place)
{
  if (*place == NULL)
    *place = workbook_add_format (self->workbook);
  return *place;
}

void
mer_xlsx_set_head (MerXlsx    *self,
                   guint       row,
                   guint       column,
                   const char *text)
{
  lxw_format *format = format_for (self, &self->head);

  g_return_if_fail (self->sheet != NULL);
  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_bg_color (format, HEAD_COLOR);
  format_set_border (format, LXW_BORDER_HAIR);
  worksheet_write_string (self->sheet, row, (lxw_col_t) column, text, format);
}

void
mer_xlsx_set_paragraph (MerXlsx    *self,
                        guint       row,
                        guint       column,
                        const char *text,
                        gboolean    heading)
{
  lxw_format *format = format_for (self, heading ? &self->heading : &self->paragraph);

  g_return_if_fail (self->sheet != NULL);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (heading)
    format_set_bold (format);
  worksheet_write_string (self->sheet, row, (lxw_col_t) column, text, format);
}

void
mer_xlsx_set_closed (MerXlsx    *self,
                     guint       row,
                     guint       column,
                     const char *text)
{
  lxw_format *format = format_for (self, &self->closed);

  g_return_if_fail (self->sheet != NULL);
  format_set_bg_color (format, CLOSED_COLOR);
  format_set_font_color (format, CLOSED_INK);
  worksheet_write_string (self->sheet, row, (lxw_col_t) column, text, format);
}

static lxw_format *
values_format (MerXlsx      *self,
               MerXlsxValues values)
{
  lxw_format *format = NULL;

  switch (values)
    {
    case MER_XLSX_DATE:
      format = format_for (self, &self->date);
      format_set_num_format (format, "dd.mm.yyyy");
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      return format;
    case MER_XLSX_TEXT:
      format = format_for (self, &self->text);
      format_set_num_format (format, "@");
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      return format;
    case MER_XLSX_GENERAL:
    default:
      return NULL;
    }
}

void
mer_xlsx_set_typed (MerXlsx    *self,
                    guint       row,
                    guint       column,
                    const char *text)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_write_string (self->sheet, row, (lxw_col_t) column, text,
                          values_format (self, MER_XLSX_TEXT));
}

void
mer_xlsx_set_day (MerXlsx    *self,
                  guint       row,
                  guint       column,
                  const char *iso)
{
  g_autofree char *words = mer_day_to_words (iso);
  gint64           number = 0;

  g_return_if_fail (self->sheet != NULL);
  /* sheets have a 29 February in 1900 and count all before it differently */
  if (mer_day_to_number (iso, &number) && number + FIRST_DAY > LEAP_DAY)
    worksheet_write_number (self->sheet, row, (lxw_col_t) column, (double) (number + FIRST_DAY),
                            values_format (self, MER_XLSX_DATE));
  else
    mer_xlsx_set_text (self, row, column, words, FALSE);
}

void
mer_xlsx_set_column (MerXlsx      *self,
                     guint         column,
                     double        width,
                     MerXlsxValues values)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column, width,
                        values_format (self, values));
}

static lxw_format *
number_format (MerXlsx *self,
               guint    decimals,
               gboolean bold)
{
  static const char *const forms[] = { "0", "0.0", "0.00", "0.000", "0.0000" };
  lxw_format             **place = &self->numbers[bold ? 1 : 0][MIN (decimals, MAX_DECIMALS)];

  if (*place == NULL)
    {
      *place = workbook_add_format (self->workbook);
      format_set_num_format (*place, forms[MIN (decimals, MAX_DECIMALS)]);
      format_set_align (*place, LXW_ALIGN_VERTICAL_TOP); /* beside text of several lines */
      if (bold)
        format_set_bold (*place);
    }
  return *place;
}

void
mer_xlsx_set_number (MerXlsx *self,
                     guint    row,
                     guint    column,
                     double   value,
                     guint    decimals,
                     gboolean bold)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_write_number (self->sheet, row, (lxw_col_t) column, value,
                          number_format (self, decimals, bold));
}

void
mer_xlsx_set_width (MerXlsx *self,
                    guint    column,
                    double   width)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column, width, NULL);
}

void
mer_xlsx_freeze_rows (MerXlsx *self,
                      guint    rows)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_freeze_panes (self->sheet, rows, 0);
  if (rows > 0)
    worksheet_repeat_rows (self->sheet, 0, rows - 1);
}

void
mer_xlsx_freeze (MerXlsx *self,
                 guint    rows,
                 guint    columns,
                 gboolean one_page)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_freeze_panes (self->sheet, rows, (lxw_col_t) columns);
  worksheet_set_landscape (self->sheet);
  if (one_page)
    worksheet_fit_to_pages (self->sheet, 1, 0);
  if (rows > 0)
    worksheet_repeat_rows (self->sheet, 0, rows - 1);
}

void
mer_xlsx_set_lines (MerXlsx *self,
                    guint    row,
                    guint    lines)
{
  g_return_if_fail (self->sheet != NULL);
  worksheet_set_row (self->sheet, row, MIN (lines, MAX_LINES) * LINE_HEIGHT, NULL);
}

gboolean
mer_xlsx_add_sheet (MerXlsx    *self,
                    const char *sheet,
                    gboolean    hidden,
                    GError    **error)
{
  lxw_worksheet *added = NULL;

  g_return_val_if_fail (self->workbook != NULL, FALSE);
  added = workbook_add_worksheet (self->workbook, sheet);
  if (added == NULL)
    return fail (error, sheet);
  if (hidden)
    worksheet_hide (added);
  self->sheet = added;
  return TRUE;
}

/* "A", …, "AA": of the sheet with the lists. */
static char *
column_letters (guint column)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n - 1) % 26));
  return g_strdup (letters->str);
}

/* At most `n` characters; the library refuses more. */
static char *
cut (const char *text,
     glong       n)
{
  return text != NULL ? g_utf8_substring (text, 0, MIN (n, g_utf8_strlen (text, -1))) : NULL;
}

void
mer_xlsx_set_choice (MerXlsx             *self,
                     const MerXlsxChoice *choice)
{
  g_autofree char    *letters = column_letters (choice->list_column);
  g_autofree char    *formula = NULL;
  g_autofree char    *title = cut (choice->title, MAX_HINT_TITLE);
  g_autofree char    *hint = cut (choice->hint, MAX_HINT);
  lxw_data_validation validation = {
    .ignore_blank = LXW_VALIDATION_ON,
    .show_input = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .dropdown = LXW_VALIDATION_ON,
  };

  g_return_if_fail (self->sheet != NULL);
  validation.error_type =
    choice->strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
  validation.input_title = title;
  validation.input_message = hint;
  if (choice->list_sheet != NULL)
    {
      formula = g_strdup_printf ("='%s'!$%s$1:$%s$%u", choice->list_sheet, letters, letters,
                                 choice->n_choices);
      validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation.value_formula = formula;
    }
  else
    {
      validation.validate = LXW_VALIDATION_TYPE_INTEGER;
      validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
      validation.value_number = 0;
    }
  worksheet_data_validation_range (self->sheet, choice->first_row, (lxw_col_t) choice->column,
                                   choice->last_row, (lxw_col_t) choice->column, &validation);
}

/**
 * mer_xlsx_finish:
 * @self: a sheet that is filled
 * @error: IO
 *
 * Returns: (transfer full) (nullable): the workbook
 */
GBytes *
mer_xlsx_finish (MerXlsx *self,
                 GError **error)
{
  g_autoptr (GError) cause = NULL;
  char     *data;
  gsize     size;
  lxw_error status = close_workbook (self);

  if (status != LXW_NO_ERROR)
    {
      fail (error, lxw_strerror (status));
      return NULL;
    }
  if (!g_file_get_contents (self->path, &data, &size, &cause))
    {
      fail (error, cause->message);
      return NULL;
    }
  return g_bytes_new_take (data, size);
}
