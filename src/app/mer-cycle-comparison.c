/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two cycles side by side: only what means the same in both, and a sentence for all else. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-comparison.h"
#include "methodology/mer-methodology-edit.h"

/**
 * mer_scores_are_comparable:
 * @one: the rules of a cycle
 * @other: those of another one
 *
 * Any thread.
 *
 * Returns: whether a difference of their totals in points means something
 */
gboolean
mer_scores_are_comparable (const MerMethodology *one,
                           const MerMethodology *other)
{
  return g_str_equal (one->id, other->id) &&
         mer_rational_cmp (&one->maximum, &other->maximum) == 0;
}

/**
 * mer_percent_of_maximum:
 * @methodology: rules
 * @total: by them
 *
 * Any thread.
 *
 * Returns: (transfer full): the exact percentage
 */
MerRational
mer_percent_of_maximum (const MerMethodology *methodology,
                        const MerRational    *total)
{
  g_auto (MerRational) hundred = mer_rational_new (100, 1);
  g_auto (MerRational) product = mer_rational_mul (total, &hundred);

  if (mer_rational_is_zero (&methodology->maximum))
    return mer_rational_new (0, 1);
  return mer_rational_div (&product, &methodology->maximum);
}

/* --- what is comparable -------------------------------------------------------------------- */

static gboolean
has_indicator (const MerCriterion *criterion,
               const char         *code)
{
  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      if (g_str_equal (((MerIndicator *) g_ptr_array_index (criterion->indicators, i))->code, code))
        return TRUE;
    }
  return FALSE;
}

static gboolean
means_the_same (const MerCriterion *one,
                const MerCriterion *other)
{
  if (one->indicators->len != other->indicators->len ||
      mer_rational_cmp (&one->maximum, &other->maximum) != 0)
    return FALSE;
  for (guint i = 0; i < one->indicators->len; i++)
    {
      if (!has_indicator (other, ((MerIndicator *) g_ptr_array_index (one->indicators, i))->code))
        return FALSE;
    }
  return TRUE;
}

static void
find_criteria (MerCycleComparison *self)
{
  for (guint i = 0; i < self->one->methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->one->methodology->criteria, i);
      const MerCriterion *other =
        mer_methodology_find_criterion (self->other->methodology, criterion->code);

      if (other != NULL && means_the_same (criterion, other))
        g_ptr_array_add (self->codes, g_strdup (criterion->code));
      else
        g_ptr_array_add (self->notes,
                         g_strdup_printf (_("Criterion %s is not compared: it is made of other "
                                            "indicators in “%s”."),
                                             criterion->code, self->other->cycle->title));
    }
}

static void
note_differences (MerCycleComparison *self)
{
  g_autoptr (GPtrArray) differences = NULL;

  if (self->one->cycle->methodology_id == self->other->cycle->methodology_id)
    return;
  differences = mer_methodology_differences (self->one->methodology, self->other->methodology);
  if (differences->len > 0)
    g_ptr_array_add (
      self->notes,
      g_strdup_printf (ngettext ("Both cycles are of one edition, but their rules differ in %u "
                                 "place.",
                                 "Both cycles are of one edition, but their rules differ in %u "
                                 "places.",
                                 differences->len),
                       differences->len));
}

static void
judge (MerCycleComparison *self)
{
  const MerMethodology *one = self->one->methodology;
  const MerMethodology *other = self->other->methodology;

  self->percent = !mer_scores_are_comparable (one, other);
  if (g_str_equal (one->id, other->id))
    {
      find_criteria (self);
      note_differences (self);
      return;
    }
  g_ptr_array_add (self->notes,
                   g_strdup_printf (_("“%s” and “%s” are of different editions of the rules "
                                      "(“%s” and “%s”): only the total is compared, in percent "
                                      "of its maximum."),
                                       self->one->cycle->title, self->other->cycle->title,
                                       one->title, other->title));
}

/* --- values -------------------------------------------------------------------------------- */

static void
take (gboolean             *has,
      MerRational          *value,
      const MerScore       *score,
      const MerMethodology *methodology,
      gboolean              percent)
{
  *has = score->defined;
  if (!score->defined)
    return;
  *value = percent ? mer_percent_of_maximum (methodology, &score->value)
                   : mer_rational_copy (&score->value);
}

static guint
criterion_index (const MerMethodology *methodology,
                 const char           *code)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      if (g_str_equal (((MerCriterion *) g_ptr_array_index (methodology->criteria, i))->code, code))
        return i;
    }
  g_return_val_if_reached (0);
}

