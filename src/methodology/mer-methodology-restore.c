/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making a part what it is in another methodology, as the federal edition. The part stays the
 * same object, so that what refers to it still does; its own references are looked up by code,
 * and what is missing there is restored first. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-edit-private.h"

typedef struct
{
  MerMethodology       *self;
  const MerMethodology *base;
  GHashTable           *started; /* set of paths: a draft's filters may run in circles */
} Restore;

static gboolean restore_part (Restore    *self,
                              const char *path,
                              GError    **error);

static void
remove_at (MerMethodology *self, const MerSpot *spot)
{
  g_autoptr (MerReferences) references = mer_references_pin (self);

  g_ptr_array_remove_index (spot->list, spot->index);
  mer_references_restore (references, self);
}

/* --- references ---------------------------------------------------------------------------- */

static int
index_of_code (const GPtrArray *list, MerPartKind kind, const char *code)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (mer_part_code (kind, list->pdata[i]), code) == 0)
      return (int) i;
  return -1;
}

/* An index into a list of the base as one into the same list here; −1 stays. */
static int
translate (const GPtrArray *from, const GPtrArray *to, MerPartKind kind, int index)
{
  return index < 0 ? -1 : index_of_code (to, kind, mer_part_code (kind, from->pdata[index]));
}

static void
translate_inputs (const Restore *self, MerIndicator *indicator)
{
  for (guint i = indicator->inputs->len; i-- > 0;)
    {
      MerMeasureInput *input = &g_array_index (indicator->inputs, MerMeasureInput, i);

      input->place = translate (self->base->places, self->self->places, MER_PART_PLACE,
                                input->place);
      input->question = translate (self->base->questions, self->self->questions,
                                   MER_PART_QUESTION, input->question);
      if (input->place < 0 && input->question < 0)
        g_array_remove_index (indicator->inputs, i);
    }
}

static void
translate_means (const MerCriterion *from, const MerCriterion *to, MerCalculated *calculated)
{
  for (guint i = calculated->indicators->len; i-- > 0;)
    {
      guint *mean = &g_array_index (calculated->indicators, guint, i);
      int    index = translate (from->indicators, to->indicators, MER_PART_INDICATOR, (int) *mean);

      if (index < 0)
        g_array_remove_index (calculated->indicators, i);
      else
        *mean = (guint) index;
    }
}

/* A copy of a part of the base refers to what has the same codes here. */
static void
translate_part (const Restore *self, const MerSpot *from, const MerSpot *to)
{
  if (to->kind == MER_PART_CRITERION)
    for (guint i = 0; i < ((MerCriterion *) to->part)->indicators->len; i++)
      translate_inputs (self, ((MerCriterion *) to->part)->indicators->pdata[i]);
  else if (to->kind == MER_PART_INDICATOR)
    translate_inputs (self, to->part);
  else if (to->kind == MER_PART_CALCULATED)
    translate_means (from->owner, to->owner, to->part);
  else if (to->kind == MER_PART_QUESTION)
    {
      int *filter = &((MerQuestion *) to->part)->filter;

      *filter = translate (self->base->questions, self->self->questions, to->kind, *filter);
    }
}

/* --- what must be there before -------------------------------------------------------------- */

static char *
path_of (MerPartKind kind, gpointer part)
{
  const MerSpot spot = { kind, part, NULL, NULL, 0 };

  return mer_spot_path (&spot);
}

static gboolean
need (Restore *self, MerPartKind kind, const GPtrArray *list, int index, GError **error)
{
  g_autofree char *path = index >= 0 ? path_of (kind, list->pdata[index]) : NULL;

  return path == NULL || mer_methodology_has_part (self->self, path) ||
         restore_part (self, path, error);
}

static gboolean
need_inputs (Restore *self, const MerIndicator *indicator, GError **error)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = &g_array_index (indicator->inputs, MerMeasureInput, i);

      if (!need (self, MER_PART_PLACE, self->base->places, input->place, error) ||
          !need (self, MER_PART_QUESTION, self->base->questions, input->question, error))
        return FALSE;
    }
  return TRUE;
}

