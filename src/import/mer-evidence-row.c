/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of numbers by organization: read whole, compared, and only then written. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-rational.h"
#include "import/mer-evidence-row.h"
#include "import/mer-header-text.h"

#define ROWS_A_TICK 200
/* Digits of a number that is worth reading, and decimals that are kept of one that a
 * spreadsheet spells out. */
#define MAX_DIGITS 30
#define MAX_DECIMALS 9

/* --- rows -------------------------------------------------------------------------------- */

static void
item_clear (gpointer data)
{
  g_free (((MerEvidenceItem *) data)->value);
}

MerEvidenceRow *
mer_evidence_row_new (MerImportJob *job,
                      const MerRow *row)
{
  const MerImportColumn *column = mer_recognition_find (job->columns, MER_COLUMN_ORGANIZATION);
  const MerCell          none = { "", 0 };
  const MerCell         *cell = column->index < row->n_cells ? &row->cells[column->index] : &none;
  MerNameMatch          *match = NULL;
  MerEvidenceRow        *self = NULL;

  if (mer_row_is_ragged (job, row))
    {
      mer_row_reject_ragged (job, row);
      return NULL;
    }
  match = mer_name_matcher_resolve (job->matcher, cell->text, cell->length);
  if (match->n_rows++ == 0)
    match->first_row = row->number;
  if (!mer_name_match_is_usable (match))
    {
      mer_name_match_reject (match, row->number);
      job->result->rejected++;
      return NULL;
    }
  self = g_new0 (MerEvidenceRow, 1);
  self->match = match;
  self->number = row->number;
  self->items = g_array_new (FALSE, FALSE, sizeof (MerEvidenceItem));
  g_array_set_clear_func (self->items, item_clear);
  self->usable = TRUE;
  return self;
}

