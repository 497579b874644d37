/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plans.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerPlanKeeper:
 *
 * The plans of improvement of the cycle that a session looks at, read by a worker after each
 * change of the document and shared by all that shows them. One a session, made when first asked
 * for. Main thread only.
 *
 * Signal `changed` (): there is a newer book, or none.
 */
#define MER_TYPE_PLAN_KEEPER (mer_plan_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanKeeper, mer_plan_keeper, MER, PLAN_KEEPER, GObject)

/* (transfer none): lives as long as the session. */
MerPlanKeeper *mer_plan_keeper_of (MerSession *session);
/* (transfer none) (nullable): NULL while the first is read and where there is no cycle. */
MerPlanBook *mer_plan_keeper_get_book (MerPlanKeeper *self);
/* Whether the book is of the document's present state. */
gboolean mer_plan_keeper_is_current (MerPlanKeeper *self);

G_END_DECLS
