/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plan-effect.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerPlanEffectKeeper:
 *
 * Whether the measures of the cycle that a session looks at helped: scores of that cycle beside
 * those of the next one. Scoring two cycles of a region takes a while, so a worker does it, when
 * somebody asks for the first time and again after the results changed. One a session. Main thread
 * only.
 *
 * Signal `changed` (): the effects are there, or others.
 */
#define MER_TYPE_PLAN_EFFECT_KEEPER (mer_plan_effect_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanEffectKeeper,
                      mer_plan_effect_keeper,
                      MER,
                      PLAN_EFFECT_KEEPER,
                      GObject)

/* (transfer none): lives as long as the session. */
MerPlanEffectKeeper *mer_plan_effect_keeper_of (MerSession *session);
/* Of an item: (transfer none) (nullable), until the next `changed`. NULL while it is not known, and
 * where there is no later cycle. */
const MerPlanEffect *mer_plan_effect_keeper_find (MerPlanEffectKeeper *self,
                                                  gint64               item_id);
/* The cycle that shows the effect: (transfer none) (nullable). */
const MerCycle *mer_plan_effect_keeper_get_later (MerPlanEffectKeeper *self);

G_END_DECLS
