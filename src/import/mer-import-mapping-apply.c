/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A remembered correspondence put to use: found by the fingerprint of a header among the first
 * rows, or named by the user; its columns and values become decisions of the options. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-header-text.h"
#include "import/mer-import-mapping.h"

/* As many as recognition looks at for a header. */
#define HEADER_ROWS 20
#define MAX_COLUMNS 4000

/* A row's cells as header keys, empty ones at the end left out. */
static GPtrArray *
keys_of (const MerRow *row)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (row->n_cells, MAX_COLUMNS); i++)
    {
      g_autofree char *text = g_strndup (row->cells[i].length > 0 ? row->cells[i].text : "",
                                         row->cells[i].length);

      g_ptr_array_add (keys, mer_header_key (text));
    }
  while (keys->len > 0 && *(char *) keys->pdata[keys->len - 1] == '\0')
    g_ptr_array_remove_index (keys, keys->len - 1);
  return keys;
}

static char *
fingerprint_of (const GPtrArray *keys)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < keys->len; i++)
    {
      g_checksum_update (sum, (const guchar *) keys->pdata[i],
                         (gssize) strlen (keys->pdata[i]));
      g_checksum_update (sum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static const MerStoredMapping *
find_by_fingerprint (const GPtrArray *mappings,
                     MerBatchKind     kind,
                     const char      *fingerprint)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      const MerStoredMapping *mapping = mappings->pdata[i];

      if (g_str_equal (mapping->kind, mer_batch_kind_to_code (kind)) &&
          g_str_equal (mapping->fingerprint, fingerprint))
        return mapping;
    }
  return NULL;
}

/* --- what it decides --------------------------------------------------------------------- */

