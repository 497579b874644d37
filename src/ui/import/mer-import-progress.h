/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mer-progress.h"

G_BEGIN_DECLS

/**
 * MerImportProgress:
 *
 * How far a worker has come: a bar, how much of how much, how fast, how long yet, and a button to
 * stop it. Each tenth is told to a screen reader.
 *
 * Signal `stopped` (): the user wants it to stop.
 */
#define MER_TYPE_IMPORT_PROGRESS (mer_import_progress_get_type ())
G_DECLARE_FINAL_TYPE (MerImportProgress, mer_import_progress, MER, IMPORT_PROGRESS, GtkBox)

/* Shows this progress from now on; NULL: none. */
void mer_import_progress_follow (MerImportProgress *self,
                                 MerProgress       *progress);
/* What is under way, and what stopping means; nullable. With a meaning there is a button. */
void mer_import_progress_set_texts (MerImportProgress *self,
                                    const char        *title,
                                    const char        *stopping);
/* How many rows the table has, when that is known: then rows are told too. */
void mer_import_progress_set_rows (MerImportProgress *self,
                                   guint64            n_rows);

G_END_DECLS
