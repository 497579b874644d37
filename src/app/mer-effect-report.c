/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether plans helped, as documents print it: read once, before they are made. */

#include "config.h"

#include "app/mer-effect-report.h"

#include "app/mer-plan-effect.h"

struct _MerEffectReport
{
  MerPlanEffects *effects;
  GArray         *lines; /* of MerReportEffect; borrow from the above */
};

static void
add_line (MerEffectReport     *self,
          const MerPlanEffect *effect)
{
  const MerComparedScore *score = &effect->score;
  MerReportEffect         line = {
            .organization = effect->line->organization,
            .criterion = effect->line->item->criterion,
            .measure = effect->line->item->measure,
            .has_before = score->has_other,
            .has_after = score->has_one,
  };

  if (score->has_other)
    line.before = score->other;
  if (score->has_one)
    line.after = score->one;
  g_array_append_val (self->lines, line);
}

MerEffectReport *
mer_effect_report_new (MerDocument *doc,
                       const char  *kind,
                       MerResults  *results)
{
  MerEffectReport *self = NULL;
  MerPlanEffects  *effects = NULL;

  if (!g_str_equal (kind, "control") || results == NULL)
    return NULL;
  effects = mer_plan_effects_load (doc, results->cycle->id, 0, NULL);
  if (effects == NULL)
    return NULL;
  self = g_new0 (MerEffectReport, 1);
  self->effects = effects;
  self->lines = g_array_new (FALSE, FALSE, sizeof (MerReportEffect));
  for (guint i = 0; i < effects->effects->len; i++)
    add_line (self, &g_array_index (effects->effects, MerPlanEffect, i));
  return self;
}

void
mer_effect_report_free (MerEffectReport *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  mer_plan_effects_free (self->effects);
  g_free (self);
}

void
mer_effect_report_fill (const MerEffectReport *self,
                        MerReportInput        *input)
{
  if (self == NULL)
    return;
  input->effects = self->lines;
  input->effects_cycle = self->effects->comparison->one->cycle;
}
