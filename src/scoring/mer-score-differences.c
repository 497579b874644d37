/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores that were kept as text beside scores of now. Compared are printed values: what was put
 * to discussion is what people read. */

#include "config.h"

#include "scoring/mer-score-differences.h"

#include <string.h>

typedef struct
{
  GStrv header;
  guint n_columns;
  int   total;
  int   rank;
  int   id;
} Columns;

void
mer_score_difference_free (MerScoreDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->was);
  g_free (self->is);
  g_free (self->codes);
  g_free (self);
}

/* --- reading the text ------------------------------------------------------------------------ */

/* One field of RFC 4180; `at` goes behind it and its separator. */
static char *
read_field (const char **at,
            gboolean    *last)
{
  GString    *field = g_string_new (NULL);
  gboolean    quoted = **at == '"';
  const char *c = *at + (quoted ? 1 : 0);

  for (; *c != '\0'; c++)
    {
      if (quoted && c[0] == '"' && c[1] == '"')
        c++;
      else if (quoted && c[0] == '"')
        {
          quoted = FALSE;
          continue;
        }
      else if (!quoted && (*c == ',' || *c == '\n'))
        break;
      g_string_append_c (field, *c);
    }
  *last = *c != ',';
  *at = *c != '\0' ? c + 1 : c;
  return g_string_free (field, FALSE);
}

static GStrv
read_record (const char **at)
{
  GPtrArray *fields = g_ptr_array_new ();
  gboolean   last = FALSE;

  while (!last)
    g_ptr_array_add (fields, read_field (at, &last));
  g_ptr_array_add (fields, NULL);
  return (GStrv) g_ptr_array_free (fields, FALSE);
}

static int
column_of (GStrv       header,
           const char *name)
{
  for (int i = 0; header[i] != NULL; i++)
    if (g_str_equal (header[i], name))
      return i;
  return -1;
}

static gboolean
read_header (const char **at,
             Columns     *columns)
{
  columns->header = read_record (at);
  columns->n_columns = g_strv_length (columns->header);
  columns->total = column_of (columns->header, "S");
  columns->rank = column_of (columns->header, "rank");
  columns->id = column_of (columns->header, "id");
  return columns->total >= 0 && columns->rank >= 0 && columns->id >= 0;
}

/* id → fields of its line; NULL when the text is none of ours. */
static GHashTable *
read_lines (const char *text,
            Columns    *columns)
{
  g_autoptr (GHashTable) lines =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_strfreev);

  if (!read_header (&text, columns))
    return NULL;
  while (*text != '\0')
    {
      g_auto (GStrv) fields = read_record (&text);
      gint64 id = 0;

      if (g_strv_length (fields) != columns->n_columns ||
          !g_ascii_string_to_signed (fields[columns->id], 10, 1, G_MAXINT64, &id, NULL))
        return NULL;
      g_hash_table_replace (lines, g_memdup2 (&id, sizeof id), g_steal_pointer (&fields));
    }
  return g_steal_pointer (&lines);
}

/* --- comparing ------------------------------------------------------------------------------- */

static char *
score_text (const MerScore *score,
            guint           decimals)
{
  return score->defined ? mer_rational_to_decimal (&score->value, decimals) : NULL;
}

/* Equal as printed; a blank stands for undefined. */
static gboolean
same_text (const char *was,
           const char *is)
{
  return g_str_equal (was != NULL ? was : "", is != NULL ? is : "");
}

static void
compare_code (const Columns       *columns,
              GStrv                fields,
              const char          *code,
              const MerScore      *score,
              const MerScoreTable *now,
              GString             *codes)
{
  g_autofree char *text = score_text (score, now->decimals);
  int              column = column_of (columns->header, code);

  if (column >= 0 && !same_text (fields[column], text))
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", code);
}

