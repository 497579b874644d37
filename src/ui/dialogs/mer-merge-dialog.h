/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerMergeDialog:
 *
 * Which of two organizations stays, and what becomes of the other's answers, marks and numbers.
 * Signal `merged` (int64): the id of the one that stayed.
 */
#define MER_TYPE_MERGE_DIALOG (mer_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerMergeDialog, mer_merge_dialog, MER, MERGE_DIALOG, AdwWindow)

/* NULL, and the session has told why, when one of the two cannot be read. */
GtkWidget *mer_merge_dialog_new (GtkWindow  *parent,
                                 MerSession *session,
                                 gint64      first_id,
                                 gint64      second_id);

G_END_DECLS