/* Whether the user has decided about a code or a column already. */
static gboolean
is_decided (const MerImportOptions *options,
            const char             *code,
            guint                   column)
{
  g_autofree char *end = g_strdup_printf ("=%u", column + 1);
  g_autofree char *start = g_strconcat (code, "=", NULL);

  for (guint i = 0; options->columns != NULL && i < options->columns->len; i++)
    {
      const char *there = options->columns->pdata[i];

      if (g_str_has_suffix (there, end) ||
          (strcmp (code, MER_COLUMN_SKIP) != 0 && g_str_has_prefix (there, start)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_value (const MerImportOptions *options,
           const MerValueDecision *value)
{
  g_autofree char *key = mer_header_key (value->spelling);

  for (guint i = 0; options->values != NULL && i < options->values->len; i++)
    {
      const MerValueDecision *there = options->values->pdata[i];
      g_autofree char        *other = mer_header_key (there->spelling);

      if (g_str_equal (there->code, value->code) && g_str_equal (key, other))
        return TRUE;
    }
  return FALSE;
}

static void
adopt_values (MerImportOptions       *options,
              const MerImportMapping *mapping)
{
  for (guint i = 0; i < mapping->values->len; i++)
    {
      const MerValueDecision *value = mapping->values->pdata[i];

      if (!has_value (options, value))
        mer_import_options_decide_value (options, value->code, value->spelling, value->option);
    }
}

static void
adopt_column (MerImportOptions *options,
              const char       *code,
              guint             column)
{
  if (!is_decided (options, code, column))
    mer_import_options_decide_column (options, column, code);
}

/* The very header: column by column. */
static void
adopt_all (MerImportOptions       *options,
           const MerImportMapping *mapping,
           gint64                  row)
{
  for (guint i = 0; i < mapping->codes->len; i++)
    adopt_column (options, mapping->codes->pdata[i], i);
  options->header_row = (guint) row;
}

/* Another header: those columns that it has too, each by its words. How many. */
static guint
adopt_same_words (MerImportOptions       *options,
                  const MerImportMapping *mapping,
                  const GPtrArray        *keys)
{
  guint n = 0;

  for (guint i = 0; i < mapping->headers->len; i++)
    {
      g_autofree char *key = mer_header_key (mapping->headers->pdata[i]);
      guint            at;

      if (*key == '\0' ||
          !g_ptr_array_find_with_equal_func ((GPtrArray *) (gpointer) (gsize) keys, key,
                                             g_str_equal, &at))
        continue;
      adopt_column (options, mapping->codes->pdata[i], at);
      n++;
    }
  return n;
}

/* How many words of a header a row has. */
static guint
count_same_words (const MerImportMapping *mapping,
                  const GPtrArray        *keys)
{
  g_autoptr (MerImportOptions) trial = mer_import_options_new (mapping->kind, "");

  return adopt_same_words (trial, mapping, keys);
}

/* --- the table --------------------------------------------------------------------------- */

typedef struct
{
  gint64     number;
  GPtrArray *keys;
} HeadRow;

static void
head_row_clear (gpointer data)
{
  g_ptr_array_unref (((HeadRow *) data)->keys);
}

/* The rows that may be the header: (transfer full) (element-type HeadRow). */
static GArray *
read_heads (MerTableReader *reader,
            guint           header_row,
            GError        **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (HeadRow));
  MerRow row;
  int    result = 1;

  g_array_set_clear_func (heads, head_row_clear);
  if (!reader->rewind (reader, error))
    return NULL;
  while (heads->len < HEADER_ROWS && (result = mer_table_reader_next (reader, &row, error)) > 0)
    {
      HeadRow head = { row.number, NULL };

      if (header_row != 0 && row.number > header_row)
        break;
      if (header_row != 0 && row.number < header_row)
        continue;
      head.keys = keys_of (&row);
      g_array_append_val (heads, head);
    }
  return result >= 0 ? g_steal_pointer (&heads) : NULL;
}

static gboolean
apply_known (MerImportOptions *options,
             const GPtrArray  *mappings,
             const GArray     *heads,
             char            **name)
{
  for (guint i = 0; i < heads->len; i++)
    {
      const HeadRow          *head = &g_array_index (heads, HeadRow, i);
      g_autofree char        *fingerprint = fingerprint_of (head->keys);
      const MerStoredMapping *stored = find_by_fingerprint (mappings, options->kind, fingerprint);
      g_autoptr (MerImportMapping) mapping = NULL;

      if (stored == NULL)
        continue;
      /* One that is damaged is as good as none: recognition does without. */
      mapping = mer_import_mapping_parse (stored->text, -1, NULL);
      if (mapping == NULL)
        continue;
      adopt_all (options, mapping, head->number);
      adopt_values (options, mapping);
      *name = g_strdup (stored->name);
      break;
    }
  return TRUE;
}

static gboolean
apply_named (MerDocument      *doc,
             MerImportOptions *options,
             const GArray     *heads,
             char            **name,
             GError          **error)
{
  g_autoptr (MerStoredMapping) stored = mer_store_find_mapping (doc, options->mapping);
  g_autoptr (MerImportMapping) mapping = NULL;
  g_autofree char *wanted = NULL;
  const HeadRow   *best = NULL;
  guint            most = 0;

  if (stored == NULL)
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                   _("The document has no correspondence of columns “%s”."), options->mapping);
      return FALSE;
    }
  mapping = mer_import_mapping_parse (stored->text, -1, error);
  if (mapping == NULL)
    return FALSE;
  *name = g_strdup (stored->name);
  adopt_values (options, mapping);
  wanted = mer_import_mapping_fingerprint (mapping);
  for (guint i = 0; i < heads->len; i++)
    {
      const HeadRow   *head = &g_array_index (heads, HeadRow, i);
      g_autofree char *fingerprint = fingerprint_of (head->keys);
      guint            same = count_same_words (mapping, head->keys);

      if (g_str_equal (fingerprint, wanted))
        {
          adopt_all (options, mapping, head->number);
          return TRUE;
        }
      if (same > most)
        {
          most = same;
          best = head;
        }
    }
  if (best != NULL)
    adopt_same_words (options, mapping, best->keys);
  return TRUE;
}

gboolean
mer_import_mapping_apply (MerDocument      *doc,
                          MerImportOptions *options,
                          MerTableReader   *reader,
                          char            **name,
                          GError          **error)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_autoptr (GArray) heads = NULL;

  *name = NULL;
  if (options->mapping != NULL && *options->mapping == '\0')
    return TRUE;
  if (options->mapping == NULL && options->columns != NULL && options->columns->len > 0)
    return TRUE;
  mappings = mer_store_mappings (doc, error);
  if (mappings == NULL)
    return FALSE;
  if (mappings->len == 0 && options->mapping == NULL)
    return TRUE;
  heads = read_heads (reader, options->header_row, error);
  if (heads == NULL)
    return FALSE;
  return options->mapping != NULL ? apply_named (doc, options, heads, name, error)
                                  : apply_known (options, mappings, heads, name);
}
