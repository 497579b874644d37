/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Problems grouped by what they are: one title for each code that the engine has, beneath it the
 * sentences that differ in column and value. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-problems.h"
#include "ui/import/mer-import-reason.h"

/* Rows of a group that are kept to be looked at. */
#define MOST_ROWS 1000

struct _MerImportReason
{
  GObject parent_instance;

  char              *code; /* owned */
  char              *title;
  guint64            count;
  MerProblemSeverity severity;
  int                column;
  GArray            *rows;  /* owned: of gint64 */
  GListStore        *parts; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (MerImportReason, mer_import_reason, G_TYPE_OBJECT)

/* One a line, where the formatter would make columns. */
/* clang-format off */
static const char *const titles[] = {
  N_ ("The organization is not in the registry"),
  N_ ("Several organizations may be meant"),
  N_ ("Name and numbers speak of different organizations"),
  N_ ("The name was set to belong to no organization"),
  N_ ("A new organization that is like one of the registry"),
  N_ ("No organization is named"),
  N_ ("The answer is none of the options"),
  N_ ("The mark was not understood"),
  N_ ("There is no mark in the row"),
  N_ ("The row has not as many cells as the header"),
  N_ ("The row repeats another one"),
  N_ ("Two rows of one organization differ"),
  N_ ("Answered behind a question that was answered “no”"),
  N_ ("The date cannot be read"),
  N_ ("The number is written wrongly"),
  N_ ("The number of recipients cannot be read"),
  N_ ("The kind of organization is not known"),
  N_ ("The parent organization is not in the registry"),
  N_ ("Two organizations have the same name"),
  N_ ("The registry has another name"),
  N_ ("An item that the list did not have was added"),
};

/* In the order of the titles. */
static const struct
{
  const char     *code;
  MerReasonRemedy remedy;
} kinds[G_N_ELEMENTS (titles)] = {
  { "unknown-organization", MER_REASON_NAMES },
  { "ambiguous-organization", MER_REASON_NAMES },
  { "several-organizations", MER_REASON_IN_FILE },
  { "skipped-organization", MER_REASON_NAMES },
  { "similar-organization", MER_REASON_NAMES },
  { "no-organization", MER_REASON_IN_FILE },
  { "other-answer", MER_REASON_VALUES },
  { "bad-mark", MER_REASON_VALUES },
  { "no-marks", MER_REASON_IN_FILE },
  { "ragged-row", MER_REASON_IN_FILE },
  { "duplicate-row", MER_REASON_DUPLICATES },
  { "different-twice", MER_REASON_IN_FILE },
  { "contradiction", MER_REASON_IN_FILE },
  { "unreadable-date", MER_REASON_IN_FILE },
  { "bad-number", MER_REASON_IN_FILE },
  { "bad-recipients", MER_REASON_IN_FILE },
  { "unknown-kind", MER_REASON_IN_FILE },
  { "unknown-parent", MER_REASON_IN_FILE },
  { "same-name", MER_REASON_IN_FILE },
  { "other-name", MER_REASON_IN_FILE },
  { "new-item", MER_REASON_IN_FILE },
};
/* clang-format on */

static int
kind_of (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].code, code))
      return (int) i;
  return -1;
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_reason_finalize (GObject *object)
{
  MerImportReason *self = MER_IMPORT_REASON (object);

  g_free (self->code);
  g_free (self->title);
  g_array_unref (self->rows);
  g_clear_object (&self->parts);
  G_OBJECT_CLASS (mer_import_reason_parent_class)->finalize (object);
}

static void
mer_import_reason_class_init (MerImportReasonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_import_reason_finalize;
}

static void
mer_import_reason_init (MerImportReason *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->column = -1;
}

static MerImportReason *
reason_new (const MerImportProblem *problem,
            char                   *title)
{
  MerImportReason *self = g_object_new (MER_TYPE_IMPORT_REASON, NULL);

  self->code = g_strdup (problem->code);
  self->title = title;
  self->severity = problem->severity;
  return self;
}

/* --- grouping ------------------------------------------------------------------------- */

