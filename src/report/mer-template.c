/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template as a workbook: the table first, because that is the sheet which the import takes,
 * then how to fill it in, then the lists of its drop-downs, hidden. */
#include "config.h"

#include "report/mer-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-csv.h"
#include "core/mer-day.h"

#define ADVICE_WIDTH 84.0
/* What a number of a sheet tells apart, with its point, and how many decimals it shows. */
#define EXACT_DIGITS 15
#define MAX_DECIMALS 4
/* What is lost where words are broken between lines. */
#define WORD_LOSS 1.2
/* Tables of more columns are not pressed into the width of a page. */
#define PRINTED_COLUMNS 15

static const MerTemplateKind *const kinds[] = {
  &mer_template_organizations,
  &mer_template_checklist,
  &mer_template_survey,
  &mer_template_recipients,
  &mer_template_points,
  NULL,
};

const MerTemplateKind *const *
mer_template_kinds (void)
{
  return kinds;
}

/**
 * mer_template_kind_find:
 * @id: "survey"
 *
 * Returns: (transfer none) (nullable): the kind of template
 */
const MerTemplateKind *
mer_template_kind_find (const char *id)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (g_str_equal (kinds[i]->id, id))
        return kinds[i];
    }
  return NULL;
}

/**
 * mer_template_kind_fits:
 * @self: a kind of template
 * @methodology: (nullable): the rules of a cycle
 *
 * Returns: whether the rules ask for such a table
 */
gboolean
mer_template_kind_fits (const MerTemplateKind *self,
                        const MerMethodology  *methodology)
{
  return self->fits == NULL || (methodology != NULL && self->fits (methodology));
}

/* --- the value --------------------------------------------------------------------------- */

static void
column_free (gpointer data)
{
  MerTemplateColumn *self = data;

  g_free (self->header);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self->hint);
  g_free (self);
}

MerTemplate *
mer_template_new (MerLanguage language,
                  const char *sheet)
{
  MerTemplate *self = g_new0 (MerTemplate, 1);

  self->language = language;
  self->sheet = g_strdup (sheet);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->advice = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mer_template_free (MerTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->sheet);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->advice);
  g_free (self);
}

MerTemplateColumn *
mer_template_add_column (MerTemplate *self,
                         const char  *header,
                         double       width)
{
  MerTemplateColumn *column = g_new0 (MerTemplateColumn, 1);

  column->header = g_strdup (header);
  column->width = width;
  g_ptr_array_add (self->columns, column);
  return column;
}

void
mer_template_advise (MerTemplate *self,
                     char        *paragraph)
{
  g_ptr_array_add (self->advice, paragraph);
}

void
mer_template_advise_sender (MerTemplate            *self,
                            const MerTemplateInput *input,
                            const char             *what)
{
  MerLanguage language = input->language;

  /* A heading. */
  mer_template_advise (self, input->cycle != NULL
                               ? g_strdup_printf ("# %s. %s", what, input->cycle)
                               : g_strdup_printf ("# %s", what));
  if (input->department != NULL && *input->department != '\0')
    mer_template_advise (self, g_strdup_printf (mer_tr (language, "The table is collected by: %s."),
                                                input->department));
  if (input->deadline != NULL && *input->deadline != '\0')
    mer_template_advise (self, g_strdup_printf (mer_tr (language, "It is awaited until: %s."),
                                                input->deadline));
}

GPtrArray *
mer_template_names (const GPtrArray *organizations)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    g_ptr_array_add (names, g_strdup (((MerOrganization *) organizations->pdata[i])->name));
  return names;
}

/* --- the workbook ------------------------------------------------------------------------ */

static void
write_value (MerXlsx    *sheet,
             guint       row,
             guint       column,
             const char *text)
{
  if (g_str_equal (text, "0,5") || g_str_equal (text, "0.5"))
    mer_xlsx_set_number (sheet, row, column, 0.5, 1, FALSE);
  else if (g_str_equal (text, "0") || g_str_equal (text, "1"))
    mer_xlsx_set_number (sheet, row, column, *text - '0', 0, FALSE);
  else
    mer_xlsx_set_text (sheet, row, column, text, FALSE);
}

/* Whole numbers; and such with a fraction that a sheet can hold without a loss. */
static gboolean
write_number (const MerTemplateColumn *column,
              MerXlsx                 *sheet,
              guint                    row,
              guint                    index,
              const char              *text)
{
  g_autofree char *bare = g_strdelimit (g_strdup (text), ",", '.');
  const char      *point = strchr (bare, '.');
  gsize            decimals = point != NULL ? strlen (point + 1) : 0;
  gint64           number = 0;

  if (column->whole_numbers &&
      g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
    mer_xlsx_set_number (sheet, row, index, (double) number, 0, FALSE);
  else if (column->decimals && strspn (bare, "-0123456789.") == strlen (bare) &&
           strlen (bare) <= EXACT_DIGITS && decimals <= MAX_DECIMALS)
    mer_xlsx_set_number (sheet, row, index, g_ascii_strtod (bare, NULL), (guint) decimals, FALSE);
  else
    return FALSE;
  return TRUE;
}

static void
write_cell (const MerTemplate *self,
            MerXlsx           *sheet,
            guint              row,
            guint              index,
            const char        *text)
{
  const MerTemplateColumn *column = self->columns->pdata[index];
  g_autofree char         *day = column->values == MER_XLSX_DATE ? mer_day_parse (text) : NULL;

  if (*text == '\0')
    return;
  if (self->closed != NULL && strcmp (text, self->closed) == 0)
    mer_xlsx_set_closed (sheet, row, index, text);
  else if (day != NULL)
    mer_xlsx_set_day (sheet, row, index, day);
  else if (column->lines)
    mer_xlsx_set_paragraph (sheet, row, index, text, FALSE);
  else if (!write_number (column, sheet, row, index, text))
    mer_xlsx_set_text (sheet, row, index, text, FALSE);
}

static void
write_row (const MerTemplate *self,
           MerXlsx           *sheet,
           guint              row,
           GStrv              cells)
{
  for (guint i = 0; i < self->columns->len; i++)
    write_cell (self, sheet, row, i, cells[i]);
}

/* Columns with the same choices share a list. */
static guint
list_of (const MerTemplate *self,
         guint              column)
{
  const MerTemplateColumn *wanted = self->columns->pdata[column];
  guint                    n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerTemplateColumn *other = self->columns->pdata[i];
      gboolean                 repeated = FALSE;

      if (other->choices == NULL || other->choices->len == 0)
        continue;
      if (other->choices == wanted->choices)
        return n;
      for (guint k = 0; k < i && !repeated; k++)
        repeated = ((MerTemplateColumn *) self->columns->pdata[k])->choices == other->choices;
      n += repeated ? 0 : 1;
    }
  return n;
}

