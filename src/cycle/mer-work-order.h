/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-work-plan.h"

G_BEGIN_DECLS

/* The order in which a work plan is read. Pure. */

/* (transfer container) (element-type MerWorkItem): items below their section and steps below their
 * item, among themselves as given. */
GPtrArray *mer_work_items_in_order (const GPtrArray *items);
/* The number as it was entered; of a step without one «5.1», by its item: (transfer full), "" of
 * none. */
char *mer_work_item_number (const GPtrArray   *items,
                            const MerWorkItem *item);
/* The number and what is to be done, in one line: «5.1 Утвердить перечень»: (transfer full). */
char *mer_work_item_label (const GPtrArray   *items,
                           const MerWorkItem *item);

G_END_DECLS
