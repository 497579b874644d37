/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be told of a name that is no organization's, or several ones': the nearest names, and
 * how a match came about. Nothing here decides. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "import/mer-name-matcher-private.h"

/* Likeness from which a name is worth suggesting, and from which a new one is suspicious. */
#define NEAR 70
#define SUSPICIOUS 80
/* Shared letter pairs, percent, without which names are not compared letter by letter. */
#define NEAR_PAIRS 50
#define SUSPICIOUS_PAIRS 80
/* Suggestions are a help: what they may cost one run is bounded. */
#define MAX_PAIRS_OF_NAMES 20000000
#define MAX_COMPARISONS 5000

static gboolean
shares_pairs (guint64 a,
              guint64 b,
              guint   percent)
{
  guint shared = (guint) __builtin_popcountll (a & b);
  guint all = (guint) __builtin_popcountll (a) + (guint) __builtin_popcountll (b);

  return 200 * shared >= percent * all;
}

/* The likeness of one spelling to another, 0 when it is not worth reckoning. */
static guint
compare (MerNameMatcher         *self,
         const MerMatchSpelling *a,
         const MerMatchSpelling *b,
         guint                   percent)
{
  if (b->key == NULL || strcmp (a->numbers, b->numbers) != 0 ||
      !shares_pairs (a->pairs, b->pairs, percent) || self->n_comparisons > MAX_COMPARISONS)
    return 0;
  self->n_comparisons++;
  return mer_name_similarity (a->key, b->key);
}

/* The likeness to the name or the full name of an organization. */
static guint
compare_target (MerNameMatcher         *self,
                const MerMatchSpelling *spelling,
                const MerMatchTarget   *target,
                guint                   percent)
{
  guint by_name = compare (self, spelling, &target->spelling, percent);
  guint by_full_name = compare (self, spelling, &target->full_name, percent);

  return MAX (by_name, by_full_name);
}

char *
mer_name_matcher_suggest (MerNameMatcher     *self,
                          const MerNameMatch *match)
{
  g_auto (MerMatchSpelling) spelling = { 0 };
  gboolean              fresh = match->state == MER_MATCH_CREATE;
  const MerMatchTarget *best = NULL;
  guint                 nearest = (fresh ? SUSPICIOUS : NEAR) - 1;

  mer_match_spelling_init (&spelling, match->name);
  for (guint i = 0; i < self->targets->len; i++)
    {
      const MerMatchTarget *target = self->targets->pdata[i];
      guint                 similarity;

      if (++self->n_pairs_of_names > MAX_PAIRS_OF_NAMES || self->n_comparisons > MAX_COMPARISONS)
        break;
      if (target == match->target)
        continue;
      similarity =
        compare_target (self, &spelling, target, fresh ? SUSPICIOUS_PAIRS : NEAR_PAIRS);
      if (similarity > nearest)
        {
          nearest = similarity;
          best = target;
        }
    }
  return best != NULL ? g_strdup (best->name) : NULL;
}

gint64
mer_name_matcher_find (MerNameMatcher     *self,
                       const MerNameMatch *match,
                       MerMatchGround     *ground,
                       gboolean           *skips)
{
  g_autofree char      *key = mer_name_fold (match->name, -1);
  const MerMatchTarget *target = mer_match_find_target (self, match->name, key);

  *skips = target == &mer_match_skipped;
  *ground = g_hash_table_contains (self->aliases, key) ? MER_MATCH_BY_ALIAS : MER_MATCH_BY_NAME;
  if (target == NULL || target == &mer_match_skipped || target->other != NULL)
    return 0;
  return target->id;
}

static void
candidate_free (gpointer data)
{
  MerImportCandidate *candidate = data;

  g_free (candidate->name);
  g_free (candidate);
}

static void
add_candidate (GPtrArray            *list,
               const MerMatchTarget *target,
               guint                 similarity,
               guint                 most)
{
  MerImportCandidate *added = g_new0 (MerImportCandidate, 1);
  guint               at = list->len;

  added->organization_id = target->id;
  added->name = g_strdup (target->name);
  added->similarity = similarity;
  while (at > 0 && ((MerImportCandidate *) list->pdata[at - 1])->similarity < similarity)
    at--;
  g_ptr_array_insert (list, (int) at, added);
  if (list->len > most)
    g_ptr_array_remove_index (list, list->len - 1);
}

GPtrArray *
mer_name_matcher_nearest (MerNameMatcher     *self,
                          const MerNameMatch *match,
                          guint               most)
{
  g_auto (MerMatchSpelling) spelling = { 0 };
  GPtrArray            *list = g_ptr_array_new_with_free_func (candidate_free);
  const MerMatchTarget *equal;
  gboolean              fits;

  mer_match_spelling_init (&spelling, match->name);
  equal = mer_match_find_target (self, match->name, spelling.key);
  for (; equal != NULL && equal != &mer_match_skipped; equal = equal->other)
    add_candidate (list, equal, 100, most);
  fits = list->len > 0;
  for (guint i = 0; !fits && i < self->targets->len; i++)
    {
      const MerMatchTarget *target = self->targets->pdata[i];
      guint                 similarity =
        target->id != 0 ? compare_target (self, &spelling, target, NEAR_PAIRS) : 0;

      if (similarity >= NEAR)
        add_candidate (list, target, similarity, most);
    }
  return list;
}

char *
mer_name_matcher_candidates (MerNameMatcher     *self,
                             const MerNameMatch *match)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (const MerMatchTarget *target = match->target; target != NULL; target = target->other)
    {
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append_printf (list, _("“%s”"), target->name);
    }
  return g_strdup (list->str);
}