static void
set_choice (const MerTemplate *self,
            MerXlsx           *sheet,
            guint              index,
            const char        *lists)
{
  const MerTemplateColumn *column = self->columns->pdata[index];
  MerXlsxChoice            choice = { .first_row = 1, .column = index };

  if (!column->whole_numbers && (column->choices == NULL || column->choices->len == 0))
    return;
  if (column->choices != NULL && column->choices->len > 0)
    {
      choice.list_sheet = lists;
      choice.list_column = list_of (self, index);
      choice.n_choices = column->choices->len;
    }
  choice.last_row = MAX (1, self->n_rows);
  choice.strict = column->strict;
  choice.title = column->header;
  choice.hint = column->hint;
  mer_xlsx_set_choice (sheet, &choice);
}

/* Lines that a text takes in a column, words broken between them. */
static guint
lines_of (const char *text,
          double      width)
{
  glong length = g_utf8_strlen (text, -1);

  return 1 + (guint) ((double) length * WORD_LOSS / width);
}

static guint
head_lines (const MerTemplate *self)
{
  guint lines = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerTemplateColumn *column = self->columns->pdata[i];

      lines = MAX (lines, lines_of (column->header, column->width));
    }
  return lines;
}

static void
write_table (const MerTemplate *self,
             MerXlsx           *sheet,
             const char        *lists)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerTemplateColumn *column = self->columns->pdata[i];

      mer_xlsx_set_column (sheet, i, column->width, column->values);
      mer_xlsx_set_head (sheet, 0, i, column->header);
      if (self->n_rows > 0)
        set_choice (self, sheet, i, lists);
    }
  for (guint i = 0; i < self->rows->len; i++)
    write_row (self, sheet, i + 1, self->rows->pdata[i]);
  mer_xlsx_set_lines (sheet, 0, head_lines (self));
  mer_xlsx_freeze (sheet, 1, self->fixed, self->columns->len <= PRINTED_COLUMNS);
}

static void
write_advice (const MerTemplate *self,
              MerXlsx           *sheet)
{
  mer_xlsx_set_width (sheet, 0, ADVICE_WIDTH);
  for (guint i = 0; i < self->advice->len; i++)
    {
      const char *text = self->advice->pdata[i];
      gboolean    heading = g_str_has_prefix (text, "# ");

      mer_xlsx_set_paragraph (sheet, i, 0, heading ? text + 2 : text, heading);
      mer_xlsx_set_lines (sheet, i, lines_of (text, ADVICE_WIDTH));
    }
}

static void
write_lists (const MerTemplate *self,
             MerXlsx           *sheet)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerTemplateColumn *column = self->columns->pdata[i];

      for (guint k = 0; column->choices != NULL && k < column->choices->len; k++)
        write_value (sheet, k, list_of (self, i), column->choices->pdata[k]);
    }
}

/**
 * mer_template_render:
 * @self: a template
 * @error: IO
 *
 * Returns: (transfer full) (nullable): the workbook
 */
GBytes *
mer_template_render (const MerTemplate *self,
                     GError           **error)
{
  const char *advice = mer_tr (self->language, "How to fill in");
  const char *lists = mer_tr (self->language, "Lists");
  g_autoptr (MerXlsx) sheet = mer_xlsx_new (self->sheet, error);

  if (sheet == NULL)
    return NULL;
  write_table (self, sheet, lists);
  if (self->advice->len > 0)
    {
      if (!mer_xlsx_add_sheet (sheet, advice, FALSE, error))
        return NULL;
      write_advice (self, sheet);
    }
  if (self->n_rows > 0)
    {
      if (!mer_xlsx_add_sheet (sheet, lists, TRUE, error))
        return NULL;
      write_lists (self, sheet);
    }
  return mer_xlsx_finish (sheet, error);
}

/**
 * mer_template_render_csv:
 * @self: a template
 *
 * Returns: (transfer full): headers and rows in UTF-8 with a mark, as spreadsheets expect
 */
GBytes *
mer_template_render_csv (const MerTemplate *self)
{
  GString *csv = g_string_new ("\357\273\277");

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_string_append (csv, i > 0 ? ";" : "");
      mer_csv_append (csv, ((MerTemplateColumn *) self->columns->pdata[i])->header, ';');
    }
  g_string_append (csv, "\r\n");
  for (guint r = 0; r < self->rows->len; r++)
    {
      GStrv cells = self->rows->pdata[r];

      for (guint i = 0; i < self->columns->len; i++)
        {
          g_string_append (csv, i > 0 ? ";" : "");
          mer_csv_append (csv, cells[i], ';');
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free_to_bytes (csv);
}