/* Indicators of the row's own criterion, and in it. */
static gboolean
need_means (Restore *self, const MerSpot *from, GError **error)
{
  const MerCalculated *calculated = from->part;
  const MerCriterion  *criterion = from->owner;

  for (guint i = 0; i < calculated->indicators->len; i++)
    {
      guint            index = g_array_index (calculated->indicators, guint, i);
      g_autofree char *path = path_of (MER_PART_INDICATOR, criterion->indicators->pdata[index]);
      g_autofree char *owner = mer_part_owner (self->self, path);

      if (strcmp (mer_part_code (MER_PART_CRITERION, criterion),
                  owner[0] != '\0' ? strchr (owner, '/') + 1 : "") != 0 &&
          !restore_part (self, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
need_all (Restore *self, const MerSpot *from, GError **error)
{
  const MerCriterion *criterion = from->part;

  if (from->kind == MER_PART_INDICATOR)
    return need_inputs (self, from->part, error);
  if (from->kind == MER_PART_CALCULATED)
    return need_means (self, from, error);
  if (from->kind == MER_PART_QUESTION)
    return need (self, from->kind, self->base->questions, ((MerQuestion *) from->part)->filter,
                 error);
  for (guint i = 0; from->kind == MER_PART_CRITERION && i < criterion->indicators->len; i++)
    if (!need_inputs (self, criterion->indicators->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* --- content and place ----------------------------------------------------------------------- */

static gsize
size_of (MerPartKind kind)
{
  static const gsize sizes[] = {
    [MER_PART_METHODOLOGY] = 0,
    [MER_PART_CRITERION] = sizeof (MerCriterion),
    [MER_PART_INDICATOR] = sizeof (MerIndicator),
    [MER_PART_CALCULATED] = sizeof (MerCalculated),
    [MER_PART_QUESTION] = sizeof (MerQuestion),
    [MER_PART_OPTION] = sizeof (MerOption),
    [MER_PART_PLACE] = sizeof (MerPlace),
    [MER_PART_ITEM] = sizeof (MerItem),
    [MER_PART_BAND] = sizeof (MerBand),
    [MER_PART_COLUMN] = sizeof (MerColumn),
  };

  return sizes[kind];
}

/* Gives a part other contents; what it was is left in `with`. */
static void
exchange (MerPartKind kind, gpointer part, gpointer with)
{
  gsize            size = size_of (kind);
  g_autofree char *kept = g_memdup2 (part, size);

  memcpy (part, with, size);
  memcpy (with, kept, size);
}

/* What a part of the base holds and stands in another owner here comes home: it is taken out
 * there, since the copy brings it. */
static void
take_home (Restore *self, const MerSpot *from, gconstpointer owner)
{
  g_autoptr (GPtrArray) spots = mer_spots_of (self->base);

  for (guint i = 0; i < spots->len; i++)
    {
      const MerSpot   *child = spots->pdata[i];
      g_autofree char *path = child->owner == from->part ? mer_spot_path (child) : NULL;
      MerSpot          here;

      if (path != NULL && child->kind != MER_PART_OPTION &&
          mer_spot_find (&here, self->self, path, NULL) && here.owner != owner)
        remove_at (self->self, &here);
    }
}

/* Where a sibling of the base stands in a list here; −1 when it does not. */
static int
sibling_in (const MerSpot *from, guint index, const GPtrArray *list)
{
  return index_of_code (list, from->kind, mer_part_code (from->kind, from->list->pdata[index]));
}

/* Behind the nearest of those that are before it in the base. */
static guint
position_in (const MerSpot *from, const GPtrArray *list)
{
  for (guint i = from->index; i-- > 0;)
    {
      int index = sibling_in (from, i, list);

      if (index >= 0)
        return (guint) index + 1;
    }
  return 0;
}

/* Whether the neighbours that both have are on their sides already. */
static gboolean
stands_right (const MerSpot *from, const MerSpot *here)
{
  int after = -1;

  for (guint i = from->index + 1; after < 0 && i < from->list->len; i++)
    after = sibling_in (from, i, here->list);
  return position_in (from, here->list) <= here->index &&
         (after < 0 || (guint) after > here->index);
}

/* The end of the list here that is the one of the part in the base. */
static void
find_end (const Restore *self, const MerSpot *from, MerSpot *end)
{
  const MerSpot    owner = { mer_part_owner_kind (from->kind), from->owner, NULL, NULL, 0 };
  g_autofree char *path = from->owner != NULL ? mer_spot_path (&owner) : g_strdup ("");

  mer_spot_end (end, self->self, from->kind, path, NULL);
}

/* Takes a part that stands somewhere here over to its list and place. */
static void
move_home (const MerSpot *from, const MerSpot *here, const MerSpot *end)
{
  if (from->kind == MER_PART_OPTION || (here->list == end->list && stands_right (from, here)))
    return;
  g_ptr_array_steal_index (here->list, here->index);
  g_ptr_array_insert (end->list, (int) position_in (from, end->list), here->part);
}

/* Frees what is no longer in a list as the list would. */
static void
dispose (GPtrArray *list, gpointer part)
{
  g_ptr_array_add (list, part);
  g_ptr_array_remove_index (list, list->len - 1);
}

static void
inherit (GHashTable *to, GHashTable *from, const char *key)
{
  if (g_hash_table_contains (from, key))
    g_hash_table_insert (to, g_strdup (key), g_strdup (g_hash_table_lookup (from, key)));
}

/* An indicator that comes back brings the policy that it had. */
static void
inherit_policy (const Restore *self, const MerIndicator *indicator)
{
  g_autofree char *key = g_strconcat ("undefined.", indicator->code, NULL);

  if (g_hash_table_contains (self->self->policies, key))
    return;
  inherit (self->self->policies, self->base->policies, key);
  inherit (self->self->decided, self->base->decided, key);
  if (g_hash_table_contains (self->base->unconfirmed, key))
    g_hash_table_add (self->self->unconfirmed, g_strdup (key));
}

static void
inherit_policies (const Restore *self, const MerSpot *from)
{
  if (from->kind == MER_PART_INDICATOR)
    inherit_policy (self, from->part);
  if (from->kind == MER_PART_CRITERION)
    for (guint i = 0; i < ((MerCriterion *) from->part)->indicators->len; i++)
      inherit_policy (self, ((MerCriterion *) from->part)->indicators->pdata[i]);
}

/* The part as in the base, in its place there, whether it is here or not. */
static void
put (Restore *self, const MerSpot *from, const char *path)
{
  g_autoptr (MerReferences) references = NULL;
  gpointer fresh = mer_part_copy (from->kind, from->part);
  MerSpot  here, end;
  gboolean is_here = mer_spot_find (&here, self->self, path, NULL);

  take_home (self, from, is_here ? here.part : NULL);
  find_end (self, from, &end);
  references = mer_references_pin (self->self);
  if (is_here)
    {
      exchange (from->kind, here.part, fresh);
      dispose (here.list, fresh);
      g_hash_table_remove (references, here.part);
      move_home (from, &here, &end);
      end.part = here.part;
    }
  else
    {
      guint position = from->kind == MER_PART_OPTION ? end.index : position_in (from, end.list);

      g_ptr_array_insert (end.list, (int) position, fresh);
      end.part = fresh;
    }
  mer_references_restore (references, self->self);
  translate_part (self, from, &end);
  inherit_policies (self, from);
}

/* Options are known by their index: those between come back with it. */
static void
put_options (Restore *self, const MerSpot *from)
{
  MerSpot option = *from;
  MerSpot end;

  for (find_end (self, from, &end); end.index <= from->index; end.index++)
    {
      g_autofree char *path = NULL;

      option.index = end.index;
      option.part = from->list->pdata[option.index];
      path = mer_spot_path (&option);
      put (self, &option, path);
    }
}

static gboolean
restore_part (Restore *self, const char *path, GError **error)
{
  MerSpot          from, here;
  g_autofree char *owner = NULL;

  if (!g_hash_table_add (self->started, g_strdup (path)))
    return TRUE;
  if (!mer_spot_find (&from, self->base, path, NULL))
    {
      if (!mer_spot_find (&here, self->self, path, error))
        return FALSE;
      remove_at (self->self, &here);
      return TRUE;
    }
  owner = mer_part_owner (self->base, path);
  if (!mer_methodology_has_part (self->self, owner))
    return restore_part (self, owner, error);
  if (!need_all (self, &from, error))
    return FALSE;
  if (from.kind == MER_PART_OPTION && !mer_methodology_has_part (self->self, path))
    put_options (self, &from);
  else
    put (self, &from, path);
  return TRUE;
}

/* A sentence on a code that stands twice; NULL when none does. */
static char *
find_clash (const MerMethodology *self)
{
  g_autoptr (GPtrArray) problems = mer_methodology_problems (self);

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];

      if (g_strcmp0 (problem->property, "code") == 0)
        return g_strdup (problem->text);
    }
  return NULL;
}

/**
 * mer_methodology_restore:
 * @self: a methodology
 * @base: another one, as the federal edition
 * @path: the path of a part of either; "" for everything
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology in which the part is as in @base, or %NULL
 *   with @error
 */
MerMethodology *
mer_methodology_restore (const MerMethodology *self,
                         const MerMethodology *base,
                         const char           *path,
                         GError              **error)
{
  g_autoptr (MerMethodology) copy = NULL;
  g_autoptr (GHashTable) started = NULL;
  g_autofree char *before = NULL, *after = NULL;
  Restore          restore;

  if (path[0] == '\0')
    return mer_methodology_copy (base);
  copy = mer_methodology_thaw (self);
  started = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  restore = (Restore){ copy, base, started };
  if (!restore_part (&restore, path, error))
    return NULL;
  mer_methodology_settle (copy);
  before = find_clash (self);
  after = find_clash (copy);
  if (before == NULL && after != NULL)
    {
      mer_edit_fail (error, "%s %s", after, _("Give one of the two parts another code first."));
      return NULL;
    }
  return g_steal_pointer (&copy);
}
