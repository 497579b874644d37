/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of the items of a replaced version of a plan. Items of two versions have no common
 * number: only the same text, met once in each, is certain. What is merely alike is a question, for
 * a report that goes into another measure is noticed by nobody. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-form-private.h"
#include "core/mer-name.h"

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

/* How alike an item of a replaced version is to one in force. */
typedef enum
{
  ANOTHER,
  HALF,    /* shortcoming or measure */
  FINDING, /* they answer the same */
  TEXT,    /* shortcoming and measure */
  ALL,     /* all that was planned */
} Likeness;

/* An item with its texts as they are compared. */
typedef struct
{
  const MerPlanItem *item;
  MerPlanLine       *line; /* in force; NULL: of the replaced version */
  char              *problem;
  char              *measure;
  gboolean           settled;
} Side;

static void
side_clear (gpointer data)
{
  Side *self = data;

  g_free (self->problem);
  g_free (self->measure);
}

static void
add_side (GArray            *sides,
          const MerPlanItem *item,
          MerPlanLine       *line)
{
  Side side = { .item = item, .line = line };

  side.problem = mer_name_fold (item->problem != NULL ? item->problem : "", -1);
  side.measure = mer_name_fold (item->measure != NULL ? item->measure : "", -1);
  g_array_append_val (sides, side);
}

static GArray *
sides_new (void)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  g_array_set_clear_func (sides, side_clear);
  return sides;
}

static GArray *
sides_of_plan (const MerFormReader *self,
               const MerPlan       *plan)
{
  GArray *sides = sides_new ();

  for (guint i = 0; i < self->book->facts.items->len; i++)
    {
      const MerPlanItem *item = self->book->facts.items->pdata[i];

      if (item->plan == plan->record.id)
        add_side (sides, item, NULL);
    }
  return sides;
}

static GArray *
sides_of_sheet (const MerFormReader *self,
                const MerPlanSheet  *sheet)
{
  GArray *sides = sides_new ();

  for (guint i = sheet->first_line; i < sheet->first_line + sheet->n_lines; i++)
    add_side (sides, self->book->lines[i].item, &self->book->lines[i]);
  return sides;
}

static Likeness
likeness (const Side *old,
          const Side *now)
{
  gboolean measure = g_str_equal (old->measure, now->measure);
  gboolean problem = g_str_equal (old->problem, now->problem);

  if (!mer_plan_item_differs (old->item, now->item))
    return ALL;
  if (measure && problem)
    return TEXT;
  if (old->item->finding > 0 && old->item->finding == now->item->finding)
    return FINDING;
  return measure || (problem && *old->problem != '\0') ? HALF : ANOTHER;
}

/* Copies of a version keep the places of its items. */
static gboolean
fits (const Side *old,
      const Side *now,
      Likeness    least,
      gboolean    in_place)
{
  return !old->settled && !now->settled && likeness (old, now) == least &&
         (!in_place || old->item->record.position == now->item->record.position);
}

/* The index of the only one that fits, or −1. */
static int
find_only (GArray     *sides,
           const Side *other,
           gboolean    other_is_old,
           Likeness    least,
           gboolean    in_place)
{
  int found = -1;

  for (guint i = 0; i < sides->len; i++)
    {
      const Side *one = &g_array_index (sides, Side, i);

      if (!fits (other_is_old ? other : one, other_is_old ? one : other, least, in_place))
        continue;
      if (found >= 0)
        return -1;
      found = (int) i;
    }
  return found;
}

static void
settle (MerFormReader *self,
        GArray        *olds,
        GArray        *nows,
        Likeness       least,
        gboolean       in_place)
{
  for (guint i = 0; i < olds->len; i++)
    {
      Side *old = &g_array_index (olds, Side, i);
      int   found = find_only (nows, old, TRUE, least, in_place);
      Side *now = found >= 0 ? &g_array_index (nows, Side, found) : NULL;

      if (now == NULL || find_only (olds, now, FALSE, least, in_place) != (int) i)
        continue;
      old->settled = now->settled = TRUE;
      g_hash_table_insert (self->heirs, KEY (old->item->record.id), now->line);
      g_hash_table_add (self->settled, KEY (now->item->record.id));
    }
}

static void
settle_plan (MerFormReader      *self,
             const MerPlan      *plan,
             const MerPlanSheet *sheet)
{
  g_autoptr (GArray) olds = sides_of_plan (self, plan);
  g_autoptr (GArray) nows = sides_of_sheet (self, sheet);

  settle (self, olds, nows, ALL, TRUE);
  settle (self, olds, nows, ALL, FALSE);
  settle (self, olds, nows, TEXT, TRUE);
  settle (self, olds, nows, TEXT, FALSE);
}

/* What is most alike of what is left. */
static const MerPlanLine *
find_alike (const MerFormReader *self,
            const MerPlanSheet  *sheet,
            const MerPlanItem   *old)
{
  g_autoptr (GArray) olds = sides_new ();
  g_autoptr (GArray) nows = sides_of_sheet (self, sheet);
  const MerPlanLine *best = NULL;
  Likeness           most = ANOTHER;

  add_side (olds, old, NULL);
  for (guint i = 0; i < nows->len; i++)
    {
      const Side *now = &g_array_index (nows, Side, i);
      Likeness    n = likeness (&g_array_index (olds, Side, 0), now);

      if (n <= most || g_hash_table_contains (self->seen, KEY (now->item->record.id)) ||
          g_hash_table_contains (self->settled, KEY (now->item->record.id)))
        continue;
      best = now->line;
      most = n;
    }
  return best;
}

const MerPlanLine *
mer_form_find_heir (MerFormReader      *self,
                    MerFormRow         *row,
                    const MerPlan      *plan,
                    const MerPlanSheet *sheet,
                    const MerPlanItem  *old)
{
  const MerPlanLine *line = NULL;

  if (self->heirs == NULL)
    {
      self->heirs = g_hash_table_new (NULL, NULL);
      self->settled = g_hash_table_new (NULL, NULL);
    }
  if (g_hash_table_add (self->told, KEY (plan->record.id)))
    {
      mer_form_tell (self, row, MER_FORM_CODE,
                     _("The form is of version %d of the plan; its items are looked for in "
                       "version %d, which is in force."),
                        (int) plan->version, (int) sheet->plan->version);
      settle_plan (self, plan, sheet);
    }
  line = g_hash_table_lookup (self->heirs, KEY (old->record.id));
  if (line != NULL)
    return line;
  line = find_alike (self, sheet, old);
  if (line != NULL)
    mer_form_doubt (row,
                    /* Translators: a measure, twice a version, a code, another measure. */
                    _("“%s” of version %d is not in version %d; it may have become M%d, “%s”."),
                       old->measure, (int) plan->version, (int) sheet->plan->version,
                       (int) line->item->record.id, line->item->measure);
  else
    mer_form_tell (self, row, MER_FORM_CODE,
                   _("The item “%s” is not in version %d of the plan any more."), old->measure,
                      (int) sheet->plan->version);
  return line;
}
