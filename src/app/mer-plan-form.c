/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the form of a plan as a workbook to be filled in. What it says must be what
 * mer-plan-form-columns.c knows. */

#include "config.h"

#include "app/mer-plan-form-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/mer-day.h"
#include "core/mer-file-name.h"
#include "report/mer-report.h"

/* Rows for what an organization adds itself. */
#define SPARE_ROWS 20

/* clang-format off */
static const struct
{
  const char   *header; /* English msgid */
  double        width;
  MerXlsxValues values;
} columns[MER_N_FORM_COLUMNS] = {
  [MER_FORM_ORGANIZATION] = { N_("Organization"), 24, MER_XLSX_GENERAL },
  [MER_FORM_CRITERION] = { N_("Criterion"), 22, MER_XLSX_GENERAL },
  [MER_FORM_PROBLEM] = { N_("1. Shortcoming"), 38, MER_XLSX_GENERAL },
  [MER_FORM_MEASURE] = { N_("2. Measure"), 38, MER_XLSX_GENERAL },
  [MER_FORM_DEADLINE] = { N_("3. Planned term"), 18, MER_XLSX_TEXT },
  [MER_FORM_PERSON] = { N_("4. Responsible: surname, name, patronymic"), 26, MER_XLSX_GENERAL },
  [MER_FORM_POST] = { N_("4. Responsible: post"), 22, MER_XLSX_GENERAL },
  [MER_FORM_TAKEN] = { N_("5a. Measures that were taken"), 34, MER_XLSX_GENERAL },
  [MER_FORM_DONE] = { N_("5b. Actual term"), 14, MER_XLSX_DATE },
  [MER_FORM_EVIDENCE] = { N_("Evidence (document, address on the site)"), 34, MER_XLSX_GENERAL },
  [MER_FORM_SHARE] = { N_("Done, per cent"), 12, MER_XLSX_GENERAL },
  [MER_FORM_CODE] = { N_("Code of the row (do not change)"), 14, MER_XLSX_TEXT },
};
/* clang-format on */

const char *
mer_plan_form_header (MerFormColumn column)
{
  return columns[column].header;
}

static GPtrArray *
criterion_choices (const MerMethodology *methodology)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      g_ptr_array_add (choices, g_strdup_printf ("%s %s", criterion->symbol,
                                                 criterion->short_title != NULL
                                                   ? criterion->short_title
                                                   : criterion->title));
    }
  return choices;
}

