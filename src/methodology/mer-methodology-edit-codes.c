/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes that are free: the next number of an owner, as "2.4", "q15", "K6", "site.13". */

#include "methodology/mer-methodology-edit-private.h"

#define MAX_STEM 40 /* leaves room for a number in a code */

static gboolean
is_code (gconstpointer list, MerPartKind kind, const char *code)
{
  const GPtrArray *parts = list;

  for (guint i = 0; i < parts->len; i++)
    if (strcmp (mer_part_code (kind, parts->pdata[i]), code) == 0)
      return TRUE;
  return FALSE;
}

/* Criteria, indicators and calculated rows stand in one table of scores. */
static gboolean
is_score (const MerMethodology *self, const char *code)
{
  static const char *const reserved[] = { "organization", "S", "rank", NULL };

  if (g_strv_contains (reserved, code) || is_code (self->criteria, MER_PART_CRITERION, code))
    return TRUE;
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = self->criteria->pdata[i];

      if (is_code (criterion->indicators, MER_PART_INDICATOR, code) ||
          is_code (criterion->calculated, MER_PART_CALCULATED, code))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_item (const MerMethodology *self, const char *code)
{
  for (guint i = 0; i < self->places->len; i++)
    if (is_code (((MerPlace *) self->places->pdata[i])->items, MER_PART_ITEM, code))
      return TRUE;
  return FALSE;
}

gboolean
mer_code_is_taken (const MerMethodology *self, MerPartKind kind, const char *code)
{
  switch (kind)
    {
    case MER_PART_CRITERION:
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
      return is_score (self, code);
    case MER_PART_QUESTION:
      return is_code (self->questions, kind, code) ||
             mer_methodology_find_column (self, code) != NULL;
    case MER_PART_PLACE:
      return is_code (self->places, kind, code);
    case MER_PART_ITEM:
      return is_item (self, code);
    case MER_PART_BAND:
      return is_code (self->bands, kind, code);
    case MER_PART_COLUMN:
      return is_code (self->columns, kind, code);
    case MER_PART_METHODOLOGY:
    case MER_PART_OPTION:
    default:
      return FALSE;
    }
}

/* The length of a code without the number that it ends in, and that number; 0 when none. */
static gsize
split (const char *code, guint *number)
{
  gsize   stem = strlen (code);
  guint64 parsed = 0;

  *number = 0;
  while (stem > 0 && g_ascii_isdigit (code[stem - 1]))
    stem--;
  if (code[stem] == '\0' || stem > MAX_STEM ||
      !g_ascii_string_to_unsigned (code + stem, 10, 0, 999999, &parsed, NULL))
    return stem;
  *number = (guint) parsed;
  return stem;
}

/* Raises *highest to the number of a code that begins with the stem and goes on with it alone. */
static void
look_at (const char *code, const char *stem, guint *highest)
{
  guint number;
  gsize length = split (code, &number);

  if (length == strlen (stem) && strncmp (code, stem, length) == 0)
    *highest = MAX (*highest, number);
}

static void
look_at_all (const GPtrArray *parts, MerPartKind kind, const char *stem, guint *highest)
{
  for (guint i = 0; i < parts->len; i++)
    look_at (mer_part_code (kind, parts->pdata[i]), stem, highest);
}

/* "K" of "K1", "1." for the indicators of K1, "site." for the items of the site. */
static char *
default_stem (const MerSpot *spot)
{
  const char *owner = spot->owner != NULL
                        ? mer_part_code (mer_part_owner_kind (spot->kind), spot->owner)
                        : NULL;
  guint       number;
  gsize       stem;

  switch (spot->kind)
    {
    case MER_PART_CRITERION:
      return g_strdup ("K");
    case MER_PART_QUESTION:
      return g_strdup ("q");
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
      stem = split (owner, &number);
      return g_strdup_printf ("%.*s.", MAX_STEM - 1, number > 0 ? owner + stem : owner);
    case MER_PART_ITEM:
      return g_strdup_printf ("%.*s.", MAX_STEM - 1, owner);
    case MER_PART_PLACE:
      return g_strdup ("place");
    case MER_PART_METHODOLOGY:
    case MER_PART_OPTION:
    case MER_PART_BAND:
    case MER_PART_COLUMN:
    default:
      return g_strdup ("band");
    }
}

/* What the last of the parts before it begins with, when it ends in a number. */
static char *
stem_of (const MerSpot *spot)
{
  const char *code;
  guint       number;
  gsize       stem;

  if (spot->list->len > 0)
    {
      code = mer_part_code (spot->kind, spot->list->pdata[spot->list->len - 1]);
      stem = split (code, &number);
      if (number > 0)
        return g_strndup (code, stem);
    }
  return default_stem (spot);
}

char *
mer_code_free_one (const MerMethodology *self, const MerSpot *spot)
{
  g_autofree char *stem = stem_of (spot);
  g_autofree char *code = NULL;
  guint            highest = 0;

  if (spot->kind == MER_PART_INDICATOR || spot->kind == MER_PART_CALCULATED)
    {
      const MerCriterion *criterion = spot->owner;

      look_at_all (criterion->indicators, MER_PART_INDICATOR, stem, &highest);
      look_at_all (criterion->calculated, MER_PART_CALCULATED, stem, &highest);
    }
  else
    look_at_all (spot->list, spot->kind, stem, &highest);
  do
    {
      g_free (code);
      code = g_strdup_printf ("%s%u", stem, ++highest);
    }
  while (mer_code_is_taken (self, spot->kind, code));
  return g_steal_pointer (&code);
}
