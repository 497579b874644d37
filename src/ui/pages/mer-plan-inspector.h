/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-plan-tree.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerPlanInspector:
 *
 * Beside the tree of plans: an item with its fields, edited in place; several items with what can
 * be set in all of them; an organization with its plan, the next step of the plan's way, and
 * findings by criterion. Buttons are actions of the group `view.`.
 */
#define MER_TYPE_PLAN_INSPECTOR (mer_plan_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MerPlanInspector, mer_plan_inspector, MER, PLAN_INSPECTOR, AdwBin)

/* (transfer floating) */
GtkWidget *mer_plan_inspector_new (MerSession *session);
/* Takes less of a page that is narrow. */
void mer_plan_inspector_set_narrow (MerPlanInspector *self,
                                    gboolean          narrow);
/* (element-type MerPlanNode): what is selected; `book` nullable. Where the same is selected as
 * before, what is being typed goes on. */
void mer_plan_inspector_show (MerPlanInspector *self,
                              MerPlanBook      *book,
                              const GPtrArray  *nodes);
/* Asks what shows that the items were done; they are when that is told. */
void mer_plan_inspector_ask_evidence (MerPlanInspector *self);
/* Gives the keyboard to the field of that name of the item, or of several items. */
void mer_plan_inspector_focus (MerPlanInspector *self,
                               const char       *key);

/* The id that an item has got by a change of an approved plan, which the shown book may not have
 * yet; else the same id. */
gint64 mer_plan_inspector_newest (MerPlanInspector *self,
                                  gint64            item);

G_END_DECLS
