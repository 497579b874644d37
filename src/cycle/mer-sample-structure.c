/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structure of a sample: who answered, by sex, age and whatever else was asked. */
#include "config.h"

#include "cycle/mer-sample-structure.h"

#include <string.h>

void
mer_profile_count_free (MerProfileCount *self)
{
  if (self == NULL)
    return;
  g_free (self->field);
  g_free (self->value);
  g_free (self);
}

static MerSampleShare *
share_for (GArray                *shares,
           GHashTable            *index,
           const MerProfileCount *count)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", count->field, count->value);
  MerSampleShare   share = { count->field, count->value, 0, 0 };
  gpointer         place = g_hash_table_lookup (index, key);

  if (place == NULL)
    {
      g_array_append_val (shares, share);
      place = GUINT_TO_POINTER (shares->len);
      g_hash_table_insert (index, g_steal_pointer (&key), place);
    }
  return &g_array_index (shares, MerSampleShare, GPOINTER_TO_UINT (place) - 1);
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const MerSampleShare *first = a;
  const MerSampleShare *second = b;
  int                   fields = mer_profile_compare_fields (first->field, second->field);

  return fields != 0 ? fields
                     : mer_profile_compare_values (first->field, first->value, first->n,
                                                   second->value, second->n);
}

/* What each line is a share of: all answers to its question. */
static void
fill_bases (GArray *shares)
{
  for (guint first = 0, end = 0; first < shares->len; first = end)
    {
      const char *field = g_array_index (shares, MerSampleShare, first).field;
      gint64      base = 0;

      for (end = first; end < shares->len &&
                        strcmp (g_array_index (shares, MerSampleShare, end).field, field) == 0;
           end++)
        base += g_array_index (shares, MerSampleShare, end).n;
      for (guint i = first; i < end; i++)
        g_array_index (shares, MerSampleShare, i).base = base;
    }
}

GArray *
mer_sample_structure (GPtrArray            *counts,
                      MerOrganizationFilter filter,
                      gpointer              user_data)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (MerSampleShare));
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const MerProfileCount *count = g_ptr_array_index (counts, i);

      if (filter == NULL || filter (count->organization_id, user_data))
        share_for (shares, index, count)->n += count->n;
    }
  g_array_sort (shares, compare_shares);
  fill_bases (shares);
  return shares;
}

MerRational
mer_sample_share_percent (const MerSampleShare *self)
{
  return mer_rational_new (self->n * 100, MAX (self->base, 1));
}
