/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a part of the rules goes when it is moved by keys or dropped on a row: one reckoning, so
 * that both have the same result. */

#include "config.h"

#include <string.h>

#include "ui/pages/mer-methodology-outline.h"

/* The parts of one kind below an owner ("" for the top), in order. */
static GStrv
siblings_of (const MerMethodology *methodology,
             MerPartKind           kind,
             const char           *parent,
             MerOutline            outline)
{
  g_auto (GStrv) rows = mer_outline_children (methodology, outline, parent);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; rows[i] != NULL; i++)
    if (mer_outline_is_part (rows[i]) && mer_part_kind_of (rows[i]) == kind)
      g_strv_builder_add (builder, rows[i]);
  return g_strv_builder_end (builder);
}

static int
index_in (char      **rows,
          const char *row)
{
  for (int i = 0; rows[i] != NULL; i++)
    if (g_str_equal (rows[i], row))
      return i;
  return -1;
}

/* What mer_methodology_move() calls the owner of a part that stands below a row. */
static char *
owner_name (const char *parent)
{
  return g_strdup (parent != NULL && mer_outline_is_part (parent) ? parent : "");
}

/* To the end of the owner before, or the beginning of the one behind. */
static gboolean
move_over (const MerMethodology *methodology,
           const char           *row,
           const char           *parent,
           int                   delta,
           char                **owner,
           guint                *position)
{
  MerOutline       outline = mer_outline_of (row);
  g_autofree char *above = NULL;
  g_auto (GStrv) owners = NULL;
  g_auto (GStrv) others = NULL;
  int index = 0;

  if (parent == NULL || !mer_outline_is_part (parent))
    return FALSE;
  above = mer_outline_parent (methodology, parent);
  owners = siblings_of (methodology, mer_part_kind_of (parent), above, outline);
  index = index_in (owners, parent) + delta;
  if (index < 0 || owners[index] == NULL)
    return FALSE;
  others = siblings_of (methodology, mer_part_kind_of (row), owners[index], outline);
  *owner = g_strdup (owners[index]);
  *position = delta < 0 ? g_strv_length (others) : 0;
  return TRUE;
}

/**
 * mer_outline_move_by:
 * @methodology: the rules
 * @row: a part of them
 * @delta: −1: up, 1: down
 * @owner: (out) (transfer full): as mer_methodology_move() takes it
 * @position: (out): in it
 *
 * At the edge of its owner a part goes over to the next one.
 *
 * Returns: whether it can move so
 */
gboolean
mer_outline_move_by (const MerMethodology *methodology,
                     const char           *row,
                     int                   delta,
                     char                **owner,
                     guint                *position)
{
  g_autofree char *parent = NULL;
  g_auto (GStrv) rows = NULL;
  int index = 0;

  *owner = NULL;
  if (!mer_outline_is_part (row) || mer_part_kind_of (row) == MER_PART_COLUMN)
    return FALSE;
  parent = mer_outline_parent (methodology, row);
  rows = siblings_of (methodology, mer_part_kind_of (row), parent, mer_outline_of (row));
  index = index_in (rows, row) + delta;
  if (index < 0 || rows[index] == NULL)
    return move_over (methodology, row, parent, delta, owner, position);
  *owner = owner_name (parent);
  *position = (guint) index;
  return TRUE;
}

/* Beside a row of the same kind. */
static gboolean
move_beside (const MerMethodology *methodology,
             const char           *row,
             const char           *target,
             gboolean              behind,
             char                **owner,
             guint                *position)
{
  g_autofree char *parent = mer_outline_parent (methodology, target);
  g_auto (GStrv) rows =
    siblings_of (methodology, mer_part_kind_of (row), parent, mer_outline_of (row));
  int from = index_in (rows, row);
  int to = index_in (rows, target) + (behind ? 1 : 0);

  if (from >= 0 && from < to)
    to--;
  *owner = owner_name (parent);
  *position = (guint) to;
  return from != to;
}

/* Into an owner of such parts, at its end. */
static gboolean
move_into (const MerMethodology *methodology,
           const char           *row,
           const char           *target,
           char                **owner,
           guint                *position)
{
  g_auto (GStrv) rows = siblings_of (methodology, mer_part_kind_of (row), target,
                                     mer_outline_of (row));
  int from = index_in (rows, row);

  *owner = g_strdup (target);
  *position = g_strv_length (rows) - (from >= 0 ? 1 : 0);
  return from < 0 || (guint) from != *position;
}

/**
 * mer_outline_move_to:
 * @methodology: the rules
 * @row: the part that is dropped
 * @target: the row that it is dropped on
 * @behind: on its lower half
 * @owner: (out) (transfer full): as mer_methodology_move() takes it
 * @position: (out): in it
 *
 * Returns: whether that moves it anywhere
 */
gboolean
mer_outline_move_to (const MerMethodology *methodology,
                     const char           *row,
                     const char           *target,
                     gboolean              behind,
                     char                **owner,
                     guint                *position)
{
  g_autofree char *parent = NULL;

  *owner = NULL;
  if (!mer_outline_is_part (row) || !mer_outline_is_part (target) || g_str_equal (row, target) ||
      mer_part_kind_of (row) == MER_PART_COLUMN)
    return FALSE;
  if (mer_part_kind_of (row) == mer_part_kind_of (target))
    return move_beside (methodology, row, target, behind, owner, position);
  parent = mer_outline_parent (methodology, row);
  if (parent != NULL && mer_outline_is_part (parent) &&
      mer_part_kind_of (parent) == mer_part_kind_of (target))
    return move_into (methodology, row, target, owner, position);
  return FALSE;
}
