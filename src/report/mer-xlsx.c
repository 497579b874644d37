/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XLSX through libxlsxwriter. The library writes to a named file only, so the workbook
 * is made in a folder of its own and handed over as bytes. */
#include "config.h"

#include "report/mer-xlsx.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "report/mer-report-private.h"

#define MAX_DECIMALS 4

struct _MerXlsx
{
  char          *folder, *path;
  lxw_workbook  *workbook; /* NULL once finished */
  lxw_worksheet *sheet;
  lxw_format    *bold;
  lxw_format    *numbers[2][MAX_DECIMALS + 1]; /* regular, bold; made when first used */
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