void
mer_evidence_row_free (MerEvidenceRow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

void
mer_evidence_row_add (MerEvidenceRow *self,
                      guint           key,
                      gint64          asked,
                      gint64          positive,
                      char           *value)
{
  MerEvidenceItem item = { key, asked, positive, value };

  g_array_append_val (self->items, item);
}

void
mer_evidence_reject (MerImportJob          *job,
                     const char            *code,
                     gint64                 row,
                     const MerImportColumn *column,
                     const char            *value,
                     char                  *text)
{
  MerImportProblem *problem = mer_import_problems_count (job->problems, MER_PROBLEM_REJECTED, code,
                                                         row, column, value, 1);

  job->result->rejected++;
  if (problem->text == NULL)
    problem->text = text;
  else
    g_free (text);
}

void
mer_evidence_reject_empty (MerImportJob *job,
                           gint64        row)
{
  g_autofree char *number = mer_row_number_text (row);

  mer_evidence_reject (job, "no-numbers", row, NULL, NULL,
                       g_strdup_printf (_("Row %s has no number."), number));
}

gboolean
mer_evidence_read_rows (MerImportJob       *job,
                        MerEvidenceReadFunc read,
                        gpointer            user_data,
                        GError            **error)
{
  MerRow row;
  int    result;

  for (guint64 n = 1; (result = mer_table_reader_next (job->reader, &row, error)) > 0; n++)
    {
      read (user_data, &row);
      if (n % ROWS_A_TICK == 0 && !mer_import_job_tick (job, error))
        return FALSE;
    }
  return result == 0;
}

static gboolean
begin_row (MerImportJob         *job,
           const MerEvidenceRow *row,
           GError              **error)
{
  job->result->accepted++;
  return mer_name_matcher_store (job->matcher, row->match, error) &&
         (job->result->accepted % ROWS_A_TICK != 0 || mer_import_job_tick (job, error));
}

gboolean
mer_evidence_write_rows (MerImportJob        *job,
                         const GPtrArray     *rows,
                         MerEvidenceWriteFunc write,
                         gpointer             user_data,
                         GError             **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MerEvidenceRow *row = rows->pdata[i];

      if (!row->usable)
        continue;
      if (!begin_row (job, row, error))
        return FALSE;
      for (guint j = 0; j < row->items->len; j++)
        {
          if (!write (user_data, row, &g_array_index (row->items, MerEvidenceItem, j), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- the same thing twice ---------------------------------------------------------------- */

/* An item and the row that first had it. */
typedef struct
{
  gpointer        target;
  guint           key;
  MerEvidenceRow *row;
  guint           index;
} Seen;

static guint
hash_seen (gconstpointer data)
{
  const Seen *seen = data;

  return g_direct_hash (seen->target) * 31 + seen->key;
}

static gboolean
equal_seen (gconstpointer a,
            gconstpointer b)
{
  const Seen *left = a;
  const Seen *right = b;

  return left->target == right->target && left->key == right->key;
}

static gboolean
is_equal (const MerEvidenceItem *a,
          const MerEvidenceItem *b)
{
  return a->asked == b->asked && a->positive == b->positive && g_strcmp0 (a->value, b->value) == 0;
}

static void
drop (MerImportJob   *job,
      MerEvidenceRow *row,
      MerEvidenceRow *first,
      MerEvidenceRow *second)
{
  g_autofree char *a = mer_row_number_text (first->number);
  g_autofree char *b = mer_row_number_text (second->number);

  if (!row->usable)
    return;
  row->usable = FALSE;
  mer_evidence_reject (job, "different-twice", row->number,
                       mer_recognition_find (job->columns, MER_COLUMN_ORGANIZATION),
                       first->match->name,
                       g_strdup_printf (_("Rows %s and %s both give numbers of “%s”, and they "
                                          "differ. Neither was imported."),
                                           a, b, first->match->name));
}

/* FALSE: the row is no longer usable. */
static gboolean
settle_row (MerImportJob   *job,
            GHashTable     *items,
            MerEvidenceRow *row)
{
  gboolean new_items = FALSE;

  for (guint i = 0; i < row->items->len; i++)
    {
      const MerEvidenceItem *item = &g_array_index (row->items, MerEvidenceItem, i);
      Seen                   wanted = { row->match->target, item->key, row, i };
      Seen                  *found = g_hash_table_lookup (items, &wanted);

      if (found == NULL)
        {
          g_hash_table_add (items, g_memdup2 (&wanted, sizeof wanted));
          new_items = TRUE;
        }
      else if (!found->row->usable || /* contradicted already: one more does not settle it */
               !is_equal (item, &g_array_index (found->row->items, MerEvidenceItem, found->index)))
        {
          drop (job, found->row, found->row, row);
          drop (job, row, found->row, row);
        }
    }
  if (row->usable && !new_items)
    {
      row->usable = FALSE;
      job->result->duplicates++;
    }
  return row->usable;
}

/* Takes out items that an earlier row has written. */
static void
take_out_repeated (GHashTable     *items,
                   MerEvidenceRow *row)
{
  for (guint i = row->items->len; i > 0; i--)
    {
      const MerEvidenceItem *item = &g_array_index (row->items, MerEvidenceItem, i - 1);
      Seen                   wanted = { row->match->target, item->key, row, 0 };
      const Seen            *found = g_hash_table_lookup (items, &wanted);

      if (found != NULL && found->row != row && found->row->usable)
        g_array_remove_index (row->items, i - 1);
    }
}

void
mer_evidence_settle (MerImportJob *job,
                     GPtrArray    *rows)
{
  g_autoptr (GHashTable) items = g_hash_table_new_full (hash_seen, equal_seen, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    settle_row (job, items, rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      MerEvidenceRow *row = rows->pdata[i];

      if (row->usable)
        take_out_repeated (items, row);
    }
}

/* --- numbers ----------------------------------------------------------------------------- */

/* Digits, one mark, a sign: no blanks, a point for the comma, no per cent. NULL when there is
 * anything else. */
static char *
plain_number (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || (c == '%' && p[1] == '\0'))
        continue;
      if (c == ',')
        c = '.';
      if (c == 0x2212)
        c = '-';
      if (c > 127 || strchr ("0123456789.-", (int) c) == NULL || out->len > MAX_DIGITS)
        return NULL;
      g_string_append_c (out, (char) c);
    }
  return g_strdup (out->str);
}

char *
mer_evidence_parse_decimal (const char *text)
{
  g_autofree char *plain = plain_number (text);
  const char      *point = plain != NULL ? strchr (plain, '.') : NULL;
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  char *rounded = NULL;

  if (plain == NULL || !mer_rational_parse (plain, &value))
    return NULL;
  if (point == NULL || strlen (point + 1) <= MAX_DECIMALS)
    return g_steal_pointer (&plain);
  /* 92.060000000000002 is what a spreadsheet makes of 92.06. */
  rounded = mer_rational_to_decimal (&value, MAX_DECIMALS);
  for (gsize n = strlen (rounded); n > 0 && (rounded[n - 1] == '0' || rounded[n - 1] == '.'); n--)
    {
      gboolean last = rounded[n - 1] == '.';

      rounded[n - 1] = '\0';
      if (last)
        break;
    }
  return rounded;
}

gboolean
mer_evidence_is_nothing (const char *text)
{
  static const char *const words[] = { "нет", "нет данных", "н д", "не определен", "нд",
                                       "не применимо" };
  g_autofree char         *key = mer_header_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (key, words[i]) == 0)
        return TRUE;
    }
  return *key == '\0';
}