static void
fill_row (MerCycleComparison *self,
          MerComparedRow     *row,
          const MerScoreRow  *one,
          const MerScoreRow  *other)
{
  row->organization = one != NULL ? one->organization : other->organization;
  row->in_one = one != NULL;
  row->in_other = other != NULL;
  row->place_one = one != NULL ? one->rank : 0;
  row->place_other = other != NULL ? other->rank : 0;
  row->criteria = g_new0 (MerComparedScore, MAX (self->codes->len, 1));
  if (one != NULL)
    take (&row->total.has_one, &row->total.one, &one->total, self->one->methodology,
          self->percent);
  if (other != NULL)
    take (&row->total.has_other, &row->total.other, &other->total, self->other->methodology,
          self->percent);
  for (guint i = 0; i < self->codes->len; i++)
    {
      const char       *code = g_ptr_array_index (self->codes, i);
      MerComparedScore *score = &row->criteria[i];

      if (one != NULL)
        take (&score->has_one, &score->one,
              &one->criteria[criterion_index (self->one->methodology, code)], NULL, FALSE);
      if (other != NULL)
        take (&score->has_other, &score->other,
              &other->criteria[criterion_index (self->other->methodology, code)], NULL, FALSE);
    }
}

static void
fill (MerCycleComparison *self)
{
  const MerScoreTable *one = self->one->scores;
  const MerScoreTable *other = self->other->scores;

  self->rows = g_new0 (MerComparedRow, MAX (one->n_rows + other->n_rows, 1));
  for (guint i = 0; i < one->n_rows; i++)
    fill_row (self, &self->rows[self->n_rows++], &one->rows[i],
              mer_score_table_find (other, one->rows[i].organization->id));
  for (guint i = 0; i < other->n_rows; i++)
    {
      if (mer_score_table_find (one, other->rows[i].organization->id) == NULL)
        fill_row (self, &self->rows[self->n_rows++], NULL, &other->rows[i]);
    }
}

/**
 * mer_cycle_comparison_new:
 * @doc: a document of the calling thread
 * @cycle_id: a cycle, 0: the latest
 * @other_id: another one, 0: the one before it
 * @error: return location
 *
 * Returns: (transfer full): both side by side; %NULL and error when one of them is not there or
 *   cannot be read
 */
MerCycleComparison *
mer_cycle_comparison_new (MerDocument *doc,
                          gint64       cycle_id,
                          gint64       other_id,
                          GError     **error)
{
  g_autoptr (MerCycleComparison) self = g_new0 (MerCycleComparison, 1);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->one = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  if (self->one == NULL)
    return NULL;
  if (other_id == 0 && self->one->previous_cycle == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("There is no cycle before “%s”."), self->one->cycle->title);
      return NULL;
    }
  if (other_id == 0)
    other_id = self->one->previous_cycle->id;
  self->other = mer_results_load (doc, other_id, MER_RESULTS_AS_RULED, error);
  if (self->other == NULL)
    return NULL;
  judge (self);
  fill (self);
  return g_steal_pointer (&self);
}

/**
 * mer_cycle_comparison_moved:
 * @self: two cycles
 * @row: an organization of theirs
 * @places: (out): how many places higher it stands than in the other cycle
 *
 * Places by different editions are given for different things, so that going from one to the other
 * says nothing of the organization. Any thread.
 *
 * Returns: whether it has comparable places in both
 */
gboolean
mer_cycle_comparison_moved (const MerCycleComparison *self,
                            const MerComparedRow     *row,
                            int                      *places)
{
  if (self->percent || row->place_one == 0 || row->place_other == 0)
    return FALSE;
  *places = (int) row->place_other - (int) row->place_one;
  return TRUE;
}

/**
 * mer_compared_change:
 * @score: a value in both cycles
 * @change: (out) (transfer full): how much it has grown
 *
 * Any thread.
 *
 * Returns: whether it is defined in both
 */
gboolean
mer_compared_change (const MerComparedScore *score,
                     MerRational            *change)
{
  if (!score->has_one || !score->has_other)
    return FALSE;
  *change = mer_rational_sub (&score->one, &score->other);
  return TRUE;
}

static void
compared_clear (MerComparedScore *self)
{
  if (self->has_one)
    mer_rational_clear (&self->one);
  if (self->has_other)
    mer_rational_clear (&self->other);
}

void
mer_cycle_comparison_free (MerCycleComparison *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      compared_clear (&self->rows[i].total);
      for (guint j = 0; j < self->codes->len; j++)
        compared_clear (&self->rows[i].criteria[j]);
      g_free (self->rows[i].criteria);
    }
  g_free (self->rows);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->one, mer_results_unref);
  g_clear_pointer (&self->other, mer_results_unref);
  g_free (self);
}
