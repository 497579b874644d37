/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records and their descriptions on standard output: keys, codes and ISO days for programs, names
 * in place of ids. */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/mer-cli-records-private.h"
#include "cycle/mer-record-kinds.h"

/* By MerFieldType. */
static const char *const types[] = {
  "text", "note", "list", "day", "period", "link", "decimal", "code",
  "number", "flag", "choice", "reference", "organization"
};
G_STATIC_ASSERT (G_N_ELEMENTS (types) == MER_FIELD_ORGANIZATION + 1);

static gboolean
is_reference (const MerField *field)
{
  return field->type == MER_FIELD_REFERENCE || field->type == MER_FIELD_ORGANIZATION;
}

/* --- CSV ------------------------------------------------------------------------------------- */

static void
append_head (GString             *csv,
             const MerRecordKind *kind)
{
  g_string_append (csv, "id");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (csv, ",%s", kind->fields[i].key);
  g_string_append_c (csv, '\n');
}

static void
append_row (GString         *csv,
            MerRecordNames  *names,
            const MerRecord *record)
{
  const MerRecordKind *kind = record->kind;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, record->id));
  for (guint i = 0; i < kind->n_fields; i++)
    g_ptr_array_add (cells, is_reference (&kind->fields[i])
                              ? mer_record_names_words (names, record, &kind->fields[i])
                              : mer_record_to_string (record, &kind->fields[i]));
  mer_cli_csv_row (csv, (const char *const *) cells->pdata, cells->len);
}

/* --- JSON ------------------------------------------------------------------------------------ */

static void
append_value (GString         *json,
              MerRecordNames  *names,
              const MerRecord *record,
              const MerField  *field)
{
  g_autofree char *text = mer_record_to_string (record, field);
  g_autofree char *name = NULL;

  if (mer_record_is_blank (record, field))
    g_string_append (json, "null");
  else if (is_reference (field))
    {
      name = mer_record_names_words (names, record, field);
      g_string_append_printf (json, "{\"id\": %s, \"name\": ", text);
      mer_cli_json_string (json, name);
      g_string_append_c (json, '}');
    }
  else if (field->type == MER_FIELD_NUMBER)
    g_string_append (json, text);
  else if (field->type == MER_FIELD_FLAG)
    g_string_append (json, mer_record_number (record, field) != 0 ? "true" : "false");
  else
    mer_cli_json_string (json, text);
}

static void
append_object (GString         *json,
               MerRecordNames  *names,
               const MerRecord *record)
{
  const MerRecordKind *kind = record->kind;

  g_string_append_printf (json, "{\"id\": %" G_GINT64_FORMAT ", \"position\": %" G_GINT64_FORMAT,
                          record->id, record->position);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_printf (json, ", \"%s\": ", kind->fields[i].key);
      append_value (json, names, record, &kind->fields[i]);
    }
  g_string_append_c (json, '}');
}

/**
 * mer_cli_records_print:
 * @doc: a document
 * @kind: of the records
 * @records: (element-type MerRecord): in the order in which they are printed
 * @json: whether as JSON and not as CSV
 *
 * Returns: %MER_EXIT_DONE
 */
MerExit
mer_cli_records_print (MerDocument         *doc,
                       const MerRecordKind *kind,
                       const GPtrArray     *records,
                       gboolean             json)
{
  g_autoptr (MerRecordNames) names = mer_record_names_new (doc, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!json)
    append_head (text, kind);
  else if (records->len == 0)
    g_string_append (text, "[");
  for (guint i = 0; i < records->len; i++)
    {
      if (!json)
        {
          append_row (text, names, records->pdata[i]);
          continue;
        }
      g_string_append (text, i == 0 ? "[" : ",\n ");
      append_object (text, names, records->pdata[i]);
    }
  if (json)
    g_string_append (text, "]\n");
  mer_cli_print ("%s", text->str);
  return MER_EXIT_DONE;
}

/* --- fields ---------------------------------------------------------------------------------- */

static char *
choices_text (const MerField *field)
{
  GString *text = g_string_new (field->target);

  for (guint i = 0; i < field->n_choices; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", field->choices[i].code);
  return g_string_free (text, FALSE);
}

void
mer_cli_records_print_fields (const MerRecordKind *kind)
{
  g_autoptr (GString) csv = g_string_new ("key,type,required,values,title\n");

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MerField  *field = &kind->fields[i];
      g_autofree char *choices = choices_text (field);
      const char      *cells[] = { field->key, types[field->type],
                              field->flags & MER_FIELD_REQUIRED ? "yes" : "no", choices,
                                   _(field->title) };

      mer_cli_csv_row (csv, cells, G_N_ELEMENTS (cells));
    }
  mer_cli_print ("%s", csv->str);
}
