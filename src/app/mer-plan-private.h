/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plans.h"

G_BEGIN_DECLS

/* Stores the first version of a plan: *plan is (transfer full), also when it fails. */
gboolean mer_plan_start (MerDocument *doc,
                         gint64       cycle_id,
                         gint64       organization,
                         gint64       position,
                         MerPlan    **plan,
                         GError     **error);

/* Versions that are made while several items change: each plan gets one at most. */
typedef struct
{
  MerDocument *doc;
  GPtrArray   *all;   /* of MerPlan: of the cycle; read when first asked for */
  GHashTable  *moved; /* id of an item → id in the new version */
  GHashTable  *next;  /* id of a plan → id of its new version */
  guint        n_versions;
} MerPlanEdit;

void mer_plan_edit_init (MerPlanEdit *self,
                         MerDocument *doc);
void mer_plan_edit_clear (MerPlanEdit *self);
/* (transfer none) (nullable): the plan itself, as it was first met. */
const MerPlan *mer_plan_edit_plan (MerPlanEdit *self,
                                   gint64       plan_id,
                                   GError     **error);
/* Makes the new version, if there is none yet. */
gboolean mer_plan_edit_thaw (MerPlanEdit *self,
                             gint64       plan_id,
                             GError     **error);

/* The new version with where its items went: (transfer full) id → id. */
gboolean mer_plan_copy_version (MerDocument *doc,
                                gint64       plan_id,
                                gint64      *new_id,
                                GHashTable  *moved,
                                GError     **error);

G_END_DECLS
