/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings of tables of records: keys of fields, or their titles in any language of documents. */

#include "config.h"

#include "app/mer-record-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-record-headings.h"
#include "core/mer-language.h"
#include "core/mer-name.h"
#include "import/mer-import-problems.h"

/* As of all imports: headings stand among the first rows with something in them. */
#define MOST_ROWS_BEFORE 20

void
mer_record_columns_free (MerRecordColumns *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->headings);
  g_array_unref (self->fields);
  g_free (self);
}

static gboolean
is_heading (const char *folded,
            const char *words)
{
  g_autofree char *key = mer_name_fold (words, -1);

  return strcmp (folded, key) == 0;
}

/* What only the program fills in is no column by its title: a visible one may have the same. */
static gboolean
is_heading_of (const char     *folded,
               const MerField *field)
{
  const char *local = _(field->title);

  if (is_heading (folded, field->key) || (field->flags & MER_FIELD_HIDDEN))
    return is_heading (folded, field->key);
  return is_heading (folded, local) || is_heading (folded, field->title) ||
         is_heading (folded, mer_tr (MER_LANGUAGE_RU, field->title));
}

static guint
recognize (const MerRecordKind *kind,
           const char          *heading)
{
  g_autofree char *folded = mer_name_fold (heading, -1);

  if (*folded == '\0')
    return MER_RECORD_COLUMN_IGNORED;
  if (g_str_equal (folded, "id"))
    return MER_RECORD_COLUMN_ID;
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_heading_of (folded, &kind->fields[i]))
      return i;
  return MER_RECORD_COLUMN_IGNORED;
}

static guint
field_index (const MerRecordKind *kind,
             const char          *key)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].key, key))
      return i;
  g_return_val_if_reached (MER_RECORD_COLUMN_IGNORED);
}

/* The column of a field from `start` on; G_MAXUINT: none. */
static guint
column_of (const MerRecordColumns *self,
           guint                   field,
           guint                   start)
{
  for (guint i = start; i < self->fields->len; i++)
    if (g_array_index (self->fields, guint, i) == field)
      return i;
  return G_MAXUINT;
}

static void
recognize_others (MerRecordColumns    *self,
                  const MerRecordKind *kind)
{
  guint                   n = 0;
  const MerRecordHeading *other_headings = mer_record_headings (&n);

  for (guint k = 0; k < n; k++)
    {
      guint    field = MER_RECORD_COLUMN_IGNORED;
      gboolean found = other_headings[k].kind != kind;

      if (!found)
        field = field_index (kind, other_headings[k].field);
      found = found || column_of (self, field, 0) != G_MAXUINT;
      for (guint i = 0; !found && i < self->headings->len; i++)
        {
          g_autofree char *folded = mer_name_fold (self->headings->pdata[i], -1);

          found = g_array_index (self->fields, guint, i) == MER_RECORD_COLUMN_IGNORED &&
                  is_heading (folded, other_headings[k].words);
          if (found)
            g_array_index (self->fields, guint, i) = field;
        }
    }
}

static MerRecordColumns *
columns_of (const MerRecordKind *kind,
            const MerRow        *row)
{
  MerRecordColumns *self = g_new0 (MerRecordColumns, 1);

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->row = row->number;
  for (guint i = 0; i < row->n_cells; i++)
    {
      char *heading = g_strstrip (g_strndup (row->cells[i].text, row->cells[i].length));
      guint field = recognize (kind, heading);

      g_strdelimit (heading, "\r\n\t", ' ');
      g_ptr_array_add (self->headings, heading);
      g_array_append_val (self->fields, field);
    }
  recognize_others (self, kind);
  return self;
}

/* Enough to know a row by its id, or to make a new one. */
static gboolean
is_enough (const MerRecordColumns *self,
           const MerRecordKind    *kind)
{
  gboolean all = TRUE;
  guint    n = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean there = column_of (self, i, 0) != G_MAXUINT;

      n += there ? 1 : 0;
      all = all && (there || (kind->fields[i].flags & MER_FIELD_REQUIRED) == 0);
    }
  return n > 0 && (all || column_of (self, MER_RECORD_COLUMN_ID, 0) != G_MAXUINT);
}

static gboolean
check_single (const MerRecordColumns *self,
              const char             *shown,
              GError                **error)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      guint            field = g_array_index (self->fields, guint, i);
      guint            again = column_of (self, field, i + 1);
      g_autofree char *first = mer_import_column_letters (i);
      g_autofree char *second = again != G_MAXUINT ? mer_import_column_letters (again) : NULL;

      if (field == MER_RECORD_COLUMN_IGNORED || second == NULL)
        continue;
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                   /* Translators: a file, two headings with the letters of their columns. */
                   _("“%s”: “%s” in column %s and “%s” in column %s are the same."), shown,
                      (char *) self->headings->pdata[i], first,
                      (char *) self->headings->pdata[again], second);
      return FALSE;
    }
  return TRUE;
}

static void
refuse (const MerRecordKind *kind,
        const char          *shown,
        GError             **error)
{
  g_autoptr (GString) needed = g_string_new (NULL);

  for (guint pass = 0; pass < 2 && needed->len == 0; pass++)
    for (guint i = 0; i < kind->n_fields; i++)
      if (pass == 1 || (kind->fields[i].flags & MER_FIELD_REQUIRED))
        {
          g_string_append (needed, needed->len > 0 ? ", " : "");
          g_string_append_printf (needed, _("“%s”"), _(kind->fields[i].title));
        }
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
               /* Translators: a file, a kind of records, headings in quotes. */
               _("“%s” has no headings of “%s” in its first rows. Needed are: %s."), shown,
                  _(kind->title), needed->str);
}

MerRecordColumns *
mer_record_columns_find (MerTableReader      *reader,
                         const MerRecordKind *kind,
                         const char          *shown,
                         GError             **error)
{
  MerRow row = { 0 };
  int    more = 0;

  for (guint i = 0; i < MOST_ROWS_BEFORE; i++)
    {
      g_autoptr (MerRecordColumns) columns = NULL;

      more = mer_table_reader_next (reader, &row, error);
      if (more < 0)
        return NULL;
      if (more == 0)
        break;
      columns = columns_of (kind, &row);
      if (is_enough (columns, kind))
        return check_single (columns, shown, error) ? g_steal_pointer (&columns) : NULL;
    }
  refuse (kind, shown, error);
  return NULL;
}
