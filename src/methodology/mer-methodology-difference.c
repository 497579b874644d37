/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between two methodologies, part by part. Parts are the same when their paths are;
 * of parts in another order as few as possible are said to have moved. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-edit-private.h"

/* One methodology's parts: by path, and in order. */
typedef struct
{
  const MerMethodology *methodology;
  GPtrArray            *spots; /* of MerSpot */
  GPtrArray            *paths; /* of char *, beside them */
  GHashTable           *by_path;
} Parts;

static void
clear_parts (Parts *self)
{
  g_ptr_array_unref (self->spots);
  g_ptr_array_unref (self->paths);
  g_hash_table_unref (self->by_path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

static void
fill (Parts *self, const MerMethodology *methodology)
{
  self->methodology = methodology;
  self->spots = mer_spots_of (methodology);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->spots->len; i++)
    {
      char *path = mer_spot_path (self->spots->pdata[i]);

      g_ptr_array_add (self->paths, path);
      if (!g_hash_table_contains (self->by_path, path))
        g_hash_table_insert (self->by_path, path, self->spots->pdata[i]);
    }
}

typedef struct
{
  Parts       ours;
  Parts       theirs;
  GHashTable *moved; /* set of our spots that stand elsewhere among their siblings */
  GPtrArray  *found;
} Comparison;

void
mer_methodology_difference_free (MerMethodologyDifference *self)
{
  g_free (self->path);
  g_free (self->property);
  g_free (self->ours);
  g_free (self->theirs);
  g_free (self);
}

/* Takes ours and theirs. */
static void
say (Comparison *self, const char *path, const char *property, char *ours, char *theirs)
{
  MerMethodologyDifference *difference = g_new0 (MerMethodologyDifference, 1);

  difference->path = g_strdup (path);
  difference->property = g_strdup (property);
  difference->ours = ours;
  difference->theirs = theirs;
  g_ptr_array_add (self->found, difference);
}

static void
compare_properties (Comparison    *self,
                    const char    *path,
                    const MerSpot *ours,
                    const MerSpot *theirs)
{
  const MerProperty *property = mer_part_table (ours->kind);

  for (; property->name != NULL; property++)
    {
      g_autofree char *our = NULL, *their = NULL;

      if (strcmp (property->name, "unconfirmed") == 0)
        continue;
      our = mer_property_get (property, self->ours.methodology, ours);
      their = mer_property_get (property, self->theirs.methodology, theirs);
      if (g_strcmp0 (our, their) != 0)
        say (self, path, property->name, g_steal_pointer (&our), g_steal_pointer (&their));
    }
}

/* Those of both; one that only one has is told with the indicator that brought it. */
static void
compare_policies (Comparison *self)
{
  g_auto (GStrv) keys = mer_methodology_policy_keys (self->ours.methodology);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char      *ours = g_hash_table_lookup (self->ours.methodology->policies, keys[i]);
      const char      *theirs = g_hash_table_lookup (self->theirs.methodology->policies, keys[i]);
      g_autofree char *property = g_strconcat ("policy:", keys[i], NULL);

      if (theirs != NULL && strcmp (ours, theirs) != 0)
        say (self, "", property, g_strdup (ours), g_strdup (theirs));
    }
}

/* --- order --------------------------------------------------------------------------------- */

static char *
owner_path (const MerSpot *spot)
{
  const MerSpot owner = { mer_part_owner_kind (spot->kind), spot->owner, NULL, NULL, 0 };

  return spot->owner != NULL ? mer_spot_path (&owner) : g_strdup ("");
}

static gboolean
has_same_owner (const MerSpot *ours, const MerSpot *theirs)
{
  g_autofree char *our = owner_path (ours);
  g_autofree char *their = owner_path (theirs);

  return strcmp (our, their) == 0;
}

/* A sibling of both, and where it stands in theirs. */
typedef struct
{
  MerSpot *spot;
  guint    index;
  int      before; /* the one before it in the longest run in order that ends in it */
} Sibling;

/* Marks all that are not in a longest run of rising indices. */
static void
mark_moved (Comparison *self, GArray *siblings)
{
  g_autofree int *last = g_new (int, siblings->len + 1); /* by length of run: its least end */
  guint           longest = 0;

  for (guint i = 0; i < siblings->len; i++)
    {
      Sibling *sibling = &g_array_index (siblings, Sibling, i);
      guint    low = 0, high = longest;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (siblings, Sibling, last[middle]).index < sibling->index)
            low = middle + 1;
          else
            high = middle;
        }
      sibling->before = low > 0 ? last[low - 1] : -1;
      last[low] = (int) i;
      longest = MAX (longest, low + 1);
    }
  for (guint i = 0; i < siblings->len; i++)
    g_hash_table_add (self->moved, g_array_index (siblings, Sibling, i).spot);
  for (int i = longest > 0 ? last[longest - 1] : -1; i >= 0;
       i = g_array_index (siblings, Sibling, i).before)
    g_hash_table_remove (self->moved, g_array_index (siblings, Sibling, i).spot);
}

