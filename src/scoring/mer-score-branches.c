/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Policy branches = average (domain A1.5 no. 11): the indicators of an organization that has
 * branches are the means of its own and theirs; criteria and total follow from these. The
 * branches keep rows of their own. */

#include "scoring/mer-score-private.h"

/* An organization and its branches, itself first. */
typedef struct
{
  gint64     id;
  gboolean   is_branch; /* of another that is in the table: keeps scores of its own */
  GPtrArray *rows;      /* of MerScoreRow */
} Family;

static void
free_family (gpointer data)
{
  Family *family = data;

  g_ptr_array_unref (family->rows);
  g_free (family);
}

static GHashTable *
families_of (MerScoreTable *table)
{
  GHashTable *families = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_family);

  for (guint i = 0; i < table->n_rows; i++)
    {
      Family *family = g_new0 (Family, 1);

      family->id = table->rows[i].organization->id;
      family->rows = g_ptr_array_new ();
      g_ptr_array_add (family->rows, &table->rows[i]);
      g_hash_table_insert (families, &family->id, family);
    }
  for (guint i = 0; i < table->n_rows; i++)
    {
      const MerOrganization *organization = table->rows[i].organization;
      Family                *parent = g_hash_table_lookup (families, &organization->parent_id);
      Family                *own = g_hash_table_lookup (families, &organization->id);

      if (parent == NULL || parent == own)
        continue;
      own->is_branch = TRUE;
      g_ptr_array_add (parent->rows, &table->rows[i]);
    }
  return families;
}

/* The mean of one indicator over the rows that have it; what only some lack is left out. */
static gboolean
average (const MerScorePlan *plan, const Family *family, guint indicator, MerScore *out)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) count = MER_RATIONAL_ZERO;
  g_auto (MerRational) mean = MER_RATIONAL_ZERO;
  guint n = 0;

  for (guint i = 0; i < family->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (family->rows, i);
      MerRational        old = sum;

      if (!row->indicators[indicator].defined)
        continue;
      sum = mer_rational_add (&old, &row->indicators[indicator].value);
      mer_rational_clear (&old);
      n++;
    }
  if (n == 0)
    return FALSE;
  count = mer_rational_new (n, 1);
  mean = mer_rational_div (&sum, &count);
  out->defined = TRUE;
  out->settled = MER_SETTLED_NOT_NEEDED;
  out->undefined = MER_UNDEFINED_NOT;
  out->averaged = n;
  out->value = plan->stages ? mer_rational_round (&mean, plan->decimals)
                            : mer_rational_copy (&mean);
  return TRUE;
}

static void
average_family (const MerScorePlan *plan, const MerScoreTable *table, const Family *family)
{
  MerScoreRow         *parent = g_ptr_array_index (family->rows, 0);
  g_autofree MerScore *averages = g_new0 (MerScore, MAX (table->n_indicators, 1));

  for (guint i = 0; i < table->n_indicators; i++)
    if (!average (plan, family, i, &averages[i]))
      averages[i] = parent->indicators[i];
    else
      mer_rational_clear (&parent->indicators[i].value);
  for (guint i = 0; i < table->n_indicators; i++)
    parent->indicators[i] = averages[i];
  for (guint i = 0; i < table->n_criteria; i++)
    mer_rational_clear (&parent->criteria[i].value);
  mer_rational_clear (&parent->total.value);
  mer_score_row_combine (plan, parent);
}

void
mer_score_average_branches (const MerScorePlan *plan, MerScoreTable *table)
{
  g_autoptr (GHashTable) families = NULL;

  if (strcmp (mer_methodology_policy (plan->methodology, "branches"), "average") != 0)
    return;
  families = families_of (table);
  for (guint i = 0; i < table->n_rows; i++)
    {
      const Family *family = g_hash_table_lookup (families, &table->rows[i].organization->id);

      if (!family->is_branch && family->rows->len > 1)
        average_family (plan, table, family);
    }
}
