/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-results.h"

G_BEGIN_DECLS

/**
 * MerPollList:
 *
 * The imports of ready counts of a cycle, each with the switch that says whether they enter the
 * scores.
 *
 * Signal `toggled` (batch id, counted) → gboolean: the user moved a switch; on FALSE it goes
 * back.
 */
#define MER_TYPE_POLL_LIST (mer_poll_list_get_type ())
G_DECLARE_FINAL_TYPE (MerPollList, mer_poll_list, MER, POLL_LIST, AdwBin)

GtkWidget *mer_poll_list_new (void);
/* `results`: (nullable): then it is empty and hidden. */
void mer_poll_list_fill (MerPollList *self,
                         MerResults  *results,
                         gboolean     read_only);

G_END_DECLS
