/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths of parts: "indicator/1.3", "option/q2/0". The first part of a code is meant where a draft
 * has it twice. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-edit-private.h"

#define NO_CODE G_MAXSIZE

/* Kept by hand: the formatter takes N_() in braces for code. */
/* clang-format off */
#define COPY(name) (gpointer (*) (gconstpointer)) mer_##name##_copy
#define AT(type) G_STRUCT_OFFSET (type, code)

static const struct
{
  const char *word;
  const char *label;
  MerPartKind owner;
  gsize       code; /* where a part has its code */
  gpointer (*copy) (gconstpointer part);
} kinds[] = {
  [MER_PART_METHODOLOGY] =
    { "", N_("Methodology"), MER_PART_METHODOLOGY, NO_CODE, NULL },
  [MER_PART_CRITERION] =
    { "criterion", N_("Criterion"), MER_PART_METHODOLOGY, AT (MerCriterion), COPY (criterion) },
  [MER_PART_INDICATOR] =
    { "indicator", N_("Indicator"), MER_PART_CRITERION, AT (MerIndicator), COPY (indicator) },
  [MER_PART_CALCULATED] =
    { "calculated", N_("Calculated row"), MER_PART_CRITERION, AT (MerCalculated),
      COPY (calculated) },
  [MER_PART_QUESTION] =
    { "question", N_("Question"), MER_PART_METHODOLOGY, AT (MerQuestion), COPY (question) },
  [MER_PART_OPTION] =
    { "option", N_("Answer option"), MER_PART_QUESTION, NO_CODE, COPY (option) },
  [MER_PART_PLACE] =
    { "place", N_("Place of the checklist"), MER_PART_METHODOLOGY, AT (MerPlace), COPY (place) },
  [MER_PART_ITEM] =
    { "item", N_("Item of the checklist"), MER_PART_PLACE, AT (MerItem), COPY (item) },
  [MER_PART_BAND] =
    { "band", N_("Band"), MER_PART_METHODOLOGY, AT (MerBand), COPY (band) },
  [MER_PART_COLUMN] =
    { "column", N_("Column of tables"), MER_PART_METHODOLOGY, AT (MerColumn), COPY (column) },
};
/* clang-format on */

/**
 * mer_part_kind_of:
 * @path: the path of a part
 *
 * Returns: its kind; of what is no path, that of the whole
 */
MerPartKind
mer_part_kind_of (const char *path)
{
  const char      *slash = strchr (path, '/');
  g_autofree char *word = slash != NULL ? g_strndup (path, (gsize) (slash - path)) : NULL;
  MerPartKind      kind = MER_PART_METHODOLOGY;

  return word != NULL && mer_part_kind_from_word (word, &kind) ? kind : MER_PART_METHODOLOGY;
}