static void
add_rows (MerImportReason        *self,
          const MerImportProblem *problem)
{
  self->count += problem->count;
  if (problem->rows != NULL)
    g_array_append_vals (self->rows, problem->rows->data,
                         MIN (problem->rows->len, MOST_ROWS - MIN (self->rows->len, MOST_ROWS)));
  else if (problem->row > 0 && self->rows->len < MOST_ROWS)
    g_array_append_val (self->rows, problem->row);
}

/* «Столбец E: „частично“ …»; a sentence that names its column already is left alone. */
static char *
sentence_of (const MerImportProblem *problem)
{
  static const char *const codes[] = { "other-answer", "contradiction", "unreadable-date", NULL };
  g_autofree char         *letters = NULL;

  if (problem->column == 0 || !g_strv_contains (codes, problem->code))
    return g_strdup (problem->text);
  letters = mer_import_column_letters (problem->column - 1);
  return g_strdup_printf (_("Column %s: %s"), letters, problem->text);
}

static MerImportReason *
make_part (const MerImportProblem *problem)
{
  MerImportReason *part = reason_new (problem, sentence_of (problem));

  part->column = (int) problem->column - 1;
  add_rows (part, problem);
  return part;
}

static MerImportReason *
find_group (GListStore             *groups,
            const MerImportProblem *problem)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (groups));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerImportReason) group = g_list_model_get_item (G_LIST_MODEL (groups), i);

      if (group->severity == problem->severity && g_str_equal (group->code, problem->code))
        return group; /* the store keeps it */
    }
  return NULL;
}

static MerImportReason *
add_group (GListStore             *groups,
           const MerImportProblem *problem)
{
  int kind = kind_of (problem->code);
  g_autoptr (MerImportReason) group =
    reason_new (problem, g_strdup (kind >= 0 ? _(titles[kind]) : problem->text));

  group->column = (int) problem->column - 1;
  group->parts = g_list_store_new (MER_TYPE_IMPORT_REASON);
  g_list_store_append (groups, group);
  return group;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const MerImportReason *first = a;
  const MerImportReason *second = b;

  if (first->severity != second->severity)
    return first->severity == MER_PROBLEM_REJECTED ? -1 : 1;
  return (first->count < second->count) - (first->count > second->count);
}

/**
 * mer_import_reasons_of:
 * @result: of a trial or an import
 *
 * Returns: (transfer full) (element-type MerImportReason): its problems by kind
 */
GListStore *
mer_import_reasons_of (const MerImportResult *result)
{
  GListStore *groups = g_list_store_new (MER_TYPE_IMPORT_REASON);
  guint       n = 0;

  for (guint i = 0; i < result->problems->len; i++)
    {
      const MerImportProblem *problem = g_ptr_array_index (result->problems, i);
      MerImportReason        *group = find_group (groups, problem);
      g_autoptr (MerImportReason) part = make_part (problem);

      if (group == NULL)
        group = add_group (groups, problem);
      add_rows (group, problem);
      g_list_store_append (group->parts, part);
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (groups));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerImportReason) group = g_list_model_get_item (G_LIST_MODEL (groups), i);

      g_array_sort (group->rows, compare_rows);
    }
  g_list_store_sort (groups, compare_groups, NULL);
  return groups;
}

/* --- what it says --------------------------------------------------------------------- */

GListModel *
mer_import_reason_get_parts (MerImportReason *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), NULL);
  return G_LIST_MODEL (self->parts);
}

const char *
mer_import_reason_get_title (MerImportReason *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), NULL);
  return self->title;
}

guint64
mer_import_reason_get_count (MerImportReason *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), 0);
  return self->count;
}

gboolean
mer_import_reason_is_rejection (MerImportReason *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), FALSE);
  return self->severity == MER_PROBLEM_REJECTED;
}

MerReasonRemedy
mer_import_reason_get_remedy (MerImportReason *self)
{
  int kind;

  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), MER_REASON_IN_FILE);
  kind = kind_of (self->code);
  return kind >= 0 ? kinds[kind].remedy : MER_REASON_IN_FILE;
}

int
mer_import_reason_get_column (MerImportReason *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), -1);
  return self->column;
}

GArray *
mer_import_reason_get_rows (MerImportReason *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_REASON (self), NULL);
  return self->rows;
}