static char *
compare_codes (const Columns       *columns,
               GStrv                fields,
               const MerScoreTable *now,
               const MerScoreRow   *row)
{
  GString *codes = g_string_new (NULL);
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (now->methodology);

  for (guint i = 0; i < indicators->len; i++)
    compare_code (columns, fields, ((MerIndicator *) indicators->pdata[i])->code,
                  &row->indicators[i], now, codes);
  for (guint i = 0; i < now->n_criteria; i++)
    compare_code (columns, fields,
                  ((MerCriterion *) now->methodology->criteria->pdata[i])->code,
                  &row->criteria[i], now, codes);
  return g_string_free (codes, FALSE);
}

static void
take_kept (MerScoreDifference *difference,
           const Columns      *columns,
           GStrv               fields)
{
  const char *total = fields[columns->total];

  difference->was_there = TRUE;
  difference->was = *total != '\0' ? g_strdup (total) : NULL;
  difference->was_rank = (guint) g_ascii_strtoull (fields[columns->rank], NULL, 10);
}

static gboolean
differs (const MerScoreDifference *difference)
{
  return !difference->was_there || !difference->is_there || *difference->codes != '\0' ||
         difference->was_rank != difference->is_rank ||
         !same_text (difference->was, difference->is);
}

static MerScoreDifference *
compare_row (const Columns       *columns,
             GStrv                fields,
             const MerScoreTable *now,
             const MerScoreRow   *row)
{
  MerScoreDifference *difference = g_new0 (MerScoreDifference, 1);

  difference->organization_id = row->organization->id;
  difference->name = g_strdup (row->organization->name);
  difference->is_there = TRUE;
  difference->is = score_text (&row->total, now->decimals);
  difference->is_rank = row->rank;
  difference->codes =
    fields != NULL ? compare_codes (columns, fields, now, row) : g_strdup ("");
  if (fields != NULL)
    take_kept (difference, columns, fields);
  return difference;
}

static MerScoreDifference *
gone_row (const Columns *columns,
          gint64         id,
          GStrv          fields)
{
  MerScoreDifference *difference = g_new0 (MerScoreDifference, 1);

  difference->organization_id = id;
  difference->name = g_strdup (fields[0]);
  difference->codes = g_strdup ("");
  take_kept (difference, columns, fields);
  return difference;
}

static int
by_place (gconstpointer a,
          gconstpointer b)
{
  const MerScoreDifference *first = *(const MerScoreDifference *const *) a;
  const MerScoreDifference *second = *(const MerScoreDifference *const *) b;
  guint                     left = first->was_rank != 0 ? first->was_rank : G_MAXUINT;
  guint                     right = second->was_rank != 0 ? second->was_rank : G_MAXUINT;

  return left != right ? (left < right ? -1 : 1) : g_strcmp0 (first->name, second->name);
}

/* Those whose lines were not taken. */
static void
add_gone (const Columns *columns,
          GHashTable    *lines,
          GPtrArray     *differences)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       id = NULL, fields = NULL;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &id, &fields))
    g_ptr_array_add (gone, gone_row (columns, *(gint64 *) id, fields));
  g_ptr_array_sort (gone, by_place);
  g_ptr_array_extend_and_steal (differences, g_steal_pointer (&gone));
}

GPtrArray *
mer_score_differences (const char          *kept,
                       const MerScoreTable *now,
                       guint               *n_kept)
{
  Columns columns = { NULL, 0, -1, -1, -1 };
  g_autoptr (GHashTable) lines = read_lines (kept, &columns);
  g_auto (GStrv) header = columns.header;
  GPtrArray *differences = NULL;

  if (n_kept != NULL)
    *n_kept = lines != NULL ? g_hash_table_size (lines) : 0;
  if (lines == NULL)
    return NULL;
  differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_score_difference_free);
  for (guint i = 0; i < now->n_rows; i++)
    {
      const MerScoreRow  *row = &now->rows[i];
      MerScoreDifference *difference = compare_row (
        &columns, g_hash_table_lookup (lines, &row->organization->id), now, row);

      g_hash_table_remove (lines, &row->organization->id);
      if (differs (difference))
        g_ptr_array_add (differences, difference);
      else
        mer_score_difference_free (difference);
    }
  add_gone (&columns, lines, differences);
  return differences;
}