gboolean
mer_part_kind_from_word (const char *word, MerPartKind *kind)
{
  for (guint i = 1; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        *kind = (MerPartKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
mer_part_kind_word (MerPartKind kind)
{
  return kinds[kind].word;
}

const char *
mer_part_kind_label (MerPartKind kind)
{
  return kinds[kind].label;
}

MerPartKind
mer_part_owner_kind (MerPartKind kind)
{
  return kinds[kind].owner;
}

gpointer
mer_part_copy (MerPartKind kind, gconstpointer part)
{
  return kinds[kind].copy (part);
}

char **
mer_part_code_field (MerPartKind kind, gpointer part)
{
  return kinds[kind].code != NO_CODE ? G_STRUCT_MEMBER_P (part, kinds[kind].code) : NULL;
}

const char *
mer_part_code (MerPartKind kind, gconstpointer part)
{
  /* only read through it */
  char **field = mer_part_code_field (kind, GSIZE_TO_POINTER (GPOINTER_TO_SIZE (part)));

  return field != NULL ? *field : NULL;
}

/* The list of a kind in an owner, or in the methodology. */
static GPtrArray *
list_of (const MerMethodology *self, MerPartKind kind, gpointer owner)
{
  switch (kind)
    {
    case MER_PART_CRITERION:
      return self->criteria;
    case MER_PART_QUESTION:
      return self->questions;
    case MER_PART_PLACE:
      return self->places;
    case MER_PART_BAND:
      return self->bands;
    case MER_PART_COLUMN:
      return self->columns;
    case MER_PART_INDICATOR:
      return ((MerCriterion *) owner)->indicators;
    case MER_PART_CALCULATED:
      return ((MerCriterion *) owner)->calculated;
    case MER_PART_OPTION:
      return ((MerQuestion *) owner)->options;
    case MER_PART_ITEM:
      return ((MerPlace *) owner)->items;
    case MER_PART_METHODOLOGY:
    default:
      return NULL;
    }
}

static gboolean
find_in_list (MerSpot *spot, GPtrArray *list, const char *code)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (mer_part_code (spot->kind, list->pdata[i]), code) == 0)
      {
        spot->list = list;
        spot->index = i;
        spot->part = list->pdata[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_by_code (MerSpot *spot, const MerMethodology *self, const char *code)
{
  MerPartKind owner = mer_part_owner_kind (spot->kind);
  GPtrArray  *owners;

  if (owner == MER_PART_METHODOLOGY)
    return find_in_list (spot, list_of (self, spot->kind, NULL), code);
  owners = list_of (self, owner, NULL);
  for (guint i = 0; i < owners->len; i++)
    {
      spot->owner = owners->pdata[i];
      if (find_in_list (spot, list_of (self, spot->kind, spot->owner), code))
        return TRUE;
    }
  return FALSE;
}

/* "q2/0" */
static gboolean
find_option (MerSpot *spot, const MerMethodology *self, const char *rest)
{
  const char      *slash = strrchr (rest, '/');
  g_autofree char *question = NULL;
  MerSpot          owner = { MER_PART_QUESTION, NULL, NULL, NULL, 0 };
  guint64          index = 0;

  if (slash == NULL || !g_ascii_string_to_unsigned (slash + 1, 10, 0, G_MAXUINT, &index, NULL))
    return FALSE;
  question = g_strndup (rest, (gsize) (slash - rest));
  if (!find_by_code (&owner, self, question))
    return FALSE;
  spot->owner = owner.part;
  spot->list = ((MerQuestion *) owner.part)->options;
  if (index >= spot->list->len)
    return FALSE;
  spot->index = (guint) index;
  spot->part = spot->list->pdata[index];
  return TRUE;
}

gboolean
mer_spot_find (MerSpot *spot, const MerMethodology *self, const char *path, GError **error)
{
  const char *rest = strchr (path, '/');
  gboolean    found = FALSE;

  *spot = (MerSpot){ mer_part_kind_of (path), NULL, NULL, NULL, 0 };
  if (path[0] == '\0')
    {
      /* who got a methodology to read gets its parts to read */
      spot->part = GSIZE_TO_POINTER (GPOINTER_TO_SIZE (self));
      return TRUE;
    }
  if (spot->kind == MER_PART_OPTION)
    found = find_option (spot, self, rest + 1);
  else if (spot->kind != MER_PART_METHODOLOGY)
    found = find_by_code (spot, self, rest + 1);
  if (!found)
    g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN,
                 _("The methodology has no part “%s”."), path);
  return found;
}

gboolean
mer_spot_end (MerSpot              *spot,
              const MerMethodology *self,
              MerPartKind           kind,
              const char           *owner,
              GError              **error)
{
  MerSpot of = { MER_PART_METHODOLOGY, NULL, NULL, NULL, 0 };

  *spot = (MerSpot){ kind, NULL, NULL, NULL, 0 };
  if (kind == MER_PART_METHODOLOGY)
    return mer_edit_fail (error, "%s", _("A methodology cannot be a part of another."));
  if (!mer_spot_find (&of, self, owner, error))
    return FALSE;
  if (of.kind != mer_part_owner_kind (kind))
    return mer_edit_fail (error, _("“%s” is no part that could hold such a one."), owner);
  spot->owner = of.kind != MER_PART_METHODOLOGY ? of.part : NULL;
  spot->list = list_of (self, kind, spot->owner);
  spot->index = spot->list->len;
  return TRUE;
}

char *
mer_spot_path (const MerSpot *spot)
{
  const char *word = kinds[spot->kind].word;

  if (spot->kind == MER_PART_METHODOLOGY)
    return g_strdup ("");
  if (spot->kind == MER_PART_OPTION)
    return g_strdup_printf ("%s/%s/%u", word, ((MerQuestion *) spot->owner)->code, spot->index);
  return g_strdup_printf ("%s/%s", word, mer_part_code (spot->kind, spot->part));
}

static void
append_spots (GPtrArray *spots, const MerMethodology *self, MerPartKind kind, gpointer owner)
{
  GPtrArray *list = list_of (self, kind, owner);

  for (guint i = 0; i < list->len; i++)
    {
      const MerSpot spot = { kind, list->pdata[i], owner, list, i };

      g_ptr_array_add (spots, g_memdup2 (&spot, sizeof spot));
      for (guint inner = 1; inner < G_N_ELEMENTS (kinds); inner++)
        if (kinds[inner].owner == kind)
          append_spots (spots, self, (MerPartKind) inner, spot.part);
    }
}

GPtrArray *
mer_spots_of (const MerMethodology *self)
{
  GPtrArray *spots = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 1; kind < G_N_ELEMENTS (kinds); kind++)
    if (kinds[kind].owner == MER_PART_METHODOLOGY)
      append_spots (spots, self, (MerPartKind) kind, NULL);
  return spots;
}

/**
 * mer_methodology_has_part:
 * @self: a methodology
 * @path: a path
 *
 * Returns: whether there is such a part
 */
gboolean
mer_methodology_has_part (const MerMethodology *self, const char *path)
{
  MerSpot spot;

  return mer_spot_find (&spot, self, path, NULL);
}

/**
 * mer_part_owner:
 * @self: a methodology
 * @path: the path of one of its parts
 *
 * Returns: (transfer full): the path of what holds it
 */
char *
mer_part_owner (const MerMethodology *self, const char *path)
{
  MerSpot spot;

  if (!mer_spot_find (&spot, self, path, NULL) || spot.owner == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s/%s", kinds[kinds[spot.kind].owner].word,
                          mer_part_code (kinds[spot.kind].owner, spot.owner));
}

static char *
coded (const char *code, const char *text)
{
  return text[0] != '\0' ? g_strdup_printf ("%s %s", code, text) : g_strdup (code);
}

/**
 * mer_part_name:
 * @self: a methodology
 * @path: the path of one of its parts
 *
 * Returns: (transfer full): how people name it; the path where there is no such part
 */
char *
mer_part_name (const MerMethodology *self, const char *path)
{
  MerSpot spot;

  if (!mer_spot_find (&spot, self, path, NULL))
    return g_strdup (path);
  switch (spot.kind)
    {
    case MER_PART_CRITERION:
      return coded (((MerCriterion *) spot.part)->symbol, ((MerCriterion *) spot.part)->title);
    case MER_PART_INDICATOR:
      return coded (((MerIndicator *) spot.part)->code, ((MerIndicator *) spot.part)->title);
    case MER_PART_CALCULATED:
      return coded (((MerCalculated *) spot.part)->code, ((MerCalculated *) spot.part)->title);
    case MER_PART_QUESTION:
      return coded (((MerQuestion *) spot.part)->code, ((MerQuestion *) spot.part)->short_text);
    case MER_PART_OPTION:
      return g_strdup (((MerOption *) spot.part)->text);
    case MER_PART_PLACE:
      return g_strdup (((MerPlace *) spot.part)->title);
    case MER_PART_ITEM:
      return g_strdup (((MerItem *) spot.part)->text);
    case MER_PART_BAND:
      return g_strdup (((MerBand *) spot.part)->title);
    case MER_PART_COLUMN:
      return g_strdup (((MerColumn *) spot.part)->title);
    case MER_PART_METHODOLOGY:
    default:
      return g_strdup (self->title);
    }
}
