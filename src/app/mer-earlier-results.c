/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was entered of earlier assessments stands beside the cycles before, so that changes can be
 * told from the first day. Totals of another scale are no totals to compare with. */

#include "config.h"

#include "app/mer-earlier-results.h"

#include "cycle/mer-selection.h"
#include "store/mer-record-store.h"

/* The most that the federal edition of that year gives: 160 for 2014 to 2017, 100 since (domain
 * A1); 0 before, when each district had its own. */
static int
usual_maximum (gint64 year)
{
  return year >= 2018 ? 100 : year >= 2014 ? 160
                                           : 0;
}

/* Whether it is a total out of as much as this methodology gives; where nobody told out of how
 * much, that of its year's federal edition. */
static gboolean
is_of_scale (const MerEarlier     *earlier,
             const MerMethodology *methodology)
{
  g_auto (MerRational) most = MER_RATIONAL_ZERO;
  g_auto (MerRational) total = MER_RATIONAL_ZERO;

  if (earlier->most == NULL || !mer_rational_parse (earlier->most, &most))
    most = mer_rational_new (usual_maximum (earlier->year), 1);
  return mer_rational_parse (earlier->total, &total) && mer_rational_cmp (&total, &most) <= 0 &&
         mer_rational_cmp (&most, &methodology->maximum) == 0;
}

/* By id: of organizations that somebody else owns. */
static GHashTable *
index_organizations (const GPtrArray *organizations)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < organizations->len; i++)
    {
      MerOrganization *organization = organizations->pdata[i];

      g_hash_table_insert (by_id, &organization->id, organization);
    }
  return by_id;
}

static gboolean
is_usable (const MerEarlier     *earlier,
           const MerCycle       *before,
           const MerMethodology *methodology,
           GHashTable           *organizations)
{
  return earlier->total != NULL && earlier->year < before->year &&
         is_of_scale (earlier, methodology) &&
         g_hash_table_contains (organizations, &earlier->organization);
}

/* Those of which anything is known: of gint, each once. */
static GArray *
known_years (const GPtrArray      *list,
             const MerCycle       *before,
             const MerMethodology *methodology,
             GHashTable           *organizations)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < list->len; i++)
    {
      const MerEarlier *earlier = list->pdata[i];
      int               year = (int) earlier->year;

      if (is_usable (earlier, before, methodology, organizations) &&
          g_hash_table_add (seen, GINT_TO_POINTER (year)))
        g_array_append_val (years, year);
    }
  return years;
}

/* Places that were told; those among the few that are known would be wrong ones. */
static void
take_places (MerScoreTable   *scores,
             const GPtrArray *list,
             gint64           year)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < list->len; i++)
    {
      MerEarlier *earlier = list->pdata[i];

      if (earlier->year == year && earlier->place > 0)
        g_hash_table_insert (told, &earlier->organization, earlier);
    }
  for (guint j = 0; j < scores->n_rows; j++)
    {
      MerScoreRow      *row = &scores->rows[j];
      const MerEarlier *earlier = g_hash_table_lookup (told, &row->organization->id);

      row->rank = earlier != NULL ? (guint) earlier->place : 0;
      row->rank_in_kind = 0;
    }
}

/* The first total of each: whom it is of into `known`, how much into `totals`. */
static void
take_totals (const GPtrArray      *list,
             gint64                year,
             const MerCycle       *before,
             const MerMethodology *methodology,
             GHashTable           *organizations,
             GPtrArray            *known,
             GArray               *totals)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < list->len; i++)
    {
      MerEarlier *earlier = list->pdata[i];
      MerRational total = MER_RATIONAL_ZERO;

      if (earlier->year != year || g_hash_table_contains (taken, &earlier->organization) ||
          !is_usable (earlier, before, methodology, organizations) ||
          !mer_rational_parse (earlier->total, &total))
        continue;
      g_hash_table_add (taken, &earlier->organization);
      g_ptr_array_add (known, mer_organization_ref (g_hash_table_lookup (
                                organizations, &earlier->organization)));
      g_array_append_val (totals, total);
    }
}

static void
add_year (GPtrArray       *past,
          const GPtrArray *list,
          int              year,
          const MerCycle  *before,
          MerMethodology  *methodology,
          GHashTable      *organizations)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                  mer_organization_unref);
  g_autoptr (GArray) totals = g_array_new (FALSE, TRUE, sizeof (MerRational));
  g_autoptr (MerScoreTable) scores = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autofree char *title = g_strdup_printf ("%d", year);

  g_array_set_clear_func (totals, (GDestroyNotify) mer_rational_clear);
  take_totals (list, year, before, methodology, organizations, known, totals);
  scores = mer_score_table_new_of_totals (methodology, known, totals);
  take_places (scores, list, year);
  cycle = mer_cycle_new (title, year);
  mer_score_past_add (past, cycle, scores);
}

gboolean
mer_earlier_results_load (MerDocument    *doc,
                          const MerCycle *before,
                          MerMethodology *methodology,
                          GPtrArray      *organizations,
                          GPtrArray      *past,
                          GError        **error)
{
  g_autoptr (GPtrArray) list = mer_store_records (doc, &mer_record_earlier, 0, error);
  g_autoptr (GHashTable) by_id = index_organizations (organizations);
  g_autoptr (GArray) years = NULL;

  if (list == NULL)
    return FALSE;
  years = known_years (list, before, methodology, by_id);
  for (guint i = 0; i < years->len; i++)
    add_year (past, list, g_array_index (years, int, i), before, methodology, by_id);
  return TRUE;
}
