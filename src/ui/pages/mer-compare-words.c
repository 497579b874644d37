/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the comparison of cycles says in sentences. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-compare-words.h"

const MerCriterion *
mer_compare_words_criterion (const MerCycleComparison *self,
                             guint                     index)
{
  return mer_methodology_find_criterion (self->one->methodology, self->codes->pdata[index]);
}

/**
 * mer_compare_words_summary:
 * @self: two cycles
 *
 * Returns: (transfer full): how many totals have grown, how many have fallen, and how many
 *   cannot be compared
 */
char *
mer_compare_words_summary (const MerCycleComparison *self)
{
  guint            higher = 0, lower = 0, undefined = 0;
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const MerComparedScore *total = &self->rows[i].total;
      int                     sign = 0;

      if (!total->has_one || !total->has_other)
        {
          undefined++;
          continue;
        }
      sign = mer_rational_cmp (&total->one, &total->other);
      higher += sign > 0 ? 1 : 0;
      lower += sign < 0 ? 1 : 0;
    }
  /* Translators: numbers of organizations whose score is higher, and lower, than before. */
  text = g_strdup_printf (_("Higher: %u, lower: %u"), higher, lower);
  if (undefined == 0)
    return g_steal_pointer (&text);
  /* Translators: a number of organizations. */
  rest = g_strdup_printf (_("not comparable: %u"), undefined);
  return g_strdup_printf ("%s, %s", text, rest);
}

/* «6-е место» or why there is none. */
static char *
standing (gboolean    assessed,
          guint       place,
          const char *cycle)
{
  if (!assessed)
    return g_strdup_printf (_("not assessed in “%s”"), cycle);
  if (place == 0)
    return g_strdup_printf (_("its score in “%s” is undefined"), cycle);
  return g_strdup_printf (_("place %u in “%s”"), place, cycle);
}

/**
 * mer_compare_words_row:
 * @self: two cycles
 * @row: one of their rows
 *
 * Returns: (transfer full): where it stands in both
 */
char *
mer_compare_words_row (const MerCycleComparison *self,
                       const MerComparedRow     *row)
{
  g_autofree char *one = standing (row->in_one, row->place_one, self->one->cycle->title);
  g_autofree char *other = standing (row->in_other, row->place_other, self->other->cycle->title);
  g_autofree char *both = g_strdup_printf ("%s, %s", one, other);
  g_autofree char *moved = NULL;
  gulong           n = 0;
  int              places = 0;

  if (!mer_cycle_comparison_moved (self, row, &places) || places == 0)
    return g_steal_pointer (&both);
  n = (gulong) ABS (places);
  moved = g_strdup_printf (places > 0 ? ngettext ("%lu place higher", "%lu places higher", n)
                                      : ngettext ("%lu place lower", "%lu places lower", n),
                           n);
  return g_strdup_printf ("%s: %s", both, moved);
}

char *
mer_compare_words_notes (const MerCycleComparison *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) self->notes->pdata[i]);
  return g_strdup (text->str);
}
