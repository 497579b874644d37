/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems of rows as data. Equal ones are one group with a count; the number of
 * groups is bounded for each column, whatever a file holds. */
#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-problems.h"

/* Different values that one column may list before the rest is counted together. */
#define MAX_VALUES 60
/* Longest value that is worth showing, in bytes. */
#define MAX_VALUE_LENGTH 200

struct _MerImportProblems
{
  GPtrArray  *list;     /* of MerImportProblem */
  GHashTable *groups;   /* "code/column/value" → MerImportProblem in list */
  GHashTable *n_values; /* "code/column" → number of groups */
};

void
mer_import_problem_free (MerImportProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->header);
  g_free (self->text);
  g_array_unref (self->rows);
  g_free (self);
}

MerImportProblems *
mer_import_problems_new (void)
{
  MerImportProblems *self = g_new0 (MerImportProblems, 1);

  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_import_problem_free);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
mer_import_problems_free (MerImportProblems *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->n_values);
  g_free (self);
}

char *
mer_import_column_letters (guint index)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint64 n = (guint64) index + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n - 1) % 26));
  return g_strdup (letters->str);
}

static MerImportProblem *
add_group (MerImportProblems     *self,
           MerProblemSeverity     severity,
           const char            *code,
           gint64                 row,
           const MerImportColumn *column,
           char                  *key)
{
  MerImportProblem *problem = g_new0 (MerImportProblem, 1);

  problem->severity = severity;
  problem->code = g_strdup (code);
  problem->row = row;
  problem->column = column != NULL ? column->index + 1 : 0;
  problem->header = column != NULL ? g_strdup (column->header) : NULL;
  problem->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->list, problem);
  g_hash_table_insert (self->groups, key, problem);
  return problem;
}

/* The group of all values beyond MAX_VALUES; it writes its own sentence. */
static MerImportProblem *
count_rest (MerImportProblems     *self,
            MerProblemSeverity     severity,
            const char            *code,
            gint64                 row,
            const MerImportColumn *column,
            const char            *column_key)
{
  g_autofree char  *key = g_strdup_printf ("%s\t*", column_key);
  MerImportProblem *problem = g_hash_table_lookup (self->groups, key);
  g_autofree char  *letters = NULL;

  if (problem != NULL)
    return problem;
  problem = add_group (self, severity, code, row, column, g_steal_pointer (&key));
  if (column == NULL)
    {
      problem->text = g_strdup (_("Further values of the same kind."));
      return problem;
    }
  letters = mer_import_column_letters (column->index);
  /* Translators: %s is a column's letter as in a spreadsheet. */
  problem->text = g_strdup_printf (_("Column %s: further values of the same kind."), letters);
  return problem;
}

MerImportProblem *
mer_import_problems_count (MerImportProblems     *self,
                           MerProblemSeverity     severity,
                           const char            *code,
                           gint64                 row,
                           const MerImportColumn *column,
                           const char            *value,
                           guint64                count)
{
  g_autofree char *column_key =
    g_strdup_printf ("%s\t%u", code, column != NULL ? column->index + 1 : 0);
  g_autofree char  *key = g_strdup_printf ("%s\t=%.*s", column_key, MAX_VALUE_LENGTH,
                                          value != NULL ? value : "");
  MerImportProblem *problem = g_hash_table_lookup (self->groups, key);

  if (problem == NULL)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_values, column_key));

      if (n >= MAX_VALUES)
        problem = count_rest (self, severity, code, row, column, column_key);
      else
        {
          g_hash_table_replace (self->n_values, g_strdup (column_key), GUINT_TO_POINTER (n + 1));
          problem = add_group (self, severity, code, row, column, g_steal_pointer (&key));
        }
    }
  problem->count += count;
  if (count == 1 && row > 0)
    mer_import_problem_add_rows (problem, &row, 1);
  return problem;
}

void
mer_import_problem_add_rows (MerImportProblem *self,
                             const gint64     *rows,
                             guint             n_rows)
{
  gboolean rejects = self->severity == MER_PROBLEM_REJECTED;
  guint    most = rejects ? MER_PROBLEM_REJECTED_ROWS : MER_PROBLEM_NOTED_ROWS;

  if (self->rows->len < most)
    g_array_append_vals (self->rows, rows, MIN (n_rows, most - self->rows->len));
}

char *
mer_import_problem_rows_text (const MerImportProblem *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 *rows = (const gint64 *) (gconstpointer) self->rows->data;

  for (guint i = 0, end = 0; i < self->rows->len; i = end)
    {
      for (end = i + 1; end < self->rows->len && rows[end] == rows[end - 1] + 1;)
        end++;
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", rows[i]);
      if (end > i + 1)
        g_string_append_printf (text, "-%" G_GINT64_FORMAT, rows[end - 1]);
    }
  return g_strdup (text->str);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

GPtrArray *
mer_import_problems_steal (MerImportProblems *self)
{
  GPtrArray *list = self->list;

  for (guint i = 0; i < list->len; i++)
    g_array_sort (((MerImportProblem *) list->pdata[i])->rows, compare_rows);
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_import_problem_free);
  g_hash_table_remove_all (self->groups);
  g_hash_table_remove_all (self->n_values);
  return list;
}
