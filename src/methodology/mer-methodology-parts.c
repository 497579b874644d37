/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making and freeing the parts of a methodology. Only the reader and edits make them. */

#include "methodology/mer-methodology-private.h"
#include "methodology/mer-policy.h"

static void
free_option (gpointer data)
{
  MerOption *self = data;

  g_free (self->text);
  mer_rational_clear (&self->score);
  g_strfreev (self->variants);
  g_free (self);
}

static void
free_question (gpointer data)
{
  MerQuestion *self = data;

  g_free (self->code);
  g_free (self->text);
  g_free (self->short_text);
  g_free (self->nobody);
  g_ptr_array_unref (self->options);
  g_strfreev (self->variants);
  g_free (self);
}

static void
free_column (gpointer data)
{
  MerColumn *self = data;

  g_free (self->code);
  g_free (self->title);
  g_strfreev (self->variants);
  g_free (self);
}

static void
free_item (gpointer data)
{
  MerItem *self = data;

  g_free (self->code);
  g_free (self->text);
  g_strfreev (self->variants);
  g_free (self);
}

static void
free_place (gpointer data)
{
  MerPlace *self = data;

  g_free (self->code);
  g_free (self->title);
  g_strfreev (self->header_words);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static void
free_indicator (gpointer data)
{
  MerIndicator *self = data;

  g_free (self->code);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->full_title);
  mer_rational_clear (&self->weight);
  mer_rational_clear (&self->points);
  mer_rational_clear (&self->cap);
  g_array_unref (self->inputs);
  g_array_unref (self->bands);
  g_free (self);
}

static void
free_calculated (gpointer data)
{
  MerCalculated *self = data;

  g_free (self->code);
  g_free (self->title);
  g_free (self->short_title);
  g_array_unref (self->indicators);
  g_free (self);
}

static void
free_criterion (gpointer data)
{
  MerCriterion *self = data;

  g_free (self->code);
  g_free (self->symbol);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->full_title);
  mer_rational_clear (&self->weight);
  mer_rational_clear (&self->maximum);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->calculated);
  g_free (self);
}

static void
free_band (gpointer data)
{
  MerBand *self = data;

  g_free (self->code);
  g_free (self->title);
  g_free (self->short_title);
  mer_rational_clear (&self->from);
  g_free (self);
}

MerOption *
mer_option_new (void)
{
  MerOption *self = g_new0 (MerOption, 1);

  self->score = MER_RATIONAL_ZERO;
  return self;
}

MerQuestion *
mer_question_new (void)
{
  MerQuestion *self = g_new0 (MerQuestion, 1);

  self->filter = -1;
  self->options = g_ptr_array_new_with_free_func (free_option);
  return self;
}

MerColumn *
mer_column_new (void)
{
  return g_new0 (MerColumn, 1);
}

MerItem *
mer_item_new (void)
{
  return g_new0 (MerItem, 1);
}

MerPlace *
mer_place_new (void)
{
  MerPlace *self = g_new0 (MerPlace, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

MerIndicator *
mer_indicator_new (void)
{
  MerIndicator *self = g_new0 (MerIndicator, 1);

  self->weight = MER_RATIONAL_ZERO;
  self->points = MER_RATIONAL_ZERO;
  self->cap = MER_RATIONAL_ZERO;
  self->inputs = g_array_new (FALSE, FALSE, sizeof (MerMeasureInput));
  self->bands = g_array_new (FALSE, FALSE, sizeof (MerPointBand));
  return self;
}

MerCalculated *
mer_calculated_new (void)
{
  MerCalculated *self = g_new0 (MerCalculated, 1);

  self->indicators = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

MerCriterion *
mer_criterion_new (void)
{
  MerCriterion *self = g_new0 (MerCriterion, 1);

  self->weight = MER_RATIONAL_ZERO;
  self->maximum = MER_RATIONAL_ZERO;
  self->indicators = g_ptr_array_new_with_free_func (free_indicator);
  self->calculated = g_ptr_array_new_with_free_func (free_calculated);
  return self;
}

GPtrArray *
mer_methodology_new_criteria (void)
{
  return g_ptr_array_new_with_free_func (free_criterion);
}

MerBand *
mer_band_new (void)
{
  MerBand *self = g_new0 (MerBand, 1);

  self->from = MER_RATIONAL_ZERO;
  return self;
}

MerMethodology *
mer_methodology_new (void)
{
  MerMethodology *self = g_atomic_rc_box_new0 (MerMethodology);

  self->maximum = MER_RATIONAL_ZERO;
  self->criteria = mer_methodology_new_criteria ();
  self->questions = g_ptr_array_new_with_free_func (free_question);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->bands = g_ptr_array_new_with_free_func (free_band);
  self->policies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->unconfirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
mer_indicator_settle (MerIndicator *self)
{
  self->may_be_undefined = self->base == MER_BASE_CHANNEL || self->base == MER_BASE_FILTER;
}

static void
set_default (MerMethodology *self, const char *key, const char *value)
{
  if (!g_hash_table_contains (self->policies, key))
    g_hash_table_insert (self->policies, g_strdup (key), g_strdup (value));
}

void
mer_methodology_complete_policies (MerMethodology *self)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self);
  guint            n;
  const MerPolicy *policies = mer_policies (&n);

  for (guint i = 0; i < n; i++)
    set_default (self, policies[i].key, policies[i].default_value);
  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char    *key = g_strconcat ("undefined.", indicator->code, NULL);

      if (indicator->may_be_undefined)
        set_default (self, key, "inherit");
    }
}
