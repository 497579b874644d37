/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-batch.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerBatchWindow:
 *
 * One import at length: who and when, counts and hash, which column was read as what, and what
 * was wrong with which rows.
 */
#define MER_TYPE_BATCH_WINDOW (mer_batch_window_get_type ())
G_DECLARE_FINAL_TYPE (MerBatchWindow, mer_batch_window, MER, BATCH_WINDOW, AdwWindow)

/* `problems` (element-type MerBatchProblem): those of the batch. */
GtkWidget *mer_batch_window_new (MerSession *session,
                                 MerBatch   *batch,
                                 GPtrArray  *problems);
/* Asks for the file that was imported and for where to save, then writes the rejected rows. */
void mer_batch_save_rejected (GtkWidget  *widget,
                              MerSession *session,
                              MerBatch   *batch);
/* What follows once both files were chosen. */
void mer_batch_write_rejected (MerSession *session,
                               gint64      batch_id,
                               const char *file,
                               const char *path);

G_END_DECLS
