/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as tables that go out: the columns of their description, in the language of the
 * document, with the ids by which they are known when they come back. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-record-tables.h"
#include "core/mer-csv.h"
#include "report/mer-report.h"
#include "report/mer-template.h"
#include "store/mer-record-store.h"

/* A sheet's name, by its format. */
#define MAX_SHEET 31
/* Empty rows under a table in which choices are offered too. */
#define N_FREE_ROWS 100

/* Columns that only the program fills in stay at home. */
static gboolean
goes_out (const MerField *field)
{
  return (field->flags & MER_FIELD_HIDDEN) == 0;
}

static char *
sheet_name (const MerRecordKind *kind,
            MerLanguage          language)
{
  g_autofree char *title = g_strdup (mer_tr (language, kind->title));

  g_strdelimit (title, "[]:*?/\\'", ' ');
  return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_SHEET));
}

static double
width_of (const MerField *field)
{
  switch ((int) field->type)
    {
    case MER_FIELD_NOTE:
    case MER_FIELD_LIST:
      return 40;
    case MER_FIELD_REFERENCE:
    case MER_FIELD_ORGANIZATION:
    case MER_FIELD_LINK:
      return 30;
    case MER_FIELD_TEXT:
      return field->flags & MER_FIELD_WIDE ? 40 : 24;
    case MER_FIELD_CHOICE:
    case MER_FIELD_PERIOD:
      return 20;
    default:
      return 12;
    }
}

static GPtrArray *
choices_of (const MerField *field,
            MerLanguage     language)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < field->n_choices; i++)
    g_ptr_array_add (choices, g_strdup (mer_tr (language, field->choices[i].title)));
  if (field->type == MER_FIELD_FLAG)
    {
      g_ptr_array_add (choices, g_strdup (mer_trc (language, "in a table", "yes")));
      g_ptr_array_add (choices, g_strdup (mer_trc (language, "in a table", "no")));
    }
  return choices;
}

/* Text columns are of one line, so that «007» that is typed into them stays what it is. */
static gboolean
has_lines (const MerField *field)
{
  switch ((int) field->type)
    {
    case MER_FIELD_TEXT:
    case MER_FIELD_CODE:
    case MER_FIELD_DAY:
    case MER_FIELD_DECIMAL:
    case MER_FIELD_NUMBER:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
add_column (MerTemplate    *table,
            const MerField *field)
{
  MerTemplateColumn *column = mer_template_add_column (
    table, mer_tr (table->language, field->title), width_of (field));

  column->whole_numbers = field->type == MER_FIELD_NUMBER;
  column->decimals = field->type == MER_FIELD_DECIMAL;
  column->lines = has_lines (field);
  if (field->type == MER_FIELD_DAY)
    column->values = MER_XLSX_DATE;
  else if (field->type == MER_FIELD_TEXT || field->type == MER_FIELD_CODE)
    column->values = MER_XLSX_TEXT;
  if (field->type == MER_FIELD_CHOICE || field->type == MER_FIELD_FLAG)
    {
      column->choices = choices_of (field, table->language);
      column->strict = TRUE;
    }
}

static GStrv
row_of (MerRecordNames  *names,
        const MerRecord *record,
        guint            n)
{
  const MerRecordKind *kind = record->kind;
  GStrv                cells = g_new0 (char *, n + 1);
  guint                k = 0;

  cells[k++] = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  for (guint i = 0; i < kind->n_fields; i++)
    if (goes_out (&kind->fields[i]))
      cells[k++] = mer_record_names_cell (names, record, &kind->fields[i]);
  return cells;
}

static MerTemplate *
table_of (MerRecordNames      *names,
          const MerRecordKind *kind,
          const GPtrArray     *records)
{
  MerLanguage      language = mer_record_names_language (names);
  g_autofree char *name = sheet_name (kind, language);
  MerTemplate     *table = mer_template_new (language, name);

  table->fixed = 1;
  table->n_rows = records->len + N_FREE_ROWS;
  mer_template_add_column (table, "id", 6)->whole_numbers = TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (goes_out (&kind->fields[i]))
      add_column (table, &kind->fields[i]);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (table->rows, row_of (names, records->pdata[i], table->columns->len));
  return table;
}

static GBytes *
with_tabs (const MerTemplate *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append (text, i > 0 ? "\t" : "");
      mer_csv_append (text, ((MerTemplateColumn *) table->columns->pdata[i])->header, '\t');
    }
  g_string_append_c (text, '\n');
  for (guint r = 0; r < table->rows->len; r++)
    {
      GStrv cells = table->rows->pdata[r];

      for (guint i = 0; i < table->columns->len; i++)
        {
          g_string_append (text, i > 0 ? "\t" : "");
          mer_csv_append (text, cells[i], '\t');
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_to_bytes (text);
}

GBytes *
mer_record_table_bytes (MerRecordNames      *names,
                        const MerRecordKind *kind,
                        const GPtrArray     *records,
                        MerRecordTableForm   form,
                        GError             **error)
{
  g_autoptr (MerTemplate) table = table_of (names, kind, records);

  if (form == MER_RECORD_TABLE_CSV)
    return mer_template_render_csv (table);
  return form == MER_RECORD_TABLE_TABS ? with_tabs (table) : mer_template_render (table, error);
}

static gboolean
form_of (const char         *path,
         MerRecordTableForm *form,
         GError            **error)
{
  g_autofree char *low = g_ascii_strdown (path, -1);
  g_autofree char *name = g_filename_display_basename (path);

  *form = g_str_has_suffix (low, ".csv") ? MER_RECORD_TABLE_CSV : MER_RECORD_TABLE_XLSX;
  if (*form == MER_RECORD_TABLE_CSV || g_str_has_suffix (low, ".xlsx"))
    return TRUE;
  g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT,
               _("“%s” ends neither in .csv nor in .xlsx."), name);
  return FALSE;
}

gboolean
mer_record_table_save (MerDocument         *doc,
                       const MerRecordKind *kind,
                       gint64               cycle_id,
                       const char          *path,
                       guint               *n,
                       GError             **error)
{
  g_autoptr (MerRecordNames) names = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MerRecordTableForm form = MER_RECORD_TABLE_CSV;

  if (!form_of (path, &form, error))
    return FALSE;
  records = mer_store_records (doc, kind, cycle_id, error);
  if (records == NULL)
    return FALSE;
  names = mer_record_names_new (doc, cycle_id);
  bytes = mer_record_table_bytes (names, kind, records, form, error);
  if (n != NULL)
    *n = records->len;
  return bytes != NULL && mer_report_save (bytes, path, error);
}