static char *
text_of (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
add_row (MerTemplate       *self,
         const MerPlanLine *line,
         const GPtrArray   *criteria)
{
  const MerPlanItem *item = line->item;
  GStrv              cells = g_new0 (char *, MER_N_FORM_COLUMNS + 1);

  cells[MER_FORM_ORGANIZATION] = text_of (line->organization != NULL ? line->organization->name
                                                                     : NULL);
  cells[MER_FORM_CRITERION] = text_of (line->criterion < criteria->len
                                         ? criteria->pdata[line->criterion]
                                         : NULL);
  cells[MER_FORM_PROBLEM] = text_of (item->problem);
  cells[MER_FORM_MEASURE] = text_of (item->measure);
  cells[MER_FORM_DEADLINE] = text_of (item->deadline);
  cells[MER_FORM_PERSON] = text_of (item->person);
  cells[MER_FORM_POST] = text_of (item->post);
  cells[MER_FORM_TAKEN] = text_of (item->taken);
  cells[MER_FORM_DONE] = mer_day_to_words (item->done_on);
  cells[MER_FORM_EVIDENCE] = text_of (item->evidence);
  cells[MER_FORM_SHARE] = item->share >= 0 ? mer_form_share_text (item->share) : g_strdup ("");
  cells[MER_FORM_CODE] = mer_form_code_new (item);
  g_ptr_array_add (self->rows, cells);
}

static void
advise (MerTemplate        *self,
        const MerPlanBook  *book,
        const MerPlanSheet *sheet,
        const char         *department)
{
  MerTemplateInput input = { .language = self->language,
                             .department = department,
                             .cycle = book->facts.cycle->title };
  g_autofree char *due = NULL;

  if (sheet != NULL && sheet->due != MER_DAY_NONE)
    {
      due = mer_day_to_text (sheet->due);
      input.deadline = due;
    }
  mer_template_advise_sender (self, &input, mer_tr (self->language, "Improvement plan"));
  mer_template_advise (
    self, g_strdup (mer_tr (self->language,
                            "One row is one measure. Say in columns 5a and 5b what was done and "
                            "when, and name the evidence: an act, an order, an address on the "
                            "site. Without evidence a measure does not count as done.")));
  mer_template_advise (
    self, g_strdup (mer_tr (self->language,
                            "The planned term is written in words: “до 1 сентября 2025 г.”, "
                            "“III квартал 2025 г.”, “постоянно”.")));
  mer_template_advise (
    self, g_strdup (mer_tr (self->language,
                            "A measure of your own goes into an empty row without a code. What "
                            "the approved plan says is changed by a new version of it.")));
}

MerTemplate *
mer_plan_form_new (const MerPlanBook  *book,
                   const MerPlanSheet *sheet,
                   MerLanguage         language,
                   const char         *department)
{
  MerTemplate *self = mer_template_new (language, mer_tr (language, "Plan"));
  g_autoptr (GPtrArray) criteria = criterion_choices (book->facts.methodology);
  guint first = sheet != NULL ? sheet->first_line : 0;
  guint n = sheet != NULL ? sheet->n_lines : book->n_lines;

  self->fixed = 0;
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    {
      MerTemplateColumn *column = mer_template_add_column (
        self, mer_tr (language, columns[i].header), columns[i].width);

      column->values = columns[i].values;
      column->whole_numbers = i == MER_FORM_SHARE;
      if (i == MER_FORM_CRITERION)
        column->choices = g_ptr_array_ref (criteria);
    }
  for (guint i = first; i < first + n; i++)
    if (book->lines[i].standing != MER_STANDING_DROPPED)
      add_row (self, &book->lines[i], criteria);
  self->n_rows = self->rows->len + (sheet != NULL ? SPARE_ROWS : 0);
  advise (self, book, sheet, department);
  return self;
}

/* --- one for each organization ---------------------------------------------------------------- */

/* (element-type MerPlanSheet) */
static GPtrArray *
sheets_of (const MerPlanBook  *book,
           const MerPlanScope *scope)
{
  GPtrArray *sheets = g_ptr_array_new ();

  for (guint i = 0; i < book->sheets->len; i++)
    {
      MerPlanSheet *sheet = &g_array_index (book->sheets, MerPlanSheet, i);

      if (sheet->organization != NULL && sheet->n_lines > 0 &&
          mer_plan_scope_has (scope, sheet->organization->id))
        g_ptr_array_add (sheets, sheet);
    }
  return sheets;
}

/* (element-type filename): a path of its own for each. */
static GPtrArray *
paths_of (const GPtrArray *sheets,
          const char      *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) taken = mer_file_names_new ();

  for (guint i = 0; i < sheets->len; i++)
    {
      const MerPlanSheet *sheet = sheets->pdata[i];
      g_autofree char    *name = mer_file_name_unique (taken, sheet->organization->name, "xlsx");

      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  return paths;
}

static gboolean
check_free (const GPtrArray *paths,
            GError         **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                   _("“%s” is there already. Choose another folder; nothing was written."), path);
      return FALSE;
    }
  return TRUE;
}

/* Half of the forms would look like all of them. */
static void
take_back (const GPtrArray *paths,
           guint           *n_written)
{
  for (; *n_written > 0; (*n_written)--)
    g_unlink (paths->pdata[*n_written - 1]);
}

gboolean
mer_plan_forms_write (MerDocument        *doc,
                      const MerPlanBook  *book,
                      const MerPlanScope *scope,
                      const char         *folder,
                      guint              *n_written,
                      GError            **error)
{
  g_autoptr (GPtrArray) sheets = sheets_of (book, scope);
  g_autoptr (GPtrArray) paths = paths_of (sheets, folder);
  g_autofree char *department = mer_document_get_setting (doc, "department");

  *n_written = 0;
  if (!check_free (paths, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autoptr (MerTemplate) form =
        mer_plan_form_new (book, sheets->pdata[i], mer_document_get_language (doc), department);
      g_autoptr (GBytes) bytes = mer_template_render (form, error);

      if (bytes == NULL || !mer_report_save (bytes, paths->pdata[i], error))
        {
          take_back (paths, n_written);
          return FALSE;
        }
      (*n_written)++;
    }
  return TRUE;
}
