/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the schema cannot say: codes are unique, filters pass somebody, measures have what
 * they need, and the weights add up to the maxima that are printed. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-private.h"

#define MAX_QUESTIONS 200
#define MAX_PLACES 50

typedef struct
{
  gconstpointer part;
  char         *text;
} Finding;

/* Keeps the first finding; takes `text`. */
static void
find (Finding *finding, gconstpointer part, char *text)
{
  if (finding->text == NULL)
    *finding = (Finding){ part, text };
  else
    g_free (text);
}

static void
check_code (Finding *finding, GHashTable *seen, gconstpointer part, const char *code)
{
  if (!g_hash_table_add (seen, g_strdup (code)))
    find (finding, part, g_strdup_printf (_("The code “%s” is used twice."), code));
}

static GHashTable *
new_codes (const char *const *reserved)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; reserved[i] != NULL; i++)
    g_hash_table_add (codes, g_strdup (reserved[i]));
  return codes;
}

/* Criteria, indicators and calculated rows stand in one table of scores. */
static void
check_score_codes (Finding *finding, const MerMethodology *self)
{
  const char *const reserved[] = { "organization", "S", "rank", NULL };
  g_autoptr (GHashTable) codes = new_codes (reserved);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);

      check_code (finding, codes, criterion, criterion->code);
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = g_ptr_array_index (criterion->indicators, j);

          check_code (finding, codes, indicator, indicator->code);
        }
      for (guint j = 0; j < criterion->calculated->len; j++)
        {
          const MerCalculated *calculated = g_ptr_array_index (criterion->calculated, j);

          check_code (finding, codes, calculated, calculated->code);
        }
    }
}

/* Questions and other columns stand in one table of answers. */
static void
check_column_codes (Finding *finding, const MerMethodology *self)
{
  const char *const none[] = { NULL };
  g_autoptr (GHashTable) codes = new_codes (none);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (self->questions, i);

      check_code (finding, codes, question, question->code);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerColumn *column = g_ptr_array_index (self->columns, i);

      check_code (finding, codes, column, column->code);
    }
}

static void
check_places (Finding *finding, const MerMethodology *self)
{
  const char *const none[] = { NULL };
  g_autoptr (GHashTable) places = new_codes (none);
  g_autoptr (GHashTable) items = new_codes (none);

  if (self->places->len > MAX_PLACES)
    find (finding, NULL, g_strdup_printf (_("More than %d places."), MAX_PLACES));
  for (guint i = 0; i < self->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (self->places, i);

      check_code (finding, places, place, place->code);
      for (guint j = 0; j < place->items->len; j++)
        {
          const MerItem *item = g_ptr_array_index (place->items, j);

          check_code (finding, items, item, item->code);
        }
    }
}

static gboolean
has_positive_option (const MerQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    if (((MerOption *) g_ptr_array_index (question->options, i))->positive)
      return TRUE;
  return FALSE;
}

static void
check_questions (Finding *finding, const MerMethodology *self)
{
  if (self->questions->len > MAX_QUESTIONS)
    find (finding, NULL, g_strdup_printf (_("More than %d questions."), MAX_QUESTIONS));
  for (guint i = 0; i < self->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->options->len > MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION)
        find (finding, question,
              g_strdup_printf (_("The question “%s” has more than %d options."), question->code,
                                  MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION));
      if (!has_positive_option (question))
        find (finding, question,
              g_strdup_printf (_("The question “%s” has no positive option."), question->code));
    }
}

static gboolean
is_positive (const MerRational *number)
{
  const MerRational zero = MER_RATIONAL_ZERO;

  return mer_rational_cmp (number, &zero) > 0;
}

static void
check_indicator (Finding *finding, const MerMethodology *self, const MerIndicator *indicator)
{
  const char *problem;

  if (!is_positive (&indicator->weight) || !is_positive (&indicator->cap))
    find (finding, indicator,
          g_strdup_printf (_("Indicator %s: weight and cap must be greater than zero."),
                              indicator->code));
  problem = indicator->inputs->len > MER_MAX_TERMS ? N_("it has too many inputs")
                                                   : indicator->kind->check (indicator, self);
  if (problem != NULL)
    find (finding,
          indicator,
          g_strdup_printf (_("Indicator %s: %s."), indicator->code, _(problem)));
}

static void
add_product (MerRational *sum, const MerRational *a, const MerRational *b)
{
  g_auto (MerRational) product = mer_rational_mul (a, b);
  MerRational old = *sum;

  *sum = mer_rational_add (&old, &product);
  mer_rational_clear (&old);
}

/* Says what a sum of weights is and what it should be, both divided by their unit. */
static void
check_sum (Finding           *finding,
           gconstpointer      part,
           const MerRational *sum,
           const MerRational *maximum,
           const char        *what)
{
  g_autofree char *is = NULL, *should = NULL;

  if (mer_rational_cmp (sum, maximum) == 0)
    return;
  is = mer_rational_to_string (sum);
  should = mer_rational_to_string (maximum);
  find (finding, part,
        g_strdup_printf (_("The weights of %s give %s points at most instead of %s."), what, is,
                            should));
}

static void
check_criteria (Finding *finding, const MerMethodology *self)
{
  g_auto (MerRational) total = MER_RATIONAL_ZERO;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);
      g_auto (MerRational) sum = MER_RATIONAL_ZERO;

      if (!is_positive (&criterion->weight))
        find (finding, criterion,
              g_strdup_printf (_("Criterion %s: the weight must be greater than zero."),
                                  criterion->code));
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = g_ptr_array_index (criterion->indicators, j);

          check_indicator (finding, self, indicator);
          add_product (&sum, &indicator->weight, &indicator->cap);
        }
      check_sum (finding, criterion, &sum, &criterion->maximum, criterion->code);
      if (mer_methodology_counts (self, criterion))
        add_product (&total, &criterion->weight, &criterion->maximum);
    }
  if (self->criteria->len > 0)
    check_sum (finding, g_ptr_array_index (self->criteria, 0), &total, &self->maximum,
               _("the criteria"));
}

static void
check_bands (Finding *finding, const MerMethodology *self)
{
  const char *const none[] = { NULL };
  g_autoptr (GHashTable) codes = new_codes (none);

  for (guint i = 0; i < self->bands->len; i++)
    {
      const MerBand *band = g_ptr_array_index (self->bands, i);
      const MerBand *above = i > 0 ? g_ptr_array_index (self->bands, i - 1) : NULL;

      check_code (finding, codes, band, band->code);
      if (above != NULL && mer_rational_cmp (&band->from, &above->from) >= 0)
        find (finding, band, g_strdup (_("Bands must be listed from the best to the worst.")));
    }
}

char *
mer_methodology_check (const MerMethodology *self, gconstpointer *part)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self);
  Finding finding = { NULL, NULL };

  if (indicators->len > MER_MAX_INDICATORS)
    find (&finding, NULL, g_strdup_printf (_("More than %d indicators."), MER_MAX_INDICATORS));
  if (!is_positive (&self->maximum))
    find (&finding, NULL, g_strdup (_("The maximum must be greater than zero.")));
  check_score_codes (&finding, self);
  check_column_codes (&finding, self);
  check_places (&finding, self);
  check_questions (&finding, self);
  check_criteria (&finding, self);
  check_bands (&finding, self);
  *part = finding.part;
  return finding.text;
}
