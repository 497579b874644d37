/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-comparison.h"
#include "app/mer-plans.h"

G_BEGIN_DECLS

/* Did it help: an item of a plan, and the score of what it is about before and after. */
typedef struct
{
  const MerPlanLine *line;  /* of the plans' book */
  MerComparedScore   score; /* one: after, other: before; borrowed numbers */
} MerPlanEffect;

typedef struct
{
  MerPlanBook        *book;       /* of the cycle whose plans these are */
  MerCycleComparison *comparison; /* of the later cycle with it */
  GArray             *effects;    /* of MerPlanEffect, in the order of the book */
} MerPlanEffects;

/* `plans_cycle` and `later_cycle` 0: the cycle before the latest, and the latest; of one that is
 * given alone the other is its neighbour. NOT_FOUND when there is no later cycle: (transfer
 * full). */
MerPlanEffects *mer_plan_effects_load (MerDocument *doc,
                                       gint64       plans_cycle,
                                       gint64       later_cycle,
                                       GError     **error);
void            mer_plan_effects_free (MerPlanEffects *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPlanEffects, mer_plan_effects_free)

G_END_DECLS