/* Options are known by their index, so none of them can stand elsewhere. */
static void
find_moved (Comparison *self)
{
  g_autoptr (GHashTable) lists = g_hash_table_new_full (NULL, NULL, NULL,
                                                        (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer       siblings;

  for (guint i = 0; i < self->ours.spots->len; i++)
    {
      MerSpot       *spot = self->ours.spots->pdata[i];
      const MerSpot *their = g_hash_table_lookup (self->theirs.by_path, self->ours.paths->pdata[i]);
      Sibling        sibling = { spot, their != NULL ? their->index : 0, -1 };
      GArray        *list = g_hash_table_lookup (lists, spot->list);

      if (their == NULL || spot->kind == MER_PART_OPTION || !has_same_owner (spot, their))
        continue;
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (Sibling));
          g_hash_table_insert (lists, spot->list, list);
        }
      g_array_append_val (list, sibling);
    }
  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &siblings))
    mark_moved (self, siblings);
}

static void
compare_place (Comparison *self, const char *path, const MerSpot *ours, const MerSpot *theirs)
{
  g_autofree char *our = NULL, *their = NULL;

  if (has_same_owner (ours, theirs) && !g_hash_table_contains (self->moved, ours))
    return;
  our = owner_path (ours);
  their = owner_path (theirs);
  say (self, path, "order", mer_part_name (self->ours.methodology, our),
       mer_part_name (self->theirs.methodology, their));
}

/* --- parts --------------------------------------------------------------------------------- */

/* What an added part holds is added with it. */
static gboolean
is_told_with_owner (const MerSpot *spot, const Parts *other)
{
  g_autofree char *owner = owner_path (spot);

  return owner[0] != '\0' && !g_hash_table_contains (other->by_path, owner);
}

static void
compare_ours (Comparison *self)
{
  for (guint i = 0; i < self->ours.spots->len; i++)
    {
      const char    *path = self->ours.paths->pdata[i];
      const MerSpot *ours = self->ours.spots->pdata[i];
      const MerSpot *theirs = g_hash_table_lookup (self->theirs.by_path, path);

      if (theirs != NULL)
        {
          compare_properties (self, path, ours, theirs);
          compare_place (self, path, ours, theirs);
        }
      else if (!is_told_with_owner (ours, &self->theirs))
        say (self, path, NULL, mer_part_name (self->ours.methodology, path), NULL);
    }
}

static void
compare_theirs (Comparison *self)
{
  for (guint i = 0; i < self->theirs.spots->len; i++)
    {
      const char *path = self->theirs.paths->pdata[i];

      if (!g_hash_table_contains (self->ours.by_path, path) &&
          !is_told_with_owner (self->theirs.spots->pdata[i], &self->ours))
        say (self, path, NULL, NULL, mer_part_name (self->theirs.methodology, path));
    }
}

/**
 * mer_methodology_differences:
 * @self: a methodology
 * @base: another one, as the federal edition
 *
 * Returns: (transfer full) (element-type MerMethodologyDifference): what differs, in the order of
 *   the parts; what was removed comes last
 */
GPtrArray *
mer_methodology_differences (const MerMethodology *self, const MerMethodology *base)
{
  g_auto (Parts) ours = { NULL, NULL, NULL, NULL };
  g_auto (Parts) theirs = { NULL, NULL, NULL, NULL };
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  MerSpot    our_whole, their_whole;
  Comparison comparison;

  fill (&ours, self);
  fill (&theirs, base);
  comparison = (Comparison){ ours, theirs, moved, NULL };
  comparison.found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_methodology_difference_free);
  mer_spot_find (&our_whole, self, "", NULL);
  mer_spot_find (&their_whole, base, "", NULL);
  compare_properties (&comparison, "", &our_whole, &their_whole);
  compare_policies (&comparison);
  find_moved (&comparison);
  compare_ours (&comparison);
  compare_theirs (&comparison);
  return comparison.found;
}

/**
 * mer_methodology_federal:
 * @self: a methodology
 *
 * Returns: (transfer full) (nullable): the shipped edition of its id
 */
MerMethodology *
mer_methodology_federal (const MerMethodology *self)
{
  return mer_methodology_shipped (self->id, NULL);
}
