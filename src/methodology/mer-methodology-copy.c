/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deep copies of the parts of a methodology, free to be changed until somebody else sees them.
 * References between parts are indices and stay as they are. */

#include "methodology/mer-methodology-private.h"

static GPtrArray *
copy_list (GPtrArray *list, gpointer (*copy) (gconstpointer part))
{
  GPtrArray *result = g_ptr_array_copy (list, NULL, NULL);

  for (guint i = 0; i < list->len; i++)
    result->pdata[i] = copy (list->pdata[i]);
  return result;
}

MerOption *
mer_option_copy (const MerOption *self)
{
  MerOption *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->score = mer_rational_copy (&self->score);
  copy->variants = g_strdupv (self->variants);
  return copy;
}

MerQuestion *
mer_question_copy (const MerQuestion *self)
{
  MerQuestion *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->text = g_strdup (self->text);
  copy->short_text = g_strdup (self->short_text);
  copy->nobody = g_strdup (self->nobody);
  copy->options = copy_list (self->options, (gpointer (*) (gconstpointer)) mer_option_copy);
  copy->variants = g_strdupv (self->variants);
  return copy;
}

MerItem *
mer_item_copy (const MerItem *self)
{
  MerItem *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->text = g_strdup (self->text);
  copy->variants = g_strdupv (self->variants);
  return copy;
}

MerPlace *
mer_place_copy (const MerPlace *self)
{
  MerPlace *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->header_words = g_strdupv (self->header_words);
  copy->items = copy_list (self->items, (gpointer (*) (gconstpointer)) mer_item_copy);
  return copy;
}

MerIndicator *
mer_indicator_copy (const MerIndicator *self)
{
  MerIndicator *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->full_title = g_strdup (self->full_title);
  copy->title = g_strdup (self->title);
  copy->short_title = g_strdup (self->short_title);
  copy->weight = mer_rational_copy (&self->weight);
  copy->points = mer_rational_copy (&self->points);
  copy->cap = mer_rational_copy (&self->cap);
  copy->inputs = g_array_copy (self->inputs);
  copy->bands = g_array_copy (self->bands);
  return copy;
}

MerCalculated *
mer_calculated_copy (const MerCalculated *self)
{
  MerCalculated *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->short_title = g_strdup (self->short_title);
  copy->indicators = g_array_copy (self->indicators);
  return copy;
}

MerCriterion *
mer_criterion_copy (const MerCriterion *self)
{
  MerCriterion *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->symbol = g_strdup (self->symbol);
  copy->full_title = g_strdup (self->full_title);
  copy->title = g_strdup (self->title);
  copy->short_title = g_strdup (self->short_title);
  copy->weight = mer_rational_copy (&self->weight);
  copy->maximum = mer_rational_copy (&self->maximum);
  copy->indicators =
    copy_list (self->indicators, (gpointer (*) (gconstpointer)) mer_indicator_copy);
  copy->calculated =
    copy_list (self->calculated, (gpointer (*) (gconstpointer)) mer_calculated_copy);
  return copy;
}

MerBand *
mer_band_copy (const MerBand *self)
{
  MerBand *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->short_title = g_strdup (self->short_title);
  copy->from = mer_rational_copy (&self->from);
  return copy;
}

MerColumn *
mer_column_copy (const MerColumn *self)
{
  MerColumn *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->variants = g_strdupv (self->variants);
  return copy;
}

static void
replace_list (GPtrArray **list, gpointer (*copy) (gconstpointer part))
{
  g_autoptr (GPtrArray) shared = *list;

  *list = copy_list (shared, copy);
}

MerMethodology *
mer_methodology_thaw (const MerMethodology *self)
{
  MerMethodology *copy = mer_methodology_copy (self);

  replace_list (&copy->criteria, (gpointer (*) (gconstpointer)) mer_criterion_copy);
  replace_list (&copy->questions, (gpointer (*) (gconstpointer)) mer_question_copy);
  replace_list (&copy->places, (gpointer (*) (gconstpointer)) mer_place_copy);
  replace_list (&copy->columns, (gpointer (*) (gconstpointer)) mer_column_copy);
  replace_list (&copy->bands, (gpointer (*) (gconstpointer)) mer_band_copy);
  return copy;
}
